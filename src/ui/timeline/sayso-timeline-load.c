/* sayso-timeline-load.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-data.h"

/* The agent's lane; where nobody acts, that of the first who takes part. */
static guint
find_actor (SaysoTimelineData *self, GHashTable *by_id, SaysoEvent *event)
{
  const SaysoEventRole *chosen = NULL;
  gpointer index;

  for (guint i = 0; event->roles != NULL && i < event->roles->len; i++)
    {
      const SaysoEventRole *role = &g_array_index (event->roles, SaysoEventRole, i);

      if (chosen == NULL || g_strcmp0 (role->role, "agent") == 0)
        chosen = role;
      if (g_strcmp0 (role->role, "agent") == 0)
        break;
    }
  if (chosen == NULL)
    return SAYSO_NONE;
  if (g_hash_table_lookup_extended (by_id, &chosen->actor, NULL, &index))
    return GPOINTER_TO_UINT (index);

  index = GUINT_TO_POINTER (sayso_timeline_data_add_actor (self, chosen->actor, chosen->name, SAYSO_NAME_OTHER));
  g_hash_table_insert (by_id, g_memdup2 (&chosen->actor, sizeof chosen->actor), index);

  return GPOINTER_TO_UINT (index);
}

static gboolean
load_actors (SaysoTimelineData *self, SaysoCasebook *casebook, GHashTable *by_id, GError **error)
{
  g_autoptr (SaysoFilter) all = sayso_filter_new ();
  g_autoptr (GPtrArray) actors = NULL;

  actors = sayso_casebook_query (casebook, SAYSO_ITEM_ACTOR, all, SAYSO_SORT_STRENGTH, 0, G_MAXUINT, error);
  if (actors == NULL)
    return FALSE;

  for (guint i = 0; i < actors->len; i++)
    {
      SaysoActor *actor = g_ptr_array_index (actors, i);
      gint64 id = sayso_item_get_id (SAYSO_ITEM (actor));
      guint index = sayso_timeline_data_add_actor (self, id, sayso_item_get_title (SAYSO_ITEM (actor)), actor->kind);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index));
    }

  return TRUE;
}

/* Source kinds of claims by their ids. */
static GHashTable *
load_sources (SaysoCasebook *casebook, GError **error)
{
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SaysoFilter) all = sayso_filter_new ();
  g_autoptr (GPtrArray) claims = NULL;

  all->rejected = TRUE;
  claims = sayso_casebook_query (casebook, SAYSO_ITEM_CLAIM, all, SAYSO_SORT_TEXT, 0, G_MAXUINT, error);
  if (claims == NULL)
    return NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      SaysoClaim *claim = g_ptr_array_index (claims, i);
      gint64 id = sayso_item_get_id (SAYSO_ITEM (claim));

      g_hash_table_insert (sources, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (claim->source_kind));
    }

  return g_steal_pointer (&sources);
}

/**
 * sayso_timeline_data_load:
 * @casebook: the casebook
 * @filter: (nullable): what passes; its range is left out of account, so that what is around it stays in sight
 * @error: return location for an error
 *
 * Asks a casebook for its events. Blocks: call it on a worker thread.
 *
 * Returns: (transfer full): finished data, or %NULL with an error
 */
SaysoTimelineData *
sayso_timeline_data_load (SaysoCasebook *casebook, const SaysoFilter *filter, GError **error)
{
  g_autoptr (SaysoTimelineData) self = sayso_timeline_data_new ();
  g_autoptr (SaysoFilter) wide = filter != NULL ? sayso_filter_copy (filter) : sayso_filter_new ();
  g_autoptr (GHashTable) actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) sources = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  wide->range = SAYSO_BOUNDS_UNKNOWN;
  events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, wide, SAYSO_SORT_DATE, 0, G_MAXUINT, error);
  if (events == NULL || !load_actors (self, casebook, actors, error))
    return NULL;
  sources = load_sources (casebook, error);
  if (sources == NULL)
    return NULL;

  for (guint i = 0; i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);
      SaysoTimelineEvent row = {
        .id = sayso_item_get_id (SAYSO_ITEM (event)),
        .title = sayso_item_get_title (SAYSO_ITEM (event)),
        .bounds = event->bounds,
        .kind = event->kind,
        .voice = event->voice,
        .standing = sayso_item_get_standing (SAYSO_ITEM (event)),
        .doubted = event->doubted,
        .source = SAYSO_SOURCE_AUTHOR,
        .actor = find_actor (self, actors, event),
      };

      if (event->claim != 0)
        row.source = GPOINTER_TO_INT (g_hash_table_lookup (sources, &event->claim));
      sayso_timeline_data_add (self, &row);
    }
  sayso_timeline_data_finish (self);

  return g_steal_pointer (&self);
}
