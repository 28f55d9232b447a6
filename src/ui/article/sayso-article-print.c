/* sayso-article-print.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-print.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "sayso-chain.h"
#include "sayso-sourcing.h"
#include "sayso-type.h"

#define MAX_CLAIMS 10000

/* -- what is on the sheets ----------------------------------------------------------------------------------------- */

/**
 * sayso_printout_new:
 * @casebook: a casebook
 * @article: an article of it
 * @shown: which of its marks; 0 for none
 * @claims: whether its claims and their sources are listed after it
 *
 * Returns: (transfer full): what is to be printed, in the typeface that articles are read in
 */
SaysoPrintout *
sayso_printout_new (SaysoCasebook *casebook, gint64 article, SaysoMarkSet shown, gboolean claims)
{
  SaysoPrintout *self;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  self = g_new0 (SaysoPrintout, 1);
  self->casebook = g_object_ref (casebook);
  self->article = article;
  self->shown = shown;
  self->claims = claims;
  g_object_get (sayso_type_get_default (), "family", &self->family, NULL);

  return self;
}

void
sayso_printout_free (SaysoPrintout *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->casebook);
  g_free (self->family);
  g_free (self);
}

static char *
get_quote (SaysoClaim *claim, SaysoText *text)
{
  g_autoptr (GString) quote = g_string_new (NULL);

  for (guint i = 0; i < claim->content->len; i++)
    {
      SaysoSpan span = g_array_index (claim->content, SaysoSpan, i);
      g_autofree char *words = NULL;

      if (span.start >= span.end || span.end > sayso_text_get_chars (text))
        continue;
      words = sayso_text_slice (text, span);
      g_string_append_printf (quote, "%s%s", quote->len > 0 ? " … " : "", g_strdelimit (words, "\r\n\t", ' '));
    }

  return g_string_free_and_steal (g_steal_pointer (&quote));
}

/* "Anonymous, several: The author ← CyberScoop ← several U.S. officials" */
static char *
get_source (SaysoCasebook *casebook, SaysoClaim *claim, GError **error)
{
  g_autoptr (GArray) chain = sayso_chain_of_claim (casebook, sayso_item_get_id (SAYSO_ITEM (claim)), error);
  g_autofree char *links = chain == NULL ? NULL : sayso_chain_describe (chain);

  if (links == NULL)
    return NULL;

  /* Translators: how well a claim is sourced, and the chain from the reader's article to its origin */
  return g_strdup_printf (_ ("%s: %s"), sayso_sourcing_words (claim->level), links);
}

static GPtrArray *
list_claims (SaysoPrintout *self, SaysoText *text, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_sheet_claim_free);
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) claims = NULL;

  filter->article = self->article;
  claims = sayso_casebook_query (self->casebook, SAYSO_ITEM_CLAIM, filter, SAYSO_SORT_TEXT, 0, MAX_CLAIMS, error);
  if (claims == NULL)
    return NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      SaysoClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *source = get_source (self->casebook, claim, error);
      SaysoSheetClaim *entry;

      if (source == NULL)
        return NULL;
      entry = g_new0 (SaysoSheetClaim, 1);
      entry->title = g_strdup (sayso_item_get_title (SAYSO_ITEM (claim)));
      entry->source = g_steal_pointer (&source);
      entry->quote = get_quote (claim, text);
      g_ptr_array_add (list, entry);
    }

  return g_steal_pointer (&list);
}

/**
 * sayso_printout_set:
 * @self: what is to be printed
 * @width: width of a page, in points
 * @height: its height
 * @error: where to put a %SAYSO_CASEBOOK_ERROR
 *
 * Returns: (transfer full) (nullable): the pages
 */
SaysoSheets *
sayso_printout_set (SaysoPrintout *self, double width, double height, GError **error)
{
  g_autoptr (SaysoArticleContent) content = NULL;
  g_autoptr (GPtrArray) claims = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  content = sayso_article_content_load (self->casebook, self->article, error);
  if (content == NULL)
    return NULL;
  if (self->claims)
    {
      claims = list_claims (self, content->text, error);
      if (claims == NULL)
        return NULL;
    }

  return sayso_sheets_new (content, self->shown, claims, self->family, width, height);
}

