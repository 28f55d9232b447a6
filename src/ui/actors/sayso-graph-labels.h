/* sayso-graph-labels.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-grid.h"
#include "sayso-graph-scene.h"

G_BEGIN_DECLS

void sayso_graph_place_labels (GArray *nodes, GArray *edges, SaysoGraphGrid *node_grid, SaysoGraphGrid *edge_grid,
                               const graphene_rect_t *extent, const graphene_size_t *sizes, float gap);

G_END_DECLS
