/* sayso-act-merge.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-enum.h"
#include "sayso-load.h"
#include "sayso-reader-enums.h"
#include "sayso-store.h"

/* Actors found to be one, and taken apart again. Only actor.merged is decided; all else follows from it, so it can be
 * made from it again at any time. */

#define SET(kind) (1u << SAYSO_NAME_##kind)
#define BODIES (SET (ORGANIZATION) | SET (AGENCY) | SET (OUTLET) | SET (GROUP) | SET (OTHER))

/* The kinds that an actor of a kind may turn out to be. States are places that act, and so are found as agencies. */
static const guint compatible[] = {
  [SAYSO_NAME_OTHER] = ~0u,
  [SAYSO_NAME_PERSON] = SET (PERSON) | SET (OTHER),
  [SAYSO_NAME_ORGANIZATION] = BODIES,
  [SAYSO_NAME_AGENCY] = BODIES | SET (PLACE),
  [SAYSO_NAME_OUTLET] = BODIES,
  [SAYSO_NAME_GROUP] = BODIES,
  [SAYSO_NAME_PRODUCT] = SET (PRODUCT) | SET (OTHER),
  [SAYSO_NAME_PLACE] = SET (PLACE) | SET (AGENCY) | SET (OTHER),
};

static void
run_with_ids (SaysoConnection *db, const char *query, const char *ids)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_text (row, "ids", ids, -1);
  sayso_statement_run (row);
}

/* Works out what follows from which actors are merged, for some of them. */
static void
settle (SaysoConnection *db, GArray *actors)
{
  static const char *queries[] = { "merge/count", "merge/relations-between", "merge/relations-merge",
                                   "merge/relations-count" };
  g_autofree char *ids = sayso_load_ids_json ((const gint64 *) actors->data, actors->len);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    run_with_ids (db, queries[i], ids);
  for (guint i = 0; i < actors->len; i++)
    sayso_store_index (db, "actor", g_array_index (actors, gint64, i));
}

/* Some actors, each of them shown for itself or merged into one of them, become one under @root. */
static void
join (SaysoConnection *db, GArray *actors, gint64 root)
{
  g_autofree char *ids = sayso_load_ids_json ((const gint64 *) actors->data, actors->len);
  SaysoStatement *row = sayso_connection_prepare (db, "merge/join");

  sayso_statement_bind_int (row, "root", root);
  sayso_statement_bind_text (row, "ids", ids, -1);
  sayso_statement_run (row);
}

static GArray *
members_of (SaysoConnection *db, gint64 root)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (gint64));
  SaysoStatement *row = sayso_connection_prepare (db, "merge/members");

  sayso_statement_bind_int (row, "id", root);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      g_array_append_val (members, id);
    }

  return members;
}

static void
set_ids (JsonObject *what, const char *name, GArray *ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ids->len; i++)
    json_array_add_int_element (array, g_array_index (ids, gint64, i));
  json_object_set_array_member (what, name, array);
}

static GArray *
get_ids (JsonObject *what, const char *name)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonArray *array = json_object_get_array_member (what, name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gint64 id = json_array_get_int_element (array, i);

      g_array_append_val (ids, id);
    }

  return ids;
}

/* The part of @what, and the one it was or becomes one with, under @root: together or apart. */
static void
arrange (SaysoConnection *db, JsonObject *what, const char *with, gint64 root)
{
  g_autoptr (GArray) part = get_ids (what, "part"), whole = NULL;
  gint64 other = json_object_get_int_member (what, with);

  join (db, part, root);
  whole = members_of (db, other);
  g_array_append_vals (whole, part->data, part->len);
  settle (db, whole);
}

void
sayso_merge_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  arrange (db, what, "into", json_object_get_int_member (what, "id"));
}

void
sayso_merge_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  arrange (db, what, "into", json_object_get_int_member (what, "into"));
}

static gboolean
find_actor (SaysoConnection *db, gint64 id, JsonObject *what, const char *title, int *kind)
{
  SaysoStatement *row = sayso_connection_prepare (db, "merge/actor");

  sayso_statement_bind_int (row, "id", id);
  if (!sayso_statement_next (row))
    {
      sayso_act_fail_no_item (db);
      return FALSE;
    }
  json_object_set_string_member (what, title, sayso_statement_text (row, "title", NULL));
  *kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND);
  sayso_statement_run (row);

  return TRUE;
}

/* Whether there is such an actor, shown for itself; its name becomes the member @title. */
gboolean
sayso_merge_find (SaysoConnection *db, gint64 id, JsonObject *what, const char *title)
{
  return find_actor (db, id, what, title, &(int) { 0 });
}

gint64
sayso_merge_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  g_autoptr (GArray) part = NULL;
  int kind, into_kind;

  if (!find_actor (db, command->id, what, "title", &kind) ||
      !find_actor (db, command->other, what, "into-title", &into_kind))
    return 0;
  if (command->id == command->other)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED,
                           _ ("An actor cannot be merged with itself. Choose another."));
  else if (!command->force && !(compatible[kind] & 1u << into_kind) && !(compatible[into_kind] & 1u << kind))
    sayso_connection_fail (
        db, SAYSO_CASEBOOK_ERROR_KINDS,
        /* Translators: two names, each followed by a word for its kind, such as "person" */
        _ ("“%s” (%s) and “%s” (%s) cannot be one: what they are excludes it. Correct what they are, or merge them all "
           "the same."),
        json_object_get_string_member (what, "title"), sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, kind),
        json_object_get_string_member (what, "into-title"), sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, into_kind));
  if (sayso_connection_failed (db))
    return 0;

  part = members_of (db, command->id);
  json_object_set_int_member (what, "id", command->id);
  json_object_set_int_member (what, "into", command->other);
  set_ids (what, "part", part);
  sayso_merge_redo (db, entry, what);

  return command->other;
}

void
sayso_separate_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  arrange (db, what, "from", json_object_get_int_member (what, "from"));
}

void
sayso_separate_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  arrange (db, what, "from", json_object_get_int_member (what, "id"));
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

gint64
sayso_separate_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *find = sayso_connection_prepare (db, "merge/root");
  g_autoptr (GArray) members = NULL, part = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 root;
  gboolean named;

  sayso_statement_bind_int (find, "id", command->id);
  root = sayso_statement_run_int (find, 0);
  if (!sayso_merge_find (db, root, what, "title"))
    return 0;

  members = members_of (db, root);
  named = contains (command->ids, root);
  /* The name stays with the side that has it, so that is never the part that goes. */
  for (guint i = 0; i < members->len; i++)
    if (contains (command->ids, g_array_index (members, gint64, i)) != named)
      g_array_append_val (part, g_array_index (members, gint64, i));
  for (guint i = 0; i < command->ids->len; i++)
    if (!contains (members, g_array_index (command->ids, gint64, i)))
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND, _ ("Not all of these are one actor. Choose again."));
  if (part->len == 0)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED,
                           _ ("“%s” cannot be taken apart so: nothing would be left on one side."),
                           json_object_get_string_member (what, "title"));
  if (sayso_connection_failed (db))
    return 0;

  json_object_set_int_member (what, "id", g_array_index (part, gint64, 0));
  json_object_set_int_member (what, "from", root);
  set_ids (what, "part", part);
  sayso_separate_redo (db, entry, what);

  return g_array_index (part, gint64, 0);
}
