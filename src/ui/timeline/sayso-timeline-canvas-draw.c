/* sayso-timeline-canvas-draw.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-date-words.h"
#include "sayso-timeline-ticks.h"

#define LABEL_MAX 360
#define PILL_HEIGHT 24
#define TICK_WIDTH 60
#define STRIPE 0.03 /* of every other lane */

/* What one frame needs again and again. */
typedef struct
{
  SaysoTimelineCanvas *canvas;
  GtkSnapshot *snapshot;
  SaysoTimelineStyle style;
  SaysoViewport *viewport;
  gint64 selected;
  gint64 focused;
  double width; /* of the time axis */
  gboolean mirrored;
} Frame;

static PangoLayout *
make_text (Frame *frame, const char *text, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (frame->canvas), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

static void
append_text (Frame *frame, PangoLayout *layout, double x, double y, const GdkRGBA *color)
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

/* Labels are laid out once; only weight changes, as they are selected. */
static PangoLayout *
get_label (Frame *frame, const SaysoTimelineEvent *event)
{
  PangoLayout *layout = g_hash_table_lookup (frame->canvas->labels, &event->id);
  gboolean bold = event->id == frame->selected;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (layout != NULL && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (layout), "bold")) == bold)
    return layout;

  layout = make_text (frame, event->title, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
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

static PangoLayout *
get_number (Frame *frame, guint number)
{
  gpointer key = GUINT_TO_POINTER (MIN (number, 100));
  PangoLayout *layout = g_hash_table_lookup (frame->canvas->numbers, key);
  g_autofree char *digits = NULL;

  if (layout != NULL)
    return layout;

  digits = number > 99 ? g_strdup ("99+") : g_strdup_printf ("%u", number);
  layout = make_text (frame, digits, PANGO_WEIGHT_BOLD);
  g_hash_table_insert (frame->canvas->numbers, key, layout);

  return layout;
}

static double
place (Frame *frame, double begin, double width)
{
  return sayso_timeline_canvas_to_widget (frame->canvas, begin, width);
}

/* -- ground ------------------------------------------------------------------------------------------ */

static void
draw_ground (Frame *frame, int width, int height)
{
  SaysoTimelineCanvas *self = frame->canvas;
  g_autoptr (GArray) ticks = NULL;
  GdkRGBA stripe = sayso_timeline_fade (frame->style.foreground, STRIPE);
  GdkRGBA line = sayso_timeline_fade (frame->style.foreground, 0.10);
  GdkRGBA strong = sayso_timeline_fade (frame->style.foreground, 0.32);

  for (guint i = 0; i < self->layout->lanes->len; i += 2)
    {
      const SaysoTimelineLane *lane = &g_array_index (self->layout->lanes, SaysoTimelineLane, i);

      gtk_snapshot_append_color (frame->snapshot, &stripe, &GRAPHENE_RECT_INIT (0, lane->y, width, lane->height));
    }

  ticks = sayso_timeline_ticks (sayso_viewport_get_left (frame->viewport), sayso_viewport_get_right (frame->viewport),
                                sayso_viewport_get_scale (frame->viewport), TICK_WIDTH, NULL);
  for (guint i = 0; i < ticks->len; i++)
    {
      const SaysoTick *tick = &g_array_index (ticks, SaysoTick, i);
      double x = floor (sayso_viewport_to_x (frame->viewport, tick->time));

      gtk_snapshot_append_color (frame->snapshot, tick->major ? &strong : &line,
                                 &GRAPHENE_RECT_INIT (place (frame, x, 1), 0, 1, height));
    }
}

static void
draw_brush (Frame *frame, int height)
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
                             &GRAPHENE_RECT_INIT (place (frame, 0, from), 0, MAX (from, 0), height));
  gtk_snapshot_append_color (frame->snapshot, &veil,
                             &GRAPHENE_RECT_INIT (place (frame, to, frame->width - to), 0, MAX (frame->width - to, 0),
                                                  height));
  gtk_snapshot_append_color (frame->snapshot, &wash,
                             &GRAPHENE_RECT_INIT (place (frame, from, to - from), 0, to - from, height));
  gtk_snapshot_append_color (frame->snapshot, &frame->style.accent,
                             &GRAPHENE_RECT_INIT (place (frame, from - 1, 2), 0, 2, height));
  gtk_snapshot_append_color (frame->snapshot, &frame->style.accent,
                             &GRAPHENE_RECT_INIT (place (frame, to - 1, 2), 0, 2, height));
}

