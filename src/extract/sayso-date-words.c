/* sayso-date-words.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-date-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-locale.h"

/* Formats of sayso_seconds_format(), for a date with and without what the other end of the range says too. */
typedef struct
{
  const char *day;
  const char *day_of_year;
  const char *month;
  const char *month_of_year;
} Style;

typedef struct
{
  int year;
  int month;
  int day;
  int second;
} Point;

/* How exact both ends of a range are. */
typedef enum
{
  PRECISION_YEAR,
  PRECISION_MONTH,
  PRECISION_DAY,
  PRECISION_MINUTE,
  PRECISION_SECOND,
} Precision;

static Style
style_short (void)
{
  return (Style) {
    /* Translators: a day, as short as it goes; conversions as in g_date_time_format() */
    .day = C_ ("short date", "%-d %b %Y"),
    .day_of_year = C_ ("short date", "%-d %b"),
    .month = C_ ("short date", "%Ob %Y"),
    .month_of_year = C_ ("short date", "%Ob"),
  };
}

static Style
style_long (void)
{
  return (Style) {
    /* Translators: a day in full; conversions as in g_date_time_format() */
    .day = C_ ("long date", "%-d %B %Y"),
    .day_of_year = C_ ("long date", "%-d %B"),
    .month = C_ ("long date", "%OB %Y"),
    .month_of_year = C_ ("long date", "%OB"),
  };
}

static Point
to_point (gint64 seconds)
{
  Point point;

  sayso_date_from_seconds (seconds, &point.year, &point.month, &point.day);
  point.second = seconds - sayso_date_to_seconds (point.year, point.month, point.day);

  return point;
}

static char *
year_to_words (int year)
{
  if (year <= 0)
    /* Translators: a year before the year 1 */
    return g_strdup_printf (C_ ("year", "%d BC"), 1 - year);
  if (year < 100)
    /* Translators: a year after the year 1 that could be mistaken for one of this century */
    return g_strdup_printf (C_ ("year", "AD %d"), year);

  return g_strdup_printf ("%d", year);
}

/**
 * sayso_seconds_format:
 * @seconds: counted from 1970-01-01; no open end
 * @format: conversions as in [method@GLib.DateTime.format]; none that depend on the year but %Y
 *
 * Formats a date of any year, also those that [struct@GLib.DateTime] cannot hold.
 *
 * Returns: (transfer full): the date in the reader's language
 */
char *
sayso_seconds_format (gint64 seconds, const char *format)
{
  Point point = to_point (seconds);
  g_autoptr (GDateTime) twin = NULL;
  g_autoptr (GString) with_year = g_string_new (format);
  g_autofree char *year = year_to_words (point.year);

  /* Of the twin, in a leap year, only month, day and time are shown. */
  twin = g_date_time_new_utc (2000, point.month, point.day, point.second / 3600, point.second / 60 % 60,
                              point.second % 60);
  g_string_replace (with_year, "%Y", year, 0);

  return g_date_time_format (twin, with_year->str);
}

static gboolean
ends_month (Point point)
{
  Point next = to_point (sayso_date_to_seconds (point.year, point.month, point.day) + SAYSO_SECONDS_A_DAY);

  return next.day == 1;
}

static Precision
find_precision (const SaysoBounds *self)
{
  gboolean open_start = self->earliest == SAYSO_OPEN_PAST, open_end = self->latest == SAYSO_OPEN_FUTURE;
  Point first = open_start ? (Point) { 1, 1, 1, 0 } : to_point (self->earliest);
  Point last = open_end ? (Point) { 1, 12, 31, SAYSO_SECONDS_A_DAY - 1 } : to_point (self->latest);

  if (first.second % 60 != 0 || (last.second % 60 != 59 && self->earliest != self->latest))
    return PRECISION_SECOND;
  if (first.second != 0 || last.second != SAYSO_SECONDS_A_DAY - 1)
    return PRECISION_MINUTE;
  if (first.day != 1 || !ends_month (last))
    return PRECISION_DAY;
  if (first.month != 1 || last.month != 12)
    return PRECISION_MONTH;

  return PRECISION_YEAR;
}

