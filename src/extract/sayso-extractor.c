/* sayso-extractor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-extract-resources.h"

/* Turns the heads of the tokens into dependants and extents, each in one pass over the text. */
void
sayso_extractor_turn_trees (SaysoExtractor *self)
{
  const GArray *sentences = self->reading->sentences;
  guint n = self->reading->tokens->len;

  self->first_child = g_new (int, n + 1);
  self->next_sibling = g_new (int, n + 1);
  self->left = g_new (guint, n + 1);
  self->right = g_new (guint, n + 1);
  self->sentence = g_new0 (guint, n + 1);
  self->mention = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->first_child[i] = self->next_sibling[i] = -1;
      self->left[i] = self->right[i] = i;
      self->mention[i] = SAYSO_NONE;
    }
  for (guint s = 0; s < sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (self->reading, s);

      for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
        self->sentence[i] = s;
    }
  for (guint i = n; i-- > 0;)
    {
      int head = sayso_extractor_token (self, i)->head;

      if (head < 0)
        continue;
      self->next_sibling[i] = self->first_child[head];
      self->first_child[head] = i;
    }

  /* A tree without crossing arcs: what lies left of its head is complete when reached from the left. */
  for (guint i = 0; i < n; i++)
    {
      int head = sayso_extractor_token (self, i)->head;

      if (head > (int) i)
        self->left[head] = MIN (self->left[head], self->left[i]);
    }
  for (guint i = n; i-- > 0;)
    {
      int head = sayso_extractor_token (self, i)->head;

      if (head >= 0 && head < (int) i)
        self->right[head] = MAX (self->right[head], self->right[i]);
    }
}

/* Whether the token's relation to its head is one of those; "nsubj" stands for "nsubj" alone. */
gboolean
sayso_extractor_deprel_is (const SaysoExtractor *self, guint token, const char *deprels)
{
  const char *deprel = sayso_extractor_token (self, token)->deprel;

  return deprel != NULL && sayso_table_cell_has (deprels, deprel);
}

/* The first dependant with one of those relations, or -1. */
int
sayso_extractor_child (const SaysoExtractor *self, guint token, const char *deprels)
{
  for (int child = self->first_child[token]; child >= 0; child = self->next_sibling[child])
    if (sayso_extractor_deprel_is (self, child, deprels))
      return child;

  return -1;
}

gboolean
sayso_extractor_lemma_in (const SaysoExtractor *self, guint token, const char *lemmas)
{
  const char *lemma = sayso_extractor_token (self, token)->lemma;

  return lemma != NULL && sayso_table_cell_has (lemmas, lemma);
}

gboolean
sayso_extractor_has_child_word (const SaysoExtractor *self, guint token, const char *deprels, const char *lemmas)
{
  for (int child = self->first_child[token]; child >= 0; child = self->next_sibling[child])
    if (sayso_extractor_deprel_is (self, child, deprels) && sayso_extractor_lemma_in (self, child, lemmas))
      return TRUE;

  return FALSE;
}

SaysoSpan
sayso_extractor_span (const SaysoExtractor *self, guint first, guint last)
{
  return SAYSO_SPAN (sayso_extractor_token (self, first)->span.start, sayso_extractor_token (self, last)->span.end);
}

/* The text of tokens on one line, with single spaces. */
char *
sayso_extractor_text (const SaysoExtractor *self, guint first, guint last)
{
  const char *text = sayso_text_get_utf8 (self->reading->text);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = first; i <= last; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);

      if (i > first && sayso_extractor_token (self, i - 1)->end < token->start)
        g_string_append_c (line, ' ');
      g_string_append_len (line, text + token->start, token->end - token->start);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

const SaysoTable *
sayso_extract_get_table (const char *name)
{
  return sayso_table_get_shared (sayso_extract_get_resource (), name);
}
