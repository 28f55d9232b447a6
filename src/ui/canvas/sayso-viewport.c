/* sayso-viewport.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-viewport.h"

#include <math.h>

#define MOVE_DURATION (250 * G_TIME_SPAN_MILLISECOND)
#define FLING_DECAY 4.0 /* a second: a fling loses 98 % of its speed within one */
#define FLING_END 12.0  /* px a second */

/* Where the plane lies under the canvas. */
typedef struct
{
  double x;
  double y;
  double scale;
} Place;

typedef enum
{
  AT_REST,
  MOVING,
  FLUNG,
} Motion;

struct _SaysoViewport
{
  GObject parent_instance;

  Place place;
  double width;
  double height;
  double min_scale;
  double max_scale;
  double left;
  double top;
  double right;
  double bottom;

  Motion motion;
  gint64 begun; /* frame time, or -1 until the first frame */
  Place from;
  Place to;
  double velocity_x;
  double velocity_y;
  gboolean animate;
};

enum
{
  PROP_0,
  PROP_ANIMATE,
  N_PROPS,
};

enum
{
  CHANGED,
  STARTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoViewport, sayso_viewport, G_TYPE_OBJECT)

static void
sayso_viewport_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoViewport *self = SAYSO_VIEWPORT (object);

  switch (id)
    {
    case PROP_ANIMATE:
      g_value_set_boolean (value, self->animate);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_viewport_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoViewport *self = SAYSO_VIEWPORT (object);

  switch (id)
    {
    case PROP_ANIMATE:
      sayso_viewport_set_animate (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_viewport_class_init (SaysoViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sayso_viewport_get_property;
  object_class->set_property = sayso_viewport_set_property;

  properties[PROP_ANIMATE] =
      g_param_spec_boolean ("animate", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
      g_signal_new ("changed", SAYSO_TYPE_VIEWPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STARTED] =
      g_signal_new ("started", SAYSO_TYPE_VIEWPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sayso_viewport_init (SaysoViewport *self)
{
  self->place.scale = self->from.scale = self->to.scale = 1;
  self->min_scale = G_MINDOUBLE;
  self->max_scale = G_MAXDOUBLE;
  self->left = self->top = -G_MAXDOUBLE;
  self->right = self->bottom = G_MAXDOUBLE;
  self->animate = TRUE;
}

/**
 * sayso_viewport_new:
 *
 * Returns: (transfer full): a viewport of no size at the world's origin, a pixel for a unit, without limits
 */
SaysoViewport *
sayso_viewport_new (void)
{
  return g_object_new (SAYSO_TYPE_VIEWPORT, NULL);
}

double
sayso_viewport_get_scale (SaysoViewport *self)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), 1);

  return self->place.scale;
}

double
sayso_viewport_get_width (SaysoViewport *self)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), 0);

  return self->width;
}

double
sayso_viewport_get_height (SaysoViewport *self)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), 0);

  return self->height;
}

/* The edges of what is shown, in world units. */
double
sayso_viewport_get_left (SaysoViewport *self)
{
  return sayso_viewport_from_x (self, 0);
}

double
sayso_viewport_get_top (SaysoViewport *self)
{
  return sayso_viewport_from_y (self, 0);
}

double
sayso_viewport_get_right (SaysoViewport *self)
{
  return sayso_viewport_from_x (self, self->width);
}

double
sayso_viewport_get_bottom (SaysoViewport *self)
{
  return sayso_viewport_from_y (self, self->height);
}

double
sayso_viewport_to_x (SaysoViewport *self, double world_x)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), 0);

  return (world_x - self->place.x) * self->place.scale;
}

double
sayso_viewport_to_y (SaysoViewport *self, double world_y)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), 0);

  return (world_y - self->place.y) * self->place.scale;
}

double
sayso_viewport_from_x (SaysoViewport *self, double x)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), 0);

  return self->place.x + x / self->place.scale;
}

double
sayso_viewport_from_y (SaysoViewport *self, double y)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), 0);

  return self->place.y + y / self->place.scale;
}

/* The scale stays within its limits, and the middle of the canvas over the bounds. */
static Place
clamp_place (SaysoViewport *self, Place place)
{
  double half_width, half_height;

  place.scale = CLAMP (place.scale, self->min_scale, self->max_scale);
  half_width = self->width / 2 / place.scale;
  half_height = self->height / 2 / place.scale;
  place.x = CLAMP (place.x + half_width, self->left, self->right) - half_width;
  place.y = CLAMP (place.y + half_height, self->top, self->bottom) - half_height;

  return place;
}

static Place
shift_place (Place place, double dx, double dy)
{
  place.x += dx / place.scale;
  place.y += dy / place.scale;

  return place;
}

