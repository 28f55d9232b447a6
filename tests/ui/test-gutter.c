/* test-gutter.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gutter.h"

#define METER 14

static const SaysoGutterLine lines[] = { { 0, 25 }, { 25, 50 }, { 50, 75 } };

static SaysoGutterBracket
bracket (gint64 id, guint depth, guint first, guint last)
{
  return (SaysoGutterBracket) { .id = id, .depth = depth, .first = first, .last = last, .begins = TRUE, .ends = TRUE };
}

static void
test_one (void)
{
  SaysoGutterBracket it = bracket (1, 0, 0, 1);

  sayso_gutter_layout (&it, 1, lines, G_N_ELEMENTS (lines), METER);

  g_assert_cmpuint (it.lane, ==, 0);
  g_assert_cmpfloat (it.top, ==, 1);
  g_assert_cmpfloat (it.bottom, ==, 49);
  g_assert_cmpfloat (it.meter, ==, 5.5);
}

static void
test_nested (void)
{
  SaysoGutterBracket both[] = { bracket (1, 0, 0, 2), bracket (2, 1, 0, 1) };

  sayso_gutter_layout (both, 2, lines, G_N_ELEMENTS (lines), METER);

  g_assert_cmpuint (both[0].lane, ==, 0);
  g_assert_cmpuint (both[1].lane, ==, 1);
  g_assert_cmpfloat (both[1].top, ==, 1);
  g_assert_cmpfloat (both[1].bottom, ==, 49);
  g_test_message ("The meter of the inner one goes to its next line, as the outer one's stands beside the first.");
  g_assert_cmpfloat (both[0].meter, ==, 5.5);
  g_assert_cmpfloat (both[1].meter, ==, 30.5);
}

/* One that has but a line keeps it; the longer one around it has others. */
static void
test_room (void)
{
  SaysoGutterBracket both[] = { bracket (1, 0, 0, 2), bracket (2, 1, 0, 0) };

  sayso_gutter_layout (both, 2, lines, G_N_ELEMENTS (lines), METER);

  g_assert_cmpfloat (both[0].meter, ==, 30.5);
  g_assert_cmpfloat (both[1].meter, ==, 5.5);
}

static void
test_deep (void)
{
  SaysoGutterBracket it = bracket (1, 7, 0, 0);

  sayso_gutter_layout (&it, 1, lines, G_N_ELEMENTS (lines), METER);

  g_assert_cmpuint (it.lane, ==, SAYSO_GUTTER_LANES - 1);
}

static void
test_shared_line (void)
{
  SaysoGutterBracket both[] = { bracket (1, 0, 0, 1), bracket (2, 0, 1, 2) };

  sayso_gutter_layout (both, 2, lines, G_N_ELEMENTS (lines), METER);

  g_assert_cmpfloat (both[0].bottom, <, both[1].top);
  g_assert_cmpfloat (both[0].bottom, ==, 36.5);
  g_assert_cmpfloat (both[1].top, ==, 38.5);
  g_assert_cmpfloat (both[1].bottom, ==, 74);
  g_assert_cmpfloat (both[1].meter, ==, 30.5);
}

static void
test_no_room (void)
{
  SaysoGutterBracket both[] = { bracket (1, 0, 0, 0), bracket (2, 0, 0, 0) };

  sayso_gutter_layout (both, 2, lines, G_N_ELEMENTS (lines), METER);

  g_assert_cmpfloat (both[0].meter, >=, 0);
  g_assert_cmpfloat (both[1].meter, <, 0);
  g_assert_cmpfloat (both[0].bottom, <, both[1].top);
}

static void
test_continued (void)
{
  SaysoGutterBracket it = bracket (1, 0, 0, 2);

  it.begins = FALSE;
  sayso_gutter_layout (&it, 1, lines, G_N_ELEMENTS (lines), METER);

  g_assert_cmpfloat (it.meter, <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gutter/one", test_one);
  g_test_add_func ("/gutter/nested", test_nested);
  g_test_add_func ("/gutter/room", test_room);
  g_test_add_func ("/gutter/deep", test_deep);
  g_test_add_func ("/gutter/shared-line", test_shared_line);
  g_test_add_func ("/gutter/no-room", test_no_room);
  g_test_add_func ("/gutter/continued", test_continued);

  return g_test_run ();
}
