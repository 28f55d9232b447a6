/* sayso-export-choice.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-casebook-private.h"
#include "sayso-export-private.h"
#include "sayso-load.h"

/* What goes out. Of each kind there is a universe, what may go out: what was not rejected (where the format does not
 * hold it) and is not withheld. Of that, what passes the filter, and what that refers to. */

typedef struct
{
  GHashTable *universe[SAYSO_ITEM_RELATION + 1];
} Choice;

static gpointer
key_of (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize) id);
}

static GHashTable *
read_ids (SaysoExport *self, SaysoItemKind kind, const SaysoFilter *filter)
{
  GHashTable *ids = g_hash_table_new (NULL, NULL);
  SaysoConnection *db = self->error == NULL ? sayso_casebook_borrow (self->casebook, &self->error) : NULL;

  if (db != NULL)
    {
      g_autoptr (GArray) found = sayso_load_ids (db, kind, filter, SAYSO_SORT_TEXT, 0, G_MAXUINT);

      sayso_casebook_give_back (self->casebook, db, &self->error);
      for (guint i = 0; i < found->len; i++)
        g_hash_table_add (ids, key_of (g_array_index (found, gint64, i)));
    }

  return ids;
}

/* Adds an item that is referred to; whether it was not there before. */
static gboolean
refer (SaysoExport *self, Choice *choice, SaysoItemKind kind, gint64 id)
{
  return id != 0 && g_hash_table_contains (choice->universe[kind], key_of (id)) &&
         g_hash_table_add (self->chosen[kind], key_of (id));
}

static void
refer_from (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Choice *choice = data;

  if (SAYSO_IS_EVENT (item))
    {
      SaysoEvent *event = SAYSO_EVENT (item);

      refer (self, choice, SAYSO_ITEM_ARTICLE, event->article);
      refer (self, choice, SAYSO_ITEM_TIME, event->time);
      refer (self, choice, SAYSO_ITEM_ACTOR, event->place);
      refer (self, choice, SAYSO_ITEM_CLAIM, event->claim);
      for (guint i = 0; i < event->roles->len; i++)
        refer (self, choice, SAYSO_ITEM_ACTOR, g_array_index (event->roles, SaysoEventRole, i).actor);
    }
  else if (SAYSO_IS_CLAIM (item))
    {
      refer (self, choice, SAYSO_ITEM_ARTICLE, SAYSO_CLAIM (item)->article);
      refer (self, choice, SAYSO_ITEM_ACTOR, SAYSO_CLAIM (item)->source_actor);
    }
  else if (SAYSO_IS_TIME (item))
    {
      refer (self, choice, SAYSO_ITEM_ARTICLE, SAYSO_TIME (item)->article);
    }
  else if (SAYSO_IS_RELATION (item))
    {
      refer (self, choice, SAYSO_ITEM_ACTOR, SAYSO_RELATION (item)->subject);
      refer (self, choice, SAYSO_ITEM_ACTOR, SAYSO_RELATION (item)->object);
    }
}

/* A claim's parents, and the times that a time counts from: as far as they go. */
static void
refer_up (SaysoExport *self, Choice *choice, SaysoItemKind kind)
{
  g_autoptr (GPtrArray) todo = g_hash_table_get_keys_as_ptr_array (self->chosen[kind]);

  while (todo->len > 0 && self->error == NULL)
    {
      gint64 id = GPOINTER_TO_SIZE (g_ptr_array_steal_index_fast (todo, todo->len - 1));
      g_autoptr (SaysoItem) item = sayso_casebook_get (self->casebook, kind, id, &self->error);
      gint64 up = item == NULL            ? 0
                  : SAYSO_IS_CLAIM (item) ? SAYSO_CLAIM (item)->parent
                                          : SAYSO_TIME (item)->anchor_time;

      if (refer (self, choice, kind, up))
        g_ptr_array_add (todo, key_of (up));
    }
}

static gboolean
drop_withheld (gpointer key, gpointer value, gpointer data)
{
  gpointer *context = data;

  return sayso_redaction_get (context[0], GPOINTER_TO_INT (context[1]), GPOINTER_TO_SIZE (key)) == SAYSO_WITHHOLD_ITEM;
}

static gint64
article_of (SaysoItem *item)
{
  return SAYSO_IS_EVENT (item)   ? SAYSO_EVENT (item)->article
         : SAYSO_IS_CLAIM (item) ? SAYSO_CLAIM (item)->article
         : SAYSO_IS_TIME (item)  ? SAYSO_TIME (item)->article
                                 : 0;
}

/* Whether nothing is left that an actor or a relation rests on, as its articles are withheld. */
static gboolean
rests_on_nothing (SaysoExport *self, SaysoItem *item, GHashTable *articles)
{
  g_autoptr (GArray) passages = NULL;

  if (self->error != NULL)
    return FALSE;
  passages = sayso_casebook_get_evidence (self->casebook, sayso_item_get_kind (item), sayso_item_get_id (item),
                                          G_MAXINT, &self->error);
  for (guint i = 0; passages != NULL && i < passages->len; i++)
    if (g_hash_table_contains (articles, key_of (g_array_index (passages, SaysoPassage, i).article)))
      return FALSE;

  return passages != NULL;
}

static void
drop_with_article (SaysoExport *self, SaysoItem *item, gpointer data)
{
  Choice *choice = data;
  SaysoItemKind kind = sayso_item_get_kind (item);
  gint64 article = article_of (item);
  gboolean drop = article != 0 ? !g_hash_table_contains (choice->universe[SAYSO_ITEM_ARTICLE], key_of (article))
                               : rests_on_nothing (self, item, choice->universe[SAYSO_ITEM_ARTICLE]);

  if (kind == SAYSO_ITEM_RELATION)
    drop |= !g_hash_table_contains (choice->universe[SAYSO_ITEM_ACTOR], key_of (SAYSO_RELATION (item)->subject)) ||
            !g_hash_table_contains (choice->universe[SAYSO_ITEM_ACTOR], key_of (SAYSO_RELATION (item)->object));
  if (drop)
    g_hash_table_remove (choice->universe[kind], key_of (sayso_item_get_id (item)));
}

