/* sayso-act-split.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-states.h"
#include "sayso-store.h"

/* Some mentions of an actor, found to be of another. */

typedef struct
{
  gint64 id;
  char *state;
} Becoming;

static void
becoming_clear (gpointer data)
{
  g_free (((Becoming *) data)->state);
}

static SaysoStatement *
prepare (SaysoConnection *db, const char *row, gint64 article, gint64 from, gint64 to, SaysoSpan span)
{
  g_autofree char *query = g_strconcat ("split/", row, NULL);
  SaysoStatement *statement = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (statement, "article", article);
  sayso_statement_bind_int (statement, "actor", from);
  sayso_statement_bind_int (statement, "becomes", to);
  sayso_statement_bind_span (statement, span);

  return statement;
}

/* The relation with the other actor, as it becomes for one piece of evidence. */
static char *
read_relation (SaysoConnection *db, SaysoStatement *row)
{
  g_autofree char *type = sayso_statement_dup (row, "type"), *label = sayso_statement_dup (row, "label");
  gint64 relation =
      sayso_store_relation (db, sayso_statement_int (row, "subject"), type, label, sayso_statement_int (row, "object"));

  return g_strdup_printf ("[%" G_GINT64_FORMAT ",0]", relation);
}

static void
redirect_rows (SaysoConnection *db, const char *row, SaysoStatement *statement, JsonArray *states)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Becoming));
  gboolean is_evidence = g_str_equal (row, "evidence");

  g_array_set_clear_func (all, becoming_clear);
  while (sayso_statement_next (statement))
    {
      Becoming becoming = { sayso_statement_int (statement, "id"),
                            is_evidence ? read_relation (db, statement) : sayso_statement_dup (statement, "state") };

      g_array_append_val (all, becoming);
    }
  for (guint i = 0; i < all->len; i++)
    sayso_states_change (db, states, row, g_array_index (all, Becoming, i).id, g_array_index (all, Becoming, i).state);
}

/**
 * sayso_split_redirect:
 * @db: a connection in a transaction
 * @article: an article
 * @from: whom a mention was found to be of
 * @to: whom it is of
 * @span: the mention, which is @to's already
 * @states: where what changes is noted
 *
 * Gives @to the parts in events, the claims and the relations that were found by the mention.
 */
