/* sayso-anchor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-command-private.h"

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-store.h"

void
sayso_anchor_free (SaysoAnchor *self)
{
  g_free (self->sha256);
  g_free (self->key);
  g_free (self);
}

/* "adopt/VERB-KIND" */
static SaysoStatement *
prepare (SaysoConnection *db, const char *verb, SaysoItemKind kind)
{
  g_autofree char *query = g_strdup_printf ("adopt/%s-%s", verb, sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind));

  return sayso_connection_prepare (db, query);
}

/* The item that stands there in this casebook; 0 for none. */
static gint64
find (SaysoConnection *db, const SaysoAnchor *anchor)
{
  SaysoStatement *row = prepare (db, "find", anchor->kind);

  sayso_statement_bind_text (row, "sha256", anchor->sha256, -1);
  sayso_statement_bind_span (row, anchor->span);
  sayso_statement_bind_text (row, "key", anchor->key, -1);

  return sayso_statement_run_int (row, 0);
}

static char *
name_of (SaysoItemKind kind, gint64 id)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT, kind, id);
}

static gboolean
has_remark (SaysoConnection *db, const SaysoCommand *command)
{
  const char *sort = sayso_act_of_type (command->type)->word;
  g_autofree char *key = sayso_store_fold (command->title);
  SaysoStatement *row =
      sayso_connection_prepare (db, command->type == SAYSO_COMMAND_TAG ? "remark/has-tag" : "adopt/has-remark");

  sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_ITEM_KIND, command->kind);
  if (command->type == SAYSO_COMMAND_TAG)
    {
      sayso_statement_bind_int (row, "id", command->id);
      sayso_statement_bind_text (row, "key", key, -1);
    }
  else
    {
      sayso_statement_bind_text (row, "sort", sort, -1);
      sayso_statement_bind_int (row, "item", command->id);
      sayso_statement_bind_text (row, "text", command->title, -1);
      sayso_statement_bind_id (row, "other", command->other);
    }

  return sayso_statement_run_int (row, 0) != 0;
}

/* What a person decided here stays; but one item may take over several decisions. */
static gboolean
is_decided (SaysoConnection *db, const SaysoCommand *command)
{
  g_autofree char *item = name_of (command->kind, command->id);
  SaysoStatement *row = prepare (db, "is-decided", command->kind);

  sayso_statement_bind_int (row, "id", command->id);
  if (sayso_statement_run_int (row, 0) != 0 && !g_hash_table_contains (command->tally->settled, item))
    return TRUE;

  g_hash_table_add (command->tally->settled, g_steal_pointer (&item));

  return FALSE;
}

/* Whether its mark stands where it was found there. */
static gboolean
is_as_found (SaysoConnection *db, const SaysoCommand *command)
{
  SaysoStatement *row = sayso_act_extent_find (db, command);
  gboolean found = sayso_statement_next (row);

  sayso_statement_run (row);

  return found;
}

/* -- what is about several items --------------------------------------------------------------------------- */

typedef enum
{
  TAKEN,
  THERE,
  LOST,
} Outcome;

/* Those of the mentions that are still of one actor; of those that are another's already, that one is the other. */
static gint64
find_mentions (SaysoConnection *db, SaysoCommand *command, gint64 *others)
{
  gint64 root = 0;

  for (guint i = 0; i < command->anchors->len; i++)
    {
      const SaysoAnchor *anchor = g_ptr_array_index (command->anchors, i);
      SaysoStatement *row = sayso_connection_prepare (db, "adopt/find-mention");
      gint64 id, actor;

      sayso_statement_bind_text (row, "sha256", anchor->sha256, -1);
      sayso_statement_bind_span (row, anchor->span);
      sayso_statement_bind_text (row, "key", anchor->key, -1);
      if (!sayso_statement_next (row))
        continue;
      id = sayso_statement_int (row, "id");
      actor = sayso_statement_int (row, "actor");
      if (sayso_statement_int (row, "is_split"))
        *others = *others != 0 ? *others : actor;
      else if (root == 0 || root == actor)
        {
          root = actor;
          g_array_append_val (command->ids, id);
        }
      sayso_statement_run (row);
    }

  return root;
}

