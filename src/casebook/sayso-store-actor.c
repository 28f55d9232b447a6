/* sayso-store-actor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-store.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

/*
 * Where the kind of a name is only a guess, the one actor of that name is it, whatever its kind; 0 where there is none,
 * or more than one, or where the article has it already.
 */
static gint64
find_namesake (SaysoConnection *db, const char *key, GHashTable *taken)
{
  SaysoStatement *find = sayso_connection_prepare (db, "store/find-namesakes");
  gint64 id = 0;
  guint n = 0;

  sayso_statement_bind_text (find, "key", key, -1);
  while (sayso_statement_next (find))
    {
      id = sayso_statement_int (find, "id");
      n++;
    }

  return n == 1 && (taken == NULL || !g_hash_table_contains (taken, &id)) ? id : 0;
}

/**
 * sayso_store_actor:
 * @db: a connection in a transaction
 * @article: the article it is found in
 * @actor: an actor
 * @taken: (nullable): ids of those of the article that cannot be this one
 * @is_new: (out): whether there was none
 *
 * Finds an actor, or makes it. A named one is one over all articles where its kind is the same or only guessed; an
 * unnamed one is only ever the same one of the
 * same article.
 *
 * Returns: its id
 */
gint64
sayso_store_actor (SaysoConnection *db, gint64 article, const SaysoExtractedActor *actor, GHashTable *taken,
                   gboolean *is_new)
{
  g_autofree char *key = sayso_store_fold (actor->name);
  SaysoStatement *find = sayso_connection_prepare (db, actor->unnamed ? "store/find-unnamed" : "store/find-actor");
  SaysoStatement *row = sayso_connection_prepare (db, "store/actor");
  gint64 id = 0;

  if (actor->unnamed)
    sayso_statement_bind_int (find, "article", article);
  else
    sayso_statement_bind_enum (find, "kind", SAYSO_TYPE_NAME_KIND, actor->kind);
  sayso_statement_bind_text (find, "key", key, -1);
  while (sayso_statement_next (find))
    {
      gint64 found = sayso_statement_int (find, "id");

      if (id == 0 && !(actor->unnamed && taken != NULL && g_hash_table_contains (taken, &found)))
        id = found;
    }

  if (id == 0 && !actor->unnamed && !actor->settled)
    id = find_namesake (db, key, taken);

  *is_new = id == 0;
  if (id == 0)
    {
      sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_NAME_KIND, actor->kind);
      sayso_statement_bind_text (row, "key", key, -1);
      sayso_statement_bind_text (row, "title", actor->name, -1);
      sayso_statement_bind_int (row, "unnamed", actor->unnamed);
      sayso_statement_bind_id (row, "article", actor->unnamed ? article : 0);
      sayso_statement_run (row);
      id = sayso_statement_run_int (sayso_connection_prepare (db, "store/last"), 0);
    }

  return id;
}
