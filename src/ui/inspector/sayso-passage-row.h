/* sayso-passage-row.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoPassageRow:
 *
 * A sentence that an item rests on, with what matters in it set off, and where it stands.
 */
#define SAYSO_TYPE_PASSAGE_ROW (sayso_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (SaysoPassageRow, sayso_passage_row, SAYSO, PASSAGE_ROW, AdwPreferencesRow)

GtkWidget *sayso_passage_row_new (const SaysoPassage *passage, SaysoItemKind kind);
gint64 sayso_passage_row_get_place (SaysoPassageRow *self, SaysoSpan *span);

G_END_DECLS
