/* sayso-graph-swatch.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-graph-scene.h"

G_BEGIN_DECLS

/**
 * SaysoGraphSwatch:
 *
 * A small picture of how the graph draws a kind of actor or of relation, for legends and lists. It is decoration:
 * the words beside it say the same.
 */
#define SAYSO_TYPE_GRAPH_SWATCH (sayso_graph_swatch_get_type ())
G_DECLARE_FINAL_TYPE (SaysoGraphSwatch, sayso_graph_swatch, SAYSO, GRAPH_SWATCH, GtkWidget)

GtkWidget *sayso_graph_swatch_new_node (SaysoNameKind kind, gboolean unnamed);
GtkWidget *sayso_graph_swatch_new_edge (SaysoEdgeHead head);
void sayso_graph_swatch_set_node (SaysoGraphSwatch *self, SaysoNameKind kind, gboolean unnamed);

G_END_DECLS
