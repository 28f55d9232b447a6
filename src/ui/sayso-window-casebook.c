/* sayso-window-casebook.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

#include "sayso-application.h"
#include "sayso-copies.h"
#include "sayso-queries.h"
#include "sayso-storage.h"

/* A casebook that opens faster than this, in milliseconds, comes without a spinner before it, and a window whose
 * article is there sooner comes with it. */
#define PATIENCE 200

/* So long after its opening a casebook is backed up; before that the views need the disk. */
#define BACKUP_SECONDS 3

#define SAMPLE_PATH SAYSO_RESOURCE_PATH "/sample"

static void back_up (gpointer user_data);

static gboolean
inspect (gpointer user_data)
{
  SaysoWindow *self = user_data;

  self->inspect_idle = 0;
  g_object_set (self->inspector, "session", self->session, NULL);

  return G_SOURCE_REMOVE;
}

/* Shows a window that waited for something to show: drawing it with nothing in it first would take as long again. What
 * else there is to read comes after that. */
void
sayso_window_come (SaysoWindow *self)
{
  if (!self->coming || self->opening != NULL)
    return;

  self->coming = FALSE;
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  if (self->session == NULL)
    return;

  /* Once the window is drawn. */
  g_clear_handle_id (&self->inspect_idle, g_source_remove);
  self->inspect_idle = g_idle_add_full (G_PRIORITY_LOW, inspect, self, NULL);
  g_clear_handle_id (&self->backup_timeout, g_source_remove);
  self->backup_timeout = g_timeout_add_seconds_once (BACKUP_SECONDS, back_up, self);
}

static void
show_loading (gpointer user_data)
{
  SaysoWindow *self = user_data;

  self->loading_timeout = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

/* What is wrong, in a heading; the error's own message says the rest. */
static const char *
title_of_problem (const GError *error)
{
  if (error->domain == SAYSO_CASEBOOK_ERROR)
    switch ((SaysoCasebookError) error->code)
      {
      case SAYSO_CASEBOOK_ERROR_FOREIGN:
        return _ ("Not a Casebook");
      case SAYSO_CASEBOOK_ERROR_DAMAGED:
        return _ ("Casebook Is Damaged");
      case SAYSO_CASEBOOK_ERROR_TOO_NEW:
        return _ ("Casebook Is From a Newer Sayso");
      case SAYSO_CASEBOOK_ERROR_BUSY:
        return _ ("Casebook Is in Use");
      case SAYSO_CASEBOOK_ERROR_FULL:
        return _ ("Disk Is Full");
      case SAYSO_CASEBOOK_ERROR_READ_ONLY:
        return _ ("Casebook Is Read-Only");
      case SAYSO_CASEBOOK_ERROR_NOT_FOUND:
        return _ ("Casebook Not Found");
      case SAYSO_CASEBOOK_ERROR_DUPLICATE:
      case SAYSO_CASEBOOK_ERROR_FAILED:
      default:
        break;
      }

  return _ ("Casebook Cannot Be Opened");
}

static void
show_problem (SaysoWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *message = g_markup_escape_text (error->message, -1);
  g_autofree char *place = g_markup_escape_text (name, -1);
  g_autofree char *description = g_strdup_printf ("%s\n\n<small>%s</small>", message, place);

  adw_status_page_set_title (self->problem, title_of_problem (error));
  adw_status_page_set_description (self->problem, description);
  gtk_stack_set_visible_child_name (self->pages, "problem");
  sayso_window_come (self);
}

/* What was open last, or else the first article. */
static void
open_article (SaysoWindow *self)
{
  g_autoptr (GPtrArray) first = NULL;

  if (sayso_window_restore_place (self))
    return;

  first = sayso_casebook_query (sayso_session_get_casebook (self->session), SAYSO_ITEM_ARTICLE, NULL, SAYSO_SORT_TEXT,
                                0, 1, NULL);
  if (first != NULL && first->len > 0)
    sayso_session_set_article (self->session, sayso_item_get_id (g_ptr_array_index (first, 0)));
}

static void
back_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = sayso_casebook_get_backup_folder (data);
  GError *error = NULL;

  if (sayso_casebook_back_up (data, folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    sayso_window_add_toast (SAYSO_WINDOW (source), error->message, NULL, NULL);
}

/* How it was when it was opened, or almost. */
static void
back_up (gpointer user_data)
{
  SaysoWindow *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->backup_timeout = 0;
  if (self->session == NULL)
    return;
  task = g_task_new (self, NULL, backed_up, NULL);
  g_task_set_task_data (task, g_object_ref (sayso_session_get_casebook (self->session)), g_object_unref);
  g_task_run_in_thread (task, back_up_in_thread);
}

static void
update_author (SaysoCasebook *casebook, const char *key, GSettings *settings)
{
  g_autofree char *author = g_settings_get_string (settings, key);

  sayso_casebook_set_author (casebook, author);
}

static void
update_inside_max (SaysoCasebook *casebook, const char *key, GSettings *settings)
{
  sayso_casebook_set_inside_max (casebook, (gsize) g_settings_get_uint (settings, key) * 1000 * 1000);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoCasebook) casebook = sayso_casebook_new_finish (result, &error);
  g_autoptr (SaysoSession) session = NULL;
  g_autoptr (GFile) file = g_object_steal_data (G_OBJECT (self), "sayso-opening-file");

  if (self->opening == NULL || g_cancellable_is_cancelled (self->opening)) /* the window was closed meanwhile */
    {
      g_clear_handle_id (&self->loading_timeout, g_source_remove);
      if (casebook != NULL)
        sayso_casebook_close (casebook);
      return;
    }

  g_clear_object (&self->opening);
  if (casebook == NULL)
    {
      sayso_importer_cancel (self->importer);
      show_problem (self, file, error);
      return;
    }

  session = sayso_session_new (casebook);
  sayso_window_set_session (self, session);
  sayso_storage_note_recent (self->settings, sayso_casebook_get_file (casebook));
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (update_author), casebook, G_CONNECT_SWAPPED);
  update_author (casebook, "author", self->settings);
  g_signal_connect_object (self->settings, "changed::originals-inside", G_CALLBACK (update_inside_max), casebook,
                           G_CONNECT_SWAPPED);
  update_inside_max (casebook, "originals-inside", self->settings);
  open_article (self);
  gtk_stack_set_visible_child_name (self->pages, "casebook");
  sayso_window_focus_view (self);
  if (sayso_session_get_article (session) == 0 || sayso_window_get_view (self) != self->article_view)
    sayso_window_come (self);
}

