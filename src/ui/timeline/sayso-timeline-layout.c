/* sayso-timeline-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-layout.h"

#include <math.h>
#include <string.h>

#define MIN_BAND 14.0   /* narrower ones are plain glyphs */
#define GLYPH 16.0      /* width of a plain glyph */
#define MIN_BAR 6.0     /* width of the shortest bar */
#define CROWDED 12.0    /* centres closer than this are crowded */
#define BIN 48.0        /* crowded marks are counted in bins of this width */
#define GAP 12.0        /* between marks in a row */
#define LABEL_GAP 8.0   /* between a mark and its label */
#define INSIDE_SPARE 24 /* what a bar must have beyond its label to hold it */
#define CUT_SPARE 33    /* the same where it is cut by the view */
#define TICK 16.0       /* what stands before a label: confirmed, doubted */
#define DOUBT 18.0
#define MAX_LABEL 360.0 /* beside a mark */
#define LEAST_LABEL 72.0
#define SHORT_LABEL 160.0 /* what is left of a label where there is no room for more */
#define MAX_ROWS 24
#define AWAY 5 /* rank of what is out of view */

/* A lane that is being filled. */
typedef struct
{
  GArray *marks;   /* of SaysoTimelineMark, not yet in rows */
  GPtrArray *rows; /* of GArray of Stretch, each in order */
} Filling;

typedef struct
{
  double begin;
  double end;
} Stretch;

static const SaysoTimelineEvent *
get_event (const SaysoTimelineLayout *self, guint index)
{
  return &g_array_index (self->data->events, SaysoTimelineEvent, index);
}

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
      present[get_event (self, i)->kind]++;
      without += get_event (self, i)->actor == SAYSO_NONE;
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

/* -- marks ------------------------------------------------------------------------------------------- */

/* Edges far outside the view are cut, so that they stay numbers that can be drawn. */
static SaysoTimelineMark
make_mark (SaysoTimelineLayout *self, guint index, guint lane)
{
  const SaysoTimelineEvent *event = get_event (self, index);
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
  const SaysoTimelineEvent *event = get_event (self, index);

  if (before)
    {
      lane->before++;
      if (lane->nearest_before == SAYSO_NONE ||
          sayso_timeline_event_end (event) > sayso_timeline_event_end (get_event (self, lane->nearest_before)))
        lane->nearest_before = index;
    }
  else
    {
      lane->after++;
      if (lane->nearest_after == SAYSO_NONE)
        lane->nearest_after = index; /* events come by their start */
    }
}

/* Marks are made a little beyond the view, so that there is something to see as it moves. */
static void
make_marks (SaysoTimelineLayout *self, Filling *fillings)
{
  double margin = self->params.width / 2;

  for (guint i = 0; i < self->data->events->len; i++)
    {
      const SaysoTimelineEvent *event = get_event (self, i);
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
}

/* -- crowded marks ----------------------------------------------------------------------------------- */

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
  const SaysoBounds *first = &get_event (self, a->event)->bounds, *second = &get_event (self, b->event)->bounds;

  return first->earliest == second->earliest && first->latest == second->latest;
}

static gboolean
may_be_counted (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, gboolean folded)
{
  if (get_event (self, mark->event)->id == self->params.selected)
    return FALSE;

  return folded || mark->shape == SAYSO_SHAPE_POINT || mark->x1 - mark->x0 < MIN_BAND;
}

