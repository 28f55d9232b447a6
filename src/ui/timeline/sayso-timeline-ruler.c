/* sayso-timeline-ruler.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-canvas-private.h"

#include <pango/pangocairo.h>

#define MAX_KNOWN 50000 /* widths to remember */

struct _SaysoTimelineRuler
{
  PangoLayout *layout;
  GHashTable *widths; /* text → width + 1 */
};

/**
 * sayso_timeline_ruler_new:
 * @widget: the widget whose labels will be measured
 *
 * It has a font map of its own, so that it can be used on any thread, on one at a time.
 *
 * Returns: (transfer full): a ruler
 */
SaysoTimelineRuler *
sayso_timeline_ruler_new (GtkWidget *widget)
{
  SaysoTimelineRuler *self = g_atomic_rc_box_new0 (SaysoTimelineRuler);
  PangoContext *like = gtk_widget_get_pango_context (widget);
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), pango_cairo_context_get_resolution (like));
  context = pango_font_map_create_context (fonts);
  pango_context_set_font_description (context, pango_context_get_font_description (like));
  pango_context_set_language (context, pango_context_get_language (like));
  pango_context_set_round_glyph_positions (context, FALSE);
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  /* All labels have room for being bold, so that nothing moves as one is selected. */
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

SaysoTimelineRuler *
sayso_timeline_ruler_ref (SaysoTimelineRuler *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
ruler_clear (gpointer data)
{
  SaysoTimelineRuler *self = data;

  g_object_unref (self->layout);
  g_hash_table_unref (self->widths);
}

void
sayso_timeline_ruler_unref (SaysoTimelineRuler *self)
{
  g_atomic_rc_box_release_full (self, ruler_clear);
}

/**
 * sayso_timeline_ruler_measure:
 * @text: a label
 * @user_data: a ruler
 *
 * Returns: its width in pixels
 */
double
sayso_timeline_ruler_measure (const char *text, gpointer user_data)
{
  SaysoTimelineRuler *self = user_data;
  int width = GPOINTER_TO_INT (g_hash_table_lookup (self->widths, text));

  if (width == 0)
    {
      if (g_hash_table_size (self->widths) >= MAX_KNOWN)
        g_hash_table_remove_all (self->widths);
      pango_layout_set_text (self->layout, text, -1);
      pango_layout_get_pixel_size (self->layout, &width, NULL);
      width += 1;
      g_hash_table_insert (self->widths, g_strdup (text), GINT_TO_POINTER (width));
    }

  return width - 1;
}
