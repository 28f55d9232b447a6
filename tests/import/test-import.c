/* test-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sayso-saved-page.h"

#define STORY "Der Bürgermeister von Größau erklärte, daß die Brücke über die Orva gesperrt bleibe.\n"

static SaysoDocument *
import (const void *data, gssize size, const char *location, const char *media_type, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);

  return sayso_import_bytes (bytes, location, media_type, NULL, error);
}

static void
assert_text (const void *data, gssize size, const char *location, const char *media_type, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoDocument) document = import (data, size, location, media_type, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sayso_text_get_utf8 (sayso_document_get_text (document)), ==, expected);
}

/* The message names the file, and is a whole sentence or more. */
static void
assert_refused (const void *data, gssize size, const char *location, SaysoImportError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoDocument) document = import (data, size, location, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, SAYSO_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, location));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize mark_length;
  } cases[] = {
    { "UTF-8", "", 0 },
    { "UTF-8", "\xef\xbb\xbf", 3 },
    { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-16LE", "", 0 },
    { "UTF-16BE", "", 0 },
    { "UTF-32LE", "\xff\xfe\0\0", 4 },
    { "UTF-32BE", "\0\0\xfe\xff", 4 },
    { "UTF-32LE", "", 0 },
    { "ISO-8859-1", "", 0 },
  };
  g_autofree char *story = g_strchomp (g_strdup (STORY));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size;
      g_autofree char *encoded = g_convert (STORY, -1, cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_autoptr (GString) bytes = g_string_new_len (cases[i].mark, cases[i].mark_length);

      g_test_message ("%s, mark of %" G_GSIZE_FORMAT " bytes", cases[i].charset, cases[i].mark_length);
      g_string_append_len (bytes, encoded, size);
      assert_text (bytes->str, bytes->len, "a.txt", NULL, story);
    }
}

static void
test_windows (void)
{
  static const char quoted[] = "She said \x93the bridge is closed\x94 \x96 and left. That was all for \x80"
                               "5.";

  assert_text (quoted, -1, "a.txt", NULL, "She said “the bridge is closed” – and left. That was all for €5.");
}

static void
test_declared (void)
{
  gsize size;
  g_autofree char *greek = g_convert ("Η γέφυρα παραμένει κλειστή.", -1, "ISO-8859-7", "UTF-8", NULL, &size, NULL);
  g_autofree char *page = g_strdup_printf ("<meta charset='iso-8859-7'><p>%s", greek);

  assert_text (greek, size, "a.txt", "text/plain; charset=ISO-8859-7", "Η γέφυρα παραμένει κλειστή.");
  assert_text (page, -1, "a.html", NULL, "Η γέφυρα παραμένει κλειστή.");
  /* a page that declares what it is not */
  assert_text ("<meta charset='iso-8859-1'><p>Brücke</p>", -1, "a.html", NULL, "Brücke");
}

/* What cannot be decoded is shown as such, and the rest comes through. */
static void
test_damaged (void)
{
  g_autoptr (GString) odd = g_string_new_len ("\xff\xfe", 2);

  for (const char *p = "The bridge is closed."; *p != '\0'; p++)
    {
      g_string_append_c (odd, *p);
      g_string_append_c (odd, 0);
    }
  g_string_append_c (odd, 'x');
  assert_text (odd->str, odd->len, "a.txt", NULL, "The bridge is closed.\xef\xbf\xbd");

  assert_text ("Brücke, Größau, Bürger: bis zum letzten Zeichen \xe2\x82", -1, "a.txt", NULL,
               "Brücke, Größau, Bürger: bis zum letzten Zeichen \xef\xbf\xbd");
  assert_text ("It cost 5 \xe2\x82", -1, "a.txt", NULL, "It cost 5 \xef\xbf\xbd");
  assert_text ("\xff\xfe\x00\xd8\x41\x00\x42\x00\x43\x00\x44\x00\x45\x00\x46\x00\x47\x00\x48\x00\x49\x00\x4a\x00", 24,
               "a.txt", NULL,
               "\xef\xbf\xbd"
               "ABCDEFGHIJ");
  assert_refused ("\xff\xfe\x00\xd8\x00\xd8\x41\x00\x00\xd8", 10, "a.txt", SAYSO_IMPORT_ERROR_ENCODING);
}

