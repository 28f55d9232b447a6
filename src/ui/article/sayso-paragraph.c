/* sayso-paragraph.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-paragraph-private.h"

#include <math.h>

#include "sayso-sourcing-meter.h"

/* Distance of the brackets from the column, and from lane to lane. */
#define BRACKET_WIDTH 6
#define WIDE_BRACKET 24
#define WIDE_LANE 12
#define WIDE_METER 54
#define NARROW_BRACKET 20
#define NARROW_LANE 10
#define NARROW_METER 46

static float
from_column (const SaysoTextMetrics *metrics, float distance, float width)
{
  return metrics->right_to_left ? metrics->gutter + distance - width : metrics->gutter - distance;
}

/**
 * sayso_gutter_bracket_x:
 * @metrics: the text's measures
 * @lane: a lane of the gutter
 *
 * Returns: left edge of the brackets of the lane
 */
float
sayso_gutter_bracket_x (const SaysoTextMetrics *metrics, guint lane)
{
  float distance =
      metrics->narrow ? NARROW_BRACKET - (float) lane * NARROW_LANE : WIDE_BRACKET - (float) lane * WIDE_LANE;

  return from_column (metrics, distance, BRACKET_WIDTH);
}

float
sayso_gutter_meter_x (const SaysoTextMetrics *metrics)
{
  return from_column (metrics, metrics->narrow ? NARROW_METER : WIDE_METER, SAYSO_SOURCING_METER_WIDTH);
}

static void
locate (GtkTextView *view, const GtkTextIter *paragraph, guint offset, GdkRectangle *rect)
{
  GtkTextIter iter = *paragraph;

  gtk_text_iter_set_line_offset (&iter, offset - gtk_text_iter_get_offset (paragraph));
  gtk_text_view_get_iter_location (view, &iter, rect);
}

/* The lines that a paragraph is broken into. */
static void
add_lines (SaysoParagraph *self, GArray *display, GtkTextView *view, const GtkTextIter *paragraph, int y, guint end,
           const SaysoTextMetrics *metrics)
{
  GtkTextIter iter = *paragraph;
  guint start = gtk_text_iter_get_offset (paragraph);

  while (TRUE)
    {
      SaysoDisplayLine line;
      SaysoGutterLine edges;
      GdkRectangle rect;
      float lead;
      guint next = end;

      gtk_text_view_get_iter_location (view, &iter, &rect);
      if (gtk_text_view_forward_display_line (view, &iter) && (guint) gtk_text_iter_get_offset (&iter) < end)
        next = gtk_text_iter_get_offset (&iter);

      line = (SaysoDisplayLine) { SAYSO_SPAN (start, next), rect.y - y, rect.y - y + rect.height };
      lead = rect.height * (metrics->leading - 1) / 2;
      edges = (SaysoGutterLine) { roundf (line.top - lead), roundf (line.bottom + lead) };
      /* Neither a gap nor an overlap between the grounds of two lines. */
      if (self->lines->len > 0)
        edges.top = g_array_index (self->lines, SaysoGutterLine, self->lines->len - 1).bottom;
      g_array_append_val (display, line);
      g_array_append_val (self->lines, edges);
      if (next <= start || next >= end)
        return;
      start = next;
    }
}

static gboolean
is_space_at (const GtkTextIter *paragraph, guint offset)
{
  GtkTextIter iter = *paragraph;

  gtk_text_iter_set_line_offset (&iter, offset - gtk_text_iter_get_offset (paragraph));

  return g_unichar_isspace (gtk_text_iter_get_char (&iter));
}

static void
add_segments (SaysoParagraph *self, GArray *display, GtkTextView *view, const GtkTextIter *paragraph, int y,
              guint index, const SaysoMark *mark, const SaysoTextMetrics *metrics)
{
  for (guint i = 0; i < display->len; i++)
    {
      const SaysoDisplayLine *line = &g_array_index (display, SaysoDisplayLine, i);
      guint start = MAX (mark->span.start, line->span.start), end = MIN (mark->span.end, line->span.end);
      SaysoSegment segment = { .mark = index, .line = i };
      GdkRectangle first, last;

      while (start < end && end < mark->span.end && is_space_at (paragraph, end - 1))
        end--;
      while (start < end && start > mark->span.start && is_space_at (paragraph, start))
        start++;
      if (start >= end)
        continue;

      locate (view, paragraph, start, &first);
      locate (view, paragraph, end - 1, &last);
      segment.first = mark->span.start >= line->span.start;
      segment.last = mark->span.end <= line->span.end;
      segment.reversed = first.x > last.x;
      segment.left = MIN (first.x, last.x);
      segment.right = MAX (first.x + first.width, last.x + last.width);
      segment.top = first.y - y;
      segment.bottom = segment.top + first.height;
      segment.baseline = segment.top + first.height * metrics->ascent;
      g_array_append_val (self->segments, segment);
    }
}

