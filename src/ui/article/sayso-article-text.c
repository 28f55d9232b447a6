/* sayso-article-text.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-article-text-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sayso-locale.h"
#include "sayso-mark-words.h"
#include "sayso-type.h"

/* Of the view's width, in pixels: below NARROW the gutter is the narrow one. */
#define NARROW 560
#define WIDE_START 72
#define WIDE_END 48
#define NARROW_START 50
#define NARROW_END 18

/* Above and below the text, and between the imprint and the text, in pixels. */
#define TOP 18
#define BOTTOM 48
#define IMPRINT_GAP 6
#define TITLE_GAP 12

#define FADE_MILLISECONDS 150

enum
{
  MARK_REACHED,
  MARK_ACTIVATED,
  NOTE_ACTIVATED,
  EXTENT_CHANGED,
  OVERVIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SaysoArticleText, sayso_article_text, GTK_TYPE_TEXT_VIEW,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT, sayso_article_text_accessible_init))

static const SaysoItemKind paint_kinds[SAYSO_N_PAINTS] = {
  [SAYSO_PAINT_CLAIM] = SAYSO_ITEM_CLAIM,
  [SAYSO_PAINT_EVENT] = SAYSO_ITEM_EVENT,
  [SAYSO_PAINT_TIME] = SAYSO_ITEM_TIME,
  [SAYSO_PAINT_ACTOR] = SAYSO_ITEM_ACTOR,
};

/* -- layout -------------------------------------------------------------------------------------------------------- */

/* Centres the column, keeps the gutter free beside it, and puts the header above. */
static void
set_column (SaysoArticleText *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, narrow = width < NARROW;
  int start = narrow ? NARROW_START : WIDE_START, end = narrow ? NARROW_END : WIDE_END;
  int column = CLAMP (width - start - end, 1, self->column), header = 0;

  start = MAX (start, (width - column) / 2);
  end = MAX (end, width - column - start);
  self->look.metrics.narrow = narrow;
  self->look.metrics.right_to_left = rtl;
  self->look.metrics.gutter = rtl ? width - start : start;
  gtk_text_view_set_left_margin (view, rtl ? end : start);
  gtk_text_view_set_right_margin (view, rtl ? start : end);

  if (gtk_widget_should_layout (self->header))
    gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, column, NULL, &header, NULL, NULL);
  self->header_area = (GdkRectangle) { rtl ? end : start, TOP, column, header };
  if (header > 0)
    header += gtk_widget_get_visible (GTK_WIDGET (self->title)) ? TITLE_GAP : IMPRINT_GAP;
  gtk_text_view_set_top_margin (view, TOP + header);
}

/* The margins that centre the column are no reason to keep the view wide: in less room they are smaller. */
static void
sayso_article_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  GTK_WIDGET_CLASS (sayso_article_text_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, NARROW_START + NARROW_END + 1);
}

static void
sayso_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (widget);

  if (self->width != width)
    {
      self->width = width;
      set_column (self, width);
      sayso_article_text_forget_layout (self);
    }

  GTK_WIDGET_CLASS (sayso_article_text_parent_class)->size_allocate (widget, width, height, baseline);
  if (gtk_widget_should_layout (self->header))
    gtk_widget_size_allocate (self->header, &self->header_area, -1);
}

/* The header is drawn where the text has been scrolled to, as that takes no allocation; there is nothing in it to
 * click. An overlay of the text view would be left behind by GTK 4.18. */
static void
sayso_article_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double scrolled = adjustment == NULL ? 0 : gtk_adjustment_get_value (adjustment);

  GTK_WIDGET_CLASS (sayso_article_text_parent_class)->snapshot (widget, snapshot);

  if (scrolled >= self->header_area.y + self->header_area.height)
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, -scrolled));
  gtk_widget_snapshot_child (widget, self->header, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
sayso_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sayso_article_text_parent_class)->css_changed (widget, change);

  sayso_article_text_update_type (SAYSO_ARTICLE_TEXT (widget));
}

static void
sayso_article_text_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sayso_article_text_parent_class)->system_setting_changed (widget, setting);

  sayso_article_text_update_type (SAYSO_ARTICLE_TEXT (widget));
}

static void
sayso_article_text_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sayso_article_text_parent_class)->direction_changed (widget, previous);

  sayso_article_text_update_type (SAYSO_ARTICLE_TEXT (widget));
}

static void
sayso_article_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    sayso_article_text_snapshot_hits (SAYSO_ARTICLE_TEXT (view), snapshot);
  else
    {
      sayso_article_text_snapshot_pages (SAYSO_ARTICLE_TEXT (view), snapshot);
      sayso_article_text_snapshot_notes (SAYSO_ARTICLE_TEXT (view), snapshot);
    }
  sayso_article_text_snapshot_marks (SAYSO_ARTICLE_TEXT (view), layer, snapshot);
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    sayso_article_text_snapshot_extent (SAYSO_ARTICLE_TEXT (view), snapshot);
}

