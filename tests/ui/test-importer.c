/* test-importer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "sayso-folder-watch.h"
#include "sayso-importer.h"
#include "sayso-queries.h"

typedef struct
{
  char *folder;
  GFile *casebook_file;
  SaysoCasebook *casebook;
  SaysoImporter *importer;
  GMainLoop *loop;
  char *wanted_title;
  guint n_wanted;
  GArray *ids;
  guint cancel_after;
} Fixture;

static void
on_casebook_needed (SaysoImporter *importer, const char *title, Fixture *fixture)
{
  fixture->n_wanted++;
  g_set_str (&fixture->wanted_title, title);
  sayso_importer_set_casebook (importer, fixture->casebook);
}

static void
on_added (SaysoImporter *importer, gint64 id, Fixture *fixture)
{
  g_array_append_val (fixture->ids, id);
  if (fixture->cancel_after > 0 && fixture->ids->len == fixture->cancel_after)
    sayso_importer_cancel (importer);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("sayso-importer-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_strconcat (fixture->folder, ".sayso", NULL);
  fixture->casebook_file = g_file_new_for_path (path);
  fixture->casebook = sayso_casebook_new (fixture->casebook_file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_assert_no_error (error);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->importer = sayso_importer_new ();
  g_signal_connect (fixture->importer, "casebook-needed", G_CALLBACK (on_casebook_needed), fixture);
  g_signal_connect (fixture->importer, "added", G_CALLBACK (on_added), fixture);
  g_signal_connect_swapped (fixture->importer, "finished", G_CALLBACK (g_main_loop_quit), fixture->loop);
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

      for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->importer);
  sayso_casebook_close (fixture->casebook);
  g_clear_object (&fixture->casebook);
  remove_all (g_file_peek_path (fixture->casebook_file));
  g_clear_object (&fixture->casebook_file);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->wanted_title);
  g_array_unref (fixture->ids);
  g_main_loop_unref (fixture->loop);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
write_article (Fixture *fixture, const char *name, int number)
{
  g_autofree char *content =
      g_strdup_printf ("The %d Affair\n\nIn May 2014 Orbel Labs sued the Keth Directorate for the %dth time.\n", number,
                       number);
  g_autoptr (GFile) file = write_file (fixture, name, content);
}

static void
import_folder (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  sayso_importer_add_file (fixture->importer, folder);
  g_main_loop_run (fixture->loop);
}

static guint
count_articles (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint count;

  g_assert_true (sayso_casebook_count (fixture->casebook, SAYSO_ITEM_ARTICLE, NULL, &count, &error));
  g_assert_no_error (error);

  return count;
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  GPtrArray *failures;
  guint n_done, n_total;

  write_article (fixture, "a10.txt", 2);
  write_article (fixture, "a9.txt", 1);
  write_article (fixture, "deeper/still/c.txt", 3);
  write_article (fixture, ".hidden.txt", 4);
  g_object_unref (write_file (fixture, "empty.txt", ""));

  import_folder (fixture);

  /* In the order of the names, whichever was read first. */
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 3);
  g_assert_cmpuint (fixture->ids->len, ==, 3);
  g_assert_cmpuint (fixture->n_wanted, ==, 1);
  g_assert_cmpstr (fixture->wanted_title, ==, "The 1 Affair");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("The %u Affair", i + 1);
      g_autoptr (SaysoItem) item =
          sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, g_array_index (fixture->ids, gint64, i), NULL);

      g_assert_cmpstr (sayso_item_get_title (item), ==, title);
    }

  /* The one that failed is named, and the others came. */
  failures = sayso_importer_get_failures (fixture->importer);
  g_assert_cmpuint (failures->len, ==, 1);
  g_assert_cmpstr (((SaysoImportFailure *) g_ptr_array_index (failures, 0))->name, ==, "empty.txt");
  g_assert_nonnull (strstr (((SaysoImportFailure *) g_ptr_array_index (failures, 0))->message, "empty.txt"));

  g_object_get (fixture->importer, "n-done", &n_done, "n-total", &n_total, NULL);
  g_assert_cmpuint (n_done, ==, 4);
  g_assert_cmpuint (n_total, ==, 4);
  g_assert_false (sayso_importer_get_running (fixture->importer));
}

