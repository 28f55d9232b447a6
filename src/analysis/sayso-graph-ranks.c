/* sayso-graph-ranks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <igraph.h>
#include <math.h>

#include "sayso-graph-layout-private.h"

/* Pixels at zoom 1, from row to row and from column to column. */
#define ROW_GAP 116.0
#define COLUMN_GAP 150.0

#define SWEEPS 12

/* A node in the rank (row or column) it stands in. */
typedef struct
{
  guint member;
  guint rank;
  double order; /* where it would like to stand in it */
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranked *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;

  return first->member < second->member ? -1 : first->member > second->member;
}

/* Puts each node in its rank near those it is tied to (barycentres: Sugiyama, Tagawa and Toda, 1981), then sets the
 * places: @rank of each node across, its order along. */
static void
place_in_ranks (SaysoLayoutNode **nodes, guint n, const SaysoLayoutEdge *edges, guint n_edges, const guint *rank,
                gboolean columns)
{
  g_autofree Ranked *ranked = g_new (Ranked, n + 1);
  g_autofree double *at = g_new (double, n + 1), *sum = g_new (double, n + 1);
  g_autofree guint *count = g_new (guint, n + 1);
  double along = columns ? ROW_GAP : COLUMN_GAP, across = columns ? COLUMN_GAP : ROW_GAP;

  for (guint i = 0; i < n; i++)
    ranked[i] = (Ranked) { i, rank[i], i };
  for (guint sweep = 0; sweep <= SWEEPS; sweep++)
    {
      g_sort_array (ranked, n, sizeof *ranked, compare_ranked, NULL);
      for (guint i = 0, end; i < n; i = end)
        {
          for (end = i; end < n && ranked[end].rank == ranked[i].rank; end++)
            at[ranked[end].member] = end - i;
          for (guint k = i; k < end; k++)
            at[ranked[k].member] -= (end - i - 1) / 2.0;
        }
      if (sweep == SWEEPS)
        break;

      memset (sum, 0, n * sizeof *sum);
      memset (count, 0, n * sizeof *count);
      for (guint e = 0; e < n_edges; e++)
        if (rank[edges[e].from] != rank[edges[e].to])
          {
            sum[edges[e].from] += at[edges[e].to];
            sum[edges[e].to] += at[edges[e].from];
            count[edges[e].from]++;
            count[edges[e].to]++;
          }
      for (guint i = 0; i < n; i++)
        {
          guint m = ranked[i].member;

          ranked[i].order = count[m] > 0 ? (sum[m] / count[m] + 0.01 * at[m]) : at[m];
        }
    }

  for (guint i = 0; i < n; i++)
    {
      nodes[i]->x = columns ? rank[i] * across : at[i] * along;
      nodes[i]->y = columns ? at[i] * along : rank[i] * across;
    }
}

/* How many steps each node is below one that no arrow leads to; arrows that would make a ring do not count. */
static gboolean
find_levels (const SaysoLayoutPart *part, guint *level)
{
  guint n = part->members->len;
  igraph_vector_int_t ends, ring, order;
  igraph_t graph;
  gboolean found;

  igraph_vector_int_init (&ends, 0);
  igraph_vector_int_init (&ring, 0);
  igraph_vector_int_init (&order, 0);
  for (guint e = 0; e < part->edges->len; e++)
    {
      const SaysoLayoutEdge *edge = &g_array_index (part->edges, SaysoLayoutEdge, e);

      if (edge->from == edge->to)
        continue;
      igraph_vector_int_push_back (&ends, edge->from);
      igraph_vector_int_push_back (&ends, edge->to);
    }
  igraph_create (&graph, &ends, n, IGRAPH_DIRECTED);
  found = igraph_feedback_arc_set (&graph, &ring, NULL, IGRAPH_FAS_APPROX_EADES) == IGRAPH_SUCCESS &&
          igraph_delete_edges (&graph, igraph_ess_vector (&ring)) == IGRAPH_SUCCESS &&
          igraph_topological_sorting (&graph, &order, IGRAPH_OUT) == IGRAPH_SUCCESS;

  memset (level, 0, n * sizeof *level);
  for (igraph_integer_t i = 0; found && i < igraph_vector_int_size (&order); i++)
    {
      igraph_vector_int_t after;

      igraph_vector_int_init (&after, 0);
      igraph_neighbors (&graph, &after, VECTOR (order)[i], IGRAPH_OUT);
      for (igraph_integer_t k = 0; k < igraph_vector_int_size (&after); k++)
        level[VECTOR (after)[k]] = MAX (level[VECTOR (after)[k]], level[VECTOR (order)[i]] + 1);
      igraph_vector_int_destroy (&after);
    }

  igraph_destroy (&graph);
  igraph_vector_int_destroy (&order);
  igraph_vector_int_destroy (&ring);
  igraph_vector_int_destroy (&ends);

  return found;
}

