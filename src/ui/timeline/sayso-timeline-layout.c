/* sayso-timeline-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-layout-private.h"

#include <math.h>

SaysoTimelineLayout *
sayso_timeline_layout_ref (SaysoTimelineLayout *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_timeline_layout_unref (SaysoTimelineLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->marks);
  g_array_unref (self->lanes);
  g_array_unref (self->members);
  g_array_unref (self->rows);
  sayso_timeline_data_unref (self->data);
  g_free (self);
}

/* -- lanes ------------------------------------------------------------------------------------------- */

static void
add_lane (SaysoTimelineLayout *self, guint key, guint n_folded)
{
  SaysoTimelineLane lane = { .key = key, .folded = n_folded > 0, .n_folded = n_folded };

  lane.nearest_before = lane.nearest_after = SAYSO_NONE;
  g_array_append_val (self->lanes, lane);
}

static void
make_lanes (SaysoTimelineLayout *self)
{
  guint present[SAYSO_EVENT_LEARNED + 1] = { 0 }, without = 0, n_actors = 0;

  for (guint i = 0; i < self->data->events->len; i++)
    {
      present[sayso_timeline_layout_event (self, i)->kind]++;
      without += sayso_timeline_layout_event (self, i)->actor == SAYSO_NONE;
    }

  if (self->params.lanes == SAYSO_LANES_KIND)
    {
      for (guint kind = SAYSO_EVENT_OCCURRED; kind <= SAYSO_EVENT_LEARNED; kind++)
        if (present[kind] > 0)
          add_lane (self, kind, 0);
      return;
    }

  while (n_actors < self->data->actors->len &&
         g_array_index (self->data->actors, SaysoTimelineActor, n_actors).n_events > 0)
    n_actors++;
  for (guint i = 0; i < MIN (n_actors, self->params.max_lanes); i++)
    add_lane (self, i, 0);
  if (n_actors > self->params.max_lanes)
    add_lane (self, self->params.max_lanes, n_actors - self->params.max_lanes);
  if (without > 0)
    add_lane (self, SAYSO_NONE, 0);
}

/**
 * sayso_timeline_lane_of:
 * @self: a layout
 * @event: an event of its data
 *
 * Returns: index of the lane it is in
 */
guint
sayso_timeline_lane_of (const SaysoTimelineLayout *self, const SaysoTimelineEvent *event)
{
  if (self->params.lanes == SAYSO_LANES_ACTOR)
    return event->actor == SAYSO_NONE ? self->lanes->len - 1 : MIN (event->actor, self->params.max_lanes);

  for (guint i = 0; i < self->lanes->len; i++)
    if (g_array_index (self->lanes, SaysoTimelineLane, i).key == event->kind)
      return i;

  return 0;
}

/* -- the whole --------------------------------------------------------------------------------------- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SaysoTimelineMark *first = a, *second = b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;

  return first->begin < second->begin ? -1 : first->begin > second->begin;
}

static void
index_rows (SaysoTimelineLayout *self)
{
  guint mark = 0;

  g_array_sort (self->marks, compare_places);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      SaysoTimelineLane *lane = &g_array_index (self->lanes, SaysoTimelineLane, i);

      lane->y = self->height;
      lane->height = lane->n_rows * self->params.row_height + 2 * self->params.padding;
      lane->first_row = self->rows->len;
      self->height += lane->height;
      for (guint row = 0; row < lane->n_rows; row++)
        {
          g_array_append_val (self->rows, mark);
          while (mark < self->marks->len && g_array_index (self->marks, SaysoTimelineMark, mark).lane == i &&
                 g_array_index (self->marks, SaysoTimelineMark, mark).row == row)
            mark++;
        }
    }
  g_array_append_val (self->rows, mark);
}

/**
 * sayso_timeline_layout_new:
 * @data: what to lay out
 * @params: for which view
 * @previous: (nullable): the layout before, so that what stays in view stays in its row
 *
 * Puts every event that is in view into a row where nothing overlaps, or counts it. Takes time in proportion to
 * the events: call it on a worker thread.
 *
 * Returns: (transfer full): the layout
 */
SaysoTimelineLayout *
sayso_timeline_layout_new (SaysoTimelineData *data, const SaysoTimelineParams *params,
                           const SaysoTimelineLayout *previous)
{
  g_autoptr (SaysoTimelineLayout) self = g_new0 (SaysoTimelineLayout, 1);
  g_autofree SaysoTimelineFilling *fillings = NULL;
  g_autoptr (GHashTable) hints = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (params != NULL && params->scale > 0 && params->measure != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->data = sayso_timeline_data_ref (data);
  self->params = *params;
  self->marks = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineMark));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineLane));
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));

  make_lanes (self);
  fillings = g_new0 (SaysoTimelineFilling, self->lanes->len + 1);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      fillings[i].marks = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineMark));
      fillings[i].rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
    }

  sayso_timeline_layout_make_marks (self, fillings);
  hints = sayso_timeline_layout_collect_hints (self, previous);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      SaysoTimelineLane *lane = &g_array_index (self->lanes, SaysoTimelineLane, i);
      GArray *crowded = fillings[i].marks;

      fillings[i].marks = sayso_timeline_layout_count_crowded (self, crowded, lane->folded);
      g_array_unref (crowded);
      sayso_timeline_layout_pack (self, &fillings[i], lane, hints);
      g_array_unref (fillings[i].marks);
      g_ptr_array_unref (fillings[i].rows);
    }
  index_rows (self);

  return g_steal_pointer (&self);
}

/**
 * sayso_timeline_layout_row_y:
 * @self: a layout
 * @lane: index of a lane
 * @row: a row in it
 *
 * Returns: the row's middle, in pixels from the top of the lanes
 */
double
sayso_timeline_layout_row_y (const SaysoTimelineLayout *self, guint lane, guint row)
{
  return g_array_index (self->lanes, SaysoTimelineLane, lane).y + self->params.padding +
         (row + 0.5) * self->params.row_height;
}

/**
 * sayso_timeline_layout_hit:
 * @self: a layout
 * @x: pixels from the left edge of the view it was made for
 * @y: pixels from the top of the lanes
 *
 * Returns: (nullable): the mark there, its label included
 */
const SaysoTimelineMark *
sayso_timeline_layout_hit (const SaysoTimelineLayout *self, double x, double y)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const SaysoTimelineLane *lane = &g_array_index (self->lanes, SaysoTimelineLane, i);
      double row = floor ((y - lane->y - self->params.padding) / self->params.row_height);
      guint low, high, end;

      if (y < lane->y || y >= lane->y + lane->height)
        continue;
      row = CLAMP (row, 0, lane->n_rows - 1.0);
      low = g_array_index (self->rows, guint, lane->first_row + (guint) row);
      high = end = g_array_index (self->rows, guint, lane->first_row + (guint) row + 1);
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (self->marks, SaysoTimelineMark, middle).end < x)
            low = middle + 1;
          else
            high = middle;
        }
      if (low < end && g_array_index (self->marks, SaysoTimelineMark, low).begin <= x)
        return &g_array_index (self->marks, SaysoTimelineMark, low);
      return NULL;
    }

  return NULL;
}
