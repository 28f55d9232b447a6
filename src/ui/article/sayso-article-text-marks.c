/* sayso-article-text-marks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the text draws its marks: what is in view is laid out once, drawn once, and kept. */

#include "sayso-article-text-private.h"

#include "sayso-sourcing-meter.h"

/* More than any window shows; those kept are forgotten all at once when they are more. */
#define MAX_PARAGRAPHS 512

void
sayso_article_text_forget_layout (SaysoArticleText *self)
{
  if (self->paragraphs == NULL)
    return;

  g_hash_table_remove_all (self->paragraphs);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sayso_article_text_forget_nodes (SaysoArticleText *self)
{
  GHashTableIter iter;
  gpointer paragraph;

  if (self->paragraphs == NULL)
    return;

  g_hash_table_iter_init (&iter, self->paragraphs);
  while (g_hash_table_iter_next (&iter, NULL, &paragraph))
    sayso_paragraph_clear_nodes (paragraph);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static SaysoParagraph *
ensure_paragraph (SaysoArticleText *self, const GtkTextIter *start, int height)
{
  gpointer line = GINT_TO_POINTER (gtk_text_iter_get_line (start));
  SaysoParagraph *paragraph = g_hash_table_lookup (self->paragraphs, line);

  if (paragraph != NULL && paragraph->height == height)
    return paragraph;

  paragraph = sayso_paragraph_new (GTK_TEXT_VIEW (self), start, self->content->marks, &self->look.metrics);
  g_hash_table_replace (self->paragraphs, line, paragraph);

  return paragraph;
}

static void
snapshot_paragraph (SaysoArticleText *self, SaysoParagraph *paragraph, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  for (guint paint = 0; paint < SAYSO_N_PAINTS; paint++)
    {
      GskRenderNode *node;

      if (self->now[paint] <= 0)
        continue;
      if (!paragraph->painted[paint])
        sayso_paint_paragraph (paragraph, self->content->marks, &self->look, paint);

      node = layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT ? paragraph->below[paint] : paragraph->above[paint];
      if (node == NULL)
        continue;
      if (self->now[paint] < 1)
        gtk_snapshot_push_opacity (snapshot, self->now[paint]);
      gtk_snapshot_append_node (snapshot, node);
      if (self->now[paint] < 1)
        gtk_snapshot_pop (snapshot);
    }
}

/* The ring around the mark that keys went to, as the focus ring of a control. */
static void
snapshot_current (SaysoArticleText *self, SaysoParagraph *paragraph, GtkSnapshot *snapshot)
{
  const GdkRGBA ring = { self->look.accent.red, self->look.accent.green, self->look.accent.blue,
                         self->look.high_contrast ? 1 : 0.5f };
  const GdkRGBA colors[4] = { ring, ring, ring, ring };
  const float widths[4] = { 2, 2, 2, 2 };

  for (guint i = 0; i < paragraph->segments->len; i++)
    {
      const SaysoSegment *segment = &g_array_index (paragraph->segments, SaysoSegment, i);
      const SaysoGutterLine *line = &g_array_index (paragraph->lines, SaysoGutterLine, segment->line);
      GskRoundedRect rect;

      if (segment->mark != self->current)
        continue;
      gsk_rounded_rect_init_from_rect (&rect,
                                       &GRAPHENE_RECT_INIT (segment->left - 6, line->top - 1,
                                                            segment->right - segment->left + 12,
                                                            line->bottom - line->top + 2),
                                       7);
      gtk_snapshot_append_border (snapshot, &rect, widths, colors);
    }
}

/* What is selected has a ring already. */
static gboolean
shows_ring (SaysoArticleText *self)
{
  const SaysoMark *mark;

  if (self->current == SAYSO_NONE || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return FALSE;

  mark = &sayso_mark_index_get (self->content->marks, self->current)->mark;

  return mark->kind != self->look.selected_kind || mark->id != self->look.selected_id;
}

/**
 * sayso_article_text_snapshot_marks:
 * @self: a text
 * @layer: below the text or above it
 * @snapshot: where to draw, in buffer coordinates
 *
 * Draws the marks in view.
 */
void
sayso_article_text_snapshot_marks (SaysoArticleText *self, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean ring = shows_ring (self);
  GdkRectangle visible;
  GtkTextIter iter;
  int y, height;

  if (self->content == NULL || sayso_mark_index_get_n_marks (self->content->marks) == 0)
    return;
  if (g_hash_table_size (self->paragraphs) > MAX_PARAGRAPHS)
    g_hash_table_remove_all (self->paragraphs);

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  do
    {
      SaysoParagraph *paragraph;

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > visible.y + visible.height)
        return;

      paragraph = ensure_paragraph (self, &iter, height);
      if (paragraph->segments->len == 0 && paragraph->brackets->len == 0)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
      snapshot_paragraph (self, paragraph, layer, snapshot);
      if (ring && layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
        snapshot_current (self, paragraph, snapshot);
      gtk_snapshot_restore (snapshot);
    }
  while (gtk_text_iter_forward_line (&iter));
}

/* Horizontal distance of a place from a bracket; its meter belongs to it. */
static float
distance_to_bracket (const SaysoGutterBracket *bracket, const SaysoTextMetrics *metrics, float x, float y)
{
  float left = sayso_gutter_bracket_x (metrics, bracket->lane) - 3, right = left + 12;
  float meter = sayso_gutter_meter_x (metrics);

  if (bracket->meter >= 0 && y >= bracket->meter - 3 && y < bracket->meter + SAYSO_SOURCING_METER_HEIGHT + 3 &&
      x >= meter - 3 && x < meter + SAYSO_SOURCING_METER_WIDTH + 3)
    return 0;
  if (y < bracket->top || y >= bracket->bottom || x < left || x >= right)
    return G_MAXFLOAT;

  return ABS (x - (left + right) / 2);
}

/**
 * sayso_article_text_get_gutter_mark_at:
 * @self: a text
 * @x: place in buffer coordinates
 * @y: place in buffer coordinates
 *
 * Returns: the content of the claim whose bracket or meter is there, or %SAYSO_NONE
 */
guint
sayso_article_text_get_gutter_mark_at (SaysoArticleText *self, int x, int y)
{
  GtkTextIter iter;
  SaysoParagraph *paragraph;
  const SaysoGutterBracket *best = NULL;
  float nearest = G_MAXFLOAT;
  int top, height;

  if (self->content == NULL || (self->shown & SAYSO_MARKS_OF (SAYSO_ITEM_CLAIM)) == 0)
    return SAYSO_NONE;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, y, NULL);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &top, &height);
  if (y < top || y >= top + height)
    return SAYSO_NONE;

  paragraph = ensure_paragraph (self, &iter, height);
  for (guint i = 0; i < paragraph->brackets->len; i++)
    {
      const SaysoGutterBracket *bracket = &g_array_index (paragraph->brackets, SaysoGutterBracket, i);
      float distance = distance_to_bracket (bracket, &self->look.metrics, x, y - top);

      if (distance < nearest)
        {
          best = bracket;
          nearest = distance;
        }
    }

  return best == NULL ? SAYSO_NONE
                      : sayso_mark_index_find_item (self->content->marks, SAYSO_ITEM_CLAIM, best->id,
                                                    gtk_text_iter_get_offset (&iter));
}
