/* sayso-time-resolve-spans.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sayso-days.h"
#include "sayso-time-resolve-private.h"

#define FIELD(name) (resolver->sense.values[SAYSO_TIME_FIELD_##name])
#define HAS(name) (FIELD (name) != SAYSO_TIME_UNSET)

/* More years than that the calendar does not count. */
#define MAX_YEARS 9999

static gint64
day_of (gint64 seconds)
{
  return seconds / SAYSO_SECONDS_A_DAY - (seconds % SAYSO_SECONDS_A_DAY < 0);
}

/* -- durations ------------------------------------------------------------------------------------ */

typedef struct
{
  char letter;
  gboolean clock;
  int times;
} Letter;

static const Letter letters[] = {
  [SAYSO_TIME_UNIT_SECOND] = { 'S', TRUE, 1 },     [SAYSO_TIME_UNIT_MINUTE] = { 'M', TRUE, 1 },
  [SAYSO_TIME_UNIT_HOUR] = { 'H', TRUE, 1 },       [SAYSO_TIME_UNIT_DAY] = { 'D', FALSE, 1 },
  [SAYSO_TIME_UNIT_NIGHT] = { 'D', FALSE, 1 },     [SAYSO_TIME_UNIT_WEEKEND] = { 'D', FALSE, 2 },
  [SAYSO_TIME_UNIT_WEEK] = { 'W', FALSE, 1 },      [SAYSO_TIME_UNIT_FORTNIGHT] = { 'W', FALSE, 2 },
  [SAYSO_TIME_UNIT_MONTH] = { 'M', FALSE, 1 },     [SAYSO_TIME_UNIT_QUARTER] = { 'Q', FALSE, 1 },
  [SAYSO_TIME_UNIT_SEASON] = { 'M', FALSE, 3 },    [SAYSO_TIME_UNIT_HALF] = { 'M', FALSE, 6 },
  [SAYSO_TIME_UNIT_YEAR] = { 'Y', FALSE, 1 },      [SAYSO_TIME_UNIT_DECADE] = { 'Y', FALSE, 10 },
  [SAYSO_TIME_UNIT_CENTURY] = { 'Y', FALSE, 100 }, [SAYSO_TIME_UNIT_MILLENNIUM] = { 'Y', FALSE, 1000 },
};

static void
append_amount (GString *string, int n, int hundredths, SaysoTimeUnit unit, gboolean *clock)
{
  const Letter *letter = &letters[unit];

  if (letter->clock && !*clock)
    {
      g_string_append_c (string, 'T');
      *clock = TRUE;
    }
  if (n < 0)
    g_string_append_c (string, 'X');
  else if (hundredths > 0)
    {
      gint64 total = ((gint64) n * 100 + hundredths) * letter->times;

      g_string_append_printf (string, "%" G_GINT64_FORMAT, total / 100);
      if (total % 100 > 0)
        g_string_append_printf (string, total % 10 == 0 ? ".%d" : ".%02d",
                                (int) (total % 10 == 0 ? total % 100 / 10 : total % 100));
    }
  else
    g_string_append_printf (string, "%" G_GINT64_FORMAT, (gint64) n * letter->times);
  g_string_append_c (string, letter->letter);
}

/* What a part of a unit is in the next smaller one: half a year is six months. */
static int
get_smaller (SaysoTimeUnit unit, int hundredths, SaysoTimeUnit *smaller)
{
  int parts = unit == SAYSO_TIME_UNIT_YEAR                                     ? 12
              : unit == SAYSO_TIME_UNIT_HOUR || unit == SAYSO_TIME_UNIT_MINUTE ? 60
                                                                               : 0;

  *smaller = unit == SAYSO_TIME_UNIT_YEAR   ? SAYSO_TIME_UNIT_MONTH
             : unit == SAYSO_TIME_UNIT_HOUR ? SAYSO_TIME_UNIT_MINUTE
                                            : SAYSO_TIME_UNIT_SECOND;

  return hundredths % 25 == 0 ? hundredths * parts / 100 : 0;
}

