/* sayso-interval.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-bounds.h"

G_BEGIN_DECLS

/**
 * SaysoAllen:
 *
 * Allen's thirteen relations of two intervals (J. F. Allen, "Maintaining knowledge about temporal intervals", 1983).
 * The second half are the inverses of the first, in reverse order.
 */
typedef enum
{
  SAYSO_ALLEN_BEFORE,
  SAYSO_ALLEN_MEETS,
  SAYSO_ALLEN_OVERLAPS,
  SAYSO_ALLEN_STARTS,
  SAYSO_ALLEN_DURING,
  SAYSO_ALLEN_FINISHES,
  SAYSO_ALLEN_EQUALS,
  SAYSO_ALLEN_FINISHED_BY,
  SAYSO_ALLEN_CONTAINS,
  SAYSO_ALLEN_STARTED_BY,
  SAYSO_ALLEN_OVERLAPPED_BY,
  SAYSO_ALLEN_MET_BY,
  SAYSO_ALLEN_AFTER,
} SaysoAllen;

/**
 * SaysoAnswer:
 * @SAYSO_ANSWER_NO: it cannot be
 * @SAYSO_ANSWER_POSSIBLE: it can be, and it can be otherwise
 * @SAYSO_ANSWER_CERTAIN: it cannot be otherwise
 *
 * What uncertain times allow to say.
 */
typedef enum
{
  SAYSO_ANSWER_NO,
  SAYSO_ANSWER_POSSIBLE,
  SAYSO_ANSWER_CERTAIN,
} SaysoAnswer;

/**
 * SaysoInterval:
 * @start_earliest: first second it may have begun
 * @start_latest: last second it may have begun
 * @end_earliest: first second it may have ended, inclusive
 * @end_latest: last second it may have ended, inclusive
 *
 * An interval whose ends are known within bounds: what [struct@SaysoBounds] means for reckoning.
 */
typedef struct
{
  gint64 start_earliest;
  gint64 start_latest;
  gint64 end_earliest;
  gint64 end_latest;
} SaysoInterval;

void sayso_interval_init (SaysoInterval *self, const SaysoBounds *bounds);
guint sayso_interval_possible_relations (const SaysoInterval *a, const SaysoInterval *b);
SaysoAnswer sayso_interval_relates (const SaysoInterval *a, const SaysoInterval *b, guint relations);
SaysoAnswer sayso_bounds_before (const SaysoBounds *a, const SaysoBounds *b);
SaysoAnswer sayso_bounds_overlap (const SaysoBounds *a, const SaysoBounds *b);
SaysoAnswer sayso_bounds_during (const SaysoBounds *a, const SaysoBounds *b);
int sayso_bounds_compare (const SaysoBounds *a, const SaysoBounds *b);

G_END_DECLS
