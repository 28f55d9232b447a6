/* sayso-timeline-frame-lanes.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws the names of the lanes, and the pills that lead to what is out of view. */

#include "sayso-timeline-frame-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-date-words.h"

/* -- pills at the edges ------------------------------------------------------------------------------ */

static gboolean
row_is_free (SaysoTimelineFrame *frame, const SaysoTimelineLane *lane, guint row, double begin, double end)
{
  const SaysoTimelineLayout *layout = frame->canvas->layout;
  double shift = sayso_viewport_to_x (frame->viewport, layout->params.left);

  for (guint i = g_array_index (layout->rows, guint, lane->first_row + row);
       i < g_array_index (layout->rows, guint, lane->first_row + row + 1); i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (layout->marks, SaysoTimelineMark, i);

      if (mark->x1 + shift <= 0 || mark->x0 + shift >= frame->width)
        continue; /* its label is not drawn */
      if (mark->begin + shift < end && mark->end + shift > begin)
        return FALSE;
    }

  return TRUE;
}

/* The row nearest the lane's middle where nothing is in the way; none: SAYSO_NONE. */
static guint
find_free_row (SaysoTimelineFrame *frame, const SaysoTimelineLane *lane, double begin, double end)
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
describe_outside (SaysoTimelineFrame *frame, guint n, guint nearest, gboolean after)
{
  if (n == 1 && nearest != SAYSO_NONE)
    return sayso_bounds_to_words (&sayso_timeline_canvas_event (frame->canvas, nearest)->bounds);
  if (after)
    /* Translators: events of a lane after what is in view */
    return g_strdup_printf (ngettext ("%u later", "%u later", n), n);

  /* Translators: events of a lane before what is in view */
  return g_strdup_printf (ngettext ("%u earlier", "%u earlier", n), n);
}

static void
draw_edge_pill (SaysoTimelineFrame *frame, guint index, gboolean after)
{
  const SaysoTimelineLane *lane = &g_array_index (frame->canvas->layout->lanes, SaysoTimelineLane, index);
  guint n = after ? lane->after : lane->before, nearest = after ? lane->nearest_after : lane->nearest_before, row;
  g_autofree char *words = NULL;
  PangoLayout *text;
  GdkRGBA plate = sayso_timeline_fade (frame->style.foreground, 0.10);
  SaysoTimelinePill pill;
  GskRoundedRect area;
  double width, begin, x, y, half = 12 * frame->style.text - 1;
  int text_width;
  gboolean to_right = after != frame->mirrored;

  if (n == 0)
    return;

  words = describe_outside (frame, n, nearest, after);
  text = sayso_timeline_frame_get_text (frame, words);
  pango_layout_get_pixel_size (text, &text_width, NULL);
  width = text_width + 30;
  begin = after ? frame->width - width - 8 : 8;
  row = find_free_row (frame, lane, begin - 6, begin + width + 6);
  if (row == SAYSO_NONE)
    {
      width = MAX (24, 2 * half);
      begin = after ? frame->width - width - 8 : 8;
      row = find_free_row (frame, lane, begin - 2, begin + width + 2);
      if (row == SAYSO_NONE)
        return; /* everything there is taken by what is in view; the overview still shows it */
    }

  x = sayso_timeline_frame_place (frame, begin, width);
  y = sayso_timeline_layout_row_y (frame->canvas->layout, index, row);
  gsk_rounded_rect_init_from_rect (&area, &GRAPHENE_RECT_INIT (x, y - half, width, 2 * half), half);
  gtk_snapshot_push_rounded_clip (frame->snapshot, &area);
  gtk_snapshot_append_color (frame->snapshot, &frame->style.view, &area.bounds);
  gtk_snapshot_append_color (frame->snapshot, &plate, &area.bounds);
  gtk_snapshot_pop (frame->snapshot);
  sayso_timeline_frame_draw_sign (frame, to_right ? SAYSO_SIGN_RIGHT : SAYSO_SIGN_LEFT,
                                  to_right ? x + width - 12 : x + 12, y, &frame->style.foreground);
  if (width > MAX (24, 2 * half))
    sayso_timeline_frame_append_text (frame, text, to_right ? x + 11 : x + width - 11 - text_width, y,
                                      &frame->style.foreground);

  pill.area = area.bounds;
  pill.event = nearest != SAYSO_NONE ? sayso_timeline_canvas_event (frame->canvas, nearest)->id : 0;
  pill.at = after ? lane->after_at : lane->before_at;
  g_array_append_val (frame->canvas->pills, pill);
}

