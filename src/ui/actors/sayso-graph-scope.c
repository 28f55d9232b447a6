/* sayso-graph-scope.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-scope.h"

/* What a reader can take in at first; the rest comes when asked for. */
#define MOST 60

SaysoGraphScope *
sayso_graph_scope_new (void)
{
  SaysoGraphScope *self = g_new0 (SaysoGraphScope, 1);

  self->most = MOST;
  self->more = sayso_id_set_new ();
  self->hidden = sayso_id_set_new ();
  self->kinds = self->heads = self->voices = SAYSO_SCOPE_ALL;
  self->min_sources = 1;
  self->until = G_MAXINT64;

  return self;
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = sayso_id_set_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    sayso_id_set_add (copy, *(gint64 *) id);

  return copy;
}

SaysoGraphScope *
sayso_graph_scope_copy (const SaysoGraphScope *self)
{
  SaysoGraphScope *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->only = self->only != NULL ? copy_set (self->only) : NULL;
  copy->more = copy_set (self->more);
  copy->hidden = copy_set (self->hidden);

  return copy;
}

void
sayso_graph_scope_free (SaysoGraphScope *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->only, g_hash_table_unref);
  g_hash_table_unref (self->more);
  g_hash_table_unref (self->hidden);
  g_free (self);
}

/* Whether nothing was chosen by the reader but how many. */
gboolean
sayso_graph_scope_is_plain (const SaysoGraphScope *self)
{
  return self->only == NULL && g_hash_table_size (self->more) == 0 && g_hash_table_size (self->hidden) == 0 &&
         self->kinds == SAYSO_SCOPE_ALL && self->heads == SAYSO_SCOPE_ALL && self->voices == SAYSO_SCOPE_ALL &&
         self->min_sources <= 1 && self->until == G_MAXINT64;
}

static gint64
time_of (const SaysoGraphScope *self, const SaysoTie *tie)
{
  return self->by_known ? tie->known : tie->happened;
}

static gboolean
passes_relation (const SaysoGraphScope *self, SaysoRelation *relation, const SaysoTie *tie)
{
  return relation->subject != relation->object && (self->heads & 1u << sayso_edge_head_for_type (relation->type)) &&
         (self->voices & 1u << relation->voice) && tie->n_sources >= self->min_sources &&
         (self->until == G_MAXINT64 || time_of (self, tie) <= self->until);
}

static gboolean
passes_actor (const SaysoGraphScope *self, SaysoActor *actor)
{
  gint64 id = sayso_item_get_id (SAYSO_ITEM (actor));

  if (sayso_id_set_has (self->hidden, id) || (self->only != NULL && !sayso_id_set_has (self->only, id)))
    return FALSE;

  return (self->kinds & (actor->unnamed ? SAYSO_SCOPE_UNNAMED : 1u << actor->kind)) != 0;
}

/**
 * sayso_graph_scope_choose:
 * @self: a scope
 * @data: what there is
 * @actors: (out) (transfer full) (element-type SaysoActor): those to show, the strongest first
 * @relations: (out) (transfer full) (element-type SaysoRelation): those between them
 *
 * Chooses what to show. An actor without a relation to one that passes is not shown, unless it was asked for.
 */
void
sayso_graph_scope_choose (const SaysoGraphScope *self, SaysoGraphData *data, GPtrArray **actors, GPtrArray **relations)
{
  g_autofree guint8 *passes = g_new0 (guint8, data->actors->len + 1);
  g_autofree guint8 *shown = g_new0 (guint8, data->actors->len + 1);
  g_autofree guint8 *tied = g_new0 (guint8, data->actors->len + 1);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint[3]));
  guint n = 0;

  g_return_if_fail (self != NULL && data != NULL && actors != NULL && relations != NULL);

  for (guint i = 0; i < data->actors->len; i++)
    passes[i] = passes_actor (self, g_ptr_array_index (data->actors, i));
  for (guint i = 0; i < data->relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (data->relations, i);
      guint edge[3] = { i, 0, 0 };

      if (!passes_relation (self, relation, &g_array_index (data->ties, SaysoTie, i)) ||
          !sayso_graph_data_find (data, relation->subject, &edge[1]) ||
          !sayso_graph_data_find (data, relation->object, &edge[2]) || !passes[edge[1]] || !passes[edge[2]])
        continue;
      tied[edge[1]] = tied[edge[2]] = TRUE;
      g_array_append_val (edges, edge);
    }

  *actors = g_ptr_array_new_with_free_func (g_object_unref);
  *relations = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < data->actors->len; i++)
    {
      SaysoActor *actor = g_ptr_array_index (data->actors, i);
      gboolean asked = self->only != NULL || sayso_id_set_has (self->more, sayso_item_get_id (SAYSO_ITEM (actor)));

      if (!passes[i] || (!asked && (!tied[i] || n >= self->most)))
        continue;
      n += !asked;
      shown[i] = TRUE;
      g_ptr_array_add (*actors, g_object_ref (actor));
    }
  for (guint i = 0; i < edges->len; i++)
    {
      const guint *edge = (const guint *) edges->data + 3 * i;

      if (shown[edge[1]] && shown[edge[2]])
        g_ptr_array_add (*relations, g_object_ref (g_ptr_array_index (data->relations, edge[0])));
    }
}

/**
 * sayso_graph_scope_get_times:
 * @self: a scope
 * @data: what there is
 * @first: (out): when the first relation happened or became known
 * @last: (out): when the last did
 *
 * Returns: whether any of them has a time
 */
gboolean
sayso_graph_scope_get_times (const SaysoGraphScope *self, SaysoGraphData *data, gint64 *first, gint64 *last)
{
  *first = G_MAXINT64;
  *last = G_MININT64;
  for (guint i = 0; i < data->ties->len; i++)
    {
      gint64 time = time_of (self, &g_array_index (data->ties, SaysoTie, i));

      if (time == G_MAXINT64 || time == G_MININT64)
        continue;
      *first = MIN (*first, time);
      *last = MAX (*last, time);
    }

  return *first <= *last;
}