static char *
duration_to_timex (const Resolver *resolver)
{
  GString *string = g_string_new ("P");
  gboolean clock = FALSE;
  SaysoTimeUnit smaller;
  int rest = HAS (HUNDREDTHS) && HAS (N) && FIELD (N) > 0 && !HAS (N2)
                 ? get_smaller (FIELD (UNIT), FIELD (HUNDREDTHS), &smaller)
                 : 0;

  if (rest > 0)
    {
      append_amount (string, FIELD (N), 0, FIELD (UNIT), &clock);
      append_amount (string, rest, 0, smaller, &clock);
      return g_string_free (string, FALSE);
    }
  append_amount (string, HAS (N) ? FIELD (N) : SAYSO_TIME_SOME, HAS (HUNDREDTHS) ? FIELD (HUNDREDTHS) : 0, FIELD (UNIT),
                 &clock);
  if (HAS (N2) && HAS (UNIT2))
    append_amount (string, FIELD (N2), 0, FIELD (UNIT2), &clock);

  return g_string_free (string, FALSE);
}

/* How many units at least and at most; FALSE where nothing tells. */
static gboolean
get_amount (const Resolver *resolver, int *least, int *most)
{
  static const int a_year[] = { [SAYSO_TIME_UNIT_YEAR] = 1,
                                [SAYSO_TIME_UNIT_DECADE] = 10,
                                [SAYSO_TIME_UNIT_CENTURY] = 100,
                                [SAYSO_TIME_UNIT_MILLENNIUM] = 1000 };
  int years = FIELD (UNIT) >= SAYSO_TIME_UNIT_YEAR ? a_year[FIELD (UNIT)] : 1;

  if (HAS (NMIN) && HAS (NMAX))
    {
      *least = FIELD (NMIN);
      *most = FIELD (NMAX);
    }
  else if (HAS (N) && FIELD (N) >= 0)
    *least = *most = FIELD (N);
  else
    return FALSE;

  return *least <= *most && *most <= (FIELD (UNIT) >= SAYSO_TIME_UNIT_YEAR ? MAX_YEARS / years : MAX_YEARS * 12);
}

static gint64
shift (const Resolver *resolver, gint64 seconds, int n)
{
  gint64 shifted = sayso_time_shift_seconds (seconds, FIELD (UNIT), n);

  if (HAS (HUNDREDTHS) && FIELD (UNIT) == SAYSO_TIME_UNIT_YEAR)
    shifted =
        sayso_time_shift_seconds (shifted, SAYSO_TIME_UNIT_MONTH, (n < 0 ? -1 : 1) * FIELD (HUNDREDTHS) * 12 / 100);
  if (HAS (N2) && HAS (UNIT2) && FIELD (N2) >= 0 && FIELD (N2) < 10000)
    shifted = sayso_time_shift_seconds (shifted, FIELD (UNIT2), n < 0 ? -FIELD (N2) : FIELD (N2));

  return shifted;
}

/* Where a duration's other end is only roughly known, that end is soft by a tenth of it, or by what its count allows.
 */
static guint
softness (const Resolver *resolver, gint64 length, int least, int most)
{
  gint64 days = length / SAYSO_SECONDS_A_DAY;

  if (most > least)
    return days * (most - least) / MAX (most, 1);

  return HAS (MOD) || HAS (APPROX) ? MAX (days / 10, 1) : 0;
}

static char *
interval_to_edtf (const Resolver *resolver, const SaysoTimeReference *reference, gint64 first, gint64 last)
{
  SaysoTimePrecision unit = sayso_time_precision_of_unit (FIELD (UNIT));
  SaysoTimePrecision precision = reference->moment.precision;
  SaysoTimeMoment start, end;
  g_autofree char *a = NULL, *b = NULL;

  precision = precision <= SAYSO_TIME_PRECISION_YEAR && unit <= SAYSO_TIME_PRECISION_YEAR ? SAYSO_TIME_PRECISION_YEAR
              : precision <= SAYSO_TIME_PRECISION_MONTH && unit <= SAYSO_TIME_PRECISION_MONTH
                  ? SAYSO_TIME_PRECISION_MONTH
                  : SAYSO_TIME_PRECISION_DAY;
  sayso_time_moment_init_day (&start, day_of (first), precision);
  sayso_time_moment_init_day (&end, day_of (last), precision);
  a = sayso_time_moment_to_edtf (&start);
  b = sayso_time_moment_to_edtf (&end);

  return a != NULL && b != NULL ? g_strdup_printf ("%s/%s", a, b) : NULL;
}

