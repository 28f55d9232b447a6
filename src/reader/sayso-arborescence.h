/* sayso-arborescence.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sayso_arborescence_decode (const float *scores, guint stride, guint n, int *heads);

G_END_DECLS
