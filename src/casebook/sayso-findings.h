/* sayso-findings.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-item.h"

G_BEGIN_DECLS

/* What a casebook concludes from an extraction when it stores it. */

gboolean sayso_findings_sound (const SaysoExtraction *x);
SaysoSpan sayso_findings_claim_span (GArray *source, GArray *cue, GArray *content);
guint sayso_findings_level (const SaysoExtraction *x, guint claim);
gboolean sayso_findings_anonymous (const SaysoExtraction *x, guint claim);
SaysoVoice sayso_findings_event_voice (const SaysoExtraction *x, const SaysoExtractedEvent *event);
SaysoVoice sayso_findings_evidence_voice (const SaysoExtraction *x, const SaysoEvidence *evidence);

G_END_DECLS
