/* sayso-conflict.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-conflict.h"

#include <string.h>

#include "sayso-analysis-enums.h"
#include "sayso-candidates.h"
#include "sayso-enum.h"
#include "sayso-reader-enums.h"
#include "sayso-vocabulary.h"

/* What is told alike but for what conflicts scores this much. False alarms cost more than what is not found. */
#define ALIKE 0.52
#define WORDS_ALIKE 0.6
#define MIN_WORDS 1.8

/* Of two events of one class and of the same actors, one word says enough. */
#define MIN_WORDS_OF_TYPE 1
#define NAMES_ALIKE 0.6

/* An effect and its cause share so many words with what dates them. */
#define MIN_DATED 2

static gboolean
are_alike (const SaysoLikeness *likeness)
{
  return likeness->same ||
         (likeness->score >= ALIKE && likeness->words >= WORDS_ALIKE && likeness->n_shared >= 3 &&
          likeness->n_words >= (likeness->type && likeness->names >= NAMES_ALIKE ? MIN_WORDS_OF_TYPE : MIN_WORDS));
}

static gboolean
has (GPtrArray *stems, const char *stem)
{
  return g_ptr_array_find_with_equal_func (stems, stem, g_str_equal, NULL);
}

/* Those of @a that @b has not. */
static guint
n_only (GPtrArray *a, GPtrArray *b, gboolean numbers)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    {
      const char *stem = g_ptr_array_index (a, i);

      n += !has (b, stem) && (!numbers || g_ascii_isdigit (*stem));
    }

  return n;
}

static guint
n_numbers (GPtrArray *stems)
{
  guint n = 0;

  for (guint i = 0; i < stems->len; i++)
    n += g_ascii_isdigit (*(const char *) g_ptr_array_index (stems, i)) != 0;

  return n;
}

/* Two numbers, all else alike. */
static gboolean
numbers_differ (const SaysoTelling *a, const SaysoTelling *b)
{
  guint only_a = n_only (a->words, b->words, TRUE), only_b = n_only (b->words, a->words, TRUE);

  return only_a > 0 && only_b > 0 && !sayso_likeness_shares_number (a->words, b->words) &&
         (only_a == n_numbers (a->words) || only_b == n_numbers (b->words)) &&
         n_only (a->words, b->words, FALSE) - only_a <= 2 && n_only (b->words, a->words, FALSE) - only_b <= 2;
}

/* "Next week", told again a day later, may be the same week: what is as wide as that must be as far apart. */
static gint64
room_of (const SaysoBounds *bounds)
{
  gint64 width = bounds->latest - bounds->earliest;

  return width > 5 * SAYSO_SECONDS_A_DAY && width < 10 * SAYSO_SECONDS_A_DAY ? width : 0;
}

static gboolean
dates_differ (const SaysoTelling *a, const SaysoTelling *b)
{
  gint64 room;

  if (!sayso_bounds_known (&a->bounds) || !sayso_bounds_known (&b->bounds))
    return FALSE;
  /* As far from when each was published: "by noon" was copied with the rest. */
  if (a->date != SAYSO_OPEN_FUTURE && b->date != SAYSO_OPEN_FUTURE && a->bounds.earliest != SAYSO_OPEN_PAST &&
      b->bounds.earliest != SAYSO_OPEN_PAST && a->bounds.earliest - a->date == b->bounds.earliest - b->date)
    return FALSE;

  room = MAX (room_of (&a->bounds), room_of (&b->bounds));

  return (a->bounds.latest != SAYSO_OPEN_FUTURE && a->bounds.latest + room < b->bounds.earliest) ||
         (b->bounds.latest != SAYSO_OPEN_FUTURE && b->bounds.latest + room < a->bounds.earliest);
}

typedef struct
{
  char *name;
  SaysoNameKind kind;
} Actor;

static Actor
read_actor (SaysoConnection *db, gint64 id)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/actor");
  Actor actor = { NULL, SAYSO_NAME_OTHER };

  sayso_statement_bind_int (row, "actor", id);
  if (sayso_statement_next (row))
    {
      actor.name = sayso_outlet_key (sayso_statement_text (row, "name", NULL));
      actor.kind = sayso_statement_enum (row, "kind", SAYSO_TYPE_NAME_KIND);
      sayso_statement_run (row);
    }

  return actor;
}

