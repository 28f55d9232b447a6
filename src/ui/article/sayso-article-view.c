/* sayso-article-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-view-private.h"

/* An article that is there sooner is shown without a spinner before it. */
#define PATIENCE_MILLISECONDS 250

/* As many places of an item are looked at to find one in the open article. */
#define MAX_PASSAGES 200

enum
{
  PROP_SESSION = 1,
  PROP_SHOW_REJECTED,
  PROP_BESIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint page_shown;

G_DEFINE_FINAL_TYPE (SaysoArticleView, sayso_article_view, ADW_TYPE_BIN)

GtkWidget *
sayso_article_view_new (void)
{
  return g_object_new (SAYSO_TYPE_ARTICLE_VIEW, NULL);
}

/* -- items --------------------------------------------------------------------------------------------------------- */

SaysoItem *
sayso_article_view_get_item (SaysoArticleView *self, const SaysoMark *mark)
{
  g_autoptr (GError) error = NULL;
  SaysoItem *item = sayso_casebook_get (sayso_session_get_casebook (self->session), mark->kind, mark->id, &error);

  /* It may just have gone; then the marks will, as soon as they are read anew. */
  if (item == NULL)
    g_debug ("No item for a mark: %s", error->message);

  return item;
}

const SaysoIndexedMark *
sayso_article_view_get_mark (SaysoArticleView *self, guint index)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);

  return content == NULL || index == SAYSO_NONE ? NULL : sayso_mark_index_get (content->marks, index);
}

/* Where in the open article an item stands that has no mark of its own, as a relation. */
static gboolean
find_passage (SaysoArticleView *self, SaysoItemKind kind, gint64 id, gint64 article, SaysoSpan *span)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) passages =
      sayso_casebook_get_evidence (sayso_session_get_casebook (self->session), kind, id, MAX_PASSAGES, &error);

  if (passages == NULL)
    {
      g_warning ("Cannot find what item %" G_GINT64_FORMAT " rests on: %s", id, error->message);
      return FALSE;
    }

  for (guint i = 0; i < passages->len; i++)
    {
      const SaysoPassage *passage = &g_array_index (passages, SaysoPassage, i);

      if (passage->article != article)
        continue;
      *span = passage->span;
      return TRUE;
    }

  return FALSE;
}

static void
go_to_item (SaysoArticleView *self, SaysoItemKind kind, gint64 id)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);
  SaysoSpan span;
  guint index;

  if (content == NULL || kind == SAYSO_ITEM_NONE || kind == SAYSO_ITEM_ARTICLE)
    return;

  index = sayso_mark_index_find_item (content->marks, kind, id, sayso_article_text_get_cursor (self->text));
  if (index != SAYSO_NONE)
    {
      sayso_article_text_go_to_mark (self->text, index);
      return;
    }

  if (!find_passage (self, kind, id, content->id, &span))
    return;
  sayso_article_text_set_spotlight (self->text, span);
  sayso_article_text_go_to (self->text, span);
}

static void
go_to_pending (SaysoArticleView *self)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);
  SaysoItemKind kind = self->pending_kind;
  SaysoSpan span = self->pending_passage;

  self->pending_kind = SAYSO_ITEM_NONE;
  self->pending_passage = SAYSO_SPAN (0, 0);
  if (content != NULL && self->pending_place > 0)
    {
      sayso_article_text_go_to (self->text, SAYSO_SPAN (self->pending_place, self->pending_place + 1));
      self->pending_place = 0;
    }
  go_to_item (self, kind, self->pending_id);
  if (content == NULL || span.start >= span.end || span.end > sayso_text_get_chars (content->text))
    return;

  /* Others are set off at this place already: they are selected. */
  kind = sayso_session_get_selected_kind (self->session);
  if (kind == SAYSO_ITEM_ACTOR || kind == SAYSO_ITEM_RELATION)
    sayso_article_text_set_spotlight (self->text, span);
  sayso_article_text_go_to (self->text, span);
}

/* -- content ------------------------------------------------------------------------------------------------------- */

static void
show_page (SaysoArticleView *self, const char *page)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, page);
  g_signal_emit (self, page_shown, 0);
}

