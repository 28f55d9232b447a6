/* sayso-cli-table.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SAYSO_CLI_MAX_COLUMNS 9

/**
 * SaysoCliTable:
 *
 * Rows of text in aligned columns. The last column is never padded; on a terminal the flexible one gives way, so that
 * a row keeps to its line.
 */
typedef struct _SaysoCliTable SaysoCliTable;

SaysoCliTable *sayso_cli_table_new (const char *const *headings, guint flexible);
void sayso_cli_table_add (SaysoCliTable *self, const char *const *cells);
void sayso_cli_table_print (SaysoCliTable *self);
void sayso_cli_table_free (SaysoCliTable *self);
char *sayso_cli_tame (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoCliTable, sayso_cli_table_free)

G_END_DECLS
