/* sayso-timeline-load.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-data.h"

#include <math.h>
#include <string.h>

#include "sayso-remarks.h"

#define MAX_WHOLE 5000  /* events that are loaded all at once */
#define MAX_MOMENTS 600 /* events that are shown singly of more */
#define MAX_UNDATED 200 /* events on the shelf then */

#define REST_ID G_GINT64_CONSTANT (-2) /* of the group of all that have none of their own */

/* Loading the groups of one sort of lane. */
typedef struct
{
  SaysoTimelineData *data;
  GHashTable *by_id; /* of actor, article or event → index of the group */
} Groups;

static void
put (Groups *self, gint64 id, guint group)
{
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (group));
}

static guint
get (Groups *self, gint64 id)
{
  gpointer group;

  return g_hash_table_lookup_extended (self->by_id, &id, NULL, &group) ? GPOINTER_TO_UINT (group) : SAYSO_NONE;
}

static gboolean
load_actors (Groups *self, SaysoCasebook *casebook, GError **error)
{
  g_autoptr (SaysoFilter) all = sayso_filter_new ();
  g_autoptr (GPtrArray) actors =
      sayso_casebook_query (casebook, SAYSO_ITEM_ACTOR, all, SAYSO_SORT_STRENGTH, 0, G_MAXUINT, error);

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    {
      SaysoActor *actor = g_ptr_array_index (actors, i);
      gint64 id = sayso_item_get_id (SAYSO_ITEM (actor));

      put (self, id,
           sayso_timeline_data_add_group (self->data, id, sayso_item_get_title (SAYSO_ITEM (actor)), actor->kind));
    }

  return actors != NULL;
}

/* Articles, or their outlets; the first article of an outlet lends its id. */
static gboolean
load_articles (Groups *self, SaysoCasebook *casebook, GError **error)
{
  g_autoptr (SaysoFilter) all = sayso_filter_new ();
  g_autoptr (GHashTable) outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) articles =
      sayso_casebook_query (casebook, SAYSO_ITEM_ARTICLE, all, SAYSO_SORT_TEXT, 0, G_MAXUINT, error);

  for (guint i = articles != NULL ? articles->len : 0; i-- > 0;)
    {
      SaysoArticle *article = g_ptr_array_index (articles, i);
      gint64 id = sayso_item_get_id (SAYSO_ITEM (article));
      g_autofree char *key = NULL;
      gpointer group;

      if (self->data->lanes == SAYSO_LANES_ARTICLE)
        {
          put (self, id,
               sayso_timeline_data_add_group (self->data, id, sayso_item_get_title (SAYSO_ITEM (article)),
                                              SAYSO_NAME_OTHER));
          continue;
        }
      if (article->outlet == NULL || *article->outlet == '\0')
        continue;
      key = g_utf8_casefold (article->outlet, -1);
      if (!g_hash_table_lookup_extended (outlets, key, NULL, &group))
        {
          group = GUINT_TO_POINTER (sayso_timeline_data_add_group (self->data, id, article->outlet, SAYSO_NAME_OUTLET));
          g_hash_table_insert (outlets, g_steal_pointer (&key), group);
        }
      put (self, id, GPOINTER_TO_UINT (group));
    }

  return articles != NULL;
}

/* An event with several tags is in the lane of the first. */
static gboolean
load_tags (Groups *self, SaysoCasebook *casebook, GError **error)
{
  g_auto (GStrv) tags = sayso_casebook_get_tags (casebook, error);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      guint group = sayso_timeline_data_add_group (self->data, g_str_hash (tags[i]), tags[i], SAYSO_NAME_OTHER);
      g_autoptr (SaysoFilter) tagged = sayso_filter_new ();
      g_autoptr (GPtrArray) events = NULL;

      tagged->rejected = TRUE;
      tagged->text = g_strdup_printf ("tag:\"%s\"", tags[i]);
      events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, tagged, SAYSO_SORT_TEXT, 0, G_MAXUINT, error);
      if (events == NULL)
        return FALSE;
      for (guint j = 0; j < events->len; j++)
        if (get (self, sayso_item_get_id (g_ptr_array_index (events, j))) == SAYSO_NONE)
          put (self, sayso_item_get_id (g_ptr_array_index (events, j)), group);
    }

  return tags != NULL;
}

static gboolean
load_groups (Groups *self, SaysoCasebook *casebook, GError **error)
{
  switch (self->data->lanes)
    {
    case SAYSO_LANES_ACTOR:
      return load_actors (self, casebook, error);
    case SAYSO_LANES_ARTICLE:
    case SAYSO_LANES_OUTLET:
      return load_articles (self, casebook, error);
    case SAYSO_LANES_TAG:
      return load_tags (self, casebook, error);
    default:
      return TRUE;
    }
}

