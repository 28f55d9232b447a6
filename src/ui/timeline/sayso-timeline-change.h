/* sayso-timeline-change.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-bounds.h"

G_BEGIN_DECLS

typedef enum
{
  SAYSO_TIMELINE_PART_NONE,
  SAYSO_TIMELINE_PART_START,
  SAYSO_TIMELINE_PART_END,
  SAYSO_TIMELINE_PART_WHOLE,
} SaysoTimelinePart;

SaysoBounds sayso_timeline_change (const SaysoBounds *bounds, SaysoTimelinePart part, double from, double to,
                                   double pixels_per_second);
SaysoBounds sayso_timeline_bounds_at (double time, double pixels_per_second);
char *sayso_timeline_bounds_to_edtf (const SaysoBounds *bounds);

G_END_DECLS
