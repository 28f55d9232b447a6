/* sayso-timeline-canvas-fold.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The button that stands for the actors without a lane of their own, and gives them one. */

#include "sayso-timeline-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 30
#define NARROW 100 /* a head of less has no room for words */

static const SaysoTimelineLane *
get_folded (SaysoTimelineCanvas *self)
{
  for (guint i = 0; self->layout != NULL && i < self->layout->lanes->len; i++)
    if (g_array_index (self->layout->lanes, SaysoTimelineLane, i).folded)
      return &g_array_index (self->layout->lanes, SaysoTimelineLane, i);

  return NULL;
}

/* Whether there is something to fold again. */
static gboolean
is_unfolded (SaysoTimelineCanvas *self)
{
  const SaysoTimelineLayout *layout = self->layout;

  return layout != NULL && layout->params.lanes == SAYSO_LANES_ACTOR &&
         layout->params.max_lanes > SAYSO_TIMELINE_FEW_ACTORS &&
         layout->data->actors->len > SAYSO_TIMELINE_FEW_ACTORS &&
         g_array_index (layout->data->actors, SaysoTimelineActor, SAYSO_TIMELINE_FEW_ACTORS).n_events > 0;
}

static int
head_width (SaysoTimelineCanvas *self)
{
  return sayso_timeline_head_width (self->roomy, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
on_clicked (SaysoTimelineCanvas *self)
{
  self->all_actors = !self->all_actors;
  sayso_timeline_canvas_request_layout (self);
}

void
sayso_timeline_canvas_add_fold (SaysoTimelineCanvas *self)
{
  self->fold = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->fold), adw_button_content_new ());
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->fold))), TRUE);
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_add_css_class (self->fold, "sayso-fold");
  gtk_widget_set_visible (self->fold, FALSE);
  gtk_widget_set_parent (self->fold, GTK_WIDGET (self));
  g_signal_connect_object (self->fold, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
}

/* As the layout is. */
void
sayso_timeline_canvas_update_fold (SaysoTimelineCanvas *self)
{
  const SaysoTimelineLane *folded = get_folded (self);
  AdwButtonContent *content = ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->fold)));
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->fold, folded != NULL || is_unfolded (self));
  if (folded != NULL)
    words = g_strdup_printf (ngettext ("%u more actor", "%u more actors", folded->n_folded), folded->n_folded);
  else
    words = g_strdup (_ ("Fewer actors"));
  adw_button_content_set_icon_name (content, folded != NULL ? "pan-down-symbolic" : "pan-up-symbolic");
  adw_button_content_set_label (content, head_width (self) < NARROW ? "" : words);
  gtk_widget_set_tooltip_text (self->fold, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, folded == NULL, -1);
}

/* What it needs below the lanes. */
int
sayso_timeline_canvas_fold_height (SaysoTimelineCanvas *self)
{
  return is_unfolded (self) ? HEIGHT + 6 : 0;
}

/* In the head of the folded lane, or below all lanes. */
void
sayso_timeline_canvas_allocate_fold (SaysoTimelineCanvas *self)
{
  const SaysoTimelineLane *lane = get_folded (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), least, height;
  GtkAllocation area = { .width = head_width (self) - 4 };

  if (!gtk_widget_get_visible (self->fold) || self->layout == NULL)
    return;

  gtk_widget_measure (self->fold, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  area.width = MAX (area.width, least);
  gtk_widget_measure (self->fold, GTK_ORIENTATION_VERTICAL, area.width, &height, NULL, NULL, NULL);
  area.x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - area.width - 2 : 2;
  area.height = MAX (height, lane != NULL ? MIN (HEIGHT, (int) lane->height) : HEIGHT);
  area.y = lane != NULL ? lane->y + (lane->height - area.height) / 2 : self->layout->height + 3;
  gtk_widget_size_allocate (self->fold, &area, -1);
}
