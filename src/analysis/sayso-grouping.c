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

/* What hangs together with what changed is divided anew, but not without end, as common words tie much: beyond so many,
 * stories stay as they are. A story is always taken whole. */
#define MAX_TOGETHER 240

/* A telling, as far as it must be known to be put into a story. */
typedef struct
{
  gint64 id, article, claim, event, story;
} Member;

typedef struct
{
  guint a, b; /* positions, the lower first */
  double score;
} Tie;

/* A tie as it is read: the other may turn up later, or never. */
typedef struct
{
  gint64 a, b;
  double score;
} Found;

/* Of two parts. */
typedef struct
{
  guint n_ties;
  gboolean barred;
} Between;

typedef struct
{
  SaysoConnection *db;
  GArray *members;       /* (element-type Member) */
  GHashTable *positions; /* id → position + 1 */
  GHashTable *before;    /* stories that they were in → how many each had */
  GArray *found;         /* (element-type Found) */
  GArray *ties;          /* (element-type Tie) */
  GArray *barred;        /* (element-type Tie): pairs that are kept apart */
  guint *part;           /* of each member: the position of its first */
  guint *size;           /* of each part */
  GHashTable **near;     /* of each part: another + 1 → Between */
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

static GHashTable *
id_table_new (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static GArray *
read_members (SaysoConnection *db, const char *query, const char *input, gint64 value)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));
  SaysoStatement *row = sayso_connection_prepare (db, query);

  sayso_statement_bind_int (row, input, value);
  while (sayso_statement_next (row))
    {
      Member member = { sayso_statement_int (row, "id"), sayso_statement_int (row, "article"),
                        sayso_statement_int (row, "claim"), sayso_statement_int (row, "event"),
                        sayso_statement_int (row, "story") };

      g_array_append_val (members, member);
    }

  return members;
}

static void
forget_story (SaysoConnection *db, gint64 story)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/forget-story");

  sayso_statement_bind_int (row, "story", story);
  sayso_statement_run (row);
}

/**
 * sayso_grouping_break_story:
 * @db: a connection in a transaction
 * @story: a story that a telling is taken out of
 * @touched: (element-type gint64): to be filled with its tellings
 *
 * The story is forgotten; its tellings keep its id, so that they can have it again.
 */
void
sayso_grouping_break_story (SaysoConnection *db, gint64 story, GHashTable *touched)
{
  g_autoptr (GArray) members = read_members (db, "telling/members", "story", story);

  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (touched, g_memdup2 (&g_array_index (members, Member, i).id, sizeof (gint64)));
  forget_story (db, story);
}

/* -- what hangs together ------------------------------------------------------------------------------ */

static Member *
at (Grouping *self, guint i)
{
  return &g_array_index (self->members, Member, i);
}

static guint
position_of (Grouping *self, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, &id));
}

static void
append (Grouping *self, const Member *member)
{
  g_array_append_val (self->members, *member);
  g_hash_table_insert (self->positions, g_memdup2 (&member->id, sizeof member->id),
                       GUINT_TO_POINTER (self->members->len));
}

/* With all of its story. */
static void
add_telling (Grouping *self, gint64 id)
{
  g_autoptr (GArray) one = NULL, members = NULL;
  const Member *member;

  if (position_of (self, id) != 0)
    return;
  one = read_members (self->db, "telling/member", "telling", id);
  if (one->len == 0)
    return;
  member = &g_array_index (one, Member, 0);
  if (member->story == 0)
    {
      append (self, member);
      return;
    }

  members = read_members (self->db, "telling/members", "story", member->story);
  for (guint i = 0; i < members->len; i++)
    append (self, &g_array_index (members, Member, i));
  g_hash_table_insert (self->before, g_memdup2 (&member->story, sizeof member->story), GUINT_TO_POINTER (members->len));
}

static void
read_ties (Grouping *self, guint i)
{
  gint64 id = at (self, i)->id;
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/ties");
  guint first = self->found->len;

  sayso_statement_bind_int (row, "telling", id);
  while (sayso_statement_next (row))
    {
      Found found = { sayso_statement_int (row, "a"), sayso_statement_int (row, "b"),
                      sayso_statement_double (row, "score") };

      g_array_append_val (self->found, found);
    }
  for (guint k = first; k < self->found->len && self->members->len < MAX_TOGETHER; k++)
    {
      const Found *found = &g_array_index (self->found, Found, k);

      add_telling (self, found->a == id ? found->b : found->a);
    }
}

static void
read_links (Grouping *self, guint i, gboolean apart)
{
  const Member *member = at (self, i);
  gint64 id = member->id;
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/linked");
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));

  sayso_statement_bind_id (row, "claim", member->claim);
  sayso_statement_bind_id (row, "event", member->event);
  sayso_statement_bind_int (row, "article", member->article);
  while (sayso_statement_next (row))
    {
      gint64 other = sayso_statement_int (row, "telling");

      if (g_str_equal (sayso_statement_text (row, "type", NULL), apart ? "not-same-as" : "same-as"))
        g_array_append_val (others, other);
    }
  for (guint k = 0; k < others->len; k++)
    {
      Found found = { id, g_array_index (others, gint64, k), RULED };
      guint position;

      if (!apart)
        {
          add_telling (self, found.b);
          g_array_append_val (self->found, found);
        }
      else if ((position = position_of (self, found.b)) != 0)
        {
          Tie bar = { i, position - 1, 0 };

          g_array_append_val (self->barred, bar);
        }
    }
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const Tie *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->a != second->a ? (first->a > second->a) - (first->a < second->a)
                               : (first->b > second->b) - (first->b < second->b);
}