void
sayso_split_redirect (SaysoConnection *db, gint64 article, gint64 from, gint64 to, SaysoSpan span, JsonArray *states)
{
  static const char *const rows[] = { "participants", "claim-source", "event-place", "evidence" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    redirect_rows (db, rows[i], prepare (db, rows[i], article, from, to, span), states);
}

static gint64
find_appearance (SaysoConnection *db, gint64 article, gint64 actor, gint64 made, gint64 *n)
{
  SaysoStatement *row = sayso_connection_prepare (db, "split/appearance");
  gint64 id = 0;

  *n = 0;
  sayso_statement_bind_int (row, "article", article);
  sayso_statement_bind_int (row, "actor", actor);
  sayso_statement_bind_int (row, "made", made);
  if (sayso_statement_next (row))
    {
      id = sayso_statement_int (row, "id");
      *n = sayso_statement_int (row, "n");
      sayso_statement_run (row);
    }

  return id;
}

static void
set_appearance (SaysoConnection *db, gint64 id, gint64 actor, gint64 n, gint64 gone, JsonArray *states)
{
  g_autofree char *state =
      g_strdup_printf ("[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", actor, n, gone);

  if (id != 0)
    sayso_states_change (db, states, "appearance", id, state);
}

/* One that a person marked has an appearance of its own. */
static void
move_appearance (SaysoConnection *db, gint64 article, gint64 mention, gboolean made, gint64 from, gint64 to,
                 gint64 entry, JsonArray *states)
{
  gint64 n, id = find_appearance (db, article, from, made ? mention : 0, &n);
  SaysoStatement *row;

  if (made)
    {
      set_appearance (db, id, to, n, 0, states);
      return;
    }

  set_appearance (db, id, from, n - 1, n == 1 ? entry : 0, states);
  id = find_appearance (db, article, to, 0, &n);
  if (id == 0)
    {
      row = sayso_connection_prepare (db, "split/appear");
      sayso_statement_bind_int (row, "article", article);
      sayso_statement_bind_int (row, "actor", to);
      sayso_statement_bind_int (row, "gone", entry);
      id = sayso_statement_run_int (row, 0);
    }
  set_appearance (db, id, to, n + 1, 0, states);
}

/* Whether it is a mention of the actor. */
static gboolean
move_mention (SaysoConnection *db, gint64 mention, gint64 root, gint64 to, gint64 entry, JsonArray *states)
{
  SaysoStatement *row = sayso_connection_prepare (db, "split/mention");
  g_autofree char *state = NULL;
  gint64 article, from;
  gboolean made, is_its;
  SaysoSpan span;

  sayso_statement_bind_int (row, "id", mention);
  sayso_statement_bind_int (row, "becomes", to);
  if (!sayso_statement_next (row))
    return FALSE;
  is_its = sayso_statement_int (row, "root") == root;
  article = sayso_statement_int (row, "article");
  from = sayso_statement_int (row, "actor");
  made = sayso_statement_int (row, "made") != 0;
  span = sayso_statement_span (row);
  state = sayso_statement_dup (row, "state");
  sayso_statement_run (row);
  if (!is_its)
    return FALSE;

  sayso_states_change (db, states, "mention", mention, state);
  move_appearance (db, article, mention, made, from, to, entry, states);
  sayso_split_redirect (db, article, from, to, span, states);

  return TRUE;
}

static gint64
make_actor (SaysoConnection *db, gint64 like, const char *name, gint64 entry)
{
  g_autofree char *folded = sayso_store_fold (name);
  /* No name has a line break, so no other actor is ever taken for this one. */
  g_autofree char *key = g_strdup_printf ("%s\n%" G_GINT64_FORMAT, folded, entry);
  SaysoStatement *row = sayso_connection_prepare (db, "split/actor");
  gint64 id;

  sayso_statement_bind_int (row, "id", like);
  sayso_statement_bind_text (row, "key", key, -1);
  sayso_statement_bind_text (row, "title", name, -1);
  id = sayso_statement_run_int (row, 0);
  sayso_store_index (db, "actor", id);

  return id;
}

static void
note (const SaysoCommand *command, JsonArray *states, JsonObject *what)
{
  JsonArray *mentions = json_array_new ();

  for (guint i = 0; i < command->ids->len; i++)
    json_array_add_int_element (mentions, g_array_index (command->ids, gint64, i));
  json_object_set_string_member (what, "kind", "actor");
  json_object_set_int_member (what, "id", command->id);
  json_object_set_int_member (what, "into", command->other);
  json_object_set_string_member (what, "name", command->title);
  json_object_set_array_member (what, "mentions", mentions);
  json_object_set_array_member (what, "states", states);
}

gint64
sayso_split_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *count = sayso_connection_prepare (db, "split/mentions");
  JsonArray *states = json_array_new ();
  const char *name = command->title;
  gint64 to = command->other, n_all;

  note (command, states, what);
  if (!sayso_merge_find (db, command->id, what, "title") || (to != 0 && !sayso_merge_find (db, to, what, "into-title")))
    return 0;
  sayso_statement_bind_int (count, "id", command->id);
  n_all = sayso_statement_run_int (count, 0);
  if (to == command->id || (to == 0 && n_all <= command->ids->len))
    {
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED,
                             _ ("“%s” cannot be taken apart so: nothing would be left on one side."),
                             json_object_get_string_member (what, "title"));
      return 0;
    }

  if (to == 0)
    to = make_actor (db, command->id, name != NULL ? name : json_object_get_string_member (what, "title"), entry);
  for (guint i = 0; i < command->ids->len; i++)
    if (!move_mention (db, g_array_index (command->ids, gint64, i), command->id, to, entry, states))
      {
        sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
                               _ ("Not all of these are mentions of “%s”. Choose again."),
                               json_object_get_string_member (what, "title"));
        return 0;
      }
  sayso_states_follow (db, states);

  return to;
}
