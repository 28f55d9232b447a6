/* sayso-graph-canvas.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-graph-draw.h"

#define MAX_SCALE 3.0

/* Only so many actors, the strongest, have a widget of their own; of the others the one that has the focus. */
#define MAX_WIDGETS 200

/* How long the view stands still before they follow it. */
#define SETTLE_MS 80

guint sayso_graph_canvas_signals[SAYSO_GRAPH_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoGraphCanvas, sayso_graph_canvas, GTK_TYPE_WIDGET)

/* What stands for an actor in the tree of widgets: it takes the focus and is read aloud; the canvas draws it. */
#define SAYSO_TYPE_GRAPH_NODE (sayso_graph_node_get_type ())
G_DECLARE_FINAL_TYPE (SaysoGraphNode, sayso_graph_node, SAYSO, GRAPH_NODE, GtkWidget)

struct _SaysoGraphNode
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SaysoGraphNode, sayso_graph_node, GTK_TYPE_WIDGET)

static void
sayso_graph_node_class_init (SaysoGraphNodeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_OPTION);
}

static void
sayso_graph_node_init (SaysoGraphNode *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sayso_graph_canvas_new (void)
{
  return g_object_new (SAYSO_TYPE_GRAPH_CANVAS, NULL);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (widget);

  if (sayso_viewport_advance (self->viewport, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
on_viewport_started (SaysoGraphCanvas *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_settled (gpointer data)
{
  SaysoGraphCanvas *self = data;

  self->settling = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_viewport_changed (SaysoGraphCanvas *self)
{
  sayso_graph_canvas_repaint (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Hundreds of widgets need not follow every frame: what is drawn does. */
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add_once (SETTLE_MS, on_settled, self);
}

/* Names of those who are perhaps the same actor; NULL where there are none. */
static char *
describe_doubts (SaysoGraphCanvas *self, guint index)
{
  const GArray *doubts = sayso_graph_scene_get_doubts (self->scene);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < doubts->len; i++)
    {
      const SaysoSceneDoubt *doubt = &g_array_index (doubts, SaysoSceneDoubt, i);
      guint other = doubt->one == index ? doubt->other : doubt->one;

      if (doubt->one == index || doubt->other == index)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                sayso_item_get_title (
                                    SAYSO_ITEM (sayso_graph_scene_get_node (self->scene, other)->actor)));
    }

  return g_string_free (names, names->len == 0);
}

/* "Kaspersky Lab, organisation, 21 mentions, Tied to 7 others": what a screen reader says of a node. */
static char *
describe_node (SaysoGraphCanvas *self, guint index)
{
  SaysoActor *actor = sayso_graph_scene_get_node (self->scene, index)->actor;
  g_autofree char *mentions = NULL, *relations = NULL, *described = NULL, *doubts = describe_doubts (self, index);

  relations = self->data != NULL ? sayso_graph_data_describe (self->data, sayso_item_get_id (SAYSO_ITEM (actor)))
                                 : g_strdup ("");
  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", actor->n_mentions), actor->n_mentions);

  /* Translators: an actor's name, what kind it is, how often it is mentioned, and how it is tied to others */
  described = g_strdup_printf (_ ("%s, %s, %s, %s"), sayso_item_get_title (SAYSO_ITEM (actor)),
                               sayso_node_kind_to_words (actor->kind, actor->unnamed), mentions, relations);

  /* Translators: what is said of an actor, and names of others, of whom it is disputed whether they are the same */
  return doubts != NULL ? g_strdup_printf (_ ("%s, perhaps the same as %s"), described, doubts)
                        : g_steal_pointer (&described);
}

/* The widget that stands for a node; %NULL where it has none. */
GtkWidget *
sayso_graph_canvas_get_widget (SaysoGraphCanvas *self, guint node)
{
  if (node < self->nodes->len)
    return g_ptr_array_index (self->nodes, node);

  return node == self->extra_node ? self->extra : NULL;
}

static GtkWidget *
make_widget (SaysoGraphCanvas *self, guint node)
{
  GtkWidget *widget = g_object_new (SAYSO_TYPE_GRAPH_NODE, NULL);
  g_autofree char *description = describe_node (self, node);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));

  return widget;
}

static gint64
actor_at (SaysoGraphScene *scene, guint node)
{
  return sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (scene, node)->actor));
}

/* Makes the widgets of a scene; those of actors that stay where they are in the order stay, as does their focus. */
static void
set_widgets (SaysoGraphCanvas *self, SaysoGraphScene *scene)
{
  guint n = scene != NULL ? MIN (sayso_graph_scene_get_n_nodes (scene), MAX_WIDGETS) : 0, same = 0;

  g_clear_pointer (&self->extra, gtk_widget_unparent);
  self->extra_node = SAYSO_GRAPH_NO_INDEX;
  while (same < MIN (n, self->nodes->len) && actor_at (scene, same) == actor_at (self->scene, same))
    same++;
  for (guint i = same; i < self->nodes->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->nodes, i));
  g_ptr_array_set_size (self->nodes, same);
  g_clear_pointer (&self->scene, sayso_graph_scene_unref);
  if (scene == NULL)
    return;

  self->scene = sayso_graph_scene_ref (scene);
  for (guint i = 0; i < same; i++)
    {
      g_autofree char *description = describe_node (self, i);

      gtk_accessible_update_property (g_ptr_array_index (self->nodes, i), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                      -1);
      gtk_widget_set_focusable (g_ptr_array_index (self->nodes, i), FALSE);
    }
  for (guint i = same; i < n; i++)
    g_ptr_array_add (self->nodes, make_widget (self, i));
}

