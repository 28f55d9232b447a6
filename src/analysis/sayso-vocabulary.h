/* sayso-vocabulary.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-text.h"

G_BEGIN_DECLS

/* What data/rules/en/likeness.tsv says of words. A word is in small letters, without what a genitive adds. */

/**
 * SaysoVocable:
 * @span: where it stands
 * @key: it in small letters
 * @capital: whether it is written with a capital
 *
 * A word or a number of a text.
 */
typedef struct
{
  SaysoSpan span;
  char *key;
  gboolean capital;
} SaysoVocable;

GArray *sayso_vocabulary_split (const char *utf8, guint offset);
char *sayso_vocabulary_stem (const char *key);
double sayso_vocabulary_weight (const char *key);
const char *sayso_vocabulary_get (const char *class, const char *key);
gboolean sayso_vocabulary_is (const char *class, const char *key);
gboolean sayso_vocabulary_has (const char *class, const char *words);
double sayso_vocabulary_likeness (const char *description, const char *other);
const char *sayso_vocabulary_find (const char *class, const char *sentence, const char **end);

G_END_DECLS
