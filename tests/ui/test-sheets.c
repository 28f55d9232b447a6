/* test-sheets.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An article on paper, read back out of the PDF. */

#include <locale.h>
#include <poppler.h>
#include <string.h>

#include "casebook-fixture.h"
#include "sayso-article-print.h"

/* The text of all pages, its lines run together. */
static char *
read_pdf (GFile *file, int *n_pages)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_gfile (file, NULL, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  *n_pages = poppler_document_get_n_pages (document);
  for (int i = 0; i < *n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *words = poppler_page_get_text (page);

      g_string_append_printf (text, " %s", words);
      g_object_unref (page);
    }
  g_object_unref (document);

  return g_strdelimit (g_string_free_and_steal (g_steal_pointer (&text)), "\n", ' ');
}

static char *
save (Fixture *fixture, gint64 article, SaysoMarkSet shown, gboolean claims, int *n_pages)
{
  g_autofree char *path = fixture_path (fixture, "article.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoPrintout) printout = sayso_printout_new (fixture->casebook, article, shown, claims);
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_printout_save (printout, file, NULL, &error));
  g_assert_no_error (error);

  return read_pdf (file, n_pages);
}

/* With marks and the list, and without: the list names each claim, its source and its words. */
static void
test_claims (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 2);
  g_autoptr (GPtrArray) claims = fixture_query (fixture->casebook, SAYSO_ITEM_CLAIM, NULL, SAYSO_SORT_TEXT);
  g_autofree char *marked = NULL, *plain = NULL;
  int n_pages;

  g_assert_cmpuint (claims->len, >, 0);
  marked = save (fixture, id, SAYSO_MARKS_ALL, TRUE, &n_pages);
  plain = save (fixture, id, 0, FALSE, &n_pages);
  g_assert_cmpint (n_pages, ==, 1);
  g_assert_nonnull (strstr (marked, "Claims and Their Sources"));
  g_assert_null (strstr (plain, "Claims and Their Sources"));
  for (guint i = 0; i < claims->len; i++)
    {
      SaysoClaim *claim = g_ptr_array_index (claims, i);

      g_test_message ("%s", sayso_item_get_title (SAYSO_ITEM (claim)));
      g_assert_nonnull (strstr (marked, sayso_item_get_title (SAYSO_ITEM (claim))));
      if (claim->source_name != NULL)
        g_assert_nonnull (strstr (marked, claim->source_name));
    }
}

/* A list keeps to what stands: what was rejected is not in it. */
static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 2);
  g_autoptr (GPtrArray) claims = fixture_query (fixture->casebook, SAYSO_ITEM_CLAIM, NULL, SAYSO_SORT_TEXT);
  g_autofree char *marked = NULL;
  int n_pages;

  for (guint i = 0; i < claims->len; i++)
    {
      g_autoptr (SaysoCommand) reject =
          sayso_command_new_decide (SAYSO_ITEM_CLAIM, sayso_item_get_id (g_ptr_array_index (claims, i)),
                                    SAYSO_STANDING_REJECTED);

      g_assert_true (sayso_casebook_submit (fixture->casebook, reject, NULL, NULL));
    }
  marked = save (fixture, id, SAYSO_MARKS_ALL, TRUE, &n_pages);
  g_assert_null (strstr (marked, "Claims and Their Sources"));
}

static SaysoArticleContent *
make_content (const char *words)
{
  g_autoptr (SaysoArticle) article = g_object_new (SAYSO_TYPE_ARTICLE, NULL);
  g_autoptr (SaysoText) text = sayso_text_new (words, -1);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (SaysoTextBlock));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SaysoMark));
  const SaysoMark whole = {
    .span = { 0, sayso_text_get_chars (text) }, .kind = SAYSO_ITEM_CLAIM, .part = SAYSO_MARK_CONTENT, .id = 1
  };

  g_array_append_val (marks, whole);

  return sayso_article_content_new (1, article, text, blocks, marks);
}

