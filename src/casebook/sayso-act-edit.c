/* sayso-act-edit.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

#include "sayso-casebook-enums.h"
#include "sayso-edits.h"
#include "sayso-enum.h"

/* Setting one thing on an item. */

static SaysoItemKind
kind_of (JsonObject *what)
{
  int kind = SAYSO_ITEM_NONE;

  sayso_enum_from_nick (SAYSO_TYPE_ITEM_KIND, json_object_get_string_member_with_default (what, "kind", ""), &kind);

  return kind;
}

static void
set (SaysoConnection *db, JsonObject *what, const char *value, const char *standing)
{
  sayso_edits_set (db, kind_of (what), json_object_get_int_member (what, "id"),
                   json_object_get_string_member (what, "field"),
                   json_object_get_string_member_with_default (what, value, NULL),
                   json_object_get_string_member (what, standing));
}

void
sayso_edit_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  set (db, what, "old-value", "old-standing");
}

void
sayso_edit_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  set (db, what, "value", "standing");
}

gint64
sayso_edit_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  const char *kind = sayso_enum_to_nick (SAYSO_TYPE_ITEM_KIND, command->kind);
  g_autofree char *query = g_strconcat ("edit/get-", kind, NULL);
  SaysoStatement *row;
  const char *old = NULL, *standing;
  g_autoptr (JsonNode) edits = NULL;

  if (sayso_connection_sql (query) == NULL)
    {
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, _ ("There is nothing called “%s” to set here."),
                             command->field);
      return 0;
    }
  row = sayso_connection_prepare (db, query);
  sayso_statement_bind_int (row, "id", command->id);
  if (!sayso_statement_next (row))
    {
      sayso_act_fail_no_item (db);
      return 0;
    }

  if (sayso_statement_text (row, "edits", NULL) != NULL)
    edits = json_from_string (sayso_statement_text (row, "edits", NULL), NULL);
  if (edits != NULL && JSON_NODE_HOLDS_OBJECT (edits))
    old = json_object_get_string_member_with_default (json_node_get_object (edits), command->field, NULL);
  standing = sayso_statement_text (row, "standing", NULL);
  json_object_set_string_member (what, "kind", kind);
  json_object_set_int_member (what, "id", command->id);
  json_object_set_string_member (what, "title", sayso_statement_text (row, "title", NULL));
  json_object_set_string_member (what, "field", command->field);
  json_object_set_string_member (what, "value", command->value);
  json_object_set_string_member (what, "old-value", old);
  json_object_set_string_member (what, "old-standing", standing);
  /* A grade is said beside what was found; all else corrects it. */
  json_object_set_string_member (what, "standing",
                                 command->value != NULL && !sayso_edits_is_beside (command->field) ? "changed"
                                                                                                   : standing);
  sayso_statement_run (row);
  sayso_edit_redo (db, entry, what);

  return command->id;
}
