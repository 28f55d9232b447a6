/* sayso-likeness.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-likeness.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "sayso-vocabulary.h"

/* So much of the score are words, the rest names and the event's class. */
#define WORDS 0.55
#define NAMES 0.35
#define TYPE 0.1
#define SPEAKER 0.05

#define WEAK 0.3
#define DATE 1

/* What is told here, and there stands beside it. */
#define FRAME 0.5
#define MAX_OF_FRAME 1.5

/* Of a date: a month. */
#define NARROW (32 * SAYSO_SECONDS_A_DAY)

/* They share this much at least, or a few common words make them one. */
#define MIN_WORDS 1.8
#define MIN_SHARED 3

/* Where one denies something that the other does not tell, all else is the same by this much. */
#define MIN_BESIDE_DENIED 2

/* All that it tells. */
#define ALL 0.99

/* Copied word for word. */
#define VERBATIM 0.9
#define MIN_VERBATIM 6

/* In one affair names say little, and who says it more. They share this at least; less where one person says both. */
#define SAME_SPEAKER 0.12
#define OTHER_NAMES 0.2
#define MIN_IN_AFFAIR 2
#define MIN_OF_SPEAKER 1
#define MIN_OF_WORDS 1.5
#define MAX_OF_NAMES 1.5

/* What is told of one thing is told within so much time. */
#define NEAR (92 * SAYSO_SECONDS_A_DAY)

/* Where two articles of one affair both have a word once, it is worth so much. */
#define RARE_NAME 0.5
#define RARE_WEAK 0.5
#define RARE_FRAME 0.3

/* Two sentences of one affair share this much. */
#define MIN_OF_AFFAIR 3.5

static double
sum (GPtrArray *stems)
{
  double all = 0;

  for (guint i = 0; i < stems->len; i++)
    all += sayso_likeness_weigh (g_ptr_array_index (stems, i));

  return all;
}

/* Both are sorted. */
static double
sum_shared (GPtrArray *a, GPtrArray *b, GPtrArray *shared)
{
  double all = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      int order = strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, k));

      if (order == 0)
        {
          all += sayso_likeness_weigh (g_ptr_array_index (a, i));
          if (shared != NULL)
            g_ptr_array_add (shared, g_ptr_array_index (a, i));
        }
      i += order <= 0;
      k += order >= 0;
    }

  return all;
}

/* A date that leaves little room, and is the same for both. */
static gboolean
share_date (const SaysoTelling *a, const SaysoTelling *b)
{
  const SaysoBounds *first = &a->bounds, *second = &b->bounds;

  return first->earliest != SAYSO_OPEN_PAST && first->latest != SAYSO_OPEN_FUTURE &&
         second->earliest != SAYSO_OPEN_PAST && second->latest != SAYSO_OPEN_FUTURE &&
         first->latest - first->earliest < NARROW && second->latest - second->earliest < NARROW &&
         first->earliest <= second->latest && second->earliest <= first->latest;
}

/* Whether the names that only one has leave room for both being of the same. */
static gboolean
are_of_one (const SaysoTelling *a, const SaysoTelling *b)
{
  double shared = sum_shared (a->names, b->names, NULL);
  double known = sum_shared (a->names, b->frame, NULL) + sum_shared (a->frame, b->names, NULL) +
                 sum_shared (a->names, b->words, NULL) + sum_shared (a->words, b->names, NULL);

  return MIN (sum (a->names), sum (b->names)) - shared <= shared + known;
}

/* Both tell a cause, or neither; both what somebody makes of it, or neither. */
static gboolean
tell_alike (const SaysoTelling *a, const SaysoTelling *b)
{
  return a->causal == b->causal && a->stance == b->stance;
}

static double
part (double shared, double of)
{
  return of > 0 ? MIN (shared / of, 1) : 0;
}

/* "The Shepherd is a forgery": all of a short sentence, and names. */
static gboolean
is_all (const SaysoLikeness *self, double names)
{
  return self->n_words >= 1 && self->words >= ALL && self->names >= ALL && names >= 1;
}

/**
 * sayso_likeness_of:
 * @a: a telling
 * @b: another
 *
 * Compares what two sentences tell, whoever says it, and whatever their dates: by the stems of their words. What the
 * shorter one has and the longer one too counts for more than what both have of all, as news is cut.
 *
 * Returns: how like they are
 */
