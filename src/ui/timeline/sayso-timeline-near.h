/* sayso-timeline-near.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-data.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineNear:
 * @event: the event; its title belongs to this
 * @least_days: how many days lie between at the least; 0 where both may be on one day
 * @most_days: and at the most
 * @after: whether it is after what was asked about; else before, or neither is known
 * @shared: names of the actors that take part in both, joined
 * @weight: the more, the more it has to do with what was asked about
 *
 * What else happened.
 */
typedef struct
{
  SaysoTimelineEvent event;
  guint least_days;
  guint most_days;
  gboolean after;
  char *shared;
  double weight;
} SaysoTimelineNear;

GArray *sayso_timeline_near (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint days, GError **error);

G_END_DECLS
