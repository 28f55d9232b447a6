/* sayso-mark-painter.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mark-painter.h"

#include <adwaita.h>
#include <math.h>

#include "sayso-colors.h"
#include "sayso-sourcing-meter.h"

/* Below the baseline, for text of 16 pixels. */
#define LINE_OFFSET 3.5f
#define LINE_STEP 3.5f

/* By how much chips, pills and rings stand out over their words. */
#define OVERHANG 3.0f
#define CORNER_WIDTH 5.0f
#define CORNER_HEIGHT 9.0f
#define RADIUS 4.0f
#define PILL_RADIUS 8.0f

/* Brackets stand close to their words, as a comma often follows. */
#define BRACKET_OVERHANG 1.5f

/**
 * sayso_mark_look_load:
 * @self: a look
 * @widget: the text
 *
 * Fills in what depends on the style: colours, dark, high contrast.
 */
void
sayso_mark_look_load (SaysoMarkLook *self, GtkWidget *widget)
{
  AdwStyleManager *style;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  self->dark = adw_style_manager_get_dark (style);
  self->high_contrast = adw_style_manager_get_high_contrast (style);
  sayso_color_get (widget, SAYSO_COLOR_CLAIM, &self->colors[SAYSO_PAINT_CLAIM]);
  sayso_color_get (widget, SAYSO_COLOR_EVENT, &self->colors[SAYSO_PAINT_EVENT]);
  sayso_color_get (widget, SAYSO_COLOR_TIME, &self->colors[SAYSO_PAINT_TIME]);
  sayso_color_get (widget, SAYSO_COLOR_ACTOR, &self->colors[SAYSO_PAINT_ACTOR]);
  sayso_color_get (widget, SAYSO_COLOR_EVENT_TINT, &self->event_tint);
  sayso_color_get (widget, SAYSO_COLOR_CLAIM_WASH, &self->claim_wash);
  sayso_color_get (widget, SAYSO_COLOR_FOREGROUND, &self->foreground);
  sayso_color_get (widget, SAYSO_COLOR_SECONDARY, &self->secondary);
  sayso_color_get (widget, SAYSO_COLOR_VIEW, &self->view);
  sayso_color_get (widget, SAYSO_COLOR_ACCENT, &self->accent);
  adw_accent_color_to_rgba (adw_style_manager_get_accent_color (style), &self->selection);
  self->selection.alpha = self->high_contrast ? 0 : self->dark ? 0.34f : 0.22f;
}

/**
 * sayso_mark_look_load_paper:
 * @self: a look
 *
 * Fills in the colours for paper, on which nothing is selected.
 */
void
sayso_mark_look_load_paper (SaysoMarkLook *self)
{
  g_return_if_fail (self != NULL);

  sayso_color_on_paper (SAYSO_COLOR_CLAIM, &self->colors[SAYSO_PAINT_CLAIM]);
  sayso_color_on_paper (SAYSO_COLOR_EVENT, &self->colors[SAYSO_PAINT_EVENT]);
  sayso_color_on_paper (SAYSO_COLOR_TIME, &self->colors[SAYSO_PAINT_TIME]);
  sayso_color_on_paper (SAYSO_COLOR_ACTOR, &self->colors[SAYSO_PAINT_ACTOR]);
  sayso_color_on_paper (SAYSO_COLOR_EVENT_TINT, &self->event_tint);
  sayso_color_on_paper (SAYSO_COLOR_CLAIM_WASH, &self->claim_wash);
  sayso_color_on_paper (SAYSO_COLOR_FOREGROUND, &self->foreground);
  sayso_color_on_paper (SAYSO_COLOR_SECONDARY, &self->secondary);
  sayso_color_on_paper (SAYSO_COLOR_VIEW, &self->view);
}

