/* sayso-grouping.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-telling.h"

G_BEGIN_DECLS

GPtrArray *sayso_grouping_read (SaysoConnection *db, const char *query, const char *input, gint64 value);
void sayso_grouping_break_story (SaysoConnection *db, gint64 story, GHashTable *touched);
void sayso_grouping_divide (SaysoConnection *db, GHashTable *touched);

G_END_DECLS