static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "a.txt", 1);
  import_folder (fixture);
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 1);

  import_folder (fixture);
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 0);
  g_assert_cmpuint (sayso_importer_get_n_duplicates (fixture->importer), ==, 1);
  g_assert_cmpint (sayso_importer_get_duplicate (fixture->importer), ==, g_array_index (fixture->ids, gint64, 0));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

/* A mailbox is as many articles as it has messages; what is sent along is offered, and added when asked for. */
static void
test_mailbox (Fixture *fixture, gconstpointer data)
{
  g_object_unref (
      write_file (fixture, "box.mbox",
                  "From ada@ledger.example Wed Mar  4 10:00:00 2015\nFrom: Ada Marsh <ada@ledger.example>\n"
                  "To: jo@ledger.example\nSubject: The bridge\nContent-Type: multipart/mixed; boundary=x\n\n"
                  "--x\n\nOrbel Labs closed the bridge in May 2014.\n--x\n"
                  "Content-Disposition: attachment; filename=piers.txt\n\nThe third pier is cracked.\n"
                  "--x--\n\nFrom jo@ledger.example Thu Mar  5 11:00:00 2015\nFrom: jo@ledger.example\n"
                  "To: ada@ledger.example\nSubject: Re: The bridge\n\nWho says so?\n"));
  import_folder (fixture);
  g_assert_cmpuint (sayso_importer_get_failures (fixture->importer)->len, ==, 0);
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 2);
  g_assert_cmpuint (sayso_importer_get_n_attachments (fixture->importer), ==, 1);

  sayso_importer_add_attachments (fixture->importer);
  g_main_loop_run (fixture->loop);
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 1);
  g_assert_cmpuint (count_articles (fixture), ==, 3);
}

/* The folder beside a saved page holds nothing to read. */
static void
test_saved_page (Fixture *fixture, gconstpointer data)
{
  g_object_unref (write_file (fixture, "Bridge.html", "<p>Orbel Labs closed the bridge in May 2014."));
  g_object_unref (write_file (fixture, "Bridge_files/frame.html", "<p>Buy now"));
  g_object_unref (write_file (fixture, "Other_files/frame.html", "<p>Orbel Labs opened it again in June 2014."));
  import_folder (fixture);
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 2);
}

static void
test_retry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "late.txt", "");

  import_folder (fixture);
  g_assert_cmpuint (sayso_importer_get_failures (fixture->importer)->len, ==, 1);
  write_article (fixture, "late.txt", 1);
  sayso_importer_retry (fixture->importer);
  g_main_loop_run (fixture->loop);
  g_assert_cmpuint (sayso_importer_get_failures (fixture->importer)->len, ==, 0);
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 1);
}

static gboolean
go_on (gpointer importer)
{
  g_assert_true (sayso_importer_get_running (importer));
  g_assert_cmpuint (sayso_importer_get_n_added (importer), ==, 0);
  g_object_set (importer, "paused", FALSE, NULL);

  return G_SOURCE_REMOVE;
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "a.txt", 1);
  write_article (fixture, "b.txt", 2);
  g_object_set (fixture->importer, "paused", TRUE, NULL);
  g_timeout_add (200, go_on, fixture->importer);
  import_folder (fixture);
  g_assert_cmpuint (sayso_importer_get_n_added (fixture->importer), ==, 2);
}

