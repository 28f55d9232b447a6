/* sayso-graph-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-layout.h"

#include <glib/gi18n-lib.h>
#include <igraph.h>
#include <math.h>

/* Pixels at zoom 1. A node needs room for itself and for its name below it. */
#define EDGE_LENGTH 132.0
#define NAME_WIDTH 118.0
#define NAME_HEIGHT 34.0
#define COMPONENT_GAP 42.0

/* Kamada and Kawai's springs (1989) look best but compare all pairs; above this many nodes Fruchterman and
 * Reingold's forces (1991) on a grid take over. */
#define SPRING_MAX_NODES 150

/* igraph keeps its random numbers and its interruption handler globally. */
static GMutex igraph_lock;
static GCancellable *igraph_cancellable;

static igraph_error_t
on_interruption (void *data)
{
  return g_cancellable_is_cancelled (igraph_cancellable) ? IGRAPH_INTERRUPTED : IGRAPH_SUCCESS;
}

/* A component: the nodes it consists of, and the box its layout fills. */
typedef struct
{
  GArray *members; /* (element-type guint) */
  double x, y, width, height;
  gboolean placed; /* at least one member has a place it comes from */
} Component;

static void
component_clear (Component *component)
{
  g_array_unref (component->members);
}

static guint
find_root (guint *parent, guint node)
{
  while (parent[node] != node)
    node = parent[node] = parent[parent[node]];

  return node;
}

/* Components in the order of their first nodes. */
static GArray *
find_components (const SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges)
{
  g_autofree guint *parent = g_new (guint, n_nodes);
  g_autofree guint *number = g_new (guint, n_nodes);
  GArray *components = g_array_new (FALSE, TRUE, sizeof (Component));

  g_array_set_clear_func (components, (GDestroyNotify) component_clear);
  for (guint i = 0; i < n_nodes; i++)
    parent[i] = i;
  for (guint i = 0; i < n_edges; i++)
    {
      guint a = find_root (parent, edges[i].from), b = find_root (parent, edges[i].to);

      parent[MAX (a, b)] = MIN (a, b);
    }

  for (guint i = 0; i < n_nodes; i++)
    {
      guint root = find_root (parent, i);
      Component *component;

      if (root == i)
        {
          Component new = { .members = g_array_new (FALSE, FALSE, sizeof (guint)) };

          number[i] = components->len;
          g_array_append_val (components, new);
        }
      component = &g_array_index (components, Component, number[root]);
      g_array_append_val (component->members, i);
      component->placed |= nodes[i].placed;
    }

  return components;
}

/* Where the layout starts from: places that are there; a newcomer beside a placed neighbour; else a spiral. */
static void
set_start (igraph_matrix_t *start, const SaysoLayoutNode *nodes, const Component *component, igraph_t *graph)
{
  guint n = component->members->len;

  for (guint i = 0; i < n; i++)
    {
      const SaysoLayoutNode *node = &nodes[g_array_index (component->members, guint, i)];
      double angle = i * G_PI * (3 - sqrt (5)), radius = sqrt (i + 0.5);

      MATRIX (*start, i, 0) = node->placed ? node->x / EDGE_LENGTH : radius * cos (angle);
      MATRIX (*start, i, 1) = node->placed ? node->y / EDGE_LENGTH : radius * sin (angle);
    }

  if (!component->placed)
    return;
  for (igraph_integer_t e = 0; e < igraph_ecount (graph); e++)
    {
      igraph_integer_t ends[2] = { IGRAPH_FROM (graph, e), IGRAPH_TO (graph, e) };

      for (int side = 0; side < 2; side++)
        {
          igraph_integer_t here = ends[side], there = ends[!side];
          double angle = here * G_PI * (3 - sqrt (5));

          if (nodes[g_array_index (component->members, guint, here)].placed ||
              !nodes[g_array_index (component->members, guint, there)].placed)
            continue;
          MATRIX (*start, here, 0) = MATRIX (*start, there, 0) + cos (angle);
          MATRIX (*start, here, 1) = MATRIX (*start, there, 1) + sin (angle);
        }
    }
}

