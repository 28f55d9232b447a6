/* sayso-window-watch.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A casebook may have a folder from which new files are added as they come. */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

static char *
get_uri (SaysoWindow *self)
{
  return g_file_get_uri (sayso_window_get_file (self));
}

/* Notes which folder the casebook has. */
static void
note_folder (SaysoWindow *self, GFile *folder)
{
  g_autoptr (GVariant) watched = g_settings_get_value (self->settings, "watched");
  g_auto (GVariantBuilder) next = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autofree char *casebook = get_uri (self), *uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  const char *key, *value;
  GVariantIter iter;

  g_variant_iter_init (&iter, watched);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, casebook))
      g_variant_builder_add (&next, "{ss}", key, value);
  if (uri != NULL)
    g_variant_builder_add (&next, "{ss}", casebook, uri);
  g_settings_set_value (self->settings, "watched", g_variant_builder_end (&next));
}

static void
file_found (SaysoWindow *self, GFile *file)
{
  self->quiet = FALSE;
  sayso_importer_add_file (self->importer, file);
}

static gboolean
start (SaysoWindow *self, GFile *folder, GError **error)
{
  g_clear_object (&self->watch);
  self->watch = sayso_folder_watch_new (folder, error);
  if (self->watch != NULL)
    g_signal_connect_object (self->watch, "found", G_CALLBACK (file_found), self, G_CONNECT_SWAPPED);
  g_object_notify (G_OBJECT (self), "watching");

  return self->watch != NULL;
}

static void
folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoWindow) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = folder != NULL ? g_file_get_basename (folder) : NULL, *message = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL || self->session == NULL)
    return;
  if (!start (self, folder, &error))
    {
      sayso_session_show_error (self->session, error);
      return;
    }
  note_folder (self, folder);
  /* Translators: a folder */
  message = g_strdup_printf (_ ("What comes into “%s” from now on is added."), name);
  sayso_window_add_toast (self, message, NULL, NULL);
}

gboolean
sayso_window_get_watching (SaysoWindow *self)
{
  return self->watch != NULL;
}

/* Asks for a folder to watch, or watches none any longer. */
void
sayso_window_set_watching (SaysoWindow *self, gboolean watching)
{
  g_autofree char *name = NULL, *message = NULL;

  if (self->session == NULL || watching == (self->watch != NULL))
    return;
  if (watching)
    {
      g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

      gtk_file_dialog_set_title (dialog, _ ("Folder to Watch"));
      gtk_file_dialog_set_accept_label (dialog, _ ("_Watch"));
      gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, folder_chosen, g_object_ref (self));
      return;
    }
  /* Translators: a folder */
  name = g_file_get_basename (sayso_folder_watch_get_folder (self->watch));
  message = g_strdup_printf (_ ("“%s” is no longer watched."), name);
  sayso_window_add_toast (self, message, NULL, NULL);
  g_clear_object (&self->watch);
  note_folder (self, NULL);
  g_object_notify (G_OBJECT (self), "watching");
}

/* Another casebook is open, or none: its folder is watched, where it has one that is still there. */
void
sayso_window_update_watch (SaysoWindow *self)
{
  g_autoptr (GVariant) watched = g_settings_get_value (self->settings, "watched");
  g_autofree char *casebook = self->session != NULL ? get_uri (self) : NULL;
  const char *uri;

  g_clear_object (&self->watch);
  if (casebook != NULL && g_variant_lookup (watched, casebook, "&s", &uri))
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      start (self, folder, NULL);
    }
  g_object_notify (G_OBJECT (self), "watching");
}
