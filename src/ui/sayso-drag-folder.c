/* sayso-drag-folder.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-drag-folder.h"

#include <glib/gstdio.h>

/* Another program has long taken what was dragged to it. In seconds. */
#define KEPT (24 * 60 * 60)

static char *
get_parent (void)
{
  return g_build_filename (g_get_user_cache_dir (), "sayso", "drag", NULL);
}

/**
 * sayso_drag_folder_make:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the path of a new, empty folder that only this user may look into
 */
char *
sayso_drag_folder_make (GError **error)
{
  g_autofree char *uuid = g_uuid_string_random (), *parent = get_parent ();
  g_autofree char *path = g_build_filename (parent, uuid, NULL);

  if (g_mkdir_with_parents (path, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
      return NULL;
    }

  return g_steal_pointer (&path);
}

/* Follows no links. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
clean_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *parent = get_parent ();
  g_autoptr (GDir) folder = g_dir_open (parent, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      GStatBuf status;

      if (g_lstat (path, &status) == 0 && now - status.st_mtime > KEPT)
        remove_tree (path);
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * sayso_drag_folder_clean:
 *
 * Removes, on a thread, what was dragged out more than a day ago: copies of what may be confidential.
 */
void
sayso_drag_folder_clean (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, clean_in_thread);
}
