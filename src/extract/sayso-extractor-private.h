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
#include "sayso-tree.h"

/* A title is no longer. */
#define SAYSO_TITLE_MAX 110

G_BEGIN_DECLS

/*
 * SaysoExtractor: what one extraction works with.
 * @extraction: what is being made
 * @reading: what it is made from
 * @metadata: (nullable): what the article says of itself
 * @tree: its trees, turned round
 * @mention: the mention of an actor that each token belongs to, or %SAYSO_NONE
 * @claim_at: the innermost claim in whose content each token stands, or %SAYSO_NONE
 * @n_names: how many of the mentions, the first ones, are names; these are in the order of the text
 * @depth: how many noun phrases lean on each other, while one is looked up
 * @actors_by_key: actors that are found by more than their name
 * @relations_by_key: relations by subject, type and object
 */
typedef struct
{
  SaysoExtraction *extraction;
  SaysoReading *reading;
  const SaysoMetadata *metadata;

  /*< owned >*/
  SaysoTree tree;
  guint *mention;
  guint *claim_at;
  guint n_names;
  guint depth;
  GHashTable *actors_by_key;
  GHashTable *relations_by_key;
} SaysoExtractor;

/* The steps, in their order. */
void sayso_extractor_find_actors (SaysoExtractor *self);
void sayso_extractor_find_claims (SaysoExtractor *self);
void sayso_extractor_find_events (SaysoExtractor *self);
void sayso_extractor_find_relations (SaysoExtractor *self);

/* Tables of this layer. */
const SaysoTable *sayso_extract_get_table (const char *name);

/* The text of tokens on one line, at most @most characters, cut at a word. */
char *sayso_extractor_text (const SaysoExtractor *self, SaysoRun run, guint most);
SaysoRun sayso_extractor_run (const SaysoExtractor *self, SaysoSpan span);

/* The actor that the noun phrase headed by @token speaks of, or %SAYSO_NONE; adds actors that are only described. */
guint sayso_extractor_actor_of (SaysoExtractor *self, guint token, SaysoSpan *span);
/* The actor that possesses it or gives it its name ("Velar's network", "Velar network"). */
guint sayso_extractor_owner_of (SaysoExtractor *self, guint token);
gboolean sayso_extractor_noun_is (const SaysoExtractor *self, guint token, const char *kind);
guint sayso_extractor_add_actor (SaysoExtractor *self, const char *name, SaysoNameKind kind, gboolean unnamed);
guint sayso_extractor_add_mention (SaysoExtractor *self, guint actor, SaysoRun run, guint head, SaysoMentionForm form);
/* A thing and its maker, found with the actors. */
void sayso_extractor_relate (SaysoExtractor *self, guint subject, const char *type, const char *label, guint object,
                             SaysoSpan span, guint event, guint claim);
/* The innermost claim in whose content the token stands, or %SAYSO_NONE. */
guint sayso_extractor_claim_at (const SaysoExtractor *self, guint token);

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
