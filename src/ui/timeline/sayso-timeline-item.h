/* sayso-timeline-item.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-timeline-data.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineItem:
 *
 * An event of the timeline's, dated or not, as an item of a list model. It holds the data that the event is in.
 */
#define SAYSO_TYPE_TIMELINE_ITEM (sayso_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineItem, sayso_timeline_item, SAYSO, TIMELINE_ITEM, GObject)

SaysoTimelineItem *sayso_timeline_item_new (SaysoTimelineData *data, const SaysoTimelineEvent *event);
const SaysoTimelineEvent *sayso_timeline_item_get_event (SaysoTimelineItem *self);

G_END_DECLS
