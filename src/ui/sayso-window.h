/* sayso-window.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAYSO_TYPE_WINDOW (sayso_window_get_type ())
G_DECLARE_FINAL_TYPE (SaysoWindow, sayso_window, SAYSO, WINDOW, AdwApplicationWindow)

GtkWidget *sayso_window_new (GtkApplication *application);

G_END_DECLS
