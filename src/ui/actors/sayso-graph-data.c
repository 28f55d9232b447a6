/* sayso-graph-data.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "sayso-graph-scope.h"

/* On so large a share of the shortest ways that it is worth saying. */
#define MANY_WAYS 0.1

GHashTable *
sayso_id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
sayso_id_set_add (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

gboolean
sayso_id_set_has (GHashTable *set, gint64 id)
{
  return g_hash_table_contains (set, &id);
}

static void
data_clear (SaysoGraphData *self)
{
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  g_clear_pointer (&self->ties, g_array_unref);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->tie_index, g_hash_table_unref);
  g_clear_pointer (&self->measures, g_free);
}

void
sayso_graph_data_unref (SaysoGraphData *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) data_clear);
}

gboolean
sayso_graph_data_find (SaysoGraphData *self, gint64 actor, guint *index)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &actor));

  *index = found - 1;

  return found > 0;
}

/* The relations as ties between numbers; those that end elsewhere are left out. */
static GArray *
get_edges (SaysoGraphData *self)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (SaysoLayoutEdge));

  for (guint i = 0; i < self->relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (self->relations, i);
      SaysoLayoutEdge edge = { 0, 0, 1 };

      if (sayso_graph_data_find (self, relation->subject, &edge.from) &&
          sayso_graph_data_find (self, relation->object, &edge.to))
        g_array_append_val (edges, edge);
    }

  return edges;
}

/**
 * sayso_graph_data_new:
 * @actors: (element-type SaysoActor): the strongest first
 * @relations: (element-type SaysoRelation): among them
 * @ties: (element-type SaysoTie): in the same order
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Measures how the actors stand among each other: call it on a worker thread.
 *
 * Returns: (transfer full) (nullable): the data
 */
SaysoGraphData *
sayso_graph_data_new (GPtrArray *actors, GPtrArray *relations, GArray *ties, GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoGraphData) self = g_atomic_rc_box_new0 (SaysoGraphData);
  g_autoptr (GArray) edges = NULL;

  g_return_val_if_fail (actors != NULL && relations != NULL && ties != NULL && ties->len == relations->len, NULL);

  self->actors = g_ptr_array_ref (actors);
  self->relations = g_ptr_array_ref (relations);
  self->ties = g_array_ref (ties);
  self->measures = g_new0 (SaysoMeasure, actors->len + 1);
  self->index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < actors->len; i++)
    {
      gint64 id = sayso_item_get_id (g_ptr_array_index (actors, i));

      g_hash_table_insert (self->index, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }
  self->tie_index = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ties->len; i++)
    g_hash_table_insert (self->tie_index, &g_array_index (self->ties, SaysoTie, i).relation, GUINT_TO_POINTER (i + 1));
  edges = get_edges (self);
  if (!sayso_graph_measure (actors->len, (SaysoLayoutEdge *) edges->data, edges->len, self->measures, cancellable,
                            error))
    return NULL;
  for (guint i = 0; i < actors->len; i++)
    self->most_neighbours = MAX (self->most_neighbours, self->measures[i].n_neighbours);

  return g_steal_pointer (&self);
}

/* (nullable): of a relation in the data. */
const SaysoTie *
sayso_graph_data_get_tie (SaysoGraphData *self, gint64 relation)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->tie_index, &relation));

  return found > 0 ? &g_array_index (self->ties, SaysoTie, found - 1) : NULL;
}

/**
 * sayso_graph_data_get_neighbours:
 * @self: data
 * @actor: an actor
 *
 * Returns: (transfer full): a set of the actors it is tied to
 */
GHashTable *
sayso_graph_data_get_neighbours (SaysoGraphData *self, gint64 actor)
{
  GHashTable *set = sayso_id_set_new ();

  for (guint i = 0; i < self->relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (self->relations, i);

      if (relation->subject == actor && relation->object != actor)
        sayso_id_set_add (set, relation->object);
      if (relation->object == actor && relation->subject != actor)
        sayso_id_set_add (set, relation->subject);
    }

  return set;
}

/**
 * sayso_graph_data_get_paths:
 * @self: data
 * @from: an actor
 * @to: another
 *
 * Returns: (transfer full): a set of the actors on the shortest ways between them; empty where there is none
 */
GHashTable *
sayso_graph_data_get_paths (SaysoGraphData *self, gint64 from, gint64 to)
{
  GHashTable *set = sayso_id_set_new ();
  g_autoptr (GArray) edges = get_edges (self), found = NULL;
  guint first, last;

  if (!sayso_graph_data_find (self, from, &first) || !sayso_graph_data_find (self, to, &last))
    return set;

  found = sayso_graph_find_paths (self->actors->len, (SaysoLayoutEdge *) edges->data, edges->len, first, last);
  for (guint i = 0; i < found->len; i++)
    sayso_id_set_add (set, sayso_item_get_id (g_ptr_array_index (self->actors, g_array_index (found, guint, i))));

  return set;
}

/**
 * sayso_graph_data_get_role:
 * @self: data
 * @actor: an actor
 *
 * Returns: (transfer none) (nullable): what it is for the others, in plain words
 */
const char *
sayso_graph_data_get_role (SaysoGraphData *self, gint64 actor)
{
  const SaysoMeasure *measure;
  guint index;

  if (!sayso_graph_data_find (self, actor, &index))
    return NULL;

  measure = &self->measures[index];
  if (measure->cuts && measure->between >= MANY_WAYS)
    return _ ("links groups that are otherwise apart");
  if (measure->between >= MANY_WAYS)
    return _ ("many ways between others lead over it");
  if (measure->n_neighbours == self->most_neighbours && self->most_neighbours > 2)
    return _ ("tied to more than anybody else");

  return measure->cuts ? _ ("some are tied to the rest by it alone") : NULL;
}

/**
 * sayso_graph_data_describe:
 * @self: data
 * @actor: an actor
 *
 * Returns: (transfer full): how it stands among the others, in plain words
 */
char *
sayso_graph_data_describe (SaysoGraphData *self, gint64 actor)
{
  const char *role = sayso_graph_data_get_role (self, actor);
  g_autofree char *ties = NULL;
  guint index, n;

  if (!sayso_graph_data_find (self, actor, &index))
    return g_strdup ("");

  n = self->measures[index].n_neighbours;
  if (n == 0)
    return g_strdup (_ ("Tied to nobody here"));
  ties = g_strdup_printf (ngettext ("Tied to %u other", "Tied to %u others", n), n);

  /* Translators: "Tied to 7 others · links groups that are otherwise apart" */
  return role != NULL ? g_strdup_printf (_ ("%s · %s"), ties, role) : g_steal_pointer (&ties);
}
