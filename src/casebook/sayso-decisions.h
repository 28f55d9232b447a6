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
 * @id: the item it was made on
 * @standing: what a person decided
 * @chosen: (nullable): the title a person gave
 *
 * A decision to be carried over to the item that is found in the same place of the text when it is read again.
 */
typedef struct
{
  gint64 id;
  SaysoStanding standing;
  char *chosen;
} SaysoDecision;

GHashTable *sayso_decisions_new (void);
void sayso_decisions_add (GHashTable *decisions, SaysoItemKind kind, gint64 id, SaysoSpan span, SaysoStanding standing,
                          const char *chosen);
gboolean sayso_decisions_take (GHashTable *decisions, SaysoItemKind kind, SaysoSpan span, SaysoDecision *decision);
gboolean sayso_decisions_has (GHashTable *decisions, SaysoItemKind kind, gint64 id, SaysoSpan span);

G_END_DECLS
