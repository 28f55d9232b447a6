/* test-copies.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "casebook-fixture.h"
#include "sayso-copies.h"
#include "sayso-derive.h"
#include "sayso-history.h"

static void
assert_same (Fixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *digest = NULL, *copied = NULL;

  g_assert_no_error (error);
  digest = sayso_casebook_digest (fixture->casebook, NULL);
  copied = sayso_casebook_digest (casebook, NULL);
  g_assert_cmpstr (digest, ==, copied);
  g_assert_true (sayso_casebook_check (casebook, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  sayso_casebook_close (casebook);
}

static void
test_save_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "it's a copy.sayso");
  g_autoptr (GFile) file = g_file_new_for_path (path), nowhere = NULL;
  g_autofree char *missing = fixture_path (fixture, "no folder/copy.sayso");
  g_autoptr (GError) error = NULL;

  fixture_import (fixture->casebook, 1);
  fixture_import (fixture->casebook, 2);
  sayso_casebook_save_copy (fixture->casebook, file, &error);
  g_assert_no_error (error);
  assert_same (fixture, file);

  /* What is there is replaced. */
  fixture_import (fixture->casebook, 3);
  g_assert_true (sayso_casebook_save_copy (fixture->casebook, file, &error));
  assert_same (fixture, file);

  g_assert_false (sayso_casebook_save_copy (fixture->casebook, sayso_casebook_get_file (fixture->casebook), &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
  g_clear_error (&error);
  nowhere = g_file_new_for_path (missing);
  g_assert_false (sayso_casebook_save_copy (fixture->casebook, nowhere, &error));
  g_assert_nonnull (error);
}

static GPtrArray *
files_in (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  return paths;
}

static void
test_backups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "backups"), *newest = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (path), file = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 7; i++)
    {
      fixture_import (fixture->casebook, i);
      g_assert_true (sayso_casebook_back_up (fixture->casebook, folder, &error));
      g_assert_no_error (error);
    }
  before = files_in (path);
  g_assert_cmpuint (before->len, ==, 5);

  /* Nothing has changed, so nothing is copied. */
  g_assert_true (sayso_casebook_back_up (fixture->casebook, folder, &error));
  after = files_in (path);
  g_assert_cmpuint (after->len, ==, 5);

  for (guint i = 0; i < after->len; i++)
    if (newest == NULL || strcmp (after->pdata[i], newest) > 0)
      g_set_str (&newest, after->pdata[i]);
  file = g_file_new_for_path (newest);
  assert_same (fixture, file);
}

static void
test_recover_whole (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "new.sayso");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) report = NULL, again = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (fixture->casebook, 1);
  fixture_import (fixture->casebook, 2);
  g_assert_true (sayso_casebook_recover (sayso_casebook_get_file (fixture->casebook), file, &report, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < report->len; i++)
    g_test_message ("%s", (char *) report->pdata[i]);
  assert_same (fixture, file);

  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, NULL);
  filter->text = g_strdup ("crane");
  found = fixture_query (casebook, SAYSO_ITEM_EVENT, filter, SAYSO_SORT_TEXT);
  g_assert_cmpuint (found->len, ==, 2);
  sayso_casebook_close (casebook);

  g_assert_false (sayso_casebook_recover (sayso_casebook_get_file (fixture->casebook), file, &again, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
}

/* Wherever a page is lost, what comes back is whole, and the damaged file is as it was. */
static void
test_recover_damaged (Fixture *fixture, gconstpointer data)
{
  const gsize page = 4096;
  g_autofree char *all = NULL, *damaged = fixture_path (fixture, "damaged.sayso");
  g_autoptr (GFile) from = g_file_new_for_path (damaged);
  gsize size;
  guint n_articles = 0, n_rounds = 0;

  for (guint i = 1; i <= 8; i++)
    fixture_import (fixture->casebook, i);
  sayso_casebook_close (fixture->casebook);
  g_assert_true (g_file_get_contents (fixture->path, &all, &size, NULL));

  for (gsize at = page; at + page <= size; at += page * 3)
    {
      g_autofree char *name = g_strdup_printf ("saved-%" G_GSIZE_FORMAT ".sayso", at);
      g_autofree char *path = fixture_path (fixture, name), *bytes = g_memdup2 (all, size), *after = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GPtrArray) report = NULL, problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoCasebook) casebook = NULL;
      gsize size_after;

      memset (bytes + at, 0xa5, page);
      g_file_set_contents (damaged, bytes, size, NULL);
      if (!sayso_casebook_recover (from, file, &report, &error))
        {
          g_test_message ("page %" G_GSIZE_FORMAT ": %s", at / page, error->message);
          g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
          continue;
        }
      g_file_get_contents (damaged, &after, &size_after, NULL);
      g_assert_cmpmem (after, size_after, bytes, size);
      casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (sayso_casebook_check (casebook, &problems, &error));
      for (guint i = 0; i < problems->len; i++)
        g_test_message ("page %" G_GSIZE_FORMAT ": %s", at / page, (char *) problems->pdata[i]);
      g_assert_cmpuint (problems->len, ==, 0);
      n_articles += fixture_count (casebook, SAYSO_ITEM_ARTICLE);
      n_rounds++;
      sayso_casebook_close (casebook);
    }
  g_test_message ("%u articles of %u came back", n_articles, n_rounds * 8);
  g_assert_cmpuint (n_articles, >, n_rounds * 8 * 8 / 10);
}
static void
fill (SaysoConnection *db, gpointer data)
{
  sayso_statement_run (sayso_connection_prepare_sql (db, "CREATE TABLE filler (x BLOB)"));
  sayso_statement_run (sayso_connection_prepare_sql (db, "INSERT INTO filler VALUES (zeroblob (64000000))"));
}

static void
write_a_little (SaysoConnection *db, gpointer data)
{
  sayso_statement_run (sayso_connection_prepare_sql (db, "INSERT INTO filler VALUES (zeroblob (100))"));
}

typedef struct
{
  SaysoCasebook *casebook;
  int done;
  gboolean late;
} Busy;

static gpointer
write_on (gpointer data)
{
  Busy *self = data;

  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!g_atomic_int_get (&self->done) && !self->late)
    {
      g_assert_true (sayso_casebook_derive (self->casebook, write_a_little, NULL, NULL));
      self->late = g_get_monotonic_time () > until;
    }

  return NULL;
}

/* As while articles are compared: one change follows the other. */
static void
test_backup_of_busy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "backups");
  g_autoptr (GFile) folder = g_file_new_for_path (path), file = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  Busy busy = { fixture->casebook };
  GThread *thread;

  fixture_import (fixture->casebook, 1);
  g_assert_true (sayso_casebook_derive (fixture->casebook, fill, NULL, NULL));
  thread = g_thread_new ("busy", write_on, &busy);
  sayso_casebook_back_up (fixture->casebook, folder, &error);
  g_atomic_int_set (&busy.done, TRUE);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_false (busy.late);

  files = files_in (path);
  g_assert_cmpuint (files->len, ==, 1);
  file = g_file_new_for_path (files->pdata[0]);
  assert_same (fixture, file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/copies/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("save-copy", test_save_copy);
  ADD ("backups", test_backups);
  ADD ("backup-of-busy", test_backup_of_busy);
  ADD ("recover-whole", test_recover_whole);
  ADD ("recover-damaged", test_recover_damaged);

  return g_test_run ();
}
