/* sayso-timeline-layout-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-layout.h"

G_BEGIN_DECLS

#define SAYSO_TIMELINE_MAX_ROWS 24 /* of a lane that may have as many as it needs */

/* A lane that is being filled. */
typedef struct
{
  GArray *marks;   /* of SaysoTimelineMark, not yet in rows */
  GPtrArray *rows; /* of GArray of the stretches taken, each in order */
} SaysoTimelineFilling;

static inline const SaysoTimelineEvent *
sayso_timeline_layout_event (const SaysoTimelineLayout *self, guint index)
{
  return &g_array_index (self->data->events, SaysoTimelineEvent, index);
}

guint sayso_timeline_layout_lane_of_group (const SaysoTimelineLayout *self, guint group);
void sayso_timeline_layout_make_marks (SaysoTimelineLayout *self, SaysoTimelineFilling *fillings);
GArray *sayso_timeline_layout_count_crowded (SaysoTimelineLayout *self, GArray *marks, gboolean folded);
GHashTable *sayso_timeline_layout_collect_hints (const SaysoTimelineLayout *self, const SaysoTimelineLayout *previous);
void sayso_timeline_layout_pack (SaysoTimelineLayout *self, SaysoTimelineFilling *filling, SaysoTimelineLane *lane,
                                 GHashTable *hints);

G_END_DECLS
