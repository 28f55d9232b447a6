/* test-viewport.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-viewport.h"

#include <math.h>

#define FRAME (G_TIME_SPAN_SECOND / 60)

static SaysoViewport *
make (void)
{
  SaysoViewport *viewport = sayso_viewport_new ();

  sayso_viewport_set_size (viewport, 800, 600);
  sayso_viewport_center_on (viewport, 1000, 500, 2, FALSE);

  return viewport;
}

/* Runs until all is at rest; returns the number of frames. */
static guint
run (SaysoViewport *viewport)
{
  guint frames = 1;

  for (gint64 now = 1000; sayso_viewport_advance (viewport, now) && frames < 1000; now += FRAME)
    frames++;
  g_assert_false (sayso_viewport_is_moving (viewport));

  return frames;
}

static void
test_mapping (void)
{
  g_autoptr (SaysoViewport) viewport = make ();

  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, 1000), 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_y (viewport, 500), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_left (viewport), 800, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_right (viewport), 1200, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_top (viewport), 350, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_bottom (viewport), 650, 1e-9);
  for (double x = -50; x < 900; x += 37)
    g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, sayso_viewport_from_x (viewport, x)), x, 1e-9);
}

static void
test_zoom (void)
{
  g_autoptr (SaysoViewport) viewport = make ();
  double under = sayso_viewport_from_x (viewport, 123);
  double left = sayso_viewport_get_left (viewport);

  sayso_viewport_zoom_at (viewport, 3, 123, 45, FALSE);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_scale (viewport), 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_from_x (viewport, 123), under, 1e-9);
  sayso_viewport_zoom_at (viewport, 1.0 / 3, 123, 45, FALSE);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_left (viewport), left, 1e-9);
}

/* Zooming in and out again, at random places and far from the origin, returns to the same place. */
static void
test_zoom_returns (void)
{
  g_autoptr (SaysoViewport) viewport = sayso_viewport_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  sayso_viewport_set_size (viewport, 1000, 200);
  for (guint round = 0; round < 200; round++)
    {
      double center = g_rand_double_range (random, -6e10, 6e10);
      double scale = pow (10, g_rand_double_range (random, -9, -1));
      double factors[20], xs[20], left;

      sayso_viewport_center_on (viewport, center, 0, scale, FALSE);
      left = sayso_viewport_get_left (viewport);
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        {
          factors[i] = g_rand_double_range (random, 0.7, 1.5);
          xs[i] = g_rand_double_range (random, 0, 1000);
          sayso_viewport_zoom_at (viewport, factors[i], xs[i], 0, FALSE);
        }
      for (guint i = G_N_ELEMENTS (factors); i-- > 0;)
        sayso_viewport_zoom_at (viewport, 1 / factors[i], xs[i], 0, FALSE);
      g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, left), 0, 0.01);
      g_assert_cmpfloat_with_epsilon (sayso_viewport_get_scale (viewport) / scale, 1, 1e-9);
    }
}

static void
test_limits (void)
{
  g_autoptr (SaysoViewport) viewport = make ();

  sayso_viewport_set_scale_limits (viewport, 0.5, 8);
  sayso_viewport_zoom_at (viewport, 100, 0, 0, FALSE);
  g_assert_cmpfloat (sayso_viewport_get_scale (viewport), ==, 8);
  sayso_viewport_zoom_at (viewport, 1e-6, 0, 0, FALSE);
  g_assert_cmpfloat (sayso_viewport_get_scale (viewport), ==, 0.5);

  sayso_viewport_set_bounds (viewport, 0, 0, 2000, 1000);
  sayso_viewport_pan (viewport, 1e9, -1e9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_from_x (viewport, 400), 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_from_y (viewport, 300), 1000, 1e-6);
}

