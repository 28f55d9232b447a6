/* sayso-graph-measures.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-measures.h"

#include <glib/gi18n-lib.h>
#include <igraph.h>

#include "sayso-graph-layout-private.h"

/* Who is tied to whom, once, whichever way. */
static void
make_graph (igraph_t *graph, guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges)
{
  igraph_vector_int_t ends;

  igraph_vector_int_init (&ends, 0);
  for (guint i = 0; i < n_edges; i++)
    {
      igraph_vector_int_push_back (&ends, edges[i].from);
      igraph_vector_int_push_back (&ends, edges[i].to);
    }
  igraph_create (graph, &ends, n_nodes, IGRAPH_UNDIRECTED);
  igraph_simplify (graph, TRUE, TRUE, NULL);
  igraph_vector_int_destroy (&ends);
}

typedef struct
{
  guint group;
  guint size;
} Group;

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const Group *first = a, *second = b;

  if (first->size != second->size)
    return first->size > second->size ? -1 : 1;

  return first->group < second->group ? -1 : first->group > second->group;
}

/* Numbers communities by their size. */
static void
set_groups (SaysoMeasure *measures, guint n_nodes, const igraph_vector_int_t *found)
{
  g_autofree Group *groups = g_new0 (Group, n_nodes + 1);
  g_autofree guint *number = g_new0 (guint, n_nodes + 1);

  for (guint i = 0; i < n_nodes; i++)
    groups[i].group = i;
  for (guint i = 0; i < n_nodes; i++)
    groups[VECTOR (*found)[i]].size++;
  g_sort_array (groups, n_nodes, sizeof *groups, compare_groups, NULL);
  for (guint i = 0; i < n_nodes; i++)
    number[groups[i].group] = i;
  for (guint i = 0; i < n_nodes; i++)
    measures[i].group = number[VECTOR (*found)[i]];
}

/**
 * sayso_graph_measure:
 * @n_nodes: how many actors
 * @edges: (array length=n_edges): the ties between them
 * @n_edges: how many
 * @measures: (out) (array length=n_nodes): how each stands among the others
 * @cancellable: (nullable): to give up
 * @error: why there is none
 *
 * Blocks, for a second with thousands of actors: call it on a worker thread.
 *
 * Returns: whether all were measured
 */
gboolean
sayso_graph_measure (guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges, SaysoMeasure *measures,
                     GCancellable *cancellable, GError **error)
{
  igraph_t graph;
  igraph_vector_t between;
  igraph_vector_int_t degrees, groups, cuts;
  double pairs = MAX ((n_nodes - 1.0) * (n_nodes - 2.0) / 2, 1);
  gboolean done;

  g_return_val_if_fail (measures != NULL || n_nodes == 0, FALSE);

  sayso_igraph_lock (cancellable);
  make_graph (&graph, n_nodes, edges, n_edges);
  igraph_vector_init (&between, 0);
  igraph_vector_int_init (&degrees, 0);
  igraph_vector_int_init (&groups, 0);
  igraph_vector_int_init (&cuts, 0);
  done = igraph_degree (&graph, &degrees, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS) == IGRAPH_SUCCESS &&
         igraph_community_multilevel (&graph, NULL, 1, &groups, NULL, NULL) == IGRAPH_SUCCESS &&
         igraph_articulation_points (&graph, &cuts) == IGRAPH_SUCCESS &&
         igraph_betweenness (&graph, &between, igraph_vss_all (), FALSE, NULL) == IGRAPH_SUCCESS;
  if (done)
    {
      for (guint i = 0; i < n_nodes; i++)
        measures[i] = (SaysoMeasure) { VECTOR (degrees)[i], VECTOR (between)[i] / pairs, 0, FALSE };
      for (igraph_integer_t i = 0; i < igraph_vector_int_size (&cuts); i++)
        measures[VECTOR (cuts)[i]].cuts = TRUE;
      set_groups (measures, n_nodes, &groups);
    }
  igraph_vector_destroy (&between);
  igraph_vector_int_destroy (&degrees);
  igraph_vector_int_destroy (&groups);
  igraph_vector_int_destroy (&cuts);
  igraph_destroy (&graph);
  sayso_igraph_unlock ();

  if (!done && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The graph could not be measured."));

  return done;
}

/**
 * sayso_graph_find_paths:
 * @n_nodes: how many actors
 * @edges: (array length=n_edges): the ties between them
 * @n_edges: how many
 * @from: an actor
 * @to: another
 *
 * Returns: (transfer full) (element-type guint): the actors on all shortest ways between both, with both; empty where
 *   there is no way
 */
GArray *
sayso_graph_find_paths (guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges, guint from, guint to)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  igraph_t graph;
  igraph_matrix_t lengths;
  igraph_vector_int_t ends;
  double whole;

  g_return_val_if_fail (from < n_nodes && to < n_nodes, found);

  /* Whoever is as far from both together as they are from each other lies on a shortest way. */
  sayso_igraph_lock (NULL);
  make_graph (&graph, n_nodes, edges, n_edges);
  igraph_matrix_init (&lengths, 0, 0);
  igraph_vector_int_init (&ends, 2);
  VECTOR (ends)[0] = from;
  VECTOR (ends)[1] = to;
  if (igraph_distances (&graph, &lengths, igraph_vss_vector (&ends), igraph_vss_all (), IGRAPH_ALL) == IGRAPH_SUCCESS)
    {
      whole = MATRIX (lengths, 0, to);
      for (guint i = 0; i < n_nodes && whole <= n_nodes; i++)
        if (MATRIX (lengths, 0, i) + MATRIX (lengths, 1, i) == whole)
          g_array_append_val (found, i);
    }
  igraph_vector_int_destroy (&ends);
  igraph_matrix_destroy (&lengths);
  igraph_destroy (&graph);
  sayso_igraph_unlock ();

  return found;
}
