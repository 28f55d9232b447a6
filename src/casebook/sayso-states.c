/* sayso-states.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-states.h"

#include "sayso-store.h"

/* Rows that a command changes, each with how it was and how it is: enough to undo and to redo any of them. What a state
 * is, is written in sql/state.sql. */

static SaysoStatement *
prepare (SaysoConnection *db, const char *verb, const char *row, gint64 id)
{
  g_autofree char *query = g_strconcat ("state/", verb, "-", row, NULL);
  SaysoStatement *statement = sayso_connection_sql (query) != NULL ? sayso_connection_prepare (db, query) : NULL;

  if (statement != NULL)
    sayso_statement_bind_int (statement, "id", id);

  return statement;
}

/* The state that a row has now; NULL: there is no such row. */
char *
sayso_states_get (SaysoConnection *db, const char *row, gint64 id)
{
  return sayso_statement_run_text (prepare (db, "get", row, id));
}

static void
set (SaysoConnection *db, const char *row, gint64 id, const char *state)
{
  SaysoStatement *clear = prepare (db, "clear", row, id), *fill = prepare (db, "fill", row, id);
  SaysoStatement *statement = prepare (db, "set", row, id);

  if (clear != NULL)
    sayso_statement_run (clear);
  if (fill != NULL)
    {
      sayso_statement_bind_text (fill, "state", state, -1);
      sayso_statement_run (fill);
    }
  sayso_statement_bind_text (statement, "state", state, -1);
  sayso_statement_run (statement);
}

/**
 * sayso_states_change:
 * @db: a connection in a transaction
 * @states: where to note it
 * @row: which state of which table: the PART of "get-PART" in state.sql
 * @id: the row
 * @becomes: (nullable): its new state; %NULL for none, as where what was looked for is not there
 */
void
sayso_states_change (SaysoConnection *db, JsonArray *states, const char *row, gint64 id, const char *becomes)
{
  g_autofree char *was = becomes != NULL ? sayso_states_get (db, row, id) : NULL;
  JsonObject *state;

  if (was == NULL || g_str_equal (was, becomes))
    return;

  state = json_object_new ();
  json_object_set_string_member (state, "row", row);
  json_object_set_int_member (state, "id", id);
  json_object_set_string_member (state, "old", was);
  json_object_set_string_member (state, "new", becomes);
  json_array_add_object_element (states, state);
  set (db, row, id, becomes);
}

/* The first number of a state: an actor, or a relation. */
static gint64
first_of (const char *state)
{
  g_autoptr (JsonNode) node = json_from_string (state, NULL);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_int_element (json_node_get_array (node), 0) : 0;
}

/* What else is so because of the rows: what is found by their words, and what is counted of them. */
void
sayso_states_follow (SaysoConnection *db, JsonArray *states)
{
  for (guint i = 0; i < json_array_get_length (states); i++)
    {
      JsonObject *state = json_array_get_object_element (states, i);
      const char *row = json_object_get_string_member (state, "row");
      const gint64 both[] = { first_of (json_object_get_string_member (state, "old")),
                              first_of (json_object_get_string_member (state, "new")) };

      if (g_str_equal (row, "time") || g_str_equal (row, "event") || g_str_equal (row, "claim"))
        sayso_store_index (db, row, json_object_get_int_member (state, "id"));
      for (guint k = 0; k < 2 && g_str_equal (row, "appearance"); k++)
        sayso_store_recount (db, both[k]);
      for (guint k = 0; k < 2 && g_str_equal (row, "evidence"); k++)
        sayso_statement_run (prepare (db, "count", "relation", both[k]));
    }
}

static void
restore (SaysoConnection *db, JsonObject *state, const char *which)
{
  set (db, json_object_get_string_member (state, "row"), json_object_get_int_member (state, "id"),
       json_object_get_string_member (state, which));
}

/* One row may have changed several times, so the last goes back first. */
void
sayso_states_undo (SaysoConnection *db, JsonArray *states)
{
  for (guint i = json_array_get_length (states); i > 0; i--)
    restore (db, json_array_get_object_element (states, i - 1), "old");
  sayso_states_follow (db, states);
}

void
sayso_states_redo (SaysoConnection *db, JsonArray *states)
{
  for (guint i = 0; i < json_array_get_length (states); i++)
    restore (db, json_array_get_object_element (states, i), "new");
  sayso_states_follow (db, states);
}
