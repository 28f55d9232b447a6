/* sayso-stories.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-stories.h"

#include <json-glib/json-glib.h>

#include "sayso-analysis-enums.h"
#include "sayso-casebook-enums.h"
#include "sayso-derive.h"
#include "sayso-enum.h"
#include "sayso-grouping.h"
#include "sayso-load.h"

static void
told_free (gpointer data)
{
  SaysoTold *self = data;

  g_clear_pointer (&self->telling, sayso_telling_free);
  g_free (self->title);
  g_free (self->published);
  g_free (self->quote);
  g_free (self);
}

void
sayso_account_free (SaysoAccount *self)
{
  g_clear_pointer (&self->story, sayso_story_free);
  g_free (self->title);
  g_ptr_array_unref (self->told);
  g_free (self);
}

void
sayso_clash_free (SaysoClash *self)
{
  g_free (self->ruled);
  g_clear_pointer (&self->first, told_free);
  g_clear_pointer (&self->second, told_free);
  g_clear_pointer (&self->effect, told_free);
  g_free (self);
}

/* -- reading ------------------------------------------------------------------------------------------ */

static SaysoTold *
read_told (SaysoConnection *db, SaysoTelling *telling)
{
  SaysoTold *told = g_new0 (SaysoTold, 1);
  SaysoStatement *row = sayso_connection_prepare (db, "telling/told");

  told->telling = telling;
  sayso_statement_bind_int (row, "telling", telling->id);
  if (sayso_statement_next (row))
    {
      told->title = sayso_statement_dup (row, "title");
      told->published = sayso_statement_dup (row, "published");
      told->paragraph = sayso_statement_int (row, "paragraph") + 1;
      told->quote = g_strstrip (sayso_statement_dup (row, "quote"));
      sayso_statement_run (row);
    }

  return told;
}

/* A claim's own title is better than the sentence. */
static char *
title_of (SaysoConnection *db, const SaysoTold *told)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/title");
  char *title = NULL;

  sayso_statement_bind_id (row, "claim", told->telling->claim);
  sayso_statement_bind_id (row, "event", told->telling->event);
  if (sayso_statement_next (row))
    {
      title = sayso_statement_dup (row, "title");
      sayso_statement_run (row);
    }

  return title != NULL ? title : g_strdup (told->quote);
}

static SaysoAccount *
read_account (SaysoConnection *db, GPtrArray *tellings, gint64 id)
{
  SaysoAccount *self = g_new0 (SaysoAccount, 1);

  self->told = g_ptr_array_new_with_free_func (told_free);
  self->story = id != 0 ? sayso_story_load (db, id) : NULL;
  if (self->story == NULL)
    self->story = sayso_story_trace (db, tellings);
  for (guint i = 0; i < self->story->steps->len; i++)
    {
      const SaysoStep *step = &g_array_index (self->story->steps, SaysoStep, i);

      for (guint k = 0; k < tellings->len; k++)
        if (((SaysoTelling *) g_ptr_array_index (tellings, k))->id == step->telling)
          {
            SaysoTold *told = read_told (db, g_ptr_array_steal_index (tellings, k));

            told->step = step;
            g_ptr_array_add (self->told, told);
            break;
          }
    }
  for (guint i = 0; i < self->told->len; i++)
    {
      const SaysoTold *told = g_ptr_array_index (self->told, i);

      if (told->telling->id == self->story->lead)
        self->title = title_of (db, told);
    }
  if (self->title == NULL)
    self->title = g_strdup ("");

  return self;
}

typedef struct
{
  SaysoItemKind kind;
  gint64 id;
  const SaysoFilter *filter;
  guint offset, limit;
  SaysoAccount *account;
  GPtrArray *accounts;
  GPtrArray *clashes;
} Reading;

static gint64
find_telling (SaysoConnection *db, const char *query, gint64 id, gint64 *story)
{
  SaysoStatement *row = sayso_connection_prepare (db, query);
  gint64 telling = 0;

  sayso_statement_bind_int (row, "id", id);
  if (sayso_statement_next (row))
    {
      telling = sayso_statement_int (row, "id");
      *story = sayso_statement_int (row, "story");
      sayso_statement_run (row);
    }

  return telling;
}

