/* sayso-timeline-mark.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-mark.h"

#include "sayso-date-words.h"
#include "sayso-timeline-draw.h"

struct _SaysoTimelineMarkWidget
{
  GtkWidget parent_instance;

  gint64 event;
};

G_DEFINE_FINAL_TYPE (SaysoTimelineMarkWidget, sayso_timeline_mark_widget, GTK_TYPE_WIDGET)

static void
sayso_timeline_mark_widget_class_init (SaysoTimelineMarkWidgetClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelinemark");
}

static void
sayso_timeline_mark_widget_init (SaysoTimelineMarkWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sayso_timeline_mark_widget_new (const SaysoTimelineEvent *event)
{
  SaysoTimelineMarkWidget *self = g_object_new (SAYSO_TYPE_TIMELINE_MARK_WIDGET, NULL);

  self->event = event->id;
  sayso_timeline_mark_widget_update (self, event);

  return GTK_WIDGET (self);
}

/**
 * sayso_timeline_mark_widget_update:
 * @self: a mark
 * @event: the event as it is now
 *
 * Its name is the title and the date with its certainty; its description is the rest.
 */
void
sayso_timeline_mark_widget_update (SaysoTimelineMarkWidget *self, const SaysoTimelineEvent *event)
{
  g_autofree char *description = sayso_timeline_describe (event);
  g_autofree char *name = sayso_timeline_name (event);

  g_return_if_fail (SAYSO_IS_TIMELINE_MARK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
sayso_timeline_mark_widget_set_selected (SaysoTimelineMarkWidget *self, gboolean selected)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MARK_WIDGET (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, (int) selected, -1);
}

gint64
sayso_timeline_mark_widget_get_event (SaysoTimelineMarkWidget *self)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_MARK_WIDGET (self), 0);

  return self->event;
}
