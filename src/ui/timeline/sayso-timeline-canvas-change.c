/* sayso-timeline-canvas-change.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Corrects dates by hand: the ends of the selected event are pulled, or all of it is moved, and what has no date is
 * dropped where it belongs. */

#include "sayso-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-date-words.h"

#define REACH 7.0        /* pixels around an end that take hold of it */
#define LEAST_WHOLE 20.0 /* pixels that a mark must have between its ends to be taken there */
#define LINGER 600       /* milliseconds that a changed date is shown before it is known to be kept */

static const SaysoTimelineEvent *
get_selected (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  gint64 selected = sayso_timeline_model_get_selected (self->model);
  guint index = selected != 0 ? sayso_timeline_data_find (data, selected) : SAYSO_NONE;

  return index != SAYSO_NONE ? &g_array_index (data->events, SaysoTimelineEvent, index) : NULL;
}

static gboolean
may_change (SaysoTimelineCanvas *self)
{
  SaysoSession *session = sayso_timeline_model_get_session (self->model);
  gboolean read_only = TRUE;

  if (session != NULL)
    g_object_get (sayso_session_get_casebook (session), "read-only", &read_only, NULL);

  return !read_only;
}

/**
 * sayso_timeline_canvas_part_at:
 * @self: a canvas
 * @x: pixels from its left edge
 * @y: pixels from its top
 *
 * Returns: what of the selected event can be moved there
 */
SaysoTimelinePart
sayso_timeline_canvas_part_at (SaysoTimelineCanvas *self, double x, double y)
{
  const SaysoTimelineMark *mark = self->model != NULL ? sayso_timeline_canvas_pick (self, x, y) : NULL;
  const SaysoTimelineEvent *event;
  double along = sayso_timeline_canvas_from_widget (self, x), x0, x1;

  if (mark == NULL || mark->shape == SAYSO_SHAPE_COUNT)
    return SAYSO_TIMELINE_PART_NONE;
  event = sayso_timeline_canvas_event (self, mark->event);
  if (event->id != sayso_timeline_model_get_selected (self->model) || !may_change (self))
    return SAYSO_TIMELINE_PART_NONE;

  sayso_timeline_canvas_extent (self, mark, &x0, &x1);
  if (mark->shape == SAYSO_SHAPE_POINT)
    return along >= x0 && along <= x1 ? SAYSO_TIMELINE_PART_WHOLE : SAYSO_TIMELINE_PART_NONE;
  if (x1 - x0 < LEAST_WHOLE + 2 * REACH)
    {
      if (along >= x0 + 2 && along <= x1 - 2)
        return SAYSO_TIMELINE_PART_WHOLE;
    }
  if (fabs (along - x0) <= REACH && event->bounds.earliest != SAYSO_OPEN_PAST)
    return SAYSO_TIMELINE_PART_START;
  if (fabs (along - x1) <= REACH && event->bounds.latest != SAYSO_OPEN_FUTURE)
    return SAYSO_TIMELINE_PART_END;

  return along > x0 && along < x1 ? SAYSO_TIMELINE_PART_WHOLE : SAYSO_TIMELINE_PART_NONE;
}

static double
time_at (SaysoTimelineCanvas *self, double x)
{
  return sayso_viewport_from_x (sayso_timeline_model_get_viewport (self->model),
                                sayso_timeline_canvas_from_widget (self, x));
}

/* Takes hold of what is there; FALSE: nothing can be moved there. */
gboolean
sayso_timeline_canvas_begin_change (SaysoTimelineCanvas *self, double x, double y)
{
  const SaysoTimelineEvent *event;

  sayso_timeline_canvas_end_change (self);
  self->changed_part = sayso_timeline_canvas_part_at (self, x, y);
  event = self->changed_part != SAYSO_TIMELINE_PART_NONE ? get_selected (self) : NULL;
  if (event == NULL)
    {
      self->changed_part = SAYSO_TIMELINE_PART_NONE;
      return FALSE;
    }
  self->changed_from = event->bounds;
  self->changed_at = time_at (self, x);

  return TRUE;
}

