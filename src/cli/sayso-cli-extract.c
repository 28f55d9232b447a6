/* sayso-cli-extract.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "sayso-calendar.h"
#include "sayso-extract.h"
#include "sayso-extraction-json.h"
#include "sayso-import.h"
#include "sayso-reader.h"

/* A text in JSON takes at most six bytes for one of its own. */
#define RECORD_MAX_BYTES (6 * (gsize) SAYSO_IMPORT_MAX_TEXT_BYTES + 4096)

/* What articles are read with. */
typedef struct
{
  const char *published;
  SaysoNameList *names;
} Settings;

static SaysoExtraction *
extract_document (SaysoDocument *document, const char *published, const Settings *settings, GError **error)
{
  const SaysoMetadata *metadata = sayso_document_get_metadata (document);
  g_autoptr (SaysoReading) reading = sayso_reader_read (sayso_document_get_text (document), NULL, error);

  if (reading == NULL)
    return NULL;

  return sayso_extract_with_names (reading, metadata, published != NULL ? published : metadata->published, NULL,
                                   settings->names, NULL, error);
}

/* Builds the members of a document's object, or those of the error that kept it from being read. */
static gboolean
build_document (JsonBuilder *builder, const char *path, SaysoDocument *document, const char *published,
                const Settings *settings, GError *failure)
{
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (GError) error = failure;

  if (document != NULL)
    extraction = extract_document (document, published, settings, &error);

  json_builder_set_member_name (builder, "source");
  json_builder_begin_object (builder);
  sayso_cli_build_string (builder, "path", path);
  if (document != NULL)
    {
      sayso_cli_build_string (builder, "media_type", sayso_document_get_media_type (document));
      sayso_cli_build_string (builder, "sha256", sayso_document_get_sha256 (document));
      json_builder_set_member_name (builder, "bytes");
      json_builder_add_int_value (builder, g_bytes_get_size (sayso_document_get_original (document)));
    }
  json_builder_end_object (builder);

  if (extraction == NULL)
    {
      sayso_cli_build_error (builder, sayso_import_error_to_code (error), error->message);
      return FALSE;
    }

  json_builder_set_member_name (builder, "article");
  json_builder_begin_object (builder);
  sayso_cli_build_metadata (builder, document, published);
  json_builder_end_object (builder);
  sayso_extraction_build_json (extraction, builder);

  return TRUE;
}

static JsonBuilder *
begin_line (JsonNode *id)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sayso");
  json_builder_add_int_value (builder, 1);
  if (id != NULL)
    {
      json_builder_set_member_name (builder, "id");
      json_builder_add_value (builder, json_node_copy (id));
    }

  return builder;
}

/* Reads one line, without its end, of at most RECORD_MAX_BYTES; a longer one is read past, and told. */
static gboolean
read_record (GString *line, gboolean *too_long)
{
  int c;

  g_string_truncate (line, 0);
  *too_long = FALSE;
  while ((c = getc_unlocked (stdin)) != EOF && c != '\n')
    {
      if (line->len < RECORD_MAX_BYTES)
        g_string_append_c (line, c);
      else
        *too_long = TRUE;
    }

  return c != EOF || line->len > 0;
}

static const char *
member_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Whether a JSON text has U+0000 in a string, which would end the string in C. */
static gboolean
has_escaped_zero (const char *json)
{
  for (const char *p = json; (p = strchr (p, '\\')) != NULL; p += p[1] != '\0' ? 2 : 1)
    if (g_str_has_prefix (p, "\\u0000"))
      return TRUE;

  return FALSE;
}

/* One {"id", "text", "published"} to one line. */
static gboolean
extract_record (const char *line, gsize length, gboolean too_long, const Settings *settings, gboolean *written)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (SaysoDocument) document = NULL;
  GError *error = NULL;
  JsonNode *root = NULL, *id = NULL;
  const char *text = NULL, *published = NULL;
  gboolean done;

  if (!too_long && json_parser_load_from_data (parser, line, length, NULL))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *record = json_node_get_object (root);

      id = json_object_get_member (record, "id");
      text = member_string (record, "text");
      published = member_string (record, "published");
    }
  builder = begin_line (id);

  /* A date that is none is worth less than the text that it came with. */
  if (published != NULL && !sayso_calendar_is_iso (published))
    {
      g_printerr (_ ("sayso-cli extract: “%s” is no date and is not used. Write “published” as YYYY-MM-DD.\n"),
                  published);
      published = NULL;
    }

  if (too_long)
    g_set_error (&error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE,
                 _ ("The line is larger than any text that is read. Split the text."));
  else if (text == NULL)
    g_set_error (&error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                 _ ("The line is no JSON object with a string “text”. Write one object a line."));
  else if (has_escaped_zero (line))
    g_set_error (&error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_BINARY,
                 _ ("The text holds the character U+0000, which no text has. Remove it."));
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

      document = sayso_import_bytes (bytes, "-", "text/plain; charset=utf-8", NULL, &error);
      if (document != NULL && published == NULL && sayso_document_get_metadata (document)->published == NULL)
        published = settings->published;
    }

  done = build_document (builder, "-", document, published, settings, error);
  json_builder_end_object (builder);
  *written = sayso_cli_print_json (builder);

  return done;
}

