/* sayso-time-boundaries.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reading.h"
#include "sayso-time-tokens.h"

G_BEGIN_DECLS

gboolean sayso_time_stands_alone (SaysoText *text, const SaysoTimeToken *head, const SaysoTimeToken *tail);
guint8 *sayso_time_find_breaks (GArray *tokens, SaysoReading *reading);

G_END_DECLS
