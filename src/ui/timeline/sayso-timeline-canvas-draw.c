/* sayso-timeline-canvas-draw.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-frame-private.h"

#include <math.h>
#include <string.h>

#include "sayso-date-words.h"
#include "sayso-timeline-ticks.h"

#define TICK_WIDTH 60
#define MAX_TEXTS 300

PangoLayout *
sayso_timeline_frame_make_text (SaysoTimelineFrame *frame, const char *text, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (frame->canvas), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

/* The same for what stands there in frame after frame: names of lanes, and pills. */
PangoLayout *
sayso_timeline_frame_get_text (SaysoTimelineFrame *frame, const char *text)
{
  GHashTable *texts = frame->canvas->texts;
  PangoLayout *layout = g_hash_table_lookup (texts, text);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (texts) >= MAX_TEXTS)
    g_hash_table_remove_all (texts);
  layout = sayso_timeline_frame_make_text (frame, text, PANGO_WEIGHT_SEMIBOLD);
  g_hash_table_insert (texts, g_strdup (text), layout);

  return layout;
}

void
sayso_timeline_frame_append_text (SaysoTimelineFrame *frame, PangoLayout *layout, double x, double y,
                                  const GdkRGBA *color)
{
  PangoRectangle logical;

  /* What runs to the left begins at the end of the layout's width. */
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot,
                          &GRAPHENE_POINT_INIT (round (x - logical.x), round (y - logical.height / 2.0)));
  gtk_snapshot_append_layout (frame->snapshot, layout, color);
  gtk_snapshot_restore (frame->snapshot);
}

double
sayso_timeline_frame_place (SaysoTimelineFrame *frame, double begin, double width)
{
  return sayso_timeline_canvas_to_widget (frame->canvas, begin, width);
}

/* -- ground ------------------------------------------------------------------------------------------ */

static void
draw_ground (SaysoTimelineFrame *frame, int width, int height)
{
  SaysoTimelineCanvas *self = frame->canvas;
  g_autoptr (GArray) ticks = NULL;
  GdkRGBA stripe = sayso_timeline_fade (frame->style.foreground, SAYSO_TIMELINE_STRIPE);
  GdkRGBA line = sayso_timeline_fade (frame->style.foreground, 0.10);
  GdkRGBA strong = sayso_timeline_fade (frame->style.foreground, 0.32);

  for (guint i = 0; i < self->layout->lanes->len; i += 2)
    {
      const SaysoTimelineLane *lane = &g_array_index (self->layout->lanes, SaysoTimelineLane, i);

      gtk_snapshot_append_color (frame->snapshot, &stripe, &GRAPHENE_RECT_INIT (0, lane->y, width, lane->height));
    }

  ticks = sayso_timeline_ticks (sayso_viewport_get_left (frame->viewport), sayso_viewport_get_right (frame->viewport),
                                sayso_viewport_get_scale (frame->viewport), TICK_WIDTH * frame->style.text);
  for (guint i = 0; i < ticks->len; i++)
    {
      const SaysoTick *tick = &g_array_index (ticks, SaysoTick, i);
      double x = floor (sayso_viewport_to_x (frame->viewport, tick->time));

      gtk_snapshot_append_color (frame->snapshot, tick->major ? &strong : &line,
                                 &GRAPHENE_RECT_INIT (sayso_timeline_frame_place (frame, x, 1), 0, 1, height));
    }
}

static void
draw_brush (SaysoTimelineFrame *frame, int height)
{
  SaysoBounds brush;
  GdkRGBA veil = sayso_timeline_fade (frame->style.view, 0.5), wash = sayso_timeline_fade (frame->style.accent, 0.13);
  double from, to;

  if (!sayso_timeline_model_get_brush (frame->canvas->model, &brush))
    return;

  from = brush.earliest == SAYSO_OPEN_PAST ? 0 : sayso_viewport_to_x (frame->viewport, brush.earliest);
  to = brush.latest == SAYSO_OPEN_FUTURE ? frame->width : sayso_viewport_to_x (frame->viewport, brush.latest + 1.0);
  from = round (CLAMP (from, -4, frame->width + 4));
  to = round (CLAMP (to, -4, frame->width + 4));
  gtk_snapshot_append_color (frame->snapshot, &veil,
                             &GRAPHENE_RECT_INIT (sayso_timeline_frame_place (frame, 0, from), 0, MAX (from, 0),
                                                  height));
  gtk_snapshot_append_color (frame->snapshot, &veil,
                             &GRAPHENE_RECT_INIT (sayso_timeline_frame_place (frame, to, frame->width - to), 0,
                                                  MAX (frame->width - to, 0), height));
  gtk_snapshot_append_color (frame->snapshot, &wash,
                             &GRAPHENE_RECT_INIT (sayso_timeline_frame_place (frame, from, to - from), 0, to - from,
                                                  height));
  gtk_snapshot_append_color (frame->snapshot, &frame->style.accent,
                             &GRAPHENE_RECT_INIT (sayso_timeline_frame_place (frame, from - 1, 2), 0, 2, height));
  gtk_snapshot_append_color (frame->snapshot, &frame->style.accent,
                             &GRAPHENE_RECT_INIT (sayso_timeline_frame_place (frame, to - 1, 2), 0, 2, height));
}

