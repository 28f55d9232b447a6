/* sayso-store-relation.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-store.h"

/* A relation between two actors is one row, however many passages it rests on. */

static SaysoStatement *
prepare_relation (SaysoConnection *db, const char *query, gint64 subject, const char *type, const char *label,
                  gint64 object)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, "subject", subject);
  sayso_statement_bind_text (row, "type", type, -1);
  sayso_statement_bind_text (row, "label", label, -1);
  sayso_statement_bind_int (row, "object", object);

  return row;
}

/* Finds a relation, or makes it; with @n passages that it rests on, where those from @first on are counted as they
 * come. */
gint64
sayso_store_relation_resting (SaysoConnection *db, gint64 subject, const char *type, const char *label, gint64 object,
                              guint n, gint64 first)
{
  gint64 id = sayso_statement_run_int (prepare_relation (db, "store/find-relation", subject, type, label, object), 0);
  gboolean is_new = id == 0;
  gint64 from, to, shown;
  SaysoStatement *place, *row;

  if (id != 0 && id < first)
    return id;

  place = prepare_relation (db, "store/relation-place", subject, type, label, object);
  if (!sayso_statement_next (place))
    return id;
  from = sayso_statement_int (place, "from_actor");
  to = sayso_statement_int (place, "to_actor");
  shown = sayso_statement_int (place, "merged");
  sayso_statement_run (place);
  if (from == to && subject != object)
    n = 0;
  if (is_new)
    {
      row = prepare_relation (db, "store/relation", subject, type, label, object);
      sayso_statement_bind_int (row, "from_actor", from);
      sayso_statement_bind_int (row, "to_actor", to);
      sayso_statement_bind_id (row, "merged", shown);
      sayso_statement_bind_int (row, "n", shown == 0 && first < G_MAXINT64 ? n : 0);
      sayso_statement_run (row);
      id = sayso_statement_run_int (sayso_connection_prepare (db, "store/last"), 0);
      sayso_store_search_later (db, SAYSO_ITEM_RELATION, id, NULL, NULL, 0);
    }
  if ((!is_new || shown != 0) && (shown != 0 ? shown : id) >= first)
    {
      row = sayso_connection_prepare (db, "store/add-evidence");
      sayso_statement_bind_int (row, "id", shown != 0 ? shown : id);
      sayso_statement_bind_int (row, "n", n);
      sayso_statement_run (row);
    }

  return id;
}

/* The relation of that name between two actors; made where there is none, resting on nothing. */
gint64
sayso_store_relation (SaysoConnection *db, gint64 subject, const char *type, const char *label, gint64 object)
{
  return sayso_store_relation_resting (db, subject, type, label, object, 0, G_MAXINT64);
}
