/* sayso-sourcing.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extraction.h"

G_BEGIN_DECLS

guint sayso_sourcing_level (SaysoSourceKind kind, gboolean several);
const char *sayso_sourcing_words (guint level);

G_END_DECLS
