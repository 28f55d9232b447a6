/* sayso-timeline-overview.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-overview.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "sayso-timeline-brush.h"
#include "sayso-timeline-draw.h"
#include "sayso-timeline-ticks.h"

#define BIN 8.0
#define BAR 6.0
#define TICK_WIDTH 60
#define TEXT_TOP 3
#define TEXT_HEIGHT 17
#define SLACK 5.0

struct _SaysoTimelineOverview
{
  GtkWidget parent_instance;

  SaysoTimelineModel *model;
  gboolean alone;
  guint *bins;
  guint n_bins;
  guint most;
  GdkTexture *ground; /* years and bars, as last drawn; NULL: they are not what they were */
  SaysoTimelineStyle style;

  SaysoTimelineBrush brush;
  gboolean moves_view;
  double drag_x;
  double drag_offset; /* from the hand to the middle of the view, in seconds */
};

G_DEFINE_FINAL_TYPE (SaysoTimelineOverview, sayso_timeline_overview, GTK_TYPE_WIDGET)

/* -- places ------------------------------------------------------------------------------------------ */

static gboolean
is_mirrored (SaysoTimelineOverview *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* All that is dated, and a little around it. */
static gboolean
get_extent (SaysoTimelineOverview *self, double *from, double *to)
{
  double margin;

  if (self->model == NULL || !sayso_timeline_data_extent (sayso_timeline_model_get_data (self->model), from, to))
    return FALSE;

  margin = MAX ((*to - *from) * 0.04, SAYSO_SECONDS_A_DAY);
  *from -= margin;
  *to += margin;

  return TRUE;
}

static double
to_x (SaysoTimelineOverview *self, double time, double width)
{
  double from, to, all = gtk_widget_get_width (GTK_WIDGET (self)), x;

  if (!get_extent (self, &from, &to))
    return 0;
  x = CLAMP ((time - from) / (to - from), -0.01, 1.01) * all;

  return is_mirrored (self) ? all - x - width : x;
}

static double
from_x (SaysoTimelineOverview *self, double x)
{
  double from, to, all = gtk_widget_get_width (GTK_WIDGET (self));

  if (all <= 0 || !get_extent (self, &from, &to))
    return 0;

  return from + (is_mirrored (self) ? all - x : x) / all * (to - from);
}

static double
seconds_a_pixel (SaysoTimelineOverview *self)
{
  return fabs (from_x (self, 1) - from_x (self, 0));
}

/* -- drawing ----------------------------------------------------------------------------------------- */

static void
forget_ground (SaysoTimelineOverview *self)
{
  g_clear_object (&self->ground);
}

static void
count_bins (SaysoTimelineOverview *self)
{
  guint n = gtk_widget_get_width (GTK_WIDGET (self)) / BIN;
  double from, to;

  forget_ground (self);
  g_clear_pointer (&self->bins, g_free);
  self->n_bins = 0;
  if (n == 0 || !get_extent (self, &from, &to))
    return;

  self->bins = g_new (guint, n);
  self->n_bins = n;
  self->most = sayso_timeline_data_histogram (sayso_timeline_model_get_data (self->model), from, to, self->bins, n);
}

static void
draw_years (SaysoTimelineOverview *self, GtkSnapshot *snapshot, const SaysoTimelineStyle *style)
{
  double from, to;
  int height = gtk_widget_get_height (GTK_WIDGET (self)), width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA line = sayso_timeline_fade (style->foreground, 0.12);
  g_autoptr (GArray) ticks = NULL;

  if (!get_extent (self, &from, &to))
    return;

  ticks = sayso_timeline_ticks (from, to, width / (to - from), TICK_WIDTH * style->text);
  for (guint i = 0; i < ticks->len; i++)
    {
      const SaysoTick *tick = &g_array_index (ticks, SaysoTick, i);
      g_autoptr (PangoLayout) text = NULL;
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      double x = floor (to_x (self, tick->time, 1)), begin;
      int text_width;

      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (x, 0, 1, height));
      if (tick->label == NULL)
        continue;
      text = gtk_widget_create_pango_layout (GTK_WIDGET (self), tick->label);
      pango_attr_list_insert (attributes, pango_attr_scale_new (0.75));
      pango_layout_set_attributes (text, attributes);
      pango_layout_get_pixel_size (text, &text_width, NULL);
      begin = is_mirrored (self) ? x - 5 - text_width : x + 5;
      if (begin < 0 || begin + text_width > width)
        continue; /* it would be cut */
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (begin, TEXT_TOP));
      gtk_snapshot_append_layout (snapshot, text, &style->secondary);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_bars (SaysoTimelineOverview *self, GtkSnapshot *snapshot, const SaysoTimelineStyle *style)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)), width = gtk_widget_get_width (GTK_WIDGET (self));
  double room = height - TEXT_HEIGHT * style->text - 6, bin = self->n_bins > 0 ? (double) width / self->n_bins : BIN;
  GdkRGBA color = sayso_timeline_fade (style->event, style->contrast ? 1 : 0.75);

  for (guint i = 0; i < self->n_bins; i++)
    {
      double bar = MAX (room * self->bins[i] / self->most, 2), x = i * bin + (bin - BAR) / 2;
      GskRoundedRect area;

      if (self->bins[i] == 0)
        continue;
      if (is_mirrored (self))
        x = width - x - BAR;
      gsk_rounded_rect_init_from_rect (&area, &GRAPHENE_RECT_INIT (round (x), height - 4 - bar, BAR, bar), 1);
      gtk_snapshot_push_rounded_clip (snapshot, &area);
      gtk_snapshot_append_color (snapshot, &color, &area.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
draw_ranges (SaysoTimelineOverview *self, GtkSnapshot *snapshot, const SaysoTimelineStyle *style)
{
  SaysoViewport *viewport = sayso_timeline_model_get_viewport (self->model);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double left = to_x (self, sayso_viewport_get_left (viewport), 0);
  double right = to_x (self, sayso_viewport_get_right (viewport), 0);
  GdkRGBA wash = sayso_timeline_fade (style->accent, 0.14), strong = sayso_timeline_fade (style->accent, 0.5);
  SaysoBounds range;
  GskRoundedRect ring;

  if (sayso_viewport_get_width (viewport) > 0 && !self->alone)
    {
      gsk_rounded_rect_init_from_rect (
          &ring, &GRAPHENE_RECT_INIT (MIN (left, right), 1, MAX (fabs (right - left), 6), height - 2), 6);
      gtk_snapshot_push_rounded_clip (snapshot, &ring);
      gtk_snapshot_append_color (snapshot, &wash, &ring.bounds);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &ring, (float[]) { 2, 2, 2, 2 },
                                  (GdkRGBA[]) { style->accent, style->accent, style->accent, style->accent });
    }
  if (sayso_timeline_model_get_brush (self->model, &range))
    {
      left = to_x (self, (double) range.earliest, 0);
      right = to_x (self, (double) range.latest, 0);
      gtk_snapshot_append_color (snapshot, &strong,
                                 &GRAPHENE_RECT_INIT (MIN (left, right), 3, MAX (fabs (right - left), 4), height - 6));
    }
}

/* What does not change with the view, as one picture. */
static GdkTexture *
make_ground (SaysoTimelineOverview *self, const SaysoTimelineStyle *style, const graphene_rect_t *area)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  draw_years (self, snapshot, style);
  draw_bars (self, snapshot, style);

  return sayso_timeline_make_texture (GTK_WIDGET (self), snapshot, area);
}

