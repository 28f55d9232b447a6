/* sayso-time-tokens.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-tokens.h"

#include <string.h>

/* An open hash table over FNV-1a: it is asked once for every word of a text. */
typedef struct
{
  guint32 hash;
  guint32 word;
  char *text;
} Slot;

struct _SaysoTimeVocabulary
{
  Slot *slots;
  guint n_slots;
  guint n_words;
};

static guint32
hash_bytes (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return hash;
}

static Slot *
find_slot (const SaysoTimeVocabulary *self, const char *text, gsize length)
{
  guint32 hash = hash_bytes (text, length);

  for (guint i = hash & (self->n_slots - 1);; i = (i + 1) & (self->n_slots - 1))
    {
      Slot *slot = &self->slots[i];

      if (slot->text == NULL ||
          (slot->hash == hash && strncmp (slot->text, text, length) == 0 && slot->text[length] == '\0'))
        return slot;
    }
}

/**
 * sayso_time_vocabulary_new:
 *
 * Returns: (transfer full): a vocabulary of no words but the digits
 */
SaysoTimeVocabulary *
sayso_time_vocabulary_new (void)
{
  SaysoTimeVocabulary *self = g_new0 (SaysoTimeVocabulary, 1);

  self->n_slots = 1024;
  self->slots = g_new0 (Slot, self->n_slots);

  return self;
}

void
sayso_time_vocabulary_free (SaysoTimeVocabulary *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_slots; i++)
    g_free (self->slots[i].text);
  g_free (self->slots);
  g_free (self);
}

static void
grow (SaysoTimeVocabulary *self)
{
  g_autofree Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].text != NULL)
      *find_slot (self, old[i].text, strlen (old[i].text)) = old[i];
}

/**
 * sayso_time_vocabulary_add:
 * @word: a word in lower case, or a punctuation mark
 *
 * Returns: its number, the same each time
 */
guint32
sayso_time_vocabulary_add (SaysoTimeVocabulary *self, const char *word)
{
  Slot *slot;

  g_return_val_if_fail (self != NULL && word != NULL, 0);

  slot = find_slot (self, word, strlen (word));
  if (slot->text == NULL)
    {
      slot->hash = hash_bytes (word, strlen (word));
      slot->word = SAYSO_TIME_MAX_DIGITS + ++self->n_words;
      slot->text = g_strdup (word);
      if (self->n_words * 2 > self->n_slots)
        {
          grow (self);
          slot = find_slot (self, word, strlen (word));
        }
    }

  return slot->word;
}

/**
 * sayso_time_vocabulary_find:
 * @word: a word in lower case, or a punctuation mark
 * @length: its bytes
 *
 * Returns: its number, or 0
 */
guint32
sayso_time_vocabulary_find (const SaysoTimeVocabulary *self, const char *word, gsize length)
{
  const Slot *slot = find_slot (self, word, length);

  return slot->text != NULL ? slot->word : SAYSO_TIME_WORD_UNKNOWN;
}

/**
 * sayso_time_vocabulary_count:
 *
 * Returns: one more than the highest number
 */
guint
sayso_time_vocabulary_count (const SaysoTimeVocabulary *self)
{
  return SAYSO_TIME_MAX_DIGITS + self->n_words + 1;
}

/* Typographic variants are read as the plain character that rules are written with. */
static const char *
plain_punctuation (gunichar c)
{
  switch (c)
    {
    case 0x2010: /* hyphen */
    case 0x2011:
    case 0x2012:
    case 0x2212: /* minus */
      return "-";
    case 0x2013: /* dashes */
    case 0x2014:
    case 0x2015:
      return "–";
    case 0x2018:
    case 0x2019:
    case 0x02bc:
      return "'";
    case 0x201c:
    case 0x201d:
      return "\"";
    default:
      return NULL;
    }
}

typedef struct
{
  const SaysoTimeVocabulary *vocabulary;
  const char *utf8;
  gsize length;
  gsize at;
} Cutter;

static void
cut_digits (Cutter *cutter, SaysoTimeToken *token)
{
  guint n = 0;
  guint32 number = 0;

  for (; cutter->at < cutter->length && g_ascii_isdigit (cutter->utf8[cutter->at]); cutter->at++)
    if (++n <= SAYSO_TIME_MAX_DIGITS)
      number = number * 10 + (cutter->utf8[cutter->at] - '0');

  token->digits = MIN (n, 255);
  token->number = n < SAYSO_TIME_MAX_DIGITS ? number : 0;
  token->word = SAYSO_TIME_WORD_DIGITS (n);
}

