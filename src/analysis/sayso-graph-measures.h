/* sayso-graph-measures.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-layout.h"

G_BEGIN_DECLS

/**
 * SaysoMeasure:
 * @n_neighbours: to how many others it is tied
 * @between: the share of pairs of others whose shortest way leads over it (Freeman 1977), 0 to 1
 * @group: the number of its community, from 0, the largest first (Blondel et al. 2008)
 * @cuts: whether without it some that are tied would be apart
 *
 * How an actor stands among the others.
 */
typedef struct
{
  guint n_neighbours;
  double between;
  guint group;
  gboolean cuts;
} SaysoMeasure;

gboolean sayso_graph_measure (guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges, SaysoMeasure *measures,
                              GCancellable *cancellable, GError **error);
GArray *sayso_graph_find_paths (guint n_nodes, const SaysoLayoutEdge *edges, guint n_edges, guint from, guint to);

G_END_DECLS
