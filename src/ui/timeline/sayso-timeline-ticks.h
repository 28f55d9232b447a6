/* sayso-timeline-ticks.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SaysoTick:
 * @time: where it stands, in seconds from 1970-01-01
 * @major: whether a larger unit begins here
 * @label: (nullable): its name in the reader's language; %NULL where there is no room
 */
typedef struct
{
  gint64 time;
  gboolean major;
  char *label;
} SaysoTick;

/* (element-type SaysoTick): the ticks from one time to another, in order. */
GArray *sayso_timeline_ticks (double from, double to, double pixels_per_second, double min_width);
char *sayso_timeline_context (double time, double pixels_per_second, double min_width);

G_END_DECLS
