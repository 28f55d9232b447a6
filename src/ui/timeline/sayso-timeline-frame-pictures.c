/* sayso-timeline-frame-pictures.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What looks the same everywhere: painted once, then a picture in every frame. For a file it is drawn in lines. */

#include "sayso-timeline-frame-private.h"

#include <math.h>

/* Keys of textures: counts by their number, glyphs and stretches by how they are told, and these by their part. */
#define GLYPH (1u << 31)
#define STRETCH (1u << 30)
#define SIGN (1u << 29)

#define MARGIN 6 /* around a glyph or a stretch, for what stands out */
#define CAP 8    /* of a stretch, at either end */
#define TILE 8   /* one dash and its gap: the middle of a stretch is so many, side by side */

typedef enum
{
  WHOLE,
  START,
  MIDDLE,
  END,
} Part;

static const GdkTexture *
find_texture (SaysoTimelineFrame *frame, guint key)
{
  return g_hash_table_lookup (frame->canvas->textures, GUINT_TO_POINTER (key));
}

static void
keep_texture (SaysoTimelineFrame *frame, guint key, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  g_hash_table_insert (frame->canvas->textures, GUINT_TO_POINTER (key),
                       sayso_timeline_make_texture (GTK_WIDGET (frame->canvas), snapshot, area));
}

static void
append_texture (SaysoTimelineFrame *frame, guint key, const graphene_rect_t *area, double x, double y)
{
  graphene_rect_t place = *area;

  graphene_rect_offset (&place, round (x), round (y));
  gtk_snapshot_append_texture (frame->snapshot, (GdkTexture *) find_texture (frame, key), &place);
}

static void
paint_count (SaysoTimelineFrame *frame, GtkSnapshot *snapshot, guint number, double width)
{
  g_autofree char *digits = number > 99 ? g_strdup ("99+") : g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) text = sayso_timeline_frame_make_text (frame, digits, PANGO_WEIGHT_BOLD);
  GdkRGBA tint = sayso_timeline_fade (frame->style.event, frame->style.contrast ? 0 : 0.18);
  GtkSnapshot *whole = frame->snapshot;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1.2);
  GskRoundedRect pill;
  double half = 9 * frame->style.text;
  int text_width;

  tint = sayso_timeline_blend (tint, frame->style.view);
  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT (0.6, 0.6 - half, width - 1.2, 2 * half - 1.2),
                                   half - 0.6);
  gsk_path_builder_add_rounded_rect (builder, &pill);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &tint);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &frame->style.event);
  gsk_stroke_free (stroke);
  pango_layout_get_pixel_size (text, &text_width, NULL);
  frame->snapshot = snapshot;
  sayso_timeline_frame_append_text (frame, text, (width - text_width) / 2, 0, &frame->style.foreground);
  frame->snapshot = whole;
}

void
sayso_timeline_frame_draw_count (SaysoTimelineFrame *frame, const SaysoTimelineMark *mark, double x0, double x1,
                                 double y)
{
  guint number = MIN (mark->n_members, 100);
  double half = ceil (9 * frame->style.text);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, -half, x1 - x0, 2 * half);
  double x = round (sayso_timeline_frame_place (frame, x0, x1 - x0));

  if (frame->canvas->exact)
    {
      gtk_snapshot_save (frame->snapshot);
      gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (x, y));
      paint_count (frame, frame->snapshot, number, x1 - x0);
      gtk_snapshot_restore (frame->snapshot);
      return;
    }
  if (find_texture (frame, number) == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      paint_count (frame, snapshot, number, x1 - x0);
      keep_texture (frame, number, snapshot, &area);
    }
  append_texture (frame, number, &area, x, y);
}

static guint
look_of (const SaysoTimelineEvent *event, SaysoShape shape)
{
  return shape << 12 | event->kind << 8 | event->voice << 4 | event->standing;
}

void
sayso_timeline_frame_draw_point (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, double x0, double x1,
                                 double y)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (-12, -10, 24, 20);
  guint key = GLYPH | look_of (event, SAYSO_SHAPE_POINT);
  double x = sayso_timeline_frame_place (frame, x0 / 2 + x1 / 2, 0);

  if (frame->canvas->exact)
    {
      sayso_timeline_draw_mark (frame->snapshot, &frame->style, event, SAYSO_SHAPE_POINT, x, x, y, 1);
      return;
    }
  if (find_texture (frame, key) == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      sayso_timeline_draw_mark (snapshot, &frame->style, event, SAYSO_SHAPE_POINT, 0, 0, 0, 1);
      keep_texture (frame, key, snapshot, &area);
    }
  append_texture (frame, key, &area, x, y);
}

/* Half the height of a stretch. */
static int
half_of (SaysoTimelineFrame *frame)
{
  return ceil (9 * frame->style.text) + 1;
}

