/* sayso-act-evidence.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-act-private.h"

#include <glib/gi18n-lib.h>

/* One sentence less that a relation rests on. The last one takes the relation away with it. */

static void
move (SaysoConnection *db, JsonObject *what, gint64 gone)
{
  SaysoStatement *row = sayso_connection_prepare (db, "evidence/move");

  sayso_statement_bind_int (row, "id", json_object_get_int_member (what, "evidence"));
  sayso_statement_bind_int (row, "gone", gone);
  sayso_statement_run (row);

  row = sayso_connection_prepare (db, "evidence/recount");
  sayso_statement_bind_int (row, "id", json_object_get_int_member (what, "evidence"));
  sayso_statement_run (row);
}

void
sayso_discard_undo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  move (db, what, 0);
}

void
sayso_discard_redo (SaysoConnection *db, gint64 entry, JsonObject *what)
{
  move (db, what, entry);
}

gint64
sayso_discard_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  SaysoStatement *row = sayso_connection_prepare (db, "evidence/find");
  gint64 relation = 0;

  sayso_statement_bind_int (row, "id", command->id);
  if (sayso_statement_next (row))
    {
      relation = sayso_statement_int (row, "relation");
      json_object_set_int_member (what, "evidence", command->id);
      json_object_set_string_member (what, "title", sayso_statement_text (row, "title", NULL));
      sayso_statement_run (row);
    }
  if (relation == 0)
    {
      sayso_act_fail_no_item (db);
      return 0;
    }
  move (db, what, entry);

  return relation;
}
