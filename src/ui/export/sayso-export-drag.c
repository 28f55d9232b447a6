/* sayso-export-drag.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-drag.h"

#include "sayso-drag-folder.h"

struct _SaysoExportDrag
{
  GdkContentProvider parent_instance;

  SaysoExport *export;
  const SaysoExportFormat *format;
  char *name;

  GMutex lock; /* of what follows, and of the export */
  GFile *file; /* once it is written */
};

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoExportDrag, sayso_export_drag, GDK_TYPE_CONTENT_PROVIDER)

/* One request of the other side. */
typedef struct
{
  char *media_type;
  GOutputStream *stream;
  int priority;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->media_type);
  g_object_unref (request->stream);
  g_free (request);
}

static void
sayso_export_drag_finalize (GObject *object)
{
  SaysoExportDrag *self = SAYSO_EXPORT_DRAG (object);

  g_object_unref (self->export);
  g_free (self->name);
  g_clear_object (&self->file);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (sayso_export_drag_parent_class)->finalize (object);
}

/* All that a list of files can be written as: addresses, and what portals pass on between sandboxes. */
static GdkContentFormats *
sayso_export_drag_ref_formats (GdkContentProvider *provider)
{
  g_autoptr (GdkContentFormats) all =
      gdk_content_formats_union_serialize_mime_types (gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST));
  gsize n;
  const char *const *types = gdk_content_formats_get_mime_types (all, &n);

  return gdk_content_formats_new ((const char **) types, n);
}

static void
serialized (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (gdk_content_serialize_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaysoExportDrag *self = source;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  if (self->file == NULL && (folder = sayso_drag_folder_make (&error)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, self->name, NULL);

      if (sayso_export_to_file (self->export, self->format, NULL, file, cancellable, &error))
        self->file = g_steal_pointer (&file);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoExportDrag *self = SAYSO_EXPORT_DRAG (source);
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_signal_emit (self, signals[WRITTEN], 0, self->file);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&self->file, 1));
  gdk_content_serialize_async (request->stream, request->media_type, &value, request->priority,
                               g_task_get_cancellable (task), serialized, g_object_ref (task));
}

static void
sayso_export_drag_write_mime_type_async (GdkContentProvider *provider, const char *media_type, GOutputStream *stream,
                                         int priority, GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  GTask *task = g_task_new (provider, cancellable, callback, user_data);
  g_autoptr (GTask) write = g_task_new (provider, cancellable, written, task);
  Request *request = g_new0 (Request, 1);

  request->media_type = g_strdup (media_type);
  request->stream = g_object_ref (stream);
  request->priority = priority;
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (write, write_in_thread);
}

static gboolean
sayso_export_drag_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sayso_export_drag_class_init (SaysoExportDragClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sayso_export_drag_finalize;
  provider_class->ref_formats = sayso_export_drag_ref_formats;
  provider_class->write_mime_type_async = sayso_export_drag_write_mime_type_async;
  provider_class->write_mime_type_finish = sayso_export_drag_write_mime_type_finish;

  /**
   * SaysoExportDrag::written:
   * @self: the export
   * @file: (type Gio.File): where it was written
   *
   * The other side asked for it, and it is there.
   */
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_FILE);

  /**
   * SaysoExportDrag::failed:
   * @self: the export
   * @message: what went wrong, to show
   *
   * The other side asked for it, and it could not be written.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sayso_export_drag_init (SaysoExportDrag *self)
{
  g_mutex_init (&self->lock);
}

/**
 * sayso_export_drag_new:
 * @export: what is exported
 * @format: in which format
 * @name: the name of the file or folder
 *
 * Returns: (transfer full): what is dragged
 */
GdkContentProvider *
sayso_export_drag_new (SaysoExport *export, const SaysoExportFormat *format, const char *name)
{
  SaysoExportDrag *self;

  g_return_val_if_fail (SAYSO_IS_EXPORT (export) && format != NULL && name != NULL, NULL);

  self = g_object_new (SAYSO_TYPE_EXPORT_DRAG, NULL);
  self->export = g_object_ref (export);
  self->format = format;
  self->name = g_strdup (name);

  return GDK_CONTENT_PROVIDER (self);
}

/**
 * sayso_export_drag_get_export:
 * @self: what is dragged
 *
 * Returns: (transfer none): what is exported
 */
SaysoExport *
sayso_export_drag_get_export (SaysoExportDrag *self)
{
  g_return_val_if_fail (SAYSO_IS_EXPORT_DRAG (self), NULL);

  return self->export;
}
