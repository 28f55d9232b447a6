/* sayso-timeline-model.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-model-private.h"

#include <math.h>

#define MIN_SCALE 2e-9  /* pixels a second: a millennium is 63 pixels wide */
#define MAX_SCALE 10.0  /* a minute is 600 */
#define RESOLUTION 12.0 /* pixels that need not be told apart of very many events */
#define PADDING 72
#define LABEL_ROOM 0.1 /* more at the end, where the last labels stand */

enum
{
  SESSION_CHANGED,
  DATA_CHANGED,
  BRUSH_CHANGED,
  BRUSHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void on_viewport_changed (SaysoTimelineModel *self);

G_DEFINE_FINAL_TYPE (SaysoTimelineModel, sayso_timeline_model, G_TYPE_OBJECT)

SaysoTimelineModel *
sayso_timeline_model_new (void)
{
  return g_object_new (SAYSO_TYPE_TIMELINE_MODEL, NULL);
}

static void
sayso_timeline_model_dispose (GObject *object)
{
  SaysoTimelineModel *self = SAYSO_TIMELINE_MODEL (object);

  sayso_timeline_model_set_session (self, NULL);

  G_OBJECT_CLASS (sayso_timeline_model_parent_class)->dispose (object);
}

static void
sayso_timeline_model_finalize (GObject *object)
{
  SaysoTimelineModel *self = SAYSO_TIMELINE_MODEL (object);

  g_clear_object (&self->viewport);
  g_clear_pointer (&self->data, sayso_timeline_data_unref);
  g_clear_pointer (&self->loaded_filter, sayso_filter_free);

  G_OBJECT_CLASS (sayso_timeline_model_parent_class)->finalize (object);
}

static void
sayso_timeline_model_class_init (SaysoTimelineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sayso_timeline_model_dispose;
  object_class->finalize = sayso_timeline_model_finalize;

  signals[SESSION_CHANGED] = g_signal_new ("session-changed", SAYSO_TYPE_TIMELINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[DATA_CHANGED] =
      g_signal_new ("data-changed", SAYSO_TYPE_TIMELINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRUSH_CHANGED] =
      g_signal_new ("brush-changed", SAYSO_TYPE_TIMELINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRUSHED] =
      g_signal_new ("brushed", SAYSO_TYPE_TIMELINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sayso_timeline_model_init (SaysoTimelineModel *self)
{
  self->viewport = sayso_viewport_new ();
  self->data = sayso_timeline_data_new (self->lanes);
  self->brush = self->applied = SAYSO_BOUNDS_UNKNOWN;
  sayso_viewport_set_scale_limits (self->viewport, MIN_SCALE, MAX_SCALE);
  sayso_viewport_center_on (self->viewport, 0, 0, 1e-5, FALSE);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (on_viewport_changed), self, G_CONNECT_SWAPPED);
}

/* -- events ------------------------------------------------------------------------------------------ */

static void
show_range (SaysoTimelineModel *self, double from, double to, gboolean animate)
{
  const double least = 2 * SAYSO_SECONDS_A_DAY;

  if (to - from < least)
    {
      double middle = from / 2 + to / 2;

      from = middle - least / 2;
      to = middle + least / 2;
    }
  sayso_viewport_fit (self->viewport, from, 0, to, 0, PADDING, animate);
}

static double
view_middle (SaysoTimelineModel *self)
{
  return sayso_viewport_get_left (self->viewport) / 2 + sayso_viewport_get_right (self->viewport) / 2;
}

static gboolean
is_moved (SaysoTimelineModel *self)
{
  double slack = 1 / sayso_viewport_get_scale (self->viewport);

  return self->placed && (sayso_viewport_get_scale (self->viewport) != self->placed_scale ||
                          fabs (view_middle (self) - self->placed_at) > slack);
}

/* Until readers move the view themselves, it follows the events as they come. */
static void
place_view (SaysoTimelineModel *self)
{
  double from, to;

  if (sayso_viewport_get_width (self->viewport) <= 0 || !sayso_timeline_data_focus (self->data, &from, &to))
    return;
  if (self->wanted_scale > 0)
    {
      sayso_viewport_center_on (self->viewport, self->wanted_at, 0, self->wanted_scale, FALSE);
      self->wanted_scale = self->placed_scale = 0;
      self->placed = TRUE;
    }
  if (is_moved (self))
    return;

  self->placed = TRUE;
  show_range (self, from, to + (to - from) * LABEL_ROOM, FALSE);
  self->placed_at = view_middle (self);
  self->placed_scale = sayso_viewport_get_scale (self->viewport);
}

static void
take_data (SaysoTimelineModel *self, SaysoTimelineData *data)
{
  double from, to;

  g_clear_pointer (&self->data, sayso_timeline_data_unref);
  self->data = data;
  if (sayso_timeline_data_extent (data, &from, &to))
    sayso_viewport_set_bounds (self->viewport, from - (to - from), 0, to + (to - from), 0);

  place_view (self);
  g_signal_emit (self, signals[DATA_CHANGED], 0);
}

/**
 * sayso_timeline_model_set_data:
 * @self: a model
 * @data: finished data
 *
 * Shows these events; with a session, until the casebook or the filter change.
 */
void
sayso_timeline_model_set_data (SaysoTimelineModel *self, SaysoTimelineData *data)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));
  g_return_if_fail (data != NULL);

