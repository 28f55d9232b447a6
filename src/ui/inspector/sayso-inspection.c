/* sayso-inspection.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-inspection.h"

#include "sayso-surroundings.h"

#define MAX_EVENTS 4
#define MAX_RELATIONS 12
#define MAX_AROUND 6
#define MAX_BEFORE 12
#define MAX_HISTORY 12
#define MAX_AUTHORS 4
#define MAX_NEAR 12
#define AROUND_DAYS 60

/* What one load asks for, and of whom. */
typedef struct
{
  SaysoCasebook *casebook;
  SaysoItemKind kind;
  gint64 id;
  guint max_passages;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->casebook);
  g_free (request);
}

void
sayso_inspection_free (SaysoInspection *self)
{
  g_clear_object (&self->item);
  g_clear_object (&self->article);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_object (&self->place);
  g_clear_pointer (&self->dates, sayso_dates_free);
  g_clear_object (&self->time);
  g_clear_object (&self->anchor);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->around, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->remarks, g_array_unref);
  g_clear_pointer (&self->edits, g_hash_table_unref);
  g_clear_pointer (&self->history, g_array_unref);
  g_clear_pointer (&self->provenance, sayso_provenance_unref);
  g_clear_pointer (&self->near, g_ptr_array_unref);
  g_clear_pointer (&self->profile, sayso_profile_free);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  g_free (self);
}

/* An item that another one points to; one that is not there is left out. */
static gpointer
get_linked (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id)
{
  return id != 0 ? sayso_casebook_get (casebook, kind, id, NULL) : NULL;
}

static void
add_actor (SaysoInspection *self, SaysoCasebook *casebook, gint64 id)
{
  SaysoItem *actor = get_linked (casebook, SAYSO_ITEM_ACTOR, id);

  if (actor != NULL)
    g_ptr_array_add (self->actors, actor);
}

/* Whether something can count from it: it has both ends, within a year. */
static gboolean
is_exact (const SaysoTime *time)
{
  return (time->type == SAYSO_TIME_DATE || time->type == SAYSO_TIME_TIME) && time->bounds.earliest != SAYSO_OPEN_PAST &&
         time->bounds.latest != SAYSO_OPEN_FUTURE &&
         time->bounds.latest - time->bounds.earliest <= 366 * SAYSO_SECONDS_A_DAY;
}

static gboolean
load_before (SaysoInspection *self, SaysoCasebook *casebook, const SaysoTime *time, GError **error)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) times = NULL;

  filter->article = time->article;
  times = sayso_casebook_query (casebook, SAYSO_ITEM_TIME, filter, SAYSO_SORT_TEXT, 0, G_MAXINT, error);
  if (times == NULL)
    return FALSE;

  self->before = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = times->len; i-- > 0;)
    {
      SaysoTime *other = g_ptr_array_index (times, i);
      gboolean counted = sayso_item_get_id (SAYSO_ITEM (other)) == time->anchor_time;

      if (counted || (other->span.end <= time->span.start && is_exact (other) && self->before->len < MAX_BEFORE))
        g_ptr_array_add (self->before, g_object_ref (other));
    }

  return TRUE;
}

static gboolean
load_time (SaysoInspection *self, SaysoCasebook *casebook, GError **error)
{
  SaysoTime *time = SAYSO_TIME (self->item);

  self->article = get_linked (casebook, SAYSO_ITEM_ARTICLE, time->article);
  self->anchor = get_linked (casebook, SAYSO_ITEM_TIME, time->anchor_time);

  return load_before (self, casebook, time, error);
}

/* How an article came, and what is nearly the same. Where that cannot be read there is nothing to show. */
static void
load_origin (SaysoInspection *self, SaysoCasebook *casebook)
{
  g_autoptr (GArray) near = sayso_casebook_get_near (casebook, sayso_item_get_id (self->item), NULL);

  self->provenance = sayso_casebook_get_provenance (casebook, sayso_item_get_id (self->item), NULL);
  for (guint i = 0; near != NULL && i < MIN (near->len, MAX_NEAR); i++)
    {
      SaysoItem *other = get_linked (casebook, SAYSO_ITEM_ARTICLE, g_array_index (near, gint64, i));

      if (other != NULL)
        g_ptr_array_add (self->near, other);
    }
}

