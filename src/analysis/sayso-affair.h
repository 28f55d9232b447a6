/* sayso-affair.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-likeness.h"

G_BEGIN_DECLS

/**
 * SaysoPair:
 * @telling: a telling of the article
 * @other: one of the other article
 *
 * Two tellings that are known to be of one thing, or not to fit together; zeros for two that only show that both
 * articles are of one affair.
 */
typedef struct
{
  gint64 telling;
  gint64 other;
} SaysoPair;

/**
 * SaysoMatch:
 * @mine: a telling of the one article; not owned
 * @other: one of the other; not owned
 * @likeness: how like they are
 * @denies: one tells that what the other tells is not so
 */
typedef struct
{
  const SaysoTelling *mine;
  const SaysoTelling *other;
  SaysoLikeness likeness;
  gboolean denies;
} SaysoMatch;

GArray *sayso_affair_match (GPtrArray *mine, GPtrArray *others, GArray *pairs);

G_END_DECLS