/* Lays a component out around the origin (or where it was), in edge lengths turned into pixels. */
static gboolean
layout_component (SaysoLayoutNode *nodes, Component *component, const SaysoLayoutEdge *edges, guint n_edges,
                  const guint *member_number)
{
  guint n = component->members->len;
  igraph_t graph;
  igraph_vector_int_t ends;
  igraph_vector_t min_x, max_x, min_y, max_y;
  igraph_matrix_t places;
  igraph_error_t status;

  if (n == 1 && component->placed)
    return TRUE;

  igraph_vector_int_init (&ends, 0);
  for (guint i = 0; i < n_edges; i++)
    {
      guint from = member_number[edges[i].from], to = member_number[edges[i].to];

      if (from >= n || g_array_index (component->members, guint, from) != edges[i].from || from == to)
        continue;
      igraph_vector_int_push_back (&ends, from);
      igraph_vector_int_push_back (&ends, to);
    }
  igraph_create (&graph, &ends, n, IGRAPH_UNDIRECTED);
  igraph_simplify (&graph, TRUE, TRUE, NULL);
  igraph_matrix_init (&places, n, 2);
  set_start (&places, nodes, component, &graph);

  /* A pinned node's bounds leave it no room. */
  igraph_vector_init (&min_x, n);
  igraph_vector_init (&max_x, n);
  igraph_vector_init (&min_y, n);
  igraph_vector_init (&max_y, n);
  for (guint i = 0; i < n; i++)
    {
      gboolean pinned = nodes[g_array_index (component->members, guint, i)].pinned;

      VECTOR (min_x)[i] = pinned ? MATRIX (places, i, 0) : -1e6;
      VECTOR (max_x)[i] = pinned ? MATRIX (places, i, 0) : 1e6;
      VECTOR (min_y)[i] = pinned ? MATRIX (places, i, 1) : -1e6;
      VECTOR (max_y)[i] = pinned ? MATRIX (places, i, 1) : 1e6;
    }

  if (n <= SPRING_MAX_NODES)
    status = igraph_layout_kamada_kawai (&graph, &places, TRUE, (component->placed ? 2 : 50) * n, 0.0, n, NULL, &min_x,
                                         &max_x, &min_y, &max_y);
  else
    status = igraph_layout_fruchterman_reingold (&graph, &places, TRUE, component->placed ? 50 : 500,
                                                 component->placed ? 0.3 : sqrt (n), IGRAPH_LAYOUT_AUTOGRID, NULL,
                                                 &min_x, &max_x, &min_y, &max_y);

  for (guint i = 0; i < n && status == IGRAPH_SUCCESS; i++)
    {
      SaysoLayoutNode *node = &nodes[g_array_index (component->members, guint, i)];

      if (node->pinned)
        continue;
      node->x = MATRIX (places, i, 0) * EDGE_LENGTH;
      node->y = MATRIX (places, i, 1) * EDGE_LENGTH;
    }

  igraph_vector_destroy (&min_x);
  igraph_vector_destroy (&max_x);
  igraph_vector_destroy (&min_y);
  igraph_vector_destroy (&max_y);
  igraph_matrix_destroy (&places);
  igraph_destroy (&graph);
  igraph_vector_int_destroy (&ends);

  return status == IGRAPH_SUCCESS;
}

/* Turns a fresh component so that it is wider than tall, as pages are: along its principal axis. */
static void
turn_component (SaysoLayoutNode *nodes, const Component *component)
{
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0, yy = 0, angle;
  guint n = component->members->len;

  for (guint i = 0; i < n; i++)
    {
      mean_x += nodes[g_array_index (component->members, guint, i)].x / n;
      mean_y += nodes[g_array_index (component->members, guint, i)].y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      double x = nodes[g_array_index (component->members, guint, i)].x - mean_x;
      double y = nodes[g_array_index (component->members, guint, i)].y - mean_y;

      xx += x * x;
      xy += x * y;
      yy += y * y;
    }

  angle = 0.5 * atan2 (2 * xy, xx - yy);
  for (guint i = 0; i < n; i++)
    {
      SaysoLayoutNode *node = &nodes[g_array_index (component->members, guint, i)];
      double x = node->x - mean_x, y = node->y - mean_y;

      node->x = x * cos (angle) + y * sin (angle);
      node->y = y * cos (angle) - x * sin (angle);
    }
}

/* Moves nodes apart until neither they nor the names below them overlap, along the axis where less is needed. */
static void
separate (SaysoLayoutNode *nodes, const Component *component)
{
  guint n = component->members->len;
  guint rounds = n <= 300 ? 60 : 8;
  gboolean moved = TRUE;

  for (guint round = 0; round < rounds && moved; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          {
            SaysoLayoutNode *a = &nodes[g_array_index (component->members, guint, i)];
            SaysoLayoutNode *b = &nodes[g_array_index (component->members, guint, j)];
            double width = MAX (a->radius + b->radius + 24, NAME_WIDTH);
            double height = a->radius + b->radius + NAME_HEIGHT;
            double dx = b->x - a->x, dy = b->y - a->y;
            double over_x = width - fabs (dx), over_y = height - fabs (dy);
            double share_a = a->pinned ? 0 : b->pinned ? 1 : 0.5, share_b = b->pinned ? 0 : a->pinned ? 1 : 0.5;

            if (over_x <= 0.5 || over_y <= 0.5 || (a->pinned && b->pinned))
              continue;
            moved = TRUE;
            if (over_x < over_y)
              {
                over_x = dx < 0 ? -over_x : over_x;
                a->x -= over_x * share_a;
                b->x += over_x * share_b;
              }
            else
              {
                over_y = dy < 0 ? -over_y : over_y;
                a->y -= over_y * share_a;
                b->y += over_y * share_b;
              }
          }
    }
}

