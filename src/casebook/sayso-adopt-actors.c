/* sayso-adopt-actors.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-adopt-private.h"

#include "sayso-names.h"

/* -- mentions that are another's ---------------------------------------------------------------------------- */

/* Where an actor was found; NULL: nowhere, as a person made it of mentions of others. */
static SaysoAnchor *
where_own (SaysoConnection *db, gint64 actor)
{
  SaysoStatement *row = sayso_connection_prepare (db, "adopt/where-own");
  SaysoAnchor *anchor = NULL;

  sayso_statement_bind_int (row, "id", actor);
  if (sayso_statement_next (row))
    {
      anchor = sayso_adopt_anchor (SAYSO_ITEM_ACTOR, sayso_statement_text (row, "sha256", NULL),
                                   sayso_statement_span (row), sayso_statement_text (row, "key", NULL));
      sayso_statement_run (row);
    }

  return anchor;
}

/* One command for all mentions that went from one actor to one other. */
void
sayso_adopt_splits (SaysoAdopting *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/split");
  SaysoCommand *command = NULL;
  gint64 from = 0, to = 0;

  while (sayso_statement_next (row))
    {
      const char *sha256 = sayso_statement_text (row, "sha256", NULL), *key = sayso_statement_text (row, "key", NULL);
      SaysoSpan span = sayso_statement_span (row);
      gint64 none = 0;

      if (command == NULL || from != sayso_statement_int (row, "found_actor") ||
          to != sayso_statement_int (row, "actor"))
        {
          from = sayso_statement_int (row, "found_actor");
          to = sayso_statement_int (row, "actor");
          command = sayso_command_new_split (0, &none, 1, 0, sayso_statement_text (row, "title", NULL));
          command->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_anchor_free);
          sayso_adopt_take (self, command, sayso_adopt_anchor (SAYSO_ITEM_ACTOR, sha256, span, key),
                            where_own (self->from, to), NULL);
        }
      g_ptr_array_add (command->anchors, sayso_adopt_anchor (SAYSO_ITEM_ACTOR, sha256, span, key));
    }
}

/* -- relations that a person found ------------------------------------------------------------------------ */

void
sayso_adopt_relations (SaysoAdopting *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/related");

  while (sayso_statement_next (row))
    {
      SaysoAnchor *subject = sayso_adopt_where (self->from, SAYSO_ITEM_ACTOR, sayso_statement_int (row, "subject")),
                  *object = sayso_adopt_where (self->from, SAYSO_ITEM_ACTOR, sayso_statement_int (row, "object"));
      SaysoCommand *command =
          sayso_command_new_add_relation (0, sayso_statement_span (row), 0, sayso_statement_text (row, "type", NULL),
                                          sayso_statement_text (row, "label", NULL), 0);

      command->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_anchor_free);
      if (subject != NULL)
        g_ptr_array_add (command->anchors, subject);
      if (object != NULL)
        g_ptr_array_add (command->anchors, object);
      sayso_adopt_take (self, command,
                        sayso_adopt_anchor (SAYSO_ITEM_ARTICLE, sayso_statement_text (row, "sha256", NULL),
                                            SAYSO_SPAN (0, 0), NULL),
                        NULL, NULL);
    }
}

/* -- names ------------------------------------------------------------------------------------------------ */

static char *
read_names (SaysoConnection *db)
{
  return sayso_statement_run_text (sayso_connection_prepare (db, "names/last"));
}

/* What the list here says of a name stays. */
void
sayso_adopt_names (SaysoAdopting *self)
{
  g_autofree char *ours = read_names (self->to), *theirs = read_names (self->from), *both = NULL;

  if (theirs == NULL)
    return;
  both = sayso_names_complete (ours != NULL ? ours : "", theirs, &self->tally->n_lost);
  if (g_strcmp0 (both, ours) == 0 || *both == '\0')
    return;

  g_ptr_array_add (self->commands, sayso_command_new_names (both));
  self->tally->n_taken++;
}

/* -- actors that are one there ---------------------------------------------------------------------------- */

static gint64
find_here (SaysoAdopting *self, gint64 actor)
{
  SaysoAnchor *anchor = sayso_adopt_where (self->from, SAYSO_ITEM_ACTOR, actor);
  SaysoStatement *row;

  if (anchor == NULL)
    return 0;
  row = sayso_adopt_prepare (self->to, "find", SAYSO_ITEM_ACTOR);
  sayso_statement_bind_text (row, "sha256", anchor->sha256, -1);
  sayso_statement_bind_span (row, anchor->span);
  sayso_statement_bind_text (row, "key", anchor->key, -1);
  sayso_anchor_free (anchor);

  return sayso_statement_run_int (row, 0);
}

/* Proposes to merge them here. */
void
sayso_adopt_merges (SaysoAdopting *self)
{
  SaysoStatement *row = sayso_connection_prepare (self->from, "adopt/merged");

  while (sayso_statement_next (row))
    {
      SaysoProposal proposal = { find_here (self, sayso_statement_int (row, "id")),
                                 find_here (self, sayso_statement_int (row, "into_actor")) };

      if (proposal.actor != 0 && proposal.into != 0 && proposal.actor != proposal.into)
        g_array_append_val (self->adoption->proposals, proposal);
    }
}
