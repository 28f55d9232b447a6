/* sayso-table.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-table.h"

#include <string.h>

struct _SaysoTable
{
  GPtrArray *cells;
  GArray *rows; /* index of each row's first cell; one more at the end */
  GHashTable *by_key;
};

/**
 * sayso_table_load:
 * @resource: where the table is compiled in
 * @name: its file name below `/io/github/sayso/Sayso/rules/en`
 *
 * A table that is missing is a mistake of the build and ends the program.
 *
 * Returns: (transfer full): the table, which lives as long as the program
 */
SaysoTable *
sayso_table_load (GResource *resource, const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/sayso/Sayso/rules/en/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SaysoTable *self;
  char *line, *next;
  guint end;

  g_return_val_if_fail (resource != NULL, NULL);

  bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("%s", error->message);

  self = g_new0 (SaysoTable, 1);
  self->cells = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (line = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)); line != NULL; line = next)
    {
      guint first = self->cells->len;

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (*line == '\0' || *line == '#')
        continue;
      g_array_append_val (self->rows, first);
      for (char *cell = line; cell != NULL;)
        {
          char *tab = strchr (cell, '\t');

          if (tab != NULL)
            *tab++ = '\0';
          g_ptr_array_add (self->cells, cell);
          cell = tab;
        }
    }
  end = self->cells->len;
  g_array_append_val (self->rows, end);

  for (guint row = sayso_table_get_n_rows (self); row > 0; row--)
    g_hash_table_insert (self->by_key, (gpointer) sayso_table_get (self, row - 1, 0), GUINT_TO_POINTER (row - 1));

  return self;
}

/**
 * sayso_table_get_shared:
 * @resource: where the table is compiled in
 * @name: as for [func@table_load]
 *
 * Returns: (transfer none): the table, loaded when first asked for, and the same ever after
 */
const SaysoTable *
sayso_table_get_shared (GResource *resource, const char *name)
{
  static GMutex mutex;
  static GHashTable *tables;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  SaysoTable *table;

  if (tables == NULL)
    tables = g_hash_table_new (g_str_hash, g_str_equal);
  table = g_hash_table_lookup (tables, name);
  if (table == NULL)
    {
      table = sayso_table_load (resource, name);
      g_hash_table_insert (tables, g_strdup (name), table);
    }

  return table;
}

guint
sayso_table_get_n_rows (const SaysoTable *self)
{
  return self->rows->len - 1;
}

/**
 * sayso_table_get:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): the cell, empty where the row is shorter
 */
const char *
sayso_table_get (const SaysoTable *self, guint row, guint column)
{
  guint cell = g_array_index (self->rows, guint, row) + column;

  return cell < g_array_index (self->rows, guint, row + 1) ? g_ptr_array_index (self->cells, cell) : "";
}

/**
 * sayso_table_find:
 * @self: a table
 * @key: what the first cell must be
 * @row: (out) (optional): the first such row
 *
 * Returns: whether there is one
 */
gboolean
sayso_table_find (const SaysoTable *self, const char *key, guint *row)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->by_key, key, NULL, &value))
    return FALSE;
  if (row != NULL)
    *row = GPOINTER_TO_UINT (value);

  return TRUE;
}

/**
 * sayso_table_cell_has:
 * @cell: words between single spaces
 * @word: a word
 *
 * Returns: whether the word is one of them; an empty one is not
 */
gboolean
sayso_table_cell_has (const char *cell, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = cell; length > 0 && (p = strstr (p, word)) != NULL; p += length)
    if ((p == cell || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return TRUE;

  return FALSE;
}
