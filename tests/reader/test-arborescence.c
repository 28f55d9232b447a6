/* test-arborescence.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-arborescence.h"

/* The score of a tree with one root, or a very low one where it is none. */
static double
score_tree (const float *scores, guint n, const int *heads)
{
  guint roots = 0;
  double score = 0;

  for (guint i = 0; i < n; i++)
    {
      guint steps = 0;
      int at = (int) i;

      roots += heads[i] < 0;
      while (at >= 0 && steps++ <= n)
        at = heads[at];
      if (at >= 0)
        return -1e9;
      score += scores[i * (n + 1) + (guint) (heads[i] + 1)];
    }

  return roots == 1 ? score : -1e9;
}

/* Tries all assignments of heads. */
static double
best_score (const float *scores, guint n)
{
  g_autofree int *heads = g_new (int, n);
  double best = -1e9;
  guint all = 1;

  for (guint i = 0; i < n; i++)
    all *= n + 1;
  for (guint code = 0; code < all; code++)
    {
      guint rest = code;

      for (guint i = 0; i < n; i++, rest /= n + 1)
        heads[i] = (int) (rest % (n + 1)) - 1;
      best = MAX (best, score_tree (scores, n, heads));
    }

  return best;
}

static void
test_against_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 400; round++)
    {
      guint n = 1 + round % 5;
      g_autofree float *scores = g_new (float, n *(n + 1));
      g_autofree int *heads = g_new (int, n);

      for (guint i = 0; i < n * (n + 1); i++)
        scores[i] = g_rand_double_range (random, -8, 8);
      sayso_arborescence_decode (scores, n + 1, n, heads);
      g_assert_cmpfloat_with_epsilon (score_tree (scores, n, heads), best_score (scores, n), 1e-3);
    }
}

static void
test_long (void)
{
  const guint n = 126;
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autofree float *scores = g_new (float, n *(n + 1));
  g_autofree int *heads = g_new (int, n);

  for (guint round = 0; round < 5; round++)
    {
      for (guint i = 0; i < n * (n + 1); i++)
        scores[i] = g_rand_double_range (random, -8, 8);
      sayso_arborescence_decode (scores, n + 1, n, heads);
      g_assert_cmpfloat (score_tree (scores, n, heads), >, -1e8);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arborescence/against-all", test_against_all);
  g_test_add_func ("/arborescence/long", test_long);

  return g_test_run ();
}
