/* sayso-timeline-axis.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-axis.h"

#include <adwaita.h>
#include <math.h>

#include "sayso-timeline-brush.h"
#include "sayso-timeline-canvas.h"
#include "sayso-timeline-draw.h"
#include "sayso-timeline-ticks.h"

#define HEIGHT 30 /* with text as it was designed for */
#define MAX_TEXTS 300
#define TICK_WIDTH 60
#define LABEL_GAP 8 /* from a tick to its label */
#define BEFORE 440  /* pixels before the view in which a tick can be whose label is still of use */
#define HANDLE 8    /* width of a brush's handle */

struct _SaysoTimelineAxis
{
  GtkWidget parent_instance;

  SaysoTimelineModel *model;
  GHashTable *texts; /* → PangoLayout */
  gboolean roomy;
  SaysoTimelineBrush brush;
  double drag_x;
};

G_DEFINE_FINAL_TYPE (SaysoTimelineAxis, sayso_timeline_axis, GTK_TYPE_WIDGET)

static gboolean
is_mirrored (SaysoTimelineAxis *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static int
head_width (SaysoTimelineAxis *self)
{
  return sayso_timeline_head_width (GTK_WIDGET (self), self->roomy);
}

static int
height_of (SaysoTimelineAxis *self)
{
  return ceil (HEIGHT * sayso_timeline_text_scale (GTK_WIDGET (self)));
}

static double
tick_width (SaysoTimelineAxis *self)
{
  return TICK_WIDTH * sayso_timeline_text_scale (GTK_WIDGET (self));
}

static double
time_width (SaysoTimelineAxis *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - head_width (self), 0);
}

static double
place (SaysoTimelineAxis *self, double begin, double width)
{
  return is_mirrored (self) ? time_width (self) - begin - width : head_width (self) + begin;
}

static double
time_at (SaysoTimelineAxis *self, double x)
{
  double along = is_mirrored (self) ? time_width (self) - x : x - head_width (self);

  return sayso_viewport_from_x (sayso_timeline_model_get_viewport (self->model), MAX (along, 0));
}

static double
slack (SaysoTimelineAxis *self)
{
  return HANDLE / sayso_viewport_get_scale (sayso_timeline_model_get_viewport (self->model));
}

/* -- drawing ----------------------------------------------------------------------------------------- */

