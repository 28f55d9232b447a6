/* test-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include <json-glib/json-glib.h>
#include <libxml/xmlschemas.h>

#include "sayso-export-private.h"
#include "sayso-history.h"

/* So many articles give more than one page of every kind that grows with them. */
#define MANY 700

static void
import_many (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    fixture_import (fixture->casebook, i);
}

static char *
export_as (SaysoCasebook *casebook, const char *name, const char *part, const SaysoFilter *filter,
           const SaysoRedaction *redaction, gsize *length)
{
  g_autoptr (SaysoExport) export = sayso_export_new (casebook, filter, redaction);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  sayso_export_to_stream (export, sayso_export_find_format (name), part, stream, NULL, &error);
  g_assert_no_error (error);
  if (length != NULL)
    *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
export_json (SaysoCasebook *casebook)
{
  return export_as (casebook, "json", NULL, NULL, NULL, NULL);
}

static char *
export_csv (SaysoCasebook *casebook, const char *table)
{
  return export_as (casebook, "csv", table, NULL, NULL, NULL);
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

/* Decisions, notes, an article removed, what was undone and can be done again: all of it comes back. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  const char *format = data;
  g_autofree char *path = fixture_path (fixture, "again.sayso"), *told = fixture_path (fixture, "told");
  g_autofree char *digest = NULL, *again = NULL;
  g_autoptr (GFile) json = g_file_new_for_path (told), file = g_file_new_for_path (path);
  g_autoptr (SaysoExport) export = sayso_export_new (fixture->casebook, NULL, NULL);
  g_autoptr (SaysoCasebook) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;

  import_many (fixture, 5);
  events = fixture_query (fixture->casebook, SAYSO_ITEM_EVENT, NULL, SAYSO_SORT_TEXT);
  {
    gint64 id = sayso_item_get_id (g_ptr_array_index (events, 0));
    g_autoptr (SaysoCommand) decide = sayso_command_new_decide (SAYSO_ITEM_EVENT, id, SAYSO_STANDING_CONFIRMED);
    g_autoptr (SaysoCommand) note = sayso_command_new_note (SAYSO_ITEM_EVENT, id, "“Ask Öz”\n\tand \\ twice");
    g_autoptr (SaysoCommand) remove = sayso_command_new_remove (3);
    SaysoCommand *const both[] = { decide, note };
    g_autoptr (SaysoCommand) group = sayso_command_new_group ("Both", both, 2);

    g_assert_true (sayso_casebook_submit (fixture->casebook, group, NULL, &error));
    g_assert_true (sayso_casebook_submit (fixture->casebook, remove, NULL, &error));
    g_assert_true (sayso_casebook_undo (fixture->casebook, &error));
    g_assert_true (sayso_casebook_redo (fixture->casebook, &error));
    g_assert_true (sayso_casebook_undo (fixture->casebook, &error));
  }
  g_assert_no_error (error);

  digest = sayso_casebook_digest (fixture->casebook, &error);
  g_assert_true (sayso_export_to_file (export, sayso_export_find_format (format), NULL, json, NULL, &error));
  g_assert_true (sayso_history_is_told (told));
  g_assert_true (sayso_history_restore (json, file, NULL, &error));
  g_assert_no_error (error);
  restored = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  again = sayso_casebook_digest (restored, &error);
  g_assert_cmpstr (digest, ==, again);
  g_assert_true (sayso_casebook_redo (restored, &error));
  sayso_casebook_close (restored);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  import_many (fixture, 3);
  for (const char *const *table = sayso_export_find_format ("csv")->parts; *table != NULL; table++)
    {
      g_autofree char *csv = export_csv (fixture->casebook, *table);
      g_auto (GStrv) lines = g_strsplit (csv, "\r\n", 0);

      g_test_message ("%s", *table);
      g_assert_cmpuint (g_strv_length (lines), >=, 3);
      g_assert_cmpstr (lines[g_strv_length (lines) - 1], ==, "");
    }
}

/* -- files -------------------------------------------------------------------------------------------- */

static const char *word;

static void
write_word (SaysoExport *export)
{
  sayso_export_put (export, word);
}

static void
fail_halfway (SaysoExport *export)
{
  sayso_export_put (export, "half");
  sayso_export_fail (export, g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full."));
}

static const SaysoExportFormat words = { "word", "Word", ".txt", "text/plain", NULL, TRUE, write_word };
static const SaysoExportFormat halves = { "half", "Half", ".txt", "text/plain", NULL, TRUE, fail_halfway };

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
  g_autoptr (SaysoExport) export = sayso_export_new (fixture->casebook, NULL, NULL);
  g_autofree char *content = NULL;
  const int codes[] = { G_IO_ERROR_NO_SPACE, G_IO_ERROR_CANCELLED };
  guint n_files;

  word = "first";
  g_assert_true (sayso_export_to_file (export, &words, NULL, file, NULL, NULL));
  n_files = count_files (fixture->folder);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      word = "second";
      if (i == 1)
        g_cancellable_cancel (cancellable);
      g_assert_false (sayso_export_to_file (export, i == 0 ? &halves : &words, NULL, file, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, codes[i]);
      g_clear_pointer (&content, g_free);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "first");
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
    }

  word = "third";
  g_assert_true (sayso_export_to_file (export, &words, NULL, file, NULL, NULL));
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "third");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  const SaysoExportFormat *csv = sayso_export_find_format ("csv");
  g_autofree char *path = fixture_path (fixture, "new/folder");
  g_autofree char *taken = fixture_path (fixture, "taken");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) no_folder = g_file_new_for_path (taken);
  g_autoptr (SaysoExport) export = sayso_export_new (fixture->casebook, NULL, NULL);
  g_autoptr (GError) error = NULL;

  import_many (fixture, 1);
  g_assert_true (sayso_export_to_file (export, csv, NULL, folder, NULL, &error));
  g_assert_cmpuint (count_files (path), ==, g_strv_length ((char **) csv->parts));
  g_assert_true (sayso_export_to_file (export, csv, NULL, folder, NULL, &error));

  g_assert_true (g_file_set_contents (taken, "a file", -1, NULL));
  g_assert_false (sayso_export_to_file (export, csv, NULL, no_folder, NULL, &error));
  g_assert_nonnull (error);
}