/* "the past fourteen years" ends at what it counts from, "the next two weeks" begin there. */
static void
place_duration (Resolver *resolver)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  SaysoTimePlaced placed = FIELD (PLACED);
  gboolean told_then = resolver->context->dated || resolver->context->tense == SAYSO_TIME_TENSE_PLUPERFECT;
  SaysoTimeFrom otherwise = placed == SAYSO_TIME_PLACED_COMING           ? SAYSO_TIME_FROM_NOW
                            : told_then && resolver->context->then.known ? SAYSO_TIME_FROM_THEN
                                                                         : SAYSO_TIME_FROM_NOW;
  const SaysoTimeReference *reference;
  gint64 first, last;
  int least, most;

  if (placed == SAYSO_TIME_PLACED_LASTED && resolver->context->tense != SAYSO_TIME_TENSE_PERFECT &&
      resolver->context->tense != SAYSO_TIME_TENSE_PLUPERFECT)
    return;
  reference = sayso_time_resolver_anchor (resolver, sayso_time_resolver_get_from (resolver, otherwise));
  if (reference == NULL || !get_amount (resolver, &least, &most))
    return;

  /* Quarters are counted from one's beginning to another's end. */
  if (FIELD (UNIT) == SAYSO_TIME_UNIT_QUARTER && reference->moment.precision >= SAYSO_TIME_PRECISION_MONTH)
    {
      SaysoTimeMoment quarter;

      sayso_time_moment_init_day (&quarter, day_of (reference->bounds.earliest), SAYSO_TIME_PRECISION_QUARTER);
      sayso_time_moment_get_bounds (&quarter, &first, &last);
      time->bounds.earliest = placed == SAYSO_TIME_PLACED_COMING ? last + 1 : shift (resolver, first, -most);
      time->bounds.latest = placed == SAYSO_TIME_PLACED_COMING ? shift (resolver, last + 1, most) - 1 : first - 1;
      time->bounds.lasting = TRUE;
      time->edtf = interval_to_edtf (resolver, &(SaysoTimeReference) { .moment = quarter }, time->bounds.earliest,
                                     time->bounds.latest);
      return;
    }
  if (placed == SAYSO_TIME_PLACED_COMING)
    {
      gboolean exact = reference->moment.precision >= SAYSO_TIME_PRECISION_DAY && FIELD (UNIT) >= SAYSO_TIME_UNIT_DAY;

      first = exact ? reference->bounds.latest + 1 : reference->bounds.earliest;
      last = shift (resolver, reference->bounds.latest, most);
      time->bounds.soft_end = softness (resolver, last - first, least, most);
    }
  else
    {
      gboolean exact = reference->moment.precision >= SAYSO_TIME_PRECISION_DAY;

      last = reference->bounds.latest;
      first = exact ? shift (resolver, last + 1, -most) : shift (resolver, reference->bounds.earliest, -most);
      time->bounds.soft_start = softness (resolver, last - first, least, most);
    }
  time->bounds.earliest = first;
  time->bounds.latest = last;
  time->bounds.lasting = TRUE;
  time->edtf = interval_to_edtf (resolver, reference, first, last);
}

