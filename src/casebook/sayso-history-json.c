/* sayso-history-json.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-history.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sayso-casebook-private.h"

/* A casebook is what came of its documents and its changes. Told as JSON, they make the same casebook anywhere. */

typedef enum
{
  MEMBER_NUMBER,
  MEMBER_ID, /* null for none */
  MEMBER_TEXT,
  MEMBER_BYTES, /* Base64 */
  MEMBER_JSON,
} MemberType;

typedef struct
{
  const char *name;
  MemberType type;
  gboolean needed;
} Member;

static const Member document_members[] = {
  { "article", MEMBER_NUMBER, TRUE },   { "location", MEMBER_TEXT, TRUE },
  { "media_type", MEMBER_TEXT, TRUE },  { "sha256", MEMBER_TEXT, TRUE },
  { "text", MEMBER_TEXT, TRUE },        { "original", MEMBER_BYTES, TRUE },
  { "provenance", MEMBER_TEXT, FALSE }, { NULL },
};

static const Member change_members[] = {
  { "id", MEMBER_NUMBER, TRUE },
  { "made", MEMBER_NUMBER, TRUE },
  { "who", MEMBER_TEXT, TRUE },
  { "version", MEMBER_TEXT, TRUE },
  { "model", MEMBER_TEXT, FALSE },
  { "command", MEMBER_TEXT, TRUE },
  { "what", MEMBER_JSON, TRUE },
  { "entry", MEMBER_ID, FALSE },
  { "part_of", MEMBER_ID, FALSE },
  { "payload", MEMBER_BYTES, FALSE },
  { NULL },
};

/* In the order they are told in. */
static const struct
{
  const char *section;
  const char *one;
  const char *query;
  const Member *members;
  const char *keep[3];
} sections[] = {
  { "documents", "document", "replay/documents", document_members, { "replay/keep-article", "replay/keep-content" } },
  { "changes", "change", "replay/entries", change_members, { "replay/keep-change" } },
};

/* -- telling -------------------------------------------------------------------------------------------- */

static void
build_member (JsonBuilder *builder, SaysoStatement *row, const Member *member)
{
  json_builder_set_member_name (builder, member->name);
  switch (member->type)
    {
    case MEMBER_NUMBER:
    case MEMBER_ID:
      {
        gint64 number = sayso_statement_int (row, member->name);

        if (member->type == MEMBER_ID && number == 0)
          json_builder_add_null_value (builder);
        else
          json_builder_add_int_value (builder, number);
        break;
      }
    case MEMBER_TEXT:
      {
        const char *text = sayso_statement_text (row, member->name, NULL);

        if (text != NULL)
          json_builder_add_string_value (builder, text);
        else
          json_builder_add_null_value (builder);
        break;
      }
    case MEMBER_BYTES:
      {
        g_autoptr (GBytes) bytes = sayso_statement_bytes (row, member->name);
        g_autofree char *text = NULL;
        gsize length;
        const guchar *data = g_bytes_get_data (bytes, &length);

        text = length > 0 ? g_base64_encode (data, length) : NULL;
        if (text != NULL)
          json_builder_add_string_value (builder, text);
        else
          json_builder_add_null_value (builder);
        break;
      }
    case MEMBER_JSON:
    default:
      {
        JsonNode *node = json_from_string (sayso_statement_text (row, member->name, NULL), NULL);

        json_builder_add_value (builder, node != NULL ? node : json_node_init_null (json_node_alloc ()));
        break;
      }
    }
}

/**
 * sayso_casebook_tell_history:
 * @self: a casebook
 * @func: (scope call): gets each document, then each change
 * @data: for @func
 * @error: return location
 *
 * Tells what sayso_history_restore() makes the same casebook of: the documents, with their original bytes, and the log.
 *
 * Returns: whether all was told
 */
