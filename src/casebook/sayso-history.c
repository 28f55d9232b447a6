/* sayso-history.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-history.h"

#include "sayso-casebook-private.h"
#include "sayso-command-private.h"

static void
change_clear (gpointer data)
{
  SaysoChange *self = data;

  g_free (self->who);
  g_free (self->version);
  g_free (self->model);
  g_free (self->command);
  g_free (self->title);
  g_free (self->what);
}

static char *
words_of (const char *command, const char *what)
{
  g_autoptr (JsonNode) node = command != NULL && what != NULL ? json_from_string (what, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? sayso_command_words (command, json_node_get_object (node))
                                                       : g_strdup ("");
}

/**
 * sayso_casebook_get_log:
 * @self: a casebook
 * @after: an entry's number; 0 for the first
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoChange): all changes that were made, oldest first
 */
GArray *
sayso_casebook_get_log (SaysoCasebook *self, gint64 after, guint limit, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SaysoChange));
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  g_array_set_clear_func (changes, change_clear);
  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "casebook/history");
  sayso_statement_bind_int (row, "after", after);
  sayso_statement_bind_int (row, "lim", limit);
  while (sayso_statement_next (row))
    {
      gint64 about = sayso_statement_int (row, "entry");
      SaysoChange change = { .id = sayso_statement_int (row, "id"),
                             .made = sayso_statement_int (row, "made"),
                             .who = sayso_statement_dup (row, "who"),
                             .version = sayso_statement_dup (row, "version"),
                             .model = sayso_statement_dup (row, "model"),
                             .command = sayso_statement_dup (row, "command"),
                             .what = sayso_statement_dup (row, "what"),
                             .group = sayso_statement_int (row, "part_of"),
                             .about = about,
                             .undone = sayso_statement_int (row, "undone") != 0 };

      change.title = about != 0 ? words_of (sayso_statement_text (row, "about", NULL),
                                            sayso_statement_text (row, "about_what", NULL))
                                : words_of (change.command, change.what);
      g_array_append_val (changes, change);
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&changes) : NULL;
}