static void
redact (SaysoExport *self, Choice *choice)
{
  static const SaysoItemKind withholdable[] = { SAYSO_ITEM_ARTICLE, SAYSO_ITEM_ACTOR };

  for (guint i = 0; i < G_N_ELEMENTS (withholdable); i++)
    {
      gpointer context[] = { self->redaction, GINT_TO_POINTER (withholdable[i]) };

      g_hash_table_foreach_remove (choice->universe[withholdable[i]], drop_withheld, context);
    }
  for (SaysoItemKind kind = SAYSO_ITEM_TIME; kind <= SAYSO_ITEM_RELATION; kind++)
    sayso_export_scan (self, kind, SAYSO_SORT_TEXT, drop_with_article, choice);
}

/* Relations have their subjects and objects, or they do not go out. */
static void
drop_loose (SaysoExport *self, SaysoItem *item, gpointer data)
{
  SaysoRelation *relation = SAYSO_RELATION (item);

  if (!sayso_export_has (self, SAYSO_ITEM_ACTOR, relation->subject) ||
      !sayso_export_has (self, SAYSO_ITEM_ACTOR, relation->object))
    g_hash_table_remove (self->chosen[SAYSO_ITEM_RELATION], key_of (sayso_item_get_id (item)));
}

/* Finds what goes out. Until then, everything does. */
void
sayso_export_choose (SaysoExport *self)
{
  g_autoptr (SaysoFilter) all = sayso_filter_new ();
  g_autoptr (SaysoFilter) filter = self->filter != NULL ? sayso_filter_copy (self->filter) : NULL;
  GHashTable *chosen[G_N_ELEMENTS (self->chosen)];
  Choice choice = { 0 };

  if (filter == NULL && self->redaction == NULL && self->format->everything)
    return;

  all->rejected = self->format->everything && (filter == NULL || filter->rejected);
  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    choice.universe[kind] = read_ids (self, kind, all);
  if (self->redaction != NULL)
    redact (self, &choice);

  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    {
      GHashTableIter iter;
      gpointer key;

      if (filter == NULL)
        {
          self->chosen[kind] = g_hash_table_ref (choice.universe[kind]);
          continue;
        }
      chosen[kind] = read_ids (self, kind, filter);
      g_hash_table_iter_init (&iter, chosen[kind]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (!g_hash_table_contains (choice.universe[kind], key))
          g_hash_table_iter_remove (&iter);
    }
  if (filter != NULL)
    {
      /* What an article tells refers to it, so articles come last; times come with what they date. */
      memcpy (self->chosen + 1, chosen + 1, sizeof chosen - sizeof *chosen);
      refer_up (self, &choice, SAYSO_ITEM_CLAIM);
      for (SaysoItemKind kind = SAYSO_ITEM_TIME; kind <= SAYSO_ITEM_RELATION; kind++)
        sayso_export_scan (self, kind, SAYSO_SORT_TEXT, refer_from, &choice);
      refer_up (self, &choice, SAYSO_ITEM_CLAIM);
      refer_up (self, &choice, SAYSO_ITEM_TIME);
      sayso_export_scan (self, SAYSO_ITEM_CLAIM, SAYSO_SORT_TEXT, refer_from, &choice);
    }
  if (!self->format->everything)
    sayso_export_scan (self, SAYSO_ITEM_RELATION, SAYSO_SORT_TEXT, drop_loose, NULL);

  for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
    g_hash_table_unref (choice.universe[kind]);
}

/**
 * sayso_export_set_only:
 * @self: an export
 * @kind: a kind of item
 * @ids: (element-type gint64): of what may go out of it
 *
 * Leaves out all others of the kind, as what a graph does not show.
 */
void
sayso_export_set_only (SaysoExport *self, SaysoItemKind kind, GArray *ids)
{
  g_return_if_fail (SAYSO_IS_EXPORT (self) && ids != NULL && kind <= SAYSO_ITEM_RELATION);

  g_clear_pointer (&self->only[kind], g_hash_table_unref);
  self->only[kind] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->only[kind], key_of (g_array_index (ids, gint64, i)));
}

/**
 * sayso_export_has:
 *
 * Returns: whether an item goes out; %FALSE for 0
 */
gboolean
sayso_export_has (SaysoExport *self, SaysoItemKind kind, gint64 id)
{
  return id != 0 && (self->only[kind] == NULL || g_hash_table_contains (self->only[kind], key_of (id))) &&
         (self->chosen[kind] == NULL || g_hash_table_contains (self->chosen[kind], key_of (id)));
}

/* (transfer full) (element-type gint64): what goes out of a kind and belongs to an article. */
GArray *
sayso_export_get_ids (SaysoExport *self, SaysoItemKind kind, gint64 article)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SaysoConnection *db = self->error == NULL ? sayso_casebook_borrow (self->casebook, &self->error) : NULL;

  filter->article = article;
  filter->rejected = TRUE;
  if (db != NULL)
    {
      g_array_unref (ids);
      ids = sayso_load_ids (db, kind, filter, SAYSO_SORT_TEXT, 0, G_MAXUINT);
      sayso_casebook_give_back (self->casebook, db, &self->error);
    }
  for (guint i = ids->len; i-- > 0;)
    if (!sayso_export_has (self, kind, g_array_index (ids, gint64, i)))
      g_array_remove_index (ids, i);

  return ids;
}