/* -- marks ------------------------------------------------------------------------------------------- */

static void
draw_count (Frame *frame, const SaysoTimelineMark *mark, double x0, double x1, double y)
{
  PangoLayout *text = get_number (frame, mark->n_members);
  double x = place (frame, x0, x1 - x0);
  GdkRGBA tint = sayso_timeline_fade (frame->style.event, frame->style.contrast ? 0 : 0.18);
  GskRoundedRect pill;
  int width;

  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT (x, y - 9, x1 - x0, 18), 9);
  gtk_snapshot_push_rounded_clip (frame->snapshot, &pill);
  gtk_snapshot_append_color (frame->snapshot, &frame->style.view, &pill.bounds);
  gtk_snapshot_append_color (frame->snapshot, &tint, &pill.bounds);
  gtk_snapshot_pop (frame->snapshot);
  gtk_snapshot_append_border (frame->snapshot, &pill, (float[]) { 1.2, 1.2, 1.2, 1.2 },
                              (GdkRGBA[]) { frame->style.event, frame->style.event, frame->style.event,
                                            frame->style.event });
  pango_layout_get_pixel_size (text, &width, NULL);
  append_text (frame, text, x + (x1 - x0 - width) / 2, y, &frame->style.foreground);
}

static void
draw_doubt (Frame *frame, double x, double y)
{
  g_autoptr (PangoLayout) text = make_text (frame, "?", PANGO_WEIGHT_HEAVY);
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1.3);
  int width, height;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x + 6.5, y), 6.5);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (frame->snapshot, path, stroke, &frame->style.foreground);
  gsk_stroke_free (stroke);

  pango_layout_get_pixel_size (text, &width, &height);
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (x + 6.5, y));
  gtk_snapshot_scale (frame->snapshot, 0.84, 0.84);
  gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (-width / 2.0, -height / 2.0));
  gtk_snapshot_append_layout (frame->snapshot, text, &frame->style.foreground);
  gtk_snapshot_restore (frame->snapshot);
}

/* Where the label begins along time, and how wide it is with what stands before it. */
static double
label_begin (Frame *frame, const SaysoTimelineEvent *event, SaysoLabel label, double x0, double x1, double width)
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
draw_label (Frame *frame, const SaysoTimelineEvent *event, const SaysoTimelineMark *mark, SaysoLabel label, double x0,
            double x1, double y, gboolean plate)
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
  x = place (frame, label_begin (frame, event, label, x0, x1, width), width);
  if (label != SAYSO_LABEL_INSIDE)
    {
      GdkRGBA ground = sayso_timeline_fade (frame->style.view, plate ? 1 : 0.8);
      GskRoundedRect area;

      gsk_rounded_rect_init_from_rect (
          &area, &GRAPHENE_RECT_INIT (x - 3, y - text_height / 2.0 - 1, width + 6, text_height + 2), 4);
      gtk_snapshot_push_rounded_clip (frame->snapshot, &area);
      gtk_snapshot_append_color (frame->snapshot, &ground, &area.bounds);
      if (mark->lane % 2 == 0)
        {
          GdkRGBA stripe = sayso_timeline_fade (frame->style.foreground, STRIPE * ground.alpha);

          gtk_snapshot_append_color (frame->snapshot, &stripe, &area.bounds);
        }
      gtk_snapshot_pop (frame->snapshot);
    }

  /* In a text that runs to the left, the marks stand at its right. */
  if (frame->mirrored)
    {
      double end = x + width;

      if (decided)
        sayso_timeline_draw_tick (frame->snapshot, end - 12, y, &color);
      end -= decided ? 16 : 0;
      if (event->doubted)
        draw_doubt (frame, end - 13, y);
    }
  else
    {
      if (decided)
        sayso_timeline_draw_tick (frame->snapshot, x, y, &color);
      x += decided ? 16 : 0;
      if (event->doubted)
        draw_doubt (frame, x, y);
      x += event->doubted ? 18 : 0;
    }
  append_text (frame, layout, x, y, &color);
}

