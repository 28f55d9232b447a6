/* sayso-finding-row.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-finding.h"

G_BEGIN_DECLS

/**
 * SaysoFindingRow:
 *
 * A hit of a search: what was found, and a piece of the text around it with the words that were looked for.
 */
#define SAYSO_TYPE_FINDING_ROW (sayso_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (SaysoFindingRow, sayso_finding_row, SAYSO, FINDING_ROW, AdwBin)

GtkWidget *sayso_finding_row_new (void);
void sayso_finding_row_set_finding (SaysoFindingRow *self, SaysoFinding *finding);

G_END_DECLS
