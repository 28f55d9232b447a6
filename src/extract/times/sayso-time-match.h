/* sayso-time-match.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reading.h"
#include "sayso-time-grammar.h"
#include "sayso-time-sense.h"

G_BEGIN_DECLS

/* A rule with more extents than one gives a time for each: "from March to June". */
#define SAYSO_TIME_MAX_EXTENTS 2

/**
 * SaysoTimeMatch:
 * @first: index of its first token
 * @end: index of the token after its last
 * @sense: what it says
 * @joined: whether it is the second of a pair that one rule gave
 * @rule: number of the rule
 *
 * An expression that a rule found.
 */
typedef struct
{
  guint first;
  guint end;
  SaysoTimeSense sense;
  gboolean joined;
  guint rule;
} SaysoTimeMatch;

GArray *sayso_time_match (const SaysoTimeGrammar *grammar, GArray *tokens, SaysoReading *reading,
                          GCancellable *cancellable, GError **error);

G_END_DECLS