/* Whether a telling names what makes a product's name more than its company's. */
static gboolean
tells_of (const SaysoTelling *telling, const char *words)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (words, 0);

  for (guint i = 0; i < tokens->len; i++)
    {
      g_autofree char *stem = sayso_vocabulary_stem (g_array_index (tokens, SaysoVocable, i).key);

      if (has (telling->names, stem) || has (telling->words, stem))
        return TRUE;
    }

  return FALSE;
}

/* How the ones that two tellings are about differ. */
static SaysoConflictSort
compare_actors (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b)
{
  Actor first = read_actor (db, a->agent != 0 && b->agent != 0 ? a->agent : a->topic);
  Actor second = read_actor (db, a->agent != 0 && b->agent != 0 ? b->agent : b->topic);
  g_autofree char *name = first.name, *other_name = second.name;
  gboolean first_product = first.kind == SAYSO_NAME_PRODUCT, second_product = second.kind == SAYSO_NAME_PRODUCT;
  const char *longer, *shorter;

  if (name == NULL || other_name == NULL)
    return SAYSO_CONFLICT_NONE;
  longer = first_product ? name : other_name;
  shorter = first_product ? other_name : name;
  if (first_product != second_product && g_str_has_prefix (longer, shorter) &&
      !tells_of (first_product ? b : a, longer + strlen (shorter)))
    return SAYSO_CONFLICT_PRODUCT;
  if (sayso_outlet_is (name, other_name) || first.kind != second.kind || first.kind == SAYSO_NAME_PLACE)
    return SAYSO_CONFLICT_NONE;

  return n_only (a->names, b->names, FALSE) > 0 && n_only (b->names, a->names, FALSE) > 0 ? SAYSO_CONFLICT_ACTOR
                                                                                          : SAYSO_CONFLICT_NONE;
}

static gboolean
may_be_one_act (const SaysoTelling *a, const SaysoTelling *b, const SaysoLikeness *likeness)
{
  return likeness->type || g_strcmp0 (a->type, "other") == 0 || g_strcmp0 (b->type, "other") == 0;
}

/**
 * sayso_conflict_of:
 * @db: a connection in a transaction
 * @a: a telling
 * @b: one of another article
 * @likeness: how like they are
 *
 * Returns: why they cannot both be so, if they cannot
 */
SaysoConflictSort
sayso_conflict_of (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b, const SaysoLikeness *likeness)
{
  if (!are_alike (likeness) || likeness->names == 0)
    return SAYSO_CONFLICT_NONE;
  if (sayso_likeness_denies (a, b))
    return SAYSO_CONFLICT_DENIAL;
  if (dates_differ (a, b))
    return SAYSO_CONFLICT_DATES;
  if (numbers_differ (a, b))
    return SAYSO_CONFLICT_NUMBER;
  if (!likeness->verbatim && a->agent != 0 && b->agent != 0 && a->agent != b->agent && may_be_one_act (a, b, likeness))
    return compare_actors (db, a, b);

  return SAYSO_CONFLICT_NONE;
}

/* Whether two tellings of one affair, on one person's word, begin with a product and with its company. */
gboolean
sayso_conflict_of_product (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b)
{
  return a->topic != b->topic && a->topic != 0 && b->topic != 0 && a->denied == b->denied &&
         sayso_likeness_is_one_speaker (a, b) && compare_actors (db, a, b) == SAYSO_CONFLICT_PRODUCT &&
         sayso_likeness_of (a, b).n_words >= 1;
}

/* A later word of the same outlet takes the place of its earlier one. */
SaysoConflictClass
sayso_conflict_classify (SaysoConflictSort sort, const SaysoTelling *a, const SaysoTelling *b,
                         const SaysoLikeness *likeness)
{
  if (sort == SAYSO_CONFLICT_PRODUCT)
    return SAYSO_CONFLICT_CLASS_OTHER;
  if (a->outlet != NULL && g_strcmp0 (a->outlet, b->outlet) == 0 && a->date != b->date)
    return SAYSO_CONFLICT_CLASS_SUPERSEDED;

  return likeness == NULL || likeness->score >= SAYSO_LIKENESS_SAME ? SAYSO_CONFLICT_CLASS_CONTRADICTION
                                                                    : SAYSO_CONFLICT_CLASS_UNSURE;
}

void
sayso_conflict_add (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b, SaysoConflictSort sort,
                    SaysoConflictClass class, const char *why)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/add-conflict");

  sayso_statement_bind_int (row, "a", a->id);
  sayso_statement_bind_int (row, "b", b->id);
  sayso_statement_bind_enum (row, "sort", SAYSO_TYPE_CONFLICT_SORT, sort);
  sayso_statement_bind_enum (row, "class", SAYSO_TYPE_CONFLICT_CLASS, class);
  sayso_statement_bind_text (row, "why", why, -1);
  sayso_statement_run (row);
}

