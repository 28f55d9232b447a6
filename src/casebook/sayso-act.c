/* sayso-act.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-states.h"
#include "sayso-store.h"

/* -- articles that come and go ------------------------------------------------------------------------ */

/* Moves all rows of an article that are in one state to another. */
void
sayso_act_move (SaysoConnection *db, gint64 article, gboolean whole, gint64 was, gint64 becomes)
{
  static const char *queries[] = { "act/move-article", "act/move-time",  "act/move-alias", "act/move-appearance",
                                   "act/move-mention", "act/move-claim", "act/move-event", "act/move-evidence" };

  for (guint i = whole ? 0 : 1; i < G_N_ELEMENTS (queries); i++)
    {
      SaysoStatement *row = sayso_connection_prepare (db, queries[i]);

      sayso_statement_bind_int (row, "article", article);
      sayso_statement_bind_int (row, "was", was);
      sayso_statement_bind_int (row, "becomes", becomes);
      sayso_statement_run (row);
    }
}

/* Whether there is such an article; it may be gone. Notes its title and, when asked for, its date. */
gboolean
sayso_act_find_article (SaysoConnection *db, gint64 article, gint64 *gone, JsonObject *what, const char *published)
{
  SaysoStatement *row = sayso_connection_prepare (db, "act/article");

  sayso_statement_bind_int (row, "article", article);
  if (!sayso_statement_next (row))
    {
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
                             _ ("The casebook holds no such article. It may have been removed."));
      return FALSE;
    }

  *gone = sayso_statement_int (row, "gone");
  json_object_set_int_member (what, "article", article);
  json_object_set_string_member (what, "title", sayso_statement_text (row, "title", NULL));
  if (published != NULL)
    json_object_set_string_member (what, published, sayso_statement_text (row, "published", NULL));
  sayso_statement_run (row);

  return TRUE;
}

static void
hide (SaysoConnection *db, gint64 article, gint64 entry)
{
  sayso_store_count (db, article, -1, G_MAXINT64);
  sayso_act_move (db, article, TRUE, 0, entry);
}

static void
show (SaysoConnection *db, gint64 article, gint64 entry)
{
  sayso_act_move (db, article, TRUE, entry, 0);
  sayso_store_count (db, article, 1, G_MAXINT64);
}

static gint64
import_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *known = sayso_connection_prepare (db, "store/known");
  gint64 id = 0, gone = 0;

  sayso_statement_bind_text (known, "sha256", sayso_document_get_sha256 (command->document), -1);
  if (sayso_statement_next (known))
    {
      id = sayso_statement_int (known, "id");
      gone = sayso_statement_int (known, "gone");
      sayso_statement_run (known);
    }

  if (id != 0 && gone == 0)
    {
      sayso_act_find_article (db, id, &gone, what, NULL);
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_DUPLICATE, _ ("“%s” is already in the casebook, as “%s”."),
                             sayso_document_get_location (command->document),
                             json_object_get_string_member_with_default (what, "title", ""));
    }
  else if (id != 0)
    {
      show (db, id, gone);
    }
  else
    {
      id = sayso_store_article (db, command->document, command->deflated, command->shape, command->extraction);
    }

  if (!sayso_connection_failed (db) && sayso_act_find_article (db, id, &(gint64) { 0 }, what, NULL))
    {
      json_object_set_int_member (what, "gone", gone != 0 ? gone : entry);
      json_object_set_string_member (what, "sha256", sayso_document_get_sha256 (command->document));
    }

  return id;
}

static gint64
remove_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  gint64 gone;

  if (!sayso_act_find_article (db, command->id, &gone, what, NULL))
    return 0;
  if (gone != 0)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND, _ ("“%s” was removed before."),
                           json_object_get_string_member (what, "title"));

  hide (db, command->id, entry);

  return command->id;
}

static gint64
restore_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  gint64 gone;

  if (!sayso_act_find_article (db, command->id, &gone, what, NULL))
    return 0;
  if (gone == 0)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND, _ ("“%s” is in the casebook; it need not be restored."),
                           json_object_get_string_member (what, "title"));

  json_object_set_int_member (what, "gone", gone);
  show (db, command->id, gone);

  return command->id;
}

