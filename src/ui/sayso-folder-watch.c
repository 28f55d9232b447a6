/* sayso-folder-watch.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-folder-watch.h"

struct _SaysoFolderWatch
{
  GObject parent_instance;

  GFile *folder;
  GFileMonitor *monitor;
  GHashTable *coming; /* addresses of files that came and are being written */
};

G_DEFINE_FINAL_TYPE (SaysoFolderWatch, sayso_folder_watch, G_TYPE_OBJECT)

static guint found;

static gboolean
is_wanted (GFile *file)
{
  static const char *const unfinished[] = { "~", ".part", ".crdownload", ".download", ".tmp" };
  g_autofree char *name = g_file_get_basename (file);

  if (name == NULL || *name == '.')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (unfinished); i++)
    if (g_str_has_suffix (name, unfinished[i]))
      return FALSE;

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR;
}

static void
tell (SaysoFolderWatch *self, GFile *file)
{
  if (is_wanted (file))
    g_signal_emit (self, found, 0, file);
}

static void
changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, SaysoFolderWatch *self)
{
  g_autofree char *uri = g_file_get_uri (file);

  switch (event)
    {
    case G_FILE_MONITOR_EVENT_CREATED:
      g_hash_table_add (self->coming, g_steal_pointer (&uri));
      break;
    case G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT:
      if (g_hash_table_remove (self->coming, uri))
        tell (self, file);
      break;
    case G_FILE_MONITOR_EVENT_MOVED_IN:
      tell (self, file);
      break;
    case G_FILE_MONITOR_EVENT_RENAMED:
      g_hash_table_remove (self->coming, uri);
      tell (self, other);
      break;
    case G_FILE_MONITOR_EVENT_DELETED:
    case G_FILE_MONITOR_EVENT_MOVED_OUT:
      g_hash_table_remove (self->coming, uri);
      break;
    default:
      break;
    }
}

static void
sayso_folder_watch_finalize (GObject *object)
{
  SaysoFolderWatch *self = SAYSO_FOLDER_WATCH (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->coming, g_hash_table_unref);

  G_OBJECT_CLASS (sayso_folder_watch_parent_class)->finalize (object);
}

static void
sayso_folder_watch_class_init (SaysoFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_folder_watch_finalize;

  found = g_signal_new ("found", SAYSO_TYPE_FOLDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                        G_TYPE_FILE);
}

static void
sayso_folder_watch_init (SaysoFolderWatch *self)
{
  self->coming = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * sayso_folder_watch_new:
 * @folder: a folder
 * @error: why it cannot be watched, a %GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what watches it until it is gone
 */
SaysoFolderWatch *
sayso_folder_watch_new (GFile *folder, GError **error)
{
  g_autoptr (SaysoFolderWatch) self = g_object_new (SAYSO_TYPE_FOLDER_WATCH, NULL);

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self->folder = g_object_ref (folder);
  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, "“%s” is no folder", g_file_peek_path (folder));
      return NULL;
    }
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, error);
  if (self->monitor == NULL)
    return NULL;
  g_signal_connect (self->monitor, "changed", G_CALLBACK (changed), self);

  return g_steal_pointer (&self);
}

GFile *
sayso_folder_watch_get_folder (SaysoFolderWatch *self)
{
  g_return_val_if_fail (SAYSO_IS_FOLDER_WATCH (self), NULL);

  return self->folder;
}
