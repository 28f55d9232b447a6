/* sayso-article-text-hits.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the reader looks for in the text, and where it is. */

#include "sayso-article-text-private.h"

#include "sayso-colors.h"

/* The current hit's letters stand out from its ground; the grounds themselves are drawn, below the marks. */
static void
tag_current (SaysoArticleText *self, gboolean apply)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  if (self->hit == SAYSO_NONE)
    return;

  sayso_article_text_get_span (self, g_array_index (self->hits, SaysoSpan, self->hit), &start, &end);
  if (apply)
    gtk_text_buffer_apply_tag (buffer, self->found_now, &start, &end);
  else
    gtk_text_buffer_remove_tag (buffer, self->found_now, &start, &end);
}

/* The first hit that ends behind a place. */
static guint
find_hit (GArray *hits, guint offset)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (hits, SaysoSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A hit may go over several lines. */
static void
snapshot_hit (SaysoArticleText *self, guint index, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRGBA ground;
  GtkTextIter from, end;

  sayso_color_get (GTK_WIDGET (self), index == self->hit ? SAYSO_COLOR_FOUND_NOW : SAYSO_COLOR_FOUND, &ground);
  sayso_article_text_get_span (self, g_array_index (self->hits, SaysoSpan, index), &from, &end);
  while (gtk_text_iter_compare (&from, &end) < 0)
    {
      GtkTextIter next = from, last;
      GdkRectangle first_rect, last_rect;
      int left, right;

      if (!gtk_text_view_forward_display_line (view, &next) || gtk_text_iter_compare (&next, &end) > 0)
        next = end;
      last = next;
      gtk_text_iter_backward_char (&last);
      gtk_text_view_get_iter_location (view, &from, &first_rect);
      gtk_text_view_get_iter_location (view, &last, &last_rect);
      left = MIN (first_rect.x, last_rect.x);
      right = MAX (first_rect.x + first_rect.width, last_rect.x + last_rect.width);
      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (left, first_rect.y - 1, right - left, first_rect.height + 2));
      if (self->look.high_contrast)
        gtk_snapshot_append_color (snapshot, &self->look.foreground,
                                   &GRAPHENE_RECT_INIT (left, first_rect.y + first_rect.height, right - left, 2));
      from = next;
    }
}

/* Draws the grounds of the hits in view, in buffer coordinates. */
void
sayso_article_text_snapshot_hits (SaysoArticleText *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter start, end;

  if (self->hits == NULL)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&end);
  for (guint i = find_hit (self->hits, gtk_text_iter_get_offset (&start));
       i < self->hits->len && g_array_index (self->hits, SaysoSpan, i).start < (guint) gtk_text_iter_get_offset (&end);
       i++)
    snapshot_hit (self, i, snapshot);
}

/**
 * sayso_article_text_set_hits:
 * @self: a text
 * @hits: (nullable) (element-type SaysoSpan): what was found, in order; %NULL for nothing
 *
 * Points out what was found. None of the hits is the current one.
 */
void
sayso_article_text_set_hits (SaysoArticleText *self, GArray *hits)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  if (self->hits == NULL && (hits == NULL || hits->len == 0))
    return;

  tag_current (self, FALSE);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hit = SAYSO_NONE;
  if (hits != NULL && hits->len > 0)
    self->hits = g_array_ref (hits);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "overview-changed");
}

/**
 * sayso_article_text_get_hits:
 * @self: a text
 *
 * Returns: (transfer none) (nullable) (element-type SaysoSpan): what was found
 */
GArray *
sayso_article_text_get_hits (SaysoArticleText *self)
{
  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), NULL);

  return self->hits;
}

/**
 * sayso_article_text_go_to_hit:
 * @self: a text
 * @index: one of its hits
 *
 * Makes a hit the current one and takes the reader to it.
 */
void
sayso_article_text_go_to_hit (SaysoArticleText *self, guint index)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));
  g_return_if_fail (self->hits != NULL && index < self->hits->len);

  tag_current (self, FALSE);
  self->hit = index;
  tag_current (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  sayso_article_text_go_to (self, g_array_index (self->hits, SaysoSpan, index));
}
