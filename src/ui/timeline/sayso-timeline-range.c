/* sayso-timeline-range.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-range.h"

#include <glib/gi18n.h>

#include "sayso-date-words.h"

struct _SaysoTimelineRange
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *words;
  GtkWidget *show_only;

  /* Owned */
  SaysoTimelineModel *model;
};

G_DEFINE_FINAL_TYPE (SaysoTimelineRange, sayso_timeline_range, ADW_TYPE_BIN)

static void
on_show_only (SaysoTimelineRange *self)
{
  sayso_timeline_model_apply_brush (self->model);
}

static void
on_clear (SaysoTimelineRange *self)
{
  sayso_timeline_model_clear_brush (self->model);
}

static void
update (SaysoTimelineRange *self)
{
  SaysoBounds range;
  gboolean brushed = sayso_timeline_model_get_brush (self->model, &range);
  gboolean filtered = sayso_timeline_model_is_filtered (self->model);
  g_autofree char *words = NULL, *show_only = NULL;
  guint count;

  gtk_widget_set_visible (GTK_WIDGET (self), brushed);
  if (!brushed)
    return;

  count = sayso_timeline_data_count (sayso_timeline_model_get_data (self->model), range.earliest, range.latest);
  words = sayso_bounds_to_words (&range);
  if (filtered)
    {
      /* Translators: a range of dates; nothing else is shown */
      g_autofree char *only = g_strdup_printf (_ ("Only %s"), words);

      gtk_label_set_text (self->words, only);
    }
  else
    gtk_label_set_text (self->words, words);
  /* Translators: a button; the number of events in the brushed range */
  show_only = sayso_timeline_model_get_data (self->model)->partial
                  ? g_strdup (_ ("Show Only These"))
                  : g_strdup_printf (ngettext ("Show Only %u", "Show Only %u", count), count);
  gtk_button_set_label (GTK_BUTTON (self->show_only), show_only);
  gtk_widget_set_visible (self->show_only, !filtered);
}

/* Once, when the hand lets go; not at each step on the way. */
static void
announce (SaysoTimelineRange *self)
{
  SaysoBounds range;
  g_autofree char *words = NULL, *message = NULL;
  guint count;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !sayso_timeline_model_get_brush (self->model, &range))
    return;

  count = sayso_timeline_data_count (sayso_timeline_model_get_data (self->model), range.earliest, range.latest);
  words = sayso_bounds_to_words (&range);
  message = sayso_timeline_model_get_data (self->model)->partial
                ? g_strdup (words)
                : g_strdup_printf (ngettext ("%s, %u event", "%s, %u events", count), words, count);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
sayso_timeline_range_dispose (GObject *object)
{
  sayso_timeline_range_set_model (SAYSO_TIMELINE_RANGE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_TIMELINE_RANGE);

  G_OBJECT_CLASS (sayso_timeline_range_parent_class)->dispose (object);
}

static void
sayso_timeline_range_class_init (SaysoTimelineRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_timeline_range_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-timeline-range.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineRange, words);
  gtk_widget_class_bind_template_child (widget_class, SaysoTimelineRange, show_only);
  gtk_widget_class_bind_template_callback (widget_class, on_show_only);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
sayso_timeline_range_init (SaysoTimelineRange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_timeline_range_set_model:
 * @self: a range
 * @model: (nullable): whose brushed range to tell
 */
void
sayso_timeline_range_set_model (SaysoTimelineRange *self, SaysoTimelineModel *model)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_RANGE (self));

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model == NULL)
    return;

  g_signal_connect_object (model, "brush-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "data-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "brushed", G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
  update (self);
}