  take_data (self, sayso_timeline_data_ref (data));
}

typedef struct
{
  SaysoCasebook *casebook;
  SaysoFilter *filter;
  SaysoLanes lanes;
  SaysoTimelineWindow window;
  guint generation;
  gint64 wanted; /* an event to find */
} Loading;

static void load (SaysoTimelineModel *self);

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->casebook);
  sayso_filter_free (loading->filter);
  g_clear_pointer (&loading->window.known, sayso_timeline_data_unref);
  g_free (loading);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Loading *loading = task_data;
  g_autoptr (GError) error = NULL;
  SaysoTimelineData *data =
      sayso_timeline_data_load (loading->casebook, loading->filter, loading->lanes, &loading->window, &error);

  if (data == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, data, (GDestroyNotify) sayso_timeline_data_unref);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoTimelineModel *self = SAYSO_TIMELINE_MODEL (source);
  const Loading *loading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoTimelineData) data = g_task_propagate_pointer (G_TASK (result), &error);

  self->loading = FALSE;
  if (self->session != NULL && loading->generation == self->generation)
    {
      if (data != NULL)
        take_data (self, g_steal_pointer (&data));
      else
        {
          g_autoptr (AdwToast) toast = adw_toast_new (error->message);

          adw_toast_set_use_markup (toast, FALSE);
          g_signal_emit_by_name (self->session, "toast", toast);
        }
    }
  if (error != NULL)
    self->known = FALSE;
  if (self->session != NULL && self->stale)
    load (self);
}

/* The view and as much again on both sides, as exactly as it can show. */
static SaysoTimelineWindow
choose_window (SaysoTimelineModel *self)
{
  double left = sayso_viewport_get_left (self->viewport), right = sayso_viewport_get_right (self->viewport);
  SaysoTimelineWindow window = { left - (right - left), right + (right - left),
                                 RESOLUTION / sayso_viewport_get_scale (self->viewport) };

  if (!self->placed)
    window.to = window.from;

  return window;
}

/* The events themselves are not what they were. */
static void
load_anew (SaysoTimelineModel *self)
{
  self->known = FALSE;
  load (self);
}

/* One question at a time: what changes meanwhile is asked for once, after it. */
static void
load (SaysoTimelineModel *self)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  self->stale = self->loading;
  if (self->loading)
    return;

  self->loading = TRUE;
  g_clear_pointer (&self->loaded_filter, sayso_filter_free);
  self->loaded_filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  self->loaded_filter->range = SAYSO_BOUNDS_UNKNOWN;
  loading = g_new0 (Loading, 1);
  loading->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  loading->filter = sayso_filter_copy (self->loaded_filter);
  loading->lanes = self->lanes;
  loading->window = choose_window (self);
  if (self->known && self->data->partial && self->data->lanes == self->lanes)
    loading->window.known = sayso_timeline_data_ref (self->data);
  self->known = TRUE;
  loading->generation = self->generation;

  task = g_task_new (self, NULL, loaded, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load_in_thread);
}

