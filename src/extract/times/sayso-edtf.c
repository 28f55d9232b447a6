/* sayso-edtf.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-edtf-private.h"

#include <string.h>

G_DEFINE_QUARK (sayso - edtf - error - quark, sayso_edtf_error)

/* Longer than any sensible set; keeps hostile input cheap. */
#define MAX_BYTES 4096

typedef struct
{
  const char *at;
  const char *end;
} Reader;

/* -- parts of a date ------------------------------------------------------------------------------ */

static guint8
read_qualifier (Reader *reader)
{
  if (reader->at >= reader->end)
    return 0;
  switch (*reader->at)
    {
    case '?':
      reader->at++;
      return QUALIFIER_UNCERTAIN;
    case '~':
      reader->at++;
      return QUALIFIER_APPROXIMATE;
    case '%':
      reader->at++;
      return QUALIFIER_UNCERTAIN | QUALIFIER_APPROXIMATE;
    default:
      return 0;
    }
}

static gboolean
take (Reader *reader, char c)
{
  if (reader->at >= reader->end || *reader->at != c)
    return FALSE;
  reader->at++;

  return TRUE;
}

/* Digits, or "X" for one that is not known; how many. */
static guint
read_digits (Reader *reader, char *digits, guint most)
{
  guint n = 0;

  while (reader->at < reader->end && n < most && (g_ascii_isdigit (*reader->at) || *reader->at == 'X'))
    digits[n++] = *reader->at++;
  digits[n] = '\0';

  return n;
}

static gboolean
read_number (Reader *reader, guint most, gint64 *number)
{
  guint n = 0;

  *number = 0;
  while (reader->at < reader->end && g_ascii_isdigit (*reader->at) && n++ < most)
    *number = *number * 10 + (*reader->at++ - '0');

  return n > 0 && (reader->at >= reader->end || !g_ascii_isdigit (*reader->at));
}

static gboolean
all_zero (const char *digits)
{
  return strspn (digits, "0") == strlen (digits);
}

/* "E3" and "S2" behind a year */
static gboolean
read_year_suffixes (Reader *reader, Date *date)
{
  gint64 number;

  date->exponent = -1;
  if (date->form == DATE_LONG && take (reader, 'E'))
    {
      if (!read_number (reader, 1, &number) || number == 0)
        return FALSE;
      date->exponent = number;
    }
  if (take (reader, 'S'))
    {
      if (!read_number (reader, 2, &number) || number == 0)
        return FALSE;
      date->significant = number;
    }

  return TRUE;
}

/* "Y170000002": only for years of more than four digits */
static gboolean
read_long_year (Reader *reader, Date *date)
{
  const char *digits;

  date->form = DATE_LONG;
  date->negative = take (reader, '-');
  digits = reader->at;
  if (!read_number (reader, 10, &date->long_year) || *digits == '0')
    return FALSE;
  if (!read_year_suffixes (reader, date))
    return FALSE;

  return date->exponent >= 0 || date->long_year > 9999;
}

static gboolean
two_digits (const char *text, int *number)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *number = (text[0] - '0') * 10 + (text[1] - '0');

  return TRUE;
}

/* "Z", "+02", "+02:30", "+0230": from 12 hours behind to 14 ahead; what is behind by nothing is not written so. */
static gboolean
is_zone (const char *zone)
{
  int hours, minutes = 0, total;

  if (*zone == '\0' || g_str_equal (zone, "Z"))
    return TRUE;
  if ((*zone != '+' && *zone != '-') || !two_digits (zone + 1, &hours))
    return FALSE;
  if (zone[3] != '\0')
    {
      const char *rest = zone + 3 + (zone[3] == ':');

      if (!two_digits (rest, &minutes) || rest[2] != '\0' || minutes > 59)
        return FALSE;
    }
  total = hours * 60 + minutes;

  return *zone == '+' ? total <= 14 * 60 : total > 0 && total <= 12 * 60;
}

static gboolean
is_time (const char *time)
{
  int hour, minute, second;
  gboolean fraction = FALSE;

  if (strlen (time) < 8 || !two_digits (time, &hour) || time[2] != ':' || !two_digits (time + 3, &minute) ||
      time[5] != ':' || !two_digits (time + 6, &second))
    return FALSE;
  if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && (minute > 0 || second > 0)))
    return FALSE;
  time += 8;
  if (*time == '.')
    {
      for (time++; g_ascii_isdigit (*time); time++)
        fraction = TRUE;
      if (!fraction)
        return FALSE;
    }

  return is_zone (time);
}

/* A mark behind a component is for it and all to its left, one before it for it alone. */
static void
qualify (Date *date, guint component, guint8 before, guint8 behind)
{
  date->qualifiers[component] |= before;
  for (guint i = 0; i <= component; i++)
    date->qualifiers[i] |= behind;
}

