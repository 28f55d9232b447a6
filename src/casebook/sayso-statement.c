/* sayso-statement.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-connection-private.h"

#include <string.h>

#include "sayso-enum.h"

/* A statement that could not be prepared exists all the same: it binds nothing and yields no rows. */
SaysoStatement *
sayso_statement_new (SaysoConnection *connection, const char *sql)
{
  SaysoStatement *self = g_new0 (SaysoStatement, 1);

  self->connection = connection;
  if (sqlite3_prepare_v3 (connection->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->stmt, NULL) != SQLITE_OK)
    sayso_connection_fail_sqlite (connection);

  return self;
}

void
sayso_statement_reset (SaysoStatement *self)
{
  if (self->stmt == NULL)
    return;

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->last_input = 0;
}

void
sayso_statement_free (SaysoStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* Inputs are mostly bound in their order, so the next one is looked at first. */
static int
input (SaysoStatement *self, const char *name)
{
  const char *next = sqlite3_bind_parameter_name (self->stmt, self->last_input + 1);
  char parameter[32] = ":";

  if (next != NULL && strcmp (next + 1, name) == 0)
    return ++self->last_input;

  g_strlcpy (parameter + 1, name, sizeof parameter - 1);
  self->last_input = sqlite3_bind_parameter_index (self->stmt, parameter);
  if (self->last_input == 0 && self->stmt != NULL)
    g_error ("no input “%s” in %s", name, sqlite3_sql (self->stmt));

  return self->last_input;
}

void
sayso_statement_bind_int (SaysoStatement *self, const char *name, gint64 value)
{
  if (self->stmt != NULL)
    sqlite3_bind_int64 (self->stmt, input (self, name), value);
}

void
sayso_statement_bind_double (SaysoStatement *self, const char *name, double value)
{
  if (self->stmt != NULL)
    sqlite3_bind_double (self->stmt, input (self, name), value);
}

/* 0 is no item, which is NULL in the casebook. */
void
sayso_statement_bind_id (SaysoStatement *self, const char *name, gint64 id)
{
  if (self->stmt != NULL && id != 0)
    sqlite3_bind_int64 (self->stmt, input (self, name), id);
}

/* Copies; NULL is NULL in the casebook. */
void
sayso_statement_bind_text (SaysoStatement *self, const char *name, const char *value, gssize length)
{
  if (self->stmt != NULL && value != NULL)
    sqlite3_bind_text64 (self->stmt, input (self, name), value, length < 0 ? strlen (value) : (gsize) length,
                         SQLITE_TRANSIENT, SQLITE_UTF8);
}

void
sayso_statement_bind_bytes (SaysoStatement *self, const char *name, GBytes *value)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  if (self->stmt == NULL)
    return;
  if (size > 0)
    sqlite3_bind_blob64 (self->stmt, input (self, name), data, size, SQLITE_TRANSIENT);
  else
    sqlite3_bind_zeroblob (self->stmt, input (self, name), 0);
}

void
sayso_statement_bind_enum (SaysoStatement *self, const char *name, GType type, int value)
{
  sayso_statement_bind_text (self, name, sayso_enum_to_nick (type, value), -1);
}

/* The inputs "start" and "stop". */
void
sayso_statement_bind_span (SaysoStatement *self, SaysoSpan span)
{
  sayso_statement_bind_int (self, "start", span.start);
  sayso_statement_bind_int (self, "stop", span.end);
}

/**
 * sayso_statement_next:
 * @self: a statement
 *
 * Returns: whether there is a row; %FALSE after the last, and when something went wrong in the connection
 */
gboolean
sayso_statement_next (SaysoStatement *self)
{
  int result;

  if (self->stmt == NULL || self->connection->error != NULL)
    return FALSE;

  result = sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    sayso_connection_fail_sqlite (self->connection);
  sayso_statement_reset (self);

  return FALSE;
}

void
sayso_statement_run (SaysoStatement *self)
{
  while (sayso_statement_next (self))
    ;
}

