/* sayso-pdf.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pdf.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#include "sayso-import.h"
#include "sayso-pdf-private.h"

/* Beyond these a document is none that people read as an article. */
#define MAX_PAGES 5000
#define MAX_TEXT_BYTES (32 * 1024 * 1024)

/* Running heads and page numbers stand in this share of a page's height, above and below. */
#define EDGE_SHARE 0.1

/* A character this many heights above or below the one before it is on another line. */
#define LINE_JUMP 0.9

/* So many heights of a letter part words, and cells of a table. */
#define WORD_GAP 0.6
#define CELL_GAP 2.2

/* Under names of our own: not every version of Poppler has these. */
typedef PopplerDocument PdfFile;
typedef PopplerPage PdfPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfFile, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

static void
line_clear (gpointer data)
{
  g_free (((SaysoPdfLine *) data)->text);
}

static int
compare_double (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Between words Poppler gives a space, between the cells of a table often nothing. */
static void
put_gap (GString *words, double gap)
{
  if (gap >= CELL_GAP)
    {
      while (words->len > 0 && words->str[words->len - 1] == ' ')
        g_string_truncate (words, words->len - 1);
      g_string_append_c (words, '\t');
    }
  else if (gap >= WORD_GAP && words->len > 0 && words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

/* Poppler gives a page's text line by line, with a rectangle for each character; the end of a column and the start of
 * the next may come as one line. */
static void
read_page (PopplerPage *page, guint number, GArray *lines)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  double width, height;
  guint n_boxes = 0, i = 0, first;

  if (text == NULL || !poppler_page_get_text_layout (page, &boxes, &n_boxes))
    return;
  first = lines->len;
  poppler_page_get_size (page, &width, &height);

  for (const char *p = text; *p != '\0';)
    {
      const char *end = p + strcspn (p, "\n"), *q = p;
      SaysoPdfLine line = { .page = number, .x1 = G_MAXDOUBLE, .y1 = G_MAXDOUBLE };
      g_autoptr (GString) words = g_string_new (NULL);
      double middle = 0, right = 0;

      g_array_set_size (sizes, 0);
      for (; q < end; q = g_utf8_next_char (q), i++)
        {
          gunichar c = g_utf8_get_char (q);

          if (i < n_boxes && !g_unichar_isspace (c))
            {
              double size = boxes[i].y2 - boxes[i].y1, here = (boxes[i].y1 + boxes[i].y2) / 2;

              if (sizes->len > 0 && ABS (here - middle) > LINE_JUMP * MAX (size, g_array_index (sizes, double, 0)))
                break;
              if (sizes->len > 0)
                put_gap (words, (boxes[i].x1 - right) / MAX (size, 1));
              middle = here;
              right = boxes[i].x2;
              line.x1 = MIN (line.x1, boxes[i].x1);
              line.x2 = MAX (line.x2, boxes[i].x2);
              line.y1 = MIN (line.y1, boxes[i].y1);
              line.y2 = MAX (line.y2, boxes[i].y2);
              g_array_append_val (sizes, size);
            }
          g_string_append_unichar (words, c);
        }
      if (sizes->len > 0)
        {
          g_array_sort (sizes, compare_double);
          line.size = g_array_index (sizes, double, sizes->len / 2);
          line.edge = line.y2 < height * EDGE_SHARE || line.y1 > height * (1 - EDGE_SHARE);
          line.text = g_strstrip (g_strdup (words->str));
          g_array_append_val (lines, line);
        }
      p = q;
      if (*p == '\n')
        {
          p++;
          i++;
        }
    }
  sayso_pdf_order_page (lines, first);
}

static void
set_damaged (const char *name, GError **error)
{
  g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_MISMATCH,
               _ ("“%s” is damaged, or no PDF document. Get it again."), name);
}

static PopplerDocument *
open_document (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &cause);

  if (document != NULL)
    return document;
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                 _ ("“%s” is protected by a password. Open it in a PDF reader, print it to a new PDF file, and import "
                    "that."),
                 name);
  else
    set_damaged (name, error);

  return NULL;
}

