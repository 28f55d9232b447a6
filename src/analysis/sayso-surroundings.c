/* sayso-surroundings.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-surroundings.h"

#include <math.h>

#include "sayso-derive.h"

/* So many pairs of event and actor are weighed: those nearest in time. */
#define MAX_WEIGHED 4000

/* An actor that an event shares with the item. */
typedef struct
{
  gint64 event;
  gint64 earliest;
  gint64 latest;
  gint64 actor;
  char *name;
  guint tie;
  gboolean unmentioned;
} Shared;

typedef struct
{
  SaysoItemKind kind;
  gint64 id;
  guint days;
  SaysoBounds when;
  GArray *shared; /* of Shared, those of one event together */
} Search;

/* An event, and what it shares. */
typedef struct
{
  SaysoSurrounding found;
  const Shared *shared;
  guint n_shared;
} Near;

static void
shared_clear (gpointer data)
{
  g_free (((Shared *) data)->name);
}

static void
surrounding_clear (gpointer data)
{
  SaysoSurrounding *self = data;

  g_clear_object (&self->event);
  g_clear_pointer (&self->shared, g_ptr_array_unref);
}

static void
search (SaysoConnection *db, gpointer data)
{
  Search *self = data;
  gboolean event = self->kind == SAYSO_ITEM_EVENT;
  SaysoStatement *row = sayso_connection_prepare (db, event ? "telling/when-event" : "telling/when-claim");
  gint64 article, start, stop;

  sayso_statement_bind_int (row, "id", self->id);
  if (!sayso_statement_next (row))
    return;
  article = sayso_statement_int (row, "article");
  start = sayso_statement_int (row, "start");
  stop = sayso_statement_int (row, "stop");
  self->when.earliest = sayso_statement_int (row, "earliest");
  self->when.latest = sayso_statement_int (row, "latest");
  sayso_statement_run (row);
  if (!sayso_bounds_known (&self->when))
    return;

  /* Of what is open to one side, only the other is known. */
  if (self->when.earliest == SAYSO_OPEN_PAST)
    self->when.earliest = self->when.latest;
  if (self->when.latest == SAYSO_OPEN_FUTURE)
    self->when.latest = self->when.earliest;

  row = sayso_connection_prepare (db, "telling/around");
  sayso_statement_bind_int (row, "article", article);
  sayso_statement_bind_int (row, "start", start);
  sayso_statement_bind_int (row, "stop", stop);
  sayso_statement_bind_int (row, "earliest", self->when.earliest);
  sayso_statement_bind_int (row, "latest", self->when.latest);
  sayso_statement_bind_int (row, "reach", self->days * SAYSO_SECONDS_A_DAY);
  sayso_statement_bind_int (row, "event", event ? self->id : 0);
  sayso_statement_bind_int (row, "claim", event ? 0 : self->id);
  sayso_statement_bind_int (row, "lim", MAX_WEIGHED);
  while (sayso_statement_next (row))
    {
      Shared shared = { sayso_statement_int (row, "id"),         sayso_statement_int (row, "earliest"),
                        sayso_statement_int (row, "latest"),     sayso_statement_int (row, "actor"),
                        sayso_statement_dup (row, "name"),       sayso_statement_int (row, "tie"),
                        sayso_statement_int (row, "unmentioned") };

      g_array_append_val (self->shared, shared);
    }
}

/* From the last day of one to the first day of the next, and from the first day of one to the last of the next. An
 * open end is as far as can be looked. */
static void
measure_gap (SaysoSurrounding *found, const Shared *other, const Search *asked)
{
  const double day = SAYSO_SECONDS_A_DAY;
  const SaysoBounds *when = &asked->when;
  double before = ceil (((double) when->earliest - other->latest) / day),
         after = ceil (((double) other->earliest - when->latest) / day);
  double most_before = floor (((double) when->latest - other->earliest) / day),
         most_after = floor (((double) other->latest - when->earliest) / day);

  found->after = after > 0;
  found->least_days = MAX (MAX (before, after), 0);
  if (other->earliest == SAYSO_OPEN_PAST || other->latest == SAYSO_OPEN_FUTURE)
    most_before = most_after = found->least_days + asked->days;
  found->most_days = MAX (found->after ? most_after : most_before, found->least_days);
}