static char *
end_to_words (const Style *style, Precision precision, gint64 seconds)
{
  g_autofree char *date = NULL, *time = NULL;

  if (precision == PRECISION_YEAR)
    return sayso_seconds_format (seconds, "%Y");
  if (precision == PRECISION_MONTH)
    return sayso_seconds_format (seconds, style->month);

  date = sayso_seconds_format (seconds, style->day);
  if (precision == PRECISION_DAY)
    return g_steal_pointer (&date);

  time = sayso_seconds_format (seconds, precision == PRECISION_MINUTE ? "%H:%M" : "%H:%M:%S");
  /* Translators: a date and a time of day */
  return g_strdup_printf (C_ ("date", "%s, %s"), date, time);
}

/* The first end, less what the second one says as well; NULL where both are the same. */
static char *
start_to_words (const Style *style, Precision precision, const SaysoBounds *self)
{
  Point first = to_point (self->earliest), last = to_point (self->latest);

  if (first.year != last.year)
    return end_to_words (style, precision, self->earliest);
  if (precision == PRECISION_YEAR)
    return NULL;
  if (precision == PRECISION_MONTH)
    return first.month == last.month ? NULL : sayso_seconds_format (self->earliest, style->month_of_year);
  if (precision == PRECISION_DAY && first.month == last.month)
    return first.day == last.day ? NULL : sayso_seconds_format (self->earliest, "%-d");
  if (precision == PRECISION_DAY)
    return sayso_seconds_format (self->earliest, style->day_of_year);

  return end_to_words (style, precision, self->earliest);
}

/* The date and both times of a range within one day; FALSE for any other. */
static gboolean
times_of_day (const Style *style, Precision precision, const SaysoBounds *self, char **date, char **first, char **last)
{
  const char *format = precision == PRECISION_SECOND ? "%H:%M:%S" : "%H:%M";
  Point start = to_point (self->earliest), end = to_point (self->latest);

  if (precision < PRECISION_MINUTE || start.year != end.year || start.month != end.month || start.day != end.day)
    return FALSE;

  *date = sayso_seconds_format (self->earliest, style->day);
  *first = sayso_seconds_format (self->earliest, format);
  *last = sayso_seconds_format (self->latest, format);

  return TRUE;
}

/* A date in a sentence keeps its direction. */
static void
isolate (char **date)
{
  g_autofree char *plain = g_steal_pointer (date);

  *date = plain != NULL ? sayso_isolate (plain) : NULL;
}

/* What has an open end, or none; NULL for what has both. */
static char *
open_to_words (const Style *style, Precision precision, const SaysoBounds *self)
{
  g_autofree char *end = NULL;

  if (!sayso_bounds_known (self))
    return g_strdup (_ ("No date"));
  if (self->earliest == SAYSO_OPEN_PAST)
    {
      end = end_to_words (style, precision, self->latest);
      isolate (&end);
      return g_strdup_printf (C_ ("date", "%s or earlier"), end);
    }
  if (self->latest == SAYSO_OPEN_FUTURE)
    {
      end = end_to_words (style, precision, self->earliest);
      isolate (&end);
      return g_strdup_printf (C_ ("date", "%s or later"), end);
    }

  return NULL;
}

static char *
join_range (const char *first, const char *last)
{
  if (strchr (first, ' ') != NULL)
    /* Translators: a range of dates, "3 Feb – 7 Mar 2015" */
    return g_strdup_printf (C_ ("date", "%s – %s"), first, last);

  /* Translators: a range of days, months, years or times, "11–20 Jul 2015" */
  return g_strdup_printf (C_ ("date", "%s–%s"), first, last);
}

/**
 * sayso_bounds_to_words:
 * @self: bounds
 *
 * Says in few words between which days something lies: "11–20 Jul 2015".
 *
 * Returns: (transfer full): words in the reader's language
 */
