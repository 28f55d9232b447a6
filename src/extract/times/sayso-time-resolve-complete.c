/* sayso-time-resolve-complete.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

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
  else if (last < reference->bounds.earliest - FAR_PAST && (resolver->context->tense == SAYSO_TIME_TENSE_UNKNOWN ||
                                                            (HAS (BOUND) && FIELD (BOUND) == SAYSO_TIME_BOUND_UNTIL)))
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
  gint64 day =
      choose_side (resolver, reference->time != SAYSO_NONE, here, sayso_time_resolver_moving_day (resolver, year - 1),
                   sayso_time_resolver_moving_day (resolver, year),
                   sayso_time_resolver_moving_day (resolver, year + 1));

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
gboolean
sayso_time_resolver_complete (Resolver *resolver, SaysoTimeMoment *moment)
{
  gboolean only_clock = moment->precision >= SAYSO_TIME_PRECISION_PART && !HAS (DAY) && !HAS (WEEKDAY) &&
                        !sayso_time_resolver_is_moving (resolver);
  gboolean same_day = only_clock && resolver->context->then_near &&
                      resolver->context->then.moment.precision >= SAYSO_TIME_PRECISION_DAY;
  SaysoTimeFrom from =
      sayso_time_resolver_get_from (resolver, same_day ? SAYSO_TIME_FROM_THEN : SAYSO_TIME_FROM_EITHER);
  const SaysoTimeReference *reference = sayso_time_resolver_anchor (resolver, from);

  if (reference == NULL)
    return FALSE;
  if (sayso_time_resolver_is_moving (resolver))
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

  /* Where the text has not named a quarter, the one that ended last is spoken of. */
  if (HAS (FROM) && FIELD (FROM) == SAYSO_TIME_FROM_QUARTER && n == 0 && !resolver->context->quarter.known)
    n = -1;
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
      if (!sayso_time_resolver_read_moment (resolver, moment))
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
    sayso_time_moment_init_day (moment,
                                sayso_time_nth_weekday (moment->year, moment->month, FIELD (WEEKDAY), FIELD (NTH)),
                                SAYSO_TIME_PRECISION_DAY);
  else if (precision == SAYSO_TIME_PRECISION_WEEK && HAS (WEEKDAY))
    sayso_time_moment_init_day (moment, sayso_days_week_start (moment->year, moment->index) + FIELD (WEEKDAY) - 1,
                                SAYSO_TIME_PRECISION_DAY);
  if (moment->precision == SAYSO_TIME_PRECISION_DAY)
    return sayso_time_resolver_read_clock (resolver, moment);

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

  if (sayso_time_resolver_is_moving (resolver))
    {
      gint64 day = sayso_time_resolver_moving_day (resolver, reference->moment.year);

      if (rel < 0 && day >= base)
        day = sayso_time_resolver_moving_day (resolver, reference->moment.year - 1);
      else if (rel > 0 && day <= base)
        day = sayso_time_resolver_moving_day (resolver, reference->moment.year + 1);
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

gboolean
sayso_time_resolver_relative (Resolver *resolver, SaysoTimeMoment *moment)
{
  SaysoTimeFrom from = sayso_time_resolver_get_from (resolver, SAYSO_TIME_FROM_NOW);
  const SaysoTimeReference *reference = sayso_time_resolver_anchor (resolver, from);

  if (reference == NULL)
    return FALSE;
  if (HAS (RELUNIT))
    return shift_unit (resolver, moment, reference) && place_in_unit (resolver, moment);

  return shift_named (resolver, moment, reference);
}
