/* sayso-article-row.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoArticleRow:
 *
 * An article in the library: title, outlet and date, and how many claims were found in it. Property: `article`.
 */
#define SAYSO_TYPE_ARTICLE_ROW (sayso_article_row_get_type ())
G_DECLARE_FINAL_TYPE (SaysoArticleRow, sayso_article_row, SAYSO, ARTICLE_ROW, AdwBin)

GtkWidget *sayso_article_row_new (void);
SaysoArticle *sayso_article_row_get_article (SaysoArticleRow *self);
void sayso_article_row_set_article (SaysoArticleRow *self, SaysoArticle *article);
char *sayso_article_describe (SaysoArticle *article);

G_END_DECLS