/* "the first nine months of 1989", "the last two weeks of July" */
static gboolean
place_within (Resolver *resolver)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  Resolver outer = { resolver->sense, resolver->context, resolver->meaning, FALSE };
  SaysoTimeReference whole;
  int least, most;

  outer.sense.values[SAYSO_TIME_FIELD_UNIT] = outer.sense.values[SAYSO_TIME_FIELD_N] =
      outer.sense.values[SAYSO_TIME_FIELD_PLACED] = outer.sense.values[SAYSO_TIME_FIELD_TYPE] =
          outer.sense.values[SAYSO_TIME_FIELD_NMIN] = outer.sense.values[SAYSO_TIME_FIELD_NMAX] = SAYSO_TIME_UNSET;
  if (!sayso_time_resolver_point (&outer))
    return FALSE;
  whole = resolver->meaning->reference;
  resolver->meaning->reference = (SaysoTimeReference) { .time = SAYSO_NONE };
  g_clear_pointer (&time->value, g_free);
  g_clear_pointer (&time->edtf, g_free);
  g_clear_pointer (&time->mod, g_free);
  time->bounds = SAYSO_BOUNDS_UNKNOWN;
  if (!whole.known || !get_amount (resolver, &least, &most))
    return TRUE;

  if (FIELD (PLACED) == SAYSO_TIME_PLACED_FIRST)
    {
      time->bounds.earliest = whole.bounds.earliest;
      time->bounds.latest = MIN (shift (resolver, whole.bounds.earliest, most) - 1, whole.bounds.latest);
    }
  else
    {
      time->bounds.latest = whole.bounds.latest;
      time->bounds.earliest = MAX (shift (resolver, whole.bounds.latest + 1, -most), whole.bounds.earliest);
    }
  time->bounds.lasting = TRUE;
  whole.moment.precision = SAYSO_TIME_PRECISION_MONTH;
  time->edtf = interval_to_edtf (resolver, &whole, time->bounds.earliest, time->bounds.latest);

  return TRUE;
}

gboolean
sayso_time_resolve_duration (Resolver *resolver)
{
  SaysoExtractedTime *time = &resolver->meaning->time;

  if (HAS (PLACED) && (FIELD (PLACED) == SAYSO_TIME_PLACED_FIRST || FIELD (PLACED) == SAYSO_TIME_PLACED_LAST))
    {
      if (!place_within (resolver))
        return FALSE;
    }
  else if (HAS (PLACED))
    place_duration (resolver);

  time->type = SAYSO_TIME_DURATION;
  time->value = duration_to_timex (resolver);
  if (HAS (MOD))
    time->mod = g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_MOD, FIELD (MOD)));
  else if (HAS (APPROX))
    time->mod = g_strdup ("APPROX");

  return TRUE;
}

/* -- sets ----------------------------------------------------------------------------------------- */

/* "daily" is P1D, "each Thursday" every Thursday of any week. */
gboolean
sayso_time_resolve_set (Resolver *resolver)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  SaysoTimeMoment moment;

  time->type = SAYSO_TIME_SET;
  if (HAS (UNIT))
    {
      time->value = duration_to_timex (resolver);
      return TRUE;
    }

  sayso_time_moment_init (&moment);
  moment.precision = SAYSO_TIME_PRECISION_DAY;
  if (HAS (WEEKDAY))
    moment.weekday = FIELD (WEEKDAY);
  else if (HAS (DAY))
    {
      moment.day = FIELD (DAY);
      moment.month = HAS (MONTH) ? FIELD (MONTH) : 0;
    }
  else if (HAS (WEEKEND))
    moment.precision = SAYSO_TIME_PRECISION_WEEKEND;
  else if (HAS (MONTH))
    {
      moment.precision = SAYSO_TIME_PRECISION_MONTH;
      moment.month = FIELD (MONTH);
    }
  else if (HAS (SEASON) || HAS (QUARTER))
    {
      moment.precision = HAS (SEASON) ? SAYSO_TIME_PRECISION_SEASON : SAYSO_TIME_PRECISION_QUARTER;
      moment.index = HAS (SEASON) ? FIELD (SEASON) : FIELD (QUARTER);
    }
  if (HAS (PART) && !HAS (HOUR))
    {
      moment.precision = SAYSO_TIME_PRECISION_PART;
      moment.index = FIELD (PART);
    }
  else if (HAS (HOUR))
    {
      moment.precision = HAS (MINUTE) ? SAYSO_TIME_PRECISION_MINUTE : SAYSO_TIME_PRECISION_HOUR;
      moment.hour = FIELD (HOUR) % 12 + (HAS (HALFDAY) && FIELD (HALFDAY) == 1 ? 12 : 0);
      moment.minute = HAS (MINUTE) ? FIELD (MINUTE) : 0;
    }
  if (!sayso_time_moment_is_valid (&moment))
    return FALSE;
  time->value = sayso_time_moment_to_timex (&moment);

  return TRUE;
}

/* -- so long before or after something ------------------------------------------------------------ */