/* The sentence that an item stands for; else the one it stands in. */
static gint64
telling_of_item (SaysoConnection *db, SaysoItemKind kind, gint64 id, gint64 *story)
{
  gboolean event = kind == SAYSO_ITEM_EVENT;
  gint64 telling = find_telling (db, event ? "telling/of-event" : "telling/of-claim", id, story);

  return telling != 0 ? telling : find_telling (db, event ? "telling/beside-event" : "telling/beside-claim", id, story);
}

static void
read_of_item (SaysoConnection *db, gpointer data)
{
  Reading *self = data;
  gint64 story = 0, telling = telling_of_item (db, self->kind, self->id, &story);
  g_autoptr (GPtrArray) tellings = NULL;

  if (telling == 0)
    return;
  tellings = story != 0 ? sayso_grouping_read (db, "telling/of-story", "story", story)
                        : sayso_grouping_read (db, "telling/get", "id", telling);
  /* None are left of a story in a casebook that is damaged. */
  if (tellings->len > 0)
    self->account = read_account (db, tellings, story);
}

/**
 * sayso_stories_of_item:
 * @casebook: a casebook
 * @kind: claim or event
 * @id: the item
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it is a telling of; %NULL without an error where that is not known yet
 */
SaysoAccount *
sayso_stories_of_item (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, GError **error)
{
  Reading reading = { kind, id };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  if (!sayso_casebook_read (casebook, read_of_item, &reading, error))
    g_clear_pointer (&reading.account, sayso_account_free);

  return reading.account;
}

static void
read_list (SaysoConnection *db, gpointer data)
{
  Reading *self = data;
  SaysoStatement *row = sayso_connection_prepare (db, "telling/stories");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  sayso_statement_bind_int (row, "off", self->offset);
  sayso_statement_bind_int (row, "lim", self->limit);
  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GPtrArray) tellings = sayso_grouping_read (db, "telling/of-story", "story", id);

      g_ptr_array_add (self->accounts, read_account (db, tellings, id));
    }
}

/**
 * sayso_stories_list:
 * @casebook: a casebook
 * @offset: how many to skip
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoAccount): what several articles tell, the weakest sourced
 * first, of these what most articles tell
 */
GPtrArray *
sayso_stories_list (SaysoCasebook *casebook, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_account_free);
  Reading reading = { .offset = offset, .limit = limit, .accounts = accounts };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  return sayso_casebook_read (casebook, read_list, &reading, error) ? g_steal_pointer (&accounts) : NULL;
}

/* What a conflict compares, and what dates the effect. */
#define N_SIDES 3

static gint64
effect_of (const char *why)
{
  g_autoptr (JsonNode) node = json_from_string (why, NULL);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_int_member_with_default (json_node_get_object (node), "effect", 0)
             : 0;
}

static SaysoTold *
get_told (SaysoConnection *db, gint64 telling)
{
  SaysoTelling *got = sayso_telling_get (db, telling);

  return got != NULL ? read_told (db, got) : NULL;
}

/* The items of a kind that conflicts are about and that pass a filter. */
static GHashTable *
read_passing (SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter)
{
  const char *more = sayso_connection_sql (kind == SAYSO_ITEM_CLAIM ? "claim/in-conflict" : "event/in-conflict");
  GHashTable *passing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  SaysoStatement *row = sayso_load_prepare (db, kind, "ids", filter, more);

  while (sayso_statement_next (row))
    {
      gint64 id = sayso_statement_int (row, "id");

      g_hash_table_add (passing, g_memdup2 (&id, sizeof id));
    }

  return passing;
}

