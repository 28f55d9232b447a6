/* sayso-timeline-data.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
has_fixed_groups (const SaysoTimelineData *self)
{
  return self->lanes == SAYSO_LANES_KIND || self->lanes == SAYSO_LANES_SOURCE;
}

/* The groups that are known beforehand, in the order of their enumeration. */
static void
add_fixed_groups (SaysoTimelineData *self)
{
  const char *kinds[] = { _ ("Occurred"), _ ("Reported"), _ ("Learned") };
  const char *sources[] = {
    [SAYSO_SOURCE_NAMED] = _ ("Named source"), [SAYSO_SOURCE_ANONYMOUS] = _ ("Anonymous source"),
    [SAYSO_SOURCE_DOCUMENT] = _ ("Document"),  [SAYSO_SOURCE_OUTLET] = _ ("Outlet"),
    [SAYSO_SOURCE_AUTHOR] = _ ("The author"),  [SAYSO_SOURCE_UNKNOWN] = _ ("No source given")
  };

  if (self->lanes == SAYSO_LANES_KIND)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      sayso_timeline_data_add_group (self, i, kinds[i], SAYSO_NAME_OTHER);
  if (self->lanes == SAYSO_LANES_SOURCE)
    for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
      sayso_timeline_data_add_group (self, i, sources[i], SAYSO_NAME_OTHER);
}

/**
 * sayso_timeline_data_new:
 * @lanes: what makes a lane
 *
 * Returns: (transfer full): nothing yet; add to it, then call [func@timeline_data_finish]
 */
SaysoTimelineData *
sayso_timeline_data_new (SaysoLanes lanes)
{
  SaysoTimelineData *self = g_new0 (SaysoTimelineData, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->lanes = lanes;
  self->events = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineEvent));
  self->undated = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineEvent));
  self->groups = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineGroup));
  self->crowds = g_array_new (FALSE, FALSE, sizeof (SaysoTimelineCrowd));
  self->strings = g_string_chunk_new (4096);
  self->ungrouped = (SaysoTimelineGroup) { .before_at = -INFINITY, .after_at = INFINITY };
  add_fixed_groups (self);

  return self;
}

