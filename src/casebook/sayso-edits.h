/* sayso-edits.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"

G_BEGIN_DECLS

gboolean sayso_edits_set (SaysoConnection *db, SaysoItemKind kind, gint64 id, const char *field, const char *value,
                          const char *standing);
void sayso_edits_apply (SaysoConnection *db, SaysoItemKind kind, gint64 id, const char *edits, const char *standing);
gboolean sayso_edits_is_beside (const char *field);

G_END_DECLS
