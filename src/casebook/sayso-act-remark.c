/* sayso-act-remark.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-casebook-enums.h"
#include "sayso-enum.h"
#include "sayso-store.h"

/* Tags, notes and links: written, changed and erased. */

static char *
find_title (SaysoConnection *db, SaysoItemKind kind, gint64 id)
{
  g_autofree char *query = g_strconcat ("remark/item-", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, kind), NULL);
  SaysoStatement *row = sayso_connection_prepare (db, query);
  char *title = NULL;

  sayso_statement_bind_int (row, "id", id);
  if (sayso_statement_next (row))
    {
      title = sayso_statement_dup (row, "title");
      sayso_statement_run (row);
    }
  if (title == NULL)
    sayso_act_fail_no_item (db);

  return title;
}

/* An item is found by what is written beside it. */
static void
index_item (SaysoConnection *db, JsonObject *what)
{
  sayso_store_index (db, json_object_get_string_member (what, "kind"), json_object_get_int_member (what, "id"));
}

static void
move (SaysoConnection *db, JsonObject *what, gint64 gone)
{
  SaysoStatement *row = sayso_connection_prepare (db, "remark/move");

  sayso_statement_bind_int (row, "id", json_object_get_int_member (what, "remark"));
  sayso_statement_bind_int (row, "gone", gone);
  sayso_statement_run (row);
  index_item (db, what);
}

void
sayso_remark_hide (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  move (db, what, entry);
}

void
sayso_remark_show (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  move (db, what, 0);
}

/* Whether the text will do: that of a link may be empty. */
static gboolean
check_text (SaysoConnection *db, const char *sort, const char *text)
{
  if (!g_utf8_validate (text, -1, NULL) || (*text == '\0' && !g_str_equal (sort, "link")))
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("A tag or a note cannot be empty. Write something."));
  else if (g_str_equal (sort, "tag") && strchr (text, '\n') != NULL)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("A tag cannot have several lines. Write one."));

  return !sayso_connection_failed (db);
}

static gboolean
check_link (SaysoConnection *db, const SaysoCommand *command)
{
  static const char *const types[] = { "supports",    "contradicts",   "same-as",     "answers",     "conflicts",
                                       "not-same-as", "maybe-same-as", "independent", "no-conflict", "superseded",
                                       "other-thing", "unsure",        NULL };
  g_autofree char *title = NULL;

  if (!g_strv_contains (types, command->field))
    sayso_connection_fail (
        db, SAYSO_CASEBOOK_ERROR_FAILED,
        /* Translators: the list is of words that stay as they are */
        _ ("There is no link “%s”. Choose one of supports, contradicts, same-as, answers, conflicts, not-same-as, "
           "maybe-same-as, "
           "independent, no-conflict, superseded, other-thing, unsure."),
        command->field);
  else if (command->kind == command->other_kind && command->id == command->other)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("An item cannot be linked to itself. Choose another."));
  else
    title = find_title (db, command->other_kind, command->other);

  return !sayso_connection_failed (db);
}

static gboolean
check_new_tag (SaysoConnection *db, const SaysoCommand *command, const char *key, const char *title)
{
  SaysoStatement *row = sayso_connection_prepare (db, "remark/has-tag");

  sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_ITEM_KIND, command->kind);
  sayso_statement_bind_int (row, "id", command->id);
  sayso_statement_bind_text (row, "key", key, -1);
  if (sayso_statement_run_int (row, 0) != 0)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_DUPLICATE, _ ("“%s” has the tag “%s” already."), title,
                           command->title);

  return !sayso_connection_failed (db);
}

static gboolean
check_span (SaysoConnection *db, const SaysoCommand *command)
{
  SaysoStatement *row = sayso_connection_prepare (db, "remark/chars");

  sayso_statement_bind_int (row, "id", command->id);
  if (command->span.end > sayso_statement_run_int (row, 0))
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED,
                           _ ("The words that the note is about are not in the text. Select others."));

  return !sayso_connection_failed (db);
}

