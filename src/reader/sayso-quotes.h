/* sayso-quotes.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-tree.h"

G_BEGIN_DECLS

/**
 * SaysoQuotes:
 *
 * The quotations of a reading: runs of tokens from an opening mark to its closing one, both included, at most to the
 * end of the paragraph. Quotations inside quotations are not looked for. Numbered from 1.
 */
typedef struct
{
  const SaysoTree *tree;
  guint *of_token; /* the quotation each token stands in, or 0 */
  GArray *runs;    /* SaysoRun; the first is none */
  GArray *open;    /* gboolean: whether a quotation lacks its closing mark */
} SaysoQuotes;

void sayso_quotes_init (SaysoQuotes *self, const SaysoTree *tree);
void sayso_quotes_clear (SaysoQuotes *self);
guint sayso_quotes_at (const SaysoQuotes *self, guint token);
SaysoRun sayso_quotes_run (const SaysoQuotes *self, guint id);
guint sayso_quotes_continued (const SaysoQuotes *self, guint sentence, guint id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoQuotes, sayso_quotes_clear)

G_END_DECLS
