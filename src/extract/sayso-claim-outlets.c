/* sayso-claim-outlets.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-private.h"

/* What outlets carry without saying so with a verb of their own. */

static gboolean
is (const SaysoExtractor *self, guint token, const char *part)
{
  const SaysoTable *table = sayso_extract_get_table ("publishing.tsv");
  const char *lemma = sayso_extractor_token (self, token)->lemma;
  guint row;

  if (lemma == NULL || !sayso_table_find (table, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (table) && g_str_equal (sayso_table_get (table, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (table, row, 1), part))
      return TRUE;

  return FALSE;
}

/* The outlet in which something was published: the noun, or -1. */
static int
find_outlet (SaysoExtractor *self, guint verb, guint *actor)
{
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    {
      SaysoSpan span;

      if (child < (int) verb || !sayso_tree_deprel_is (&self->tree, child, "obl obl:agent") ||
          sayso_tree_child_word (&self->tree, child, "case", "in by on") < 0)
        continue;
      *actor = sayso_extractor_actor_of (self, child, &span);
      if (*actor != SAYSO_NONE && sayso_extractor_actor (self, *actor)->kind == SAYSO_NAME_OUTLET)
        return child;
    }

  return -1;
}

static GArray *
one_span (SaysoSpan span)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));

  g_array_append_val (spans, span);

  return spans;
}

/* "anonymous claims published in the Herald": the Herald says so, and within it somebody who is not named. */
static void
add_published (SaysoExtractor *self, guint noun, guint verb)
{
  SaysoRun content = { self->tree.left[noun], verb - 1 }, source, cue = { verb, verb };
  SaysoExtractedClaim claim = { .source_actor = SAYSO_NONE,
                                .parent = SAYSO_NONE,
                                .cue_head = verb,
                                .source_kind = SAYSO_SOURCE_OUTLET,
                                .certainty = SAYSO_CERTAINTY_CERTAIN,
                                .doubted = sayso_claims_is_doubted (self, noun) };
  int outlet = find_outlet (self, verb, &claim.source_actor), nameless = -1;

  if (outlet < 0 || self->claim_at[noun] != SAYSO_NONE)
    return;
  while (content.first < noun && sayso_tree_deprel_is (&self->tree, content.first, "case"))
    content.first++;
  source = (SaysoRun) { self->tree.left[outlet], self->tree.right[outlet] };
  while (source.first < (guint) outlet && sayso_tree_deprel_is (&self->tree, source.first, "case"))
    source.first++;
  for (guint i = content.first; i < noun && nameless < 0; i++)
    if (is (self, i, "nameless"))
      nameless = i;

  claim.content = one_span (sayso_tree_span (&self->tree, content));
  claim.cue = one_span (sayso_tree_span (&self->tree, cue));
  claim.source = one_span (sayso_tree_span (&self->tree, source));
  claim.several = sayso_tree_child (&self->tree, outlet, "conj") >= 0;
  claim.description = sayso_extractor_text (self, source, 200);
  claim.title = sayso_claims_make_title (self, &claim);
  g_array_append_val (self->extraction->claims, claim);
  if (nameless < 0)
    return;

  claim.parent = self->extraction->claims->len - 1;
  claim.source_actor = SAYSO_NONE;
  claim.source_kind = SAYSO_SOURCE_ANONYMOUS;
  claim.cue_head = noun;
  claim.several = FALSE;
  claim.content = g_array_copy (claim.content);
  claim.cue = one_span (sayso_extractor_token (self, noun)->span);
  claim.source = one_span (sayso_extractor_token (self, nameless)->span);
  claim.description = sayso_extractor_text (self, (SaysoRun) { nameless, nameless }, 200);
  claim.title = g_strdup (claim.title);
  g_array_append_val (self->extraction->claims, claim);
}

void
sayso_claims_find_published (SaysoExtractor *self)
{
  for (guint i = 1; i < self->reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);

      if (token->upos == SAYSO_UPOS_VERB && token->head >= 0 && token->head < (int) i &&
          sayso_tree_deprel_is (&self->tree, i, "acl") && is (self, i, "act") && is (self, token->head, "thing"))
        add_published (self, token->head, i);
    }
}

static const SaysoSentence *
sentence_of (const SaysoExtractor *self, guint token)
{
  return sayso_reading_sentence (self->reading, self->tree.sentence[token]);
}

/* "The Herald published a long article that …" at the end of a paragraph: what it carried is not told yet. */
static gboolean
announces_report (const SaysoExtractor *self, const SaysoExtractedClaim *claim)
{
  guint s = self->tree.sentence[claim->cue_head];
  SaysoRun content = sayso_extractor_run (self, g_array_index (claim->content, SaysoSpan, 0));
  guint head;

  if (claim->source_kind != SAYSO_SOURCE_OUTLET || !is (self, claim->cue_head, "act") ||
      s + 1 >= self->reading->sentences->len || content.first > content.last ||
      sayso_reading_sentence (self->reading, s + 1)->paragraph == sentence_of (self, claim->cue_head)->paragraph)
    return FALSE;
  head = sayso_claims_head_of (self, content);

  return sayso_extractor_noun_is (self, head, "document") &&
         sayso_tree_child_word (&self->tree, head, "det", "a an") >= 0;
}

/* A paper or people whom the text has not spoken of before: "a draft report", "two officials". */
static gboolean
is_new_source (const SaysoExtractor *self, const SaysoExtractedClaim *claim)
{
  SaysoRun run;

  if (claim->source->len == 0 ||
      (claim->source_kind != SAYSO_SOURCE_DOCUMENT && claim->source_kind != SAYSO_SOURCE_ANONYMOUS))
    return FALSE;
  run = sayso_extractor_run (self, g_array_index (claim->source, SaysoSpan, 0));

  return run.first <= run.last && (sayso_tree_lemma_in (&self->tree, run.first, "a an") ||
                                   (!sayso_tree_deprel_is (&self->tree, run.first, "det nmod:poss") &&
                                    sayso_extractor_token (self, run.first)->upos != SAYSO_UPOS_PRON));
}

/*
 * Where a paragraph ends by announcing an outlet's report, and the next one rests on papers or people that the text has
 * not presented, these are the report's: the claims of that paragraph are made inside it.
 */
void
sayso_claims_follow_reports (SaysoExtractor *self)
{
  GArray *claims = self->extraction->claims;

  for (guint i = 0; i < claims->len; i++)
    {
      const SaysoExtractedClaim *report = &g_array_index (claims, SaysoExtractedClaim, i);
      guint paragraph;
      gboolean rests = FALSE;

      if (report->cue_head == SAYSO_NONE || !announces_report (self, report))
        continue;
      paragraph = sayso_reading_sentence (self->reading, self->tree.sentence[report->cue_head] + 1)->paragraph;
      for (guint k = i + 1; k < claims->len; k++)
        {
          SaysoExtractedClaim *claim = &g_array_index (claims, SaysoExtractedClaim, k);

          if (claim->cue_head == SAYSO_NONE || sentence_of (self, claim->cue_head)->paragraph > paragraph)
            break;
          if (sentence_of (self, claim->cue_head)->paragraph != paragraph || claim->parent != SAYSO_NONE)
            continue;
          rests = rests || is_new_source (self, claim);
          if (rests && (is_new_source (self, claim) || claim->source_kind == SAYSO_SOURCE_UNKNOWN))
            claim->parent = i;
        }
    }
}
