/* sayso-article-view-actions.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-view-private.h"

#include "sayso-mark-words.h"

void
sayso_article_view_forget_hint (SaysoArticleView *self)
{
  self->hinted = NULL;
  g_clear_pointer (&self->hint, g_free);
}

static void
mark_activated (SaysoArticleView *self, guint index)
{
  const SaysoIndexedMark *it = sayso_article_view_get_mark (self, index);

  if (self->session == NULL)
    return;

  self->selecting = TRUE;
  if (it == NULL)
    sayso_session_select (self->session, SAYSO_ITEM_NONE, 0, FALSE);
  else
    sayso_session_select (self->session, it->mark.kind, it->mark.id, TRUE);
  self->selecting = FALSE;
}

/**
 * sayso_article_view_has_selection:
 * @self: a view
 *
 * Returns: whether words of the article are selected
 */
gboolean
sayso_article_view_has_selection (SaysoArticleView *self)
{
  g_return_val_if_fail (SAYSO_IS_ARTICLE_VIEW (self), FALSE);

  return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
}

/**
 * sayso_article_view_get_place:
 * @self: a view
 *
 * Returns: where the reader is in the article, in characters
 */
guint
sayso_article_view_get_place (SaysoArticleView *self)
{
  g_return_val_if_fail (SAYSO_IS_ARTICLE_VIEW (self), 0);

  return sayso_article_text_get_content (self->text) == NULL ? 0 : sayso_article_text_get_place (self->text);
}

/**
 * sayso_article_view_set_place:
 * @self: a view
 * @place: where to bring the reader in the next article that is shown
 */
void
sayso_article_view_set_place (SaysoArticleView *self, guint place)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_VIEW (self));

  self->pending_place = place;
}

static void
set_date (SaysoArticleView *self)
{
  sayso_published_button_open (self->published);
}

static void
note_activated (SaysoArticleView *self, int kind, gint64 id)
{
  if (self->session == NULL)
    return;

  self->selecting = TRUE;
  sayso_session_select (self->session, kind, id, FALSE);
  self->selecting = FALSE;
}

static void
mark_reached (SaysoArticleView *self, guint index)
{
  const SaysoIndexedMark *it = sayso_article_view_get_mark (self, index);
  g_autoptr (SaysoItem) item = NULL;
  g_autofree char *words = NULL;

  if (it == NULL || self->session == NULL)
    return;

  item = sayso_article_view_get_item (self, &it->mark);
  if (item == NULL)
    return;

  words = sayso_mark_announcement (&it->mark, item, sayso_article_text_get_content (self->text)->text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->text), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* For assistive technologies. */
char *
sayso_article_view_describe (const SaysoMark *mark, gpointer data)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (data);
  g_autoptr (SaysoItem) item = self->session == NULL ? NULL : sayso_article_view_get_item (self, mark);

  return item == NULL ? NULL : sayso_mark_hint (mark, item);
}

static gboolean
query_tooltip (SaysoArticleView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  guint index =
      keyboard ? sayso_article_text_get_mark_at_cursor (self->text) : sayso_article_text_get_mark_at (self->text, x, y);
  const SaysoIndexedMark *it = sayso_article_view_get_mark (self, index);
  g_autofree char *note = NULL;

  if (!keyboard && sayso_article_text_get_note_at (self->text, x, y, &note) != NULL)
    {
      gtk_tooltip_set_text (tooltip, note);
      return TRUE;
    }
  if (it == NULL || self->session == NULL)
    return FALSE;

  if (it != self->hinted)
    {
      g_autoptr (SaysoItem) item = sayso_article_view_get_item (self, &it->mark);

      sayso_article_view_forget_hint (self);
      if (item == NULL)
        return FALSE;
      self->hint = sayso_mark_hint (&it->mark, item);
      self->hinted = it;
    }
  gtk_tooltip_set_text (tooltip, self->hint);

  return TRUE;
}

static void
step_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  sayso_article_text_step (self->text, SAYSO_MARKS_ALL, g_str_equal (action, "article.next-mark") ? 1 : -1);
}

static void
show_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);
  SaysoMarkPill *pills[] = { self->times, self->actors, self->events, self->claims };

  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pills[i]), g_str_equal (action, "article.show-all"));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);

  if (g_str_equal (action, "article.find"))
    sayso_find_bar_open (self->find_bar);
  else
    sayso_find_bar_step (self->find_bar, g_str_equal (action, "article.find-next") ? 1 : -1);
}

/* The open article stays where it can be seen, and the reader goes on to another. */
static void
beside_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);

  if (self->session != NULL)
    sayso_session_set_beside (self->session, g_str_equal (action, "article.keep-beside")
                                                 ? sayso_session_get_article (self->session)
                                                 : 0);
}

void
sayso_article_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.next-mark", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "article.previous-mark", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "article.show-all", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "article.hide-all", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "article.keep-beside", NULL, beside_action);
  gtk_widget_class_install_action (widget_class, "article.close-beside", NULL, beside_action);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "article.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "article.find-previous", NULL, find_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "article.show-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.hide-all",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "article.show-rejected", NULL);

  gtk_widget_class_bind_template_callback (widget_class, mark_activated);
  gtk_widget_class_bind_template_callback (widget_class, mark_reached);
  gtk_widget_class_bind_template_callback (widget_class, note_activated);
  gtk_widget_class_bind_template_callback (widget_class, set_date);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip);
}
