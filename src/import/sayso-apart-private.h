/* sayso-apart-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *sayso_apart_unpack (GVariant *answer, GBytes *bytes, const char *location, GError **error);

G_END_DECLS
