/* sayso-timeline-data.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoLanes:
 *
 * What makes a lane of the timeline.
 */
typedef enum
{
  SAYSO_LANES_KIND,
  SAYSO_LANES_ACTOR,
  SAYSO_LANES_ARTICLE,
  SAYSO_LANES_OUTLET,
  SAYSO_LANES_SOURCE,
  SAYSO_LANES_TAG,
} SaysoLanes;

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
 * @n_events: how many dated events are in its lane
 *
 * What the events of a lane have in common.
 */
typedef struct
{
  gint64 id;
  const char *name;
  SaysoNameKind kind;
  guint n_events;
} SaysoTimelineGroup;

/**
 * SaysoTimelineData:
 * @events: (element-type SaysoTimelineEvent): those with a date, by their earliest second, then latest, then id
 * @undated: (element-type SaysoTimelineEvent): those without, in the order they came
 * @lanes: what makes a lane
 * @groups: (element-type SaysoTimelineGroup): those with dated events; kinds in their order, all others with most
 *   events first
 * @n_ungrouped: how many dated events are in no group
 *
 * What the timeline shows: made on a worker thread, then never changed.
 */
typedef struct
{
  GArray *events;
  GArray *undated;
  SaysoLanes lanes;
  GArray *groups;
  guint n_ungrouped;

  /*< private >*/
  GStringChunk *strings;
  gatomicrefcount ref_count;
} SaysoTimelineData;

SaysoTimelineData *sayso_timeline_data_new (SaysoLanes lanes);
SaysoTimelineData *sayso_timeline_data_load (SaysoCasebook *casebook, const SaysoFilter *filter, SaysoLanes lanes,
                                             GError **error);
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