/**
 * sayso_window_open:
 * @self: a window with no casebook
 * @file: a casebook
 * @mode: whether it may be made
 *
 * Opens a casebook without blocking. Where that fails the window says why, and what can be done. A window that is not
 * shown yet shows itself as soon as there is something to see in it, or to wait for.
 */
void
sayso_window_open (SaysoWindow *self, GFile *file, SaysoCasebookMode mode)
{
  g_return_if_fail (SAYSO_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->session == NULL && self->opening == NULL);

  self->opening = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self), "sayso-opening-file", g_object_ref (file), g_object_unref);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_stack_set_visible_child_name (self->pages, "loading");
  self->coming = TRUE;
  self->loading_timeout = g_timeout_add_once (PATIENCE, show_loading, self);
  sayso_casebook_new_async (file, mode, self->opening, opened, g_object_ref (self));
}

/* The importer has an article and the window no casebook: makes one, named after the article. */
void
sayso_window_casebook_needed (SaysoWindow *self, const char *title)
{
  g_autoptr (GFile) file = NULL;

  if (self->opening != NULL)
    return;

  file = sayso_storage_choose_file (title);
  sayso_window_open (self, file, SAYSO_CASEBOOK_CREATE);
}

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * sayso_window_open_sample:
 * @self: a window with no casebook
 *
 * Opens the sample casebook, and puts the sample articles into it that are not there.
 */
void
sayso_window_open_sample (SaysoWindow *self)
{
  g_autoptr (GFile) file = sayso_storage_get_sample ();
  g_auto (GStrv) names = g_resources_enumerate_children (SAMPLE_PATH, 0, NULL);

  g_return_if_fail (SAYSO_IS_WINDOW (self));

  sayso_window_open (self, file, SAYSO_CASEBOOK_CREATE);
  self->quiet = TRUE;
  qsort (names, names != NULL ? g_strv_length (names) : 0, sizeof *names, compare_strings);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", SAMPLE_PATH, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

      sayso_importer_add_text (self->importer, bytes, names[i],
                               g_str_has_suffix (names[i], ".html") ? "text/html" : "text/plain", NULL);
    }
}

void
sayso_window_leave_casebook (SaysoWindow *self)
{
  g_autoptr (SaysoCasebook) casebook = NULL;

  sayso_importer_cancel (self->importer);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  if (self->session == NULL)
    return;

  casebook = g_object_ref (sayso_session_get_casebook (self->session));
  sayso_window_set_session (self, NULL);
  sayso_casebook_close (casebook);
}

/* -- actions -------------------------------------------------------------------------------------- */

static GtkFileFilter *
filter_new (const char *name, const char *suffix)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  else
    gtk_file_filter_add_pattern (filter, "*");

  return filter;
}

static void
casebook_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (file != NULL && application != NULL)
    sayso_application_open_casebook (SAYSO_APPLICATION (application), file);
}

static void
open_casebook (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) casebooks = filter_new (_ ("Casebooks"), "sayso");
  g_autoptr (GtkFileFilter) all = filter_new (_ ("All Files"), NULL);
  g_autoptr (GFile) folder = sayso_storage_get_folder ();

  g_list_store_append (filters, casebooks);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _ ("Open Casebook"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, casebook_chosen, g_object_ref (widget));
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (sayso_casebook_save_copy (g_object_get_data (G_OBJECT (task), "casebook"), data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *message = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_ ("Saved a copy as “%s”."), name);

  sayso_window_add_toast (SAYSO_WINDOW (source), message != NULL ? message : error->message, NULL, NULL);
}

static void
copy_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (file == NULL || self->session == NULL)
    return;

  task = g_task_new (self, NULL, copied, NULL);
  g_object_set_data_full (G_OBJECT (task), "casebook", g_object_ref (sayso_session_get_casebook (self->session)),
                          g_object_unref);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, copy_in_thread);
}

static void
save_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file = NULL;

  if (self->session == NULL)
    return;

  /* Translators: the name of a file; %s is that of the casebook it is a copy of */
  file = g_strdup_printf (_ ("%s (copy).sayso"), sayso_casebook_get_title (sayso_session_get_casebook (self->session)));
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, copy_chosen, g_object_ref (self));
}

static void
start_over (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (SAYSO_WINDOW (widget)->pages, "empty");
}

void
sayso_window_install_casebook (SaysoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.open-casebook", NULL, open_casebook);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy);
  gtk_widget_class_install_action (widget_class, "win.start-over", NULL, start_over);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.open-casebook",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.save-copy",
                                       NULL);
}