/* The only number of the only row. */
gint64
sayso_statement_run_int (SaysoStatement *self, gint64 fallback)
{
  gint64 value = fallback;

  if (sayso_statement_next (self) && sqlite3_column_type (self->stmt, 0) != SQLITE_NULL)
    value = sqlite3_column_int64 (self->stmt, 0);
  sayso_statement_reset (self);

  return value;
}

/* The only text of the only row; NULL: there is none. */
char *
sayso_statement_run_text (SaysoStatement *self)
{
  char *value = NULL;

  if (sayso_statement_next (self))
    value = g_strdup ((const char *) sqlite3_column_text (self->stmt, 0));
  sayso_statement_reset (self);

  return value;
}

/* Columns are mostly read in order, so the search goes on where the last one ended. */
static int
column (SaysoStatement *self, const char *name)
{
  int n = sqlite3_column_count (self->stmt);

  for (int i = 0; i < n; i++)
    {
      int at = (self->last + 1 + i) % n;

      if (strcmp (sqlite3_column_name (self->stmt, at), name) == 0)
        return self->last = at;
    }

  g_error ("no column “%s” in %s", name, sqlite3_sql (self->stmt));
}

gint64
sayso_statement_int (SaysoStatement *self, const char *name)
{
  return sqlite3_column_int64 (self->stmt, column (self, name));
}

double
sayso_statement_double (SaysoStatement *self, const char *name)
{
  return sqlite3_column_double (self->stmt, column (self, name));
}

/**
 * sayso_statement_text:
 * @self: a statement on a row
 * @name: the column
 * @length: (out) (optional): its bytes
 *
 * Returns: (transfer none) (nullable): the text, valid until the next row
 */
const char *
sayso_statement_text (SaysoStatement *self, const char *name, gsize *length)
{
  int at = column (self, name);
  const char *text = (const char *) sqlite3_column_text (self->stmt, at);

  if (length != NULL)
    *length = sqlite3_column_bytes (self->stmt, at);

  return text;
}

char *
sayso_statement_dup (SaysoStatement *self, const char *name)
{
  return g_strdup (sayso_statement_text (self, name, NULL));
}

GBytes *
sayso_statement_bytes (SaysoStatement *self, const char *name)
{
  int at = column (self, name);
  gconstpointer data = sqlite3_column_blob (self->stmt, at);

  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, at));
}

/* A word this program does not know reads as the first of the enumeration. */
int
sayso_statement_enum (SaysoStatement *self, const char *name, GType type)
{
  const char *nick = sayso_statement_text (self, name, NULL);
  int value = 0;

  if (nick != NULL)
    sayso_enum_from_nick (type, nick, &value);

  return value;
}

/* The columns "start" and "stop". */
SaysoSpan
sayso_statement_span (SaysoStatement *self)
{
  return SAYSO_SPAN (sayso_statement_int (self, "start"), sayso_statement_int (self, "stop"));
}

/* Adds all columns of the row to a checksum, each with what says where it ends. */
void
sayso_statement_add_to (SaysoStatement *self, GChecksum *sum)
{
  for (int i = 0; i < sqlite3_column_count (self->stmt); i++)
    {
      const guchar *text = sqlite3_column_text (self->stmt, i);
      gint32 length = text != NULL ? sqlite3_column_bytes (self->stmt, i) : -1;
      gint32 prefix = GINT32_TO_LE (length);

      g_checksum_update (sum, (const guchar *) &prefix, sizeof prefix);
      if (length > 0)
        g_checksum_update (sum, text, length);
    }
}

/* Folds all columns of the row into @hash, by which a changed row is told. */
guint
sayso_statement_hash (SaysoStatement *self, guint hash)
{
  for (int i = 0; i < sqlite3_column_count (self->stmt); i++)
    {
      const char *text = (const char *) sqlite3_column_text (self->stmt, i);

      hash = hash * 31 + (text != NULL ? g_str_hash (text) : 7);
    }

  return hash;
}
