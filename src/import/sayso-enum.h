/* sayso-enum.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const char *sayso_enum_to_nick (GType type, int value);
gboolean sayso_enum_from_nick (GType type, const char *nick, int *value);

G_END_DECLS
