/* sayso-article-text-notes.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader's notes, as little sheets with a folded corner in the margin. */

#include "sayso-article-text-private.h"

/* In pixels: a sheet, its corner, and its distance from the column. */
#define WIDTH 12
#define HEIGHT 14
#define FOLD 5
#define DISTANCE 10
#define NARROW_DISTANCE 3

/* Left edge of the sheets, in buffer coordinates: on the side of the margin, where no gutter is. */
static int
get_x (SaysoArticleText *self)
{
  int distance = self->look.metrics.narrow ? NARROW_DISTANCE : DISTANCE;

  if (self->look.metrics.right_to_left)
    return self->header_area.x - distance - WIDTH;

  return self->header_area.x + self->header_area.width + distance;
}

/* Where the sheet of a note lies, in buffer coordinates. */
static void
get_area (SaysoArticleText *self, const SaysoMarginNote *note, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle line;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, note->start);
  gtk_text_view_get_iter_location (view, &iter, &line);
  *area = (GdkRectangle) { get_x (self), line.y + (line.height - HEIGHT) / 2, WIDTH, HEIGHT };
}

static void
snapshot_sheet (SaysoArticleText *self, const GdkRectangle *area, GtkSnapshot *snapshot)
{
  const float left = area->x + 0.5f, top = area->y + 0.5f, right = left + WIDTH - 1, bottom = top + HEIGHT - 1;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (self->look.high_contrast ? 2 : 1.25f);
  g_autoptr (GskPath) sheet = NULL, fold = NULL;

  gsk_path_builder_move_to (builder, left, top);
  gsk_path_builder_line_to (builder, right, top);
  gsk_path_builder_line_to (builder, right, bottom - FOLD);
  gsk_path_builder_line_to (builder, right - FOLD, bottom);
  gsk_path_builder_line_to (builder, left, bottom);
  gsk_path_builder_close (builder);
  sheet = gsk_path_builder_to_path (builder);

  g_clear_pointer (&builder, gsk_path_builder_unref);
  builder = gsk_path_builder_new ();
  gsk_path_builder_move_to (builder, right, bottom - FOLD);
  gsk_path_builder_line_to (builder, right - FOLD, bottom - FOLD);
  gsk_path_builder_line_to (builder, right - FOLD, bottom);
  fold = gsk_path_builder_to_path (builder);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_fill (snapshot, sheet, GSK_FILL_RULE_WINDING, &self->look.view);
  gtk_snapshot_append_stroke (snapshot, sheet, stroke, &self->look.secondary);
  gtk_snapshot_append_stroke (snapshot, fold, stroke, &self->look.secondary);
}

/* Draws the notes in view, in buffer coordinates. */
void
sayso_article_text_snapshot_notes (SaysoArticleText *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter start, end;

  if (self->content == NULL || self->content->notes->len == 0)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + visible.height, NULL);
  if (!gtk_text_iter_forward_line (&end))
    gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  for (guint i = 0; i < self->content->notes->len; i++)
    {
      const SaysoMarginNote *note = &g_array_index (self->content->notes, SaysoMarginNote, i);
      GdkRectangle area;

      if (note->start < (guint) gtk_text_iter_get_offset (&start))
        continue;
      if (note->start > (guint) gtk_text_iter_get_offset (&end))
        return;
      get_area (self, note, &area);
      snapshot_sheet (self, &area, snapshot);
    }
}

/**
 * sayso_article_text_get_note_at:
 * @self: a text
 * @x: place in the widget
 * @y: place in the widget
 * @words: (out) (optional) (transfer full): all that is written there
 *
 * Returns: (transfer none) (nullable): the first of the notes at a place in the margin
 */
const SaysoMarginNote *
sayso_article_text_get_note_at (SaysoArticleText *self, double x, double y, char **words)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const SaysoMarginNote *first = NULL;
  int buffer_x, buffer_y;

  g_return_val_if_fail (SAYSO_IS_ARTICLE_TEXT (self), NULL);

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  for (guint i = 0; self->content != NULL && i < self->content->notes->len; i++)
    {
      const SaysoMarginNote *note = &g_array_index (self->content->notes, SaysoMarginNote, i);
      GdkRectangle area;

      get_area (self, note, &area);
      if (buffer_x < area.x - 4 || buffer_x >= area.x + WIDTH + 4 || buffer_y < area.y - 4 ||
          buffer_y >= area.y + HEIGHT + 4)
        continue;
      first = first != NULL ? first : note;
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n\n" : "", note->text);
    }

  if (words != NULL)
    *words = first == NULL ? NULL : g_string_free_and_steal (g_steal_pointer (&all));

  return first;
}
