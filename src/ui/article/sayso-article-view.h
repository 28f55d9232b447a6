/* sayso-article-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_ARTICLE_VIEW (sayso_article_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoArticleView, sayso_article_view, SAYSO, ARTICLE_VIEW, AdwBin)

GtkWidget *sayso_article_view_new (void);

gboolean sayso_article_view_has_selection (SaysoArticleView *self);
guint sayso_article_view_get_place (SaysoArticleView *self);
void sayso_article_view_set_place (SaysoArticleView *self, guint place);

G_END_DECLS
