/* sayso-actors-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_ACTORS_VIEW (sayso_actors_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoActorsView, sayso_actors_view, SAYSO, ACTORS_VIEW, AdwBin)

GtkWidget *sayso_actors_view_new (void);
GVariant *sayso_actors_view_get_state (SaysoActorsView *self);
void sayso_actors_view_set_state (SaysoActorsView *self, GVariant *state);

G_END_DECLS
