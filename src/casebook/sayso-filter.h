/* sayso-filter.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoFilter:
 * @text: (nullable): words to search for
 * @article: only of this article; 0 for all
 * @actor: only with this actor; 0 for all
 * @claim: only what is told in this claim's content; 0 for all
 * @range: only what may lie in these bounds; %SAYSO_BOUNDS_UNKNOWN for all
 * @known: only what was known for certain at this second: reported, learned or published; 0 for all
 * @anonymous: only what rests on unnamed sources
 * @doubted: only what is doubted or denied, by the author or by a person
 * @undisputed: only what is not
 * @documents: only what rests on a document
 * @undated: only what has no date
 * @to_review: only what nobody has decided on
 * @rejected: also what was rejected
 *
 * What the views show. One filter for all.
 */
typedef struct
{
  char *text;
  gint64 article;
  gint64 actor;
  gint64 claim;
  SaysoBounds range;
  gint64 known;
  gboolean anonymous;
  gboolean doubted;
  gboolean undisputed;
  gboolean documents;
  gboolean undated;
  gboolean to_review;
  gboolean rejected;
} SaysoFilter;

#define SAYSO_TYPE_FILTER (sayso_filter_get_type ())

GType sayso_filter_get_type (void) G_GNUC_CONST;
SaysoFilter *sayso_filter_new (void);
SaysoFilter *sayso_filter_copy (const SaysoFilter *self);
void sayso_filter_free (SaysoFilter *self);
SaysoFilter *sayso_filter_new_from_variant (GVariant *variant);
GVariant *sayso_filter_to_variant (const SaysoFilter *self);
gboolean sayso_filter_equal (const SaysoFilter *a, const SaysoFilter *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoFilter, sayso_filter_free)

G_END_DECLS
