/* sayso-timeline-shelf.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-timeline-model.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineShelf:
 *
 * The events without a date, as chips in the line styles of the lanes.
 */
#define SAYSO_TYPE_TIMELINE_SHELF (sayso_timeline_shelf_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineShelf, sayso_timeline_shelf, SAYSO, TIMELINE_SHELF, AdwBin)

void sayso_timeline_shelf_set_model (SaysoTimelineShelf *self, SaysoTimelineModel *model);
void sayso_timeline_shelf_set_roomy (SaysoTimelineShelf *self, gboolean roomy);

G_END_DECLS