/* What a hand holds is over all others. */
static void
draw_marks (SaysoTimelineFrame *frame)
{
  const SaysoTimelineLayout *layout = frame->canvas->layout;
  const SaysoTimelineMark *held = NULL;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (layout->marks, SaysoTimelineMark, i);

      if (mark->shape != SAYSO_SHAPE_COUNT && frame->canvas->changed_event != 0 &&
          sayso_timeline_canvas_event (frame->canvas, mark->event)->id == frame->canvas->changed_event)
        held = mark;
      else
        sayso_timeline_frame_draw_mark (frame, mark);
    }
  if (held != NULL)
    sayso_timeline_frame_draw_mark (frame, held);
}

/* Where what is dropped would stand. */
static void
draw_drop (SaysoTimelineFrame *frame, int height)
{
  const SaysoBounds *drop = &frame->canvas->drop;
  GdkRGBA wash = sayso_timeline_fade (frame->style.accent, 0.25);
  g_autofree char *words = NULL;
  double from, width;

  if (!sayso_bounds_known (drop))
    return;

  words = sayso_bounds_to_words (drop);
  from = round (sayso_viewport_to_x (frame->viewport, drop->earliest));
  width = MAX (round (sayso_viewport_to_x (frame->viewport, drop->latest + 1.0)) - from, 2);
  gtk_snapshot_append_color (frame->snapshot, &wash,
                             &GRAPHENE_RECT_INIT (sayso_timeline_frame_place (frame, from, width), 0, width, height));
  sayso_timeline_frame_draw_note (frame, words, from + width / 2, MAX (frame->canvas->drop_y - 30, 14));
}

/* -- the whole --------------------------------------------------------------------------------------- */

void
sayso_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  SaysoTimelineFrame frame = { .canvas = self, .snapshot = snapshot };
  double edge, shift;

  if (self->model == NULL || self->layout == NULL || self->layout->data->n_dated == 0)
    return;

  sayso_timeline_style_read (&frame.style, widget);
  if (memcmp (&frame.style, &self->style, sizeof self->style) != 0)
    {
      g_hash_table_remove_all (self->textures);
      self->style = frame.style;
    }
  frame.viewport = sayso_timeline_model_get_viewport (self->model);
  frame.selected = sayso_timeline_model_get_selected (self->model);
  frame.focused = sayso_timeline_canvas_focused (self);
  frame.width = sayso_timeline_canvas_time_width (self);
  frame.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  height = MAX (height, ceil (self->layout->height)); /* of a picture, lanes may be taller */
  edge = frame.mirrored ? 0 : width - frame.width;

  draw_ground (&frame, width, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (edge, 0, frame.width, height));
  draw_brush (&frame, height);
  sayso_timeline_frame_draw_tethers (&frame);
  draw_marks (&frame);
  sayso_timeline_frame_draw_pills (&frame);
  draw_drop (&frame, height);
  gtk_snapshot_pop (snapshot);
  sayso_timeline_frame_draw_lane_names (&frame, width, height);

  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->heads, i), snapshot);
  gtk_widget_snapshot_child (widget, self->fewer, snapshot);

  /* The ring of the focused event, from the style sheet; where the event is now. */
  shift = sayso_viewport_to_x (frame.viewport, self->allocated_left);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (frame.mirrored ? -shift : shift), 0));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!sayso_timeline_canvas_is_head (self, child) && gtk_widget_has_visible_focus (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
}
