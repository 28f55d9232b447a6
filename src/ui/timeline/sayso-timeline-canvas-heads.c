/* sayso-timeline-canvas-heads.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The heads of the lanes are buttons, over the names that the canvas draws: they fold a lane so that it only counts,
 * and unfold it. The one that stands for all groups without a lane of their own gives them one. */

#include "sayso-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 30

static int
head_width (SaysoTimelineCanvas *self)
{
  return sayso_timeline_head_width (GTK_WIDGET (self), self->roomy);
}

static int
fewer_height (SaysoTimelineCanvas *self)
{
  return HEIGHT * sayso_timeline_text_scale (GTK_WIDGET (self));
}

static gint64
group_of (SaysoTimelineCanvas *self, const SaysoTimelineLane *lane)
{
  return lane->n_groups == 0 ? SAYSO_TIMELINE_UNGROUPED
                             : g_array_index (self->layout->data->groups, SaysoTimelineGroup, lane->key).id;
}

/* Whether there is something to fold again. */
static gboolean
is_unfolded (SaysoTimelineCanvas *self)
{
  return self->all_lanes && self->layout != NULL && self->layout->data->groups->len > SAYSO_TIMELINE_FEW_LANES + 1;
}

static char *
more_words (SaysoLanes lanes, guint n)
{
  switch (lanes)
    {
    case SAYSO_LANES_ARTICLE:
      return g_strdup_printf (ngettext ("%u more article", "%u more articles", n), n);
    case SAYSO_LANES_OUTLET:
      return g_strdup_printf (ngettext ("%u more outlet", "%u more outlets", n), n);
    case SAYSO_LANES_TAG:
      return g_strdup_printf (ngettext ("%u more tag", "%u more tags", n), n);
    default:
      return g_strdup_printf (ngettext ("%u more actor", "%u more actors", n), n);
    }
}

static const char *
ungrouped_words (SaysoLanes lanes)
{
  switch (lanes)
    {
    case SAYSO_LANES_OUTLET:
      return _ ("No outlet");
    case SAYSO_LANES_TAG:
      return _ ("No tag");
    case SAYSO_LANES_ARTICLE:
      return _ ("No article");
    default:
      return _ ("No actor");
    }
}

/**
 * sayso_timeline_canvas_lane_name:
 * @self: a canvas
 * @lane: a lane of its layout
 *
 * Returns: (transfer full): its name
 */
char *
sayso_timeline_canvas_lane_name (SaysoTimelineCanvas *self, const SaysoTimelineLane *lane)
{
  const SaysoTimelineData *data = self->layout->data;

  if (lane->n_groups > 1)
    return more_words (data->lanes, lane->n_groups);

  return g_strdup (lane->n_groups == 0 ? ungrouped_words (data->lanes)
                                       : g_array_index (data->groups, SaysoTimelineGroup, lane->key).name);
}

static void
toggle_folded (SaysoTimelineCanvas *self, gint64 group)
{
  GArray *folded = g_array_copy (self->folded);
  gboolean found = FALSE;

  for (guint i = 0; i < folded->len && !found; i++)
    if (g_array_index (folded, gint64, i) == group)
      {
        g_array_remove_index (folded, i);
        found = TRUE;
      }
  if (!found)
    g_array_append_val (folded, group);
  g_array_unref (self->folded);
  self->folded = folded;
}

static void
on_head_clicked (GtkWidget *head, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  const SaysoTimelineLane *lane;
  guint i;

  if (self->layout == NULL || !g_ptr_array_find (self->heads, head, &i) || i >= self->layout->lanes->len)
    return;

  lane = &g_array_index (self->layout->lanes, SaysoTimelineLane, i);
  if (lane->n_groups > 1)
    self->all_lanes = TRUE;
  else
    toggle_folded (self, group_of (self, lane));
  sayso_timeline_canvas_request_layout (self);
}

static void
on_fewer_clicked (SaysoTimelineCanvas *self)
{
  self->all_lanes = FALSE;
  sayso_timeline_canvas_request_layout (self);
}

static GtkWidget *
new_head (SaysoTimelineCanvas *self)
{
  GtkWidget *head = gtk_button_new ();

  gtk_widget_add_css_class (head, "flat");
  gtk_widget_add_css_class (head, "sayso-lane");
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  g_signal_connect (head, "clicked", G_CALLBACK (on_head_clicked), self);

  return head;
}

