/* sayso-tree-mend.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reader-private.h"

#include "sayso-table.h"

/* A sentence has one root. What was looked at apart hangs from it loosely: a dateline, the rest of a long sentence. */
static void
join_segments (SaysoReading *reading)
{
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      guint end = sentence->first + sentence->n_tokens;
      guint root = sentence->first + sayso_reader_dateline_length (reading, sentence);

      while (root < end && sayso_reading_token (reading, root)->head != -1)
        root++;
      for (guint i = sentence->first; i < end; i++)
        {
          SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, i);

          if (token->head != -1 || i == root)
            continue;
          token->head = (int) root;
          token->deprel = "parataxis";
        }
    }
}

/* "an actor | Velar is watching" */
static gboolean
is_indefinite (const SaysoReading *reading, guint noun)
{
  for (guint i = noun; i-- > 0 && i + 4 > noun;)
    {
      const SaysoToken *token = sayso_reading_token (reading, i);

      if (token->head == (int) noun && (sayso_token_is (reading, token, "a") || sayso_token_is (reading, token, "an") ||
                                        token->upos == SAYSO_UPOS_NUM))
        return TRUE;
    }

  return FALSE;
}

/*
 * "the newspaper Velar reported": no verb has two subjects side by side; the name stands in apposition to the noun. But
 * "an actor Velar is watching" has another verb.
 */
static void
join_twins (SaysoReading *reading)
{
  for (guint i = 0; i + 1 < reading->tokens->len; i++)
    {
      const SaysoToken *noun = sayso_reading_token (reading, i);
      SaysoToken *name = &g_array_index (reading->tokens, SaysoToken, i + 1);

      if (noun->upos != SAYSO_UPOS_NOUN || name->upos != SAYSO_UPOS_PROPN || noun->head < 0 ||
          noun->head != name->head || noun->deprel != name->deprel ||
          !sayso_table_cell_has ("nsubj nsubj:pass obj iobj", noun->deprel) || is_indefinite (reading, i))
        continue;
      name->head = (int) i;
      name->deprel = "appos";
    }
}

/* What no tree of a sentence can be, and the network makes of it now and then. */
void
sayso_reader_mend_trees (SaysoReading *reading)
{
  join_segments (reading);
  join_twins (reading);
}