void
sayso_timeline_frame_draw_pills (SaysoTimelineFrame *frame)
{
  g_array_set_size (frame->canvas->pills, 0);
  for (guint i = 0; i < frame->canvas->layout->lanes->len; i++)
    {
      draw_edge_pill (frame, i, FALSE);
      draw_edge_pill (frame, i, TRUE);
    }
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
draw_icon (SaysoTimelineFrame *frame, const char *name, double x, double y)
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

static const char *
lane_icon (SaysoTimelineFrame *frame, const SaysoTimelineLane *lane)
{
  const SaysoTimelineData *data = frame->canvas->layout->data;
  static const char *const sources[] = {
    [SAYSO_SOURCE_UNKNOWN] = "sayso-nobody-symbolic",    [SAYSO_SOURCE_NAMED] = "sayso-person-symbolic",
    [SAYSO_SOURCE_ANONYMOUS] = "sayso-unnamed-symbolic", [SAYSO_SOURCE_DOCUMENT] = "sayso-document-symbolic",
    [SAYSO_SOURCE_OUTLET] = "sayso-outlet-symbolic",     [SAYSO_SOURCE_AUTHOR] = "sayso-author-symbolic"
  };

  if (lane->n_groups > 1)
    return "pan-down-symbolic";
  switch (data->lanes)
    {
    case SAYSO_LANES_ARTICLE:
      return "sayso-article-symbolic";
    case SAYSO_LANES_OUTLET:
      return "sayso-outlet-symbolic";
    case SAYSO_LANES_SOURCE:
      return sources[g_array_index (data->groups, SaysoTimelineGroup, lane->key).id];
    case SAYSO_LANES_TAG:
      return "sayso-tag-symbolic";
    default:
      return lane->n_groups == 0 ? "sayso-actors-symbolic"
                                 : actor_icon (g_array_index (data->groups, SaysoTimelineGroup, lane->key).kind);
    }
}

static void
draw_lane_name (SaysoTimelineFrame *frame, const SaysoTimelineLane *lane)
{
  const SaysoTimelineData *data = frame->canvas->layout->data;
  int head = gtk_widget_get_width (GTK_WIDGET (frame->canvas)) - (int) frame->width, width, more_width = 0;
  gboolean narrow = head < 100;
  g_autofree char *name = sayso_timeline_canvas_lane_name (frame->canvas, lane);
  PangoLayout *text;
  double y = lane->y + lane->height / 2, edge = frame->mirrored ? frame->width : 0;

  if (lane->hidden > 0 || (lane->folded && lane->n_groups <= 1))
    {
      g_autofree char *more =
          lane->folded ? g_strdup_printf ("%u", lane->n_events) : g_strdup_printf ("+%u", lane->hidden);
      PangoLayout *more_text = sayso_timeline_frame_get_text (frame, more);

      pango_layout_get_pixel_size (more_text, &more_width, NULL);
      sayso_timeline_frame_append_text (frame, more_text,
                                        edge + (narrow            ? (head - more_width) / 2
                                                : frame->mirrored ? 12
                                                                  : head - 12 - more_width),
                                        narrow ? y + 18 : y, &frame->style.secondary);
      more_width += 9;
    }

  if (data->lanes == SAYSO_LANES_KIND)
    sayso_timeline_frame_draw_sign (frame, g_array_index (data->groups, SaysoTimelineGroup, lane->key).id,
                                    edge + (frame->mirrored ? head - 21 : 21), y, &frame->style.event);
  else
    draw_icon (frame, lane_icon (frame, lane), edge + (frame->mirrored ? head - 28 : 12), y - 8);

  if (narrow)
    return;

  text = sayso_timeline_frame_get_text (frame, name);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (text, (head - 36 - 12 - more_width) * PANGO_SCALE);
  pango_layout_get_pixel_size (text, &width, NULL);
  sayso_timeline_frame_append_text (frame, text, edge + (frame->mirrored ? head - 36 - width : 36), y,
                                    &frame->style.foreground);
}

void
sayso_timeline_frame_draw_lane_names (SaysoTimelineFrame *frame, int width, int height)
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