static SaysoCliStatus
extract_stream (const Settings *settings)
{
  g_autoptr (GString) line = g_string_new (NULL);
  SaysoCliStatus status = SAYSO_CLI_OK;
  gboolean too_long, written = TRUE;

  while (written && read_record (line, &too_long))
    {
      if (strspn (line->str, " \t\r") == line->len)
        continue;
      if (!extract_record (line->str, line->len, too_long, settings, &written))
        status = SAYSO_CLI_FAILED;
    }
  if (ferror (stdin))
    {
      g_printerr (_ ("sayso-cli: standard input could not be read to its end.\n"));
      status = SAYSO_CLI_FAILED;
    }

  return status;
}

static SaysoCliStatus
extract_files (char **paths, int n_paths, const Settings *settings)
{
  SaysoCliStatus status = SAYSO_CLI_OK;

  for (int i = 0; i < n_paths; i++)
    {
      GError *error = NULL;
      g_autoptr (GPtrArray) documents = sayso_cli_read (paths[i], &error);
      g_autofree char *path = g_filename_display_name (paths[i]);
      guint n = documents != NULL ? documents->len : 1;
      gboolean written = TRUE;

      for (guint k = 0; k < n && written; k++)
        {
          g_autoptr (JsonBuilder) builder = begin_line (NULL);
          SaysoDocument *document = documents != NULL ? g_ptr_array_index (documents, k) : NULL;
          const char *published = NULL;

          if (document != NULL && sayso_document_get_metadata (document)->published == NULL)
            published = settings->published;
          if (!build_document (builder, path, document, published, settings, error))
            status = SAYSO_CLI_FAILED;
          json_builder_end_object (builder);
          written = sayso_cli_print_json (builder);
        }
      if (!written)
        break;
    }

  return status;
}

static SaysoNameList *
load_names (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize bytes;

  return g_file_get_contents (path, &text, &bytes, error) ? sayso_name_list_new (text, (gssize) bytes, error) : NULL;
}

SaysoCliStatus
sayso_cli_extract (int argc, char **argv)
{
  g_autofree char *published = NULL, *names_path = NULL;
  g_autoptr (SaysoNameList) names = NULL;
  g_autoptr (GError) error = NULL;
  gboolean stream = FALSE;
  const GOptionEntry entries[] = {
    { "published", 'p', 0, G_OPTION_ARG_STRING, &published,
      N_ ("What relative times count from where an article names no date of its own (YYYY-MM-DD)"), N_ ("DATE") },
    { "names", 'n', 0, G_OPTION_ARG_FILENAME, &names_path,
      N_ ("Names to know: rows of a name, its kind and its other names between “|”, with tabs between them"),
      N_ ("FILE") },
    { "stream", 's', 0, G_OPTION_ARG_NONE, &stream,
      N_ ("Read JSON lines of {\"id\", \"text\", \"published\"} on standard input"), NULL },
    { NULL },
  };
  Settings settings;
  SaysoCliStatus status;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("FILE…"),
          _ ("Prints one JSON object a line for each FILE: its text, and the times, actors, events, claims "
             "and relations found in it. A FILE that cannot be read gets an error on its line; the others "
             "go on, and the exit status is 1."),
          &status))
    return status;
  if (published != NULL && !sayso_calendar_is_iso (published))
    return sayso_cli_usage_error ("extract", _ ("“%s” is no date: write YYYY-MM-DD"), published);
  if (stream && argc > 1)
    return sayso_cli_usage_error ("extract", _ ("with --stream it takes no FILE"));
  if (!stream && argc < 2)
    return sayso_cli_usage_error ("extract", _ ("it takes at least one FILE"));

  if (names_path != NULL)
    {
      names = load_names (names_path, &error);
      if (names == NULL)
        {
          g_printerr ("sayso-cli: %s\n", error->message);
          return SAYSO_CLI_FAILED;
        }
    }
  settings = (Settings) { published, names };

  return stream ? extract_stream (&settings) : extract_files (argv + 1, argc - 1, &settings);
}
