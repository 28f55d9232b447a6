/* sayso-mark-words.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

char *sayso_mark_hint (const SaysoMark *mark, SaysoItem *item);
char *sayso_mark_announcement (const SaysoMark *mark, SaysoItem *item, SaysoText *text);
char *sayso_published_to_words (const char *published);

G_END_DECLS
