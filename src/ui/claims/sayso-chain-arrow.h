/* sayso-chain-arrow.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SaysoChainArrow:
 *
 * The arrow between two boxes, with its caption. It points to the start: from a source up, or back, to who
 * passed it on; turned, it points to the end.
 */
#define SAYSO_TYPE_CHAIN_ARROW (sayso_chain_arrow_get_type ())
G_DECLARE_FINAL_TYPE (SaysoChainArrow, sayso_chain_arrow, SAYSO, CHAIN_ARROW, GtkWidget)

GtkWidget *sayso_chain_arrow_new (GtkOrientation orientation, const char *caption, gboolean turned, gboolean dashed);

G_END_DECLS
