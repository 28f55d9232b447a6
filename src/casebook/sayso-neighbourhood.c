/* sayso-neighbourhood.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-queries.h"

#include "sayso-casebook-private.h"
#include "sayso-load.h"

/* Of each actor no more relations than these are looked at in each direction, the strongest: there are some with many
 * thousand, of which nobody could see the weak ones. */
#define MAX_TIES 300
/* Ties with more evidence are as strong. */
#define MAX_STRENGTH 255

typedef struct
{
  gint64 id;
  guint n;    /* evidence of the weakest tie on the best way to it */
  guint step; /* how many ties that way has */
} Neighbour;

typedef struct
{
  SaysoConnection *db;
  SaysoFilter *filter; /* without an actor, and with what was rejected: that is asked of the few that matter */
  gboolean rejected;
  GHashTable *known; /* id → Neighbour */
  guint max_actors;
  guint counts[MAX_STRENGTH + 1]; /* of those that are known, by strength */
} Search;

typedef struct
{
  gint64 id;
  gint64 other;
  guint n;
} Tie;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->filter, sayso_filter_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
search_init (Search *self, SaysoConnection *db, const SaysoFilter *filter, guint max_actors)
{
  self->db = db;
  self->filter = filter != NULL ? sayso_filter_copy (filter) : sayso_filter_new ();
  self->rejected = self->filter->rejected;
  self->filter->rejected = TRUE;
  self->filter->actor = 0;
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->max_actors = max_actors;
}

/* The relations from (or to) an actor, strongest first, added to @ties. */
static void
read_ties (Search *self, const char *what, gint64 actor, guint least, GArray *ties)
{
  SaysoStatement *row = sayso_load_prepare (self->db, SAYSO_ITEM_RELATION, what, self->filter,
                                            sayso_connection_sql (self->rejected ? "relation/strongest"
                                                                                 : "relation/strongest-not-rejected"));

  sayso_statement_bind_int (row, "of", actor);
  sayso_statement_bind_int (row, "least", least);
  sayso_statement_bind_int (row, "lim", MAX_TIES);
  while (sayso_statement_next (row))
    {
      Tie tie = { sayso_statement_int (row, "id"), sayso_statement_int (row, "other"), sayso_statement_int (row, "n") };

      g_array_append_val (ties, tie);
    }
}

static gboolean
is_rejected (Search *self, gint64 actor)
{
  SaysoStatement *row;

  if (self->rejected)
    return FALSE;
  row = sayso_connection_prepare (self->db, "actor/is-rejected");
  sayso_statement_bind_int (row, "id", actor);

  return sayso_statement_run_int (row, 0) != 0;
}

static int
compare_others (gconstpointer a, gconstpointer b)
{
  const Tie *m = a, *n = b;

  return (m->other > n->other) - (m->other < n->other);
}

/* Strongest first; of equal ones the nearer, then the older. */
static int
compare_neighbours (gconstpointer a, gconstpointer b)
{
  const Neighbour *m = *(Neighbour *const *) a, *n = *(Neighbour *const *) b;

  if (m->n != n->n)
    return m->n > n->n ? -1 : 1;
  if (m->step != n->step)
    return m->step < n->step ? -1 : 1;

  return (m->id > n->id) - (m->id < n->id);
}

/* How strong the last is that would be shown of those that are known now; 0 while there is room for all. */
static guint
threshold (Search *self)
{
  guint n = 0;

  for (guint strength = MAX_STRENGTH; strength > 0; strength--)
    {
      n += self->counts[strength];
      if (n >= self->max_actors)
        return strength;
    }

  return 0;
}

static void
reach (Search *self, const Neighbour *from, gint64 id, guint n)
{
  Neighbour *known = g_hash_table_lookup (self->known, &id);

  n = MIN (MIN (n, from->n), MAX_STRENGTH);
  if (known == NULL)
    {
      known = g_new0 (Neighbour, 1);
      known->id = id;
      known->step = from->step + 1;
      self->counts[0]++;
      g_hash_table_insert (self->known, &known->id, known);
    }
  if (known->step == from->step + 1 && n > known->n)
    {
      self->counts[known->n]--;
      self->counts[n]++;
      known->n = n;
    }
}

/* All relations between two are one tie. */
static void
expand (Search *self, const Neighbour *from, guint least)
{
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (Tie));

  read_ties (self, "ties-from", from->id, least, ties);
  read_ties (self, "ties-to", from->id, least, ties);
  g_array_sort (ties, compare_others);
  for (guint i = 0; i < ties->len;)
    {
      gint64 other = g_array_index (ties, Tie, i).other;
      guint n = 0;

      for (; i < ties->len && g_array_index (ties, Tie, i).other == other; i++)
        n += g_array_index (ties, Tie, i).n;
      reach (self, from, other, n);
    }
}

/* (element-type Neighbour): all that were reached, strongest first */
static GPtrArray *
sort_known (Search *self)
{
  GPtrArray *all = g_hash_table_get_values_as_ptr_array (self->known);

  g_ptr_array_sort (all, compare_neighbours);

  return all;
}

/* One step further from all that were reached in the last. Nothing lies behind a tie that is stronger than it: so what
 * would not be shown leads to nothing that would, and only relations stronger than the last shown matter. */
static void
step (Search *self, guint number)
{
  g_autoptr (GPtrArray) found = sort_known (self);

  for (guint i = 0; i < MIN (found->len, self->max_actors); i++)
    {
      const Neighbour *from = g_ptr_array_index (found, i);
      guint least = threshold (self);

      if (from->n <= least)
        break;
      if (from->step + 1 == number && !is_rejected (self, from->id))
        expand (self, from, least + 1);
    }
}

