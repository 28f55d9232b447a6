/* sayso-calendar.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SaysoCalendarOrder:
 * @SAYSO_CALENDAR_UNKNOWN: nobody can say what 03/04/2015 is
 * @SAYSO_CALENDAR_PAGE: nor here, but 4.3.15 is a date
 * @SAYSO_CALENDAR_DAY_FIRST: it is the third of April
 * @SAYSO_CALENDAR_MONTH_FIRST: it is the fourth of March
 *
 * How a place writes dates in numbers.
 */
typedef enum
{
  SAYSO_CALENDAR_UNKNOWN,
  SAYSO_CALENDAR_PAGE,
  SAYSO_CALENDAR_DAY_FIRST,
  SAYSO_CALENDAR_MONTH_FIRST,
} SaysoCalendarOrder;

char *sayso_calendar_parse (const char *words, gsize *used);
char *sayso_calendar_parse_ordered (const char *words, SaysoCalendarOrder order, gsize *used);
char *sayso_calendar_find (const char *line, SaysoCalendarOrder order, gsize *start, gsize *used);
gboolean sayso_calendar_is_iso (const char *date);

G_END_DECLS
