/* sayso-find-bar.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-article-text.h"

G_BEGIN_DECLS

/**
 * SaysoFindBar:
 *
 * Finds words in the article that is read, as they are typed. The hits are pointed out in the text and counted; the
 * reader goes from one to the next, around the end to the beginning.
 */
#define SAYSO_TYPE_FIND_BAR (sayso_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (SaysoFindBar, sayso_find_bar, SAYSO, FIND_BAR, GtkWidget)

void sayso_find_bar_set_text (SaysoFindBar *self, SaysoArticleText *text);
void sayso_find_bar_open (SaysoFindBar *self);
void sayso_find_bar_find (SaysoFindBar *self, const char *words);
void sayso_find_bar_step (SaysoFindBar *self, int step);

G_END_DECLS
