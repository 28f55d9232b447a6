/* sayso-timeline-overview.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-timeline-model.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineOverview:
 *
 * All of the casebook's time in one strip: how many events begin in each stretch, and what part is in view.
 * Dragging the part in view moves it, dragging elsewhere brushes a range; a click goes there.
 */
#define SAYSO_TYPE_TIMELINE_OVERVIEW (sayso_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineOverview, sayso_timeline_overview, SAYSO, TIMELINE_OVERVIEW, GtkWidget)

void sayso_timeline_overview_set_model (SaysoTimelineOverview *self, SaysoTimelineModel *model);

/* Without lanes below, there is no view to move, and all dragging brushes. */
void sayso_timeline_overview_set_alone (SaysoTimelineOverview *self, gboolean alone);

G_END_DECLS
