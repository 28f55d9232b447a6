/* sayso-hits.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoHit:
 * @item: what was found
 * @article: the article it stands in, or the first of several; 0 where there is none
 * @span: where to open that at: the first of the words that were looked for, else the item
 * @snippet: a piece of the text around that
 * @matches: (element-type SaysoSpan): the words in the snippet that were looked for, in code points
 */
typedef struct
{
  SaysoItem *item;
  gint64 article;
  SaysoSpan span;
  char *snippet;
  GArray *matches;
} SaysoHit;

GPtrArray *sayso_casebook_search (SaysoCasebook *self, SaysoItemKind kind, const SaysoFilter *filter, guint offset,
                                  guint limit, GError **error);

G_END_DECLS
