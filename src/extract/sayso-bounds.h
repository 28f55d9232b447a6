/* sayso-bounds.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SAYSO_OPEN_PAST: (value -9223372036854775808)
 *
 * The earliest end of [struct@SaysoBounds] when nothing bounds it.
 */
#define SAYSO_OPEN_PAST G_MININT64
#define SAYSO_OPEN_FUTURE G_MAXINT64

/**
 * SaysoBounds:
 * @earliest: first second it may have begun, counted from 1970-01-01T00:00:00 in the proleptic
 *   Gregorian calendar, or %SAYSO_OPEN_PAST
 * @latest: last second it may have ended, inclusive, or %SAYSO_OPEN_FUTURE
 * @soft_start: days by which the start itself is uncertain; 0 for a crisp calendar bound
 * @soft_end: days by which the end itself is uncertain
 * @lasting: whether it lasted all through (from the start to the end), else it happened once, within
 *
 * What is known of when something was. The clock is the one on the wall there: no time zone is applied.
 * An uncertain date stays an interval; nothing turns it into a day.
 */
typedef struct
{
  gint64 earliest;
  gint64 latest;
  guint soft_start;
  guint soft_end;
  gboolean lasting;
} SaysoBounds;

#define SAYSO_BOUNDS_UNKNOWN ((SaysoBounds) { SAYSO_OPEN_PAST, SAYSO_OPEN_FUTURE, 0, 0, FALSE })
#define SAYSO_SECONDS_A_DAY G_GINT64_CONSTANT (86400)

static inline gboolean
sayso_bounds_known (const SaysoBounds *self)
{
  return self->earliest != SAYSO_OPEN_PAST || self->latest != SAYSO_OPEN_FUTURE;
}

gint64 sayso_date_to_seconds (int year, int month, int day);
void sayso_date_from_seconds (gint64 seconds, int *year, int *month, int *day);
char *sayso_bounds_format_earliest (const SaysoBounds *self);
char *sayso_bounds_format_latest (const SaysoBounds *self);
gboolean sayso_bounds_parse (const char *earliest, const char *latest, SaysoBounds *bounds);

G_END_DECLS
