/* sayso-grouping.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-grouping.h"

#include "sayso-conflict.h"
#include "sayso-story.h"

/* Tellings that are tied become stories. Two parts become one if so many of the pairs between them are tied: or one
 * sentence that tells of two things would make them one. */
#define DENSE 0.34

/* What a person links is linked. */
#define RULED 2

typedef struct
{
  guint a, b;
  double score;
} Tie;

typedef struct
{
  SaysoConnection *db;
  GPtrArray *tellings;   /* (element-type SaysoTelling) */
  GHashTable *positions; /* id → position + 1 */
  GArray *ties;          /* (element-type Tie) */
  GArray *barred;        /* (element-type Tie): pairs that a person keeps apart */
  guint *part;           /* of each telling */
  guint *size;           /* of each part */
} Grouping;

/* All rows of a query of tellings with one input. */
GPtrArray *
sayso_grouping_read (SaysoConnection *db, const char *query, const char *input, gint64 value)
{
  GPtrArray *tellings = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_telling_free);
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, input, value);
  while (sayso_statement_next (row))
    g_ptr_array_add (tellings, sayso_telling_read (db, row));

  return tellings;
}

void
sayso_grouping_touch_story (SaysoConnection *db, gint64 story, GHashTable *touched)
{
  g_autoptr (GPtrArray) members = sayso_grouping_read (db, "telling/of-story", "story", story);

  for (guint i = 0; i < members->len; i++)
    {
      gint64 id = ((SaysoTelling *) g_ptr_array_index (members, i))->id;

      g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
    }
}

/* -- what hangs together ------------------------------------------------------------------------------ */

static guint
position_of (Grouping *self, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, &id));
}

static gboolean
add_telling (Grouping *self, gint64 id)
{
  SaysoTelling *telling;

  if (position_of (self, id) != 0)
    return TRUE;
  telling = sayso_telling_get (self->db, id);
  if (telling == NULL)
    return FALSE;

  g_ptr_array_add (self->tellings, telling);
  g_hash_table_insert (self->positions, &telling->id, GUINT_TO_POINTER (self->tellings->len));

  return TRUE;
}

static void
add_tie (Grouping *self, GArray *ties, gint64 a, gint64 b, double score)
{
  Tie tie;

  if (!add_telling (self, a) || !add_telling (self, b))
    return;

  tie = (Tie) { position_of (self, a) - 1, position_of (self, b) - 1, score };
  if (tie.a != tie.b)
    g_array_append_val (ties, tie);
}

static void
read_ties (Grouping *self, guint i)
{
  gint64 id = ((SaysoTelling *) g_ptr_array_index (self->tellings, i))->id;
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/ties");
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));

  sayso_statement_bind_int (row, "telling", id);
  while (sayso_statement_next (row))
    {
      gint64 a = sayso_statement_int (row, "a"), b = sayso_statement_int (row, "b"), other = a == id ? b : a;
      double score = sayso_statement_double (row, "score");

      /* Each is met from both ends. */
      g_array_append_val (read, other);
      g_array_append_val (scores, score);
    }
  for (guint k = 0; k < read->len; k++)
    {
      gint64 other = g_array_index (read, gint64, k);

      if (position_of (self, other) == 0 || position_of (self, other) - 1 > i)
        add_tie (self, self->ties, id, other, g_array_index (scores, double, k));
    }
}

static void
read_links (Grouping *self, guint i, gboolean apart)
{
  const SaysoTelling *telling = g_ptr_array_index (self->tellings, i);
  gint64 id = telling->id;
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/linked");
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));

  sayso_statement_bind_id (row, "claim", telling->claim);
  sayso_statement_bind_id (row, "event", telling->event);
  sayso_statement_bind_int (row, "article", telling->article);
  while (sayso_statement_next (row))
    {
      gint64 other = sayso_statement_int (row, "telling");

      if (g_str_equal (sayso_statement_text (row, "type", NULL), apart ? "not-same-as" : "same-as"))
        g_array_append_val (others, other);
    }
  for (guint k = 0; k < others->len; k++)
    {
      gint64 other = g_array_index (others, gint64, k);

      if (!apart)
        add_tie (self, self->ties, id, other, RULED);
      else if (position_of (self, other) != 0)
        add_tie (self, self->barred, id, other, 0);
    }
}

static gboolean
is_tied_by_person (Grouping *self, Tie pair)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      const Tie *tie = &g_array_index (self->ties, Tie, i);

      if (tie->score >= RULED && ((tie->a == pair.a && tie->b == pair.b) || (tie->a == pair.b && tie->b == pair.a)))
        return TRUE;
    }

  return FALSE;
}

/* What does not fit together is not one, unless a person says so. */
static void
read_conflicts (Grouping *self, guint i)
{
  gint64 id = ((SaysoTelling *) g_ptr_array_index (self->tellings, i))->id;
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/in-conflict");

  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));

  sayso_statement_bind_int (row, "telling", id);
  while (sayso_statement_next (row))
    {
      gint64 other = sayso_statement_int (row, "other");

      if (position_of (self, other) != 0)
        g_array_append_val (others, other);
    }
  for (guint k = 0; k < others->len; k++)
    {
      gint64 other = g_array_index (others, gint64, k);
      Tie bar = { i, position_of (self, other) - 1, 0 };
      g_autofree char *ruling = sayso_conflict_ruling (self->db, id, other);

      if (g_strcmp0 (ruling, "no-conflict") != 0 && !is_tied_by_person (self, bar))
        g_array_append_val (self->barred, bar);
    }
}

