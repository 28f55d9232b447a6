/* sayso-table.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SaysoTable:
 *
 * A table of language knowledge: lines of cells between tabs, `#` before comments, read once from a resource
 * and never freed. A cell that a line lacks is empty.
 */
typedef struct _SaysoTable SaysoTable;

SaysoTable *sayso_table_load (GResource *resource, const char *name);
const SaysoTable *sayso_table_get_shared (GResource *resource, const char *name);
guint sayso_table_get_n_rows (const SaysoTable *self);
const char *sayso_table_get (const SaysoTable *self, guint row, guint column);
gboolean sayso_table_find (const SaysoTable *self, const char *key, guint *row);
gboolean sayso_table_cell_has (const char *cell, const char *word);

G_END_DECLS
