/* sayso-graph-canvas-input.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-canvas-private.h"

#define EDGE_TOLERANCE 7.0
#define ZOOM_STEP 1.25

static graphene_point_t
to_world (SaysoGraphCanvas *self, double x, double y)
{
  return GRAPHENE_POINT_INIT (sayso_viewport_from_x (self->viewport, x), sayso_viewport_from_y (self->viewport, y));
}

/* What is at a point of the widget: a node, else an edge that is drawn. */
static void
pick (SaysoGraphCanvas *self, double x, double y, guint *node, guint *edge)
{
  graphene_point_t point = to_world (self, x, y);

  *node = *edge = SAYSO_GRAPH_NO_INDEX;
  if (self->scene == NULL || sayso_graph_scene_node_at (self->scene, &point, node))
    return;
  sayso_graph_scene_edge_at (self->scene, &point, EDGE_TOLERANCE / sayso_viewport_get_scale (self->viewport), edge);
}

static void
select_node (SaysoGraphCanvas *self, guint node, gboolean reveal)
{
  sayso_session_select (self->session, SAYSO_ITEM_ACTOR,
                        sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (self->scene, node)->actor)), reveal);
}

static void
on_pressed (SaysoGraphCanvas *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  guint node, edge;

  if (self->session == NULL)
    return;

  pick (self, x, y, &node, &edge);
  if (node != SAYSO_GRAPH_NO_INDEX)
    {
      sayso_graph_canvas_focus_node (self, node);
      select_node (self, node, n_press == 2);
    }
  else if (edge != SAYSO_GRAPH_NO_INDEX)
    sayso_graph_canvas_select_edge (self, edge);
  else if (n_press == 2)
    sayso_viewport_zoom_at (self->viewport, 2, x, y, TRUE);
}

static void
on_motion (SaysoGraphCanvas *self, double x, double y)
{
  guint node, edge;

  pick (self, x, y, &node, &edge);
  if (node == self->hovered_node && edge == self->hovered_edge)
    return;
  self->hovered_node = node;
  self->hovered_edge = edge;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   node != SAYSO_GRAPH_NO_INDEX || edge != SAYSO_GRAPH_NO_INDEX ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (SaysoGraphCanvas *self)
{
  self->hovered_node = self->hovered_edge = SAYSO_GRAPH_NO_INDEX;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_begin (SaysoGraphCanvas *self, double x, double y)
{
  graphene_point_t point = to_world (self, x, y);
  guint edge;

  sayso_viewport_stop (self->viewport);
  self->drag_x = self->drag_y = 0;
  pick (self, x, y, &self->dragged_node, &edge);
  if (self->dragged_node != SAYSO_GRAPH_NO_INDEX)
    {
      const graphene_point_t *center = &sayso_graph_scene_get_node (self->scene, self->dragged_node)->center;

      self->drag_from = *center;
      graphene_point_init (&self->drag_offset, center->x - point.x, center->y - point.y);
      sayso_graph_canvas_repaint (self, FALSE);
    }
}

/* A node that leaves the canvas goes on as its name, for other programs. */
static void
drag_out (SaysoGraphCanvas *self, GtkGestureDrag *gesture, double x, double y)
{
  SaysoActor *actor = sayso_graph_scene_get_node (self->scene, self->dragged_node)->actor;
  g_autoptr (GdkContentProvider) content =
      gdk_content_provider_new_typed (G_TYPE_STRING, sayso_item_get_title (SAYSO_ITEM (actor)));
  g_autoptr (GdkDrag) drag = NULL;
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  sayso_graph_scene_move_node (self->scene, self->dragged_node, &self->drag_from);
  self->dragged_node = self->drop_node = SAYSO_GRAPH_NO_INDEX;
  sayso_graph_canvas_repaint (self, TRUE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  drag = gdk_drag_begin (gtk_native_get_surface (native), gtk_gesture_get_device (GTK_GESTURE (gesture)), content,
                         GDK_ACTION_COPY, x, y);
}

static void
on_drag_update (SaysoGraphCanvas *self, double dx, double dy, GtkGestureDrag *gesture)
{
  if (self->dragged_node == SAYSO_GRAPH_NO_INDEX)
    sayso_viewport_pan (self->viewport, dx - self->drag_x, dy - self->drag_y);
  else if (gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy) || self->drag_x != 0 || self->drag_y != 0)
    {
      double x, y;
      graphene_point_t point;

      gtk_gesture_drag_get_start_point (gesture, &x, &y);
      if (!gtk_widget_contains (GTK_WIDGET (self), x + dx, y + dy))
        {
          drag_out (self, gesture, dx, dy);
          return;
        }
      point = to_world (self, x + dx, y + dy);
      graphene_point_init (&point, point.x + self->drag_offset.x, point.y + self->drag_offset.y);
      sayso_graph_scene_move_node (self->scene, self->dragged_node, &point);
      if (!sayso_graph_scene_node_under (self->scene, self->dragged_node, &self->drop_node))
        self->drop_node = SAYSO_GRAPH_NO_INDEX;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    return;
  self->drag_x = dx;
  self->drag_y = dy;
}

/* On another one, it goes back where it was: whether they are one is to be asked. */
static void
on_drag_end (SaysoGraphCanvas *self)
{
  guint moved = self->dragged_node, onto = self->drop_node;

  self->dragged_node = self->drop_node = SAYSO_GRAPH_NO_INDEX;
  if (moved == SAYSO_GRAPH_NO_INDEX || (self->drag_x == 0 && self->drag_y == 0))
    {
      sayso_graph_canvas_repaint (self, FALSE);
      return;
    }

  if (onto != SAYSO_GRAPH_NO_INDEX)
    {
      gint64 actor = sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (self->scene, moved)->actor));
      gint64 other = sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (self->scene, onto)->actor));

      sayso_graph_scene_move_node (self->scene, moved, &self->drag_from);
      sayso_graph_canvas_repaint (self, TRUE);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_signal_emit (self, sayso_graph_canvas_signals[SAYSO_GRAPH_DROPPED], 0, actor, other);
      return;
    }
  sayso_graph_canvas_repaint (self, TRUE);
  g_signal_emit (self, sayso_graph_canvas_signals[SAYSO_GRAPH_MOVED], 0, moved);
}

