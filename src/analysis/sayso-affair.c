/* sayso-affair.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-affair.h"

#include <string.h>

/* Where two articles tell one thing, they are of one affair, and what else they tell is compared knowing that: a short
 * sentence says enough, and "the company" needs no name. News keeps its order when it is told again, so that what
 * follows the same may be the same. */

/* So like are the best of each other's. */
#define LIKE 0.62
#define NEXT 0.18

/* What is denied is as like as this, and is told in two words at least. */
#define DENIES 0.75
#define MIN_DENIED 2
#define ALL_DENIED 0.85

/* So much is it worth that they share what is rare in both articles. */
#define RARE 0.35
#define MIN_RARE 1
#define MAX_RARE 0.8

/* What is the same as another sentence already must be as much liker. */
#define TOLD_TWICE 0.2

typedef struct
{
  guint i, k;
  double score;
  SaysoLikeness likeness;
  gboolean denies;
} Cell;

static gboolean
is_paired (GArray *pairs, gint64 mine, gint64 other)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const SaysoPair *pair = &g_array_index (pairs, SaysoPair, i);

      if ((mine == 0 || pair->telling == mine) && (other == 0 || pair->other == other))
        return TRUE;
    }

  return FALSE;
}

static gint64
id_at (GPtrArray *tellings, guint i)
{
  return ((const SaysoTelling *) g_ptr_array_index (tellings, i))->id;
}

/* Whether what stands before both, or after both, is the same. */
static gboolean
is_beside_pair (GPtrArray *mine, guint i, GPtrArray *others, guint k, GArray *pairs)
{
  return (i > 0 && k > 0 && is_paired (pairs, id_at (mine, i - 1), id_at (others, k - 1))) ||
         (i + 1 < mine->len && k + 1 < others->len && is_paired (pairs, id_at (mine, i + 1), id_at (others, k + 1)));
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->i != second->i ? (first->i > second->i) - (first->i < second->i)
                               : (first->k > second->k) - (first->k < second->k);
}

/* How like two sentences are: by all their words, or by the few that are rare in both articles. */
static double
score_of (const SaysoTelling *mine, const SaysoTelling *other, GHashTable *counts, GHashTable *other_counts, Cell *cell)
{
  double score = sayso_likeness_in_affair (mine, other, &cell->likeness), rare = 0;

  cell->denies = sayso_likeness_denies (mine, other);
  if (cell->denies || sayso_likeness_may_be_one (mine, other))
    rare = sayso_likeness_of_rare (mine, other, counts, other_counts);
  if (rare >= MIN_RARE && cell->likeness.n_shared == 0)
    cell->likeness = sayso_likeness_of (mine, other);
  if (score > 0 || rare > 0)
    g_debug ("Tellings %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT " in one affair: %.2f, rare %.2f", mine->id,
             other->id, score, rare);

  if (cell->denies && cell->likeness.n_shared == 0)
    cell->likeness = sayso_likeness_of (mine, other);
  if (cell->denies && cell->likeness.n_words < MIN_DENIED)
    return 0;
  if (cell->denies && cell->likeness.words >= ALL_DENIED)
    score = DENIES;

  return MAX (score, MIN (RARE * rare, MAX_RARE));
}

/* Which of an article's sentences have a word: most pairs of sentences share none, and are not compared. */
static GHashTable *
place_words (GPtrArray *tellings)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < tellings->len; i++)
    {
      const SaysoTelling *telling = g_ptr_array_index (tellings, i);
      GPtrArray *const parts[] = { telling->words, telling->names };

      for (guint n = 0; n < G_N_ELEMENTS (parts); n++)
        for (guint k = 0; k < parts[n]->len; k++)
          {
            GArray *at = g_hash_table_lookup (places, g_ptr_array_index (parts[n], k));

            if (at == NULL)
              {
                at = g_array_new (FALSE, FALSE, sizeof (guint));
                g_hash_table_insert (places, g_ptr_array_index (parts[n], k), at);
              }
            g_array_append_val (at, i);
          }
    }

  return places;
}

static void
mark_shared (const SaysoTelling *telling, GHashTable *places, gboolean *shared)
{
  GPtrArray *const parts[] = { telling->words, telling->names };

  for (guint n = 0; n < G_N_ELEMENTS (parts); n++)
    for (guint k = 0; k < parts[n]->len; k++)
      {
        const GArray *at = g_hash_table_lookup (places, g_ptr_array_index (parts[n], k));

        for (guint i = 0; at != NULL && i < at->len; i++)
          shared[g_array_index (at, guint, i)] = TRUE;
      }
}

/**
 * sayso_affair_match:
 * @mine: (element-type SaysoTelling): all that an article tells, in the order of its text
 * @others: (element-type SaysoTelling): the same of another article
 * @pairs: (element-type SaysoPair): what is known of them already, at least one pair
 *
 * Returns: (transfer full) (element-type SaysoMatch): what else is the same in both; each telling at most once
 */
GArray *
sayso_affair_match (GPtrArray *mine, GPtrArray *others, GArray *pairs)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (SaysoMatch));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) other_counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) places = NULL;
  g_autofree gboolean *shared = g_new0 (gboolean, others->len + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, mine->len + 1), *other_taken = g_new0 (gboolean, others->len + 1);

  sayso_likeness_count (mine, counts);
  sayso_likeness_count (others, other_counts);
  places = place_words (others);
  for (guint i = 0; i < mine->len; i++)
    {
      memset (shared, 0, others->len * sizeof *shared);
      mark_shared (g_ptr_array_index (mine, i), places, shared);
      for (guint k = 0; k < others->len; k++)
        {
          Cell cell = { i, k };

          if (!shared[k] || is_paired (pairs, id_at (mine, i), id_at (others, k)))
            continue;
          cell.score =
              score_of (g_ptr_array_index (mine, i), g_ptr_array_index (others, k), counts, other_counts, &cell);
          if (!cell.denies)
            cell.score += NEXT * is_beside_pair (mine, i, others, k, pairs);
          if (is_paired (pairs, id_at (mine, i), 0) || is_paired (pairs, 0, id_at (others, k)))
            cell.score -= TOLD_TWICE;
          if (cell.likeness.n_shared > 0 && cell.score >= (cell.denies ? DENIES : LIKE))
            g_array_append_val (cells, cell);
        }
    }

  g_array_sort (cells, compare_cells);
  for (guint n = 0; n < cells->len; n++)
    {
      const Cell *cell = &g_array_index (cells, Cell, n);
      SaysoMatch match = { g_ptr_array_index (mine, cell->i), g_ptr_array_index (others, cell->k), cell->likeness };

      if (taken[cell->i] || other_taken[cell->k])
        continue;
      taken[cell->i] = other_taken[cell->k] = TRUE;
      match.likeness.score = MIN (cell->score, 1);
      match.likeness.same = !cell->denies;
      match.denies = cell->denies;
      g_array_append_val (matches, match);
    }

  return matches;
}
