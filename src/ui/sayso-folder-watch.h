/* sayso-folder-watch.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SaysoFolderWatch:
 *
 * Waits for files to come into a folder, not into the folders in it. What was there before, hidden files and what a
 * program has not finished downloading are none of them.
 *
 * Property: `folder`. Signal `found (file)`: a file came, and has been written.
 */
#define SAYSO_TYPE_FOLDER_WATCH (sayso_folder_watch_get_type ())
G_DECLARE_FINAL_TYPE (SaysoFolderWatch, sayso_folder_watch, SAYSO, FOLDER_WATCH, GObject)

SaysoFolderWatch *sayso_folder_watch_new (GFile *folder, GError **error);
GFile *sayso_folder_watch_get_folder (SaysoFolderWatch *self);

G_END_DECLS