static void
set_place (SaysoViewport *self, Place place)
{
  if (place.x == self->place.x && place.y == self->place.y && place.scale == self->place.scale)
    return;

  self->place = place;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
move_to (SaysoViewport *self, Place place, gboolean animate)
{
  place = clamp_place (self, place);
  if (!animate || !self->animate || self->width <= 0)
    {
      self->motion = AT_REST;
      set_place (self, place);
      return;
    }

  self->motion = MOVING;
  self->begun = -1;
  self->from = self->place;
  self->to = place;
  g_signal_emit (self, signals[STARTED], 0);
}

/**
 * sayso_viewport_set_size:
 * @self: a viewport
 * @width: the canvas's width in pixels
 * @height: its height
 *
 * Takes a new size. The middle of the canvas stays over the same point of the world.
 */
void
sayso_viewport_set_size (SaysoViewport *self, double width, double height)
{
  double dx, dy;

  g_return_if_fail (SAYSO_IS_VIEWPORT (self));
  g_return_if_fail (width >= 0 && height >= 0);

  if (width == self->width && height == self->height)
    return;

  dx = (self->width - width) / 2;
  dy = (self->height - height) / 2;
  self->width = width;
  self->height = height;
  self->place = shift_place (self->place, dx, dy);
  self->from = shift_place (self->from, dx, dy);
  self->to = shift_place (self->to, dx, dy);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * sayso_viewport_set_scale_limits:
 * @self: a viewport
 * @min_scale: fewest pixels for a unit of the world; more than 0
 * @max_scale: most
 */
void
sayso_viewport_set_scale_limits (SaysoViewport *self, double min_scale, double max_scale)
{
  g_return_if_fail (SAYSO_IS_VIEWPORT (self));
  g_return_if_fail (min_scale > 0 && min_scale <= max_scale);

  self->min_scale = min_scale;
  self->max_scale = max_scale;
  self->to = clamp_place (self, self->to);
  set_place (self, clamp_place (self, self->place));
}

/**
 * sayso_viewport_set_bounds:
 * @self: a viewport
 * @left: leftmost point of the world over which the canvas's middle may lie
 * @top: topmost
 * @right: rightmost
 * @bottom: lowest
 *
 * Keeps the reader from losing sight of what there is.
 */
void
sayso_viewport_set_bounds (SaysoViewport *self, double left, double top, double right, double bottom)
{
  g_return_if_fail (SAYSO_IS_VIEWPORT (self));
  g_return_if_fail (left <= right && top <= bottom);

  self->left = left;
  self->top = top;
  self->right = right;
  self->bottom = bottom;
  self->to = clamp_place (self, self->to);
  set_place (self, clamp_place (self, self->place));
}

void
sayso_viewport_set_animate (SaysoViewport *self, gboolean animate)
{
  g_return_if_fail (SAYSO_IS_VIEWPORT (self));

  animate = !!animate;
  if (animate == self->animate)
    return;

  self->animate = animate;
  if (!animate && self->motion == MOVING)
    move_to (self, self->to, FALSE);
  else if (!animate)
    sayso_viewport_stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANIMATE]);
}

gboolean
sayso_viewport_get_animate (SaysoViewport *self)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), FALSE);

  return self->animate;
}

/**
 * sayso_viewport_zoom_at:
 * @self: a viewport
 * @factor: more than 1 to come closer
 * @x: pixels from the canvas's left edge
 * @y: pixels from its top
 * @animate: whether to take time over it
 *
 * Zooms so that the point of the world at @x, @y stays there. Zooming while a zoom is under way adds to it.
 */
void
sayso_viewport_zoom_at (SaysoViewport *self, double factor, double x, double y, gboolean animate)
{
  Place base, place;

  g_return_if_fail (SAYSO_IS_VIEWPORT (self));
  g_return_if_fail (factor > 0 && isfinite (factor));

  base = animate && self->motion == MOVING ? self->to : self->place;
  place = base;
  place.scale = CLAMP (base.scale * factor, self->min_scale, self->max_scale);
  place.x += x / base.scale - x / place.scale;
  place.y += y / base.scale - y / place.scale;
  move_to (self, place, animate);
}

/**
 * sayso_viewport_pan:
 * @self: a viewport
 * @dx: pixels by which the world moves to the right
 * @dy: pixels by which it moves down
 *
 * Follows a hand at once; ends an animated move.
 */
void
sayso_viewport_pan (SaysoViewport *self, double dx, double dy)
{
  Place place;

  g_return_if_fail (SAYSO_IS_VIEWPORT (self));

  place = self->place;
  place.x -= dx / place.scale;
  place.y -= dy / place.scale;
  move_to (self, place, FALSE);
}

/**
 * sayso_viewport_fling:
 * @self: a viewport
 * @velocity_x: pixels a second to the right
 * @velocity_y: pixels a second down
 *
 * Lets the world glide on after a hand has let go, slowing down. Does nothing where moves are not animated.
 */
