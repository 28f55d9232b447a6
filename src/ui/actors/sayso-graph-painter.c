/* sayso-graph-painter.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-painter.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HALO 4.0
#define NAME_GAP 4.0
#define NAME_WIDTH 150

/* A node narrower than this on the screen is drawn without its icon, and much narrower as a dot. */
#define ICON_MIN_PIXELS 9.0
#define DOT_PIXELS 3.5

#define DOUBT_RADIUS 9

/* Beyond this many, only names that are seen are placed. */
#define MAX_PLACED 400

struct _SaysoGraphPainter
{
  SaysoGraphLook *look;
  PangoContext *context;
  GHashTable *names; /* SaysoActor → PangoLayout */
};

/**
 * sayso_graph_painter_new:
 * @look: (transfer full): colours, font and icons
 * @direction: of the interface
 *
 * Returns: (transfer full): a painter
 */
SaysoGraphPainter *
sayso_graph_painter_new (SaysoGraphLook *look, PangoDirection direction)
{
  SaysoGraphPainter *self;
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new (); /* the default one belongs to its thread */

  g_return_val_if_fail (look != NULL, NULL);

  self = g_new0 (SaysoGraphPainter, 1);
  self->look = look;
  self->context = pango_font_map_create_context (fonts);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_font_description (self->context, look->font);
  pango_context_set_base_dir (self->context, direction);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->names = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);

  return self;
}

void
sayso_graph_painter_free (SaysoGraphPainter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->names);
  g_object_unref (self->context);
  sayso_graph_look_unref (self->look);
  g_free (self);
}

static PangoLayout *
get_name (SaysoGraphPainter *self, SaysoActor *actor)
{
  PangoLayout *layout = g_hash_table_lookup (self->names, actor);
  g_autoptr (PangoAttrList) attributes = NULL;
  int width;

  if (layout != NULL)
    return layout;

  layout = pango_layout_new (self->context);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  if (actor->unnamed)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, sayso_item_get_title (SAYSO_ITEM (actor)), -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, NAME_WIDTH * PANGO_SCALE);
  pango_layout_set_height (layout, -2);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_layout_set_width (layout, (width + 1) * PANGO_SCALE);
  g_hash_table_insert (self->names, g_object_ref (actor), layout);

  return layout;
}

/**
 * sayso_graph_painter_place_names:
 * @self: a painter
 * @scene: a scene; its labels are set
 * @scale: pixels on the screen for one of the scene
 * @seen: (nullable): what part of the scene is seen
 *
 * Places the names, which are as large on the screen at any scale.
 */
void
sayso_graph_painter_place_names (SaysoGraphPainter *self, SaysoGraphScene *scene, double scale,
                                 const graphene_rect_t *seen)
{
  guint n = sayso_graph_scene_get_n_nodes (scene);
  g_autofree graphene_size_t *sizes = g_new0 (graphene_size_t, n + 1);

  g_return_if_fail (self != NULL && scene != NULL && scale > 0);

  for (guint i = 0; i < n; i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (scene, i);
      int width, height;

      if (n > MAX_PLACED && seen != NULL && !graphene_rect_contains_point (seen, &node->center))
        continue;
      pango_layout_get_pixel_size (get_name (self, node->actor), &width, &height);
      graphene_size_init (&sizes[i], (width + 2) / scale, height / scale);
    }
  sayso_graph_scene_place_labels (scene, sizes, NAME_GAP / scale);
}

/* What a picture in a file lies on. */
void
sayso_graph_painter_paint_ground (SaysoGraphPainter *self, cairo_t *cr)
{
  gdk_cairo_set_source_rgba (cr, &self->look->background);
  cairo_paint (cr);
}

