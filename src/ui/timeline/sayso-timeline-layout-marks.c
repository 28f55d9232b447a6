/* sayso-timeline-layout-marks.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is drawn for each event: a mark of its own, or one count for several that crowd. */

#include "sayso-timeline-layout-private.h"

#include <math.h>

#define MIN_BAND 14.0 /* narrower ones are plain glyphs */
#define GLYPH 16.0    /* width of a plain glyph */
#define MIN_BAR 6.0   /* width of the shortest bar */
#define CROWDED 12.0  /* centres closer than this are crowded */
#define BIN 48.0      /* crowded marks are counted in bins of this width, or wider where text is larger */

/* Edges far outside the view are cut, so that they stay numbers that can be drawn. */
static SaysoTimelineMark
make_mark (SaysoTimelineLayout *self, guint index, guint lane)
{
  const SaysoTimelineEvent *event = sayso_timeline_layout_event (self, index);
  double start = (sayso_timeline_event_start (event) - self->params.left) * self->params.scale;
  double end = (sayso_timeline_event_end (event) - self->params.left) * self->params.scale;
  SaysoTimelineMark mark = { .event = index, .n_members = 1, .lane = lane };

  mark.x0 = MAX (start, -2 * self->params.width);
  mark.x1 = MIN (end, 3 * self->params.width);
  if (!event->bounds.lasting && end - start < MIN_BAND)
    {
      double middle = start / 2 + end / 2;

      mark.shape = SAYSO_SHAPE_POINT;
      mark.x0 = middle - GLYPH / 2;
      mark.x1 = middle + GLYPH / 2;
    }
  else if (!event->bounds.lasting)
    mark.shape = SAYSO_SHAPE_BAND;
  else
    {
      mark.shape = SAYSO_SHAPE_BAR;
      mark.x1 = MAX (mark.x1, mark.x0 + MIN_BAR);
    }

  return mark;
}

static void
count_outside (SaysoTimelineLayout *self, SaysoTimelineLane *lane, guint index, gboolean before)
{
  const SaysoTimelineEvent *event = sayso_timeline_layout_event (self, index);

  if (before)
    {
      lane->before++;
      lane->before_at = MAX (lane->before_at, sayso_timeline_event_middle (event));
      if (lane->nearest_before == SAYSO_NONE ||
          sayso_timeline_event_end (event) >
              sayso_timeline_event_end (sayso_timeline_layout_event (self, lane->nearest_before)))
        lane->nearest_before = index;
    }
  else
    {
      lane->after++;
      lane->after_at = MIN (lane->after_at, sayso_timeline_event_middle (event));
      if (lane->nearest_after == SAYSO_NONE)
        lane->nearest_after = index; /* events come by their start */
    }
}

/* What only the number is known of is a count from the start. */
static void
make_crowds (SaysoTimelineLayout *self, SaysoTimelineFilling *fillings, double margin)
{
  for (guint i = 0; i < self->data->crowds->len; i++)
    {
      const SaysoTimelineCrowd *crowd = &g_array_index (self->data->crowds, SaysoTimelineCrowd, i);
      guint index = sayso_timeline_layout_lane_of_group (self, crowd->group);
      SaysoTimelineLane *lane = &g_array_index (self->lanes, SaysoTimelineLane, index);
      double middle = crowd->from / 2 + crowd->to / 2;
      double x = (middle - self->params.left) * self->params.scale;
      SaysoTimelineMark mark = {
        .event = SAYSO_NONE, .n_members = crowd->n, .shape = SAYSO_SHAPE_COUNT, .lane = index
      };

      if (x <= 0)
        {
          lane->before += crowd->n;
          lane->before_at = MAX (lane->before_at, middle);
        }
      else if (x >= self->params.width)
        {
          lane->after += crowd->n;
          lane->after_at = MIN (lane->after_at, middle);
        }
      mark.x0 = mark.x1 = x;
      mark.from = crowd->from;
      mark.to = crowd->to;
      if (x > -margin && x < self->params.width + margin)
        g_array_append_val (fillings[index].marks, mark);
    }
}

/* Marks are made a little beyond the view, so that there is something to see as it moves. */
void
sayso_timeline_layout_make_marks (SaysoTimelineLayout *self, SaysoTimelineFilling *fillings)
{
  double margin = self->params.width / 2;

  for (guint i = 0; i < self->data->events->len; i++)
    {
      const SaysoTimelineEvent *event = sayso_timeline_layout_event (self, i);
      guint index = sayso_timeline_lane_of (self, event);
      SaysoTimelineLane *lane = &g_array_index (self->lanes, SaysoTimelineLane, index);
      double start = (sayso_timeline_event_start (event) - self->params.left) * self->params.scale;
      double end = (sayso_timeline_event_end (event) - self->params.left) * self->params.scale;

      if (end <= 0)
        count_outside (self, lane, i, TRUE);
      else if (start >= self->params.width)
        count_outside (self, lane, i, FALSE);
      if (end > -margin && start < self->params.width + margin)
        {
          SaysoTimelineMark mark = make_mark (self, i, index);

          g_array_append_val (fillings[index].marks, mark);
        }
    }
  make_crowds (self, fillings, margin);
}

/* -- crowded marks ----------------------------------------------------------------------------------- */

static double
bin_width (const SaysoTimelineLayout *self)
{
  return BIN * self->params.text_scale;
}

static double
middle_of (const SaysoTimelineMark *mark)
{
  return mark->x0 / 2 + mark->x1 / 2;
}

static double
count_middle (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark)
{
  return CLAMP (middle_of (mark), 0, self->params.width);
}