static void
update_selected_states (SaysoGraphCanvas *self)
{
  SaysoItemKind kind = self->session ? sayso_session_get_selected_kind (self->session) : SAYSO_ITEM_NONE;
  gint64 id = self->session ? sayso_session_get_selected_id (self->session) : 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      SaysoActor *actor = sayso_graph_scene_get_node (self->scene, i)->actor;

      gtk_accessible_update_state (GTK_ACCESSIBLE (g_ptr_array_index (self->nodes, i)), GTK_ACCESSIBLE_STATE_SELECTED,
                                   kind == SAYSO_ITEM_ACTOR && sayso_item_get_id (SAYSO_ITEM (actor)) == id, -1);
    }
}

/* What is selected lights the actors that belong to it. */
static void
update_lit (SaysoGraphCanvas *self)
{
  g_hash_table_remove_all (self->lit);
  if (self->related == NULL || self->scene == NULL)
    return;

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (self->scene); i++)
    if (sayso_related_has (self->related, SAYSO_ITEM_ACTOR,
                           sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (self->scene, i)->actor))))
      g_hash_table_add (self->lit, GUINT_TO_POINTER (i));
}

static void
on_related_changed (SaysoGraphCanvas *self)
{
  update_lit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_selection_changed (SaysoGraphCanvas *self)
{
  if (self->scene == NULL)
    return;

  update_lit (self);
  update_selected_states (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_reveal (SaysoGraphCanvas *self, SaysoItemKind kind, gint64 id)
{
  guint index;

  if (self->scene == NULL)
    return;

  if (kind == SAYSO_ITEM_ACTOR && sayso_graph_scene_find_node (self->scene, id, &index))
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (self->scene, index);

      sayso_viewport_center_on (self->viewport, node->center.x, node->center.y,
                                sayso_viewport_get_scale (self->viewport), TRUE);
    }
  else if (kind == SAYSO_ITEM_RELATION && sayso_graph_scene_find_edge (self->scene, id, &index))
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (self->scene, index);

      sayso_viewport_center_on (self->viewport, (edge->start.x + edge->end.x) / 2, (edge->start.y + edge->end.y) / 2,
                                sayso_viewport_get_scale (self->viewport), TRUE);
    }
}

/**
 * sayso_graph_canvas_set_session:
 * @self: a canvas
 * @session: (nullable): whose selection to show and to set
 */
void
sayso_graph_canvas_set_session (SaysoGraphCanvas *self, SaysoSession *session)
{
  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_clear_object (&self->related);
  if (session == NULL)
    return;
  self->related = sayso_related_new (session);
  g_signal_connect_object (self->related, "changed", G_CALLBACK (on_related_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (on_selection_changed), self);
  g_signal_connect_swapped (session, "reveal", G_CALLBACK (on_reveal), self);
}

SaysoGraphScene *
sayso_graph_canvas_get_scene (SaysoGraphCanvas *self)
{
  g_return_val_if_fail (SAYSO_IS_GRAPH_CANVAS (self), NULL);

  return self->scene;
}

/**
 * sayso_graph_canvas_set_scene:
 * @self: a canvas
 * @scene: (nullable): what to show; it has a layout
 * @data: (nullable): what it shows a part of
 *
 * The view stays where it is, but for the first scene, which is fitted.
 */
void
sayso_graph_canvas_set_scene (SaysoGraphCanvas *self, SaysoGraphScene *scene, SaysoGraphData *data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  gint64 focused = 0;

  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  if (self->scene != NULL && self->focused_node != SAYSO_GRAPH_NO_INDEX)
    focused = sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (self->scene, self->focused_node)->actor));
  if (self->scene == NULL || sayso_graph_scene_get_n_nodes (self->scene) == 0)
    self->wants_fit = TRUE;

  if (self->data != data)
    {
      g_clear_pointer (&self->data, sayso_graph_data_unref);
      self->data = data != NULL ? g_atomic_rc_box_acquire (data) : NULL;
    }
  set_widgets (self, scene);
  self->hovered_node = self->hovered_edge = self->dragged_node = self->drop_node = SAYSO_GRAPH_NO_INDEX;
  self->focused_node = self->edge_of_focused = SAYSO_GRAPH_NO_INDEX;

  if (scene != NULL)
    {
      if (self->nodes->len > 0)
        {
          if (focused == 0 || !sayso_graph_scene_find_node (scene, focused, &self->focused_node))
            self->focused_node = 0;
          if (self->focused_node >= self->nodes->len)
            {
              self->extra = make_widget (self, self->focused_node);
              self->extra_node = self->focused_node;
            }
          gtk_widget_set_focusable (sayso_graph_canvas_get_widget (self, self->focused_node), TRUE);
          if (had_focus)
            gtk_widget_grab_focus (GTK_WIDGET (self));
        }
      on_selection_changed (self);
    }
  else
    sayso_graph_canvas_clear_picture (self);

  sayso_graph_canvas_repaint (self, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Makes a node the one that Tab leads to, and gives it the focus. */
void
sayso_graph_canvas_focus_node (SaysoGraphCanvas *self, guint node)
{
  GtkWidget *before = sayso_graph_canvas_get_widget (self, self->focused_node), *widget;

  if (before != NULL && self->focused_node != node)
    gtk_widget_set_focusable (before, FALSE);
  if (sayso_graph_canvas_get_widget (self, node) == NULL)
    {
      g_clear_pointer (&self->extra, gtk_widget_unparent);
      self->extra = make_widget (self, node);
      self->extra_node = node;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  widget = sayso_graph_canvas_get_widget (self, node);
  self->focused_node = node;
  self->edge_of_focused = SAYSO_GRAPH_NO_INDEX;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_grab_focus (widget);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Selects a relation and says it. */
void
sayso_graph_canvas_select_edge (SaysoGraphCanvas *self, guint edge)
{
  SaysoRelation *relation = sayso_graph_scene_get_edge (self->scene, edge)->relation;
  g_autofree char *said = g_strdup_printf (
      /* Translators: a relation in words, and how many sentences it rests on */
      ngettext ("%s, %u sentence", "%s, %u sentences", relation->n_evidence),
      sayso_item_get_title (SAYSO_ITEM (relation)), relation->n_evidence);

  sayso_session_select (self->session, SAYSO_ITEM_RELATION, sayso_item_get_id (SAYSO_ITEM (relation)), FALSE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
sayso_graph_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
allocate_widget (SaysoGraphCanvas *self, GtkWidget *widget, guint index)
{
  const SaysoSceneNode *node = sayso_graph_scene_get_node (self->scene, index);
  int size = MAX (1, 2 * node->radius * sayso_viewport_get_scale (self->viewport));
  float x = sayso_viewport_to_x (self->viewport, node->center.x) - size / 2.0f;
  float y = sayso_viewport_to_y (self->viewport, node->center.y) - size / 2.0f;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, size, size, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

static void
sayso_graph_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (widget);

  sayso_viewport_set_size (self->viewport, width, height);
  if (self->wants_fit && self->scene != NULL && width > 1 && height > 1)
    {
      self->wants_fit = FALSE;
      if (self->wanted_scale > 0)
        sayso_viewport_center_on (self->viewport, self->wanted_x, self->wanted_y, self->wanted_scale, FALSE);
      else
        sayso_graph_canvas_fit (self, FALSE);
      self->wanted_scale = 0;
    }

  sayso_graph_canvas_repaint (self, FALSE);
  for (guint i = 0; i < self->nodes->len; i++)
    allocate_widget (self, g_ptr_array_index (self->nodes, i), i);
  if (self->extra != NULL)
    allocate_widget (self, self->extra, self->extra_node);
}

static void
sayso_graph_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  sayso_graph_canvas_draw (SAYSO_GRAPH_CANVAS (widget), snapshot);
}

static void
sayso_graph_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sayso_graph_canvas_parent_class)->map (widget);
  sayso_graph_canvas_repaint (SAYSO_GRAPH_CANVAS (widget), FALSE);
}

/* Colours and fonts may be others now. */
static void
sayso_graph_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (widget);

  GTK_WIDGET_CLASS (sayso_graph_canvas_parent_class)->css_changed (widget, change);
  self->stale_look = TRUE;
  sayso_graph_canvas_repaint (self, FALSE);
}

static gboolean
sayso_graph_canvas_grab_focus (GtkWidget *widget)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (widget);
  GtkWidget *node = sayso_graph_canvas_get_widget (self, self->focused_node);

  return node != NULL && gtk_widget_grab_focus (node);
}

static void
on_animations_changed (SaysoGraphCanvas *self, GParamSpec *pspec, GtkSettings *settings)
{
  gboolean animate;

  g_object_get (settings, "gtk-enable-animations", &animate, NULL);
  sayso_viewport_set_animate (self->viewport, animate);
}

static void
sayso_graph_canvas_dispose (GObject *object)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  sayso_graph_canvas_set_scene (self, NULL, NULL);
  sayso_graph_canvas_set_session (self, NULL);
  g_clear_weak_pointer (&self->head);
  g_clear_weak_pointer (&self->cover);

  G_OBJECT_CLASS (sayso_graph_canvas_parent_class)->dispose (object);
}