void
sayso_timeline_canvas_move_change (SaysoTimelineCanvas *self, double x)
{
  const SaysoTimelineEvent *event = get_selected (self);

  if (event == NULL)
    return;

  self->changed_event = event->id;
  self->changed_to =
      sayso_timeline_change (&self->changed_from, self->changed_part, self->changed_at, time_at (self, x),
                             sayso_viewport_get_scale (sayso_timeline_model_get_viewport (self->model)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Nothing is being changed any more. */
void
sayso_timeline_canvas_end_change (SaysoTimelineCanvas *self)
{
  g_clear_handle_id (&self->linger, g_source_remove);
  if (self->changed_event != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->changed_part = SAYSO_TIMELINE_PART_NONE;
  self->changed_event = 0;
}

static void
stop_lingering (gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  self->linger = 0;
  sayso_timeline_canvas_end_change (self);
}

/**
 * sayso_timeline_redate:
 * @session: a session
 * @event: id of an event
 * @bounds: when it was, in whole days
 *
 * Dates an event as a person wants it; what the text says is kept beside it.
 */
void
sayso_timeline_redate (SaysoSession *session, gint64 event, const SaysoBounds *bounds)
{
  g_autofree char *edtf = sayso_timeline_bounds_to_edtf (bounds), *words = sayso_bounds_to_words (bounds);
  /* Translators: a date, "Dated 11 – 20 Jul 2015" */
  g_autofree char *message = g_strdup_printf (_ ("Dated %s."), words);
  g_autoptr (SaysoCommand) command = sayso_command_new_edit (SAYSO_ITEM_EVENT, event, "when", edtf);

  sayso_session_submit (session, command, message);
}

/* Lets go: the date is changed if it is another. */
void
sayso_timeline_canvas_finish_change (SaysoTimelineCanvas *self)
{
  const SaysoBounds *from = &self->changed_from, *to = &self->changed_to;
  SaysoSession *session = sayso_timeline_model_get_session (self->model);

  if (self->changed_event == 0 || session == NULL || (from->earliest == to->earliest && from->latest == to->latest))
    {
      sayso_timeline_canvas_end_change (self);
      return;
    }

  sayso_timeline_redate (session, self->changed_event, to);
  self->changed_part = SAYSO_TIMELINE_PART_NONE;
  self->linger = g_timeout_add_once (LINGER, stop_lingering, self);
}

/* -- dropping what has no date ----------------------------------------------------------------------- */

static GdkDragAction
on_drop_motion (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  if (self->model == NULL || sayso_timeline_canvas_from_widget (self, x) < 0 || !may_change (self))
    return 0;

  self->drop = sayso_timeline_bounds_at (time_at (self, x),
                                         sayso_viewport_get_scale (sayso_timeline_model_get_viewport (self->model)));
  self->drop_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return GDK_ACTION_COPY;
}

static void
on_drop_leave (GtkDropTarget *target, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  self->drop = SAYSO_BOUNDS_UNKNOWN;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  SaysoTimelineItem *item = g_value_get_object (value);
  SaysoSession *session = sayso_timeline_model_get_session (self->model);
  SaysoBounds bounds;

  if (item == NULL || session == NULL || on_drop_motion (target, x, y, self) == 0)
    return FALSE;

  bounds = self->drop;
  on_drop_leave (target, self);
  sayso_timeline_redate (session, sayso_timeline_item_get_event (item)->id, &bounds);

  return TRUE;
}

void
sayso_timeline_canvas_add_drop (SaysoTimelineCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SAYSO_TYPE_TIMELINE_ITEM, GDK_ACTION_COPY);

  self->drop = SAYSO_BOUNDS_UNKNOWN;
  g_signal_connect (target, "enter", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
