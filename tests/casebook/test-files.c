/* test-files.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "casebook-fixture.h"

static SaysoCasebook *
open_file (const char *path, SaysoCasebookMode mode, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return sayso_casebook_new (file, mode, NULL, error);
}

/* Opening is refused with this error, in words that name the file, and the file is not touched. */
static void
refuse (const char *path, SaysoCasebookMode mode, SaysoCasebookError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *name = g_path_get_basename (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL), *journal = g_strconcat (path, "-journal", NULL);
  gsize n_before = 0, n_after = 0;

  g_file_get_contents (path, &before, &n_before, NULL);
  g_assert_null (open_file (path, mode, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_test_message ("%s", error->message);
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static char *
write_file (Fixture *fixture, const char *name, const char *content, gssize length)
{
  char *path = fixture_path (fixture, name);

  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return path;
}

/* Any SQL on a file, as another program would. */
static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
close_casebook (Fixture *fixture)
{
  sayso_casebook_close (fixture->casebook);
  g_clear_object (&fixture->casebook);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = write_file (fixture, "notes.sayso", "Not a casebook at all, but notes.", -1);
  g_autofree char *tiny = write_file (fixture, "tiny.sayso", "x", 1);
  g_autofree char *empty = write_file (fixture, "empty.sayso", "", 0);
  g_autofree char *other = fixture_path (fixture, "other.sayso");
  g_autofree char *missing = fixture_path (fixture, "missing.sayso");
  g_autofree char *deep = fixture_path (fixture, "a/b/c/new.sayso");
  g_autofree char *under_file = fixture_path (fixture, "notes.sayso/new.sayso");
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) made = NULL, made_of_empty = NULL;

  run_sql (other, "CREATE TABLE recipe (name TEXT)");
  refuse (text, SAYSO_CASEBOOK_OPEN, SAYSO_CASEBOOK_ERROR_FOREIGN);
  refuse (text, SAYSO_CASEBOOK_CREATE, SAYSO_CASEBOOK_ERROR_FOREIGN);
  refuse (tiny, SAYSO_CASEBOOK_CREATE, SAYSO_CASEBOOK_ERROR_FOREIGN);
  refuse (empty, SAYSO_CASEBOOK_OPEN, SAYSO_CASEBOOK_ERROR_FOREIGN);
  refuse (other, SAYSO_CASEBOOK_CREATE, SAYSO_CASEBOOK_ERROR_FOREIGN);
  refuse (fixture->folder, SAYSO_CASEBOOK_OPEN, SAYSO_CASEBOOK_ERROR_FOREIGN);
  refuse (missing, SAYSO_CASEBOOK_OPEN, SAYSO_CASEBOOK_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_null (open_file (under_file, SAYSO_CASEBOOK_CREATE, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
  g_clear_error (&error);

  made = open_file (deep, SAYSO_CASEBOOK_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sayso_casebook_get_title (made), ==, "new");
  made_of_empty = open_file (empty, SAYSO_CASEBOOK_CREATE, &error);
  g_assert_no_error (error);
}

static void
test_odd_names (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "a b?mode=ro#x.sayso", "100%25.sayso", "Für Ödön.sayso", ".sayso", "no suffix" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_path (fixture, names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoCasebook) casebook = open_file (path, SAYSO_CASEBOOK_CREATE, &error);

      g_assert_no_error (error);
      fixture_import (casebook, 1);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_too_new (Fixture *fixture, gconstpointer data)
{
  fixture_import (fixture->casebook, 1);
  close_casebook (fixture);
  run_sql (fixture->path, "PRAGMA user_version = 99");
  refuse (fixture->path, SAYSO_CASEBOOK_OPEN, SAYSO_CASEBOOK_ERROR_TOO_NEW);
  refuse (fixture->path, SAYSO_CASEBOOK_CREATE, SAYSO_CASEBOOK_ERROR_TOO_NEW);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (SaysoCommand) tag = sayso_command_new_tag (SAYSO_ITEM_EVENT, 1, "odd");
  g_autoptr (SaysoCommand) link = sayso_command_new_link (SAYSO_ITEM_EVENT, 1, "supports", SAYSO_ITEM_EVENT, 2, NULL);

  fixture_import (fixture->casebook, 1);
  /* So that no index is empty: there is no harm in what an empty page holds. */
  g_assert_true (sayso_casebook_submit (fixture->casebook, tag, NULL, NULL));
  g_assert_true (sayso_casebook_submit (fixture->casebook, link, NULL, NULL));
  close_casebook (fixture);
  /* No free pages, which may hold anything. */
  run_sql (fixture->path, "VACUUM");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  /* Cut off, at some places. */
  for (gsize n = 50; n < length; n += length / 7)
    {
      g_autofree char *path = write_file (fixture, "cut.sayso", bytes, n);

      refuse (path, SAYSO_CASEBOOK_OPEN, SAYSO_CASEBOOK_ERROR_DAMAGED);
    }

  /* Overwritten, a page each: refused as damaged, or what can be read is read; never a crash. */
  for (gsize at = 100; at < length; at += 4096)
    {
      g_autofree char *copy = g_memdup2 (bytes, length);
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoCasebook) casebook = NULL;

      memset (copy + at, 0xa5, MIN (length - at, 4096));
      path = write_file (fixture, "bad.sayso", copy, length);
      casebook = open_file (path, SAYSO_CASEBOOK_OPEN, &error);
      if (casebook == NULL)
        {
          g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DAMAGED);
          continue;
        }
      for (SaysoItemKind kind = SAYSO_ITEM_ARTICLE; kind <= SAYSO_ITEM_RELATION; kind++)
        {
          g_autoptr (GPtrArray) items = sayso_casebook_query (casebook, kind, NULL, SAYSO_SORT_TITLE, 0, 100, &error);

          if (items == NULL)
            g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DAMAGED);
          g_clear_error (&error);
        }
      {
        g_autoptr (GPtrArray) problems = NULL;

        if (sayso_casebook_check (casebook, &problems, &error))
          g_assert_cmpuint (problems->len, >, 0);
        g_clear_error (&error);
      }
    }
}

/* A table is missing. */
static void
test_incomplete (Fixture *fixture, gconstpointer data)
{
  close_casebook (fixture);
  run_sql (fixture->path,
           "DROP TABLE participant; DROP TABLE evidence; DROP TABLE event; PRAGMA journal_mode = DELETE");
  refuse (fixture->path, SAYSO_CASEBOOK_OPEN, SAYSO_CASEBOOK_ERROR_DAMAGED);
}

/* What is sound as a file but wrong in itself is found by the check. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  const char *slips[] = {
    "UPDATE event SET trigger_stop = 100000 WHERE id = 1",
    "UPDATE mention SET start = 90, stop = 2 WHERE id = 1",
    "UPDATE actor SET n_mentions = 7 WHERE id = 1",
    "UPDATE relation SET n_evidence = 7 WHERE id = 1",
    "UPDATE content SET original = x'00'",
    "UPDATE content SET text = 'short'",
    "PRAGMA foreign_keys = OFF; DELETE FROM claim WHERE id = 1",
  };

  fixture_import (fixture->casebook, 1);
  close_casebook (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *path = fixture_path (fixture, "slip.sayso");
      g_autofree char *bytes = NULL;
      gsize length;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SaysoCasebook) casebook = NULL;

      g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents (path, bytes, length, NULL));
      run_sql (path, slips[i]);
      casebook = open_file (path, SAYSO_CASEBOOK_OPEN, &error);
      g_assert_no_error (error);
      g_assert_true (sayso_casebook_check (casebook, &problems, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, >, 0);
      g_test_message ("%s", (char *) g_ptr_array_index (problems, 0));
    }
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  sqlite3 *other;
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
  g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = NULL;

  /* Another program writes: we can read, and say that we cannot write. Then it is done, and we can. */
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 0);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (sayso_casebook_submit (fixture->casebook, command, NULL, &error));

  /* It holds the file for itself: it cannot be opened. */
  close_casebook (fixture);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  casebook = open_file (fixture->path, SAYSO_CASEBOOK_OPEN, &error);
  g_assert_null (casebook);
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_BUSY);
  sqlite3_close (other);
}