gint64
sayso_remark_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  const char *sort = sayso_act_of_type (command->type)->word;
  gboolean is_tag = command->type == SAYSO_COMMAND_TAG, is_link = command->type == SAYSO_COMMAND_LINK;
  gboolean on_words = command->span.start < command->span.end;
  g_autofree char *title = find_title (db, command->kind, command->id);
  g_autofree char *key = is_tag ? sayso_store_fold (command->title) : NULL;
  SaysoStatement *row;
  gint64 id;

  if (title == NULL || !check_text (db, sort, command->title) || (is_link && !check_link (db, command)) ||
      (is_tag && !check_new_tag (db, command, key, title)) || (on_words && !check_span (db, command)))
    return 0;

  row = sayso_connection_prepare (db, "remark/add");
  sayso_statement_bind_text (row, "sort", sort, -1);
  sayso_statement_bind_enum (row, "kind", SAYSO_TYPE_ITEM_KIND, command->kind);
  sayso_statement_bind_int (row, "item", command->id);
  sayso_statement_bind_text (row, "text", command->title, -1);
  sayso_statement_bind_text (row, "key", key, -1);
  sayso_statement_bind_int (row, "entry", entry);
  if (is_link)
    {
      sayso_statement_bind_text (row, "type", command->field, -1);
      sayso_statement_bind_enum (row, "other_kind", SAYSO_TYPE_ITEM_KIND, command->other_kind);
      sayso_statement_bind_int (row, "other", command->other);
    }
  id = sayso_statement_run_int (row, 0);
  json_object_set_int_member (what, "remark", id);
  json_object_set_string_member (what, "kind", sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, command->kind));
  json_object_set_int_member (what, "id", command->id);
  json_object_set_string_member (what, "title", title);
  json_object_set_string_member (what, "text", command->title);
  if (on_words)
    {
      json_object_set_int_member (what, "start", command->span.start);
      json_object_set_int_member (what, "stop", command->span.end);
    }
  if (is_link)
    {
      json_object_set_string_member (what, "type", command->field);
      json_object_set_string_member (what, "other-kind",
                                     sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, command->other_kind));
      json_object_set_int_member (what, "other", command->other);
    }
  index_item (db, what);

  return id;
}

/* Notes what a remark is and says. */
static gboolean
note_remark (SaysoConnection *db, gint64 id, JsonObject *what)
{
  SaysoStatement *row = sayso_connection_prepare (db, "remark/get");

  sayso_statement_bind_int (row, "id", id);
  if (!sayso_statement_next (row))
    {
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND, _ ("There is no such tag, note or link any more."));
      return FALSE;
    }
  json_object_set_int_member (what, "remark", id);
  json_object_set_string_member (what, "sort", sayso_statement_text (row, "sort", NULL));
  json_object_set_string_member (what, "kind", sayso_statement_text (row, "kind", NULL));
  json_object_set_int_member (what, "id", sayso_statement_int (row, "item"));
  json_object_set_string_member (what, "title", sayso_statement_text (row, "text", NULL));
  sayso_statement_run (row);

  return TRUE;
}

static void
reword (SaysoConnection *db, JsonObject *what, const char *member)
{
  SaysoStatement *row = sayso_connection_prepare (db, "remark/reword");
  const char *text = json_object_get_string_member (what, member);
  g_autofree char *key =
      g_str_equal (json_object_get_string_member (what, "sort"), "tag") ? sayso_store_fold (text) : NULL;

  sayso_statement_bind_int (row, "id", json_object_get_int_member (what, "remark"));
  sayso_statement_bind_text (row, "text", text, -1);
  sayso_statement_bind_text (row, "key", key, -1);
  sayso_statement_run (row);
  index_item (db, what);
}

void
sayso_reword_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  reword (db, what, "title");
}

void
sayso_reword_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  reword (db, what, "text");
}

gint64
sayso_reword_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  if (!note_remark (db, command->id, what) ||
      !check_text (db, json_object_get_string_member (what, "sort"), command->title))
    return 0;

  json_object_set_string_member (what, "text", command->title);
  sayso_reword_redo (db, entry, what);

  return command->id;
}

gint64
sayso_erase_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  if (!note_remark (db, command->id, what))
    return 0;

  sayso_remark_hide (db, entry, what);

  return command->id;
}
