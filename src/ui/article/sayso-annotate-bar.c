/* sayso-annotate-bar.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-annotate-bar.h"

/* A selection that does not change for so long rests, in milliseconds. */
#define REST 180

struct _SaysoAnnotateBar
{
  GtkPopover parent_instance;

  SaysoArticleText *text; /* weak */
  guint resting;
};

G_DEFINE_FINAL_TYPE (SaysoAnnotateBar, sayso_annotate_bar, GTK_TYPE_POPOVER)

static gboolean
is_button_down (SaysoAnnotateBar *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat == NULL ? NULL : gdk_seat_get_pointer (seat);

  return pointer != NULL && (gdk_device_get_modifier_state (pointer) & GDK_BUTTON1_MASK) != 0;
}

static gboolean
rested (gpointer user_data)
{
  SaysoAnnotateBar *self = user_data;
  GtkTextBuffer *buffer;
  GdkRectangle rect;

  if (is_button_down (self))
    return G_SOURCE_CONTINUE;

  self->resting = 0;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  if (!gtk_text_buffer_get_has_selection (buffer) || !gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return G_SOURCE_REMOVE;

  sayso_article_text_get_selection_area (self->text, gtk_widget_get_parent (GTK_WIDGET (self)), &rect);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &rect);
  gtk_popover_popup (GTK_POPOVER (self));

  return G_SOURCE_REMOVE;
}

static void
selection_changed (SaysoAnnotateBar *self)
{
  gboolean selected = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));

  g_clear_handle_id (&self->resting, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
  if (selected)
    self->resting = g_timeout_add (REST, rested, self);
}

static void
mark_set (SaysoAnnotateBar *self, GtkTextIter *place, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (mark == gtk_text_buffer_get_insert (buffer) || mark == gtk_text_buffer_get_selection_bound (buffer))
    selection_changed (self);
}

static void
sayso_annotate_bar_dispose (GObject *object)
{
  SaysoAnnotateBar *self = SAYSO_ANNOTATE_BAR (object);

  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_weak_pointer (&self->text);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_ANNOTATE_BAR);

  G_OBJECT_CLASS (sayso_annotate_bar_parent_class)->dispose (object);
}

static void
sayso_annotate_bar_class_init (SaysoAnnotateBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sayso_annotate_bar_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/sayso/Sayso/ui/sayso-annotate-bar.ui");
}

static void
sayso_annotate_bar_init (SaysoAnnotateBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_annotate_bar_new:
 * @text: the text whose selection it follows
 * @parent: a widget around it, which becomes the bar's parent
 *
 * Returns: (transfer none): a bar
 */
SaysoAnnotateBar *
sayso_annotate_bar_new (SaysoArticleText *text, GtkWidget *parent)
{
  SaysoAnnotateBar *self = g_object_new (SAYSO_TYPE_ANNOTATE_BAR, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

  g_set_weak_pointer (&self->text, text);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);

  return self;
}
