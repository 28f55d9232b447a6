/* fuzz-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Imports whatever it is given as the kind of file that FUZZ_LOCATION is the name of. With FUZZ_PARTS the input is what
 * lies in an archive, name and content in turn with a NUL behind each, as changes to what is compressed reach little;
 * an archive is taken apart first. With FUZZ_SELECTION it is a piece of a page from a clipboard. With libFuzzer
 * (-Dfuzz=true) it makes its own inputs; without, it reads the files and folders it is given, whole, cut and with bytes
 * changed. */

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <string.h>

#include "sayso-decode.h"
#include "sayso-html.h"
#include "sayso-import.h"

/* Of files read without libFuzzer. */
#define MAX_BYTES (4 * 1024 * 1024)
#define N_CHANGES 20

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#ifdef FUZZ_PARTS
#define MAX_PARTS 16

gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize room, guint seed);
gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize room);

static void
add_part (struct archive *archive, const char *name, const guint8 *data, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) size);
  if (archive_write_header (archive, entry) == ARCHIVE_OK)
    archive_write_data (archive, data, size);
  archive_entry_free (entry);
}

/* The piece of the input up to the next NUL; what is behind that is left to come. */
static const guint8 *
take_piece (const guint8 **data, gsize *left, gsize *size)
{
  const guint8 *piece = *data, *end = *left > 0 ? memchr (piece, '\0', *left) : NULL;

  *size = end != NULL ? (gsize) (end - piece) : *left;
  *data += end != NULL ? *size + 1 : *size;
  *left -= end != NULL ? *size + 1 : *size;

  return piece;
}

static GBytes *
pack (const guint8 *data, gsize size)
{
  struct archive *archive = archive_write_new ();
  gsize capacity = 3 * size + MAX_PARTS * 512, used = 0;
  g_autofree guint8 *buffer = g_malloc (capacity);

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < MAX_PARTS && size > 0; i++)
    {
      gsize name_size, part_size;
      const guint8 *name = take_piece (&data, &size, &name_size);
      const guint8 *part = take_piece (&data, &size, &part_size);
      g_autofree char *path = g_strndup ((const char *) name, MIN (name_size, 100));

      /* An archive that a name spoils leaks in libarchive. */
      for (char *c = path; *c != '\0'; c++)
        *c = g_ascii_isprint (*c) ? *c : '_';
      if (*path != '\0')
        add_part (archive, path, part, part_size);
    }
  archive_write_free (archive);

  return g_bytes_new_take (g_steal_pointer (&buffer), used);
}

/* The texts in an archive, in the form that pack() takes; %NULL where it is none. */
static GByteArray *
unpack (const guint8 *data, gsize size)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GByteArray *pieces = g_byte_array_new ();

  archive_read_support_format_zip (archive);
  if (size > 4 && memcmp (data, "PK\3\4", 4) == 0 && archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
      {
        const char *name = archive_entry_pathname (entry);
        g_autofree char *part = g_malloc (MAX_BYTES);
        la_ssize_t length = archive_read_data (archive, part, MAX_BYTES);

        if (name == NULL || length < 0 || memchr (part, '\0', length) != NULL)
          continue;
        g_byte_array_append (pieces, (const guint8 *) name, strlen (name) + 1);
        g_byte_array_append (pieces, (const guint8 *) part, length);
        g_byte_array_append (pieces, (const guint8 *) "", 1);
      }
  archive_read_free (archive);
  if (pieces->len == 0)
    g_clear_pointer (&pieces, g_byte_array_unref);

  return pieces;
}

#ifdef FUZZ_LIBFUZZER
gsize
LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize room, G_GNUC_UNUSED guint seed)
{
  g_autoptr (GByteArray) pieces = unpack (data, size);

  if (pieces != NULL && pieces->len <= room)
    memcpy (data, pieces->data, size = pieces->len);

  return LLVMFuzzerMutate (data, size, room);
}
#endif
#endif

#ifdef FUZZ_SELECTION
static void
try_import (GBytes *bytes)
{
  gsize length;
  g_autofree char *markup = sayso_decode (bytes, NULL, "", &length, NULL);
  GString *words = markup != NULL ? sayso_html_read_whole (markup, length, "", NULL, NULL) : NULL;

  if (words == NULL)
    return;
  g_assert_true (g_utf8_validate (words->str, words->len, NULL));
  g_string_free (words, TRUE);
}
#else
static void
try_import (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = sayso_import_bytes_here (bytes, FUZZ_LOCATION, NULL, NULL, &error);

  g_assert_true ((documents == NULL) == (error != NULL));
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      SaysoText *text = sayso_document_get_text (g_ptr_array_index (documents, i));

      g_assert_true (g_utf8_validate (sayso_text_get_utf8 (text), sayso_text_get_bytes (text), NULL));
    }
}
#endif

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
#ifdef FUZZ_PARTS
  g_autoptr (GByteArray) pieces = unpack (data, size);
  g_autoptr (GBytes) bytes = pieces != NULL ? pack (pieces->data, pieces->len) : pack (data, size);
#else
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
#endif

  try_import (bytes);

  return 0;
}

#ifndef FUZZ_LIBFUZZER

static void
read_file (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gsize size;

  if (!g_file_get_contents (path, &content, &size, NULL) || size == 0 || size > MAX_BYTES)
    return;
#ifdef FUZZ_PARTS
  {
    g_autoptr (GByteArray) pieces = unpack ((const guint8 *) content, size);

    if (pieces != NULL)
      {
        g_free (content);
        content = (char *) g_byte_array_steal (pieces, &size);
      }
  }
#endif
  LLVMFuzzerTestOneInput ((const guint8 *) content, size);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *copy = g_memdup2 (content, size);

      for (guint k = 0; k <= i; k++)
        copy[g_rand_int_range (rand, 0, size)] = g_rand_int (rand);
      LLVMFuzzerTestOneInput ((const guint8 *) copy, i % 2 == 0 ? size : (gsize) g_rand_int_range (rand, 0, size));
    }
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, NULL);
      const char *name;

      if (folder == NULL)
        read_file (argv[i]);
      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          read_file (path);
        }
    }

  return 0;
}

#endif
