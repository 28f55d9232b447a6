/* sayso-candidates.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-candidates.h"

#include <math.h>

#include "sayso-likeness.h"

/* Of tellings with a word, so many of the newest are looked at: what a word is common to says little. */
#define MAX_WITH_SIGN 200

/* What two tellings share must weigh so much: a word that few have, or several that some have. */
#define MIN_WEIGHT 0.6

/* As many are compared. */
#define MAX_CANDIDATES 32

/* Articles that share so many names are of one affair, if fewer tellings than that have each; so many names of an
 * article are looked at. */
#define MIN_NAMES 2
#define MAX_WITH_NAME 40
#define MAX_NAMES 64

typedef struct
{
  gint64 telling;
  double weight;
  guint n;
} Candidate;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;

  return (first->telling > second->telling) - (first->telling < second->telling);
}

/* The newest first. */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first < second) - (first > second);
}

/* @places: a telling's id → its place among @candidates, from 1. */
static void
add_with_sign (SaysoConnection *db, const char *stem, GArray *candidates, GHashTable *places)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/with-sign");
  guint first = candidates->len, n = 0;
  double weight;

  /* Those that have it are put at the end first: what it weighs is known when all are counted. */
  sayso_statement_bind_int (row, "sign", sayso_sign_of (stem));
  sayso_statement_bind_int (row, "lim", MAX_WITH_SIGN);
  while (sayso_statement_next (row))
    {
      Candidate candidate = { sayso_statement_int (row, "telling") };

      g_array_append_val (candidates, candidate);
    }

  weight = 1 / log2 (2 + candidates->len - first);
  for (guint i = first; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gpointer key = GSIZE_TO_POINTER (candidate->telling);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

      if (place == 0)
        {
          g_array_index (candidates, Candidate, first + n) = *candidate;
          place = first + ++n;
          g_hash_table_insert (places, key, GUINT_TO_POINTER (place));
        }
      candidate = &g_array_index (candidates, Candidate, place - 1);
      candidate->weight += weight;
      candidate->n++;
    }
  g_array_set_size (candidates, first + n);
}

/**
 * sayso_candidates_find:
 * @db: a connection in a transaction
 * @stems: (element-type utf8): stems of words
 * @least: how many of them they share at least
 *
 * Returns: (transfer full) (element-type gint64): the tellings that share most of the rarest of these words, best first
 */
GArray *
sayso_candidates_find (SaysoConnection *db, GPtrArray *stems, guint least)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint i = 0; i < stems->len; i++)
    add_with_sign (db, g_ptr_array_index (stems, i), candidates, places);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->n >= least && (least < 2 || candidate->weight >= MIN_WEIGHT))
        g_array_index (candidates, Candidate, n++) = *candidate;
    }
  g_array_set_size (candidates, n);
  g_array_sort (candidates, compare_weights);
  for (guint i = 0; i < candidates->len && i < MAX_CANDIDATES; i++)
    g_array_append_val (ids, g_array_index (candidates, Candidate, i).telling);

  return ids;
}

GArray *
sayso_candidates_of (SaysoConnection *db, const SaysoTelling *telling)
{
  g_autoptr (GPtrArray) stems = g_ptr_array_new ();

  g_ptr_array_extend (stems, telling->names, NULL, NULL);
  g_ptr_array_extend (stems, telling->words, NULL, NULL);
  g_ptr_array_extend (stems, telling->frame, NULL, NULL);

  return sayso_candidates_find (db, stems, 2);
}

/* Whether few tellings have a name: the index alone tells that. */
static gboolean
is_rare (SaysoConnection *db, gint64 sign)
{
  SaysoStatement *row = sayso_connection_prepare (db, "telling/with-sign");
  guint n = 0;

  sayso_statement_bind_int (row, "sign", sign);
  sayso_statement_bind_int (row, "lim", MAX_WITH_NAME);
  while (sayso_statement_next (row))
    n++;

  return n < MAX_WITH_NAME;
}

/* Adds the articles that have a name, unless many have it. @n_shared: (key: an article, value: how many names) */
static void
add_with_name (SaysoConnection *db, const char *stem, const SaysoTelling *telling, GHashTable *n_shared)
{
  gint64 sign = sayso_sign_of (stem);
  SaysoStatement *row;

  if (!is_rare (db, sign))
    return;
  row = sayso_connection_prepare (db, "telling/articles-with-sign");
  sayso_statement_bind_int (row, "sign", sign);
  while (sayso_statement_next (row))
    {
      gint64 article = sayso_statement_int (row, "article");
      SaysoTelling other = { .date = sayso_published_day (sayso_statement_text (row, "published", NULL)) };
      guint *count;

      if (article == telling->article || !sayso_likeness_is_near (telling, &other))
        continue;
      count = g_hash_table_lookup (n_shared, &article);
      if (count == NULL)
        {
          count = g_new0 (guint, 1);
          g_hash_table_insert (n_shared, g_memdup2 (&article, sizeof article), count);
        }
      (*count)++;
    }
}

/**
 * sayso_candidates_articles:
 * @db: a connection in a transaction
 * @tellings: (element-type SaysoTelling): what an article tells
 *
 * Returns: (transfer full) (element-type gint64): articles of about the same time that name several of those whom few
 * name
 */
GArray *
sayso_candidates_articles (SaysoConnection *db, GPtrArray *tellings)
{
  g_autoptr (GHashTable) n_shared = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gint64 *article;
  guint *count;

  for (guint i = 0; i < tellings->len; i++)
    {
      const SaysoTelling *telling = g_ptr_array_index (tellings, i);

      for (guint k = 0; k < telling->names->len && g_hash_table_size (seen) < MAX_NAMES; k++)
        if (g_hash_table_add (seen, g_ptr_array_index (telling->names, k)))
          add_with_name (db, g_ptr_array_index (telling->names, k), telling, n_shared);
    }
  g_hash_table_iter_init (&iter, n_shared);
  while (g_hash_table_iter_next (&iter, (gpointer *) &article, (gpointer *) &count))
    if (*count >= MIN_NAMES)
      g_array_append_val (articles, *article);
  g_array_sort (articles, compare_ids);

  return articles;
}
