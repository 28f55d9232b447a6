/* sayso-timeline-layout-pack.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts the marks of a lane into rows, with their labels. */

#include "sayso-timeline-layout-private.h"

#include <math.h>
#include <string.h>

#define GAP 12.0        /* between marks in a row */
#define LABEL_GAP 8.0   /* between a mark and its label */
#define INSIDE_SPARE 24 /* what a bar must have beyond its label to hold it */
#define CUT_SPARE 33    /* the same where it is cut by the view */
#define TICK 16.0       /* what stands before a label: confirmed, doubted */
#define DOUBT 18.0
#define MAX_LABEL 360.0 /* beside a mark */
#define LEAST_LABEL 72.0
#define SHORT_LABEL 160.0 /* what is left of a label where there is no room for more */
#define LABEL_STEP 40.0   /* by which a label is cut, so that it holds still while the view moves */
#define MAX_PLACES 7
#define AWAY 5 /* rank of what is out of view */

typedef struct
{
  double begin;
  double end;
} Stretch;

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
add_row (SaysoTimelineFilling *filling)
{
  g_ptr_array_add (filling->rows, g_array_new (FALSE, FALSE, sizeof (Stretch)));
}

static guint
find_row (SaysoTimelineFilling *filling, guint max_rows, guint hint, double begin, double end)
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
label_places (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, double width, Place places[MAX_PLACES])
{
  double seen = MIN (mark->x1, self->params.width) - MAX (mark->x0, 0);
  double spare = mark->x0 < 0 ? CUT_SPARE : INSIDE_SPARE;
  double most = MAX_LABEL * self->params.text_scale, less = SHORT_LABEL * self->params.text_scale;
  guint n = 0;

  if (mark->shape == SAYSO_SHAPE_BAR && seen > width + spare)
    places[n++] = (Place) { SAYSO_LABEL_INSIDE, width };
  else if (mark->shape == SAYSO_SHAPE_BAR && width > less && seen > less + spare)
    places[n++] = (Place) { SAYSO_LABEL_INSIDE, seen - spare };
  else if (mark->shape != SAYSO_SHAPE_COUNT)
    {
      double rest = self->params.width - 6 - mark->x1 - LABEL_GAP;

      width = MIN (width, most);
      n = add_places (self, mark, width, places);
      if (rest >= less + LABEL_STEP && rest < width)
        places[n++] = (Place) { SAYSO_LABEL_AFTER, floor (rest / LABEL_STEP) * LABEL_STEP };
      if (width > less)
        n += add_places (self, mark, less, places + n);
      if (rest >= LEAST_LABEL * self->params.text_scale && rest < MIN (width, less))
        places[n++] = (Place) { SAYSO_LABEL_AFTER, rest };
    }
  if (n == 0 && mark->shape == SAYSO_SHAPE_BAND && seen > MIN (width, less) + 2 * CUT_SPARE)
    places[n++] = (Place) { SAYSO_LABEL_INSIDE, MIN (width, seen - 2 * CUT_SPARE) }; /* it goes through all the view */
  if (n == 0 || places[0].label != SAYSO_LABEL_INSIDE)
    places[n++] = (Place) { SAYSO_LABEL_NONE, width };

  return n;
}

static double
measure_label (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark)
{
  const SaysoTimelineEvent *event = sayso_timeline_layout_event (self, mark->event);
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
place_mark (SaysoTimelineLayout *self, SaysoTimelineFilling *filling, SaysoTimelineMark *mark,
            const SaysoTimelineMark *hint, guint max_rows)
{
  Place places[MAX_PLACES];
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
  const SaysoTimelineEvent *event = sayso_timeline_layout_event (self, index);
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
  for (guint i = mark->first; i < mark->first + mark->n_known; i++)
    count += in_view (self, g_array_index (self->members, guint, i));
  if (mark->x1 > 0 && mark->x0 < self->params.width)
    count += mark->n_members - mark->n_known;

  return count;
}

/* Selected and decided ones come first, then what had a row already, then counts, so that rows hold still. What is
 * out of view comes last and makes no row of its own. */
static guint
rank (const SaysoTimelineLayout *self, const SaysoTimelineMark *mark, GHashTable *hints)
{
  const SaysoTimelineEvent *event;

  if (count_in_view (self, mark) == 0)
    return AWAY;
  if (mark->shape == SAYSO_SHAPE_COUNT)
    return 3;
  event = sayso_timeline_layout_event (self, mark->event);
  if (event->id == self->params.selected)
    return 0;
  if (event->standing == SAYSO_STANDING_CONFIRMED || event->standing == SAYSO_STANDING_CHANGED)
    return 1;

  return hints != NULL && g_hash_table_contains (hints, &event->id) ? 2 : 4;
}

/* What kept its row may leave others empty: the lane's marks, from @first on, move up. */
static void
close_gaps (SaysoTimelineLayout *self, SaysoTimelineFilling *filling, SaysoTimelineLane *lane, guint first)
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

void
sayso_timeline_layout_pack (SaysoTimelineLayout *self, SaysoTimelineFilling *filling, SaysoTimelineLane *lane,
                            GHashTable *hints)
{
  guint max_rows = self->params.max_rows > 0 ? self->params.max_rows : SAYSO_TIMELINE_MAX_ROWS,
        first = self->marks->len;

  for (guint turn = 0; turn <= AWAY; turn++)
    for (guint i = 0; i < filling->marks->len; i++)
      {
        SaysoTimelineMark *mark = &g_array_index (filling->marks, SaysoTimelineMark, i);
        const SaysoTimelineMark *hint = NULL;

        if (rank (self, mark, hints) != turn)
          continue;
        if (hints != NULL && mark->shape != SAYSO_SHAPE_COUNT)
          hint = g_hash_table_lookup (hints, &sayso_timeline_layout_event (self, mark->event)->id);
        if (!place_mark (self, filling, mark, hint, turn == AWAY ? filling->rows->len : max_rows))
          lane->hidden += count_in_view (self, mark);
      }
  close_gaps (self, filling, lane, first);
}

/* Marks of the layout before, by event, where their places still mean something. */
GHashTable *
sayso_timeline_layout_collect_hints (const SaysoTimelineLayout *self, const SaysoTimelineLayout *previous)
{
  GHashTable *hints;

  if (previous == NULL || previous->params.scale != self->params.scale || previous->data->lanes != self->data->lanes ||
      previous->params.max_rows != self->params.max_rows || previous->data != self->data)
    return NULL;

  hints = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < previous->marks->len; i++)
    {
      const SaysoTimelineMark *mark = &g_array_index (previous->marks, SaysoTimelineMark, i);

      if (mark->shape != SAYSO_SHAPE_COUNT)
        g_hash_table_insert (hints, (gpointer) &sayso_timeline_layout_event (previous, mark->event)->id,
                             (gpointer) mark);
    }

  return hints;
}