static void
show_content (SaysoArticleView *self, SaysoArticleContent *content)
{
  SaysoMarkPill *pills[] = { self->times, self->actors, self->events, self->claims };

  sayso_article_view_forget_hint (self);
  sayso_article_text_set_content (self->text, content);
  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    sayso_mark_pill_set_count (pills[i],
                               sayso_mark_index_count_items (content->marks, sayso_mark_pill_get_kind (pills[i])));
  sayso_published_button_set_article (self->published, self->session, content->article);
  adw_banner_set_revealed (self->undated, content->article->published == NULL && content->article->n_times > 0);
  adw_window_title_set_title (self->beside_title, sayso_item_get_title (SAYSO_ITEM (content->article)));
  adw_window_title_set_subtitle (self->beside_title, content->article->outlet != NULL ? content->article->outlet : "");
  show_page (self, "article");
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
  self->wants_focus = FALSE;
}

static void
show_nothing (SaysoArticleView *self)
{
  self->pending_kind = SAYSO_ITEM_NONE;
  self->pending_passage = SAYSO_SPAN (0, 0);
  sayso_article_view_forget_hint (self);
  sayso_article_text_set_content (self->text, NULL);
  sayso_published_button_set_article (self->published, NULL, NULL);
  show_page (self, "empty");
  if (self->beside && self->session != NULL)
    sayso_session_set_beside (self->session, 0);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoArticleView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoArticleContent) content = sayso_article_content_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);

  /* It was taken out of the casebook while it was open. */
  if (g_error_matches (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND))
    {
      show_nothing (self);
      return;
    }
  if (content == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      show_page (self, "error");
      return;
    }

  show_content (self, content);
  go_to_pending (self);
}

static void
wait_for_it (gpointer user_data)
{
  SaysoArticleView *self = user_data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
cancel (SaysoArticleView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->patience, g_source_remove);
}

static gint64
get_article (SaysoArticleView *self)
{
  if (self->session == NULL)
    return 0;

  return self->beside ? sayso_session_get_beside (self->session) : sayso_session_get_article (self->session);
}

/* Reads the open article, or reads it anew. */
static void
load (SaysoArticleView *self)
{
  gint64 article = get_article (self);
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);

  cancel (self);
  if (article == 0)
    {
      show_nothing (self);
      return;
    }

  if (content == NULL || content->id != article)
    self->patience = g_timeout_add_once (PATIENCE_MILLISECONDS, wait_for_it, self);
  self->loading = g_cancellable_new ();
  sayso_article_content_load_async (sayso_session_get_casebook (self->session), article, self->loading, loaded,
                                    g_object_ref (self));
}

/* Whether the article that is open is the one that can be seen already. */
static gboolean
is_shown (SaysoArticleView *self)
{
  SaysoArticleContent *content = sayso_article_text_get_content (self->text);

  return content != NULL && content->id == get_article (self);
}

/* -- the session's wishes ------------------------------------------------------------------------------------------ */

static void
selection_changed (SaysoArticleView *self)
{
  SaysoItemKind kind = sayso_session_get_selected_kind (self->session);
  gint64 id = sayso_session_get_selected_id (self->session);

  sayso_article_text_set_selected (self->text, kind, id);
  sayso_article_text_set_spotlight (self->text, SAYSO_SPAN (0, 0));
  if (!self->selecting && is_shown (self))
    go_to_item (self, kind, id);
}

static void
reveal (SaysoArticleView *self, SaysoItemKind kind, gint64 id)
{
  if (self->selecting)
    return;

  self->pending_kind = kind;
  self->pending_id = id;
  if (is_shown (self))
    go_to_pending (self);
}

static void
reveal_passage (SaysoArticleView *self, gint64 article, guint start, guint end)
{
  self->pending_passage = SAYSO_SPAN (start, end);
  if (is_shown (self))
    go_to_pending (self);
}

/* Where there is no room for the date in the bar, it goes above the text. */
static void
published_shown (SaysoArticleView *self)
{
  gboolean narrow;

  g_object_get (self->published, "narrow", &narrow, NULL);
  sayso_article_text_set_dated (self->text, narrow);
}

static SaysoMarkSet
get_shown (SaysoArticleView *self)
{
  SaysoMarkPill *pills[] = { self->times, self->actors, self->events, self->claims };
  SaysoMarkSet shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pills[i])))
        shown |= SAYSO_MARKS_OF (sayso_mark_pill_get_kind (pills[i]));
    }
  if (self->session != NULL && sayso_session_get_filter (self->session)->rejected)
    shown |= SAYSO_MARKS_REJECTED;

  return shown;
}