static gboolean
read_rest (Reader *reader, Date *date)
{
  guint8 before = read_qualifier (reader);
  int division;

  if (read_digits (reader, date->month, 2) != 2)
    return FALSE;
  qualify (date, 1, before, read_qualifier (reader));
  date->form = two_digits (date->month, &division) && division > 20 ? DATE_DIVISION : DATE_MONTH;
  if (!take (reader, '-'))
    return TRUE;

  before = read_qualifier (reader);
  if (date->form == DATE_DIVISION || read_digits (reader, date->day, 2) != 2)
    return FALSE;
  qualify (date, 2, before, read_qualifier (reader));
  date->form = DATE_DAY;
  if (!take (reader, 'T'))
    return TRUE;

  date->form = DATE_TIME;
  if (reader->end - reader->at >= (gssize) sizeof date->time || strpbrk (date->month, "X") || strpbrk (date->day, "X"))
    return FALSE;
  memcpy (date->time, reader->at, reader->end - reader->at);
  reader->at = reader->end;

  return is_time (date->time);
}

static gboolean
read_date (Reader *reader, Date *date)
{
  guint8 before = read_qualifier (reader);
  guint n;

  *date = (Date) { .form = DATE_YEARS, .exponent = -1 };
  if (take (reader, 'Y'))
    {
      if (!read_long_year (reader, date))
        return FALSE;
      qualify (date, 0, before, read_qualifier (reader));
      return TRUE;
    }

  date->negative = take (reader, '-');
  n = read_digits (reader, date->year, 4);
  if (n < 2 || (date->negative && all_zero (date->year)))
    return FALSE;
  if (!read_year_suffixes (reader, date) || (date->significant > 0 && (n < 4 || strchr (date->year, 'X') != NULL)))
    return FALSE;
  qualify (date, 0, before, read_qualifier (reader));
  if (n < 4)
    return strchr (date->year, 'X') == NULL;
  if (date->significant > 0 || !take (reader, '-'))
    return TRUE;

  return read_rest (reader, date);
}

static gboolean
parse_date (const char *start, const char *end, Date *date, GError **error)
{
  Reader reader = { start, end };

  if (!read_date (&reader, date) || reader.at != reader.end)
    {
      g_set_error (error, SAYSO_EDTF_ERROR, SAYSO_EDTF_ERROR_SYNTAX, "“%.*s” is no date of ISO 8601-2",
                   (int) MIN (end - start, 40), start);
      return FALSE;
    }
  if (!sayso_edtf_date_exists (date))
    {
      g_set_error (error, SAYSO_EDTF_ERROR, SAYSO_EDTF_ERROR_DATE, "There is no date “%.*s”",
                   (int) MIN (end - start, 40), start);
      return FALSE;
    }

  return TRUE;
}

/* -- intervals and sets --------------------------------------------------------------------------- */

static gboolean
parse_end (const char *start, const char *end, Date *date, GError **error)
{
  *date = (Date) { .form = DATE_UNKNOWN, .exponent = -1 };
  if (start == end)
    return TRUE;
  if (end - start == 2 && strncmp (start, "..", 2) == 0)
    {
      date->form = DATE_OPEN;
      return TRUE;
    }

  return parse_date (start, end, date, error);
}

