/* sayso-article-view-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-annotate-bar.h"
#include "sayso-annotate-form.h"
#include "sayso-article-text.h"
#include "sayso-article-view.h"
#include "sayso-density-strip.h"
#include "sayso-find-bar.h"
#include "sayso-mark-pill.h"
#include "sayso-published-button.h"

G_BEGIN_DECLS

/* The pane is split by aspect: sayso-article-view.c shows an article and follows the session; -actions.c: what the
 * reader does in it; -annotate.c: what the reader adds; -print.c:
 * paper and PDF. */
struct _SaysoArticleView
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  AdwStatusPage *error_page;
  SaysoMarkPill *times;
  SaysoMarkPill *actors;
  SaysoMarkPill *events;
  SaysoMarkPill *claims;
  SaysoPublishedButton *published;
  SaysoArticleText *text;
  SaysoFindBar *find_bar;
  SaysoDensityStrip *strip;

  GtkWidget *beside_bar;
  AdwBanner *undated;
  GtkWidget *bar;
  GtkWidget *form; /* nullable: made when it is first opened */
  AdwWindowTitle *beside_title;

  /* Owned */
  SaysoSession *session;
  gboolean beside; /* shows the article that is kept beside the open one */
  GCancellable *loading;
  guint patience;

  /* What to go to once the article is there. */
  SaysoItemKind pending_kind;
  gint64 pending_id;
  SaysoSpan pending_passage;
  guint pending_place;

  gboolean wants_focus; /* once there is something to read */

  /* While this view is what selects, the text stays where it is. */
  gboolean selecting;

  /* The mark that was last hinted at, and the words. */
  const SaysoIndexedMark *hinted;
  char *hint;
};

SaysoItem *sayso_article_view_get_item (SaysoArticleView *self, const SaysoMark *mark);
const SaysoIndexedMark *sayso_article_view_get_mark (SaysoArticleView *self, guint index);

/* -actions.c */
void sayso_article_view_install_actions (GtkWidgetClass *widget_class);
void sayso_article_view_forget_hint (SaysoArticleView *self);
char *sayso_article_view_describe (const SaysoMark *mark, gpointer data);

/* -annotate.c */
void sayso_article_view_install_annotate (GtkWidgetClass *widget_class);
void sayso_article_view_init_annotate (SaysoArticleView *self);
void sayso_article_view_forget_annotate (SaysoArticleView *self);
GtkWidget *sayso_article_view_get_form (SaysoArticleView *self);
void sayso_article_view_annotate (SaysoArticleView *self, SaysoAnnotation annotation);

/* -print.c */
void sayso_article_view_install_print (GtkWidgetClass *widget_class);

G_END_DECLS