/* Level below level, with arrows pointing down; a long level takes several rows. */
void
sayso_layout_levels (SaysoLayoutNode *nodes, SaysoLayoutPart *part)
{
  guint n = part->members->len, longest = MAX (6, (guint) sqrt (2.0 * n)), row = 0;
  g_autofree guint *level = g_new (guint, n + 1), *rank = g_new0 (guint, n + 1);
  g_autofree SaysoLayoutNode **members = g_new (SaysoLayoutNode *, n + 1);

  for (guint i = 0; i < n; i++)
    members[i] = SAYSO_LAYOUT_MEMBER (nodes, part, i);
  if (!find_levels (part, level))
    return;

  for (guint l = 0, left = n; left > 0; l++)
    {
      guint in_row = 0, any = left;

      for (guint i = 0; i < n; i++)
        if (level[i] == l)
          {
            if (in_row == longest)
              {
                row++;
                in_row = 0;
              }
            rank[i] = row;
            in_row++;
            left--;
          }
      row += left < any;
    }
  place_in_ranks (members, n, (SaysoLayoutEdge *) part->edges->data, part->edges->len, rank, FALSE);
}

static int
compare_times (gconstpointer a, gconstpointer b, gpointer data)
{
  const SaysoLayoutNode *nodes = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (nodes[first].time != nodes[second].time)
    return nodes[first].time < nodes[second].time ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* Column by column in the order of time; what has none comes last, in columns of its own. */
void
sayso_layout_times (SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges, double ratio)
{
  g_autofree guint *order = g_new (guint, n_nodes + 1), *rank = g_new (guint, n_nodes + 1);
  g_autofree SaysoLayoutNode **members = g_new (SaysoLayoutNode *, n_nodes + 1);
  guint tallest = MAX (3, (guint) sqrt (n_nodes / MAX (ratio, 0.1))), column = 0, in_column = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      order[i] = i;
      members[i] = &nodes[i];
    }
  g_sort_array (order, n_nodes, sizeof *order, compare_times, nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      gboolean undated = nodes[order[i]].time == G_MAXINT64;

      if (i > 0 && (in_column == tallest || (undated && nodes[order[i - 1]].time != G_MAXINT64)))
        {
          column++;
          in_column = 0;
        }
      rank[order[i]] = column;
      in_column++;
    }
  place_in_ranks (members, n_nodes, edges, n_edges, rank, TRUE);
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  SaysoLayoutNode **nodes = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (nodes[first]->group != nodes[second]->group)
    return nodes[first]->group < nodes[second]->group ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* On an ellipse, groups together, so that ties within a group stay near the rim. */
void
sayso_layout_circle (SaysoLayoutNode *nodes, SaysoLayoutPart *part)
{
  guint n = part->members->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree SaysoLayoutNode **members = g_new (SaysoLayoutNode *, n + 1);
  double radius = MAX (n * 0.75 * SAYSO_LAYOUT_NAME_WIDTH / (2 * G_PI), 90);

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      members[i] = SAYSO_LAYOUT_MEMBER (nodes, part, i);
    }
  g_sort_array (order, n, sizeof *order, compare_groups, members);
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n - G_PI / 2;

      members[order[i]]->x = 1.25 * radius * cos (angle);
      members[order[i]]->y = radius * sin (angle);
    }
}