/* An actor that has to do with everything says little; one that takes part says more than one that is only named; and
 * what lasted for years is near everything. */
static void
weigh (Near *near, GHashTable *seen, const Search *asked)
{
  SaysoSurrounding *found = &near->found;
  double length, days = MAX (asked->days, 1);

  for (guint i = 0; i < near->n_shared; i++)
    found->weight +=
        near->shared[i].tie / log2 (1 + GPOINTER_TO_UINT (g_hash_table_lookup (seen, &near->shared[i].actor)));
  measure_gap (found, near->shared, asked);
  length = MAX (((double) near->shared->latest - near->shared->earliest) / SAYSO_SECONDS_A_DAY, 1);
  found->unmentioned = near->shared->unmentioned;
  found->weight *=
      (1 + exp (-3.0 * found->least_days / days) * MIN (1, 2 * days / length)) * (found->unmentioned ? 2 : 1);
}

static GHashTable *
count_actors (const GArray *shared)
{
  GHashTable *seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < shared->len; i++)
    {
      gint64 *actor = &g_array_index (shared, Shared, i).actor;

      g_hash_table_insert (seen, actor, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (seen, actor)) + 1));
    }

  return seen;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Near *first = a, *second = b;

  if (first->found.weight != second->found.weight)
    return first->found.weight > second->found.weight ? -1 : 1;
  if (first->shared->earliest != second->shared->earliest)
    return first->shared->earliest < second->shared->earliest ? -1 : 1;

  return (first->shared->event > second->shared->event) - (first->shared->event < second->shared->event);
}

static GArray *
rank (const Search *asked)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GHashTable) seen = count_actors (asked->shared);
  const Shared *shared = (const Shared *) (gpointer) asked->shared->data;

  for (guint i = 0, n; i < asked->shared->len; i += n)
    {
      Near near = { .shared = &shared[i] };

      for (n = 1; i + n < asked->shared->len && shared[i + n].event == shared[i].event;)
        n++;
      near.n_shared = n;
      weigh (&near, seen, asked);
      g_array_append_val (ranked, near);
    }
  g_array_sort (ranked, compare_weights);

  return ranked;
}

/**
 * sayso_surroundings_of:
 * @casebook: a casebook
 * @kind: event or claim
 * @id: the item
 * @days: how many days before and after count
 * @limit: how many at most
 * @error: return location
 *
 * Finds what else happened: events that may lie so many days before or after the item, of actors that take part in it,
 * or are named in the paragraph that tells of it. Ranked by how closely those are tied to the item, how seldom they are
 * elsewhere in that time, and how near it is; what the item's own article does not tell counts double. Blocks for
 * milliseconds; may be called on any thread.
 *
 * Returns: (transfer full) (nullable) (element-type SaysoSurrounding): what else happened, what weighs most first;
 *   nothing for what has no date; %NULL with an error
 */
GArray *
sayso_surroundings_of (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint days, guint limit, GError **error)
{
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (Shared)), ranked = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (SaysoSurrounding));
  Search self = { kind, id, days, SAYSO_BOUNDS_UNKNOWN, shared };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (kind == SAYSO_ITEM_EVENT || kind == SAYSO_ITEM_CLAIM, NULL);

  g_array_set_clear_func (shared, shared_clear);
  g_array_set_clear_func (found, surrounding_clear);
  if (!sayso_casebook_read (casebook, search, &self, error))
    return NULL;

  ranked = rank (&self);
  for (guint i = 0; i < ranked->len && found->len < limit; i++)
    {
      Near *near = &g_array_index (ranked, Near, i);

      near->found.event = (SaysoEvent *) sayso_casebook_get (casebook, SAYSO_ITEM_EVENT, near->shared->event, NULL);
      if (near->found.event == NULL)
        continue; /* it has gone meanwhile */
      near->found.shared = g_ptr_array_new_with_free_func (g_free);
      for (guint j = 0; j < near->n_shared; j++)
        g_ptr_array_add (near->found.shared, g_strdup (near->shared[j].name));
      g_array_append_val (found, near->found);
    }

  return g_steal_pointer (&found);
}
