/* sayso-timeline-around.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineAround:
 *
 * What else happened: the days before and after an event or a claim, with everything that shares an actor with it.
 */
#define SAYSO_TYPE_TIMELINE_AROUND (sayso_timeline_around_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineAround, sayso_timeline_around, SAYSO, TIMELINE_AROUND, AdwDialog)

AdwDialog *sayso_timeline_around_new (SaysoSession *session, SaysoItemKind kind, gint64 id);

G_END_DECLS
