/* sayso-graph-canvas-picture.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A graph of thousands takes longer to draw than a frame lasts. So a worker paints what is seen and a margin around it;
 * until it is done the last picture is shown, moved and scaled. */

#include <math.h>

#include "sayso-graph-canvas-private.h"

/* Painted beyond each side of what is seen, in its width and height. */
#define MARGIN 0.3

typedef struct
{
  SaysoGraphScene *scene;
  SaysoGraphPicture picture;
  int factor;
} Painting;

static void
painting_free (Painting *self)
{
  sayso_graph_scene_unref (self->scene);
  g_clear_object (&self->picture.texture);
  g_free (self);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaysoGraphCanvas *self = source;
  Painting *painting = task_data;
  SaysoGraphPicture *picture = &painting->picture;
  double pixels = picture->scale * painting->factor;
  int width = ceil (picture->region.size.width * pixels), height = ceil (picture->region.size.height * pixels);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, pixels, pixels);
  cairo_translate (cr, -picture->region.origin.x, -picture->region.origin.y);
  sayso_graph_painter_place_names (self->painter, painting->scene, picture->scale, &picture->region);
  sayso_graph_painter_paint (self->painter, painting->scene, cr, picture->scale, &picture->region, picture->without);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  picture->texture =
      gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  g_task_return_boolean (task, TRUE);
}

void
sayso_graph_canvas_clear_picture (SaysoGraphCanvas *self)
{
  g_clear_object (&self->picture.texture);
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoGraphCanvas *self = SAYSO_GRAPH_CANVAS (source);
  Painting *painting = g_task_get_task_data (G_TASK (result));

  self->painting = FALSE;
  if (self->scene == NULL)
    return;

  if (painting->picture.serial == self->serial)
    sayso_graph_scene_take_labels (self->scene, painting->scene);
  g_clear_object (&self->picture.texture);
  self->picture = painting->picture;
  painting->picture.texture = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  sayso_graph_canvas_repaint (self, FALSE);
}

/* Whether the picture shows all that is seen, as it is now. */
static gboolean
picture_is_right (SaysoGraphCanvas *self, const graphene_rect_t *seen, double scale)
{
  return self->picture.texture != NULL && self->picture.serial == self->serial && !self->stale_look &&
         self->picture.without == self->dragged_node && fabs (self->picture.scale / scale - 1) < 1e-3 &&
         graphene_rect_contains_rect (&self->picture.region, seen);
}

/**
 * sayso_graph_canvas_repaint:
 * @self: a canvas
 * @scene_changed: whether anything in the scene is not where it was
 *
 * Has what is seen painted, unless it is. One painting is made at a time; what changes meanwhile is painted after it.
 */
void
sayso_graph_canvas_repaint (SaysoGraphCanvas *self, gboolean scene_changed)
{
  g_autoptr (GTask) task = NULL;
  double scale = sayso_viewport_get_scale (self->viewport);
  graphene_rect_t seen;
  Painting *painting;

  if (scene_changed)
    self->serial++;
  graphene_rect_init (&seen, sayso_viewport_get_left (self->viewport), sayso_viewport_get_top (self->viewport),
                      sayso_viewport_get_width (self->viewport) / scale,
                      sayso_viewport_get_height (self->viewport) / scale);
  if (self->painting || self->scene == NULL || seen.size.width <= 0 || seen.size.height <= 0 ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) || picture_is_right (self, &seen, scale))
    return;

  if (self->painter == NULL || self->stale_look)
    {
      PangoDirection direction =
          gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
      SaysoGraphLook *look = sayso_graph_look_new (GTK_WIDGET (self));

      g_clear_pointer (&self->painter, sayso_graph_painter_free);
      g_clear_pointer (&self->near_painter, sayso_graph_painter_free);
      self->painter = sayso_graph_painter_new (g_atomic_rc_box_acquire (look), direction);
      self->near_painter = sayso_graph_painter_new (look, direction);
      self->stale_look = FALSE;
    }

  painting = g_new0 (Painting, 1);
  painting->scene = sayso_graph_scene_copy (self->scene);
  painting->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  painting->picture.scale = scale;
  painting->picture.serial = self->serial;
  painting->picture.without = self->dragged_node;
  painting->picture.region = seen;
  graphene_rect_inset (&painting->picture.region, -MARGIN * seen.size.width, -MARGIN * seen.size.height);
  self->painting = TRUE;
  task = g_task_new (self, NULL, on_painted, NULL);
  g_task_set_source_tag (task, sayso_graph_canvas_repaint);
  g_task_set_task_data (task, painting, (GDestroyNotify) painting_free);
  g_task_run_in_thread (task, paint_in_thread);
}
