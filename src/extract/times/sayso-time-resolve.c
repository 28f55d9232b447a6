/* sayso-time-resolve.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-resolve.h"

#include <string.h>

#include "sayso-days.h"
#include "sayso-time-resolve-private.h"

/* How far, for a date that does not say its year, what is near may lie on either side, in seconds. */
#define NEAR_FUTURE (120 * SAYSO_SECONDS_A_DAY)
#define NEAR_PAST (62 * SAYSO_SECONDS_A_DAY)
#define FAR_PAST (245 * SAYSO_SECONDS_A_DAY)

#define FIELD(name) (resolver->sense.values[SAYSO_TIME_FIELD_##name])
#define HAS(name) (FIELD (name) != SAYSO_TIME_UNSET)

static gint64
day_of (gint64 seconds)
{
  return seconds / SAYSO_SECONDS_A_DAY - (seconds % SAYSO_SECONDS_A_DAY < 0);
}

/* -- what it counts from -------------------------------------------------------------------------- */

/* Notes what is counted from; where that is not known, the time stays open. */
const SaysoTimeReference *
sayso_time_resolver_anchor (Resolver *resolver, SaysoTimeFrom from)
{
  const SaysoTimeContext *context = resolver->context;
  const SaysoTimeReference *reference;

  if (from == SAYSO_TIME_FROM_NOW || (from == SAYSO_TIME_FROM_QUARTER && !context->quarter.known))
    reference = &context->published;
  else if (from == SAYSO_TIME_FROM_QUARTER)
    reference = &context->quarter;
  else if (from == SAYSO_TIME_FROM_THEN)
    reference = context->then.known ? &context->then : &context->published;
  else
    reference =
        (context->narrative || !context->published.known) && context->then.known ? &context->then : &context->published;

  resolver->meaning->time.anchor = !reference->known               ? SAYSO_ANCHOR_OPEN
                                   : reference->time == SAYSO_NONE ? SAYSO_ANCHOR_PUBLISHED
                                                                   : SAYSO_ANCHOR_TIME;
  resolver->meaning->time.anchor_time = reference->known ? reference->time : SAYSO_NONE;

  return reference->known ? reference : NULL;
}

SaysoTimeFrom
sayso_time_resolver_get_from (const Resolver *resolver, SaysoTimeFrom otherwise)
{
  return HAS (FROM) ? (SaysoTimeFrom) FIELD (FROM) : otherwise;
}

/* -- fields to a moment --------------------------------------------------------------------------- */

/* A year of two digits is the one nearest to the time of writing, but not far ahead of it. */
static void
expand_year (Resolver *resolver)
{
  int now = resolver->context->published.known ? resolver->context->published.moment.year : 2020;
  int year;

  if (!HAS (YEAR2) || HAS (YEAR))
    return;
  year = now / 100 * 100 + FIELD (YEAR2);
  if (year > now + 15)
    year -= 100;
  else if (year < now - 84)
    year += 100;
  FIELD (YEAR) = year;
}

/* "03/04/2015": where nothing tells which is the month, both are kept. */
static gboolean
read_numeric (Resolver *resolver)
{
  int a, b;

  if (!HAS (NUMERIC1))
    return TRUE;
  a = FIELD (NUMERIC1);
  b = FIELD (NUMERIC2);
  if (a > 12 || (b <= 12 && a != b && resolver->context->order == SAYSO_TIME_ORDER_DAY_FIRST))
    {
      FIELD (DAY) = a;
      FIELD (MONTH) = b;
    }
  else
    {
      FIELD (MONTH) = a;
      FIELD (DAY) = b;
      resolver->ambiguous = b <= 12 && a != b && resolver->context->order == SAYSO_TIME_ORDER_UNKNOWN;
    }

  return a > 0 && b > 0;
}

static int
astronomical (const Resolver *resolver, int year)
{
  return HAS (ERA) && FIELD (ERA) == 1 ? 1 - year : year;
}

static SaysoTimePrecision
clock_precision (const Resolver *resolver)
{
  return HAS (SECOND)   ? SAYSO_TIME_PRECISION_SECOND
         : HAS (MINUTE) ? SAYSO_TIME_PRECISION_MINUTE
                        : SAYSO_TIME_PRECISION_HOUR;
}

