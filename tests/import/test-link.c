/* test-link.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-link.h"

#include <string.h>

#include "sayso-import.h"

#define PAGE                                                                                                           \
  "<html><head><title>Cracks in the bridge</title></head><body><article><h1>Cracks in the bridge</h1><p>The ministry " \
  "of works said on Tuesday that the bridge over the Orva would not be opened before the autumn.</p></article></body>"

static const SaysoLinkLimits limits = { .seconds = 30, .silence = 15, .bytes = 1024 * 1024, .redirects = 5 };
static const SaysoLinkLimits impatient = { .seconds = 2, .silence = 1, .bytes = 1024 * 1024, .redirects = 5 };

static int port;
static char *asked; /* the last question, whole */

static gboolean
say (GOutputStream *out, const char *data, gssize size)
{
  return g_output_stream_write_all (out, data, size < 0 ? strlen (data) : (gsize) size, NULL, NULL, NULL);
}

static void
answer_bomb (GOutputStream *out)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autofree char *zeros = g_malloc0 (8 * 1024 * 1024);
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, 8 * 1024 * 1024);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (G_CONVERTER (gzip), bytes, NULL);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                                           "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                                           g_bytes_get_size (packed));

  if (say (out, head, -1))
    say (out, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
}

static void
answer (const char *path, GOutputStream *out)
{
  if (g_str_equal (path, "/page"))
    say (out,
         "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: a=b\r\nX-Said: hello\r\n\r\n" PAGE,
         -1);
  else if (g_str_equal (path, "/moved"))
    say (out, "HTTP/1.1 301 Moved\r\nLocation: page\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n", -1);
  else if (g_str_equal (path, "/loop"))
    say (out, "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n", -1);
  else if (g_str_equal (path, "/away"))
    say (out, "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", -1);
  else if (g_str_equal (path, "/gone"))
    say (out, "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nGone", -1);
  else if (g_str_equal (path, "/picture"))
    say (out, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", -1);
  else if (g_str_equal (path, "/cut"))
    say (out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n" PAGE, -1);
  else if (g_str_equal (path, "/bomb"))
    answer_bomb (out);
  else if (g_str_equal (path, "/silent"))
    g_usleep (3 * G_USEC_PER_SEC);
  else if (g_str_equal (path, "/slow"))
    for (const char *p = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: 123456789\r\n\r\n"; *p != '\0'; p++)
      {
        if (!say (out, p, 1))
          return;
        g_usleep (G_USEC_PER_SEC / 10);
      }
  else if (g_str_equal (path, "/endless"))
    {
      say (out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", -1);
      while (say (out, "<p>And so on, and so on, and so on, and so on, and so on, and so on, and so on.", -1))
        ;
    }
}

static gboolean
on_run (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer user_data)
{
  g_autoptr (GDataInputStream) in = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_autoptr (GString) question = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  g_data_input_stream_set_newline_type (in, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (in, NULL, NULL, NULL);

      if (line == NULL || *line == '\0')
        break;
      g_string_append_printf (question, "%s\n", line);
    }
  words = g_strsplit (question->str, " ", 3);
  g_free (asked);
  asked = g_strdup (question->str);
  if (words[0] != NULL && words[1] != NULL)
    answer (words[1], g_io_stream_get_output_stream (G_IO_STREAM (connection)));

  return TRUE;
}

static GPtrArray *
fetch (const char *path, const SaysoLinkLimits *within, SaysoLinkFlags flags, GError **error)
{
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%d%s", port, path);

  return sayso_link_import (address, flags, within, NULL, error);
}

static void
test_page (void)
{
  static const char *const paths[] = { "/page", "/moved", "/page#part" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) documents = fetch (paths[i], &limits, SAYSO_LINK_ALLOW_LOCAL, &error);
      g_autofree char *final = g_strdup_printf ("http://127.0.0.1:%d/page", port);
      SaysoProvenance *provenance;
      SaysoDocument *document;

      g_assert_no_error (error);
      g_assert_cmpuint (documents->len, ==, 1);
      document = g_ptr_array_index (documents, 0);
      provenance = sayso_document_get_provenance (document);
      g_assert_cmpstr (sayso_document_get_metadata (document)->title, ==, "Cracks in the bridge");
      g_assert_cmpstr (sayso_document_get_metadata (document)->url, ==, final);
      g_assert_cmpstr (sayso_document_get_location (document), ==, final);
      g_assert_cmpmem (g_bytes_get_data (sayso_document_get_original (document), NULL),
                       g_bytes_get_size (sayso_document_get_original (document)), PAGE, strlen (PAGE));
      g_assert_cmpstr (sayso_provenance_get (provenance, "way"), ==, "link");
      g_assert_nonnull (strstr (sayso_provenance_get (provenance, "headers"), "X-Said: hello\n"));
      g_assert_null (strstr (sayso_provenance_get (provenance, "headers"), "Set-Cookie"));
      g_assert_true (g_str_has_suffix (sayso_provenance_get (provenance, "fetched"), "Z"));
      /* it says who it is, and nothing of the reader */
      g_assert_nonnull (strstr (asked, "User-Agent: Sayso/"));
      g_assert_null (strstr (asked, "Cookie:"));
      g_assert_null (strstr (asked, "Referer:"));
      g_assert_null (strstr (asked, "Accept-Language:"));
    }
}

static void
assert_refused (const char *path, const SaysoLinkLimits *within, SaysoImportError code)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", path);
  g_assert_null (fetch (path, within, SAYSO_LINK_ALLOW_LOCAL, &error));
  g_assert_error (error, SAYSO_IMPORT_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_refused (void)
{
  assert_refused ("/loop", &limits, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_refused ("/away", &limits, SAYSO_IMPORT_ERROR_UNSUPPORTED);
  assert_refused ("/gone", &limits, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_refused ("/picture", &limits, SAYSO_IMPORT_ERROR_UNSUPPORTED);
  assert_refused ("/cut", &limits, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_refused ("/bomb", &limits, SAYSO_IMPORT_ERROR_TOO_LARGE);
  assert_refused ("/endless", &limits, SAYSO_IMPORT_ERROR_TOO_LARGE);
  assert_refused ("/silent", &impatient, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_refused ("/slow", &impatient, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_refused ("/nothing", &limits, SAYSO_IMPORT_ERROR_UNREADABLE);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *address;
    int code;
  } cases[] = {
    { "ftp://ledger.example/page", SAYSO_IMPORT_ERROR_UNSUPPORTED },
    { "file:///etc/passwd", SAYSO_IMPORT_ERROR_UNSUPPORTED },
    { "https://ada:secret@ledger.example/", SAYSO_IMPORT_ERROR_UNSUPPORTED },
    { "http://", SAYSO_IMPORT_ERROR_UNSUPPORTED },
    { "http://localhost/", SAYSO_IMPORT_ERROR_LOCAL },
    { "http://printer.local/", SAYSO_IMPORT_ERROR_LOCAL },
    { "http://192.168.1.1/", SAYSO_IMPORT_ERROR_LOCAL },
    { "http://[::1]/", SAYSO_IMPORT_ERROR_LOCAL },
    { "http://[::ffff:10.0.0.1]/", SAYSO_IMPORT_ERROR_LOCAL },
  };
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].address);
      g_assert_null (sayso_link_import (cases[i].address, SAYSO_LINK_NONE, &limits, NULL, &error));
      g_assert_error (error, SAYSO_IMPORT_ERROR, cases[i].code);
    }
  g_clear_pointer (&asked, g_free);
  g_assert_null (fetch ("/page", &limits, SAYSO_LINK_NONE, &local));
  g_assert_error (local, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_LOCAL);
  g_assert_null (asked);
}

static void
test_local (void)
{
  static const char *const inside[] = { "127.0.0.1", "10.1.2.3",   "172.31.0.1",       "192.168.0.1",   "169.254.1.1",
                                        "0.0.0.0",   "::1",        "fe80::1",          "fd00::1",       "::",
                                        "224.0.0.1", "100.64.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1" };
  static const char *const outside[] = { "8.8.8.8",     "172.32.0.1",    "192.169.0.1", "2001:4860:4860::8888",
                                         "100.128.0.1", "::ffff:8.8.8.8" };

  for (guint i = 0; i < G_N_ELEMENTS (inside) + G_N_ELEMENTS (outside); i++)
    {
      gboolean local = i < G_N_ELEMENTS (inside);
      g_autoptr (GInetAddress) address =
          g_inet_address_new_from_string (local ? inside[i] : outside[i - G_N_ELEMENTS (inside)]);

      g_assert_nonnull (address);
      g_assert_cmpint (sayso_link_is_local (address), ==, local);
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (cancellable);

  return NULL;
}

static void
test_cancelled (void)
{
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%d/silent", port);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (sayso_link_import (address, SAYSO_LINK_ALLOW_LOCAL, &limits, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static gpointer
serve (gpointer context)
{
  g_autoptr (GSocketService) service = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  int found;

  g_main_context_push_thread_default (context);
  service = g_threaded_socket_service_new (8);
  g_signal_connect (service, "run", G_CALLBACK (on_run), NULL);
  found = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_socket_service_start (service);
  g_atomic_int_set (&port, found);
  g_main_loop_run (loop);

  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_test_init (&argc, &argv, NULL);
  /* no proxy stands between this test and itself */
  g_setenv ("no_proxy", "*", TRUE);
  g_unsetenv ("http_proxy");
  g_thread_unref (g_thread_new ("server", serve, context));
  while (g_atomic_int_get (&port) == 0)
    g_usleep (1000);
  g_test_add_func ("/link/page", test_page);
  g_test_add_func ("/link/refused", test_refused);
  g_test_add_func ("/link/addresses", test_addresses);
  g_test_add_func ("/link/local", test_local);
  g_test_add_func ("/link/cancelled", test_cancelled);

  return g_test_run ();
}
