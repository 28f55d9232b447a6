/* test-html.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import.h"

#include <json-glib/json-glib.h>

static const char *
expected_string (JsonObject *expected, const char *name)
{
  JsonNode *node = json_object_get_member (expected, name);

  g_assert_nonnull (node);

  return JSON_NODE_HOLDS_NULL (node) ? NULL : json_node_get_string (node);
}

/* x.html gives what x.expected.json says. */
static void
test_page (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".html"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const SaysoMetadata *metadata;
  JsonObject *expected;
  JsonNode *byline;

  g_assert_true (json_parser_load_from_file (parser, expected_path, &error));
  expected = json_node_get_object (json_parser_get_root (parser));
  document = sayso_import_file (file, NULL, &error);
  g_assert_no_error (error);
  metadata = sayso_document_get_metadata (document);

  g_assert_cmpstr (sayso_document_get_media_type (document), ==, "text/html");
  g_assert_cmpstr (sayso_text_get_utf8 (sayso_document_get_text (document)), ==, expected_string (expected, "text"));
  g_assert_cmpstr (metadata->title, ==, expected_string (expected, "title"));
  g_assert_cmpstr (metadata->published, ==, expected_string (expected, "published"));
  g_assert_cmpstr (metadata->publisher, ==, expected_string (expected, "publisher"));
  g_assert_cmpstr (metadata->url, ==, expected_string (expected, "url"));
  g_assert_cmpstr (metadata->language, ==, expected_string (expected, "language"));

  byline = json_object_get_member (expected, "byline");
  if (JSON_NODE_HOLDS_NULL (byline))
    g_assert_null (metadata->byline);
  else
    {
      JsonArray *names = json_node_get_array (byline);

      g_assert_cmpuint (g_strv_length (metadata->byline), ==, json_array_get_length (names));
      for (guint i = 0; i < json_array_get_length (names); i++)
        g_assert_cmpstr (metadata->byline[i], ==, json_array_get_string_element (names, i));
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *pages = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  pages = g_test_build_filename (G_TEST_DIST, "pages", NULL);
  folder = g_dir_open (pages, 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".html"))
      {
        g_autofree char *test = g_strdup_printf ("/html/%.*s", (int) (strlen (name) - strlen (".html")), name);

        g_test_add_data_func_full (test, g_test_build_filename (G_TEST_DIST, "pages", name, NULL), test_page, g_free);
      }

  return g_test_run ();
}
