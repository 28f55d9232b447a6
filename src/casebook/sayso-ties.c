/* sayso-ties.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-ties.h"

#include "sayso-casebook-private.h"
#include "sayso-derive.h"
#include "sayso-edtf.h"
#include "sayso-load.h"

/* The first second of a date as an article has it; %G_MAXINT64 for none. */
static gint64
parse_published (const char *published)
{
  g_autoptr (SaysoEdtf) edtf = published != NULL ? sayso_edtf_parse (published, NULL) : NULL;
  SaysoBounds bounds;

  if (edtf == NULL)
    return G_MAXINT64;
  sayso_edtf_get_bounds (edtf, &bounds);

  return bounds.earliest != SAYSO_OPEN_PAST ? bounds.earliest : G_MAXINT64;
}

/**
 * sayso_casebook_get_ties:
 * @self: a casebook
 * @relations: (array length=n_relations): ids of relations
 * @n_relations: how many
 * @error: return location
 *
 * Returns: (transfer full) (element-type SaysoTie) (nullable): from whom they are known and since when, in their order
 */
GArray *
sayso_casebook_get_ties (SaysoCasebook *self, const gint64 *relations, guint n_relations, GError **error)
{
  g_autoptr (GArray) ties = g_array_sized_new (FALSE, TRUE, sizeof (SaysoTie), n_relations);
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *ids = NULL;
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);
  g_return_val_if_fail (relations != NULL || n_relations == 0, NULL);

  for (guint i = 0; i < n_relations; i++)
    {
      SaysoTie tie = { relations[i], 1, G_MAXINT64, G_MAXINT64 };

      g_array_append_val (ties, tie);
      g_hash_table_insert (index, (gpointer) &relations[i], GUINT_TO_POINTER (i + 1));
    }

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  ids = sayso_load_ids_json (relations, n_relations);
  row = sayso_connection_prepare (db, "evidence/ties");
  sayso_statement_bind_text (row, "ids", ids, -1);
  while (sayso_statement_next (row))
    {
      gint64 relation = sayso_statement_int (row, "relation");
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (index, &relation));
      SaysoTie *tie;

      if (found == 0)
        continue;
      tie = &g_array_index (ties, SaysoTie, found - 1);
      tie->n_sources = sayso_statement_int (row, "n_sources");
      if (sayso_statement_text (row, "happened", NULL) != NULL)
        tie->happened = sayso_statement_int (row, "happened");
      tie->known = parse_published (sayso_statement_text (row, "published", NULL));
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&ties) : NULL;
}

/**
 * sayso_casebook_get_places:
 * @self: a casebook
 * @error: return location
 *
 * Returns: (transfer full) (element-type SaysoPlace) (nullable): where actors stood in the graph last
 */
GArray *
sayso_casebook_get_places (SaysoCasebook *self, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SaysoPlace));
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "evidence/places");
  while (sayso_statement_next (row))
    {
      SaysoPlace place = { sayso_statement_int (row, "actor"), sayso_statement_int (row, "x"),
                           sayso_statement_int (row, "y"), sayso_statement_int (row, "pinned") != 0 };

      g_array_append_val (places, place);
    }

  return sayso_casebook_give_back (self, db, error) ? g_steal_pointer (&places) : NULL;
}

static void
store_places (SaysoConnection *db, gpointer data)
{
  GArray *places = data;

  for (guint i = 0; i < places->len; i++)
    {
      const SaysoPlace *place = &g_array_index (places, SaysoPlace, i);
      SaysoStatement *row = sayso_connection_prepare (db, "evidence/place");

      sayso_statement_bind_int (row, "actor", place->actor);
      sayso_statement_bind_int (row, "x", place->x);
      sayso_statement_bind_int (row, "y", place->y);
      sayso_statement_bind_int (row, "pinned", place->pinned);
      sayso_statement_run (row);
    }
}

/**
 * sayso_casebook_keep_places:
 * @self: a casebook
 * @places: (element-type SaysoPlace): where actors stand in the graph now
 * @error: return location
 *
 * Keeps them, after all changes that were asked for before, and waits for it. That is no change of what the casebook
 * says: it is in no history, and nobody is told.
 *
 * Returns: whether they are kept
 */
gboolean
sayso_casebook_keep_places (SaysoCasebook *self, GArray *places, GError **error)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && places != NULL, FALSE);

  return sayso_casebook_derive (self, store_places, places, error);
}
