/* sayso-article-hits.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-text.h"

G_BEGIN_DECLS

GArray *sayso_article_hits_find (const char *text, const char *words, guint max_hits);

G_END_DECLS
