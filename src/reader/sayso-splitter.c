/* sayso-splitter.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-plain.h"
#include "sayso-reader-private.h"

/* A block of one line without a full stop, at most this long, is a heading. */
#define HEADING_TOKENS 22

typedef struct
{
  SaysoReading *reading;
  const guint8 *gaps;
  const SaysoTable *forms;
  guint n_tokens;
} Splitter;

static gunichar
first_char (const Splitter *self, guint i)
{
  return g_utf8_get_char (sayso_token_text (self->reading, sayso_reading_token (self->reading, i)));
}

static gboolean
is_one_of (const Splitter *self, guint i, const char *marks)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);

  return token->span.end - token->span.start == 1 && g_utf8_strchr (marks, -1, first_char (self, i)) != NULL;
}

static gboolean
is_stop (const Splitter *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  gunichar c = first_char (self, i);

  return c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
         (c == '.' && (sayso_token_bytes (token) == 1 || sayso_token_bytes (token) > 2));
}

/* A word with which sentences begin far more often than names do. */
static gboolean
is_starter (const Splitter *self, guint i)
{
  static const char *starters = "the a an in on at it he she they we i you this that these those there but and however "
                                "for from with by as if when while after before since although though his her their "
                                "its our my who what why how where one some many most all no not so or yet still then";
  char form[SAYSO_WORD_MAX + 1];

  return sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) &&
         g_unichar_isupper (first_char (self, i)) && sayso_table_cell_has (starters, form);
}

static gboolean
starts_sentence (const Splitter *self, guint i)
{
  gunichar c = first_char (self, i);

  return g_unichar_isupper (c) || g_unichar_isdigit (c) || g_unichar_istitle (c) ||
         is_one_of (self, i, "\"'“‘«([$€£#@—–-•*") || (!g_unichar_islower (c) && g_unichar_isalpha (c));
}

/* Where a token ends a sentence: the index after it and after the quotes and brackets that it closes; else 0. */
static guint
sentence_end (const Splitter *self, guint i, guint end)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  char form[SAYSO_WORD_MAX + 1];
  guint next = i + 1, row;
  gboolean quoted = FALSE;

  if (!is_stop (self, i))
    {
      gsize bytes = sayso_token_bytes (token);

      if (bytes < 2 || sayso_token_text (self->reading, token)[bytes - 1] != '.' || next >= end)
        return 0;
      if (sayso_token_copy (self->reading, token, FALSE, form) && sayso_table_find (self->forms, form, &row) &&
          !g_str_equal (sayso_table_get (self->forms, row, 1), "abbreviation"))
        return 0;
      /* Dotted forms end a sentence only before a word that clearly begins one; single initials never do. */
      return bytes > 2 && is_starter (self, next) ? next : 0;
    }

  while (next < end && self->gaps[next] == SAYSO_GAP_NONE &&
         (is_one_of (self, next, "\"'”’»)]") || is_stop (self, next)))
    quoted |= is_one_of (self, next++, "\"'”’»");
  if (next >= end)
    return next;
  if (self->gaps[next] == SAYSO_GAP_NONE)
    return 0;
  /* “Why?” Asked so, the sentence goes on with its speaker. */
  if (first_char (self, i) != '.' && quoted && !starts_sentence (self, next))
    return 0;

  return starts_sentence (self, next) ? next : 0;
}

/* "Ltd." */
static gboolean
ends_in_stop (const Splitter *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);

  return sayso_token_text (self->reading, token)[sayso_token_bytes (token) - 1] == '.';
}

/* "By Ada Marsh" and "Published: 4 March 2015" stand under a title and head nothing. */
static gboolean
is_credit (const Splitter *self, guint start, guint end)
{
  g_autofree char *line =
      sayso_text_slice (self->reading->text, SAYSO_SPAN (sayso_reading_token (self->reading, start)->span.start,
                                                         sayso_reading_token (self->reading, end - 1)->span.end));

  return sayso_plain_is_credit (line);
}

