/* sayso-timeline-frame-marks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws the marks of the events, with their labels. */

#include "sayso-timeline-frame-private.h"

#include <math.h>

#include "sayso-date-words.h"

#define LABEL_MAX 360

/* Labels are laid out once; only weight changes, as they are selected. */
static PangoLayout *
get_label (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event)
{
  PangoLayout *layout = g_hash_table_lookup (frame->canvas->labels, &event->id);
  gboolean bold = event->id == frame->selected;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (layout != NULL && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (layout), "bold")) == bold &&
      g_str_equal (pango_layout_get_text (layout), event->title))
    return layout;

  layout = sayso_timeline_frame_make_text (frame, event->title, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  if (event->voice == SAYSO_VOICE_HYPOTHETICAL || event->voice == SAYSO_VOICE_DENIED)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  if (event->voice == SAYSO_VOICE_DENIED || event->standing == SAYSO_STANDING_REJECTED)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  g_object_set_data (G_OBJECT (layout), "bold", GINT_TO_POINTER (bold));
  g_hash_table_insert (frame->canvas->labels, g_memdup2 (&event->id, sizeof event->id), layout);

  return layout;
}

/* Where the label begins along time, and how wide it is with what stands before it. */
static double
label_begin (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, SaysoLabel label, double x0, double x1,
             double width)
{
  double begin;

  switch (label)
    {
    case SAYSO_LABEL_AFTER:
      return x1 + 8;
    case SAYSO_LABEL_BEFORE:
      return x0 - 8 - width;
    case SAYSO_LABEL_INSIDE:
    default:
      /* It stays in sight as long as its bar does. */
      begin = x0 < 0 ? 20 : x0 + (event->bounds.soft_start > 0 ? 18 : 9);
      return MAX (MIN (begin, x1 - width - 9), x0 + 3);
    }
}

static void
draw_label (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, const SaysoTimelineMark *mark, SaysoLabel label,
            double x0, double x1, double y, gboolean plate)
{
  PangoLayout *layout = get_label (frame, event);
  gboolean decided = event->standing == SAYSO_STANDING_CONFIRMED || event->standing == SAYSO_STANDING_CHANGED;
  GdkRGBA color = event->standing == SAYSO_STANDING_REJECTED ? frame->style.secondary : frame->style.foreground;
  int text_width, text_height;
  double width, x;

  pango_layout_set_width (layout,
                          ceil (mark->label_width - (decided ? 16 : 0) - (event->doubted ? 18 : 0)) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  width = text_width + (decided ? 16 : 0) + (event->doubted ? 18 : 0);
  x = sayso_timeline_frame_place (frame, label_begin (frame, event, label, x0, x1, width), width);
  if (label != SAYSO_LABEL_INSIDE || mark->shape == SAYSO_SHAPE_BAND)
    {
      GdkRGBA stripe = sayso_timeline_fade (frame->style.foreground, mark->lane % 2 == 0 ? SAYSO_TIMELINE_STRIPE : 0);
      GdkRGBA ground = sayso_timeline_blend (stripe, frame->style.view);

      ground.alpha = plate || label == SAYSO_LABEL_INSIDE ? 1 : 0.8;
      gtk_snapshot_append_color (frame->snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (x - 3, y - text_height / 2.0 - 1, width + 6, text_height + 2));
    }

  /* In a text that runs to the left, the marks stand at its right. */
  if (frame->mirrored)
    {
      double end = x + width;

      if (decided)
        sayso_timeline_frame_draw_sign (frame, SAYSO_SIGN_DECIDED, end - 6, y, &color);
      end -= decided ? 16 : 0;
      if (event->doubted)
        sayso_timeline_frame_draw_sign (frame, SAYSO_SIGN_DOUBTED, end - 6.5, y, &frame->style.foreground);
    }
  else
    {
      if (decided)
        sayso_timeline_frame_draw_sign (frame, SAYSO_SIGN_DECIDED, x + 6, y, &color);
      x += decided ? 16 : 0;
      if (event->doubted)
        sayso_timeline_frame_draw_sign (frame, SAYSO_SIGN_DOUBTED, x + 6.5, y, &frame->style.foreground);
      x += event->doubted ? 18 : 0;
    }
  sayso_timeline_frame_append_text (frame, layout, x, y, &color);
}

static void
draw_frame_around (SaysoTimelineFrame *frame, double x0, double x1, double y, double half, double distance,
                   double radius, double line, const GdkRGBA *color)
{
  double x = sayso_timeline_frame_place (frame, x0 - distance, x1 - x0 + 2 * distance);
  GskRoundedRect area;

  gsk_rounded_rect_init_from_rect (
      &area, &GRAPHENE_RECT_INIT (x, y - half - distance, x1 - x0 + 2 * distance, 2 * (half + distance)), radius);
  if (line > 0)
    {
      gtk_snapshot_append_border (frame->snapshot, &area, (float[]) { line, line, line, line },
                                  (GdkRGBA[]) { *color, *color, *color, *color });
      return;
    }
  gtk_snapshot_push_rounded_clip (frame->snapshot, &area);
  gtk_snapshot_append_color (frame->snapshot, color, &area.bounds);
  gtk_snapshot_pop (frame->snapshot);
}

static void
draw_cuts (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, double x0, double x1, double y)
{
  GdkRGBA hue = sayso_timeline_hue (&frame->style, event);

  if (event->voice == SAYSO_VOICE_SAID && !event->bounds.lasting)
    hue = frame->style.view; /* on a band's full colour */
  if (x1 <= 0 || x0 >= frame->width)
    return;
  if (x0 < -1)
    sayso_timeline_frame_draw_sign (frame, frame->mirrored ? SAYSO_SIGN_RIGHT : SAYSO_SIGN_LEFT,
                                    sayso_timeline_frame_place (frame, 9, 0), y, &hue);
  if (x1 > frame->width + 1)
    sayso_timeline_frame_draw_sign (frame, frame->mirrored ? SAYSO_SIGN_LEFT : SAYSO_SIGN_RIGHT,
                                    sayso_timeline_frame_place (frame, frame->width - 9, 0), y, &hue);
}

static void
draw_stretch (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, SaysoShape shape, double x0, double x1,
              double y)
{
  /* Nobody sees the dashes far outside. */
  double from = round (MAX (x0, -SAYSO_TIMELINE_SHORT)), to = round (MIN (x1, frame->width + SAYSO_TIMELINE_SHORT));

  if (!frame->canvas->exact && event->bounds.soft_start == 0 && event->bounds.soft_end == 0)
    {
      sayso_timeline_frame_draw_stretch (frame, event, shape, sayso_timeline_frame_place (frame, from, to - from),
                                         MAX (to - from, 6), y);
      draw_cuts (frame, event, x0, x1, y);
      return;
    }
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (sayso_timeline_frame_place (frame, 0, 0), 0));
  if (frame->mirrored)
    gtk_snapshot_scale (frame->snapshot, -1, 1);
  sayso_timeline_draw_mark (frame->snapshot, &frame->style, event, shape, x0, x1, y,
                            sayso_viewport_get_scale (frame->viewport));
  gtk_snapshot_restore (frame->snapshot);
  draw_cuts (frame, event, x0, x1, y);
}

