/* sayso-act-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-command-private.h"

G_BEGIN_DECLS

void sayso_act_move (SaysoConnection *db, gint64 article, gboolean whole, gint64 was, gint64 becomes);
gboolean sayso_act_find_article (SaysoConnection *db, gint64 article, gint64 *gone, JsonObject *what,
                                 const char *published);

gint64 sayso_reread_published (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
gint64 sayso_reread_redate (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_reread_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_reread_redo (SaysoConnection *db, gint64 entry, JsonObject *what);

G_END_DECLS
