/* sayso-time-decision.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

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

GArray *sayso_time_decisions_new (void);
char *sayso_time_decision_format (const SaysoTimeDecision *self);
gboolean sayso_time_decision_parse (const char *text, SaysoSpan span, SaysoTimeDecision *decision);
void sayso_time_decision_clear (SaysoTimeDecision *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoTimeDecision, sayso_time_decision_clear)

G_END_DECLS
