/* sayso-load.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"
#include "sayso-queries.h"

G_BEGIN_DECLS

GPtrArray *sayso_load_items (SaysoConnection *db, SaysoItemKind kind, const gint64 *ids, guint n_ids);
SaysoItem *sayso_load_item (SaysoConnection *db, SaysoItemKind kind, gint64 id);
SaysoText *sayso_load_text (SaysoConnection *db, gint64 article);
GArray *sayso_load_ids (SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort,
                        guint offset, guint limit);
GArray *sayso_load_sections (SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort,
                             guint offset, guint limit, GArray *starts);
GArray *sayso_load_hits (SaysoConnection *db, SaysoItemKind kind, const SaysoFilter *filter, guint offset, guint limit);

/* A statement that reads those of a kind that pass a filter: "ids", "count" or "extent", with conditions and order. */
SaysoStatement *sayso_load_prepare (SaysoConnection *db, SaysoItemKind kind, const char *what,
                                    const SaysoFilter *filter, const char *more);
gint64 sayso_load_highest (SaysoConnection *db, SaysoItemKind kind);
char *sayso_load_ids_json (const gint64 *ids, guint n_ids);

G_END_DECLS
