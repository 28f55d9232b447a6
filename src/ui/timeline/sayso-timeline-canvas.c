/* sayso-timeline-canvas.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "sayso-date-words.h"
#include "sayso-timeline-mark.h"

#define MAX_CHILDREN 300
#define FEW_ACTORS 12
#define NARROW 500

G_DEFINE_FINAL_TYPE (SaysoTimelineCanvas, sayso_timeline_canvas, GTK_TYPE_WIDGET)

int
sayso_timeline_head_width (gboolean roomy, int width)
{
  if (width < NARROW)
    return 45;

  return roomy ? 168 : 132;
}

static int
head_width (SaysoTimelineCanvas *self)
{
  return sayso_timeline_head_width (self->roomy, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* -- places ------------------------------------------------------------------------------------------ */

static gboolean
is_mirrored (SaysoTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
sayso_timeline_canvas_time_width (SaysoTimelineCanvas *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - head_width (self), 0);
}

/* Left edge on the widget of what is @width wide and begins at @begin. */
double
sayso_timeline_canvas_to_widget (SaysoTimelineCanvas *self, double begin, double width)
{
  if (is_mirrored (self))
    return sayso_timeline_canvas_time_width (self) - begin - width;

  return head_width (self) + begin;
}

double
sayso_timeline_canvas_from_widget (SaysoTimelineCanvas *self, double x)
{
  if (is_mirrored (self))
    return sayso_timeline_canvas_time_width (self) - x;

  return x - head_width (self);
}

const SaysoTimelineEvent *
sayso_timeline_canvas_event (SaysoTimelineCanvas *self, guint index)
{
  return &g_array_index (self->layout->data->events, SaysoTimelineEvent, index);
}

/* Where a mark is now: the view may have moved on since the layout was made. */
void
sayso_timeline_canvas_extent (SaysoTimelineCanvas *self, const SaysoTimelineMark *mark, double *x0, double *x1)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  const SaysoTimelineEvent *event = sayso_timeline_canvas_event (self, mark->event);
  double width = sayso_viewport_get_width (viewport), half = (mark->x1 - mark->x0) / 2;

  if (mark->shape == SAYSO_SHAPE_COUNT || mark->shape == SAYSO_SHAPE_POINT)
    {
      double middle = self->layout->params.left + (mark->x0 + half) / self->layout->params.scale;

      *x0 = sayso_viewport_to_x (viewport, middle) - half;
      *x1 = *x0 + 2 * half;
      return;
    }

  *x0 = MAX (sayso_viewport_to_x (viewport, sayso_timeline_event_start (event)), -2 * width);
  *x1 = MIN (sayso_viewport_to_x (viewport, sayso_timeline_event_end (event)), 3 * width);
  *x1 = MAX (*x1, *x0 + MIN (mark->x1 - mark->x0, 6));
}

const SaysoTimelineMark *
sayso_timeline_canvas_pick (SaysoTimelineCanvas *self, double x, double y)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  double along = sayso_timeline_canvas_from_widget (self, x), time;

  if (self->layout == NULL || along < 0)
    return NULL;
  time = sayso_viewport_from_x (viewport, along);

  return sayso_timeline_layout_hit (self->layout, (time - self->layout->params.left) * self->layout->params.scale, y);
}

/* -- children ---------------------------------------------------------------------------------------- */

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

static void
sync_children (SaysoTimelineCanvas *self, gint64 also)
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
static void
refresh_children (SaysoTimelineCanvas *self)
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
  sync_children (self, 0);
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
    sync_children (self, event);
  child = g_hash_table_lookup (self->children, &event);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

/* -- layout ------------------------------------------------------------------------------------------ */

typedef struct
{
  SaysoTimelineData *data;
  SaysoTimelineParams params;
  SaysoTimelineLayout *previous; /* nullable */
  SaysoTimelineRuler *ruler;
} LayoutJob;

static void request_layout (SaysoTimelineCanvas *self);