static graphene_rect_t
area_of (Part part, double width, int half)
{
  switch (part)
    {
    case START:
      return GRAPHENE_RECT_INIT (-MARGIN, -half, MARGIN + CAP, 2 * half);
    case MIDDLE:
      return GRAPHENE_RECT_INIT (CAP, -half, TILE, 2 * half);
    case END:
      return GRAPHENE_RECT_INIT (width - CAP, -half, CAP + MARGIN, 2 * half);
    default:
      return GRAPHENE_RECT_INIT (-MARGIN, -half, width + 2 * MARGIN, 2 * half);
    }
}

/* A part of one of a width: what is wider differs in its middle alone, and the ends are the same. */
static guint
need_stretch (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, SaysoShape shape, Part part, guint width)
{
  guint key = STRETCH | width << 18 | part << 16 | look_of (event, shape);
  graphene_rect_t area = area_of (part, width, half_of (frame));
  GtkSnapshot *snapshot;

  if (find_texture (frame, key) != NULL)
    return key;

  snapshot = gtk_snapshot_new ();
  sayso_timeline_draw_mark (snapshot, &frame->style, event, shape, 0, width, 0, 1);
  keep_texture (frame, key, snapshot, &area);

  return key;
}

/* Both ends, and between them as many tiles as there is room for, the last one cut. */
void
sayso_timeline_frame_draw_stretch (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, SaysoShape shape,
                                   double x, double width, double y)
{
  const guint model = SAYSO_TIMELINE_SHORT + 2 * CAP;
  double middle = width - 2 * CAP;
  int half = half_of (frame);
  graphene_rect_t area;
  guint key;

  if (width < SAYSO_TIMELINE_SHORT)
    {
      area = area_of (WHOLE, width, half);
      append_texture (frame, need_stretch (frame, event, shape, WHOLE, width), &area, x, y);
      return;
    }
  area = area_of (START, model, half);
  append_texture (frame, need_stretch (frame, event, shape, START, model), &area, x, y);
  area = area_of (END, width, half);
  append_texture (frame, need_stretch (frame, event, shape, END, model), &area, x, y);
  key = need_stretch (frame, event, shape, MIDDLE, model);
  x = round (x) + CAP;
  y = round (y) - half;
  gtk_snapshot_push_repeat (frame->snapshot, &GRAPHENE_RECT_INIT (x, y, middle, 2 * half),
                            &GRAPHENE_RECT_INIT (x, y, TILE, 2 * half));
  gtk_snapshot_append_texture (frame->snapshot, (GdkTexture *) find_texture (frame, key),
                               &GRAPHENE_RECT_INIT (x, y, TILE, 2 * half));
  gtk_snapshot_pop (frame->snapshot);
}

static void
paint_doubt (SaysoTimelineFrame *frame, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) text = sayso_timeline_frame_make_text (frame, "?", PANGO_WEIGHT_HEAVY);
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1.3);
  int width, height;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (0, 0), 6.5);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);

  pango_layout_get_pixel_size (text, &width, &height);
  gtk_snapshot_scale (snapshot, 0.84 / frame->style.text, 0.84 / frame->style.text);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-width / 2.0, -height / 2.0));
  gtk_snapshot_append_layout (snapshot, text, color);
}

static void
paint_sign (SaysoTimelineFrame *frame, GtkSnapshot *snapshot, SaysoTimelineSign sign, const GdkRGBA *color)
{
  switch (sign)
    {
    case SAYSO_SIGN_LEFT:
    case SAYSO_SIGN_RIGHT:
      sayso_timeline_draw_chevron (snapshot, 0, 0, sign == SAYSO_SIGN_RIGHT, color);
      break;
    case SAYSO_SIGN_DECIDED:
      sayso_timeline_draw_tick (snapshot, -6, 0, color);
      break;
    case SAYSO_SIGN_DOUBTED:
      paint_doubt (frame, snapshot, color);
      break;
    default:
      sayso_timeline_draw_glyph (snapshot, (SaysoEventKind) sign, 0, 0, NULL, color, 1.6, FALSE);
    }
}

/* Its place among the colours of the style; after the last: it is none of them. */
static guint
find_color (const SaysoTimelineStyle *style, const GdkRGBA *color)
{
  const GdkRGBA *const colors[] = { &style->foreground, &style->secondary, &style->event, &style->claim, &style->view };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (colors) && !gdk_rgba_equal (colors[i], color); i++)
    ;

  return i;
}

/* A sign around a point. */
void
sayso_timeline_frame_draw_sign (SaysoTimelineFrame *frame, SaysoTimelineSign sign, double x, double y,
                                const GdkRGBA *color)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (-10, -10, 20, 20);
  guint key = SIGN | find_color (&frame->style, color) << 8 | sign;

  if (frame->canvas->exact)
    {
      gtk_snapshot_save (frame->snapshot);
      gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (x, y));
      paint_sign (frame, frame->snapshot, sign, color);
      gtk_snapshot_restore (frame->snapshot);
      return;
    }
  if (find_texture (frame, key) == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      paint_sign (frame, snapshot, sign, color);
      keep_texture (frame, key, snapshot, &area);
    }
  append_texture (frame, key, &area, x, y);
}
