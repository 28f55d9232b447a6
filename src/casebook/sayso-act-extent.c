/* sayso-act-extent.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-states.h"

/* The ends of a mark in a text, moved by a person. */

/* The mark that a command is about, if it is there: see extent.sql. */
SaysoStatement *
sayso_act_extent_find (SaysoConnection *db, const SaysoCommand *command)
{
  g_autofree char *query = g_strconcat ("extent/", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, command->kind), NULL);
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "article", command->other);
  sayso_statement_bind_int (row, "id", command->id);
  if (command->kind == SAYSO_ITEM_CLAIM)
    sayso_statement_bind_enum (row, "part", SAYSO_TYPE_MARK_PART, command->sort);
  sayso_statement_bind_int (row, "was_start", command->was.start);
  sayso_statement_bind_int (row, "was_stop", command->was.end);
  sayso_statement_bind_span (row, command->span);

  return row;
}

/* Finds the row that has the mark; how it becomes is in @state. */
static gint64
find_mark (SaysoConnection *db, const SaysoCommand *command, char **state, JsonObject *what)
{
  SaysoStatement *row = sayso_act_extent_find (db, command);
  SaysoSpan span = command->span;
  gint64 id, chars;
  gboolean blocked;

  if (!sayso_statement_next (row))
    {
      sayso_act_fail_no_item (db);
      return 0;
    }
  id = sayso_statement_int (row, "row");
  chars = sayso_statement_int (row, "chars");
  blocked = sayso_statement_int (row, "blocked") != 0;
  *state = sayso_statement_dup (row, "state");
  json_object_set_string_member (what, "title", sayso_statement_text (row, "title", NULL));
  sayso_statement_run (row);

  if (span.start >= span.end || span.end > chars)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED,
                           _ ("A mark must hold at least a letter of the text. Choose other ends for it."));
  else if (blocked)
    sayso_connection_fail (
        db, SAYSO_CASEBOOK_ERROR_FAILED,
        _ ("Some of these words are another piece of the same claim already. Choose other ends for the mark."));

  return id;
}

gint64
sayso_extent_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  g_autofree char *state = NULL;
  gint64 row = find_mark (db, command, &state, what);
  JsonArray *states = json_array_new ();

  json_object_set_string_member (what, "kind", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, command->kind));
  json_object_set_int_member (what, "id", command->id);
  json_object_set_int_member (what, "article", command->other);
  json_object_set_string_member (what, "part", sayso_enum_to_nick (SAYSO_TYPE_MARK_PART, command->sort));
  json_object_set_int_member (what, "was-start", command->was.start);
  json_object_set_int_member (what, "was-stop", command->was.end);
  json_object_set_int_member (what, "start", command->span.start);
  json_object_set_int_member (what, "stop", command->span.end);
  json_object_set_array_member (what, "states", states);
  if (sayso_connection_failed (db))
    return 0;

  sayso_states_change (db, states,
                       command->kind == SAYSO_ITEM_ACTOR ? "mention" : json_object_get_string_member (what, "kind"),
                       row, state);
  sayso_states_follow (db, states);

  return command->id;
}

/* An article was read anew: @now has the place of @old. */
void
sayso_extent_carry (SaysoConnection *db, SaysoItemKind kind, gint64 old, gint64 now)
{
  static const char *const verbs[] = { "clear", "fill", "carry" };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *query =
          g_strconcat ("extent/", verbs[i], "-", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind), NULL);
      SaysoStatement *row = sayso_connection_sql (query) != NULL ? sayso_connection_prepare (db, query) : NULL;

      if (row == NULL)
        continue;
      sayso_statement_bind_int (row, "old", old);
      sayso_statement_bind_int (row, "now", now);
      sayso_statement_run (row);
    }
}