/* Of very many events, those in view are asked for as it moves. */
static void
on_viewport_changed (SaysoTimelineModel *self)
{
  double left = sayso_viewport_get_left (self->viewport), right = sayso_viewport_get_right (self->viewport);
  double near = (right - left) / 4, zoom;

  if (!self->data->partial || self->session == NULL || right <= left)
    return;

  zoom = self->data->resolution * sayso_viewport_get_scale (self->viewport) / RESOLUTION;
  if (left - near < self->data->from || right + near > self->data->to || zoom > 1.5 || zoom < 1 / 1.5)
    load (self);
}

/* The range is the brush; it does not change what is shown here. */
static void
on_filter_changed (SaysoTimelineModel *self)
{
  const SaysoFilter *filter = sayso_session_get_filter (self->session);
  g_autoptr (SaysoFilter) wide = sayso_filter_copy (filter);

  wide->range = SAYSO_BOUNDS_UNKNOWN;
  if (self->loaded_filter == NULL || !sayso_filter_equal (wide, self->loaded_filter))
    load_anew (self);
  if (filter->range.earliest != self->applied.earliest || filter->range.latest != self->applied.latest)
    self->brush = self->applied = filter->range;
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

/**
 * sayso_timeline_model_set_session:
 * @self: a model
 * @session: (nullable): what the views of a window share
 */
void
sayso_timeline_model_set_session (SaysoTimelineModel *self, SaysoSession *session)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  if (self->session == session)
    return;

  self->generation++;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  g_signal_emit (self, signals[SESSION_CHANGED], 0);
  self->placed = FALSE;
  self->brush = self->applied = SAYSO_BOUNDS_UNKNOWN;
  if (session == NULL)
    {
      take_data (self, sayso_timeline_data_new (self->lanes));
      return;
    }

  g_signal_connect_object (session, "notify::filter", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sayso_session_get_casebook (session), "changed", G_CALLBACK (load_anew), self,
                           G_CONNECT_SWAPPED);
  self->brush = self->applied = sayso_session_get_filter (session)->range;
  load_anew (self);
}

SaysoSession *
sayso_timeline_model_get_session (SaysoTimelineModel *self)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_MODEL (self), NULL);

  return self->session;
}

/**
 * sayso_timeline_model_set_width:
 * @self: a model
 * @width: pixels of the time axis
 */
void
sayso_timeline_model_set_width (SaysoTimelineModel *self, double width)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  sayso_viewport_set_size (self->viewport, width, 0);
  place_view (self);
}

SaysoViewport *
sayso_timeline_model_get_viewport (SaysoTimelineModel *self)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_MODEL (self), NULL);

  return self->viewport;
}

SaysoTimelineData *
sayso_timeline_model_get_data (SaysoTimelineModel *self)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_MODEL (self), NULL);

  return self->data;
}

/**
 * sayso_timeline_model_set_lanes:
 * @self: a model
 * @lanes: what makes a lane
 *
 * Asks for the events anew, by these lanes.
 */
void
sayso_timeline_model_set_lanes (SaysoTimelineModel *self, SaysoLanes lanes)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  if (self->lanes == lanes)
    return;

  self->lanes = lanes;
  if (self->session != NULL)
    load (self);
}

/**
 * sayso_timeline_model_get_selected:
 * @self: a model
 *
 * Returns: id of the selected event; 0 where something else is selected or nothing
 */
gint64
sayso_timeline_model_get_selected (SaysoTimelineModel *self)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_MODEL (self), 0);

  if (self->session == NULL || sayso_session_get_selected_kind (self->session) != SAYSO_ITEM_EVENT)
    return 0;

  return sayso_session_get_selected_id (self->session);
}

