/* sayso-chain-view.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-chain.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoChainView:
 *
 * A chain as boxes, reader first and origin last, with arrows from each source to who passed it on. One below
 * the other, or side by side, wrapping where there is no room.
 */
#define SAYSO_TYPE_CHAIN_VIEW (sayso_chain_view_get_type ())
G_DECLARE_FINAL_TYPE (SaysoChainView, sayso_chain_view, SAYSO, CHAIN_VIEW, GtkWidget)

void sayso_chain_view_set_session (SaysoChainView *self, SaysoSession *session);
void sayso_chain_view_set_links (SaysoChainView *self, GArray *links);
void sayso_chain_view_clear (SaysoChainView *self);
void sayso_chain_view_append (SaysoChainView *self, GtkWidget *box, const char *caption, gboolean turned,
                              gboolean dashed);

G_END_DECLS
