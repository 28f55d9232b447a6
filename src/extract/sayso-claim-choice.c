/* sayso-claim-choice.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-private.h"

/* So many attributions behind and before one may tell the same. */
#define NEIGHBOURS 4

/* "If he says that …", "if you want to know what he says": nobody has said it. */
static gboolean
is_supposed (const SaysoExtractor *self, guint cue)
{
  for (guint at = cue;; at = (guint) sayso_extractor_token (self, at)->head)
    {
      if (sayso_tree_child_word (&self->tree, at, "mark", "if unless whether") >= 0)
        return TRUE;
      if (sayso_extractor_token (self, at)->head < 0 || !sayso_tree_deprel_is (&self->tree, at, "xcomp ccomp") ||
          sayso_tree_child (&self->tree, at, "mark") >= 0)
        return FALSE;
    }
}

/* "asked not to be named", "spoke on condition of anonymity": tells of the source, and says nothing. */
static gboolean
is_of_naming (const SaysoExtractor *self, const SaysoAttribution *one)
{
  SaysoRun run = sayso_extractor_run (self, g_array_index (one->content, SaysoSpan, 0));
  SaysoRun cue = sayso_extractor_run (self, g_array_index (one->cue, SaysoSpan, 0));
  gboolean named = FALSE;

  if (run.first > run.last || !sayso_claims_has_part (self, one->cue_head, "naming"))
    return FALSE;
  /* "requested anonymity" may be the cue. */
  for (guint t = cue.first; t <= cue.last; t++)
    named |= sayso_claims_has_part (self, t, "named");

  return named || sayso_claims_has_part (self, sayso_claims_head_of (self, run), "named");
}

static guint
count_chars (const GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    n += g_array_index (spans, SaysoSpan, i).end - g_array_index (spans, SaysoSpan, i).start;

  return n;
}

static guint
count_shared (const GArray *left, const GArray *right)
{
  guint n = 0;

  for (guint i = 0; i < left->len; i++)
    for (guint k = 0; k < right->len; k++)
      {
        SaysoSpan a = g_array_index (left, SaysoSpan, i), b = g_array_index (right, SaysoSpan, k);

        n += MIN (a.end, b.end) > MAX (a.start, b.start) ? MIN (a.end, b.end) - MAX (a.start, b.start) : 0;
      }

  return n;
}

/* Whether an attribution to nobody says what another beside it already says, and of somebody or before it. */
static gboolean
is_said_already (const GArray *all, guint index)
{
  const SaysoAttribution *one = &g_array_index (all, SaysoAttribution, index);
  guint end = MIN (all->len, index + NEIGHBOURS + 1);

  if (one->source->len > 0)
    return FALSE;
  for (guint i = index > NEIGHBOURS ? index - NEIGHBOURS : 0; i < end; i++)
    {
      const SaysoAttribution *other = &g_array_index (all, SaysoAttribution, i);

      if (i != index && !other->faint && (other->source->len > 0 || i < index) &&
          count_shared (one->content, other->content) * 2 > count_chars (one->content))
        return TRUE;
    }

  return FALSE;
}

/* Whether an attribution that was hardly seen says what another beside it says. */
static gboolean
is_said_beside (const GArray *all, guint index)
{
  const SaysoAttribution *one = &g_array_index (all, SaysoAttribution, index);
  guint end = MIN (all->len, index + NEIGHBOURS + 1);

  for (guint i = index > NEIGHBOURS ? index - NEIGHBOURS : 0; i < end; i++)
    {
      const SaysoAttribution *other = &g_array_index (all, SaysoAttribution, i);

      if (i != index && !other->faint && count_shared (one->content, other->content) * 2 > count_chars (one->content))
        return TRUE;
    }

  return FALSE;
}

/*
 * Whether the inner attribution only tells the outer one again: "took it to mean that …" has one source for two cues,
 * and in "published an article that described …" the article is what was published.
 */
static gboolean
is_told_again (const SaysoExtractor *self, const SaysoAttribution *inner, const SaysoAttribution *outer)
{
  SaysoSpan ours, theirs;
  guint shared = count_shared (inner->content, outer->content);
  SaysoRun run;

  if (inner->source->len == 0)
    return FALSE;
  ours = g_array_index (inner->source, SaysoSpan, 0);
  if (outer->source->len > 0)
    {
      theirs = g_array_index (outer->source, SaysoSpan, 0);
      if (ours.start < theirs.end && theirs.start < ours.end && shared == count_chars (inner->content))
        return TRUE;
    }
  run = sayso_extractor_run (self, ours);

  return run.first == run.last && sayso_claims_antecedent (self, run.first) >= 0 &&
         sayso_span_contains (g_array_index (outer->content, SaysoSpan, 0),
                              sayso_extractor_token (self, sayso_claims_antecedent (self, run.first))->span) &&
         shared * 2 > count_chars (outer->content);
}