SaysoPaint
sayso_paint_of (SaysoItemKind kind)
{
  switch (kind)
    {
    case SAYSO_ITEM_EVENT:
      return SAYSO_PAINT_EVENT;
    case SAYSO_ITEM_TIME:
      return SAYSO_PAINT_TIME;
    case SAYSO_ITEM_ACTOR:
      return SAYSO_PAINT_ACTOR;
    case SAYSO_ITEM_NONE:
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_CLAIM:
    case SAYSO_ITEM_RELATION:
    default:
      return SAYSO_PAINT_CLAIM;
    }
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, float left, float top, float right, float bottom)
{
  if (color->alpha > 0 && right > left && bottom > top)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top));
}

/* A line's width under high contrast is at least 2 px. */
static float
line_width (const SaysoMarkLook *look, float width)
{
  return look->high_contrast ? MAX (2, width) : width;
}

static void
stroke_path (GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *color, float width, GskLineCap cap, const float *dash,
             gsize n_dash)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (stroke, cap);
  gsk_stroke_set_line_join (stroke, cap == GSK_LINE_CAP_ROUND ? GSK_LINE_JOIN_ROUND : GSK_LINE_JOIN_MITER);
  if (n_dash > 0)
    gsk_stroke_set_dash (stroke, dash, n_dash);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
stroke_line (GtkSnapshot *snapshot, const GdkRGBA *color, float left, float right, float y, float width, GskLineCap cap,
             float dash, float gap)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  const float dashes[] = { dash, gap };

  gsk_path_builder_move_to (builder, left, y);
  gsk_path_builder_line_to (builder, right, y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  stroke_path (snapshot, path, color, width, cap, dashes, G_N_ELEMENTS (dashes));
}

/* The line under a time. Its dots end where the words do. */
static void
paint_dots (GtkSnapshot *snapshot, const GdkRGBA *color, float left, float right, float y, float width)
{
  float length = right - left - width;
  guint n = MAX (1, (guint) roundf (length / (width * 2)));

  if (length <= 0)
    {
      fill (snapshot, color, left, y, right, y + width);
      return;
    }

  stroke_line (snapshot, color, left + width / 2, right - width / 2 + 0.01f, y + width / 2, width, GSK_LINE_CAP_ROUND,
               0, length / n);
}

static void
outline (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius, const GdkRGBA *color, float width,
         gboolean dashed)
{
  g_autoptr (GskPathBuilder) builder = NULL;
  g_autoptr (GskPath) path = NULL;
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  const float dashes[] = { 4, 2.5f };
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, bounds, MIN (radius, bounds->size.height / 2));
  if (!dashed)
    {
      gtk_snapshot_append_border (snapshot, &rect, widths, colors);
      return;
    }

  gsk_rounded_rect_shrink (&rect, width / 2, width / 2, width / 2, width / 2);
  builder = gsk_path_builder_new ();
  gsk_path_builder_add_rounded_rect (builder, &rect);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  stroke_path (snapshot, path, color, width, GSK_LINE_CAP_BUTT, dashes, G_N_ELEMENTS (dashes));
}

static void
fill_rounded (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius, const GdkRGBA *color)
{
  GskRoundedRect rect;

  if (color->alpha <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&rect, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

/* Upper edge of the line under a segment. */
static float
underline_y (const SaysoSegment *segment, const SaysoIndexedMark *it, const SaysoMarkLook *look)
{
  return roundf (segment->baseline + (LINE_OFFSET + LINE_STEP * it->level) * look->metrics.scale);
}

static gboolean
is_selected (const SaysoMark *mark, const SaysoMarkLook *look)
{
  return mark->kind == look->selected_kind && mark->id == look->selected_id;
}

/* A tick at the lower right of what a person decided on, with the ground cut free around it. */
static void
paint_tick (GtkSnapshot *snapshot, const SaysoMarkLook *look, float x, float y)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, x - 4, y);
  gsk_path_builder_line_to (builder, x - 1.5f, y + 2.5f);
  gsk_path_builder_line_to (builder, x + 3, y - 3.5f);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  stroke_path (snapshot, path, &look->view, 5, GSK_LINE_CAP_ROUND, NULL, 0);
  stroke_path (snapshot, path, &look->foreground, 2, GSK_LINE_CAP_ROUND, NULL, 0);
}

