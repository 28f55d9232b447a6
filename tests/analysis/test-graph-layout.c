/* test-graph-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-layout.h"

#include <math.h>

typedef struct
{
  SaysoLayoutNode *nodes;
  SaysoLayoutEdge *edges;
  guint n_nodes;
  guint n_edges;
} Graph;

/* Some hubs, many leaves, a ring apart, and nodes that nothing ties. */
static Graph
make_graph (guint n_nodes)
{
  Graph graph = { g_new0 (SaysoLayoutNode, n_nodes + 1), g_new0 (SaysoLayoutEdge, 2 * n_nodes), n_nodes, 0 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint connected = n_nodes * 3 / 4, ring = n_nodes / 8;

  for (guint i = 0; i < n_nodes; i++)
    graph.nodes[i].radius = 15 + 3 * (i % 5);
  for (guint i = 1; i < connected; i++)
    graph.edges[graph.n_edges++] = (SaysoLayoutEdge) { i, g_rand_int_range (random, 0, MIN (i, 6)), 1 };
  for (guint i = 0; i < ring; i++)
    graph.edges[graph.n_edges++] = (SaysoLayoutEdge) { connected + i, connected + (i + 1) % ring, 1 };

  return graph;
}

static void
clear_graph (Graph *graph)
{
  g_free (graph->nodes);
  g_free (graph->edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, clear_graph)

static void
layout (Graph *graph)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_graph_layout (SAYSO_LAYOUT_FREE, graph->nodes, graph->n_nodes, graph->edges, graph->n_edges, 1.5,
                                     NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < graph->n_nodes; i++)
    g_assert_true (isfinite (graph->nodes[i].x) && isfinite (graph->nodes[i].y));
}

static void
test_same_again (void)
{
  g_auto (Graph) first = make_graph (60), second = make_graph (60);

  layout (&first);
  layout (&second);
  for (guint i = 0; i < first.n_nodes; i++)
    {
      g_assert_cmpfloat (first.nodes[i].x, ==, second.nodes[i].x);
      g_assert_cmpfloat (first.nodes[i].y, ==, second.nodes[i].y);
    }
}

static void
test_nothing_overlaps (void)
{
  const guint sizes[] = { 1, 2, 5, 24, 60, 140 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_auto (Graph) graph = make_graph (sizes[s]);

      layout (&graph);
      for (guint i = 0; i < graph.n_nodes; i++)
        for (guint j = i + 1; j < graph.n_nodes; j++)
          {
            SaysoLayoutNode *a = &graph.nodes[i], *b = &graph.nodes[j];

            g_assert_cmpfloat (hypot (a->x - b->x, a->y - b->y), >, a->radius + b->radius);
          }
    }
}

/* Nodes tied to each other stand nearer than others do. */
static void
test_ties_are_short (void)
{
  g_auto (Graph) graph = make_graph (60);
  double tied = 0, all = 0;
  guint pairs = 0;

  layout (&graph);
  for (guint i = 0; i < graph.n_edges; i++)
    tied += hypot (graph.nodes[graph.edges[i].from].x - graph.nodes[graph.edges[i].to].x,
                   graph.nodes[graph.edges[i].from].y - graph.nodes[graph.edges[i].to].y) /
            graph.n_edges;
  for (guint i = 0; i < graph.n_nodes; i++)
    for (guint j = i + 1; j < graph.n_nodes; j++, pairs++)
      all += hypot (graph.nodes[i].x - graph.nodes[j].x, graph.nodes[i].y - graph.nodes[j].y);

  g_assert_cmpfloat (tied, <, 0.5 * all / pairs);
}

static void
test_little_moves (void)
{
  g_auto (Graph) graph = make_graph (60);
  g_autofree SaysoLayoutNode *before = NULL;
  double moved = 0, left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  layout (&graph);
  for (guint i = 0; i < graph.n_nodes; i++)
    graph.nodes[i].placed = TRUE;
  before = g_memdup2 (graph.nodes, graph.n_nodes * sizeof *before);

  /* One actor more, tied to the first. */
  graph.nodes[graph.n_nodes++] = (SaysoLayoutNode) { .radius = 15 };
  graph.edges[graph.n_edges++] = (SaysoLayoutEdge) { 0, graph.n_nodes - 1, 1 };
  layout (&graph);

  for (guint i = 0; i + 1 < graph.n_nodes; i++)
    {
      moved += hypot (graph.nodes[i].x - before[i].x, graph.nodes[i].y - before[i].y) / (graph.n_nodes - 1);
      left = MIN (left, before[i].x);
      right = MAX (right, before[i].x);
    }
  g_test_message ("mean movement %.1f of a width of %.0f", moved, right - left);
  g_assert_cmpfloat (moved, <, 0.05 * (right - left));
}

static void
test_pinned_stays (void)
{
  g_auto (Graph) graph = make_graph (40);

  for (guint i = 0; i < graph.n_nodes; i++)
    graph.nodes[i] = (SaysoLayoutNode) { i * 300.0, 77, 20, TRUE, FALSE };
  graph.nodes[3].pinned = TRUE;
  layout (&graph);
  g_assert_cmpfloat_with_epsilon (graph.nodes[3].x, 900, 1e-6);
  g_assert_cmpfloat_with_epsilon (graph.nodes[3].y, 77, 1e-6);
}

/* In every form all have a place of their own; by levels, arrows point down. */
static void
test_forms (void)
{
  for (SaysoLayoutForm form = SAYSO_LAYOUT_LEVELS; form <= SAYSO_LAYOUT_TIMES; form++)
    {
      g_auto (Graph) graph = make_graph (60);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < graph.n_nodes; i++)
        graph.nodes[i].time = i % 4 == 0 ? G_MAXINT64 : 1000 - i;
      g_assert_true (
          sayso_graph_layout (form, graph.nodes, graph.n_nodes, graph.edges, graph.n_edges, 1.5, NULL, &error));
      g_assert_no_error (error);
      for (guint i = 0; i < graph.n_nodes; i++)
        for (guint k = i + 1; k < graph.n_nodes; k++)
          {
            g_assert_cmpfloat (hypot (graph.nodes[i].x - graph.nodes[k].x, graph.nodes[i].y - graph.nodes[k].y), >, 20);
            if (form == SAYSO_LAYOUT_TIMES && graph.nodes[i].time < graph.nodes[k].time)
              g_assert_cmpfloat (graph.nodes[i].x, <=, graph.nodes[k].x);
          }
      for (guint e = 0; form == SAYSO_LAYOUT_LEVELS && e < 20; e++)
        if (graph.edges[e].from > 6)
          g_assert_cmpfloat (graph.nodes[graph.edges[e].from].y, <, graph.nodes[graph.edges[e].to].y);
    }
}

