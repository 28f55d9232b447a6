/* sayso-graph-canvas-fit.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-canvas-private.h"

#define FIT_PADDING 24

/* Names reach beyond the nodes at the rim; their size on the screen is always the same. */
#define FIT_NAME_WIDTH 110
#define FIT_NAME_HEIGHT 24

/**
 * sayso_graph_canvas_set_covered:
 * @self: a canvas
 * @cover: (nullable): what lies over its lower edge; the graph is fitted above it while it is visible
 */
void
sayso_graph_canvas_set_covered (SaysoGraphCanvas *self, GtkWidget *cover)
{
  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  g_set_weak_pointer (&self->cover, cover);
}

void
sayso_graph_canvas_zoom (SaysoGraphCanvas *self, double factor)
{
  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  sayso_viewport_zoom_at (self->viewport, factor, sayso_viewport_get_width (self->viewport) / 2,
                          sayso_viewport_get_height (self->viewport) / 2, TRUE);
}

/* How much of the lower edge lies below something else. */
static int
get_covered (SaysoGraphCanvas *self)
{
  int height = 0;

  if (self->cover != NULL && gtk_widget_get_visible (self->cover))
    gtk_widget_measure (self->cover, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

/**
 * sayso_graph_canvas_fit:
 * @self: a canvas
 * @animate: whether the move takes time
 *
 * Shows the whole graph, no larger than life.
 */
void
sayso_graph_canvas_fit (SaysoGraphCanvas *self, gboolean animate)
{
  graphene_rect_t extent;
  double scale, width, height;
  int covered;

  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  width = sayso_viewport_get_width (self->viewport);
  height = sayso_viewport_get_height (self->viewport);
  if (self->scene == NULL || sayso_graph_scene_get_n_nodes (self->scene) == 0 || width < 1)
    return;

  covered = get_covered (self);
  sayso_graph_scene_get_extent (self->scene, &extent);
  scale = MIN ((width - 2 * (FIT_PADDING + MIN (FIT_NAME_WIDTH, width / 7))) / MAX (extent.size.width, 1),
               (height - covered - 2 * (FIT_PADDING + FIT_NAME_HEIGHT)) / MAX (extent.size.height, 1));
  scale = CLAMP (scale, SAYSO_GRAPH_MIN_SCALE, 1.1);
  sayso_viewport_center_on (self->viewport, extent.origin.x + extent.size.width / 2,
                            extent.origin.y + extent.size.height / 2 + covered / 2.0 / scale, scale, animate);
}

/**
 * sayso_graph_canvas_get_scale:
 * @self: a canvas
 *
 * Returns: how many pixels one of the scene takes
 */
double
sayso_graph_canvas_get_scale (SaysoGraphCanvas *self)
{
  g_return_val_if_fail (SAYSO_IS_GRAPH_CANVAS (self), 1);

  return sayso_viewport_get_scale (self->viewport);
}

/**
 * sayso_graph_canvas_get_ratio:
 * @self: a canvas
 *
 * Returns: of width to height, as far as a graph should fill it
 */
double
sayso_graph_canvas_get_ratio (SaysoGraphCanvas *self)
{
  double width, height;

  g_return_val_if_fail (SAYSO_IS_GRAPH_CANVAS (self), 1);

  width = sayso_viewport_get_width (self->viewport);
  height = sayso_viewport_get_height (self->viewport) - get_covered (self);

  return width > 1 && height > 1 ? CLAMP (width / height, 0.4, 2.5) : 1.5;
}