/* The entry that the rows bear while they are gone: that of an earlier removal, or this one. */
static gint64
gone_by (JsonObject *what, gint64 entry)
{
  return json_object_get_int_member_with_default (what, "gone", entry);
}

static void
act_hide (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  hide (db, json_object_get_int_member (what, "article"), gone_by (what, entry));
}

static void
act_show (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  show (db, json_object_get_int_member (what, "article"), gone_by (what, entry));
}

/* -- what a person decides ---------------------------------------------------------------------------- */

void
sayso_act_fail_no_item (SaysoConnection *db)
{
  sayso_connection_fail (
      db, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
      _ ("The casebook holds no such item any more. Its article may have been removed or read anew."));
}

static SaysoStatement *
prepare_for (SaysoConnection *db, const char *verb, const char *kind)
{
  g_autofree char *query = g_strdup_printf ("act/%s-%s", verb, kind);

  return sayso_connection_prepare (db, query);
}

static void
set_decision (SaysoConnection *db, const char *kind, gint64 id, const char *standing, const char *chosen)
{
  SaysoStatement *row = prepare_for (db, "set", kind);

  sayso_statement_bind_int (row, "id", id);
  sayso_statement_bind_text (row, "standing", standing, -1);
  if (!g_str_equal (kind, "relation"))
    sayso_statement_bind_text (row, "chosen", chosen, -1);
  sayso_statement_run (row);

  sayso_store_index (db, kind, id);
}

/* Notes how an item stands now, so that it can be put back. */
static gboolean
note_decision (SaysoConnection *db, const char *kind, gint64 id, JsonObject *what)
{
  SaysoStatement *row = prepare_for (db, "get", kind);

  sayso_statement_bind_int (row, "id", id);
  if (!sayso_statement_next (row))
    {
      sayso_act_fail_no_item (db);
      return FALSE;
    }

  json_object_set_string_member (what, "kind", kind);
  json_object_set_int_member (what, "id", id);
  json_object_set_string_member (what, "title", sayso_statement_text (row, "title", NULL));
  json_object_set_string_member (what, "old-standing", sayso_statement_text (row, "standing", NULL));
  json_object_set_string_member (what, "old-chosen", sayso_statement_text (row, "chosen", NULL));
  json_object_set_string_member (what, "chosen", sayso_statement_text (row, "chosen", NULL));
  sayso_statement_run (row);

  return TRUE;
}

static const char *
text_member (JsonObject *what, const char *name)
{
  return json_object_get_string_member_with_default (what, name, NULL);
}

static void
decide_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  set_decision (db, text_member (what, "kind"), json_object_get_int_member (what, "id"),
                text_member (what, "old-standing"), text_member (what, "old-chosen"));
}

static void
decide_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  set_decision (db, text_member (what, "kind"), json_object_get_int_member (what, "id"), text_member (what, "standing"),
                text_member (what, "chosen"));
}

static gint64
decide_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  const char *kind = sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, command->kind);

  if (!note_decision (db, kind, command->id, what))
    return 0;

  /* What counts from such a time must follow, and that takes reading the article anew. */
  if (command->kind == SAYSO_ITEM_TIME && command->standing == SAYSO_STANDING_SUGGESTED &&
      text_member (what, "chosen") != NULL)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED,
                           _ ("The time was changed. Take the change back to make it a suggestion again."));
  json_object_set_string_member (what, "standing", sayso_enum_to_nick (SAYSO_TYPE_STANDING, command->standing));
  if (command->standing == SAYSO_STANDING_SUGGESTED)
    json_object_set_null_member (what, "chosen");
  decide_redo (db, entry, what);

  return command->id;
}

static gint64
rename_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  const char *kind = sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, command->kind);

  if (*command->title == '\0' || !g_utf8_validate (command->title, -1, NULL))
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("A name or title cannot be empty. Enter one."));
  if (!note_decision (db, kind, command->id, what))
    return 0;

  json_object_set_string_member (what, "standing", sayso_enum_to_nick (SAYSO_TYPE_STANDING, SAYSO_STANDING_CHANGED));
  json_object_set_string_member (what, "chosen", command->title);
  decide_redo (db, entry, what);

  return command->id;
}

