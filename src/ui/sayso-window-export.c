/* sayso-window-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

#include "sayso-export-csv.h"
#include "sayso-export-json.h"
#include "sayso-export.h"

/* What a worker needs. folder: the tables go into one, each a file; else file is written. */
typedef struct
{
  SaysoCasebook *casebook;
  GFile *file;
  gboolean folder;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->casebook);
  g_object_unref (export->file);
  g_free (export);
}

static gboolean
write_json (SaysoCasebook *casebook, GOutputStream *stream, gconstpointer data, GCancellable *cancellable,
            GError **error)
{
  return sayso_export_json (casebook, stream, cancellable, error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *export = task_data;
  g_autoptr (GError) error = NULL;
  gboolean done = export->folder
                      ? sayso_export_csv_folder (export->casebook, export->file, cancellable, &error)
                      : sayso_export_to_file (export->casebook, export->file, write_json, NULL, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
export_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoWindow *self = SAYSO_WINDOW (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *path = g_file_get_parse_name (export->file);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Translators: a file or a folder */
      message = g_strdup_printf (_ ("Exported to “%s”."), name);
      sayso_window_add_toast (self, message, NULL, NULL);
    }
  else
    {
      AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Not Exported"), NULL));

      adw_alert_dialog_set_body_use_markup (dialog, FALSE);
      adw_alert_dialog_set_body (dialog, error->message);
      adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
      adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
    }
}

static void
start_export (SaysoWindow *self, GFile *file, gboolean folder)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  if (file == NULL || self->session == NULL)
    return;

  export = g_new0 (Export, 1);
  export->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  export->file = g_object_ref (file);
  export->folder = folder;
  task = g_task_new (self, NULL, export_done, NULL);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  start_export (self, file, FALSE);
}

static void
folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  start_export (self, folder, TRUE);
}

static void
export_casebook (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  if (g_str_equal (g_variant_get_string (parameter, NULL), "csv"))
    {
      gtk_file_dialog_set_title (dialog, _ ("Folder for the Tables"));
      gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
      gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, folder_chosen, g_object_ref (self));
    }
  else
    {
      g_autofree char *file =
          g_strconcat (sayso_casebook_get_title (sayso_session_get_casebook (self->session)), ".json", NULL);

      gtk_file_dialog_set_title (dialog, _ ("Export as JSON"));
      gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
      gtk_file_dialog_set_initial_name (dialog, file);
      gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, file_chosen, g_object_ref (self));
    }
}

void
sayso_window_install_export (SaysoWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.export", "s", export_casebook);
}
