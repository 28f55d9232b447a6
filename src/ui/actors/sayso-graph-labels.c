/* sayso-graph-labels.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-labels.h"

#include <math.h>

#define LABEL_GAP 4.0f

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

static float
overlap (const graphene_rect_t *a, const graphene_rect_t *b)
{
  graphene_rect_t common;

  return graphene_rect_intersection (a, b, &common) ? common.size.width * common.size.height : 0;
}

/* How bad a label's place is: letters on letters weigh most, then on nodes, then edges through it. */
static float
label_cost (GArray *nodes, GArray *edges, guint index, const graphene_rect_t *box)
{
  float cost = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const SaysoSceneNode *node = &g_array_index (nodes, SaysoSceneNode, i);
      graphene_rect_t body = GRAPHENE_RECT_INIT (node->center.x - node->radius, node->center.y - node->radius,
                                                 2 * node->radius, 2 * node->radius);

      if (i < index)
        cost += 4 * overlap (box, &node->label);
      cost += 3 * overlap (box, &body);
    }
  for (guint i = 0; i < edges->len; i++)
    {
      const SaysoSceneEdge *edge = &g_array_index (edges, SaysoSceneEdge, i);

      cost += 2 * clip_length (&edge->start, &edge->end, box);
    }

  return cost;
}

/**
 * sayso_graph_place_labels:
 * @nodes: (element-type SaysoSceneNode): the nodes, the strongest first; their labels are set
 * @edges: (element-type SaysoSceneEdge): the edges
 * @sizes: (array): how large each node's name is, in pixels at zoom 1
 *
 * Finds a place for every name: below its node, else above, slanted below, right or left, where nodes, edges and
 * the names of stronger actors leave most room.
 */
void
sayso_graph_place_labels (GArray *nodes, GArray *edges, const graphene_size_t *sizes)
{
  static const struct
  {
    float x, y;
  } sides[] = { { 0, 1 }, { 0, -1 }, { 0.75f, 0.75f }, { -0.75f, 0.75f }, { 1, 0 }, { -1, 0 } };

  g_return_if_fail (nodes != NULL && edges != NULL && sizes != NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      SaysoSceneNode *node = &g_array_index (nodes, SaysoSceneNode, i);
      float best = G_MAXFLOAT;

      for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
        {
          float width = sizes[i].width, height = sizes[i].height;
          float away_x = sides[s].x * (node->radius + LABEL_GAP + (sides[s].y == 0 ? 2 : 0) + width / 2);
          float away_y = sides[s].y * (node->radius + LABEL_GAP + height / 2);
          graphene_rect_t box = GRAPHENE_RECT_INIT (node->center.x + away_x - width / 2,
                                                    node->center.y + away_y - height / 2, width, height);
          float cost = label_cost (nodes, edges, i, &box) + s;

          if (cost < best)
            {
              best = cost;
              node->label = box;
            }
        }
    }
}
