/* sayso-timeline-canvas-input.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-canvas-private.h"

#include <math.h>

#define WHEEL_ZOOM 1.25   /* a click of a wheel */
#define SURFACE_ZOOM 0.01 /* a pixel of a touchpad */
#define WHEEL_PAN 60.0    /* pixels a click of a wheel that is tilted */
#define ZOOM_STEP 2.0

static SaysoViewport *
get_viewport (SaysoTimelineCanvas *self)
{
  return sayso_timeline_model_get_viewport (self->model);
}

static double
direction (SaysoTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
}

static void
select_event (SaysoTimelineCanvas *self, gint64 event, gboolean reveal)
{
  SaysoSession *session = sayso_timeline_model_get_session (self->model);

  if (session == NULL)
    return;

  self->own_selection = TRUE;
  sayso_session_select (session, event != 0 ? SAYSO_ITEM_EVENT : SAYSO_ITEM_NONE, event, reveal);
  self->own_selection = FALSE;
}

/* -- keyboard ---------------------------------------------------------------------------------------- */

/* The event that keys start from. */
static guint
current_index (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  gint64 id = sayso_timeline_canvas_focused (self);

  if (id == 0)
    id = sayso_timeline_model_get_selected (self->model);

  return id != 0 ? sayso_timeline_data_find (data, id) : SAYSO_NONE;
}

/* Where to begin: the first event in view, else the first of all. */
static guint
first_index (SaysoTimelineCanvas *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  double left = sayso_viewport_get_left (get_viewport (self)), right = sayso_viewport_get_right (get_viewport (self));

  for (guint i = 0; i < data->events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (data->events, SaysoTimelineEvent, i);

      if (sayso_timeline_event_end (event) > left && sayso_timeline_event_start (event) < right)
        return i;
    }

  return data->events->len > 0 ? 0 : SAYSO_NONE;
}

static void
go_to (SaysoTimelineCanvas *self, guint index)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  gint64 id;

  if (index >= data->events->len)
    return;

  id = g_array_index (data->events, SaysoTimelineEvent, index).id;
  select_event (self, id, FALSE);
  sayso_timeline_canvas_focus_event (self, id);
}

static gboolean
move_by_time (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  int step = g_variant_get_int32 (args) * direction (self);
  guint index = current_index (self);

  if (index == SAYSO_NONE)
    go_to (self, first_index (self));
  else if (step > 0 || index > 0)
    go_to (self, index + step);

  return GDK_EVENT_STOP;
}

/* To the event of the next lane that is nearest in time. */
static gboolean
move_by_lane (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  int step = g_variant_get_int32 (args);
  guint index = current_index (self), best = SAYSO_NONE, lane;
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  const SaysoTimelineEvent *event;
  double middle;

  if (child != NULL && sayso_timeline_canvas_is_head (self, child))
    {
      sayso_timeline_canvas_focus_head (self, child, step);
      return GDK_EVENT_STOP;
    }
  if (index == SAYSO_NONE || self->layout == NULL || self->layout->data != data)
    {
      go_to (self, first_index (self));
      return GDK_EVENT_STOP;
    }

  event = &g_array_index (data->events, SaysoTimelineEvent, index);
  middle = sayso_timeline_event_middle (event);
  for (lane = sayso_timeline_lane_of (self->layout, event) + step;
       lane < self->layout->lanes->len && best == SAYSO_NONE; lane += step)
    for (guint i = 0; i < data->events->len; i++)
      {
        const SaysoTimelineEvent *other = &g_array_index (data->events, SaysoTimelineEvent, i);

        if (sayso_timeline_lane_of (self->layout, other) == lane &&
            (best == SAYSO_NONE ||
             fabs (sayso_timeline_event_middle (other) - middle) <
                 fabs (sayso_timeline_event_middle (&g_array_index (data->events, SaysoTimelineEvent, best)) - middle)))
          best = i;
      }
  if (best != SAYSO_NONE)
    go_to (self, best);

  return GDK_EVENT_STOP;
}

static gboolean
move_to_end (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);

  if (data->events->len > 0)
    go_to (self, g_variant_get_int32 (args) < 0 ? 0 : data->events->len - 1);

  return GDK_EVENT_STOP;
}

