/* sayso-graph-scene.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-scene-private.h"

#include <math.h>

#include "sayso-graph-labels.h"
#include "sayso-graph-layout.h"
#include "sayso-ties.h"

#define DOUBT_WEIGHT 8    /* of a tie between those who are perhaps one, for names that would cover it, in edges */
#define NODE_GAP 6.0f     /* between an arrow's tip and the node */
#define PARALLEL_GAP 9.0f /* to either side, where two actors are tied more than once */

G_DEFINE_BOXED_TYPE (SaysoGraphScene, sayso_graph_scene, sayso_graph_scene_ref, sayso_graph_scene_unref)

static void
forget_grids (SaysoGraphScene *self)
{
  g_clear_pointer (&self->node_grid, sayso_graph_grid_free);
  g_clear_pointer (&self->edge_grid, sayso_graph_grid_free);
}

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

/**
 * sayso_edge_width:
 * @n_sources: from how many a relation is known independently
 * @n_sentences: in how many sentences
 *
 * Returns: how wide its line is, in pixels: each doubling of the sources counts, repetitions little
 */
float
sayso_edge_width (guint n_sources, guint n_sentences)
{
  guint repeated = n_sentences > n_sources ? n_sentences - n_sources : 0;

  return MIN (1.5f + log2f (MAX (n_sources, 1)), 3.5f) + 0.25f * MIN (repeated, 4);
}

static float
radius_for_mentions (guint n)
{
  return n >= 20 ? 27 : n >= 10 ? 24 : n >= 5 ? 21 : n >= 2 ? 18 : 15;
}

/* Draws an edge from border to border, shifted to its own left. */
static void
route (SaysoGraphScene *self, SaysoSceneEdge *edge)
{
  const SaysoSceneNode *from = get_node (self, edge->from), *to = get_node (self, edge->to);
  float dx = to->center.x - from->center.x, dy = to->center.y - from->center.y;
  float length = MAX (hypotf (dx, dy), 1.0f), shift = edge->shift, ux = dx / length, uy = dy / length;
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
set_shifts (SaysoGraphScene *self)
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
          edge->shift = edge->from == low ? place : -place;
        }
    }
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
  self->doubts = g_array_new (FALSE, FALSE, sizeof (SaysoSceneDoubt));
  self->actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->relations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < actors->len; i++)
    {
      SaysoActor *actor = g_ptr_array_index (actors, i);
      SaysoSceneNode node = { .actor = g_object_ref (actor),
                              .radius = radius_for_mentions (actor->n_mentions),
                              .time = G_MAXINT64 };
      gint64 id = sayso_item_get_id (SAYSO_ITEM (actor));

      g_array_append_val (self->nodes, node);
      g_hash_table_insert (self->actors, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (relations, i);
      SaysoSceneEdge edge = { 0 };
      gint64 id;

      if (!sayso_graph_scene_find_node (self, relation->subject, &edge.from) ||
          !sayso_graph_scene_find_node (self, relation->object, &edge.to) || edge.from == edge.to)
        continue;
      edge.relation = g_object_ref (relation);
      edge.head = sayso_edge_head_for_type (relation->type);
      edge.width = sayso_edge_width (1, relation->n_evidence);
      id = sayso_item_get_id (SAYSO_ITEM (relation));
      g_array_append_val (self->edges, edge);
      g_hash_table_insert (self->relations, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->edges->len));
    }

  set_shifts (self);

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
  g_array_unref (self->doubts);
  g_hash_table_unref (self->actors);
  g_hash_table_unref (self->relations);
  forget_grids (self);
  g_free (self);
}

static void
route_all (SaysoGraphScene *self)
{
  forget_grids (self);
  for (guint i = 0; i < self->edges->len; i++)
    route (self, get_edge (self, i));
}

/**
 * sayso_graph_scene_set_order:
 * @self: a scene
 * @node: index of a node
 * @group: what it stands together with on a circle
 * @time: what it is sorted by through time; %G_MAXINT64: none
 */
