/* sayso-decisions.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoDecision:
 * @kind: kind of the item
 * @id: the item it was made on
 * @span: where that was found
 * @own: where a person put it; else the same
 * @standing: what a person decided
 * @chosen: (nullable): the title a person gave
 * @edits: (nullable): what a person set, JSON
 * @found: index of the item in the extraction that has its place now, or %SAYSO_NONE
 * @now: the item that is stored of that, or 0
 *
 * A decision to be carried over to the item that is found in the same place of the text when it is read again.
 */
typedef struct
{
  SaysoItemKind kind;
  gint64 id;
  SaysoSpan span;
  SaysoSpan own;
  SaysoStanding standing;
  char *chosen;
  char *edits;
  guint found;
  gint64 now;
} SaysoDecision;

/**
 * SaysoDecisions:
 *
 * What a person decided on the items of one article.
 */
typedef struct _SaysoDecisions SaysoDecisions;

SaysoDecisions *sayso_decisions_new (void);
void sayso_decisions_free (SaysoDecisions *self);
void sayso_decisions_add (SaysoDecisions *self, SaysoItemKind kind, gint64 id, SaysoSpan span, SaysoSpan own,
                          SaysoStanding standing, const char *chosen, const char *edits);
void sayso_decisions_set_chosen (SaysoDecisions *self, SaysoItemKind kind, gint64 id, SaysoSpan span,
                                 const char *chosen);
void sayso_decisions_match (SaysoDecisions *self, SaysoItemKind kind, const SaysoSpan *found, guint n_found);
const SaysoDecision *sayso_decisions_get (SaysoDecisions *self, SaysoItemKind kind, guint found);
void sayso_decisions_stored (SaysoDecisions *self, SaysoItemKind kind, gint64 first, const gint64 *ids);
guint sayso_decisions_get_n (SaysoDecisions *self);
const SaysoDecision *sayso_decisions_at (SaysoDecisions *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoDecisions, sayso_decisions_free)

G_END_DECLS
