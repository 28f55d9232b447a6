/* sayso-filter-button.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-filter.h"

G_BEGIN_DECLS

/**
 * SaysoFilterButton:
 *
 * One of the library's filters: a toggle with an icon, a name and the number of items that pass. Properties:
 * `icon-name`, `label`, `count`.
 */
#define SAYSO_TYPE_FILTER_BUTTON (sayso_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (SaysoFilterButton, sayso_filter_button, SAYSO, FILTER_BUTTON, GtkToggleButton)

void sayso_filter_button_set_count (SaysoFilterButton *self, guint count);

G_END_DECLS
