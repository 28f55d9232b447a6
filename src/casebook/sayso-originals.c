/* sayso-originals.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-originals.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SUFFIX ".sayso"

/**
 * sayso_originals_get_folder:
 * @casebook: the path of a casebook
 *
 * Returns: (transfer full): the path of the folder for its large originals; it need not exist
 */
char *
sayso_originals_get_folder (const char *casebook)
{
  gsize length;

  g_return_val_if_fail (casebook != NULL, NULL);

  length = strlen (casebook) - (g_str_has_suffix (casebook, SUFFIX) ? strlen (SUFFIX) : 0);

  return g_strdup_printf ("%.*s.originals", (int) length, casebook);
}

static gboolean
is_hash (const char *name)
{
  return strlen (name) == 64 && strspn (name, "0123456789abcdef") == 64;
}

static char *
get_path (const char *casebook, const char *sha256)
{
  g_autofree char *folder = sayso_originals_get_folder (casebook);

  return g_build_filename (folder, sha256, NULL);
}

/**
 * sayso_originals_keep:
 * @casebook: the path of a casebook
 * @sha256: the hash of @original
 * @original: the bytes of an article as they came
 * @error: return location
 *
 * Writes an original beside the casebook. It is on the disk when this returns.
 *
 * Returns: whether it is there
 */
gboolean
sayso_originals_keep (const char *casebook, const char *sha256, GBytes *original, GError **error)
{
  g_autofree char *folder = NULL, *path = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (casebook != NULL && sha256 != NULL && original != NULL, FALSE);

  folder = sayso_originals_get_folder (casebook);
  path = get_path (casebook, sha256);
  data = g_bytes_get_data (original, &size);
  g_mkdir (folder, 0700);

  return g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0400,
                                   error);
}

/**
 * sayso_originals_get:
 * @casebook: the path of a casebook
 * @sha256: the hash of an original
 *
 * Returns: (transfer full) (nullable): the original; %NULL where it is missing, or is not what it was
 */
GBytes *
sayso_originals_get (const char *casebook, const char *sha256)
{
  g_autofree char *path = NULL, *sum = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) original = NULL;

  g_return_val_if_fail (casebook != NULL && sha256 != NULL, NULL);

  if (!is_hash (sha256))
    return NULL;
  path = get_path (casebook, sha256);
  file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL)
    return NULL;
  original = g_mapped_file_get_bytes (file);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);

  return g_strcmp0 (sum, sha256) == 0 ? g_steal_pointer (&original) : NULL;
}

/**
 * sayso_originals_copy:
 * @from: the path of a casebook
 * @to: that of its copy
 * @error: return location
 *
 * Gives a copy of a casebook the large originals, too; on the same disk they take no more room for that.
 *
 * Returns: whether it has all
 */
gboolean
sayso_originals_copy (const char *from, const char *to, GError **error)
{
  g_autofree char *source = NULL, *target = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  source = sayso_originals_get_folder (from);
  target = sayso_originals_get_folder (to);
  dir = g_dir_open (source, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *here = g_build_filename (source, name, NULL), *there = g_build_filename (target, name, NULL);
      g_autoptr (GFile) original = g_file_new_for_path (here), copy = g_file_new_for_path (there);

      if (!is_hash (name) || g_file_test (there, G_FILE_TEST_EXISTS))
        continue;
      g_mkdir (target, 0700);
      if (link (here, there) != 0 && !g_file_copy (original, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sayso_originals_remove:
 * @casebook: the path of a casebook that is deleted
 *
 * Deletes its large originals.
 */
void
sayso_originals_remove (const char *casebook)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (casebook != NULL);

  folder = sayso_originals_get_folder (casebook);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_hash (name))
        g_unlink (path);
    }
  g_rmdir (folder);
}