static void
cut_word (Cutter *cutter, SaysoTimeToken *token)
{
  char lower[SAYSO_TIME_MAX_WORD_BYTES];
  gsize start = cutter->at, n = 0;

  while (cutter->at < cutter->length)
    {
      guchar byte = cutter->utf8[cutter->at];

      if (byte < 0x80)
        {
          if (!g_ascii_isalpha (byte))
            break;
          if (n < sizeof lower)
            lower[n] = g_ascii_tolower (byte);
          n++;
          cutter->at++;
        }
      else
        {
          const char *here = cutter->utf8 + cutter->at;
          gunichar c = g_utf8_get_char (here);

          if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
            break;
          c = g_unichar_tolower (c);
          if (n + 6 <= sizeof lower)
            n += g_unichar_to_utf8 (c, lower + n);
          else
            n = sizeof lower + 1;
          cutter->at += g_utf8_skip[byte];
        }
    }

  if (g_unichar_isupper (g_utf8_get_char (cutter->utf8 + start)))
    token->flags |= SAYSO_TIME_TOKEN_CAPITAL;
  if (n <= sizeof lower)
    token->word = sayso_time_vocabulary_find (cutter->vocabulary, lower, n);
}

static void
cut_punctuation (Cutter *cutter, SaysoTimeToken *token)
{
  const char *here = cutter->utf8 + cutter->at;
  gsize bytes = g_utf8_skip[*(const guchar *) here];
  const char *plain = bytes > 1 ? plain_punctuation (g_utf8_get_char (here)) : NULL;

  token->word = plain != NULL ? sayso_time_vocabulary_find (cutter->vocabulary, plain, strlen (plain))
                              : sayso_time_vocabulary_find (cutter->vocabulary, here, bytes);
  cutter->at += bytes;
}

/* Passes white space, and says how the next token stands behind it. */
static guint8
skip_space (Cutter *cutter)
{
  gsize start = cutter->at;
  guint lines = 0;

  while (cutter->at < cutter->length)
    {
      guchar byte = cutter->utf8[cutter->at];

      if (byte == '\n')
        lines++;
      if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
        cutter->at++;
      else if (byte >= 0x80 && g_unichar_isspace (g_utf8_get_char (cutter->utf8 + cutter->at)))
        cutter->at += g_utf8_skip[byte];
      else
        break;
    }

  return (cutter->at > start ? SAYSO_TIME_TOKEN_SPACED : 0) | (lines > 0 || start == 0 ? SAYSO_TIME_TOKEN_LINE : 0) |
         (lines > 1 || start == 0 ? SAYSO_TIME_TOKEN_BLOCK : 0);
}

/**
 * sayso_time_tokens_cut:
 * @vocabulary: the words to know
 * @utf8: valid UTF-8
 * @length: its bytes
 *
 * Returns: (transfer full) (element-type SaysoTimeToken): the tokens, in order
 */
GArray *
sayso_time_tokens_cut (const SaysoTimeVocabulary *vocabulary, const char *utf8, gsize length)
{
  g_autoptr (GArray) tokens = g_array_sized_new (FALSE, FALSE, sizeof (SaysoTimeToken), length / 5 + 8);
  Cutter cutter = { vocabulary, utf8, length, 0 };

  g_return_val_if_fail (vocabulary != NULL && utf8 != NULL, NULL);

  for (;;)
    {
      SaysoTimeToken token = { .flags = skip_space (&cutter) };
      guchar byte;

      if (cutter.at >= length)
        break;
      token.start = cutter.at;
      byte = utf8[cutter.at];
      if (g_ascii_isdigit (byte))
        cut_digits (&cutter, &token);
      else if (g_ascii_isalpha (byte) || (byte >= 0x80 && g_unichar_isalpha (g_utf8_get_char (utf8 + cutter.at))))
        cut_word (&cutter, &token);
      else
        cut_punctuation (&cutter, &token);
      token.end = cutter.at;
      g_array_append_val (tokens, token);
    }

  return g_steal_pointer (&tokens);
}