static gboolean
same_bounds (const SaysoTimelineLayout *self, const SaysoTimelineMark *a, const SaysoTimelineMark *b)
{
  const SaysoBounds *first, *second;

  if (a->shape == SAYSO_SHAPE_COUNT || b->shape == SAYSO_SHAPE_COUNT)
    return FALSE;
  first = &sayso_timeline_layout_event (self, a->event)->bounds;
  second = &sayso_timeline_layout_event (self, b->event)->bounds;

  return first->earliest == second->earliest && first->latest == second->latest;
}

static gboolean
may_be_counted (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, gboolean folded)
{
  if (mark->shape == SAYSO_SHAPE_COUNT)
    return TRUE;
  if (sayso_timeline_layout_event (self, mark->event)->id == self->params.selected)
    return FALSE;

  return folded || mark->shape == SAYSO_SHAPE_POINT || mark->x1 - mark->x0 < MIN_BAND;
}

/* Bins stand still in time, not in the view, so that counts do not change as it is moved. */
static double
bin_of (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, gboolean folded)
{
  double middle = folded ? count_middle (self, mark) : middle_of (mark);

  return floor ((middle + self->params.left * self->params.scale) / bin_width (self));
}

static int
compare_middles (gconstpointer a, gconstpointer b)
{
  const SaysoTimelineMark *first = a, *second = b;
  double difference = middle_of (first) - middle_of (second);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return first->event < second->event ? -1 : first->event > second->event;
}

/* Those from @first to before @end become one count. */
static SaysoTimelineMark
make_count (SaysoTimelineLayout *self, GArray *marks, guint first, guint end, double bin, gboolean folded)
{
  SaysoTimelineMark count = { .event = SAYSO_NONE, .shape = SAYSO_SHAPE_COUNT, .first = self->members->len };
  double sum = 0, middle, half, bin_middle = (bin + 0.5) * bin_width (self) - self->params.left * self->params.scale;

  count.from = INFINITY;
  count.to = -INFINITY;
  for (guint i = first; i < end; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (marks, SaysoTimelineMark, i);

      sum += mark->n_members * (folded ? count_middle (self, mark) : middle_of (mark));
      count.n_members += mark->n_members;
      if (mark->shape == SAYSO_SHAPE_COUNT)
        {
          count.from = MIN (count.from, mark->from);
          count.to = MAX (count.to, mark->to);
        }
      else
        {
          double at = sayso_timeline_event_middle (sayso_timeline_layout_event (self, mark->event));

          count.n_known++;
          count.from = MIN (count.from, at);
          count.to = MAX (count.to, at);
          g_array_append_val (self->members, mark->event);
        }
    }
  half = round ((count.n_members > 9 ? 15 : 12) * self->params.text_scale);
  middle = CLAMP (sum / count.n_members, bin_middle - 3, bin_middle + 3);
  count.lane = g_array_index (marks, SaysoTimelineMark, first).lane;
  count.x0 = middle - half;
  count.x1 = middle + half;

  return count;
}

/* Within a bin, from the first crowded mark to the last. */
static void
count_bin (SaysoTimelineLayout *self, GArray *marks, guint first, guint end, double bin, gboolean folded, GArray *kept)
{
  guint from = end, to = first;
  gboolean same = TRUE;

  for (guint i = first + 1; i < end; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (marks, SaysoTimelineMark, i);

      if (middle_of (mark) - middle_of (mark - 1) < CROWDED)
        {
          from = MIN (from, i - 1);
          to = i + 1;
        }
    }
  for (guint i = first; i < end; i++)
    if (g_array_index (marks, SaysoTimelineMark, i).shape == SAYSO_SHAPE_COUNT)
      {
        same = FALSE;
        from = MIN (from, i);
        to = MAX (to, i + 1);
      }
  if (folded)
    {
      from = first;
      to = end;
    }
  for (guint i = from + 1; i < to; i++)
    same &= same_bounds (self, &g_array_index (marks, SaysoTimelineMark, i - 1),
                         &g_array_index (marks, SaysoTimelineMark, i));

  /* Coming closer would never tell these apart, so they are shown, as far as there are rows. */
  if (from < to && same && !folded &&
      to - from <= (self->params.max_rows > 0 ? self->params.max_rows : SAYSO_TIMELINE_MAX_ROWS))
    from = to = end;

  for (guint i = first; i < MIN (from, end); i++)
    g_array_append_val (kept, g_array_index (marks, SaysoTimelineMark, i));
  if (from < to)
    {
      SaysoTimelineMark count = make_count (self, marks, from, to, bin, folded);

      g_array_append_val (kept, count);
    }
  for (guint i = MAX (to, first); from < end && i < end; i++)
    g_array_append_val (kept, g_array_index (marks, SaysoTimelineMark, i));
}

GArray *
sayso_timeline_layout_count_crowded (SaysoTimelineLayout *self, GArray *marks, gboolean folded)
{
  g_autoptr (GArray) small = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineMark));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineMark));

  for (guint i = 0; i < marks->len; i++)
    {
      SaysoTimelineMark *mark = &g_array_index (marks, SaysoTimelineMark, i);

      g_array_append_val (may_be_counted (self, mark, folded) ? small : kept, *mark);
    }
  g_array_sort (small, compare_middles);
  for (guint first = 0, end; first < small->len; first = end)
    {
      double bin = bin_of (self, &g_array_index (small, SaysoTimelineMark, first), folded);

      for (end = first + 1; end < small->len; end++)
        if (bin_of (self, &g_array_index (small, SaysoTimelineMark, end), folded) != bin)
          break;
      count_bin (self, small, first, end, bin, folded, kept);
    }

  return kept;
}
