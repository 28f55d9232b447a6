/* sayso-times.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-document.h"
#include "sayso-extraction.h"

G_BEGIN_DECLS

/**
 * SaysoTimeDecision:
 * @span: the time's extent
 * @edtf: (nullable): what it means, or %NULL to leave that
 * @anchored: whether @anchor says what it counts from
 * @anchor: what it counts from
 * @anchor_start: with %SAYSO_ANCHOR_TIME, where the time that it counts from begins
 *
 * What a person decided about a time. What counts from it follows.
 */
typedef struct
{
  SaysoSpan span;
  const char *edtf;
  gboolean anchored;
  SaysoAnchorKind anchor;
  guint anchor_start;
} SaysoTimeDecision;

GArray *sayso_times_find (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                          GCancellable *cancellable, GError **error);

GArray *sayso_times_find_decided (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                                  const SaysoTimeDecision *decisions, guint n_decisions, GCancellable *cancellable,
                                  GError **error);
void sayso_times_get_dated (const SaysoExtractedTime *time, SaysoBounds *bounds, char **edtf);

G_END_DECLS
