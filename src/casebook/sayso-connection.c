/* sayso-connection.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-connection-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-casebook-resources.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-sourcing.h"

/* How long to wait for another program that holds the file. */
#define BUSY_MS 4000

/* Pages of the write-ahead log from which on they go into the file when there is time, and from which on at once. */
#define MANY_LOGGED 4000
#define MOST_LOGGED 24000

#define SQL_PATH SAYSO_RESOURCE_PATH "/sql/"

/* Splits a resource at its "--: name" lines. */
static void
read_parts (GHashTable *parts, const char *file, const char *sql)
{
  static const char opening[] = "--: ";
  const char *part = g_str_has_prefix (sql, opening) ? sql : strstr (sql, "\n--: ");

  while (part != NULL)
    {
      const char *name = strstr (part, opening) + strlen (opening);
      const char *body = strchr (name, '\n') + 1;
      const char *next = strstr (body - 1, "\n--: ");
      g_autofree char *word = g_strndup (name, strcspn (name, " \n"));

      g_hash_table_insert (parts, g_strconcat (file, "/", word, NULL),
                           next != NULL ? g_strndup (body, MAX (next, body) - body) : g_strdup (body));
      part = next;
    }
}

/* Puts parts that are named in braces, "{file/part}", in their place. A part may end with a comment. */
static char *
include (GHashTable *parts, const char *sql)
{
  GString *whole = g_string_new (NULL);

  while (*sql != '\0')
    {
      gsize plain = strcspn (sql, "{"), length = strcspn (sql + plain, "}");
      g_autofree char *name = NULL, *inner = NULL;

      g_string_append_len (whole, sql, plain);
      sql += plain;
      if (*sql == '\0')
        break;
      name = g_strndup (sql + 1, length - 1);
      g_assert (g_hash_table_contains (parts, name));
      inner = include (parts, g_hash_table_lookup (parts, name));
      g_string_append_printf (whole, "%s\n", inner);
      sql += length + 1;
    }

  return g_string_free_and_steal (whole);
}

static void
include_all (GHashTable *parts)
{
  g_autoptr (GHashTable) whole = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name, part;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &part))
    if (strchr (part, '{') != NULL)
      g_hash_table_insert (whole, name, include (parts, part));

  g_hash_table_iter_init (&iter, whole);
  while (g_hash_table_iter_next (&iter, &name, &part))
    g_hash_table_insert (parts, g_strdup (name), part);
}

static GHashTable *
read_queries (void)
{
  GResource *resource = sayso_casebook_get_resource ();
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) files = g_resource_enumerate_children (resource, SQL_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SQL_PATH, files[i], NULL);
      g_autofree char *file = g_strndup (files[i], strcspn (files[i], "."));
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (strstr (g_bytes_get_data (bytes, NULL), "--: ") != NULL)
        read_parts (parts, file, g_bytes_get_data (bytes, NULL));
      else
        g_hash_table_insert (parts, g_steal_pointer (&file), g_strdup (g_bytes_get_data (bytes, NULL)));
    }

  include_all (parts);

  return parts;
}

/**
 * sayso_connection_sql:
 * @query: "file/part", or "file" for one without parts
 *
 * Returns: (transfer none) (nullable): the SQL of that name
 */
const char *
sayso_connection_sql (const char *query)
{
  static GHashTable *queries;

  if (g_once_init_enter_pointer (&queries))
    g_once_init_leave_pointer (&queries, read_queries ());

  return g_hash_table_lookup (queries, query);
}

/* Keeps an error if it is the first. */
void
sayso_connection_fail (SaysoConnection *self, SaysoCasebookError code, const char *format, ...)
{
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  self->error = g_error_new_valist (SAYSO_CASEBOOK_ERROR, code, format, args);
  va_end (args);
}

