/* sayso-mark-pill.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoMarkPill:
 *
 * Legend and filter of one `kind` of mark: its name drawn as such a mark, how many there are, and a switch that shows
 * or hides them.
 */
#define SAYSO_TYPE_MARK_PILL (sayso_mark_pill_get_type ())
G_DECLARE_FINAL_TYPE (SaysoMarkPill, sayso_mark_pill, SAYSO, MARK_PILL, GtkToggleButton)

SaysoItemKind sayso_mark_pill_get_kind (SaysoMarkPill *self);
void sayso_mark_pill_set_count (SaysoMarkPill *self, guint count);

G_END_DECLS