void
sayso_graph_scene_set_order (SaysoGraphScene *self, guint node, guint group, gint64 time)
{
  g_return_if_fail (self != NULL && node < self->nodes->len);

  get_node (self, node)->group = group;
  get_node (self, node)->time = time;
}

/**
 * sayso_graph_scene_set_sources:
 * @self: a scene
 * @edge: index of an edge
 * @n_sources: from how many it is known independently
 *
 * Sets how wide the edge is.
 */
void
sayso_graph_scene_set_sources (SaysoGraphScene *self, guint edge, guint n_sources)
{
  g_return_if_fail (self != NULL && edge < self->edges->len);

  get_edge (self, edge)->width = sayso_edge_width (n_sources, get_edge (self, edge)->relation->n_evidence);
}

/**
 * sayso_graph_scene_add_doubt:
 * @self: a scene without a layout
 * @one: id of an actor
 * @other: of another, who is perhaps the same
 *
 * Ties two actors of whom it is disputed whether they are one.
 *
 * Returns: whether both are in the scene
 */
gboolean
sayso_graph_scene_add_doubt (SaysoGraphScene *self, gint64 one, gint64 other)
{
  SaysoSceneDoubt doubt;

  g_return_val_if_fail (self != NULL, FALSE);

  if (one == other || !sayso_graph_scene_find_node (self, one, &doubt.one) ||
      !sayso_graph_scene_find_node (self, other, &doubt.other))
    return FALSE;
  g_array_append_val (self->doubts, doubt);

  return TRUE;
}

/* (element-type SaysoSceneDoubt) */
const GArray *
sayso_graph_scene_get_doubts (SaysoGraphScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->doubts;
}

/**
 * sayso_graph_scene_layout:
 * @self: a scene
 * @form: in what form
 * @places: (nullable): actor's id → SaysoPlace, where actors stood until now; in free form they start from there
 * @ratio: of width to height that the whole should have
 * @cancellable: (nullable): to give up
 * @error: why there is no layout
 *
 * Gives every node and edge a place. Blocks: call it on a worker thread.
 *
 * Returns: whether everything has a place
 */
gboolean
sayso_graph_scene_layout (SaysoGraphScene *self, SaysoLayoutForm form, GHashTable *places, double ratio,
                          GCancellable *cancellable, GError **error)
{
  g_autofree SaysoLayoutNode *nodes = NULL;
  g_autofree SaysoLayoutEdge *edges = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  nodes = g_new0 (SaysoLayoutNode, self->nodes->len + 1);
  edges = g_new0 (SaysoLayoutEdge, self->edges->len + self->doubts->len + 1);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SaysoSceneNode *node = get_node (self, i);
      gint64 id = sayso_item_get_id (SAYSO_ITEM (node->actor));
      const SaysoPlace *place = places != NULL ? g_hash_table_lookup (places, &id) : NULL;

      nodes[i].radius = node->radius;
      nodes[i].group = node->group;
      nodes[i].time = node->time;
      if (place == NULL || form != SAYSO_LAYOUT_FREE)
        continue;
      nodes[i].placed = TRUE;
      nodes[i].pinned = place->pinned;
      nodes[i].x = place->x;
      nodes[i].y = place->y;
    }
  for (guint i = 0; i < self->edges->len; i++)
    edges[i] = (SaysoLayoutEdge) { get_edge (self, i)->from, get_edge (self, i)->to, 1 };

  for (guint i = 0; i < self->doubts->len; i++)
    {
      const SaysoSceneDoubt *doubt = &g_array_index (self->doubts, SaysoSceneDoubt, i);

      edges[self->edges->len + i] = (SaysoLayoutEdge) { doubt->one, doubt->other, 1 };
    }

  if (!sayso_graph_layout (form, nodes, self->nodes->len, edges, self->edges->len + self->doubts->len, ratio,
                           cancellable, error))
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
 * Moves a node with its edges and its name.
 */
