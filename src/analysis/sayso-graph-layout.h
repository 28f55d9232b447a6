/* sayso-graph-layout.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SaysoLayoutNode:
 * @x: position, in pixels at zoom 1; read as the start position where @placed
 * @y: likewise
 * @radius: half its size
 * @placed: whether x and y hold a position to start from
 * @pinned: whether it may not move
 */
typedef struct
{
  double x;
  double y;
  double radius;
  gboolean placed;
  gboolean pinned;
} SaysoLayoutNode;

typedef struct
{
  guint from;
  guint to;
  double weight;
} SaysoLayoutEdge;

/* Places the nodes in place; the same input gives the same positions. Blocks: call it on a worker thread. */
gboolean sayso_graph_layout (SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges,
                             double ratio, GCancellable *cancellable, GError **error);

G_END_DECLS
