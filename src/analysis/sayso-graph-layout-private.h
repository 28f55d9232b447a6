/* sayso-graph-layout-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-layout.h"

G_BEGIN_DECLS

/* Room that a name takes below its node, in pixels at zoom 1. */
#define SAYSO_LAYOUT_NAME_WIDTH 118.0
#define SAYSO_LAYOUT_NAME_HEIGHT 34.0

/* In a graph with more nodes than this, not all names are seen at once, and none gets room of its own. */
#define SAYSO_LAYOUT_NAMED_NODES 300

/* A connected part of the graph: what it consists of, and the box it fills. Edges are numbered by @members. */
typedef struct
{
  GArray *members; /* (element-type guint) */
  GArray *edges;   /* (element-type SaysoLayoutEdge) */
  double x, y, width, height;
  guint n_placed;    /* members that have a place they come from */
  gboolean *settled; /* nullable; of each member: whether it stays where it is */
} SaysoLayoutPart;

#define SAYSO_LAYOUT_MEMBER(nodes, part, i) (&(nodes)[g_array_index ((part)->members, guint, (i))])

gboolean sayso_layout_forces (SaysoLayoutNode *nodes, SaysoLayoutPart *part, double ratio);
void sayso_layout_separate (SaysoLayoutNode *nodes, SaysoLayoutPart *part);
void sayso_layout_levels (SaysoLayoutNode *nodes, SaysoLayoutPart *part);
void sayso_layout_times (SaysoLayoutNode *nodes, guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges,
                         double ratio);
void sayso_layout_circle (SaysoLayoutNode *nodes, SaysoLayoutPart *part);

void sayso_igraph_lock (GCancellable *cancellable);
void sayso_igraph_unlock (void);

G_END_DECLS
