/* test-kill.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#include "casebook-fixture.h"
#include "mixture.h"
#include "sayso-history.h"

#define N_ROUNDS 20
#define N_FILES 50
#define N_STEPS 60

/* A casebook that was killed so often is followed by a new one. */
#define N_KILLS 20

/* The other process: imports files and says so of each, once it was told that it is in the casebook. */
static int
child (const char *path, guint first)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);

  g_assert_no_error (error);
  for (guint i = first; i < first + N_FILES; i++)
    {
      fixture_import (casebook, i);
      g_print ("%u\n", i);
    }
  sayso_casebook_close (casebook);

  return 0;
}

/* Starts it, kills it after a while, and returns what it said. */
static GHashTable *
run_and_kill (const char *what, const char *path, guint first, gint64 microseconds, gint64 *took)
{
  g_autofree char *number = g_strdup_printf ("%u", first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  GHashTable *said = g_hash_table_new (NULL, NULL);
  gint64 start = g_get_monotonic_time ();

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", what, path, number, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  if (microseconds > 0)
    {
      g_usleep (microseconds);
      g_subprocess_send_signal (process, SIGKILL);
    }
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        break;
      g_hash_table_add (said, GUINT_TO_POINTER (g_ascii_strtoull (line, NULL, 10) + 1));
    }
  g_subprocess_wait (process, NULL, NULL);
  if (took != NULL)
    *took = g_get_monotonic_time () - start;

  return said;
}

static void
verify (const char *path, GHashTable *said, guint first, guint *n_articles)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_autoptr (GPtrArray) articles = NULL, problems = NULL;
  guint n_found = 0;

  g_assert_no_error (error);
  articles = fixture_query (casebook, SAYSO_ITEM_ARTICLE, NULL, SAYSO_SORT_TEXT);
  for (guint i = 0; i < articles->len; i++)
    {
      SaysoArticle *article = g_ptr_array_index (articles, i);
      const char *title = sayso_item_get_title (SAYSO_ITEM (article));
      guint number = g_ascii_strtoull (strrchr (title, ' ') + 1, NULL, 10);

      g_assert_cmpuint (article->n_times, ==, 3);
      g_assert_cmpuint (article->n_actors, ==, 5);
      g_assert_cmpuint (article->n_events, ==, 5);
      g_assert_cmpuint (article->n_claims, ==, 4);
      n_found += g_hash_table_contains (said, GUINT_TO_POINTER (number + 1));
    }
  g_assert_cmpuint (n_found, ==, g_hash_table_size (said));

  g_assert_true (sayso_casebook_check (casebook, &problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  *n_articles = articles->len;
}

/* Killed twenty times at random moments, half of them on a casebook that is just being made. */
static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = fixture_path (fixture, "whole.sayso");
  g_autoptr (GHashTable) all = NULL;
  gint64 took;
  guint n_articles;

  all = run_and_kill ("--child", whole, 0, 0, &took);
  g_assert_cmpuint (g_hash_table_size (all), ==, N_FILES);
  verify (whole, all, 0, &n_articles);
  g_assert_cmpuint (n_articles, ==, N_FILES);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("kill-%u.sayso", round % 2 == 0 ? round : N_ROUNDS);
      g_autofree char *path = fixture_path (fixture, name);
      g_autoptr (GHashTable) said =
          run_and_kill ("--child", path, round * N_FILES, g_test_rand_int_range (1000, took), NULL);

      verify (path, said, round * N_FILES, &n_articles);
      g_test_message ("round %u: %u told, %u there", round, g_hash_table_size (said), n_articles);
    }
}

/* -- all kinds of changes ------------------------------------------------------------------------------- */

/* The other process: does all that a reader does, over and over, from anywhere on, and says after each step how many
 * changes the log has, once it was told that they are made. What was done to the casebook before may leave a step
 * nothing to do. */
static int
child_of_all (const char *path, guint first)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, NULL);
  guint n_steps = mixture_get_n_steps ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (GArray) log = NULL;
      guint step = first * 7 + i;

      mixture_step (casebook, step % n_steps, 1000 + first * 10 + step / n_steps * 5, NULL);
      log = sayso_casebook_get_log (casebook, 0, G_MAXINT, NULL);
      g_print ("%u\n", log->len);
    }
  sayso_casebook_close (casebook);

  return 0;
}

static guint
highest (GHashTable *said)
{
  GHashTableIter iter;
  gpointer key;
  guint most = 0;

  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    most = MAX (most, GPOINTER_TO_UINT (key) - 1);

  return most;
}

/* What was told to be made is there; and all that is there is what its history makes of nothing. */
static void
verify_all (Fixture *fixture, const char *path, guint n_told, guint round)
{
  g_autofree char *name = g_strdup_printf ("again-%u.sayso", round), *again_path = fixture_path (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path), again_file = g_file_new_for_path (again_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error), again = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GArray) log = NULL;
  g_autofree char *digest = NULL, *replayed = NULL;

  g_assert_no_error (error);
  log = sayso_casebook_get_log (casebook, 0, G_MAXINT, &error);
  g_assert_cmpuint (log->len, >=, n_told);
  g_assert_true (sayso_casebook_check (casebook, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (sayso_casebook_replay (casebook, again_file, NULL, &error));
  again = sayso_casebook_new (again_file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  g_assert_no_error (error);
  digest = sayso_casebook_digest (casebook, &error);
  replayed = sayso_casebook_digest (again, &error);
  g_assert_cmpstr (digest, ==, replayed);
}

/* SAYSO_KILLS: how often. */
static void
test_kill_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = fixture_path (fixture, "whole.sayso");
  g_autoptr (GHashTable) all = NULL;
  guint n_rounds = g_getenv ("SAYSO_KILLS") != NULL ? g_ascii_strtoull (g_getenv ("SAYSO_KILLS"), NULL, 10) : N_ROUNDS;
  guint n_told = 0;
  gint64 took;

  mixture_make_colleague (fixture->folder);
  all = run_and_kill ("--all", whole, 0, 0, &took);
  g_assert_cmpuint (highest (all), >, N_STEPS / 2);
  verify_all (fixture, whole, highest (all), G_MAXUINT);
  for (guint round = 0; round < n_rounds; round++)
    {
      g_autofree char *name = g_strdup_printf ("all-%u.sayso", round / N_KILLS), *path = fixture_path (fixture, name);
      g_autoptr (GHashTable) said = run_and_kill ("--all", path, round + 1, g_test_rand_int_range (1000, took), NULL);

      verify_all (fixture, path, highest (said), round);
      n_told += g_hash_table_size (said);
    }
  g_test_message ("killed %u times, after %u steps in all that were told to be done", n_rounds, n_told);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--all"))
    return child_of_all (argv[2], g_ascii_strtoull (argv[3], NULL, 10));
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return child (argv[2], g_ascii_strtoull (argv[3], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/import", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  g_test_add ("/kill/all", Fixture, NULL, fixture_set_up, test_kill_all, fixture_tear_down);

  return g_test_run ();
}