/* A link into the own network is refused without asking anybody, and told apart. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  const SaysoImportFailure *failure;

  sayso_importer_add_link (fixture->importer, "http://127.0.0.1:9/page", SAYSO_LINK_NONE);
  g_main_loop_run (fixture->loop);
  g_assert_cmpuint (sayso_importer_get_failures (fixture->importer)->len, ==, 1);
  failure = g_ptr_array_index (sayso_importer_get_failures (fixture->importer), 0);
  g_assert_cmpstr (failure->local, ==, "http://127.0.0.1:9/page");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02d.txt", i);

      write_article (fixture, name, i);
    }

  fixture->cancel_after = 2;
  import_folder (fixture);
  g_assert_true (sayso_importer_get_cancelled (fixture->importer));
  g_assert_cmpuint (sayso_importer_get_failures (fixture->importer)->len, ==, 0);
  g_assert_cmpuint (count_articles (fixture), <, 30);
  g_assert_cmpuint (count_articles (fixture), >=, 2);

  /* And again, to the end. */
  fixture->cancel_after = 0;
  import_folder (fixture);
  g_assert_false (sayso_importer_get_cancelled (fixture->importer));
  g_assert_cmpuint (count_articles (fixture), ==, 30);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "In May 2014 Orbel Labs sued the Keth Directorate.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (SaysoProvenance) dropped = sayso_provenance_new ("drop");
  g_autoptr (SaysoProvenance) kept = NULL;
  g_autoptr (SaysoItem) item = NULL;

  sayso_provenance_set (dropped, "url", "https://courier.example/orbel");
  sayso_importer_add_text (fixture->importer, bytes, "Dropped text, In May 2014", "text/plain", dropped);
  g_main_loop_run (fixture->loop);

  g_assert_cmpuint (fixture->ids->len, ==, 1);
  item = sayso_casebook_get (fixture->casebook, SAYSO_ITEM_ARTICLE, g_array_index (fixture->ids, gint64, 0), NULL);
  g_assert_cmpstr (sayso_item_get_title (item), ==, "Dropped text, In May 2014");
  g_assert_cmpstr (SAYSO_ARTICLE (item)->url, ==, "https://courier.example/orbel");
  kept = sayso_casebook_get_provenance (fixture->casebook, g_array_index (fixture->ids, gint64, 0), NULL);
  g_assert_cmpstr (sayso_provenance_get (kept, "way"), ==, "drop");
  g_assert_cmpstr (sayso_provenance_get (kept, "url"), ==, "https://courier.example/orbel");
}

/* Nothing that could be read: nobody is asked for a casebook. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_object_unref (write_file (fixture, "empty.txt", ""));
  import_folder (fixture);
  g_assert_cmpuint (fixture->n_wanted, ==, 0);
  g_assert_cmpuint (sayso_importer_get_failures (fixture->importer)->len, ==, 1);
}

static void
on_found (SaysoFolderWatch *watch, GFile *file, GPtrArray *names)
{
  g_ptr_array_add (names, g_file_get_basename (file));
}

static void
put_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents_full (path, "x", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* A file that comes is told of once, when it is whole; none that was there, is hidden, or is half downloaded. */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *half = g_build_filename (fixture->folder, "slow.html.part", NULL);
  g_autofree char *whole = g_build_filename (fixture->folder, "slow.html", NULL);
  g_autofree char *inner = g_build_filename (fixture->folder, "inner", NULL);
  g_autoptr (SaysoFolderWatch) watch = NULL;
  g_autoptr (GError) error = NULL;
  gint64 end;

  put_file (fixture, "old.txt");
  watch = sayso_folder_watch_new (folder, &error);
  g_assert_no_error (error);
  g_signal_connect (watch, "found", G_CALLBACK (on_found), names);

  put_file (fixture, "old.txt");
  put_file (fixture, ".hidden.txt");
  put_file (fixture, "slow.html.part");
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  put_file (fixture, "new.txt");
  g_assert_cmpint (g_rename (half, whole), ==, 0);
  for (end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC; names->len < 2 && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  /* What would come late. */
  for (end = g_get_monotonic_time () + 3 * G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);

  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "new.txt");
  g_assert_cmpstr (names->pdata[1], ==, "slow.html");
  g_rmdir (inner);
}

static void
test_watch_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr (GError) error = NULL;

  g_assert_null (sayso_folder_watch_new (none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/importer/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/importer/duplicates", Fixture, NULL, set_up, test_duplicates, tear_down);
  g_test_add ("/importer/mailbox", Fixture, NULL, set_up, test_mailbox, tear_down);
  g_test_add ("/importer/saved-page", Fixture, NULL, set_up, test_saved_page, tear_down);
  g_test_add ("/importer/retry", Fixture, NULL, set_up, test_retry, tear_down);
  g_test_add ("/importer/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/importer/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/importer/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/importer/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/importer/watch", Fixture, NULL, set_up, test_watch, tear_down);
  g_test_add ("/importer/watch-nothing", Fixture, NULL, set_up, test_watch_nothing, tear_down);
  g_test_add ("/importer/nothing", Fixture, NULL, set_up, test_nothing, tear_down);

  return g_test_run ();
}