/* The agent; where nobody acts, the first who takes part. */
static const SaysoEventRole *
find_agent (SaysoEvent *event)
{
  for (guint i = 0; i < event->roles->len; i++)
    if (g_str_equal (g_array_index (event->roles, SaysoEventRole, i).role, "agent"))
      return &g_array_index (event->roles, SaysoEventRole, i);

  return event->roles->len > 0 ? &g_array_index (event->roles, SaysoEventRole, 0) : NULL;
}

static guint
find_group (Groups *self, SaysoEvent *event)
{
  const SaysoEventRole *agent;
  guint group;

  switch (self->data->lanes)
    {
    case SAYSO_LANES_ACTOR:
      agent = find_agent (event);
      if (agent == NULL)
        return SAYSO_NONE;
      group = get (self, agent->actor);
      if (group == SAYSO_NONE)
        {
          group = sayso_timeline_data_add_group (self->data, agent->actor, agent->name, SAYSO_NAME_OTHER);
          put (self, agent->actor, group);
        }
      return group;
    case SAYSO_LANES_ARTICLE:
    case SAYSO_LANES_OUTLET:
      return get (self, event->article);
    case SAYSO_LANES_TAG:
      return get (self, sayso_item_get_id (SAYSO_ITEM (event)));
    default:
      return SAYSO_NONE;
    }
}

/* Claims by their ids. */
static GHashTable *
load_claims (SaysoCasebook *casebook, GError **error)
{
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (SaysoFilter) all = sayso_filter_new ();
  g_autoptr (GPtrArray) claims = NULL;

  all->rejected = TRUE;
  claims = sayso_casebook_query (casebook, SAYSO_ITEM_CLAIM, all, SAYSO_SORT_TEXT, 0, G_MAXUINT, error);
  if (claims == NULL)
    return NULL;

  by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < claims->len; i++)
    {
      gint64 id = sayso_item_get_id (g_ptr_array_index (claims, i));

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), g_object_ref (g_ptr_array_index (claims, i)));
    }

  return g_steal_pointer (&by_id);
}

static int
compare_by_place (gconstpointer a, gconstpointer b)
{
  const SaysoEvent *first = *(SaysoEvent *const *) a, *second = *(SaysoEvent *const *) b;

  if (first->article != second->article)
    return first->article < second->article ? -1 : 1;

  return first->trigger.start < second->trigger.start ? -1 : first->trigger.start > second->trigger.start;
}

/* What was learned or reported, by article and place. */
static GPtrArray *
list_tellings (GPtrArray *events)
{
  GPtrArray *tellings = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    if (((SaysoEvent *) g_ptr_array_index (events, i))->kind != SAYSO_EVENT_OCCURRED)
      g_ptr_array_add (tellings, g_ptr_array_index (events, i));
  g_ptr_array_sort (tellings, compare_by_place);

  return tellings;
}

/* The event that the words of a claim's cue tell of: that of "found" in "found that strangers had been inside". */
static gint64
find_telling (GPtrArray *tellings, const SaysoClaim *claim, gint64 self)
{
  for (guint i = 0; i < claim->cue->len; i++)
    {
      SaysoSpan cue = g_array_index (claim->cue, SaysoSpan, i);
      guint low = 0, high = tellings->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;
          const SaysoEvent *event = g_ptr_array_index (tellings, middle);

          if (event->article < claim->article || (event->article == claim->article && event->trigger.end <= cue.start))
            low = middle + 1;
          else
            high = middle;
        }
      if (low < tellings->len)
        {
          SaysoEvent *event = g_ptr_array_index (tellings, low);
          gint64 id = sayso_item_get_id (SAYSO_ITEM (event));

          if (event->article == claim->article && event->trigger.start < cue.end && id != self)
            return id;
        }
    }

  return 0;
}

/* -- all of few -------------------------------------------------------------------------------------- */

static SaysoTimelineData *
load_whole (SaysoCasebook *casebook, const SaysoFilter *wide, SaysoLanes lanes, GError **error)
{
  g_autoptr (SaysoTimelineData) self = sayso_timeline_data_new (lanes);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) claims = NULL;
  g_autoptr (GPtrArray) tellings = NULL;
  Groups groups = { self, by_id };
  g_autoptr (GPtrArray) events = NULL;

  events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, wide, SAYSO_SORT_DATE, 0, G_MAXUINT, error);
  if (events == NULL || !load_groups (&groups, casebook, error))
    return NULL;
  claims = load_claims (casebook, error);
  if (claims == NULL)
    return NULL;
  tellings = list_tellings (events);

  for (guint i = 0; i < events->len; i++)
    {
      SaysoEvent *event = g_ptr_array_index (events, i);
      const SaysoClaim *claim = event->claim != 0 ? g_hash_table_lookup (claims, &event->claim) : NULL;
      SaysoTimelineEvent row = {
        .id = sayso_item_get_id (SAYSO_ITEM (event)),
        .title = sayso_item_get_title (SAYSO_ITEM (event)),
        .bounds = event->bounds,
        .kind = event->kind,
        .voice = event->voice,
        .standing = sayso_item_get_standing (SAYSO_ITEM (event)),
        .doubted = event->doubted,
        .source = SAYSO_SOURCE_AUTHOR,
        .group = find_group (&groups, event),
      };

      if (claim != NULL)
        {
          row.source = claim->source_kind;
          row.told_by = find_telling (tellings, claim, row.id);
        }
      sayso_timeline_data_add (self, &row);
    }
  sayso_timeline_data_finish (self);

  return g_steal_pointer (&self);
}

