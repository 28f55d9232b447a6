/* sayso-pieces.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pieces.h"

#include <string.h>

/* A part of a word that is longer than this, in bytes, is no word of any vocabulary. */
#define PART_MAX 64

/* What a word piece that continues a word begins with. */
#define CONTINUES "##"

struct _SaysoPieces
{
  char *vocabulary;
  GHashTable *ids; /* piece → id + 1 */
  gint64 first;
  gint64 last;
  gint64 unknown;
};

static gint64
lookup (const SaysoPieces *self, const char *piece)
{
  return (gint64) GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, piece)) - 1;
}

/**
 * sayso_pieces_new:
 * @vocabulary: the pieces, one a line, in the order of their ids
 *
 * Returns: (transfer full) (nullable): the vocabulary; %NULL where it lacks the pieces that every one has
 */
SaysoPieces *
sayso_pieces_new (const char *vocabulary)
{
  g_autoptr (SaysoPieces) self = NULL;
  guint id = 0;

  g_return_val_if_fail (vocabulary != NULL, NULL);

  self = g_new0 (SaysoPieces, 1);
  self->vocabulary = g_strdup (vocabulary);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (char *line = self->vocabulary, *next; line != NULL && *line != '\0'; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      g_hash_table_insert (self->ids, line, GUINT_TO_POINTER (++id));
    }
  self->first = lookup (self, "[CLS]");
  self->last = lookup (self, "[SEP]");
  self->unknown = lookup (self, "[UNK]");
  if (self->first < 0 || self->last < 0 || self->unknown < 0)
    return NULL;

  return g_steal_pointer (&self);
}

void
sayso_pieces_free (SaysoPieces *self)
{
  g_hash_table_unref (self->ids);
  g_free (self->vocabulary);
  g_free (self);
}

/* The piece that every window starts with. */
gint64
sayso_pieces_get_first (const SaysoPieces *self)
{
  return self->first;
}

/* The piece that every window ends with. */
gint64
sayso_pieces_get_last (const SaysoPieces *self)
{
  return self->last;
}

static gboolean
stands_alone (gunichar c)
{
  if (c < 128)
    return g_ascii_ispunct (c);

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return TRUE;
    default:
      return c >= 0x4e00 && c <= 0x9fff;
    }
}

/* Longest match first, from the left; the whole part is unknown where a rest matches nothing. */
static guint
split_part (const SaysoPieces *self, const char *part, gsize length, gint64 *ids, guint room)
{
  char piece[PART_MAX + sizeof CONTINUES];
  guint n = 0;

  if (room == 0)
    return 0;
  for (gsize at = 0, end; at < length && length <= PART_MAX; at = end)
    {
      gint64 id = -1;

      for (end = length; end > at; end = g_utf8_find_prev_char (part, part + end) - part)
        {
          gsize lead = at > 0 ? strlen (CONTINUES) : 0;

          memcpy (piece, CONTINUES, lead);
          memcpy (piece + lead, part + at, end - at);
          piece[lead + end - at] = '\0';
          id = lookup (self, piece);
          if (id >= 0)
            break;
        }
      if (id < 0)
        {
          ids[0] = self->unknown;
          return 1;
        }
      if (n < room)
        ids[n++] = id;
    }
  if (length > PART_MAX)
    ids[n++] = self->unknown;

  return n;
}

/**
 * sayso_pieces_split:
 * @self: a vocabulary
 * @word: a word, in UTF-8
 * @length: its bytes
 * @ids: (out caller-allocates): the ids of its pieces
 *
 * Takes a word apart as BERT's uncased tokenizer does (Devlin et al. 2019): lower case, no accents, punctuation
 * alone, then the longest pieces from the left.
 *
 * Returns: how many pieces there are, at least one
 */
guint
sayso_pieces_split (const SaysoPieces *self, const char *word, gsize length, gint64 ids[SAYSO_PIECES_MAX])
{
  g_autofree char *lower = g_utf8_strdown (word, MIN (length, 256));
  g_autofree char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) part = g_string_sized_new (64);
  guint n = 0;

  for (const char *p = plain != NULL ? plain : ""; *p != '\0' && n < SAYSO_PIECES_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);
      gboolean alone = stands_alone (c);

      if (type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT)
        continue;
      if (!alone && !g_unichar_isspace (c))
        {
          g_string_append_unichar (part, c);
          continue;
        }
      n += split_part (self, part->str, part->len, ids + n, SAYSO_PIECES_MAX - n);
      g_string_truncate (part, 0);
      if (alone && n < SAYSO_PIECES_MAX)
        {
          char mark[7] = { 0 };

          g_unichar_to_utf8 (c, mark);
          n += split_part (self, mark, strlen (mark), ids + n, SAYSO_PIECES_MAX - n);
        }
    }
  if (part->len > 0)
    n += split_part (self, part->str, part->len, ids + n, SAYSO_PIECES_MAX - n);
  if (n == 0)
    ids[n++] = self->unknown;

  return n;
}

/**
 * sayso_word_shape:
 * @word: a word, in UTF-8
 * @length: its bytes
 * @starts_sentence: whether it is the first of its sentence
 *
 * What a vocabulary without case does not see: capitals and digits. The numbers are those of training.
 *
 * Returns: 0 to 11
 */
guint
sayso_word_shape (const char *word, gsize length, gboolean starts_sentence)
{
  guint n = 0, n_letters = 0, n_upper = 0, n_digits = 0;
  gboolean first_upper = g_unichar_isupper (g_utf8_get_char (word));

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      n_letters += g_unichar_isalpha (c);
      n_upper += g_unichar_isalpha (c) && g_unichar_isupper (c);
      n_digits += g_unichar_isdigit (c);
    }

  if (n_letters == 0)
    return n_digits == 0 ? 0 : n_digits == n ? 1 : 2;
  if (n_digits > 0)
    return 3;
  if (n == 1)
    return n_upper == 1 ? 4 : 5;
  if (n_upper == n_letters)
    return 6;
  if (first_upper)
    return n_upper > 1 ? 7 : starts_sentence ? 8 : 9;

  return n_upper > 0 ? 10 : 11;
}
