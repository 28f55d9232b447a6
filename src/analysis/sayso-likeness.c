/* sayso-likeness.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-likeness.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* So much of the score are words, the rest names and the event's class. */
#define WORDS 0.55
#define NAMES 0.35
#define TYPE 0.1
#define SPEAKER 0.05

/* A number says more than a word. */
#define NUMBER 1.5
#define WEAK 0.3
#define DATE 1

/* Of a date: a month. */
#define NARROW (32 * SAYSO_SECONDS_A_DAY)

/* They share this much at least, or a few common words make them one. */
#define MIN_WORDS 1.8
#define MIN_SHARED 3

/* Copied word for word. */
#define VERBATIM 0.9
#define MIN_VERBATIM 6

static double
weigh (const char *stem)
{
  return g_ascii_isdigit (*stem) ? NUMBER : 1;
}

static double
sum (GPtrArray *stems)
{
  double all = 0;

  for (guint i = 0; i < stems->len; i++)
    all += weigh (g_ptr_array_index (stems, i));

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
          all += weigh (g_ptr_array_index (a, i));
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

static double
part (double shared, double of)
{
  return of > 0 ? shared / of : 0;
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
  double words = sum_shared (a->words, b->words, NULL), names = sum_shared (a->names, b->names, NULL);
  double weak = WEAK * sum_shared (a->weak, b->weak, NULL);
  double words_a = sum (a->words), words_b = sum (b->words), names_a = sum (a->names), names_b = sum (b->names);
  double weak_a = WEAK * sum (a->weak), weak_b = WEAK * sum (b->weak);
  double fewer_names = MIN (names_a, names_b);

  if (share_date (a, b))
    {
      words += DATE;
      words_a += DATE;
      words_b += DATE;
    }

  self.n_shared = words + names;
  self.words = part (words + weak, MIN (words_a + weak_a, words_b + weak_b));
  self.both = part (2 * (words + names + weak), words_a + words_b + names_a + names_b + weak_a + weak_b);
  self.names = fewer_names > 0 ? part (names, fewer_names) : -1;
  self.type = a->type != NULL && g_strcmp0 (a->type, b->type) == 0;
  self.score = WORDS * (0.6 * self.words + 0.4 * self.both) + NAMES * (self.names < 0 ? 0.6 : self.names) +
               TYPE * (self.type || a->type == NULL || b->type == NULL) +
               SPEAKER * (a->said.actor != 0 && a->said.actor == b->said.actor);
  self.score = MIN (self.score, 1);
  self.verbatim = self.both >= VERBATIM && self.n_shared >= MIN_VERBATIM;
  self.same = self.verbatim || (self.score >= SAYSO_LIKENESS_SAME && words >= MIN_WORDS &&
                                self.n_shared >= MIN_SHARED && a->causal == b->causal);

  return self;
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
