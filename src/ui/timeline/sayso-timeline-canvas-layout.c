/* sayso-timeline-canvas-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Has the layout made on a worker thread. */

#include "sayso-timeline-canvas-private.h"

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
  sayso_timeline_canvas_sync_children (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->layout_wanted)
    sayso_timeline_canvas_request_layout (self);
}

/* One at a time; of what is asked for meanwhile, the last. */
void
sayso_timeline_canvas_request_layout (SaysoTimelineCanvas *self)
{
  SaysoViewport *viewport;
  g_autoptr (GTask) task = NULL;
  LayoutJob *job;

  self->layout_wanted = TRUE;
  if (self->laying_out || self->model == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  viewport = sayso_timeline_model_get_viewport (self->model);
  self->layout_wanted = FALSE;
  self->laying_out = TRUE;
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
    .row_height = self->roomy ? 30 : SAYSO_TIMELINE_ROW_HEIGHT,
    .padding = self->roomy ? 9 : 3,
    .selected = sayso_timeline_model_get_selected (self->model),
    .measure = sayso_timeline_ruler_measure,
    .user_data = job->ruler,
  };

  task = g_task_new (self, NULL, laid_out, NULL);
  g_task_set_source_tag (task, sayso_timeline_canvas_request_layout);
  g_task_set_task_data (task, job, layout_job_free);
  g_task_run_in_thread (task, layout_in_thread);
}
