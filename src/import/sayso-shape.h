/* sayso-shape.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-text.h"

G_BEGIN_DECLS

GBytes *sayso_shape_of (SaysoText *text);
double sayso_shape_compare (GBytes *a, GBytes *b);
gboolean sayso_shape_is_near (GBytes *a, GBytes *b);

G_END_DECLS
