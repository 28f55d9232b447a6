/* sayso-copies.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/* Copies of a casebook. All take their time, and belong on a worker thread. */

gboolean sayso_casebook_save_copy (SaysoCasebook *self, GFile *file, GError **error);
GFile *sayso_casebook_get_backup_folder (SaysoCasebook *self);
gboolean sayso_casebook_back_up (SaysoCasebook *self, GFile *folder, GError **error);
gboolean sayso_casebook_recover (GFile *damaged, GFile *file, GPtrArray **report, GError **error);

G_END_DECLS
