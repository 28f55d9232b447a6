/* sayso-time-moment.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-moment.h"

#include "sayso-days.h"

/* How exact a time is that is counted in @unit. */
SaysoTimePrecision
sayso_time_precision_of_unit (SaysoTimeUnit unit)
{
  static const guint8 precisions[] = {
    [SAYSO_TIME_UNIT_SECOND] = SAYSO_TIME_PRECISION_SECOND,
    [SAYSO_TIME_UNIT_MINUTE] = SAYSO_TIME_PRECISION_MINUTE,
    [SAYSO_TIME_UNIT_HOUR] = SAYSO_TIME_PRECISION_HOUR,
    [SAYSO_TIME_UNIT_DAY] = SAYSO_TIME_PRECISION_DAY,
    [SAYSO_TIME_UNIT_NIGHT] = SAYSO_TIME_PRECISION_DAY,
    [SAYSO_TIME_UNIT_WEEKEND] = SAYSO_TIME_PRECISION_WEEKEND,
    [SAYSO_TIME_UNIT_WEEK] = SAYSO_TIME_PRECISION_WEEK,
    [SAYSO_TIME_UNIT_FORTNIGHT] = SAYSO_TIME_PRECISION_WEEK,
    [SAYSO_TIME_UNIT_MONTH] = SAYSO_TIME_PRECISION_MONTH,
    [SAYSO_TIME_UNIT_QUARTER] = SAYSO_TIME_PRECISION_QUARTER,
    [SAYSO_TIME_UNIT_SEASON] = SAYSO_TIME_PRECISION_SEASON,
    [SAYSO_TIME_UNIT_HALF] = SAYSO_TIME_PRECISION_HALF,
    [SAYSO_TIME_UNIT_YEAR] = SAYSO_TIME_PRECISION_YEAR,
    [SAYSO_TIME_UNIT_DECADE] = SAYSO_TIME_PRECISION_DECADE,
    [SAYSO_TIME_UNIT_CENTURY] = SAYSO_TIME_PRECISION_CENTURY,
    [SAYSO_TIME_UNIT_MILLENNIUM] = SAYSO_TIME_PRECISION_MILLENNIUM,
  };

  return precisions[unit];
}

void
sayso_time_moment_init (SaysoTimeMoment *self)
{
  *self = (SaysoTimeMoment) { .precision = SAYSO_TIME_PRECISION_YEAR, .zone = SAYSO_TIME_NO_ZONE };
}

static int
floor_to (int value, int step)
{
  return value - ((value % step) + step) % step;
}

/* The season that a month is in; winter is that of the year it begins in. */
static void
init_season (SaysoTimeMoment *self)
{
  static const guint8 seasons[] = { 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4 };

  self->index = seasons[self->month - 1];
  if (self->month < 3)
    self->year--;
}

/* The moment of that exactness that a day is in. */
void
sayso_time_moment_init_day (SaysoTimeMoment *self, gint64 day, SaysoTimePrecision precision)
{
  sayso_time_moment_init (self);
  self->precision = precision;
  self->year_known = TRUE;
  sayso_days_from_day (day, &self->year, &self->month, &self->day);
  switch (precision)
    {
    case SAYSO_TIME_PRECISION_MILLENNIUM:
      self->year = floor_to (self->year, 1000);
      break;
    case SAYSO_TIME_PRECISION_CENTURY:
      self->year = floor_to (self->year, 100);
      break;
    case SAYSO_TIME_PRECISION_DECADE:
      self->year = floor_to (self->year, 10);
      break;
    case SAYSO_TIME_PRECISION_HALF:
      self->index = (self->month - 1) / 6 + 1;
      break;
    case SAYSO_TIME_PRECISION_THIRD:
      self->index = (self->month - 1) / 4 + 1;
      break;
    case SAYSO_TIME_PRECISION_QUARTER:
      self->index = (self->month - 1) / 3 + 1;
      break;
    case SAYSO_TIME_PRECISION_SEASON:
      init_season (self);
      break;
    case SAYSO_TIME_PRECISION_WEEK:
    case SAYSO_TIME_PRECISION_WEEKEND:
      sayso_days_iso_week (day, &self->year, &self->index);
      break;
    default:
      break;
    }
  if (precision < SAYSO_TIME_PRECISION_MONTH)
    self->month = 0;
  if (precision < SAYSO_TIME_PRECISION_DAY)
    self->day = 0;
}

