/* sayso-timeline-canvas-children.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The widgets that stand for events: they take the focus and are read aloud. */

#include "sayso-timeline-canvas-private.h"

#include <math.h>

#include "sayso-timeline-mark.h"

#define MAX_CHILDREN 300

/* Id of the event that has the focus, or 0. */
gint64
sayso_timeline_canvas_focused (SaysoTimelineCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return SAYSO_IS_TIMELINE_MARK_WIDGET (child)
             ? sayso_timeline_mark_widget_get_event (SAYSO_TIMELINE_MARK_WIDGET (child))
             : 0;
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Events that are to have a child: those in view, the selected one and the focused one, in order of time. */
static GArray *
wanted_children (SaysoTimelineCanvas *self, gint64 also)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  gint64 extra[] = { sayso_timeline_model_get_selected (self->model), sayso_timeline_canvas_focused (self), also };
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    {
      guint index = extra[i] != 0 ? sayso_timeline_data_find (data, extra[i]) : SAYSO_NONE;

      if (index != SAYSO_NONE)
        g_array_append_val (wanted, index);
    }
  if (self->layout != NULL && self->layout->data == data)
    for (guint i = 0; i < self->layout->marks->len && wanted->len < MAX_CHILDREN; i++)
      {
        const SaysoTimelineMark *mark = &g_array_index (self->layout->marks, SaysoTimelineMark, i);

        if (mark->shape != SAYSO_SHAPE_COUNT && mark->x1 > 0 && mark->x0 < self->layout->params.width)
          g_array_append_val (wanted, mark->event);
      }
  g_array_sort (wanted, compare_guints);

  return wanted;
}

void
sayso_timeline_canvas_sync_children (SaysoTimelineCanvas *self, gint64 also)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  gint64 selected = sayso_timeline_model_get_selected (self->model);
  g_autoptr (GArray) wanted = wanted_children (self, also);
  g_autoptr (GHashTable) stale = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkWidget *last = NULL, *child;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (stale, id);

  for (guint i = 0; i < wanted->len; i++)
    {
      const SaysoTimelineEvent *event =
          &g_array_index (data->events, SaysoTimelineEvent, g_array_index (wanted, guint, i));

      child = g_hash_table_lookup (self->children, &event->id);
      if (child == NULL)
        {
          child = sayso_timeline_mark_widget_new (event);
          gtk_widget_insert_after (child, GTK_WIDGET (self), last);
          g_hash_table_insert (self->children, g_memdup2 (&event->id, sizeof event->id), child);
        }
      else if (child != last && gtk_widget_get_prev_sibling (child) != last)
        gtk_widget_insert_after (child, GTK_WIDGET (self), last);
      sayso_timeline_mark_widget_set_selected (SAYSO_TIMELINE_MARK_WIDGET (child), event->id == selected);
      g_hash_table_remove (stale, &event->id);
      last = child;
    }

  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (self->children, id);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What they say may have changed, and who they are. */
void
sayso_timeline_canvas_refresh_children (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  GHashTableIter iter;
  gpointer id, child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &id, &child))
    {
      guint index = sayso_timeline_data_find (data, *(gint64 *) id);

      if (index != SAYSO_NONE)
        sayso_timeline_mark_widget_update (child, &g_array_index (data->events, SaysoTimelineEvent, index));
    }
  sayso_timeline_canvas_sync_children (self, 0);
}

/**
 * sayso_timeline_canvas_focus_event:
 * @self: a canvas
 * @event: id of a dated event
 *
 * Gives an event the keyboard focus, in view or not.
 */
void
sayso_timeline_canvas_focus_event (SaysoTimelineCanvas *self, gint64 event)
{
  GtkWidget *child;

  g_return_if_fail (SAYSO_IS_TIMELINE_CANVAS (self));

  if (!g_hash_table_contains (self->children, &event))
    sayso_timeline_canvas_sync_children (self, event);
  child = g_hash_table_lookup (self->children, &event);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
allocate_child (SaysoTimelineCanvas *self, GtkWidget *child, double begin, double end, double y, double height)
{
  double width = sayso_timeline_canvas_time_width (self);
  GtkAllocation allocation;

  /* Its ring stays off the names of the lanes. */
  begin = CLAMP (begin, 0, MAX (width - 12, 0));
  end = MAX (MIN (end, width), begin + 12);
  allocation.x = floor (sayso_timeline_canvas_to_widget (self, begin, end - begin));
  allocation.y = floor (y);
  allocation.width = ceil (end - begin);
  allocation.height = ceil (height);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

void
sayso_timeline_canvas_allocate_children (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  double width = sayso_timeline_canvas_time_width (self);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer id, child;

  self->allocated_left = sayso_viewport_get_left (sayso_timeline_model_get_viewport (self->model));
  for (guint i = 0; self->layout != NULL && i < self->layout->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (self->layout->marks, SaysoTimelineMark, i);
      double x0, x1, row = self->layout->params.row_height;

      if (mark->shape == SAYSO_SHAPE_COUNT)
        continue;
      child = g_hash_table_lookup (self->children, &sayso_timeline_canvas_event (self, mark->event)->id);
      if (child == NULL)
        continue;
      sayso_timeline_canvas_extent (self, mark, &x0, &x1);
      allocate_child (self, child, x0 - (mark->x0 - mark->begin) - 4, x1 + (mark->end - mark->x1) + 4,
                      sayso_timeline_layout_row_y (self->layout, mark->lane, mark->row) - row / 2 + 1, row - 2);
      g_hash_table_add (done, child);
    }

  /* What is not in the layout waits where it will come into view. */
  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &id, &child))
    {
      guint index = sayso_timeline_data_find (data, *(gint64 *) id);
      double x = 0;

      if (g_hash_table_contains (done, child))
        continue;
      if (index != SAYSO_NONE)
        x = sayso_viewport_to_x (sayso_timeline_model_get_viewport (self->model),
                                 sayso_timeline_event_middle (
                                     &g_array_index (data->events, SaysoTimelineEvent, index)));
      allocate_child (self, child, CLAMP (x, -60, width), CLAMP (x, -60, width) + 16, 4, 16);
    }
}
