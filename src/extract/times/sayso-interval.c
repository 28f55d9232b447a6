/* sayso-interval.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-interval.h"

/* The ends of both intervals, and the origin of time, as the nodes of a network of differences. */
typedef enum
{
  ORIGIN,
  START_A,
  END_A,
  START_B,
  END_B,
  N_NODES,
} Node;

/* @x - @y is at most @most. */
typedef struct
{
  guint8 x;
  guint8 y;
  gint8 most;
} Difference;

#define MAX_DIFFERENCES 4
#define UNBOUNDED (G_MAXINT64 / 4)

/* Ends are inclusive: what ends in the second before another begins meets it. */
static const Difference relations[][MAX_DIFFERENCES] = {
  [SAYSO_ALLEN_BEFORE] = { { END_A, START_B, -2 } },
  [SAYSO_ALLEN_MEETS] = { { END_A, START_B, -1 }, { START_B, END_A, 1 } },
  [SAYSO_ALLEN_OVERLAPS] = { { START_A, START_B, -1 }, { START_B, END_A, 0 }, { END_A, END_B, -1 } },
  [SAYSO_ALLEN_STARTS] = { { START_A, START_B, 0 }, { START_B, START_A, 0 }, { END_A, END_B, -1 } },
  [SAYSO_ALLEN_DURING] = { { START_B, START_A, -1 }, { END_A, END_B, -1 } },
  [SAYSO_ALLEN_FINISHES] = { { START_B, START_A, -1 }, { END_A, END_B, 0 }, { END_B, END_A, 0 } },
  [SAYSO_ALLEN_EQUALS] = { { START_A, START_B, 0 }, { START_B, START_A, 0 }, { END_A, END_B, 0 }, { END_B, END_A, 0 } },
  [SAYSO_ALLEN_FINISHED_BY] = { { START_A, START_B, -1 }, { END_A, END_B, 0 }, { END_B, END_A, 0 } },
  [SAYSO_ALLEN_CONTAINS] = { { START_A, START_B, -1 }, { END_B, END_A, -1 } },
  [SAYSO_ALLEN_STARTED_BY] = { { START_A, START_B, 0 }, { START_B, START_A, 0 }, { END_B, END_A, -1 } },
  [SAYSO_ALLEN_OVERLAPPED_BY] = { { START_B, START_A, -1 }, { START_A, END_B, 0 }, { END_B, END_A, -1 } },
  [SAYSO_ALLEN_MET_BY] = { { END_B, START_A, -1 }, { START_A, END_B, 1 } },
  [SAYSO_ALLEN_AFTER] = { { END_B, START_A, -2 } },
};

/**
 * sayso_interval_init:
 * @self: (out caller-allocates): an interval
 * @bounds: what is known of it
 *
 * What lasted begins at its earliest and ends at its latest second, give or take what is soft. What happened once began
 * and ended anywhere within.
 */
void
sayso_interval_init (SaysoInterval *self, const SaysoBounds *bounds)
{
  g_return_if_fail (self != NULL && bounds != NULL);

  *self = (SaysoInterval) { bounds->earliest, bounds->latest, bounds->earliest, bounds->latest };
  if (!bounds->lasting)
    return;
  if (bounds->earliest != SAYSO_OPEN_PAST)
    self->start_latest = MIN (bounds->earliest + bounds->soft_start * SAYSO_SECONDS_A_DAY, bounds->latest);
  if (bounds->latest != SAYSO_OPEN_FUTURE)
    self->end_earliest = MAX (bounds->latest - bounds->soft_end * SAYSO_SECONDS_A_DAY, bounds->earliest);
}

static void
limit (gint64 most[N_NODES][N_NODES], guint x, guint y, gint64 value)
{
  most[x][y] = MIN (most[x][y], value);
}

static void
limit_node (gint64 most[N_NODES][N_NODES], Node node, gint64 earliest, gint64 latest)
{
  if (latest != SAYSO_OPEN_FUTURE)
    limit (most, node, ORIGIN, latest);
  if (earliest != SAYSO_OPEN_PAST)
    limit (most, ORIGIN, node, -earliest);
}