/* What a person takes two tellings for, a type of link; %NULL where nobody did. */
char *
sayso_conflict_ruling (SaysoConnection *db, gint64 a, gint64 b)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/ruling");
  char *type = NULL;

  sayso_statement_bind_int (row, "a", a);
  sayso_statement_bind_int (row, "b", b);
  if (sayso_statement_next (row))
    {
      type = sayso_statement_dup (row, "type");
      sayso_statement_run (row);
    }

  return type;
}

/* -- an effect before its cause ----------------------------------------------------------------------- */

static void
take_words (GPtrArray *stems, const char *words, gsize length)
{
  g_autofree char *piece = g_strndup (words, length);
  g_autoptr (GArray) tokens = sayso_vocabulary_split (piece, 0);

  for (guint i = 0; i < tokens->len; i++)
    if (sayso_vocabulary_weight (g_array_index (tokens, SaysoVocable, i).key) >= 1)
      g_ptr_array_add (stems, sayso_vocabulary_stem (g_array_index (tokens, SaysoVocable, i).key));
}

static guint
n_in (GPtrArray *stems, const SaysoTelling *telling)
{
  guint n = 0;

  for (guint i = 0; i < stems->len; i++)
    n += has (telling->words, g_ptr_array_index (stems, i)) || has (telling->names, g_ptr_array_index (stems, i));

  return n;
}

/* The dated telling that has most of the words, and the one with its main word. */
static SaysoTelling *
find_dated (SaysoConnection *db, GPtrArray *stems, const SaysoTelling *but)
{
  g_autoptr (GArray) ids = sayso_candidates_find (db, stems, 1);
  g_autoptr (SaysoTelling) best = NULL;
  guint best_n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SaysoTelling) telling = sayso_telling_get (db, g_array_index (ids, gint64, i));
      guint n = telling != NULL && telling->id != but->id && sayso_bounds_known (&telling->bounds) && !telling->denied
                    ? n_in (stems, telling)
                    : 0;

      if (n > best_n && n >= MIN (MIN_DATED, stems->len))
        {
          g_clear_pointer (&best, sayso_telling_free);
          best = g_steal_pointer (&telling);
          best_n = n;
        }
    }

  return g_steal_pointer (&best);
}

static void
find_order_of (SaysoConnection *db, const SaysoTelling *telling)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/sentence");
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) effect = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cause = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SaysoTelling) first = NULL, second = NULL;
  const char *words, *end;

  sayso_statement_bind_int (row, "telling", telling->id);
  if (sayso_statement_next (row))
    {
      sentence = sayso_statement_dup (row, "sentence");
      sayso_statement_run (row);
    }
  words = sentence != NULL ? sayso_vocabulary_find ("cause", sentence, &end) : NULL;
  if (words == NULL)
    return;

  take_words (effect, sentence, words - sentence);
  take_words (cause, end, strcspn (end, ",;."));
  if (effect->len == 0 || cause->len == 0)
    return;

  first = find_dated (db, effect, telling);
  second = find_dated (db, cause, telling);
  if (first != NULL && second != NULL && first->id != second->id && first->bounds.latest < second->bounds.earliest)
    {
      g_autofree char *why = g_strdup_printf ("{\"effect\":%" G_GINT64_FORMAT "}", first->id);

      sayso_conflict_add (db, telling, second, SAYSO_CONFLICT_ORDER, SAYSO_CONFLICT_CLASS_CONTRADICTION, why);
    }
}

/**
 * sayso_conflict_find_order:
 * @db: a connection in a transaction
 * @telling: a telling
 *
 * Where it names a cause of what it tells ("in response to"), looks for what dates the two, and stores a conflict if
 * the effect was over before the cause began. Where it dates something, looks for those that name a cause in its words.
 */
void
sayso_conflict_find_order (SaysoConnection *db, const SaysoTelling *telling)
{
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL;

  if (telling->causal)
    find_order_of (db, telling);
  if (!sayso_bounds_known (&telling->bounds))
    return;

  for (guint i = 0; i < telling->words->len; i++)
    g_ptr_array_add (signs, sayso_causal_sign (g_ptr_array_index (telling->words, i)));
  ids = sayso_candidates_find (db, signs, 1);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SaysoTelling) other = sayso_telling_get (db, g_array_index (ids, gint64, i));

      if (other != NULL && other->id != telling->id)
        find_order_of (db, other);
    }
}
