/* sayso-claim-tie.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoClaimTie:
 * @remark: the link
 * @type: what kind of link
 * @kind: of the item at its other end
 * @id: that item
 * @words: what the link says, read from this end: "Supported by “…”"
 * @about: who made it, and what was noted with it
 *
 * A link that a person made between a claim and something else.
 */
typedef struct
{
  gint64 remark;
  char *type;
  SaysoItemKind kind;
  gint64 id;
  char *words;
  char *about;
} SaysoClaimTie;

GPtrArray *sayso_claim_ties_read (SaysoCasebook *casebook, gint64 claim, GError **error);
void sayso_claim_tie_free (SaysoClaimTie *self);
GtkWidget *sayso_claim_tie_row_new (SaysoSession *session, const SaysoClaimTie *self);

G_END_DECLS
