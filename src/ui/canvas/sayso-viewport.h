/* sayso-viewport.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SaysoViewport:
 *
 * What part of a plane a canvas shows. A point of the world is shown at (world − origin) × scale pixels from
 * the canvas's top left corner. It owns zoom, limits, animated moves and kinetic panning, and knows no widget:
 * the canvas feeds it sizes, gestures and frame times, and redraws on `changed`. One that only has a horizontal
 * axis, as the timeline has, leaves y alone.
 *
 * Properties: `animate` (whether moves take time; off with reduced motion). Signals: `changed`: origin, scale or
 * size are not what they were; `started`: an animated move or a fling began, so frames are wanted.
 */
#define SAYSO_TYPE_VIEWPORT (sayso_viewport_get_type ())
G_DECLARE_FINAL_TYPE (SaysoViewport, sayso_viewport, SAYSO, VIEWPORT, GObject)

SaysoViewport *sayso_viewport_new (void);

double sayso_viewport_get_scale (SaysoViewport *self);
double sayso_viewport_get_width (SaysoViewport *self);
double sayso_viewport_get_height (SaysoViewport *self);
double sayso_viewport_get_left (SaysoViewport *self);
double sayso_viewport_get_top (SaysoViewport *self);
double sayso_viewport_get_right (SaysoViewport *self);
double sayso_viewport_get_bottom (SaysoViewport *self);
double sayso_viewport_to_x (SaysoViewport *self, double world_x);
double sayso_viewport_to_y (SaysoViewport *self, double world_y);
double sayso_viewport_from_x (SaysoViewport *self, double x);
double sayso_viewport_from_y (SaysoViewport *self, double y);

void sayso_viewport_set_size (SaysoViewport *self, double width, double height);
void sayso_viewport_set_scale_limits (SaysoViewport *self, double min_scale, double max_scale);
void sayso_viewport_set_bounds (SaysoViewport *self, double left, double top, double right, double bottom);
void sayso_viewport_set_animate (SaysoViewport *self, gboolean animate);
gboolean sayso_viewport_get_animate (SaysoViewport *self);

void sayso_viewport_zoom_at (SaysoViewport *self, double factor, double x, double y, gboolean animate);
void sayso_viewport_pan (SaysoViewport *self, double dx, double dy);
void sayso_viewport_fling (SaysoViewport *self, double velocity_x, double velocity_y);
void sayso_viewport_center_on (SaysoViewport *self, double world_x, double world_y, double scale, gboolean animate);
void sayso_viewport_fit (SaysoViewport *self, double left, double top, double right, double bottom, double padding,
                         gboolean animate);

gboolean sayso_viewport_is_moving (SaysoViewport *self);
gboolean sayso_viewport_advance (SaysoViewport *self, gint64 frame_time);
void sayso_viewport_stop (SaysoViewport *self);

G_END_DECLS
