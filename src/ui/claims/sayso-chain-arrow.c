/* sayso-chain-arrow.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-chain-arrow.h"

#include <adwaita.h>

#include "sayso-colors.h"

#define ALONG 24  /* from box to box, px */
#define ACROSS 12 /* the head's room, px */
#define HEAD 4
#define LINE 1.7f
#define GAP 9     /* to the caption */
#define INDENT 12 /* from the edge of the boxes, so that it stands under their icons */

struct _SaysoChainArrow
{
  GtkWidget parent_instance;

  GtkWidget *caption;
  GtkOrientation orientation;
  gboolean turned;
  gboolean dashed;
};

G_DEFINE_FINAL_TYPE (SaysoChainArrow, sayso_chain_arrow, GTK_TYPE_WIDGET)

static void
sayso_chain_arrow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  SaysoChainArrow *self = SAYSO_CHAIN_ARROW (widget);
  int text_minimum = 0;
  int text_natural = 0;

  if (gtk_widget_get_visible (self->caption))
    gtk_widget_measure (self->caption, orientation, -1, &text_minimum, &text_natural, NULL, NULL);

  if (self->orientation == GTK_ORIENTATION_VERTICAL && orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX (ALONG, text_natural);
  else if (self->orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = INDENT + ACROSS + GAP + text_minimum;
      *natural = INDENT + ACROSS + GAP + text_natural;
    }
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (ALONG, text_natural + 12);
  else
    *minimum = *natural = ACROSS + 2 * text_natural; /* the line stays in the middle of the boxes beside it */
}

static void
sayso_chain_arrow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SaysoChainArrow *self = SAYSO_CHAIN_ARROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { 0 };

  if (!gtk_widget_get_visible (self->caption))
    return;

  gtk_widget_measure (self->caption, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &at.width, NULL, NULL);
  gtk_widget_measure (self->caption, GTK_ORIENTATION_VERTICAL, -1, NULL, &at.height, NULL, NULL);

  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    {
      at.width = MIN (at.width, width - INDENT - ACROSS - GAP);
      at.x = rtl ? width - INDENT - ACROSS - GAP - at.width : INDENT + ACROSS + GAP;
      at.y = (height - at.height) / 2;
    }
  else
    {
      at.width = MIN (at.width, width);
      at.x = (width - at.width) / 2;
      at.y = height / 2 - ACROSS / 2 - at.height;
    }

  gtk_widget_size_allocate (self->caption, &at, -1);
}

static void
sayso_chain_arrow_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoChainArrow *self = SAYSO_CHAIN_ARROW (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float length = self->orientation == GTK_ORIENTATION_VERTICAL ? height : width;
  g_autoptr (GskPathBuilder) line = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) head = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE);
  g_autoptr (GskPath) line_path = NULL;
  g_autoptr (GskPath) head_path = NULL;
  GdkRGBA color;

  sayso_color_get (widget, SAYSO_COLOR_CLAIM, &color);

  /* Drawn pointing to the left along the x axis, then turned to where it should point. */
  gsk_path_builder_move_to (line, 3, 0);
  gsk_path_builder_line_to (line, length - 2, 0);
  gsk_path_builder_move_to (head, 2 + HEAD + 0.5f, -HEAD);
  gsk_path_builder_line_to (head, 2, 0);
  gsk_path_builder_line_to (head, 2 + HEAD + 0.5f, HEAD);
  line_path = gsk_path_builder_to_path (line);
  head_path = gsk_path_builder_to_path (head);

  gtk_snapshot_save (snapshot);
  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (rtl ? width - INDENT - ACROSS / 2.0f : INDENT + ACROSS / 2.0f, 0));
      gtk_snapshot_rotate (snapshot, 90);
      if (self->turned)
        {
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (length, 0));
          gtk_snapshot_scale (snapshot, -1, 1);
        }
    }
  else
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rtl != self->turned ? width : 0, height / 2));
      if (rtl != self->turned)
        gtk_snapshot_scale (snapshot, -1, 1);
    }

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, head_path, stroke, &color);
  if (self->dashed)
    gsk_stroke_set_dash (stroke, (float[]) { 2.5f, 3.5f }, 2);
  gtk_snapshot_append_stroke (snapshot, line_path, stroke, &color);
  gtk_snapshot_restore (snapshot);

  GTK_WIDGET_CLASS (sayso_chain_arrow_parent_class)->snapshot (widget, snapshot);
}

static void
sayso_chain_arrow_dispose (GObject *object)
{
  SaysoChainArrow *self = SAYSO_CHAIN_ARROW (object);

  g_clear_pointer (&self->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (sayso_chain_arrow_parent_class)->dispose (object);
}

static void
sayso_chain_arrow_class_init (SaysoChainArrowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_chain_arrow_dispose;
  widget_class->measure = sayso_chain_arrow_measure;
  widget_class->size_allocate = sayso_chain_arrow_size_allocate;
  widget_class->snapshot = sayso_chain_arrow_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chainarrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sayso_chain_arrow_init (SaysoChainArrow *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  self->caption = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->caption), 24);
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_widget_add_css_class (self->caption, "sayso-secondary");
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
}

/**
 * sayso_chain_arrow_new:
 * @orientation: the direction the boxes follow each other in
 * @caption: (nullable): the words at the arrow
 * @turned: whether it points to the end instead of to the start
 * @dashed: whether the link is inferred or only claimed
 */
GtkWidget *
sayso_chain_arrow_new (GtkOrientation orientation, const char *caption, gboolean turned, gboolean dashed)
{
  SaysoChainArrow *self = g_object_new (SAYSO_TYPE_CHAIN_ARROW, NULL);

  self->orientation = orientation;
  self->turned = turned;
  self->dashed = dashed;
  gtk_label_set_label (GTK_LABEL (self->caption), caption != NULL ? caption : "");
  gtk_widget_set_visible (self->caption, caption != NULL && *caption != '\0');
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_label_set_max_width_chars (GTK_LABEL (self->caption), 14);

  return GTK_WIDGET (self);
}
