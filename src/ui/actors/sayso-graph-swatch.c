/* sayso-graph-swatch.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-swatch.h"

#include <adwaita.h>

#include "sayso-colors.h"
#include "sayso-graph-draw.h"

#define NODE_SIZE 20
#define EDGE_WIDTH 30

struct _SaysoGraphSwatch
{
  GtkWidget parent_instance;

  gboolean is_edge;
  SaysoNameKind kind;
  gboolean unnamed;
  SaysoEdgeHead head;
};

G_DEFINE_FINAL_TYPE (SaysoGraphSwatch, sayso_graph_swatch, GTK_TYPE_WIDGET)

/**
 * sayso_graph_swatch_new_node:
 * @kind: a kind of actor
 * @unnamed: whether it is only described
 *
 * Returns: (transfer floating): a picture of such a node
 */
GtkWidget *
sayso_graph_swatch_new_node (SaysoNameKind kind, gboolean unnamed)
{
  SaysoGraphSwatch *self = g_object_new (SAYSO_TYPE_GRAPH_SWATCH, NULL);

  sayso_graph_swatch_set_node (self, kind, unnamed);

  return GTK_WIDGET (self);
}

/**
 * sayso_graph_swatch_new_edge:
 * @head: a family of relations
 *
 * Returns: (transfer floating): a picture of such an edge
 */
GtkWidget *
sayso_graph_swatch_new_edge (SaysoEdgeHead head)
{
  SaysoGraphSwatch *self = g_object_new (SAYSO_TYPE_GRAPH_SWATCH, NULL);

  self->is_edge = TRUE;
  self->head = head;

  return GTK_WIDGET (self);
}

void
sayso_graph_swatch_set_node (SaysoGraphSwatch *self, SaysoNameKind kind, gboolean unnamed)
{
  g_return_if_fail (SAYSO_IS_GRAPH_SWATCH (self));

  self->is_edge = FALSE;
  self->kind = kind;
  self->unnamed = unnamed;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sayso_graph_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  SaysoGraphSwatch *self = SAYSO_GRAPH_SWATCH (widget);

  *minimum = *natural = self->is_edge && orientation == GTK_ORIENTATION_HORIZONTAL ? EDGE_WIDTH : NODE_SIZE;
}

static void
sayso_graph_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoGraphSwatch *self = SAYSO_GRAPH_SWATCH (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->is_edge)
    {
      g_autoptr (SaysoRelation) said = g_object_new (SAYSO_TYPE_RELATION, NULL);
      SaysoSceneEdge edge = { .relation = said, .head = self->head, .width = 1.5f };
      GdkRGBA color, background = { 0 };

      graphene_point_init (&edge.start, 1, height / 2);
      graphene_point_init (&edge.end, width - 1, height / 2);
      gtk_widget_get_color (widget, &color);
      sayso_edge_paint (cr, &edge, &color, &background, 1);
    }
  else
    {
      SaysoGraphLook look = { 0 };

      sayso_color_get (widget, SAYSO_COLOR_ACTOR, &look.hue);
      look.high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
      sayso_node_paint (cr, &look, self->kind, self->unnamed, &GRAPHENE_POINT_INIT (width / 2, height / 2),
                        NODE_SIZE / 2.0f - 1.5f, FALSE);
    }
  cairo_destroy (cr);
}

static void
sayso_graph_swatch_class_init (SaysoGraphSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sayso_graph_swatch_measure;
  widget_class->snapshot = sayso_graph_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sayso_graph_swatch_init (SaysoGraphSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