static void
layout_job_free (gpointer data)
{
  LayoutJob *job = data;

  sayso_timeline_data_unref (job->data);
  g_clear_pointer (&job->previous, sayso_timeline_layout_unref);
  sayso_timeline_ruler_unref (job->ruler);
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
  if (layout->height != height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  sync_children (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->layout_wanted)
    request_layout (self);
}

/* One at a time; of what is asked for meanwhile, the last. */
static void
request_layout (SaysoTimelineCanvas *self)
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
  job->params = (SaysoTimelineParams) {
    .left = sayso_viewport_get_left (viewport),
    .scale = sayso_viewport_get_scale (viewport),
    .width = sayso_viewport_get_width (viewport),
    .lanes = self->lanes,
    .max_rows = self->roomy ? 0 : 4,
    .max_lanes = FEW_ACTORS,
    .row_height = self->roomy ? 30 : 24,
    .padding = self->roomy ? 9 : 3,
    .selected = sayso_timeline_model_get_selected (self->model),
    .measure = sayso_timeline_ruler_measure,
    .user_data = job->ruler,
  };

  task = g_task_new (self, NULL, laid_out, NULL);
  g_task_set_source_tag (task, request_layout);
  g_task_set_task_data (task, job, layout_job_free);
  g_task_run_in_thread (task, layout_in_thread);
}

static void
on_viewport_changed (SaysoTimelineCanvas *self)
{
  request_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_data_changed (SaysoTimelineCanvas *self)
{
  g_hash_table_remove_all (self->labels);
  refresh_children (self);
  request_layout (self);
}

static void
on_selection_changed (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  guint index = sayso_timeline_data_find (data, sayso_timeline_model_get_selected (self->model));

  if (index != SAYSO_NONE)
    sayso_timeline_model_show (self->model, &g_array_index (data->events, SaysoTimelineEvent, index),
                               !self->own_selection);
  sync_children (self, 0);
  request_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_style_changed (SaysoTimelineCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* -- the widget -------------------------------------------------------------------------------------- */

static void
sayso_timeline_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 165;
  else
    *minimum = *natural = self->layout != NULL ? (int) ceil (self->layout->height) : 90;
}

static void
allocate_child (SaysoTimelineCanvas *self, GtkWidget *child, double begin, double end, double y, double height)
{
  double width = sayso_timeline_canvas_time_width (self);
  GtkAllocation allocation;

  begin = CLAMP (begin, -60, width + 30);
  end = MAX (CLAMP (end, -30, width + 60), begin + 12);
  allocation.x = floor (sayso_timeline_canvas_to_widget (self, begin, end - begin));
  allocation.y = floor (y);
  allocation.width = ceil (end - begin);
  allocation.height = ceil (height);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
sayso_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  SaysoTimelineData *data;
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer id, child;

  if (self->model == NULL)
    return;

  data = sayso_timeline_model_get_data (self->model);
  sayso_timeline_model_set_width (self->model, sayso_timeline_canvas_time_width (self));
  if (self->layout_wanted)
    request_layout (self);
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

  for (GtkWidget *other = gtk_widget_get_first_child (widget); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (GTK_IS_POPOVER (other))
      gtk_popover_present (GTK_POPOVER (other));

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

static void
sayso_timeline_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (sayso_timeline_canvas_parent_class)->css_changed (widget, change);

  g_clear_pointer (&self->ruler, sayso_timeline_ruler_unref);
  g_hash_table_remove_all (self->labels);
  g_hash_table_remove_all (self->numbers);
  if (self->model != NULL)
    request_layout (self);
}

static void
sayso_timeline_canvas_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sayso_timeline_canvas_parent_class)->direction_changed (widget, previous);

  gtk_widget_queue_allocate (widget);
}

static gboolean
sayso_timeline_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  const SaysoTimelineMark *mark = keyboard ? NULL : sayso_timeline_canvas_pick (self, x, y);
  g_autofree char *text = NULL;

  if (mark == NULL)
    return FALSE;

  if (mark->shape == SAYSO_SHAPE_COUNT)
    {
      g_autoptr (GString) titles = g_string_new (NULL);

      for (guint i = 0; i < MIN (mark->n_members, 8); i++)
        g_string_append_printf (
            titles, "%s%s", i > 0 ? "\n" : "",
            sayso_timeline_canvas_event (self, g_array_index (self->layout->members, guint, mark->first + i))->title);
      if (mark->n_members > 8)
        g_string_append (titles, "\n…");
      text = g_string_free (g_steal_pointer (&titles), FALSE);
    }
  else
    {
      const SaysoTimelineEvent *event = sayso_timeline_canvas_event (self, mark->event);
      g_autofree char *date = sayso_bounds_to_long_words (&event->bounds);
      g_autofree char *description = sayso_timeline_describe (event);

      text = g_strdup_printf ("%s\n%s\n%s", event->title, date, description);
    }
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
sayso_timeline_canvas_dispose (GObject *object)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (object);

  sayso_timeline_canvas_set_model (self, NULL);
  g_hash_table_remove_all (self->children);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sayso_timeline_canvas_parent_class)->dispose (object);
}