static void
paint_decided (GtkSnapshot *above, const SaysoSegment *segment, const SaysoIndexedMark *it, const SaysoMarkLook *look)
{
  if (!segment->last || it->mark.standing == SAYSO_STANDING_SUGGESTED)
    return;
  if (it->mark.part == SAYSO_MARK_SOURCE || it->mark.part == SAYSO_MARK_CUE)
    return;

  paint_tick (above, look, segment->reversed ? segment->left + 2 : segment->right,
              underline_y (segment, it, look) + 3 * look->metrics.scale);
}

static void
paint_rejected (GtkSnapshot *above, const SaysoSegment *segment, const SaysoMarkLook *look)
{
  float y = roundf (segment->baseline - 5 * look->metrics.scale);

  fill (above, &look->secondary, segment->left, y, segment->right, y + line_width (look, 1.5f));
}

static graphene_rect_t
ring_rect (const SaysoSegment *segment, const SaysoIndexedMark *it, const SaysoMarkLook *look)
{
  float bottom = underline_y (segment, it, look) + 2;

  return GRAPHENE_RECT_INIT (segment->left - OVERHANG, segment->top - 1, segment->right - segment->left + 2 * OVERHANG,
                             bottom - segment->top + 1);
}

static void
paint_selection (GtkSnapshot *below, const SaysoSegment *segment, const SaysoIndexedMark *it, const SaysoMarkLook *look)
{
  graphene_rect_t ring = ring_rect (segment, it, look);

  graphene_rect_inset (&ring, -1, -2);
  fill_rounded (below, &ring, RADIUS + 1, &look->selection);
  outline (below, &ring, RADIUS + 1, &look->accent, look->high_contrast ? 3 : 2, FALSE);
}

static void
paint_event (GtkSnapshot *below, const SaysoSegment *segment, const SaysoIndexedMark *it, const SaysoMarkLook *look)
{
  const GdkRGBA *color = &look->colors[SAYSO_PAINT_EVENT];
  graphene_rect_t chip = ring_rect (segment, it, look);
  GskRoundedRect rect;

  if (it->mark.hollow)
    {
      outline (below, &chip, RADIUS, color, line_width (look, 1), FALSE);
      return;
    }

  if (look->high_contrast)
    outline (below, &chip, RADIUS, color, 2, FALSE);
  gsk_rounded_rect_init_from_rect (&rect, &chip, RADIUS);
  gtk_snapshot_push_rounded_clip (below, &rect);
  fill (below, &look->event_tint, chip.origin.x, chip.origin.y, chip.origin.x + chip.size.width,
        chip.origin.y + chip.size.height);
  fill (below, color, chip.origin.x,
        chip.origin.y + chip.size.height - line_width (look, 2) * (look->high_contrast + 1),
        chip.origin.x + chip.size.width, chip.origin.y + chip.size.height);
  gtk_snapshot_pop (below);
}

static void
paint_corner (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height, gboolean right,
              gboolean bottom, float line)
{
  float edge = right ? x + width - line : x, base = bottom ? y + height - line : y;

  fill (snapshot, color, edge, y, edge + line, y + height);
  fill (snapshot, color, right ? x : x + line, base, right ? x + width - line : x + width, base + line);
}

static void
paint_content (GtkSnapshot *below, const SaysoSegment *segment, const SaysoGutterLine *line, const SaysoIndexedMark *it,
               const SaysoMarkLook *look)
{
  gboolean selected = is_selected (&it->mark, look);
  const GdkRGBA *wash = selected ? &look->selection : &look->claim_wash;
  const GdkRGBA *color = selected ? &look->accent : &look->colors[SAYSO_PAINT_CLAIM];
  float width = line_width (look, selected ? 2 : 1.5f) + (look->high_contrast && selected);
  gboolean open_left = segment->reversed ? segment->last : segment->first;
  gboolean open_right = segment->reversed ? segment->first : segment->last;
  float left = segment->left - (open_left ? BRACKET_OVERHANG : 0);
  float right = segment->right + (open_right ? BRACKET_OVERHANG : 0);
  float top = roundf (line->top), bottom = roundf (line->bottom);

  fill (below, wash, left, top, right, bottom);
  if (segment->first)
    paint_corner (below, color, segment->reversed ? right - CORNER_WIDTH : left, top + 1 + 3 * it->start_inset,
                  CORNER_WIDTH, CORNER_HEIGHT, segment->reversed, FALSE, width);
  if (segment->last)
    paint_corner (below, color, segment->reversed ? left : right - CORNER_WIDTH,
                  bottom - 1 - CORNER_HEIGHT - 3 * it->end_inset, CORNER_WIDTH, CORNER_HEIGHT, !segment->reversed, TRUE,
                  width);
}

