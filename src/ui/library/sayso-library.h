/* sayso-library.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-importer.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoLibrary:
 *
 * The sidebar: search, the casebook's articles, and the filters that hold for all views. Properties: `session`,
 * `importer`; `menu`: the main menu, for where the library is hidden.
 */
#define SAYSO_TYPE_LIBRARY (sayso_library_get_type ())
G_DECLARE_FINAL_TYPE (SaysoLibrary, sayso_library, SAYSO, LIBRARY, AdwBin)

void sayso_library_focus_search (SaysoLibrary *self);
GMenu *sayso_library_get_recent_menu (SaysoLibrary *self);

G_END_DECLS
