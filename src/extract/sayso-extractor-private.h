/* sayso-extractor-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "sayso-document.h"
#include "sayso-extraction.h"
#include "sayso-table.h"

G_BEGIN_DECLS

/*
 * SaysoExtractor: what one extraction works with.
 * @extraction: what is being made
 * @reading: what it is made from
 * @metadata: (nullable): what the article says of itself
 * @first_child, @next_sibling: the trees turned round: token indices, -1 for none, dependants in their order
 * @left, @right: first and last token of each token's subtree
 * @sentence: the sentence of each token
 * @mention: the mention of an actor that each token belongs to, or %SAYSO_NONE
 * @actor_lists: what the lists know of each actor (SaysoKnownName, nullable), by actor
 */
typedef struct
{
  SaysoExtraction *extraction;
  SaysoReading *reading;
  const SaysoMetadata *metadata;

  /*< owned >*/
  int *first_child;
  int *next_sibling;
  guint *left;
  guint *right;
  guint *sentence;
  guint *mention;
  GHashTable *actors_by_key;
} SaysoExtractor;

/* The steps, in their order. */
void sayso_extractor_find_actors (SaysoExtractor *self);
void sayso_extractor_find_claims (SaysoExtractor *self);
void sayso_extractor_find_events (SaysoExtractor *self);
void sayso_extractor_find_relations (SaysoExtractor *self);

/* Tables of this layer. */
const SaysoTable *sayso_extract_get_table (const char *name);

/* The tree. */
void sayso_extractor_turn_trees (SaysoExtractor *self);
gboolean sayso_extractor_deprel_is (const SaysoExtractor *self, guint token, const char *deprels);
int sayso_extractor_child (const SaysoExtractor *self, guint token, const char *deprels);
gboolean sayso_extractor_has_child_word (const SaysoExtractor *self, guint token, const char *deprels,
                                         const char *lemmas);
gboolean sayso_extractor_lemma_in (const SaysoExtractor *self, guint token, const char *lemmas);
SaysoSpan sayso_extractor_span (const SaysoExtractor *self, guint first, guint last);
char *sayso_extractor_text (const SaysoExtractor *self, guint first, guint last);

/* The noun phrase that a token heads, without what only comments on it (relative clauses, appositions). */
void sayso_extractor_phrase (const SaysoExtractor *self, guint head, guint *first, guint *last);

/* The actor that the noun phrase headed by @token speaks of, or %SAYSO_NONE; adds actors that are only described. */
guint sayso_extractor_actor_of (SaysoExtractor *self, guint token, SaysoSpan *span);

static inline SaysoExtractedActor *
sayso_extractor_actor (const SaysoExtractor *self, guint actor)
{
  return &g_array_index (self->extraction->actors, SaysoExtractedActor, actor);
}

static inline const SaysoToken *
sayso_extractor_token (const SaysoExtractor *self, guint token)
{
  return sayso_reading_token (self->reading, token);
}

G_END_DECLS
