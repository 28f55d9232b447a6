/* sayso-nominals.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

void
sayso_extractor_phrase (const SaysoExtractor *self, guint head, guint *first, guint *last)
{
  *first = self->left[head];
  *last = head;
  for (int child = self->first_child[head]; child >= 0; child = self->next_sibling[child])
    {
      if (child < (int) head && sayso_extractor_deprel_is (self, child, "case cc punct mark advmod"))
        {
          if ((int) self->left[child] <= (int) *first)
            *first = self->right[child] + 1;
          continue;
        }
      if (child > (int) head &&
          sayso_extractor_deprel_is (self, child,
                                     "flat compound nmod nummod fixed goeswith amod nmod:poss nmod:unmarked"))
        *last = MAX (*last, self->right[child]);
    }
  *first = MIN (*first, head);
}

guint
sayso_extractor_actor_of (SaysoExtractor *self, guint token, SaysoSpan *span)
{
  const SaysoExtractedMention *mention;

  if (self->mention[token] == SAYSO_NONE)
    return SAYSO_NONE;
  mention = &g_array_index (self->extraction->mentions, SaysoExtractedMention, self->mention[token]);
  *span = mention->span;

  return mention->actor;
}