/* Of all that was found, what is between two that are there; each was met from both ends. */
static void
choose_ties (Grouping *self)
{
  guint n = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);
      guint a = position_of (self, found->a), b = position_of (self, found->b);
      Tie tie = { MIN (a, b) - 1, MAX (a, b) - 1, found->score };

      if (a != 0 && b != 0 && a != b)
        g_array_append_val (self->ties, tie);
    }
  g_array_sort (self->ties, compare_ties);
  for (guint i = 0; i < self->ties->len; i++)
    if (n == 0 || compare_ties (&g_array_index (self->ties, Tie, i), &g_array_index (self->ties, Tie, n - 1)) != 0)
      g_array_index (self->ties, Tie, n++) = g_array_index (self->ties, Tie, i);
  g_array_set_size (self->ties, n);
}

static gboolean
is_tied_by_person (Grouping *self, guint a, guint b)
{
  for (guint i = 0; i < self->ties->len && g_array_index (self->ties, Tie, i).score >= RULED; i++)
    {
      const Tie *tie = &g_array_index (self->ties, Tie, i);

      if (tie->a == MIN (a, b) && tie->b == MAX (a, b))
        return TRUE;
    }

  return FALSE;
}

/* What does not fit together is not one, unless a person says so. */
static void
read_conflicts (Grouping *self, guint i)
{
  gint64 id = at (self, i)->id;
  SaysoStatement *row = sayso_connection_prepare (self->db, "telling/in-conflict");
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));

  sayso_statement_bind_int (row, "telling", id);
  while (sayso_statement_next (row))
    {
      gint64 other = sayso_statement_int (row, "other");

      if (position_of (self, other) > i + 1)
        g_array_append_val (others, other);
    }
  for (guint k = 0; k < others->len; k++)
    {
      gint64 other = g_array_index (others, gint64, k);
      Tie bar = { i, position_of (self, other) - 1, 0 };
      g_autofree char *ruling = sayso_conflict_ruling (self->db, id, other);

      if (g_strcmp0 (ruling, "no-conflict") != 0 && !is_tied_by_person (self, bar.a, bar.b))
        g_array_append_val (self->barred, bar);
    }
}

/* -- which are one story ------------------------------------------------------------------------------ */

static Between *
between (Grouping *self, guint a, guint b)
{
  Between *found = g_hash_table_lookup (self->near[a], GUINT_TO_POINTER (b + 1));

  if (found == NULL)
    {
      found = g_new0 (Between, 1);
      g_hash_table_insert (self->near[a], GUINT_TO_POINTER (b + 1), found);
    }

  return found;
}

/* What is near one part is near the other from now on. */
static void
join (Grouping *self, guint a, guint b)
{
  GHashTableIter iter;
  gpointer key;
  Between *old;

  g_hash_table_iter_init (&iter, self->near[b]);
  while (g_hash_table_iter_next (&iter, &key, (gpointer *) &old))
    {
      guint other = GPOINTER_TO_UINT (key) - 1;
      Between *sides[2];

      g_hash_table_remove (self->near[other], GUINT_TO_POINTER (b + 1));
      if (other == a)
        continue;
      sides[0] = between (self, a, other);
      sides[1] = between (self, other, a);
      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          sides[i]->n_ties += old->n_ties;
          sides[i]->barred = sides[i]->barred || old->barred;
        }
    }
  g_hash_table_remove_all (self->near[b]);

  self->size[a] += self->size[b];
  self->size[b] = 0;
  for (guint k = 0; k < self->members->len; k++)
    if (self->part[k] == b)
      self->part[k] = a;
}

static void
join_parts (Grouping *self)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      const Tie *tie = &g_array_index (self->ties, Tie, i);

      between (self, tie->a, tie->b)->n_ties++;
      between (self, tie->b, tie->a)->n_ties++;
    }
  for (guint i = 0; i < self->barred->len; i++)
    {
      const Tie *bar = &g_array_index (self->barred, Tie, i);

      between (self, bar->a, bar->b)->barred = TRUE;
      between (self, bar->b, bar->a)->barred = TRUE;
    }
  for (guint i = 0; i < self->ties->len; i++)
    {
      const Tie *tie = &g_array_index (self->ties, Tie, i);
      guint a = self->part[tie->a], b = self->part[tie->b];
      const Between *near = a != b ? between (self, a, b) : NULL;

      if (near != NULL && !near->barred &&
          (tie->score >= RULED || near->n_ties >= DENSE * self->size[a] * self->size[b]))
        join (self, a, b);
    }
}

