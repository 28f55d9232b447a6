/* test-graph-scope.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include "sayso-graph-grid.h"
#include "sayso-graph-scope.h"

static SaysoGraphData *
read_data (SaysoCasebook *casebook)
{
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64)), ties = NULL;
  g_autoptr (GError) error = NULL;
  SaysoGraphData *data;

  sayso_casebook_get_graph (casebook, NULL, 100, &actors, &relations, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < relations->len; i++)
    {
      gint64 id = sayso_item_get_id (g_ptr_array_index (relations, i));

      g_array_append_val (ids, id);
    }
  ties = sayso_casebook_get_ties (casebook, (const gint64 *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  data = sayso_graph_data_new (actors, relations, ties, NULL, &error);
  g_assert_no_error (error);

  return data;
}

static void
assert_chosen (SaysoGraphScope *scope, SaysoGraphData *data, guint n_actors, guint n_relations)
{
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;

  sayso_graph_scope_choose (scope, data, &actors, &relations);
  g_assert_cmpuint (actors->len, ==, n_actors);
  g_assert_cmpuint (relations->len, ==, n_relations);
}

/* Each choice leaves out what it says, and what it says alone. */
static void
test_choices (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SaysoGraphData) data = NULL;
  g_autoptr (SaysoGraphScope) scope = sayso_graph_scope_new (), copy = NULL;
  guint n_actors, n_relations;
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;
  SaysoRelation *first;
  gint64 first_time, last_time;

  fixture_import (fixture->casebook, 1);
  data = read_data (fixture->casebook);
  sayso_graph_scope_choose (scope, data, &actors, &relations);
  n_actors = actors->len;
  n_relations = relations->len;
  g_assert_cmpuint (n_relations, ==, 2); /* signed with, bribed: both of one firm */
  g_assert_cmpuint (n_actors, ==, 3);
  g_assert_true (sayso_graph_scope_is_plain (scope));
  first = g_ptr_array_index (relations, 0);

  scope->most = 1;
  assert_chosen (scope, data, 1, 0);
  scope->most = 60;
  scope->min_sources = 2;
  assert_chosen (scope, data, 0, 0);
  scope->min_sources = 1;
  scope->voices = 1u << SAYSO_VOICE_DENIED;
  assert_chosen (scope, data, 0, 0);
  scope->voices = SAYSO_SCOPE_ALL;
  scope->heads = 1u << SAYSO_EDGE_HEAD_REPORTS;
  assert_chosen (scope, data, 0, 0);
  scope->heads = SAYSO_SCOPE_ALL;
  sayso_id_set_add (scope->hidden, first->subject); /* of “signed with”: the port */
  g_assert_false (sayso_graph_scope_is_plain (scope));
  copy = sayso_graph_scope_copy (scope);
  assert_chosen (copy, data, n_actors - 1, n_relations - 1);
  g_hash_table_remove_all (scope->hidden);
  scope->only = sayso_id_set_new ();
  sayso_id_set_add (scope->only, first->subject);
  sayso_id_set_add (scope->only, first->object);
  assert_chosen (scope, data, 2, 1);
  g_clear_pointer (&scope->only, g_hash_table_unref);

  g_assert_true (sayso_graph_scope_get_times (scope, data, &first_time, &last_time));
  scope->until = first_time - 1;
  assert_chosen (scope, data, 0, 0);
  scope->until = last_time;
  g_assert_cmpint (first_time, <=, last_time);
}

static void
test_neighbours (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SaysoGraphData) data = NULL;
  g_autoptr (GHashTable) near = NULL, paths = NULL, none = NULL;
  SaysoRelation *relation;

  fixture_import (fixture->casebook, 1);
  data = read_data (fixture->casebook);
  relation = g_ptr_array_index (data->relations, 0);
  near = sayso_graph_data_get_neighbours (data, relation->subject);
  g_assert_true (sayso_id_set_has (near, relation->object));
  g_assert_false (sayso_id_set_has (near, relation->subject));
  paths = sayso_graph_data_get_paths (data, relation->subject, relation->object);
  g_assert_cmpuint (g_hash_table_size (paths), ==, 2);
  none = sayso_graph_data_get_paths (data, relation->subject, 9999);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

/* Whatever lies at a place, the grid finds. */
static void
test_grid (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  graphene_rect_t extent = GRAPHENE_RECT_INIT (-500, -300, 3000, 2000);
  g_autoptr (SaysoGraphGrid) grid = sayso_graph_grid_new (&extent, 400);
  graphene_point_t from[400], to[400];

  for (guint i = 0; i < 400; i++)
    {
      graphene_point_init (&from[i], g_rand_double_range (random, -500, 2500),
                           g_rand_double_range (random, -300, 1700));
      graphene_point_init (&to[i], g_rand_double_range (random, -500, 2500), g_rand_double_range (random, -300, 1700));
      if (i % 20 == 0)
        to[i].y = from[i].y;
      if (i % 20 == 1)
        to[i].x = from[i].x;
      sayso_graph_grid_add_line (grid, i, &from[i], &to[i]);
    }
  for (guint i = 0; i < 400; i++)
    for (guint k = 0; k <= 10; k++)
      {
        graphene_rect_t box = GRAPHENE_RECT_INIT (from[i].x + (to[i].x - from[i].x) * k / 10.0f - 1,
                                                  from[i].y + (to[i].y - from[i].y) * k / 10.0f - 1, 2, 2);
        const guint *found;
        gboolean there = FALSE;
        guint n;

        found = sayso_graph_grid_find (grid, &box, &n);
        for (guint f = 0; f < n; f++)
          there |= found[f] == i;
        g_assert_true (there);
        g_assert_cmpuint (n, <, 200);
      }
}

static void
test_places (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SaysoPlace));
  SaysoPlace place = { 1, -12, 345, TRUE };
  g_autoptr (GArray) found = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (fixture->casebook, 1);
  before = fixture_dump (fixture->casebook);
  g_array_append_val (places, place);
  g_assert_true (sayso_casebook_keep_places (fixture->casebook, places, &error));
  fixture_reopen (fixture);
  found = sayso_casebook_get_places (fixture->casebook, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, SaysoPlace, 0).x, ==, -12);
  g_assert_true (g_array_index (found, SaysoPlace, 0).pinned);
  after = fixture_dump (fixture->casebook);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/graph-scope/choices", Fixture, NULL, fixture_set_up, test_choices, fixture_tear_down);
  g_test_add ("/graph-scope/neighbours", Fixture, NULL, fixture_set_up, test_neighbours, fixture_tear_down);
  g_test_add ("/graph-scope/places", Fixture, NULL, fixture_set_up, test_places, fixture_tear_down);
  g_test_add_func ("/graph-scope/grid", test_grid);

  return g_test_run ();
}
