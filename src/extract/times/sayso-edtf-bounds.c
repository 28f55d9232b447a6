/* sayso-edtf-bounds.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-edtf-private.h"

#include <string.h>

#include "sayso-days.h"

/* Years that the calendar here can count; seconds of others would not fit. */
#define MAX_YEAR 200000000

/* Divisions of a year by their number in the standard: the first month, and how many. Seasons without a hemisphere are
 * taken as northern; winter begins in the year's December. */
static const guint8 divisions[][2] = {
  [21] = { 3, 3 }, [22] = { 6, 3 },  [23] = { 9, 3 }, [24] = { 12, 3 },
  [25] = { 3, 3 }, [26] = { 6, 3 },  [27] = { 9, 3 }, [28] = { 12, 3 }, /* northern */
  [29] = { 9, 3 }, [30] = { 12, 3 }, [31] = { 3, 3 }, [32] = { 6, 3 },  /* southern */
  [33] = { 1, 3 }, [34] = { 4, 3 },  [35] = { 7, 3 }, [36] = { 10, 3 }, /* quarters */
  [37] = { 1, 4 }, [38] = { 5, 4 },  [39] = { 9, 4 },                   /* thirds */
  [40] = { 1, 6 }, [41] = { 7, 6 },                                     /* halves */
};

static gboolean
fits (const char *pattern, int number)
{
  return (pattern[0] == 'X' || pattern[0] - '0' == number / 10) &&
         (pattern[1] == 'X' || pattern[1] - '0' == number % 10);
}

/* The least or greatest year, without its sign. */
static int
extreme_digits (const char *digits, char unknown)
{
  int value = 0;

  for (; *digits != '\0'; digits++)
    value = value * 10 + ((*digits == 'X' ? unknown : *digits) - '0');

  return value;
}

static gboolean
get_long_years (const Date *date, gint64 *first, gint64 *last)
{
  gint64 year = date->form == DATE_LONG ? date->long_year : extreme_digits (date->year, '0');
  gint64 step = 1, digits = 1;

  for (int i = 0; i < date->exponent; i++)
    if ((year *= 10) > MAX_YEAR)
      return FALSE;
  if (year > MAX_YEAR)
    return FALSE;
  for (gint64 rest = year; rest >= 10; rest /= 10)
    digits++;
  for (; date->significant > 0 && digits > date->significant; digits--)
    step *= 10;
  *first = year - year % step;
  *last = *first + step - 1;
  if (date->negative)
    {
      gint64 swap = -*first;

      *first = -*last;
      *last = swap;
    }

  return TRUE;
}

static gboolean
get_years (const Date *date, gint64 *first, gint64 *last)
{
  gsize digits = strlen (date->year);
  int step = digits == 2 ? 100 : digits == 3 ? 10 : 1;

  if (date->form == DATE_LONG || date->significant > 0)
    return get_long_years (date, first, last);

  *first = (gint64) extreme_digits (date->year, '0') * step;
  *last = (gint64) extreme_digits (date->year, '9') * step + step - 1;
  if (date->negative)
    {
      gint64 swap = -*first;

      *first = -*last;
      *last = swap;
    }

  return TRUE;
}

/* The first day from year @from to @to, forwards or backwards, that fits the digits. Leap years come round soon, so
 * that few years need be tried. */
static gboolean
find_day (const Date *date, gint64 from, gint64 to, int step, gint64 *day)
{
  guint tries = 0;
  gboolean exact = strchr (date->year, 'X') == NULL;

  for (gint64 year = from; step > 0 ? year <= to : year >= to; year += step)
    {
      if (tries++ > 2000)
        return FALSE;
      if (!exact)
        {
          char written[8];
          gboolean same = TRUE;

          g_snprintf (written, sizeof written, "%04d", (int) ABS (year));
          for (guint i = 0; i < 4; i++)
            same &= date->year[i] == 'X' || date->year[i] == written[i];
          if (!same)
            continue;
        }
      for (int m = step > 0 ? 1 : 12; m >= 1 && m <= 12; m += step)
        {
          int days = sayso_days_month_days (year, m);

          if (!fits (date->month, m))
            continue;
          for (int d = step > 0 ? 1 : days; d >= 1 && d <= days; d += step)
            if (date->form < DATE_DAY || fits (date->day, d))
              {
                *day = sayso_days_to_day (year, m, d);
                return TRUE;
              }
        }
    }

  return FALSE;
}

/* Whether the digits that are known leave any day at all. */
gboolean
sayso_edtf_date_exists (const Date *date)
{
  gint64 first, last, day;

  if (date->form == DATE_DIVISION)
    {
      int division = (date->month[0] - '0') * 10 + (date->month[1] - '0');

      return division < (int) G_N_ELEMENTS (divisions) && divisions[division][1] > 0;
    }
  if (date->form < DATE_MONTH)
    return TRUE;
  if (!get_years (date, &first, &last))
    return FALSE;

  return find_day (date, first, last, 1, &day);
}

static gint64
second_of_day (const Date *date)
{
  return ((date->time[0] - '0') * 10 + (date->time[1] - '0')) * 3600 +
         ((date->time[3] - '0') * 10 + (date->time[4] - '0')) * 60 + (date->time[6] - '0') * 10 + (date->time[7] - '0');
}

/* The first and the last second it may be; %FALSE where that is open, unknown, or too far to count. The clock is the
 * one on the wall there: a zone changes nothing. */
gboolean
sayso_edtf_date_get_bounds (const Date *date, gint64 *earliest, gint64 *latest)
{
  gint64 first, last, day;

  if (date->form == DATE_OPEN || date->form == DATE_UNKNOWN || !get_years (date, &first, &last))
    return FALSE;
  switch (date->form)
    {
    case DATE_YEARS:
    case DATE_LONG:
      *earliest = sayso_date_to_seconds (first, 1, 1);
      *latest = sayso_date_to_seconds (last + 1, 1, 1) - 1;
      return TRUE;
    case DATE_DIVISION:
      {
        const guint8 *division = divisions[(date->month[0] - '0') * 10 + (date->month[1] - '0')];
        int end = division[0] + division[1] - 1;

        *earliest = sayso_date_to_seconds (first, division[0], 1);
        *latest = sayso_date_to_seconds (last + end / 12, end % 12 + 1, 1) - 1;
        return TRUE;
      }
    default:
      break;
    }

  if (!find_day (date, first, last, 1, &day))
    return FALSE;
  *earliest = day * SAYSO_SECONDS_A_DAY;
  if (!find_day (date, last, first, -1, &day))
    return FALSE;
  *latest = (day + 1) * SAYSO_SECONDS_A_DAY - 1;
  if (date->form == DATE_TIME)
    *earliest = *latest = *earliest + second_of_day (date);

  return TRUE;
}
