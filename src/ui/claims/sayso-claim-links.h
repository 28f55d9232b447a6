/* sayso-claim-links.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-claim-row.h"

G_BEGIN_DECLS

/* Lets a reader link a claim to another: by dragging it there, or by a menu that remembers the other one. */
void sayso_claim_links_attach (SaysoClaimRow *row, GtkWidget *handle, GtkMenuButton *button);

G_END_DECLS