static Outcome
settle_split (SaysoConnection *db, SaysoCommand *command)
{
  SaysoStatement *count = sayso_connection_prepare (db, "split/mentions");
  gint64 others = 0;

  g_array_set_size (command->ids, 0);
  command->id = find_mentions (db, command, &others);
  command->other = command->further != NULL ? find (db, command->further) : others;
  if (command->id == 0)
    return others != 0 ? THERE : LOST;
  if (command->id == command->other)
    return THERE;
  sayso_statement_bind_int (count, "id", command->id);

  /* Something has to be left. */
  return command->other != 0 || sayso_statement_run_int (count, 0) > command->ids->len ? TAKEN : LOST;
}

static Outcome
settle_relation (SaysoConnection *db, SaysoCommand *command)
{
  SaysoStatement *row = sayso_connection_prepare (db, "adopt/has-relation");
  gint64 *ids = (gint64 *) command->ids->data;

  command->id = find (db, command->anchor);
  for (guint i = 0; i < command->anchors->len; i++)
    ids[i] = find (db, g_ptr_array_index (command->anchors, i));
  if (command->id == 0 || ids[0] == 0 || ids[1] == 0 || ids[0] == ids[1])
    return LOST;

  sayso_statement_bind_int (row, "article", command->id);
  sayso_statement_bind_span (row, command->span);
  sayso_statement_bind_int (row, "subject", ids[0]);
  sayso_statement_bind_text (row, "type", command->field, -1);
  sayso_statement_bind_text (row, "label", command->title, -1);
  sayso_statement_bind_int (row, "object", ids[1]);

  return sayso_statement_run_int (row, 0) != 0 ? THERE : TAKEN;
}

/* -- all -------------------------------------------------------------------------------------------------- */

static gboolean
is_there (SaysoConnection *db, SaysoCommand *command)
{
  switch (command->type)
    {
    case SAYSO_COMMAND_ADD_EVENT:
    case SAYSO_COMMAND_ADD_CLAIM:
    case SAYSO_COMMAND_ADD_ACTOR:
    case SAYSO_COMMAND_ADD_TIME:
      return find (db, command->further) != 0;
    case SAYSO_COMMAND_TAG:
    case SAYSO_COMMAND_NOTE:
    case SAYSO_COMMAND_LINK:
      return has_remark (db, command);
    case SAYSO_COMMAND_EXTENT:
      return !is_as_found (db, command);
    default:
      return is_decided (db, command);
    }
}

static Outcome
settle_one (SaysoConnection *db, SaysoCommand *command)
{
  command->id = find (db, command->anchor);
  if (command->type == SAYSO_COMMAND_LINK || command->type == SAYSO_COMMAND_EXTENT)
    command->other = find (db, command->further);
  if (command->id == 0 || (command->other_kind != SAYSO_ITEM_NONE && command->other == 0))
    return LOST;

  return is_there (db, command) ? THERE : TAKEN;
}

/**
 * sayso_anchor_settle:
 * @db: a connection in a transaction
 * @command: a change that is taken over from another casebook
 *
 * Finds what it is about in this one, and counts what comes of it.
 *
 * Returns: whether it is to be made
 */
gboolean
sayso_anchor_settle (SaysoConnection *db, SaysoCommand *command)
{
  Outcome outcome = command->type == SAYSO_COMMAND_SPLIT          ? settle_split (db, command)
                    : command->type == SAYSO_COMMAND_ADD_RELATION ? settle_relation (db, command)
                                                                  : settle_one (db, command);

  command->tally->n_lost += outcome == LOST;
  command->tally->n_there += outcome == THERE;
  command->tally->n_taken += outcome == TAKEN;

  return outcome == TAKEN;
}

/* What was added by one of these commands, others of them may change. */
void
sayso_anchor_made (const SaysoCommand *command, gint64 id)
{
  switch (command->type)
    {
    case SAYSO_COMMAND_ADD_EVENT:
    case SAYSO_COMMAND_ADD_CLAIM:
    case SAYSO_COMMAND_ADD_ACTOR:
    case SAYSO_COMMAND_ADD_TIME:
      g_hash_table_add (command->tally->settled, name_of (command->further->kind, id));
      break;
    default:
      break;
    }
}