static void
draw_frame_around (Frame *frame, double x0, double x1, double y, double half, double distance, double radius,
                   double line, const GdkRGBA *color)
{
  double x = place (frame, x0 - distance, x1 - x0 + 2 * distance);
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
draw_cuts (Frame *frame, const SaysoTimelineEvent *event, double x0, double x1, double y)
{
  GdkRGBA hue = sayso_timeline_hue (&frame->style, event);

  if (event->voice == SAYSO_VOICE_SAID && !event->bounds.lasting)
    hue = frame->style.view; /* on a band's full colour */
  if (x0 < -1)
    sayso_timeline_draw_chevron (frame->snapshot, place (frame, 9, 0), y, frame->mirrored, &hue);
  if (x1 > frame->width + 1)
    sayso_timeline_draw_chevron (frame->snapshot, place (frame, frame->width - 9, 0), y, !frame->mirrored, &hue);
}

static void
draw_mark (Frame *frame, const SaysoTimelineMark *mark)
{
  const SaysoTimelineEvent *event = sayso_timeline_canvas_event (frame->canvas, mark->event);
  double y = sayso_timeline_layout_row_y (frame->canvas->layout, mark->lane, mark->row), x0, x1;
  double half = mark->shape == SAYSO_SHAPE_BAR ? 9 : mark->shape == SAYSO_SHAPE_POINT ? 7 : 5;
  gboolean hovered = event->id == frame->canvas->hovered, shown = hovered || event->id == frame->focused;

  sayso_timeline_canvas_extent (frame->canvas, mark, &x0, &x1);
  if (x1 < -LABEL_MAX - 40 || x0 > frame->width + LABEL_MAX + 40)
    return;
  if (mark->shape == SAYSO_SHAPE_COUNT)
    {
      draw_count (frame, mark, x0, x1, y);
      return;
    }

  if (hovered)
    {
      GdkRGBA plate = sayso_timeline_fade (frame->style.foreground, 0.09);

      draw_frame_around (frame, x0, x1, y, half, 5, 7, 0, &plate);
    }
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (place (frame, 0, 0), 0));
  if (frame->mirrored)
    gtk_snapshot_scale (frame->snapshot, -1, 1);
  sayso_timeline_draw_mark (frame->snapshot, &frame->style, event, mark->shape, x0, x1, y,
                            sayso_viewport_get_scale (frame->viewport));
  gtk_snapshot_restore (frame->snapshot);
  if (mark->shape != SAYSO_SHAPE_POINT)
    draw_cuts (frame, event, x0, x1, y);
  if (event->id == frame->selected)
    draw_frame_around (frame, MAX (x0, -20), MIN (x1, frame->width + 20), y, half, 3, 6, 2, &frame->style.accent);
  if (mark->label != SAYSO_LABEL_NONE)
    draw_label (frame, event, mark, mark->label, x0, x1, y, FALSE);
  else if (shown)
    draw_label (frame, event, mark, x1 < frame->width - LABEL_MAX ? SAYSO_LABEL_AFTER : SAYSO_LABEL_BEFORE, x0, x1, y,
                TRUE);
}

/* -- pills at the edges ------------------------------------------------------------------------------ */

static gboolean
row_is_free (Frame *frame, const SaysoTimelineLane *lane, guint row, double begin, double end)
{
  const SaysoTimelineLayout *layout = frame->canvas->layout;
  double shift = sayso_viewport_to_x (frame->viewport, layout->params.left);

  for (guint i = g_array_index (layout->rows, guint, lane->first_row + row);
       i < g_array_index (layout->rows, guint, lane->first_row + row + 1); i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (layout->marks, SaysoTimelineMark, i);

      if (mark->begin + shift < end && mark->end + shift > begin)
        return FALSE;
    }

  return TRUE;
}

/* The row nearest the lane's middle where nothing is in the way; none: SAYSO_NONE. */
static guint
find_free_row (Frame *frame, const SaysoTimelineLane *lane, double begin, double end)
{
  guint best = SAYSO_NONE;
  double middle = (lane->n_rows - 1) / 2.0;

  for (guint row = 0; row < lane->n_rows; row++)
    if (row_is_free (frame, lane, row, begin, end) &&
        (best == SAYSO_NONE || fabs (row - middle) < fabs (best - middle)))
      best = row;

  return best;
}

static char *
describe_outside (Frame *frame, guint n, guint nearest, gboolean after)
{
  if (n == 1)
    return sayso_bounds_to_words (&sayso_timeline_canvas_event (frame->canvas, nearest)->bounds);
  if (after)
    /* Translators: events of a lane after what is in view */
    return g_strdup_printf (ngettext ("%u later", "%u later", n), n);

  /* Translators: events of a lane before what is in view */
  return g_strdup_printf (ngettext ("%u earlier", "%u earlier", n), n);
}

