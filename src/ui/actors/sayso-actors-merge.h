/* sayso-actors-merge.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-scope.h"
#include "sayso-session.h"

G_BEGIN_DECLS

void sayso_actors_ask_merge (GtkWidget *parent, SaysoSession *session, SaysoGraphData *data, gint64 actor, gint64 into);
void sayso_actors_ask_split (GtkWidget *parent, SaysoSession *session, gint64 actor);
void sayso_actors_keep_apart (SaysoSession *session, gint64 actor, gint64 other);
void sayso_actors_dispute (SaysoSession *session, gint64 actor, gint64 other);

G_END_DECLS