/* Nothing, one paragraph of many pages, one word wider than a page, letters of all kinds, a page of no size. */
static void
test_hostile (void)
{
  g_autofree char *word = g_strnfill (5000, 'w');
  g_autoptr (GString) paragraph = g_string_new (NULL);
  const char *texts[4];

  for (guint i = 0; i < 5000; i++)
    g_string_append (paragraph, "Orbel sued Keth. ");
  texts[0] = "";
  texts[1] = paragraph->str;
  texts[2] = word;
  texts[3] = "\342\200\256abc\n\n\t\n\357\277\274 \331\203\330\252\330\247\330\250 e\314\201\n";
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint size = 0; size < 2; size++)
      {
        g_autoptr (SaysoArticleContent) content = make_content (texts[i]);
        g_autoptr (SaysoSheets) sheets =
            sayso_sheets_new (content, SAYSO_MARKS_ALL, NULL, "No \"Such\" Face", size * 595, size * 842);
        cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create (surface);

        g_assert_cmpuint (sayso_sheets_get_n_pages (sheets), >=, 1);
        if (i == 1 && size == 1)
          g_assert_cmpuint (sayso_sheets_get_n_pages (sheets), >, 10);
        sayso_sheets_draw (sheets, 0, cr);
        sayso_sheets_draw (sheets, sayso_sheets_get_n_pages (sheets) - 1, cr);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* A folder that is not there is named, and nothing is left behind. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 2);
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/article.pdf");
  g_autoptr (SaysoPrintout) printout = sayso_printout_new (fixture->casebook, id, 0, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_false (sayso_printout_save (printout, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static GBytes *
save_picture (Fixture *fixture, gint64 article, SaysoMarkSet shown, const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoPrintout) printout = sayso_printout_new (fixture->casebook, article, shown, FALSE);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  g_assert_true (sayso_printout_save (printout, file, NULL, &error));
  g_assert_no_error (error);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

/* The root element's width and height. */
static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer user_data, GError **error)
{
  double *size = user_data;

  for (guint i = 0; g_str_equal (element, "svg") && names[i] != NULL; i++)
    if (g_str_equal (names[i], "width") || g_str_equal (names[i], "height"))
      size[*names[i] == 'h'] = g_ascii_strtod (values[i], NULL);
}

/* One picture of the whole article, the same each time; a bitmap has two pixels where the drawing has a point, and
 * marks leave traces in it. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  static const GMarkupParser parser = { .start_element = start_element };
  gint64 id = fixture_import (fixture->casebook, 2);
  g_autoptr (GBytes) png = save_picture (fixture, id, SAYSO_MARKS_ALL, "a.png");
  g_autoptr (GBytes) again = save_picture (fixture, id, SAYSO_MARKS_ALL, "b.PNG");
  g_autoptr (GBytes) plain = save_picture (fixture, id, 0, "c.png");
  g_autoptr (GBytes) svg = save_picture (fixture, id, SAYSO_MARKS_ALL, "a.svg");
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  double size[2] = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, size, NULL);

  g_assert_nonnull (texture);
  g_assert_true (g_bytes_equal (png, again));
  g_assert_false (g_bytes_equal (png, plain));
  g_assert_true (
      g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), NULL));
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
  g_assert_cmpfloat (ABS (gdk_texture_get_width (texture) - size[0] * 2), <=, 2);
  g_assert_cmpfloat (ABS (gdk_texture_get_height (texture) - size[1] * 2), <=, 2);
  g_assert_cmpfloat (size[1], >, 100);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/sheets/claims", Fixture, NULL, fixture_set_up, test_claims, fixture_tear_down);
  g_test_add ("/sheets/pictures", Fixture, NULL, fixture_set_up, test_pictures, fixture_tear_down);
  g_test_add ("/sheets/rejected", Fixture, NULL, fixture_set_up, test_rejected, fixture_tear_down);
  g_test_add_func ("/sheets/hostile", test_hostile);
  g_test_add ("/sheets/no-folder", Fixture, NULL, fixture_set_up, test_no_folder, fixture_tear_down);

  return g_test_run ();
}