char *
sayso_bounds_to_words (const SaysoBounds *self)
{
  Precision precision;
  Style style = style_short ();
  g_autofree char *date = NULL, *first = NULL, *last = NULL, *range = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  precision = find_precision (self);
  last = open_to_words (&style, precision, self);
  if (last != NULL)
    return g_steal_pointer (&last);

  if (times_of_day (&style, precision, self, &date, &first, &last))
    {
      range = g_str_equal (first, last) ? g_strdup (first) : join_range (first, last);
      return g_strdup_printf (C_ ("date", "%s, %s"), date, range);
    }

  first = start_to_words (&style, precision, self);
  last = end_to_words (&style, precision, self->latest);

  return first == NULL ? g_steal_pointer (&last) : join_range (first, last);
}

static char *
lasting_to_words (const SaysoBounds *self, const char *first, const char *last)
{
  gboolean soft = self->soft_start > 0 || self->soft_end > 0;

  if (first == NULL)
    /* Translators: when something lasted, "All through June 2015" */
    return g_strdup_printf (soft ? _ ("All or part of %s") : _ ("All through %s"), last);
  if (self->soft_start > 0 && self->soft_end > 0)
    return g_strdup_printf (_ ("From %s at the earliest to %s at the latest"), first, last);
  if (self->soft_start > 0)
    return g_strdup_printf (_ ("From %s at the earliest to %s"), first, last);
  if (self->soft_end > 0)
    return g_strdup_printf (_ ("From %s to %s at the latest"), first, last);

  return g_strdup_printf (_ ("From %s to %s"), first, last);
}

/**
 * sayso_bounds_to_long_words:
 * @self: bounds
 *
 * Says in full when something was and how certain that is: "Sometime between 11 and 20 July 2015", or "From
 * June 2014 to June 2015" for what lasted.
 *
 * Returns: (transfer full): words in the reader's language
 */
char *
sayso_bounds_to_long_words (const SaysoBounds *self)
{
  Precision precision;
  Style style = style_long ();
  g_autofree char *date = NULL, *first = NULL, *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  precision = find_precision (self);
  last = open_to_words (&style, precision, self);
  if (last != NULL)
    return g_steal_pointer (&last);

  if (times_of_day (&style, precision, self, &date, &first, &last))
    {
      if (g_str_equal (first, last))
        return g_strdup_printf (C_ ("date", "%s, %s"), date, first);
      if (self->lasting)
        return g_strdup_printf (_ ("%s, from %s to %s"), date, first, last);
      return g_strdup_printf (_ ("%s, sometime between %s and %s"), date, first, last);
    }

  first = start_to_words (&style, precision, self);
  last = end_to_words (&style, precision, self->latest);
  isolate (&first);
  isolate (&last);
  if (self->lasting)
    return lasting_to_words (self, first, last);
  if (first != NULL)
    return g_strdup_printf (_ ("Sometime between %s and %s"), first, last);
  if (precision == PRECISION_DAY)
    return g_steal_pointer (&last);

  /* Translators: within a month or a year, "Sometime in June 2015" */
  return g_strdup_printf (_ ("Sometime in %s"), last);
}

/**
 * sayso_iso_to_words:
 * @iso: a year, a month or a day in ISO 8601, with or without a time of day after it: what an article gives as
 *   its publication date
 *
 * Says a date in few words, as precise as it is given and without its time of day: "2 Nov 2017", "Nov 2017".
 *
 * Returns: (transfer full): words in the reader's language; @iso itself where it is no such date
 */
char *
sayso_iso_to_words (const char *iso)
{
  g_autofree char *day = NULL;
  SaysoBounds bounds;
  Style style = style_short ();

  g_return_val_if_fail (iso != NULL, NULL);

  day = g_strndup (iso, strcspn (iso, "T "));
  if (sayso_bounds_parse (day, day, &bounds))
    return sayso_bounds_to_words (&bounds);

  if (strlen (day) == 4 || strlen (day) == 7)
    {
      g_autofree char *first = g_strconcat (day, strlen (day) == 4 ? "-01-01" : "-01", NULL);

      if (sayso_bounds_parse (first, first, &bounds))
        return sayso_seconds_format (bounds.earliest, strlen (day) == 4 ? "%Y" : style.month);
    }

  return g_strdup (iso);
}
