/* sayso-time-tokens.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SaysoTimeTokenFlags:
 * @SAYSO_TIME_TOKEN_SPACED: white space stands before it
 * @SAYSO_TIME_TOKEN_BLOCK: it begins a block (the text, or what follows an empty line)
 * @SAYSO_TIME_TOKEN_LINE: it begins a line
 * @SAYSO_TIME_TOKEN_CAPITAL: it begins with a capital
 */
typedef enum
{
  SAYSO_TIME_TOKEN_SPACED = 1 << 0,
  SAYSO_TIME_TOKEN_BLOCK = 1 << 1,
  SAYSO_TIME_TOKEN_LINE = 1 << 2,
  SAYSO_TIME_TOKEN_CAPITAL = 1 << 3,
} SaysoTimeTokenFlags;

/**
 * SaysoTimeToken:
 * @start: first byte
 * @end: byte after the last
 * @word: number of the word in the vocabulary, 0 where it is in no rule
 * @number: what digits count, 0 for other tokens and for overlong numbers
 * @digits: how many digits, 0 for other tokens
 * @flags: how it stands
 *
 * A run of letters, a run of digits, or one other character: finer than the reader's tokens, and the same however
 * a reader cuts "2015-" or "mid-July".
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 word;
  guint32 number;
  guint8 digits;
  guint8 flags;
} SaysoTimeToken;

/* Digits are words too, by how many there are: the vocabulary begins with them. */
#define SAYSO_TIME_WORD_UNKNOWN 0
#define SAYSO_TIME_WORD_DIGITS(n) (MIN ((n), SAYSO_TIME_MAX_DIGITS))
#define SAYSO_TIME_MAX_DIGITS 9
#define SAYSO_TIME_MAX_WORD_BYTES 24

/**
 * SaysoTimeVocabulary:
 *
 * The words that stand in rules, numbered from one more than %SAYSO_TIME_MAX_DIGITS.
 */
typedef struct _SaysoTimeVocabulary SaysoTimeVocabulary;

SaysoTimeVocabulary *sayso_time_vocabulary_new (void);
void sayso_time_vocabulary_free (SaysoTimeVocabulary *self);
guint32 sayso_time_vocabulary_add (SaysoTimeVocabulary *self, const char *word);
guint32 sayso_time_vocabulary_find (const SaysoTimeVocabulary *self, const char *word, gsize length);
guint sayso_time_vocabulary_count (const SaysoTimeVocabulary *self);

GArray *sayso_time_tokens_cut (const SaysoTimeVocabulary *vocabulary, const char *utf8, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoTimeVocabulary, sayso_time_vocabulary_free)

G_END_DECLS
