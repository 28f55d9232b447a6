/* sayso-article-row.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-row.h"

#include <glib/gi18n.h>

#include "sayso-date-words.h"
#include "sayso-locale.h"

struct _SaysoArticleRow
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title;
  GtkLabel *caption;
  GtkLabel *count;

  /* Owned */
  SaysoArticle *article;
};

G_DEFINE_FINAL_TYPE (SaysoArticleRow, sayso_article_row, ADW_TYPE_BIN)

GtkWidget *
sayso_article_row_new (void)
{
  return g_object_new (SAYSO_TYPE_ARTICLE_ROW, NULL);
}

static void
sayso_article_row_dispose (GObject *object)
{
  SaysoArticleRow *self = SAYSO_ARTICLE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_ARTICLE_ROW);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (sayso_article_row_parent_class)->dispose (object);
}

static void
sayso_article_row_class_init (SaysoArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_article_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleRow, count);
}

static void
sayso_article_row_init (SaysoArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_article_describe:
 * @article: an article
 *
 * Returns: (transfer full): its outlet and date in few words: "Quay Courier · 1 Nov 2017"
 */
char *
sayso_article_describe (SaysoArticle *article)
{
  g_autofree char *date = NULL;
  const char *who;

  g_return_val_if_fail (SAYSO_IS_ARTICLE (article), NULL);

  who = article->outlet != NULL ? article->outlet : article->byline;
  date = article->published != NULL ? sayso_iso_to_words (article->published) : NULL;

  if (who != NULL && date != NULL)
    return sayso_join (who, date, NULL);
  if (date != NULL)
    return g_steal_pointer (&date);

  return g_strdup (who != NULL ? who : _ ("No date"));
}

SaysoArticle *
sayso_article_row_get_article (SaysoArticleRow *self)
{
  g_return_val_if_fail (SAYSO_IS_ARTICLE_ROW (self), NULL);

  return self->article;
}

void
sayso_article_row_set_article (SaysoArticleRow *self, SaysoArticle *article)
{
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;
  g_autofree char *claims = NULL;
  const char *title;

  g_return_if_fail (SAYSO_IS_ARTICLE_ROW (self));
  g_return_if_fail (article == NULL || SAYSO_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article) || article == NULL)
    return;

  title = sayso_item_get_title (SAYSO_ITEM (article));
  caption = sayso_article_describe (article);
  count = g_strdup_printf ("%u", article->n_claims);
  claims = g_strdup_printf (ngettext ("%u claim", "%u claims", article->n_claims), article->n_claims);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), article->n_claims > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), claims);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
}