static void
measure (const SaysoLayoutNode *nodes, Component *component)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < component->members->len; i++)
    {
      const SaysoLayoutNode *node = &nodes[g_array_index (component->members, guint, i)];
      double half = MAX (node->radius, NAME_WIDTH / 2);

      left = MIN (left, node->x - half);
      right = MAX (right, node->x + half);
      top = MIN (top, node->y - node->radius);
      bottom = MAX (bottom, node->y + node->radius + NAME_HEIGHT);
    }
  component->x = left;
  component->y = top;
  component->width = right - left;
  component->height = bottom - top;
}

static void
move_component (SaysoLayoutNode *nodes, Component *component, double x, double y)
{
  for (guint i = 0; i < component->members->len; i++)
    {
      SaysoLayoutNode *node = &nodes[g_array_index (component->members, guint, i)];

      node->x += x - component->x;
      node->y += y - component->y;
    }
  component->x = x;
  component->y = y;
}

static int
compare_components (gconstpointer a, gconstpointer b)
{
  const Component *first = *(Component *const *) a, *second = *(Component *const *) b;

  if (first->height != second->height)
    return first->height > second->height ? -1 : 1;
  if (first->width != second->width)
    return first->width > second->width ? -1 : 1;

  return first->members->len == 0
             ? 0
             : (int) g_array_index (first->members, guint, 0) - (int) g_array_index (second->members, guint, 0);
}

/* Puts new components on shelves, tallest first, below what is there already. */
static void
pack (SaysoLayoutNode *nodes, GArray *components, double ratio)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  double area = 0, widest = 0, shelf, x, y, row_height = 0, left = 0, bottom = 0;
  gboolean any_placed = FALSE;

  for (guint i = 0; i < components->len; i++)
    {
      Component *component = &g_array_index (components, Component, i);

      measure (nodes, component);
      widest = MAX (widest, component->width);
      if (component->placed)
        {
          left = any_placed ? MIN (left, component->x) : component->x;
          bottom = any_placed ? MAX (bottom, component->y + component->height) : component->y + component->height;
          any_placed = TRUE;
          continue;
        }
      area += (component->width + COMPONENT_GAP) * (component->height + COMPONENT_GAP);
      g_ptr_array_add (fresh, component);
    }

  g_ptr_array_sort (fresh, compare_components);
  shelf = MAX (widest, sqrt (area * ratio));
  x = left;
  y = any_placed ? bottom + COMPONENT_GAP : 0;
  for (guint i = 0; i < fresh->len; i++)
    {
      Component *component = g_ptr_array_index (fresh, i);

      if (x > left && x - left + component->width > shelf)
        {
          x = left;
          y += row_height + COMPONENT_GAP;
          row_height = 0;
        }
      move_component (nodes, component, x, y);
      x += component->width + COMPONENT_GAP;
      row_height = MAX (row_height, component->height);
    }
}

/**
 * sayso_graph_layout:
 * @nodes: (array length=n_nodes): the nodes; positions are read where `placed`, and written
 * @n_nodes: how many
 * @edges: (array length=n_edges): the edges, by index of their nodes
 * @n_edges: how many
 * @ratio: of width to height that the whole should have
 * @cancellable: (nullable): to give up
 * @error: why there is no layout
 *
 * Places the nodes so that those tied to each other stand near each other and no name covers another. What
 * `placed` nodes come from is where the layout starts, so that a small change moves little; `pinned` nodes stay.
 * Components that are new go below what is there. The same input gives the same positions.
 *
 * Blocks, for seconds with thousands of nodes: call it on a worker thread.
 *
 * Returns: whether all nodes have a place
 */
gboolean
sayso_graph_layout (SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges, double ratio,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) components = NULL;
  g_autofree guint *member_number = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (nodes != NULL || n_nodes == 0, FALSE);
  g_return_val_if_fail (edges != NULL || n_edges == 0, FALSE);

  for (guint i = 0; i < n_edges; i++)
    g_return_val_if_fail (edges[i].from < n_nodes && edges[i].to < n_nodes, FALSE);

  components = find_components (nodes, n_nodes, edges, n_edges);
  member_number = g_new0 (guint, n_nodes);
  for (guint i = 0; i < components->len; i++)
    {
      GArray *members = g_array_index (components, Component, i).members;

      for (guint j = 0; j < members->len; j++)
        member_number[g_array_index (members, guint, j)] = j;
    }

  locker = g_mutex_locker_new (&igraph_lock);
  igraph_cancellable = cancellable;
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_warning_handler (igraph_warning_handler_ignore);
  igraph_set_interruption_handler (on_interruption);
  igraph_rng_seed (igraph_rng_default (), 1);

  for (guint i = 0; i < components->len; i++)
    {
      Component *component = &g_array_index (components, Component, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!layout_component (nodes, component, edges, n_edges, member_number))
        {
          if (!g_cancellable_set_error_if_cancelled (cancellable, error))
            g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The graph could not be laid out."));
          return FALSE;
        }
      if (!component->placed)
        turn_component (nodes, component);
      separate (nodes, component);
    }
  pack (nodes, components, ratio);

  return TRUE;
}
