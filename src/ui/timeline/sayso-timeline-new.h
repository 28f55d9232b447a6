/* sayso-timeline-new.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineNew:
 *
 * Makes an event where a reader points on the timeline: what happened, when, and on which sentence of the open article
 * it rests. The date is filled in from the place; the first sentence that names a time then is suggested.
 */
#define SAYSO_TYPE_TIMELINE_NEW (sayso_timeline_new_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineNew, sayso_timeline_new, SAYSO, TIMELINE_NEW, GtkPopover)

GtkWidget *sayso_timeline_new_new (SaysoSession *session, const SaysoBounds *when);

G_END_DECLS