/* Words on a plate of their own, over everything. */
void
sayso_timeline_frame_draw_note (SaysoTimelineFrame *frame, const char *words, double x, double y)
{
  g_autoptr (PangoLayout) text = sayso_timeline_frame_make_text (frame, words, PANGO_WEIGHT_SEMIBOLD);
  GskRoundedRect plate;
  double left, half = 12 * frame->style.text;
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);
  x = CLAMP (x, width / 2 + 12, MAX (frame->width - width / 2 - 12, width / 2 + 12));
  left = sayso_timeline_frame_place (frame, x - width / 2, width);
  gsk_rounded_rect_init_from_rect (&plate, &GRAPHENE_RECT_INIT (left - 9, y - half, width + 18, 2 * half), half);
  gtk_snapshot_push_rounded_clip (frame->snapshot, &plate);
  gtk_snapshot_append_color (frame->snapshot, &frame->style.view, &plate.bounds);
  gtk_snapshot_append_color (frame->snapshot, &frame->style.foreground, &plate.bounds);
  gtk_snapshot_pop (frame->snapshot);
  sayso_timeline_frame_append_text (frame, text, left, y, &frame->style.view);
}

/* Half of how tall it is. */
static double
mark_half (SaysoTimelineFrame *frame, const SaysoTimelineMark *mark)
{
  return mark->shape == SAYSO_SHAPE_BAR ? 9 * frame->style.text : mark->shape == SAYSO_SHAPE_POINT ? 7 : 5;
}

