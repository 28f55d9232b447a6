/* sayso-log.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-log.h"

#include <glib/gi18n-lib.h>

#include "sayso-command-private.h"
#include "sayso-store.h"

/* Changes, each with its entry in the log. All run on a connection inside a transaction; what goes wrong is kept by the
 * connection. A group has one entry that is undone and redone, and one for each of its commands. */

/* One that undo or redo is about. */
typedef struct
{
  gint64 id;
  char *word;
  JsonObject *what;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *self = data;

  g_free (self->word);
  g_clear_pointer (&self->what, json_object_unref);
}

static JsonObject *
read_what (SaysoConnection *db, const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);

  sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_DAMAGED,
                         _ ("The casebook's history is damaged, so nothing can be undone or redone."));

  return json_object_new ();
}

/* (element-type Entry): the rows of a query */
static GArray *
read_entries (SaysoConnection *db, SaysoStatement *row)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  while (sayso_statement_next (row))
    {
      Entry entry = { sayso_statement_int (row, "id"), sayso_statement_dup (row, "command"),
                      read_what (db, sayso_statement_text (row, "what", NULL)) };

      g_array_append_val (entries, entry);
    }

  return entries;
}

static GArray *
find_step (SaysoConnection *db, SaysoStep step)
{
  return read_entries (db, sayso_connection_prepare (db, step == SAYSO_STEP_UNDO ? "casebook/undo" : "casebook/redo"));
}

/* What undo or redo would do, in words; %NULL: there is nothing to. */
char *
sayso_log_step_title (SaysoConnection *db, SaysoStep step)
{
  g_autoptr (GArray) found = find_step (db, step);
  const Entry *entry;

  if (found->len == 0 || sayso_connection_failed (db))
    return NULL;

  entry = &g_array_index (found, Entry, 0);

  return sayso_command_words (entry->word, entry->what);
}

static gint64
next_entry (SaysoConnection *db)
{
  return sayso_statement_run_int (sayso_connection_prepare (db, "casebook/next"), 1);
}

static void
write_entry (SaysoConnection *db, gint64 id, const char *word, JsonObject *what, gint64 about, gint64 part_of,
             GBytes *payload, const SaysoStamp *stamp)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *text = NULL;
  SaysoStatement *row = sayso_connection_prepare (db, "casebook/log");

  json_node_init_object (node, what);
  text = json_to_string (node, FALSE);
  sayso_statement_bind_int (row, "id", id);
  sayso_statement_bind_int (row, "made", stamp->made);
  sayso_statement_bind_text (row, "who", stamp->who, -1);
  sayso_statement_bind_text (row, "version", stamp->version, -1);
  sayso_statement_bind_text (row, "model", stamp->model, -1);
  sayso_statement_bind_text (row, "command", word, -1);
  sayso_statement_bind_text (row, "what", text, -1);
  sayso_statement_bind_id (row, "entry", about);
  sayso_statement_bind_id (row, "part_of", part_of);
  if (payload != NULL)
    sayso_statement_bind_bytes (row, "payload", payload);
  sayso_statement_run (row);
}

static gint64
do_one (SaysoConnection *db, SaysoCommand *command, gint64 part_of, const SaysoStamp *stamp)
{
  const SaysoAct *act = sayso_act_of_type (command->type);
  g_autoptr (JsonObject) what = json_object_new ();
  gint64 entry = next_entry (db), id;
  SaysoStamp its = *stamp;

  if (command->tally != NULL && !sayso_anchor_settle (db, command))
    return 0;
  if (command->who != NULL)
    its.who = command->who;
  if (command->model != NULL)
    its.model = command->model;
  if (command->type != SAYSO_COMMAND_IMPORT)
    sayso_store_count_now (db);
  id = act->apply (db, command, entry, what);
  if (sayso_connection_failed (db))
    return id;
  if (command->tally != NULL)
    sayso_anchor_made (command, id);

  write_entry (db, entry, act->word, what, 0, part_of, command->payload, &its);

  return id;
}

