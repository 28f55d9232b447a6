/* sayso-surroundings.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-surroundings.h"

#include <math.h>

#include "sayso-derive.h"

/* So far before and after. */
#define REACH (400 * SAYSO_SECONDS_A_DAY)

/* So many events are weighed; of them, those nearest in time. */
#define MAX_WEIGHED 400

typedef struct
{
  gint64 id;
  gint64 earliest, latest;
  guint n_shared;
  gboolean unmentioned;
  double rank;
  gint64 days;
} Near;

typedef struct
{
  SaysoItemKind kind;
  gint64 id;
  SaysoBounds bounds;
  GArray *near; /* (element-type Near) */
} Search;

static void
clear (gpointer data)
{
  g_clear_object (&((SaysoSurrounding *) data)->event);
}

/* Days from one stretch of time to another; 0 where they may meet. */
static gint64
days_between (const SaysoBounds *from, const Near *to)
{
  if (to->earliest > from->latest)
    return (to->earliest - from->latest + SAYSO_SECONDS_A_DAY - 1) / SAYSO_SECONDS_A_DAY;
  if (to->latest < from->earliest)
    return -(from->earliest - to->latest + SAYSO_SECONDS_A_DAY - 1) / SAYSO_SECONDS_A_DAY;

  return 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Near *first = a, *second = b;

  if (first->unmentioned != second->unmentioned)
    return second->unmentioned - first->unmentioned;
  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

static void
search (SaysoConnection *db, gpointer data)
{
  Search *self = data;
  SaysoStatement *row =
      sayso_connection_prepare (db, self->kind == SAYSO_ITEM_EVENT ? "telling/when-event" : "telling/when-claim");

  sayso_statement_bind_int (row, "id", self->id);
  if (sayso_statement_next (row))
    {
      self->bounds.earliest = sayso_statement_int (row, "earliest");
      self->bounds.latest = sayso_statement_int (row, "latest");
      sayso_statement_run (row);
    }
  if (self->bounds.earliest == SAYSO_OPEN_PAST || self->bounds.latest == SAYSO_OPEN_FUTURE)
    return;

  row = sayso_connection_prepare (db, self->kind == SAYSO_ITEM_EVENT ? "telling/around-event" : "telling/around-claim");
  sayso_statement_bind_int (row, "id", self->id);
  sayso_statement_bind_int (row, "earliest", self->bounds.earliest - REACH);
  sayso_statement_bind_int (row, "latest", self->bounds.latest + REACH);
  sayso_statement_bind_int (row, "lim", MAX_WEIGHED);
  while (sayso_statement_next (row))
    {
      Near near = { sayso_statement_int (row, "id"), sayso_statement_int (row, "earliest"),
                    sayso_statement_int (row, "latest"), sayso_statement_int (row, "n_shared"),
                    sayso_statement_int (row, "unmentioned") };

      near.days = days_between (&self->bounds, &near);
      near.rank = (1 + near.n_shared) / (1 + log2 (1 + ABS (near.days)));
      g_array_append_val (self->near, near);
    }
}

/**
 * sayso_surroundings_of:
 * @casebook: a casebook
 * @kind: event or claim
 * @id: the item
 * @limit: how many at most
 * @error: return location
 *
 * Finds what else happened to the item's actors within about a year before and after, ranked by nearness in time and by
 * how many actors are the same. What the item's own article leaves unmentioned comes first. Blocks for milliseconds;
 * may be called on any thread.
 *
 * Returns: (transfer full) (nullable) (element-type SaysoSurrounding): what else happened; nothing for what has no date
 */
GArray *
sayso_surroundings_of (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint limit, GError **error)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  GArray *found = g_array_new (FALSE, TRUE, sizeof (SaysoSurrounding));
  Search self = { kind, id, SAYSO_BOUNDS_UNKNOWN, near };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  g_array_set_clear_func (found, clear);
  if (!sayso_casebook_read (casebook, search, &self, error))
    {
      g_array_unref (found);
      return NULL;
    }
  g_array_sort (near, compare);
  for (guint i = 0; i < near->len && found->len < limit; i++)
    {
      const Near *at = &g_array_index (near, Near, i);
      SaysoItem *item = sayso_casebook_get (casebook, SAYSO_ITEM_EVENT, at->id, NULL);
      SaysoSurrounding surrounding = { (SaysoEvent *) item, at->days, at->n_shared, at->unmentioned };

      if (item != NULL)
        g_array_append_val (found, surrounding);
    }

  return found;
}
