/* sayso-archive.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-import.h"

/* No document for reading is made of more parts, or is larger when unpacked. */
#define MAX_ENTRIES 20000
#define MAX_UNPACKED (128 * 1024 * 1024)
#define CHUNK_BYTES (64 * 1024)

/* What a text can be in; pictures and fonts are left packed. */
static const char *const endings[] = { ".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", "mimetype" };

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

static gboolean
is_wanted (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize length = strlen (path), ending = strlen (endings[i]);

      if (length >= ending && g_ascii_strcasecmp (path + length - ending, endings[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
set_damaged (const char *name, GError **error)
{
  g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_MISMATCH,
               _ ("“%s” is damaged and cannot be unpacked. Get it again."), name);
}

/* All of the entry that is being read; @room is what may still be unpacked. */
static GBytes *
read_entry (Archive *archive, gsize *room, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  for (la_ssize_t n = 1; n > 0;)
    {
      guint size = all->len;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_byte_array_set_size (all, size + CHUNK_BYTES);
      n = archive_read_data (archive, all->data + size, CHUNK_BYTES);
      if (n < 0)
        {
          set_damaged (name, error);
          return NULL;
        }
      g_byte_array_set_size (all, size + n);
      if ((gsize) n > *room)
        {
          g_autofree char *most = g_format_size_full (MAX_UNPACKED, G_FORMAT_SIZE_IEC_UNITS);

          /* TRANSLATORS: a file name and a size, as "128.0 MiB" */
          g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE,
                       _ ("“%s” grows to more than %s when it is unpacked. It may be made to do harm: open it only if "
                          "you trust who sent it, and save its text as a text file."),
                       name, most);
          return NULL;
        }
      *room -= n;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * sayso_archive_unpack:
 * @bytes: a ZIP archive
 * @name: what messages call it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Unpacks the texts of an archive into memory, within limits of number and size. Nothing is written anywhere.
 *
 * Returns: (transfer full) (element-type utf8 GBytes): the texts by their paths
 */
GHashTable *
sayso_archive_unpack (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size, room = MAX_UNPACKED;
  const void *data = g_bytes_get_data (bytes, &size);
  guint n_entries = 0;
  int status;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      set_damaged (name, error);
      return NULL;
    }

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      const char *path = archive_entry_pathname_utf8 (entry);
      GBytes *content;

      if (path == NULL)
        path = archive_entry_pathname (entry);
      if (++n_entries > MAX_ENTRIES)
        {
          g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE,
                       _ ("“%s” holds more than %d files, which no document has. Save its text as a text file, and "
                          "import that."),
                       name, MAX_ENTRIES);
          return NULL;
        }
      if (path == NULL || !g_utf8_validate (path, -1, NULL) || !is_wanted (path) ||
          g_hash_table_contains (entries, path))
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                       _ ("“%s” is protected by a password. Open it in the program it belongs to, save it without "
                          "one, and import that."),
                       name);
          return NULL;
        }
      content = read_entry (archive, &room, name, cancellable, error);
      if (content == NULL)
        return NULL;
      g_hash_table_replace (entries, g_strdup (path), content);
    }
  if (status != ARCHIVE_EOF && g_hash_table_size (entries) == 0)
    {
      set_damaged (name, error);
      return NULL;
    }

  return g_steal_pointer (&entries);
}

/**
 * sayso_archive_gunzip:
 * @bytes: what gzip packed, in one piece or many
 * @name: what messages call it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Returns: (transfer full): what was packed, within the limit of size
 */
GBytes *
sayso_archive_gunzip (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size, room = MAX_UNPACKED;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_read_support_filter_gzip (archive);
  archive_read_support_format_raw (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK ||
      archive_read_next_header (archive, &entry) != ARCHIVE_OK)
    {
      set_damaged (name, error);
      return NULL;
    }

  return read_entry (archive, &room, name, cancellable, error);
}
