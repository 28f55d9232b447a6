/* sayso-pieces.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SaysoPieces:
 *
 * The vocabulary of word pieces that the encoder was trained with: BERT's, without case. Immutable.
 */
typedef struct _SaysoPieces SaysoPieces;

/* A word has at most this many; the rest of it is not looked at. */
#define SAYSO_PIECES_MAX 12

/* sayso_word_shape() tells this many shapes apart. */
#define SAYSO_WORD_SHAPES 12

SaysoPieces *sayso_pieces_new (const char *vocabulary);
void sayso_pieces_free (SaysoPieces *self);
guint sayso_pieces_split (const SaysoPieces *self, const char *word, gsize length, gint64 ids[SAYSO_PIECES_MAX]);
gint64 sayso_pieces_get_first (const SaysoPieces *self);
gint64 sayso_pieces_get_last (const SaysoPieces *self);
guint sayso_word_shape (const char *word, gsize length, gboolean starts_sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoPieces, sayso_pieces_free)

G_END_DECLS