static void
paint_source (GtkSnapshot *below, const SaysoSegment *segment, const SaysoGutterLine *line, const SaysoIndexedMark *it,
              const SaysoMarkLook *look)
{
  gboolean selected = is_selected (&it->mark, look);
  float inset = MAX (1, (line->bottom - line->top - 23 * look->metrics.scale) / 2);
  graphene_rect_t pill = GRAPHENE_RECT_INIT (segment->left - OVERHANG, roundf (line->top + inset),
                                             segment->right - segment->left + 2 * OVERHANG,
                                             roundf (line->bottom - inset) - roundf (line->top + inset));

  outline (below, &pill, PILL_RADIUS, selected ? &look->accent : &look->colors[SAYSO_PAINT_CLAIM],
           line_width (look, selected ? 2.5f : 1.5f), it->mark.dashed);
}

static void
paint_line (GtkSnapshot *below, const SaysoSegment *segment, const SaysoIndexedMark *it, const SaysoMarkLook *look)
{
  float y = underline_y (segment, it, look);
  const GdkRGBA *color = &look->colors[sayso_paint_of (it->mark.kind)];

  switch (it->mark.kind)
    {
    case SAYSO_ITEM_TIME:
      paint_dots (below, color, segment->left, segment->right, y, line_width (look, 2.5f));
      break;
    case SAYSO_ITEM_CLAIM:
      if (is_selected (&it->mark, look))
        color = &look->accent;
      stroke_line (below, color, segment->left, segment->right, y + 1, line_width (look, 1.5f), GSK_LINE_CAP_BUTT, 5,
                   3);
      break;
    case SAYSO_ITEM_ACTOR:
      fill (below, color, segment->left, y, segment->right, y + 2);
      break;
    case SAYSO_ITEM_NONE:
    case SAYSO_ITEM_ARTICLE:
    case SAYSO_ITEM_EVENT:
    case SAYSO_ITEM_RELATION:
    default:
      break;
    }
}

static void
paint_segment (GtkSnapshot *below, const SaysoSegment *segment, const SaysoGutterLine *line, const SaysoIndexedMark *it,
               const SaysoMarkLook *look)
{
  if (it->mark.kind != SAYSO_ITEM_CLAIM && is_selected (&it->mark, look))
    paint_selection (below, segment, it, look);

  if (it->mark.kind == SAYSO_ITEM_EVENT)
    paint_event (below, segment, it, look);
  else if (it->mark.kind != SAYSO_ITEM_CLAIM || it->mark.part == SAYSO_MARK_CUE)
    paint_line (below, segment, it, look);
  else if (it->mark.part == SAYSO_MARK_SOURCE)
    paint_source (below, segment, line, it, look);
  else
    paint_content (below, segment, line, it, look);
}

/**
 * sayso_paint_sample:
 * @snapshot: where to draw
 * @look: how marks look
 * @kind: a kind of mark; for claims it is their content
 * @segment: what is marked
 * @line: the line it is on
 *
 * Draws a mark that is in no text, as a legend has it.
 */