/* -- all formats -------------------------------------------------------------------------------------- */

/* Every format gives the same bytes each time, and says what it could not hold. */
static void
test_formats (Fixture *fixture, gconstpointer data)
{
  guint n;
  const SaysoExportFormat *formats = sayso_export_get_formats (&n);

  import_many (fixture, 2);
  for (guint i = 0; i < n; i++)
    {
      const char *part = formats[i].parts != NULL ? formats[i].parts[0] : NULL;
      gsize first_length, second_length;
      g_autofree char *first = export_as (fixture->casebook, formats[i].name, part, NULL, NULL, &first_length);
      g_autofree char *second = export_as (fixture->casebook, formats[i].name, part, NULL, NULL, &second_length);

      g_test_message ("%s", formats[i].name);
      g_assert_cmpuint (first_length, >, 40);
      g_assert_cmpmem (first, first_length, second, second_length);
      g_assert_true (sayso_export_find_format (formats[i].name) == &formats[i]);
    }
  g_assert_null (sayso_export_find_format ("papyrus"));
}

/* An empty casebook is no error in any format. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  guint n;
  const SaysoExportFormat *formats = sayso_export_get_formats (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *out = export_as (fixture->casebook, formats[i].name,
                                        formats[i].parts != NULL ? formats[i].parts[0] : NULL, NULL, NULL, NULL);

      g_assert_nonnull (out);
    }
}

static void
assert_whole (JsonObject *root)
{
  static const struct
  {
    const char *section;
    const char *member;
    const char *of;
  } references[] = { { "events", "article", "articles" },    { "events", "claim", "claims" },
                     { "events", "time", "times" },          { "claims", "article", "articles" },
                     { "claims", "source_actor", "actors" }, { "claims", "parent", "claims" },
                     { "relations", "subject", "actors" },   { "relations", "object", "actors" },
                     { "times", "article", "articles" } };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      JsonArray *items = json_object_get_array_member (root, references[i].section);
      JsonArray *targets = json_object_get_array_member (root, references[i].of);
      g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);

      for (guint k = 0; k < json_array_get_length (targets); k++)
        g_hash_table_add (ids, GSIZE_TO_POINTER (
                                   json_object_get_int_member (json_array_get_object_element (targets, k), "id")));
      for (guint k = 0; k < json_array_get_length (items); k++)
        {
          JsonObject *item = json_array_get_object_element (items, k);

          if (!json_object_get_null_member (item, references[i].member))
            g_assert_true (g_hash_table_contains (ids, GSIZE_TO_POINTER (
                                                           json_object_get_int_member (item, references[i].member))));
        }
    }
}

/* A selection holds what passes and all that refers to, and nothing else. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = NULL;
  JsonObject *root;

  import_many (fixture, 3);
  filter->anonymous = TRUE;
  json = export_as (fixture->casebook, "json", NULL, filter, NULL, NULL);
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  assert_whole (root);
  g_assert_cmpuint (section_length (parser, "events"), ==, 3);
  g_assert_cmpuint (section_length (parser, "articles"), ==, 3);
  g_assert_null (strstr (json, "Crane falls"));
  g_assert_nonnull (strstr (json, "bribed Ada Quill"));
}

/* What was rejected goes out in no format that is not of everything. */
static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoCommand) command = NULL;
  g_autofree char *before = NULL, *after = NULL;

  import_many (fixture, 1);
  before = export_as (fixture->casebook, "ftm", NULL, NULL, NULL, NULL);
  command = sayso_command_new_decide (SAYSO_ITEM_EVENT, fixture_id (fixture->casebook, SAYSO_ITEM_EVENT, "Crane falls"),
                                      SAYSO_STANDING_REJECTED);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, NULL));
  after = export_as (fixture->casebook, "ftm", NULL, NULL, NULL, NULL);
  g_assert_nonnull (strstr (before, "\"Crane falls\""));
  g_assert_null (strstr (after, "\"Crane falls\""));
}

