/* sayso-article-content.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-mark-index.h"
#include "sayso-pages.h"

G_BEGIN_DECLS

/**
 * SaysoArticleStyle:
 * @SAYSO_STYLE_TITLE: the article's title, where the text begins with it
 * @SAYSO_STYLE_HEADING: a heading within the text
 * @SAYSO_STYLE_ITEM: an item of a list
 * @SAYSO_STYLE_GAP: empty lines between blocks, shown less tall than a line
 * @SAYSO_STYLE_SPACED: a block with no empty line after it, which needs space of its own
 *
 * How a piece of the text is set. Running text has no style.
 */
typedef enum
{
  SAYSO_STYLE_TITLE,
  SAYSO_STYLE_HEADING,
  SAYSO_STYLE_ITEM,
  SAYSO_STYLE_GAP,
  SAYSO_STYLE_SPACED,
  SAYSO_N_STYLES,
} SaysoArticleStyle;

typedef struct
{
  SaysoSpan span;
  SaysoArticleStyle style;
} SaysoStyledSpan;

/**
 * SaysoMarginNote:
 * @start: where in the text what it is on begins
 * @kind: kind of that item
 * @id: the item
 * @text: the note
 * @words: the words that it is on, where it is on no item but the article
 */
typedef struct
{
  guint start;
  SaysoItemKind kind;
  gint64 id;
  char *text;
  SaysoSpan words;
} SaysoMarginNote;

/**
 * SaysoArticleContent:
 * @id: the article
 * @article: its metadata
 * @text: its text
 * @shown: the same, as a text buffer takes it: code point for code point, with what it cannot hold replaced
 * @styles: (element-type SaysoStyledSpan): how the text is set
 * @has_title: whether the text begins with the title
 * @marks: its marks
 * @pages: (element-type SaysoPage): the pages of the document it was taken from
 * @notes: (element-type SaysoMarginNote): the notes on it and on what stands in it, in the order of the text
 *
 * All that the article pane shows, loaded at once. Immutable and reference counted.
 */
typedef struct
{
  gint64 id;
  SaysoArticle *article;
  SaysoText *text;
  char *shown;
  GArray *styles;
  gboolean has_title;
  SaysoMarkIndex *marks;
  GArray *pages;
  GArray *notes;
} SaysoArticleContent;

SaysoArticleContent *sayso_article_content_new (gint64 id, SaysoArticle *article, SaysoText *text, GArray *blocks,
                                                GArray *marks);
SaysoArticleContent *sayso_article_content_load (SaysoCasebook *casebook, gint64 id, GError **error);
void sayso_article_content_load_async (SaysoCasebook *casebook, gint64 id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
SaysoArticleContent *sayso_article_content_load_finish (GAsyncResult *result, GError **error);
SaysoArticleContent *sayso_article_content_ref (SaysoArticleContent *self);
void sayso_article_content_unref (SaysoArticleContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoArticleContent, sayso_article_content_unref)

G_END_DECLS