/* The ends come in order, and divisions of years pair with their like only. */
static gboolean
check_order (const Member *member, GError **error)
{
  gint64 first, last, unused;
  gboolean dates = member->first.form > DATE_UNKNOWN && member->last.form > DATE_UNKNOWN;

  if (dates && (member->first.form == DATE_DIVISION) != (member->last.form == DATE_DIVISION))
    {
      g_set_error_literal (error, SAYSO_EDTF_ERROR, SAYSO_EDTF_ERROR_SYNTAX, "A season goes with another season only");
      return FALSE;
    }
  if (dates && sayso_edtf_date_get_bounds (&member->first, &first, &unused) &&
      sayso_edtf_date_get_bounds (&member->last, &unused, &last) && first > last)
    {
      g_set_error_literal (error, SAYSO_EDTF_ERROR, SAYSO_EDTF_ERROR_DATE, "It ends before it begins");
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_interval (SaysoEdtf *self, const char *text, const char *slash, const char *end, GError **error)
{
  Member member = { .range = TRUE };

  self->kind = SAYSO_EDTF_INTERVAL;
  if (!parse_end (text, slash, &member.first, error) || !parse_end (slash + 1, end, &member.last, error) ||
      !check_order (&member, error))
    return FALSE;
  g_array_append_val (self->members, member);

  return TRUE;
}

static gboolean
parse_member (SaysoEdtf *self, const char *start, const char *end, GError **error)
{
  const char *dots;
  Member member = { 0 };

  while (start < end && *start == ' ')
    start++;
  while (end > start && end[-1] == ' ')
    end--;
  dots = g_strstr_len (start, end - start, "..");
  if (dots == NULL)
    {
      if (!parse_date (start, end, &member.first, error))
        return FALSE;
    }
  else
    {
      Date open = { .form = DATE_OPEN, .exponent = -1 };

      member.range = TRUE;
      member.first = member.last = open;
      if (end - start == 2)
        {
          g_set_error_literal (error, SAYSO_EDTF_ERROR, SAYSO_EDTF_ERROR_SYNTAX, "A range has an end");
          return FALSE;
        }
      if ((dots > start && !parse_date (start, dots, &member.first, error)) ||
          (dots + 2 < end && !parse_date (dots + 2, end, &member.last, error)) || !check_order (&member, error))
        return FALSE;
    }
  g_array_append_val (self->members, member);

  return TRUE;
}

static gboolean
parse_set (SaysoEdtf *self, const char *text, const char *end, GError **error)
{
  const char *start = text + 1;

  self->kind = *text == '[' ? SAYSO_EDTF_ONE_OF : SAYSO_EDTF_ALL_OF;
  if (end - text < 2 || end[-1] != (*text == '[' ? ']' : '}'))
    {
      g_set_error_literal (error, SAYSO_EDTF_ERROR, SAYSO_EDTF_ERROR_SYNTAX, "A set has no end");
      return FALSE;
    }
  for (const char *at = start;; at++)
    if (at == end - 1 || *at == ',')
      {
        if (!parse_member (self, start, at, error))
          return FALSE;
        if (at == end - 1)
          return TRUE;
        start = at + 1;
      }
}

/**
 * sayso_edtf_parse:
 * @text: a string
 * @error: return location for a #GError of the domain SAYSO_EDTF_ERROR
 *
 * Reads a date of ISO 8601-2:2019, Levels 0 to 2: "2015", "2015-07-14T12:30:00Z", "1984?", "2004-06-~11", "156X-12",
 * "2001-34", "Y17E7", "1950S2", "1984~/..", "[1667,1670..1672]", "{1960,1961-12}".
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL where it says nothing
 */
SaysoEdtf *
sayso_edtf_parse (const char *text, GError **error)
{
  g_autoptr (SaysoEdtf) self = NULL;
  gsize length;
  const char *slash;
  gboolean good;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  if (length > MAX_BYTES)
    {
      g_set_error_literal (error, SAYSO_EDTF_ERROR, SAYSO_EDTF_ERROR_SYNTAX, "It is too long");
      return NULL;
    }

  self = g_new0 (SaysoEdtf, 1);
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  slash = strchr (text, '/');
  if (*text == '[' || *text == '{')
    good = parse_set (self, text, text + length, error);
  else if (slash != NULL)
    good = parse_interval (self, text, slash, text + length, error);
  else
    {
      Member member = { 0 };

      good = parse_date (text, text + length, &member.first, error);
      g_array_append_val (self->members, member);
    }

  return good ? g_steal_pointer (&self) : NULL;
}

void
sayso_edtf_free (SaysoEdtf *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->members);
  g_free (self);
}

/* -- asking --------------------------------------------------------------------------------------- */

SaysoEdtfKind
sayso_edtf_get_kind (const SaysoEdtf *self)
{
  g_return_val_if_fail (self != NULL, SAYSO_EDTF_DATE);

  return self->kind;
}

static gboolean
is_qualified (const SaysoEdtf *self, Qualifier qualifier)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      for (guint k = 0; k < 3; k++)
        if ((member->first.qualifiers[k] | member->last.qualifiers[k]) & qualifier)
          return TRUE;
    }

  return FALSE;
}

/**
 * sayso_edtf_is_uncertain:
 *
 * Returns: whether any part of it is marked "?" or "%"
 */
gboolean
sayso_edtf_is_uncertain (const SaysoEdtf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_qualified (self, QUALIFIER_UNCERTAIN);
}

/**
 * sayso_edtf_is_approximate:
 *
 * Returns: whether any part of it is marked "~" or "%"
 */
gboolean
sayso_edtf_is_approximate (const SaysoEdtf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_qualified (self, QUALIFIER_APPROXIMATE);
}

/**
 * sayso_edtf_get_bounds:
 * @bounds: (out): from the first second it may be to the last; crisp, and lasting for intervals
 *
 * What is not known is taken as wide as it can be: "156X-12" is from December 1560 to December 1569.
 */
void
sayso_edtf_get_bounds (const SaysoEdtf *self, SaysoBounds *bounds)
{
  g_return_if_fail (self != NULL && bounds != NULL);

  *bounds = (SaysoBounds) { SAYSO_OPEN_FUTURE, SAYSO_OPEN_PAST, 0, 0, self->kind == SAYSO_EDTF_INTERVAL };
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);
      gint64 earliest, latest, unused;

      if (!sayso_edtf_date_get_bounds (&member->first, &earliest, &latest))
        earliest = SAYSO_OPEN_PAST;
      if (member->range && !sayso_edtf_date_get_bounds (&member->last, &unused, &latest))
        latest = SAYSO_OPEN_FUTURE;
      bounds->earliest = MIN (bounds->earliest, earliest);
      bounds->latest = MAX (bounds->latest, latest);
    }
}