/* Of commands that are taken over, some may not have had to be made, or none. */
static void
settle_group (SaysoConnection *db, gint64 group, guint n)
{
  guint n_made = next_entry (db) - group - 1;
  SaysoStatement *row;

  if (n_made == n)
    return;
  row = sayso_connection_prepare (db, n_made > 0 ? "casebook/set-n" : "casebook/unlog");
  sayso_statement_bind_int (row, "id", group);
  if (n_made > 0)
    sayso_statement_bind_int (row, "n", n_made);
  sayso_statement_run (row);
}

static gint64
do_group (SaysoConnection *db, SaysoCommand *command, const SaysoStamp *stamp)
{
  g_autoptr (JsonObject) what = json_object_new ();
  gint64 group = next_entry (db), id = 0;

  json_object_set_string_member (what, "title", command->title);
  json_object_set_int_member (what, "n", command->commands->len);
  write_entry (db, group, "group", what, 0, 0, NULL, stamp);
  for (guint i = 0; i < command->commands->len && !sayso_connection_failed (db); i++)
    id = do_one (db, g_ptr_array_index (command->commands, i), group, stamp);
  settle_group (db, group, command->commands->len);

  return id;
}

/**
 * sayso_log_do:
 * @db: a connection in a transaction
 * @command: a change
 * @stamp: what the log says of it
 *
 * Makes a change. What was undone cannot be redone from then on.
 *
 * Returns: the id that the one who asked is told
 */
gint64
sayso_log_do (SaysoConnection *db, SaysoCommand *command, const SaysoStamp *stamp)
{
  gint64 first = next_entry (db);
  gint64 id = command->type == SAYSO_COMMAND_GROUP ? do_group (db, command, stamp) : do_one (db, command, 0, stamp);

  /* Of what is taken over, nothing may have had to be made; then no step came after what was undone. */
  if (!sayso_connection_failed (db) && next_entry (db) > first)
    sayso_connection_run (db, "casebook/forget");

  return id;
}

static void
step_one (SaysoConnection *db, SaysoStep step, const Entry *entry)
{
  const SaysoAct *act = sayso_act_of_word (entry->word);

  if (act == NULL)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_TOO_NEW,
                           _ ("A newer Sayso made this change. Update Sayso to undo or redo it."));
  if (!sayso_connection_failed (db))
    (step == SAYSO_STEP_UNDO ? act->undo : act->redo) (db, entry->id, entry->what);
}

static void
step_group (SaysoConnection *db, SaysoStep step, const Entry *group)
{
  SaysoStatement *row =
      sayso_connection_prepare (db, step == SAYSO_STEP_UNDO ? "casebook/parts-backwards" : "casebook/parts");
  g_autoptr (GArray) parts = NULL;

  sayso_statement_bind_int (row, "id", group->id);
  parts = read_entries (db, row);
  for (guint i = 0; i < parts->len; i++)
    step_one (db, step, &g_array_index (parts, Entry, i));
}

/**
 * sayso_log_step:
 * @db: a connection in a transaction
 * @step: undo or redo
 * @stamp: what the log says of it
 *
 * Takes the last change back that stands, or makes the one again that was undone last.
 *
 * Returns: the article it is about, or 0
 */
gint64
sayso_log_step (SaysoConnection *db, SaysoStep step, const SaysoStamp *stamp)
{
  g_autoptr (GArray) found = find_step (db, step);
  g_autoptr (JsonObject) nothing = json_object_new ();
  SaysoStatement *mark = sayso_connection_prepare (db, "casebook/mark");
  const Entry *entry;

  if (found->len == 0)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
                           step == SAYSO_STEP_UNDO ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
  if (sayso_connection_failed (db))
    return 0;

  entry = &g_array_index (found, Entry, 0);
  sayso_store_count_now (db);
  if (g_str_equal (entry->word, "group"))
    step_group (db, step, entry);
  else
    step_one (db, step, entry);
  sayso_statement_bind_int (mark, "id", entry->id);
  sayso_statement_bind_int (mark, "undone", step == SAYSO_STEP_UNDO);
  sayso_statement_run (mark);
  write_entry (db, next_entry (db), step == SAYSO_STEP_UNDO ? "undo" : "redo", nothing, entry->id, 0, NULL, stamp);

  return json_object_get_int_member_with_default (entry->what, "article", 0);
}
