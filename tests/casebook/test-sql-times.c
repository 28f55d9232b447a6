/* test-sql-times.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "casebook-fixture.h"
#include "sayso-connection.h"
#include "sayso-interval.h"

/* SQL must answer as C does: the functions are compared on random times, open and lasting ones too. */

#define N_RANDOM 4000

static gint64
answer (SaysoConnection *db, const char *sql, const SaysoBounds *a, const SaysoBounds *b)
{
  SaysoStatement *row = sayso_connection_prepare_sql (db, sql);

  sayso_statement_bind_int (row, "a", a->earliest);
  sayso_statement_bind_int (row, "b", a->latest);
  sayso_statement_bind_int (row, "c", b->earliest);
  sayso_statement_bind_int (row, "d", b->latest);
  sayso_statement_bind_int (row, "e", a->lasting);
  sayso_statement_bind_int (row, "f", b->lasting);

  return sayso_statement_run_int (row, -1);
}

/* Close together, so that ends often touch. */
static SaysoBounds
random_bounds (GRand *random)
{
  SaysoBounds bounds = SAYSO_BOUNDS_UNKNOWN;
  gint64 earliest = g_rand_int_range (random, -6, 6);

  if (g_rand_int_range (random, 0, 8) > 0)
    bounds.earliest = earliest;
  if (g_rand_int_range (random, 0, 8) > 0)
    bounds.latest = earliest + g_rand_int_range (random, 0, 6);
  bounds.lasting = g_rand_boolean (random);

  return bounds;
}

static SaysoConnection *
open_connection (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (fixture, "times.db");
  SaysoConnection *db = sayso_connection_open (path, SAYSO_ACCESS_CREATE, &error);

  g_assert_no_error (error);

  return db;
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
#define ALL "(:a, :b, :e, :c, :d, :f)"
  g_autoptr (SaysoConnection) db = open_connection (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20150317);
  guint seen[3] = { 0 };

  for (guint i = 0; i < N_RANDOM; i++)
    {
      SaysoBounds a = random_bounds (random), b = random_bounds (random);
      SaysoInterval first, second;

      sayso_interval_init (&first, &a);
      sayso_interval_init (&second, &b);
      g_assert_cmpint (answer (db, "SELECT time_before " ALL, &a, &b), ==, sayso_bounds_before (&a, &b));
      g_assert_cmpint (answer (db, "SELECT time_after " ALL, &a, &b), ==, sayso_bounds_before (&b, &a));
      g_assert_cmpint (answer (db, "SELECT time_overlaps " ALL, &a, &b), ==, sayso_bounds_overlap (&a, &b));
      g_assert_cmpint (answer (db, "SELECT time_during " ALL, &a, &b), ==, sayso_bounds_during (&a, &b));
      g_assert_cmpint (answer (db, "SELECT time_contains " ALL, &a, &b), ==, sayso_bounds_during (&b, &a));
      g_assert_cmpint (answer (db, "SELECT time_allen ('meets', :a, :b, :e, :c, :d, :f)", &a, &b), ==,
                       sayso_interval_relates (&first, &second, 1 << SAYSO_ALLEN_MEETS));
      g_assert_cmpint (answer (db, "SELECT time_allen ('overlapped-by', :a, :b, :e, :c, :d, :f)", &a, &b), ==,
                       sayso_interval_relates (&first, &second, 1 << SAYSO_ALLEN_OVERLAPPED_BY));
      seen[sayso_bounds_overlap (&a, &b)]++;

      /* Without a word on that, they happened once within. */
      a.lasting = b.lasting = FALSE;
      g_assert_cmpint (answer (db, "SELECT time_before (:a, :b, :c, :d) + 0 * (:e + :f)", &a, &b), ==,
                       sayso_bounds_before (&a, &b));

      /* The range of a filter lets pass what possibly overlaps it. */
      g_assert_cmpint (answer (db,
                               "SELECT (time_overlaps (:a, :b, :c, :d) > 0) = (:a <= :d AND :b >= :c) + 0 * (:e + :f)",
                               &a, &b),
                       ==, 1);
    }
  g_assert_cmpuint (seen[SAYSO_ANSWER_NO], >, N_RANDOM / 20);
  g_assert_cmpuint (seen[SAYSO_ANSWER_POSSIBLE], >, N_RANDOM / 20);
  g_assert_cmpuint (seen[SAYSO_ANSWER_CERTAIN], >, N_RANDOM / 20);
  g_assert_true (sayso_connection_finish (db, &error));
  g_assert_no_error (error);
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SaysoConnection) db = open_connection (fixture);
  static const struct
  {
    const char *sql;
    int answer;
  } cases[] = {
    { "SELECT coalesce (time_before (NULL, 3, 5, NULL), -1)", 2 },
    { "SELECT coalesce (time_before (NULL, NULL, NULL, NULL), -1)", 1 },
    { "SELECT coalesce (time_before ('1', 3, 5, 7), -1)", -1 },
    { "SELECT coalesce (time_before (4, 3, 5, 7), -1)", -1 },
    { "SELECT coalesce (time_before (1, 3, 5, 7.5), -1)", -1 },
    { "SELECT coalesce (time_allen ('beside', 1, 3, 5, 7), -1)", -1 },
    { "SELECT coalesce (time_allen (NULL, 1, 3, 5, 7), -1)", -1 },
    { "SELECT coalesce (time_allen ('meets', 1, 3, 1, 4, 7, 1), -1)", 2 },
    { "SELECT coalesce (time_before (-9223372036854775808, 9223372036854775807, 1, 1), -1)", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].sql);
      g_assert_cmpint (sayso_statement_run_int (sayso_connection_prepare_sql (db, cases[i].sql), -9), ==,
                       cases[i].answer);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sql-times/random", Fixture, NULL, fixture_set_up, test_random, fixture_tear_down);
  g_test_add ("/sql-times/bad", Fixture, NULL, fixture_set_up, test_bad, fixture_tear_down);

  return g_test_run ();
}
