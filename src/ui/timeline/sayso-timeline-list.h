/* sayso-timeline-list.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-timeline-model.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineList:
 *
 * The timeline in words: every event in the order of time, then those without a date. Where the views show only a
 * range, so does it. The selection is the session's.
 *
 * Property `narrow`: whether date and title stand above each other.
 */
#define SAYSO_TYPE_TIMELINE_LIST (sayso_timeline_list_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineList, sayso_timeline_list, SAYSO, TIMELINE_LIST, AdwBin)

void sayso_timeline_list_set_model (SaysoTimelineList *self, SaysoTimelineModel *model);

G_END_DECLS
