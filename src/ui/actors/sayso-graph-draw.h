/* sayso-graph-draw.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-graph-scene.h"

G_BEGIN_DECLS

GskPath *sayso_node_shape_to_path (SaysoNameKind kind, gboolean unnamed, const graphene_point_t *center, float radius);
const char *sayso_node_icon_name (SaysoNameKind kind, gboolean unnamed);
const char *sayso_node_kind_to_words (SaysoNameKind kind, gboolean unnamed);
void sayso_node_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, SaysoNameKind kind, gboolean unnamed,
                          const graphene_point_t *center, float radius);
void sayso_edge_snapshot (GtkSnapshot *snapshot, const SaysoSceneEdge *edge, const GdkRGBA *color,
                          const GdkRGBA *background);
void sayso_edge_snapshot_underlay (GtkSnapshot *snapshot, const SaysoSceneEdge *edge, const GdkRGBA *color);

G_END_DECLS
