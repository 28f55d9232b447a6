/* sayso-timeline-view-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pictures of the timeline: of what is seen, or of all, in a file or on paper. */

#include "sayso-timeline-view-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>

#define PIXELS 2    /* of a bitmap for one on the screen */
#define POINTS 0.75 /* of a page for a pixel on the screen */

typedef struct
{
  GskRenderNode *node;
  int width;
  int height;
} Picture;

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static void
append_widget (GtkSnapshot *snapshot, GtkWidget *widget)
{
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
}

/* All lanes, also those that are scrolled out of sight. Where all times are wanted, the view looks at them for as long
 * as that takes. */
static void
draw (SaysoTimelineView *self, gboolean whole, Picture *picture)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  double scale = sayso_viewport_get_scale (viewport);
  double middle = sayso_viewport_get_left (viewport) / 2 + sayso_viewport_get_right (viewport) / 2;
  gboolean animate = sayso_viewport_get_animate (viewport);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int axis = gtk_widget_get_height (GTK_WIDGET (self->axis));
  GdkRGBA view;

  sayso_viewport_set_animate (viewport, FALSE);
  if (whole)
    sayso_timeline_model_fit (self->model);
  picture->width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  picture->height = axis + sayso_timeline_canvas_lay_out_now (self->canvas, whole);
  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_VIEW, &view);
  gtk_snapshot_append_color (snapshot, &view, &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height));
  append_widget (snapshot, GTK_WIDGET (self->axis));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, axis));
  append_widget (snapshot, GTK_WIDGET (self->canvas));
  picture->node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (whole)
    sayso_viewport_center_on (viewport, middle, 0, scale, FALSE);
  sayso_viewport_set_animate (viewport, animate);
  sayso_timeline_canvas_lay_out_again (self->canvas);
}

/* -- files ------------------------------------------------------------------------------------------- */

static cairo_status_t
append_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
paint (cairo_surface_t *surface, const Picture *picture, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (picture->node, cr);
  cairo_destroy (cr);
}

/* By the ending of the file's name; SVG if it has none of these. */
static GBytes *
encode (const Picture *picture, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;

  if (g_str_has_suffix (lower, ".png"))
    {
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture->width * PIXELS, picture->height * PIXELS);
      paint (surface, picture, PIXELS);
      cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
    }
  else if (g_str_has_suffix (lower, ".pdf"))
    {
      surface =
          cairo_pdf_surface_create_for_stream (append_bytes, bytes, picture->width * POINTS, picture->height * POINTS);
      paint (surface, picture, POINTS);
      cairo_surface_finish (surface);
    }
  else
    {
      surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, picture->width, picture->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      paint (surface, picture, 1);
      cairo_surface_finish (surface);
    }
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static void
on_written (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoTimelineView) self = user_data;
  g_autoptr (GError) error = NULL;
  guint undated = sayso_timeline_model_get_data (self->model)->n_undated;
  g_autofree char *message = NULL;

  if (self->session == NULL)
    return;
  if (!g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    {
      sayso_session_show_error (self->session, error);
      return;
    }

  message = undated > 0 ? g_strdup_printf (ngettext ("Exported. Left out: %u event without a date.",
                                                     "Exported. Left out: %u events without a date.", undated),
                                           undated)
                        : g_strdup (_ ("Exported."));
  sayso_session_say (self->session, message);
}

static void
on_file (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoTimelineView) self = user_data;
  gboolean whole = g_object_get_data (dialog, "whole") != NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (Picture) picture = { NULL };

  if (file == NULL)
    return;

  draw (self, whole, &picture);
  bytes = encode (&picture, name);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_written,
                                       g_steal_pointer (&self));
}

static void
add_filter (GListStore *filters, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (filters, filter);
}

static void export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (filters, _ ("SVG picture"), "*.svg");
  add_filter (filters, _ ("PNG picture"), "*.png");
  add_filter (filters, _ ("PDF document"), "*.pdf");
  gtk_file_dialog_set_title (dialog, _ ("Export Timeline"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  /* Translators: the name of a file; leave its ending */
  gtk_file_dialog_set_initial_name (dialog, _ ("Timeline.svg"));
  if (g_str_equal (action, "timeline.export-whole"))
    g_object_set_data (G_OBJECT (dialog), "whole", GINT_TO_POINTER (TRUE));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file, g_object_ref (widget));
}

/**
 * sayso_timeline_view_export:
 * @self: a timeline
 * @name: name of a file, for its ending: .svg, .png or .pdf
 * @whole: whether all times are wanted, not those in view
 *
 * Returns: (transfer full): the file's contents
 */
GBytes *
sayso_timeline_view_export (SaysoTimelineView *self, const char *name, gboolean whole)
{
  g_auto (Picture) picture = { NULL };

  g_return_val_if_fail (SAYSO_IS_TIMELINE_VIEW (self), NULL);

  draw (self, whole, &picture);

  return encode (&picture, name);
}

/* -- paper ------------------------------------------------------------------------------------------- */

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  g_auto (Picture) picture = { NULL };
  double scale;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  draw (SAYSO_TIMELINE_VIEW (user_data), FALSE, &picture);
  scale = MIN (gtk_print_context_get_width (context) / picture.width,
               gtk_print_context_get_height (context) / picture.height);
  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (picture.node, cr);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (widget);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_job_name (operation, _ ("Timeline"));
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), &error);
  if (error != NULL && self->session != NULL)
    sayso_session_show_error (self->session, error);
}

void
sayso_timeline_view_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "timeline.export-whole", NULL, export);
  gtk_widget_class_install_action (widget_class, "timeline.print", NULL, print);
}
