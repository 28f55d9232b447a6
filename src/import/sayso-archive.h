/* sayso-archive.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GHashTable *sayso_archive_unpack (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);
GBytes *sayso_archive_gunzip (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