/* -- a file -------------------------------------------------------------------------------------------------------- */

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_pdf (SaysoPrintout *self, SaysoSheets *sheets, double width, double height, GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SaysoItem) article = sayso_casebook_get (self->casebook, SAYSO_ITEM_ARTICLE, self->article, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (article != NULL && sayso_item_get_title (article) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sayso_item_get_title (article));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Sayso " SAYSO_VERSION);
  for (guint i = 0; i < sayso_sheets_get_n_pages (sheets) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      sayso_sheets_draw (sheets, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Pixels of a bitmap for a point, and how many of them Cairo takes in a row. */
#define PIXELS 2.0
#define MAX_PIXELS 32767

/* A page as long as the article is, on which pages would be cut: a picture has none. */
static GBytes *
draw_picture (SaysoPrintout *self, double width, gboolean bitmap, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SaysoSheets) sheets = sayso_printout_set (self, width, G_MAXINT / PANGO_SCALE, error);
  cairo_surface_t *surface;
  cairo_status_t status;
  double height;
  cairo_t *cr;

  if (sheets == NULL)
    return NULL;
  height = ceil (sayso_sheets_get_filled (sheets));
  if (bitmap && height * PIXELS > MAX_PIXELS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The article is too long for a bitmap. Save it as SVG or as PDF."));
      return NULL;
    }
  g_clear_pointer (&sheets, sayso_sheets_free);
  sheets = sayso_printout_set (self, width, height + 1, error);
  if (sheets == NULL)
    return NULL;

  surface = bitmap ? cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * PIXELS), (int) (height * PIXELS))
                   : cairo_svg_surface_create_for_stream (write_bytes, bytes, width, height);
  cr = cairo_create (surface);
  if (bitmap)
    cairo_scale (cr, PIXELS, PIXELS);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  sayso_sheets_draw (sheets, 0, cr);
  cairo_destroy (cr);
  if (bitmap)
    cairo_surface_write_to_png_stream (surface, write_bytes, bytes);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * sayso_printout_save:
 * @self: what is to be printed
 * @file: where to; a file that is there is replaced once all is written
 * @cancellable: (nullable): to stop early
 * @error: why there is no file
 *
 * Writes a PDF file of the usual size of paper; where the file's name ends in `.svg` or `.png`, a picture of the whole
 * article instead.
 *
 * Returns: whether it was written
 */
gboolean
sayso_printout_save (SaysoPrintout *self, GFile *file, GCancellable *cancellable, GError **error)
{
  GtkPaperSize *paper = gtk_paper_size_new (NULL);
  double width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS);
  g_autoptr (SaysoSheets) sheets = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = NULL, *name = NULL;

  gtk_paper_size_free (paper);
  g_return_val_if_fail (self != NULL && G_IS_FILE (file), FALSE);

  base = g_file_get_basename (file);
  name = g_ascii_strdown (base != NULL ? base : "", -1);
  if (g_str_has_suffix (name, ".svg") || g_str_has_suffix (name, ".png"))
    {
      bytes = draw_picture (self, width, g_str_has_suffix (name, ".png"), error);
    }
  else
    {
      sheets = sayso_printout_set (self, width, height, error);
      bytes = sheets != NULL ? draw_pdf (self, sheets, width, height, cancellable, error) : NULL;
    }

  return bytes != NULL && g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                                   FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaysoPrintout *self = task_data;
  g_autoptr (GError) error = NULL;

  if (sayso_printout_save (self, G_FILE (source), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * sayso_printout_save_async:
 * @self: (transfer full): what is to be printed
 * @file: where to
 * @cancellable: (nullable): to stop early
 * @callback: called when it is written or could not be
 * @user_data: for it
 *
 * [method@Printout.save] on a worker thread. The result's source is the file.
 */
void
sayso_printout_save_async (SaysoPrintout *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, sayso_printout_save_async);
  g_task_set_task_data (task, self, (GDestroyNotify) sayso_printout_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
sayso_printout_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* -- paper --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SaysoPrintout *printout;
  SaysoSheets *sheets;
  GtkCheckButton *marks;
  GtkCheckButton *claims;
  SaysoMarkSet shown;
  GError *error;
} Run;

static GObject *
create_choices (GtkPrintOperation *operation, Run *run)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  run->marks = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("Print the _marks")));
  run->claims = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_List the claims and their sources")));
  gtk_check_button_set_active (run->marks, run->printout->shown != 0);
  gtk_check_button_set_active (run->claims, run->printout->claims);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (run->marks));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (run->claims));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_start (box, 12);

  return G_OBJECT (box);
}

static void
take_choices (GtkPrintOperation *operation, GtkWidget *widget, Run *run)
{
  run->printout->shown = gtk_check_button_get_active (run->marks) ? run->shown : 0;
  run->printout->claims = gtk_check_button_get_active (run->claims);
}

static void
begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Run *run)
{
  run->sheets = sayso_printout_set (run->printout, gtk_print_context_get_width (context),
                                    gtk_print_context_get_height (context), &run->error);
  if (run->sheets == NULL)
    gtk_print_operation_cancel (operation);
  else
    gtk_print_operation_set_n_pages (operation, (int) sayso_sheets_get_n_pages (run->sheets));
}

static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Run *run)
{
  sayso_sheets_draw (run->sheets, page, gtk_print_context_get_cairo_context (context));
}

/**
 * sayso_printout_run:
 * @self: what is to be printed
 * @parent: the window
 * @error: why it was not printed
 *
 * Asks how, and prints. What was chosen of marks and claims is kept in @self.
 *
 * Returns: whether it went well; also where the reader thought better of it
 */
gboolean
sayso_printout_run (SaysoPrintout *self, GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (SaysoItem) article = NULL;
  Run run = { .printout = self };
  GtkPrintOperationResult result;

  g_return_val_if_fail (self != NULL, FALSE);

  run.shown = self->shown != 0 ? self->shown : SAYSO_MARKS_ALL;
  article = sayso_casebook_get (self->casebook, SAYSO_ITEM_ARTICLE, self->article, error);
  if (article == NULL)
    return FALSE;
  gtk_print_operation_set_job_name (operation, sayso_item_get_title (article));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Article"));
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_choices), &run);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (take_choices), &run);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print), &run);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), &run);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  g_clear_pointer (&run.sheets, sayso_sheets_free);
  if (run.error != NULL)
    {
      g_clear_error (error);
      g_propagate_error (error, run.error);
      return FALSE;
    }

  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
