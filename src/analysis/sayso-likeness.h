/* sayso-likeness.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-telling.h"

G_BEGIN_DECLS

/* Two tellings of one thing score this much. */
#define SAYSO_LIKENESS_SAME 0.58

/* Descriptions that share this part of their words may be of one person. */
#define SAYSO_LIKENESS_SPEAKER 0.5

/**
 * SaysoLikeness:
 * @score: from 0 to 1
 * @names: which part of the names of the one that has fewer they share; negative: it has none
 * @words: the same of words
 * @both: which part of all their words they share
 * @n_shared: how much they share: words, and names
 * @n_words: only words that both tell
 * @type: their events are of one class
 * @same: they tell of one thing
 * @verbatim: in the same words
 *
 * How like two tellings are, and why.
 */
typedef struct
{
  double score;
  double names;
  double words;
  double both;
  double n_shared;
  double n_words;
  gboolean type;
  gboolean same;
  gboolean verbatim;
} SaysoLikeness;

SaysoLikeness sayso_likeness_of (const SaysoTelling *a, const SaysoTelling *b);
double sayso_likeness_in_affair (const SaysoTelling *a, const SaysoTelling *b, SaysoLikeness *likeness);
double sayso_likeness_of_rare (const SaysoTelling *a, const SaysoTelling *b, GHashTable *counts,
                               GHashTable *other_counts);
gboolean sayso_likeness_may_be_one (const SaysoTelling *a, const SaysoTelling *b);
gboolean sayso_likeness_is_near (const SaysoTelling *a, const SaysoTelling *b);
void sayso_likeness_count (GPtrArray *tellings, GHashTable *counts);
gboolean sayso_likeness_is_affair (const SaysoLikeness *likeness, const SaysoTelling *a, const SaysoTelling *b);
gboolean sayso_likeness_is_one_speaker (const SaysoTelling *a, const SaysoTelling *b);
double sayso_likeness_weigh (const char *stem);
double sayso_likeness_sum_rounded (GPtrArray *a, GPtrArray *b);
gboolean sayso_likeness_shares_number (GPtrArray *a, GPtrArray *b);
gboolean sayso_likeness_denies (const SaysoTelling *a, const SaysoTelling *b);
char *sayso_likeness_to_json (const SaysoLikeness *self, const SaysoTelling *a, const SaysoTelling *b);

G_END_DECLS