static void
paint_body (SaysoGraphPainter *self, const SaysoSceneNode *node, cairo_t *cr, double scale)
{
  double pixels = 2 * node->radius * scale;

  if (pixels >= DOT_PIXELS)
    {
      sayso_node_paint (cr, self->look, node->actor->kind, node->actor->unnamed, &node->center, node->radius,
                        pixels >= ICON_MIN_PIXELS);
      return;
    }

  gdk_cairo_set_source_rgba (cr, &self->look->hue);
  cairo_arc (cr, node->center.x, node->center.y, MAX (node->radius, 1.2 / scale), 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_name (SaysoGraphPainter *self, const SaysoSceneNode *node, cairo_t *cr, double scale)
{
  PangoLayout *layout = get_name (self, node->actor);

  cairo_save (cr);
  cairo_translate (cr, node->label.origin.x, node->label.origin.y);
  cairo_scale (cr, 1 / scale, 1 / scale);
  pango_cairo_update_layout (cr, layout);
  cairo_move_to (cr, 1, 0);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_width (cr, HALO);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, &self->look->background);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &self->look->foreground);
  cairo_move_to (cr, 1, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static gboolean
is_seen (const graphene_rect_t *seen, const graphene_point_t *a, const graphene_point_t *b, float margin)
{
  return MAX (a->x, b->x) + margin >= seen->origin.x && MAX (a->y, b->y) + margin >= seen->origin.y &&
         MIN (a->x, b->x) - margin <= seen->origin.x + seen->size.width &&
         MIN (a->y, b->y) - margin <= seen->origin.y + seen->size.height;
}

/* Between two of whom it is disputed whether they are one: dotted, to nobody, with a question in its middle. */
static void
paint_doubt (SaysoGraphPainter *self, SaysoGraphScene *scene, const SaysoSceneDoubt *doubt, cairo_t *cr, double scale)
{
  const SaysoSceneNode *a = sayso_graph_scene_get_node (scene, doubt->one),
                       *b = sayso_graph_scene_get_node (scene, doubt->other);
  double dx = b->center.x - a->center.x, dy = b->center.y - a->center.y, length = MAX (hypot (dx, dy), 1);
  double x = a->center.x + dx / 2, y = a->center.y + dy / 2;
  g_autoptr (PangoLayout) question = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, &self->look->hue);
  cairo_set_line_width (cr, 2.5 / scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, (double[]) { 0, 6 / scale }, 2, 0);
  cairo_move_to (cr, a->center.x + dx / length * (a->radius + 4), a->center.y + dy / length * (a->radius + 4));
  cairo_line_to (cr, b->center.x - dx / length * (b->radius + 4), b->center.y - dy / length * (b->radius + 4));
  cairo_stroke (cr);

  cairo_translate (cr, x, y);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_arc (cr, 0, 0, DOUBT_RADIUS, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &self->look->background);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.5);
  gdk_cairo_set_source_rgba (cr, &self->look->hue);
  cairo_stroke (cr);
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_layout_set_attributes (question, attributes);
  pango_layout_set_text (question, "?", -1);
  pango_layout_get_pixel_size (question, &width, &height);
  gdk_cairo_set_source_rgba (cr, &self->look->foreground);
  cairo_move_to (cr, -width / 2.0, -height / 2.0);
  pango_cairo_update_layout (cr, question);
  pango_cairo_show_layout (cr, question);
  cairo_restore (cr);
}

static void
paint_doubts (SaysoGraphPainter *self, SaysoGraphScene *scene, guint of, guint without, cairo_t *cr, double scale)
{
  const GArray *doubts = sayso_graph_scene_get_doubts (scene);

  for (guint i = 0; i < doubts->len; i++)
    {
      const SaysoSceneDoubt *doubt = &g_array_index (doubts, SaysoSceneDoubt, i);

      if (doubt->one != without && doubt->other != without &&
          (of == G_MAXUINT || doubt->one == of || doubt->other == of))
        paint_doubt (self, scene, doubt, cr, scale);
    }
}

/**
 * sayso_graph_painter_paint:
 * @self: a painter
 * @scene: a scene, with names placed
 * @cr: where to draw, in pixels of the scene
 * @scale: how many pixels on the screen one of them is
 * @seen: what part of the scene is wanted
 * @without: a node that is left out with its edges, or %G_MAXUINT
 *
 * Draws edges, nodes above them, names above those.
 */
void
sayso_graph_painter_paint (SaysoGraphPainter *self, SaysoGraphScene *scene, cairo_t *cr, double scale,
                           const graphene_rect_t *seen, guint without)
{
  guint n_nodes, n_edges;

  g_return_if_fail (self != NULL && scene != NULL && cr != NULL && seen != NULL);

  n_nodes = sayso_graph_scene_get_n_nodes (scene);
  n_edges = sayso_graph_scene_get_n_edges (scene);
  for (guint i = 0; i < n_edges; i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (scene, i);

      if (edge->from != without && edge->to != without && is_seen (seen, &edge->start, &edge->end, 8))
        sayso_edge_paint (cr, edge, &self->look->edge, &self->look->background, 1 / scale);
    }
  paint_doubts (self, scene, G_MAXUINT, without, cr, scale);
  for (guint i = n_nodes; i-- > 0;)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (scene, i);

      if (i != without && is_seen (seen, &node->center, &node->center, 2 * node->radius + 2 / scale))
        paint_body (self, node, cr, scale);
    }
  for (guint i = 0; i < n_nodes; i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (scene, i);

      if (i != without && node->label.size.width > 0 && graphene_rect_intersection (&node->label, seen, NULL))
        paint_name (self, node, cr, scale);
    }
}

/**
 * sayso_graph_painter_paint_node:
 * @self: a painter
 * @scene: a scene
 * @node: index of a node
 * @cr: where to draw, in pixels of the scene
 * @scale: how many pixels on the screen one of them is
 *
 * Draws one node with its edges and its name, as while it is moved.
 */
void
sayso_graph_painter_paint_node (SaysoGraphPainter *self, SaysoGraphScene *scene, guint node, cairo_t *cr, double scale)
{
  const SaysoSceneNode *moved = sayso_graph_scene_get_node (scene, node);

  for (guint i = 0; i < sayso_graph_scene_get_n_edges (scene); i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (scene, i);

      if (edge->from == node || edge->to == node)
        sayso_edge_paint (cr, edge, &self->look->edge, &self->look->background, 1 / scale);
    }
  paint_doubts (self, scene, node, G_MAXUINT, cr, scale);
  paint_body (self, moved, cr, scale);
  if (moved->label.size.width > 0)
    paint_name (self, moved, cr, scale);
}
