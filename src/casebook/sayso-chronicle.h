/* sayso-chronicle.h
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
 * What makes a lane of a timeline. The actor is who acts, else the first who takes part; of several tags it is the
 * first.
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

#define SAYSO_MOST_LANES 24

/**
 * SaysoChronicleLane:
 * @key: (nullable): what tells its events from others: a kind's nick, an id, an outlet or a tag; empty for events that
 *   have none, %NULL for those of all lanes that are not told apart
 * @name: (nullable): what it is called; not of kinds
 * @kind: of an actor: what it is
 * @n_lanes: for how many lanes it stands
 * @n_within: how many events lie in the window, wholly or in part
 * @n_before: how many end before it
 * @n_after: how many begin after it
 * @nearest_before: where the last begins of those that begin before the window; %SAYSO_OPEN_PAST for none, or where it
 *   stands for several lanes
 * @nearest_after: where the first begins after it; %SAYSO_OPEN_FUTURE the same
 */
typedef struct
{
  char *key;
  char *name;
  SaysoNameKind kind;
  guint n_lanes;
  guint n_within;
  guint n_before;
  guint n_after;
  gint64 nearest_before;
  gint64 nearest_after;
} SaysoChronicleLane;

/**
 * SaysoMoment:
 * @id: the event
 * @title: its title
 * @bounds: when it was
 * @source: what kind of source it rests on; the author where nobody is cited
 * @lane: index of its lane
 *
 * An event as a timeline draws it, without what it takes to read all of a [class@Event].
 */
typedef struct
{
  gint64 id;
  char *title;
  SaysoBounds bounds;
  SaysoEventKind kind;
  SaysoVoice voice;
  SaysoStanding standing;
  gboolean doubted;
  SaysoSourceKind source;
  guint lane;
} SaysoMoment;

/**
 * SaysoCrowd:
 * @from: first second of the bucket
 * @to: its last
 * @lane: index of their lane
 * @n: how many events of that lane begin there; at least one
 *
 * Events of a crowded stretch of time, of which only the number is known.
 */
typedef struct
{
  gint64 from;
  gint64 to;
  guint lane;
  guint n;
} SaysoCrowd;

/**
 * SaysoChronicle:
 * @window: what was asked for, widened to whole buckets
 * @width: seconds of a bucket: a power of two, the widest that is not above the resolution asked for. Buckets stand
 *   still in time, whatever the window: each begins at a multiple of its width
 * @lanes: (element-type SaysoChronicleLane): kinds and kinds of sources all, in their order; else those with most
 *   events that have a date, at most %SAYSO_MOST_LANES, then that without a key and that of all others, if there are
 * any
 * @moments: (element-type SaysoMoment): events shown singly, by their earliest second, latest, id
 * @crowds: (element-type SaysoCrowd): counts for the rest, by time and lane
 * @n_undated: how many have no date at all, and so lie nowhere
 *
 * What a stretch of time holds, at a resolution. What is guaranteed:
 *
 * - Every event that passes the filter and lies in the window is either one of @moments or counted in exactly one of
 *   @crowds, so their numbers add up to those within; with those before, after and undated, to all that pass.
 * - There are never more than the asked-for number of @moments, and never more than one crowd for a bucket and lane.
 *   Where all events are few enough there are no crowds; else the emptiest buckets are shown singly, of each all its
 *   events or none.
 * - An event belongs to the bucket it begins in. One that begins before the window and reaches into it is shown singly
 *   where these are few; else it is counted in a crowd whose @to is the last second before the window.
 * - An event with one open end is a point at the other.
 * - With a filter that lets all pass that was not rejected, and lanes by kind, source, outlet or article, the time
 * taken does not depend on how many events there are, but on how many buckets and lanes there are in the window. With
 * other filters, and with lanes by actor or tag, the first time reads where each event begins that passes, some hundred
 *   thousand a second; after that, until the casebook changes, these are only counted: a few milliseconds for each
 *   hundred thousand.
 */
typedef struct
{
  SaysoBounds window;
  gint64 width;
  GArray *lanes;
  GArray *moments;
  GArray *crowds;
  guint n_undated;
} SaysoChronicle;

SaysoChronicle *sayso_casebook_get_chronicle (SaysoCasebook *self, const SaysoFilter *filter, SaysoLanes lanes,
                                              const SaysoBounds *window, gint64 resolution, guint max_moments,
                                              GError **error);
void sayso_chronicle_free (SaysoChronicle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoChronicle, sayso_chronicle_free)

G_END_DECLS
