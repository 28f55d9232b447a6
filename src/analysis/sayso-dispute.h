/* sayso-dispute.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-stories.h"

G_BEGIN_DECLS

/**
 * SaysoDispute:
 * @sort: what does not fit together
 * @class: what it is taken for: what a person ruled, else what the program found
 * @ruled: a person ruled so
 * @dismissed: a person ruled that there is no conflict
 * @clashes: (element-type SaysoClash): the pairs of sentences that do not fit together
 * @first: (element-type SaysoTold): who tells one side, in the order of publication; owned by the clashes
 * @second: likewise, the other side
 *
 * One thing that is told in two ways, however many articles tell each.
 */
typedef struct
{
  SaysoConflictSort sort;
  SaysoConflictClass class;
  gboolean ruled;
  gboolean dismissed;
  GPtrArray *clashes;
  GPtrArray *first;
  GPtrArray *second;
  GPtrArray *all; /* keeps the clashes */
} SaysoDispute;

GPtrArray *sayso_disputes_of (GPtrArray *clashes, const SaysoAccount *account);
GPtrArray *sayso_disputes_standing (GPtrArray *disputes);
void sayso_dispute_free (SaysoDispute *self);

char *sayso_dispute_to_words (const SaysoDispute *self);
char *sayso_dispute_side_title (const SaysoDispute *self, gboolean second);
char *sayso_dispute_side_words (const SaysoDispute *self, gboolean second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoDispute, sayso_dispute_free)

G_END_DECLS