/* Whether either side stands in the row. What is neither a claim nor an event cannot be filtered. */
static gboolean
passes (SaysoStatement *row, GHashTable *claims, GHashTable *events)
{
  static const char *const columns[][2] = { { "claim_a", "event_a" }, { "claim_b", "event_b" } };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gint64 claim = sayso_statement_int (row, columns[i][0]), event = sayso_statement_int (row, columns[i][1]);

      if (claim != 0 ? g_hash_table_contains (claims, &claim) : event != 0 && g_hash_table_contains (events, &event))
        return TRUE;
    }

  return FALSE;
}

static void
read_conflicts (SaysoConnection *db, gpointer data)
{
  Reading *self = data;
  SaysoStatement *row = sayso_connection_prepare (db, self->id != 0 ? "telling/conflicts-of" : "telling/conflicts");
  g_autoptr (GHashTable) claims = self->filter != NULL ? read_passing (db, SAYSO_ITEM_CLAIM, self->filter) : NULL;
  g_autoptr (GHashTable) events = self->filter != NULL ? read_passing (db, SAYSO_ITEM_EVENT, self->filter) : NULL;
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 story = 0, telling = self->id != 0 ? telling_of_item (db, self->kind, self->id, &story) : 0;

  if (self->id != 0 && telling == 0)
    return;
  if (self->id != 0)
    {
      sayso_statement_bind_int (row, "telling", telling);
      sayso_statement_bind_int (row, "story", story);
    }
  while (sayso_statement_next (row))
    {
      SaysoClash *clash = claims == NULL || passes (row, claims, events) ? g_new0 (SaysoClash, 1) : NULL;
      gint64 sides_of[] = { sayso_statement_int (row, "a"), sayso_statement_int (row, "b"),
                            effect_of (sayso_statement_text (row, "why", NULL)) };

      if (clash == NULL)
        continue;
      clash->id = sayso_statement_int (row, "id");
      clash->sort = sayso_statement_enum (row, "sort", SAYSO_TYPE_CONFLICT_SORT);
      clash->class = sayso_statement_enum (row, "class", SAYSO_TYPE_CONFLICT_CLASS);
      g_array_append_vals (sides, sides_of, N_SIDES);
      g_ptr_array_add (self->clashes, clash);
    }
  for (guint i = 0; i < self->clashes->len; i++)
    {
      SaysoClash *clash = g_ptr_array_index (self->clashes, i);
      const gint64 *ids = &g_array_index (sides, gint64, N_SIDES * i);

      clash->ruled = sayso_conflict_ruling (db, ids[0], ids[1]);
      clash->first = get_told (db, ids[0]);
      clash->second = get_told (db, ids[1]);
      clash->effect = ids[2] != 0 ? get_told (db, ids[2]) : NULL;
    }
}

/**
 * sayso_stories_conflicts:
 * @casebook: a casebook
 * @kind: claim or event
 * @id: an item, only to have what conflicts with its story; 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SaysoClash): what does not fit together, newest first
 */
GPtrArray *
sayso_stories_conflicts (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_clash_free);
  Reading reading = { kind, id, .clashes = clashes };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  return sayso_casebook_read (casebook, read_conflicts, &reading, error) ? g_steal_pointer (&clashes) : NULL;
}

/**
 * sayso_stories_conflicts_within:
 * @casebook: a casebook
 * @filter: what is to pass
 * @error: return location; %SAYSO_CASEBOOK_ERROR_QUERY where what is searched for cannot be understood
 *
 * Returns: (transfer full) (nullable) (element-type SaysoClash): what does not fit together and of which either side is
 *   a claim or an event that passes, newest first
 */
GPtrArray *
sayso_stories_conflicts_within (SaysoCasebook *casebook, const SaysoFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_clash_free);
  g_autoptr (SaysoFilter) nothing = sayso_filter_new ();
  Reading reading = { .filter = filter, .clashes = clashes };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook) && filter != NULL, NULL);

  if (sayso_filter_equal (filter, nothing))
    reading.filter = NULL;

  return sayso_casebook_read (casebook, read_conflicts, &reading, error) ? g_steal_pointer (&clashes) : NULL;
}