/* -- content ------------------------------------------------------------------------------------------------------- */

static void
apply_style (SaysoArticleText *self, GtkTextTag *tag, SaysoSpan span)
{
  GtkTextIter start, end;

  sayso_article_text_get_span (self, span, &start, &end);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), tag, &start, &end);
}

static void
set_text (SaysoArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, self->content->shown, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag (buffer, self->leading, &start, &end);
  for (guint i = 0; i < self->content->styles->len; i++)
    {
      const SaysoStyledSpan *styled = &g_array_index (self->content->styles, SaysoStyledSpan, i);

      apply_style (self, self->tags[styled->style], styled->span);
    }
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* A cursor that was moved leaves the mark that keys went to. */
static void
cursor_moved (SaysoArticleText *self)
{
  if (self->current == SAYSO_NONE || self->content == NULL)
    return;
  if (sayso_mark_index_get (self->content->marks, self->current)->mark.span.start ==
      sayso_article_text_get_cursor (self))
    return;

  self->current = SAYSO_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_header (SaysoArticleText *self)
{
  SaysoArticle *article = self->content->article;
  const char *title = sayso_item_get_title (SAYSO_ITEM (article));
  g_autofree char *date =
      self->dated && article->published != NULL ? sayso_published_to_words (article->published) : NULL;
  g_autofree char *imprint = sayso_join (article->outlet != NULL ? article->outlet : "",
                                         article->byline != NULL ? article->byline : "", date, NULL);

  gtk_label_set_text (self->imprint, imprint);
  gtk_widget_set_visible (GTK_WIDGET (self->imprint), *imprint != '\0');
  gtk_label_set_text (self->title, title);
  /* The header lies as the text below it does, whatever the direction of the interface. */
  gtk_widget_set_direction (self->header,
                            pango_layout_get_direction (gtk_label_get_layout (self->title), 0) == PANGO_DIRECTION_RTL
                                ? GTK_TEXT_DIR_RTL
                                : GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->imprint), gtk_widget_get_direction (self->header));
  gtk_widget_set_direction (GTK_WIDGET (self->title), gtk_widget_get_direction (self->header));
  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->content->has_title && title != NULL && *title != '\0');
  gtk_widget_set_visible (self->header, gtk_widget_get_visible (GTK_WIDGET (self->imprint)) ||
                                            gtk_widget_get_visible (GTK_WIDGET (self->title)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
}

/**
 * sayso_article_text_set_dated:
 * @self: a text
 * @dated: whether the line above the text names the publication date too
 */
void
sayso_article_text_set_dated (SaysoArticleText *self, gboolean dated)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  if (self->dated == dated)
    return;

  self->dated = dated;
  if (self->content == NULL)
    return;
  set_header (self);
  self->width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sayso_article_text_set_content:
 * @self: a text
 * @content: (nullable): what to show
 *
 * Shows an article. Where it is the one shown already, only its marks and its header change, and the reader stays at
 * the same place.
 */
void
sayso_article_text_set_content (SaysoArticleText *self, SaysoArticleContent *content)
{
  g_autoptr (SaysoArticleContent) old = NULL;
  const SaysoIndexedMark *current, *held;

  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  if (self->content == content)
    return;

  sayso_article_text_cancel_extent (self);
  old = g_steal_pointer (&self->content);
  held = old == NULL || self->held == SAYSO_NONE ? NULL : sayso_mark_index_get (old->marks, self->held);
  self->held = SAYSO_NONE;
  current = old == NULL || self->current == SAYSO_NONE ? NULL : sayso_mark_index_get (old->marks, self->current);
  self->current = SAYSO_NONE;
  self->width = 0;
  sayso_article_text_forget_layout (self);
  if (content == NULL)
    {
      sayso_article_text_set_hits (self, NULL);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "", 0);
      g_signal_emit (self, signals[OVERVIEW_CHANGED], 0);
      return;
    }

  self->content = sayso_article_content_ref (content);
  if (old == NULL || old->id != content->id || !g_str_equal (old->shown, content->shown))
    {
      sayso_article_text_set_hits (self, NULL);
      set_text (self);
    }
  else if (current != NULL)
    self->current =
        sayso_mark_index_find_item (content->marks, current->mark.kind, current->mark.id, current->mark.span.start);
  sayso_article_text_hold_again (self, held != NULL && old->id == content->id ? &held->mark : NULL);
  cursor_moved (self);
  set_header (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[OVERVIEW_CHANGED], 0);
}

SaysoArticleContent *
sayso_article_text_get_content (SaysoArticleText *self)
{
  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), NULL);

  return self->content;
}

/* -- what is shown ------------------------------------------------------------------------------------------------- */

