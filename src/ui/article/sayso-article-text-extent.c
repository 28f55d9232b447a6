/* sayso-article-text-extent.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ends of the mark that is selected: two handles to drag, and keys that move them word by word. */

#include "sayso-article-text-private.h"

/* Of a handle, in pixels: its knob, its stem, and how far from it the pointer still means it. */
#define KNOB 5
#define STEM 2
#define REACH 9

/* -- which mark ---------------------------------------------------------------------------------------------------- */

static const SaysoMark *
get_held (SaysoArticleText *self)
{
  const SaysoMark *mark;

  if (self->content == NULL || self->held == SAYSO_NONE)
    return NULL;

  mark = &sayso_mark_index_get (self->content->marks, self->held)->mark;
  if (mark->kind != self->look.selected_kind || mark->id != self->look.selected_id ||
      (self->shown & SAYSO_MARKS_OF (mark->kind)) == 0)
    return NULL;

  return mark;
}

/**
 * sayso_article_text_hold:
 * @self: a text
 * @index: a mark of what is selected; %SAYSO_NONE for the one nearest to the cursor
 *
 * Gives a mark handles at its ends.
 */
void
sayso_article_text_hold (SaysoArticleText *self, guint index)
{
  if (index == SAYSO_NONE && self->content != NULL && self->look.selected_kind != SAYSO_ITEM_NONE)
    index = sayso_mark_index_find_item (self->content->marks, self->look.selected_kind, self->look.selected_id,
                                        sayso_article_text_get_cursor (self));
  self->held = index;
  if (get_held (self) != NULL)
    self->extent = get_held (self)->span;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The marks were read anew: goes on with the one that is the same, wherever its ends are now. */
void
sayso_article_text_hold_again (SaysoArticleText *self, const SaysoMark *before)
{
  SaysoSpan span = self->extent;
  guint best = SAYSO_NONE, nearest = G_MAXUINT;

  for (guint i = 0; before != NULL && i < sayso_mark_index_get_n_marks (self->content->marks); i++)
    {
      const SaysoMark *mark = &sayso_mark_index_get (self->content->marks, i)->mark;
      guint distance;

      if (mark->kind != before->kind || mark->id != before->id || mark->part != before->part)
        continue;
      distance = ABS ((int) mark->span.start - (int) span.start) + ABS ((int) mark->span.end - (int) span.end);
      if (distance < nearest)
        {
          best = i;
          nearest = distance;
        }
    }
  sayso_article_text_hold (self, best);
}

/* -- drawing ------------------------------------------------------------------------------------------------------- */

/* Where the handle at an end stands, in buffer coordinates: a line as high as the type. */
static void
get_handle (SaysoArticleText *self, gboolean end, GdkRectangle *line)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      end ? self->extent.end - 1 : self->extent.start);
  gtk_text_view_get_iter_location (view, &iter, line);
  line->x = (end ? line->x + line->width + 1 : line->x - 1) - STEM / 2;
  line->width = STEM;
}

static void
snapshot_handle (SaysoArticleText *self, gboolean end, GtkSnapshot *snapshot)
{
  GdkRectangle line;
  GskRoundedRect knob;
  graphene_rect_t area;
  const GdkRGBA colors[4] = { self->look.view, self->look.view, self->look.view, self->look.view };
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };

  get_handle (self, end, &line);
  gtk_snapshot_append_color (snapshot, &self->look.accent,
                             &GRAPHENE_RECT_INIT (line.x, line.y, line.width, line.height));
  area = GRAPHENE_RECT_INIT (line.x + line.width / 2.0f - KNOB, end ? line.y + line.height - KNOB : line.y - KNOB,
                             2 * KNOB, 2 * KNOB);
  gsk_rounded_rect_init_from_rect (&knob, &area, KNOB);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &self->look.accent, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &knob, widths, colors);
}

void
sayso_article_text_snapshot_extent (SaysoArticleText *self, GtkSnapshot *snapshot)
{
  if (get_held (self) == NULL || !self->correctable)
    return;

  snapshot_handle (self, FALSE, snapshot);
  snapshot_handle (self, TRUE, snapshot);
}

/* -- moving -------------------------------------------------------------------------------------------------------- */

static gboolean
is_space (const GtkTextIter *iter)
{
  return g_unichar_isspace (gtk_text_iter_get_char (iter));
}

static gboolean
follows_space (const GtkTextIter *iter)
{
  GtkTextIter before = *iter;

  return gtk_text_iter_backward_char (&before) && is_space (&before);
}

/* Words are taken whole, and no white space with them; what stands beside a word, as a quotation mark, by itself. */
static void
snap (GtkTextIter *iter, gboolean end)
{
  if (end)
    {
      if (gtk_text_iter_inside_word (iter) && !gtk_text_iter_starts_word (iter))
        gtk_text_iter_forward_word_end (iter);
      while (follows_space (iter))
        gtk_text_iter_backward_char (iter);
      return;
    }

  if (gtk_text_iter_inside_word (iter) && !gtk_text_iter_starts_word (iter))
    gtk_text_iter_backward_word_start (iter);
  while (is_space (iter) && gtk_text_iter_forward_char (iter))
    ;
}