void
sayso_graph_scene_move_node (SaysoGraphScene *self, guint node, const graphene_point_t *center)
{
  SaysoSceneNode *moved;

  g_return_if_fail (self != NULL && node < self->nodes->len && center != NULL);

  moved = get_node (self, node);
  graphene_rect_offset (&moved->label, center->x - moved->center.x, center->y - moved->center.y);
  moved->center = *center;
  forget_grids (self);
  for (guint i = 0; i < self->edges->len; i++)
    if (get_edge (self, i)->from == node || get_edge (self, i)->to == node)
      route (self, get_edge (self, i));
}

/**
 * sayso_graph_scene_copy:
 * @self: a scene
 *
 * Returns: (transfer full): one like it, for another thread
 */
SaysoGraphScene *
sayso_graph_scene_copy (SaysoGraphScene *self)
{
  SaysoGraphScene *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (SaysoGraphScene, 1);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->nodes = g_array_copy (self->nodes);
  copy->edges = g_array_copy (self->edges);
  copy->doubts = g_array_copy (self->doubts);
  g_array_set_clear_func (copy->nodes, (GDestroyNotify) node_clear);
  g_array_set_clear_func (copy->edges, (GDestroyNotify) edge_clear);
  copy->actors = g_hash_table_ref (self->actors);
  copy->relations = g_hash_table_ref (self->relations);
  for (guint i = 0; i < copy->nodes->len; i++)
    g_object_ref (get_node (copy, i)->actor);
  for (guint i = 0; i < copy->edges->len; i++)
    g_object_ref (get_edge (copy, i)->relation);

  return copy;
}

/**
 * sayso_graph_scene_place_labels:
 * @self: a scene with a layout
 * @sizes: (array): how large each node's name is, in pixels at zoom 1, in the order of the nodes; 0 for none
 * @gap: between a node and its name
 *
 * Finds a place for every name that there is room for; the labels of others are empty.
 */
void
sayso_graph_scene_place_labels (SaysoGraphScene *self, const graphene_size_t *sizes, float gap)
{
  g_autoptr (GArray) lines = NULL; /* edges, and doubts among them */
  g_autoptr (SaysoGraphGrid) grid = NULL;
  graphene_rect_t extent;

  g_return_if_fail (self != NULL && sizes != NULL);

  sayso_graph_scene_make_grids (self);
  sayso_graph_scene_get_extent (self, &extent);
  if (self->doubts->len == 0)
    {
      sayso_graph_place_labels (self->nodes, self->edges, self->node_grid, self->edge_grid, &extent, sizes, gap);
      return;
    }

  lines = g_array_copy (self->edges);
  g_array_set_clear_func (lines, NULL);
  for (guint i = 0; i < DOUBT_WEIGHT * self->doubts->len; i++)
    {
      const SaysoSceneDoubt *doubt = &g_array_index (self->doubts, SaysoSceneDoubt, i / DOUBT_WEIGHT);
      SaysoSceneEdge line = { .start = get_node (self, doubt->one)->center,
                              .end = get_node (self, doubt->other)->center };

      g_array_append_val (lines, line);
    }
  grid = sayso_graph_grid_new (&extent, lines->len);
  for (guint i = 0; i < lines->len; i++)
    sayso_graph_grid_add_line (grid, i, &g_array_index (lines, SaysoSceneEdge, i).start,
                               &g_array_index (lines, SaysoSceneEdge, i).end);
  sayso_graph_place_labels (self->nodes, lines, self->node_grid, grid, &extent, sizes, gap);
}

/**
 * sayso_graph_scene_take_labels:
 * @self: a scene
 * @other: a copy of it, whose names have been placed
 */
void
sayso_graph_scene_take_labels (SaysoGraphScene *self, SaysoGraphScene *other)
{
  g_return_if_fail (self != NULL && other != NULL && self->nodes->len == other->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    get_node (self, i)->label = get_node (other, i)->label;
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