/* Whether there is such a time at all: no 31 February, no month 13, no year 0. */
gboolean
sayso_time_moment_is_valid (const SaysoTimeMoment *self)
{
  if (self->year_known && (self->year < -9999 || self->year > 9999))
    return FALSE;
  if (self->month < 0 || self->month > 12 || self->day < 0 || self->day > 31)
    return FALSE;
  if (self->month > 0 && self->day > sayso_days_month_days (self->year_known ? self->year : 2000, self->month))
    return FALSE;
  if (self->precision == SAYSO_TIME_PRECISION_WEEK &&
      (self->index < 1 || self->index > (self->year_known ? sayso_days_year_weeks (self->year) : 53)))
    return FALSE;
  if ((self->precision == SAYSO_TIME_PRECISION_HALF && (self->index < 1 || self->index > 2)) ||
      (self->precision == SAYSO_TIME_PRECISION_THIRD && (self->index < 1 || self->index > 3)) ||
      (self->precision == SAYSO_TIME_PRECISION_QUARTER && (self->index < 1 || self->index > 4)))
    return FALSE;
  if (self->hour < 0 || self->hour > 24 || self->minute < 0 || self->minute > 59 || self->second < 0 ||
      self->second > 59)
    return FALSE;

  return self->hour < 24 || (self->minute == 0 && self->second == 0);
}

static void
set_months (const SaysoTimeMoment *self, int first, int n, gint64 *earliest, gint64 *latest)
{
  int year = self->year + (first - 1 + n) / 12;
  int month = (first - 1 + n) % 12 + 1;

  *earliest = sayso_date_to_seconds (self->year, first, 1);
  *latest = sayso_date_to_seconds (year, month, 1) - 1;
}

static void
set_years (const SaysoTimeMoment *self, int n, gint64 *earliest, gint64 *latest)
{
  *earliest = sayso_date_to_seconds (self->year, 1, 1);
  *latest = sayso_date_to_seconds (self->year + n, 1, 1) - 1;
}

/* Hours of the parts of a day, from the first to before the last. What is left of a night after midnight is the next
 * day's. */
static const guint8 part_hours[][2] = {
  [SAYSO_TIME_PART_MORNING] = { 6, 12 },    [SAYSO_TIME_PART_MIDDAY] = { 12, 13 },
  [SAYSO_TIME_PART_AFTERNOON] = { 12, 18 }, [SAYSO_TIME_PART_EVENING] = { 18, 24 },
  [SAYSO_TIME_PART_NIGHT] = { 20, 24 },     [SAYSO_TIME_PART_DAYTIME] = { 6, 18 },
};

/**
 * sayso_time_moment_get_bounds:
 * @earliest: (out): its first second
 * @latest: (out): its last
 *
 * Returns: whether it is known well enough to have bounds
 */
