/* bench-articles.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

/* Invented articles: of words that mean nothing, with as much found in them as in real ones. */

/* How much an article holds. */
typedef struct
{
  guint words;
  guint times;
  guint actors;
  guint mentions;
  guint events;
  guint claims;
  guint relations;
} Shape;

extern const Shape usual, large;
extern guint n_actors_all; /* over all articles: one for two of them */

char *invent_word (GRand *rand);
guint draw (GRand *rand, guint n);
SaysoCommand *invent_import (guint number, GPtrArray *words, const Shape *shape);