/* -- a window of many -------------------------------------------------------------------------------- */

/* Buckets and bins do not begin together: each bin gets its part of a bucket. */
static void
count_bins (SaysoTimelineData *self, const SaysoChronicle *all)
{
  double bin = (self->last - self->first) / SAYSO_TIMELINE_BINS, parts[SAYSO_TIMELINE_BINS] = { 0 };

  for (guint i = 0; i < all->crowds->len; i++)
    {
      const SaysoCrowd *crowd = &g_array_index (all->crowds, SaysoCrowd, i);
      double from = CLAMP ((crowd->from - self->first) / bin, 0, SAYSO_TIMELINE_BINS - 0.001);
      double to = CLAMP ((crowd->to + 1.0 - self->first) / bin, from + 0.001, SAYSO_TIMELINE_BINS);

      for (guint j = from; j < to; j++)
        parts[j] += crowd->n * (MIN (to, j + 1.0) - MAX (from, j)) / (to - from);
    }
  for (guint i = 0; i < SAYSO_TIMELINE_BINS; i++)
    self->bins[i] = parts[i] > 0 ? MAX (round (parts[i]), 1) : 0;
}

/* Kinds and sources are groups already, in the same order. */
static guint *
take_lanes (SaysoTimelineData *self, const SaysoChronicle *chronicle)
{
  guint *groups = g_new0 (guint, chronicle->lanes->len + 1);

  for (guint i = 0; i < chronicle->lanes->len; i++)
    {
      const SaysoChronicleLane *lane = &g_array_index (chronicle->lanes, SaysoChronicleLane, i);
      SaysoTimelineGroup *group;

      self->n_dated += lane->n_within + lane->n_before + lane->n_after;
      groups[i] = i;
      if (lane->key != NULL && *lane->key == '\0')
        groups[i] = SAYSO_NONE;
      else if (self->lanes != SAYSO_LANES_KIND && self->lanes != SAYSO_LANES_SOURCE)
        groups[i] = sayso_timeline_data_add_group (self, lane->key != NULL ? g_str_hash (lane->key) : REST_ID,
                                                   lane->name, lane->kind);
      group = groups[i] != SAYSO_NONE ? &g_array_index (self->groups, SaysoTimelineGroup, groups[i]) : &self->ungrouped;
      group->n_groups = lane->n_lanes;
      group->n_before = lane->n_before;
      group->n_after = lane->n_after;
      group->before_at = lane->nearest_before != SAYSO_OPEN_PAST ? lane->nearest_before : -INFINITY;
      group->after_at = lane->nearest_after != SAYSO_OPEN_FUTURE ? lane->nearest_after : INFINITY;
    }

  return groups;
}

static void
take_moments (SaysoTimelineData *self, const SaysoChronicle *chronicle, const guint *groups)
{
  for (guint i = 0; i < chronicle->moments->len; i++)
    {
      const SaysoMoment *moment = &g_array_index (chronicle->moments, SaysoMoment, i);
      SaysoTimelineEvent row = {
        .id = moment->id,
        .title = moment->title,
        .bounds = moment->bounds,
        .kind = moment->kind,
        .voice = moment->voice,
        .standing = moment->standing,
        .doubted = moment->doubted,
        .source = moment->source,
        .group = groups[moment->lane],
      };

      sayso_timeline_data_add (self, &row);
    }
}

static void
take_crowds (SaysoTimelineData *self, const SaysoChronicle *chronicle, const guint *groups)
{
  for (guint i = 0; i < chronicle->crowds->len; i++)
    {
      const SaysoCrowd *crowd = &g_array_index (chronicle->crowds, SaysoCrowd, i);
      SaysoTimelineCrowd row = { crowd->from, crowd->to + 1.0, groups[crowd->lane], crowd->n };

      g_array_append_val (self->crowds, row);
    }
}

