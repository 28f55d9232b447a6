/* sayso-days.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-bounds.h"

G_BEGIN_DECLS

/* Days are counted from 1970-01-01 in the proleptic Gregorian calendar, years are astronomical (0 is 1 BC), and
 * weekdays run from 1, Monday, to 7. */
gboolean sayso_days_is_leap (int year);
int sayso_days_month_days (int year, int month);
gint64 sayso_days_to_day (int year, int month, int day);
void sayso_days_from_day (gint64 day, int *year, int *month, int *day_of_month);
int sayso_days_weekday (gint64 day);
void sayso_days_iso_week (gint64 day, int *year, int *week);
gint64 sayso_days_week_start (int year, int week);
int sayso_days_year_weeks (int year);
gint64 sayso_days_easter (int year);
gint64 sayso_days_add_months (gint64 day, int months);

G_END_DECLS