/* Where nobody is new, nobody moves. */
static void
test_nothing_new_nothing_moves (void)
{
  g_auto (Graph) graph = make_graph (80);
  g_autofree SaysoLayoutNode *before = NULL;

  layout (&graph);
  for (guint i = 0; i < graph.n_nodes; i++)
    graph.nodes[i].placed = TRUE;
  before = g_memdup2 (graph.nodes, graph.n_nodes * sizeof *before);
  graph.n_edges -= 5;
  layout (&graph);
  for (guint i = 0; i < graph.n_nodes; i++)
    {
      g_assert_cmpfloat (graph.nodes[i].x, ==, before[i].x);
      g_assert_cmpfloat (graph.nodes[i].y, ==, before[i].y);
    }
}

static void
test_odd_edges (void)
{
  SaysoLayoutNode nodes[3] = { { .radius = 15 }, { .radius = 15 }, { .radius = 15 } };
  SaysoLayoutEdge edges[] = { { 0, 0, 1 }, { 0, 1, 1 }, { 1, 0, 1 }, { 0, 1, 1 } };
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_graph_layout (SAYSO_LAYOUT_FREE, nodes, 3, edges, G_N_ELEMENTS (edges), 1.5, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sayso_graph_layout (SAYSO_LAYOUT_FREE, NULL, 0, NULL, 0, 1.5, NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_auto (Graph) graph = make_graph (60);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sayso_graph_layout (SAYSO_LAYOUT_FREE, graph.nodes, graph.n_nodes, graph.edges, graph.n_edges, 1.5,
                                      cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_many (void)
{
  g_auto (Graph) graph = make_graph (3000);
  gint64 start = g_get_monotonic_time ();

  layout (&graph);
  g_test_message ("3,000 nodes in %.2f s", (g_get_monotonic_time () - start) / 1e6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-layout/same-again", test_same_again);
  g_test_add_func ("/graph-layout/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/graph-layout/ties-are-short", test_ties_are_short);
  g_test_add_func ("/graph-layout/little-moves", test_little_moves);
  g_test_add_func ("/graph-layout/pinned-stays", test_pinned_stays);
  g_test_add_func ("/graph-layout/forms", test_forms);
  g_test_add_func ("/graph-layout/nothing-new-nothing-moves", test_nothing_new_nothing_moves);
  g_test_add_func ("/graph-layout/odd-edges", test_odd_edges);
  g_test_add_func ("/graph-layout/cancelled", test_cancelled);
  g_test_add_func ("/graph-layout/many", test_many);

  return g_test_run ();
}