static void
draw_edge_pill (Frame *frame, guint index, gboolean after)
{
  const SaysoTimelineLane *lane = &g_array_index (frame->canvas->layout->lanes, SaysoTimelineLane, index);
  guint n = after ? lane->after : lane->before, nearest = after ? lane->nearest_after : lane->nearest_before, row;
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) text = NULL;
  GdkRGBA plate = sayso_timeline_fade (frame->style.foreground, 0.10);
  SaysoTimelinePill pill;
  GskRoundedRect area;
  double width, begin, x, y;
  int text_width;
  gboolean to_right = after != frame->mirrored;

  if (n == 0)
    return;

  words = describe_outside (frame, n, nearest, after);
  text = make_text (frame, words, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_get_pixel_size (text, &text_width, NULL);
  width = text_width + 30;
  begin = after ? frame->width - width - 8 : 8;
  row = find_free_row (frame, lane, begin - 6, begin + width + 6);
  if (row == SAYSO_NONE)
    {
      width = 24;
      begin = after ? frame->width - width - 8 : 8;
      row = find_free_row (frame, lane, begin - 2, begin + width + 2);
      if (row == SAYSO_NONE)
        return; /* everything there is taken by what is in view; the overview still shows it */
    }

  x = place (frame, begin, width);
  y = sayso_timeline_layout_row_y (frame->canvas->layout, index, row);
  gsk_rounded_rect_init_from_rect (&area, &GRAPHENE_RECT_INIT (x, y - PILL_HEIGHT / 2 + 1, width, PILL_HEIGHT - 2),
                                   PILL_HEIGHT / 2 - 1);
  gtk_snapshot_push_rounded_clip (frame->snapshot, &area);
  gtk_snapshot_append_color (frame->snapshot, &frame->style.view, &area.bounds);
  gtk_snapshot_append_color (frame->snapshot, &plate, &area.bounds);
  gtk_snapshot_pop (frame->snapshot);
  sayso_timeline_draw_chevron (frame->snapshot, to_right ? x + width - 12 : x + 12, y, to_right,
                               &frame->style.foreground);
  if (width > 24)
    append_text (frame, text, to_right ? x + 11 : x + width - 11 - text_width, y, &frame->style.foreground);

  pill.area = area.bounds;
  pill.event = sayso_timeline_canvas_event (frame->canvas, nearest)->id;
  g_array_append_val (frame->canvas->pills, pill);
}

/* -- lane names -------------------------------------------------------------------------------------- */

static const char *
actor_icon (SaysoNameKind kind)
{
  switch (kind)
    {
    case SAYSO_NAME_PERSON:
      return "sayso-person-symbolic";
    case SAYSO_NAME_ORGANIZATION:
      return "sayso-organization-symbolic";
    case SAYSO_NAME_AGENCY:
      return "sayso-agency-symbolic";
    case SAYSO_NAME_OUTLET:
      return "sayso-outlet-symbolic";
    case SAYSO_NAME_GROUP:
      return "sayso-group-symbolic";
    case SAYSO_NAME_PRODUCT:
      return "sayso-product-symbolic";
    case SAYSO_NAME_PLACE:
      return "sayso-place-symbolic";
    default:
      return "sayso-actors-symbolic";
    }
}

static void
draw_icon (Frame *frame, const char *name, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (frame->canvas);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, 16, gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), frame->snapshot, 16, 16, &frame->style.actor,
                                            1);
  gtk_snapshot_restore (frame->snapshot);
}

static char *
lane_name (Frame *frame, const SaysoTimelineLane *lane)
{
  const SaysoTimelineData *data = frame->canvas->layout->data;

  if (lane->folded)
    return g_strdup_printf (ngettext ("%u more actor", "%u more actors", lane->n_folded), lane->n_folded);
  if (frame->canvas->layout->params.lanes == SAYSO_LANES_ACTOR)
    return g_strdup (lane->key == SAYSO_NONE ? _ ("No actor")
                                             : g_array_index (data->actors, SaysoTimelineActor, lane->key).name);

  switch (lane->key)
    {
    case SAYSO_EVENT_REPORTED:
      return g_strdup (_ ("Reported"));
    case SAYSO_EVENT_LEARNED:
      return g_strdup (_ ("Learned"));
    default:
      return g_strdup (_ ("Occurred"));
    }
}

