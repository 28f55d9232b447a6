/* sayso-chronicle.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

#define SAYSO_N_EVENT_KINDS 3

/**
 * SaysoMoment:
 * @id: the event
 * @article: the article that tells of it
 * @title: its title
 * @bounds: when it was
 * @source: what kind of source it rests on; the author where nobody is cited
 * @actor: who acts, else the first who takes part; 0 for nobody
 *
 * An event as a timeline draws it, without what it takes to read all of a [class@Event].
 */
typedef struct
{
  gint64 id;
  gint64 article;
  char *title;
  SaysoBounds bounds;
  SaysoEventKind kind;
  SaysoVoice voice;
  SaysoStanding standing;
  gboolean doubted;
  SaysoSourceKind source;
  gint64 actor;
} SaysoMoment;

/**
 * SaysoCrowd:
 * @from: first second of the bucket
 * @to: its last
 * @kind: of the events
 * @n: how many events of that kind begin there; at least one
 *
 * Events of a crowded stretch of time, of which only the number is known.
 */
typedef struct
{
  gint64 from;
  gint64 to;
  SaysoEventKind kind;
  guint n;
} SaysoCrowd;

/**
 * SaysoChronicle:
 * @window: what was asked for, widened to whole buckets
 * @width: seconds of a bucket: a power of two, the widest that is not above the resolution asked for. Buckets stand
 *   still in time, whatever the window: each begins at a multiple of its width
 * @moments: (element-type SaysoMoment): events shown singly, by their earliest second, latest, id
 * @crowds: (element-type SaysoCrowd): counts for the rest, by time and kind
 * @n_within: by kind: how many events lie in the window, wholly or in part
 * @n_before: by kind: how many end before it
 * @n_after: by kind: how many begin after it
 * @n_undated: by kind: how many have no date at all, and so lie nowhere
 * @nearest_before: by kind: where the last begins of those that begin before the window; %SAYSO_OPEN_PAST for none
 * @nearest_after: by kind: where the first begins after it; %SAYSO_OPEN_FUTURE for none
 *
 * What a stretch of time holds, at a resolution. What is guaranteed:
 *
 * - Every event that passes the filter and lies in the window is either one of @moments or counted in exactly one of
 *   @crowds, so their numbers add up to @n_within; with @n_before, @n_after and @n_undated, to all that pass.
 * - There are never more than the asked-for number of @moments, and never more than one crowd for a bucket and kind.
 *   Where all events are few enough there are no crowds; else the emptiest buckets are shown singly, of each all its
 *   events or none.
 * - An event belongs to the bucket it begins in. One that begins before the window and reaches into it is shown singly
 *   where these are few; else it is counted in a crowd whose @to is the last second before the window.
 * - An event with one open end is a point at the other.
 * - With a filter that lets all pass that was not rejected, the time taken does not depend on how many events there
 *   are, but on how many buckets there are in the window. With others, the first time reads all events that pass, some
 *   hundred thousand a second; after that, until the casebook changes, these are only counted: a few milliseconds for
 *   each hundred thousand.
 */
typedef struct
{
  SaysoBounds window;
  gint64 width;
  GArray *moments;
  GArray *crowds;
  guint n_within[SAYSO_N_EVENT_KINDS];
  guint n_before[SAYSO_N_EVENT_KINDS];
  guint n_after[SAYSO_N_EVENT_KINDS];
  guint n_undated[SAYSO_N_EVENT_KINDS];
  gint64 nearest_before[SAYSO_N_EVENT_KINDS];
  gint64 nearest_after[SAYSO_N_EVENT_KINDS];
} SaysoChronicle;

SaysoChronicle *sayso_casebook_get_chronicle (SaysoCasebook *self, const SaysoFilter *filter, const SaysoBounds *window,
                                              gint64 resolution, guint max_moments, GError **error);
void sayso_chronicle_free (SaysoChronicle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoChronicle, sayso_chronicle_free)

G_END_DECLS
