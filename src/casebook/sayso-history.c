/* sayso-history.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-history.h"

#include "sayso-casebook-enums.h"
#include "sayso-casebook-private.h"
#include "sayso-command-private.h"
#include "sayso-enum.h"

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

static void
read_changes (SaysoStatement *row, GArray *changes)
{
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
  read_changes (row, changes);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&changes) : NULL;
}

/**
 * sayso_casebook_get_history:
 * @self: a casebook
 * @kind: kind of the item
 * @id: an item
 * @limit: how many at most
 * @error: return location
 *
 * Looks through the whole log: for a worker thread.
 *
 * Returns: (transfer full) (nullable) (element-type SaysoChange): what a person did to the item and was not undone, the
 *   last first
 */
GArray *
sayso_casebook_get_history (SaysoCasebook *self, SaysoItemKind kind, gint64 id, guint limit, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SaysoChange));
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  g_array_set_clear_func (changes, change_clear);
  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "casebook/history-of");
  sayso_statement_bind_text (row, "kind", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind), -1);
  sayso_statement_bind_int (row, "id", id);
  sayso_statement_bind_int (row, "lim", limit);
  read_changes (row, changes);

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&changes) : NULL;
}

/* To what stood before: a title of a person's own is set again; else the decision is. */
static SaysoCommand *
decide_again (JsonObject *what, SaysoItemKind kind, gint64 id)
{
  const char *chosen = json_object_get_string_member_with_default (what, "old-chosen", NULL);
  int standing = SAYSO_STANDING_SUGGESTED;
  SaysoCommand *commands[2] = { NULL };
  SaysoCommand *group;

  if (chosen != NULL)
    return sayso_command_new_rename (kind, id, chosen);

  sayso_enum_from_nick (SAYSO_TYPE_STANDING, json_object_get_string_member_with_default (what, "old-standing", ""),
                        &standing);
  if (standing == SAYSO_STANDING_SUGGESTED)
    return sayso_command_new_decide (kind, id, standing);

  /* What is a suggestion again has the title that was found. */
  commands[0] = sayso_command_new_decide (kind, id, SAYSO_STANDING_SUGGESTED);
  commands[1] = sayso_command_new_decide (kind, id, standing);
  group = sayso_command_new_group (json_object_get_string_member_with_default (what, "title", ""), commands, 2);
  sayso_command_unref (commands[0]);
  sayso_command_unref (commands[1]);

  return group;
}

/* To where it was before. */
static SaysoCommand *
extent_again (JsonObject *what, SaysoItemKind kind, gint64 id)
{
  int part = SAYSO_MARK_WHOLE;

  sayso_enum_from_nick (SAYSO_TYPE_MARK_PART, json_object_get_string_member_with_default (what, "part", ""), &part);

  return sayso_command_new_extent (json_object_get_int_member (what, "article"), kind, id, part,
                                   SAYSO_SPAN (json_object_get_int_member (what, "start"),
                                               json_object_get_int_member (what, "stop")),
                                   SAYSO_SPAN (json_object_get_int_member (what, "was-start"),
                                               json_object_get_int_member (what, "was-stop")));
}

/**
 * sayso_change_take_back:
 * @change: one of what sayso_casebook_get_history() gives
 *
 * Undoes one step that is not the last, as a new one.
 *
 * Returns: (transfer full) (nullable): the command; %NULL for what cannot be taken back by itself
 */
SaysoCommand *
sayso_change_take_back (const SaysoChange *change)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *what;
  int kind = SAYSO_ITEM_NONE;
  gint64 id;

  g_return_val_if_fail (change != NULL && change->what != NULL, NULL);

  node = json_from_string (change->what, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  what = json_node_get_object (node);
  id = json_object_get_int_member_with_default (what, "id", 0);
  if (id == 0 || !sayso_enum_from_nick (SAYSO_TYPE_ITEM_KIND,
                                        json_object_get_string_member_with_default (what, "kind", ""), &kind))
    return NULL;

  if (g_str_equal (change->command, "edit"))
    return sayso_command_new_edit (kind, id, json_object_get_string_member_with_default (what, "field", ""),
                                   json_object_get_string_member_with_default (what, "old-value", NULL));
  if (g_str_equal (change->command, "extent"))
    return extent_again (what, kind, id);
  if (g_str_equal (change->command, "decide") || g_str_equal (change->command, "rename"))
    return decide_again (what, kind, id);
  if (g_str_equal (change->command, "tag") || g_str_equal (change->command, "note"))
    return sayso_command_new_erase (json_object_get_int_member_with_default (what, "remark", 0));

  return NULL;
}
