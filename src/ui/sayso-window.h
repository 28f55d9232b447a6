/* sayso-window.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-casebook.h"

G_BEGIN_DECLS

/**
 * SaysoWindow:
 *
 * One casebook, or none yet: then the empty page.
 *
 * Views may activate its actions: `win.add-articles`, `win.search`, `win.undo`, `win.redo`, `win.view` (s:
 * "article", "claims", "actors"), `win.show-article`, and the toggles `win.library`, `win.inspector`,
 * `win.timeline` and `win.timeline-full`.
 */
#define SAYSO_TYPE_WINDOW (sayso_window_get_type ())
G_DECLARE_FINAL_TYPE (SaysoWindow, sayso_window, SAYSO, WINDOW, AdwApplicationWindow)

SaysoWindow *sayso_window_new (GtkApplication *application);
GFile *sayso_window_get_file (SaysoWindow *self);
gboolean sayso_window_is_empty (SaysoWindow *self);
void sayso_window_open (SaysoWindow *self, GFile *file, SaysoCasebookMode mode);
void sayso_window_open_sample (SaysoWindow *self);
gboolean sayso_window_restore (SaysoWindow *self, GVariant *state);
GVariant *sayso_window_get_state (SaysoWindow *self);
void sayso_window_set_layout (SaysoWindow *self, GVariant *state);
void sayso_window_leave (SaysoWindow *self);
void sayso_window_import (SaysoWindow *self, GListModel *files);

G_END_DECLS
