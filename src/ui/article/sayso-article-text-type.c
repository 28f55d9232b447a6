/* sayso-article-text-type.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the text is set, and its colours. */

#include "sayso-article-text-private.h"

#include <math.h>

#include "sayso-colors.h"
#include "sayso-type.h"

/* Of the text's size: the width of a character, on the average. */
#define CHARACTER 0.5214

/* Between paragraphs, in pixels. */
#define PARAGRAPH_GAP 11

static double
get_font_size (SaysoArticleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;

  return size > 0 ? size : 16;
}

/* Measures the type and sets what depends on it. */
void
sayso_article_text_update_type (SaysoArticleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  /* Articles are English, whatever the language of the window, whose letters may be far taller. */
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, pango_language_from_string ("en"));
  double size = get_font_size (self), line_height = sayso_type_get_line_height (sayso_type_get_default ());
  double ascent = (double) pango_font_metrics_get_ascent (font) / PANGO_SCALE;
  double height = ascent + (double) pango_font_metrics_get_descent (font) / PANGO_SCALE;

  pango_font_metrics_unref (font);
  if (height <= 0 || self->leading == NULL)
    return;

  self->look.metrics.ascent = ascent / height;
  self->look.metrics.leading = line_height * size / height;
  self->look.metrics.scale = size / 16;
  self->column = (int) ceil (sayso_type_get_line_length (sayso_type_get_default ()) * CHARACTER * size);
  self->width = 0;
  g_object_set (self->leading, "line-height", line_height * size / height, NULL);
  g_object_set (self->tags[SAYSO_STYLE_GAP], "scale", PARAGRAPH_GAP / (line_height * 16), NULL);
  sayso_article_text_forget_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sayso_article_text_update_colors (SaysoArticleText *self)
{
  GdkRGBA on_found;

  sayso_mark_look_load (&self->look, GTK_WIDGET (self));
  /* Under high contrast nothing has a ground; a line does not move the text either. */
  g_object_set (self->spotlight, "background-rgba", &self->look.selection, "underline",
                self->look.high_contrast ? PANGO_UNDERLINE_DOUBLE : PANGO_UNDERLINE_NONE, NULL);
  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_ON_FOUND_NOW, &on_found);
  g_object_set (self->found_now, "foreground-rgba", &on_found, NULL);
  sayso_article_text_forget_nodes (self);
}

void
sayso_article_text_create_tags (SaysoArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  self->leading = gtk_text_buffer_create_tag (buffer, "leading", NULL);
  self->tags[SAYSO_STYLE_SPACED] =
      gtk_text_buffer_create_tag (buffer, "spaced", "pixels-below-lines", PARAGRAPH_GAP, NULL);
  self->tags[SAYSO_STYLE_ITEM] =
      gtk_text_buffer_create_tag (buffer, "item", "left-margin", 18, "accumulative-margin", TRUE, NULL);
  self->tags[SAYSO_STYLE_HEADING] =
      gtk_text_buffer_create_tag (buffer, "heading", "scale", 1.08, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->tags[SAYSO_STYLE_TITLE] =
      gtk_text_buffer_create_tag (buffer, "title", "scale", 1.25, "weight", PANGO_WEIGHT_ULTRABOLD, NULL);
  self->tags[SAYSO_STYLE_GAP] = gtk_text_buffer_create_tag (buffer, "gap", NULL);
  self->spotlight = gtk_text_buffer_create_tag (buffer, "spotlight", NULL);
  self->found_now = gtk_text_buffer_create_tag (buffer, "found-now", NULL);
}