static SaysoGutterBracket *
find_bracket (SaysoParagraph *self, gint64 id)
{
  for (guint i = 0; i < self->brackets->len; i++)
    {
      SaysoGutterBracket *bracket = &g_array_index (self->brackets, SaysoGutterBracket, i);

      if (bracket->id == id)
        return bracket;
    }

  return NULL;
}

/* Several pieces of one claim's content share a bracket. */
void
sayso_paragraph_add_bracket (SaysoParagraph *self, GArray *display, const SaysoMark *mark, SaysoSpan paragraph)
{
  SaysoGutterBracket *known = find_bracket (self, mark->id);
  SaysoGutterBracket bracket = {
    .id = mark->id,
    .level = mark->level,
    .depth = mark->depth,
    .first = 0,
    .last = display->len - 1,
    .begins = mark->span.start >= paragraph.start,
    .ends = mark->span.end <= paragraph.end,
  };

  for (guint i = 0; i < display->len; i++)
    {
      const SaysoDisplayLine *line = &g_array_index (display, SaysoDisplayLine, i);

      if (mark->span.start >= line->span.start)
        bracket.first = i;
      if (mark->span.end <= line->span.end)
        {
          bracket.last = i;
          break;
        }
    }

  if (known == NULL)
    {
      g_array_append_val (self->brackets, bracket);
      return;
    }

  known->last = MAX (known->last, bracket.last);
  known->ends = bracket.ends;
}

void
sayso_paragraph_layout_brackets (SaysoParagraph *self)
{
  sayso_gutter_layout ((SaysoGutterBracket *) self->brackets->data, self->brackets->len,
                       (const SaysoGutterLine *) self->lines->data, self->lines->len, SAYSO_SOURCING_METER_HEIGHT);

  for (guint i = 0; i < self->brackets->len; i++)
    {
      SaysoGutterBracket *bracket = &g_array_index (self->brackets, SaysoGutterBracket, i);

      if (!bracket->begins)
        bracket->top = 0;
      if (!bracket->ends)
        bracket->bottom = self->height;
    }
}

SaysoParagraph *
sayso_paragraph_alloc (float height)
{
  SaysoParagraph *self = g_new0 (SaysoParagraph, 1);

  self->height = height;
  self->lines = g_array_new (FALSE, FALSE, sizeof (SaysoGutterLine));
  self->segments = g_array_new (FALSE, FALSE, sizeof (SaysoSegment));
  self->brackets = g_array_new (FALSE, FALSE, sizeof (SaysoGutterBracket));

  return self;
}

/**
 * sayso_paragraph_new:
 * @view: the text view
 * @start: start of the paragraph in its buffer
 * @marks: the article's marks
 * @metrics: the text's measures
 *
 * Finds out where a paragraph's marks lie. Rejected ones are among them; who draws them decides.
 *
 * Returns: (transfer full): the paragraph
 */
SaysoParagraph *
sayso_paragraph_new (GtkTextView *view, const GtkTextIter *start, const SaysoMarkIndex *marks,
                     const SaysoTextMetrics *metrics)
{
  SaysoParagraph *self;
  g_autoptr (GArray) found = NULL, display = NULL;
  GtkTextIter end = *start;
  SaysoSpan span;
  int y, height;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  span = SAYSO_SPAN (gtk_text_iter_get_offset (start), gtk_text_iter_get_offset (&end));
  gtk_text_view_get_line_yrange (view, start, &y, &height);

  self = sayso_paragraph_alloc (height);

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  sayso_mark_index_find (marks, SAYSO_SPAN (span.start, span.end + 1), SAYSO_MARKS_ALL | SAYSO_MARKS_REJECTED, found);
  if (found->len == 0)
    return self;

  display = g_array_new (FALSE, FALSE, sizeof (SaysoDisplayLine));
  add_lines (self, display, view, start, y, span.end, metrics);
  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);
      const SaysoMark *mark = &sayso_mark_index_get (marks, index)->mark;

      add_segments (self, display, view, start, y, index, mark, metrics);
      if (mark->kind == SAYSO_ITEM_CLAIM && mark->part == SAYSO_MARK_CONTENT &&
          mark->standing != SAYSO_STANDING_REJECTED)
        sayso_paragraph_add_bracket (self, display, mark, span);
    }
  sayso_paragraph_layout_brackets (self);

  return self;
}

void
sayso_paragraph_clear_nodes (SaysoParagraph *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < SAYSO_N_PAINTS; i++)
    {
      g_clear_pointer (&self->below[i], gsk_render_node_unref);
      g_clear_pointer (&self->above[i], gsk_render_node_unref);
      self->painted[i] = FALSE;
    }
}

void
sayso_paragraph_free (SaysoParagraph *self)
{
  g_return_if_fail (self != NULL);

  sayso_paragraph_clear_nodes (self);
  g_array_unref (self->lines);
  g_array_unref (self->segments);
  g_array_unref (self->brackets);
  g_free (self);
}