/* -- where to look ----------------------------------------------------------------------------------- */

/**
 * sayso_timeline_model_show:
 * @self: a model
 * @event: a dated event
 * @always: whether to bring it to the middle even if it is in view
 */
void
sayso_timeline_model_show (SaysoTimelineModel *self, const SaysoTimelineEvent *event, gboolean always)
{
  double start, end, margin, middle;

  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));
  g_return_if_fail (event != NULL);

  start = sayso_timeline_event_start (event);
  end = sayso_timeline_event_end (event);
  margin = 24 / sayso_viewport_get_scale (self->viewport);
  middle = sayso_timeline_event_middle (event);
  if (!always && end > sayso_viewport_get_left (self->viewport) + margin &&
      start < sayso_viewport_get_right (self->viewport) - margin)
    return;

  /* Of what is longer than the view, the end tells more than a stretch of its middle. */
  if (event->bounds.lasting && !isinf (end) &&
      end - start > sayso_viewport_get_right (self->viewport) - sayso_viewport_get_left (self->viewport))
    middle = end;
  sayso_viewport_center_on (self->viewport, middle, 0, 0, TRUE);
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoTimelineModel *self = SAYSO_TIMELINE_MODEL (source);
  g_autoptr (SaysoEvent) event = g_task_propagate_pointer (G_TASK (result), NULL);
  SaysoTimelineEvent row;

  if (event == NULL || !sayso_bounds_known (&event->bounds) ||
      sayso_timeline_model_get_selected (self) != sayso_item_get_id (SAYSO_ITEM (event)))
    return;

  row.bounds = event->bounds;
  sayso_timeline_model_show (self, &row, TRUE);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Loading *loading = task_data;

  g_task_return_pointer (task, sayso_casebook_get (loading->casebook, SAYSO_ITEM_EVENT, loading->wanted, NULL),
                         g_object_unref);
}

/**
 * sayso_timeline_model_find:
 * @self: a model
 * @event: id of the selected event, which was not loaded
 *
 * Brings it to the middle, where it has a date.
 */
void
sayso_timeline_model_find (SaysoTimelineModel *self, gint64 event)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  if (self->session == NULL || event == 0)
    return;

  loading = g_new0 (Loading, 1);
  loading->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  loading->filter = sayso_filter_new ();
  loading->wanted = event;
  task = g_task_new (self, NULL, found, NULL);
  g_task_set_source_tag (task, sayso_timeline_model_find);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * sayso_timeline_model_show_range:
 * @self: a model
 * @from: its start, in seconds
 * @to: its end
 */
void
sayso_timeline_model_show_range (SaysoTimelineModel *self, double from, double to)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));
  g_return_if_fail (from <= to);

  show_range (self, from, to, TRUE);
}

/**
 * sayso_timeline_model_fit:
 * @self: a model
 *
 * Shows everything that is dated.
 */
void
sayso_timeline_model_fit (SaysoTimelineModel *self)
{
  double from, to;

  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  if (sayso_timeline_data_extent (self->data, &from, &to))
    sayso_timeline_model_show_range (self, from, to);
}

/**
 * sayso_timeline_model_get_place:
 * @self: a model
 * @middle: (out): the middle of what is shown, in seconds
 * @scale: (out): pixels a second
 *
 * Returns: whether the reader chose what is shown; else it follows the events
 */
gboolean
sayso_timeline_model_get_place (SaysoTimelineModel *self, double *middle, double *scale)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_MODEL (self), FALSE);

  *middle = view_middle (self);
  *scale = sayso_viewport_get_scale (self->viewport);

  return is_moved (self);
}

/**
 * sayso_timeline_model_set_place:
 * @self: a model
 * @middle: the middle of what to show, in seconds
 * @scale: pixels a second
 *
 * Shows what the reader chose, as soon as there are events.
 */
void
sayso_timeline_model_set_place (SaysoTimelineModel *self, double middle, double scale)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  self->wanted_at = middle;
  self->wanted_scale = scale > 0 ? scale : 0;
}
