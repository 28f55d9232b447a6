/* sayso-reader-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include <gio/gio.h>

#include "sayso-network.h"
#include "sayso-reading.h"
#include "sayso-table.h"

G_BEGIN_DECLS

/* What stands before a token. */
typedef enum
{
  SAYSO_GAP_NONE,
  SAYSO_GAP_SPACE,
  SAYSO_GAP_BLOCK,
} SaysoGap;

/* Tokens longer than this are no words: nothing looks into them. */
#define SAYSO_WORD_MAX 48

/* A cue that the network saw: its tokens, what it says of the attribution, and the tokens (element-type guint) of its
 * parts. */
typedef struct
{
  guint first;
  guint n_tokens;
  gboolean faint;
  SaysoStance stance;
  const char *source_kind;
  const char *certainty;
  GArray *source;
  GArray *content;
} SaysoCue;

/* Each step of reading, in their order. All are linear in the text. */
void sayso_reader_tokenize (SaysoReading *reading, GByteArray *gaps);
void sayso_reader_split (SaysoReading *reading, const GByteArray *gaps);
void sayso_reader_split_again (SaysoReading *reading, const guint8 *answers);
GArray *sayso_reader_encode (SaysoReading *reading, SaysoNetwork *network, gboolean split, guint n_threads,
                             GCancellable *cancellable, GError **error);
void sayso_reader_lemmatize (SaysoReading *reading);
void sayso_reader_find_names (SaysoReading *reading);
void sayso_reader_find_attributions (SaysoReading *reading, GArray *cues);

void sayso_reader_mend_trees (SaysoReading *reading);
guint sayso_reader_dateline_length (const SaysoReading *reading, const SaysoSentence *sentence);

/* Whether an empty line stands before the token. */
gboolean sayso_reader_has_empty_line (const SaysoReading *reading, guint token);

const SaysoTable *sayso_reader_get_table (const char *name);

static inline const char *
sayso_token_text (const SaysoReading *reading, const SaysoToken *token)
{
  return sayso_text_get_utf8 (reading->text) + token->start;
}

static inline gsize
sayso_token_bytes (const SaysoToken *token)
{
  return token->end - token->start;
}

static inline gboolean
sayso_token_is (const SaysoReading *reading, const SaysoToken *token, const char *form)
{
  gsize length = strlen (form);

  return sayso_token_bytes (token) == length && memcmp (sayso_token_text (reading, token), form, length) == 0;
}

/* Copies a token's form, with straight apostrophes and, on request, lower case; FALSE where it is no word. */
gboolean sayso_token_copy (const SaysoReading *reading, const SaysoToken *token, gboolean lower,
                           char form[SAYSO_WORD_MAX + 1]);

G_END_DECLS
