/* sayso-store.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"
#include "sayso-document.h"

G_BEGIN_DECLS

gint64 sayso_store_article (SaysoConnection *db, SaysoDocument *document, SaysoExtraction *extraction);
void sayso_store_findings (SaysoConnection *db, gint64 article, SaysoExtraction *extraction, GHashTable *decisions);
void sayso_store_count (SaysoConnection *db, gint64 article, int sign);
void sayso_store_index (SaysoConnection *db, const char *kind, gint64 id);

G_END_DECLS