static void
show_changed (SaysoArticleView *self)
{
  SaysoMarkSet shown = get_shown (self);

  sayso_article_text_set_shown (self->text, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.next-mark", shown != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.previous-mark", shown != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.show-all", (shown & SAYSO_MARKS_ALL) != SAYSO_MARKS_ALL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.hide-all", (shown & SAYSO_MARKS_ALL) != 0);
}

static void
filter_changed (SaysoArticleView *self)
{
  show_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_REJECTED]);
}

static void
set_session (SaysoArticleView *self, SaysoSession *session)
{
  gboolean read_only;

  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
    }

  /* Ids mean nothing in another casebook. */
  sayso_article_text_set_content (self->text, NULL);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, self->beside ? "notify::beside" : "notify::article", G_CALLBACK (load), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::filter", G_CALLBACK (filter_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "reveal", G_CALLBACK (reveal), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "reveal-passage", G_CALLBACK (reveal_passage), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sayso_session_get_casebook (session), "changed", G_CALLBACK (load), self,
                               G_CONNECT_SWAPPED);
      g_object_get (sayso_session_get_casebook (session), "read-only", &read_only, NULL);
      sayso_article_text_set_correctable (self->text, !read_only);
      selection_changed (self);
    }
  load (self);
  filter_changed (self);
}

/* -- class --------------------------------------------------------------------------------------------------------- */

static void
set_show_rejected (SaysoArticleView *self, gboolean rejected)
{
  g_autoptr (SaysoFilter) filter = NULL;

  if (self->session == NULL || sayso_session_get_filter (self->session)->rejected == rejected)
    return;

  filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  filter->rejected = rejected;
  sayso_session_set_filter (self->session, filter);
}

static gboolean
sayso_article_view_grab_focus (GtkWidget *widget)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "article") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->text));

  self->wants_focus = TRUE;

  return GTK_WIDGET_CLASS (sayso_article_view_parent_class)->grab_focus (widget);
}

static void
sayso_article_view_dispose (GObject *object)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (object);

  cancel (self);
  sayso_article_view_forget_hint (self);
  g_clear_object (&self->session);
  sayso_article_view_forget_annotate (self);

  /* A template lets go of a child it bound without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_ARTICLE_VIEW);

  G_OBJECT_CLASS (sayso_article_view_parent_class)->dispose (object);
}

static void
sayso_article_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SHOW_REJECTED:
      g_value_set_boolean (value, self->session != NULL && sayso_session_get_filter (self->session)->rejected);
      break;
    case PROP_BESIDE:
      g_value_set_boolean (value, self->beside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_article_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoArticleView *self = SAYSO_ARTICLE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_SHOW_REJECTED:
      set_show_rejected (self, g_value_get_boolean (value));
      break;
    case PROP_BESIDE:
      self->beside = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_article_view_class_init (SaysoArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_article_view_dispose;
  object_class->get_property = sayso_article_view_get_property;
  object_class->set_property = sayso_article_view_set_property;
  widget_class->grab_focus = sayso_article_view_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_REJECTED] =
      g_param_spec_boolean ("show-rejected", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BESIDE] = g_param_spec_boolean ("beside", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The article is there, or a page that says why it is not. */
  page_shown = g_signal_new ("shown", SAYSO_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "article.show-rejected", "show-rejected");

  g_type_ensure (SAYSO_TYPE_ARTICLE_TEXT);
  g_type_ensure (SAYSO_TYPE_DENSITY_STRIP);
  g_type_ensure (SAYSO_TYPE_FIND_BAR);
  g_type_ensure (SAYSO_TYPE_MARK_PILL);
  g_type_ensure (SAYSO_TYPE_PUBLISHED_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-article-view.ui");
  sayso_article_view_install_actions (widget_class);
  sayso_article_view_install_annotate (widget_class);
  sayso_article_view_install_print (widget_class);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, stack);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, error_page);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, times);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, actors);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, events);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, claims);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, published);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, text);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, strip);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, undated);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, beside_bar);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleView, beside_title);
  gtk_widget_class_bind_template_callback_full (widget_class, "load_again", G_CALLBACK (load));
  gtk_widget_class_bind_template_callback (widget_class, published_shown);
  gtk_widget_class_bind_template_callback (widget_class, show_changed);
}

static void
sayso_article_view_init (SaysoArticleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sayso_article_text_set_describe (self->text, sayso_article_view_describe, self);
  sayso_article_view_init_annotate (self);
  sayso_find_bar_set_text (self->find_bar, self->text);
  sayso_density_strip_set_text (self->strip, self->text);
  show_changed (self);
}