static void
test_refused (void)
{
  g_autofree char *zeros = g_malloc0 (4096);
  g_autofree char *noise = g_malloc (4096);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 4096; i++)
    noise[i] = g_rand_int (rand);

  assert_refused ("", 0, "a.txt", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused (" \n\t\r\n ", -1, "a.txt", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused ("\xef\xbb\xbf", -1, "a.txt", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused ("<html><body><script>var a = 'text';</script></body></html>", -1, "a.html", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused ("<!-- only a comment that never ends", -1, "a.html", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused (zeros, 4096, "a.txt", SAYSO_IMPORT_ERROR_BINARY);
  assert_refused (noise, 4096, "a.txt", SAYSO_IMPORT_ERROR_BINARY);
  assert_refused (noise, 4096, "a", SAYSO_IMPORT_ERROR_BINARY);
  assert_refused ("Text with a zero\0inside.", 24, "a.txt", SAYSO_IMPORT_ERROR_BINARY);
  assert_refused ("\001\002\003\004 control \005\006\007", -1, "a.txt", SAYSO_IMPORT_ERROR_BINARY);
  assert_refused ("%PDF-1.7\n1 0 obj", -1, "a.pdf", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("%PDF-1.7\n1 0 obj", -1, "a.txt", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("%PDF-1.7\n1 0 obj", -1, "a", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "a.doc", SAYSO_IMPORT_ERROR_UNSUPPORTED);
  assert_refused ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "a.txt", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "a.PNG", SAYSO_IMPORT_ERROR_UNSUPPORTED);
  assert_refused ("PK\003\004\024\0\0\0", 8, "a.html", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("PK\003\004\024\0\0\0", 8, "a.docx", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("\x7f"
                  "ELF\002\001\001",
                  7, "a.txt", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("There is only text in here.", -1, "a.pdf", SAYSO_IMPORT_ERROR_MISMATCH);
  assert_refused ("From: ada@example.org\nSubject: The bridge\n\n", -1, "a.eml", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused ("WARC/1.0\r\nWARC-Type: response\r\n", -1, "a.warc", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused ("{\\rtf1 {\\pict 00ff}}", -1, "a.rtf", SAYSO_IMPORT_ERROR_EMPTY);
  assert_refused ("<?xml version='1.0'?><feed><entry/></feed>", -1, "a", SAYSO_IMPORT_ERROR_UNSUPPORTED);
}

static void
test_media_types (void)
{
  static const char page[] = " <!-- saved --> <!DOCTYPE html><title>Bridge</title><p>It is <b>closed</b>.";

  /* unmistakable content decides where the name says nothing else, a given type always */
  assert_text (page, -1, "a", NULL, "It is closed.");
  assert_text (page, -1, "a.txt", NULL, "It is closed.");
  assert_text ("1 < 2 &amp; <p> stays", -1, "a.txt", NULL, "1 < 2 &amp; <p> stays");
  assert_text (page, -1, "-", "text/plain",
               g_strstrip ((char[]) { " <!-- saved --> <!DOCTYPE html><title>Bridge</title><p>It is <b>closed</b>." }));
  assert_text ("It is <i>closed</i>.", -1, "-", "text/html", "It is closed.");
  assert_text ("It is <i>closed</i>.", -1, "a.htm", NULL, "It is closed.");
  assert_text ("<body><noscript><p>It is closed.</noscript>", -1, "a.htm", NULL, "It is closed.");
}

static void
assert_file (const char *path, int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoDocument) document = sayso_import_file (file, NULL, &error);

  g_test_message ("%s", path);
  if (code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (sayso_document_get_location (document), ==, path);
      return;
    }
  g_assert_null (document);
  g_assert_error (error, SAYSO_IMPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sayso-import-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "good.txt", NULL);
  g_autofree char *large = g_build_filename (folder, "large.txt", NULL);
  g_autofree char *secret = g_build_filename (folder, "secret.txt", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.txt", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  g_autofree char *below = g_build_filename (good, "below.txt", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling.txt", NULL);
  g_autoptr (GFile) link = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  g_assert_true (g_file_set_contents (good, STORY, -1, NULL));
  assert_file (good, -1);
  assert_file (missing, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_file (below, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_file (folder, SAYSO_IMPORT_ERROR_UNREADABLE);
  assert_file ("/dev/zero", SAYSO_IMPORT_ERROR_UNREADABLE);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_file (pipe, SAYSO_IMPORT_ERROR_UNREADABLE);

  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  assert_file (dangling, SAYSO_IMPORT_ERROR_UNREADABLE);
  link = g_file_new_for_path (dangling);
  g_assert_null (sayso_import_file (link, NULL, &error));
  g_assert_nonnull (strstr (error->message, "not there"));

  fd = open (large, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (ftruncate (fd, 50 * 1024 * 1024), ==, 0);
  close (fd);
  assert_file (large, SAYSO_IMPORT_ERROR_TOO_LARGE);

  g_assert_true (g_file_set_contents (secret, STORY, -1, NULL));
  g_assert_cmpint (g_chmod (secret, 0), ==, 0);
  if (access (secret, R_OK) != 0)
    assert_file (secret, SAYSO_IMPORT_ERROR_UNREADABLE);
  /* refuses to be read even by root */
  if (g_file_test ("/proc/self/mem", G_FILE_TEST_EXISTS))
    assert_file ("/proc/self/mem", SAYSO_IMPORT_ERROR_UNREADABLE);

  g_unlink (good);
  g_unlink (pipe);
  g_unlink (dangling);
  g_unlink (large);
  g_unlink (secret);
  g_rmdir (folder);
}

/* A stream that never ends is given up at the limit. */
static void
test_endless (void)
{
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFileInputStream) stream = g_file_read (zero, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (sayso_import_stream (G_INPUT_STREAM (stream), "-", NULL, NULL, &error));
  g_assert_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE);
  g_assert_cmpstr (sayso_import_error_to_code (error), ==, "too-large");
}

static void
test_link (void)
{
  g_autoptr (GFile) link = g_file_new_for_uri ("https://example.org/story.html");
  g_autoptr (GError) error = NULL;

  g_assert_null (sayso_import_file (link, NULL, &error));
  g_assert_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (STORY, strlen (STORY));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sayso_import_bytes (bytes, "a.txt", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_original (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoDocument) document = import ("a\r\nb\n", 5, "a.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sayso_document_get_sha256 (document), ==,
                   "953bba9ac9726eaea07e844abcf144a0afe998039257c7a88b6665819597f39d");
}

/* Bytes that some decoders take for characters beyond the last, in a mailbox: what comes out is UTF-8. */
static void
test_broken_characters (void)
{
  static const char box[] = "From ada@ledger.example Wed Mar  4 10:00:00 2015\nFrom: Ada \xf4\xbb\x9e\x8b Marsh\n\n"
                            "The bridge stays closed\x83\x83, nobody knows \xf8\xac\x8a\x9d\x98 why.\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoDocument) document = import (box, sizeof box - 1, "a.mbox", NULL, &error);
  const SaysoMetadata *metadata;

  g_assert_no_error (error);
  metadata = sayso_document_get_metadata (document);
  g_assert_true (g_utf8_validate (sayso_text_get_utf8 (sayso_document_get_text (document)), -1, NULL));
  for (guint i = 0; metadata->byline != NULL && metadata->byline[i] != NULL; i++)
    g_assert_true (g_utf8_validate (metadata->byline[i], -1, NULL));
}

/* The same wherever it comes from; nothing is changed that is UTF-8. */
static void
test_document_text (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (SaysoText) broken = sayso_text_new ("a\0\xff\xffz", 5);
  g_autoptr (SaysoText) whole = sayso_text_new ("a\0é", 4);
  SaysoMetadata said = { .title = g_strdup ("Or\xff\xbf") }, nothing = { 0 };
  g_autoptr (SaysoDocument) a = sayso_document_new (bytes, "a", "text/plain", &said, broken);
  g_autoptr (SaysoDocument) b = sayso_document_new (bytes, "b", "text/plain", &nothing, whole);

  g_assert_cmpmem (sayso_text_get_utf8 (sayso_document_get_text (a)),
                   sayso_text_get_bytes (sayso_document_get_text (a)), "a\0\uFFFD\uFFFDz", 9);
  g_assert_true (g_utf8_validate (sayso_document_get_metadata (a)->title, -1, NULL));
  g_assert_true (sayso_document_get_text (b) == whole);
}

/* Pages that make a careless parser slow or recurse: an answer within the test's time, and no crash. */
static void
test_hostile_pages (void)
{
  g_autoptr (GString) deep = g_string_new ("<html><body>");
  g_autoptr (GString) wide = g_string_new ("<html><body><p");
  g_autoptr (GString) open = g_string_new ("<html><body><p>Before.</p>");
  g_autoptr (GString) unclosed = g_string_new ("<html><body><p>The bridge is closed.</p>");
  g_autoptr (GString) entities = g_string_new ("<html><body><p>");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "text");
  assert_refused (deep->str, deep->len, "a.html", SAYSO_IMPORT_ERROR_UNSUPPORTED);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (wide, " a%u=1", i);
  g_string_append (wide, ">text");
  assert_refused (wide->str, wide->len, "a.html", SAYSO_IMPORT_ERROR_UNSUPPORTED);

  for (guint i = 0; i < 200000; i++)
    g_string_append (open, "<p>A<br>b</i></b></x>");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (SaysoDocument) document = import (open->str, open->len, "a.html", NULL, &error);

    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (sayso_text_get_utf8 (sayso_document_get_text (document)), "Before.\n\nA\nb\n\nA"));
  }

  g_string_append (unclosed, "<!-- ");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (unclosed, "-- > ");
  assert_text (unclosed->str, unclosed->len, "a.html", NULL, "The bridge is closed.");

  for (guint i = 0; i < 500000; i++)
    g_string_append (entities, "&amp;&#65;&nope;");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (SaysoDocument) document = import (entities->str, entities->len, "a.html", NULL, &error);

    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (sayso_text_get_utf8 (sayso_document_get_text (document)), "&A&nope;&A"));
  }

  assert_text ("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>A &x; b", -1, "a.html", NULL,
               "]>\n\nA &x; b"); /* as browsers show it */
  assert_text ("<p>truncated <b", -1, "a.html", NULL, "truncated");
}

static void
test_saved_pages (void)
{
  g_assert_true (sayso_saved_page_owns ("Bridge.html", "Bridge_files"));
  g_assert_true (sayso_saved_page_owns ("Brücke.htm", "Brücke-Dateien"));
  g_assert_false (sayso_saved_page_owns ("Bridge.html", "Bridge"));
  g_assert_false (sayso_saved_page_owns ("Bridge.txt", "Bridge_files"));
  g_assert_false (sayso_saved_page_owns ("Bridge.html", "Ferry_files"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/encodings", test_encodings);
  g_test_add_func ("/import/windows", test_windows);
  g_test_add_func ("/import/declared", test_declared);
  g_test_add_func ("/import/damaged", test_damaged);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/media-types", test_media_types);
  g_test_add_func ("/import/files", test_files);
  g_test_add_func ("/import/endless", test_endless);
  g_test_add_func ("/import/link", test_link);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/original", test_original);
  g_test_add_func ("/import/broken-characters", test_broken_characters);
  g_test_add_func ("/import/document-text", test_document_text);
  g_test_add_func ("/import/hostile-pages", test_hostile_pages);
  g_test_add_func ("/import/saved-pages", test_saved_pages);

  return g_test_run ();
}