static void
sayso_timeline_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoTimelineOverview *self = SAYSO_TIMELINE_OVERVIEW (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  SaysoTimelineStyle style;

  if (self->model == NULL || self->n_bins == 0)
    return;

  sayso_timeline_style_read (&style, widget);
  if (memcmp (&style, &self->style, sizeof style) != 0)
    forget_ground (self);
  self->style = style;
  if (self->ground == NULL)
    self->ground = make_ground (self, &style, &area);
  gtk_snapshot_append_texture (snapshot, self->ground, &area);
  draw_ranges (self, snapshot, &style);
}

static void
sayso_timeline_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = 25 + ceil (TEXT_HEIGHT * sayso_timeline_text_scale (widget));
  else
    *natural = 5 * (*minimum = 60);
}

static void
sayso_timeline_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  count_bins (SAYSO_TIMELINE_OVERVIEW (widget));
}

/* -- pointer ----------------------------------------------------------------------------------------- */

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineOverview *self = SAYSO_TIMELINE_OVERVIEW (user_data);
  SaysoViewport *viewport;
  double time, left, right, slack;

  if (self->model == NULL)
    return;

  viewport = sayso_timeline_model_get_viewport (self->model);
  sayso_viewport_stop (viewport);
  time = from_x (self, x);
  left = sayso_viewport_get_left (viewport);
  right = sayso_viewport_get_right (viewport);
  slack = SLACK * seconds_a_pixel (self);
  self->drag_x = x;
  self->drag_offset = left / 2 + right / 2 - time;
  self->moves_view = !self->alone && time > left - slack && time < right + slack &&
                     !sayso_timeline_brush_at_end (self->model, time, slack);
  if (!self->moves_view)
    sayso_timeline_brush_begin (&self->brush, self->model, time, slack);
}