static void
test_animated_zoom (void)
{
  g_autoptr (SaysoViewport) viewport = make ();
  double under = sayso_viewport_from_x (viewport, 600);
  double scale = sayso_viewport_get_scale (viewport);
  gint64 now = 0;

  sayso_viewport_zoom_at (viewport, 2, 600, 100, TRUE);
  sayso_viewport_zoom_at (viewport, 2, 600, 100, TRUE);
  while (sayso_viewport_advance (viewport, now += FRAME))
    {
      g_assert_cmpfloat (sayso_viewport_get_scale (viewport), >=, scale);
      g_assert_cmpfloat_with_epsilon (sayso_viewport_from_x (viewport, 600), under, 1e-6);
      scale = sayso_viewport_get_scale (viewport);
    }
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_scale (viewport), 8, 1e-9);
  g_assert_cmpint (now, >=, 250 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (now, <=, 250 * G_TIME_SPAN_MILLISECOND + 3 * FRAME);
}

static void
test_fit (void)
{
  g_autoptr (SaysoViewport) viewport = make ();

  sayso_viewport_fit (viewport, -100, 0, 300, 0, 50, FALSE);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, -100), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, 300), 750, 1e-9);

  sayso_viewport_fit (viewport, 0, 0, 100, 1000, 0, TRUE);
  run (viewport);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_y (viewport, 0), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_y (viewport, 1000), 600, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, 50), 400, 1e-9);

  /* A point has no extent to fit: it comes to the middle. */
  sayso_viewport_fit (viewport, 70, 80, 70, 80, 10, FALSE);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, 70), 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_get_scale (viewport), 0.6, 1e-9);
}

/* A fling goes as far with few frames as with many, ends, and a hand stops it. */
static void
test_fling (void)
{
  double ends[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SaysoViewport) viewport = make ();
      gint64 now = 5;

      sayso_viewport_fling (viewport, 1000, 0);
      while (sayso_viewport_advance (viewport, now))
        now += i == 0 ? FRAME / 4 : FRAME;
      ends[i] = sayso_viewport_get_left (viewport);
      g_assert_cmpfloat (ends[i], <, 700);
      g_assert_cmpfloat_with_epsilon (sayso_viewport_get_top (viewport), 350, 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (ends[0], ends[1], 0.5);

  {
    g_autoptr (SaysoViewport) viewport = make ();

    sayso_viewport_fling (viewport, 1000, 0);
    sayso_viewport_advance (viewport, 0);
    sayso_viewport_advance (viewport, FRAME);
    sayso_viewport_stop (viewport);
    g_assert_false (sayso_viewport_advance (viewport, 2 * FRAME));
  }
}

static void
test_reduced_motion (void)
{
  g_autoptr (SaysoViewport) viewport = make ();
  double left;

  sayso_viewport_center_on (viewport, 0, 0, 0, TRUE);
  g_assert_true (sayso_viewport_is_moving (viewport));
  sayso_viewport_set_animate (viewport, FALSE);
  g_assert_false (sayso_viewport_is_moving (viewport));
  g_assert_cmpfloat_with_epsilon (sayso_viewport_from_x (viewport, 400), 0, 1e-9);

  sayso_viewport_center_on (viewport, 1000, 0, 0, TRUE);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_from_x (viewport, 400), 1000, 1e-9);
  left = sayso_viewport_get_left (viewport);
  sayso_viewport_fling (viewport, 5000, 0);
  g_assert_false (sayso_viewport_is_moving (viewport));
  g_assert_cmpfloat (sayso_viewport_get_left (viewport), ==, left);
}

static void
test_resize (void)
{
  g_autoptr (SaysoViewport) viewport = sayso_viewport_new ();

  /* A place set before the first size holds. */
  sayso_viewport_center_on (viewport, 10, 20, 4, TRUE);
  g_assert_false (sayso_viewport_is_moving (viewport));
  sayso_viewport_set_size (viewport, 300, 200);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, 10), 150, 1e-9);
  sayso_viewport_set_size (viewport, 500, 100);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_x (viewport, 10), 250, 1e-9);
  g_assert_cmpfloat_with_epsilon (sayso_viewport_to_y (viewport, 20), 50, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/mapping", test_mapping);
  g_test_add_func ("/viewport/zoom", test_zoom);
  g_test_add_func ("/viewport/zoom-returns", test_zoom_returns);
  g_test_add_func ("/viewport/limits", test_limits);
  g_test_add_func ("/viewport/animated-zoom", test_animated_zoom);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/fling", test_fling);
  g_test_add_func ("/viewport/reduced-motion", test_reduced_motion);
  g_test_add_func ("/viewport/resize", test_resize);
  return g_test_run ();
}