static gboolean
set_end (SaysoArticleText *self, gboolean end, guint offset)
{
  SaysoSpan span = self->extent;

  *(end ? &span.end : &span.start) = offset;
  if (span.start >= span.end || (span.start == self->extent.start && span.end == self->extent.end))
    return FALSE;

  self->extent = span;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

/**
 * sayso_article_text_step_extent:
 * @self: a text
 * @end: whether it is the end that is moved; else the start
 * @step: 1 for a word on, -1 for a word back
 *
 * Moves an end of the mark that is selected, or else of the one under the cursor.
 *
 * Returns: whether it was moved
 */
gboolean
sayso_article_text_step_extent (SaysoArticleText *self, gboolean end, int step)
{
  const SaysoMark *held = get_held (self);
  SaysoSpan before = self->extent;
  GtkTextIter iter;

  if (held == NULL || !self->correctable)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter,
                                      end ? before.end : before.start);
  if (step > 0)
    gtk_text_iter_forward_word_end (&iter);
  else
    gtk_text_iter_backward_word_start (&iter);
  snap (&iter, end);
  if (!set_end (self, end, gtk_text_iter_get_offset (&iter)))
    return FALSE;

  g_signal_emit_by_name (self, "extent-changed", self->held, before.start, before.end, self->extent.start,
                         self->extent.end);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &iter, 0, FALSE, 0, 0);

  return TRUE;
}

/* Which end's handle is at a place in the widget; FALSE: none. */
static gboolean
find_handle (SaysoArticleText *self, double x, double y, gboolean *end)
{
  int buffer_x, buffer_y;
  double nearest = REACH * REACH;
  gboolean found = FALSE;

  if (get_held (self) == NULL || !self->correctable)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  for (int i = 0; i < 2; i++)
    {
      GdkRectangle line;
      double dx, dy, top, bottom;

      /* From a word's own letters the pointer selects as ever: only the knob and the line beside it are the handle. */
      get_handle (self, i == 1, &line);
      top = i == 1 ? line.y : line.y - KNOB;
      bottom = line.y + line.height + (i == 1 ? KNOB : 0);
      dx = ABS (buffer_x - line.x);
      dy = buffer_y < top ? top - buffer_y : buffer_y > bottom ? buffer_y - bottom : 0;
      if (dx * dx + dy * dy >= nearest ||
          (dy == 0 && dx > STEM + 2 && buffer_y > line.y + KNOB && buffer_y < line.y + line.height - KNOB))
        continue;
      nearest = dx * dx + dy * dy;
      *end = i == 1;
      found = TRUE;
    }

  return found;
}

static void
drag_begin (SaysoArticleText *self, double x, double y, GtkGesture *gesture)
{
  if (!find_handle (self, x, y, &self->drags_end))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = self->extent;
  self->dragging = TRUE;
}

static void
drag_update (SaysoArticleText *self, double dx, double dy, GtkGesture *gesture)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean letters =
      (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_CONTROL_MASK) != 0;
  double x, y;
  int buffer_x, buffer_y;
  GtkTextIter iter;

  if (!self->dragging)
    return;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) (x + dx), (int) (y + dy), &buffer_x,
                                         &buffer_y);
  gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y);
  if (!letters)
    snap (&iter, self->drags_end);
  if (!set_end (self, self->drags_end, gtk_text_iter_get_offset (&iter)))
    return;
  sayso_article_text_set_spotlight (self, self->extent);
  gtk_text_view_scroll_to_iter (view, &iter, 0.02, FALSE, 0, 0);
}

static void
stop_dragging (SaysoArticleText *self)
{
  self->dragging = FALSE;
  sayso_article_text_set_spotlight (self, SAYSO_SPAN (0, 0));
}

static void
drag_end (SaysoArticleText *self)
{
  if (!self->dragging)
    return;

  stop_dragging (self);
  if (self->extent.start != self->dragged.start || self->extent.end != self->dragged.end)
    g_signal_emit_by_name (self, "extent-changed", self->held, self->dragged.start, self->dragged.end,
                           self->extent.start, self->extent.end);
}

static void
drag_cancel (SaysoArticleText *self)
{
  sayso_article_text_cancel_extent (self);
}

/**
 * sayso_article_text_cancel_extent:
 * @self: a text
 *
 * Lets go of an end that is being dragged; it goes back to where it was.
 *
 * Returns: whether one was
 */
gboolean
sayso_article_text_cancel_extent (SaysoArticleText *self)
{
  if (!self->dragging)
    return FALSE;

  self->extent = self->dragged;
  stop_dragging (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

static void
hover (SaysoArticleText *self, double x, double y)
{
  gboolean end;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   self->dragging || find_handle (self, x, y, &end) ? "ew-resize" : "text");
}

void
sayso_article_text_add_drag (SaysoArticleText *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (hover), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
