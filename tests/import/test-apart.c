/* test-apart.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-apart.h"

#include <string.h>

#include "sayso-import.h"

#define MESSAGE                                                                                                        \
  "From: Ada Marsh <ada@ledger.example>\nTo: jo@ledger.example\nSubject: The bridge\n"                                 \
  "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nIt is closed.\n--x\n"                                           \
  "Content-Disposition: attachment; filename=a.txt\n\nPiers\n--x--\n"

static GPtrArray *
import (const char *data, const char *location, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));

  return sayso_apart_import (bytes, location, NULL, location, NULL, error);
}

/* What comes back from the other process is what would have been made here. */
static void
test_same (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (MESSAGE, strlen (MESSAGE));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) apart = NULL;
  g_autoptr (GPtrArray) here = NULL;

  g_assert_true (sayso_apart_is_possible ());
  apart = import (MESSAGE, "/tmp/\xff.eml", &error);
  g_assert_no_error (error);
  here = sayso_import_bytes_here (bytes, "/tmp/\xff.eml", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (apart->len, ==, 1);
  {
    SaysoDocument *a = g_ptr_array_index (apart, 0), *b = g_ptr_array_index (here, 0);
    SaysoAttachment *attachment = g_ptr_array_index (sayso_document_get_attachments (a), 0);

    g_assert_cmpstr (sayso_document_get_sha256 (a), ==, sayso_document_get_sha256 (b));
    g_assert_cmpstr (sayso_document_get_location (a), ==, "/tmp/\xff.eml");
    g_assert_cmpstr (sayso_document_get_media_type (a), ==, "message/rfc822");
    g_assert_cmpstr (sayso_document_get_metadata (a)->title, ==, "The bridge");
    g_assert_cmpstr (sayso_document_get_metadata (a)->byline[0], ==, "Ada Marsh");
    g_assert_cmpstr (sayso_text_get_utf8 (sayso_document_get_text (a)), ==, "It is closed.");
    g_assert_cmpstr (attachment->name, ==, "a.txt");
    g_assert_cmpmem (g_bytes_get_data (attachment->bytes, NULL), g_bytes_get_size (attachment->bytes), "Piers", 5);
  }
}

static void
test_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (import ("<html><body></body></html>", "a.html", &error));
  g_assert_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY);
}

/* A worker that dies is told from a file that is refused, and the next file gets a new one. */
static void
test_crash (void)
{
  g_autofree char *worker = g_strdup (g_getenv ("SAYSO_IMPORT_WORKER"));

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) documents = NULL;

      /* the second is no worker at all, and goes away at once */
      g_setenv ("SAYSO_IMPORT_WORKER", i == 1 ? "/bin/false" : worker, TRUE);
      sayso_apart_stop ();
      documents = import ("<p>The bridge is closed.", "a.html", &error);
      if (i == 1)
        g_assert_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_CRASHED);
      else
        g_assert_no_error (error);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (MESSAGE, strlen (MESSAGE));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sayso_apart_import (bytes, "a.eml", NULL, "a.eml", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
import_many (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) documents = import ("<p>The bridge is closed.", "a.html", &error);

      g_assert_no_error (error);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("import", import_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apart/same", test_same);
  g_test_add_func ("/apart/error", test_error);
  g_test_add_func ("/apart/crash", test_crash);
  g_test_add_func ("/apart/cancelled", test_cancelled);
  g_test_add_func ("/apart/threads", test_threads);
  status = g_test_run ();
  sayso_apart_stop ();

  return status;
}
