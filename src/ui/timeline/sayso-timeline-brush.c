/* sayso-timeline-brush.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-brush.h"

#include <math.h>

/**
 * sayso_timeline_brush_begin:
 * @self: (out): a hand
 * @model: whose range it brushes
 * @time: where it takes hold
 * @slack: how near an end it must be to take that
 */
void
sayso_timeline_brush_begin (SaysoTimelineBrush *self, SaysoTimelineModel *model, double time, double slack)
{
  SaysoBounds range;

  *self = (SaysoTimelineBrush) { .held = time };
  if (!sayso_timeline_model_get_brush (model, &range) || range.earliest == SAYSO_OPEN_PAST ||
      range.latest == SAYSO_OPEN_FUTURE)
    return;

  self->from = range.earliest;
  self->to = range.latest + 1.0;
  if (fabs (time - self->from) <= slack)
    self->held = self->to;
  else if (fabs (time - self->to) <= slack)
    self->held = self->from;
  else
    self->moving = time > self->from && time < self->to;
}

/**
 * sayso_timeline_brush_move:
 * @self: a hand
 * @model: whose range it brushes
 * @time: where it is now
 */
void
sayso_timeline_brush_move (SaysoTimelineBrush *self, SaysoTimelineModel *model, double time)
{
  double way = time - self->held;

  if (self->moving)
    sayso_timeline_model_set_brush (model, self->from + way, self->to + way);
  else
    sayso_timeline_model_set_brush (model, self->held, time);
}

/**
 * sayso_timeline_brush_at_end:
 * @model: whose range
 * @time: a time
 * @slack: how near counts
 *
 * Returns: whether an end of the brushed range is there
 */
gboolean
sayso_timeline_brush_at_end (SaysoTimelineModel *model, double time, double slack)
{
  SaysoBounds range;

  return sayso_timeline_model_get_brush (model, &range) &&
         (fabs (time - range.earliest) <= slack || fabs (time - range.latest) <= slack);
}