/* Of one who wrote @n articles at least. */
static gboolean
load_author (SaysoInspection *self, SaysoCasebook *casebook, const char *name, guint n)
{
  g_autoptr (GPtrArray) profiles = sayso_profiles_read (casebook, SAYSO_PROFILE_BY_AUTHOR, name, NULL);
  const SaysoProfile *first = profiles != NULL && profiles->len > 0 ? g_ptr_array_index (profiles, 0) : NULL;

  if (first == NULL || first->n_articles < n)
    return FALSE;
  g_ptr_array_add (self->authors, g_ptr_array_steal_index (profiles, 0));

  return TRUE;
}

static void
load_authors (SaysoInspection *self, SaysoCasebook *casebook)
{
  if (SAYSO_IS_ARTICLE (self->item) && SAYSO_ARTICLE (self->item)->byline != NULL)
    {
      g_auto (GStrv) names = g_strsplit (SAYSO_ARTICLE (self->item)->byline, ", ", -1);

      for (guint i = 0; names[i] != NULL && self->authors->len < MAX_AUTHORS; i++)
        load_author (self, casebook, names[i], 2);
    }
  else if (SAYSO_IS_ACTOR (self->item) && SAYSO_ACTOR (self->item)->kind == SAYSO_NAME_PERSON &&
           !SAYSO_ACTOR (self->item)->unnamed)
    {
      char **aliases = SAYSO_ACTOR (self->item)->aliases;
      gboolean found = load_author (self, casebook, sayso_item_get_title (self->item), 1);

      for (guint i = 0; !found && aliases != NULL && aliases[i] != NULL; i++)
        found = load_author (self, casebook, aliases[i], 1);
    }
}

/* How an article is sourced, or all that an outlet published. Where that cannot be read there is nothing to show. */
static void
load_profile (SaysoInspection *self, SaysoCasebook *casebook)
{
  load_authors (self, casebook);
  if (SAYSO_IS_ARTICLE (self->item))
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, sayso_item_get_id (self->item));
      g_autoptr (GPtrArray) profiles = sayso_profiles_read (casebook, SAYSO_PROFILE_BY_ARTICLE, key, NULL);

      if (profiles != NULL && profiles->len > 0)
        self->profile = g_ptr_array_steal_index (profiles, 0);
    }
  else if (SAYSO_ACTOR (self->item)->kind == SAYSO_NAME_OUTLET)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;

      g_strv_builder_add (names, sayso_item_get_title (self->item));
      g_strv_builder_addv (names, (const char **) SAYSO_ACTOR (self->item)->aliases);
      all = g_strv_builder_end (names);
      self->profile = sayso_profile_of_outlet (casebook, (const char *const *) all, NULL);
    }
}

static gboolean
load_actor (SaysoInspection *self, SaysoCasebook *casebook, GError **error)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();

  load_profile (self, casebook);
  filter->actor = sayso_item_get_id (self->item);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  self->relations =
      sayso_casebook_query (casebook, SAYSO_ITEM_RELATION, filter, SAYSO_SORT_STRENGTH, 0, MAX_RELATIONS, error);

  return self->relations != NULL;
}

static gboolean
holds (GPtrArray *items, SaysoItem *item)
{
  for (guint i = 0; i < items->len; i++)
    if (sayso_item_get_id (g_ptr_array_index (items, i)) == sayso_item_get_id (item))
      return TRUE;

  return FALSE;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const SaysoEvent *first = *(SaysoEvent *const *) a;
  const SaysoEvent *second = *(SaysoEvent *const *) b;

  return first->bounds.earliest < second->bounds.earliest ? -1 : first->bounds.earliest > second->bounds.earliest;
}

