/* sayso-timeline-view-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-view.h"

#include "sayso-timeline-axis.h"
#include "sayso-timeline-canvas.h"
#include "sayso-timeline-change.h"
#include "sayso-timeline-legend.h"
#include "sayso-timeline-list.h"
#include "sayso-timeline-overview.h"
#include "sayso-timeline-range.h"
#include "sayso-timeline-shelf.h"

G_BEGIN_DECLS

struct _SaysoTimelineView
{
  AdwBin parent_instance;

  /* Template */
  SaysoTimelineOverview *strip_overview;
  SaysoTimelineRange *strip_range;
  SaysoTimelineOverview *overview;
  SaysoTimelineRange *range;
  SaysoTimelineAxis *axis;
  GtkWidget *scroller;
  SaysoTimelineCanvas *canvas;
  GtkStack *body;
  SaysoTimelineList *list;
  SaysoTimelineShelf *shelf;
  GtkToggleButton *undated_button;
  AdwToggleGroup *shown_as;
  GtkWidget *more_button;
  GtkLabel *period;
  GtkLabel *event_count;
  GtkWidget *nothing;

  /* Owned */
  SaysoSession *session;
  SaysoTimelineModel *model;

  const char *lanes; /* one of lane_names, or "list" */
  gboolean collapsed;
  gboolean maximised;
  guint tick;
};

void sayso_timeline_view_install_dates (GtkWidgetClass *widget_class);
void sayso_timeline_view_update_dates (SaysoTimelineView *self);

G_END_DECLS