SaysoLikeness
sayso_likeness_of (const SaysoTelling *a, const SaysoTelling *b)
{
  SaysoLikeness self = { 0 };
  double names = sum_shared (a->names, b->names, NULL), names_a = sum (a->names), names_b = sum (b->names);
  double words = sum_shared (a->words, b->words, NULL) + sum_shared (a->names, b->words, NULL) +
                 sum_shared (a->words, b->names, NULL);
  double rounded =
      MAX (sayso_likeness_sum_rounded (a->words, b->words), sayso_likeness_sum_rounded (b->words, a->words));
  double weak = WEAK * sum_shared (a->weak, b->weak, NULL), n_words = words;
  double all_a = sum (a->words) + WEAK * sum (a->weak), all_b = sum (b->words) + WEAK * sum (b->weak);
  double framed_names = FRAME * (sum_shared (a->frame, b->names, NULL) + sum_shared (a->names, b->frame, NULL));
  double frame = FRAME * (sum_shared (a->frame, b->words, NULL) + sum_shared (a->words, b->frame, NULL)) +
                 framed_names + WEAK * sum_shared (a->frame, b->frame, NULL);
  double fewer_names = MIN (names_a, names_b);

  if (share_date (a, b))
    {
      words += DATE;
      all_a += DATE;
      all_b += DATE;
    }

  words += rounded;
  n_words += rounded;
  frame = MIN (frame, MAX_OF_FRAME);
  self.n_shared = words + names + frame;
  self.n_words = n_words;
  self.words = part (words + weak + frame, MIN (all_a, all_b));
  self.both = part (2 * (words + names + weak), all_a + all_b + names_a + names_b);
  self.verbatim = self.both >= VERBATIM && words + names >= MIN_VERBATIM;
  self.both = part (2 * (words + names + weak + frame), all_a + all_b + names_a + names_b);
  self.names = fewer_names > 0 ? part (names + framed_names, fewer_names) : -1;
  self.type = a->type != NULL && g_strcmp0 (a->type, b->type) == 0;
  self.score = WORDS * (0.6 * self.words + 0.4 * self.both) + NAMES * (self.names < 0 ? 0.6 : self.names) +
               TYPE * (self.type || a->type == NULL || b->type == NULL) +
               SPEAKER * (a->said.actor != 0 && a->said.actor == b->said.actor);
  self.score = MIN (self.score, 1);
  self.same = self.verbatim || (self.score >= SAYSO_LIKENESS_SAME && (words >= MIN_WORDS || is_all (&self, names)) &&
                                self.n_shared >= MIN_SHARED && tell_alike (a, b) && are_of_one (a, b) &&
                                (a->denied == b->denied || n_words >= MIN_BESIDE_DENIED));

  return self;
}

/* Whether one tells that something is not so that the other tells. */
gboolean
sayso_likeness_denies (const SaysoTelling *a, const SaysoTelling *b)
{
  const SaysoTelling *denying = a->denied ? a : b, *other = a->denied ? b : a;

  if (a->denied == b->denied)
    return FALSE;
  if (denying->negated->len == 0)
    return TRUE;
  for (guint i = 0; i < denying->negated->len; i++)
    {
      const char *stem = g_ptr_array_index (denying->negated, i);

      if (g_ptr_array_find_with_equal_func (other->words, stem, g_str_equal, NULL) ||
          g_ptr_array_find_with_equal_func (other->weak, stem, g_str_equal, NULL))
        return TRUE;
    }

  return FALSE;
}

/* Whether the one that says it in the one is named in the other. */
static gboolean
is_named_in (const SaysoTelling *speaking, const SaysoTelling *other)
{
  g_autoptr (GArray) tokens = NULL;
  guint n = 0;

  if (speaking->said.kind != SAYSO_SOURCE_NAMED || speaking->said.name == NULL || speaking->said.self)
    return FALSE;
  tokens = sayso_vocabulary_split (speaking->said.name, 0);
  for (guint i = 0; i < tokens->len; i++)
    {
      g_autofree char *stem = sayso_vocabulary_stem (g_array_index (tokens, SaysoVocable, i).key);

      n += g_ptr_array_find_with_equal_func (other->names, stem, g_str_equal, NULL) ||
           g_ptr_array_find_with_equal_func (other->frame, stem, g_str_equal, NULL);
    }

  return n > 1 || (n > 0 && n == tokens->len);
}