void
sayso_timeline_canvas_add_heads (SaysoTimelineCanvas *self)
{
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->folded = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fewer = gtk_button_new_with_label (_ ("Fewer Lanes"));
  gtk_widget_add_css_class (self->fewer, "flat");
  gtk_widget_add_css_class (self->fewer, "sayso-fold");
  gtk_widget_set_visible (self->fewer, FALSE);
  gtk_widget_set_parent (self->fewer, GTK_WIDGET (self));
  g_signal_connect_object (self->fewer, "clicked", G_CALLBACK (on_fewer_clicked), self, G_CONNECT_SWAPPED);
}

/* As the layout is. */
void
sayso_timeline_canvas_update_heads (SaysoTimelineCanvas *self)
{
  guint n = self->layout->lanes->len;

  while (self->heads->len < n)
    g_ptr_array_add (self->heads, new_head (self));
  for (guint i = self->heads->len; i-- > n;)
    {
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == g_ptr_array_index (self->heads, i))
        gtk_widget_grab_focus (n > 0 ? g_ptr_array_index (self->heads, n - 1) : GTK_WIDGET (self));
      g_ptr_array_remove_index (self->heads, i);
    }
  for (guint i = 0; i < n; i++)
    {
      const SaysoTimelineLane *lane = &g_array_index (self->layout->lanes, SaysoTimelineLane, i);
      GtkWidget *head = g_ptr_array_index (self->heads, i);
      g_autofree char *name = sayso_timeline_canvas_lane_name (self, lane);
      g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", lane->n_events), lane->n_events);
      g_autofree char *tip = g_strdup_printf ("%s\n%s", name, count);

      if (g_strcmp0 (gtk_widget_get_tooltip_text (head), tip) != 0)
        gtk_widget_set_tooltip_text (head, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_STATE_EXPANDED, !lane->folded, -1);
    }
  gtk_widget_set_visible (self->fewer, is_unfolded (self));
}

/* What they need below the lanes. */
int
sayso_timeline_canvas_heads_height (SaysoTimelineCanvas *self)
{
  return is_unfolded (self) ? fewer_height (self) + 6 : 0;
}

static void
allocate_head (SaysoTimelineCanvas *self, GtkWidget *head, double y, double height)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), least_width, least_height;
  GtkAllocation area = { .y = floor (y) };

  gtk_widget_measure (head, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  area.width = MAX (head_width (self) - 4, least_width);
  gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL, area.width, &least_height, NULL, NULL, NULL);
  area.height = MAX (floor (height), least_height);
  area.x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - area.width - 2 : 2;
  gtk_widget_size_allocate (head, &area, -1);
}

void
sayso_timeline_canvas_allocate_heads (SaysoTimelineCanvas *self)
{
  if (self->layout == NULL)
    return;

  for (guint i = 0; i < MIN (self->heads->len, self->layout->lanes->len); i++)
    {
      const SaysoTimelineLane *lane = &g_array_index (self->layout->lanes, SaysoTimelineLane, i);

      allocate_head (self, g_ptr_array_index (self->heads, i), lane->y + 2, lane->height - 5);
    }
  if (gtk_widget_get_visible (self->fewer))
    allocate_head (self, self->fewer, self->layout->height + 3, fewer_height (self));
}

gboolean
sayso_timeline_canvas_is_head (SaysoTimelineCanvas *self, GtkWidget *child)
{
  return child == self->fewer || g_ptr_array_find (self->heads, child, NULL);
}

/* Focuses the first head, the last one, or that after or before another, going round. */
gboolean
sayso_timeline_canvas_focus_head (SaysoTimelineCanvas *self, GtkWidget *from, int step)
{
  guint n = self->heads->len + gtk_widget_get_visible (self->fewer), i = 0;

  if (n == 0)
    return FALSE;

  if (from == self->fewer)
    i = self->heads->len;
  if (from != NULL && (from == self->fewer || g_ptr_array_find (self->heads, from, &i)))
    i = (i + n + step) % n;
  else if (step < 0)
    i = n - 1;

  return gtk_widget_grab_focus (i < self->heads->len ? g_ptr_array_index (self->heads, i) : self->fewer);
}
