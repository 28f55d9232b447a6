/* sayso-alike.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

SaysoCommand *sayso_alike_decide (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, SaysoStanding standing,
                                  guint *n_items, GError **error);
void sayso_alike_submit (SaysoSession *session, SaysoItemKind kind, gint64 id, SaysoStanding standing);

G_END_DECLS
