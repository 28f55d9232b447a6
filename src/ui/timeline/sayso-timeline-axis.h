/* sayso-timeline-axis.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-timeline-model.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineAxis:
 *
 * The names of the times above the lanes. Dragging along it brushes a range.
 */
#define SAYSO_TYPE_TIMELINE_AXIS (sayso_timeline_axis_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineAxis, sayso_timeline_axis, SAYSO, TIMELINE_AXIS, GtkWidget)

void sayso_timeline_axis_set_model (SaysoTimelineAxis *self, SaysoTimelineModel *model);
void sayso_timeline_axis_set_roomy (SaysoTimelineAxis *self, gboolean roomy);
void sayso_timeline_axis_point_to (SaysoTimelineAxis *self, GtkPopover *popover, double time);

G_END_DECLS
