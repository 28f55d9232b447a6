/* sayso-timeline-canvas.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-timeline-layout.h"
#include "sayso-timeline-model.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineCanvas:
 *
 * The timeline's lanes with their events. As tall as its lanes; put it into a scrolled window.
 */
#define SAYSO_TYPE_TIMELINE_CANVAS (sayso_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineCanvas, sayso_timeline_canvas, SAYSO, TIMELINE_CANVAS, GtkWidget)

void sayso_timeline_canvas_set_model (SaysoTimelineCanvas *self, SaysoTimelineModel *model);
void sayso_timeline_canvas_set_roomy (SaysoTimelineCanvas *self, gboolean roomy);
void sayso_timeline_canvas_focus_event (SaysoTimelineCanvas *self, gint64 event);

double sayso_timeline_canvas_lay_out_now (SaysoTimelineCanvas *self, gboolean all_rows);
void sayso_timeline_canvas_lay_out_again (SaysoTimelineCanvas *self);
void sayso_timeline_redate (SaysoSession *session, gint64 event, const SaysoBounds *bounds);

/* Width of the column with the lanes' names in a timeline of some width, in pixels; the axis keeps it free.
 * Where the timeline is narrow there are only signs. */
int sayso_timeline_head_width (GtkWidget *widget, gboolean roomy);

G_END_DECLS
