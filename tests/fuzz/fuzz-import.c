/* fuzz-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Imports whatever it is given as the kind of file that FUZZ_LOCATION is the name of; where FUZZ_PART is set, as that
 * part of an archive, as changes to what is compressed reach little. With libFuzzer (-Dfuzz=true) it makes its own
 * inputs; without, it reads the files and folders it is given, whole, cut and with bytes changed. */

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <string.h>

#include "sayso-import.h"

/* Of files read without libFuzzer. */
#define MAX_BYTES (4 * 1024 * 1024)
#define N_CHANGES 20

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#ifdef FUZZ_PART
static GBytes *
pack (const guint8 *data, gsize size)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  gsize capacity = size + 1024, used = 0;
  g_autofree guint8 *buffer = g_malloc (capacity);

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  archive_entry_set_pathname (entry, FUZZ_PART);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) size);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, data, size);
  archive_entry_free (entry);
  archive_write_free (archive);

  return g_bytes_new_take (g_steal_pointer (&buffer), used);
}
#endif

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
#ifdef FUZZ_PART
  g_autoptr (GBytes) bytes = pack (data, size);
#else
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
#endif
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = sayso_import_bytes_here (bytes, FUZZ_LOCATION, NULL, NULL, &error);

  g_assert_true ((documents == NULL) == (error != NULL));
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      SaysoText *text = sayso_document_get_text (g_ptr_array_index (documents, i));

      g_assert_true (g_utf8_validate (sayso_text_get_utf8 (text), sayso_text_get_bytes (text), NULL));
    }

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
