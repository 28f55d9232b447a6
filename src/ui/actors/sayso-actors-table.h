/* sayso-actors-table.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-graph-scope.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoActorsTable:
 *
 * The actors as a table, and below it the relations of the one that is selected, or all: the twin of the graph for
 * those who read lists, and for screen readers. It shows the same data through the same choice of kinds.
 */
#define SAYSO_TYPE_ACTORS_TABLE (sayso_actors_table_get_type ())
G_DECLARE_FINAL_TYPE (SaysoActorsTable, sayso_actors_table, SAYSO, ACTORS_TABLE, AdwBin)

void sayso_actors_table_set_session (SaysoActorsTable *self, SaysoSession *session);
void sayso_actors_table_set_data (SaysoActorsTable *self, SaysoGraphData *data, const SaysoGraphScope *scope);

G_END_DECLS
