/* sayso-timeline-model-brush.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The brushed range, and what it does to the filter of all views. */

#include "sayso-timeline-model-private.h"

#include <math.h>

/**
 * sayso_timeline_model_get_brush:
 * @self: a model
 * @range: (out) (optional): the brushed range
 *
 * Returns: whether a range is brushed
 */
gboolean
sayso_timeline_model_get_brush (SaysoTimelineModel *self, SaysoBounds *range)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_MODEL (self), FALSE);

  if (range != NULL)
    *range = self->brush;

  return sayso_bounds_known (&self->brush);
}

/* Nobody can aim at a second: edges are days, or minutes where days are wide. */
static gint64
snap (double time, double scale)
{
  double unit = scale * SAYSO_SECONDS_A_DAY > 240 ? 60 : SAYSO_SECONDS_A_DAY;

  return round (time / unit) * unit;
}

/**
 * sayso_timeline_model_set_brush:
 * @self: a model
 * @from: one end of a range, in seconds
 * @to: the other
 */
void
sayso_timeline_model_set_brush (SaysoTimelineModel *self, double from, double to)
{
  double scale;
  SaysoBounds brush = SAYSO_BOUNDS_UNKNOWN;

  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  scale = sayso_viewport_get_scale (self->viewport);
  brush.earliest = snap (MIN (from, to), scale);
  brush.latest = snap (MAX (from, to), scale) - 1;
  if (brush.latest <= brush.earliest)
    brush.latest = brush.earliest + SAYSO_SECONDS_A_DAY - 1;
  if (brush.earliest == self->brush.earliest && brush.latest == self->brush.latest)
    return;

  self->brush = brush;
  g_signal_emit_by_name (self, "brush-changed");
}

/**
 * sayso_timeline_model_finish_brush:
 * @self: a model
 *
 * Says that a hand has let go of the range. Where the views show only a range already, they follow.
 */
void
sayso_timeline_model_finish_brush (SaysoTimelineModel *self)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  if (sayso_bounds_known (&self->applied))
    sayso_timeline_model_apply_brush (self);
  g_signal_emit_by_name (self, "brushed");
}

static void
set_filter_range (SaysoTimelineModel *self, SaysoBounds range)
{
  g_autoptr (SaysoFilter) filter = NULL;

  if (self->session == NULL)
    return;

  filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  filter->range = range;
  sayso_session_set_filter (self->session, filter);
}

/**
 * sayso_timeline_model_clear_brush:
 * @self: a model
 *
 * Lets all views show all times again.
 */
void
sayso_timeline_model_clear_brush (SaysoTimelineModel *self)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  self->brush = SAYSO_BOUNDS_UNKNOWN;
  set_filter_range (self, self->brush);
  g_signal_emit_by_name (self, "brush-changed");
}

/**
 * sayso_timeline_model_apply_brush:
 * @self: a model
 *
 * Lets all views show only what may lie in the brushed range.
 */
void
sayso_timeline_model_apply_brush (SaysoTimelineModel *self)
{
  g_return_if_fail (SAYSO_IS_TIMELINE_MODEL (self));

  set_filter_range (self, self->brush);
}

/**
 * sayso_timeline_model_is_filtered:
 * @self: a model
 *
 * Returns: whether the views show the brushed range only
 */
gboolean
sayso_timeline_model_is_filtered (SaysoTimelineModel *self)
{
  const SaysoBounds *range;

  g_return_val_if_fail (SAYSO_IS_TIMELINE_MODEL (self), FALSE);

  if (self->session == NULL)
    return FALSE;
  range = &sayso_session_get_filter (self->session)->range;

  return sayso_bounds_known (range) && range->earliest == self->brush.earliest && range->latest == self->brush.latest;
}
