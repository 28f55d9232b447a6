/* sayso-timeline-draw.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-draw.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "sayso-colors.h"

#include "sayso-date-words.h"

#define BAND_HEIGHT 10.0
#define BAR_HEIGHT 18.0 /* with text as it was designed for */
#define LINE 17.0       /* the same of a line of labels */
#define LABEL_SIZE 0.82 /* of the widget's font */
#define BAR_RADIUS 3.0
#define MIN_SOFT 6.0   /* pixels of the least soft end */
#define SOFT_FILL 0.08 /* what is left of the fill at a soft end */
#define SOFT_LINE 0.25 /* and of the outline */

typedef struct
{
  guint serial; /* of the context that was measured */
  double scale;
} TextSize;

/**
 * sayso_timeline_text_scale:
 * @widget: a part of the timeline
 *
 * How much taller than designed a line of labels is in the reader's font, at the reader's size. What holds text grows
 * with it.
 *
 * Returns: that, at least 1
 */
double
sayso_timeline_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  guint serial = pango_context_get_serial (context);
  TextSize *known = g_object_get_data (G_OBJECT (context), "sayso-timeline-text");
  PangoFontMetrics *metrics;

  if (known != NULL && known->serial == serial)
    return known->scale;

  known = g_new (TextSize, 1);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  known->serial = serial;
  known->scale = MAX (pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE * LABEL_SIZE / LINE, 1);
  pango_font_metrics_unref (metrics);
  g_object_set_data_full (G_OBJECT (context), "sayso-timeline-text", known, g_free);

  return known->scale;
}

/**
 * sayso_timeline_style_read:
 * @style: (out): the colours now
 * @widget: the widget that draws
 */
void
sayso_timeline_style_read (SaysoTimelineStyle *style, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  sayso_color_get (widget, SAYSO_COLOR_FOREGROUND, &style->foreground);
  sayso_color_get (widget, SAYSO_COLOR_SECONDARY, &style->secondary);
  sayso_color_get (widget, SAYSO_COLOR_EVENT, &style->event);
  sayso_color_get (widget, SAYSO_COLOR_CLAIM, &style->claim);
  sayso_color_get (widget, SAYSO_COLOR_ACTOR, &style->actor);
  sayso_color_get (widget, SAYSO_COLOR_VIEW, &style->view);
  sayso_color_get (widget, SAYSO_COLOR_ACCENT, &style->accent);
  style->contrast = adw_style_manager_get_high_contrast (manager);
  style->text = sayso_timeline_text_scale (widget);
}

/* The hue tells kind of item, and that it is claimed; what is not said to be so has none. */
GdkRGBA
sayso_timeline_hue (const SaysoTimelineStyle *style, const SaysoTimelineEvent *event)
{
  if (event->standing == SAYSO_STANDING_REJECTED)
    return style->secondary;

  switch (event->voice)
    {
    case SAYSO_VOICE_SAID:
      return style->event;
    case SAYSO_VOICE_CLAIMED:
      return style->claim;
    default:
      return style->foreground;
    }
}

static GskPath *
glyph_path (SaysoEventKind kind, double x, double y)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  switch (kind)
    {
    case SAYSO_EVENT_REPORTED:
      gsk_path_builder_move_to (builder, x, y - 7);
      gsk_path_builder_line_to (builder, x + 7, y);
      gsk_path_builder_line_to (builder, x, y + 7);
      gsk_path_builder_line_to (builder, x - 7, y);
      gsk_path_builder_close (builder);
      break;
    case SAYSO_EVENT_LEARNED:
      gsk_path_builder_move_to (builder, x, y - 7);
      gsk_path_builder_line_to (builder, x + 7.5, y + 6);
      gsk_path_builder_line_to (builder, x - 7.5, y + 6);
      gsk_path_builder_close (builder);
      break;
    case SAYSO_EVENT_OCCURRED:
    default:
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), 6);
    }

  return gsk_path_builder_free_to_path (builder);
}

