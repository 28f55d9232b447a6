/* sayso-paragraph-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where marks lie in a paragraph that stands in no text view, as on paper. */

#include "sayso-paragraph-private.h"

static float
to_pixels (int units)
{
  return (float) units / PANGO_SCALE;
}

static void
add_lines (SaysoParagraph *self, GArray *display, PangoLayout *layout, SaysoSpan span)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);

  do
    {
      const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      const guint start =
          span.start + g_utf8_strlen (text, pango_layout_line_get_start_index ((PangoLayoutLine *) line));
      const guint length = g_utf8_strlen (text + pango_layout_line_get_start_index ((PangoLayoutLine *) line),
                                          pango_layout_line_get_length ((PangoLayoutLine *) line));
      SaysoDisplayLine there = { .span = SAYSO_SPAN (start, start + length) };
      SaysoGutterLine edges;
      PangoRectangle type;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &type);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      there.top = to_pixels (type.y);
      there.bottom = to_pixels (type.y + type.height);
      edges = (SaysoGutterLine) { to_pixels (top), to_pixels (bottom) };
      g_array_append_val (display, there);
      g_array_append_val (self->lines, edges);
    }
  while (pango_layout_iter_next_line (iter));
}

static void
locate (PangoLayout *layout, SaysoSpan span, guint offset, PangoRectangle *rect)
{
  const char *text = pango_layout_get_text (layout);

  pango_layout_index_to_pos (layout, g_utf8_offset_to_pointer (text, offset - span.start) - text, rect);
}

static gboolean
is_space_at (PangoLayout *layout, SaysoSpan span, guint offset)
{
  return g_unichar_isspace (
      g_utf8_get_char (g_utf8_offset_to_pointer (pango_layout_get_text (layout), offset - span.start)));
}

static void
add_segments (SaysoParagraph *self, GArray *display, PangoLayout *layout, SaysoSpan span, float left, guint index,
              const SaysoMark *mark, const SaysoTextMetrics *metrics)
{
  for (guint i = 0; i < display->len; i++)
    {
      const SaysoDisplayLine *line = &g_array_index (display, SaysoDisplayLine, i);
      guint start = MAX (mark->span.start, line->span.start), end = MIN (mark->span.end, line->span.end);
      SaysoSegment segment = { .mark = index, .line = i };
      PangoRectangle first, last;
      int edges[4];

      while (start < end && is_space_at (layout, span, end - 1))
        end--;
      while (start < end && is_space_at (layout, span, start))
        start++;
      if (start >= end)
        continue;

      locate (layout, span, start, &first);
      locate (layout, span, end - 1, &last);
      edges[0] = first.x;
      edges[1] = first.x + first.width;
      edges[2] = last.x;
      edges[3] = last.x + last.width;
      segment.left = segment.right = to_pixels (edges[0]);
      for (guint j = 1; j < G_N_ELEMENTS (edges); j++)
        {
          segment.left = MIN (segment.left, to_pixels (edges[j]));
          segment.right = MAX (segment.right, to_pixels (edges[j]));
        }
      segment.left += left;
      segment.right += left;
      segment.first = mark->span.start >= line->span.start;
      segment.last = mark->span.end <= line->span.end;
      segment.reversed = first.x > last.x;
      segment.top = line->top + (line->bottom - line->top) * (1 - 1 / metrics->leading) / 2;
      segment.bottom = segment.top + (line->bottom - line->top) / metrics->leading;
      segment.baseline = segment.top + (segment.bottom - segment.top) * metrics->ascent;
      g_array_append_val (self->segments, segment);
    }
}

/**
 * sayso_paragraph_new_for_layout:
 * @layout: the paragraph, set
 * @span: which part of the article's text it is
 * @left: left edge of the layout
 * @marks: the article's marks
 * @shown: which of them
 * @metrics: the text's measures
 *
 * [func@paragraph_new] for a paragraph that is not in a text view.
 *
 * Returns: (transfer full): the paragraph
 */
SaysoParagraph *
sayso_paragraph_new_for_layout (PangoLayout *layout, SaysoSpan span, float left, const SaysoMarkIndex *marks,
                                SaysoMarkSet shown, const SaysoTextMetrics *metrics)
{
  SaysoParagraph *self;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) display = g_array_new (FALSE, FALSE, sizeof (SaysoDisplayLine));
  int height;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), NULL);

  pango_layout_get_size (layout, NULL, &height);
  self = sayso_paragraph_alloc (to_pixels (height));
  add_lines (self, display, layout, span);
  sayso_mark_index_find (marks, span, shown, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);
      const SaysoMark *mark = &sayso_mark_index_get (marks, index)->mark;

      add_segments (self, display, layout, span, left, index, mark, metrics);
      if (mark->kind == SAYSO_ITEM_CLAIM && mark->part == SAYSO_MARK_CONTENT)
        sayso_paragraph_add_bracket (self, display, mark, span);
    }
  sayso_paragraph_layout_brackets (self);

  return self;
}