/* Whether all differences can hold at once: no way round the network is shorter than nothing. */
static gboolean
can_hold (gint64 most[N_NODES][N_NODES])
{
  for (guint k = 0; k < N_NODES; k++)
    for (guint i = 0; i < N_NODES; i++)
      for (guint j = 0; j < N_NODES; j++)
        if (most[i][k] < UNBOUNDED && most[k][j] < UNBOUNDED)
          limit (most, i, j, most[i][k] + most[k][j]);
  for (guint i = 0; i < N_NODES; i++)
    if (most[i][i] < 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_possible (const SaysoInterval *a, const SaysoInterval *b, SaysoAllen relation)
{
  gint64 most[N_NODES][N_NODES];

  for (guint i = 0; i < N_NODES; i++)
    for (guint j = 0; j < N_NODES; j++)
      most[i][j] = i == j ? 0 : UNBOUNDED;
  limit_node (most, START_A, a->start_earliest, a->start_latest);
  limit_node (most, END_A, a->end_earliest, a->end_latest);
  limit_node (most, START_B, b->start_earliest, b->start_latest);
  limit_node (most, END_B, b->end_earliest, b->end_latest);
  limit (most, START_A, END_A, 0);
  limit (most, START_B, END_B, 0);
  for (guint i = 0; i < MAX_DIFFERENCES; i++)
    {
      const Difference *difference = &relations[relation][i];

      if (difference->x != difference->y)
        limit (most, difference->x, difference->y, difference->most);
    }

  return can_hold (most);
}

/**
 * sayso_interval_possible_relations:
 *
 * Returns: which of Allen's relations @a may have to @b, as bits `1 << SAYSO_ALLEN_…`
 */
guint
sayso_interval_possible_relations (const SaysoInterval *a, const SaysoInterval *b)
{
  guint possible = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  for (guint i = 0; i <= SAYSO_ALLEN_AFTER; i++)
    if (is_possible (a, b, i))
      possible |= 1u << i;

  return possible;
}

/**
 * sayso_interval_relates:
 * @relations: bits `1 << SAYSO_ALLEN_…`
 *
 * Returns: whether @a has one of the relations to @b
 */
SaysoAnswer
sayso_interval_relates (const SaysoInterval *a, const SaysoInterval *b, guint asked)
{
  guint possible = sayso_interval_possible_relations (a, b);

  if ((possible & asked) == 0)
    return SAYSO_ANSWER_NO;

  return (possible & ~asked) == 0 ? SAYSO_ANSWER_CERTAIN : SAYSO_ANSWER_POSSIBLE;
}

static SaysoAnswer
bounds_relate (const SaysoBounds *a, const SaysoBounds *b, guint asked)
{
  SaysoInterval first, second;

  sayso_interval_init (&first, a);
  sayso_interval_init (&second, b);

  return sayso_interval_relates (&first, &second, asked);
}

/**
 * sayso_bounds_before:
 *
 * Returns: whether @a was over when @b began
 */
SaysoAnswer
sayso_bounds_before (const SaysoBounds *a, const SaysoBounds *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, SAYSO_ANSWER_NO);

  return bounds_relate (a, b, 1 << SAYSO_ALLEN_BEFORE | 1 << SAYSO_ALLEN_MEETS);
}

/**
 * sayso_bounds_overlap:
 *
 * Returns: whether there was a second in both
 */
SaysoAnswer
sayso_bounds_overlap (const SaysoBounds *a, const SaysoBounds *b)
{
  guint apart = 1 << SAYSO_ALLEN_BEFORE | 1 << SAYSO_ALLEN_MEETS | 1 << SAYSO_ALLEN_MET_BY | 1 << SAYSO_ALLEN_AFTER;

  g_return_val_if_fail (a != NULL && b != NULL, SAYSO_ANSWER_NO);

  return bounds_relate (a, b, ((1 << (SAYSO_ALLEN_AFTER + 1)) - 1) & ~apart);
}

/**
 * sayso_bounds_during:
 *
 * Returns: whether all of @a was within @b
 */
SaysoAnswer
sayso_bounds_during (const SaysoBounds *a, const SaysoBounds *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, SAYSO_ANSWER_NO);

  return bounds_relate (a, b,
                        1 << SAYSO_ALLEN_DURING | 1 << SAYSO_ALLEN_STARTS | 1 << SAYSO_ALLEN_FINISHES |
                            1 << SAYSO_ALLEN_EQUALS);
}

/**
 * sayso_bounds_compare:
 *
 * Orders for lists: by when it may have been first, then last. What is open comes first, and last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
sayso_bounds_compare (const SaysoBounds *a, const SaysoBounds *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->earliest != b->earliest)
    return a->earliest < b->earliest ? -1 : 1;

  return a->latest < b->latest ? -1 : a->latest > b->latest;
}
