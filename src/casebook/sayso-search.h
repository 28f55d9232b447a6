/* sayso-search.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

typedef enum
{
  SAYSO_SEARCH_ACTOR,
  SAYSO_SEARCH_SOURCE,
  SAYSO_SEARCH_KIND,
  SAYSO_SEARCH_TAG,
  SAYSO_SEARCH_STATUS,
  SAYSO_SEARCH_OUTLET,
  SAYSO_SEARCH_AFTER,
  SAYSO_SEARCH_BEFORE,
  SAYSO_SEARCH_OCCURRED,
  SAYSO_SEARCH_REPORTED,
  SAYSO_SEARCH_LEARNED,
  SAYSO_SEARCH_KNOWN,
} SaysoSearchField;

/* A field that is asked for, and what it is to be: for names an FTS5 query, for tags the key; and as it was typed, in
 * small letters. */
typedef struct
{
  SaysoSearchField field;
  gboolean negated;
  char *value;
  char *raw;
} SaysoSearchTerm;

/**
 * SaysoSearchWord:
 * @key: the word, folded as sayso_search_fold() does
 * @prefix: whether it may go on
 *
 * A word that is looked for, to show it where it stands.
 */
typedef struct
{
  char *key;
  gboolean prefix;
} SaysoSearchWord;

/**
 * SaysoSearch:
 * @match: (nullable): what the words of an item must match, an FTS5 query
 * @exclude: (nullable): what they must not
 * @terms: (element-type SaysoSearchTerm): fields but dates
 * @range: what after:, before: and occurred: say
 * @reported: when it may have been reported
 * @learned: when it may have been learned
 * @known: the last second at which it must have been known; 0 for any
 * @going_on: whether the last word was taken for the beginning of one, though nobody said so
 * @words: (element-type SaysoSearchWord): all words it may be found by
 *
 * What a person typed into a search field, understood: words, "phrases", prefix*, AND, OR, NOT or -, parentheses, and
 * the fields actor: source: kind: tag: status: outlet: after: before: occurred: reported: learned: known:.
 */
typedef struct
{
  char *match;
  char *exclude;
  GArray *terms;
  SaysoBounds range;
  SaysoBounds reported;
  SaysoBounds learned;
  gint64 known;
  gboolean going_on;
  GArray *words;
} SaysoSearch;

SaysoSearch *sayso_search_parse (const char *text, gboolean whole, GError **error);
void sayso_search_free (SaysoSearch *self);
char *sayso_search_fold (const char *word, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoSearch, sayso_search_free)

G_END_DECLS
