/* sayso-provenance-queries.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-casebook-private.h"
#include "sayso-queries.h"
#include "sayso-shape.h"

/**
 * sayso_casebook_get_provenance:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how it came here; %NULL without an error where an older version imported it
 */
SaysoProvenance *
sayso_casebook_get_provenance (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autofree char *json = NULL;
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "query/provenance");
  sayso_statement_bind_int (row, "article", article);
  if (sayso_statement_next (row))
    json = sayso_statement_dup (row, "provenance");
  sayso_statement_run (row);
  if (!sayso_casebook_give_back (self, db, error))
    return NULL;

  return json != NULL ? sayso_provenance_from_json (json) : NULL;
}

/**
 * sayso_casebook_get_near:
 * @self: a casebook
 * @article: an article
 * @error: return location
 *
 * Finds the articles that say nearly the same in the same words: one wire story in many outlets. They are only
 * shown together, never made one.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids; %NULL where they cannot be read
 */
GArray *
sayso_casebook_get_near (SaysoCasebook *self, gint64 article, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GBytes *own = NULL;
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "query/shapes");
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      g_array_append_val (ids, id);
      g_ptr_array_add (shapes, sayso_statement_bytes (row, "shape"));
      if (id == article)
        own = g_ptr_array_index (shapes, shapes->len - 1);
    }
  if (!sayso_casebook_give_back (self, db, error))
    return NULL;

  for (guint i = 0; own != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) != article && sayso_shape_is_near (own, g_ptr_array_index (shapes, i)))
      g_array_append_val (near, g_array_index (ids, gint64, i));

  return g_steal_pointer (&near);
}