/* -- which are one story ------------------------------------------------------------------------------ */

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const Tie *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->a != second->a ? (first->a > second->a) - (first->a < second->a)
                               : (first->b > second->b) - (first->b < second->b);
}

static guint
n_between (Grouping *self, GArray *ties, guint a, guint b)
{
  guint n = 0;

  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);

      n += (self->part[tie->a] == a && self->part[tie->b] == b) || (self->part[tie->a] == b && self->part[tie->b] == a);
    }

  return n;
}

static void
join_parts (Grouping *self)
{
  g_array_sort (self->ties, compare_ties);
  for (guint i = 0; i < self->ties->len; i++)
    {
      const Tie *tie = &g_array_index (self->ties, Tie, i);
      guint a = self->part[tie->a], b = self->part[tie->b];

      if (a == b || n_between (self, self->barred, a, b) > 0)
        continue;
      if (tie->score < RULED && n_between (self, self->ties, a, b) < DENSE * self->size[a] * self->size[b])
        continue;
      self->size[a] += self->size[b];
      self->size[b] = 0;
      for (guint k = 0; k < self->tellings->len; k++)
        if (self->part[k] == b)
          self->part[k] = a;
    }
}

static void
put_story (Grouping *self, guint i, gint64 story)
{
  SaysoTelling *telling = g_ptr_array_index (self->tellings, i);
  SaysoStatement *row;

  if (telling->story == story)
    return;
  telling->story = story;
  row = sayso_connection_prepare (self->db, "telling/put-story");
  sayso_statement_bind_int (row, "telling", telling->id);
  sayso_statement_bind_int (row, "story", story);
  sayso_statement_run (row);
}

static void
forget_story (Grouping *self, gint64 story)
{
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/forget-story");

  sayso_statement_bind_int (row, "story", story);
  sayso_statement_run (row);
}

/* One part becomes a story, under the id that one of its tellings had unless another part has taken it. */
static void
store_part (Grouping *self, guint part, GHashTable *taken)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (SaysoStory) story = NULL;
  gint64 id = 0;

  for (guint i = 0; i < self->tellings->len; i++)
    if (self->part[i] == part)
      {
        SaysoTelling *telling = g_ptr_array_index (self->tellings, i);

        g_ptr_array_add (members, telling);
        if (telling->story != 0 && (id == 0 || telling->story < id) && !g_hash_table_contains (taken, &telling->story))
          id = telling->story;
      }
  if (members->len < 2)
    {
      for (guint i = 0; i < self->tellings->len; i++)
        if (self->part[i] == part)
          put_story (self, i, 0);
      return;
    }
  if (id == 0)
    id = sayso_statement_run_int (sayso_connection_prepare (self->db, "telling/new-story"), 1);

  g_hash_table_add (taken, g_memdup2 (&id, sizeof id));
  for (guint i = 0; i < self->tellings->len; i++)
    if (self->part[i] == part)
      put_story (self, i, id);
  story = sayso_story_trace (self->db, members);
  story->id = id;
  sayso_story_store (self->db, story);
}

/**
 * sayso_grouping_divide:
 * @db: a connection in a transaction
 * @touched: (element-type gint64): tellings whose ties changed
 *
 * Divides them, and all that hangs together with them, into stories anew.
 */
void
sayso_grouping_divide (SaysoConnection *db, GHashTable *touched)
{
  g_autoptr (GPtrArray) tellings = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_telling_free);
  g_autoptr (GHashTable) positions = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  g_autoptr (GArray) barred = g_array_new (FALSE, FALSE, sizeof (Tie));
  Grouping self = { db, tellings, positions, ties, barred };
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    add_telling (&self, *id);
  /* It grows while it is gone through. */
  for (guint i = 0; i < tellings->len; i++)
    {
      read_ties (&self, i);
      read_links (&self, i, FALSE);
    }
  for (guint i = 0; i < tellings->len; i++)
    {
      read_links (&self, i, TRUE);
      read_conflicts (&self, i);
    }

  self.part = g_new (guint, tellings->len + 1);
  self.size = g_new (guint, tellings->len + 1);
  for (guint i = 0; i < tellings->len; i++)
    {
      gint64 story = ((SaysoTelling *) g_ptr_array_index (tellings, i))->story;

      self.part[i] = i;
      self.size[i] = 1;
      if (story != 0)
        g_hash_table_add (before, g_memdup2 (&story, sizeof story));
    }
  join_parts (&self);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    forget_story (&self, *id);
  for (guint i = 0; i < tellings->len; i++)
    if (self.size[i] > 0)
      store_part (&self, i, taken);
  g_free (self.part);
  g_free (self.size);
}
