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
  g_array_unref (self->tethers);
  sayso_timeline_data_unref (self->data);
  g_free (self);
}

/* -- lanes ------------------------------------------------------------------------------------------- */

static const SaysoTimelineGroup *
get_group (const SaysoTimelineLayout *self, guint index)
{
  return &g_array_index (self->data->groups, SaysoTimelineGroup, index);
}

static gboolean
is_folded (const SaysoTimelineLayout *self, gint64 group)
{
  for (guint i = 0; self->params.folded != NULL && i < self->params.folded->len; i++)
    if (g_array_index (self->params.folded, gint64, i) == group)
      return TRUE;

  return FALSE;
}

static void
add_group (SaysoTimelineLane *lane, const SaysoTimelineGroup *group)
{
  lane->n_events += group->n_events;
  lane->before += group->n_before;
  lane->after += group->n_after;
  lane->before_at = MAX (lane->before_at, group->before_at);
  lane->after_at = MIN (lane->after_at, group->after_at);
}

static void
add_lane (SaysoTimelineLayout *self, guint key, guint n_groups)
{
  SaysoTimelineLane lane = { .key = key };

  lane.nearest_before = lane.nearest_after = SAYSO_NONE;
  lane.before_at = -INFINITY;
  lane.after_at = INFINITY;
  for (guint i = key; i < key + n_groups; i++)
    {
      add_group (&lane, get_group (self, i));
      lane.n_groups += get_group (self, i)->n_groups;
    }
  if (n_groups == 0)
    add_group (&lane, &self->data->ungrouped);
  lane.folded =
      lane.n_groups > 1 || is_folded (self, n_groups == 1 ? get_group (self, key)->id : SAYSO_TIMELINE_UNGROUPED);
  g_array_append_val (self->lanes, lane);
}

static void
make_lanes (SaysoTimelineLayout *self)
{
  guint n = self->data->groups->len;

  /* One that would be folded away alone has a lane, and what already stands for several. */
  if (self->params.max_lanes < n && n - self->params.max_lanes == 1)
    self->params.max_lanes = n;
  for (guint i = 0; i < MIN (n, self->params.max_lanes); i++)
    add_lane (self, i, 1);
  if (n > self->params.max_lanes)
    add_lane (self, self->params.max_lanes, n - self->params.max_lanes);
  if (self->data->ungrouped.n_events > 0)
    add_lane (self, SAYSO_NONE, 0);
}

guint
sayso_timeline_layout_lane_of_group (const SaysoTimelineLayout *self, guint group)
{
  return group == SAYSO_NONE ? self->lanes->len - 1 : MIN (group, self->params.max_lanes);
}

/**
 * sayso_timeline_lane_of:
 * @self: a layout
 * @event: a dated event of its data
 *
 * Returns: index of the lane it is in
 */
guint
sayso_timeline_lane_of (const SaysoTimelineLayout *self, const SaysoTimelineEvent *event)
{
  return sayso_timeline_layout_lane_of_group (self, event->group);
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

/* Both ends have marks of their own in view. */
static void
tie (SaysoTimelineLayout *self)
{
  g_autoptr (GHashTable) marks = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (self->marks, SaysoTimelineMark, i);

      if (mark->shape != SAYSO_SHAPE_COUNT)
        g_hash_table_insert (marks, (gpointer) &sayso_timeline_layout_event (self, mark->event)->id,
                             GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (self->marks, SaysoTimelineMark, i);
      const SaysoTimelineEvent *event;
      SaysoTimelineTether tether = { .from = i };
      gpointer to;

      if (mark->shape == SAYSO_SHAPE_COUNT)
        continue;
      event = sayso_timeline_layout_event (self, mark->event);
      if (event->told_by == 0 || !g_hash_table_lookup_extended (marks, &event->told_by, NULL, &to))
        continue;
      tether.to = GPOINTER_TO_UINT (to);
      g_array_append_val (self->tethers, tether);
    }
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
  self->params.text_scale = MAX (params->text_scale, 1);
  self->marks = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineMark));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineLane));
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tethers = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineTether));

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
  tie (self);
  self->params.folded = NULL;

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
