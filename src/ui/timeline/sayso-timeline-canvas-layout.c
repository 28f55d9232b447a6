/* sayso-timeline-canvas-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Has the layout made on a worker thread. */

#include "sayso-timeline-canvas-private.h"

#define SYNC_TIME 60 /* milliseconds of rest after which what came into view is there for the keyboard */

typedef struct
{
  SaysoTimelineData *data;
  SaysoTimelineParams params;
  SaysoTimelineLayout *previous; /* nullable */
  SaysoTimelineRuler *ruler;
  GArray *folded;
} LayoutJob;

static void
layout_job_free (gpointer data)
{
  LayoutJob *job = data;

  sayso_timeline_data_unref (job->data);
  g_clear_pointer (&job->previous, sayso_timeline_layout_unref);
  sayso_timeline_ruler_unref (job->ruler);
  g_array_unref (job->folded);
  g_free (job);
}

static void
layout_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LayoutJob *job = task_data;

  g_task_return_pointer (task, sayso_timeline_layout_new (job->data, &job->params, job->previous),
                         (GDestroyNotify) sayso_timeline_layout_unref);
}

static void
sync_soon (gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  gint64 quiet = g_get_monotonic_time () - self->moved_at;

  self->sync = 0;
  if (quiet < SYNC_TIME * G_TIME_SPAN_MILLISECOND) /* nobody looks for them while all is in motion */
    self->sync = g_timeout_add_once (SYNC_TIME, sync_soon, self);
  else
    sayso_timeline_canvas_sync_children (self, 0);
}

static void
laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (source);
  SaysoTimelineLayout *layout = g_task_propagate_pointer (G_TASK (result), NULL);
  double height = self->layout != NULL ? self->layout->height : -1;

  self->laying_out = FALSE;
  if (self->model == NULL)
    {
      sayso_timeline_layout_unref (layout);
      return;
    }
  g_clear_pointer (&self->layout, sayso_timeline_layout_unref);
  self->layout = layout;
  sayso_timeline_canvas_update_heads (self);
  if (layout->height != height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->sync == 0)
    self->sync = g_timeout_add_once (SYNC_TIME, sync_soon, self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->layout_wanted)
    sayso_timeline_canvas_request_layout (self);
}

static LayoutJob *
new_job (SaysoTimelineCanvas *self)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  LayoutJob *job;

  if (self->ruler == NULL)
    self->ruler = sayso_timeline_ruler_new (GTK_WIDGET (self));
  job = g_new0 (LayoutJob, 1);
  job->data = sayso_timeline_data_ref (sayso_timeline_model_get_data (self->model));
  job->previous = self->layout != NULL ? sayso_timeline_layout_ref (self->layout) : NULL;
  job->ruler = sayso_timeline_ruler_ref (self->ruler);
  job->folded = g_array_ref (self->folded);
  job->params = (SaysoTimelineParams) {
    .left = sayso_viewport_get_left (viewport),
    .scale = sayso_viewport_get_scale (viewport),
    .width = sayso_viewport_get_width (viewport),
    .folded = job->folded,
    .max_rows = self->roomy ? 0 : self->max_rows,
    .max_lanes = self->all_lanes ? G_MAXUINT : SAYSO_TIMELINE_FEW_LANES,
    .row_height = sayso_timeline_canvas_row_height (self),
    .text_scale = sayso_timeline_text_scale (GTK_WIDGET (self)),
    .padding = self->roomy ? 9 : 3,
    .selected = sayso_timeline_model_get_selected (self->model),
    .measure = sayso_timeline_ruler_measure,
    .user_data = job->ruler,
  };

  return job;
}

/* One at a time; of what is asked for meanwhile, the last. */
void
sayso_timeline_canvas_request_layout (SaysoTimelineCanvas *self)
{
  g_autoptr (GTask) task = NULL;
  LayoutJob *job;

  self->layout_wanted = TRUE;
  if (self->laying_out || self->model == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  self->layout_wanted = FALSE;
  self->laying_out = TRUE;
  job = new_job (self);
  task = g_task_new (self, NULL, laid_out, NULL);
  g_task_set_source_tag (task, sayso_timeline_canvas_request_layout);
  g_task_set_task_data (task, job, layout_job_free);
  g_task_run_in_thread (task, layout_in_thread);
}

/**
 * sayso_timeline_canvas_lay_out_now:
 * @self: a canvas that is shown
 * @all_rows: whether lanes are as tall as their events need
 *
 * Makes the layout for the view as it is, for a picture of it; [method@TimelineCanvas.lay_out_again] follows.
 *
 * Returns: the height of its lanes in pixels
 */
double
sayso_timeline_canvas_lay_out_now (SaysoTimelineCanvas *self, gboolean all_rows)
{
  LayoutJob *job = new_job (self);

  /* The ruler serves one layout at a time, and another thread may be at work. */
  g_clear_pointer (&job->ruler, sayso_timeline_ruler_unref);
  job->ruler = sayso_timeline_ruler_new (GTK_WIDGET (self));
  job->params.user_data = job->ruler;
  self->exact = TRUE;
  if (all_rows)
    job->params.max_rows = 0;
  g_clear_pointer (&self->layout, sayso_timeline_layout_unref);
  self->layout = sayso_timeline_layout_new (job->data, &job->params, job->previous);
  layout_job_free (job);

  return self->layout->height;
}

void
sayso_timeline_canvas_lay_out_again (SaysoTimelineCanvas *self)
{
  self->exact = FALSE;
  sayso_timeline_canvas_request_layout (self);
}