static void
draw_lane_name (Frame *frame, const SaysoTimelineLane *lane)
{
  const SaysoTimelineData *data = frame->canvas->layout->data;
  int head = gtk_widget_get_width (GTK_WIDGET (frame->canvas)) - (int) frame->width, width, more_width = 0;
  gboolean narrow = head < 100;
  g_autofree char *name = lane_name (frame, lane);
  g_autoptr (PangoLayout) text = make_text (frame, name, PANGO_WEIGHT_SEMIBOLD);
  double y = lane->y + lane->height / 2, edge = frame->mirrored ? frame->width : 0;

  if (lane->hidden > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%u", lane->hidden);
      g_autoptr (PangoLayout) more_text = make_text (frame, more, PANGO_WEIGHT_SEMIBOLD);

      pango_layout_get_pixel_size (more_text, &more_width, NULL);
      append_text (frame, more_text,
                   edge + (narrow            ? (head - more_width) / 2
                           : frame->mirrored ? 12
                                             : head - 12 - more_width),
                   narrow ? y + 18 : y, &frame->style.secondary);
      more_width += 9;
    }

  if (frame->canvas->layout->params.lanes == SAYSO_LANES_KIND)
    sayso_timeline_draw_glyph (frame->snapshot, lane->key, edge + (frame->mirrored ? head - 21 : 21), y, NULL,
                               &frame->style.event, 1.6, FALSE);
  else
    draw_icon (frame,
               lane->folded || lane->key == SAYSO_NONE
                   ? "sayso-actors-symbolic"
                   : actor_icon (g_array_index (data->actors, SaysoTimelineActor, lane->key).kind),
               edge + (frame->mirrored ? head - 28 : 12), y - 8);

  if (narrow)
    return;

  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (text, (head - 36 - 12 - more_width) * PANGO_SCALE);
  pango_layout_get_pixel_size (text, &width, NULL);
  append_text (frame, text, edge + (frame->mirrored ? head - 36 - width : 36), y, &frame->style.foreground);
}

static void
draw_lane_names (Frame *frame, int width, int height)
{
  int head = width - (int) frame->width;
  double edge = frame->mirrored ? frame->width : 0;
  GdkRGBA line = sayso_timeline_fade (frame->style.foreground, 0.10);
  GdkRGBA border = sayso_timeline_fade (frame->style.foreground, 0.15);

  for (guint i = 0; i < frame->canvas->layout->lanes->len; i++)
    {
      const SaysoTimelineLane *lane = &g_array_index (frame->canvas->layout->lanes, SaysoTimelineLane, i);

      draw_lane_name (frame, lane);
      gtk_snapshot_append_color (frame->snapshot, &line, &GRAPHENE_RECT_INIT (0, lane->y + lane->height - 1, width, 1));
    }
  gtk_snapshot_append_color (frame->snapshot, &border,
                             &GRAPHENE_RECT_INIT (frame->mirrored ? edge : head - 1, 0, 1, height));
}

/* -- the whole --------------------------------------------------------------------------------------- */

void
sayso_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SaysoTimelineCanvas *self = SAYSO_TIMELINE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  Frame frame = { self, snapshot };
  double edge;

  if (self->model == NULL || self->layout == NULL || self->layout->data->events->len == 0)
    return;

  sayso_timeline_style_read (&frame.style, widget);
  frame.viewport = sayso_timeline_model_get_viewport (self->model);
  frame.selected = sayso_timeline_model_get_selected (self->model);
  frame.focused = sayso_timeline_canvas_focused (self);
  frame.width = sayso_timeline_canvas_time_width (self);
  frame.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  edge = frame.mirrored ? 0 : width - frame.width;
  g_array_set_size (self->pills, 0);

  draw_ground (&frame, width, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (edge, 0, frame.width, height));
  draw_brush (&frame, height);
  for (guint i = 0; i < self->layout->marks->len; i++)
    draw_mark (&frame, &g_array_index (self->layout->marks, SaysoTimelineMark, i));
  for (guint i = 0; i < self->layout->lanes->len; i++)
    {
      draw_edge_pill (&frame, i, FALSE);
      draw_edge_pill (&frame, i, TRUE);
    }
  gtk_snapshot_pop (snapshot);
  draw_lane_names (&frame, width, height);

  /* The ring of the focused event, from the style sheet. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_visible_focus (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
}
