/* sayso-quotes.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-quotes.h"

#include "sayso-reader-private.h"

typedef enum
{
  MARK_NONE,
  MARK_OPEN,
  MARK_CLOSE,
  MARK_EITHER,
} Mark;

static Mark
mark_of (const SaysoTree *tree, guint token)
{
  const SaysoToken *t = sayso_tree_token (tree, token);

  if (sayso_tree_is_mark (tree, token, "“«„"))
    return MARK_OPEN;
  if (sayso_tree_is_mark (tree, token, "”»"))
    return MARK_CLOSE;
  if (sayso_tree_is_mark (tree, token, "\"") || sayso_token_is (tree->reading, t, "''"))
    return MARK_EITHER;

  return sayso_token_is (tree->reading, t, "``") ? MARK_OPEN : MARK_NONE;
}

static void
add (SaysoQuotes *self, guint first, guint last, gboolean open)
{
  SaysoRun run = { first, last };

  for (guint i = first; i <= last; i++)
    self->of_token[i] = self->runs->len;
  g_array_append_val (self->runs, run);
  g_array_append_val (self->open, open);
}

/* Finds the quotations; time is linear in the reading. @tree must outlive @self. */
void
sayso_quotes_init (SaysoQuotes *self, const SaysoTree *tree)
{
  const GArray *sentences = tree->reading->sentences;
  SaysoRun none = { 1, 0 };
  gboolean closed = FALSE;

  self->tree = tree;
  self->of_token = g_new0 (guint, tree->reading->tokens->len + 1);
  self->runs = g_array_new (FALSE, FALSE, sizeof (SaysoRun));
  self->open = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_array_append_val (self->runs, none);
  g_array_append_val (self->open, closed);

  for (guint s = 0; s < sentences->len;)
    {
      guint paragraph = sayso_reading_sentence (tree->reading, s)->paragraph;
      guint first = sayso_reading_sentence (tree->reading, s)->first, end = first, start = G_MAXUINT;

      for (; s < sentences->len && sayso_reading_sentence (tree->reading, s)->paragraph == paragraph; s++)
        end = sayso_reading_sentence (tree->reading, s)->first + sayso_reading_sentence (tree->reading, s)->n_tokens;
      for (guint i = first; i < end; i++)
        switch (mark_of (tree, i))
          {
          case MARK_OPEN:
            if (start == G_MAXUINT)
              start = i;
            break;
          case MARK_EITHER:
            if (start == G_MAXUINT)
              {
                start = i;
                break;
              }
            G_GNUC_FALLTHROUGH;
          case MARK_CLOSE:
            if (start != G_MAXUINT)
              add (self, start, i, FALSE);
            start = G_MAXUINT;
            break;
          case MARK_NONE:
          default:
            break;
          }
      if (start != G_MAXUINT)
        add (self, start, end - 1, TRUE);
    }
}

void
sayso_quotes_clear (SaysoQuotes *self)
{
  g_clear_pointer (&self->of_token, g_free);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->open, g_array_unref);
}

/* The quotation that a token stands in, or 0. */
guint
sayso_quotes_at (const SaysoQuotes *self, guint token)
{
  return self->of_token[token];
}

SaysoRun
sayso_quotes_run (const SaysoQuotes *self, guint id)
{
  return g_array_index (self->runs, SaysoRun, id);
}

/*
 * The quotation in which the one numbered @id (0: what was said without marks) goes on after @sentence, or 0: it opens
 * the next sentence of the paragraph and fills it, or @id has no closing mark and it opens the next paragraph.
 */
guint
sayso_quotes_continued (const SaysoQuotes *self, guint sentence, guint id)
{
  const SaysoReading *reading = self->tree->reading;
  const SaysoSentence *now = sayso_reading_sentence (reading, sentence), *next;
  SaysoRun run;
  guint other;

  if (sentence + 1 >= reading->sentences->len)
    return 0;
  next = sayso_reading_sentence (reading, sentence + 1);
  other = self->of_token[next->first];
  if (other == 0 || other == id)
    return 0;
  run = sayso_quotes_run (self, other);
  /* Its mark may be taken for the end of the sentence before. */
  if (run.first != next->first && run.first + 1 != next->first)
    return 0;
  if (next->paragraph != now->paragraph)
    return g_array_index (self->open, gboolean, id) && next->paragraph == now->paragraph + 1 ? other : 0;

  return run.last + 2 >= next->first + next->n_tokens ? other : 0;
}
