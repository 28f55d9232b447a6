/* sayso-chronicle-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-begins.h"
#include "sayso-chronicle.h"

G_BEGIN_DECLS

/* With that of events without a key and that of all others, where one alone is no other. */
#define SAYSO_CHRONICLE_MAX_LANES (SAYSO_MOST_LANES + 3)

typedef struct
{
  SaysoConnection *db;
  const SaysoFilter *filter;
  const char *lanes;  /* static: see event/lane */
  gboolean all;       /* what the filter lets pass is what is counted in the casebook */
  GArray *begins;     /* else (element-type SaysoBegin): that */
  GPtrArray *keys;    /* and the keys of their lanes */
  guint *places;      /* lanes by these */
  GHashTable *by_key; /* key → index of the lane */
  guint shift;        /* binary logarithm of the buckets' width */
  gint64 from;
  gint64 to;
  guint max_moments;
  SaysoChronicle *result;
} SaysoChronicleReading;

/* Those that begin before the window and end in it or later: how many, and where the first begins; by lane. */
typedef struct
{
  guint n[SAYSO_CHRONICLE_MAX_LANES];
  gint64 first[SAYSO_CHRONICLE_MAX_LANES];
} SaysoReaching;

static inline SaysoChronicleLane *
sayso_chronicle_lane (SaysoChronicleReading *self, guint i)
{
  return &g_array_index (self->result->lanes, SaysoChronicleLane, i);
}

static inline gboolean
sayso_chronicle_reaches_in (SaysoChronicleReading *self, const SaysoBegin *begin)
{
  return begin->lasts && begin->at < self->from && begin->latest >= self->from;
}

void sayso_chronicle_choose_lanes (SaysoChronicleReading *self);
guint sayso_chronicle_lane_of (SaysoChronicleReading *self, const char *key);
void sayso_chronicle_count (SaysoChronicleReading *self, SaysoReaching *reaching);
guint sayso_chronicle_count_undated (SaysoChronicleReading *self);
/* (element-type SaysoCrowd): all that begin in the window, by bucket and lane */
GArray *sayso_chronicle_read_buckets (SaysoChronicleReading *self);

G_END_DECLS
