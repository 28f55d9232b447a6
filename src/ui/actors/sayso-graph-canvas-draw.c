/* sayso-graph-canvas-draw.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-canvas-private.h"

#include <math.h>

#include "sayso-colors.h"
#include "sayso-graph-draw.h"

#define RING_GAP 4.0f
#define RING_WIDTH 2.0f
#define HALO 4.0f
#define UNDERLAY_ALPHA 0.32f

/* Zoomed out this far, only the names of the larger nodes are written. */
#define NAMES_MIN_SCALE 0.4
#define LARGE_RADIUS 21.0f

static gboolean
is_selected (SaysoGraphCanvas *self, SaysoItemKind kind, SaysoItem *item)
{
  return self->session != NULL && sayso_session_get_selected_kind (self->session) == kind &&
         sayso_session_get_selected_id (self->session) == sayso_item_get_id (item);
}

static void
snapshot_ring (GtkSnapshot *snapshot, const SaysoSceneNode *node, float gap, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (RING_WIDTH);
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, &node->center, node->radius * 1.06f + gap);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
snapshot_name (SaysoGraphCanvas *self, GtkSnapshot *snapshot, guint index, const GdkRGBA *foreground,
               const GdkRGBA *background)
{
  const SaysoSceneNode *node = sayso_graph_scene_get_node (self->scene, index);
  const SaysoGraphName *name = &g_array_index (self->names, SaysoGraphName, index);
  g_autoptr (GskStroke) halo = gsk_stroke_new (HALO);

  gsk_stroke_set_line_join (halo, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &node->label.origin);
  gtk_snapshot_scale (snapshot, self->name_scale, self->name_scale);
  gtk_snapshot_append_stroke (snapshot, name->path, halo, background);
  gtk_snapshot_append_layout (snapshot, name->layout, foreground);
  gtk_snapshot_restore (snapshot);
}

/* The words on an edge, in a pill on its middle. */
static void
snapshot_edge_label (SaysoGraphCanvas *self, GtkSnapshot *snapshot, const SaysoSceneEdge *edge,
                     const GdkRGBA *foreground, const GdkRGBA *background, const GdkRGBA *border)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), edge->relation->label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GskRoundedRect pill;
  int width, height;
  float x, y;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = (edge->start.x + edge->end.x - width) / 2;
  y = (edge->start.y + edge->end.y - height) / 2;

  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT (x - 9, y - 4, width + 18, height + 8),
                                   (height + 8) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, background, &pill.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &pill, (const float[]) { 1.5f, 1.5f, 1.5f, 1.5f },
                              (const GdkRGBA[]) { *border, *border, *border, *border });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, foreground);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_edges (SaysoGraphCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *foreground, const GdkRGBA *background,
                const GdkRGBA *accent)
{
  guint n = sayso_graph_scene_get_n_edges (self->scene);
  GdkRGBA color, underlay = *accent;

  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_EDGE, &color);
  underlay.alpha = UNDERLAY_ALPHA;

  for (guint i = 0; i < n; i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (self->scene, i);
      gboolean selected = is_selected (self, SAYSO_ITEM_RELATION, SAYSO_ITEM (edge->relation));

      if (!sayso_graph_canvas_edge_shown (self, i))
        continue;
      if (selected)
        {
          sayso_edge_snapshot_underlay (snapshot, edge, &underlay);
          snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, edge->from), RING_GAP, accent);
          snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, edge->to), RING_GAP, accent);
        }
      sayso_edge_snapshot (snapshot, edge, selected || i == self->hovered_edge ? foreground : &color, background);
    }
}

/**
 * sayso_graph_canvas_draw:
 * @self: a canvas
 * @snapshot: where to draw
 *
 * Draws the scene: edges, nodes above them, names above those, the words on edges last.
 */
void
sayso_graph_canvas_draw (SaysoGraphCanvas *self, GtkSnapshot *snapshot)
{
  double scale = sayso_viewport_get_scale (self->viewport);
  gboolean focus_visible = gtk_widget_has_visible_focus (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkRGBA foreground, background, accent;
  graphene_rect_t seen;

  if (self->scene == NULL)
    return;

  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_FOREGROUND, &foreground);
  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_VIEW, &background);
  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_ACCENT, &accent);
  graphene_rect_init (&seen, sayso_viewport_get_left (self->viewport), sayso_viewport_get_top (self->viewport),
                      sayso_viewport_get_width (self->viewport) / scale,
                      sayso_viewport_get_height (self->viewport) / scale);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-seen.origin.x, -seen.origin.y));

  snapshot_edges (self, snapshot, &foreground, &background, &accent);

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (self->scene); i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (self->scene, i);
      graphene_rect_t body = GRAPHENE_RECT_INIT (node->center.x - 2 * node->radius, node->center.y - 2 * node->radius,
                                                 4 * node->radius, 4 * node->radius);

      if (!graphene_rect_intersection (&body, &seen, NULL))
        continue;
      sayso_node_snapshot (GTK_WIDGET (self), snapshot, node->actor->kind, node->actor->unnamed, &node->center,
                           node->radius);
      if (is_selected (self, SAYSO_ITEM_ACTOR, SAYSO_ITEM (node->actor)) ||
          g_hash_table_contains (self->lit, GUINT_TO_POINTER (i)))
        snapshot_ring (snapshot, node, RING_GAP, &accent);
      if (focus == g_ptr_array_index (self->nodes, i) && (focus_visible || gtk_widget_has_visible_focus (focus)))
        snapshot_ring (snapshot, node, RING_GAP + 3, &foreground);
    }

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (self->scene); i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (self->scene, i);

      if (!graphene_rect_intersection (&node->label, &seen, NULL))
        continue;
      if (scale < NAMES_MIN_SCALE && node->radius < LARGE_RADIUS && i != self->hovered_node && i != self->focused_node)
        continue;
      snapshot_name (self, snapshot, i, &foreground, &background);
    }

  for (guint i = 0; i < sayso_graph_scene_get_n_edges (self->scene); i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (self->scene, i);
      gboolean selected = is_selected (self, SAYSO_ITEM_RELATION, SAYSO_ITEM (edge->relation));

      if (sayso_graph_canvas_edge_shown (self, i) && (selected || i == self->hovered_edge))
        snapshot_edge_label (self, snapshot, edge, &foreground, &background, selected ? &accent : &foreground);
    }
  gtk_snapshot_restore (snapshot);
}
