/* sayso-item-drag.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-inspection.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/* A button that copies an item, and from which it can be dragged out of the window. */
GtkWidget *sayso_item_drag_button_new (SaysoSession *session, const SaysoInspection *inspection);

G_END_DECLS
