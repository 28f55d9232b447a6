/* sayso-article-text-places.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where things are in the text, and how the reader gets there. */

#include "sayso-article-text-private.h"

/* A place below this part of what can be seen is not well seen. */
#define LOWER_EDGE 0.85

/* A place that the reader is taken to comes to this part of what can be seen. */
#define ALIGNMENT 0.3

/* As long as a text may take to be laid out where the reader wants to go, in microseconds. */
#define SCROLL_PATIENCE (10 * G_TIME_SPAN_SECOND)

/* A piece of the text in the buffer; what lies beyond the end is cut off. */
void
sayso_article_text_get_span (SaysoArticleText *self, SaysoSpan span, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, start, MIN (span.start, G_MAXINT));
  gtk_text_buffer_get_iter_at_offset (buffer, end, MIN (span.end, G_MAXINT));
}

guint
sayso_article_text_get_cursor (SaysoArticleText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), 0);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_offset (&iter);
}

/**
 * sayso_article_text_get_selection_area:
 * @self: a text
 * @ancestor: a widget around it
 * @area: (out): where the selected words begin, or the cursor is, in the ancestor
 *
 * What a popover points to: within what can be seen, also where the selection begins above it.
 */
void
sayso_article_text_get_selection_area (SaysoArticleText *self, GtkWidget *ancestor, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start, end;
  GdkRectangle first, last;
  graphene_point_t place;
  int height;

  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self) && area != NULL);

  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  if (first.y != last.y)
    last.x = first.x + first.width;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, MIN (first.x, last.x), first.y, &area->x,
                                         &area->y);
  height = gtk_widget_get_height (GTK_WIDGET (self));
  area->width = MAX (1, ABS (last.x - first.x));
  area->height = first.height;
  area->y = CLAMP (area->y, 0, MAX (0, height - area->height));
  if (gtk_widget_compute_point (GTK_WIDGET (self), ancestor, &GRAPHENE_POINT_INIT (area->x, area->y), &place))
    {
      area->x = (int) place.x;
      area->y = (int) place.y;
    }
}

/* Whether the line where a piece of the text begins is in the upper part of what can be seen. */
static gboolean
is_within (SaysoArticleText *self, SaysoSpan span, double part)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible, place;
  GtkTextIter start, end;
  int y, height;

  /* A paragraph that was not laid out yet has no height. */
  sayso_article_text_get_span (self, span, &start, &end);
  gtk_text_view_get_line_yrange (view, &start, &y, &height);
  if (height == 0)
    return FALSE;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &start, &place);

  return place.y >= visible.y && place.y + place.height <= visible.y + visible.height * part;
}

/**
 * sayso_article_text_is_in_view:
 * @self: a text
 * @span: a piece of it
 *
 * Returns: whether the reader sees where it begins
 */
gboolean
sayso_article_text_is_in_view (SaysoArticleText *self, SaysoSpan span)
{
  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), FALSE);

  return is_within (self, span, 1);
}

/**
 * sayso_article_text_get_place:
 * @self: a text
 *
 * Returns: the place that sayso_article_text_go_to() would have brought the reader to, in characters; 0 where the text
 *   was not scrolled
 */
guint
sayso_article_text_get_place (SaysoArticleText *self)
{
  GtkTextView *view;
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), 0);

  view = GTK_TEXT_VIEW (self);
  gtk_text_view_get_visible_rect (view, &visible);
  if (visible.y <= 0)
    return 0;
  gtk_text_view_get_iter_at_location (view, &iter, visible.x + visible.width / 2,
                                      visible.y + (int) (visible.height * ALIGNMENT));

  return gtk_text_iter_get_offset (&iter);
}

static void
place_cursor (SaysoArticleText *self, SaysoSpan span)
{
  GtkTextIter start, end;

  sayso_article_text_get_span (self, span, &start, &end);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
}

static void
scroll_to_cursor (SaysoArticleText *self)
{
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self),
                                gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))), 0, TRUE,
                                0, ALIGNMENT);
}

/* A long text is laid out by and by, and a text view that scrolls to what was not laid out yet stops short of it. */
static gboolean
keep_going (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SaysoArticleText *self = SAYSO_ARTICLE_TEXT (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double value = adjustment == NULL ? 0 : gtk_adjustment_get_value (adjustment);

  if (sayso_article_text_is_in_view (self, self->wanted) || g_get_monotonic_time () > self->wanted_until ||
      sayso_article_text_get_cursor (self) != self->wanted.start)
    {
      self->going = 0;
      return G_SOURCE_REMOVE;
    }

  if (value == self->scrolled)
    scroll_to_cursor (self);
  self->scrolled = value;

  return G_SOURCE_CONTINUE;
}

/**
 * sayso_article_text_go_to:
 * @self: a text
 * @span: a piece of it
 *
 * Puts the cursor there. Where the reader does not see the place, or only at the lower edge, it is brought to the
 * upper third; the scrolled window makes it a movement where the reader wants movements.
 */
void
sayso_article_text_go_to (SaysoArticleText *self, SaysoSpan span)
{
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));

  place_cursor (self, span);
  if (is_within (self, span, LOWER_EDGE))
    return;

  scroll_to_cursor (self);
  self->wanted = span;
  self->wanted_until = g_get_monotonic_time () + SCROLL_PATIENCE;
  self->scrolled = -1;
  if (self->going == 0)
    self->going = gtk_widget_add_tick_callback (GTK_WIDGET (self), keep_going, NULL, NULL);
}

/**
 * sayso_article_text_go_to_mark:
 * @self: a text
 * @index: a mark
 *
 * Puts the cursor on a mark, from which keys then go on.
 */
void
sayso_article_text_go_to_mark (SaysoArticleText *self, guint index)
{

  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (self));
  g_return_if_fail (self->content != NULL);

  sayso_article_text_go_to (self, sayso_mark_index_get (self->content->marks, index)->mark.span);
  self->current = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sayso_article_text_get_mark_at:
 * @self: a text
 * @x: place in the widget
 * @y: place in the widget
 *
 * Returns: the shown mark there, the shortest where there are several, or %SAYSO_NONE
 */
guint
sayso_article_text_get_mark_at (SaysoArticleText *self, double x, double y)
{
  GtkTextView *view;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), SAYSO_NONE);

  if (self->content == NULL)
    return SAYSO_NONE;

  view = GTK_TEXT_VIEW (self);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return sayso_article_text_get_gutter_mark_at (self, buffer_x, buffer_y);

  return sayso_mark_index_hit (self->content->marks, gtk_text_iter_get_offset (&iter), self->shown);
}

/**
 * sayso_article_text_get_mark_at_cursor:
 * @self: a text
 *
 * Returns: the mark that keys went to, while the cursor is where it begins; else the shortest shown one under the
 *   cursor; or %SAYSO_NONE
 */
guint
sayso_article_text_get_mark_at_cursor (SaysoArticleText *self)
{
  guint cursor;

  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), SAYSO_NONE);

  if (self->content == NULL)
    return SAYSO_NONE;

  cursor = sayso_article_text_get_cursor (self);
  if (self->current != SAYSO_NONE &&
      sayso_mark_index_get (self->content->marks, self->current)->mark.span.start == cursor)
    return self->current;

  return sayso_mark_index_hit (self->content->marks, cursor, self->shown);
}
