/* sayso-export-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

typedef gboolean (*SaysoExportEachFunc) (SaysoItem *item, gpointer user_data, GError **error);

gboolean sayso_export_each (SaysoCasebook *casebook, SaysoItemKind kind, SaysoExportEachFunc func, gpointer user_data,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
