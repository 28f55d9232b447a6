/* sayso-time-resolve-named.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sayso-days.h"
#include "sayso-time-resolve-private.h"

#define FIELD(name) (resolver->sense.values[SAYSO_TIME_FIELD_##name])
#define HAS(name) (FIELD (name) != SAYSO_TIME_UNSET)

/* -- vague words ---------------------------------------------------------------------------------- */

gboolean
sayso_time_resolve_vague (Resolver *resolver)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  const SaysoTimeReference *reference =
      sayso_time_resolver_anchor (resolver, sayso_time_resolver_get_from (resolver, SAYSO_TIME_FROM_NOW));
  gboolean then =
      HAS (FROM) && FIELD (FROM) == SAYSO_TIME_FROM_THEN && reference != NULL && reference->time != SAYSO_NONE;

  time->type = HAS (TYPE) ? (SaysoTimeType) FIELD (TYPE) : SAYSO_TIME_DATE;
  time->value = then && FIELD (REF) == SAYSO_TIME_REF_PRESENT
                    ? sayso_time_moment_to_timex (&reference->moment)
                    : g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_REF, FIELD (REF)));
  if (HAS (MOD))
    time->mod = g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_MOD, FIELD (MOD)));
  if (reference == NULL)
    return TRUE;
  if (FIELD (REF) != SAYSO_TIME_REF_PAST)
    time->bounds.earliest = reference->bounds.earliest;
  if (FIELD (REF) != SAYSO_TIME_REF_FUTURE)
    time->bounds.latest = reference->bounds.latest;
  if (then && FIELD (REF) == SAYSO_TIME_REF_PRESENT)
    {
      time->edtf = sayso_time_moment_to_edtf (&reference->moment);
      resolver->meaning->reference = *reference;
    }

  return TRUE;
}

/* -- eras ----------------------------------------------------------------------------------------- */

/* The digits that all years from the first to the last have in common: "19" from 1939 to 1945. */
static char *
common_digits (int first, int last)
{
  g_autofree char *a = g_strdup_printf ("%04d", first), *b = g_strdup_printf ("%04d", last);
  gsize n = 0;

  if (first < 1 || strlen (a) != strlen (b))
    return g_strdup ("XXXX");
  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n > 0 ? g_strndup (a, n) : g_strdup ("XXXX");
}

static void
era_end (gboolean bc, int year, int month, int day, SaysoTimeMoment *moment)
{
  sayso_time_moment_init (moment);
  moment->year_known = TRUE;
  moment->year = bc ? 1 - year : year;
  moment->month = month;
  moment->day = day;
  moment->precision = day > 0     ? SAYSO_TIME_PRECISION_DAY
                      : month > 0 ? SAYSO_TIME_PRECISION_MONTH
                                  : SAYSO_TIME_PRECISION_YEAR;
}

/* A time with a name, from one date to another. */
gboolean
sayso_time_resolve_interval (Resolver *resolver)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  gboolean bc = HAS (ERA) && FIELD (ERA) == 1;
  SaysoTimeMoment first, last;
  g_autofree char *a = NULL, *b = NULL;
  gint64 unused;

  era_end (bc, FIELD (YEAR), HAS (MONTH) ? FIELD (MONTH) : 0, HAS (DAY) ? FIELD (DAY) : 0, &first);
  era_end (FALSE, FIELD (UNTIL_YEAR), HAS (UNTIL_MONTH) ? FIELD (UNTIL_MONTH) : 0,
           HAS (UNTIL_DAY) ? FIELD (UNTIL_DAY) : 0, &last);
  if (!sayso_time_moment_is_valid (&first) || !sayso_time_moment_is_valid (&last) ||
      !sayso_time_moment_get_bounds (&first, &time->bounds.earliest, &unused) ||
      !sayso_time_moment_get_bounds (&last, &unused, &time->bounds.latest))
    return FALSE;
  a = sayso_time_moment_to_edtf (&first);
  b = sayso_time_moment_to_edtf (&last);
  time->type = SAYSO_TIME_DATE;
  time->value = common_digits (first.year, last.year);
  time->edtf = g_strdup_printf ("%s/%s", a, b);

  return TRUE;
}