/* Whether the one says that it has it from the other's outlet. */
static gboolean
cites (const SaysoTelling *telling, const SaysoTelling *other)
{
  g_autofree char *outlet = other->outlet != NULL ? sayso_outlet_key (other->outlet) : NULL;

  for (guint i = 0; outlet != NULL && i < telling->said.outlets->len; i++)
    {
      g_autofree char *key = sayso_outlet_key (g_ptr_array_index (telling->said.outlets, i));

      if (sayso_outlet_is (key, outlet))
        return TRUE;
    }

  return FALSE;
}

/* Whether one person may have said both. */
gboolean
sayso_likeness_is_one_speaker (const SaysoTelling *a, const SaysoTelling *b)
{
  if ((a->said.actor != 0 && a->said.actor == b->said.actor) || is_named_in (a, b) || is_named_in (b, a))
    return TRUE;

  return a->said.name != NULL && b->said.name != NULL && a->said.kind == b->said.kind &&
         sayso_vocabulary_likeness (a->said.name, b->said.name) >= SAYSO_LIKENESS_SPEAKER;
}

/* Whether two tellings show that their articles are of one affair, though they need not tell the same. */
gboolean
sayso_likeness_is_affair (const SaysoLikeness *likeness, const SaysoTelling *a, const SaysoTelling *b)
{
  double names = sum_shared (a->names, b->names, NULL);

  if (likeness->n_shared >= MIN_IN_AFFAIR && (cites (a, b) || cites (b, a)))
    return TRUE;

  return names > 0 && (likeness->n_shared >= MIN_OF_AFFAIR ||
                       (likeness->n_shared >= MIN_IN_AFFAIR && sayso_likeness_is_one_speaker (a, b)));
}

static gboolean
has_numbers (GPtrArray *stems)
{
  for (guint i = 0; i < stems->len; i++)
    if (g_ascii_isdigit (*(const char *) g_ptr_array_index (stems, i)))
      return TRUE;

  return FALSE;
}

/**
 * sayso_likeness_in_affair:
 * @a: a telling
 * @b: one of another article, of which it is known that it is of the same affair
 * @likeness: (out): how like they are, as otherwise
 *
 * Returns: how like they are knowing that, from 0 to about 1
 */
double
sayso_likeness_in_affair (const SaysoTelling *a, const SaysoTelling *b, SaysoLikeness *likeness)
{
  gboolean speaker;
  double words, names;

  *likeness = (SaysoLikeness) { 0 };
  /* Most share nothing. */
  if (sum_shared (a->words, b->words, NULL) + sum_shared (a->names, b->words, NULL) +
          sum_shared (a->words, b->names, NULL) <
      1)
    return 0;

  *likeness = sayso_likeness_of (a, b);
  names = sum_shared (a->names, b->names, NULL);
  words = likeness->n_shared - names;
  speaker = sayso_likeness_is_one_speaker (a, b) || cites (a, b) || cites (b, a);
  if (words + MIN (names, MAX_OF_NAMES) < (speaker ? MIN_OF_SPEAKER : MIN_IN_AFFAIR) ||
      words < (speaker || is_all (likeness, names) ? MIN_OF_SPEAKER : MIN_OF_WORDS) || !are_of_one (a, b) ||
      (a->denied != b->denied && likeness->n_words < MIN_BESIDE_DENIED) || sayso_likeness_denies (a, b) ||
      !tell_alike (a, b) ||
      (has_numbers (a->words) && has_numbers (b->words) && !sayso_likeness_shares_number (a->words, b->words)))
    return 0;

  return likeness->words + SAME_SPEAKER * speaker - OTHER_NAMES * (likeness->names == 0);
}

/* -- by what is rare in two articles ------------------------------------------------------------------ */