gboolean
sayso_casebook_tell_history (SaysoCasebook *self, SaysoHistoryFunc func, gpointer data, GError **error)
{
  SaysoConnection *db;
  gboolean go_on = TRUE;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && func != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  for (guint i = 0; go_on && i < G_N_ELEMENTS (sections); i++)
    {
      SaysoStatement *row = sayso_connection_prepare (db, sections[i].query);

      while (go_on && sayso_statement_next (row))
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();
          g_autoptr (JsonNode) node = NULL;

          json_builder_begin_object (builder);
          for (const Member *member = sections[i].members; member->name != NULL; member++)
            build_member (builder, row, member);
          json_builder_end_object (builder);
          node = json_builder_get_root (builder);
          go_on = func (sections[i].section, sections[i].one, node, data);
        }
      sayso_statement_run (row);
    }

  return sayso_casebook_give_back (self, db, error) && go_on;
}

/* -- restoring ------------------------------------------------------------------------------------------ */

typedef struct
{
  SaysoConnection *db; /* of a casebook that has nothing but a history */
  guint n_rows;
  char *digest; /* nullable: what the whole must come to */
} Restoring;

static void
fail_foreign (Restoring *self)
{
  sayso_connection_fail (self->db, SAYSO_CASEBOOK_ERROR_DAMAGED,
                         _ ("This file is damaged, or not all of a casebook. Export “Everything” once more, without "
                            "a filter and without withholding anything."));
}

/* Binds a member for all the statements that keep its row; whether it is as it should be. */
static gboolean
bind_member (SaysoStatement *row, const char *sql, JsonObject *object, const Member *member)
{
  g_autofree char *input = g_strconcat (":", member->name, NULL);
  JsonNode *node = json_object_get_member (object, member->name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_INVALID && (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)))
    return !member->needed;
  if ((member->type == MEMBER_JSON) != (JSON_NODE_HOLDS_OBJECT (node)))
    return FALSE;
  if (member->type != MEMBER_JSON && type != (member->type <= MEMBER_ID ? G_TYPE_INT64 : G_TYPE_STRING))
    return FALSE;
  if (strstr (sql, input) == NULL)
    return TRUE;

  if (member->type <= MEMBER_ID)
    {
      sayso_statement_bind_int (row, member->name, json_node_get_int (node));
    }
  else if (member->type == MEMBER_TEXT)
    {
      sayso_statement_bind_text (row, member->name, json_node_get_string (node), -1);
    }
  else if (member->type == MEMBER_BYTES)
    {
      gsize length;
      guchar *data = g_base64_decode (json_node_get_string (node), &length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);

      sayso_statement_bind_bytes (row, member->name, bytes);
    }
  else
    {
      g_autofree char *text = json_to_string (node, FALSE);

      sayso_statement_bind_text (row, member->name, text, -1);
    }

  return TRUE;
}

static void
keep_row (Restoring *self, guint section, JsonObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections[section].keep) && sections[section].keep[i] != NULL; i++)
    {
      const char *query = sections[section].keep[i];
      SaysoStatement *row = sayso_connection_prepare (self->db, query);

      for (const Member *member = sections[section].members; member->name != NULL; member++)
        if (!bind_member (row, sayso_connection_sql (query), object, member))
          {
            fail_foreign (self);
            return;
          }
      sayso_statement_run (row);
    }
  self->n_rows++;
}

static void
keep_digest (Restoring *self, JsonObject *head)
{
  JsonNode *node = json_object_get_member (head, "provenance");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    g_set_str (&self->digest, json_object_get_string_member_with_default (json_node_get_object (node), "digest", NULL));
}

static void
keep_tree (Restoring *self, JsonObject *root)
{
  keep_digest (self, root);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      JsonNode *node = json_object_get_member (root, sections[i].section);
      JsonArray *rows = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint k = 0; rows != NULL && k < json_array_get_length (rows) && !sayso_connection_failed (self->db); k++)
        {
          JsonNode *row = json_array_get_element (rows, k);

          if (JSON_NODE_HOLDS_OBJECT (row))
            keep_row (self, i, json_node_get_object (row));
          else
            fail_foreign (self);
        }
    }
}

