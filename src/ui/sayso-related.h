/* sayso-related.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_RELATED (sayso_related_get_type ())
G_DECLARE_FINAL_TYPE (SaysoRelated, sayso_related, SAYSO, RELATED, GObject)

SaysoRelated *sayso_related_new (SaysoSession *session);
gboolean sayso_related_has (SaysoRelated *self, SaysoItemKind kind, gint64 id);

G_END_DECLS
