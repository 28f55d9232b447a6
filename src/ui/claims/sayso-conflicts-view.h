/* sayso-conflicts-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoConflictsView:
 *
 * All that does not fit together in a casebook: contradictions first, of these what has the weakest source. It follows
 * the casebook while it is shown.
 *
 * Properties: `session`; `narrow`: whether the sides stand one below the other.
 */
#define SAYSO_TYPE_CONFLICTS_VIEW (sayso_conflicts_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoConflictsView, sayso_conflicts_view, SAYSO, CONFLICTS_VIEW, AdwBin)

G_END_DECLS
