/* test-encoder.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "sayso-conllu.h"
#include "test-reading.h"

static char *
invent (guint n_sentences)
{
  static const char *const actors[] = { "The harbour office", "Ines Marlow", "Brine & Oak Ltd", "Two officials", "It" };
  static const char *const acts[] = { "closed the old quay", "said that nobody had been told",
                                      "did not answer questions",
                                      "sold 14 boats to the Ministry of Works in Port Ellery" };
  GString *text = g_string_new ("Quays to open again\n\n");

  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (text, "%s %s on %u May 2016%s", actors[i % 5], acts[i * 7 % 4], 1 + i % 28,
                            i % 6 == 5 ? ".\n\n" : ". ");

  return g_string_free_and_steal (text);
}

static void
test_sentence (void)
{
  g_autoptr (SaysoReading) reading = read_bytes ("Ines Marlow sold the boats to Brine & Oak.", -1);
  const SaysoToken *sold = sayso_reading_token (reading, 2);

  check_reading (reading);
  g_assert_cmpint (sold->upos, ==, SAYSO_UPOS_VERB);
  g_assert_cmpint (sold->head, ==, -1);
  g_assert_cmpstr (sold->lemma, ==, "sell");
  g_assert_true ((sold->morph & SAYSO_MORPH_PAST) != 0);
  g_assert_cmpint (sayso_reading_token (reading, 4)->head, ==, 2);
  g_assert_cmpstr (sayso_reading_token (reading, 4)->deprel, ==, "obj");
}

/* A dateline has a tree of its own, which hangs from the sentence's verb. */
static void
test_dateline (void)
{
  g_autoptr (SaysoReading) reading = read_bytes ("JUNE 2015 — Brine & Oak sold the boats.", -1);

  check_reading (reading);
  g_assert_cmpint (sayso_reading_token (reading, 6)->head, ==, -1);
  g_assert_cmpint (sayso_reading_token (reading, 0)->head, ==, 6);
}

static void
test_threads_make_no_difference (void)
{
  g_autofree char *text = invent (120);
  g_autofree char *first = NULL;
  const guint threads[] = { 1, 2, 7, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (SaysoReading) reading = NULL;
      g_autofree char *conllu = NULL;

      sayso_reader_set_threads (threads[i]);
      reading = read_bytes (text, -1);
      check_reading (reading);
      conllu = sayso_conllu_write (reading);
      if (first == NULL)
        first = g_steal_pointer (&conllu);
      else
        g_assert_cmpstr (conllu, ==, first);
    }
  sayso_reader_set_threads (0);
}

static void
test_cancelled (void)
{
  g_autofree char *utf8 = invent (60);
  g_autoptr (SaysoText) text = sayso_text_new (utf8, -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sayso_reader_read (text, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Run in a process of its own, where no model has been loaded yet. */
static void
test_bad_model (void)
{
  g_autoptr (SaysoText) text = sayso_text_new ("Boats sail.", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *path = NULL, *model = NULL;
  gsize length;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr_unmatched ("*Schema*");
      return;
    }

  g_assert_true (g_file_get_contents (g_getenv ("SAYSO_MODEL"), &model, &length, &error));
  folder = g_dir_make_tmp ("sayso-model-XXXXXX", NULL);
  path = g_build_filename (folder, "bad.onnx", NULL);
  g_setenv ("SAYSO_MODEL", path, TRUE);

  g_assert_null (sayso_reader_read (text, NULL, &error));
  g_assert_error (error, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL);
  g_assert_nonnull (strstr (error->message, "missing"));
  g_clear_error (&error);

  for (gsize kept = 0; kept < length; kept += length / 3)
    {
      g_assert_true (g_file_set_contents (path, model, kept, NULL));
      g_assert_null (sayso_reader_read (text, NULL, &error));
      g_assert_error (error, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL);
      g_assert_nonnull (strstr (error->message, path));
      g_clear_error (&error);
    }

  g_assert_true (g_file_set_contents (path, "This is no model.", -1, NULL));
  g_assert_null (sayso_reader_read (text, NULL, &error));
  g_assert_error (error, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL);
  g_clear_error (&error);

  /* A good file is taken at once, without a new start. */
  g_assert_true (g_file_set_contents (path, model, length, NULL));
  {
    g_autoptr (SaysoReading) reading = sayso_reader_read (text, NULL, &error);

    g_assert_no_error (error);
    check_reading (reading);
  }
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoder/bad-model", test_bad_model);
  g_test_add_func ("/encoder/sentence", test_sentence);
  g_test_add_func ("/encoder/dateline", test_dateline);
  g_test_add_func ("/encoder/threads", test_threads_make_no_difference);
  g_test_add_func ("/encoder/cancelled", test_cancelled);

  return g_test_run ();
}
