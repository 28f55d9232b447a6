/* sayso-mime-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *sayso_mime_decode_words (const char *value);
char *sayso_mime_get_parameter (const char *value, const char *name);
GBytes *sayso_mime_decode_body (const char *data, gsize size, const char *encoding);

G_END_DECLS