SaysoTimelineData *
sayso_timeline_data_ref (SaysoTimelineData *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_timeline_data_unref (SaysoTimelineData *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->events);
  g_array_unref (self->undated);
  g_array_unref (self->groups);
  g_array_unref (self->crowds);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * sayso_timeline_data_add:
 * @self: data that is being made
 * @event: an event; its title is copied, and its group set where that follows from it
 */
void
sayso_timeline_data_add (SaysoTimelineData *self, const SaysoTimelineEvent *event)
{
  SaysoTimelineEvent copy = *event;

  copy.title = g_string_chunk_insert (self->strings, event->title != NULL ? event->title : "");
  if (self->lanes == SAYSO_LANES_KIND)
    copy.group = event->kind;
  else if (self->lanes == SAYSO_LANES_SOURCE)
    copy.group = event->source;
  g_array_append_val (sayso_bounds_known (&event->bounds) ? self->events : self->undated, copy);
}

/**
 * sayso_timeline_data_add_group:
 * @self: data that is being made
 * @id: tells the group from the others
 * @name: its name
 * @kind: of an actor: what it is
 *
 * Returns: the index for events to refer to it by until the data is finished
 */
guint
sayso_timeline_data_add_group (SaysoTimelineData *self, gint64 id, const char *name, SaysoNameKind kind)
{
  SaysoTimelineGroup group = {
    .id = id,
    .name = g_string_chunk_insert_const (self->strings, name != NULL ? name : ""),
    .kind = kind,
    .n_groups = 1,
    .before_at = -INFINITY,
    .after_at = INFINITY,
  };

  g_array_append_val (self->groups, group);

  return self->groups->len - 1;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const SaysoTimelineEvent *first = a, *second = b;

  if (first->bounds.earliest != second->bounds.earliest)
    return first->bounds.earliest < second->bounds.earliest ? -1 : 1;
  if (first->bounds.latest != second->bounds.latest)
    return first->bounds.latest < second->bounds.latest ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SaysoTimelineData *self = user_data;
  guint index = *(const guint *) a, other = *(const guint *) b;
  const SaysoTimelineGroup *first = &g_array_index (self->groups, SaysoTimelineGroup, index);
  const SaysoTimelineGroup *second = &g_array_index (self->groups, SaysoTimelineGroup, other);

  if (first->n_groups != second->n_groups)
    return first->n_groups < second->n_groups ? -1 : 1;
  if (!has_fixed_groups (self) && first->n_events != second->n_events)
    return first->n_events > second->n_events ? -1 : 1;

  return index < other ? -1 : index > other;
}

static void
count_in (SaysoTimelineData *self, guint group, guint n)
{
  (group != SAYSO_NONE ? &g_array_index (self->groups, SaysoTimelineGroup, group) : &self->ungrouped)->n_events += n;
}

/* Counts what is in each group, puts groups in order and drops empty ones. */
static void
arrange_groups (SaysoTimelineData *self)
{
  GArray *groups = g_array_sized_new (FALSE, FALSE, sizeof (SaysoTimelineGroup), self->groups->len);
  g_autofree guint *order = g_new (guint, self->groups->len + 1);
  g_autofree guint *place = g_new (guint, self->groups->len + 1);
  GArray *const all[] = { self->events, self->undated };

  for (guint i = 0; i < self->events->len; i++)
    count_in (self, g_array_index (self->events, SaysoTimelineEvent, i).group, 1);
  for (guint i = 0; i < self->crowds->len; i++)
    count_in (self, g_array_index (self->crowds, SaysoTimelineCrowd, i).group,
              g_array_index (self->crowds, SaysoTimelineCrowd, i).n);
  self->ungrouped.n_events += self->ungrouped.n_before + self->ungrouped.n_after;
  for (guint i = 0; i < self->groups->len; i++)
    {
      SaysoTimelineGroup *group = &g_array_index (self->groups, SaysoTimelineGroup, i);

      order[i] = i;
      group->n_events += group->n_before + group->n_after;
    }
  g_sort_array (order, self->groups->len, sizeof *order, compare_groups, self);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const SaysoTimelineGroup *group = &g_array_index (self->groups, SaysoTimelineGroup, order[i]);

      place[order[i]] = group->n_events > 0 ? groups->len : SAYSO_NONE;
      if (group->n_events > 0)
        g_array_append_val (groups, *group);
    }
  g_array_unref (self->groups);
  self->groups = groups;

  for (guint n = 0; n < G_N_ELEMENTS (all); n++)
    for (guint i = 0; i < all[n]->len; i++)
      {
        SaysoTimelineEvent *event = &g_array_index (all[n], SaysoTimelineEvent, i);

        if (event->group != SAYSO_NONE)
          event->group = place[event->group];
      }
  for (guint i = 0; i < self->crowds->len; i++)
    {
      SaysoTimelineCrowd *crowd = &g_array_index (self->crowds, SaysoTimelineCrowd, i);

      if (crowd->group != SAYSO_NONE)
        crowd->group = place[crowd->group];
    }
}

/**
 * sayso_timeline_data_finish:
 * @self: data that is complete
 *
 * Puts events and groups in order.
 */
void
sayso_timeline_data_finish (SaysoTimelineData *self)
{
  arrange_groups (self);
  g_array_sort (self->events, compare_events);
  if (self->partial)
    return;
  self->n_dated = self->events->len;
  self->n_undated = self->undated->len;
}

/* Seconds; infinite where open. The end is the first second after. */
double
sayso_timeline_event_start (const SaysoTimelineEvent *event)
{
  return event->bounds.earliest == SAYSO_OPEN_PAST ? -INFINITY : (double) event->bounds.earliest;
}

double
sayso_timeline_event_end (const SaysoTimelineEvent *event)
{
  return event->bounds.latest == SAYSO_OPEN_FUTURE ? INFINITY : (double) event->bounds.latest + 1;
}

/* Where to look for it: the middle, or the end that is known. */
double
sayso_timeline_event_middle (const SaysoTimelineEvent *event)
{
  double start = sayso_timeline_event_start (event), end = sayso_timeline_event_end (event);

  if (isinf (start))
    return isinf (end) ? 0 : end;

  return isinf (end) ? start : start / 2 + end / 2;
}

/**
 * sayso_timeline_data_find:
 * @self: data
 * @id: an event's id
 *
 * Returns: its index among the dated events, or %SAYSO_NONE
 */
guint
sayso_timeline_data_find (const SaysoTimelineData *self, gint64 id)
{
  for (guint i = 0; i < self->events->len; i++)
    if (g_array_index (self->events, SaysoTimelineEvent, i).id == id)
      return i;

  return SAYSO_NONE;
}

/**
 * sayso_timeline_data_extent:
 * @self: data
 * @from: (out): first second of anything dated
 * @to: (out): first second after all that is dated
 *
 * Returns: whether anything is dated
 */
