/* sayso-article-text-pages.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the pages of the document begin that the text was taken from, in the margin: "p. 4". */

#include "sayso-article-text-private.h"

#include <glib/gi18n.h>

/* In pixels: distance from the column, and what the sheet of a note takes up there. */
#define DISTANCE 10
#define NOTE_WIDTH 14

/* Whether a note stands beside the line of a place. */
static gboolean
has_note (SaysoArticleText *self, const GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start = *iter, end = *iter;

  if (!gtk_text_view_starts_display_line (view, &start))
    gtk_text_view_backward_display_line_start (view, &start);
  gtk_text_view_forward_display_line_end (view, &end);
  for (guint i = 0; i < self->content->notes->len; i++)
    {
      guint place = g_array_index (self->content->notes, SaysoMarginNote, i).start;

      if (place >= (guint) gtk_text_iter_get_offset (&start) && place <= (guint) gtk_text_iter_get_offset (&end))
        return TRUE;
    }

  return FALSE;
}

static void
snapshot_page (SaysoArticleText *self, const SaysoPage *page, const GtkTextIter *iter, PangoLayout *layout,
               GtkSnapshot *snapshot)
{
  /* Translators: number of a page, in the margin beside its first line; keep it short */
  g_autofree char *words = g_strdup_printf (_ ("p. %s"), page->label);
  GdkRectangle line;
  int distance = DISTANCE + (has_note (self, iter) ? NOTE_WIDTH : 0), width, height, x;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &line);
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = self->look.metrics.right_to_left ? self->header_area.x - distance - width
                                       : self->header_area.x + self->header_area.width + distance;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, line.y + (line.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &self->look.secondary);
  gtk_snapshot_restore (snapshot);
}

/* Draws the pages that begin in view, in buffer coordinates. A narrow pane has no margin for them. */
void
sayso_article_text_snapshot_pages (SaysoArticleText *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  GdkRectangle visible;
  GtkTextIter start, end;

  if (self->content == NULL || self->content->pages->len == 0 || self->look.metrics.narrow)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + visible.height, NULL);
  if (!gtk_text_iter_forward_line (&end))
    gtk_text_buffer_get_end_iter (buffer, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  for (guint i = 0; i < self->content->pages->len; i++)
    {
      const SaysoPage *page = &g_array_index (self->content->pages, SaysoPage, i);
      GtkTextIter iter;

      if (page->start < (guint) gtk_text_iter_get_offset (&start))
        continue;
      if (page->start > (guint) gtk_text_iter_get_offset (&end))
        return;
      /* Of pages without text, only the one that has the next: the last that begins there. */
      if (i + 1 < self->content->pages->len &&
          g_array_index (self->content->pages, SaysoPage, i + 1).start == page->start)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, page->start);
      snapshot_page (self, page, &iter, layout, snapshot);
    }
}
