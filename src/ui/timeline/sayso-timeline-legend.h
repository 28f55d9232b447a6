/* sayso-timeline-legend.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SaysoTimelineLegend:
 *
 * One entry of the timeline's legend, drawn as the lanes draw it. Property `sign`: which.
 */
#define SAYSO_TYPE_TIMELINE_LEGEND (sayso_timeline_legend_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineLegend, sayso_timeline_legend, SAYSO, TIMELINE_LEGEND, GtkWidget)

G_END_DECLS
