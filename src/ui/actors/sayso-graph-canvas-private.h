/* sayso-graph-canvas-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-related.h"
#include "sayso-graph-canvas.h"
#include "sayso-viewport.h"

G_BEGIN_DECLS

#define SAYSO_GRAPH_NO_INDEX G_MAXUINT

/* A name as it is drawn. */
typedef struct
{
  PangoLayout *layout;
  GskPath *path; /* its letters, for the halo */
} SaysoGraphName;

struct _SaysoGraphCanvas
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *cover; /* weak; lies over the lower edge */

  /* Owned */
  SaysoSession *session;
  SaysoGraphScene *scene;
  SaysoViewport *viewport;
  GPtrArray *nodes;  /* (element-type GtkWidget): in the scene's order */
  GArray *names;     /* (element-type SaysoGraphName): likewise */
  double name_scale; /* of the names, in pixels at zoom 1 */
  SaysoRelated *related;
  GHashTable *lit; /* indices of nodes that belong to what is selected */
  gboolean hidden_heads[SAYSO_EDGE_HEADS];
  guint hovered_node;
  guint hovered_edge;
  guint focused_node;
  guint edge_of_focused; /* which of its edges the keyboard stands on */
  guint dragged_node;
  graphene_point_t drag_offset;
  double drag_x, drag_y;
  guint tick;
  gboolean wants_fit;
};

void sayso_graph_canvas_add_controllers (SaysoGraphCanvas *self);
void sayso_graph_canvas_focus_node (SaysoGraphCanvas *self, guint node);
void sayso_graph_canvas_select_edge (SaysoGraphCanvas *self, guint edge);
void sayso_graph_canvas_draw (SaysoGraphCanvas *self, GtkSnapshot *snapshot);
gboolean sayso_graph_canvas_edge_shown (SaysoGraphCanvas *self, guint edge);

G_END_DECLS