/* In how many sentences of an article each stem stands. @counts: (key utf8) (value guint) */
void
sayso_likeness_count (GPtrArray *tellings, GHashTable *counts)
{
  for (guint i = 0; i < tellings->len; i++)
    {
      const SaysoTelling *telling = g_ptr_array_index (tellings, i);
      GPtrArray *const parts[] = { telling->names, telling->words, telling->weak, telling->frame };

      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        for (guint n = 0; n < parts[k]->len; n++)
          {
            gpointer stem = g_ptr_array_index (parts[k], n);

            g_hash_table_insert (counts, stem,
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem)) + 1));
          }
    }
}

/* The arrays of a telling are sorted. */
static gboolean
holds (GPtrArray *stems, const char *stem)
{
  guint from = 0, to = stems->len;

  while (from < to)
    {
      guint middle = (from + to) / 2;
      int order = strcmp (g_ptr_array_index (stems, middle), stem);

      if (order == 0)
        return TRUE;
      if (order < 0)
        from = middle + 1;
      else
        to = middle;
    }

  return FALSE;
}

/* What a stem says where it stands: words and numbers most, names less, and what stands beside what is told least. */
static double
worth_of (const SaysoTelling *telling, const char *stem)
{
  if (holds (telling->words, stem))
    return sayso_likeness_weigh (stem);
  if (holds (telling->names, stem))
    return RARE_NAME;
  if (holds (telling->weak, stem))
    return RARE_WEAK;

  return holds (telling->frame, stem) ? RARE_FRAME : 0;
}

/**
 * sayso_likeness_of_rare:
 * @a: a telling
 * @b: one of another article of the same affair
 * @counts: in how many sentences of the first article each stem stands
 * @other_counts: the same of the second
 *
 * What is told in other words shares few of them: those that stand nowhere else in both articles show it.
 *
 * Returns: how many words they share, each divided by how often both articles have it
 */
double
sayso_likeness_of_rare (const SaysoTelling *a, const SaysoTelling *b, GHashTable *counts, GHashTable *other_counts)
{
  GPtrArray *const parts[] = { a->names, a->words, a->weak, a->frame };
  double all = sayso_likeness_sum_rounded (a->words, b->words);

  for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
    for (guint i = 0; i < parts[k]->len; i++)
      {
        const char *stem = g_ptr_array_index (parts[k], i);
        double worth = MIN (worth_of (a, stem), worth_of (b, stem));
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem)) *
                  GPOINTER_TO_UINT (g_hash_table_lookup (other_counts, stem));

        if (worth > 0 && n > 0)
          all += worth / sqrt (n);
      }

  return all;
}

/* Whether two articles are of about the same time. */
gboolean
sayso_likeness_is_near (const SaysoTelling *a, const SaysoTelling *b)
{
  return a->date == SAYSO_OPEN_FUTURE || b->date == SAYSO_OPEN_FUTURE || ABS (a->date - b->date) <= NEAR;
}

/* Whether two sentences of one affair, told in other words, may be of one thing. */
gboolean
sayso_likeness_may_be_one (const SaysoTelling *a, const SaysoTelling *b)
{
  return tell_alike (a, b) && are_of_one (a, b) && !sayso_likeness_denies (a, b) &&
         !(has_numbers (a->words) && has_numbers (b->words) && !sayso_likeness_shares_number (a->words, b->words));
}

/**
 * sayso_likeness_to_json:
 * @self: how like
 * @a: a telling
 * @b: the other
 *
 * Returns: (transfer full): the parts of the score, and what both share
 */
char *
sayso_likeness_to_json (const SaysoLikeness *self, const SaysoTelling *a, const SaysoTelling *b)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  JsonArray *stems = json_array_new ();

  sum_shared (a->names, b->names, shared);
  sum_shared (a->words, b->words, shared);
  for (guint i = 0; i < shared->len; i++)
    json_array_add_string_element (stems, g_ptr_array_index (shared, i));
  json_object_set_double_member (object, "words", self->words);
  json_object_set_double_member (object, "both", self->both);
  if (self->names >= 0)
    json_object_set_double_member (object, "names", self->names);
  json_object_set_boolean_member (object, "type", self->type);
  if (self->verbatim)
    json_object_set_boolean_member (object, "verbatim", TRUE);
  json_object_set_array_member (object, "shared", stems);
  json_node_init_object (node, object);

  return json_to_string (node, FALSE);
}