static SaysoBlock
block_kind (const Splitter *self, guint start, guint end)
{
  guint last = end - 1, i = start;

  if (is_one_of (self, start, "•●▪*·") && end - start > 1)
    return SAYSO_BLOCK_ITEM;
  if (is_one_of (self, start, "-–") && end - start > 1 && self->gaps[start + 1] == SAYSO_GAP_SPACE)
    return SAYSO_BLOCK_ITEM;
  if (end - start > 3 && g_unichar_isdigit (first_char (self, start)) && is_one_of (self, start + 1, ".)") &&
      sayso_token_bytes (sayso_reading_token (self->reading, start)) <= 2)
    return SAYSO_BLOCK_ITEM;
  if (is_one_of (self, start, "#"))
    return SAYSO_BLOCK_HEADING;
  if (end - start > HEADING_TOKENS || is_stop (self, last) || ends_in_stop (self, last) ||
      is_one_of (self, last, ":;,\"”)’'"))
    return SAYSO_BLOCK_PARAGRAPH;
  for (; i < end; i++)
    if (g_unichar_isalpha (first_char (self, i)))
      return is_credit (self, start, end) ? SAYSO_BLOCK_PARAGRAPH : SAYSO_BLOCK_HEADING;

  return SAYSO_BLOCK_PARAGRAPH;
}

static void
add_sentence (const Splitter *self, guint start, guint end, SaysoBlock block, guint paragraph)
{
  SaysoSentence sentence = { .first = start, .n_tokens = end - start, .block = block, .paragraph = paragraph };

  sentence.span.start = sayso_reading_token (self->reading, start)->span.start;
  sentence.span.end = sayso_reading_token (self->reading, end - 1)->span.end;
  g_array_append_val (self->reading->sentences, sentence);
}

/* Divides the tokens into blocks, and these into sentences. */
void
sayso_reader_split (SaysoReading *reading, const GByteArray *gaps)
{
  Splitter self = { .reading = reading, .gaps = gaps->data, .n_tokens = reading->tokens->len };
  guint paragraph = 0;

  self.forms = sayso_reader_get_table ("abbreviations.tsv");

  for (guint start = 0, end; start < self.n_tokens; start = end, paragraph++)
    {
      SaysoBlock block;
      guint first = start;

      for (end = start + 1; end < self.n_tokens && self.gaps[end] != SAYSO_GAP_BLOCK; end++)
        ;
      block = block_kind (&self, start, end);
      for (guint i = start; i < end;)
        {
          guint after = sentence_end (&self, i, end);

          /* The number of a list's item is no sentence. */
          if (block == SAYSO_BLOCK_ITEM && i <= start + 1)
            after = 0;
          if (after > 0)
            {
              add_sentence (&self, first, after, block, paragraph);
              first = after;
            }
          i = MAX (after, i + 1);
        }
      if (first < end)
        add_sentence (&self, first, end, block, paragraph);
    }
}

/* Divides the blocks anew where the network was asked (@answers has SAYSO_BEGIN_* for each token); elsewhere the
 * sentences begin as they did. */
void
sayso_reader_split_again (SaysoReading *reading, const guint8 *answers)
{
  g_autoptr (GArray) before = g_steal_pointer (&reading->sentences);

  reading->sentences = g_array_sized_new (FALSE, FALSE, sizeof (SaysoSentence), before->len);
  for (guint s = 0; s < before->len; s++)
    {
      const SaysoSentence *old = &g_array_index (before, SaysoSentence, s);

      for (guint i = old->first; i < old->first + old->n_tokens; i++)
        {
          SaysoSentence *sentence;

          if (answers[i] == SAYSO_BEGIN_YES || (answers[i] == SAYSO_BEGIN_ASKED && i == old->first))
            {
              SaysoSentence next = { .first = i, .block = old->block, .paragraph = old->paragraph };

              next.span.start = sayso_reading_token (reading, i)->span.start;
              g_array_append_val (reading->sentences, next);
            }
          sentence = &g_array_index (reading->sentences, SaysoSentence, reading->sentences->len - 1);
          sentence->n_tokens++;
          sentence->span.end = sayso_reading_token (reading, i)->span.end;
        }
    }
}

gboolean
sayso_reader_has_empty_line (const SaysoReading *reading, guint token)
{
  const char *text = sayso_text_get_utf8 (reading->text);
  guint breaks = 0;

  if (token == 0)
    return FALSE;
  for (gsize byte = sayso_reading_token (reading, token - 1)->end; byte < sayso_reading_token (reading, token)->start;
       byte++)
    breaks += text[byte] == '\n';

  return breaks > 1;
}
