/* sayso-states.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "sayso-connection.h"

G_BEGIN_DECLS

void sayso_states_change (SaysoConnection *db, JsonArray *states, const char *row, gint64 id, const char *becomes);
char *sayso_states_get (SaysoConnection *db, const char *row, gint64 id);
void sayso_states_follow (SaysoConnection *db, JsonArray *states);
void sayso_states_undo (SaysoConnection *db, JsonArray *states);
void sayso_states_redo (SaysoConnection *db, JsonArray *states);

G_END_DECLS
