/* sayso-type.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SAYSO_TYPE_SIZE 12
#define SAYSO_TYPE_MIN_SIZE 8
#define SAYSO_TYPE_MAX_SIZE 36

/**
 * SaysoType:
 *
 * How articles are set in all windows, as the reader likes it.
 *
 * Properties: `family` (empty: that of the interface), `size` in points, `line-length` in characters, `line-height`
 * over the size.
 */
#define SAYSO_TYPE_TYPE (sayso_type_get_type ())
G_DECLARE_FINAL_TYPE (SaysoType, sayso_type, SAYSO, TYPE, GObject)

SaysoType *sayso_type_get_default (void);
double sayso_type_get_line_length (SaysoType *self);
double sayso_type_get_line_height (SaysoType *self);
void sayso_type_install (SaysoType *self, GdkDisplay *display, GSettings *settings);
void sayso_type_step_size (SaysoType *self, int step);

G_END_DECLS
