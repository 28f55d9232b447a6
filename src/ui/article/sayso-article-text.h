/* sayso-article-text.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-article-content.h"

G_BEGIN_DECLS

/**
 * SaysoArticleText:
 *
 * An article to read, with its marks. The text is set to a measure and never moves when marks come and go. Marks are
 * drawn, not tagged: where they lie is found out for the paragraphs in view only, and kept as render nodes.
 *
 * Signals: `mark-reached (index)`: the reader went to a mark by keyboard; `mark-activated (index)`: the reader chose
 * one, or with %SAYSO_NONE none any more; `note-activated (kind, id)`: the reader chose the note on an item;
 * `extent-changed (index, was_start, was_end, start, end)`: the reader moved an end of a mark;
 * `overview-changed`: what an overview of the text shows is another.
 */
#define SAYSO_TYPE_ARTICLE_TEXT (sayso_article_text_get_type ())
G_DECLARE_FINAL_TYPE (SaysoArticleText, sayso_article_text, SAYSO, ARTICLE_TEXT, GtkTextView)

/* What a mark is, in a line; (transfer full) (nullable). */
typedef char *(*SaysoDescribeMark) (const SaysoMark *mark, gpointer data);

void sayso_article_text_set_describe (SaysoArticleText *self, SaysoDescribeMark describe, gpointer data);
void sayso_article_text_set_content (SaysoArticleText *self, SaysoArticleContent *content);
SaysoArticleContent *sayso_article_text_get_content (SaysoArticleText *self);
void sayso_article_text_set_dated (SaysoArticleText *self, gboolean dated);
void sayso_article_text_set_shown (SaysoArticleText *self, SaysoMarkSet shown);
void sayso_article_text_set_correctable (SaysoArticleText *self, gboolean correctable);
void sayso_article_text_set_selected (SaysoArticleText *self, SaysoItemKind kind, gint64 id);
void sayso_article_text_set_spotlight (SaysoArticleText *self, SaysoSpan span);
SaysoMarkSet sayso_article_text_get_shown (SaysoArticleText *self);
void sayso_article_text_set_hits (SaysoArticleText *self, GArray *hits);
GArray *sayso_article_text_get_hits (SaysoArticleText *self);
void sayso_article_text_go_to_hit (SaysoArticleText *self, guint index);
gboolean sayso_article_text_is_in_view (SaysoArticleText *self, SaysoSpan span);
void sayso_article_text_go_to (SaysoArticleText *self, SaysoSpan span);
void sayso_article_text_go_to_mark (SaysoArticleText *self, guint index);
void sayso_article_text_get_selection_area (SaysoArticleText *self, GtkWidget *ancestor, GdkRectangle *area);
guint sayso_article_text_get_place (SaysoArticleText *self);
guint sayso_article_text_get_cursor (SaysoArticleText *self);
guint sayso_article_text_get_mark_at (SaysoArticleText *self, double x, double y);
guint sayso_article_text_get_mark_at_cursor (SaysoArticleText *self);
const SaysoMarginNote *sayso_article_text_get_note_at (SaysoArticleText *self, double x, double y, char **words);
gboolean sayso_article_text_step (SaysoArticleText *self, SaysoMarkSet kinds, int step);

G_END_DECLS