gboolean
sayso_timeline_data_extent (const SaysoTimelineData *self, double *from, double *to)
{
  if (self->partial)
    {
      *from = self->first;
      *to = self->last;
      return TRUE;
    }

  *from = INFINITY;
  *to = -INFINITY;
  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (self->events, SaysoTimelineEvent, i);
      double start = sayso_timeline_event_start (event), end = sayso_timeline_event_end (event);

      *from = MIN (*from, isinf (start) ? end : start);
      *to = MAX (*to, isinf (end) ? start : end);
    }

  return self->events->len > 0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Takes in, in full, what begins and ends near a stretch of time, and the ends of what lasts into it. */
static void
widen (const SaysoTimelineData *self, double *from, double *to)
{
  double near = (*to - *from) / 2, shortest = INFINITY, first, last;

  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (self->events, SaysoTimelineEvent, i);
      double middle = sayso_timeline_event_middle (event);

      if (middle >= *from && middle <= *to)
        shortest = MIN (shortest, sayso_timeline_event_end (event) - sayso_timeline_event_start (event));
    }
  /* Where all is said to be in one month, at least the month is near. */
  if (!isinf (shortest))
    near = MAX (near, shortest / 2 + 1);
  first = *from - near;
  last = *to + near;

  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (self->events, SaysoTimelineEvent, i);
      double start = sayso_timeline_event_start (event), end = sayso_timeline_event_end (event);

      if (end < first || end > last || (start < first && !event->bounds.lasting))
        continue;
      *to = MAX (*to, end);
      if (start >= first)
        *from = MIN (*from, start);
    }
}

/**
 * sayso_timeline_data_focus:
 * @self: data
 * @from: (out): its start
 * @to: (out): its end
 *
 * Finds where to look first: the shortest stretch of time in which three quarters of the events end, and what lies
 * in it or close by in full.
 *
 * Returns: whether anything is dated
 */
gboolean
sayso_timeline_data_focus (const SaysoTimelineData *self, double *from, double *to)
{
  g_autofree double *ends = g_new (double, self->events->len + 1);
  guint n = self->events->len, span;

  if (self->partial)
    return sayso_timeline_data_extent (self, from, to);
  if (n == 0)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (self->events, SaysoTimelineEvent, i);
      double end = sayso_timeline_event_end (event);

      ends[i] = event->bounds.lasting && !isinf (end) ? end : sayso_timeline_event_middle (event);
    }
  g_sort_array (ends, n, sizeof *ends, compare_doubles, NULL);

  span = n - 1 - (n - 1) / 4;
  *from = ends[0];
  *to = ends[span];
  for (guint i = 1; i + span < n; i++)
    if (ends[i + span] - ends[i] < *to - *from)
      {
        *from = ends[i];
        *to = ends[i + span];
      }
  widen (self, from, to);

  return TRUE;
}

/**
 * sayso_timeline_data_count:
 * @self: data
 * @from: first second of a range
 * @to: its last second
 *
 * Returns: how many events may lie in the range; of partial data, of those that were loaded
 */
guint
sayso_timeline_data_count (const SaysoTimelineData *self, gint64 from, gint64 to)
{
  guint count = 0;

  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (self->events, SaysoTimelineEvent, i);

      count += event->bounds.earliest <= to && event->bounds.latest >= from;
    }

  return count;
}

/**
 * sayso_timeline_data_histogram:
 * @self: data
 * @from: start of the first bin, in seconds
 * @to: end of the last one
 * @bins: (out) (array length=n_bins): how many events begin in each
 * @n_bins: how many
 *
 * Returns: the largest count
 */
guint
sayso_timeline_data_histogram (const SaysoTimelineData *self, double from, double to, guint *bins, guint n_bins)
{
  guint most = 0;

  g_return_val_if_fail (from < to, 0);

  memset (bins, 0, n_bins * sizeof *bins);
  for (guint i = 0; self->partial && i < n_bins; i++)
    {
      /* A bin is as tall as the finer ones under its middle. */
      double at = from + (to - from) * (i + 0.5) / n_bins;
      double bin = (at - self->first) / (self->last - self->first) * SAYSO_TIMELINE_BINS;

      if (bin >= 0 && bin < SAYSO_TIMELINE_BINS)
        bins[i] = self->bins[(guint) bin];
      most = MAX (most, bins[i]);
    }
  if (self->partial)
    return most;

  for (guint i = 0; i < self->events->len; i++)
    {
      const SaysoTimelineEvent *event = &g_array_index (self->events, SaysoTimelineEvent, i);
      double start = sayso_timeline_event_start (event);
      double bin =
          floor (((isinf (start) ? sayso_timeline_event_end (event) - 1 : start) - from) / (to - from) * n_bins);

      if (bin >= 0 && bin < n_bins)
        {
          bins[(guint) bin]++;
          most = MAX (most, bins[(guint) bin]);
        }
    }

  return most;
}
