/* sayso-graph-canvas-fit.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-canvas-private.h"

#include <adwaita.h>
#include <math.h>

#define FIT_PADDING 36 /* names may stand beside the middle of their node */

/* Buttons lie over the end of a wide view. */
#define FIT_BUTTONS 42
#define FIT_NARROW 500

/* Names reach beyond the nodes at the rim; their size on the screen is always the same, as large as the desktop wants
 * text. About: */
#define FIT_LETTER 6.5
#define FIT_NAME_WIDTH 150.0
#define FIT_NAME_HEIGHT 34.0
#define FIT_ROUNDS 14

/**
 * sayso_graph_canvas_set_covered:
 * @self: a canvas
 * @head: (nullable): what lies over its upper edge; the graph is fitted below it while it is visible
 * @cover: (nullable): the same of its lower edge
 */
void
sayso_graph_canvas_set_covered (SaysoGraphCanvas *self, GtkWidget *head, GtkWidget *cover)
{
  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  g_set_weak_pointer (&self->head, head);
  g_set_weak_pointer (&self->cover, cover);
}

void
sayso_graph_canvas_zoom (SaysoGraphCanvas *self, double factor)
{
  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  sayso_viewport_zoom_at (self->viewport, factor, sayso_viewport_get_width (self->viewport) / 2,
                          sayso_viewport_get_height (self->viewport) / 2, TRUE);
}

/* How much of an edge lies below something else. */
static int
get_covered (GtkWidget *cover)
{
  int height = 0;

  if (cover != NULL && gtk_widget_get_visible (cover))
    gtk_widget_measure (cover, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static double
text_scale (SaysoGraphCanvas *self)
{
  return MAX (adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, 1, gtk_widget_get_settings (GTK_WIDGET (self))), 1);
}

/* What all takes on the screen at a scale, in pixels from the scene's origin. */
static graphene_rect_t
measure (SaysoGraphCanvas *self, double scale, double most_name)
{
  double letter = FIT_LETTER * text_scale (self), name_height = FIT_NAME_HEIGHT * text_scale (self);
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (self->scene); i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (self->scene, i);
      double letters = g_utf8_strlen (sayso_item_get_title (SAYSO_ITEM (node->actor)), -1);
      double half = MAX (node->radius * scale, MIN (letters * letter, most_name) / 2);

      left = MIN (left, node->center.x * scale - half);
      right = MAX (right, node->center.x * scale + half);
      top = MIN (top, (node->center.y - node->radius) * scale - name_height);
      bottom = MAX (bottom, (node->center.y + node->radius) * scale + name_height);
    }

  return GRAPHENE_RECT_INIT (left, top, right - left, bottom - top);
}

/**
 * sayso_graph_canvas_fit:
 * @self: a canvas
 * @animate: whether the move takes time
 *
 * Shows the whole graph with its names, no larger than life.
 */
void
sayso_graph_canvas_fit (SaysoGraphCanvas *self, gboolean animate)
{
  double least = SAYSO_GRAPH_MIN_SCALE, most = 1.1, width, height, most_name;
  graphene_rect_t all;
  int above, covered, buttons;

  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  width = sayso_viewport_get_width (self->viewport);
  height = sayso_viewport_get_height (self->viewport);
  buttons = width > FIT_NARROW ? FIT_BUTTONS : 0;
  if (self->scene == NULL || sayso_graph_scene_get_n_nodes (self->scene) == 0 || width < 1)
    return;

  above = get_covered (self->head);
  covered = get_covered (self->cover);
  most_name = MIN (FIT_NAME_WIDTH * text_scale (self), width / 4);
  for (guint i = 0; i < FIT_ROUNDS; i++)
    {
      double scale = i == 0 ? most : (least + most) / 2;

      all = measure (self, scale, most_name);
      if (all.size.width <= width - buttons - 2 * FIT_PADDING &&
          all.size.height <= height - above - covered - 2 * FIT_PADDING)
        least = scale;
      else
        most = scale;
    }
  all = measure (self, least, most_name);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    buttons = -buttons;
  sayso_viewport_center_on (self->viewport, (all.origin.x + all.size.width / 2 + buttons / 2.0) / least,
                            (all.origin.y + all.size.height / 2 + (covered - above) / 2.0) / least, least, animate);
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
 * sayso_graph_canvas_get_place:
 * @self: a canvas
 * @x: (out): what is in the middle of it
 * @y: (out): likewise
 * @scale: (out): how many pixels one of the scene takes
 *
 * Returns: whether a graph was seen
 */
gboolean
sayso_graph_canvas_get_place (SaysoGraphCanvas *self, double *x, double *y, double *scale)
{
  g_return_val_if_fail (SAYSO_IS_GRAPH_CANVAS (self), FALSE);

  *scale = self->wanted_scale > 0 ? self->wanted_scale : sayso_viewport_get_scale (self->viewport);
  *x = self->wanted_scale > 0
           ? self->wanted_x
           : sayso_viewport_get_left (self->viewport) + sayso_viewport_get_width (self->viewport) / 2 / *scale;
  *y = self->wanted_scale > 0
           ? self->wanted_y
           : sayso_viewport_get_top (self->viewport) + sayso_viewport_get_height (self->viewport) / 2 / *scale;

  return self->wanted_scale > 0 || !self->wants_fit;
}

/**
 * sayso_graph_canvas_set_place:
 * @self: a canvas
 * @x: what is to be in the middle of it
 * @y: likewise
 * @scale: how many pixels one of the scene takes
 *
 * Shows that as soon as there is a graph, in place of the whole.
 */
void
sayso_graph_canvas_set_place (SaysoGraphCanvas *self, double x, double y, double scale)
{
  g_return_if_fail (SAYSO_IS_GRAPH_CANVAS (self));

  self->wanted_x = x;
  self->wanted_y = y;
  self->wanted_scale = isfinite (x) && isfinite (y) && scale > 0 ? scale : 0;
  self->wants_fit = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
  height = sayso_viewport_get_height (self->viewport) - get_covered (self->cover);

  return width > 1 && height > 1 ? CLAMP (width / height, 0.4, 2.5) : 1.5;
}
