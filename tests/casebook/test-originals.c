/* test-originals.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "casebook-fixture.h"
#include "sayso-copies.h"
#include "sayso-originals.h"
#include "sayso-queries.h"

static guint
n_files (const char *casebook)
{
  g_autofree char *folder = sayso_originals_get_folder (casebook);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_original (SaysoCasebook *casebook, gint64 id, guint number)
{
  g_autoptr (SaysoDocument) document = fixture_document (number);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = sayso_casebook_get_original (casebook, id, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (original, sayso_document_get_original (document)));
}

static void
assert_problems (SaysoCasebook *casebook, guint n)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (sayso_casebook_check (casebook, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, n);
}

/* The limit is heeded from then on; copies have the originals, too, and go on without those of their model. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "copy.sayso"), *saved = fixture_path (fixture, "saved.sayso");
  g_autoptr (GFile) file = g_file_new_for_path (path), other = g_file_new_for_path (saved);
  g_autoptr (SaysoCasebook) copy = NULL, recovered = NULL;
  g_autoptr (GPtrArray) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 inside = fixture_import (fixture->casebook, 1), beside;

  g_assert_cmpuint (n_files (fixture->path), ==, 0);
  sayso_casebook_set_inside_max (fixture->casebook, 10);
  beside = fixture_import (fixture->casebook, 2);
  g_assert_cmpuint (n_files (fixture->path), ==, 1);
  assert_original (fixture->casebook, inside, 1);
  assert_original (fixture->casebook, beside, 2);
  assert_problems (fixture->casebook, 0);

  g_assert_true (sayso_casebook_save_copy (fixture->casebook, file, &error));
  g_assert_true (sayso_casebook_recover (sayso_casebook_get_file (fixture->casebook), other, &report, &error));
  g_assert_no_error (error);
  sayso_originals_remove (fixture->path);
  g_assert_cmpuint (n_files (fixture->path), ==, 0);

  copy = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, &error);
  recovered = sayso_casebook_new (other, SAYSO_CASEBOOK_OPEN, NULL, &error);
  g_assert_no_error (error);
  assert_original (copy, beside, 2);
  assert_problems (copy, 0);
  assert_original (recovered, beside, 2);
  assert_problems (recovered, 0);
  sayso_casebook_close (copy);
  sayso_casebook_close (recovered);
  sayso_originals_remove (path);
  sayso_originals_remove (saved);

  g_assert_null (sayso_casebook_get_original (fixture->casebook, beside, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DAMAGED);
  assert_original (fixture->casebook, inside, 1);
  assert_problems (fixture->casebook, 1);
}

/* Where the folder cannot be made nothing is imported. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = sayso_originals_get_folder (fixture->path);
  g_autoptr (SaysoDocument) document = fixture_document (1);
  g_autoptr (SaysoExtraction) extraction = fixture_extraction (document, TRUE);
  g_autoptr (SaysoCommand) command = sayso_command_new_import (document, extraction);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "a file", -1, NULL));
  sayso_casebook_set_inside_max (fixture->casebook, 10);
  g_assert_false (sayso_casebook_submit (fixture->casebook, command, NULL, &error));
  g_assert_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED);
  g_assert_cmpuint (fixture_count (fixture->casebook, SAYSO_ITEM_ARTICLE), ==, 0);
  g_unlink (folder);
}

/* Backups have theirs, and take them along when they go. */
static void
test_backups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "backups");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_casebooks = 0, n_folders = 0;

  sayso_casebook_set_inside_max (fixture->casebook, 10);
  for (guint i = 1; i <= 7; i++)
    {
      fixture_import (fixture->casebook, i);
      g_assert_true (sayso_casebook_back_up (fixture->casebook, folder, NULL));
    }
  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      n_casebooks += g_str_has_suffix (name, ".sayso");
      n_folders += g_str_has_suffix (name, ".originals");
    }
  g_assert_cmpuint (n_casebooks, ==, 5);
  g_assert_cmpuint (n_folders, ==, 5);
  for (g_dir_rewind (dir); (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *backup = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".sayso"))
        continue;
      sayso_originals_remove (backup);
      g_unlink (backup);
    }
  sayso_originals_remove (fixture->path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/originals/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("beside", test_beside);
  ADD ("no-room", test_no_room);
  ADD ("backups", test_backups);

  return g_test_run ();
}