/* The same words stand there in frame after frame. */
static PangoLayout *
get_text (SaysoTimelineAxis *self, const char *text, gboolean bold)
{
  g_autofree char *key = g_strconcat (bold ? "b" : " ", text, NULL);
  PangoLayout *layout = g_hash_table_lookup (self->texts, key);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->texts) >= MAX_TEXTS)
    g_hash_table_remove_all (self->texts);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_attr_list_insert (attributes, pango_attr_weight_new (bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  g_hash_table_insert (self->texts, g_steal_pointer (&key), layout);

  return layout;
}

static void
draw_text (SaysoTimelineAxis *self, GtkSnapshot *snapshot, PangoLayout *layout, double begin, const GdkRGBA *color)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (place (self, begin, width)),
                                                          round (height_of (self) / 2.0 + 1 - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Beside its tick; that of the last tick before the view at its edge, so that what is in view has a name. A label that
 * would be cut is left out. */
static void
draw_label (SaysoTimelineAxis *self, GtkSnapshot *snapshot, const SaysoTick *tick, const SaysoTick *next,
            const GdkRGBA *color)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  PangoLayout *layout = get_text (self, tick->label, tick->major);
  double begin = MAX (floor (sayso_viewport_to_x (viewport, tick->time)), 0) + LABEL_GAP, end = time_width (self);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (next != NULL && tick->time < sayso_viewport_get_left (viewport))
    end = MIN (end, sayso_viewport_to_x (viewport, next->time) - LABEL_GAP);
  if (begin + width <= end)
    draw_text (self, snapshot, layout, begin, color);
}

/* What the labels leave unsaid, beside the axis. */
static void
draw_context (SaysoTimelineAxis *self, GtkSnapshot *snapshot, const char *context, const GdkRGBA *color)
{
  PangoLayout *layout = get_text (self, context, TRUE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  draw_text (self, snapshot, layout, -6 - width, color);
}

static void
draw_ticks (SaysoTimelineAxis *self, GtkSnapshot *snapshot, const SaysoTimelineStyle *style)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  double width = time_width (self), first_major = width, scale = sayso_viewport_get_scale (viewport);
  GdkRGBA line = sayso_timeline_fade (style->foreground, 0.10), strong = sayso_timeline_fade (style->foreground, 0.32);
  g_autofree char *context = sayso_timeline_context (sayso_viewport_get_left (viewport), scale, tick_width (self));
  g_autoptr (GArray) ticks = sayso_timeline_ticks (sayso_viewport_get_left (viewport) - BEFORE / scale,
                                                   sayso_viewport_get_right (viewport), scale, tick_width (self));

  for (guint i = 0; i < ticks->len; i++)
    {
      const SaysoTick *tick = &g_array_index (ticks, SaysoTick, i), *next = i + 1 < ticks->len ? tick + 1 : NULL;
      double x = floor (sayso_viewport_to_x (viewport, tick->time)), top = tick->major ? 6 : height_of (self) - 10;

      if (x >= 0)
        {
          gtk_snapshot_append_color (snapshot, tick->major ? &strong : &line,
                                     &GRAPHENE_RECT_INIT (place (self, x, 1), top, 1, height_of (self) - top));
          if (tick->major)
            first_major = MIN (first_major, x);
        }
      else if (next == NULL || next->time <= sayso_viewport_get_left (viewport) || tick->major)
        continue;
      if (tick->label != NULL)
        draw_label (self, snapshot, tick, next, tick->major ? &style->foreground : &style->secondary);
    }
  if (context != NULL && first_major > 0 && head_width (self) > 100)
    draw_context (self, snapshot, context, &style->foreground);
}

static void
draw_handle (SaysoTimelineAxis *self, GtkSnapshot *snapshot, const SaysoTimelineStyle *style, double at)
{
  double x = place (self, round (at) - HANDLE / 2, HANDLE);
  GskRoundedRect handle;

  gsk_rounded_rect_init_from_rect (&handle, &GRAPHENE_RECT_INIT (x, 3, HANDLE, height_of (self) - 6), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &handle);
  gtk_snapshot_append_color (snapshot, &style->accent, &handle.bounds);
  gtk_snapshot_append_color (snapshot, &style->view, &GRAPHENE_RECT_INIT (x + 2.5, 10, 1, 10));
  gtk_snapshot_append_color (snapshot, &style->view, &GRAPHENE_RECT_INIT (x + 4.5, 10, 1, 10));
  gtk_snapshot_pop (snapshot);
}

static void
draw_brush (SaysoTimelineAxis *self, GtkSnapshot *snapshot, const SaysoTimelineStyle *style)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  GdkRGBA wash = sayso_timeline_fade (style->accent, 0.13);
  SaysoBounds range;
  double from, to, width = time_width (self);

  if (!sayso_timeline_model_get_brush (self->model, &range))
    return;

  from = range.earliest == SAYSO_OPEN_PAST ? -HANDLE : sayso_viewport_to_x (viewport, range.earliest);
  to = range.latest == SAYSO_OPEN_FUTURE ? width + HANDLE : sayso_viewport_to_x (viewport, range.latest + 1.0);
  from = CLAMP (from, -HANDLE, width + HANDLE);
  to = CLAMP (to, -HANDLE, width + HANDLE);
  gtk_snapshot_append_color (snapshot, &wash,
                             &GRAPHENE_RECT_INIT (place (self, from, to - from), 0, to - from, height_of (self)));
  draw_handle (self, snapshot, style, from);
  draw_handle (self, snapshot, style, to);
}

static void
sayso_timeline_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoTimelineAxis *self = SAYSO_TIMELINE_AXIS (widget);
  SaysoTimelineStyle style;
  GdkRGBA border;

  if (self->model == NULL)
    return;

  sayso_timeline_style_read (&style, widget);
  border = sayso_timeline_fade (style.foreground, 0.15);
  draw_ticks (self, snapshot, &style);
  gtk_snapshot_append_color (snapshot, &border,
                             &GRAPHENE_RECT_INIT (0, height_of (self) - 1, gtk_widget_get_width (widget), 1));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (place (self, 0, time_width (self)), 0, time_width (self),
                                                         height_of (self)));
  draw_brush (self, snapshot, &style);
  gtk_snapshot_pop (snapshot);
}

static void
sayso_timeline_axis_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height_of (SAYSO_TIMELINE_AXIS (widget)) : 0;
}

