/* sayso-claim-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extractor-private.h"

G_BEGIN_DECLS

/*
 * SaysoClaimUse: what becomes of an attribution
 * @SAYSO_CLAIM_USE_CLAIM: somebody says or believes something: a claim
 * @SAYSO_CLAIM_USE_ASIDE: somebody favours or intends something, or the grammar does not bear the claim out: kept apart
 * @SAYSO_CLAIM_USE_NONE: nobody said it, or another attribution tells the same
 */
typedef enum
{
  SAYSO_CLAIM_USE_CLAIM,
  SAYSO_CLAIM_USE_ASIDE,
  SAYSO_CLAIM_USE_NONE,
} SaysoClaimUse;

/* What each attribution of the reading is used for, and why: static words (nullable) in @reasons. */
SaysoClaimUse *sayso_claims_choose (const SaysoExtractor *self, const char ***reasons);

/* Why views do not show what an attribution tells, or %NULL: a static string. */
const char *sayso_claims_weigh (const SaysoExtractor *self, const SaysoAttribution *attribution);
gboolean sayso_claims_is_nothing (const char *reason);
/* Whether a cue's object is the source: "reported, citing two people, that …". */
gboolean sayso_claims_is_citing (const SaysoExtractor *self, guint cue);
gboolean sayso_claims_is_known (const SaysoExtractor *self, guint cue);
gboolean sayso_claims_is_quote_mark (const SaysoExtractor *self, guint token);

/* Who the source is, and what kind of source. @seen: what kind the reader took it for. */
void sayso_claims_judge_source (SaysoExtractor *self, SaysoExtractedClaim *claim, const char *seen);

gboolean sayso_claims_hides_name (const SaysoExtractor *self, guint token);
void sayso_claims_judge_unnamed (const SaysoExtractor *self, SaysoExtractedClaim *claim, SaysoRun run, guint head);

/* The head of a run: the token whose own head lies outside, a noun rather than another. */
guint sayso_claims_head_of (const SaysoExtractor *self, SaysoRun run);

/* The noun that "who", "which" or "that" stands for in a relative clause, or -1. */
int sayso_claims_antecedent (const SaysoExtractor *self, guint token);

/* The content in a line. */
char *sayso_claims_make_title (const SaysoExtractor *self, const SaysoExtractedClaim *claim);

/* Whether the author's own words beside a cue cast doubt on what it gives. */
gboolean sayso_claims_is_doubted (const SaysoExtractor *self, guint cue);

/* Whether stances.tsv has a word as that part. */
gboolean sayso_claims_has_part (const SaysoExtractor *self, guint token, const char *part);

/* Whether a word says that something is untrue: "false", "baseless". */
gboolean sayso_claims_doubts (const SaysoExtractor *self, guint token);

/* "said reports that he had left were untrue": what is denied, and the report that is. */
gboolean sayso_claims_find_denied (const SaysoExtractor *self, guint index, SaysoRun *clause);
gboolean sayso_claims_is_denied_beside (const SaysoExtractor *self, guint index);

/* What outlets carry: "claims published in the Herald", and the paragraph after "The Herald published an article". */
void sayso_claims_find_published (SaysoExtractor *self);
void sayso_claims_follow_reports (SaysoExtractor *self);

G_END_DECLS
