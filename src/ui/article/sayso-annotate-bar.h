/* sayso-annotate-bar.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-article-text.h"

G_BEGIN_DECLS

/**
 * SaysoAnnotateBar:
 *
 * A small bar beside words that were just selected, with what can be made of them: each activates `article.annotate`.
 * It takes no focus, so that the selection can go on; it comes when the selection rests, and goes with it.
 */
#define SAYSO_TYPE_ANNOTATE_BAR (sayso_annotate_bar_get_type ())
G_DECLARE_FINAL_TYPE (SaysoAnnotateBar, sayso_annotate_bar, SAYSO, ANNOTATE_BAR, GtkPopover)

SaysoAnnotateBar *sayso_annotate_bar_new (SaysoArticleText *text, GtkWidget *parent);

G_END_DECLS