/* Two of us at once: each sees what the other did when it reads. */
static void
test_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) second = open_file (fixture->path, SAYSO_CASEBOOK_OPEN, &error);

  g_assert_no_error (error);
  fixture_import (fixture->casebook, 1);
  g_assert_cmpuint (fixture_count (second, SAYSO_ITEM_ARTICLE), ==, 1);
  fixture_import (second, 2);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 2);
}

/* Several casebooks at once: each is told of its own changes only, and outlives the others. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  SaysoCasebook *casebooks[3];

  for (guint i = 0; i < G_N_ELEMENTS (casebooks); i++)
    {
      g_autofree char *name = g_strdup_printf ("case-%u.sayso", i), *path = fixture_path (fixture, name);

      casebooks[i] = open_file (path, SAYSO_CASEBOOK_CREATE, NULL);
      for (guint k = 0; k <= i; k++)
        fixture_import (casebooks[i], k);
    }
  for (guint i = 0; i < G_N_ELEMENTS (casebooks); i++)
    {
      g_assert_true (sayso_casebook_undo (casebooks[i], NULL));
      sayso_casebook_close (casebooks[i]);
      g_object_unref (casebooks[i]);
      for (guint k = i + 1; k < G_N_ELEMENTS (casebooks); k++)
        g_assert_cmpuint (fixture_count (casebooks[k], SAYSO_ITEM_ARTICLE), ==, k + 1);
    }
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_command_new_remove (1);
  gboolean read_only;

  fixture_import (fixture->casebook, 1);
  g_object_get (fixture->casebook, "read-only", &read_only, NULL);
  g_assert_false (read_only);
  close_casebook (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SaysoCasebook) casebook = NULL;
      g_autofree char *before = NULL, *after = NULL;
      gsize n_before, n_after;

      g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
      g_chmod (fixture->path, 0444);
      if (i == 1)
        g_chmod (fixture->folder, 0555);
      casebook = open_file (fixture->path, SAYSO_CASEBOOK_CREATE, &error);
      g_assert_no_error (error);
      g_object_get (casebook, "read-only", &read_only, NULL);
      g_assert_true (read_only);
      g_assert_cmpuint (fixture_count (casebook, SAYSO_ITEM_EVENT), ==, 5);
      g_assert_false (sayso_casebook_submit (casebook, command, NULL, &error));
      g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_READ_ONLY);
      g_clear_error (&error);
      g_assert_false (sayso_casebook_undo (casebook, &error));
      g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_READ_ONLY);
      g_clear_error (&error);
      g_assert_null (sayso_casebook_get_undo_title (casebook));
      sayso_casebook_close (casebook);
      g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
      g_chmod (fixture->folder, 0755);
    }
}

/* No casebook can be made, and one of an older schema is left as it is. */
static void
refuse_on_full (Fixture *fixture)
{
  struct rlimit limit = { 16 * 1024, 600 * 1024 };
  g_autofree char *path = fixture_path (fixture, "new.sayso"), *old = fixture_path (fixture, "old.sayso"),
                  *before = NULL, *after = NULL;
  gsize n_before, n_after;

  sayso_casebook_close (fixture->casebook);
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  memcpy (before + 60, "\0\0\0\x0e", 4);
  g_assert_true (g_file_set_contents_full (old, before, n_before, G_FILE_SET_CONTENTS_NONE, 0666, NULL));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_file (i == 0 ? path : old, SAYSO_CASEBOOK_CREATE, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FULL);
    }
  g_assert_true (g_file_get_contents (old, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* In a process of its own, whose files may not grow. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      struct rlimit limit = { 600 * 1024, 600 * 1024 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      guint n = 0;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      for (; error == NULL; n++)
        {
          g_autoptr (SaysoDocument) document = fixture_document (n);
          g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, FALSE);
          g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);

          g_assert_cmpuint (n, <, 2000);
          sayso_casebook_submit (fixture->casebook, command, NULL, &error);
        }
      g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FULL);
      g_clear_error (&error);
      g_assert_cmpuint (n, >, 2);
      /* What was there before is there, and can be read. */
      g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, n - 1);
      g_assert_true (sayso_casebook_check (fixture->casebook, &problems, &error));
      g_assert_cmpuint (problems->len, ==, 0);
      refuse_on_full (fixture);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCommand) command = sayso_command_new_remove (1);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  fixture_import (fixture->casebook, 1);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  sayso_casebook_close (fixture->casebook);
  sayso_casebook_close (fixture->casebook);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_null (sayso_casebook_get (fixture->casebook, SAYSO_ITEM_EVENT, 1, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  SaysoCasebook **casebook = data;
  g_autoptr (GError) error = NULL;

  *casebook = sayso_casebook_new_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (SaysoCasebook) casebook = NULL;

  sayso_casebook_new_async (file, SAYSO_CASEBOOK_OPEN, NULL, on_opened, &casebook);
  while (casebook == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_equal (sayso_casebook_get_file (casebook), file));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/files/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("foreign", test_foreign);
  ADD ("odd-names", test_odd_names);
  ADD ("too-new", test_too_new);
  ADD ("damaged", test_damaged);
  ADD ("incomplete", test_incomplete);
  ADD ("check", test_check);
  ADD ("locked", test_locked);
  ADD ("two", test_two);
  ADD ("several", test_several);
  ADD ("read-only", test_read_only);
  ADD ("full", test_full);
  ADD ("closed", test_closed);
  ADD ("async", test_async);

  return g_test_run ();
}