static void
fade_step (double value, gpointer user_data)
{
  SaysoArticleText *self = user_data;

  for (guint i = 0; i < SAYSO_N_PAINTS; i++)
    {
      double to = (self->shown & SAYSO_MARKS_OF (paint_kinds[i])) != 0;

      self->now[i] = self->from[i] + (to - self->from[i]) * value;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sayso_article_text_set_shown:
 * @self: a text
 * @shown: which marks to show
 */
void
sayso_article_text_set_shown (SaysoArticleText *self, SaysoMarkSet shown)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  if (self->shown == shown)
    return;

  self->shown = shown;
  if (self->look.rejected != ((shown & SAYSO_MARKS_REJECTED) != 0))
    {
      self->look.rejected = !self->look.rejected;
      sayso_article_text_forget_nodes (self);
    }
  memcpy (self->from, self->now, sizeof self->from);
  adw_animation_reset (self->fade);
  adw_animation_play (self->fade);
  g_signal_emit (self, signals[OVERVIEW_CHANGED], 0);
}

SaysoMarkSet
sayso_article_text_get_shown (SaysoArticleText *self)
{
  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), 0);

  return self->shown;
}

/**
 * sayso_article_text_set_correctable:
 * @self: a text
 * @correctable: whether the ends of the mark that is selected can be moved
 */
void
sayso_article_text_set_correctable (SaysoArticleText *self, gboolean correctable)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  self->correctable = correctable;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sayso_article_text_set_selected (SaysoArticleText *self, SaysoItemKind kind, gint64 id)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  if (self->look.selected_kind == kind && self->look.selected_id == id)
    return;

  self->look.selected_kind = kind;
  self->look.selected_id = id;
  sayso_article_text_hold (self, SAYSO_NONE);
  sayso_article_text_forget_nodes (self);
}

/**
 * sayso_article_text_set_spotlight:
 * @self: a text
 * @span: what to point out; an empty one for nothing
 *
 * Points out a passage that no mark covers, as the one that a relation rests on.
 */
void
sayso_article_text_set_spotlight (SaysoArticleText *self, SaysoSpan span)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->spotlight, &start, &end);
  if (span.start < span.end)
    apply_style (self, self->spotlight, span);
}

/* -- class --------------------------------------------------------------------------------------------------------- */

static void
sayso_article_text_dispose (GObject *object)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (object);

  g_clear_pointer (&self->content, sayso_article_content_unref);
  if (self->fade != NULL)
    adw_animation_reset (self->fade);
  g_clear_object (&self->fade);
  g_clear_pointer (&self->paragraphs, g_hash_table_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  self->leading = NULL;
  if (self->header != NULL)
    gtk_widget_unparent (self->header);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_ARTICLE_TEXT);

  G_OBJECT_CLASS (sayso_article_text_parent_class)->dispose (object);
}

/* An article's text never changes: what is pasted over it is another article. */
static void
sayso_article_text_paste (GtkTextView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.paste", NULL);
}

static void
sayso_article_text_class_init (SaysoArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_article_text_dispose;
  widget_class->measure = sayso_article_text_measure;
  widget_class->size_allocate = sayso_article_text_size_allocate;
  widget_class->snapshot = sayso_article_text_snapshot;
  widget_class->css_changed = sayso_article_text_css_changed;
  widget_class->system_setting_changed = sayso_article_text_system_setting_changed;
  widget_class->direction_changed = sayso_article_text_direction_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = sayso_article_text_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = sayso_article_text_paste;

  signals[MARK_REACHED] = g_signal_new ("mark-reached", SAYSO_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", SAYSO_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[NOTE_ACTIVATED] = g_signal_new ("note-activated", SAYSO_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[EXTENT_CHANGED] =
      g_signal_new ("extent-changed", SAYSO_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                    G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[OVERVIEW_CHANGED] = g_signal_new ("overview-changed", SAYSO_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);

  sayso_article_text_class_install_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-article-text.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleText, header);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleText, imprint);
  gtk_widget_class_bind_template_child (widget_class, SaysoArticleText, title);
}

static void
sayso_article_text_init (SaysoArticleText *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->current = SAYSO_NONE;
  self->held = SAYSO_NONE;
  self->hit = SAYSO_NONE;
  self->shown = SAYSO_MARKS_ALL;
  for (guint i = 0; i < SAYSO_N_PAINTS; i++)
    self->now[i] = 1;
  self->paragraphs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sayso_paragraph_free);

  sayso_article_text_create_tags (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self), BOTTOM);
  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MILLISECONDS,
                                        adw_callback_animation_target_new (fade_step, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->fade), ADW_EASE_OUT_CUBIC);

  sayso_article_text_update_type (self);
  sayso_article_text_update_colors (self);
  g_signal_connect_object (sayso_type_get_default (), "notify", G_CALLBACK (sayso_article_text_update_type), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (sayso_article_text_update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (sayso_article_text_update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (sayso_article_text_update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "notify::cursor-position",
                           G_CALLBACK (cursor_moved), self, G_CONNECT_SWAPPED);
  sayso_article_text_add_click (self);
  sayso_article_text_add_drag (self);
}