static void
put_story (Grouping *self, guint i, gint64 story)
{
  Member *member = at (self, i);
  SaysoStatement *row;

  if (member->story == story)
    return;
  member->story = story;
  row = sayso_connection_prepare (self->db, "telling/put-story");
  sayso_statement_bind_int (row, "telling", member->id);
  sayso_statement_bind_int (row, "story", story);
  sayso_statement_run (row);
}

/* Whether nobody came to a story or left it: what changes in a telling, or in how it is ruled, makes another of it. */
static gboolean
is_as_before (Grouping *self, guint part)
{
  gint64 story = at (self, part)->story;
  SaysoStatement *row;

  if (story == 0 || GPOINTER_TO_UINT (g_hash_table_lookup (self->before, &story)) != self->size[part])
    return FALSE;
  for (guint i = 0; i < self->members->len; i++)
    if (self->part[i] == part && at (self, i)->story != story)
      return FALSE;
  row = sayso_connection_prepare (self->db, "telling/has-story");
  sayso_statement_bind_int (row, "story", story);

  return sayso_statement_run_int (row, 0) != 0;
}

static gint64
choose_id (Grouping *self, guint part, GHashTable *taken)
{
  gint64 id = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      gint64 story = at (self, i)->story;

      if (self->part[i] == part && story != 0 && (id == 0 || story < id) && !g_hash_table_contains (taken, &story))
        id = story;
    }

  return id != 0 ? id : sayso_statement_run_int (sayso_connection_prepare (self->db, "telling/new-story"), 1);
}

/* One part becomes a story, under the id that one of its tellings had unless another part has taken it. */
static void
store_part (Grouping *self, guint part, GHashTable *taken)
{
  g_autoptr (GPtrArray) tellings = NULL;
  g_autoptr (SaysoStory) story = NULL;
  gint64 id = 0;

  if (self->size[part] > 1)
    {
      gboolean stays = is_as_before (self, part);

      id = stays ? at (self, part)->story : choose_id (self, part, taken);
      g_hash_table_add (taken, g_memdup2 (&id, sizeof id));
      if (stays)
        return;
      tellings = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_telling_free);
    }
  for (guint i = 0; i < self->members->len; i++)
    if (self->part[i] == part)
      {
        put_story (self, i, id);
        if (id != 0)
          g_ptr_array_add (tellings, sayso_telling_get (self->db, at (self, i)->id));
      }
  if (id == 0)
    return;

  story = sayso_story_trace (self->db, tellings);
  story->id = id;
  sayso_story_store (self->db, story);
}

static void
grouping_clear (Grouping *self)
{
  for (guint i = 0; i < self->members->len; i++)
    g_hash_table_unref (self->near[i]);
  g_free (self->near);
  g_free (self->part);
  g_free (self->size);
  g_array_unref (self->members);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->before);
  g_array_unref (self->found);
  g_array_unref (self->ties);
  g_array_unref (self->barred);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = **(gint64 *const *) a, second = **(gint64 *const *) b;

  return (first > second) - (first < second);
}

/* Fills it with all that hangs together with what was touched. */
static void
gather (Grouping *self, GHashTable *touched)
{
  g_autoptr (GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (touched);

  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    add_telling (self, *(gint64 *) g_ptr_array_index (ids, i));
  /* It grows while it is gone through. */
  for (guint i = 0; i < self->members->len; i++)
    {
      read_ties (self, i);
      read_links (self, i, FALSE);
    }
  choose_ties (self);
  for (guint i = 0; i < self->members->len; i++)
    {
      read_links (self, i, TRUE);
      read_conflicts (self, i);
    }

  self->part = g_new (guint, self->members->len);
  self->size = g_new (guint, self->members->len);
  self->near = g_new (GHashTable *, self->members->len);
  for (guint i = 0; i < self->members->len; i++)
    {
      self->part[i] = i;
      self->size[i] = 1;
      self->near[i] = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    }
}

/**
 * sayso_grouping_divide:
 * @db: a connection in a transaction
 * @touched: (element-type gint64): tellings whose ties changed
 *
 * Divides them, and what hangs together with them, into stories anew. The work is bounded by how many tellings were
 * touched, not by how many hang together in the end.
 */
void
sayso_grouping_divide (SaysoConnection *db, GHashTable *touched)
{
  g_autoptr (GHashTable) taken = id_table_new (NULL);
  Grouping self = { .db = db,
                    .members = g_array_new (FALSE, FALSE, sizeof (Member)),
                    .positions = id_table_new (NULL),
                    .before = id_table_new (NULL),
                    .found = g_array_new (FALSE, FALSE, sizeof (Found)),
                    .ties = g_array_new (FALSE, FALSE, sizeof (Tie)),
                    .barred = g_array_new (FALSE, FALSE, sizeof (Tie)) };
  GHashTableIter iter;
  gint64 *story;

  gather (&self, touched);
  join_parts (&self);
  for (guint i = 0; i < self.members->len; i++)
    if (self.size[i] > 0)
      store_part (&self, i, taken);
  g_hash_table_iter_init (&iter, self.before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &story, NULL))
    if (!g_hash_table_contains (taken, story))
      forget_story (db, *story);
  grouping_clear (&self);
}
