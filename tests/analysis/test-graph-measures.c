/* test-graph-measures.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-measures.h"

/* Two triangles, joined by 2 – 3; and a pair apart. */
static const SaysoLayoutEdge edges[] = { { 0, 1, 1 }, { 1, 2, 1 }, { 0, 2, 1 }, { 2, 3, 1 }, { 3, 4, 1 },
                                         { 4, 5, 1 }, { 5, 3, 1 }, { 4, 3, 1 }, { 6, 7, 1 } };

static void
test_measures (void)
{
  SaysoMeasure measures[8];
  g_autoptr (GError) error = NULL;

  g_assert_true (sayso_graph_measure (8, edges, G_N_ELEMENTS (edges), measures, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (measures[0].n_neighbours, ==, 2);
  g_assert_cmpuint (measures[3].n_neighbours, ==, 3); /* tied to 4 twice, which counts once */
  g_assert_true (measures[2].cuts && measures[3].cuts);
  g_assert_false (measures[0].cuts || measures[6].cuts);
  g_assert_cmpfloat (measures[0].between, ==, 0);
  g_assert_cmpfloat_with_epsilon (measures[2].between, 6.0 / 21, 1e-9); /* 0 and 1 with 3, 4 and 5 */
  g_assert_cmpuint (measures[0].group, ==, measures[1].group);
  g_assert_cmpuint (measures[0].group, !=, measures[4].group);
  g_assert_cmpuint (measures[6].group, ==, 2); /* the smallest comes last */
  g_assert_true (sayso_graph_measure (0, NULL, 0, NULL, NULL, &error));
}

static void
assert_path (guint from, guint to, const char *expected)
{
  g_autoptr (GArray) path = sayso_graph_find_paths (8, edges, G_N_ELEMENTS (edges), from, to);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (found, "%u", g_array_index (path, guint, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_paths (void)
{
  assert_path (0, 5, "0235");
  assert_path (5, 0, "0235");
  assert_path (0, 1, "01");
  assert_path (4, 4, "4");
  assert_path (0, 7, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-measures/measures", test_measures);
  g_test_add_func ("/graph-measures/paths", test_paths);

  return g_test_run ();
}
