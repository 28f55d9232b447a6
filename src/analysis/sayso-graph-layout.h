/* sayso-graph-layout.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SaysoLayoutForm:
 * @SAYSO_LAYOUT_FREE: who is tied to each other stands near each other
 * @SAYSO_LAYOUT_LEVELS: arrows point down, level by level
 * @SAYSO_LAYOUT_CIRCLE: on a circle, groups together
 * @SAYSO_LAYOUT_TIMES: from left to right by the time of their first relation; those without one last
 *
 * In what form actors are laid out.
 */
typedef enum
{
  SAYSO_LAYOUT_FREE,
  SAYSO_LAYOUT_LEVELS,
  SAYSO_LAYOUT_CIRCLE,
  SAYSO_LAYOUT_TIMES,
} SaysoLayoutForm;

/**
 * SaysoLayoutNode:
 * @x: position, in pixels at zoom 1; read as the start position where @placed
 * @y: likewise
 * @radius: half its size
 * @placed: whether x and y hold a position to start from; in free form
 * @pinned: whether it may not move; likewise
 * @group: those of one group stand together on a circle
 * @time: what %SAYSO_LAYOUT_TIMES sorts by; %G_MAXINT64: none
 */
typedef struct
{
  double x;
  double y;
  double radius;
  gboolean placed;
  gboolean pinned;
  guint group;
  gint64 time;
} SaysoLayoutNode;

typedef struct
{
  guint from;
  guint to;
  double weight;
} SaysoLayoutEdge;

/* Places the nodes in place; the same input gives the same positions. Blocks: call it on a worker thread. */
gboolean sayso_graph_layout (SaysoLayoutForm form, SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges,
                             guint n_edges, double ratio, GCancellable *cancellable, GError **error);

G_END_DECLS
