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
 * @days: how long after, in days; negative: before; 0: it may have been at the same time
 * @n_shared: how many of its actors the item has too
 * @unmentioned: no sentence of the item's own article tells of it
 *
 * What else happened around an item.
 */
typedef struct
{
  SaysoEvent *event;
  gint64 days;
  guint n_shared;
  gboolean unmentioned;
} SaysoSurrounding;

GArray *sayso_surroundings_of (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint limit, GError **error);

G_END_DECLS