void
sayso_timeline_frame_draw_mark (SaysoTimelineFrame *frame, const SaysoTimelineMark *mark)
{
  const SaysoTimelineEvent *event;
  SaysoTimelineEvent changed;
  double y = sayso_timeline_layout_row_y (frame->canvas->layout, mark->lane, mark->row), x0, x1;
  double half = mark_half (frame, mark);
  gboolean hovered, shown;

  sayso_timeline_canvas_extent (frame->canvas, mark, &x0, &x1);
  if (x1 < -20 || x0 > frame->width + 20)
    return;
  if (mark->shape == SAYSO_SHAPE_COUNT)
    {
      sayso_timeline_frame_draw_count (frame, mark, x0, x1, y);
      return;
    }

  event = sayso_timeline_canvas_event (frame->canvas, mark->event);
  hovered = event->id == frame->canvas->hovered;
  shown = hovered || event->id == frame->focused;
  if (event->id == frame->canvas->changed_event)
    {
      changed = *event;
      changed.bounds = frame->canvas->changed_to;
      event = &changed;
      x0 = MAX (sayso_viewport_to_x (frame->viewport, sayso_timeline_event_start (event)), -2 * frame->width);
      x1 = MIN (sayso_viewport_to_x (frame->viewport, sayso_timeline_event_end (event)), 3 * frame->width);
      if (mark->shape == SAYSO_SHAPE_POINT)
        {
          x0 = x0 / 2 + x1 / 2 - 8;
          x1 = x0 + 16;
        }
    }

  if (hovered)
    {
      GdkRGBA plate = sayso_timeline_fade (frame->style.foreground, 0.09);

      draw_frame_around (frame, x0, x1, y, half, 5, 7, 0, &plate);
    }
  if (mark->shape == SAYSO_SHAPE_POINT)
    sayso_timeline_frame_draw_point (frame, event, x0, x1, y);
  else
    draw_stretch (frame, event, mark->shape, x0, x1, y);
  if (event->id == frame->selected ||
      (frame->canvas->related != NULL && sayso_related_has (frame->canvas->related, SAYSO_ITEM_EVENT, event->id)))
    draw_frame_around (frame, MAX (x0, -20), MIN (x1, frame->width + 20), y, half, 3, 6, 2, &frame->style.accent);
  if (event == &changed)
    {
      g_autofree char *words = sayso_bounds_to_words (&event->bounds);

      sayso_timeline_frame_draw_note (frame, words, x0 / 2 + x1 / 2, y < 40 ? y + half + 18 : y - half - 18);
    }
  if (x1 <= 0 || x0 >= frame->width)
    return; /* it is on its way into view */
  if (mark->label != SAYSO_LABEL_NONE)
    draw_label (frame, event, mark, mark->label, x0, x1, y, FALSE);
  else if (shown)
    draw_label (frame, event, mark, x1 < frame->width - LABEL_MAX ? SAYSO_LABEL_AFTER : SAYSO_LABEL_BEFORE, x0, x1, y,
                TRUE);
}

/* From what happened to where it was learned or reported: straight down where one stands below the other, else along
 * the row first. */
static void
draw_tether (SaysoTimelineFrame *frame, const SaysoTimelineTether *tether)
{
  const SaysoTimelineLayout *layout = frame->canvas->layout;
  const SaysoTimelineMark *from = &g_array_index (layout->marks, SaysoTimelineMark, tether->from);
  const SaysoTimelineMark *to = &g_array_index (layout->marks, SaysoTimelineMark, tether->to);
  double y0 = sayso_timeline_layout_row_y (layout, from->lane, from->row);
  double y1 = sayso_timeline_layout_row_y (layout, to->lane, to->row), from0, from1, to0, to1, x, start;
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new (1.5);
  g_autoptr (GskPath) path = NULL;

  sayso_timeline_canvas_extent (frame->canvas, from, &from0, &from1);
  sayso_timeline_canvas_extent (frame->canvas, to, &to0, &to1);
  x = to0 / 2 + to1 / 2;
  if (MAX (from0, to0) < MIN (from1, to1))
    x = CLAMP (x, MAX (from0, to0), MIN (from1, to1));
  start = CLAMP (x, from0, from1);
  x = sayso_timeline_frame_place (frame, round (x), 0) + 0.5;
  start = sayso_timeline_frame_place (frame, round (start), 0) + 0.5;
  y0 += (y1 > y0 ? 1 : -1) * mark_half (frame, from);
  y1 -= (y1 > y0 ? 1 : -1) * mark_half (frame, to);
  gsk_path_builder_move_to (builder, start, y0);
  gsk_path_builder_line_to (builder, x, y0);
  gsk_path_builder_line_to (builder, x, y1);
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_dash (stroke, (float[]) { 1.5, 3 }, 2);
  gtk_snapshot_append_stroke (frame->snapshot, path, stroke, &frame->style.foreground);
  gsk_stroke_free (stroke);
}

void
sayso_timeline_frame_draw_tethers (SaysoTimelineFrame *frame)
{
  const GArray *tethers = frame->canvas->layout->tethers;

  for (guint i = 0; i < tethers->len; i++)
    draw_tether (frame, &g_array_index (tethers, SaysoTimelineTether, i));
}
