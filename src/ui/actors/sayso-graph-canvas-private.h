/* sayso-graph-canvas-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-canvas.h"
#include "sayso-graph-painter.h"
#include "sayso-related.h"
#include "sayso-viewport.h"

G_BEGIN_DECLS

#define SAYSO_GRAPH_NO_INDEX G_MAXUINT
#define SAYSO_GRAPH_MIN_SCALE 0.02

/* What was painted last: a part of the scene, at a scale. It is shown, moved and scaled, until the next is ready. */
typedef struct
{
  GdkTexture *texture; /* nullable */
  graphene_rect_t region;
  double scale;
  guint serial;
  guint without;
} SaysoGraphPicture;

struct _SaysoGraphCanvas
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *head;  /* weak; lies over the upper edge */
  GtkWidget *cover; /* the same of the lower one */

  /* Owned */
  SaysoSession *session;
  SaysoGraphScene *scene;
  SaysoGraphData *data; /* nullable; what the scene shows a part of */
  SaysoViewport *viewport;
  GPtrArray *nodes; /* (element-type GtkWidget): of the strongest, in the scene's order */
  GtkWidget *extra; /* nullable; of one beyond these that has the focus */
  guint extra_node;
  SaysoGraphPicture picture;
  SaysoGraphPainter *painter;      /* the worker's */
  SaysoGraphPainter *near_painter; /* for what is drawn at once */
  guint serial;                    /* of the scene as it is now: each change has another */
  gboolean painting;
  gboolean stale_look;
  SaysoRelated *related;
  GHashTable *lit; /* indices of nodes that belong to what is selected */
  guint hovered_node;
  guint hovered_edge;
  guint focused_node;
  guint edge_of_focused; /* which of its edges the keyboard stands on */
  guint dragged_node;
  guint drop_node; /* that the dragged one would be dropped on */
  graphene_point_t drag_offset;
  graphene_point_t drag_from; /* where the dragged node was */
  double drag_x, drag_y;
  guint tick;
  guint settling; /* source */
  gboolean wants_fit;
  double wanted_x, wanted_y, wanted_scale; /* what to show in place of the whole; scale 0: nothing */
};

typedef enum
{
  SAYSO_GRAPH_MOVED,
  SAYSO_GRAPH_DROPPED,
  SAYSO_GRAPH_MENU,
  SAYSO_GRAPH_SIGNALS,
} SaysoGraphSignal;

extern guint sayso_graph_canvas_signals[SAYSO_GRAPH_SIGNALS];

void sayso_graph_canvas_add_controllers (SaysoGraphCanvas *self);
void sayso_graph_canvas_focus_node (SaysoGraphCanvas *self, guint node);
void sayso_graph_canvas_select_edge (SaysoGraphCanvas *self, guint edge);
GtkWidget *sayso_graph_canvas_get_widget (SaysoGraphCanvas *self, guint node);
void sayso_graph_canvas_repaint (SaysoGraphCanvas *self, gboolean scene_changed);
void sayso_graph_canvas_clear_picture (SaysoGraphCanvas *self);
void sayso_graph_canvas_draw (SaysoGraphCanvas *self, GtkSnapshot *snapshot);

G_END_DECLS
