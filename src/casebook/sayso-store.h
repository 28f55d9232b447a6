/* sayso-store.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"
#include "sayso-document.h"

G_BEGIN_DECLS

/**
 * SaysoDecision:
 * @standing: what a person decided
 * @chosen: (nullable): the title a person gave
 *
 * A decision to be carried over to the item that is found in the same place of the text when it is read again.
 */
typedef struct
{
  SaysoStanding standing;
  char *chosen;
} SaysoDecision;

GHashTable *sayso_decisions_new (void);
void sayso_decisions_add (GHashTable *decisions, SaysoItemKind kind, SaysoSpan span, SaysoStanding standing,
                          const char *chosen);
gboolean sayso_decisions_take (GHashTable *decisions, SaysoItemKind kind, SaysoSpan span, SaysoDecision *decision);

gint64 sayso_store_article (SaysoConnection *db, SaysoDocument *document, SaysoExtraction *extraction);
void sayso_store_findings (SaysoConnection *db, gint64 article, SaysoExtraction *extraction, GHashTable *decisions);
void sayso_store_count (SaysoConnection *db, gint64 article, int sign);
void sayso_store_index (SaysoConnection *db, const char *kind, gint64 id);
char *sayso_store_fold (const char *name);
SaysoSpan sayso_store_claim_span (GArray *source, GArray *cue, GArray *content);

G_END_DECLS
