/* sayso-sections.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-list.h"

G_BEGIN_DECLS

/**
 * SaysoSections:
 *
 * A list of items with the sections that it has, as a [iface@Gtk.SectionModel]: the casebook sees no GTK.
 */
#define SAYSO_TYPE_SECTIONS (sayso_sections_get_type ())
G_DECLARE_FINAL_TYPE (SaysoSections, sayso_sections, SAYSO, SECTIONS, GObject)

SaysoSections *sayso_sections_new (SaysoList *list);

G_END_DECLS