/* (element-type gint64): the strongest */
static GArray *
choose (Search *self)
{
  g_autoptr (GPtrArray) found = sort_known (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < found->len && ids->len < self->max_actors; i++)
    {
      const Neighbour *neighbour = g_ptr_array_index (found, i);

      if (!is_rejected (self, neighbour->id))
        g_array_append_val (ids, neighbour->id);
    }

  return ids;
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const Tie *m = a, *n = b;

  if (m->n != n->n)
    return m->n > n->n ? -1 : 1;

  return (m->id > n->id) - (m->id < n->id);
}

/* (element-type gint64): the relations among some actors, strongest first */
static GArray *
read_among (Search *self, GArray *actors, guint max_relations)
{
  g_autoptr (GHashTable) among = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (Tie)), found = g_array_new (FALSE, FALSE, sizeof (Tie));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < actors->len; i++)
    g_hash_table_add (among, &g_array_index (actors, gint64, i));
  for (guint i = 0; i < actors->len; i++)
    {
      g_array_set_size (ties, 0);
      read_ties (self, "ties-from", g_array_index (actors, gint64, i), 1, ties);
      for (guint j = 0; j < ties->len; j++)
        if (g_hash_table_contains (among, &g_array_index (ties, Tie, j).other))
          g_array_append_val (found, g_array_index (ties, Tie, j));
    }
  g_array_sort (found, compare_ties);
  for (guint i = 0; i < MIN (found->len, max_relations); i++)
    g_array_append_val (ids, g_array_index (found, Tie, i).id);

  return ids;
}

static gboolean
load (SaysoCasebook *casebook, Search *search, GArray *ids, guint max_relations, GPtrArray **actors,
      GPtrArray **relations, GError **error)
{
  g_autoptr (GArray) edges = read_among (search, ids, max_relations);
  g_autoptr (GPtrArray) found = NULL, found_relations = NULL;

  found = sayso_load_items (search->db, SAYSO_ITEM_ACTOR, (const gint64 *) ids->data, ids->len);
  found_relations = sayso_load_items (search->db, SAYSO_ITEM_RELATION, (const gint64 *) edges->data, edges->len);
  if (!sayso_casebook_give_back (casebook, search->db, error))
    return FALSE;

  *actors = g_steal_pointer (&found);
  *relations = g_steal_pointer (&found_relations);

  return TRUE;
}

/**
 * sayso_casebook_get_neighbourhood:
 * @self: a casebook
 * @filter: (nullable): which relations tie; its actor is left out of account
 * @actor: whose neighbourhood
 * @n_steps: how many ties away, at least one
 * @max_actors: how many actors at most
 * @max_relations: how many relations at most
 * @actors: (out) (transfer full) (element-type SaysoActor): the actor, then those that are tied to it most strongly
 * @relations: (out) (transfer full) (element-type SaysoRelation): the relations among them that pass, strongest first
 * @error: return location
 *
 * Who is tied to an actor, directly or through others. A tie is as strong as there are sentences for the relations
 * between two; a way is as strong as its weakest tie. Of each actor some hundred of the strongest relations are looked
 * at in each direction, so the time taken does not grow with the casebook. Blocks: call it on a worker thread.
 *
 * Returns: whether it could be read
 */
gboolean
sayso_casebook_get_neighbourhood (SaysoCasebook *self, const SaysoFilter *filter, gint64 actor, guint n_steps,
                                  guint max_actors, guint max_relations, GPtrArray **actors, GPtrArray **relations,
                                  GError **error)
{
  g_auto (Search) search = { NULL };
  g_autoptr (GArray) ids = NULL;
  SaysoConnection *db;
  Neighbour *centre;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && actors != NULL && relations != NULL && n_steps > 0, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  search_init (&search, db, filter, max_actors);
  centre = g_new0 (Neighbour, 1);
  *centre = (Neighbour) { actor, G_MAXUINT, 0 };
  search.counts[MAX_STRENGTH]++;
  g_hash_table_insert (search.known, &centre->id, centre);
  for (guint i = 1; i <= n_steps; i++)
    step (&search, i);
  ids = choose (&search);

  return load (self, &search, ids, max_relations, actors, relations, error);
}

/**
 * sayso_casebook_get_graph:
 * @self: a casebook
 * @filter: (nullable): which
 * @max_actors: how many actors at most
 * @actors: (out) (transfer full) (element-type SaysoActor): the actors with most mentions that pass, strongest first
 * @relations: (out) (transfer full) (element-type SaysoRelation): the relations among them that pass, strongest first;
 *   of each actor some hundred of the strongest are looked at
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
sayso_casebook_get_graph (SaysoCasebook *self, const SaysoFilter *filter, guint max_actors, GPtrArray **actors,
                          GPtrArray **relations, GError **error)
{
  g_auto (Search) search = { NULL };
  g_autoptr (GArray) ids = NULL;
  SaysoConnection *db;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && actors != NULL && relations != NULL, FALSE);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return FALSE;
  search_init (&search, db, filter, max_actors);
  search.filter->actor = filter != NULL ? filter->actor : 0;
  ids = sayso_load_ids (db, SAYSO_ITEM_ACTOR, filter, SAYSO_SORT_STRENGTH, 0, max_actors);

  return load (self, &search, ids, G_MAXUINT, actors, relations, error);
}