static void
on_secondary (SaysoGraphCanvas *self, int n_press, double x, double y)
{
  guint node, edge;

  pick (self, x, y, &node, &edge);
  if (node == SAYSO_GRAPH_NO_INDEX || self->session == NULL)
    return;
  sayso_graph_canvas_focus_node (self, node);
  select_node (self, node, FALSE);
  g_signal_emit (self, sayso_graph_canvas_signals[SAYSO_GRAPH_MENU], 0, x, y);
}

/* The menu by the keyboard, beside the node that has the focus. */
static gboolean
show_menu (SaysoGraphCanvas *self)
{
  const SaysoSceneNode *node = sayso_graph_scene_get_node (self->scene, self->focused_node);

  select_node (self, self->focused_node, FALSE);
  g_signal_emit (self, sayso_graph_canvas_signals[SAYSO_GRAPH_MENU], 0,
                 sayso_viewport_to_x (self->viewport, node->center.x),
                 sayso_viewport_to_y (self->viewport, node->center.y));

  return GDK_EVENT_STOP;
}

static gboolean
on_scroll (SaysoGraphCanvas *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  gboolean surface = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  graphene_point_t at = GRAPHENE_POINT_INIT (sayso_viewport_get_width (self->viewport) / 2,
                                             sayso_viewport_get_height (self->viewport) / 2);
  double x, y;

  if (surface && (state & GDK_CONTROL_MASK) == 0)
    {
      sayso_viewport_pan (self->viewport, -dx, -dy);
      return GDK_EVENT_STOP;
    }

  if (event != NULL && gdk_event_get_position (event, &x, &y))
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double native_x, native_y;

      gtk_native_get_surface_transform (native, &native_x, &native_y);
      graphene_point_init (&at, x - native_x, y - native_y);
      if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self), &at, &at))
        return GDK_EVENT_PROPAGATE;
    }
  sayso_viewport_zoom_at (self->viewport,
                          surface  ? 1 - dy / 100
                          : dy < 0 ? ZOOM_STEP
                                   : 1 / ZOOM_STEP,
                          at.x, at.y, !surface);

  return GDK_EVENT_STOP;
}

static void
on_pinch (SaysoGraphCanvas *self, double scale, GtkGestureZoom *gesture)
{
  double *before = g_object_get_data (G_OBJECT (gesture), "before");
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    sayso_viewport_zoom_at (self->viewport, scale / *before, x, y, FALSE);
  *before = scale;
}

static void
on_pinch_begin (GtkGesture *gesture)
{
  *(double *) g_object_get_data (G_OBJECT (gesture), "before") = 1;
}

/* From edge to edge of the focused node, in the scene's order. */
static gboolean
step_edge (SaysoGraphCanvas *self, int step)
{
  guint n = sayso_graph_scene_get_n_edges (self->scene), at;

  at = self->edge_of_focused != SAYSO_GRAPH_NO_INDEX ? self->edge_of_focused : step > 0 ? n - 1 : 0;
  for (guint tried = 0; tried < n; tried++)
    {
      const SaysoSceneEdge *edge;

      at = (at + n + step) % n;
      edge = sayso_graph_scene_get_edge (self->scene, at);
      if (edge->from != self->focused_node && edge->to != self->focused_node)
        continue;
      self->edge_of_focused = at;
      sayso_graph_canvas_select_edge (self, at);
      return TRUE;
    }

  return FALSE;
}

/* To the other end of the edge that the keyboard stands on. */
static void
follow_edge (SaysoGraphCanvas *self)
{
  const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (self->scene, self->edge_of_focused);
  guint other = edge->from == self->focused_node ? edge->to : edge->from;

  sayso_graph_canvas_focus_node (self, other);
  select_node (self, other, FALSE);
}

static gboolean
move_focus (SaysoGraphCanvas *self, float dx, float dy)
{
  guint next;

  if (!sayso_graph_scene_neighbour (self->scene, self->focused_node, dx, dy, &next))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  sayso_graph_canvas_focus_node (self, next);
  select_node (self, next, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
on_key (SaysoGraphCanvas *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (self->scene == NULL || self->session == NULL || self->focused_node == SAYSO_GRAPH_NO_INDEX)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return control ? step_edge (self, -1) : move_focus (self, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return control ? step_edge (self, 1) : move_focus (self, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return control ? GDK_EVENT_PROPAGATE : move_focus (self, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return control ? GDK_EVENT_PROPAGATE : move_focus (self, 0, 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (control && self->edge_of_focused != SAYSO_GRAPH_NO_INDEX)
        follow_edge (self);
      else
        select_node (self, self->focused_node, key != GDK_KEY_space);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      sayso_graph_canvas_zoom (self, ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      sayso_graph_canvas_zoom (self, 1 / ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      sayso_graph_canvas_fit (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      return show_menu (self);
    case GDK_KEY_F10:
      return (state & GDK_SHIFT_MASK) != 0 ? show_menu (self) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Escape:
      sayso_session_select (self->session, SAYSO_ITEM_NONE, 0, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Called once, when the canvas is made. */
void
sayso_graph_canvas_add_controllers (SaysoGraphCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_object_set_data_full (G_OBJECT (pinch), "before", g_new0 (double, 1), g_free);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), NULL);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);

  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
}