/*
 * What somebody wants or thinks is part of what is said about him: inside another's words only speech and writing make
 * a link of the chain. Sets the reasons of those that stand in the content of another.
 */
static void
look_around (const SaysoExtractor *self, const char **reasons)
{
  const GArray *all = self->reading->attributions;
  g_autofree guint *cues = g_new0 (guint, self->reading->tokens->len + 1);

  for (guint i = 0; i < all->len; i++)
    cues[g_array_index (all, SaysoAttribution, i).cue_head] = i + 1;
  for (guint i = 0; i < all->len; i++)
    {
      const SaysoAttribution *outer = &g_array_index (all, SaysoAttribution, i);

      for (guint k = 0; k < outer->content->len && !outer->faint; k++)
        {
          SaysoRun run = sayso_extractor_run (self, g_array_index (outer->content, SaysoSpan, k));

          for (guint t = run.first; t <= run.last; t++)
            {
              const SaysoAttribution *inner;

              if (cues[t] == 0 || cues[t] == i + 1)
                continue;
              inner = &g_array_index (all, SaysoAttribution, cues[t] - 1);
              if (inner->stance != SAYSO_STANCE_STATEMENT || inner->source->len == 0)
                reasons[cues[t] - 1] = "inside another's words, and no speech of somebody";
              else if (is_told_again (self, inner, outer))
                reasons[cues[t] - 1] = "tells the words around it again";
            }
        }
    }
}

SaysoClaimUse *
sayso_claims_choose (const SaysoExtractor *self, const char ***reasons)
{
  const GArray *all = self->reading->attributions;
  SaysoClaimUse *uses = g_new0 (SaysoClaimUse, all->len + 1);
  const char **why = g_new0 (const char *, all->len + 1);

  look_around (self, why);
  for (guint i = 0; i < all->len; i++)
    {
      const SaysoAttribution *attribution = &g_array_index (all, SaysoAttribution, i);
      SaysoRun denied;

      if (sayso_claims_find_denied (self, i, &denied))
        {
          uses[i] = SAYSO_CLAIM_USE_CLAIM;
          why[i] = "a denial";
          continue;
        }
      if (why[i] == NULL && sayso_claims_is_denied_beside (self, i))
        why[i] = "another says that it is untrue";
      if (why[i] == NULL && is_of_naming (self, attribution))
        why[i] = "only tells that its source is not named";
      if (why[i] == NULL && is_supposed (self, attribution->cue_head))
        why[i] = "only supposed";
      if (why[i] == NULL && is_said_already (all, i))
        why[i] = "of nobody, and said already";
      if (why[i] == NULL && attribution->source->len == 0 && attribution->stance != SAYSO_STANCE_STATEMENT &&
          sayso_extractor_token (self, attribution->cue_head)->upos == SAYSO_UPOS_NOUN)
        why[i] = "a thought of nobody";
      if (why[i] == NULL && attribution->faint)
        {
          why[i] = attribution->stance == SAYSO_STANCE_STATEMENT ? sayso_claims_weigh (self, attribution)
                                                                 : "hardly seen, and not said";
          if (why[i] == NULL && is_said_beside (all, i))
            why[i] = "hardly seen, and said already";
        }
      if (why[i] != NULL)
        uses[i] = SAYSO_CLAIM_USE_NONE;
      else if (attribution->stance == SAYSO_STANCE_ATTITUDE || attribution->stance == SAYSO_STANCE_INTENTION)
        {
          uses[i] = SAYSO_CLAIM_USE_ASIDE;
          why[i] = "favoured or intended, not said";
        }
      else
        {
          why[i] = sayso_claims_weigh (self, attribution);
          if (why[i] == NULL && attribution->faint && !sayso_claims_is_known (self, attribution->cue_head))
            why[i] = "hardly seen, and no word of saying";
          uses[i] = why[i] == NULL                     ? SAYSO_CLAIM_USE_CLAIM
                    : sayso_claims_is_nothing (why[i]) ? SAYSO_CLAIM_USE_NONE
                                                       : SAYSO_CLAIM_USE_ASIDE;
        }
    }
  *reasons = why;

  return uses;
}
