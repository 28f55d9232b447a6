/* sayso-chain.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoLink:
 * @kind: what kind of source this link is
 * @several: more than one person
 * @name: the name to show ("The author", "CyberScoop", "several U.S. officials"), a description in the words
 *   of the text; %NULL for nobody named
 * @note: (nullable): what else is known ("this article · 2 Nov 2017")
 * @cue: (nullable): the word by which the next link nearer the reader took it over ("told")
 * @claim: the claim this link makes, or 0
 * @actor: the actor it is, or 0
 *
 * One link of a chain: the path of a claim from the reader's article to its first source.
 */
typedef struct
{
  SaysoSourceKind kind;
  gboolean several;
  char *name;
  char *note;
  char *cue;
  gint64 claim;
  gint64 actor;
} SaysoLink;

/* (element-type SaysoLink): from the author of the article to the far end, the origin. */
GArray *sayso_chain_of_claim (SaysoCasebook *casebook, gint64 claim, GError **error);
GArray *sayso_chain_of_author (SaysoCasebook *casebook, gint64 article, GError **error);

guint sayso_chain_level (GArray *links);
char *sayso_chain_describe (GArray *links);

char *sayso_link_to_words (const SaysoLink *self);
void sayso_link_clear (SaysoLink *self);

G_END_DECLS
