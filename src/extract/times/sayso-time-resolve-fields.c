/* sayso-time-resolve-fields.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-days.h"
#include "sayso-time-resolve-private.h"

#define FIELD(name) (resolver->sense.values[SAYSO_TIME_FIELD_##name])
#define HAS(name) (FIELD (name) != SAYSO_TIME_UNSET)

/* A year of two digits is the one nearest to the time of writing, but not far ahead of it. */
void
sayso_time_resolver_expand_year (Resolver *resolver)
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
gboolean
sayso_time_resolver_read_numeric (Resolver *resolver)
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
gboolean
sayso_time_resolver_read_clock (Resolver *resolver, SaysoTimeMoment *moment)
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
gint64
sayso_time_nth_weekday (int year, int month, int weekday, int nth)
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
gboolean
sayso_time_resolver_is_moving (const Resolver *resolver)
{
  return HAS (EASTER) || (HAS (NTH) && HAS (WEEKDAY) && HAS (MONTH));
}

gint64
sayso_time_resolver_moving_day (const Resolver *resolver, int year)
{
  gint64 day = HAS (EASTER) ? sayso_days_easter (year) + FIELD (EASTER)
                            : sayso_time_nth_weekday (year, FIELD (MONTH), FIELD (WEEKDAY), FIELD (NTH));

  return day + (HAS (PLUS) ? FIELD (PLUS) : 0);
}

/* What the fields say by themselves. The year may be missing, and more. */
gboolean
sayso_time_resolver_read_moment (Resolver *resolver, SaysoTimeMoment *moment)
{
  sayso_time_moment_init (moment);
  if (HAS (YEAR))
    {
      if (FIELD (YEAR) < 1)
        return FALSE;
      moment->year = astronomical (resolver, FIELD (YEAR));
      moment->year_known = TRUE;
    }

  if (sayso_time_resolver_is_moving (resolver))
    {
      if (HAS (MONTH) && (FIELD (MONTH) < 1 || FIELD (MONTH) > 12))
        return FALSE;
      moment->precision = SAYSO_TIME_PRECISION_DAY;
      if (moment->year_known)
        {
          gint64 day = sayso_time_resolver_moving_day (resolver, moment->year);

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

  return sayso_time_resolver_read_clock (resolver, moment);
}
