/* sayso-graph-scene.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-scene.h"

#include <math.h>

#include "sayso-graph-labels.h"
#include "sayso-graph-layout.h"

#define NODE_GAP 6.0f     /* between an arrow's tip and the node */
#define PARALLEL_GAP 9.0f /* to either side, where two actors are tied more than once */

struct _SaysoGraphScene
{
  gatomicrefcount ref_count;
  GArray *nodes;      /* (element-type SaysoSceneNode) */
  GArray *edges;      /* (element-type SaysoSceneEdge) */
  GHashTable *actors; /* id → index + 1 */
  gboolean *pinned;
};

G_DEFINE_BOXED_TYPE (SaysoGraphScene, sayso_graph_scene, sayso_graph_scene_ref, sayso_graph_scene_unref)

static void
node_clear (SaysoSceneNode *node)
{
  g_object_unref (node->actor);
}

static void
edge_clear (SaysoSceneEdge *edge)
{
  g_object_unref (edge->relation);
}

/**
 * sayso_edge_head_for_type:
 * @type: a relation's type
 *
 * Returns: the family it belongs to
 */
SaysoEdgeHead
sayso_edge_head_for_type (const char *type)
{
  static const struct
  {
    const char *type;
    SaysoEdgeHead head;
  } families[] = {
    { "part-of", SAYSO_EDGE_HEAD_PART_OF },          { "product-of", SAYSO_EDGE_HEAD_PART_OF },
    { "member-of", SAYSO_EDGE_HEAD_PART_OF },        { "employed-by", SAYSO_EDGE_HEAD_PART_OF },
    { "successor-of", SAYSO_EDGE_HEAD_PART_OF },     { "located-in", SAYSO_EDGE_HEAD_PART_OF },
    { "owned-by", SAYSO_EDGE_HEAD_PART_OF },         { "attributed-to", SAYSO_EDGE_HEAD_ATTRIBUTED },
    { "also-known-as", SAYSO_EDGE_HEAD_ATTRIBUTED }, { "reports-on", SAYSO_EDGE_HEAD_REPORTS },
    { "source-for", SAYSO_EDGE_HEAD_REPORTS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_strcmp0 (families[i].type, type) == 0)
      return families[i].head;

  return SAYSO_EDGE_HEAD_ACTS_ON;
}

static float
radius_for_mentions (guint n)
{
  return n >= 20 ? 27 : n >= 10 ? 24 : n >= 5 ? 21 : n >= 2 ? 18 : 15;
}

/**
 * sayso_graph_scene_new:
 * @actors: (element-type SaysoActor): the actors, the strongest first
 * @relations: (element-type SaysoRelation): relations among them; others are left out
 *
 * Returns: (transfer full): a scene in which nothing has a place yet
 */
SaysoGraphScene *
sayso_graph_scene_new (GPtrArray *actors, GPtrArray *relations)
{
  SaysoGraphScene *self;

  g_return_val_if_fail (actors != NULL && relations != NULL, NULL);

  self = g_new0 (SaysoGraphScene, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->nodes = g_array_sized_new (FALSE, TRUE, sizeof (SaysoSceneNode), actors->len);
  g_array_set_clear_func (self->nodes, (GDestroyNotify) node_clear);
  self->edges = g_array_sized_new (FALSE, TRUE, sizeof (SaysoSceneEdge), relations->len);
  g_array_set_clear_func (self->edges, (GDestroyNotify) edge_clear);
  self->actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->pinned = g_new0 (gboolean, MAX (actors->len, 1));

  for (guint i = 0; i < actors->len; i++)
    {
      SaysoActor *actor = g_ptr_array_index (actors, i);
      SaysoSceneNode node = { .actor = g_object_ref (actor), .radius = radius_for_mentions (actor->n_mentions) };
      gint64 id = sayso_item_get_id (SAYSO_ITEM (actor));

      g_array_append_val (self->nodes, node);
      g_hash_table_insert (self->actors, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (relations, i);
      SaysoSceneEdge edge = { 0 };

      if (!sayso_graph_scene_find_node (self, relation->subject, &edge.from) ||
          !sayso_graph_scene_find_node (self, relation->object, &edge.to) || edge.from == edge.to)
        continue;
      edge.relation = g_object_ref (relation);
      edge.head = sayso_edge_head_for_type (relation->type);
      edge.width = relation->n_evidence >= 5 ? 3.5f : relation->n_evidence >= 2 ? 2.5f : 1.5f;
      g_array_append_val (self->edges, edge);
    }

  return self;
}

SaysoGraphScene *
sayso_graph_scene_ref (SaysoGraphScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_graph_scene_unref (SaysoGraphScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_hash_table_unref (self->actors);
  g_free (self->pinned);
  g_free (self);
}

static SaysoSceneNode *
get_node (SaysoGraphScene *self, guint index)
{
  return &g_array_index (self->nodes, SaysoSceneNode, index);
}

static SaysoSceneEdge *
get_edge (SaysoGraphScene *self, guint index)
{
  return &g_array_index (self->edges, SaysoSceneEdge, index);
}

/* Draws an edge from border to border, shifted to its own left by @shift pixels. */
static void
route (SaysoGraphScene *self, SaysoSceneEdge *edge, float shift)
{
  const SaysoSceneNode *from = get_node (self, edge->from), *to = get_node (self, edge->to);
  float dx = to->center.x - from->center.x, dy = to->center.y - from->center.y;
  float length = MAX (hypotf (dx, dy), 1.0f), ux = dx / length, uy = dy / length;
  float leave = sqrtf (MAX (powf (from->radius + NODE_GAP, 2) - shift * shift, 0));
  float arrive = sqrtf (MAX (powf (to->radius + NODE_GAP, 2) - shift * shift, 0));

  graphene_point_init (&edge->start, from->center.x + ux * leave + uy * shift,
                       from->center.y + uy * leave - ux * shift);
  graphene_point_init (&edge->end, to->center.x - ux * arrive + uy * shift, to->center.y - uy * arrive - ux * shift);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SaysoGraphScene *self = user_data;
  const SaysoSceneEdge *first = get_edge (self, *(const guint *) a), *second = get_edge (self, *(const guint *) b);
  guint low[2] = { MIN (first->from, first->to), MIN (second->from, second->to) };
  guint high[2] = { MAX (first->from, first->to), MAX (second->from, second->to) };

  if (low[0] != low[1])
    return low[0] < low[1] ? -1 : 1;
  if (high[0] != high[1])
    return high[0] < high[1] ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Edges between the same two actors lie side by side, 18 pixels apart, whichever way they point. */
static void
route_all (SaysoGraphScene *self)
{
  g_autofree guint *order = g_new (guint, self->edges->len + 1);
  guint n = self->edges->len;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof *order, compare_pairs, self);

  for (guint i = 0, end; i < n; i = end)
    {
      const SaysoSceneEdge *first = get_edge (self, order[i]);
      guint low = MIN (first->from, first->to), high = MAX (first->from, first->to);

      for (end = i + 1; end < n; end++)
        {
          const SaysoSceneEdge *next = get_edge (self, order[end]);

          if (MIN (next->from, next->to) != low || MAX (next->from, next->to) != high)
            break;
        }
      for (guint k = i; k < end; k++)
        {
          SaysoSceneEdge *edge = get_edge (self, order[k]);
          float place = PARALLEL_GAP * (2.0f * (k - i) - (end - i - 1));
          float limit = 0.8f * MIN (get_node (self, low)->radius, get_node (self, high)->radius);

          place = CLAMP (place, -limit, limit);
          route (self, edge, edge->from == low ? place : -place);
        }
    }
}

/**
 * sayso_graph_scene_layout:
 * @self: a scene
 * @before: (nullable): the scene shown until now; actors in it start from where they stand there
 * @ratio: of width to height that the whole should have
 * @cancellable: (nullable): to give up
 * @error: why there is no layout
 *
 * Gives every node and edge a place. Blocks: call it on a worker thread.
 *
 * Returns: whether everything has a place
 */
gboolean
sayso_graph_scene_layout (SaysoGraphScene *self, SaysoGraphScene *before, double ratio, GCancellable *cancellable,
                          GError **error)
{
  g_autofree SaysoLayoutNode *nodes = NULL;
  g_autofree SaysoLayoutEdge *edges = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  nodes = g_new0 (SaysoLayoutNode, self->nodes->len + 1);
  edges = g_new0 (SaysoLayoutEdge, self->edges->len + 1);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SaysoSceneNode *node = get_node (self, i);
      guint old;

      nodes[i].radius = node->radius;
      if (before == NULL || !sayso_graph_scene_find_node (before, sayso_item_get_id (SAYSO_ITEM (node->actor)), &old))
        continue;
      nodes[i].placed = TRUE;
      nodes[i].pinned = self->pinned[i] = before->pinned[old];
      nodes[i].x = get_node (before, old)->center.x;
      nodes[i].y = get_node (before, old)->center.y;
    }
  for (guint i = 0; i < self->edges->len; i++)
    edges[i] = (SaysoLayoutEdge) { get_edge (self, i)->from, get_edge (self, i)->to, 1 };

  if (!sayso_graph_layout (nodes, self->nodes->len, edges, self->edges->len, ratio, cancellable, error))
    return FALSE;

  for (guint i = 0; i < self->nodes->len; i++)
    graphene_point_init (&get_node (self, i)->center, nodes[i].x, nodes[i].y);
  route_all (self);

  return TRUE;
}

/**
 * sayso_graph_scene_move_node:
 * @self: a scene
 * @node: index of a node
 * @center: its new place
 *
 * Moves a node, and pins it: later layouts leave it there.
 */
void
sayso_graph_scene_move_node (SaysoGraphScene *self, guint node, const graphene_point_t *center)
{
  SaysoSceneNode *moved;

  g_return_if_fail (self != NULL && node < self->nodes->len && center != NULL);

  moved = get_node (self, node);
  graphene_rect_offset (&moved->label, center->x - moved->center.x, center->y - moved->center.y);
  moved->center = *center;
  self->pinned[node] = TRUE;
  route_all (self);
}

/**
 * sayso_graph_scene_place_labels:
 * @self: a scene with a layout
 * @sizes: (array): how large each node's name is, in pixels at zoom 1, in the order of the nodes
 *
 * Finds a place for every name.
 */
void
sayso_graph_scene_place_labels (SaysoGraphScene *self, const graphene_size_t *sizes)
{
  g_return_if_fail (self != NULL && sizes != NULL);

  sayso_graph_place_labels (self->nodes, self->edges, sizes);
}

guint
sayso_graph_scene_get_n_nodes (SaysoGraphScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

guint
sayso_graph_scene_get_n_edges (SaysoGraphScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->edges->len;
}

const SaysoSceneNode *
sayso_graph_scene_get_node (SaysoGraphScene *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->nodes->len, NULL);

  return get_node (self, index);
}

const SaysoSceneEdge *
sayso_graph_scene_get_edge (SaysoGraphScene *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->edges->len, NULL);

  return get_edge (self, index);
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
  g_return_val_if_fail (self != NULL && index != NULL, FALSE);

  for (guint i = 0; i < self->edges->len; i++)
    if (sayso_item_get_id (SAYSO_ITEM (get_edge (self, i)->relation)) == relation)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
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

  g_return_val_if_fail (self != NULL && point != NULL && index != NULL, FALSE);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SaysoSceneNode *node = get_node (self, i);
      float distance = hypotf (point->x - node->center.x, point->y - node->center.y);

      if (distance > node->radius)
        {
          if (!graphene_rect_contains_point (&node->label, point))
            continue;
          distance += 1000; /* bodies first */
        }
      if (distance < best)
        {
          best = distance;
          *index = i;
        }
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

  g_return_val_if_fail (self != NULL && point != NULL && index != NULL, FALSE);

  for (guint i = 0; i < self->edges->len; i++)
    {
      float distance = distance_to_segment (point, &get_edge (self, i)->start, &get_edge (self, i)->end);

      if (distance > best)
        continue;
      best = distance;
      *index = i;
      found = TRUE;
    }

  return found;
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
      graphene_rect_t body = GRAPHENE_RECT_INIT (node->center.x - node->radius, node->center.y - node->radius,
                                                 2 * node->radius, 2 * node->radius);

      if (i == 0)
        *extent = body;
      graphene_rect_union (extent, &body, extent);
      if (node->label.size.width > 0)
        graphene_rect_union (extent, &node->label, extent);
    }
}
