/* sayso-tree.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reading.h"

G_BEGIN_DECLS

/**
 * SaysoTree:
 * @reading: (unowned): the reading whose trees these are
 * @first_child: the first dependant of each token, or -1
 * @next_sibling: the next dependant of the same head, or -1
 * @left: the first token of each token's subtree
 * @right: the last token of each token's subtree
 * @sentence: the sentence of each token
 *
 * The trees of a reading turned round, from head to dependants.
 */
typedef struct
{
  const SaysoReading *reading;
  int *first_child;
  int *next_sibling;
  guint *left;
  guint *right;
  guint *sentence;
} SaysoTree;

/* A run of tokens; none where @first is greater than @last. */
typedef struct
{
  guint first;
  guint last;
} SaysoRun;

void sayso_tree_init (SaysoTree *self, const SaysoReading *reading);
void sayso_tree_clear (SaysoTree *self);
gboolean sayso_tree_deprel_is (const SaysoTree *self, guint token, const char *deprels);
gboolean sayso_tree_lemma_in (const SaysoTree *self, guint token, const char *lemmas);
int sayso_tree_child (const SaysoTree *self, guint token, const char *deprels);
int sayso_tree_child_word (const SaysoTree *self, guint token, const char *deprels, const char *lemmas);
gboolean sayso_tree_is_passive (const SaysoTree *self, guint verb);
int sayso_tree_subject (const SaysoTree *self, guint verb);
SaysoRun sayso_tree_phrase (const SaysoTree *self, guint head);
gboolean sayso_tree_is_mark (const SaysoTree *self, guint token, const char *marks);
SaysoRun sayso_tree_trim (const SaysoTree *self, SaysoRun run);
SaysoSpan sayso_tree_span (const SaysoTree *self, SaysoRun run);

static inline const SaysoToken *
sayso_tree_token (const SaysoTree *self, guint token)
{
  return sayso_reading_token (self->reading, token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoTree, sayso_tree_clear)

G_END_DECLS