/* Twelve hours and halves of a day to twenty-four hours. */
static gboolean
read_clock (Resolver *resolver, SaysoTimeMoment *moment)
{
  if (HAS (HOUR))
    {
      int hour = FIELD (HOUR);

      if (HAS (HALFDAY))
        {
          if (hour > 12 && FIELD (HALFDAY) == 0)
            return FALSE;
          if (hour <= 12)
            hour = hour % 12 + 12 * FIELD (HALFDAY);
        }
      else if (HAS (PART) && hour < 12 &&
               (FIELD (PART) == SAYSO_TIME_PART_AFTERNOON || FIELD (PART) == SAYSO_TIME_PART_EVENING ||
                (FIELD (PART) == SAYSO_TIME_PART_NIGHT && hour > 5)))
        hour += 12;
      moment->hour = hour;
      moment->minute = HAS (MINUTE) ? FIELD (MINUTE) : 0;
      moment->second = HAS (SECOND) ? FIELD (SECOND) : 0;
      moment->zone = HAS (ZONE) ? FIELD (ZONE) : SAYSO_TIME_NO_ZONE;
      moment->precision = clock_precision (resolver);
    }
  else if (HAS (PART))
    {
      moment->index = FIELD (PART);
      moment->precision = SAYSO_TIME_PRECISION_PART;
    }

  return TRUE;
}

/* The @nth weekday of a month, from its end where @nth is negative. */
static gint64
nth_weekday (int year, int month, int weekday, int nth)
{
  gint64 day;

  if (nth > 0)
    {
      day = sayso_days_to_day (year, month, 1);
      return day + (weekday - sayso_days_weekday (day) + 7) % 7 + (nth - 1) * 7;
    }
  day = sayso_days_to_day (year, month, sayso_days_month_days (year, month));

  return day - (sayso_days_weekday (day) - weekday + 7) % 7 + (nth + 1) * 7;
}

/* Feasts that move: counted from Easter, or the nth weekday of a month. Needs the year. */
static gboolean
is_moving (const Resolver *resolver)
{
  return HAS (EASTER) || (HAS (NTH) && HAS (WEEKDAY) && HAS (MONTH));
}

static gint64
moving_day (const Resolver *resolver, int year)
{
  gint64 day = HAS (EASTER) ? sayso_days_easter (year) + FIELD (EASTER)
                            : nth_weekday (year, FIELD (MONTH), FIELD (WEEKDAY), FIELD (NTH));

  return day + (HAS (PLUS) ? FIELD (PLUS) : 0);
}

