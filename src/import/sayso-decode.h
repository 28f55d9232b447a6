/* sayso-decode.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *sayso_decode (GBytes *bytes, const char *charset, const char *name, gsize *length, GError **error);

G_END_DECLS
