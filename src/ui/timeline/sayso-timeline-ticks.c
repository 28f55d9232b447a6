/* sayso-timeline-ticks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sayso-date-words.h"

#define YEAR (31556952.0) /* mean Gregorian year in seconds */
#define MAX_TICKS 500
#define MAX_YEAR 100000                  /* no ticks beyond, in either direction */
#define MONDAY (4 * SAYSO_SECONDS_A_DAY) /* 1970-01-05, from which weeks count */

typedef enum
{
  MINUTE,
  QUARTER_HOUR,
  HOUR,
  SIX_HOURS,
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  ONE_YEAR,
  FIVE_YEARS,
  DECADE,
  CENTURY,
  MILLENNIUM,
  N_UNITS,
} Unit;

/* A unit counts seconds from an epoch, or months, or years. */
static const struct
{
  gint64 seconds;
  int months;
  int years;
  Unit larger; /* the one whose beginnings stand out */
} units[] = {
  [MINUTE] = { 60, 0, 0, HOUR },
  [QUARTER_HOUR] = { 900, 0, 0, HOUR },
  [HOUR] = { 3600, 0, 0, DAY },
  [SIX_HOURS] = { 6 * 3600, 0, 0, DAY },
  [DAY] = { SAYSO_SECONDS_A_DAY, 0, 0, MONTH },
  [WEEK] = { 7 * SAYSO_SECONDS_A_DAY, 0, 0, MONTH },
  [MONTH] = { 0, 1, 0, ONE_YEAR },
  [QUARTER] = { 0, 3, 0, ONE_YEAR },
  [ONE_YEAR] = { 0, 0, 1, DECADE },
  [FIVE_YEARS] = { 0, 0, 5, CENTURY },
  [DECADE] = { 0, 0, 10, CENTURY },
  [CENTURY] = { 0, 0, 100, MILLENNIUM },
  [MILLENNIUM] = { 0, 0, 1000, N_UNITS },
};

static double
unit_length (Unit unit)
{
  return units[unit].seconds + units[unit].months * YEAR / 12 + units[unit].years * YEAR;
}

/* Years are named from both sides of the year 1: …, 20 BC, 10 BC, AD 1, 10, 20, … */
static int
next_year (int year, int step)
{
  if (step == 1)
    return year + 1;
  if (year < 1)
    {
      int before_christ = 1 - year; /* as it is called */

      before_christ = (before_christ - 1) / step * step;
      return 1 - before_christ;
    }

  return (year / step + 1) * step;
}

static int
first_year (int year, int step)
{
  if (step == 1)
    return year;
  if (year < 1)
    return 1 - (1 - year + step - 1) / step * step;

  return MAX (year / step * step, 1);
}

/* The last beginning of the unit that is not after the time. */
static gint64
unit_floor (Unit unit, gint64 time)
{
  int year, month, day;

  if (units[unit].seconds > 0)
    {
      gint64 epoch = unit == WEEK ? MONDAY : 0;
      gint64 rest = (time - epoch) % units[unit].seconds;

      return time - rest - (rest < 0 ? units[unit].seconds : 0);
    }

  sayso_date_from_seconds (time, &year, &month, &day);
  if (units[unit].months > 0)
    return sayso_date_to_seconds (year, (month - 1) / units[unit].months * units[unit].months + 1, 1);

  return sayso_date_to_seconds (first_year (year, units[unit].years), 1, 1);
}

static gint64
unit_next (Unit unit, gint64 time)
{
  int year, month, day;

  if (units[unit].seconds > 0)
    return time + units[unit].seconds;

  sayso_date_from_seconds (time, &year, &month, &day);
  if (units[unit].months > 0)
    {
      month += units[unit].months;
      return sayso_date_to_seconds (year + (month - 1) / 12, (month - 1) % 12 + 1, 1);
    }

  return sayso_date_to_seconds (next_year (year, units[unit].years), 1, 1);
}

static const char *
minor_format (Unit unit)
{
  switch (unit)
    {
    case MINUTE:
    case QUARTER_HOUR:
    case HOUR:
    case SIX_HOURS:
      return "%H:%M";
    case DAY:
      return "%-d";
    case WEEK:
      /* Translators: a day on the timeline's axis; conversions as in g_date_time_format() */
      return C_ ("axis", "%-d %b");
    case MONTH:
    case QUARTER:
      return "%Ob";
    default:
      return "%Y";
    }
}

static const char *
major_format (Unit larger)
{
  switch (larger)
    {
    case HOUR:
      return "%H:%M";
    case DAY:
      return C_ ("axis", "%-d %b");
    case MONTH:
      return "%Ob";
    default:
      return "%Y";
    }
}

