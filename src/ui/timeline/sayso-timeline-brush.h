/* sayso-timeline-brush.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-model.h"

G_BEGIN_DECLS

/* A hand that brushes a range, takes it by an end, or moves it. Times in seconds. */
typedef struct
{
  double held; /* the end that stays; with moving: where the hand took hold */
  double from;
  double to;
  gboolean moving;
} SaysoTimelineBrush;

void sayso_timeline_brush_begin (SaysoTimelineBrush *self, SaysoTimelineModel *model, double time, double slack);
void sayso_timeline_brush_move (SaysoTimelineBrush *self, SaysoTimelineModel *model, double time);
gboolean sayso_timeline_brush_at_end (SaysoTimelineModel *model, double time, double slack);

G_END_DECLS