/* -- brushing ---------------------------------------------------------------------------------------- */

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineAxis *self = SAYSO_TIMELINE_AXIS (user_data);

  if (self->model == NULL)
    return;

  sayso_viewport_stop (sayso_timeline_model_get_viewport (self->model));
  self->drag_x = x;
  sayso_timeline_brush_begin (&self->brush, self->model, time_at (self, x), slack (self));
}

static void
on_drag_update (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineAxis *self = SAYSO_TIMELINE_AXIS (user_data);

  if (self->model != NULL && fabs (x) > 2)
    sayso_timeline_brush_move (&self->brush, self->model, time_at (self, self->drag_x + x));
}

static void
on_drag_end (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineAxis *self = SAYSO_TIMELINE_AXIS (user_data);

  if (self->model != NULL && fabs (x) > 2)
    sayso_timeline_model_finish_brush (self->model);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  SaysoTimelineAxis *self = SAYSO_TIMELINE_AXIS (user_data);

  if (self->model != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     sayso_timeline_brush_at_end (self->model, time_at (self, x), slack (self))
                                         ? "col-resize"
                                         : "text");
}

/* A date that is pointed at twice is where something is to be added. */
static void
on_click (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  SaysoTimelineAxis *self = SAYSO_TIMELINE_AXIS (user_data);
  double along = is_mirrored (self) ? time_width (self) - x : x - head_width (self);

  if (self->model != NULL && n_press == 2 && along >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.new-event-at", "d", time_at (self, x));
}

/* -- the widget -------------------------------------------------------------------------------------- */

static void
sayso_timeline_axis_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
sayso_timeline_axis_dispose (GObject *object)
{
  sayso_timeline_axis_set_model (SAYSO_TIMELINE_AXIS (object), NULL);

  G_OBJECT_CLASS (sayso_timeline_axis_parent_class)->dispose (object);
}

static void
sayso_timeline_axis_finalize (GObject *object)
{
  g_hash_table_unref (SAYSO_TIMELINE_AXIS (object)->texts);

  G_OBJECT_CLASS (sayso_timeline_axis_parent_class)->finalize (object);
}

static void
sayso_timeline_axis_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sayso_timeline_axis_parent_class)->css_changed (widget, change);

  g_hash_table_remove_all (SAYSO_TIMELINE_AXIS (widget)->texts);
  gtk_widget_queue_resize (widget);
}

static void
sayso_timeline_axis_class_init (SaysoTimelineAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_timeline_axis_dispose;
  G_OBJECT_CLASS (klass)->finalize = sayso_timeline_axis_finalize;
  widget_class->measure = sayso_timeline_axis_measure;
  widget_class->size_allocate = sayso_timeline_axis_size_allocate;
  widget_class->snapshot = sayso_timeline_axis_snapshot;
  widget_class->css_changed = sayso_timeline_axis_css_changed;
  /* What it says, each event says of itself; what points to it can be read. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
sayso_timeline_axis_init (SaysoTimelineAxis *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_group (click, drag);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
sayso_timeline_axis_set_model (SaysoTimelineAxis *self, SaysoTimelineModel *model)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_AXIS (self));

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      g_signal_handlers_disconnect_by_data (sayso_timeline_model_get_viewport (self->model), self);
    }
  g_set_object (&self->model, model);
  if (model == NULL)
    return;

  g_signal_connect_object (model, "brush-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sayso_timeline_model_get_viewport (model), "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

void
sayso_timeline_axis_set_roomy (SaysoTimelineAxis *self, gboolean roomy)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_AXIS (self));

  self->roomy = roomy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sayso_timeline_axis_point_to:
 * @self: an axis
 * @popover: what belongs to a date; becomes a child of the axis
 * @time: which, in seconds
 */
void
sayso_timeline_axis_point_to (SaysoTimelineAxis *self, GtkPopover *popover, double time)
{
  double along;

  g_return_if_fail (SAYSO_IS_TIMELINE_AXIS (self));
  g_return_if_fail (GTK_IS_POPOVER (popover));

  along = sayso_viewport_to_x (sayso_timeline_model_get_viewport (self->model), time);
  gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
  gtk_popover_set_pointing_to (popover, &(GdkRectangle) { place (self, CLAMP (along, 0, time_width (self)), 1), 0, 1,
                                                          height_of (self) });
}