/* Bins stand still in time, not in the view, so that counts do not change as it is moved. */
static double
bin_of (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, gboolean folded)
{
  double middle = folded ? count_middle (self, mark) : middle_of (mark);

  return floor ((middle + self->params.left * self->params.scale) / BIN);
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
  SaysoTimelineMark count = { .shape = SAYSO_SHAPE_COUNT, .first = self->members->len, .n_members = end - first };
  double sum = 0, middle, half = end - first > 9 ? 15 : 12;
  double bin_middle = (bin + 0.5) * BIN - self->params.left * self->params.scale;

  for (guint i = first; i < end; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (marks, SaysoTimelineMark, i);

      sum += folded ? count_middle (self, mark) : middle_of (mark);
      g_array_append_val (self->members, mark->event);
    }
  middle = CLAMP (sum / (end - first), bin_middle - 3, bin_middle + 3);
  count.event = g_array_index (marks, SaysoTimelineMark, first).event;
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
  if (folded)
    {
      from = first;
      to = end;
    }
  for (guint i = from + 1; i < to; i++)
    same &= same_bounds (self, &g_array_index (marks, SaysoTimelineMark, i - 1),
                         &g_array_index (marks, SaysoTimelineMark, i));

  /* Coming closer would never tell these apart, so they are shown, as far as there are rows. */
  if (from < to && same && !folded && to - from <= (self->params.max_rows > 0 ? self->params.max_rows : MAX_ROWS))
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

static GArray *
count_crowded (SaysoTimelineLayout *self, GArray *marks, gboolean folded)
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

/* -- packing ----------------------------------------------------------------------------------------- */

static guint
find_stretch (GArray *row, double begin)
{
  guint low = 0, high = row->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (row, Stretch, middle).begin < begin)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
row_has_room (GArray *row, double begin, double end)
{
  guint i = find_stretch (row, begin);

  if (i < row->len && g_array_index (row, Stretch, i).begin < end + GAP)
    return FALSE;

  return i == 0 || g_array_index (row, Stretch, i - 1).end + GAP <= begin;
}

static void
add_row (Filling *filling)
{
  g_ptr_array_add (filling->rows, g_array_new (FALSE, FALSE, sizeof (Stretch)));
}

static guint
find_row (Filling *filling, guint max_rows, guint hint, double begin, double end)
{
  if (hint < max_rows)
    {
      while (filling->rows->len <= hint)
        add_row (filling);
      if (row_has_room (g_ptr_array_index (filling->rows, hint), begin, end))
        return hint;
    }
  for (guint i = 0; i < filling->rows->len; i++)
    if (row_has_room (g_ptr_array_index (filling->rows, i), begin, end))
      return i;
  if (filling->rows->len >= max_rows)
    return SAYSO_NONE;
  add_row (filling);

  return filling->rows->len - 1;
}

static void
set_label (SaysoTimelineMark *mark, SaysoLabel label, double width)
{
  double room = width + LABEL_GAP;

  mark->label_width = width;
  mark->label = label;
  mark->begin = mark->x0 - (label == SAYSO_LABEL_BEFORE ? room : 0);
  mark->end = mark->x1 + (label == SAYSO_LABEL_AFTER ? room : 0);
}

/* A place that a label may take, and how wide it may be there. */
typedef struct
{
  SaysoLabel label;
  double width;
} Place;

/* Where a label may stand beside its mark, as long as it fits into the view. */
static guint
add_places (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, double width, Place *places)
{
  gboolean away = mark->x1 <= 0 || mark->x0 >= self->params.width;
  guint n = 0;

  if (away || mark->x1 + LABEL_GAP + width <= self->params.width - 6)
    places[n++] = (Place) { SAYSO_LABEL_AFTER, width };
  if (away || mark->x0 - LABEL_GAP - width >= 6)
    places[n++] = (Place) { SAYSO_LABEL_BEFORE, width };

  return n;
}

/* The places a label may take, best first. */
static guint
label_places (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, double width, Place places[6])
{
  double seen = MIN (mark->x1, self->params.width) - MAX (mark->x0, 0);
  double spare = mark->x0 < 0 ? CUT_SPARE : INSIDE_SPARE;
  guint n = 0;

  if (mark->shape == SAYSO_SHAPE_BAR && seen > width + spare)
    places[n++] = (Place) { SAYSO_LABEL_INSIDE, width };
  else if (mark->shape == SAYSO_SHAPE_BAR && width > SHORT_LABEL && seen > SHORT_LABEL + spare)
    places[n++] = (Place) { SAYSO_LABEL_INSIDE, seen - spare };
  else if (mark->shape != SAYSO_SHAPE_COUNT)
    {
      double rest = self->params.width - 6 - mark->x1 - LABEL_GAP;

      width = MIN (width, MAX_LABEL);
      n = add_places (self, mark, width, places);
      if (width > SHORT_LABEL)
        n += add_places (self, mark, SHORT_LABEL, places + n);
      if (rest >= LEAST_LABEL && rest < MIN (width, SHORT_LABEL))
        places[n++] = (Place) { SAYSO_LABEL_AFTER, rest };
    }
  if (n == 0 || places[0].label != SAYSO_LABEL_INSIDE)
    places[n++] = (Place) { SAYSO_LABEL_NONE, width };

  return n;
}

static double
measure_label (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark)
{
  const SaysoTimelineEvent *event = get_event (self, mark->event);
  gboolean decided = event->standing == SAYSO_STANDING_CONFIRMED || event->standing == SAYSO_STANDING_CHANGED;

  return self->params.measure (event->title, self->params.user_data) + (decided ? TICK : 0) +
         (event->doubted ? DOUBT : 0);
}

/* A label stays where it was, if it still may be there. */
static void
prefer (Place *places, guint n_places, const SaysoTimelineMark *hint)
{
  for (guint i = 1; i < n_places; i++)
    if (places[i].label == hint->label && fabs (places[i].width - hint->label_width) < 1 &&
        hint->label != SAYSO_LABEL_NONE)
      {
        Place kept = places[i];

        memmove (places + 1, places, i * sizeof *places);
        places[0] = kept;
        return;
      }
}

static gboolean
place_mark (SaysoTimelineLayout *self, Filling *filling, SaysoTimelineMark *mark, const SaysoTimelineMark *hint,
            guint max_rows)
{
  Place places[6];
  guint n_places;

  n_places = label_places (self, mark, mark->shape != SAYSO_SHAPE_COUNT ? measure_label (self, mark) : 0, places);
  if (hint != NULL)
    prefer (places, n_places, hint);
  for (guint i = 0; i < n_places; i++)
    {
      Stretch stretch;
      guint row;

      set_label (mark, places[i].label, places[i].width);
      row = find_row (filling, max_rows, hint != NULL ? hint->row : SAYSO_NONE, mark->begin, mark->end);
      if (row == SAYSO_NONE)
        continue;

      stretch = (Stretch) { mark->begin, mark->end };
      g_array_insert_val (g_ptr_array_index (filling->rows, row),
                          find_stretch (g_ptr_array_index (filling->rows, row), mark->begin), stretch);
      mark->row = row;
      g_array_append_val (self->marks, *mark);
      return TRUE;
    }

  return FALSE;
}

static gboolean
in_view (const SaysoTimelineLayout *self, guint index)
{
  const SaysoTimelineEvent *event = get_event (self, index);
  double start = (sayso_timeline_event_start (event) - self->params.left) * self->params.scale;
  double end = (sayso_timeline_event_end (event) - self->params.left) * self->params.scale;

  return end > 0 && start < self->params.width;
}

static guint
count_in_view (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark)
{
  guint count = 0;

  if (mark->shape != SAYSO_SHAPE_COUNT)
    return in_view (self, mark->event);
  for (guint i = mark->first; i < mark->first + mark->n_members; i++)
    count += in_view (self, g_array_index (self->members, guint, i));

  return count;
}

/* Selected and decided ones come first, then what had a row already, then counts, so that rows hold still. What is
 * out of view comes last and makes no row of its own. */
static guint
rank (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, GHashTable *hints)
{
  const SaysoTimelineEvent *event = get_event (self, mark->event);

  if (count_in_view (self, mark) == 0)
    return AWAY;
  if (mark->shape == SAYSO_SHAPE_COUNT)
    return 3;
  if (event->id == self->params.selected)
    return 0;
  if (event->standing == SAYSO_STANDING_CONFIRMED || event->standing == SAYSO_STANDING_CHANGED)
    return 1;

  return hints != NULL && g_hash_table_contains (hints, &event->id) ? 2 : 4;
}

/* What kept its row may leave others empty: the lane's marks, from @first on, move up. */
static void
close_gaps (SaysoTimelineLayout *self, Filling *filling, SaysoTimelineLane *lane, guint first)
{
  g_autofree guint *rows = g_new0 (guint, filling->rows->len + 1);
  guint n_rows = 0;

  for (guint i = 0; i < filling->rows->len; i++)
    {
      rows[i] = n_rows;
      n_rows += ((GArray *) g_ptr_array_index (filling->rows, i))->len > 0;
    }
  for (guint i = first; i < self->marks->len; i++)
    {
      SaysoTimelineMark *mark = &g_array_index (self->marks, SaysoTimelineMark, i);

      mark->row = rows[mark->row];
    }
  lane->n_rows = MAX (n_rows, 1);
}

static void
pack (SaysoTimelineLayout *self, Filling *filling, SaysoTimelineLane *lane, GHashTable *hints)
{
  guint max_rows = self->params.max_rows > 0 ? self->params.max_rows : MAX_ROWS, first = self->marks->len;

  for (guint turn = 0; turn <= AWAY; turn++)
    for (guint i = 0; i < filling->marks->len; i++)
      {
        SaysoTimelineMark *mark = &g_array_index (filling->marks, SaysoTimelineMark, i);
        const SaysoTimelineMark *hint = NULL;

        if (rank (self, mark, hints) != turn)
          continue;
        if (hints != NULL && mark->shape != SAYSO_SHAPE_COUNT)
          hint = g_hash_table_lookup (hints, &get_event (self, mark->event)->id);
        if (!place_mark (self, filling, mark, hint, turn == AWAY ? filling->rows->len : max_rows))
          lane->hidden += count_in_view (self, mark);
      }
  close_gaps (self, filling, lane, first);
}

/* Marks of the layout before, by event, where their places still mean something. */
static GHashTable *
collect_hints (const SaysoTimelineLayout *self, const SaysoTimelineLayout *previous)
{
  GHashTable *hints;

  if (previous == NULL || previous->params.scale != self->params.scale ||
      previous->params.lanes != self->params.lanes || previous->params.max_rows != self->params.max_rows ||
      previous->data != self->data)
    return NULL;

  hints = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < previous->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (previous->marks, SaysoTimelineMark, i);

      if (mark->shape != SAYSO_SHAPE_COUNT)
        g_hash_table_insert (hints, (gpointer) &get_event (previous, mark->event)->id, (gpointer) mark);
    }

  return hints;
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
  g_autofree Filling *fillings = NULL;
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
  fillings = g_new0 (Filling, self->lanes->len + 1);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      fillings[i].marks = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineMark));
      fillings[i].rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
    }

  make_marks (self, fillings);
  hints = collect_hints (self, previous);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      SaysoTimelineLane *lane = &g_array_index (self->lanes, SaysoTimelineLane, i);
      GArray *crowded = fillings[i].marks;

      fillings[i].marks = count_crowded (self, crowded, lane->folded);
      g_array_unref (crowded);
      pack (self, &fillings[i], lane, hints);
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
