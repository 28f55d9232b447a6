/* sayso-timeline-view-play.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plays through time: one event after the other is selected, and the view glides there; where the reader wants no
 * motion, it steps. */

#include "sayso-timeline-view-private.h"

#include "sayso-timeline-draw.h"

#define STEP 2000 /* milliseconds for an event */

/* In the brushed range, where there is one. */
static guint
find_next (SaysoTimelineView *self)
{
  SaysoTimelineData *data = sayso_timeline_model_get_data (self->model);
  guint i = sayso_timeline_data_find (data, sayso_timeline_model_get_selected (self->model));
  SaysoBounds range;
  gboolean brushed = sayso_timeline_model_get_brush (self->model, &range);

  for (i = i == SAYSO_NONE ? 0 : i + 1; i < data->events->len; i++)
    {
      const SaysoBounds *bounds = &g_array_index (data->events, SaysoTimelineEvent, i).bounds;

      if (!brushed || (bounds->earliest <= range.latest && bounds->latest >= range.earliest))
        return i;
    }

  return SAYSO_NONE;
}

static gboolean
step (gpointer user_data)
{
  SaysoTimelineView *self = SAYSO_TIMELINE_VIEW (user_data);
  guint next = find_next (self);
  const SaysoTimelineEvent *event;
  g_autofree char *name = NULL;

  if (next == SAYSO_NONE || self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->play = 0;
      sayso_timeline_view_stop (self);
      return G_SOURCE_REMOVE;
    }

  event = &g_array_index (sayso_timeline_model_get_data (self->model)->events, SaysoTimelineEvent, next);
  name = sayso_timeline_name (event);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->played = event->id;
  sayso_session_select (self->session, SAYSO_ITEM_EVENT, event->id, FALSE);

  return G_SOURCE_CONTINUE;
}

void
sayso_timeline_view_stop (SaysoTimelineView *self)
{
  gboolean was = self->played != 0;

  g_clear_handle_id (&self->play, g_source_remove);
  self->played = 0;
  if (was)
    g_object_notify (G_OBJECT (self), "playing");
}

/* From what is selected; after the last, or where nothing is, from the first. */
void
sayso_timeline_view_set_playing (SaysoTimelineView *self, gboolean playing)
{
  if (!playing || self->session == NULL)
    {
      sayso_timeline_view_stop (self);
      return;
    }
  if (self->play != 0)
    return;

  if (find_next (self) == SAYSO_NONE)
    sayso_session_select (self->session, SAYSO_ITEM_NONE, 0, FALSE);
  self->play = g_timeout_add (STEP, step, self);
  if (step (self))
    g_object_notify (G_OBJECT (self), "playing");
}
