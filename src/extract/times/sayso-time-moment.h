/* sayso-time-moment.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-bounds.h"
#include "sayso-time-sense.h"

G_BEGIN_DECLS

/* How exact a moment is, from coarse to fine. */
typedef enum
{
  SAYSO_TIME_PRECISION_MILLENNIUM,
  SAYSO_TIME_PRECISION_CENTURY,
  SAYSO_TIME_PRECISION_DECADE,
  SAYSO_TIME_PRECISION_YEAR,
  SAYSO_TIME_PRECISION_HALF,
  SAYSO_TIME_PRECISION_THIRD,
  SAYSO_TIME_PRECISION_QUARTER,
  SAYSO_TIME_PRECISION_SEASON,
  SAYSO_TIME_PRECISION_MONTH,
  SAYSO_TIME_PRECISION_WEEK,
  SAYSO_TIME_PRECISION_WEEKEND,
  SAYSO_TIME_PRECISION_DAY,
  SAYSO_TIME_PRECISION_PART,
  SAYSO_TIME_PRECISION_HOUR,
  SAYSO_TIME_PRECISION_MINUTE,
  SAYSO_TIME_PRECISION_SECOND,
} SaysoTimePrecision;

#define SAYSO_TIME_NO_ZONE G_MAXINT

/**
 * SaysoTimeMoment:
 * @precision: how exact it is; what is finer says nothing
 * @year_known: whether the year is known, else only what is finer is
 * @year: astronomical year; of a century or decade, its first, of a week, the year ISO 8601 counts it to
 * @index: which half, third, quarter, season or week of the year, or #SaysoTimePart of the day
 * @month: 1 to 12, 0 where it is not known
 * @day: 1 to 31, 0 where it is not known
 * @weekday: 1 to 7, where only that is known
 * @hour: 0 to 24
 * @minute: 0 to 59
 * @second: 0 to 59
 * @zone: minutes east of Greenwich, or %SAYSO_TIME_NO_ZONE
 *
 * A place in the calendar, more or less exact.
 */
typedef struct
{
  SaysoTimePrecision precision;
  gboolean year_known;
  int year;
  int index;
  int month;
  int day;
  int weekday;
  int hour;
  int minute;
  int second;
  int zone;
} SaysoTimeMoment;

SaysoTimePrecision sayso_time_precision_of_unit (SaysoTimeUnit unit);
void sayso_time_moment_init (SaysoTimeMoment *self);
void sayso_time_moment_init_day (SaysoTimeMoment *self, gint64 day, SaysoTimePrecision precision);
gboolean sayso_time_moment_is_valid (const SaysoTimeMoment *self);
gboolean sayso_time_moment_get_bounds (const SaysoTimeMoment *self, gint64 *earliest, gint64 *latest);
char *sayso_time_moment_to_timex (const SaysoTimeMoment *self);
char *sayso_time_moment_to_edtf (const SaysoTimeMoment *self);
char *sayso_time_edtf_from_days (gint64 first, gint64 last);
gint64 sayso_time_shift_seconds (gint64 seconds, SaysoTimeUnit unit, int n);
void sayso_time_moment_third (const SaysoTimeMoment *self, SaysoTimeMod mod, gint64 *earliest, gint64 *latest);

G_END_DECLS
