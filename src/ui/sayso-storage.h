/* sayso-storage.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where casebooks lie that the reader gave no place, which were open lately, and in what windows. */

GFile *sayso_storage_get_folder (void);
GFile *sayso_storage_choose_file (const char *title);
GFile *sayso_storage_get_sample (void);
gboolean sayso_storage_is_casebook (GFile *file);
void sayso_storage_note_recent (GSettings *settings, GFile *file);
GVariant *sayso_storage_load_windows (void);
gboolean sayso_storage_save_windows (GVariant *states, GError **error);
void sayso_storage_fill_menu (GSettings *settings, GMenu *menu);

G_END_DECLS
