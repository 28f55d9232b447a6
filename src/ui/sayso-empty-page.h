/* sayso-empty-page.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-importer.h"

G_BEGIN_DECLS

/**
 * SaysoEmptyPage:
 *
 * What a window shows that has no casebook yet. Property: `importer`, for its progress.
 */
#define SAYSO_TYPE_EMPTY_PAGE (sayso_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (SaysoEmptyPage, sayso_empty_page, SAYSO, EMPTY_PAGE, AdwBin)

GMenu *sayso_empty_page_get_recent_menu (SaysoEmptyPage *self);

G_END_DECLS