static gboolean
has_own_moment (const Resolver *resolver)
{
  return HAS (YEAR) || HAS (YEAR2) || HAS (MONTH) || HAS (DAY) || HAS (WEEKDAY) || HAS (REL) || HAS (DECADE) ||
         HAS (CENTURY) || HAS (EASTER) || HAS (NUMERIC1) || HAS (SEASON) || HAS (QUARTER);
}

/* What the expression names itself ("two days after 3 March"), or else what it counts from. */
static gboolean
find_base (Resolver *resolver, SaysoTimeReference *base)
{
  const SaysoTimeReference *reference;

  if (has_own_moment (resolver))
    {
      Resolver inner = { resolver->sense, resolver->context, resolver->meaning, FALSE };
      SaysoExtractedTime *time = &resolver->meaning->time;

      inner.sense.values[SAYSO_TIME_FIELD_TYPE] = inner.sense.values[SAYSO_TIME_FIELD_MOD] = SAYSO_TIME_UNSET;
      if (!sayso_time_resolver_point (&inner))
        return FALSE;
      *base = resolver->meaning->reference;
      resolver->meaning->reference = (SaysoTimeReference) { .time = SAYSO_NONE };
      g_clear_pointer (&time->value, g_free);
      g_clear_pointer (&time->edtf, g_free);
      g_clear_pointer (&time->mod, g_free);
      time->bounds = SAYSO_BOUNDS_UNKNOWN;
      return TRUE;
    }

  reference = sayso_time_resolver_anchor (resolver, sayso_time_resolver_get_from (resolver, SAYSO_TIME_FROM_THEN));
  *base = reference != NULL ? *reference : (SaysoTimeReference) { .time = SAYSO_NONE };
  if (reference != NULL && FIELD (UNIT) < SAYSO_TIME_UNIT_DAY && reference->clock >= 0)
    {
      base->moment.precision = SAYSO_TIME_PRECISION_MINUTE;
      base->bounds.earliest = base->bounds.latest = base->bounds.earliest + reference->clock;
    }

  return TRUE;
}

static gboolean
fills_moment (const SaysoTimeReference *base)
{
  gint64 first, last;

  return sayso_time_moment_get_bounds (&base->moment, &first, &last) && first == base->bounds.earliest &&
         last == base->bounds.latest;
}

static SaysoTimePrecision
shifted_precision (const Resolver *resolver, const SaysoTimeReference *base)
{
  SaysoTimeUnit unit = FIELD (UNIT);
  SaysoTimePrecision precision = sayso_time_precision_of_unit (unit);

  if (precision < SAYSO_TIME_PRECISION_YEAR)
    precision = SAYSO_TIME_PRECISION_YEAR;
  if (unit == SAYSO_TIME_UNIT_WEEKEND)
    precision = SAYSO_TIME_PRECISION_WEEK;
  /* Weeks from a day that is named end on a day. */
  if (precision == SAYSO_TIME_PRECISION_WEEK && has_own_moment (resolver) &&
      base->moment.precision >= SAYSO_TIME_PRECISION_DAY)
    precision = SAYSO_TIME_PRECISION_DAY;
  /* A quarter a year earlier is a quarter. */
  if (precision == SAYSO_TIME_PRECISION_YEAR && base->moment.precision > SAYSO_TIME_PRECISION_YEAR &&
      base->moment.precision <= SAYSO_TIME_PRECISION_SEASON)
    precision = base->moment.precision;
  if (precision > SAYSO_TIME_PRECISION_DAY && base->moment.precision <= SAYSO_TIME_PRECISION_DAY)
    precision = SAYSO_TIME_PRECISION_DAY;

  return precision;
}

/* A span of days within a year or a month that is known: "2015-05-XX". */
static char *
common_timex (gint64 first, gint64 last)
{
  int y1, m1, d1, y2, m2, d2;

  sayso_days_from_day (day_of (first), &y1, &m1, &d1);
  sayso_days_from_day (day_of (last), &y2, &m2, &d2);
  if (y1 != y2 || y1 < 1)
    return g_strdup ("XXXX-XX-XX");

  return m1 == m2 ? g_strdup_printf ("%04d-%02d-XX", y1, m1) : g_strdup_printf ("%04d-XX-XX", y1);
}