/* The glyph, stretched over the days it may fall on. */
static GskPath *
band_path (SaysoEventKind kind, double x0, double x1, double y)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double top = y - BAND_HEIGHT / 2, bottom = y + BAND_HEIGHT / 2, cap = BAND_HEIGHT / 2 + 1;
  GskRoundedRect capsule;

  switch (kind)
    {
    case SAYSO_EVENT_REPORTED:
      gsk_path_builder_move_to (builder, x0, y);
      gsk_path_builder_line_to (builder, x0 + cap, top);
      gsk_path_builder_line_to (builder, x1 - cap, top);
      gsk_path_builder_line_to (builder, x1, y);
      gsk_path_builder_line_to (builder, x1 - cap, bottom);
      gsk_path_builder_line_to (builder, x0 + cap, bottom);
      gsk_path_builder_close (builder);
      break;
    case SAYSO_EVENT_LEARNED:
      gsk_path_builder_move_to (builder, x0, bottom);
      gsk_path_builder_line_to (builder, x0 + cap, top - 1);
      gsk_path_builder_line_to (builder, x1 - cap, top - 1);
      gsk_path_builder_line_to (builder, x1, bottom);
      gsk_path_builder_close (builder);
      break;
    case SAYSO_EVENT_OCCURRED:
    default:
      gsk_rounded_rect_init_from_rect (&capsule, &GRAPHENE_RECT_INIT (x0, top, x1 - x0, BAND_HEIGHT), BAND_HEIGHT / 2);
      gsk_path_builder_add_rounded_rect (builder, &capsule);
    }

  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
bar_path (double x0, double x1, double y, double height)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x0, y - height / 2, x1 - x0, height), BAR_RADIUS);
  gsk_path_builder_add_rounded_rect (builder, &bar);

  return gsk_path_builder_free_to_path (builder);
}

static GskStroke *
make_stroke (double width, gboolean dashed, gboolean is_short)
{
  GskStroke *stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (dashed)
    gsk_stroke_set_dash (stroke, is_short ? (float[]) { 3, 2 } : (float[]) { 5, 3 }, 2);

  return stroke;
}

/**
 * sayso_timeline_draw_glyph:
 * @snapshot: what to draw on
 * @kind: occurred, reported or learned
 * @x: its middle
 * @y: likewise
 * @fill: (nullable): colour inside
 * @stroke: colour of the outline
 * @width: of the outline
 * @dashed: whether the outline is dashed
 */
void
sayso_timeline_draw_glyph (GtkSnapshot *snapshot, SaysoEventKind kind, double x, double y, const GdkRGBA *fill,
                           const GdkRGBA *stroke, double width, gboolean dashed)
{
  g_autoptr (GskPath) path = glyph_path (kind, x, y);
  GskStroke *line = make_stroke (width, dashed, TRUE);

  if (fill != NULL)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, fill);
  gtk_snapshot_append_stroke (snapshot, path, line, stroke);
  gsk_stroke_free (line);
}

/* Pixels over which an end fades: what is uncertain of it, but to be seen, and no more than there is. */
static double
soft_width (guint days, gboolean both, double width, double scale)
{
  double soft = days * (double) SAYSO_SECONDS_A_DAY * scale;

  return days > 0 ? MIN (MAX (soft, MIN_SOFT), width / (both ? 2 : 1)) : 0;
}

static void
append_faded (GtkSnapshot *snapshot, const graphene_rect_t *bounds, double x0, double x1, double soft_start,
              double soft_end, GdkRGBA color, double left)
{
  double width = MAX (x1 - x0, 1);
  GdkRGBA pale = sayso_timeline_fade (color, left);
  GskColorStop stops[] = {
    { 0, soft_start > 0 ? pale : color },
    { soft_start / width, color },
    { 1 - soft_end / width, color },
    { 1, soft_end > 0 ? pale : color },
  };

  gtk_snapshot_append_linear_gradient (snapshot, bounds, &GRAPHENE_POINT_INIT (x0, 0), &GRAPHENE_POINT_INIT (x1, 0),
                                       stops, G_N_ELEMENTS (stops));
}

