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
#define UNDERLAY_ALPHA 0.32f

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
  x = sayso_viewport_to_x (self->viewport, (edge->start.x + edge->end.x) / 2) - width / 2.0;
  y = sayso_viewport_to_y (self->viewport, (edge->start.y + edge->end.y) / 2) - height / 2.0;

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

/* An edge that is selected or pointed at, over the picture. */
static void
snapshot_edge (SaysoGraphCanvas *self, GtkSnapshot *snapshot, const SaysoSceneEdge *edge, gboolean selected,
               const GdkRGBA *foreground, const GdkRGBA *background, const GdkRGBA *accent)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (15);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA underlay = *accent;
  graphene_rect_t box;
  cairo_t *cr;

  underlay.alpha = UNDERLAY_ALPHA;
  gsk_path_builder_move_to (builder, edge->start.x, edge->start.y);
  gsk_path_builder_line_to (builder, edge->end.x, edge->end.y);
  path = gsk_path_builder_free_to_path (builder);
  if (selected)
    gtk_snapshot_append_stroke (snapshot, path, stroke, &underlay);

  graphene_rect_init (&box, MIN (edge->start.x, edge->end.x) - 12, MIN (edge->start.y, edge->end.y) - 12,
                      fabsf (edge->end.x - edge->start.x) + 24, fabsf (edge->end.y - edge->start.y) + 24);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  sayso_edge_paint (cr, edge, foreground, background, 1 / sayso_viewport_get_scale (self->viewport));
  cairo_destroy (cr);

  if (selected)
    {
      snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, edge->from), RING_GAP, accent);
      snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, edge->to), RING_GAP, accent);
    }
}

static void
snapshot_picture (SaysoGraphCanvas *self, GtkSnapshot *snapshot)
{
  const SaysoGraphPicture *picture = &self->picture;
  double scale = sayso_viewport_get_scale (self->viewport), factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double x = sayso_viewport_to_x (self->viewport, picture->region.origin.x);
  double y = sayso_viewport_to_y (self->viewport, picture->region.origin.y);
  gboolean as_painted = fabs (picture->scale / scale - 1) < 1e-3;

  if (picture->texture == NULL)
    return;

  if (as_painted)
    gtk_snapshot_append_scaled_texture (snapshot, picture->texture, GSK_SCALING_FILTER_NEAREST,
                                        &GRAPHENE_RECT_INIT (round (x * factor) / factor, round (y * factor) / factor,
                                                             gdk_texture_get_width (picture->texture) / factor,
                                                             gdk_texture_get_height (picture->texture) / factor));
  else
    gtk_snapshot_append_scaled_texture (snapshot, picture->texture, GSK_SCALING_FILTER_LINEAR,
                                        &GRAPHENE_RECT_INIT (x, y, picture->region.size.width * scale,
                                                             picture->region.size.height * scale));
}

/* The node under the pointer while it is moved, which the picture is without. */
static void
snapshot_dragged (SaysoGraphCanvas *self, GtkSnapshot *snapshot)
{
  cairo_t *cr;

  if (self->dragged_node == SAYSO_GRAPH_NO_INDEX || self->near_painter == NULL ||
      self->picture.without != self->dragged_node)
    return;

  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (sayso_viewport_get_left (self->viewport), sayso_viewport_get_top (self->viewport),
                           sayso_viewport_get_right (self->viewport) - sayso_viewport_get_left (self->viewport),
                           sayso_viewport_get_bottom (self->viewport) - sayso_viewport_get_top (self->viewport)));
  sayso_graph_painter_paint_node (self->near_painter, self->scene, self->dragged_node, cr,
                                  sayso_viewport_get_scale (self->viewport));
  cairo_destroy (cr);
}

static void
snapshot_rings (SaysoGraphCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *foreground, const GdkRGBA *accent)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer lit;
  guint selected;

  g_hash_table_iter_init (&iter, self->lit);
  while (g_hash_table_iter_next (&iter, &lit, NULL))
    snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, GPOINTER_TO_UINT (lit)), RING_GAP, accent);
  if (self->session != NULL && sayso_session_get_selected_kind (self->session) == SAYSO_ITEM_ACTOR &&
      sayso_graph_scene_find_node (self->scene, sayso_session_get_selected_id (self->session), &selected))
    snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, selected), RING_GAP, accent);
  if (self->drop_node != SAYSO_GRAPH_NO_INDEX)
    snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, self->drop_node), RING_GAP + 3, accent);
  if (focus != NULL && self->focused_node != SAYSO_GRAPH_NO_INDEX &&
      focus == sayso_graph_canvas_get_widget (self, self->focused_node) && gtk_widget_has_visible_focus (focus))
    snapshot_ring (snapshot, sayso_graph_scene_get_node (self->scene, self->focused_node), RING_GAP + 3, foreground);
}

/**
 * sayso_graph_canvas_draw:
 * @self: a canvas
 * @snapshot: where to draw
 *
 * Draws the picture of the scene, and over it what changes from moment to moment: what is selected, pointed at,
 * focused or moved.
 */
void
sayso_graph_canvas_draw (SaysoGraphCanvas *self, GtkSnapshot *snapshot)
{
  double scale = sayso_viewport_get_scale (self->viewport);
  GdkRGBA foreground, background, accent;
  guint selected = SAYSO_GRAPH_NO_INDEX;

  if (self->scene == NULL)
    return;

  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_FOREGROUND, &foreground);
  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_VIEW, &background);
  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_ACCENT, &accent);
  if (self->session == NULL || sayso_session_get_selected_kind (self->session) != SAYSO_ITEM_RELATION ||
      !sayso_graph_scene_find_edge (self->scene, sayso_session_get_selected_id (self->session), &selected))
    selected = SAYSO_GRAPH_NO_INDEX;

  snapshot_picture (self, snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-sayso_viewport_get_left (self->viewport),
                                                          -sayso_viewport_get_top (self->viewport)));
  if (selected != SAYSO_GRAPH_NO_INDEX)
    snapshot_edge (self, snapshot, sayso_graph_scene_get_edge (self->scene, selected), TRUE, &foreground, &background,
                   &accent);
  if (self->hovered_edge != SAYSO_GRAPH_NO_INDEX && self->hovered_edge != selected)
    snapshot_edge (self, snapshot, sayso_graph_scene_get_edge (self->scene, self->hovered_edge), FALSE, &foreground,
                   &background, &accent);
  snapshot_dragged (self, snapshot);
  snapshot_rings (self, snapshot, &foreground, &accent);
  gtk_snapshot_restore (snapshot);

  if (selected != SAYSO_GRAPH_NO_INDEX)
    snapshot_edge_label (self, snapshot, sayso_graph_scene_get_edge (self->scene, selected), &foreground, &background,
                         &accent);
  if (self->hovered_edge != SAYSO_GRAPH_NO_INDEX && self->hovered_edge != selected)
    snapshot_edge_label (self, snapshot, sayso_graph_scene_get_edge (self->scene, self->hovered_edge), &foreground,
                         &background, &foreground);
}
