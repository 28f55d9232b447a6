/* sayso-timeline-change.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a date becomes as a hand moves it: always whole days, months or years, whichever can be aimed at. */

#include "sayso-timeline-change.h"

#include <math.h>

#define AIM 6.0                 /* pixels that a unit is wide at least */
#define MONTH (30.44 * 86400.0) /* seconds, on the mean */
#define YEAR (31556952.0)
#define MAX_YEAR 9999 /* as EDTF writes it in four figures */

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

static Unit
choose_unit (double pixels_per_second)
{
  if (pixels_per_second * SAYSO_SECONDS_A_DAY >= AIM)
    return UNIT_DAY;

  return pixels_per_second * MONTH >= AIM ? UNIT_MONTH : UNIT_YEAR;
}

static gint64
to_seconds (int year, int month, int day)
{
  return sayso_date_to_seconds (CLAMP (year, -MAX_YEAR, MAX_YEAR), month, day);
}

/* The beginning of the unit that a time is in, so many units on. */
static gint64
unit_start (Unit unit, gint64 time, int steps)
{
  int year, month, day, months;

  sayso_date_from_seconds (time, &year, &month, &day);
  if (unit == UNIT_DAY)
    return to_seconds (year, month, day) + steps * SAYSO_SECONDS_A_DAY;
  if (unit == UNIT_YEAR)
    return to_seconds (year + steps, 1, 1);
  months = year * 12 + month - 1 + steps;

  return to_seconds (floor (months / 12.0), months - (int) floor (months / 12.0) * 12 + 1, 1);
}

static gint64
nearest_start (Unit unit, double time)
{
  const double limit = (MAX_YEAR - 1) * YEAR - 1970 * YEAR;
  gint64 at = CLAMP (time, -limit, limit), before = unit_start (unit, at, 0), after = unit_start (unit, at, 1);

  return at - before < after - at ? before : after;
}

static gboolean
starts (Unit unit, gint64 time)
{
  return unit_start (unit, time, 0) == time;
}

/* The largest unit that both ends are whole in. */
static Unit
unit_of (const SaysoBounds *bounds)
{
  for (Unit unit = UNIT_YEAR; unit > UNIT_DAY; unit--)
    if ((bounds->earliest == SAYSO_OPEN_PAST || starts (unit, bounds->earliest)) &&
        (bounds->latest == SAYSO_OPEN_FUTURE || starts (unit, bounds->latest + 1)))
      return unit;

  return UNIT_DAY;
}

static double
unit_length (Unit unit)
{
  return unit == UNIT_DAY ? SAYSO_SECONDS_A_DAY : unit == UNIT_MONTH ? MONTH : YEAR;
}

/* Whole months and years stay whole, as long as they are moved by as much. */
static void
move_whole (SaysoBounds *bounds, double way, Unit aimed)
{
  Unit unit = MIN (unit_of (bounds), MAX (aimed, UNIT_DAY));
  int steps;

  if (fabs (way) < unit_length (aimed) / 2)
    return;
  if (unit_of (bounds) > aimed && fabs (way) > unit_length (unit_of (bounds)) / 2)
    unit = unit_of (bounds);
  steps = round (way / unit_length (unit));
  if (bounds->earliest != SAYSO_OPEN_PAST)
    bounds->earliest = unit_start (unit, bounds->earliest, steps);
  if (bounds->latest != SAYSO_OPEN_FUTURE)
    bounds->latest = unit_start (unit, bounds->latest + 1, steps) - 1;
}

/**
 * sayso_timeline_change:
 * @bounds: when something was
 * @part: which end of it is moved, or all of it
 * @from: where the hand took hold, in seconds
 * @to: where it is
 * @pixels_per_second: the scale, which decides how exactly one can aim
 *
 * Returns: what it becomes, crisp; an end never passes the other
 */
SaysoBounds
sayso_timeline_change (const SaysoBounds *bounds, SaysoTimelinePart part, double from, double to,
                       double pixels_per_second)
{
  Unit unit = choose_unit (pixels_per_second);
  SaysoBounds changed = *bounds;

  changed.soft_start = changed.soft_end = 0;
  switch (part)
    {
    case SAYSO_TIMELINE_PART_START:
      changed.earliest = nearest_start (unit, bounds->earliest + (to - from));
      changed.earliest = MIN (changed.earliest, unit_start (UNIT_DAY, bounds->latest, 0));
      break;
    case SAYSO_TIMELINE_PART_END:
      changed.latest = nearest_start (unit, bounds->latest + 1.0 + (to - from)) - 1;
      changed.latest = MAX (changed.latest, unit_start (UNIT_DAY, bounds->earliest, 1) - 1);
      break;
    case SAYSO_TIMELINE_PART_WHOLE:
      move_whole (&changed, to - from, unit);
      break;
    case SAYSO_TIMELINE_PART_NONE:
    default:
      return *bounds;
    }

  return changed;
}

/**
 * sayso_timeline_bounds_at:
 * @time: a time, in seconds
 * @pixels_per_second: the scale
 *
 * Returns: the day, month or year there
 */
SaysoBounds
sayso_timeline_bounds_at (double time, double pixels_per_second)
{
  const double limit = (MAX_YEAR - 1) * YEAR - 1970 * YEAR;
  Unit unit = choose_unit (pixels_per_second);
  gint64 at = CLAMP (time, -limit, limit);
  SaysoBounds bounds = { unit_start (unit, at, 0), unit_start (unit, at, 1) - 1, 0, 0, FALSE };

  return bounds;
}

static char *
format_date (gint64 time, Unit unit)
{
  int year, month, day;
  const char *sign;

  sayso_date_from_seconds (time, &year, &month, &day);
  sign = year < 0 ? "-" : "";
  year = ABS (year);
  switch (unit)
    {
    case UNIT_YEAR:
      return g_strdup_printf ("%s%04d", sign, year);
    case UNIT_MONTH:
      return g_strdup_printf ("%s%04d-%02d", sign, year, month);
    case UNIT_DAY:
    default:
      return g_strdup_printf ("%s%04d-%02d-%02d", sign, year, month, day);
    }
}

/**
 * sayso_timeline_bounds_to_edtf:
 * @bounds: when something was, in whole days; not unknown
 *
 * Returns: (transfer full): the same in EDTF, in years and months where it is whole in them: an interval for what
 *   lasted, one date or one of several for what happened once
 */
char *
sayso_timeline_bounds_to_edtf (const SaysoBounds *bounds)
{
  Unit unit = unit_of (bounds);
  gboolean open_start = bounds->earliest == SAYSO_OPEN_PAST, open_end = bounds->latest == SAYSO_OPEN_FUTURE;
  g_autofree char *start = open_start ? g_strdup ("..") : format_date (bounds->earliest, unit);
  g_autofree char *end = open_end ? g_strdup ("..") : format_date (bounds->latest, unit);

  g_return_val_if_fail (!open_start || !open_end, NULL);

  if (bounds->lasting)
    return g_strdup_printf ("%s/%s", start, end);
  if (g_str_equal (start, end))
    return g_steal_pointer (&start);

  return g_strdup_printf ("[%s%s%s]", open_start ? "" : start, "..", open_end ? "" : end);
}