/* -- what is undone by the states of rows --------------------------------------------------------------- */

static void
undo_states (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  sayso_states_undo (db, json_object_get_array_member (what, "states"));
}

static void
redo_states (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  sayso_states_redo (db, json_object_get_array_member (what, "states"));
}

/* -- all ------------------------------------------------------------------------------------------------ */

static const SaysoAct acts[SAYSO_COMMAND_LAST] = {
  [SAYSO_COMMAND_IMPORT] = { "import", import_apply, act_hide, act_show },
  [SAYSO_COMMAND_REMOVE] = { "remove", remove_apply, act_show, act_hide },
  [SAYSO_COMMAND_RESTORE] = { "restore", restore_apply, act_hide, act_show },
  [SAYSO_COMMAND_DECIDE] = { "decide", decide_apply, decide_undo, decide_redo },
  [SAYSO_COMMAND_RENAME] = { "rename", rename_apply, decide_undo, decide_redo },
  [SAYSO_COMMAND_PUBLISHED] = { "published", sayso_reread_published, sayso_reread_undo, sayso_reread_redo },
  [SAYSO_COMMAND_REDATE] = { "redate", sayso_reread_redate, sayso_reread_undo, sayso_reread_redo },
  [SAYSO_COMMAND_REREAD] = { "reread", sayso_reread_apply, sayso_reread_undo, sayso_reread_redo },
  [SAYSO_COMMAND_EDIT] = { "edit", sayso_edit_apply, sayso_edit_undo, sayso_edit_redo },
  [SAYSO_COMMAND_TAG] = { "tag", sayso_remark_apply, sayso_remark_hide, sayso_remark_show },
  [SAYSO_COMMAND_NOTE] = { "note", sayso_remark_apply, sayso_remark_hide, sayso_remark_show },
  [SAYSO_COMMAND_LINK] = { "link", sayso_remark_apply, sayso_remark_hide, sayso_remark_show },
  [SAYSO_COMMAND_REWORD] = { "reword", sayso_reword_apply, sayso_reword_undo, sayso_reword_redo },
  [SAYSO_COMMAND_ERASE] = { "erase", sayso_erase_apply, sayso_remark_show, sayso_remark_hide },
  [SAYSO_COMMAND_MERGE] = { "merge", sayso_merge_apply, sayso_merge_undo, sayso_merge_redo },
  [SAYSO_COMMAND_SEPARATE] = { "separate", sayso_separate_apply, sayso_separate_undo, sayso_separate_redo },
  [SAYSO_COMMAND_DISCARD] = { "discard", sayso_discard_apply, sayso_discard_undo, sayso_discard_redo },
  [SAYSO_COMMAND_EXTENT] = { "extent", sayso_extent_apply, undo_states, redo_states },
  [SAYSO_COMMAND_SPLIT] = { "split", sayso_split_apply, undo_states, redo_states },
  [SAYSO_COMMAND_ADD_RELATION] = { "add-relation", sayso_add_relation, undo_states, redo_states },
  [SAYSO_COMMAND_ADD_EVENT] = { "add-event", sayso_add_event, sayso_add_undo, sayso_add_redo },
  [SAYSO_COMMAND_ADD_CLAIM] = { "add-claim", sayso_add_claim, sayso_add_undo, sayso_add_redo },
  [SAYSO_COMMAND_ADD_ACTOR] = { "add-actor", sayso_add_actor, sayso_add_undo, sayso_add_redo },
  [SAYSO_COMMAND_ADD_TIME] = { "add-time", sayso_add_time, sayso_add_undo, sayso_add_redo },
  [SAYSO_COMMAND_NAMES] = { "names", sayso_names_apply, sayso_names_step, sayso_names_step },
  [SAYSO_COMMAND_GROUP] = { "group", NULL, NULL, NULL }, /* see sayso-log.c */
};

const SaysoAct *
sayso_act_of_type (SaysoCommandType type)
{
  return &acts[type];
}

const SaysoAct *
sayso_act_of_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].word, word))
      return &acts[i];

  return NULL;
}