/* -- redaction ---------------------------------------------------------------------------------------- */

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *redacted;
  } cases[] = {
    { "Ada Quill met Quill.", "Person 3 met Person 3." },
    { "https://example.org/ada-quill_brine%20%26%20oak.html", "https://example.org/Person 3_[withheld].html" },
    { "ADA QUILL's and BrineOak", "Person 3's and [withheld]" },
    { "a Tranquillity of Adam", NULL },
    { "", NULL },
  };
  g_autoptr (SaysoRedaction) redaction = sayso_redaction_new ();
  g_autoptr (GError) error = NULL;

  import_many (fixture, 1);
  g_assert_cmpint (fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill"), ==, 3);
  sayso_redaction_withhold (redaction, SAYSO_ITEM_ACTOR, 3, SAYSO_WITHHOLD_NAME);
  sayso_redaction_withhold (redaction, SAYSO_ITEM_ACTOR,
                            fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Brine & Oak"), SAYSO_WITHHOLD_ITEM);
  g_assert_true (sayso_redaction_load (redaction, fixture->casebook, &error));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *made = sayso_redaction_apply (redaction, cases[i].text, -1, NULL, NULL);

      g_assert_cmpstr (made, ==, cases[i].redacted);
    }
  g_assert_null (sayso_redaction_apply (redaction, NULL, -1, NULL, NULL));
}

