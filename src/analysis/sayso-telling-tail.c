/* sayso-telling-tail.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-vocabulary.h"

/* "..., a curator told the Weekly.": how news ends a sentence with whom it is from. Who stands after "told" listens,
 * and is never the source. */

/* A source takes so many words at most, what is told so many at least, and what follows the verb so many at most. */
#define MAX_SOURCE 16
#define MIN_TOLD 4
#define MAX_AFTER 16

typedef struct
{
  const char *words;
  guint start;    /* of the sentence */
  GArray *tokens; /* (element-type SaysoVocable) */
} Sentence;

static const SaysoVocable *
token_at (const Sentence *self, guint i)
{
  return &g_array_index (self->tokens, SaysoVocable, i);
}

static gboolean
is (const Sentence *self, guint i, const char *class)
{
  return sayso_vocabulary_is (class, token_at (self, i)->key);
}

/* Whether a comma parts a word from the one before. */
static gboolean
is_parted (const Sentence *self, guint i)
{
  const char *from, *to;

  if (i == 0)
    return FALSE;
  from = g_utf8_offset_to_pointer (self->words, token_at (self, i - 1)->span.end - self->start);
  to = g_utf8_offset_to_pointer (self->words, token_at (self, i)->span.start - self->start);

  return memchr (from, ',', to - from) != NULL;
}

/* The first word after the comma before @i, or 0. */
static guint
part_before (const Sentence *self, guint i)
{
  for (guint first = i - 1, n = 0; first > 0 && n < MAX_SOURCE; first--, n++)
    if (is_parted (self, first))
      return first;

  return 0;
}

/* Where the source of a verb begins; "Dr. Noun, who runs the hospital," is one. 0: it has none before it. */
static guint
find_source (const Sentence *self, guint *verb)
{
  guint end = *verb, first;

  while (end > 1 && is (self, end - 1, "auxiliary"))
    end--;
  first = is_parted (self, end) ? part_before (self, end) : end;
  first = first > 0 ? part_before (self, first) : 0;
  *verb = end;

  return first >= MIN_TOLD && first < end && !is (self, first, "relative") ? first : 0;
}

static gboolean
says (const Sentence *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (is (self, i, "tell") || is (self, i, "show"))
      return TRUE;

  return FALSE;
}

/* Whether what follows a verb only tells to whom, when, where or how it was said. @end: (out): where that ends: what is
 * told may go on after it */
static gboolean
ends_sentence (const Sentence *self, guint verb, guint *end)
{
  guint i = verb + 1;

  while (i < self->tokens->len &&
         !(is_parted (self, i) && (is (self, i, "aside") || is (self, i, "relative") || i == verb + 1)))
    if (g_str_equal (token_at (self, i++)->key, "that"))
      return FALSE;
  if (i - verb > MAX_AFTER)
    return FALSE;

  *end = i < self->tokens->len && is (self, i, "aside") ? self->tokens->len : i;

  return i == verb + 1 || is (self, verb, "hear") || is (self, verb + 1, "beside");
}

static SaysoSpan
span_of (const Sentence *self, guint first, guint end)
{
  return SAYSO_SPAN (token_at (self, first)->span.start, token_at (self, end - 1)->span.end);
}

/* "..., a curator told the Weekly." */
static gboolean
find_before (const Sentence *self, guint verb, SaysoTail *tail)
{
  guint end = verb, first, last;

  /* "..., confirming a report by the Post." */
  if (is (self, verb - 1, "determiner") || !ends_sentence (self, verb, &last))
    return FALSE;
  first = find_source (self, &end);
  if (first == 0 || says (self, first, end))
    return FALSE;

  tail->source = span_of (self, first, end);
  tail->span = span_of (self, first, last);

  return TRUE;
}

/* "..., said the official, who asked not to be named." */
static gboolean
find_after (const Sentence *self, guint verb, SaysoTail *tail)
{
  guint end = verb + 2;
  gboolean heard = is (self, verb, "hear") && verb > 0 && is (self, verb - 1, "passive");

  /* "..., I am told by somebody who was there." */
  if (heard && verb + 2 < self->tokens->len && g_str_equal (token_at (self, verb + 1)->key, "by"))
    {
      guint first = part_before (self, verb);

      tail->source = span_of (self, verb + 2, self->tokens->len);
      tail->span = span_of (self, first > 0 ? first : verb - 1, self->tokens->len);
      return TRUE;
    }
  if (!is_parted (self, verb) || is (self, verb, "hear") || verb + 1 >= self->tokens->len ||
      is (self, verb + 1, "relative") || is (self, verb + 1, "beside") || is (self, verb + 1, "auxiliary") ||
      self->tokens->len - verb > MAX_AFTER)
    return FALSE;
  while (end < self->tokens->len && !is_parted (self, end))
    end++;

  tail->source = span_of (self, verb + 1, end);
  tail->span = span_of (self, verb, self->tokens->len);

  return TRUE;
}

/* "The Post has learned from a person close to the talks (that)". */
static gboolean
find_learned (const Sentence *self, guint verb, SaysoTail *tail)
{
  guint end = verb + 2, first = verb > 0 ? part_before (self, verb) : 0;

  if (verb + 2 >= self->tokens->len || !g_str_equal (token_at (self, verb + 1)->key, "from"))
    return FALSE;
  while (end < self->tokens->len && !g_str_equal (token_at (self, end)->key, "that") && !is_parted (self, end))
    end++;

  tail->source = span_of (self, verb + 2, end);
  tail->leads = end < self->tokens->len && first < MIN_TOLD;
  tail->span = span_of (self, tail->leads ? 0 : first, end);

  return tail->leads || first >= MIN_TOLD;
}

/**
 * sayso_making_find_tail:
 * @self: an article
 * @sentence: one of its sentences
 * @tail: (out): its end, which says on whose word the rest is told; or its beginning
 *
 * Returns: whether it has one
 */
gboolean
sayso_making_find_tail (SaysoMaking *self, SaysoSpan sentence, SaysoTail *tail)
{
  g_autofree char *words = sayso_text_slice (self->text, sentence);
  g_autoptr (GArray) tokens = sayso_vocabulary_split (words, sentence.start);
  Sentence at = { words, sentence.start, tokens };

  *tail = (SaysoTail) { 0 };
  for (guint i = tokens->len; i-- > 0;)
    {
      gboolean learned = is (&at, i, "learn") && find_learned (&at, i, tail);

      if (!learned &&
          (i < MIN_TOLD || !says (&at, i, i + 1) || !(find_before (&at, i, tail) || find_after (&at, i, tail))))
        continue;

      tail->verb = token_at (&at, i)->span;
      tail->shows = is (&at, i, "show");
      tail->capital =
          g_unichar_isupper (g_utf8_get_char (g_utf8_offset_to_pointer (words, tail->source.start - sentence.start)));
      return TRUE;
    }

  return FALSE;
}
