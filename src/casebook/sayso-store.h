/* sayso-store.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"
#include "sayso-decisions.h"
#include "sayso-document.h"

G_BEGIN_DECLS

gint64 sayso_store_article (SaysoConnection *db, SaysoDocument *document, GBytes *deflated, GBytes *shape,
                            SaysoExtraction *extraction);
gint64 sayso_store_findings (SaysoConnection *db, gint64 article, SaysoExtraction *extraction,
                             SaysoDecisions *decisions);
gint64 sayso_store_actor (SaysoConnection *db, gint64 article, const SaysoExtractedActor *actor, GHashTable *taken,
                          gboolean *is_new);
gint64 sayso_store_relation_resting (SaysoConnection *db, gint64 subject, const char *type, const char *label,
                                     gint64 object, guint n, gint64 first);
gint64 sayso_store_relation (SaysoConnection *db, gint64 subject, const char *type, const char *label, gint64 object);
void sayso_store_count (SaysoConnection *db, gint64 article, int sign, gint64 below);
void sayso_store_count_later (SaysoConnection *db, gint64 first, gint64 last);
void sayso_store_count_now (SaysoConnection *db);
void sayso_store_note_new (SaysoConnection *db, gint64 article, gint64 first, gint64 last);
void sayso_store_recount (SaysoConnection *db, gint64 actor);
void sayso_store_index (SaysoConnection *db, const char *kind, gint64 id);
void sayso_store_search_later (SaysoConnection *db, SaysoItemKind kind, gint64 id, const char *title, const char *words,
                               gssize length);
char *sayso_store_fold (const char *name);

G_END_DECLS
