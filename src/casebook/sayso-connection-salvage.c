/* sayso-connection-salvage.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-connection-private.h"

/* Rows that are tried one by one where a page of a table cannot be read, before more are left out at once. */
#define MAX_SINGLE 5000

/* Reading what can be read of a damaged table, row by row. Errors in that are what this is about, so none is kept. */
typedef struct
{
  SaysoConnection *from;
  SaysoConnection *to;
  sqlite3_stmt *put;
  guint n_rows;
  gboolean whole;
} Salvage;

static gboolean
put_row (Salvage *self, sqlite3_stmt *row, int first)
{
  int result;
  gboolean ok;

  for (int i = first; i < sqlite3_column_count (row); i++)
    sqlite3_bind_value (self->put, i - first + 1, sqlite3_column_value (row, i));
  result = sqlite3_step (self->put);
  ok = result == SQLITE_DONE;
  /* A row may be refused for what is in it; anything else is the fault of the new file. */
  if (!ok && (result & 0xff) != SQLITE_CONSTRAINT && (result & 0xff) != SQLITE_MISMATCH)
    sayso_connection_fail_sqlite (self->to);
  sqlite3_reset (self->put);
  sqlite3_clear_bindings (self->put);
  self->n_rows += ok;
  self->whole &= ok;

  return ok;
}

/* Reads on from after a row. Returns: whether it came to the end; @last: the last row that could be read */
static gboolean
read_from (Salvage *self, const char *sql, gint64 *last)
{
  sqlite3_stmt *row = NULL;
  int result = sqlite3_prepare_v2 (self->from->db, sql, -1, &row, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_int64 (row, 1, *last);
      while (!sayso_connection_failed (self->to) && (result = sqlite3_step (row)) == SQLITE_ROW)
        {
          *last = sqlite3_column_int64 (row, 0);
          put_row (self, row, 1);
        }
    }
  sqlite3_finalize (row);

  return result == SQLITE_DONE;
}

/* Reads the rows of one key, or one row; returns whether they could be. */
static gboolean
read_key (Salvage *self, sqlite3_stmt *row, gint64 key)
{
  int result;

  sqlite3_bind_int64 (row, 1, key);
  while ((result = sqlite3_step (row)) == SQLITE_ROW)
    put_row (self, row, 0);
  sqlite3_reset (row);

  return result == SQLITE_DONE;
}

/* Finds a place behind a page that cannot be read: rows near it are tried singly, then ever more are left out. */
static void
read_rows (Salvage *self, const char *table, const char *columns)
{
  g_autofree char *all = g_strdup_printf ("SELECT rowid, %s FROM %s WHERE rowid > ?1 ORDER BY rowid", columns, table);
  g_autofree char *one = g_strdup_printf ("SELECT %s FROM %s WHERE rowid = ?1", columns, table);
  sqlite3_stmt *row = NULL;
  gint64 last = 0, skip = 1;

  if (sqlite3_prepare_v2 (self->from->db, one, -1, &row, NULL) != SQLITE_OK)
    {
      self->whole = FALSE;
      return;
    }
  while (!read_from (self, all, &last) && !sayso_connection_failed (self->to))
    {
      gint64 start = last;

      self->whole = FALSE;
      for (gint64 i = 1; i <= MIN (skip, MAX_SINGLE); i++)
        read_key (self, row, start + i);
      if (last == start)
        last += skip;
      skip = last > start + skip ? 1 : skip * 2;
      if (skip > G_GINT64_CONSTANT (1) << 40)
        break;
    }
  sqlite3_finalize (row);
}

static void
read_keys (Salvage *self, const char *table, const char *columns, const char *key, const char *parent)
{
  g_autofree char *keys = g_strdup_printf ("SELECT id FROM %s", parent);
  g_autofree char *rows = g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1", columns, table, key);
  sqlite3_stmt *each = NULL, *row = NULL;

  if (sqlite3_prepare_v2 (self->to->db, keys, -1, &each, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2 (self->from->db, rows, -1, &row, NULL) == SQLITE_OK)
    while (sqlite3_step (each) == SQLITE_ROW)
      self->whole &= read_key (self, row, sqlite3_column_int64 (each, 0));
  else
    self->whole = FALSE;
  sqlite3_finalize (each);
  sqlite3_finalize (row);
}

static char *
columns_of (SaysoConnection *db, const char *table, guint *n)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  GString *columns = g_string_new (NULL);
  sqlite3_stmt *row = NULL;

  *n = 0;
  if (sqlite3_prepare_v2 (db->db, sql, -1, &row, NULL) == SQLITE_OK)
    while (sqlite3_step (row) == SQLITE_ROW)
      g_string_append_printf (columns, "%s%s", (*n)++ > 0 ? ", " : "", sqlite3_column_text (row, 0));
  sqlite3_finalize (row);

  return g_string_free_and_steal (columns);
}

/**
 * sayso_connection_salvage:
 * @from: a connection to a damaged casebook
 * @to: a connection to one of the same schema, in a transaction
 * @table: a table
 * @key: (nullable): the first column of its key, where it has no row ids
 * @parent: (nullable): then, the table that has that key; it was salvaged before
 * @n_rows: (out): how many rows came back
 *
 * Copies all rows of a table that can be read.
 *
 * Returns: whether that was all of it
 */
gboolean
sayso_connection_salvage (SaysoConnection *from, SaysoConnection *to, const char *table, const char *key,
                          const char *parent, guint *n_rows)
{
  Salvage self = { from, to, NULL, 0, TRUE };
  guint n;
  g_autofree char *columns = columns_of (to, table, &n);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT OR IGNORE INTO %s (%s) VALUES (", table, columns);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');
  if (sqlite3_prepare_v2 (to->db, sql->str, -1, &self.put, NULL) != SQLITE_OK)
    sayso_connection_fail_sqlite (to);
  else if (key != NULL)
    read_keys (&self, table, columns, key, parent);
  else
    read_rows (&self, table, columns);
  sqlite3_finalize (self.put);
  g_string_free (sql, TRUE);
  *n_rows = self.n_rows;

  return self.whole;
}
