/* sayso-date-words.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-bounds.h"

G_BEGIN_DECLS

char *sayso_bounds_to_words (const SaysoBounds *self);
char *sayso_bounds_to_long_words (const SaysoBounds *self);
char *sayso_iso_to_words (const char *iso);
char *sayso_seconds_format (gint64 seconds, const char *format);

G_END_DECLS
