/* sayso-fact-row.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoFactRow:
 *
 * One thing known of an item: what it is, small, and its value below. Leads to another item where there is one.
 */
#define SAYSO_TYPE_FACT_ROW (sayso_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (SaysoFactRow, sayso_fact_row, SAYSO, FACT_ROW, AdwActionRow)

GtkWidget *sayso_fact_row_new (const char *icon_name, const char *name, const char *value);
void sayso_fact_row_set_target (SaysoFactRow *self, SaysoItemKind kind, gint64 id);
SaysoItemKind sayso_fact_row_get_target (SaysoFactRow *self, gint64 *id);
void sayso_fact_row_set_copy (SaysoFactRow *self, const char *text);

G_END_DECLS
