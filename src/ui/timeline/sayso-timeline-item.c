/* sayso-timeline-item.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-timeline-item.h"

struct _SaysoTimelineItem
{
  GObject parent_instance;

  SaysoTimelineData *data;
  const SaysoTimelineEvent *event; /* in @data */
};

G_DEFINE_FINAL_TYPE (SaysoTimelineItem, sayso_timeline_item, G_TYPE_OBJECT)

/**
 * sayso_timeline_item_new:
 * @data: finished data
 * @event: an event in it
 *
 * Returns: (transfer full): an item
 */
SaysoTimelineItem *
sayso_timeline_item_new (SaysoTimelineData *data, const SaysoTimelineEvent *event)
{
  SaysoTimelineItem *self;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (event != NULL, NULL);

  self = g_object_new (SAYSO_TYPE_TIMELINE_ITEM, NULL);
  self->data = sayso_timeline_data_ref (data);
  self->event = event;

  return self;
}

const SaysoTimelineEvent *
sayso_timeline_item_get_event (SaysoTimelineItem *self)
{
  g_return_val_if_fail (SAYSO_IS_TIMELINE_ITEM (self), NULL);

  return self->event;
}

static void
sayso_timeline_item_finalize (GObject *object)
{
  g_clear_pointer (&SAYSO_TIMELINE_ITEM (object)->data, sayso_timeline_data_unref);

  G_OBJECT_CLASS (sayso_timeline_item_parent_class)->finalize (object);
}

static void
sayso_timeline_item_class_init (SaysoTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_timeline_item_finalize;
}

static void
sayso_timeline_item_init (SaysoTimelineItem *self)
{
}