/* What programs write into the title's place without being asked. */
static gboolean
is_title (const char *title)
{
  static const char *const file_endings[] = {
    ".doc", ".docx", ".indd", ".pdf", ".qxd", ".odt", ".rtf", ".tex", ".dvi"
  };
  g_autofree char *lower = g_utf8_strdown (title, -1);

  for (guint i = 0; i < G_N_ELEMENTS (file_endings); i++)
    if (g_str_has_suffix (lower, file_endings[i]))
      return FALSE;

  return strchr (title, ' ') != NULL && !g_str_has_prefix (lower, "untitled") &&
         !g_str_has_prefix (lower, "microsoft ");
}

static char *
clean (char *value)
{
  g_autofree char *text = value;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  g_strstrip (text);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_metadata (PopplerDocument *document, GArray *lines, SaysoMetadata *metadata)
{
  g_autofree char *title = clean (poppler_document_get_title (document));
  g_autofree char *author = clean (poppler_document_get_author (document));
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);

  if (title != NULL && is_title (title))
    metadata->title = g_steal_pointer (&title);
  else
    metadata->title = sayso_pdf_find_title (lines);
  if (author != NULL)
    {
      metadata->byline = g_strsplit_set (author, ";,", 0);
      for (guint i = 0; metadata->byline[i] != NULL; i++)
        g_strstrip (metadata->byline[i]);
    }
  if (created != NULL)
    metadata->published = g_date_time_format (created, "%Y-%m-%d");
}

/**
 * sayso_pdf_import:
 * @bytes: a PDF document
 * @name: what messages call it
 * @metadata: (inout): receives what it says of itself
 * @pages: (out) (transfer full): where its pages begin, as `label:offset` in code points, parted by spaces
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Takes the text out of a PDF document: columns one after the other, lines joined to paragraphs, words whole again,
 * without running heads and page numbers.
 *
 * Returns: (transfer full): its plain text
 */
GString *
sayso_pdf_import (GBytes *bytes, const char *name, SaysoMetadata *metadata, char **pages, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (PdfFile) document = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SaysoPdfLine));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree guint *starts = NULL;
  guint n_pages, n_lines = 0, n_read = 0;
  gsize n_bytes = 0;

  g_return_val_if_fail (bytes != NULL && name != NULL && metadata != NULL && pages != NULL, NULL);

  document = open_document (bytes, name, error);
  if (document == NULL)
    return NULL;
  n_pages = MAX (poppler_document_get_n_pages (document), 0);
  if (n_pages > MAX_PAGES)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” has more than %d pages. Split it, and import the parts."), name, MAX_PAGES);
      return NULL;
    }

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (labels, page != NULL ? poppler_page_get_label (page) : NULL);
      if (page == NULL)
        continue;
      n_read++;
      read_page (page, i, lines);
      for (; n_lines < lines->len; n_lines++)
        n_bytes += strlen (g_array_index (lines, SaysoPdfLine, n_lines).text);
      if (n_bytes > MAX_TEXT_BYTES)
        {
          g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE,
                       _ ("“%s” holds more text than any article. Split it, and import the parts."), name);
          return NULL;
        }
    }
  if (n_read == 0)
    {
      set_damaged (name, error);
      return NULL;
    }
  if (lines->len == 0)
    {
      g_set_error (
          error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
          _ ("“%s” is a scan: it holds pictures of pages, and no text. Let a program for text recognition (OCR) "
             "make a PDF document with text of it, and import that."),
          name);
      return NULL;
    }

  sayso_pdf_drop_line_numbers (lines);
  sayso_pdf_drop_running_heads (lines, n_pages);
  sayso_pdf_move_notes (lines);
  read_metadata (document, lines, metadata);
  starts = g_new0 (guint, n_pages + 1);
  text = sayso_pdf_join_lines (lines, n_pages, starts);
  for (guint i = 0; i < n_pages; i++)
    {
      const char *label = g_ptr_array_index (labels, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *escaped = g_uri_escape_string (label != NULL && *label != '\0' ? label : number, NULL, TRUE);

      g_string_append_printf (list, "%s%s:%u", i > 0 ? " " : "", escaped, starts[i]);
    }
  *pages = g_string_free (g_steal_pointer (&list), FALSE);

  return g_steal_pointer (&text);
}
