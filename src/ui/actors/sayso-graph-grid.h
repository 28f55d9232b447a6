/* sayso-graph-grid.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/**
 * SaysoGraphGrid:
 *
 * Finds what is near a place without looking at everything. Boxes and lines are put in by number, then it is asked;
 * what it gives may lie a little outside, and each number comes once. For one thread at a time.
 */
typedef struct _SaysoGraphGrid SaysoGraphGrid;

SaysoGraphGrid *sayso_graph_grid_new (const graphene_rect_t *extent, guint n_items);
void sayso_graph_grid_free (SaysoGraphGrid *self);
void sayso_graph_grid_add_box (SaysoGraphGrid *self, guint item, const graphene_rect_t *box);
void sayso_graph_grid_add_line (SaysoGraphGrid *self, guint item, const graphene_point_t *a, const graphene_point_t *b);
const guint *sayso_graph_grid_find (SaysoGraphGrid *self, const graphene_rect_t *box, guint *n_found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoGraphGrid, sayso_graph_grid_free)

G_END_DECLS
