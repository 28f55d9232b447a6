/* sayso-times-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-time-grammar.h"
#include "sayso-times.h"

G_BEGIN_DECLS

GArray *sayso_times_find_with_grammar (const SaysoTimeGrammar *grammar, SaysoReading *reading,
                                       const SaysoMetadata *metadata, const char *published,
                                       const SaysoTimeDecision *decisions, guint n_decisions, GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