static char *
days_to_edtf_set (gint64 first, gint64 last)
{
  g_autofree char *interval = sayso_time_edtf_from_days (day_of (first), day_of (last));
  char *slash = strchr (interval, '/');

  *slash = '\0';

  return g_str_equal (interval, slash + 1) ? g_strdup (interval) : g_strdup_printf ("[%s..%s]", interval, slash + 1);
}

gboolean
sayso_time_resolve_shift (Resolver *resolver)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  SaysoTimeReference base;
  SaysoTimePrecision precision;
  SaysoTimeMoment moment;
  int least, most, sign = FIELD (SHIFT);
  gboolean counted;

  if (!find_base (resolver, &base))
    return FALSE;
  time->type = SAYSO_TIME_DATE;
  if (HAS (MOD))
    time->mod = g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_MOD, FIELD (MOD)));
  else if (HAS (APPROX))
    time->mod = g_strdup ("APPROX");
  counted = get_amount (resolver, &least, &most);
  if (!base.known || !counted)
    {
      time->value = g_strdup (!counted                                ? (sign < 0 ? "PAST_REF" : "FUTURE_REF")
                              : FIELD (UNIT) >= SAYSO_TIME_UNIT_YEAR  ? "XXXX"
                              : FIELD (UNIT) >= SAYSO_TIME_UNIT_MONTH ? "XXXX-XX"
                                                                      : "XXXX-XX-XX");
      if (base.known && sign < 0)
        time->bounds.latest = base.bounds.latest;
      else if (base.known)
        time->bounds.earliest = base.bounds.earliest;
      return TRUE;
    }

  time->bounds.earliest = shift (resolver, base.bounds.earliest, sign < 0 ? -most : least);
  time->bounds.latest = shift (resolver, base.bounds.latest, sign < 0 ? -least : most);
  precision = shifted_precision (resolver, &base);
  if (least != most)
    {
      time->value = g_strdup (sign < 0 ? "PAST_REF" : "FUTURE_REF");
      time->edtf = days_to_edtf_set (time->bounds.earliest, time->bounds.latest);
      sayso_time_moment_init_day (&moment, day_of (time->bounds.earliest),
                                  base.moment.precision < SAYSO_TIME_PRECISION_MONTH ? SAYSO_TIME_PRECISION_YEAR
                                                                                     : SAYSO_TIME_PRECISION_MONTH);
    }
  else if (base.moment.precision < precision)
    {
      time->value = common_timex (time->bounds.earliest, time->bounds.latest);
      time->edtf = days_to_edtf_set (time->bounds.earliest, time->bounds.latest);
      sayso_time_moment_init_day (&moment, day_of (time->bounds.earliest), base.moment.precision);
    }
  else
    {
      sayso_time_moment_init_day (&moment, day_of (time->bounds.earliest), MIN (precision, SAYSO_TIME_PRECISION_DAY));
      if (precision > SAYSO_TIME_PRECISION_DAY)
        {
          gint64 rest = time->bounds.earliest - day_of (time->bounds.earliest) * SAYSO_SECONDS_A_DAY;

          moment.precision = MAX (base.moment.precision, precision);
          moment.hour = rest / 3600;
          moment.minute = rest / 60 % 60;
          moment.second = rest % 60;
          time->type = SAYSO_TIME_TIME;
        }
      time->value = sayso_time_moment_to_timex (&moment);
      if (base.moment.precision >= SAYSO_TIME_PRECISION_DAY || fills_moment (&base))
        {
          sayso_time_moment_get_bounds (&moment, &time->bounds.earliest, &time->bounds.latest);
          time->edtf = sayso_time_moment_to_edtf (&moment);
        }
      else
        time->edtf = days_to_edtf_set (time->bounds.earliest, time->bounds.latest);
    }
  if (HAS (MOD) || HAS (APPROX))
    time->bounds.soft_start = time->bounds.soft_end =
        MAX ((gint64) 1, ABS (base.bounds.earliest - time->bounds.earliest) / SAYSO_SECONDS_A_DAY / 10);
  resolver->meaning->reference = (SaysoTimeReference) { TRUE, moment, time->bounds, -1, SAYSO_NONE };

  return TRUE;
}