static void
keep_line (Restoring *self, const char *line)
{
  g_autoptr (JsonNode) node = json_from_string (line, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *item = object != NULL ? json_object_get_string_member_with_default (object, "item", NULL) : NULL;

  if (item == NULL)
    fail_foreign (self);
  else if (g_str_equal (item, "export"))
    keep_digest (self, object);
  for (guint i = 0; item != NULL && i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (item, sections[i].one))
      keep_row (self, i, object);
}

/* The whole of a JSON file, or NDJSON a line at a time. */
static gboolean
keep_file (Restoring *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  gboolean by_line;

  if (input == NULL)
    return FALSE;
  lines = g_data_input_stream_new (G_INPUT_STREAM (input));
  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  line = g_data_input_stream_read_line (lines, NULL, cancellable, error);
  if (line == NULL && error != NULL && *error != NULL)
    return FALSE;
  by_line = line != NULL && g_str_has_prefix (line, "{\"item\":");

  sayso_connection_begin (self->db, TRUE);
  if (by_line)
    {
      while (line != NULL && !sayso_connection_failed (self->db))
        {
          keep_line (self, line);
          g_free (line);
          line = g_data_input_stream_read_line (lines, NULL, cancellable, NULL);
        }
    }
  else
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autofree char *path = g_file_get_path (file);
      JsonNode *root =
          path != NULL && json_parser_load_from_mapped_file (parser, path, NULL) ? json_parser_get_root (parser) : NULL;

      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        keep_tree (self, json_node_get_object (root));
      else
        fail_foreign (self);
    }
  if (self->n_rows == 0)
    fail_foreign (self);

  return sayso_connection_end (self->db, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
check_digest (GFile *file, const char *digest, GError **error)
{
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, error);
  g_autofree char *found = casebook != NULL ? sayso_casebook_digest (casebook, error) : NULL;

  if (casebook != NULL)
    sayso_casebook_close (casebook);
  if (found == NULL)
    return FALSE;
  if (digest == NULL || g_str_equal (found, digest))
    return TRUE;

  g_set_error (
      error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DAMAGED,
      _ ("What this file holds is not what was exported: it was changed on the way, or a newer Sayso wrote it. "
         "Export it once more, or update Sayso."));

  return FALSE;
}

/**
 * sayso_history_is_told:
 * @path: a file
 *
 * Returns: whether it begins like an export of a casebook in Sayso's own JSON or NDJSON
 */
gboolean
sayso_history_is_told (const char *path)
{
  static const char *const beginnings[] = { "{\"sayso\":", "{\"item\":\"export\"," };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  char head[32] = "";
  gsize n_read = 0;

  g_return_val_if_fail (path != NULL, FALSE);

  if (input != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (input), head, sizeof head - 1, &n_read, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (head, beginnings[i]))
      return TRUE;

  return FALSE;
}

/**
 * sayso_history_restore:
 * @json: an export of everything, JSON or NDJSON, on this computer
 * @file: where there is no casebook yet
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes a casebook with the sayso_casebook_digest() of the one that was exported, by making its changes once more, and
 * checks that it has.
 *
 * Returns: whether it could be made; else there is no new casebook
 */
gboolean
sayso_history_restore (GFile *json, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sayso-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "history.sayso", NULL) : NULL;
  g_autoptr (GFile) kept = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (SaysoCasebook) history = NULL;
  Restoring self = { NULL };
  gboolean done;

  g_return_val_if_fail (G_IS_FILE (json) && G_IS_FILE (file), FALSE);

  history = kept != NULL ? sayso_casebook_new (kept, SAYSO_CASEBOOK_CREATE, NULL, error) : NULL;
  if (history == NULL)
    return FALSE;

  self.db = sayso_connection_open (path, SAYSO_ACCESS_WRITE, error);
  done = self.db != NULL && keep_file (&self, json, cancellable, error);
  g_clear_pointer (&self.db, sayso_connection_free);
  done = done && sayso_casebook_replay (history, file, cancellable, error);
  if (done && !check_digest (file, self.digest, error))
    {
      g_file_delete (file, NULL, NULL);
      done = FALSE;
    }
  sayso_casebook_close (history);
  g_clear_object (&history);
  g_free (self.digest);
  g_file_delete (kept, NULL, NULL);
  g_rmdir (folder);

  return done;
}