void
sayso_paint_sample (GtkSnapshot *snapshot, const SaysoMarkLook *look, SaysoItemKind kind, const SaysoSegment *segment,
                    const SaysoGutterLine *line)
{
  const SaysoIndexedMark it = {
    .mark = { .kind = kind, .part = kind == SAYSO_ITEM_CLAIM ? SAYSO_MARK_CONTENT : SAYSO_MARK_WHOLE, .id = -1 },
  };

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (look != NULL && segment != NULL && line != NULL);

  paint_segment (snapshot, segment, line, &it, look);
}

static void
paint_bracket (GtkSnapshot *below, const SaysoGutterBracket *bracket, const SaysoMarkLook *look)
{
  gboolean selected = look->selected_kind == SAYSO_ITEM_CLAIM && look->selected_id == bracket->id;
  const GdkRGBA *color = selected ? &look->accent : &look->colors[SAYSO_PAINT_CLAIM];
  float width = line_width (look, selected ? 3 : 2) + (look->high_contrast && selected);
  float x = sayso_gutter_bracket_x (&look->metrics, bracket->lane), end = x + 6;
  float top = roundf (bracket->top), bottom = roundf (bracket->bottom);
  gboolean flip = look->metrics.right_to_left;

  fill (below, color, flip ? end - width : x, top, flip ? end : x + width, bottom);
  if (bracket->begins)
    fill (below, color, x, top, end, top + width);
  if (bracket->ends)
    fill (below, color, x, bottom - width, end, bottom);
  if (bracket->meter >= 0)
    sayso_sourcing_meter_snapshot (below, bracket->level, color, sayso_gutter_meter_x (&look->metrics),
                                   roundf (bracket->meter));
}

static gboolean
is_ground (const SaysoMark *mark)
{
  return mark->kind == SAYSO_ITEM_CLAIM && mark->part == SAYSO_MARK_CONTENT;
}

/* Contents come first, so that the outlines of sources and the lines under cues lie on them. */
static void
paint_pass (GtkSnapshot *below, GtkSnapshot *above, SaysoParagraph *paragraph, const SaysoMarkIndex *marks,
            const SaysoMarkLook *look, SaysoPaint paint, gboolean ground)
{
  for (guint i = 0; i < paragraph->segments->len; i++)
    {
      const SaysoSegment *segment = &g_array_index (paragraph->segments, SaysoSegment, i);
      const SaysoIndexedMark *it = sayso_mark_index_get (marks, segment->mark);

      if (sayso_paint_of (it->mark.kind) != paint || is_ground (&it->mark) != ground)
        continue;
      if (it->mark.standing != SAYSO_STANDING_REJECTED)
        {
          paint_segment (below, segment, &g_array_index (paragraph->lines, SaysoGutterLine, segment->line), it, look);
          paint_decided (above, segment, it, look);
        }
      else if (look->rejected)
        {
          paint_rejected (above, segment, look);
        }
    }
}

/**
 * sayso_paint_paragraph:
 * @paragraph: a paragraph
 * @marks: the article's marks
 * @look: how they look
 * @paint: the kind to draw
 *
 * Draws the marks of one kind into the paragraph's render nodes.
 */
void
sayso_paint_paragraph (SaysoParagraph *paragraph, const SaysoMarkIndex *marks, const SaysoMarkLook *look,
                       SaysoPaint paint)
{
  GtkSnapshot *below, *above;

  g_return_if_fail (paragraph != NULL);
  g_return_if_fail (marks != NULL);
  g_return_if_fail (look != NULL);
  g_return_if_fail (!paragraph->painted[paint]);

  below = gtk_snapshot_new ();
  above = gtk_snapshot_new ();
  paint_pass (below, above, paragraph, marks, look, paint, TRUE);
  paint_pass (below, above, paragraph, marks, look, paint, FALSE);
  for (guint i = 0; paint == SAYSO_PAINT_CLAIM && i < paragraph->brackets->len; i++)
    paint_bracket (below, &g_array_index (paragraph->brackets, SaysoGutterBracket, i), look);

  paragraph->below[paint] = gtk_snapshot_free_to_node (below);
  paragraph->above[paint] = gtk_snapshot_free_to_node (above);
  paragraph->painted[paint] = TRUE;
}