/* What the labels leave unsaid, at the left end of the axis; NULL where they say it all. */
static const char *
context_format (Unit unit)
{
  switch (unit)
    {
    case MINUTE:
    case QUARTER_HOUR:
    case HOUR:
    case SIX_HOURS:
      return C_ ("axis", "%-d %b %Y");
    case DAY:
    case WEEK:
      return C_ ("axis", "%Ob %Y");
    case MONTH:
    case QUARTER:
      return "%Y";
    default:
      return NULL;
    }
}

static void
tick_clear (gpointer data)
{
  SaysoTick *tick = data;

  g_free (tick->label);
}

static int
compare_ticks (gconstpointer a, gconstpointer b)
{
  const SaysoTick *first = a, *second = b;

  if (first->time != second->time)
    return first->time < second->time ? -1 : 1;

  return second->major - first->major;
}

static void
add_ticks (GArray *ticks, Unit unit, gboolean major, gint64 from, gint64 to)
{
  const char *format = major ? major_format (unit) : minor_format (unit);

  for (gint64 time = unit_floor (unit, from); time <= to && ticks->len < MAX_TICKS; time = unit_next (unit, time))
    {
      SaysoTick tick = { time, major, NULL };

      if (time < from)
        continue;
      tick.label = sayso_seconds_format (time, format);
      g_array_append_val (ticks, tick);
    }
}

/* A major tick takes the place of a minor one, and the room of the labels just before and after it. */
static void
make_room (GArray *ticks, double pixels_per_second, double min_width)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      SaysoTick *tick = &g_array_index (ticks, SaysoTick, i);
      SaysoTick *next = i + 1 < ticks->len ? &g_array_index (ticks, SaysoTick, i + 1) : NULL;
      SaysoTick *previous = i > 0 ? &g_array_index (ticks, SaysoTick, i - 1) : NULL;
      double limit = min_width * 0.75;

      if (tick->major)
        continue;
      if ((next != NULL && next->major && (next->time - tick->time) * pixels_per_second < limit) ||
          (previous != NULL && previous->major && (tick->time - previous->time) * pixels_per_second < limit))
        g_clear_pointer (&tick->label, g_free);
    }
}

static Unit
choose_unit (double pixels_per_second, double min_width)
{
  Unit unit = MINUTE;

  while (unit < MILLENNIUM && unit_length (unit) * pixels_per_second < min_width)
    unit++;

  return unit;
}

/**
 * sayso_timeline_context:
 * @time: a time, in seconds from 1970-01-01
 * @pixels_per_second: the scale
 * @min_width: how many pixels a labelled unit needs at least
 *
 * Returns: (transfer full) (nullable): what the labels of ticks leave unsaid there ("July 2015")
 */
char *
sayso_timeline_context (double time, double pixels_per_second, double min_width)
{
  const double limit = MAX_YEAR * YEAR;
  const char *format = context_format (choose_unit (pixels_per_second, min_width));

  return format != NULL ? sayso_seconds_format (floor (CLAMP (time, -limit, limit)), format) : NULL;
}

/**
 * sayso_timeline_ticks:
 * @from: left end of the axis, in seconds from 1970-01-01
 * @to: its right end
 * @pixels_per_second: the scale
 * @min_width: how many pixels a labelled unit needs at least
 *
 * Chooses the smallest unit from the minute to the millennium that is wide enough, names its beginnings in the
 * reader's language, and lets those of the next larger unit stand out.
 *
 * Returns: (transfer full) (element-type SaysoTick): the ticks in order
 */
GArray *
sayso_timeline_ticks (double from, double to, double pixels_per_second, double min_width)
{
  const double limit = MAX_YEAR * YEAR;
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (SaysoTick));
  gint64 first, last;
  Unit unit;

  g_return_val_if_fail (from <= to, NULL);
  g_return_val_if_fail (pixels_per_second > 0, NULL);

  g_array_set_clear_func (ticks, tick_clear);
  first = floor (CLAMP (from, -limit, limit));
  last = ceil (CLAMP (to, -limit, limit));
  unit = choose_unit (pixels_per_second, min_width);

  add_ticks (ticks, unit, FALSE, first, last);
  if (units[unit].larger != N_UNITS)
    add_ticks (ticks, units[unit].larger, TRUE, first, last);
  g_array_sort (ticks, compare_ticks);
  for (guint i = 1; i < ticks->len;)
    if (g_array_index (ticks, SaysoTick, i).time == g_array_index (ticks, SaysoTick, i - 1).time)
      g_array_remove_index (ticks, i);
    else
      i++;
  make_room (ticks, pixels_per_second, min_width);

  return g_steal_pointer (&ticks);
}