static double
fill_strength (const SaysoTimelineStyle *style, const SaysoTimelineEvent *event, SaysoShape shape)
{
  gboolean point = shape == SAYSO_SHAPE_POINT;

  if (event->voice == SAYSO_VOICE_HYPOTHETICAL || event->voice == SAYSO_VOICE_DENIED)
    return 0;
  if (style->contrast && (shape == SAYSO_SHAPE_BAR || event->voice == SAYSO_VOICE_CLAIMED))
    return 0;
  if (event->voice == SAYSO_VOICE_CLAIMED)
    return point ? 0.14 : 0.10;

  return shape == SAYSO_SHAPE_BAR ? 0.24 : 0.66;
}

static void
draw_line_through (GtkSnapshot *snapshot, double x0, double x1, double y, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x0 - 4, y - 0.75, x1 - x0 + 8, 1.5));
}

/**
 * sayso_timeline_draw_mark:
 * @snapshot: what to draw on
 * @style: the colours
 * @event: what to draw
 * @shape: how; no count
 * @x0: where it starts
 * @x1: where it ends
 * @y: its middle
 * @scale: pixels a second, for soft ends
 *
 * Draws an event as it is told and as its date is known. Time runs to the right; mirror the snapshot for the
 * other way.
 */
void
sayso_timeline_draw_mark (GtkSnapshot *snapshot, const SaysoTimelineStyle *style, const SaysoTimelineEvent *event,
                          SaysoShape shape, double x0, double x1, double y, double scale)
{
  GdkRGBA hue = sayso_timeline_hue (style, event);
  GdkRGBA fill = sayso_timeline_fade (hue, fill_strength (style, event, shape));
  gboolean dashed = event->voice == SAYSO_VOICE_CLAIMED,
           both = event->bounds.soft_start > 0 && event->bounds.soft_end > 0;
  double soft_start = soft_width (event->bounds.soft_start, both, x1 - x0, scale);
  double soft_end = soft_width (event->bounds.soft_end, both, x1 - x0, scale);
  g_autoptr (GskPath) path = NULL;
  graphene_rect_t bounds;
  GskStroke *stroke;

  if (shape == SAYSO_SHAPE_POINT)
    {
      double x = x0 / 2 + x1 / 2;

      fill = sayso_timeline_blend (fill, style->view); /* the ground shows no lines through a glyph */
      sayso_timeline_draw_glyph (snapshot, event->kind, x, y, &fill, &hue, style->contrast ? 2 : 1.5, dashed);
      if (event->voice == SAYSO_VOICE_DENIED || event->standing == SAYSO_STANDING_REJECTED)
        draw_line_through (snapshot, x - 7, x + 7, y, &hue);
      return;
    }

  path = shape == SAYSO_SHAPE_BAR ? bar_path (x0, x1, y, BAR_HEIGHT * style->text) : band_path (event->kind, x0, x1, y);
  stroke = make_stroke (style->contrast ? 2 : 1.5, dashed, x1 - x0 < SAYSO_TIMELINE_SHORT);
  if (soft_start == 0 && soft_end == 0)
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &fill);
      gtk_snapshot_append_stroke (snapshot, path, stroke, &hue);
    }
  else
    {
      graphene_rect_init (&bounds, x0 - 2, y - BAR_HEIGHT * style->text, x1 - x0 + 4, 2 * BAR_HEIGHT * style->text);
      gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
      append_faded (snapshot, &bounds, x0, x1, soft_start, soft_end, fill, SOFT_FILL);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_push_stroke (snapshot, path, stroke);
      append_faded (snapshot, &bounds, x0, x1, soft_start, soft_end, hue, SOFT_LINE);
      gtk_snapshot_pop (snapshot);
    }
  gsk_stroke_free (stroke);

  if (event->voice == SAYSO_VOICE_DENIED || event->standing == SAYSO_STANDING_REJECTED)
    draw_line_through (snapshot, x0, x1, y, &hue);
}

static void
draw_line (GtkSnapshot *snapshot, GskPathBuilder *builder, const GdkRGBA *color)
{
  g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);
  GskStroke *stroke = gsk_stroke_new (1.8);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

/**
 * sayso_timeline_draw_chevron:
 * @snapshot: what to draw on
 * @x: its middle
 * @y: likewise
 * @forward: whether it points to the right
 * @color: its colour
 */
