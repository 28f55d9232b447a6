/* sayso-graph-canvas.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-graph-scope.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoGraphCanvas:
 *
 * Shows a scene: draws it, pans and zooms, and turns clicks and keys on actors and relations into the session's
 * selection. Every actor is a focusable child with a name of its own; one at a time takes part in Tab's order,
 * and arrow keys lead to the others.
 *
 * Signals: `node-moved (index)`: the reader put a node elsewhere; `node-dropped (actor, onto)`: on another one;
 * `menu (x, y)`: the reader asks what can be done with the selected actor.
 */
#define SAYSO_TYPE_GRAPH_CANVAS (sayso_graph_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SaysoGraphCanvas, sayso_graph_canvas, SAYSO, GRAPH_CANVAS, GtkWidget)

GtkWidget *sayso_graph_canvas_new (void);
void sayso_graph_canvas_set_session (SaysoGraphCanvas *self, SaysoSession *session);
SaysoGraphScene *sayso_graph_canvas_get_scene (SaysoGraphCanvas *self);
void sayso_graph_canvas_set_scene (SaysoGraphCanvas *self, SaysoGraphScene *scene, SaysoGraphData *data);
void sayso_graph_canvas_set_covered (SaysoGraphCanvas *self, GtkWidget *head, GtkWidget *cover);
void sayso_graph_canvas_zoom (SaysoGraphCanvas *self, double factor);
double sayso_graph_canvas_get_scale (SaysoGraphCanvas *self);
gboolean sayso_graph_canvas_get_place (SaysoGraphCanvas *self, double *x, double *y, double *scale);
void sayso_graph_canvas_set_place (SaysoGraphCanvas *self, double x, double y, double scale);
double sayso_graph_canvas_get_ratio (SaysoGraphCanvas *self);
void sayso_graph_canvas_fit (SaysoGraphCanvas *self, gboolean animate);

G_END_DECLS
