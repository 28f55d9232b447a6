/* sayso-item-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-item.h"
#include "sayso-statement.h"

G_BEGIN_DECLS

SaysoItem *sayso_item_from_row (SaysoItemKind kind, SaysoStatement *row);
SaysoItem *sayso_item_blank (SaysoItemKind kind);
void sayso_item_set_title (SaysoItem *self, const char *title);
void sayso_item_stir (SaysoItem *self, guint hash);
gboolean sayso_item_is_present (SaysoItem *self);
gboolean sayso_item_same (SaysoItem *self, SaysoItem *other);
SaysoBounds sayso_bounds_from_row (SaysoStatement *row);

void sayso_article_read (SaysoArticle *self, SaysoStatement *row);
void sayso_time_read (SaysoTime *self, SaysoStatement *row);
void sayso_actor_read (SaysoActor *self, SaysoStatement *row);
void sayso_event_read (SaysoEvent *self, SaysoStatement *row);
void sayso_claim_read (SaysoClaim *self, SaysoStatement *row);
void sayso_relation_read (SaysoRelation *self, SaysoStatement *row);

G_END_DECLS
