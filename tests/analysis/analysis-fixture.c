/* analysis-fixture.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
analysis_fixture_set_up (AnalysisFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  self->folder = g_dir_make_tmp ("sayso-origins-XXXXXX", NULL);
  path = g_build_filename (self->folder, "test.sayso", NULL);
  file = g_file_new_for_path (path);
  self->casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, NULL);
  g_assert_nonnull (self->casebook);
}

void
analysis_fixture_tear_down (AnalysisFixture *self, gconstpointer data)
{
  static const char *const names[] = { "test.sayso", "test.sayso-wal", "test.sayso-shm" };

  sayso_casebook_close (self->casebook);
  g_clear_object (&self->casebook);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static GArray *
one_span (guint start, guint end)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));

  if (end > start)
    g_array_append_val (spans, SAYSO_SPAN (start, end));

  return spans;
}

SaysoExtraction *
analysis_fixture_extraction (SaysoText *text, const char *source)
{
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  SaysoExtraction *x = sayso_extraction_new (reading);
  guint length = sayso_text_get_chars (text), cut = g_utf8_strlen (source, -1);
  SaysoSentence sentence = { .span = SAYSO_SPAN (0, length), .block = SAYSO_BLOCK_PARAGRAPH };
  SaysoExtractedClaim claim = { .source = one_span (0, cut),
                                .cue = one_span (cut, cut),
                                .content = one_span (cut, length),
                                .source_kind = SAYSO_SOURCE_ANONYMOUS,
                                .source_actor = SAYSO_NONE,
                                .description = g_strdup (source),
                                .title = g_strdup ("The bridge was closed"),
                                .parent = SAYSO_NONE };

  g_array_append_val (reading->sentences, sentence);
  g_array_append_val (x->claims, claim);

  return x;
}

static gint64
import_text (AnalysisFixture *self, const char *outlet, const char *date, SaysoText *text, SaysoExtraction *x)
{
  g_autofree char *original = g_strdup_printf ("%s %s", outlet, sayso_text_get_utf8 (text));
  g_autoptr (GBytes) bytes = g_bytes_new (original, strlen (original));
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (SaysoCommand) import = NULL;
  g_autoptr (GError) error = NULL;
  SaysoMetadata metadata = { .title = g_strdup ("The bridge"),
                             .publisher = g_strdup (outlet),
                             .published = g_strdup (date) };
  gint64 id = 0;

  document = sayso_document_new (bytes, "/tmp/test.txt", "text/plain", &metadata, text);
  import = sayso_command_new_import (document, x);
  sayso_casebook_submit (self->casebook, import, &id, &error);
  g_assert_no_error (error);
  sayso_metadata_clear (&metadata);

  return id;
}

gint64
analysis_fixture_add (AnalysisFixture *self, const char *outlet, const char *date, const char *source, const char *told)
{
  g_autofree char *utf8 = g_strdup_printf ("%s said that %s.", source, told);
  g_autoptr (SaysoText) text = sayso_text_new (utf8, -1);
  g_autoptr (SaysoExtraction) x = analysis_fixture_extraction (text, source);

  return import_text (self, outlet, date, text, x);
}

gint64
analysis_fixture_add_paragraphs (AnalysisFixture *self, const char *outlet, const char *date, const char *paragraphs)
{
  g_autoptr (SaysoText) text = sayso_text_new (paragraphs, -1);
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  g_autoptr (SaysoExtraction) x = sayso_extraction_new (reading);
  g_auto (GStrv) lines = g_strsplit (paragraphs, "\n", -1);
  guint start = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint end = start + g_utf8_strlen (lines[i], -1);
      SaysoSentence sentence = { .span = SAYSO_SPAN (start, end), .block = SAYSO_BLOCK_PARAGRAPH, .paragraph = i };

      if (end > start)
        g_array_append_val (reading->sentences, sentence);
      start = end + 1;
    }

  return import_text (self, outlet, date, text, x);
}
