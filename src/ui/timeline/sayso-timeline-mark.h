/* sayso-timeline-mark.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-timeline-data.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineMarkWidget:
 *
 * What stands for an event in the tree of widgets: it takes the focus and is read aloud. The canvas draws it.
 */
#define SAYSO_TYPE_TIMELINE_MARK_WIDGET (sayso_timeline_mark_widget_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineMarkWidget, sayso_timeline_mark_widget, SAYSO, TIMELINE_MARK_WIDGET, GtkWidget)

GtkWidget *sayso_timeline_mark_widget_new (const SaysoTimelineEvent *event);
void sayso_timeline_mark_widget_update (SaysoTimelineMarkWidget *self, const SaysoTimelineEvent *event);
void sayso_timeline_mark_widget_set_selected (SaysoTimelineMarkWidget *self, gboolean selected);
gint64 sayso_timeline_mark_widget_get_event (SaysoTimelineMarkWidget *self);

G_END_DECLS
