/* test-schema.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "casebook-fixture.h"
#include "sayso-derive.h"
#include "sayso-schema.h"

/* A casebook of each schema there was, as a dump: schema-N.sql. Made with
 *   test-schema --make FILE && sqlite3 FILE .dump
 * and the two PRAGMAs of its last lines. A later Sayso must open every one. */

static int
make (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, NULL);
  g_autoptr (SaysoCommand) rename = NULL, reject = NULL, remove = NULL;

  fixture_import (casebook, 1);
  fixture_import (casebook, 2);
  rename = sayso_command_new_rename (SAYSO_ITEM_EVENT, fixture_id (casebook, SAYSO_ITEM_EVENT, "Crane falls"),
                                     "The crane falls");
  reject = sayso_command_new_decide (SAYSO_ITEM_CLAIM, fixture_id (casebook, SAYSO_ITEM_CLAIM, "Nobody had asked"),
                                     SAYSO_STANDING_REJECTED);
  remove = sayso_command_new_remove (1);
  sayso_casebook_submit (casebook, rename, NULL, NULL);
  sayso_casebook_submit (casebook, reject, NULL, NULL);
  sayso_casebook_submit (casebook, remove, NULL, NULL);
  sayso_casebook_close (casebook);

  return 0;
}

static void
count_stale (SaysoConnection *db, gpointer data)
{
  *(gint64 *) data = sayso_statement_run_int (sayso_connection_prepare (db, "telling/n-stale"), 0);
}

static void
test_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.sql", GPOINTER_TO_INT (data));
  g_autofree char *dump_path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autofree char *path = fixture_path (fixture, "old.sayso");
  g_autofree char *old = g_strdup_printf ("old (schema %d).sayso", GPOINTER_TO_INT (data));
  g_autofree char *copy = fixture_path (fixture, old), *dump = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GPtrArray) problems = NULL, found = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GError) error = NULL;
  gint64 n_stale = 0;
  sqlite3 *db;

  g_assert_true (g_file_get_contents (dump_path, &dump, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, dump, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sayso_casebook_check (casebook, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);

  /* What is compared by more than before is compared anew. */
  g_assert_true (sayso_casebook_read (casebook, count_stale, &n_stale, &error));
  g_assert_cmpint (n_stale, >=, 1);

  /* As it was, it is kept beside it. */
  g_assert_cmpint (g_file_test (copy, G_FILE_TEST_IS_REGULAR), ==, GPOINTER_TO_INT (data) < SAYSO_SCHEMA_VERSION);
  if (GPOINTER_TO_INT (data) < SAYSO_SCHEMA_VERSION)
    {
      sqlite3_stmt *version;

      g_assert_cmpint (sqlite3_open (copy, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &version, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (version), ==, SQLITE_ROW);
      g_assert_cmpint (sqlite3_column_int (version, 0), ==, GPOINTER_TO_INT (data));
      sqlite3_finalize (version);
      sqlite3_close (db);
    }

  g_assert_cmpuint (fixture_count (casebook, SAYSO_ITEM_ARTICLE), ==, 1);
  g_assert_cmpint (fixture_id (casebook, SAYSO_ITEM_EVENT, "The crane falls"), >, 0);
  g_assert_cmpuint (fixture_count (casebook, SAYSO_ITEM_CLAIM), ==, 3);
  filter->text = g_strdup ("crane");
  found = fixture_query (casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (found->len, ==, 1);

  /* Its history goes on. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (sayso_casebook_undo (casebook, &error));
  g_assert_cmpuint (fixture_count (casebook, SAYSO_ITEM_ARTICLE), ==, 2);
  g_assert_cmpuint (fixture_count (casebook, SAYSO_ITEM_CLAIM), ==, 8);
  fixture_import (casebook, 3);
}

int
main (int argc, char *argv[])
{
  /* Of which there is a dump. */
  static const int versions[] = { 1, 2, 3, 5, 6, 11, 12, 13, 14, 15 };

  if (argc == 3 && g_str_equal (argv[1], "--make"))
    return make (argv[2]);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *name = g_strdup_printf ("/schema/%d", versions[i]);

      g_test_add (name, Fixture, GINT_TO_POINTER (versions[i]), fixture_set_up, test_version, fixture_tear_down);
    }

  return g_test_run ();
}
