/* sayso-link-box.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-chain.h"

G_BEGIN_DECLS

/**
 * SaysoLinkBox:
 *
 * One box of a chain: who it is, and what is known of them. Its border tells a named source (solid) from an
 * unnamed one (dashed, hatched) and from nobody (dotted). A button where there is something to go to.
 */
#define SAYSO_TYPE_LINK_BOX (sayso_link_box_get_type ())
G_DECLARE_FINAL_TYPE (SaysoLinkBox, sayso_link_box, SAYSO, LINK_BOX, GtkButton)

GtkWidget *sayso_link_box_new (const char *icon_name, const char *title, const char *note);
GtkWidget *sayso_link_box_new_for_link (const SaysoLink *link, gboolean origin);
void sayso_link_box_set_compact (SaysoLinkBox *self);
void sayso_link_box_set_target (SaysoLinkBox *self, SaysoItemKind kind, gint64 id);
SaysoItemKind sayso_link_box_get_target (SaysoLinkBox *self, gint64 *id);

const char *sayso_source_icon (SaysoSourceKind kind);

G_END_DECLS
