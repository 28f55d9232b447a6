/* test-unread.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is left without the reader's model: runs with SAYSO_MODEL leading nowhere. */

#include "casebook-fixture.h"
#include "sayso-extract.h"
#include "sayso-importer.h"
#include "sayso-redate.h"

static const char TEXT[] = "A Letter From Corvane\n\nIn May 2014 Orbel Labs sued the Keth Directorate.\n"
                           "  It lost a day later.  \n\n";

static void
test_extract (void)
{
  g_autoptr (SaysoText) text = sayso_text_new (TEXT, -1);
  g_autoptr (SaysoText) empty = sayso_text_new (" \n\n ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoExtraction) extraction = sayso_extract_unread (text, NULL, NULL, NULL, NULL, &error);
  g_autoptr (SaysoExtraction) nothing = sayso_extract_unread (empty, NULL, NULL, NULL, NULL, NULL);
  static const char *const paragraphs[] = { "A Letter From Corvane",
                                            "In May 2014 Orbel Labs sued the Keth Directorate.",
                                            "It lost a day later." };

  g_assert_no_error (error);
  g_assert_cmpuint (extraction->reading->sentences->len, ==, G_N_ELEMENTS (paragraphs));
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (extraction->reading, i);
      g_autofree char *words = sayso_text_slice (text, sentence->span);

      g_assert_cmpstr (words, ==, paragraphs[i]);
      g_assert_cmpuint (sentence->paragraph, ==, i);
    }
  g_assert_cmpuint (extraction->times->len, ==, 2);
  g_assert_cmpstr (g_array_index (extraction->times, SaysoExtractedTime, 0).value, ==, "2014-05");
  g_assert_cmpuint (nothing->reading->sentences->len, ==, 0);
}

static void
count_added (SaysoImporter *importer, gint64 id, gint64 *added)
{
  *added = id;
}

/* An article comes in, can be shown, and its date can be set. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoImporter) importer = sayso_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, sizeof TEXT - 1);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (SaysoItem) article = NULL;
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  sayso_importer_set_casebook (importer, fixture->casebook);
  g_signal_connect (importer, "added", G_CALLBACK (count_added), &id);
  g_signal_connect_swapped (importer, "finished", G_CALLBACK (g_main_loop_quit), loop);
  sayso_importer_add_text (importer, bytes, "A letter", "text/plain", NULL);
  g_main_loop_run (loop);
  g_assert_cmpuint (sayso_importer_get_failures (importer)->len, ==, 0);
  g_assert_cmpint (id, !=, 0);

  blocks = sayso_casebook_get_blocks (fixture->casebook, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (blocks->len, ==, 3);

  command = sayso_redate (fixture->casebook, id, "2 May 2014", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  article = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, id, &error);
  g_assert_cmpstr (SAYSO_ARTICLE (article)->published, ==, "2014-05-02");
  g_assert_cmpuint (SAYSO_ARTICLE (article)->n_times, ==, 2);
}

/* What the model once found is not thrown away for want of it. */
static void
test_read_before (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_import (fixture->casebook, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_redate (fixture->casebook, id, "2 May 2014", NULL, &error);

  g_assert_null (command);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unread/extract", test_extract);
  g_test_add ("/unread/import", Fixture, NULL, fixture_set_up, test_import, fixture_tear_down);
  g_test_add ("/unread/read-before", Fixture, NULL, fixture_set_up, test_read_before, fixture_tear_down);

  return g_test_run ();
}