gboolean
sayso_time_moment_get_bounds (const SaysoTimeMoment *self, gint64 *earliest, gint64 *latest)
{
  gint64 day;

  if (!self->year_known)
    return FALSE;
  switch (self->precision)
    {
    case SAYSO_TIME_PRECISION_MILLENNIUM:
      set_years (self, 1000, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_CENTURY:
      set_years (self, 100, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_DECADE:
      set_years (self, 10, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_YEAR:
      set_years (self, 1, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_HALF:
      set_months (self, self->index * 6 - 5, 6, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_THIRD:
      set_months (self, self->index * 4 - 3, 4, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_QUARTER:
      set_months (self, self->index * 3 - 2, 3, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_SEASON:
      set_months (self, self->index * 3, 3, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_MONTH:
      set_months (self, self->month, 1, earliest, latest);
      return TRUE;
    case SAYSO_TIME_PRECISION_WEEK:
    case SAYSO_TIME_PRECISION_WEEKEND:
      day = sayso_days_week_start (self->year, self->index);
      *latest = (day + 7) * SAYSO_SECONDS_A_DAY - 1;
      *earliest = (day + (self->precision == SAYSO_TIME_PRECISION_WEEKEND ? 5 : 0)) * SAYSO_SECONDS_A_DAY;
      return TRUE;
    default:
      break;
    }

  if (self->month == 0 || self->day == 0)
    return FALSE;
  *earliest = sayso_date_to_seconds (self->year, self->month, self->day);
  *latest = *earliest + SAYSO_SECONDS_A_DAY - 1;
  if (self->precision == SAYSO_TIME_PRECISION_PART)
    {
      *latest = *earliest + part_hours[self->index][1] * 3600 - 1;
      *earliest += part_hours[self->index][0] * 3600;
    }
  else if (self->precision > SAYSO_TIME_PRECISION_PART)
    {
      *earliest += self->hour * 3600 + self->minute * 60 + self->second;
      *latest = *earliest + (self->precision == SAYSO_TIME_PRECISION_HOUR     ? 3599
                             : self->precision == SAYSO_TIME_PRECISION_MINUTE ? 59
                                                                              : 0);
    }

  return TRUE;
}

/* The first, middle or last third of it: of a year four months, of a month ten days, of other times of their days. */
void
sayso_time_moment_third (const SaysoTimeMoment *self, SaysoTimeMod mod, gint64 *earliest, gint64 *latest)
{
  int third = mod == SAYSO_TIME_MOD_START ? 0 : mod == SAYSO_TIME_MOD_MID ? 1 : 2;
  gint64 first = *earliest, length;

  if (self->precision == SAYSO_TIME_PRECISION_YEAR)
    {
      set_months (self, third * 4 + 1, 4, earliest, latest);
      return;
    }
  if (self->precision == SAYSO_TIME_PRECISION_MONTH)
    {
      *earliest = first + third * 10 * SAYSO_SECONDS_A_DAY;
      if (third < 2)
        *latest = *earliest + 10 * SAYSO_SECONDS_A_DAY - 1;
      return;
    }
  if (self->precision < SAYSO_TIME_PRECISION_YEAR)
    {
      /* Thirds of tens of years are begun and ended with a year: 0-3, 4-6, 7-9. */
      static const guint8 cuts[] = { 0, 4, 7, 10 };
      int years = self->precision == SAYSO_TIME_PRECISION_DECADE    ? 1
                  : self->precision == SAYSO_TIME_PRECISION_CENTURY ? 10
                                                                    : 100;
      static const guint8 hundreds[] = { 0, 34, 67, 100 };

      *earliest = sayso_date_to_seconds (self->year + (years == 1 ? cuts[third] : hundreds[third] * years / 10), 1, 1);
      *latest =
          sayso_date_to_seconds (self->year + (years == 1 ? cuts[third + 1] : hundreds[third + 1] * years / 10), 1, 1) -
          1;
      return;
    }

  length = *latest + 1 - first;
  if (length >= 3 * SAYSO_SECONDS_A_DAY)
    {
      gint64 days = length / SAYSO_SECONDS_A_DAY;

      *earliest = first + (days * third + 2) / 3 * SAYSO_SECONDS_A_DAY;
      *latest = first + (days * (third + 1) + 2) / 3 * SAYSO_SECONDS_A_DAY - 1;
    }
}

static void
append_year (GString *string, const SaysoTimeMoment *self)
{
  if (!self->year_known)
    g_string_append (string, "XXXX");
  else if (self->year > 0)
    g_string_append_printf (string, "%04d", self->year);
  else
    g_string_append_printf (string, "BC%04d", 1 - self->year);
}

static void
append_two (GString *string, const char *before, int value)
{
  g_string_append (string, before);
  if (value > 0)
    g_string_append_printf (string, "%02d", value);
  else
    g_string_append (string, "XX");
}

static void
append_clock (GString *string, const SaysoTimeMoment *self)
{
  if (self->precision < SAYSO_TIME_PRECISION_PART)
    return;
  if (self->precision == SAYSO_TIME_PRECISION_PART)
    {
      g_string_append_printf (string, "T%s", sayso_time_constant_get_name (SAYSO_TIME_FIELD_PART, self->index));
      return;
    }
  g_string_append_printf (string, "T%02d", self->hour);
  g_string_append_printf (string, ":%02d", self->minute);
  if (self->precision > SAYSO_TIME_PRECISION_MINUTE)
    g_string_append_printf (string, ":%02d", self->second);
  if (self->zone == 0)
    g_string_append_c (string, 'Z');
}

/* First digits of a time of many years: "198" of the 1980s, "19" of the 20th century. */
static char *
years_to_timex (const SaysoTimeMoment *self, int years, int width)
{
  if (self->year >= 0)
    return g_strdup_printf ("%0*d", width, self->year / years);

  return g_strdup_printf ("BC%0*d", width, (-self->year - 1) / years);
}

/* The TIMEX3 value. */
char *
sayso_time_moment_to_timex (const SaysoTimeMoment *self)
{
  g_autoptr (GString) string = g_string_new (NULL);

  if (self->precision == SAYSO_TIME_PRECISION_MILLENNIUM)
    return years_to_timex (self, 1000, 1);
  if (self->precision == SAYSO_TIME_PRECISION_CENTURY)
    return years_to_timex (self, 100, 2);
  if (self->precision == SAYSO_TIME_PRECISION_DECADE)
    return years_to_timex (self, 10, 3);

  append_year (string, self);
  switch (self->precision)
    {
    case SAYSO_TIME_PRECISION_YEAR:
    case SAYSO_TIME_PRECISION_THIRD:
      break;
    case SAYSO_TIME_PRECISION_HALF:
      g_string_append_printf (string, "-H%d", self->index);
      break;
    case SAYSO_TIME_PRECISION_QUARTER:
      if (self->index > 0)
        g_string_append_printf (string, "-Q%d", self->index);
      else
        g_string_append (string, "-QX");
      break;
    case SAYSO_TIME_PRECISION_SEASON:
      g_string_append_printf (string, "-%s", sayso_time_constant_get_name (SAYSO_TIME_FIELD_SEASON, self->index));
      break;
    case SAYSO_TIME_PRECISION_MONTH:
      append_two (string, "-", self->month);
      break;
    case SAYSO_TIME_PRECISION_WEEK:
    case SAYSO_TIME_PRECISION_WEEKEND:
      append_two (string, "-W", self->index);
      if (self->precision == SAYSO_TIME_PRECISION_WEEKEND)
        g_string_append (string, "-WE");
      break;
    default:
      if (self->weekday > 0 && self->day == 0)
        g_string_append_printf (string, "-WXX-%d", self->weekday);
      else
        {
          append_two (string, "-", self->month);
          append_two (string, "-", self->day);
        }
      append_clock (string, self);
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
append_edtf_day (GString *string, gint64 day)
{
  int year, month, day_of_month;

  sayso_days_from_day (day, &year, &month, &day_of_month);
  g_string_append_printf (string, "%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day_of_month);
}

/* "2015-06-15/2015-06-21" */
char *
sayso_time_edtf_from_days (gint64 first, gint64 last)
{
  GString *string = g_string_new (NULL);

  append_edtf_day (string, first);
  g_string_append_c (string, '/');
  append_edtf_day (string, last);

  return g_string_free (string, FALSE);
}

static char *
years_to_edtf (const SaysoTimeMoment *self, int unknown)
{
  gboolean negative = self->year < 0;
  int first = negative ? -(self->year) - 1 : self->year;
  g_autofree char *digits = NULL;

  /* Before year 0 hundreds and tens of years are not runs of the same first digits: written as an interval. */
  if (negative)
    {
      int years = unknown == 1 ? 10 : unknown == 2 ? 100 : 1000;
      int last = self->year + years - 1;

      return g_strdup_printf ("-%04d/%s%04d", -self->year, last < 0 ? "-" : "", ABS (last));
    }
  digits = g_strdup_printf ("%04d", first);
  for (int i = 0; i < unknown; i++)
    digits[3 - i] = 'X';

  return g_steal_pointer (&digits);
}

/* ISO 8601-2 Level 2; %NULL where it cannot be said. Numbers of divisions of a year are those of its table: 21-24
 * seasons, 33-36 quarters, 37-39 thirds, 40-41 halves. */
char *
sayso_time_moment_to_edtf (const SaysoTimeMoment *self)
{
  g_autofree char *year = NULL;
  gint64 earliest, latest;

  if (self->precision <= SAYSO_TIME_PRECISION_DECADE)
    return years_to_edtf (self, 3 - (int) self->precision);
  year = self->year_known ? g_strdup_printf ("%s%04d", self->year < 0 ? "-" : "", ABS (self->year)) : g_strdup ("XXXX");
  switch (self->precision)
    {
    case SAYSO_TIME_PRECISION_YEAR:
      return self->year_known ? g_steal_pointer (&year) : NULL;
    case SAYSO_TIME_PRECISION_HALF:
      return g_strdup_printf ("%s-%d", year, 39 + self->index);
    case SAYSO_TIME_PRECISION_THIRD:
      return g_strdup_printf ("%s-%d", year, 36 + self->index);
    case SAYSO_TIME_PRECISION_QUARTER:
      return self->index > 0 ? g_strdup_printf ("%s-%d", year, 32 + self->index) : NULL;
    case SAYSO_TIME_PRECISION_SEASON:
      return g_strdup_printf ("%s-%d", year, 20 + self->index);
    case SAYSO_TIME_PRECISION_MONTH:
      return g_strdup_printf ("%s-%02d", year, self->month);
    case SAYSO_TIME_PRECISION_WEEK:
    case SAYSO_TIME_PRECISION_WEEKEND:
      if (!sayso_time_moment_get_bounds (self, &earliest, &latest))
        return NULL;
      return sayso_time_edtf_from_days (earliest / SAYSO_SECONDS_A_DAY, latest / SAYSO_SECONDS_A_DAY);
    default:
      break;
    }

  if (self->day == 0)
    return NULL;
  if (self->precision >= SAYSO_TIME_PRECISION_MINUTE && self->year_known && self->month > 0)
    {
      g_autofree char *zone = self->zone == SAYSO_TIME_NO_ZONE ? g_strdup ("")
                              : self->zone == 0                ? g_strdup ("Z")
                                                : g_strdup_printf ("%c%02d:%02d", self->zone < 0 ? '-' : '+',
                                                                   ABS (self->zone) / 60, ABS (self->zone) % 60);

      return g_strdup_printf ("%s-%02d-%02dT%02d:%02d:%02d%s", year, self->month, self->day, self->hour, self->minute,
                              self->second, zone);
    }
  if (self->month == 0)
    return g_strdup_printf ("%s-XX-%02d", year, self->day);

  return g_strdup_printf ("%s-%02d-%02d", year, self->month, self->day);
}

/* Counts @n units on from there, on the calendar. */
gint64
sayso_time_shift_seconds (gint64 seconds, SaysoTimeUnit unit, int n)
{
  static const int months[] = {
    [SAYSO_TIME_UNIT_MONTH] = 1,      [SAYSO_TIME_UNIT_QUARTER] = 3,        [SAYSO_TIME_UNIT_SEASON] = 3,
    [SAYSO_TIME_UNIT_HALF] = 6,       [SAYSO_TIME_UNIT_YEAR] = 12,          [SAYSO_TIME_UNIT_DECADE] = 120,
    [SAYSO_TIME_UNIT_CENTURY] = 1200, [SAYSO_TIME_UNIT_MILLENNIUM] = 12000,
  };
  gint64 day = seconds / SAYSO_SECONDS_A_DAY - (seconds % SAYSO_SECONDS_A_DAY < 0);
  gint64 rest = seconds - day * SAYSO_SECONDS_A_DAY;

  switch (unit)
    {
    case SAYSO_TIME_UNIT_SECOND:
      return seconds + n;
    case SAYSO_TIME_UNIT_MINUTE:
      return seconds + (gint64) n * 60;
    case SAYSO_TIME_UNIT_HOUR:
      return seconds + (gint64) n * 3600;
    case SAYSO_TIME_UNIT_DAY:
    case SAYSO_TIME_UNIT_NIGHT:
      return seconds + n * SAYSO_SECONDS_A_DAY;
    case SAYSO_TIME_UNIT_WEEK:
    case SAYSO_TIME_UNIT_WEEKEND:
      return seconds + 7 * n * SAYSO_SECONDS_A_DAY;
    case SAYSO_TIME_UNIT_FORTNIGHT:
      return seconds + 14 * n * SAYSO_SECONDS_A_DAY;
    default:
      return sayso_days_add_months (day, months[unit] * n) * SAYSO_SECONDS_A_DAY + rest;
    }
}
