/* sayso-export-csv.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

const char *const *sayso_export_csv_tables (void);
gboolean sayso_export_csv (SaysoCasebook *casebook, const char *table, GOutputStream *stream, GCancellable *cancellable,
                           GError **error);
gboolean sayso_export_csv_folder (SaysoCasebook *casebook, GFile *folder, GCancellable *cancellable, GError **error);

G_END_DECLS
