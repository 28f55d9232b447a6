/* sayso-window-choose.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialogs in which readers choose files and folders to add. */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

static void
files_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files != NULL)
    sayso_window_import (self, files);
}

static const char *const article_types[] = {
  "text/plain",
  "text/html",
  "application/xhtml+xml",
  "text/markdown",
  "application/pdf",
  "application/rtf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
  "application/epub+zip",
  "message/rfc822",
  "application/mbox",
};

/* Of what not every system knows. */
static const char *const article_endings[] = { "md", "mhtml", "mht", "warc", "warc.gz", "mbox", "eml" };

static void
add_articles (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _ ("Articles (text, web pages, PDF, office, e-books, mail)"));
  for (guint i = 0; i < G_N_ELEMENTS (article_types); i++)
    gtk_file_filter_add_mime_type (articles, article_types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (article_endings); i++)
    gtk_file_filter_add_suffix (articles, article_endings[i]);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, articles);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _ ("Add Articles"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Add"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, files_chosen, g_object_ref (widget));
}

static void
folders_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GListModel) folders =
      gtk_file_dialog_select_multiple_folders_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folders != NULL)
    sayso_window_import (self, folders);
}

static void
add_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Add the Articles of a Folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Add"));
  gtk_file_dialog_select_multiple_folders (dialog, GTK_WINDOW (widget), NULL, folders_chosen, g_object_ref (widget));
}

void
sayso_window_install_choose (SaysoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.add-articles", NULL, add_articles);
  gtk_widget_class_install_action (widget_class, "win.add-folder", NULL, add_folder);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.add-articles", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK | GDK_ALT_MASK, "win.add-folder",
                                       NULL);
}
