/* sayso-timeline-view-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-view.h"

#include "sayso-colors.h"

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
  guint play;    /* source that goes on to the next event */
  gint64 played; /* the event it came to; 0: not playing */
};

void sayso_timeline_view_install_export (GtkWidgetClass *widget_class);
void sayso_timeline_view_set_playing (SaysoTimelineView *self, gboolean playing);
void sayso_timeline_view_stop (SaysoTimelineView *self);
void sayso_timeline_view_install_dates (GtkWidgetClass *widget_class);
void sayso_timeline_view_update_dates (SaysoTimelineView *self);

G_END_DECLS
