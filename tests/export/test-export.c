/* test-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include "sayso-export-csv.h"
#include "sayso-export-json.h"
#include "sayso-export.h"

/* So many articles give more than one page of every kind that grows with them. */
#define MANY 700

static void
import_many (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    fixture_import (fixture->casebook, i);
}

static char *
export_json (SaysoCasebook *casebook)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  sayso_export_json (casebook, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
export_csv (SaysoCasebook *casebook, const char *table)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  sayso_export_csv (casebook, table, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static guint
section_length (JsonParser *parser, const char *name)
{
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));

  return json_array_get_length (json_object_get_array_member (root, name));
}

/* Every item of every page is there, once, and the same bytes come out again. */
static void
test_json (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    SaysoItemKind kind;
  } sections[] = { { "articles", SAYSO_ITEM_ARTICLE }, { "actors", SAYSO_ITEM_ACTOR },
                   { "times", SAYSO_ITEM_TIME },       { "events", SAYSO_ITEM_EVENT },
                   { "claims", SAYSO_ITEM_CLAIM },     { "relations", SAYSO_ITEM_RELATION } };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  import_many (fixture, MANY);
  first = export_json (fixture->casebook);
  second = export_json (fixture->casebook);
  g_assert_cmpstr (first, ==, second);

  g_assert_true (json_parser_load_from_data (parser, first, -1, &error));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      JsonObject *root = json_node_get_object (json_parser_get_root (parser));
      JsonArray *items = json_object_get_array_member (root, sections[i].name);
      guint count;
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      g_assert_true (sayso_casebook_count (fixture->casebook, sections[i].kind, NULL, &count, &error));
      g_assert_cmpuint (section_length (parser, sections[i].name), ==, count);
      for (guint k = 0; k < json_array_get_length (items); k++)
        {
          gint64 id = json_object_get_int_member (json_array_get_object_element (items, k), "id");

          g_assert_true (g_hash_table_add (ids, g_memdup2 (&id, sizeof id)));
        }
    }
}

/* What a person rejected is part of the casebook, and says so. */
static void
test_standing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL, *csv = NULL;
  g_autoptr (GPtrArray) events = NULL;

  import_many (fixture, 1);
  events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  g_assert_cmpuint (events->len, >, 0);
  command = sayso_command_new_decide (SAYSO_ITEM_EVENT, sayso_item_get_id (g_ptr_array_index (events, 0)),
                                      SAYSO_STANDING_REJECTED);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, &error));

  json = export_json (fixture->casebook);
  csv = export_csv (fixture->casebook, "events");
  g_assert_nonnull (strstr (json, "\"standing\":\"rejected\""));
  g_assert_nonnull (strstr (csv, ",rejected,"));
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  import_many (fixture, 3);
  for (const char *const *table = sayso_export_csv_tables (); *table != NULL; table++)
    {
      g_autofree char *csv = export_csv (fixture->casebook, *table);
      g_auto (GStrv) lines = g_strsplit (csv, "\r\n", 0);

      g_test_message ("%s", *table);
      g_assert_cmpuint (g_strv_length (lines), >, 2);
      g_assert_cmpstr (lines[g_strv_length (lines) - 1], ==, "");
    }
}

static gboolean
fail_halfway (SaysoCasebook *casebook, GOutputStream *stream, gconstpointer data, GCancellable *cancellable,
              GError **error)
{
  g_output_stream_write_all (stream, "half", 4, NULL, NULL, NULL);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full.");

  return FALSE;
}

static gboolean
write_word (SaysoCasebook *casebook, GOutputStream *stream, gconstpointer data, GCancellable *cancellable,
            GError **error)
{
  return g_output_stream_write_all (stream, data, strlen (data), NULL, cancellable, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* A file is replaced when the new one is whole; else the old one stays, and nothing beside it. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "out.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  const int codes[] = { G_IO_ERROR_NO_SPACE, G_IO_ERROR_CANCELLED };
  guint n_files;

  g_assert_true (sayso_export_to_file (fixture->casebook, file, write_word, "first", NULL, NULL));
  n_files = count_files (fixture->folder);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      if (i == 1)
        g_cancellable_cancel (cancellable);
      g_assert_false (sayso_export_to_file (fixture->casebook, file, i == 0 ? fail_halfway : write_word, "second",
                                            cancellable, &error));
      g_assert_error (error, G_IO_ERROR, codes[i]);
      g_clear_pointer (&content, g_free);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "first");
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
    }

  g_assert_true (sayso_export_to_file (fixture->casebook, file, write_word, "third", NULL, NULL));
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "third");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "new/folder");
  g_autofree char *taken = fixture_path (fixture, "taken");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) no_folder = g_file_new_for_path (taken);
  g_autoptr (GError) error = NULL;

  import_many (fixture, 1);
  g_assert_true (sayso_export_csv_folder (fixture->casebook, folder, NULL, &error));
  g_assert_cmpuint (count_files (path), ==, g_strv_length ((char **) sayso_export_csv_tables ()));
  g_assert_true (sayso_export_csv_folder (fixture->casebook, folder, NULL, &error));

  g_assert_true (g_file_set_contents (taken, "a file", -1, NULL));
  g_assert_false (sayso_export_csv_folder (fixture->casebook, no_folder, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/json", Fixture, NULL, fixture_set_up, test_json, fixture_tear_down);
  g_test_add ("/export/standing", Fixture, NULL, fixture_set_up, test_standing, fixture_tear_down);
  g_test_add ("/export/csv", Fixture, NULL, fixture_set_up, test_csv, fixture_tear_down);
  g_test_add ("/export/file", Fixture, NULL, fixture_set_up, test_file, fixture_tear_down);
  g_test_add ("/export/folder", Fixture, NULL, fixture_set_up, test_folder, fixture_tear_down);

  return g_test_run ();
}
