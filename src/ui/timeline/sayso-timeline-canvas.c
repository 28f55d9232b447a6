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

#define NARROW 500
#define LEAST_ROWS 4
#define MOST_ROWS 24
#define MAX_LABELS 2000
#define SETTLE_SHIFT 48 /* pixels */
#define SETTLE_TIME 100 /* milliseconds */

G_DEFINE_FINAL_TYPE (SaysoTimelineCanvas, sayso_timeline_canvas, GTK_TYPE_WIDGET)

/* Of the names of the lanes, beside what is as wide as the canvas. Large text gets more, but never most. */
int
sayso_timeline_head_width (GtkWidget *widget, gboolean roomy)
{
  int width = gtk_widget_get_width (widget);

  if (width < NARROW)
    return 45;

  return MIN ((roomy ? 168 : 132) * sayso_timeline_text_scale (widget), width / 3);
}

static int
head_width (SaysoTimelineCanvas *self)
{
  return sayso_timeline_head_width (GTK_WIDGET (self), self->roomy);
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

/* Whole pixels on either side of its middle. */
double
sayso_timeline_canvas_row_height (SaysoTimelineCanvas *self)
{
  return 2 * ceil ((self->roomy ? 15 : 12) * sayso_timeline_text_scale (GTK_WIDGET (self)));
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
  const SaysoTimelineEvent *event;
  double width = sayso_viewport_get_width (viewport), half = (mark->x1 - mark->x0) / 2;

  if (mark->shape == SAYSO_SHAPE_COUNT || mark->shape == SAYSO_SHAPE_POINT)
    {
      double middle = self->layout->params.left + (mark->x0 + half) / self->layout->params.scale;

      *x0 = sayso_viewport_to_x (viewport, middle) - half;
      *x1 = *x0 + 2 * half;
      return;
    }

  event = sayso_timeline_canvas_event (self, mark->event);
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

/* -- what changes ------------------------------------------------------------------------------------ */

/* Layout and children for the view as it is now. */
static void
settle (gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);

  g_clear_handle_id (&self->settle, g_source_remove);
  self->settled_left = sayso_viewport_get_left (viewport);
  self->settled_scale = sayso_viewport_get_scale (viewport);
  self->settled_width = sayso_viewport_get_width (viewport);
  sayso_timeline_canvas_request_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A view that is panned a little is the old one drawn elsewhere; the rest can wait until it has come some way. */
static void
on_viewport_changed (SaysoTimelineCanvas *self)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  double shift = (sayso_viewport_get_left (viewport) - self->settled_left) * self->settled_scale;

  self->moved_at = g_get_monotonic_time ();
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (sayso_viewport_get_scale (viewport) != self->settled_scale ||
      sayso_viewport_get_width (viewport) != self->settled_width || fabs (shift) > SETTLE_SHIFT)
    settle (self);
  else if (self->settle == 0)
    self->settle = g_timeout_add_once (SETTLE_TIME, settle, self);
}

static void
on_data_changed (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);

  if (!data->moved)
    sayso_timeline_canvas_end_change (self);
  if (!data->moved || g_hash_table_size (self->labels) > MAX_LABELS)
    g_hash_table_remove_all (self->labels);
  if (!data->moved)
    sayso_timeline_canvas_refresh_children (self);
  sayso_timeline_canvas_request_layout (self);
}

static void
on_selection_changed (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  guint index = sayso_timeline_data_find (data, sayso_timeline_model_get_selected (self->model));

  if (index != SAYSO_NONE)
    sayso_timeline_model_show (self->model, &g_array_index (data->events, SaysoTimelineEvent, index),
                               !self->own_selection);
  else if (data->partial)
    sayso_timeline_model_find (self->model, sayso_timeline_model_get_selected (self->model));
  sayso_timeline_canvas_sync_children (self, 0);
  sayso_timeline_canvas_request_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_scale_changed (SaysoTimelineCanvas *self)
{
  g_hash_table_remove_all (self->textures);
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
    *minimum = *natural =
        self->layout != NULL ? (int) ceil (self->layout->height) + sayso_timeline_canvas_heads_height (self) : 90;
}

/* Where it is given more height than a dock has, lanes may be taller. Asks what is around: its own height follows. */
static void
update_max_rows (SaysoTimelineCanvas *self)
{
  int height = gtk_widget_get_height (gtk_widget_get_parent (GTK_WIDGET (self)));
  double lane = (SAYSO_EVENT_LEARNED + 1) * sayso_timeline_canvas_row_height (self);
  guint rows = CLAMP (height / lane, LEAST_ROWS, MOST_ROWS);

  if (rows == self->max_rows)
    return;
  self->max_rows = rows;
  sayso_timeline_canvas_request_layout (self);
}

static void
sayso_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);

  if (self->model == NULL)
    return;

  sayso_timeline_model_set_width (self->model, sayso_timeline_canvas_time_width (self));
  update_max_rows (self);
  if (self->layout_wanted)
    sayso_timeline_canvas_request_layout (self);
  sayso_timeline_canvas_allocate_children (self);
  sayso_timeline_canvas_allocate_heads (self);

  for (GtkWidget *other = gtk_widget_get_first_child (widget); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (GTK_IS_POPOVER (other))
      gtk_popover_present (GTK_POPOVER (other));
}

static void
sayso_timeline_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (sayso_timeline_canvas_parent_class)->css_changed (widget, change);

  g_clear_pointer (&self->ruler, sayso_timeline_ruler_unref);
  g_hash_table_remove_all (self->labels);
  g_hash_table_remove_all (self->textures);
  g_hash_table_remove_all (self->texts);
  if (self->model != NULL)
    sayso_timeline_canvas_request_layout (self);
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
      guint shown = MIN (mark->n_known, 8);

      for (guint i = 0; i < shown; i++)
        g_string_append_printf (
            titles, "%s%s", i > 0 ? "\n" : "",
            sayso_timeline_canvas_event (self, g_array_index (self->layout->members, guint, mark->first + i))->title);
      if (shown == 0)
        g_string_append_printf (titles, ngettext ("%u event", "%u events", mark->n_members), mark->n_members);
      else if (mark->n_members > shown)
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
  g_clear_object (&self->related);
  g_hash_table_remove_all (self->children);
  g_ptr_array_set_size (self->heads, 0);
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
  g_hash_table_unref (self->textures);
  g_hash_table_unref (self->texts);
  g_array_unref (self->pills);
  g_array_unref (self->folded);
  g_ptr_array_unref (self->heads);

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

  self->max_rows = LEAST_ROWS;
  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) gtk_widget_unparent);
  self->labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->textures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->pills = g_array_new (FALSE, FALSE, sizeof (SaysoTimelinePill));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events by time"), -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_changed), NULL);
  sayso_timeline_canvas_add_controllers (self);
  sayso_timeline_canvas_add_drop (self);
  sayso_timeline_canvas_add_heads (self);
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

  g_clear_object (&self->related);
  self->related = sayso_related_new (session);
  g_signal_connect_object (self->related, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
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
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->sync, g_source_remove);
  sayso_timeline_canvas_end_change (self);
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
  sayso_timeline_canvas_request_layout (self);
}
