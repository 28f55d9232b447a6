/* sayso-ties.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/**
 * SaysoTie:
 * @relation: a relation
 * @n_sources: from how many it is known independently: named sources, and each article's own words and unnamed sources
 * @happened: when the first event was that tells of it, in seconds since 1970; %G_MAXINT64 where none is dated
 * @known: when the first article that tells of it came out; %G_MAXINT64 where none says
 *
 * From whom a relation is known, and since when.
 */
typedef struct
{
  gint64 relation;
  guint n_sources;
  gint64 happened;
  gint64 known;
} SaysoTie;

/**
 * SaysoPlace:
 * @actor: an actor
 * @x: where it stands in the graph, in pixels at zoom 1
 * @y: likewise
 * @pinned: whether a person put it there
 *
 * Places are how a graph looked, and nothing that was found: they are in no history.
 */
typedef struct
{
  gint64 actor;
  int x;
  int y;
  gboolean pinned;
} SaysoPlace;

GArray *sayso_casebook_get_ties (SaysoCasebook *self, const gint64 *relations, guint n_relations, GError **error);
GArray *sayso_casebook_get_places (SaysoCasebook *self, GError **error);
gboolean sayso_casebook_keep_places (SaysoCasebook *self, GArray *places, GError **error);

G_END_DECLS
