/* sayso-dispute-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-dispute.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoDisputeView:
 *
 * What does not fit together, as two sides with their sources, and a menu to say what it is. A side leads to its
 * passage.
 */
#define SAYSO_TYPE_DISPUTE_VIEW (sayso_dispute_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoDisputeView, sayso_dispute_view, SAYSO, DISPUTE_VIEW, GtkWidget)

GtkWidget *sayso_dispute_view_new (SaysoSession *session, const SaysoDispute *dispute, GtkOrientation orientation);

G_END_DECLS
