/* sayso-find-bar.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-find-bar.h"

#include <glib/gi18n.h>

#include "sayso-article-hits.h"

/* More than anybody goes through. */
#define MAX_HITS 5000

struct _SaysoFindBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;

  SaysoArticleText *text; /* weak */
  gint64 article;         /* in which the hits are */
  guint hit;
  guint from; /* where the reader was when the search began */
};

G_DEFINE_FINAL_TYPE (SaysoFindBar, sayso_find_bar, GTK_TYPE_WIDGET)

static guint
get_n_hits (SaysoFindBar *self)
{
  GArray *hits = self->text == NULL ? NULL : sayso_article_text_get_hits (self->text);

  return hits == NULL ? 0 : hits->len;
}

static void
update_count (SaysoFindBar *self)
{
  guint n = get_n_hits (self);
  g_autofree char *words = NULL;

  if (*gtk_editable_get_text (self->entry) == '\0')
    words = g_strdup ("");
  else if (n == 0)
    words = g_strdup (_ ("Not found"));
  else if (n == MAX_HITS)
    /* Translators: which hit the reader is at, of more than can be counted: "3 of 5000+" */
    words = g_strdup_printf (_ ("%u of %u+"), self->hit + 1, n);
  else
    /* Translators: which hit the reader is at: "3 of 12" */
    words = g_strdup_printf (_ ("%u of %u"), self->hit + 1, n);

  gtk_label_set_text (self->count, words);
  if (*words != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
  if (n == 0 && *words != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
go_to (SaysoFindBar *self, guint hit)
{
  self->hit = hit;
  sayso_article_text_go_to_hit (self->text, hit);
  update_count (self);
}

/* The first hit from where the reader was, else the first of all. */
static void
search (SaysoFindBar *self)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);
  const char *words = gtk_editable_get_text (self->entry);
  g_autoptr (GArray) hits = NULL;
  guint first = 0;

  self->article = content == NULL ? 0 : content->id;
  if (content != NULL && *words != '\0')
    hits = sayso_article_hits_find (content->shown, words, MAX_HITS);
  sayso_article_text_set_hits (self->text, hits);
  if (hits == NULL || hits->len == 0)
    {
      update_count (self);
      return;
    }

  while (first < hits->len && g_array_index (hits, SaysoSpan, first).start < self->from)
    first++;
  go_to (self, first < hits->len ? first : 0);
}

static void
changed (SaysoFindBar *self)
{
  if (self->text != NULL && gtk_search_bar_get_search_mode (self->bar))
    search (self);
}

/**
 * sayso_find_bar_step:
 * @self: a find bar
 * @step: 1 for the next hit, -1 for the one before
 */
void
sayso_find_bar_step (SaysoFindBar *self, int step)
{
  guint n;

  g_return_if_fail (SAYSO_IS_FIND_BAR (self));

  if (!gtk_search_bar_get_search_mode (self->bar))
    {
      sayso_find_bar_open (self);
      return;
    }
  n = get_n_hits (self);
  if (n == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    go_to (self, (self->hit + n + step) % n);
}

static void
next (SaysoFindBar *self)
{
  sayso_find_bar_step (self, 1);
}

static void
previous (SaysoFindBar *self)
{
  sayso_find_bar_step (self, -1);
}

static void
close_bar (SaysoFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/* Closed, nothing is pointed out any more, and the reader is in the text, at the hit. */
static void
mode_changed (SaysoFindBar *self)
{
  if (self->text == NULL)
    return;
  if (gtk_search_bar_get_search_mode (self->bar))
    {
      self->from = sayso_article_text_get_cursor (self->text);
      return;
    }

  sayso_article_text_set_hits (self->text, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Another article: what is looked for is looked for there too. */
static void
text_changed (SaysoFindBar *self)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);

  if (!gtk_search_bar_get_search_mode (self->bar) || content == NULL || content->id == self->article)
    return;
  self->from = 0;
  search (self);
}

/**
 * sayso_find_bar_set_text:
 * @self: a find bar
 * @text: the text to search in; set once
 */
void
sayso_find_bar_set_text (SaysoFindBar *self, SaysoArticleText *text)
{
  g_return_if_fail (SAYSO_IS_FIND_BAR (self));
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (text) && self->text == NULL);

  g_set_weak_pointer (&self->text, text);
  g_signal_connect_object (text, "overview-changed", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
}

/**
 * sayso_find_bar_find:
 * @self: a find bar
 * @words: what to look for
 *
 * Opens the bar and finds the words.
 */
void
sayso_find_bar_find (SaysoFindBar *self, const char *words)
{
  g_return_if_fail (SAYSO_IS_FIND_BAR (self));
  g_return_if_fail (self->text != NULL && words != NULL);

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_editable_set_text (self->entry, words);
  search (self);
}

/**
 * sayso_find_bar_open:
 * @self: a find bar
 *
 * Puts the focus into the bar. Words that are selected in the text are looked for.
 */
void
sayso_find_bar_open (SaysoFindBar *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (SAYSO_IS_FIND_BAR (self));
  g_return_if_fail (self->text != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    {
      g_autofree char *words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

      gtk_search_bar_set_search_mode (self->bar, TRUE);
      self->from = gtk_text_iter_get_offset (&start);
      gtk_editable_set_text (self->entry, words);
    }
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  search (self);
}

static void
sayso_find_bar_dispose (GObject *object)
{
  SaysoFindBar *self = SAYSO_FIND_BAR (object);

  g_clear_weak_pointer (&self->text);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_FIND_BAR);

  G_OBJECT_CLASS (sayso_find_bar_parent_class)->dispose (object);
}

static void
sayso_find_bar_class_init (SaysoFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, SaysoFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SaysoFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, SaysoFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, SaysoFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, next);
  gtk_widget_class_bind_template_callback (widget_class, previous);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed);
  gtk_widget_class_bind_template_callback_full (widget_class, "close", G_CALLBACK (close_bar));
}

static void
sayso_find_bar_init (SaysoFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
}
