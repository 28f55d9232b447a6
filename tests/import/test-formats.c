/* test-formats.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_document (JsonBuilder *builder, SaysoDocument *document)
{
  const SaysoMetadata *metadata = sayso_document_get_metadata (document);
  SaysoProvenance *provenance = sayso_document_get_provenance (document);
  GPtrArray *attachments = sayso_document_get_attachments (document);

  json_builder_begin_object (builder);
  add_string (builder, "media_type", sayso_document_get_media_type (document));
  add_string (builder, "title", metadata->title);
  json_builder_set_member_name (builder, "byline");
  json_builder_begin_array (builder);
  for (guint i = 0; metadata->byline != NULL && metadata->byline[i] != NULL; i++)
    json_builder_add_string_value (builder, metadata->byline[i]);
  json_builder_end_array (builder);
  add_string (builder, "publisher", metadata->publisher);
  add_string (builder, "url", metadata->url);
  add_string (builder, "published", metadata->published);
  add_string (builder, "language", metadata->language);
  add_string (builder, "way", sayso_provenance_get (provenance, "way"));
  add_string (builder, "fetched", sayso_provenance_get (provenance, "fetched"));
  add_string (builder, "pages", sayso_provenance_get (provenance, "pages"));
  json_builder_set_member_name (builder, "attachments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < attachments->len; i++)
    json_builder_add_string_value (builder, ((SaysoAttachment *) g_ptr_array_index (attachments, i))->name);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "original");
  json_builder_add_int_value (builder, g_bytes_get_size (sayso_document_get_original (document)));
  add_string (builder, "text", sayso_text_get_utf8 (sayso_document_get_text (document)));
  json_builder_end_object (builder);
}

/* x gives what x.expected.json says; with SAYSO_GOLDEN=write it is written instead, to be read by a person. */
static void
test_golden (gconstpointer data)
{
  const char *path = data;
  g_autofree char *expected_path = g_strconcat (path, ".expected.json", NULL);
  g_autofree char *expected = NULL, *got = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GError) error = NULL;

  documents = sayso_import_file_all (file, NULL, &error);
  json_builder_begin_array (builder);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    add_document (builder, g_ptr_array_index (documents, i));
  if (error != NULL)
    {
      json_builder_add_string_value (builder, sayso_import_error_to_code (error));
      json_builder_add_string_value (builder, error->message);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  got = json_to_string (root, TRUE);

  if (g_strcmp0 (g_getenv ("SAYSO_GOLDEN"), "write") == 0)
    g_assert_true (g_file_set_contents (expected_path, got, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (g_strchomp (got), ==, g_strchomp (expected));
}

/* Any part of a file, and a file with any byte changed, gives a document or an error, and nothing worse. */
static void
test_damaged (gconstpointer data)
{
  const char *path = data;
  g_autofree char *content = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize size;
  guint rounds = g_test_slow () ? 2000 : 60;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *copy = g_memdup2 (content, size);
      gsize length = i % 2 == 0 ? (gsize) g_rand_int_range (rand, 1, size) : size;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) documents = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; i % 2 == 1 && k < 1 + i % 16; k++)
        copy[g_rand_int_range (rand, 0, size)] = g_rand_int (rand);
      bytes = g_bytes_new (copy, length);
      documents = sayso_import_bytes_all (bytes, path, NULL, NULL, &error);
      g_assert_true ((documents == NULL) == (error != NULL));
      for (guint k = 0; documents != NULL && k < documents->len; k++)
        {
          SaysoText *text = sayso_document_get_text (g_ptr_array_index (documents, k));

          g_assert_true (g_utf8_validate (sayso_text_get_utf8 (text), sayso_text_get_bytes (text), NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *formats = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  formats = g_test_build_filename (G_TEST_DIST, "formats", NULL);
  folder = g_dir_open (formats, 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (!g_str_has_suffix (name, ".expected.json"))
      {
        g_autofree char *golden = g_strdup_printf ("/formats/golden/%s", name);
        g_autofree char *damaged = g_strdup_printf ("/formats/damaged/%s", name);

        g_test_add_data_func_full (golden, g_build_filename (formats, name, NULL), test_golden, g_free);
        g_test_add_data_func_full (damaged, g_build_filename (formats, name, NULL), test_damaged, g_free);
      }

  return g_test_run ();
}
