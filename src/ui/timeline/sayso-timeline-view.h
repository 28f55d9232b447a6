/* sayso-timeline-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"
#include "sayso-timeline-model.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_TIMELINE_VIEW (sayso_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineView, sayso_timeline_view, SAYSO, TIMELINE_VIEW, AdwBin)

GtkWidget *sayso_timeline_view_new (void);
SaysoTimelineModel *sayso_timeline_view_get_model (SaysoTimelineView *self);
GBytes *sayso_timeline_view_export (SaysoTimelineView *self, const char *name, gboolean whole);

G_END_DECLS
