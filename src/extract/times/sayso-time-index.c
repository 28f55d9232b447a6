/* sayso-time-index.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-grammar-private.h"

#include <string.h>

/* Which words each symbol and each rule may begin with, so that a match is tried only where it can begin. */
typedef struct
{
  SaysoTimeGrammar *grammar;
  guint n_words;
  guint8 *state; /* by symbol: 0 not yet, 1 in the making, 2 done */
  GError **error;
} Indexer;

static gboolean index_symbol (Indexer *indexer, guint number);

/* Whether the rule may end at @pc without taking any more. */
static gboolean
may_end (const SaysoTimeGrammar *grammar, guint pc)
{
  for (;;)
    {
      const Instruction *here = &g_array_index (grammar->code, Instruction, pc);

      switch (here->op)
        {
        case OP_WORD:
        case OP_DIGITS:
        case OP_SYMBOL:
        case OP_CLASS:
          return FALSE;
        case OP_END:
          return TRUE;
        case OP_SPLIT:
          if (may_end (grammar, pc + 1))
            return TRUE;
          pc = here->a;
          break;
        case OP_JUMP:
        case OP_LOOK:
          pc = here->a;
          break;
        default:
          pc++;
        }
    }
}

static gboolean
add_symbol (Indexer *indexer, guint number, guint8 *first, guint8 *single)
{
  const Symbol *symbol = indexer->grammar->symbols->pdata[number];

  if (!index_symbol (indexer, number))
    return FALSE;
  for (guint i = 0; i < indexer->n_words; i++)
    {
      first[i] |= symbol->first->data[i];
      if (single != NULL)
        single[i] |= symbol->single->data[i];
    }

  return TRUE;
}

static void
add_word (guint32 word, guint8 *first, guint8 *single)
{
  first[word] = 1;
  if (single != NULL)
    single[word] = 1;
}

static void
add_class (Indexer *indexer, Class class, guint8 *first, guint8 *single)
{
  gboolean digits = class == CLASS_ANY || class == CLASS_DIGITS;

  for (guint i = 0; i < indexer->n_words; i++)
    if (i >= 1 && i <= SAYSO_TIME_MAX_DIGITS ? digits : class != CLASS_DIGITS)
      add_word (i, first, single);
}

/* Walks the program from @pc to everything that can come first, and notes what may be all. */
static gboolean
add_program (Indexer *indexer, guint pc, guint8 *first, guint8 *all)
{
  for (;;)
    {
      const Instruction *here = &g_array_index (indexer->grammar->code, Instruction, pc);
      guint8 *single = here->op <= OP_CLASS && may_end (indexer->grammar, pc + 1) ? all : NULL;

      switch (here->op)
        {
        case OP_WORD:
          add_word (here->a, first, single);
          return TRUE;
        case OP_DIGITS:
          for (guint i = here->c & 0xff; i <= here->c >> 8; i++)
            add_word (SAYSO_TIME_WORD_DIGITS (i), first, single);
          return TRUE;
        case OP_SYMBOL:
          return add_symbol (indexer, here->a, first, single);
        case OP_CLASS:
          add_class (indexer, here->a, first, single);
          return TRUE;
        case OP_SPLIT:
          if (!add_program (indexer, pc + 1, first, all))
            return FALSE;
          pc = here->a;
          break;
        case OP_JUMP:
        case OP_LOOK:
          pc = here->a;
          break;
        case OP_END:
          g_set_error (indexer->error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX,
                       "A pattern may match nothing at all");
          return FALSE;
        default:
          pc++;
        }
    }
}

static gboolean
index_symbol (Indexer *indexer, guint number)
{
  Symbol *symbol = indexer->grammar->symbols->pdata[number];
  g_autofree guint8 *firsts = NULL;
  guint n = symbol->rules->len, n_candidates = 0;

  if (indexer->state[number] == 2)
    return TRUE;
  if (indexer->state[number] == 1 || n == 0)
    {
      g_set_error (indexer->error, SAYSO_TIME_GRAMMAR_ERROR, SAYSO_TIME_GRAMMAR_ERROR_SYNTAX,
                   n == 0 ? "<%s> has no rules" : "<%s> begins with itself", symbol->name);
      return FALSE;
    }

  indexer->state[number] = 1;
  symbol->first = g_array_sized_new (FALSE, TRUE, 1, indexer->n_words);
  g_array_set_size (symbol->first, indexer->n_words);
  symbol->single = g_array_sized_new (FALSE, TRUE, 1, indexer->n_words);
  g_array_set_size (symbol->single, indexer->n_words);
  firsts = g_malloc0 ((gsize) n * indexer->n_words);
  for (guint i = 0; i < n; i++)
    {
      const Rule *rule = &g_array_index (indexer->grammar->rules, Rule, g_array_index (symbol->rules, guint, i));
      guint8 *first = firsts + (gsize) i * indexer->n_words;

      if (!add_program (indexer, rule->program, first, (guint8 *) symbol->single->data))
        {
          g_prefix_error (indexer->error, "%s:%u: ", rule->file, rule->line);
          return FALSE;
        }
      for (guint w = 0; w < indexer->n_words; w++)
        {
          symbol->first->data[w] |= first[w];
          n_candidates += first[w];
        }
    }

  symbol->offsets = g_new (guint32, indexer->n_words + 1);
  symbol->candidates = g_new (guint32, n_candidates);
  n_candidates = 0;
  for (guint w = 0; w < indexer->n_words; w++)
    {
      symbol->offsets[w] = n_candidates;
      for (guint i = 0; i < n; i++)
        if (firsts[(gsize) i * indexer->n_words + w])
          symbol->candidates[n_candidates++] = g_array_index (symbol->rules, guint, i);
    }
  symbol->offsets[indexer->n_words] = n_candidates;
  indexer->state[number] = 2;

  return TRUE;
}

/* Also finds what no table says: symbols without rules, and those that would be looked for for ever. */
gboolean
sayso_time_grammar_index (SaysoTimeGrammar *self, GError **error)
{
  Indexer indexer = { self, sayso_time_vocabulary_count (self->vocabulary), NULL, error };
  gboolean good = TRUE;

  indexer.state = g_malloc0 (self->symbols->len);
  for (guint i = 0; good && i < self->symbols->len; i++)
    good = index_symbol (&indexer, i);
  g_free (indexer.state);

  return good;
}
