/* sayso-excerpt.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-text.h"

G_BEGIN_DECLS

char *sayso_excerpt (const char *sentence, SaysoSpan *span, guint max_chars);

G_END_DECLS