/* Spans of the text stay on their words. */
static void
test_edits (Fixture *fixture, gconstpointer data)
{
  const char text[] = "Zoë: Ada Quill, then Ada Quill\0Quill";
  g_autoptr (SaysoRedaction) redaction = sayso_redaction_new ();
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (SaysoEdit));
  g_autofree char *made = NULL;
  g_autoptr (SaysoText) whole = NULL;
  gsize length;
  const struct
  {
    SaysoSpan before;
    const char *after;
  } spans[] = {
    { SAYSO_SPAN (0, 3), "Zoë" },    { SAYSO_SPAN (5, 14), "Person 3" },         { SAYSO_SPAN (9, 14), "Person 3" },
    { SAYSO_SPAN (16, 20), "then" }, { SAYSO_SPAN (3, 20), ": Person 3, then" }, { SAYSO_SPAN (21, 30), "Person 3" }
  };

  import_many (fixture, 1);
  sayso_redaction_withhold (redaction, SAYSO_ITEM_ACTOR, 3, SAYSO_WITHHOLD_NAME);
  g_assert_true (sayso_redaction_load (redaction, fixture->casebook, NULL));
  made = sayso_redaction_apply (redaction, text, sizeof text - 1, &length, edits);
  whole = sayso_text_new (made, length);
  g_assert_cmpuint (edits->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *words_there = sayso_text_slice (whole, sayso_edits_map (edits, spans[i].before));

      g_assert_cmpstr (words_there, ==, spans[i].after);
    }
}

/* The content of an ODT is packed: what is in it is what it was packed from, which is what the other reports are. */
static gboolean
is_packed (const SaysoExportFormat *format)
{
  return g_str_equal (format->name, "odt");
}

static void
assert_without (SaysoCasebook *casebook, const SaysoRedaction *redaction, const char *const *withheld)
{
  guint n;
  const SaysoExportFormat *formats = sayso_export_get_formats (&n);
  static const char *const whole[] = { NULL, NULL };

  for (guint i = 0; i < n; i++)
    for (const char *const *part = formats[i].parts != NULL ? formats[i].parts : whole;
         part == whole || (formats[i].parts != NULL && *part != NULL); part++)
      {
        g_autofree char *out = export_as (casebook, formats[i].name, *part, NULL, redaction, NULL);
        g_autofree char *folded = is_packed (&formats[i]) ? g_strdup ("") : g_utf8_casefold (out, -1);

        for (guint k = 0; withheld[k] != NULL; k++)
          {
            g_autofree char *name = g_utf8_casefold (withheld[k], -1);

            g_test_message ("%s %s: %s", formats[i].name, *part, withheld[k]);
            g_assert_null (strstr (folded, name));
          }
        if (formats[i].parts == NULL)
          break;
      }
}

static void
test_redaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoRedaction) redaction = sayso_redaction_new ();
  g_autofree char *html = NULL;
  SaysoWithhold how = GPOINTER_TO_INT (data);

  import_many (fixture, 3);
  sayso_redaction_withhold (redaction, SAYSO_ITEM_ACTOR, fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Ada Quill"),
                            how);
  sayso_redaction_withhold (redaction, SAYSO_ITEM_ACTOR,
                            fixture_id (fixture->casebook, SAYSO_ITEM_ACTOR, "Vellmar Courier"), how);
  assert_without (fixture->casebook, redaction,
                  (const char *[]) { "Ada Quill", "Quill", "Vellmar Courier", "the Courier", NULL });
  html = export_as (fixture->casebook, "html", NULL, NULL, redaction, NULL);
  g_assert_nonnull (strstr (html, how == SAYSO_WITHHOLD_NAME ? "Person 3" : "[withheld]"));
  g_assert_nonnull (strstr (html, "Port Authority of Vellmar"));
}

