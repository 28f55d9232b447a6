/* sayso-days.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-days.h"

gboolean
sayso_days_is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
sayso_days_month_days (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_assert (month >= 1 && month <= 12);

  return days[month - 1] + (month == 2 && sayso_days_is_leap (year));
}

gint64
sayso_days_to_day (int year, int month, int day)
{
  return sayso_date_to_seconds (year, month, day) / SAYSO_SECONDS_A_DAY;
}

void
sayso_days_from_day (gint64 day, int *year, int *month, int *day_of_month)
{
  sayso_date_from_seconds (day * SAYSO_SECONDS_A_DAY, year, month, day_of_month);
}

/* 1970-01-01 was a Thursday. */
int
sayso_days_weekday (gint64 day)
{
  return (int) (((day + 3) % 7 + 7) % 7) + 1;
}

/* The Monday of ISO 8601 week @week: week 1 has the year's first Thursday. */
gint64
sayso_days_week_start (int year, int week)
{
  gint64 fourth = sayso_days_to_day (year, 1, 4);

  return fourth - (sayso_days_weekday (fourth) - 1) + (gint64) (week - 1) * 7;
}

int
sayso_days_year_weeks (int year)
{
  return (sayso_days_week_start (year + 1, 1) - sayso_days_week_start (year, 1)) / 7;
}

/* The ISO 8601 week that @day is in; it belongs to the year of its Thursday. */
void
sayso_days_iso_week (gint64 day, int *year, int *week)
{
  gint64 thursday = day - sayso_days_weekday (day) + 4;
  int month, day_of_month;

  sayso_days_from_day (thursday, year, &month, &day_of_month);
  *week = (thursday - sayso_days_to_day (*year, 1, 1)) / 7 + 1;
}

/* After so many years Easter falls on the same days again. */
#define EASTER_CYCLE 5700000

/* Easter Sunday of the Western churches (the algorithm of J.-M. Oudin, 1940). */
gint64
sayso_days_easter (int year)
{
  int counted = year < 1 ? year + EASTER_CYCLE : year;
  int golden = counted % 19;
  int century = counted / 100;
  int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  int full = moon - (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
  int sunday = full - (counted + counted / 4 + full + 2 - century + century / 4) % 7;
  int month = 3 + (sunday + 40) / 44;

  return sayso_days_to_day (year, month, sunday + 28 - 31 * (month / 4));
}

/* The same day of another month, or its last one where it is shorter. */
gint64
sayso_days_add_months (gint64 day, int months)
{
  int year, month, day_of_month, total;

  sayso_days_from_day (day, &year, &month, &day_of_month);
  total = year * 12 + month - 1 + months;
  year = total / 12 - (total % 12 < 0);
  month = total - year * 12 + 1;

  return sayso_days_to_day (year, month, MIN (day_of_month, sayso_days_month_days (year, month)));
}
