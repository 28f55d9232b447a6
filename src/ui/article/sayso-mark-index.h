/* sayso-mark-index.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

/* Which marks are shown: a bit for each kind of item, and one for what was rejected. */
typedef guint SaysoMarkSet;

#define SAYSO_MARKS_OF(kind) (1u << (kind))
#define SAYSO_MARKS_REJECTED (1u << 31)
#define SAYSO_MARKS_ALL                                                                                                \
  (SAYSO_MARKS_OF (SAYSO_ITEM_TIME) | SAYSO_MARKS_OF (SAYSO_ITEM_ACTOR) | SAYSO_MARKS_OF (SAYSO_ITEM_EVENT) |          \
   SAYSO_MARKS_OF (SAYSO_ITEM_CLAIM))

/**
 * SaysoIndexedMark:
 * @mark: the mark as the casebook gave it
 * @level: for what is underlined: how many lines below the nearest its line goes, so that it stays clear of the
 *   lines of marks it overlaps; 0 to 2
 * @start_inset: for a claim's content: how many longer contents start at the same place
 * @end_inset: how many longer contents end at the same place
 * @stop: whether keys stop here when they go from mark to mark; a claim has one stop, its content
 */
typedef struct
{
  SaysoMark mark;
  guint level;
  guint start_inset;
  guint end_inset;
  gboolean stop;
} SaysoIndexedMark;

/**
 * SaysoMarkIndex:
 *
 * The marks of one article, for asking which of them touch a piece of the text, which one a place belongs to, and
 * which comes next. Immutable; knows nothing of pixels.
 */
typedef struct _SaysoMarkIndex SaysoMarkIndex;

SaysoMarkIndex *sayso_mark_index_new (const SaysoMark *marks, guint n_marks);
void sayso_mark_index_free (SaysoMarkIndex *self);
guint sayso_mark_index_get_n_marks (const SaysoMarkIndex *self);
const SaysoIndexedMark *sayso_mark_index_get (const SaysoMarkIndex *self, guint index);
guint sayso_mark_index_count_items (const SaysoMarkIndex *self, SaysoItemKind kind);
void sayso_mark_index_find (const SaysoMarkIndex *self, SaysoSpan span, SaysoMarkSet shown, GArray *found);
guint sayso_mark_index_hit (const SaysoMarkIndex *self, guint offset, SaysoMarkSet shown);
guint sayso_mark_index_step (const SaysoMarkIndex *self, guint offset, guint current, SaysoMarkSet shown, int step);
guint sayso_mark_index_find_item (const SaysoMarkIndex *self, SaysoItemKind kind, gint64 id, guint near);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoMarkIndex, sayso_mark_index_free)

G_END_DECLS
