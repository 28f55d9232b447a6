/* sayso-timeline-layout.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-data.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineMeasure:
 *
 * How wide a text is as a label, in pixels. Called on the thread that makes the layout.
 */
typedef double (*SaysoTimelineMeasure) (const char *text, gpointer user_data);

/**
 * SaysoTimelineParams:
 * @left: what the view's left edge shows, in seconds
 * @scale: pixels a second
 * @width: pixels of the view
 * @folded: (nullable) (element-type gint64): ids of the groups whose lanes only count; %SAYSO_TIMELINE_UNGROUPED for
 *   that of what is in none; not kept
 * @max_rows: how many rows a lane may have; 0 for as many as it needs
 * @max_lanes: how many groups have a lane of their own; those of all others are folded into one
 * @row_height: pixels
 * @text_scale: how much larger text is than designed for: counts and the longest labels grow with it
 * @padding: pixels above and below a lane's rows
 * @selected: id of the selected event, or 0
 * @measure: how wide labels are
 * @user_data: for @measure
 */
typedef struct
{
  double left;
  double scale;
  double width;
  const GArray *folded;
  guint max_rows;
  guint max_lanes;
  double row_height;
  double text_scale;
  double padding;
  gint64 selected;
  SaysoTimelineMeasure measure;
  gpointer user_data;
} SaysoTimelineParams;

#define SAYSO_TIMELINE_UNGROUPED G_GINT64_CONSTANT (-1)

typedef enum
{
  SAYSO_SHAPE_POINT, /* the glyph of its kind */
  SAYSO_SHAPE_BAND,  /* the glyph stretched over the days it may fall on */
  SAYSO_SHAPE_BAR,   /* all through */
  SAYSO_SHAPE_COUNT, /* a pill that stands for several */
} SaysoShape;

typedef enum
{
  SAYSO_LABEL_NONE,
  SAYSO_LABEL_INSIDE,
  SAYSO_LABEL_AFTER,
  SAYSO_LABEL_BEFORE,
} SaysoLabel;

/**
 * SaysoTimelineMark:
 * @event: index of the event; with %SAYSO_SHAPE_COUNT %SAYSO_NONE
 * @n_members: with %SAYSO_SHAPE_COUNT: how many events it stands for; else 1
 * @first: where in the layout's members those begin that are known singly
 * @n_known: and how many they are
 * @from: with %SAYSO_SHAPE_COUNT: where the first of its events is, in seconds
 * @to: and the last
 * @x0: left edge of the glyph, in pixels from the view's left edge
 * @x1: its right edge
 * @begin: left edge with the label
 * @end: right edge with the label
 * @label: where the label stands
 * @label_width: its width with what stands before it, in pixels
 * @lane: its lane
 * @row: its row in the lane
 */
typedef struct
{
  guint event;
  guint n_members;
  guint first;
  guint n_known;
  double from;
  double to;
  double x0;
  double x1;
  double begin;
  double end;
  SaysoShape shape;
  SaysoLabel label;
  double label_width;
  guint lane;
  guint row;
} SaysoTimelineMark;

/**
 * SaysoTimelineLane:
 * @key: the index of its group, the first one if it stands for several, or %SAYSO_NONE for events without one
 * @folded: whether it only counts
 * @n_groups: for how many groups it stands; 0 for events without one
 * @n_events: dated events in it
 * @y: its top, in pixels
 * @height: its height
 * @n_rows: rows used
 * @first_row: index of its first row among all rows
 * @hidden: events in view for which no row was left
 * @before: events before the view
 * @after: events after it
 * @nearest_before: index of the event that ends last before the view, where it is known
 * @nearest_after: index of the one that begins first after it
 * @before_at: where the last is of what is before the view, in seconds
 * @after_at: where the first is of what is after it
 */
typedef struct
{
  guint key;
  gboolean folded;
  guint n_groups;
  guint n_events;
  double y;
  double height;
  guint n_rows;
  guint first_row;
  guint hidden;
  guint before;
  guint after;
  guint nearest_before;
  guint nearest_after;
  double before_at;
  double after_at;
} SaysoTimelineLane;

/**
 * SaysoTimelineTether:
 * @from: index of the mark of what happened, or was learned
 * @to: index of that by which it was learned, or reported
 */
typedef struct
{
  guint from;
  guint to;
} SaysoTimelineTether;

/**
 * SaysoTimelineLayout:
 * @data: what is laid out
 * @params: for which view
 * @marks: (element-type SaysoTimelineMark): by lane, row and left edge
 * @lanes: (element-type SaysoTimelineLane)
 * @members: (element-type guint): events that counts stand for
 * @rows: (element-type guint): where in @marks each row begins; one more for the end
 * @tethers: (element-type SaysoTimelineTether): between marks of what belongs together
 * @height: of all lanes, in pixels
 *
 * Where everything is: made on a worker thread, then never changed. Drawing and hit tests use the same array.
 */
typedef struct
{
  SaysoTimelineData *data;
  SaysoTimelineParams params;
  GArray *marks;
  GArray *lanes;
  GArray *members;
  GArray *rows;
  GArray *tethers;
  double height;

  /*< private >*/
  gatomicrefcount ref_count;
} SaysoTimelineLayout;

SaysoTimelineLayout *sayso_timeline_layout_new (SaysoTimelineData *data, const SaysoTimelineParams *params,
                                                const SaysoTimelineLayout *previous);
SaysoTimelineLayout *sayso_timeline_layout_ref (SaysoTimelineLayout *self);
void sayso_timeline_layout_unref (SaysoTimelineLayout *self);
const SaysoTimelineMark *sayso_timeline_layout_hit (const SaysoTimelineLayout *self, double x, double y);
double sayso_timeline_layout_row_y (const SaysoTimelineLayout *self, guint lane, guint row);
guint sayso_timeline_lane_of (const SaysoTimelineLayout *self, const SaysoTimelineEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoTimelineLayout, sayso_timeline_layout_unref)

G_END_DECLS
