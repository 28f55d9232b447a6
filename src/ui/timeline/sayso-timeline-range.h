/* sayso-timeline-range.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-timeline-model.h"

G_BEGIN_DECLS

/**
 * SaysoTimelineRange:
 *
 * The brushed range in words, with what can be done with it. Seen only while a range is brushed.
 */
#define SAYSO_TYPE_TIMELINE_RANGE (sayso_timeline_range_get_type ())
G_DECLARE_FINAL_TYPE (SaysoTimelineRange, sayso_timeline_range, SAYSO, TIMELINE_RANGE, AdwBin)

void sayso_timeline_range_set_model (SaysoTimelineRange *self, SaysoTimelineModel *model);

G_END_DECLS