static void
sayso_timeline_canvas_finalize (GObject *object)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->ruler, sayso_timeline_ruler_unref);
  g_hash_table_unref (self->children);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->pills);

  G_OBJECT_CLASS (sayso_timeline_canvas_parent_class)->finalize (object);
}

static void
sayso_timeline_canvas_class_init (SaysoTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_timeline_canvas_dispose;
  object_class->finalize = sayso_timeline_canvas_finalize;
  widget_class->measure = sayso_timeline_canvas_measure;
  widget_class->size_allocate = sayso_timeline_canvas_size_allocate;
  widget_class->snapshot = sayso_timeline_canvas_snapshot;
  widget_class->css_changed = sayso_timeline_canvas_css_changed;
  widget_class->direction_changed = sayso_timeline_canvas_direction_changed;
  widget_class->query_tooltip = sayso_timeline_canvas_query_tooltip;
  widget_class->focus = sayso_timeline_canvas_focus;
  widget_class->grab_focus = sayso_timeline_canvas_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  sayso_timeline_canvas_install_input (klass);
}

static void
sayso_timeline_canvas_init (SaysoTimelineCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) gtk_widget_unparent);
  self->labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->pills = g_array_new (FALSE, FALSE, sizeof (SaysoTimelinePill));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events by time"), -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  sayso_timeline_canvas_add_controllers (self);
}

static void
on_reveal (SaysoTimelineCanvas *self, SaysoItemKind kind, gint64 id)
{
  if (kind == SAYSO_ITEM_EVENT)
    on_selection_changed (self);
}

/* A window may be given another casebook: the session is looked at anew with each set of data. */
static void
follow_session (SaysoTimelineCanvas *self)
{
  SaysoSession *session = sayso_timeline_model_get_session (self->model);

  if (session == NULL || g_signal_handler_find (session, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL,
                                                on_selection_changed, self) != 0)
    return;

  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
}

/**
 * sayso_timeline_canvas_set_model:
 * @self: a canvas
 * @model: (nullable): what to show
 */
void
sayso_timeline_canvas_set_model (SaysoTimelineCanvas *self, SaysoTimelineModel *model)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_CANVAS (self));

  if (self->model == model)
    return;

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      g_signal_handlers_disconnect_by_data (sayso_timeline_model_get_viewport (self->model), self);
      if (sayso_timeline_model_get_session (self->model) != NULL)
        g_signal_handlers_disconnect_by_data (sayso_timeline_model_get_session (self->model), self);
    }
  g_set_object (&self->model, model);
  g_clear_pointer (&self->layout, sayso_timeline_layout_unref);
  if (model == NULL)
    return;

  g_signal_connect_object (model, "session-changed", G_CALLBACK (follow_session), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "data-changed", G_CALLBACK (on_data_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "brush-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sayso_timeline_model_get_viewport (model), "changed", G_CALLBACK (on_viewport_changed), self,
                           G_CONNECT_SWAPPED);
  follow_session (self);
  on_data_changed (self);
}

/**
 * sayso_timeline_canvas_set_lanes:
 * @self: a canvas
 * @lanes: what makes a lane
 */
void
sayso_timeline_canvas_set_lanes (SaysoTimelineCanvas *self, SaysoLanes lanes)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_CANVAS (self));

  self->lanes = lanes;
  request_layout (self);
}

/**
 * sayso_timeline_canvas_set_roomy:
 * @self: a canvas
 * @roomy: whether lanes may be as tall as their events need
 */
void
sayso_timeline_canvas_set_roomy (SaysoTimelineCanvas *self, gboolean roomy)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_CANVAS (self));

  self->roomy = roomy;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  request_layout (self);
}
