/* sayso-claims-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_CLAIMS_VIEW (sayso_claims_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoClaimsView, sayso_claims_view, SAYSO, CLAIMS_VIEW, AdwBin)

GtkWidget *sayso_claims_view_new (void);

G_END_DECLS