/* What the fields say by themselves. The year may be missing, and more. */
static gboolean
read_moment (Resolver *resolver, SaysoTimeMoment *moment)
{
  sayso_time_moment_init (moment);
  if (HAS (YEAR))
    {
      if (FIELD (YEAR) < 1)
        return FALSE;
      moment->year = astronomical (resolver, FIELD (YEAR));
      moment->year_known = TRUE;
    }

  if (is_moving (resolver))
    {
      if (HAS (MONTH) && (FIELD (MONTH) < 1 || FIELD (MONTH) > 12))
        return FALSE;
      moment->precision = SAYSO_TIME_PRECISION_DAY;
      if (moment->year_known)
        {
          gint64 day = moving_day (resolver, moment->year);

          sayso_days_from_day (day, &moment->year, &moment->month, &moment->day);
        }
    }
  else if (HAS (DAY))
    {
      moment->precision = SAYSO_TIME_PRECISION_DAY;
      moment->day = FIELD (DAY);
      moment->month = HAS (MONTH) ? FIELD (MONTH) : 0;
      if (moment->day < 1 || (HAS (MONTH) && moment->month < 1))
        return FALSE;
      if (HAS (WEEKDAY) && !HAS (MONTH) && !HAS (REL))
        moment->weekday = 0;
    }
  else if (HAS (WEEKDAY) && !HAS (MONTH))
    {
      moment->precision = SAYSO_TIME_PRECISION_DAY;
      moment->weekday = FIELD (WEEKDAY);
    }
  else if (HAS (WEEKEND))
    moment->precision = SAYSO_TIME_PRECISION_WEEKEND;
  else if (HAS (MONTH))
    {
      moment->precision = SAYSO_TIME_PRECISION_MONTH;
      moment->month = FIELD (MONTH);
      if (moment->month < 1)
        return FALSE;
    }
  else if (HAS (WEEK))
    {
      moment->precision = SAYSO_TIME_PRECISION_WEEK;
      moment->index = FIELD (WEEK);
      if (moment->index < 1)
        return FALSE;
    }
  else if (HAS (SEASON))
    {
      moment->precision = SAYSO_TIME_PRECISION_SEASON;
      moment->index = FIELD (SEASON);
    }
  else if (HAS (QUARTER))
    {
      moment->precision = SAYSO_TIME_PRECISION_QUARTER;
      moment->index = FIELD (QUARTER);
    }
  else if (HAS (THIRD))
    {
      moment->precision = SAYSO_TIME_PRECISION_THIRD;
      moment->index = FIELD (THIRD);
    }
  else if (HAS (HALF))
    {
      moment->precision = SAYSO_TIME_PRECISION_HALF;
      moment->index = FIELD (HALF);
    }
  else if (!HAS (YEAR) && HAS (DECADE))
    {
      moment->precision = SAYSO_TIME_PRECISION_DECADE;
      moment->year_known = TRUE;
      moment->year = FIELD (DECADE) * 10;
      if (HAS (ERA) && FIELD (ERA) == 1)
        moment->year = -moment->year - 8;
    }
  else if (!HAS (YEAR) && HAS (CENTURY))
    {
      if (FIELD (CENTURY) < 1)
        return FALSE;
      moment->precision = SAYSO_TIME_PRECISION_CENTURY;
      moment->year_known = TRUE;
      moment->year = HAS (ERA) && FIELD (ERA) == 1 ? 1 - FIELD (CENTURY) * 100 : (FIELD (CENTURY) - 1) * 100;
    }
  else if (!HAS (YEAR))
    moment->precision = SAYSO_TIME_PRECISION_DAY;

  return read_clock (resolver, moment);
}

/* -- what is missing ------------------------------------------------------------------------------ */

/* A tense or the way a story goes tells on which side of the reference it lies. */
static gint64
choose_side (const Resolver *resolver, gboolean narrative, gint64 here, gint64 before, gint64 at, gint64 after)
{
  if (narrative)
    return at;
  if (resolver->context->tense == SAYSO_TIME_TENSE_FUTURE)
    return at >= here ? at : after;

  return at <= here ? at : before;
}

/* "Friday, March 13": of the years around, the nearest in which that was a Friday, the past before the future. */
static gboolean
set_year_by_weekday (Resolver *resolver, SaysoTimeMoment *moment, int year)
{
  for (int away = 0; away <= 6; away++)
    for (int side = -1; side <= 1; side += 2)
      {
        SaysoTimeMoment candidate = *moment;

        candidate.year_known = TRUE;
        candidate.year = year + side * away;
        if (sayso_time_moment_is_valid (&candidate) &&
            sayso_days_weekday (sayso_days_to_day (candidate.year, candidate.month, candidate.day)) == FIELD (WEEKDAY))
          {
            *moment = candidate;
            return TRUE;
          }
      }

  return FALSE;
}

static void
set_year_from (Resolver *resolver, SaysoTimeMoment *moment, const SaysoTimeReference *reference)
{
  gboolean narrative = reference->time != SAYSO_NONE;
  int year = reference->moment.year;
  gint64 here, first, last;

  if (HAS (WEEKDAY) && moment->month > 0 && moment->day > 0 && moment->month <= 12 &&
      set_year_by_weekday (resolver, moment, year))
    return;
  moment->year_known = TRUE;
  moment->year = year;
  if (!sayso_time_moment_get_bounds (moment, &first, &last))
    return;
  here = reference->bounds.latest == SAYSO_OPEN_FUTURE ? reference->bounds.earliest : reference->bounds.latest;
  if (narrative)
    {
      /* A story goes on: a month well before the last one is next year's. */
      if (reference->moment.precision >= SAYSO_TIME_PRECISION_MONTH && reference->moment.month > 0 &&
          moment->month > 0 && moment->month <= reference->moment.month - 8)
        moment->year++;
      return;
    }
  /* Without a year the nearest one is meant. */
  if (resolver->context->tense == SAYSO_TIME_TENSE_FUTURE)
    {
      if (last < reference->bounds.earliest - NEAR_PAST)
        moment->year++;
    }
  else if (first > here + NEAR_FUTURE)
    moment->year--;
  else if (last < reference->bounds.earliest - FAR_PAST)
    moment->year++;
}