void
sayso_viewport_fling (SaysoViewport *self, double velocity_x, double velocity_y)
{
  g_return_if_fail (SAYSO_IS_VIEWPORT (self));

  if (!self->animate || hypot (velocity_x, velocity_y) < FLING_END)
    return;

  self->motion = FLUNG;
  self->begun = -1;
  self->from = self->place;
  self->velocity_x = velocity_x;
  self->velocity_y = velocity_y;
  g_signal_emit (self, signals[STARTED], 0);
}

/**
 * sayso_viewport_center_on:
 * @self: a viewport
 * @world_x: what to bring to the middle
 * @world_y: likewise
 * @scale: pixels for a unit, or 0 to leave it
 * @animate: whether to take time over it
 */
void
sayso_viewport_center_on (SaysoViewport *self, double world_x, double world_y, double scale, gboolean animate)
{
  Place place;

  g_return_if_fail (SAYSO_IS_VIEWPORT (self));

  place.scale = CLAMP (scale > 0 ? scale : self->place.scale, self->min_scale, self->max_scale);
  place.x = world_x - self->width / 2 / place.scale;
  place.y = world_y - self->height / 2 / place.scale;
  move_to (self, place, animate);
}

/**
 * sayso_viewport_fit:
 * @self: a viewport
 * @left: left edge of what to show, in world units
 * @top: top edge
 * @right: right edge
 * @bottom: bottom edge; where it equals @top only the width counts
 * @padding: pixels to leave free on every side
 * @animate: whether to take time over it
 *
 * Shows all of a rectangle, as large as it goes.
 */
void
sayso_viewport_fit (SaysoViewport *self, double left, double top, double right, double bottom, double padding,
                    gboolean animate)
{
  double scale = G_MAXDOUBLE;

  g_return_if_fail (SAYSO_IS_VIEWPORT (self));
  g_return_if_fail (left <= right && top <= bottom);

  if (right > left)
    scale = MAX (self->width - 2 * padding, 1) / (right - left);
  if (bottom > top)
    scale = MIN (scale, MAX (self->height - 2 * padding, 1) / (bottom - top));
  if (scale == G_MAXDOUBLE)
    scale = 0;
  sayso_viewport_center_on (self, left / 2 + right / 2, top / 2 + bottom / 2, scale, animate);
}

gboolean
sayso_viewport_is_moving (SaysoViewport *self)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), FALSE);

  return self->motion != AT_REST;
}

/* Origins on the way are linear in 1/scale, so that what both ends show at one spot stays at that spot. */
static void
advance_move (SaysoViewport *self, gint64 elapsed)
{
  double t = CLAMP ((double) elapsed / MOVE_DURATION, 0, 1);
  double eased = 1 - (1 - t) * (1 - t) * (1 - t);
  double ratio = self->to.scale / self->from.scale;
  Place place = self->to;

  if (t < 1)
    {
      double part = eased;

      place.scale = self->from.scale * pow (ratio, eased);
      if (fabs (ratio - 1) > 1e-6)
        part = (self->from.scale / place.scale - 1) / (1 / ratio - 1);
      place.x = self->from.x + (self->to.x - self->from.x) * part;
      place.y = self->from.y + (self->to.y - self->from.y) * part;
    }
  else
    self->motion = AT_REST;

  set_place (self, place);
}

/* The closed form of exponential decay: the way does not depend on the frames. */
static void
advance_fling (SaysoViewport *self, gint64 elapsed)
{
  double seconds = (double) elapsed / G_TIME_SPAN_SECOND;
  double left = exp (-FLING_DECAY * seconds);
  Place place = self->from;

  place.x -= self->velocity_x * (1 - left) / FLING_DECAY / place.scale;
  place.y -= self->velocity_y * (1 - left) / FLING_DECAY / place.scale;
  if (hypot (self->velocity_x, self->velocity_y) * left < FLING_END)
    self->motion = AT_REST;

  set_place (self, clamp_place (self, place));
}

/**
 * sayso_viewport_advance:
 * @self: a viewport
 * @frame_time: the frame clock's time, in microseconds
 *
 * Brings a move or a fling to where it is at that time.
 *
 * Returns: whether more frames are wanted
 */
gboolean
sayso_viewport_advance (SaysoViewport *self, gint64 frame_time)
{
  g_return_val_if_fail (SAYSO_IS_VIEWPORT (self), FALSE);

  if (self->motion == AT_REST)
    return FALSE;
  if (self->begun < 0)
    self->begun = frame_time;

  if (self->motion == MOVING)
    advance_move (self, frame_time - self->begun);
  else
    advance_fling (self, frame_time - self->begun);

  return self->motion != AT_REST;
}

/**
 * sayso_viewport_stop:
 * @self: a viewport
 *
 * Ends a move or a fling where it is, as a hand laid on the canvas does.
 */
void
sayso_viewport_stop (SaysoViewport *self)
{
  g_return_if_fail (SAYSO_IS_VIEWPORT (self));

  self->motion = AT_REST;
}
