/* sayso-edtf-format.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-edtf-private.h"

static const char *
mark (guint8 qualifier)
{
  static const char *const marks[] = { "", "?", "~", "%" };

  return marks[qualifier];
}

/* One mark at the end where all that is there has the same, else one before each component that has one. */
static void
format_components (GString *string, const Date *date, guint n)
{
  const char *digits[] = { date->year, date->month, date->day };
  gboolean same = TRUE;

  for (guint i = 1; i < n; i++)
    same &= date->qualifiers[i] == date->qualifiers[0];
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (string, '-');
      if (!same)
        g_string_append (string, mark (date->qualifiers[i]));
      if (i == 0 && date->negative)
        g_string_append_c (string, '-');
      g_string_append (string, digits[i]);
      if (i == 0 && date->significant > 0)
        g_string_append_printf (string, "S%d", date->significant);
    }
  if (same)
    g_string_append (string, mark (date->qualifiers[0]));
}

static void
format_date (GString *string, const Date *date)
{
  switch (date->form)
    {
    case DATE_OPEN:
      g_string_append (string, "..");
      break;
    case DATE_UNKNOWN:
      break;
    case DATE_LONG:
      g_string_append_printf (string, "Y%s%" G_GINT64_FORMAT, date->negative ? "-" : "", date->long_year);
      if (date->exponent >= 0)
        g_string_append_printf (string, "E%d", date->exponent);
      if (date->significant > 0)
        g_string_append_printf (string, "S%d", date->significant);
      g_string_append (string, mark (date->qualifiers[0]));
      break;
    case DATE_YEARS:
      format_components (string, date, 1);
      break;
    case DATE_DIVISION:
    case DATE_MONTH:
      format_components (string, date, 2);
      break;
    case DATE_DAY:
    case DATE_TIME:
      format_components (string, date, 3);
      if (date->form == DATE_TIME)
        g_string_append_printf (string, "T%s", date->time);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* An open end of a range in a set is just not there. */
static void
format_range (GString *string, const Member *member)
{
  if (member->first.form != DATE_OPEN)
    format_date (string, &member->first);
  g_string_append (string, "..");
  if (member->last.form != DATE_OPEN)
    format_date (string, &member->last);
}

/**
 * sayso_edtf_format:
 *
 * Returns: (transfer full): the same in one way of writing it, which can be read again
 */
char *
sayso_edtf_format (const SaysoEdtf *self)
{
  g_autoptr (GString) string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == SAYSO_EDTF_ONE_OF || self->kind == SAYSO_EDTF_ALL_OF)
    g_string_append_c (string, self->kind == SAYSO_EDTF_ONE_OF ? '[' : '{');
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (i > 0)
        g_string_append_c (string, ',');
      if (self->kind == SAYSO_EDTF_INTERVAL)
        {
          format_date (string, &member->first);
          g_string_append_c (string, '/');
          format_date (string, &member->last);
        }
      else if (member->range)
        format_range (string, member);
      else
        format_date (string, &member->first);
    }
  if (self->kind == SAYSO_EDTF_ONE_OF || self->kind == SAYSO_EDTF_ALL_OF)
    g_string_append_c (string, self->kind == SAYSO_EDTF_ONE_OF ? ']' : '}');

  return g_string_free (g_steal_pointer (&string), FALSE);
}