static void
test_redact_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoRedaction) redaction = sayso_redaction_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = NULL;
  SaysoWithhold how = GPOINTER_TO_INT (data);
  gint64 article;

  import_many (fixture, 3);
  article = fixture_id (fixture->casebook, SAYSO_ITEM_ARTICLE, "Harbour deal under fire, 1");
  sayso_redaction_withhold (redaction, SAYSO_ITEM_ARTICLE, article, how);
  assert_without (fixture->casebook, redaction,
                  (const char *[]) { "Harbour deal under fire, 1", "harbour-1.txt", "Edition 1.", NULL });
  json = export_as (fixture->casebook, "json", NULL, NULL, redaction, NULL);
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  assert_whole (json_node_get_object (json_parser_get_root (parser)));
  g_assert_cmpuint (section_length (parser, "articles"), ==, how == SAYSO_WITHHOLD_ITEM ? 2 : 3);
  g_assert_cmpuint (section_length (parser, "events"), ==, how == SAYSO_WITHHOLD_ITEM ? 10 : 15);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

static gboolean
is_valid (xmlSchema *schema, const char *xml)
{
  xmlDoc *doc = xmlReadMemory (xml, strlen (xml), "graph.gexf", NULL, XML_PARSE_NONET);
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);
  int result;

  g_assert_nonnull (doc);
  /* What is wrong is expected where it is. */
  xmlSchemaSetValidErrors (context, NULL, NULL, NULL);
  result = xmlSchemaValidateDoc (context, doc);
  g_assert_cmpint (result, >=, 0);
  xmlSchemaFreeValidCtxt (context);
  xmlFreeDoc (doc);

  return result == 0;
}

/* GEXF keeps to its schema, and the schema sees what does not. */
static void
test_gexf (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *right, *wrong;
  } mistakes[] = {
    { "version=\"1.3\"", "version=\"1.2\"" },
    { " source=\"a", " source=\"b" },
    { "timeformat=\"date\"", "timeformat=\"day\"" },
    { "<attvalue for=\"kind\"", "<attvalue for=\"sort\"" },
    { "<nodes>", "<nodes><knot/>" },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "gexf-1.3.xsd", NULL);
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);
  xmlSchema *schema = xmlSchemaParse (parser);
  g_autofree char *empty = export_as (fixture->casebook, "gexf", NULL, NULL, NULL, NULL), *gexf = NULL;

  g_assert_nonnull (schema);
  g_assert_true (is_valid (schema, empty));
  import_many (fixture, 20);
  gexf = export_as (fixture->casebook, "gexf", NULL, NULL, NULL, NULL);
  g_assert_nonnull (strstr (gexf, "<spell "));
  g_assert_true (is_valid (schema, gexf));
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GString) copy = g_string_new (gexf);

      g_assert_cmpuint (g_string_replace (copy, mistakes[i].right, mistakes[i].wrong, 1), ==, 1);
      g_assert_false (is_valid (schema, copy->str));
    }
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/export/json", NULL, test_json);
  ADD ("/export/round-trip/json", "json", test_round_trip);
  ADD ("/export/round-trip/ndjson", "ndjson", test_round_trip);
  ADD ("/export/standing", NULL, test_standing);
  ADD ("/export/csv", NULL, test_csv);
  ADD ("/export/file", NULL, test_file);
  ADD ("/export/folder", NULL, test_folder);
  ADD ("/export/formats", NULL, test_formats);
  ADD ("/export/empty", NULL, test_empty);
  ADD ("/export/gexf", NULL, test_gexf);
  ADD ("/export/filter", NULL, test_filter);
  ADD ("/export/rejected", NULL, test_rejected);
  ADD ("/export/redaction/apply", NULL, test_apply);
  ADD ("/export/redaction/edits", NULL, test_edits);
  ADD ("/export/redaction/pseudonym", GINT_TO_POINTER (SAYSO_WITHHOLD_NAME), test_redaction);
  ADD ("/export/redaction/left-out", GINT_TO_POINTER (SAYSO_WITHHOLD_ITEM), test_redaction);
  ADD ("/export/redaction/article-pseudonym", GINT_TO_POINTER (SAYSO_WITHHOLD_NAME), test_redact_article);
  ADD ("/export/redaction/article-left-out", GINT_TO_POINTER (SAYSO_WITHHOLD_ITEM), test_redact_article);

  return g_test_run ();
}