void
sayso_timeline_draw_chevron (GtkSnapshot *snapshot, double x, double y, gboolean forward, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double way = forward ? 2 : -2;

  gsk_path_builder_move_to (builder, x - way, y - 4);
  gsk_path_builder_line_to (builder, x + way, y);
  gsk_path_builder_line_to (builder, x - way, y + 4);
  draw_line (snapshot, builder, color);
}

/* The tick of what a person decided. */
void
sayso_timeline_draw_tick (GtkSnapshot *snapshot, double x, double y, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, x + 1, y + 0.5);
  gsk_path_builder_line_to (builder, x + 4, y + 3.5);
  gsk_path_builder_line_to (builder, x + 10, y - 3.5);
  draw_line (snapshot, builder, color);
}

/**
 * sayso_timeline_make_texture:
 * @widget: where it will be shown
 * @snapshot: (transfer full): what was drawn
 * @area: the part of it that is wanted
 *
 * Paths are painted anew for each frame where the graphics processor draws; a picture of what looks the same in each is
 * not.
 *
 * Returns: (transfer full): a picture, as fine as the display
 */
GdkTexture *
sayso_timeline_make_texture (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  int scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ceil (area->size.width) * scale,
                                                         ceil (area->size.height) * scale);
  int height = cairo_image_surface_get_height (surface), stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area->origin.x, -area->origin.y);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_destroy (surface);

  return texture;
}

static const char *
voice_to_words (SaysoVoice voice)
{
  switch (voice)
    {
    case SAYSO_VOICE_CLAIMED:
      return _ ("claimed");
    case SAYSO_VOICE_HYPOTHETICAL:
      return _ ("hypothetical");
    case SAYSO_VOICE_DENIED:
      return _ ("denied");
    default:
      return _ ("said by the author");
    }
}

static const char *
source_to_words (SaysoSourceKind source)
{
  switch (source)
    {
    case SAYSO_SOURCE_NAMED:
      return _ ("named source");
    case SAYSO_SOURCE_ANONYMOUS:
      return _ ("anonymous source");
    case SAYSO_SOURCE_DOCUMENT:
      return _ ("document");
    case SAYSO_SOURCE_OUTLET:
      return _ ("outlet");
    case SAYSO_SOURCE_AUTHOR:
      return NULL;
    default:
      return _ ("no source given");
    }
}

static const char *
standing_to_words (SaysoStanding standing)
{
  switch (standing)
    {
    case SAYSO_STANDING_CONFIRMED:
      return _ ("confirmed");
    case SAYSO_STANDING_CHANGED:
      return _ ("changed by you");
    case SAYSO_STANDING_REJECTED:
      return _ ("rejected");
    default:
      return _ ("suggested");
    }
}

/**
 * sayso_timeline_name:
 * @event: an event
 *
 * Returns: (transfer full): its title and its date with its certainty, to be read aloud
 */
char *
sayso_timeline_name (const SaysoTimelineEvent *event)
{
  g_autofree char *date = sayso_bounds_to_long_words (&event->bounds);

  /* Translators: title and date of an event, "Break-in found. Sometime in June 2015" */
  return g_strdup_printf (C_ ("event", "%s. %s"), event->title, date);
}

/**
 * sayso_timeline_describe:
 * @event: an event
 *
 * Says in words what its mark shows, but for title and date: "Occurred, claimed, anonymous source, doubted by the
 * author, suggested".
 *
 * Returns: (transfer full): words in the reader's language
 */
char *
sayso_timeline_describe (const SaysoTimelineEvent *event)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *kinds[] = { _ ("Occurred"), _ ("Reported"), _ ("Learned") };

  g_ptr_array_add (words, (gpointer) kinds[event->kind]);
  g_ptr_array_add (words, (gpointer) voice_to_words (event->voice));
  if (source_to_words (event->source) != NULL)
    g_ptr_array_add (words, (gpointer) source_to_words (event->source));
  if (event->doubted)
    g_ptr_array_add (words, (gpointer) _ ("doubted by the author"));
  g_ptr_array_add (words, (gpointer) standing_to_words (event->standing));
  g_ptr_array_add (words, NULL);

  /* Translators: between words in a list, as in "claimed, doubted, confirmed" */
  return g_strjoinv (C_ ("list", ", "), (char **) words->pdata);
}
