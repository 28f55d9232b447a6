/* sayso-claim-denial.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-private.h"

/* "were categorically untrue", "are, he said, untrue": so many words stand between at most. */
#define BETWEEN 6

/* Whether a form of "be" at @at is followed by what says that something is untrue. */
static gboolean
is_called_untrue (const SaysoExtractor *self, guint at, guint end)
{
  if (!sayso_tree_lemma_in (&self->tree, at, "be"))
    return FALSE;
  for (guint t = at + 1; t < end && t <= at + BETWEEN; t++)
    {
      SaysoUpos upos = sayso_extractor_token (self, t)->upos;

      if (sayso_claims_doubts (self, t))
        return TRUE;
      if (upos != SAYSO_UPOS_ADV && upos != SAYSO_UPOS_PUNCT && upos != SAYSO_UPOS_DET && upos != SAYSO_UPOS_ADJ)
        return FALSE;
    }

  return FALSE;
}

/* "claims that", a noun, though behind "said" it is often taken for a verb. */
static gboolean
is_report (const SaysoExtractor *self, guint token)
{
  SaysoUpos upos = sayso_extractor_token (self, token)->upos;

  return sayso_claims_is_known (self, token) && sayso_tree_lemma_in (&self->tree, token + 1, "that") &&
         (upos == SAYSO_UPOS_NOUN ||
          (upos == SAYSO_UPOS_VERB && token > 0 && sayso_extractor_token (self, token - 1)->upos == SAYSO_UPOS_VERB));
}

/*
 * Looks in the sentence of an attribution's cue for what is called untrue: "reports that | he had left the country |
 * were untrue". Found by the words in their order: where "that" is left out behind the verb, trees of such sentences go
 * astray.
 */
static gboolean
find_untrue (const SaysoExtractor *self, guint cue, SaysoRun *clause)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[cue]);
  guint end = sentence->first + sentence->n_tokens;

  for (guint noun = sentence->first; noun + 3 < end; noun++)
    {
      gboolean verb = FALSE;

      if (!is_report (self, noun))
        continue;
      for (guint t = noun + 2; t < end && !sayso_tree_is_mark (&self->tree, t, ";:"); t++)
        {
          if (verb && is_called_untrue (self, t, end))
            {
              *clause = (SaysoRun) { noun + 2, t - 1 };
              return TRUE;
            }
          verb |= sayso_extractor_token (self, t)->upos == SAYSO_UPOS_VERB ||
                  sayso_extractor_token (self, t)->upos == SAYSO_UPOS_AUX;
        }
    }

  return FALSE;
}

/*
 * sayso_claims_find_denied:
 * @index: an attribution
 * @clause: (out): what the source says is not so
 *
 * "The firm said reports that it was insolvent were untrue" denies that it was.
 *
 * Returns: whether it says of a report that it is untrue
 */
gboolean
sayso_claims_find_denied (const SaysoExtractor *self, guint index, SaysoRun *clause)
{
  const SaysoAttribution *one = &g_array_index (self->reading->attributions, SaysoAttribution, index);

  return sayso_extractor_token (self, one->cue_head)->upos == SAYSO_UPOS_VERB && one->source->len > 0 &&
         find_untrue (self, one->cue_head, clause) && one->cue_head + 2 < clause->first;
}

/*
 * sayso_claims_is_denied_beside:
 * @index: an attribution
 *
 * Returns: whether it is the very report that another attribution of its sentence calls untrue
 */
gboolean
sayso_claims_is_denied_beside (const SaysoExtractor *self, guint index)
{
  const GArray *all = self->reading->attributions;
  const SaysoAttribution *one = &g_array_index (all, SaysoAttribution, index);
  SaysoRun clause;

  if (!find_untrue (self, one->cue_head, &clause) || one->cue_head + 2 < clause.first || one->cue_head > clause.last)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const SaysoAttribution *other = &g_array_index (all, SaysoAttribution, i);
      SaysoRun denied;

      if (i != index && self->tree.sentence[other->cue_head] == self->tree.sentence[one->cue_head] &&
          sayso_claims_find_denied (self, i, &denied))
        return TRUE;
    }

  return FALSE;
}