static gboolean
load_undated (SaysoTimelineData *self, SaysoCasebook *casebook, const SaysoFilter *wide, GError **error)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_copy (wide);
  g_autoptr (GPtrArray) events = NULL;

  filter->undated = TRUE;
  events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT, 0, MAX_UNDATED, error);
  for (guint i = 0; events != NULL && i < events->len; i++)
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
        .source = event->claim != 0 ? SAYSO_SOURCE_UNKNOWN : SAYSO_SOURCE_AUTHOR,
        .group = SAYSO_NONE,
      };

      sayso_timeline_data_add (self, &row);
    }

  return events != NULL;
}

/* What does not depend on the window. */
static gboolean
load_all_times (SaysoTimelineData *self, SaysoCasebook *casebook, const SaysoFilter *wide, gint64 first, gint64 last,
                GError **error)
{
  g_autoptr (SaysoChronicle) all = NULL;

  self->first = first;
  self->last = MAX (last + 1.0, first + 1.0);
  all = sayso_casebook_get_chronicle (casebook, wide, SAYSO_LANES_KIND, &(SaysoBounds) { first, last },
                                      MAX ((last - first) / 128, 1), 0, error);
  if (all == NULL)
    return FALSE;

  count_bins (self, all);
  self->n_undated = all->n_undated;

  return self->n_undated == 0 || load_undated (self, casebook, wide, error);
}

static void
copy_all_times (SaysoTimelineData *self, const SaysoTimelineData *known)
{
  self->first = known->first;
  self->last = known->last;
  memcpy (self->bins, known->bins, sizeof self->bins);
  self->n_undated = known->n_undated;
  for (guint i = 0; i < known->undated->len; i++)
    {
      SaysoTimelineEvent event = g_array_index (known->undated, SaysoTimelineEvent, i);

      event.group = SAYSO_NONE;
      sayso_timeline_data_add (self, &event);
    }
  self->moved = TRUE;
}

static SaysoTimelineData *
load_window (SaysoCasebook *casebook, const SaysoFilter *wide, SaysoLanes lanes, const SaysoTimelineWindow *window,
             GError **error)
{
  const double limit = 4e18;
  g_autoptr (SaysoTimelineData) self = sayso_timeline_data_new (lanes);
  g_autoptr (SaysoChronicle) chronicle = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree guint *groups = NULL;
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;
  gint64 first, last;

  self->partial = TRUE;
  if (window->known != NULL)
    copy_all_times (self, window->known);
  else if (!sayso_casebook_get_extent (casebook, wide, &first, &last, &failure))
    {
      if (failure == NULL) /* nothing is dated */
        return load_whole (casebook, wide, lanes, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  else if (!load_all_times (self, casebook, wide, first, last, error))
    return NULL;

  self->from = window->to > window->from ? CLAMP (window->from, -limit, limit) : self->first;
  self->to = window->to > window->from ? CLAMP (window->to, -limit, limit) : self->last;
  self->resolution = MAX (window->to > window->from ? window->resolution : (self->to - self->from) / 128, 1);
  bounds.earliest = self->from;
  bounds.latest = self->to - 1;
  chronicle = sayso_casebook_get_chronicle (casebook, wide, lanes, &bounds, self->resolution, MAX_MOMENTS, error);
  if (chronicle == NULL)
    return NULL;

  groups = take_lanes (self, chronicle);
  take_moments (self, chronicle, groups);
  take_crowds (self, chronicle, groups);
  sayso_timeline_data_finish (self);

  return g_steal_pointer (&self);
}

/**
 * sayso_timeline_data_load:
 * @casebook: the casebook
 * @filter: (nullable): what passes; its range is left out of account, so that what is around it stays in sight
 * @lanes: what makes a lane
 * @window: what to load where there are very many events
 * @error: return location for an error
 *
 * Asks a casebook for its events. Blocks: call it on a worker thread.
 *
 * Returns: (transfer full): finished data, or %NULL with an error
 */
SaysoTimelineData *
sayso_timeline_data_load (SaysoCasebook *casebook, const SaysoFilter *filter, SaysoLanes lanes,
                          const SaysoTimelineWindow *window, GError **error)
{
  g_autoptr (SaysoFilter) wide = filter != NULL ? sayso_filter_copy (filter) : sayso_filter_new ();
  guint n = 0;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (window != NULL, NULL);

  wide->range = SAYSO_BOUNDS_UNKNOWN;
  if (window->known != NULL)
    return load_window (casebook, wide, lanes, window, error);
  if (!sayso_casebook_count (casebook, SAYSO_ITEM_EVENT, wide, &n, error))
    return NULL;
  if (n <= (window->max_whole > 0 ? window->max_whole : MAX_WHOLE))
    return load_whole (casebook, wide, lanes, error);

  return load_window (casebook, wide, lanes, window, error);
}
