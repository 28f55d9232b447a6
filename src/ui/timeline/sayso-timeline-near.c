/* sayso-timeline-near.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-near.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_LOOKED_AT 2000
#define MAX_SHOWN 100

static void
near_clear (gpointer data)
{
  SaysoTimelineNear *self = data;

  g_free ((char *) self->event.title);
  g_free (self->shared);
}

static void
add_actors (GHashTable *actors, SaysoEvent *event)
{
  for (guint i = 0; i < event->roles->len; i++)
    {
      gint64 actor = g_array_index (event->roles, SaysoEventRole, i).actor;

      g_hash_table_add (actors, g_memdup2 (&actor, sizeof actor));
    }
}

/* When and with whom the item is: of a claim, when what it tells of was. */
static gboolean
look_up (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, SaysoBounds *when, GHashTable *actors, GHashTable *own,
         GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  if (kind == SAYSO_ITEM_CLAIM)
    {
      g_autoptr (SaysoFilter) told = sayso_filter_new ();
      g_autoptr (SaysoClaim) claim = SAYSO_CLAIM (sayso_casebook_get (casebook, kind, id, error));

      if (claim == NULL)
        return FALSE;
      if (claim->source_actor != 0)
        g_hash_table_add (actors, g_memdup2 (&claim->source_actor, sizeof claim->source_actor));
      told->claim = id;
      g_clear_pointer (&events, g_ptr_array_unref);
      events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, told, SAYSO_SORT_DATE, 0, MAX_SHOWN, error);
      if (events == NULL)
        return FALSE;
    }
  else
    {
      SaysoItem *event = sayso_casebook_get (casebook, SAYSO_ITEM_EVENT, id, error);

      if (event == NULL)
        return FALSE;
      g_ptr_array_add (events, event);
    }

  *when = SAYSO_BOUNDS_UNKNOWN;
  for (guint i = 0; i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);
      gint64 self = sayso_item_get_id (SAYSO_ITEM (event));

      g_hash_table_add (own, g_memdup2 (&self, sizeof self));
      add_actors (actors, event);
      if (sayso_bounds_known (&event->bounds) && !sayso_bounds_known (when))
        *when = event->bounds;
      else if (sayso_bounds_known (&event->bounds))
        {
          when->earliest = MIN (when->earliest, event->bounds.earliest);
          when->latest = MAX (when->latest, event->bounds.latest);
        }
    }

  return TRUE;
}

/* Days from the end of one to the start of the next; less than nothing where they overlap. */
static double
days_between (gint64 end, gint64 start)
{
  return floor (((double) start - (double) end) / SAYSO_SECONDS_A_DAY);
}

/* An open end is as far as can be looked. */
static void
measure_gap (SaysoTimelineNear *near, const SaysoBounds *when, guint days)
{
  const SaysoBounds *other = &near->event.bounds;
  double before = days_between (other->latest, when->earliest), after = days_between (when->latest, other->earliest);
  double most_before = days_between (other->earliest, when->latest),
         most_after = days_between (when->earliest, other->latest);

  near->after = after >= 0;
  near->least_days = MAX (MAX (before, after), 0);
  near->most_days = CLAMP (near->after ? most_after : most_before, near->least_days, 2.0 * days + near->least_days);
}

/* Of the actors of an event those that are asked about; one that is in everything says little. */
static void
share (SaysoTimelineNear *near, SaysoEvent *event, GHashTable *actors, GHashTable *seen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) done = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < event->roles->len; i++)
    {
      const SaysoEventRole *role = &g_array_index (event->roles, SaysoEventRole, i);

      if (!g_hash_table_contains (actors, &role->actor) || !g_hash_table_add (done, (gpointer) &role->actor))
        continue;
      g_ptr_array_add (names, role->name);
      near->weight += 1 / log2 (1 + GPOINTER_TO_UINT (g_hash_table_lookup (seen, &role->actor)));
    }
  g_ptr_array_add (names, NULL);
  /* Translators: between words in a list, as in "claimed, doubted, confirmed" */
  near->shared = g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
}

static GHashTable *
count_actors (GPtrArray *events)
{
  GHashTable *seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const GArray *roles = ((SaysoEvent *) g_ptr_array_index (events, i))->roles;

      for (guint j = 0; j < roles->len; j++)
        {
          gint64 actor = g_array_index (roles, SaysoEventRole, j).actor;
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, &actor));

          g_hash_table_insert (seen, g_memdup2 (&actor, sizeof actor), GUINT_TO_POINTER (n + 1));
        }
    }

  return seen;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const SaysoTimelineNear *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  if (first->event.bounds.earliest != second->event.bounds.earliest)
    return first->event.bounds.earliest < second->event.bounds.earliest ? -1 : 1;

  return first->event.id < second->event.id ? -1 : first->event.id > second->event.id;
}

/**
 * sayso_timeline_near:
 * @casebook: the casebook
 * @kind: an event or a claim
 * @id: which
 * @days: how many days before and after count
 * @error: return location for an error
 *
 * Finds what else happened: events that may lie so many days before or after, and in which somebody takes part who
 * takes part in this too. Ranked by how many those are, by how seldom they are elsewhere in that time, and by how near
 * it is. Blocks: call it on a worker thread.
 *
 * Returns: (transfer full) (element-type SaysoTimelineNear): what weighs most first, or %NULL with an error; empty
 *   where nothing is dated
 */
GArray *
sayso_timeline_near (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint days, GError **error)
{
  const gint64 reach = days * SAYSO_SECONDS_A_DAY;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineNear));
  g_autoptr (GHashTable) actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  SaysoBounds when;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  g_array_set_clear_func (found, near_clear);
  if (!look_up (casebook, kind, id, &when, actors, own, error))
    return NULL;
  if (!sayso_bounds_known (&when) || g_hash_table_size (actors) == 0)
    return g_steal_pointer (&found);

  if (when.earliest == SAYSO_OPEN_PAST)
    when.earliest = when.latest;
  if (when.latest == SAYSO_OPEN_FUTURE)
    when.latest = when.earliest;
  filter->range = when;
  filter->range.earliest -= reach;
  filter->range.latest += reach;
  events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_DATE, 0, MAX_LOOKED_AT, error);
  if (events == NULL)
    return NULL;

  seen = count_actors (events);
  for (guint i = 0; i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);
      SaysoItem *item = SAYSO_ITEM (event);
      gint64 other = sayso_item_get_id (item);
      SaysoTimelineNear near = { .event = { .id = other,
                                            .bounds = event->bounds,
                                            .kind = event->kind,
                                            .voice = event->voice,
                                            .standing = sayso_item_get_standing (item),
                                            .doubted = event->doubted,
                                            .source = SAYSO_SOURCE_AUTHOR,
                                            .group = SAYSO_NONE } };

      if (g_hash_table_contains (own, &other))
        continue;
      share (&near, event, actors, seen);
      if (near.weight == 0)
        {
          g_free (near.shared);
          continue;
        }
      near.event.title = g_strdup (sayso_item_get_title (item));
      measure_gap (&near, &when, days);
      near.weight *= 1 + exp (-3.0 * near.least_days / MAX (days, 1));
      g_array_append_val (found, near);
    }
  g_array_sort (found, compare_weights);
  if (found->len > MAX_SHOWN)
    g_array_set_size (found, MAX_SHOWN);

  return g_steal_pointer (&found);
}
