/* sayso-density-strip.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-density-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-colors.h"
#include "sayso-mark-painter.h"

/* In pixels. */
#define WIDTH 18
#define MARGIN 2
#define COLUMN 3
#define COLUMN_STEP 4
#define CELL 3

struct _SaysoDensityStrip
{
  GtkWidget parent_instance;

  SaysoArticleText *text; /* weak */
  GtkAdjustment *adjustment;
  GskRenderNode *node; /* nullable; the marks and hits, until they or the height are others */
  int height;
};

static const SaysoItemKind kinds[] = { SAYSO_ITEM_TIME, SAYSO_ITEM_ACTOR, SAYSO_ITEM_EVENT, SAYSO_ITEM_CLAIM };
static const SaysoColor colors[] = { SAYSO_COLOR_TIME, SAYSO_COLOR_ACTOR, SAYSO_COLOR_EVENT, SAYSO_COLOR_CLAIM };

G_DEFINE_FINAL_TYPE (SaysoDensityStrip, sayso_density_strip, GTK_TYPE_WIDGET)

static guint
get_length (SaysoDensityStrip *self)
{
  SaysoArticleContent *content = self->text == NULL ? NULL : sayso_article_text_get_content (self->text);

  return content == NULL ? 0 : sayso_text_get_chars (content->text);
}

static void
forget (SaysoDensityStrip *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* -- drawing ------------------------------------------------------------------------------------------------------- */

static guint
cell_of (guint offset, guint length, guint n_cells)
{
  return MIN (n_cells - 1, (guint) ((guint64) offset * n_cells / length));
}

/* How many marks of a kind begin in each part of the text; of claims, how much of it is what they say. */
static guint
count_marks (SaysoArticleContent *content, SaysoMarkSet shown, SaysoItemKind kind, guint length, guint *cells,
             guint n_cells)
{
  guint most = 0, n_marks = sayso_mark_index_get_n_marks (content->marks);

  for (guint i = 0; i < n_marks; i++)
    {
      const SaysoMark *mark = &sayso_mark_index_get (content->marks, i)->mark;
      guint first, last;

      if (mark->kind != kind || (mark->part != SAYSO_MARK_WHOLE && mark->part != SAYSO_MARK_CONTENT))
        continue;
      if (mark->standing == SAYSO_STANDING_REJECTED && (shown & SAYSO_MARKS_REJECTED) == 0)
        continue;
      first = cell_of (mark->span.start, length, n_cells);
      last = kind == SAYSO_ITEM_CLAIM ? cell_of (mark->span.end - 1, length, n_cells) : first;
      for (guint j = first; j <= last; j++)
        most = MAX (most, ++cells[j]);
    }

  return most;
}

static float
column_x (SaysoDensityStrip *self, guint column)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float x = MARGIN + column * COLUMN_STEP;

  return rtl ? WIDTH - x - COLUMN : x;
}

static void
draw_marks (SaysoDensityStrip *self, SaysoArticleContent *content, GtkSnapshot *snapshot)
{
  SaysoMarkSet shown = sayso_article_text_get_shown (self->text);
  guint length = get_length (self), n_cells = MAX (1, self->height / CELL);
  g_autofree guint *cells = g_new (guint, n_cells);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GdkRGBA color;
      guint most;

      if ((shown & SAYSO_MARKS_OF (kinds[i])) == 0)
        continue;
      memset (cells, 0, n_cells * sizeof *cells);
      most = count_marks (content, shown, kinds[i], length, cells, n_cells);
      sayso_color_get (GTK_WIDGET (self), colors[i], &color);
      for (guint j = 0; j < n_cells; j++)
        {
          GdkRGBA shade = color;

          if (cells[j] == 0)
            continue;
          shade.alpha *= most < 2 ? 0.7f : 0.45f + 0.5f * (cells[j] - 1) / (most - 1);
          gtk_snapshot_append_color (snapshot, &shade,
                                     &GRAPHENE_RECT_INIT (column_x (self, i), j * CELL, COLUMN, CELL - 0.5f));
        }
    }
}

static void
draw_hits (SaysoDensityStrip *self, GtkSnapshot *snapshot)
{
  GArray *hits = sayso_article_text_get_hits (self->text);
  guint length = get_length (self), n_cells = MAX (1, self->height / CELL), last = SAYSO_NONE;
  GdkRGBA color, edge;

  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_FOUND_NOW, &color);
  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_FOREGROUND, &edge);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      guint cell = cell_of (g_array_index (hits, SaysoSpan, i).start, length, n_cells);

      if (cell == last)
        continue;
      last = cell;
      gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (0, cell * CELL - 1, WIDTH, CELL + 2));
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, cell * CELL, WIDTH, CELL));
    }
}

