/* sayso-arborescence.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-arborescence.h"

#include <string.h>

/* More than any difference of scores: makes a second root dearer than any other arc. */
#define ROOT_PENALTY 1e5f
#define NOTHING (-1e9f)

/* A graph over nodes 0 (the root) to n: score[dependant * size + head]. */
typedef struct
{
  float *score;
  guint size;
} Graph;

static float *
arc (const Graph *graph, guint dependant, guint head)
{
  return &graph->score[dependant * graph->size + head];
}

/* Best head for each node; returns a node on a cycle, or 0. */
static guint
take_best (const Graph *graph, const gboolean *gone, guint *heads)
{
  g_autofree guint *seen = g_new0 (guint, graph->size);

  for (guint d = 1; d < graph->size; d++)
    {
      if (gone[d])
        continue;
      heads[d] = 0;
      for (guint h = 1; h < graph->size; h++)
        if (h != d && !gone[h] && *arc (graph, d, h) > *arc (graph, d, heads[d]))
          heads[d] = h;
    }
  for (guint d = 1; d < graph->size; d++)
    {
      guint at = d;

      if (gone[d])
        continue;
      while (at != 0 && seen[at] == 0)
        {
          seen[at] = d;
          at = heads[at];
        }
      if (at != 0 && seen[at] == d)
        return at;
    }

  return 0;
}

/* Chu and Liu (1965), Edmonds (1967): a cycle becomes one node (its first), is solved, and opened again. */
static void
solve (const Graph *graph, gboolean *gone, guint *heads)
{
  guint n = graph->size, on = take_best (graph, gone, heads);
  g_autofree gboolean *in_cycle = NULL;
  g_autofree guint *cycle_heads = NULL, *enters = NULL, *leaves = NULL;
  g_autofree float *kept = NULL;
  float total = 0;

  if (on == 0)
    return;

  in_cycle = g_new0 (gboolean, n);
  cycle_heads = g_memdup2 (heads, n * sizeof *heads);
  enters = g_new0 (guint, n); /* for a node outside: the node of the cycle its arc would go to */
  leaves = g_new0 (guint, n); /* for a node outside: its head in the cycle */
  kept = g_memdup2 (graph->score, (gsize) n * n * sizeof *kept);

  for (guint at = on; !in_cycle[at]; at = heads[at])
    {
      in_cycle[at] = TRUE;
      total += *arc (graph, at, heads[at]);
    }
  for (guint other = 0; other < n; other++)
    {
      float best_in = NOTHING, best_out = NOTHING;

      if (in_cycle[other] || (other > 0 && gone[other]))
        continue;
      for (guint c = 1; c < n; c++)
        {
          float in = 0;

          if (!in_cycle[c])
            continue;
          in = *arc (graph, c, other) - *arc (graph, c, cycle_heads[c]) + total;
          if (enters[other] == 0 || in > best_in)
            {
              best_in = in;
              enters[other] = c;
            }
          if (other > 0 && (leaves[other] == 0 || *arc (graph, other, c) > best_out))
            {
              best_out = *arc (graph, other, c);
              leaves[other] = c;
            }
        }
      kept[on * n + other] = best_in;
      if (other > 0)
        kept[other * n + on] = best_out;
    }
  for (guint c = 1; c < n; c++)
    if (in_cycle[c] && c != on)
      gone[c] = TRUE;

  solve (&(Graph) { kept, n }, gone, heads);

  for (guint d = 1; d < n; d++)
    if (!in_cycle[d] && !gone[d] && heads[d] == on)
      heads[d] = leaves[d];
  {
    guint outside = heads[on], entry = enters[outside];

    for (guint c = 1; c < n; c++)
      if (in_cycle[c])
        {
          heads[c] = c == entry ? outside : cycle_heads[c];
          gone[c] = FALSE;
        }
  }
}

/**
 * sayso_arborescence_decode:
 * @scores: for each word, the scores of its heads: the root first, then each word
 * @stride: how many scores lie between one word's and the next one's
 * @n: how many words
 * @heads: (array length=n) (out caller-allocates): each word's head, -1 for the root
 *
 * Finds the tree of highest score in which exactly one word hangs from the root. Cubic in @n at worst, and nearly
 * always just a look at each word's best head.
 */
void
sayso_arborescence_decode (const float *scores, guint stride, guint n, int *heads)
{
  guint size = n + 1;
  g_autofree float *score = g_new (float, (gsize) size *size);
  g_autofree gboolean *gone = g_new0 (gboolean, size);
  g_autofree guint *found = g_new0 (guint, size);

  for (guint h = 0; h < size; h++)
    score[h] = NOTHING;
  for (guint d = 1; d < size; d++)
    {
      memcpy (&score[(gsize) d * size], &scores[(gsize) (d - 1) * stride], size * sizeof *score);
      score[(gsize) d * size] -= ROOT_PENALTY;
      score[(gsize) d * size + d] = NOTHING;
    }
  solve (&(Graph) { score, size }, gone, found);

  for (guint d = 1; d < size; d++)
    heads[d - 1] = (int) found[d] - 1;
}
