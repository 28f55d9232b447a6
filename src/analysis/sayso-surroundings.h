/* sayso-surroundings.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoSurrounding:
 * @event: what else happened
 * @least_days: how many days lie between at the least; 0 where both may be on one day
 * @most_days: and at the most
 * @after: whether it is after the item; else before, or neither is known
 * @shared: (element-type utf8): names of the actors that both have to do with, the closest first
 * @unmentioned: the item's own article does not tell of it
 * @weight: the more, the more it has to do with the item
 *
 * What else happened around an item.
 */
typedef struct
{
  SaysoEvent *event;
  guint least_days;
  guint most_days;
  gboolean after;
  GPtrArray *shared;
  gboolean unmentioned;
  double weight;
} SaysoSurrounding;

GArray *sayso_surroundings_of (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint days, guint limit,
                               GError **error);

G_END_DECLS