static gboolean
reveal_current (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  guint index = current_index (self);
  gint64 id;

  if (index == SAYSO_NONE)
    return GDK_EVENT_PROPAGATE;

  id = g_array_index (sayso_timeline_model_get_data (self->model)->events, SaysoTimelineEvent, index).id;
  select_event (self, id, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
clear_selection (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);

  if (self->changed_part != SAYSO_TIMELINE_PART_NONE)
    {
      sayso_timeline_canvas_end_change (self);
      return GDK_EVENT_STOP;
    }
  if (sayso_timeline_model_get_selected (self->model) != 0)
    {
      select_event (self, 0, FALSE);
      return GDK_EVENT_STOP;
    }
  if (sayso_timeline_model_get_brush (self->model, NULL))
    {
      sayso_timeline_model_clear_brush (self->model);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

gboolean
sayso_timeline_canvas_grab_focus (GtkWidget *widget)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  SaysoTimelineData *data;
  guint index;

  if (self->model == NULL)
    return FALSE;
  data = sayso_timeline_model_get_data (self->model);
  index = current_index (self);
  if (index == SAYSO_NONE)
    index = first_index (self);
  if (index == SAYSO_NONE)
    return FALSE;

  sayso_timeline_model_show (self->model, &g_array_index (data->events, SaysoTimelineEvent, index), FALSE);
  sayso_timeline_canvas_focus_event (self, g_array_index (data->events, SaysoTimelineEvent, index).id);

  return gtk_widget_get_focus_child (widget) != NULL;
}

/* The events are one stop on the way of the Tab key, within which the arrow keys move; the heads of the lanes follow.
 */
gboolean
sayso_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType way)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  int step = way == GTK_DIR_TAB_FORWARD || way == GTK_DIR_DOWN ? 1 : -1;

  if (child == NULL && way != GTK_DIR_TAB_BACKWARD)
    return sayso_timeline_canvas_grab_focus (widget);
  if (child == NULL)
    return sayso_timeline_canvas_focus_head (self, NULL, -1) || sayso_timeline_canvas_grab_focus (widget);
  if (sayso_timeline_canvas_is_head (self, child) && (way == GTK_DIR_UP || way == GTK_DIR_DOWN))
    return sayso_timeline_canvas_focus_head (self, child, step) || TRUE;
  if (sayso_timeline_canvas_is_head (self, child))
    return way == GTK_DIR_TAB_BACKWARD && sayso_timeline_canvas_grab_focus (widget);
  if (way == GTK_DIR_TAB_FORWARD)
    return sayso_timeline_canvas_focus_head (self, NULL, 1);

  return way != GTK_DIR_TAB_BACKWARD;
}

void
sayso_timeline_canvas_install_input (SaysoTimelineCanvasClass *klass)
{
  static const struct
  {
    guint key;
    guint keypad;
    GtkShortcutFunc action;
    int step;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, move_by_time, -1 },     { GDK_KEY_Right, GDK_KEY_KP_Right, move_by_time, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, move_by_lane, -1 },         { GDK_KEY_Down, GDK_KEY_KP_Down, move_by_lane, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, move_to_end, -1 },      { GDK_KEY_End, GDK_KEY_KP_End, move_to_end, 1 },
    { GDK_KEY_Return, GDK_KEY_KP_Enter, reveal_current, 0 }, { GDK_KEY_space, GDK_KEY_ISO_Enter, reveal_current, 0 },
    { GDK_KEY_Escape, GDK_KEY_Cancel, clear_selection, 0 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].action, "i", keys[i].step);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, keys[i].action, "i", keys[i].step);
    }
}

/* -- pointer ----------------------------------------------------------------------------------------- */

static void
set_hovered (SaysoTimelineCanvas *self, double x, double y)
{
  const SaysoTimelineMark *mark = self->model != NULL ? sayso_timeline_canvas_pick (self, x, y) : NULL;
  const char *cursors[] = { mark != NULL ? "pointer" : NULL, "ew-resize", "ew-resize", "grab" };
  gint64 hovered = 0;

  if (mark != NULL && mark->shape != SAYSO_SHAPE_COUNT)
    hovered = sayso_timeline_canvas_event (self, mark->event)->id;
  gtk_widget_set_cursor_from_name (
      GTK_WIDGET (self),
      cursors[self->model != NULL ? sayso_timeline_canvas_part_at (self, x, y) : SAYSO_TIMELINE_PART_NONE]);
  if (hovered == self->hovered)
    return;

  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  self->pointer_x = x;
  self->pointer_y = y;
  set_hovered (self, x, y);
}

static void
on_leave (GtkEventControllerMotion *controller, gpointer user_data)
{
  set_hovered (SAYSO_TIMELINE_CANVAS (user_data), -1, -1);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double along = sayso_timeline_canvas_from_widget (self, self->pointer_x);

  /* Over the lanes' names the wheel scrolls the lanes. */
  if (self->model == NULL || along < 0)
    return GDK_EVENT_PROPAGATE;

  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (dx != 0)
    sayso_viewport_pan (get_viewport (self), -dx * (wheel ? WHEEL_PAN : 1) * direction (self), 0);
  if (dy != 0 && wheel)
    sayso_viewport_zoom_at (get_viewport (self), pow (WHEEL_ZOOM, -dy), along, 0, TRUE);
  else if (dy != 0)
    sayso_viewport_zoom_at (get_viewport (self), exp (-dy * SURFACE_ZOOM), along, 0, FALSE);

  return GDK_EVENT_STOP;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  self->dragged_x = 0;
  if (self->model == NULL || sayso_timeline_canvas_from_widget (self, x) < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  sayso_viewport_stop (get_viewport (self));
  sayso_timeline_canvas_begin_change (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  if (self->dragged_x == 0 && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, x, 0))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->changed_part != SAYSO_TIMELINE_PART_NONE)
    {
      double start_x = 0;

      gtk_gesture_drag_get_start_point (gesture, &start_x, NULL);
      sayso_timeline_canvas_move_change (self, start_x + x);
    }
  else
    sayso_viewport_pan (get_viewport (self), (x - self->dragged_x) * direction (self), 0);
  self->dragged_x = x;
}