static gboolean
complete_weekday (Resolver *resolver, SaysoTimeMoment *moment, const SaysoTimeReference *reference)
{
  SaysoTimePrecision precision = moment->precision;
  SaysoTimeMoment found;
  gint64 base, day;

  /* A day of a week that is known, or the one next to a day that is. */
  if (reference->moment.precision < SAYSO_TIME_PRECISION_WEEK)
    return FALSE;
  base = day_of (reference->bounds.earliest);
  if (reference->moment.precision == SAYSO_TIME_PRECISION_WEEK)
    day = base + moment->weekday - 1;
  else
    {
      int ahead = (moment->weekday - sayso_days_weekday (base) + 7) % 7;

      day = choose_side (resolver, FALSE, base, base + ahead - 7, base + ahead, base + ahead);
      if (reference->time != SAYSO_NONE && resolver->context->tense != SAYSO_TIME_TENSE_FUTURE)
        day = base + ahead;
    }
  sayso_time_moment_init_day (&found, day, SAYSO_TIME_PRECISION_DAY);
  moment->year_known = TRUE;
  moment->year = found.year;
  moment->month = found.month;
  moment->day = found.day;
  moment->precision = precision;

  return TRUE;
}

static gboolean
complete_day (Resolver *resolver, SaysoTimeMoment *moment, const SaysoTimeReference *reference)
{
  int year, month, day;

  if (reference->moment.precision < SAYSO_TIME_PRECISION_MONTH || reference->moment.month == 0)
    return FALSE;
  year = reference->moment.year;
  month = reference->moment.month;
  day = reference->moment.day;
  if (day > 0 && reference->time == SAYSO_NONE)
    {
      if (resolver->context->tense == SAYSO_TIME_TENSE_FUTURE && moment->day < day)
        month++;
      else if (resolver->context->tense != SAYSO_TIME_TENSE_FUTURE && moment->day > day)
        month--;
    }
  moment->year_known = TRUE;
  /* "Wednesday the 13th": the nearest month in which it was one. */
  for (int away = 0; away <= 12; away++)
    {
      int step = resolver->context->tense == SAYSO_TIME_TENSE_FUTURE ? away : -away;
      int total = year * 12 + month - 1 + step;

      moment->year = total / 12 - (total % 12 < 0);
      moment->month = total - moment->year * 12 + 1;
      if (sayso_time_moment_is_valid (moment) &&
          (!HAS (WEEKDAY) ||
           sayso_days_weekday (sayso_days_to_day (moment->year, moment->month, moment->day)) == FIELD (WEEKDAY)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
complete_moving (Resolver *resolver, SaysoTimeMoment *moment, const SaysoTimeReference *reference)
{
  SaysoTimePrecision precision = moment->precision;
  int year = reference->moment.year;
  gint64 here = day_of (reference->bounds.earliest);
  gint64 day = choose_side (resolver, reference->time != SAYSO_NONE, here, moving_day (resolver, year - 1),
                            moving_day (resolver, year), moving_day (resolver, year + 1));

  moment->year_known = TRUE;
  sayso_days_from_day (day, &moment->year, &moment->month, &moment->day);
  moment->precision = precision;

  return TRUE;
}

static gboolean
complete_weekend (Resolver *resolver, SaysoTimeMoment *moment, const SaysoTimeReference *reference)
{
  gint64 base = day_of (reference->bounds.earliest);
  int weekday = sayso_days_weekday (base);

  if (reference->moment.precision < SAYSO_TIME_PRECISION_WEEK)
    return FALSE;
  if (reference->moment.precision >= SAYSO_TIME_PRECISION_DAY && weekday < 6 &&
      resolver->context->tense != SAYSO_TIME_TENSE_FUTURE && !HAS (REL) && reference->time == SAYSO_NONE)
    base -= 7;
  sayso_time_moment_init_day (moment, base, SAYSO_TIME_PRECISION_WEEKEND);

  return TRUE;
}

/* Takes from the reference what is not said. */
static gboolean
complete (Resolver *resolver, SaysoTimeMoment *moment)
{
  gboolean only_clock = moment->precision >= SAYSO_TIME_PRECISION_PART && !HAS (DAY) && !HAS (WEEKDAY) &&
                        !is_moving (resolver);
  gboolean same_day = only_clock && resolver->context->then_near &&
                      resolver->context->then.moment.precision >= SAYSO_TIME_PRECISION_DAY;
  SaysoTimeFrom from =
      sayso_time_resolver_get_from (resolver, same_day ? SAYSO_TIME_FROM_THEN : SAYSO_TIME_FROM_EITHER);
  const SaysoTimeReference *reference = sayso_time_resolver_anchor (resolver, from);

  if (reference == NULL)
    return FALSE;
  if (is_moving (resolver))
    return complete_moving (resolver, moment, reference);
  if (only_clock)
    {
      SaysoTimeMoment base = reference->moment;

      if (base.precision < SAYSO_TIME_PRECISION_DAY || base.day == 0)
        return FALSE;
      moment->year_known = TRUE;
      moment->year = base.year;
      moment->month = base.month;
      moment->day = base.day;
      return TRUE;
    }
  if (moment->precision == SAYSO_TIME_PRECISION_WEEKEND)
    return complete_weekend (resolver, moment, reference);
  if (moment->weekday > 0)
    return complete_weekday (resolver, moment, reference);
  if (moment->day > 0 && moment->month == 0)
    return complete_day (resolver, moment, reference);

  set_year_from (resolver, moment, reference);

  return TRUE;
}

/* -- last, this, next ----------------------------------------------------------------------------- */

static gboolean
shift_unit (Resolver *resolver, SaysoTimeMoment *moment, const SaysoTimeReference *reference)
{
  SaysoTimeUnit unit = FIELD (RELUNIT);
  SaysoTimePrecision precision = sayso_time_precision_of_unit (unit);
  gint64 base = reference->bounds.earliest;
  int n = FIELD (REL);

  /* What is less exact than the unit has no such part. */
  if (reference->moment.precision < precision && !(precision == SAYSO_TIME_PRECISION_WEEKEND))
    return FALSE;
  if (reference->moment.precision == SAYSO_TIME_PRECISION_SEASON && precision == SAYSO_TIME_PRECISION_YEAR)
    base = sayso_date_to_seconds (reference->moment.year, 6, 1);
  if (precision == SAYSO_TIME_PRECISION_WEEK || precision == SAYSO_TIME_PRECISION_WEEKEND)
    base = sayso_time_shift_seconds (base, SAYSO_TIME_UNIT_WEEK, n);
  else
    base = sayso_time_shift_seconds (base, unit, n);
  sayso_time_moment_init_day (moment, day_of (base), MIN (precision, SAYSO_TIME_PRECISION_DAY));

  return TRUE;
}

/* What else is said within the unit: "October of last year", "Tuesday of next week", "the 5th of next month". */
static gboolean
place_in_unit (Resolver *resolver, SaysoTimeMoment *moment)
{
  SaysoTimePrecision precision = moment->precision;

  if (precision == SAYSO_TIME_PRECISION_YEAR)
    {
      SaysoTimeSense sense = resolver->sense;

      if (!HAS (MONTH) && !HAS (QUARTER) && !HAS (SEASON) && !HAS (HALF) && !HAS (THIRD) && !HAS (EASTER))
        return TRUE;
      if (moment->year < 1)
        return FALSE;
      FIELD (YEAR) = moment->year;
      if (!read_moment (resolver, moment))
        return FALSE;
      resolver->sense = sense;
      return TRUE;
    }
  if (precision == SAYSO_TIME_PRECISION_MONTH && HAS (DAY))
    {
      moment->day = FIELD (DAY);
      moment->precision = SAYSO_TIME_PRECISION_DAY;
    }
  else if (precision == SAYSO_TIME_PRECISION_MONTH && HAS (WEEKDAY) && HAS (NTH))
    sayso_time_moment_init_day (moment, nth_weekday (moment->year, moment->month, FIELD (WEEKDAY), FIELD (NTH)),
                                SAYSO_TIME_PRECISION_DAY);
  else if (precision == SAYSO_TIME_PRECISION_WEEK && HAS (WEEKDAY))
    sayso_time_moment_init_day (moment, sayso_days_week_start (moment->year, moment->index) + FIELD (WEEKDAY) - 1,
                                SAYSO_TIME_PRECISION_DAY);
  if (moment->precision == SAYSO_TIME_PRECISION_DAY)
    return read_clock (resolver, moment);

  return TRUE;
}

/* "last Friday", "next May", "this summer": the one before, after or around the reference. */
static gboolean
shift_named (Resolver *resolver, SaysoTimeMoment *moment, const SaysoTimeReference *reference)
{
  int rel = FIELD (REL);
  gint64 base = day_of (reference->bounds.earliest), first, last;

  if (moment->weekday > 0)
    {
      int ahead;
      SaysoTimeMoment found;

      if (reference->moment.precision < SAYSO_TIME_PRECISION_DAY)
        return FALSE;
      ahead = (moment->weekday - sayso_days_weekday (base) + 7) % 7;
      if (rel == 0)
        base += moment->weekday - sayso_days_weekday (base);
      else if (rel > 0)
        base += ahead == 0 ? 7 : ahead;
      else
        base += ahead - 7;
      sayso_time_moment_init_day (&found, base, SAYSO_TIME_PRECISION_DAY);
      found.precision = moment->precision;
      found.index = moment->index;
      found.hour = moment->hour;
      found.minute = moment->minute;
      found.second = moment->second;
      found.zone = moment->zone;
      *moment = found;
      return TRUE;
    }
  if (moment->precision == SAYSO_TIME_PRECISION_WEEKEND)
    {
      if (reference->moment.precision < SAYSO_TIME_PRECISION_WEEK)
        return FALSE;
      sayso_time_moment_init_day (moment, base + 7 * rel, SAYSO_TIME_PRECISION_WEEKEND);
      return TRUE;
    }

  if (is_moving (resolver))
    {
      gint64 day = moving_day (resolver, reference->moment.year);

      if (rel < 0 && day >= base)
        day = moving_day (resolver, reference->moment.year - 1);
      else if (rel > 0 && day <= base)
        day = moving_day (resolver, reference->moment.year + 1);
      moment->year_known = TRUE;
      sayso_days_from_day (day, &moment->year, &moment->month, &moment->day);
      return TRUE;
    }

  moment->year_known = TRUE;
  moment->year = reference->moment.year;
  if (moment->precision == SAYSO_TIME_PRECISION_SEASON && reference->moment.month > 0 && reference->moment.month < 3 &&
      moment->index == 4 && rel <= 0)
    moment->year--;
  if (!sayso_time_moment_get_bounds (moment, &first, &last))
    return FALSE;
  if (rel < 0 && last >= reference->bounds.earliest)
    moment->year--;
  else if (rel > 0 && first <= reference->bounds.latest)
    moment->year++;

  return TRUE;
}

static gboolean
resolve_relative (Resolver *resolver, SaysoTimeMoment *moment)
{
  SaysoTimeFrom from = sayso_time_resolver_get_from (resolver, SAYSO_TIME_FROM_NOW);
  const SaysoTimeReference *reference = sayso_time_resolver_anchor (resolver, from);

  if (reference == NULL)
    return FALSE;
  if (HAS (RELUNIT))
    return shift_unit (resolver, moment, reference) && place_in_unit (resolver, moment);

  return shift_named (resolver, moment, reference);
}

/* -- putting it together -------------------------------------------------------------------------- */

/* "early 2015" is one of the days of its first third. */
static void
apply_mod (Resolver *resolver, const SaysoTimeMoment *moment)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  int mod = HAS (MOD) ? FIELD (MOD) : SAYSO_TIME_MOD_NONE;

  if (mod >= SAYSO_TIME_MOD_START && mod <= SAYSO_TIME_MOD_END && sayso_bounds_known (&time->bounds))
    {
      sayso_time_moment_third (moment, mod, &time->bounds.earliest, &time->bounds.latest);
      if (moment->precision < SAYSO_TIME_PRECISION_PART)
        {
          g_autofree char *interval =
              sayso_time_edtf_from_days (day_of (time->bounds.earliest), day_of (time->bounds.latest));
          char *slash = strchr (interval, '/');

          g_free (time->edtf);
          *slash = '\0';
          time->edtf = day_of (time->bounds.earliest) == day_of (time->bounds.latest)
                           ? g_strdup (interval)
                           : g_strdup_printf ("[%s..%s]", interval, slash + 1);
        }
    }
  if (HAS (APPROX) && mod == SAYSO_TIME_MOD_NONE)
    mod = SAYSO_TIME_MOD_APPROX;
  if (mod == SAYSO_TIME_MOD_APPROX)
    {
      if (time->edtf != NULL && strpbrk (time->edtf, "/[{T") == NULL)
        {
          g_autofree char *exact = time->edtf;

          time->edtf = g_strconcat (exact, "~", NULL);
        }
      if (sayso_bounds_known (&time->bounds))
        {
          gint64 days = (time->bounds.latest - time->bounds.earliest) / SAYSO_SECONDS_A_DAY + 1;

          time->bounds.soft_start = time->bounds.soft_end = MIN (days, 36500);
        }
    }
  if (mod != SAYSO_TIME_MOD_NONE)
    time->mod = g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_MOD, mod));
}

/* Both readings of a date in digits: from the earlier to the later, and a set of two. */
static void
keep_both (Resolver *resolver, const SaysoTimeMoment *moment)
{
  SaysoExtractedTime *time = &resolver->meaning->time;
  SaysoTimeMoment other = *moment;
  gint64 first, last;
  g_autofree char *edtf = NULL;

  other.month = moment->day;
  other.day = moment->month;
  edtf = sayso_time_moment_to_edtf (&other);
  if (!sayso_time_moment_get_bounds (&other, &first, &last) || edtf == NULL || time->edtf == NULL)
    return;
  if (first < time->bounds.earliest)
    {
      g_autofree char *old = time->edtf;

      time->edtf = g_strdup_printf ("[%s,%s]", edtf, old);
    }
  else
    {
      g_autofree char *old = time->edtf;

      time->edtf = g_strdup_printf ("[%s,%s]", old, edtf);
    }
  time->bounds.earliest = MIN (time->bounds.earliest, first);
  time->bounds.latest = MAX (time->bounds.latest, last);
  g_free (time->value);
  time->value = moment->year_known ? g_strdup_printf ("%04d-XX-XX", moment->year) : g_strdup ("XXXX-XX-XX");
}

gboolean
sayso_time_resolver_point (Resolver *resolver)
{
  SaysoTimeMeaning *meaning = resolver->meaning;
  SaysoTimeMoment moment;
  gboolean known = TRUE;

  expand_year (resolver);
  if (!read_numeric (resolver) || !read_moment (resolver, &moment))
    return FALSE;
  if (HAS (REL))
    known = resolve_relative (resolver, &moment);
  else if (!moment.year_known ||
           (moment.precision >= SAYSO_TIME_PRECISION_DAY && (moment.month == 0 || moment.day == 0)))
    known = complete (resolver, &moment);
  if (!sayso_time_moment_is_valid (&moment))
    return FALSE;
  if (known && HAS (WITHIN) && moment.precision >= SAYSO_TIME_PRECISION_DAY)
    sayso_time_moment_init_day (&moment, sayso_days_to_day (moment.year, moment.month, moment.day),
                                sayso_time_precision_of_unit (FIELD (WITHIN)));
  /* A quarter or the like that cannot be placed, or a unit of something less exact. */
  if (!known && HAS (RELUNIT))
    {
      SaysoTimePrecision precision = sayso_time_precision_of_unit (FIELD (RELUNIT));
      g_autofree char *value = NULL;

      sayso_time_moment_init (&moment);
      moment.precision = MIN (precision, SAYSO_TIME_PRECISION_DAY);
      meaning->time.value = precision == SAYSO_TIME_PRECISION_QUARTER ? g_strdup ("XXXX-QX")
                            : precision < SAYSO_TIME_PRECISION_YEAR ||
                                    (precision > SAYSO_TIME_PRECISION_YEAR && precision < SAYSO_TIME_PRECISION_MONTH)
                                ? g_strdup ("XXXX")
                                : sayso_time_moment_to_timex (&moment);
      if (HAS (MOD))
        meaning->time.mod = g_strdup (sayso_time_constant_get_name (SAYSO_TIME_FIELD_MOD, FIELD (MOD)));
      return TRUE;
    }

  meaning->time.type = HAS (TYPE)                                      ? (SaysoTimeType) FIELD (TYPE)
                       : moment.precision >= SAYSO_TIME_PRECISION_PART ? SAYSO_TIME_TIME
                                                                       : SAYSO_TIME_DATE;
  meaning->time.value = sayso_time_moment_to_timex (&moment);
  meaning->time.edtf = sayso_time_moment_to_edtf (&moment);
  if (known && sayso_time_moment_get_bounds (&moment, &meaning->time.bounds.earliest, &meaning->time.bounds.latest))
    {
      if (resolver->ambiguous)
        keep_both (resolver, &moment);
      apply_mod (resolver, &moment);
      meaning->reference = (SaysoTimeReference) { TRUE, moment, meaning->time.bounds, -1, SAYSO_NONE };
      meaning->reference.bounds.soft_start = meaning->reference.bounds.soft_end = 0;
    }
  else
    apply_mod (resolver, &moment);

  return TRUE;
}

/* Years of more than four digits have no TIMEX3 value and are not counted. */
static gboolean
is_countable (const SaysoBounds *bounds)
{
  return (bounds->earliest == SAYSO_OPEN_PAST || bounds->earliest >= sayso_date_to_seconds (-9999, 1, 1)) &&
         (bounds->latest == SAYSO_OPEN_FUTURE || bounds->latest < sayso_date_to_seconds (10000, 1, 1));
}

/**
 * sayso_time_resolve:
 * @sense: what an expression says
 * @context: where it stands
 * @meaning: (out): what it means there; its strings are the caller's
 *
 * Returns: %FALSE where there is no such time ("31 February")
 */
gboolean
sayso_time_resolve (const SaysoTimeSense *sense, const SaysoTimeContext *context, SaysoTimeMeaning *meaning)
{
  Resolver self = { *sense, context, meaning, FALSE };
  Resolver *resolver = &self;
  gboolean good;

  *meaning = (SaysoTimeMeaning) { 0 };
  meaning->time.bounds = SAYSO_BOUNDS_UNKNOWN;
  meaning->time.anchor_time = SAYSO_NONE;
  meaning->reference.time = SAYSO_NONE;

  if (HAS (PLACED) && FIELD (PLACED) == SAYSO_TIME_PLACED_AHEAD)
    {
      FIELD (PLACED) = SAYSO_TIME_UNSET;
      if (context->tense == SAYSO_TIME_TENSE_FUTURE && !context->narrative)
        {
          FIELD (SHIFT) = 1;
          FIELD (FROM) = SAYSO_TIME_FROM_NOW;
        }
    }
  if (HAS (REF))
    good = sayso_time_resolve_vague (resolver);
  else if (HAS (TYPE) && FIELD (TYPE) == SAYSO_TIME_SET)
    good = sayso_time_resolve_set (resolver);
  else if (HAS (SHIFT))
    good = sayso_time_resolve_shift (resolver);
  else if (HAS (UNIT))
    good = sayso_time_resolve_duration (resolver);
  else if (HAS (UNTIL_YEAR))
    good = sayso_time_resolve_interval (resolver);
  else
    good = sayso_time_resolver_point (resolver);
  if (good && is_countable (&meaning->time.bounds))
    {
      if (HAS (BOUND) && meaning->time.type != SAYSO_TIME_SET && meaning->time.type != SAYSO_TIME_DURATION)
        meaning->time.bound = FIELD (BOUND);
      return TRUE;
    }

  g_clear_pointer (&meaning->time.value, g_free);
  g_clear_pointer (&meaning->time.edtf, g_free);
  g_clear_pointer (&meaning->time.mod, g_free);

  return FALSE;
}
