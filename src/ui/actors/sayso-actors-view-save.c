/* sayso-actors-view-save.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>

#include "sayso-actors-view-private.h"
#include "sayso-export.h"
#include "sayso-graph-painter.h"

/* Around a picture, in pixels at its scale; beside it for names that reach out. */
#define BORDER 24
#define BORDER_NAMES 80

/* Of pictures in pixels, so that they can be printed. */
#define PNG_SCALE 2

/* Cairo makes no larger ones. */
#define MAX_PNG_PIXELS 16000.0

/* What a worker needs to write what the graph shows. */
typedef struct
{
  GFile *file;
  char *format; /* svg, png or pdf, else what an export is called */
  SaysoGraphScene *scene;
  SaysoGraphPainter *painter;
  double scale;
  SaysoCasebook *casebook;
  SaysoFilter *filter;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->file);
  g_free (self->format);
  sayso_graph_scene_unref (self->scene);
  sayso_graph_painter_free (self->painter);
  g_object_unref (self->casebook);
  sayso_filter_free (self->filter);
  g_free (self);
}

static cairo_status_t
write_to_stream (void *stream, const unsigned char *data, unsigned int length)
{
  return g_output_stream_write_all (stream, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS
                                                                            : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_status_t
paint (Saving *self, GOutputStream *stream)
{
  graphene_rect_t extent;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  double scale = self->scale, width, height, pixels = 1;

  sayso_graph_scene_get_extent (self->scene, &extent);
  graphene_rect_inset (&extent, -BORDER_NAMES / scale, -(BORDER + 40) / scale);
  width = extent.size.width * scale;
  height = extent.size.height * scale;
  if (g_str_equal (self->format, "svg"))
    surface = cairo_svg_surface_create_for_stream (write_to_stream, stream, width, height);
  else if (g_str_equal (self->format, "pdf"))
    surface = cairo_pdf_surface_create_for_stream (write_to_stream, stream, width * 0.75, height * 0.75);
  else
    {
      pixels = MIN (PNG_SCALE, MAX_PNG_PIXELS / MAX (width, height));
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * pixels, height * pixels);
    }
  if (g_str_equal (self->format, "pdf"))
    pixels = 0.75; /* points */

  cr = cairo_create (surface);
  cairo_scale (cr, scale * pixels, scale * pixels);
  cairo_translate (cr, -extent.origin.x, -extent.origin.y);
  sayso_graph_painter_paint_ground (self->painter, cr);
  sayso_graph_painter_place_names (self->painter, self->scene, scale, NULL);
  sayso_graph_painter_paint (self->painter, self->scene, cr, scale, &extent, G_MAXUINT);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && g_str_equal (self->format, "png"))
    status = cairo_surface_write_to_png_stream (surface, write_to_stream, stream);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

/* The export writes what a filter lets through; of that, what is seen. */
static gboolean
export_seen (Saving *self, GCancellable *cancellable, GError **error)
{
  const SaysoExportFormat *format = sayso_export_find_format (self->format);
  g_autoptr (SaysoExport) export = sayso_export_new (self->casebook, self->filter, NULL);
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (self->scene); i++)
    {
      gint64 id = sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (self->scene, i)->actor));

      g_array_append_val (actors, id);
    }
  for (guint i = 0; i < sayso_graph_scene_get_n_edges (self->scene); i++)
    {
      gint64 id = sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_edge (self->scene, i)->relation));

      g_array_append_val (relations, id);
    }
  sayso_export_set_only (export, SAYSO_ITEM_ACTOR, actors);
  sayso_export_set_only (export, SAYSO_ITEM_RELATION, relations);

  return sayso_export_to_file (export, format, NULL, self->file, cancellable, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autoptr (GFileOutputStream) stream = NULL;
  GError *error = NULL;
  cairo_status_t status;

  if (sayso_export_find_format (saving->format) != NULL)
    {
      if (export_seen (saving, cancellable, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      return;
    }

  stream = g_file_replace (saving->file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &error);
  if (stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  status = paint (saving, G_OUTPUT_STREAM (stream));
  if (status != CAIRO_STATUS_SUCCESS)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be written: %s"),
                             cairo_status_to_string (status));
  else if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (source);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autofree char *path = g_file_get_parse_name (saving->file), *name = g_path_get_basename (path);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->session != NULL)
        sayso_session_show_error (self->session, error);
      return;
    }
  message = g_strdup_printf (_ ("What the graph shows was saved as “%s”."), name);
  if (self->session != NULL)
    sayso_session_say (self->session, message);
}

typedef struct
{
  SaysoActorsView *view;
  char *format;
} Choice;

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  SaysoActorsView *self = choice->view;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  SaysoGraphScene *scene = sayso_graph_canvas_get_scene (self->canvas);

  if (file != NULL && scene != NULL && self->session != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_saved, NULL);
      Saving *saving = g_new0 (Saving, 1);

      saving->file = g_object_ref (file);
      saving->format = g_strdup (choice->format);
      saving->scene = sayso_graph_scene_copy (scene);
      saving->painter = sayso_graph_painter_new (sayso_graph_look_new (GTK_WIDGET (self->canvas)),
                                                 gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                                                     ? PANGO_DIRECTION_RTL
                                                     : PANGO_DIRECTION_LTR);
      saving->scale = MAX (sayso_graph_canvas_get_scale (self->canvas), 0.25);
      saving->casebook = g_object_ref (sayso_session_get_casebook (self->session));
      saving->filter = sayso_filter_copy (sayso_session_get_filter (self->session));
      g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
      g_task_run_in_thread (task, save_in_thread);
    }
  g_free (choice->format);
  g_object_unref (self);
  g_free (choice);
}

/**
 * sayso_actors_view_save:
 * @self: a view
 * @format: svg, png, pdf, graphml or gexf
 *
 * Asks where, and writes what the graph shows there: as it looks, with every name it has room for; or as a graph for
 * other programs.
 */
void
sayso_actors_view_save (SaysoActorsView *self, const char *format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.%s", _ ("actors"), format);
  Choice *choice;

  if (sayso_graph_canvas_get_scene (self->canvas) == NULL)
    return;

  choice = g_new0 (Choice, 1);
  choice->view = g_object_ref (self);
  choice->format = g_strdup (format);
  gtk_file_dialog_set_title (dialog, _ ("Save What the Graph Shows"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen, choice);
}
