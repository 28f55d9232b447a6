/* sayso-graph-scene-find.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-scene-private.h"

#include <math.h>

static graphene_rect_t
body_of (const SaysoSceneNode *node)
{
  return GRAPHENE_RECT_INIT (node->center.x - node->radius, node->center.y - node->radius, 2 * node->radius,
                             2 * node->radius);
}

/* Makes the grids that nodes and edges are found by, where there are none. */
void
sayso_graph_scene_make_grids (SaysoGraphScene *self)
{
  graphene_rect_t extent;

  if (self->node_grid != NULL)
    return;

  sayso_graph_scene_get_extent (self, &extent);
  self->node_grid = sayso_graph_grid_new (&extent, self->nodes->len);
  self->edge_grid = sayso_graph_grid_new (&extent, self->edges->len);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      graphene_rect_t body = body_of (get_node (self, i));

      sayso_graph_grid_add_box (self->node_grid, i, &body);
    }
  for (guint i = 0; i < self->edges->len; i++)
    sayso_graph_grid_add_line (self->edge_grid, i, &get_edge (self, i)->start, &get_edge (self, i)->end);
}

gboolean
sayso_graph_scene_find_node (SaysoGraphScene *self, gint64 actor, guint *index)
{
  guint found;

  g_return_val_if_fail (self != NULL && index != NULL, FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->actors, &actor));
  if (found == 0)
    return FALSE;

  *index = found - 1;
  return TRUE;
}

gboolean
sayso_graph_scene_find_edge (SaysoGraphScene *self, gint64 relation, guint *index)
{
  guint found;

  g_return_val_if_fail (self != NULL && index != NULL, FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->relations, &relation));
  if (found == 0)
    return FALSE;

  *index = found - 1;
  return TRUE;
}

/**
 * sayso_graph_scene_node_at:
 * @self: a scene
 * @point: a point, in pixels at zoom 1
 * @index: (out): the node whose body or name is there; the nearest of several
 *
 * Returns: whether there is one
 */
gboolean
sayso_graph_scene_node_at (SaysoGraphScene *self, const graphene_point_t *point, guint *index)
{
  float best = G_MAXFLOAT;
  const guint *near;
  guint n;

  g_return_val_if_fail (self != NULL && point != NULL && index != NULL, FALSE);

  sayso_graph_scene_make_grids (self);
  near = sayso_graph_grid_find (self->node_grid, &GRAPHENE_RECT_INIT (point->x, point->y, 0, 0), &n);
  for (guint i = 0; i < n; i++)
    {
      const SaysoSceneNode *node = get_node (self, near[i]);
      float distance = hypotf (point->x - node->center.x, point->y - node->center.y);

      if (distance > node->radius || distance >= best)
        continue;
      best = distance;
      *index = near[i];
    }
  /* Bodies first. */
  for (guint i = 0; i < self->nodes->len && best == G_MAXFLOAT; i++)
    if (graphene_rect_contains_point (&get_node (self, i)->label, point))
      {
        best = 0;
        *index = i;
      }

  return best < G_MAXFLOAT;
}

static float
distance_to_segment (const graphene_point_t *p, const graphene_point_t *a, const graphene_point_t *b)
{
  float dx = b->x - a->x, dy = b->y - a->y, square = dx * dx + dy * dy;
  float t = square > 0 ? CLAMP (((p->x - a->x) * dx + (p->y - a->y) * dy) / square, 0, 1) : 0;

  return hypotf (p->x - a->x - t * dx, p->y - a->y - t * dy);
}

/**
 * sayso_graph_scene_edge_at:
 * @self: a scene
 * @point: a point, in pixels at zoom 1
 * @tolerance: how far from the line still counts
 * @index: (out): the nearest edge
 *
 * Returns: whether there is one
 */
gboolean
sayso_graph_scene_edge_at (SaysoGraphScene *self, const graphene_point_t *point, float tolerance, guint *index)
{
  float best = tolerance;
  gboolean found = FALSE;
  const guint *near;
  guint n;

  g_return_val_if_fail (self != NULL && point != NULL && index != NULL, FALSE);

  sayso_graph_scene_make_grids (self);
  near = sayso_graph_grid_find (self->edge_grid,
                                &GRAPHENE_RECT_INIT (point->x - tolerance, point->y - tolerance, 2 * tolerance,
                                                     2 * tolerance),
                                &n);
  for (guint i = 0; i < n; i++)
    {
      float distance = distance_to_segment (point, &get_edge (self, near[i])->start, &get_edge (self, near[i])->end);

      if (distance > best)
        continue;
      best = distance;
      *index = near[i];
      found = TRUE;
    }

  return found;
}

/**
 * sayso_graph_scene_node_under:
 * @self: a scene
 * @node: index of a node
 * @index: (out): another that it lies on
 *
 * Returns: whether there is one
 */
gboolean
sayso_graph_scene_node_under (SaysoGraphScene *self, guint node, guint *index)
{
  const SaysoSceneNode *here;

  g_return_val_if_fail (self != NULL && node < self->nodes->len && index != NULL, FALSE);

  here = get_node (self, node);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SaysoSceneNode *there = get_node (self, i);

      if (i == node || hypotf (there->center.x - here->center.x, there->center.y - here->center.y) > there->radius)
        continue;
      *index = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * sayso_graph_scene_neighbour:
 * @self: a scene
 * @node: index of a node
 * @dx: the direction to look in: 1 right, -1 left
 * @dy: likewise: 1 down, -1 up
 * @index: (out): the node nearest in that direction
 *
 * What an arrow key leads to: distance counts, and straying from the direction counts double.
 *
 * Returns: whether there is one
 */
gboolean
sayso_graph_scene_neighbour (SaysoGraphScene *self, guint node, float dx, float dy, guint *index)
{
  const SaysoSceneNode *here;
  float best = G_MAXFLOAT;

  g_return_val_if_fail (self != NULL && node < self->nodes->len && index != NULL, FALSE);

  here = get_node (self, node);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SaysoSceneNode *there = get_node (self, i);
      float x = there->center.x - here->center.x, y = there->center.y - here->center.y;
      float along = x * dx + y * dy, astray = fabsf (x * dy - y * dx);

      if (i == node || along <= 0 || astray > 2 * along || along + 2 * astray >= best)
        continue;
      best = along + 2 * astray;
      *index = i;
    }

  return best < G_MAXFLOAT;
}

/**
 * sayso_graph_scene_get_extent:
 * @self: a scene
 * @extent: (out caller-allocates): the box that holds all nodes and names, in pixels at zoom 1
 */
void
sayso_graph_scene_get_extent (SaysoGraphScene *self, graphene_rect_t *extent)
{
  g_return_if_fail (self != NULL && extent != NULL);

  graphene_rect_init (extent, 0, 0, 0, 0);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SaysoSceneNode *node = get_node (self, i);
      graphene_rect_t body = body_of (node);

      if (i == 0)
        *extent = body;
      graphene_rect_union (extent, &body, extent);
      if (node->label.size.width > 0)
        graphene_rect_union (extent, &node->label, extent);
    }
}
