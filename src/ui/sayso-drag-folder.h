/* sayso-drag-folder.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where files lie that are dragged out: another program takes them from there. */

char *sayso_drag_folder_make (GError **error);
void sayso_drag_folder_clean (void);

G_END_DECLS