static void
on_drag_end (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  if (self->model != NULL && self->changed_part != SAYSO_TIMELINE_PART_NONE)
    sayso_timeline_canvas_finish_change (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, gpointer user_data)
{
  sayso_timeline_canvas_end_change (SAYSO_TIMELINE_CANVAS (user_data));
}

static void
on_swipe (GtkGestureSwipe *gesture, double velocity_x, double velocity_y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);

  if (self->model != NULL && self->dragged_x != 0 && self->changed_event == 0)
    sayso_viewport_fling (get_viewport (self), velocity_x * direction (self), 0);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  double *last = g_object_get_data (G_OBJECT (gesture), "last");
  double x, y;

  if (self->model == NULL || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  sayso_viewport_zoom_at (get_viewport (self), scale / *last, sayso_timeline_canvas_from_widget (self, x), 0, FALSE);
  *last = scale;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, gpointer user_data)
{
  double *last = g_object_get_data (G_OBJECT (gesture), "last");

  *last = 1;
}

/* -- clicks ------------------------------------------------------------------------------------------ */

static void
on_list_choice (GtkWidget *button, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  gint64 *id = g_object_get_data (G_OBJECT (button), "event");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  select_event (self, *id, FALSE);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Not while it is still telling that it closed. */
static void
on_popover_closed (GtkWidget *popover)
{
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

/* Events that no zoom tells apart are listed. */
static void
list_members (SaysoTimelineCanvas *self, const SaysoTimelineMark *mark, double x, double y)
{
  GtkWidget *popover = gtk_popover_new (), *scrolled = gtk_scrolled_window_new (),
            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = mark->first; i < mark->first + mark->n_known; i++)
    {
      const SaysoTimelineEvent *event =
          sayso_timeline_canvas_event (self, g_array_index (self->layout->members, guint, i));
      GtkWidget *button = gtk_button_new_with_label (event->title);

      gtk_widget_add_css_class (button, "flat");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 48);
      g_object_set_data_full (G_OBJECT (button), "event", g_memdup2 (&event->id, sizeof event->id), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (on_list_choice), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Comes so close that what was counted can be told apart. */
static void
open_count (SaysoTimelineCanvas *self, const SaysoTimelineMark *mark, double x, double y)
{
  if (mark->to - mark->from < 60 && mark->n_known == mark->n_members)
    list_members (self, mark, x, y);
  else
    sayso_timeline_model_show_range (self->model, mark->from, mark->to);
}

static const SaysoTimelinePill *
find_pill (SaysoTimelineCanvas *self, double x, double y)
{
  for (guint i = 0; i < self->pills->len; i++)
    {
      const SaysoTimelinePill *pill = &g_array_index (self->pills, SaysoTimelinePill, i);

      if (graphene_rect_contains_point (&pill->area, &GRAPHENE_POINT_INIT (x, y)))
        return pill;
    }

  return NULL;
}

static void
on_click (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (user_data);
  const SaysoTimelinePill *pill = find_pill (self, x, y);
  const SaysoTimelineMark *mark;
  double along = sayso_timeline_canvas_from_widget (self, x);

  if (self->model == NULL || self->dragged_x != 0)
    return;

  if (pill != NULL)
    {
      SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
      guint index = sayso_timeline_data_find (data, pill->event);

      if (index != SAYSO_NONE)
        sayso_timeline_model_show (self->model, &g_array_index (data->events, SaysoTimelineEvent, index), TRUE);
      else if (isfinite (pill->at))
        sayso_viewport_center_on (get_viewport (self), pill->at, 0, 0, TRUE);
      else /* somewhere there */
        sayso_viewport_pan (get_viewport (self), copysign (sayso_viewport_get_width (get_viewport (self)), -pill->at),
                            0);
      return;
    }

  mark = sayso_timeline_canvas_pick (self, x, y);
  if (mark != NULL && mark->shape == SAYSO_SHAPE_COUNT)
    open_count (self, mark, x, y);
  else if (mark != NULL)
    {
      gint64 id = sayso_timeline_canvas_event (self, mark->event)->id;

      select_event (self, id, n_press > 1);
      sayso_timeline_canvas_focus_event (self, id);
    }
  else if (n_press == 2 && along >= 0)
    sayso_viewport_zoom_at (get_viewport (self), ZOOM_STEP, along, 0, TRUE);
}

void
sayso_timeline_canvas_add_controllers (SaysoTimelineCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new (), *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new (), *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (swipe, "swipe", G_CALLBACK (on_swipe), self);
  g_object_set_data_full (G_OBJECT (pinch), "last", g_new0 (double, 1), g_free);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_group (swipe, drag);
  gtk_gesture_group (click, drag);
}
