/* sayso-graph-draw.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-graph-scene.h"

G_BEGIN_DECLS

/* Where the icon of the unnamed stands among those of the kinds. */
#define SAYSO_GRAPH_UNNAMED (SAYSO_NAME_PLACE + 1)

/**
 * SaysoGraphLook:
 *
 * Colours, font and icons of the graph at a moment. Never changed, so that any thread can draw with it.
 */
typedef struct
{
  GdkRGBA foreground;
  GdkRGBA background;
  GdkRGBA hue;
  GdkRGBA edge;
  gboolean high_contrast;
  PangoFontDescription *font;
  cairo_surface_t *icons[SAYSO_GRAPH_UNNAMED + 1];
} SaysoGraphLook;

SaysoGraphLook *sayso_graph_look_new (GtkWidget *widget);
void sayso_graph_look_unref (SaysoGraphLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoGraphLook, sayso_graph_look_unref)

GskPath *sayso_node_shape_to_path (SaysoNameKind kind, gboolean unnamed, const graphene_point_t *center, float radius);
const char *sayso_node_icon_name (SaysoNameKind kind, gboolean unnamed);
const char *sayso_node_kind_to_words (SaysoNameKind kind, gboolean unnamed);
void sayso_node_paint (cairo_t *cr, const SaysoGraphLook *look, SaysoNameKind kind, gboolean unnamed,
                       const graphene_point_t *center, float radius, gboolean with_icon);
void sayso_edge_paint (cairo_t *cr, const SaysoSceneEdge *edge, const GdkRGBA *color, const GdkRGBA *background,
                       double pixel);

G_END_DECLS
