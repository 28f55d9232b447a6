/* sayso-graph-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sayso-graph-layout-private.h"

/* Between parts, in pixels at zoom 1. */
#define PART_GAP 42.0

static void
part_clear (SaysoLayoutPart *part)
{
  g_array_unref (part->members);
  g_array_unref (part->edges);
  g_free (part->settled);
}

static guint
find_root (guint *parent, guint node)
{
  while (parent[node] != node)
    node = parent[node] = parent[parent[node]];

  return node;
}

/* Connected parts in the order of their first nodes. */
static GArray *
find_parts (const SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges)
{
  g_autofree guint *parent = g_new (guint, n_nodes + 1), *part_of = g_new (guint, n_nodes + 1);
  g_autofree guint *number = g_new (guint, n_nodes + 1);
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (SaysoLayoutPart));

  g_array_set_clear_func (parts, (GDestroyNotify) part_clear);
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
      SaysoLayoutPart *part;

      if (root == i)
        {
          SaysoLayoutPart new = { .members = g_array_new (FALSE, FALSE, sizeof (guint)),
                                  .edges = g_array_new (FALSE, FALSE, sizeof (SaysoLayoutEdge)) };

          g_array_append_val (parts, new);
          part_of[i] = parts->len - 1;
        }
      part_of[i] = part_of[root];
      part = &g_array_index (parts, SaysoLayoutPart, part_of[i]);
      number[i] = part->members->len;
      g_array_append_val (part->members, i);
      part->n_placed += nodes[i].placed;
    }
  for (guint i = 0; i < n_edges; i++)
    {
      SaysoLayoutEdge edge = { number[edges[i].from], number[edges[i].to], edges[i].weight };

      g_array_append_val (g_array_index (parts, SaysoLayoutPart, part_of[edges[i].from]).edges, edge);
    }

  return parts;
}

static void
measure (const SaysoLayoutNode *nodes, SaysoLayoutPart *part)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < part->members->len; i++)
    {
      const SaysoLayoutNode *node = &nodes[g_array_index (part->members, guint, i)];
      double half = MAX (node->radius, SAYSO_LAYOUT_NAME_WIDTH / 2);

      left = MIN (left, node->x - half);
      right = MAX (right, node->x + half);
      top = MIN (top, node->y - node->radius);
      bottom = MAX (bottom, node->y + node->radius + SAYSO_LAYOUT_NAME_HEIGHT);
    }
  part->x = left;
  part->y = top;
  part->width = right - left;
  part->height = bottom - top;
}

static void
move_part (SaysoLayoutNode *nodes, SaysoLayoutPart *part, double x, double y)
{
  for (guint i = 0; i < part->members->len; i++)
    {
      SaysoLayoutNode *node = &nodes[g_array_index (part->members, guint, i)];

      node->x += x - part->x;
      node->y += y - part->y;
    }
  part->x = x;
  part->y = y;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const SaysoLayoutPart *first = *(SaysoLayoutPart *const *) a, *second = *(SaysoLayoutPart *const *) b;

  if (first->height != second->height)
    return first->height > second->height ? -1 : 1;
  if (first->width != second->width)
    return first->width > second->width ? -1 : 1;

  return first->members->len == 0
             ? 0
             : (int) g_array_index (first->members, guint, 0) - (int) g_array_index (second->members, guint, 0);
}

/* Puts new parts on shelves, tallest first, below what is there already. */
static void
pack (SaysoLayoutNode *nodes, GArray *parts, double ratio)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  double area = 0, widest = 0, shelf, x, y, row_height = 0, left = 0, bottom = 0;
  gboolean any_placed = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      SaysoLayoutPart *part = &g_array_index (parts, SaysoLayoutPart, i);

      measure (nodes, part);
      widest = MAX (widest, part->width);
      if (part->n_placed > 0)
        {
          left = any_placed ? MIN (left, part->x) : part->x;
          bottom = any_placed ? MAX (bottom, part->y + part->height) : part->y + part->height;
          any_placed = TRUE;
          continue;
        }
      area += (part->width + PART_GAP) * (part->height + PART_GAP);
      g_ptr_array_add (fresh, part);
    }

  g_ptr_array_sort (fresh, compare_parts);
  shelf = MAX (widest, sqrt (area * ratio));
  x = left;
  y = any_placed ? bottom + PART_GAP : 0;
  for (guint i = 0; i < fresh->len; i++)
    {
      SaysoLayoutPart *part = g_ptr_array_index (fresh, i);

      if (x > left && x - left + part->width > shelf)
        {
          x = left;
          y += row_height + PART_GAP;
          row_height = 0;
        }
      move_part (nodes, part, x, y);
      x += part->width + PART_GAP;
      row_height = MAX (row_height, part->height);
    }
}

/* Lays one part out in itself. */
static gboolean
lay_out_part (SaysoLayoutForm form, SaysoLayoutNode *nodes, SaysoLayoutPart *part, double ratio)
{
  gboolean done = TRUE;

  switch (form)
    {
    case SAYSO_LAYOUT_LEVELS:
      sayso_layout_levels (nodes, part);
      break;
    case SAYSO_LAYOUT_CIRCLE:
      sayso_layout_circle (nodes, part);
      break;
    case SAYSO_LAYOUT_TIMES:
      break;
    case SAYSO_LAYOUT_FREE:
    default:
      done = sayso_layout_forces (nodes, part, ratio);
      if (part->n_placed < part->members->len)
        sayso_layout_separate (nodes, part);
      break;
    }
  if (form != SAYSO_LAYOUT_FREE)
    part->n_placed = 0; /* where it comes from says nothing of where it goes */

  return done;
}

/**
 * sayso_graph_layout:
 * @form: in what form
 * @nodes: (array length=n_nodes): the nodes; positions are read where `placed`, and written
 * @n_nodes: how many
 * @edges: (array length=n_edges): the edges, by index of their nodes
 * @n_edges: how many
 * @ratio: of width to height that the whole should have
 * @cancellable: (nullable): to give up
 * @error: why there is no layout
 *
 * Places the nodes so that those tied to each other stand near each other and, in small graphs, no name covers
 * another. In free form, what is `placed` stays, but for a little room for newcomers, and `pinned` nodes stay wholly;
 * parts that are new go below what is there. Other forms take no heed of either. The same input gives the same
 * positions.
 *
 * Blocks, for a second with thousands of nodes: call it on a worker thread.
 *
 * Returns: whether all nodes have a place
 */
gboolean
sayso_graph_layout (SaysoLayoutForm form, SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges,
                    guint n_edges, double ratio, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) parts = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (nodes != NULL || n_nodes == 0, FALSE);
  g_return_val_if_fail (edges != NULL || n_edges == 0, FALSE);

  for (guint i = 0; i < n_edges; i++)
    g_return_val_if_fail (edges[i].from < n_nodes && edges[i].to < n_nodes, FALSE);
  if (form == SAYSO_LAYOUT_TIMES)
    {
      sayso_layout_times (nodes, n_nodes, edges, n_edges, ratio);
      return !g_cancellable_set_error_if_cancelled (cancellable, error);
    }

  parts = find_parts (nodes, n_nodes, edges, n_edges);
  sayso_igraph_lock (cancellable);
  for (guint i = 0; i < parts->len && done; i++)
    done = !g_cancellable_is_cancelled (cancellable) &&
           lay_out_part (form, nodes, &g_array_index (parts, SaysoLayoutPart, i), ratio);
  sayso_igraph_unlock ();

  if (!done)
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The graph could not be laid out."));
      return FALSE;
    }
  pack (nodes, parts, ratio);

  return TRUE;
}
