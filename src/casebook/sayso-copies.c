/* sayso-copies.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-copies.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sayso-casebook-private.h"
#include "sayso-originals.h"

/* Backups kept of each casebook. */
#define N_BACKUPS 5

/**
 * sayso_casebook_save_copy:
 * @self: a casebook
 * @file: where to; what is there is replaced
 * @error: return location
 *
 * Writes a casebook of its own that holds the same, history and all, and is no larger than it need be.
 *
 * Returns: whether it was written
 */
gboolean
sayso_casebook_save_copy (SaysoCasebook *self, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (SaysoConnection) db = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && G_IS_FILE (file), FALSE);

  if (path == NULL)
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
                   _ ("A casebook can only be saved on this computer. Choose a folder here."));
      return FALSE;
    }
  if (g_file_equal (file, sayso_casebook_get_file (self)))
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
                   _ ("This is the casebook itself. Choose another name for the copy."));
      return FALSE;
    }
  db = sayso_casebook_connect (self, error);
  if (db == NULL || !sayso_connection_end (db, error))
    return FALSE;

  return sayso_connection_copy (db, path, TRUE, error);
}

/* -- backups -------------------------------------------------------------------------------------------- */

/**
 * sayso_casebook_get_backup_folder:
 * @self: a casebook
 *
 * Returns: (transfer full): where its automatic backups are, among the user's data; it need not exist
 */
GFile *
sayso_casebook_get_backup_folder (SaysoCasebook *self)
{
  g_autofree char *uri = NULL, *sum = NULL, *name = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  uri = g_file_get_uri (sayso_casebook_get_file (self));
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  sum[8] = '\0';
  name = g_strdup_printf ("%s-%s", sayso_casebook_get_title (self), sum);

  return g_file_new_build_filename (g_get_user_data_dir (), "sayso", "backups", name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* (element-type utf8): names of the backups in a folder, the oldest first */
static GPtrArray *
list_backups (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".sayso") && g_ascii_isdigit (name[0]))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * sayso_casebook_back_up:
 * @self: a casebook
 * @folder: where backups of it, and of no other, are kept; see sayso_casebook_get_backup_folder()
 * @error: return location
 *
 * Makes a backup, unless the newest one has all changes already. The last five are kept.
 *
 * Returns: whether there is a backup of how it is
 */
gboolean
sayso_casebook_back_up (SaysoCasebook *self, GFile *folder, GError **error)
{
  g_autofree char *path = g_file_get_path (folder), *now = NULL, *name = NULL, *target = NULL, *ending = NULL;
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (SaysoConnection) db = NULL;
  gint64 state;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && G_IS_FILE (folder), FALSE);

  if (path == NULL || g_mkdir_with_parents (path, 0700) != 0)
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
                   _ ("No backup could be made: there is no folder for it."));
      return FALSE;
    }
  db = sayso_casebook_connect (self, error);
  if (db == NULL)
    return FALSE;
  state = sayso_statement_run_int (sayso_connection_prepare (db, "casebook/next"), 1) - 1;
  if (!sayso_connection_end (db, error))
    return FALSE;

  backups = list_backups (path);
  ending = g_strdup_printf (" change %" G_GINT64_FORMAT ".sayso", state);
  if (backups->len > 0 && g_str_has_suffix (g_ptr_array_index (backups, backups->len - 1), ending))
    return TRUE;

  now = g_date_time_format (time, "%Y-%m-%d %H-%M-%S");
  name = g_strdup_printf ("%s.%06d%s", now, g_date_time_get_microsecond (time), ending);
  target = g_build_filename (path, name, NULL);
  if (!sayso_connection_copy (db, target, FALSE, error))
    return FALSE;

  for (guint i = 0; i + N_BACKUPS <= backups->len; i++)
    {
      g_autofree char *old = g_build_filename (path, g_ptr_array_index (backups, i), NULL);

      g_unlink (old);
      sayso_originals_remove (old);
    }

  return TRUE;
}
