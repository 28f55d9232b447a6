/* sayso-adopt-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-adopt.h"
#include "sayso-command-private.h"

G_BEGIN_DECLS

typedef struct
{
  SaysoConnection *from;
  SaysoConnection *to;
  SaysoAdoption *adoption;
  SaysoTally *tally;
  GPtrArray *commands; /* (element-type SaysoCommand) */
} SaysoAdopting;

SaysoStatement *sayso_adopt_prepare (SaysoConnection *db, const char *verb, SaysoItemKind kind);
SaysoAnchor *sayso_adopt_anchor (SaysoItemKind kind, const char *sha256, SaysoSpan span, const char *key);
SaysoAnchor *sayso_adopt_where (SaysoConnection *db, SaysoItemKind kind, gint64 id);
void sayso_adopt_take (SaysoAdopting *self, SaysoCommand *command, SaysoAnchor *anchor, SaysoAnchor *further,
                       const char *who);

void sayso_adopt_splits (SaysoAdopting *self);
void sayso_adopt_relations (SaysoAdopting *self);
void sayso_adopt_names (SaysoAdopting *self);
void sayso_adopt_merges (SaysoAdopting *self);

G_END_DECLS
