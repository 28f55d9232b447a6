/* sayso-adopt.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/**
 * SaysoProposal:
 * @actor: an actor
 * @into: what it is found to be in the other casebook
 *
 * Two actors that a colleague found to be one.
 */
typedef struct
{
  gint64 actor;
  gint64 into;
} SaysoProposal;

/**
 * SaysoAdoption:
 * @n_new: articles that came
 * @n_known: articles that were there already
 * @n_taken: what was decided, added or written beside items, and came
 * @n_there: likewise, but the same was there already, or something else was decided here, which stays
 * @n_lost: likewise, but here nothing stands where it belongs
 * @unread: (element-type utf8): titles of articles of which the other casebook has no reading that can be taken over
 * @proposals: (element-type SaysoProposal): actors to merge, if a person agrees
 *
 * What came of taking over a colleague's casebook.
 */
typedef struct
{
  guint n_new;
  guint n_known;
  guint n_taken;
  guint n_there;
  guint n_lost;
  GPtrArray *unread;
  GArray *proposals;
} SaysoAdoption;

SaysoAdoption *sayso_casebook_adopt (SaysoCasebook *self, GFile *other, GCancellable *cancellable, GError **error);
void sayso_adoption_free (SaysoAdoption *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoAdoption, sayso_adoption_free)

G_END_DECLS
