/* sayso-graph-labels.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-labels.h"

#include <math.h>

/* How many pixels of the segment from @a to @b lie in @box (Liang and Barsky, 1984). */
static float
clip_length (const graphene_point_t *a, const graphene_point_t *b, const graphene_rect_t *box)
{
  float dx = b->x - a->x, dy = b->y - a->y, enter = 0, leave = 1;
  const float p[4] = { -dx, dx, -dy, dy };
  const float q[4] = { a->x - box->origin.x, box->origin.x + box->size.width - a->x, a->y - box->origin.y,
                       box->origin.y + box->size.height - a->y };

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return 0;
      if (p[i] < 0)
        enter = MAX (enter, q[i] / p[i]);
      else if (p[i] > 0)
        leave = MIN (leave, q[i] / p[i]);
    }

  return leave > enter ? (leave - enter) * hypotf (dx, dy) : 0;
}

/* Of a node, before a name may not lie on it. */
#define HIDDEN 0.3f

static float
overlap (const graphene_rect_t *a, const graphene_rect_t *b)
{
  graphene_rect_t common;

  return graphene_rect_intersection (a, b, &common) ? common.size.width * common.size.height : 0;
}

/* How bad a label's place is: edges through it and nodes under it; not at all on other letters, and not on nodes among
 * the first @n_shown, who must be seen. */
static float
label_cost (GArray *nodes, GArray *edges, SaysoGraphGrid *node_grid, SaysoGraphGrid *edge_grid,
            SaysoGraphGrid *label_grid, guint index, guint n_shown, const graphene_rect_t *box, float height)
{
  const guint *found;
  float cost = 0;
  guint n;

  found = sayso_graph_grid_find (label_grid, box, &n);
  for (guint i = 0; i < n; i++)
    if (overlap (box, &g_array_index (nodes, SaysoSceneNode, found[i]).label) > 0)
      return G_MAXFLOAT;

  found = sayso_graph_grid_find (node_grid, box, &n);
  for (guint i = 0; i < n; i++)
    {
      const SaysoSceneNode *node = &g_array_index (nodes, SaysoSceneNode, found[i]);
      graphene_rect_t body = GRAPHENE_RECT_INIT (node->center.x - node->radius, node->center.y - node->radius,
                                                 2 * node->radius, 2 * node->radius);

      if (found[i] < n_shown && overlap (box, &body) > HIDDEN * body.size.width * body.size.height)
        return G_MAXFLOAT;
      cost += overlap (box, &body) / height * (found[i] < index ? 40 : 20);
    }

  found = sayso_graph_grid_find (edge_grid, box, &n);
  for (guint i = 0; i < n; i++)
    {
      const SaysoSceneEdge *edge = &g_array_index (edges, SaysoSceneEdge, found[i]);

      cost += clip_length (&edge->start, &edge->end, box);
    }

  return cost / height;
}

/**
 * sayso_graph_place_labels:
 * @nodes: (element-type SaysoSceneNode): the nodes, the strongest first; their labels are set
 * @edges: (element-type SaysoSceneEdge): the edges
 * @node_grid: the nodes' bodies by index
 * @edge_grid: the edges by index
 * @extent: where all of that lies
 * @sizes: (array): how large each node's name is, in pixels at zoom 1; 0: do not write it
 * @gap: between a node and its name
 *
 * Finds a place for names: below the node, else above, slanted below, right or left, where nodes and edges leave most
 * room. Names never lie on each other: where there is no room beside those of stronger actors, the label is empty.
 */
void
sayso_graph_place_labels (GArray *nodes, GArray *edges, SaysoGraphGrid *node_grid, SaysoGraphGrid *edge_grid,
                          const graphene_rect_t *extent, const graphene_size_t *sizes, float gap)
{
  static const struct
  {
    float x, y;
  } sides[] = {
    { 0, 1 },         { 0.4f, 1 },       { -0.4f, 1 }, { 0.4f, -1 }, { -0.4f, -1 },     { 0, -1 },
    { 0.75f, 0.75f }, { -0.75f, 0.75f }, { 1, 0 },     { -1, 0 },    { 0.75f, -0.75f }, { -0.75f, -0.75f }
  };
  g_autoptr (SaysoGraphGrid) label_grid = NULL;

  g_return_if_fail (nodes != NULL && edges != NULL && sizes != NULL);

  label_grid = sayso_graph_grid_new (extent, nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    {
      SaysoSceneNode *node = &g_array_index (nodes, SaysoSceneNode, i);
      float best = G_MAXFLOAT;

      graphene_rect_init (&node->label, node->center.x, node->center.y, 0, 0);
      /* Where it would cover some node everywhere, at least a stronger one must be seen. */
      for (guint turn = 0; turn < 2 && best == G_MAXFLOAT; turn++)
        for (guint s = 0; s < G_N_ELEMENTS (sides) && sizes[i].width > 0; s++)
          {
            float width = sizes[i].width, height = sizes[i].height;
            float away_x = sides[s].x * (node->radius + 1.5f * gap + width / 2);
            float away_y = sides[s].y * (node->radius + gap + height / 2);
            graphene_rect_t box = GRAPHENE_RECT_INIT (node->center.x + away_x - width / 2,
                                                      node->center.y + away_y - height / 2, width, height);
            float cost = label_cost (nodes, edges, node_grid, edge_grid, label_grid, i, turn == 0 ? nodes->len : i,
                                     &box, height);

            if (cost < G_MAXFLOAT && cost + 0.2f * s < best)
              {
                best = cost + 0.2f * s;
                node->label = box;
              }
          }
      if (node->label.size.width > 0)
        sayso_graph_grid_add_box (label_grid, i, &node->label);
    }
}
