/* sayso-originals.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Large originals lie beside the casebook: those of "Bridge.sayso" in the folder "Bridge.originals", each as it came,
 * in a file that bears its SHA-256. No such file is ever changed. */

char *sayso_originals_get_folder (const char *casebook);
gboolean sayso_originals_keep (const char *casebook, const char *sha256, GBytes *original, GError **error);
GBytes *sayso_originals_get (const char *casebook, const char *sha256);
gboolean sayso_originals_copy (const char *from, const char *to, GError **error);
void sayso_originals_remove (const char *casebook);

G_END_DECLS
