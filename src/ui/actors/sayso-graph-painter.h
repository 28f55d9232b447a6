/* sayso-graph-painter.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-draw.h"

G_BEGIN_DECLS

/**
 * SaysoGraphPainter:
 *
 * Draws scenes with cairo: on the screen, and into files. Keeps the fonts and the names it has set, so it is for one
 * thread at a time; any will do.
 */
typedef struct _SaysoGraphPainter SaysoGraphPainter;

SaysoGraphPainter *sayso_graph_painter_new (SaysoGraphLook *look, PangoDirection direction);
void sayso_graph_painter_free (SaysoGraphPainter *self);
void sayso_graph_painter_place_names (SaysoGraphPainter *self, SaysoGraphScene *scene, double scale,
                                      const graphene_rect_t *seen);
void sayso_graph_painter_paint_ground (SaysoGraphPainter *self, cairo_t *cr);
void sayso_graph_painter_paint (SaysoGraphPainter *self, SaysoGraphScene *scene, cairo_t *cr, double scale,
                                const graphene_rect_t *seen, guint without);
void sayso_graph_painter_paint_node (SaysoGraphPainter *self, SaysoGraphScene *scene, guint node, cairo_t *cr,
                                     double scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoGraphPainter, sayso_graph_painter_free)

G_END_DECLS