static void
sayso_graph_canvas_finalize (GObject *object)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (object);

  g_clear_object (&self->viewport);
  g_ptr_array_unref (self->nodes);
  g_clear_pointer (&self->painter, sayso_graph_painter_free);
  g_clear_pointer (&self->near_painter, sayso_graph_painter_free);
  g_hash_table_unref (self->lit);

  G_OBJECT_CLASS (sayso_graph_canvas_parent_class)->finalize (object);
}

/* The whole name, and how the actor stands among the others. */
static gboolean
sayso_graph_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (widget);
  guint index = keyboard ? self->focused_node : self->hovered_node;
  g_autofree char *text = NULL;

  if (self->scene == NULL || index == SAYSO_GRAPH_NO_INDEX)
    return FALSE;
  text = describe_node (self, index);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
sayso_graph_canvas_class_init (SaysoGraphCanvasClass *klass)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_f, "actors.focus" },     { GDK_KEY_e, "actors.expand" },        { GDK_KEY_c, "actors.collapse" },
    { GDK_KEY_Delete, "actors.hide" }, { GDK_KEY_p, "actors.paths" },         { GDK_KEY_m, "actors.merge" },
    { GDK_KEY_s, "actors.split" },     { GDK_KEY_BackSpace, "actors.reset" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_graph_canvas_dispose;
  object_class->finalize = sayso_graph_canvas_finalize;

  widget_class->measure = sayso_graph_canvas_measure;
  widget_class->size_allocate = sayso_graph_canvas_size_allocate;
  widget_class->snapshot = sayso_graph_canvas_snapshot;
  widget_class->map = sayso_graph_canvas_map;
  widget_class->css_changed = sayso_graph_canvas_css_changed;
  widget_class->grab_focus = sayso_graph_canvas_grab_focus;

  widget_class->query_tooltip = sayso_graph_canvas_query_tooltip;

  sayso_graph_canvas_signals[SAYSO_GRAPH_MOVED] =
      g_signal_new ("node-moved", SAYSO_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                    G_TYPE_UINT);
  sayso_graph_canvas_signals[SAYSO_GRAPH_DROPPED] =
      g_signal_new ("node-dropped", SAYSO_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_INT64, G_TYPE_INT64);
  sayso_graph_canvas_signals[SAYSO_GRAPH_MENU] =
      g_signal_new ("menu", SAYSO_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_BOX);
  gtk_widget_class_set_css_name (widget_class, "graphcanvas");
}

static void
sayso_graph_canvas_init (SaysoGraphCanvas *self)
{
  GtkSettings *settings = gtk_settings_get_default ();

  self->viewport = sayso_viewport_new ();
  self->nodes = g_ptr_array_new ();
  self->lit = g_hash_table_new (NULL, NULL);
  self->wants_fit = TRUE;
  self->hovered_node = self->hovered_edge = self->focused_node = self->dragged_node = SAYSO_GRAPH_NO_INDEX;
  self->edge_of_focused = self->drop_node = self->extra_node = SAYSO_GRAPH_NO_INDEX;

  sayso_viewport_set_scale_limits (self->viewport, SAYSO_GRAPH_MIN_SCALE, MAX_SCALE);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (on_viewport_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewport, "started", G_CALLBACK (on_viewport_started), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-enable-animations", G_CALLBACK (on_animations_changed), self,
                           G_CONNECT_SWAPPED);
  on_animations_changed (self, NULL, settings);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Actors and their relations"), -1);
  sayso_graph_canvas_add_controllers (self);
}
