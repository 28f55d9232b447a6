/* sayso-extractor-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "sayso-document.h"
#include "sayso-extraction.h"
#include "sayso-name-list.h"
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
 * @published: (nullable): ISO 8601 date of publication
 * @names: (nullable): the names that the reader of the article keeps
 * @tree: its trees, turned round
 * @mention: the mention of an actor that each token belongs to, or %SAYSO_NONE
 * @claim_at: the innermost claim in whose content each token stands, or %SAYSO_NONE
 * @n_names: how many of the mentions, the first ones, are names; these are in the order of the text
 * @only_known: whether noun phrases are looked up without adding actors
 * @depth: how many noun phrases lean on each other, while one is looked up
 * @actors_by_key: actors that are found by more than their name
 * @described: who is called by which common noun, and where: "minister" to an array of SaysoDescription
 * @sexes: 'f' or 'm' of the persons with a title that tells, by actor and 1
 * @antecedent: the word that each pronoun stands for, or %SAYSO_NONE
 * @relations_by_key: relations by subject, type and object
 */
typedef struct
{
  SaysoExtraction *extraction;
  SaysoReading *reading;
  const SaysoMetadata *metadata;
  const char *published;
  const SaysoNameList *names;

  /*< owned >*/
  SaysoTree tree;
  guint *mention;
  guint *claim_at;
  guint n_names;
  gboolean only_known;
  guint depth;
  GHashTable *actors_by_key;
  GHashTable *described;
  GHashTable *sexes;
  guint *antecedent;
  GHashTable *relations_by_key;
} SaysoExtractor;

/* At @token the text called @actor by a common noun. */
typedef struct
{
  guint token;
  guint actor;
} SaysoDescription;

/* The steps, in their order. */
void sayso_extractor_find_actors (SaysoExtractor *self);
void sayso_extractor_find_antecedents (SaysoExtractor *self);
void sayso_extractor_find_claims (SaysoExtractor *self);
void sayso_extractor_find_events (SaysoExtractor *self);
void sayso_extractor_find_relations (SaysoExtractor *self);
void sayso_extractor_resolve_rest (SaysoExtractor *self);

/* Tables of this layer. */
const SaysoTable *sayso_extract_get_table (const char *name);

/* Whether SAYSO_DEBUG=extract asks why things were found. */
gboolean sayso_extract_is_telling (void);

/* The text of tokens on one line, at most @most characters, cut at a word. */
char *sayso_extractor_text (const SaysoExtractor *self, SaysoRun run, guint most);
SaysoRun sayso_extractor_run (const SaysoExtractor *self, SaysoSpan span);
guint sayso_extractor_sentence_of (const SaysoExtractor *self, SaysoSpan span);

/* The actor that the noun phrase headed by @token speaks of, or %SAYSO_NONE; adds actors that are only described. */
guint sayso_extractor_actor_of (SaysoExtractor *self, guint token, SaysoSpan *span);
/* The actor that a pronoun or "the company" points to, and why; or %SAYSO_NONE. */
guint sayso_extractor_resolve_pronoun (SaysoExtractor *self, guint token, const char **reason);
guint sayso_extractor_resolve_definite (SaysoExtractor *self, guint token, SaysoNameKind kind, const char **reason);
/* The actor that the main clause before the sentence of @token is about. */
guint sayso_extractor_find_topic (SaysoExtractor *self, guint token);
guint sayso_extractor_names_before (const SaysoExtractor *self, guint token);
void sayso_extractor_describe_names (SaysoExtractor *self);
/* 'f' or 'm' where the given name, a title or the noun tells; else 0. */
char sayso_extractor_sex_of (const SaysoExtractor *self, guint actor);
gboolean sayso_extractor_is_time (const SaysoExtractor *self, guint token);
/* The body that people who are only described belong to ("Velar engineers"), or %SAYSO_NONE. */
guint sayso_extractor_body_of (SaysoExtractor *self, guint noun);
const SaysoExtractedMention *sayso_extractor_mention_at (const SaysoExtractor *self, guint token);
/* The actor that possesses it or gives it its name ("Velar's network", "Velar network"). */
guint sayso_extractor_owner_of (SaysoExtractor *self, guint token);
gboolean sayso_extractor_noun_is (const SaysoExtractor *self, guint token, const char *kind);
/* Whether it only counts or gathers what follows its "of" ("a group of"). */
gboolean sayso_extractor_noun_gathers (const SaysoExtractor *self, guint token);
/* The kind of nominals.tsv that a noun speaks of, or %NULL. */
const char *sayso_extractor_noun_kind (const SaysoExtractor *self, guint token);
guint sayso_extractor_add_actor (SaysoExtractor *self, const char *name, SaysoNameKind kind, gboolean unnamed);
/* @reason: (nullable): a static string that says why it is taken for this actor, see SaysoExtractedMention. */
guint sayso_extractor_add_mention (SaysoExtractor *self, guint actor, SaysoRun run, guint head, SaysoMentionForm form,
                                   const char *reason);
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

static inline const SaysoExtractedMention *
sayso_extractor_mention (const SaysoExtractor *self, guint mention)
{
  return &g_array_index (self->extraction->mentions, SaysoExtractedMention, mention);
}

static inline const SaysoToken *
sayso_extractor_token (const SaysoExtractor *self, guint token)
{
  return sayso_reading_token (self->reading, token);
}

G_END_DECLS
