/* sayso-import-bar.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-importer.h"

G_BEGIN_DECLS

/**
 * SaysoImportBar:
 *
 * Shows how far an import is, and stops it; hidden while none is running. Property: `importer`.
 */
#define SAYSO_TYPE_IMPORT_BAR (sayso_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (SaysoImportBar, sayso_import_bar, SAYSO, IMPORT_BAR, AdwBin)

G_END_DECLS
