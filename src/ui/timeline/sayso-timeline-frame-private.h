/* sayso-timeline-frame-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-canvas-private.h"

G_BEGIN_DECLS

#define SAYSO_TIMELINE_STRIPE 0.03 /* of every other lane */

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
} SaysoTimelineFrame;

PangoLayout *sayso_timeline_frame_make_text (SaysoTimelineFrame *frame, const char *text, PangoWeight weight);
PangoLayout *sayso_timeline_frame_get_text (SaysoTimelineFrame *frame, const char *text);
void sayso_timeline_frame_append_text (SaysoTimelineFrame *frame, PangoLayout *layout, double x, double y,
                                       const GdkRGBA *color);
double sayso_timeline_frame_place (SaysoTimelineFrame *frame, double begin, double width);

/* Small signs; the first three are the glyphs of kinds of events. */
typedef enum
{
  SAYSO_SIGN_OCCURRED = SAYSO_EVENT_OCCURRED,
  SAYSO_SIGN_REPORTED = SAYSO_EVENT_REPORTED,
  SAYSO_SIGN_LEARNED = SAYSO_EVENT_LEARNED,
  SAYSO_SIGN_LEFT,
  SAYSO_SIGN_RIGHT,
  SAYSO_SIGN_DECIDED,
  SAYSO_SIGN_DOUBTED,
} SaysoTimelineSign;

void sayso_timeline_frame_draw_sign (SaysoTimelineFrame *frame, SaysoTimelineSign sign, double x, double y,
                                     const GdkRGBA *color);
void sayso_timeline_frame_draw_count (SaysoTimelineFrame *frame, const SaysoTimelineMark *mark, double x0, double x1,
                                      double y);
void sayso_timeline_frame_draw_point (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, double x0, double x1,
                                      double y);
void sayso_timeline_frame_draw_stretch (SaysoTimelineFrame *frame, const SaysoTimelineEvent *event, SaysoShape shape,
                                        double x, double width, double y);
void sayso_timeline_frame_draw_mark (SaysoTimelineFrame *frame, const SaysoTimelineMark *mark);
void sayso_timeline_frame_draw_note (SaysoTimelineFrame *frame, const char *words, double x, double y);
void sayso_timeline_frame_draw_tethers (SaysoTimelineFrame *frame);
void sayso_timeline_frame_draw_pills (SaysoTimelineFrame *frame);
void sayso_timeline_frame_draw_lane_names (SaysoTimelineFrame *frame, int width, int height);

G_END_DECLS
