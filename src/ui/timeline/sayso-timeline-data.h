/* sayso-timeline-data.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-chronicle.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineEvent:
 * @id: the event's id
 * @title: its title
 * @bounds: when it was
 * @kind: occurred, reported or learned
 * @voice: how it is told
 * @standing: who stands behind it
 * @doubted: whether the author doubts it
 * @source: what kind of source it rests on; the author where nobody is cited
 * @told_by: id of the event by which it was learned or reported, or 0
 * @group: index of the group whose lane it is in, or %SAYSO_NONE
 */
typedef struct
{
  gint64 id;
  const char *title;
  SaysoBounds bounds;
  SaysoEventKind kind;
  SaysoVoice voice;
  SaysoStanding standing;
  gboolean doubted;
  SaysoSourceKind source;
  gint64 told_by;
  guint group;
} SaysoTimelineEvent;

/**
 * SaysoTimelineGroup:
 * @id: tells it from the others of its sort, also after the data was loaded anew
 * @name: the name
 * @kind: of an actor: what it is
 * @n_groups: for how many it stands: of very many, the smallest are one
 * @n_events: how many dated events are in its lane
 * @n_before: of these, how many are before all that was loaded
 * @n_after: and how many after
 * @before_at: where the last of those before is, in seconds
 * @after_at: where the first of those after is
 *
 * What the events of a lane have in common.
 */
typedef struct
{
  gint64 id;
  const char *name;
  SaysoNameKind kind;
  guint n_groups;
  guint n_events;
  guint n_before;
  guint n_after;
  double before_at;
  double after_at;
} SaysoTimelineGroup;

/**
 * SaysoTimelineCrowd:
 * @from: first second
 * @to: first second after
 * @group: index of the group whose lane they are in, or %SAYSO_NONE
 * @n: how many
 *
 * Events of which only the number is known, as they are many.
 */
typedef struct
{
  double from;
  double to;
  guint group;
  guint n;
} SaysoTimelineCrowd;

#define SAYSO_TIMELINE_BINS 256

/**
 * SaysoTimelineData:
 * @events: (element-type SaysoTimelineEvent): those with a date, by their earliest second, then latest, then id
 * @undated: (element-type SaysoTimelineEvent): those without, in the order they came
 * @lanes: what makes a lane
 * @groups: (element-type SaysoTimelineGroup): those with dated events; kinds in their order, all others with most
 *   events first
 * @ungrouped: the dated events that are in no group
 * @n_dated: how many events have a date
 * @n_undated: how many have none; of very many, not all are in @undated
 * @partial: whether only a window was loaded, as there are very many
 * @from: first second of the window
 * @to: first second after it
 * @resolution: seconds that the window was asked for to tell apart
 * @moved: whether it differs from the data before by its window alone
 * @crowds: (element-type SaysoTimelineCrowd): what is in the window besides @events, by time
 *
 * What the timeline shows: made on a worker thread, then never changed.
 */
typedef struct
{
  GArray *events;
  GArray *undated;
  SaysoLanes lanes;
  GArray *groups;
  SaysoTimelineGroup ungrouped;
  guint n_dated;
  guint n_undated;
  gboolean partial;
  double from;
  double to;
  double resolution;
  gboolean moved;
  GArray *crowds;

  /*< private >*/
  double first; /* all that is dated, where partial */
  double last;
  guint bins[SAYSO_TIMELINE_BINS]; /* from first to last */
  GStringChunk *strings;
  gatomicrefcount ref_count;
} SaysoTimelineData;

/**
 * SaysoTimelineWindow:
 * @from: first second
 * @to: first second after; all times where it is not after @from
 * @resolution: seconds that need not be told apart
 * @known: (nullable): partial data of the same casebook, lanes and filter, none of which changed: what it says of all
 *   times still holds
 * @max_whole: with no more events than that, all are loaded, whatever the window; 0 for the usual number
 *
 * What to load of a casebook with very many events.
 */
typedef struct
{
  double from;
  double to;
  double resolution;
  SaysoTimelineData *known;
  guint max_whole;
} SaysoTimelineWindow;

SaysoTimelineData *sayso_timeline_data_new (SaysoLanes lanes);
SaysoTimelineData *sayso_timeline_data_load (SaysoCasebook *casebook, const SaysoFilter *filter, SaysoLanes lanes,
                                             const SaysoTimelineWindow *window, GError **error);
void sayso_timeline_data_add (SaysoTimelineData *self, const SaysoTimelineEvent *event);
guint sayso_timeline_data_add_group (SaysoTimelineData *self, gint64 id, const char *name, SaysoNameKind kind);
void sayso_timeline_data_finish (SaysoTimelineData *self);
SaysoTimelineData *sayso_timeline_data_ref (SaysoTimelineData *self);
void sayso_timeline_data_unref (SaysoTimelineData *self);

guint sayso_timeline_data_find (const SaysoTimelineData *self, gint64 id);
gboolean sayso_timeline_data_extent (const SaysoTimelineData *self, double *from, double *to);
gboolean sayso_timeline_data_focus (const SaysoTimelineData *self, double *from, double *to);
guint sayso_timeline_data_count (const SaysoTimelineData *self, gint64 from, gint64 to);
guint sayso_timeline_data_histogram (const SaysoTimelineData *self, double from, double to, guint *bins, guint n_bins);

double sayso_timeline_event_start (const SaysoTimelineEvent *event);
double sayso_timeline_event_end (const SaysoTimelineEvent *event);
double sayso_timeline_event_middle (const SaysoTimelineEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoTimelineData, sayso_timeline_data_unref)

G_END_DECLS