/* What else happened, before and after, to those who have to do with it: what weighs most, in order of time. */
static gboolean
load_around (SaysoInspection *self, SaysoCasebook *casebook, GError **error)
{
  g_autoptr (GArray) found = sayso_surroundings_of (casebook, sayso_item_get_kind (self->item),
                                                    sayso_item_get_id (self->item), AROUND_DAYS, MAX_AROUND, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->around, g_object_ref (g_array_index (found, SaysoSurrounding, i).event));
  g_ptr_array_sort (self->around, compare_dates);

  return TRUE;
}

static gboolean
load_event (SaysoInspection *self, SaysoCasebook *casebook, GError **error)
{
  SaysoEvent *event = SAYSO_EVENT (self->item);

  self->article = get_linked (casebook, SAYSO_ITEM_ARTICLE, event->article);
  self->place = get_linked (casebook, SAYSO_ITEM_ACTOR, event->place);
  self->time = get_linked (casebook, SAYSO_ITEM_TIME, event->time);
  if (self->time != NULL)
    self->anchor = get_linked (casebook, SAYSO_ITEM_TIME, self->time->anchor_time);
  if (self->time != NULL && !load_before (self, casebook, self->time, error))
    return FALSE;
  for (guint i = 0; event->roles != NULL && i < event->roles->len; i++)
    add_actor (self, casebook, g_array_index (event->roles, SaysoEventRole, i).actor);
  self->links = event->claim != 0 ? sayso_chain_of_claim (casebook, event->claim, error)
                                  : sayso_chain_of_author (casebook, event->article, error);

  return self->links != NULL && load_around (self, casebook, error);
}

/* The words of spans that the text may separate, joined. */
static char *
slice_spans (SaysoText *text, GArray *spans)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      g_autofree char *slice = sayso_text_slice (text, g_array_index (spans, SaysoSpan, i));

      if (words->len > 0)
        g_string_append (words, " … ");
      g_string_append (words, g_strstrip (slice));
    }

  return g_string_free_and_steal (words);
}

static gboolean
load_claim (SaysoInspection *self, SaysoCasebook *casebook, GError **error)
{
  SaysoClaim *claim = SAYSO_CLAIM (self->item);
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (SaysoText) text = sayso_casebook_get_text (casebook, claim->article, error);

  if (text == NULL)
    return FALSE;

  self->content = slice_spans (text, claim->content);
  self->article = get_linked (casebook, SAYSO_ITEM_ARTICLE, claim->article);
  self->links = sayso_chain_of_claim (casebook, sayso_item_get_id (self->item), error);
  if (self->links == NULL)
    return FALSE;

  filter->claim = sayso_item_get_id (self->item);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = sayso_casebook_query (casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_DATE, 0, MAX_EVENTS, error);
  if (self->events == NULL)
    return FALSE;

  return load_around (self, casebook, error);
}

/* The relation is told where its first evidence stands: by the author, unless that is in a claim. */
static gboolean
load_relation (SaysoInspection *self, SaysoCasebook *casebook, GError **error)
{
  SaysoRelation *relation = SAYSO_RELATION (self->item);
  const SaysoPassage *first = NULL;

  add_actor (self, casebook, relation->subject);
  add_actor (self, casebook, relation->object);
  if (self->passages->len == 0)
    return TRUE;

  for (guint i = 0; i < self->passages->len && self->events->len < MAX_EVENTS; i++)
    {
      SaysoItem *event = get_linked (casebook, SAYSO_ITEM_EVENT, g_array_index (self->passages, SaysoPassage, i).event);

      if (event != NULL && sayso_item_get_standing (event) != SAYSO_STANDING_REJECTED && !holds (self->events, event))
        g_ptr_array_add (self->events, event);
      else
        g_clear_object (&event);
    }

  first = &g_array_index (self->passages, SaysoPassage, 0);
  self->links = first->claim != 0 ? sayso_chain_of_claim (casebook, first->claim, error)
                                  : sayso_chain_of_author (casebook, first->article, error);

  return self->links != NULL;
}

