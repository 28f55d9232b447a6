/* sayso-graph-scene-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-grid.h"
#include "sayso-graph-scene.h"

G_BEGIN_DECLS

struct _SaysoGraphScene
{
  gatomicrefcount ref_count;
  GArray *nodes;             /* (element-type SaysoSceneNode) */
  GArray *edges;             /* (element-type SaysoSceneEdge) */
  GArray *doubts;            /* (element-type SaysoSceneDoubt) */
  GHashTable *actors;        /* id → index + 1 */
  GHashTable *relations;     /* likewise, of edges */
  SaysoGraphGrid *node_grid; /* nullable: to be made */
  SaysoGraphGrid *edge_grid; /* likewise */
};

static inline SaysoSceneNode *
get_node (SaysoGraphScene *self, guint index)
{
  return &g_array_index (self->nodes, SaysoSceneNode, index);
}

static inline SaysoSceneEdge *
get_edge (SaysoGraphScene *self, guint index)
{
  return &g_array_index (self->edges, SaysoSceneEdge, index);
}

void sayso_graph_scene_make_grids (SaysoGraphScene *self);

G_END_DECLS
