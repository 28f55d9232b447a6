/* sayso-paragraph.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-gutter.h"
#include "sayso-mark-index.h"

G_BEGIN_DECLS

/* Marks are drawn, faded and cached by kind, in this order. */
typedef enum
{
  SAYSO_PAINT_CLAIM,
  SAYSO_PAINT_EVENT,
  SAYSO_PAINT_TIME,
  SAYSO_PAINT_ACTOR,
  SAYSO_N_PAINTS,
} SaysoPaint;

/**
 * SaysoTextMetrics:
 * @ascent: share of a line's height of type (ascent and descent) that lies above the baseline
 * @leading: height of a line over the height of its type
 * @scale: size of the text over 16 pixels
 * @right_to_left: whether the gutter is on the right
 * @gutter: edge of the column on the gutter's side, in buffer coordinates
 * @narrow: whether the gutter is the narrow one
 */
typedef struct
{
  float ascent;
  float leading;
  float scale;
  gboolean right_to_left;
  float gutter;
  gboolean narrow;
} SaysoTextMetrics;

/**
 * SaysoSegment:
 * @mark: index of the mark
 * @line: which line of the paragraph
 * @first: whether the mark begins with it
 * @last: whether the mark ends with it
 * @reversed: whether it is read from right to left
 * @left: left edge
 * @right: right edge
 * @top: upper edge of the type
 * @bottom: lower edge of the type
 * @baseline: where the letters stand
 *
 * The part of a mark that is on one line.
 */
typedef struct
{
  guint mark;
  guint line;
  gboolean first;
  gboolean last;
  gboolean reversed;
  float left;
  float right;
  float top;
  float bottom;
  float baseline;
} SaysoSegment;

/**
 * SaysoParagraph:
 * @height: its height
 * @lines: (element-type SaysoGutterLine): its lines
 * @segments: (element-type SaysoSegment): what its marks cover
 * @brackets: (element-type SaysoGutterBracket): its claims
 * @below: what is drawn below the text, by kind; made when needed
 * @above: what is drawn above it
 * @painted: which kinds were made
 *
 * Where the marks of one paragraph are, measured from the paragraph's top, so that it stays good while the text
 * above is still being laid out. Left and right are buffer coordinates.
 */
typedef struct
{
  float height;
  GArray *lines;
  GArray *segments;
  GArray *brackets;
  GskRenderNode *below[SAYSO_N_PAINTS];
  GskRenderNode *above[SAYSO_N_PAINTS];
  gboolean painted[SAYSO_N_PAINTS];
} SaysoParagraph;

SaysoParagraph *sayso_paragraph_new (GtkTextView *view, const GtkTextIter *start, const SaysoMarkIndex *marks,
                                     const SaysoTextMetrics *metrics);
SaysoParagraph *sayso_paragraph_new_for_layout (PangoLayout *layout, SaysoSpan span, float left,
                                                const SaysoMarkIndex *marks, SaysoMarkSet shown,
                                                const SaysoTextMetrics *metrics);
void sayso_paragraph_free (SaysoParagraph *self);
void sayso_paragraph_clear_nodes (SaysoParagraph *self);
float sayso_gutter_bracket_x (const SaysoTextMetrics *metrics, guint lane);
float sayso_gutter_meter_x (const SaysoTextMetrics *metrics);

G_END_DECLS