/**
 * sayso_inspection_load:
 * @casebook: a casebook
 * @kind: what kind of item
 * @id: which
 * @max_passages: how much of the evidence to read; 0 for no more than the item and, of a claim, its chain
 * @error: return location for an error
 *
 * Blocks for some milliseconds: call it on a worker thread.
 *
 * Returns: (transfer full) (nullable): what is to be shown of the item, or %NULL with @error set
 */
SaysoInspection *
sayso_inspection_load (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint max_passages, GError **error)
{
  g_autoptr (SaysoInspection) self = NULL;
  gboolean loaded = TRUE;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (kind != SAYSO_ITEM_NONE, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (SaysoInspection, 1);
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->around = g_ptr_array_new_with_free_func (g_object_unref);
  self->relations = g_ptr_array_new_with_free_func (g_object_unref);
  self->near = g_ptr_array_new_with_free_func (g_object_unref);
  self->authors = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_profile_free);

  self->item = sayso_casebook_get (casebook, kind, id, error);
  if (self->item == NULL)
    return NULL;

  if (max_passages == 0 && kind == SAYSO_ITEM_CLAIM)
    {
      self->links = sayso_chain_of_claim (casebook, id, error);
      if (self->links == NULL)
        return NULL;
      self->level = sayso_chain_level (self->links);
    }
  if (max_passages > 0)
    {
      self->remarks = sayso_casebook_get_remarks (casebook, kind, id, error);
      self->edits = self->remarks == NULL ? NULL : sayso_casebook_get_edits (casebook, kind, id, error);
      self->history = self->edits == NULL ? NULL : sayso_casebook_get_history (casebook, kind, id, MAX_HISTORY, error);
      if (self->history == NULL)
        return NULL;
    }
  if (max_passages > 0 && kind == SAYSO_ITEM_ARTICLE)
    {
      load_origin (self, casebook);
      load_profile (self, casebook);
    }
  if (max_passages == 0 || kind == SAYSO_ITEM_ARTICLE)
    return g_steal_pointer (&self);

  self->passages = sayso_casebook_get_evidence (casebook, kind, id, max_passages + 1, error);
  if (self->passages == NULL)
    return NULL;

  self->more = self->passages->len > max_passages;
  if (self->more)
    g_array_set_size (self->passages, max_passages);

  if (kind == SAYSO_ITEM_TIME)
    loaded = load_time (self, casebook, error);
  else if (kind == SAYSO_ITEM_ACTOR)
    loaded = load_actor (self, casebook, error);
  else if (kind == SAYSO_ITEM_EVENT)
    loaded = load_event (self, casebook, error);
  else if (kind == SAYSO_ITEM_CLAIM)
    loaded = load_claim (self, casebook, error);
  else if (kind == SAYSO_ITEM_RELATION)
    loaded = load_relation (self, casebook, error);

  if (loaded && (kind == SAYSO_ITEM_EVENT || kind == SAYSO_ITEM_CLAIM))
    {
      self->dates = sayso_casebook_get_dates (casebook, kind, id, error);
      loaded = self->dates != NULL;
    }
  if (!loaded)
    return NULL;
  if (self->links != NULL)
    self->level = sayso_chain_level (self->links);

  return g_steal_pointer (&self);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  SaysoInspection *inspection = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  inspection = sayso_inspection_load (request->casebook, request->kind, request->id, request->max_passages, &error);
  if (inspection != NULL)
    g_task_return_pointer (task, inspection, (GDestroyNotify) sayso_inspection_free);
  else
    g_task_return_error (task, error);
}

/**
 * sayso_inspection_load_async:
 * @casebook: a casebook
 * @kind: what kind of item
 * @id: which
 * @max_passages: how much of the evidence to read
 * @cancellable: (nullable): to give up
 * @callback: called in this thread's main context
 * @user_data: for @callback
 *
 * sayso_inspection_load() on a worker thread.
 */
void
sayso_inspection_load_async (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint max_passages,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->casebook = g_object_ref (casebook);
  request->kind = kind;
  request->id = id;
  request->max_passages = max_passages;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, load_in_thread);
}

SaysoInspection *
sayso_inspection_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
