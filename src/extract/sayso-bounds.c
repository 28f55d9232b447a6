/* sayso-bounds.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-bounds.h"

#include <stdio.h>

/**
 * sayso_date_to_seconds:
 * @year: astronomical year (0 is 1 BC)
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Counts days in the proleptic Gregorian calendar from March of each 400-year cycle, so that the leap day
 * comes last (the method of Howard Hinnant's "chrono-compatible low-level date algorithms").
 *
 * Returns: the first second of that day, counted from 1970-01-01
 */
gint64
sayso_date_to_seconds (int year, int month, int day)
{
  gint64 y = month <= 2 ? (gint64) year - 1 : year;
  gint64 cycle = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_cycle = y - cycle * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;

  return (cycle * 146097 + day_of_cycle - 719468) * SAYSO_SECONDS_A_DAY;
}

/**
 * sayso_date_from_seconds:
 * @seconds: counted from 1970-01-01; no open end
 * @year: (out): astronomical year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * The inverse of [func@date_to_seconds].
 */
void
sayso_date_from_seconds (gint64 seconds, int *year, int *month, int *day)
{
  gint64 days = seconds / SAYSO_SECONDS_A_DAY - (seconds % SAYSO_SECONDS_A_DAY < 0) + 719468;
  gint64 cycle = (days >= 0 ? days : days - 146096) / 146097;
  gint64 day_of_cycle = days - cycle * 146097;
  gint64 year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
  gint64 day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  int shifted = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted + 2) / 5 + 1;
  *month = shifted < 10 ? shifted + 3 : shifted - 9;
  *year = year_of_cycle + cycle * 400 + (*month <= 2);
}

static gint64
second_of_day (gint64 seconds)
{
  gint64 rest = seconds % SAYSO_SECONDS_A_DAY;

  return rest < 0 ? rest + SAYSO_SECONDS_A_DAY : rest;
}

/* Whole days are written as dates; with a time of day at either end, both ends have one. */
static char *
format_end (const SaysoBounds *self, gint64 seconds)
{
  gboolean whole = (self->earliest == SAYSO_OPEN_PAST || second_of_day (self->earliest) == 0) &&
                   (self->latest == SAYSO_OPEN_FUTURE || second_of_day (self->latest) == SAYSO_SECONDS_A_DAY - 1);
  int year, month, day, rest = second_of_day (seconds);
  g_autofree char *date = NULL;

  sayso_date_from_seconds (seconds, &year, &month, &day);
  date = g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day);
  if (whole)
    return g_steal_pointer (&date);

  return g_strdup_printf ("%sT%02d:%02d:%02d", date, rest / 3600, rest / 60 % 60, rest % 60);
}

/**
 * sayso_bounds_format_earliest:
 * @self: bounds
 *
 * Returns: (transfer full) (nullable): ISO 8601 date or date-time, inclusive; %NULL where open
 */
char *
sayso_bounds_format_earliest (const SaysoBounds *self)
{
  return self->earliest == SAYSO_OPEN_PAST ? NULL : format_end (self, self->earliest);
}

/**
 * sayso_bounds_format_latest:
 * @self: bounds
 *
 * Returns: (transfer full) (nullable): ISO 8601 date or date-time, inclusive; %NULL where open
 */
char *
sayso_bounds_format_latest (const SaysoBounds *self)
{
  return self->latest == SAYSO_OPEN_FUTURE ? NULL : format_end (self, self->latest);
}

static gboolean
parse_end (const char *iso, gboolean last, gint64 *seconds)
{
  gboolean negative = *iso == '-';
  int year, month, day, hour = last ? 23 : 0, minute = last ? 59 : 0, second = last ? 59 : 0, used = 0;

  if (sscanf (iso + negative, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used != 10)
    return FALSE;
  if (!g_date_valid_month (month) || day < 1 || day > 31)
    return FALSE;
  iso += negative + used;
  if (*iso != '\0' && (sscanf (iso, "T%2d:%2d:%2d%n", &hour, &minute, &second, &used) != 3 || iso[used] != '\0'))
    return FALSE;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;

  *seconds = sayso_date_to_seconds (negative ? -year : year, month, day) + hour * 3600 + minute * 60 + second;
  return TRUE;
}

/**
 * sayso_bounds_parse:
 * @earliest: (nullable): ISO 8601 date or date-time; %NULL for open
 * @latest: (nullable): likewise, inclusive
 * @bounds: (out): the bounds, crisp and not lasting
 *
 * Reads what [func@bounds_format_earliest] and [func@bounds_format_latest] write.
 *
 * Returns: whether both could be read and are in order
 */
gboolean
sayso_bounds_parse (const char *earliest, const char *latest, SaysoBounds *bounds)
{
  SaysoBounds parsed = SAYSO_BOUNDS_UNKNOWN;

  if ((earliest != NULL && !parse_end (earliest, FALSE, &parsed.earliest)) ||
      (latest != NULL && !parse_end (latest, TRUE, &parsed.latest)) || parsed.earliest > parsed.latest)
    return FALSE;

  *bounds = parsed;
  return TRUE;
}
