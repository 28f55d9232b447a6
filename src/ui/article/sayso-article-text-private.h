/* sayso-article-text-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-article-text.h"
#include "sayso-mark-painter.h"

G_BEGIN_DECLS

struct _SaysoArticleText
{
  GtkTextView parent_instance;

  /* Template */
  GtkWidget *header;
  GtkLabel *imprint;
  GtkLabel *title;

  /* Owned */
  SaysoArticleContent *content;
  GHashTable *paragraphs; /* line → SaysoParagraph; those that were in view since the text was last laid out */
  AdwAnimation *fade;
  GArray *hits; /* nullable (element-type SaysoSpan): what the reader looks for */

  /* By the buffer */
  GtkTextTag *leading;
  GtkTextTag *spotlight;
  GtkTextTag *found_now;
  GtkTextTag *tags[SAYSO_N_STYLES];

  SaysoDescribeMark describe;
  gpointer describe_data;
  SaysoMarkLook look;
  SaysoMarkSet shown;
  double from[SAYSO_N_PAINTS]; /* how much of each kind shows: where a fade starts, and now */
  double now[SAYSO_N_PAINTS];
  SaysoSpan wanted; /* where to scroll, while going there takes more than one step */
  gint64 wanted_until;
  double scrolled;
  guint going;
  guint current;     /* the mark that the cursor was last taken to */
  guint held;        /* the mark of what is selected whose ends can be moved */
  SaysoSpan extent;  /* its ends, also where they are not read anew yet */
  SaysoSpan dragged; /* its ends before one was dragged */
  guint hit;         /* the hit that the reader was last taken to */
  GdkRectangle header_area;
  int width;
  int column;
  gboolean dated;
  gboolean correctable; /* whether ends of marks can be moved here */
  gboolean dragging;
  gboolean drags_end; /* and not the start */
};

void sayso_article_text_accessible_init (GtkAccessibleTextInterface *iface);
void sayso_article_text_update_type (SaysoArticleText *self);
void sayso_article_text_update_colors (SaysoArticleText *self);
void sayso_article_text_create_tags (SaysoArticleText *self);
void sayso_article_text_class_install_keys (GtkWidgetClass *widget_class);
void sayso_article_text_add_click (SaysoArticleText *self);
void sayso_article_text_get_span (SaysoArticleText *self, SaysoSpan span, GtkTextIter *start, GtkTextIter *end);
void sayso_article_text_forget_layout (SaysoArticleText *self);
void sayso_article_text_forget_nodes (SaysoArticleText *self);
void sayso_article_text_snapshot_hits (SaysoArticleText *self, GtkSnapshot *snapshot);
void sayso_article_text_snapshot_notes (SaysoArticleText *self, GtkSnapshot *snapshot);
void sayso_article_text_snapshot_pages (SaysoArticleText *self, GtkSnapshot *snapshot);
void sayso_article_text_snapshot_marks (SaysoArticleText *self, GtkTextViewLayer layer, GtkSnapshot *snapshot);
void sayso_article_text_hold (SaysoArticleText *self, guint index);
void sayso_article_text_hold_again (SaysoArticleText *self, const SaysoMark *before);
void sayso_article_text_snapshot_extent (SaysoArticleText *self, GtkSnapshot *snapshot);
gboolean sayso_article_text_step_extent (SaysoArticleText *self, gboolean end, int step);
gboolean sayso_article_text_cancel_extent (SaysoArticleText *self);
void sayso_article_text_add_drag (SaysoArticleText *self);
guint sayso_article_text_get_gutter_mark_at (SaysoArticleText *self, int x, int y);

G_END_DECLS