/* Turns what SQLite says into what a reader can do about it. */
void
sayso_connection_fail_sqlite (SaysoConnection *self)
{
  int system = self->db != NULL ? sqlite3_system_errno (self->db) : 0;
  int extended = sqlite3_extended_errcode (self->db);
  int code = extended & 0xff;

  if (code == SQLITE_IOERR && (system == ENOSPC || system == EFBIG || system == EDQUOT))
    code = SQLITE_FULL;

  switch (code)
    {
    case SQLITE_NOTADB:
      sayso_connection_fail (self, SAYSO_CASEBOOK_ERROR_FOREIGN, _ ("“%s” is no casebook. Choose another file."),
                             self->name);
      break;
    case SQLITE_CORRUPT:
      sayso_connection_fail (self, SAYSO_CASEBOOK_ERROR_DAMAGED,
                             _ ("The casebook “%s” is damaged. Keep it, and go on with a copy made before."),
                             self->name);
      break;
    /* All SQL is ours and tested, so an error in it means that a table or a column of the file is not what it was. */
    case SQLITE_ERROR:
      /* Translators: the second %s is what the database says */
      sayso_connection_fail (self, SAYSO_CASEBOOK_ERROR_DAMAGED,
                             _ ("The casebook “%s” is damaged: %s. Keep it, and go on with a copy made before."),
                             self->name, sqlite3_errmsg (self->db));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      sayso_connection_fail (self, SAYSO_CASEBOOK_ERROR_BUSY,
                             _ ("Another program is using the casebook “%s”. Close it there, then try again."),
                             self->name);
      break;
    case SQLITE_FULL:
      sayso_connection_fail (self, SAYSO_CASEBOOK_ERROR_FULL,
                             _ ("There is no room left for the casebook “%s”. Make room on the disk, then try again."),
                             self->name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      sayso_connection_fail (
          self, SAYSO_CASEBOOK_ERROR_READ_ONLY,
          _ ("The casebook “%s” may not be written to. Copy it to a folder of your own to change it."), self->name);
      break;
    case SQLITE_CANTOPEN:
      /* Translators: the second %s is the system's reason */
      sayso_connection_fail (self, SAYSO_CASEBOOK_ERROR_FAILED,
                             _ ("“%s” could not be opened: %s. Check its folder and your rights to it."), self->name,
                             system != 0 ? g_strerror (system) : sqlite3_errmsg (self->db));
      break;
    default:
      /* Translators: the second %s is what the database says */
      sayso_connection_fail (self, SAYSO_CASEBOOK_ERROR_FAILED, _ ("The casebook “%s” could not be used: %s (%d)."),
                             self->name, sqlite3_errmsg (self->db), extended);
      break;
    }
}

gboolean
sayso_connection_failed (SaysoConnection *self)
{
  return self->error != NULL;
}

/**
 * sayso_connection_finish:
 * @self: a connection
 * @error: return location
 *
 * Hands out what went wrong since the last time, and starts afresh.
 *
 * Returns: whether nothing did
 */
gboolean
sayso_connection_finish (SaysoConnection *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* sort_key(text): sorts in the order of the locale. Computed while sorting and never stored: the locale may change. */
static void
sort_key (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *key;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  key = g_utf8_collate_key (text, -1);
  sqlite3_result_blob64 (context, key, strlen (key), g_free);
}

/* title_key(text): by what titles are sorted, in any locale: letters without marks and case, from the first letter or
 * digit on. */
static void
title_key (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  g_autofree char *plain = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_ALL) : NULL, *folded = NULL;
  g_autoptr (GString) key = g_string_new (NULL);

  if (plain == NULL)
    return;
  folded = g_utf8_casefold (plain, -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)) && (key->len > 0 || g_unichar_isalnum (g_utf8_get_char (p))))
      g_string_append_len (key, p, g_utf8_next_char (p) - p);
  sqlite3_result_text64 (context, key->str, key->len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* Remembers how many pages the log has. */
static int
committed (void *data, sqlite3 *db, const char *name, int n_logged)
{
  SaysoConnection *self = data;

  self->n_logged = n_logged;
  if (n_logged >= MOST_LOGGED)
    sayso_connection_tidy (self);

  return SQLITE_OK;
}

/* sourcing_level(kind, several): see sayso_sourcing_level(). */
static void
sourcing_level (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *nick = (const char *) sqlite3_value_text (values[0]);
  int kind = SAYSO_SOURCE_UNKNOWN;

  if (nick != NULL)
    sayso_enum_from_nick (SAYSO_TYPE_SOURCE_KIND, nick, &kind);
  sqlite3_result_int (context, sayso_sourcing_level (kind, sqlite3_value_int (values[1]) != 0));
}

/**
 * sayso_connection_open:
 * @path: the file
 * @access: what for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a connection
 */
SaysoConnection *
sayso_connection_open (const char *path, SaysoAccess access, GError **error)
{
  static const int flags[] = {
    [SAYSO_ACCESS_READ] = SQLITE_OPEN_READONLY,
    [SAYSO_ACCESS_FROZEN] = SQLITE_OPEN_READONLY,
    [SAYSO_ACCESS_WRITE] = SQLITE_OPEN_READWRITE,
    [SAYSO_ACCESS_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
  };
  g_autoptr (SaysoConnection) self = g_new0 (SaysoConnection, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strconcat ("file://", escaped, access == SAYSO_ACCESS_FROZEN ? "?immutable=1" : "", NULL);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  self->inside_max = G_MAXSIZE;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sayso_statement_free);
  if (sqlite3_open_v2 (uri, &self->db, flags[access] | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    {
      sayso_connection_fail_sqlite (self);
      sayso_connection_finish (self, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->db, BUSY_MS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_create_function (self->db, "sort_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           sort_key, NULL, NULL);
  sqlite3_create_function (self->db, "title_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           title_key, NULL, NULL);
  sqlite3_create_function (self->db, "sourcing_level", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           sourcing_level, NULL, NULL);
  sayso_connection_add_times (self);
  sayso_connection_add_originals (self);
  /* FULL: a commit is on the disk before anybody is told of it. */
  sayso_connection_script (self, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
                                 "PRAGMA cell_size_check = ON;");
  /* Kibibytes. A batch of articles touches many pages, and none of them should have to be written before its end. */
  if (access == SAYSO_ACCESS_READ || access == SAYSO_ACCESS_FROZEN)
    sayso_connection_script (self, "PRAGMA query_only = ON; PRAGMA cache_size = -8192");
  else
    {
      sayso_connection_script (self, "PRAGMA cache_size = -32768");
      sqlite3_wal_hook (self->db, committed, self);
    }
  if (!sayso_connection_finish (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sayso_connection_free (SaysoConnection *self)
{
  sayso_connection_set_late (self, NULL, NULL, NULL);
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/* @key: the name of a query, or the SQL itself; @sql: only needed where the statement is not known yet */
static SaysoStatement *
prepare (SaysoConnection *self, const char *key, const char *sql)
{
  SaysoStatement *statement = g_hash_table_lookup (self->statements, key);

  if (statement == NULL || statement->stmt == NULL)
    {
      sql = sql != NULL ? sql : sayso_connection_sql (key);
      if (sql == NULL)
        g_error ("no query “%s”", key);
      statement = sayso_statement_new (self, sql);
      g_hash_table_insert (self->statements, g_strdup (key), statement);
    }
  else
    {
      sayso_statement_reset (statement);
    }

  return statement;
}

/**
 * sayso_connection_prepare_sql:
 * @self: a connection
 * @sql: one statement
 *
 * Returns: (transfer none): the statement, fresh; prepared only once in the connection's life
 */
SaysoStatement *
sayso_connection_prepare_sql (SaysoConnection *self, const char *sql)
{
  return prepare (self, sql, sql);
}

/* The same for a query that is known by its name. */
SaysoStatement *
sayso_connection_prepare (SaysoConnection *self, const char *query)
{
  return prepare (self, query, NULL);
}

/* A query without inputs. */
void
sayso_connection_run (SaysoConnection *self, const char *query)
{
  sayso_statement_run (sayso_connection_prepare (self, query));
}

/* Statements that are not worth keeping. */
void
sayso_connection_script (SaysoConnection *self, const char *sql)
{
  if (self->error == NULL && sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    sayso_connection_fail_sqlite (self);
}

/**
 * sayso_connection_begin:
 * @self: a connection
 * @to_write: whether to change something
 *
 * Begins a transaction, so that all that is read until its end is of one state.
 */
void
sayso_connection_begin (SaysoConnection *self, gboolean to_write)
{
  sayso_connection_script (self, to_write ? "BEGIN IMMEDIATE" : "BEGIN");
}

/**
 * sayso_connection_tidy:
 * @self: a connection that writes, not in a transaction
 *
 * Puts what was written to the log into the file where that is much. To be called when nobody waits: it need not be
 * done for a change to last, and takes as long as the change. What cannot be put there now is put there later.
 */
void
sayso_connection_tidy (SaysoConnection *self)
{
  if (self->n_logged >= MANY_LOGGED)
    sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, &self->n_logged, NULL);
}

/* Forgets what is put off. */
static void
forget_late (SaysoConnection *self)
{
  gpointer data = g_steal_pointer (&self->late_data);

  self->late = NULL;
  if (data != NULL)
    self->late_destroy (data);
}

/**
 * sayso_connection_set_late:
 * @self: a connection in a transaction
 * @func: called before the transaction is committed; not where it is taken back
 * @data: for @func
 * @destroy: for @data, when the transaction has ended
 */
void
sayso_connection_set_late (SaysoConnection *self, SaysoConnectionFunc func, gpointer data, GDestroyNotify destroy)
{
  forget_late (self);
  self->late = func;
  self->late_data = data;
  self->late_destroy = destroy;
}

/* What is put off; NULL: nothing is. */
gpointer
sayso_connection_get_late (SaysoConnection *self)
{
  return self->late_data;
}

/**
 * sayso_connection_end:
 * @self: a connection
 * @error: return location
 *
 * Ends the transaction: commits it if nothing went wrong, else takes it back.
 *
 * Returns: whether all went well
 */
gboolean
sayso_connection_end (SaysoConnection *self, GError **error)
{
  GHashTableIter iter;
  SaysoStatement *statement;

  if (self->late != NULL && self->error == NULL)
    self->late (self, self->late_data);
  forget_late (self);
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &statement))
    if (sqlite3_stmt_busy (statement->stmt))
      sayso_statement_reset (statement);

  sayso_connection_script (self, "COMMIT");
  if (self->error != NULL && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return sayso_connection_finish (self, error);
}
