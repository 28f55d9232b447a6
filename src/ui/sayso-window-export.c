/* sayso-window-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

#include "sayso-export-dialog.h"

/* What a worker needs, and what it found. */
typedef struct
{
  SaysoExport *export;
  const SaysoExportFormat *format;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->export);
  g_object_unref (job->file);
  g_free (job);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;

  if (sayso_export_to_file (job->export, job->format, NULL, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
show_message (SaysoWindow *self, const char *heading, const char *body)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));

  adw_alert_dialog_set_body_use_markup (dialog, FALSE);
  adw_alert_dialog_set_body (dialog, body);
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
show_losses (SaysoWindow *self, AdwToast *toast)
{
  g_autofree char *body = g_strjoinv ("\n\n", g_object_get_data (G_OBJECT (toast), "losses"));

  show_message (self, _ ("What This Format Cannot Hold"), body);
}

/* Says where it went, and lets the reader see what is missing. */
static void
say_exported (SaysoWindow *self, SaysoExport *export, GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: a file or a folder */
  g_autofree char *exported =
      g_strdup_printf (sayso_export_is_filtered (export) ? _ ("What the filter shows was exported to “%s”.")
                                                         : _ ("Exported to “%s”."),
                       name);
  guint n_withheld = sayso_redaction_count (sayso_session_get_redaction (self->session));
  g_autofree char *message =
      n_withheld > 0
          /* Translators: "Exported to “report.html”. 2 were withheld." */
          ? g_strdup_printf (ngettext ("%s %u was withheld.", "%s %u were withheld.", n_withheld), exported, n_withheld)
          : g_steal_pointer (&exported);
  g_auto (GStrv) losses = sayso_export_get_losses (export);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  if (losses[0] != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_What Is Missing"));
      g_object_set_data_full (G_OBJECT (toast), "losses", g_steal_pointer (&losses), (GDestroyNotify) g_strfreev);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_losses), self, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
export_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoWindow *self = SAYSO_WINDOW (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say_exported (self, job->export, job->file);
  else
    show_message (self, _ ("Not Exported"), error->message);
}

/* A dialog that is open, and what it is for. */
typedef struct
{
  SaysoWindow *window;
  const SaysoExportFormat *format;
} Choice;

static void
start_export (Choice *choice, GFile *file)
{
  SaysoWindow *self = choice->window;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (file == NULL || self->session == NULL)
    return;

  job = g_new0 (Job, 1);
  job->export = sayso_export_dialog_make_export (self->session, choice->format);
  job->format = choice->format;
  job->file = g_object_ref (file);
  task = g_task_new (self, NULL, export_done, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->window);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  start_export (choice, file);
}

static void
folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  start_export (choice, folder);
}

static void
export_casebook (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);
  const SaysoExportFormat *format = sayso_export_find_format (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileDialog) dialog = NULL;
  Choice *choice;

  if (format == NULL || self->session == NULL)
    return;

  choice = g_new0 (Choice, 1);
  choice->window = g_object_ref (self);
  choice->format = format;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  if (format->suffix == NULL)
    {
      gtk_file_dialog_set_title (dialog, _ ("Folder for the Tables"));
      gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, folder_chosen, choice);
    }
  else
    {
      g_autofree char *file =
          sayso_export_format_dup_file_name (format,
                                             sayso_casebook_get_title (sayso_session_get_casebook (self->session)));

      gtk_file_dialog_set_title (dialog, _ (format->title));
      gtk_file_dialog_set_initial_name (dialog, file);
      gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, file_chosen, choice);
    }
}

/* A dossier is of the claim that is selected. */
void
sayso_window_update_export (SaysoWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-dossier",
                                 self->session != NULL &&
                                     sayso_session_get_selected_kind (self->session) == SAYSO_ITEM_CLAIM);
}

static void
choose_format (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);
  AdwDialog *dialog = sayso_export_dialog_new (self->session);

  g_signal_connect_object (dialog, "written", G_CALLBACK (say_exported), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
sayso_window_install_export (SaysoWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.choose-format", NULL, choose_format);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_e, GDK_CONTROL_MASK, "win.choose-format",
                                       NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.export", "s", export_casebook);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.export-dossier", "s", export_casebook);
}