static void
on_drag_update (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineOverview *self = SAYSO_TIMELINE_OVERVIEW (user_data);
  double time;

  if (self->model == NULL || fabs (x) <= 2)
    return;

  time = from_x (self, self->drag_x + x);
  if (self->moves_view)
    sayso_viewport_center_on (sayso_timeline_model_get_viewport (self->model), time + self->drag_offset, 0, 0, FALSE);
  else
    sayso_timeline_brush_move (&self->brush, self->model, time);
}

static void
on_drag_end (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SaysoTimelineOverview *self = SAYSO_TIMELINE_OVERVIEW (user_data);

  if (self->model == NULL)
    return;

  if (fabs (x) <= 2)
    sayso_viewport_center_on (sayso_timeline_model_get_viewport (self->model), from_x (self, self->drag_x), 0, 0, TRUE);
  else if (!self->moves_view)
    sayso_timeline_model_finish_brush (self->model);
}

/* -- the widget -------------------------------------------------------------------------------------- */

static void
on_data_changed (SaysoTimelineOverview *self)
{
  count_bins (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sayso_timeline_overview_dispose (GObject *object)
{
  sayso_timeline_overview_set_model (SAYSO_TIMELINE_OVERVIEW (object), NULL);

  G_OBJECT_CLASS (sayso_timeline_overview_parent_class)->dispose (object);
}

static void
sayso_timeline_overview_finalize (GObject *object)
{
  g_free (SAYSO_TIMELINE_OVERVIEW (object)->bins);
  forget_ground (SAYSO_TIMELINE_OVERVIEW (object));

  G_OBJECT_CLASS (sayso_timeline_overview_parent_class)->finalize (object);
}

static void
sayso_timeline_overview_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sayso_timeline_overview_parent_class)->css_changed (widget, change);

  forget_ground (SAYSO_TIMELINE_OVERVIEW (widget));
}

static void
sayso_timeline_overview_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sayso_timeline_overview_parent_class)->direction_changed (widget, previous);

  forget_ground (SAYSO_TIMELINE_OVERVIEW (widget));
}

static void
sayso_timeline_overview_class_init (SaysoTimelineOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_timeline_overview_dispose;
  G_OBJECT_CLASS (klass)->finalize = sayso_timeline_overview_finalize;
  widget_class->measure = sayso_timeline_overview_measure;
  widget_class->size_allocate = sayso_timeline_overview_size_allocate;
  widget_class->snapshot = sayso_timeline_overview_snapshot;
  widget_class->css_changed = sayso_timeline_overview_css_changed;
  widget_class->direction_changed = sayso_timeline_overview_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sayso_timeline_overview_init (SaysoTimelineOverview *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_ground), NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events over all times"),
                                  -1);
}

void
sayso_timeline_overview_set_model (SaysoTimelineOverview *self, SaysoTimelineModel *model)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_OVERVIEW (self));

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      g_signal_handlers_disconnect_by_data (sayso_timeline_model_get_viewport (self->model), self);
    }
  g_set_object (&self->model, model);
  if (model == NULL)
    return;

  g_signal_connect_object (model, "data-changed", G_CALLBACK (on_data_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "brush-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sayso_timeline_model_get_viewport (model), "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

void
sayso_timeline_overview_set_alone (SaysoTimelineOverview *self, gboolean alone)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_OVERVIEW (self));

  self->alone = alone;
}