/* First and last character that can be seen. */
static SaysoSpan
get_visible (SaysoDensityStrip *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter start, end;
  GdkRectangle rect;

  gtk_text_view_get_visible_rect (view, &rect);
  gtk_text_view_get_line_at_y (view, &start, rect.y, NULL);
  gtk_text_view_get_iter_at_location (view, &start, rect.x, rect.y);
  gtk_text_view_get_iter_at_location (view, &end, rect.x + rect.width, rect.y + rect.height);

  return SAYSO_SPAN (gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
}

static void
draw_position (SaysoDensityStrip *self, GtkSnapshot *snapshot)
{
  SaysoSpan visible = get_visible (self);
  guint length = get_length (self);
  float top = floorf ((float) visible.start / length * self->height);
  float bottom = MAX (top + 8, ceilf ((float) visible.end / length * self->height));
  GdkRGBA color;

  sayso_color_get (GTK_WIDGET (self), SAYSO_COLOR_FOREGROUND, &color);
  color.alpha *= 0.12f;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, top, WIDTH, bottom - top));
}

static void
sayso_density_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoDensityStrip *self = SAYSO_DENSITY_STRIP (widget);
  SaysoArticleContent *content = self->text == NULL ? NULL : sayso_article_text_get_content (self->text);
  int height = gtk_widget_get_height (widget);

  if (content == NULL || get_length (self) == 0 || height < CELL)
    return;

  if (self->node == NULL || self->height != height)
    {
      GtkSnapshot *marks = gtk_snapshot_new ();

      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->height = height;
      draw_marks (self, content, marks);
      draw_hits (self, marks);
      self->node = gtk_snapshot_free_to_node (marks);
    }

  draw_position (self, snapshot);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
sayso_density_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

/* -- the text ------------------------------------------------------------------------------------------------------ */

/* Where all can be seen there is nothing to go to. Its room stays, or the text would be set anew. */
static void
scrolled (SaysoDensityStrip *self)
{
  gtk_widget_set_child_visible (GTK_WIDGET (self), gtk_adjustment_get_upper (self->adjustment) >
                                                       gtk_adjustment_get_page_size (self->adjustment) + 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
adjustment_changed (SaysoDensityStrip *self)
{
  GtkAdjustment *adjustment = self->text == NULL ? NULL : gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->text));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled), self, G_CONNECT_SWAPPED);
  scrolled (self);
}

/**
 * sayso_density_strip_set_text:
 * @self: a strip
 * @text: the text it is an overview of; set once
 */
void
sayso_density_strip_set_text (SaysoDensityStrip *self, SaysoArticleText *text)
{
  g_return_if_fail (SAYSO_IS_DENSITY_STRIP (self));
  g_return_if_fail (SAYSO_IS_ARTICLE_TEXT (text) && self->text == NULL);

  g_set_weak_pointer (&self->text, text);
  g_signal_connect_object (text, "overview-changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "notify::vadjustment", G_CALLBACK (adjustment_changed), self, G_CONNECT_SWAPPED);
  adjustment_changed (self);
}

static void
go_to (SaysoDensityStrip *self, double y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint length = get_length (self), offset;
  GtkTextIter iter;

  if (length == 0 || height <= 0)
    return;

  offset = (guint) (CLAMP (y / height, 0, 1) * (length - 1));
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), &iter, offset);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->text), &iter, 0, TRUE, 0, 0.5);
}

static void
drag_begin (SaysoDensityStrip *self, double x, double y)
{
  go_to (self, y);
}

static void
drag_update (SaysoDensityStrip *self, double x, double y, GtkGestureDrag *drag)
{
  double start_x, start_y;

  if (gtk_gesture_drag_get_start_point (drag, &start_x, &start_y))
    go_to (self, start_y + y);
}

/* -- class --------------------------------------------------------------------------------------------------------- */

static void
sayso_density_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sayso_density_strip_parent_class)->css_changed (widget, change);

  forget (SAYSO_DENSITY_STRIP (widget));
}

static void
sayso_density_strip_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sayso_density_strip_parent_class)->direction_changed (widget, previous);

  forget (SAYSO_DENSITY_STRIP (widget));
}

static void
sayso_density_strip_dispose (GObject *object)
{
  SaysoDensityStrip *self = SAYSO_DENSITY_STRIP (object);

  g_clear_weak_pointer (&self->text);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (sayso_density_strip_parent_class)->dispose (object);
}

static void
sayso_density_strip_class_init (SaysoDensityStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_density_strip_dispose;
  widget_class->snapshot = sayso_density_strip_snapshot;
  widget_class->measure = sayso_density_strip_measure;
  widget_class->css_changed = sayso_density_strip_css_changed;
  widget_class->direction_changed = sayso_density_strip_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "densitystrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sayso_density_strip_init (SaysoDensityStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where marks are in the article"), -1);
}
