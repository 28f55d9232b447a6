/* sayso-article-drag.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-queries.h"

G_BEGIN_DECLS

GdkContentProvider *sayso_article_drag_new (SaysoCasebook *casebook, SaysoArticle *article);

G_END_DECLS
