/* sayso-application.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-application.h"

#include <glib/gi18n.h>

#include "sayso-colors.h"
#include "sayso-drag-folder.h"
#include "sayso-help.h"
#include "sayso-preferences.h"
#include "sayso-search-provider.h"
#include "sayso-session.h"
#include "sayso-storage.h"
#include "sayso-type.h"
#include "sayso-window.h"

struct _SaysoApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  guint remembering;
  SaysoSearchProvider *search_provider; /* nullable */
};

/* So long after the reader went somewhere else it is noted. */
#define REMEMBER_SECONDS 5

G_DEFINE_FINAL_TYPE (SaysoApplication, sayso_application, ADW_TYPE_APPLICATION)

GApplication *
sayso_application_new (void)
{
  return g_object_new (SAYSO_TYPE_APPLICATION, "application-id", SAYSO_APP_ID, "resource-base-path",
                       SAYSO_RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

/* -- windows -------------------------------------------------------------------------------------- */

/* What there is to remember of the windows, the one in front first; not of one that is being closed, unless it is the
 * last. */
static GVariant *
get_states (SaysoApplication *self, GtkWindow *closing)
{
  g_auto (GVariantBuilder) states = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  gboolean any = FALSE;
  GVariant *state;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (SAYSO_IS_WINDOW (l->data) && l->data != closing && (state = sayso_window_get_state (l->data)) != NULL)
      {
        g_variant_builder_add_value (&states, state);
        any = TRUE;
      }
  if (!any && SAYSO_IS_WINDOW (closing) && (state = sayso_window_get_state (SAYSO_WINDOW (closing))) != NULL)
    {
      g_variant_builder_add_value (&states, state);
      any = TRUE;
    }

  return any ? g_variant_ref_sink (g_variant_builder_end (&states)) : NULL;
}

/**
 * sayso_application_remember_windows:
 * @self: the application
 * @closing: (nullable): a window that is about to go
 *
 * Notes what is open, and where the reader is in it, for the next start. Where no casebook is open, what was noted
 * before stays.
 */
void
sayso_application_remember_windows (SaysoApplication *self, GtkWindow *closing)
{
  g_autoptr (GVariant) states = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SAYSO_IS_APPLICATION (self));

  g_clear_handle_id (&self->remembering, g_source_remove);
  states = get_states (self, closing);
  if (states != NULL && !sayso_storage_save_windows (states, &error))
    g_warning ("Cannot note what is open: %s", error->message);
}

static void
remember (gpointer user_data)
{
  SaysoApplication *self = user_data;

  self->remembering = 0;
  sayso_application_remember_windows (self, NULL);
}

/* So that a reader whose computer goes down finds the same windows again. */
static void
remember_soon (SaysoApplication *self)
{
  if (self->remembering == 0)
    self->remembering = g_timeout_add_seconds_once (REMEMBER_SECONDS, remember, self);
}

/* It looks as the one in front does, or the last did. */
static SaysoWindow *
new_window (SaysoApplication *self)
{
  SaysoWindow *window = sayso_window_new (GTK_APPLICATION (self));
  g_autoptr (GVariant) states = get_states (self, NULL), state = NULL;

  if (states == NULL)
    states = sayso_storage_load_windows ();
  if (g_variant_n_children (states) > 0)
    {
      state = g_variant_get_child_value (states, 0);
      sayso_window_set_layout (window, state);
    }
  g_signal_connect_object (window, "place-changed", G_CALLBACK (remember_soon), self, G_CONNECT_SWAPPED);

  return window;
}

/* The window to use for something new: the active one if nothing is in it, else another. */
static SaysoWindow *
get_empty_window (SaysoApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (SAYSO_IS_WINDOW (active) && sayso_window_is_empty (SAYSO_WINDOW (active)))
    return SAYSO_WINDOW (active);

  return new_window (self);
}

static SaysoWindow *
find_window (SaysoApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *open = SAYSO_IS_WINDOW (l->data) ? sayso_window_get_file (l->data) : NULL;

      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }

  return NULL;
}

/* A window that opens a casebook shows itself when there is something to see; one that is seen already comes to the
 * front. */
static void
present (SaysoWindow *window)
{
  if (gtk_widget_get_visible (GTK_WIDGET (window)) || sayso_window_is_empty (window))
    gtk_window_present (GTK_WINDOW (window));
}

static SaysoWindow *
open_casebook (SaysoApplication *self, GFile *file, SaysoCasebookMode mode)
{
  SaysoWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = get_empty_window (self);
      sayso_window_open (window, file, mode);
    }
  present (window);

  return window;
}

/**
 * sayso_application_open_casebook:
 * @self: the application
 * @file: a casebook
 *
 * Opens a casebook: in the window that has it, else in one that has none.
 */
void
sayso_application_open_casebook (SaysoApplication *self, GFile *file)
{
  g_return_if_fail (SAYSO_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  open_casebook (self, file, SAYSO_CASEBOOK_OPEN);
}

/**
 * sayso_application_open_item:
 * @self: the application
 * @file: a casebook
 * @kind: kind of an item in it
 * @id: the item
 * @article: the article that it is in
 *
 * Opens a casebook where it tells of an item, in the window that has it already if there is one.
 */
void
sayso_application_open_item (SaysoApplication *self, GFile *file, SaysoItemKind kind, gint64 id, gint64 article)
{
  g_auto (GVariantDict) place = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) state = NULL;
  g_autofree char *uri = NULL;
  SaysoWindow *window;

  g_return_if_fail (SAYSO_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window != NULL)
    {
      g_autoptr (SaysoSession) session = NULL;

      g_object_get (window, "session", &session, NULL);
      if (session != NULL && kind == SAYSO_ITEM_ARTICLE)
        sayso_session_set_article (session, id);
      else if (session != NULL)
        sayso_session_select (session, kind, id, TRUE);
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  uri = g_file_get_uri (file);
  g_variant_dict_insert (&place, "casebook", "s", uri);
  g_variant_dict_insert (&place, "article", "x", article);
  g_variant_dict_insert (&place, "selected", "(ix)", (int) kind, id);
  state = g_variant_ref_sink (g_variant_dict_end (&place));
  window = get_empty_window (self);
  sayso_window_restore (window, state);
  present (window);
}

static void
open_sample (SaysoApplication *self)
{
  g_autoptr (GFile) file = sayso_storage_get_sample ();
  SaysoWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = get_empty_window (self);
      sayso_window_open_sample (window);
    }
  present (window);
}

/* Opens the casebooks among the files, and puts the articles into one: the one given, or a new one. */
static void
open_files (SaysoApplication *self, GFile **files, int n_files, GFile *into)
{
  g_autoptr (GListStore) articles = g_list_store_new (G_TYPE_FILE);
  SaysoWindow *window = NULL;

  for (int i = 0; i < n_files; i++)
    if (sayso_storage_is_casebook (files[i]))
      open_casebook (self, files[i], SAYSO_CASEBOOK_OPEN);
    else
      g_list_store_append (articles, files[i]);

  if (into != NULL)
    window = open_casebook (self, into, SAYSO_CASEBOOK_CREATE);
  else if (g_list_model_get_n_items (G_LIST_MODEL (articles)) > 0)
    window = get_empty_window (self);

  if (window != NULL)
    {
      if (into == NULL)
        gtk_window_present (GTK_WINDOW (window));
      sayso_window_import (window, G_LIST_MODEL (articles));
    }
}

/* Goes on where the reader left off: with all windows that were open, the one in front last. */
static void
restore (SaysoApplication *self)
{
  g_autoptr (GVariant) states = sayso_storage_load_windows ();
  gboolean any = FALSE;

  for (gsize i = g_variant_n_children (states); i > 0 && g_settings_get_boolean (self->settings, "reopen"); i--)
    {
      g_autoptr (GVariant) state = g_variant_get_child_value (states, i - 1);
      SaysoWindow *window = new_window (self);

      if (sayso_window_restore (window, state))
        {
          /* The one in front comes when it has something to show, the others under it at once. */
          if (i > 1)
            gtk_window_present (GTK_WINDOW (window));
          any = TRUE;
        }
      else
        gtk_window_destroy (GTK_WINDOW (window));
    }

  if (!any)
    gtk_window_present (GTK_WINDOW (get_empty_window (self)));
}

static void
sayso_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    restore (SAYSO_APPLICATION (application));
}

static void
sayso_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  open_files (SAYSO_APPLICATION (application), files, n_files, NULL);
}

static int
sayso_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  SaysoApplication *self = SAYSO_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **names = NULL;
  const char *casebook = NULL;
  g_autoptr (GFile) into = NULL;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names))
    for (guint i = 0; names[i] != NULL; i++)
      g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, names[i]));
  if (g_variant_dict_lookup (options, "casebook", "^&ay", &casebook))
    into = g_application_command_line_create_file_for_arg (command_line, casebook);

  if (g_variant_dict_contains (options, "sample"))
    open_sample (self);
  if (files->len > 0 || into != NULL)
    open_files (self, (GFile **) files->pdata, files->len, into);
  else if (g_variant_dict_contains (options, "new"))
    gtk_window_present (GTK_WINDOW (get_empty_window (self)));
  else if (!g_variant_dict_contains (options, "sample"))
    g_application_activate (application);

  return 0;
}

/* -- actions -------------------------------------------------------------------------------------- */

static void
new_casebook_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (get_empty_window (user_data)));
}

static void
sample_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_sample (user_data);
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  sayso_application_open_casebook (user_data, file);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_dialog_present (sayso_preferences_new (), window != NULL ? GTK_WIDGET (window) : NULL);
}

/* The page of the view that the reader is in; first steps where there is no casebook. */
static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  g_autofree char *view = NULL;

  if (SAYSO_IS_WINDOW (window) && sayso_window_get_file (SAYSO_WINDOW (window)) != NULL)
    g_object_get (window, "view", &view, NULL);
  adw_dialog_present (sayso_help_new (view), window != NULL ? GTK_WIDGET (window) : NULL);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (about, _ ("Sayso"));
  adw_about_dialog_set_application_icon (about, SAYSO_APP_ID);
  adw_about_dialog_set_version (about, SAYSO_VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Sayso Authors"));
  adw_about_dialog_set_comments (
      about, _ ("Reads articles as an investigator does: who did what, when, and on whose "
                "say-so. Everything is read on this computer. Only links that you ask for are fetched."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_copyright (about, "© 2026 The Sayso Authors");
  /* Translators: put your names here, one a line */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_dialog_present (ADW_DIALOG (about), window != NULL ? GTK_WIDGET (window) : NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  sayso_application_remember_windows (user_data, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (SAYSO_IS_WINDOW (l->data))
        sayso_window_leave (l->data);
      gtk_window_destroy (l->data);
    }
}

static void
text_size_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  sayso_type_step_size (sayso_type_get_default (), g_str_equal (name, "larger-text")    ? 1
                                                   : g_str_equal (name, "smaller-text") ? -1
                                                                                        : 0);
}

/* -- class ---------------------------------------------------------------------------------------- */

static void
apply_style (SaysoApplication *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "style");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (style, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_str_equal (style, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_DEFAULT);
}

static gboolean
sayso_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path,
                                 GError **error)
{
  SaysoApplication *self = SAYSO_APPLICATION (application);

  if (!G_APPLICATION_CLASS (sayso_application_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;
  self->search_provider = sayso_search_provider_new (self);

  return sayso_search_provider_export (self->search_provider, connection, error);
}

static void
sayso_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  SaysoApplication *self = SAYSO_APPLICATION (application);

  if (self->search_provider != NULL)
    sayso_search_provider_unexport (self->search_provider, connection);
  g_clear_object (&self->search_provider);

  G_APPLICATION_CLASS (sayso_application_parent_class)->dbus_unregister (application, connection, path);
}

static void
sayso_application_startup (GApplication *application)
{
  SaysoApplication *self = SAYSO_APPLICATION (application);
  static const char *const new_keys[] = { "<Control>n", NULL };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const close_keys[] = { "<Control>w", NULL };
  static const char *const preferences_keys[] = { "<Control>comma", NULL };
  static const char *const help_keys[] = { "F1", NULL };
  static const char *const about_keys[] = { "<Shift>F1", NULL };
  static const char *const larger_keys[] = { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL };
  static const char *const smaller_keys[] = { "<Control>minus", "<Control>KP_Subtract", NULL };
  static const char *const usual_keys[] = { "<Control>0", "<Control>KP_0", NULL };
  static const GActionEntry actions[] = {
    { .name = "new-casebook", .activate = new_casebook_action },
    { .name = "sample", .activate = sample_action },
    { .name = "open-recent", .activate = open_recent_action, .parameter_type = "s" },
    { .name = "preferences", .activate = preferences_action },
    { .name = "help", .activate = help_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
    { .name = "larger-text", .activate = text_size_action },
    { .name = "smaller-text", .activate = text_size_action },
    { .name = "usual-text", .activate = text_size_action },
  };

  G_APPLICATION_CLASS (sayso_application_parent_class)->startup (application);

  g_set_application_name (_ ("Sayso"));
  gtk_window_set_default_icon_name (SAYSO_APP_ID);
  sayso_colors_install (gdk_display_get_default ());
  self->settings = g_settings_new (SAYSO_APP_ID);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (apply_style), self, G_CONNECT_SWAPPED);
  apply_style (self);
  sayso_type_install (sayso_type_get_default (), gdk_display_get_default (), self->settings);
  sayso_drag_folder_clean ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.new-casebook", new_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", close_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.preferences", preferences_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.help", help_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.about", about_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.larger-text", larger_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.smaller-text", smaller_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.usual-text", usual_keys);
}

static void
sayso_application_finalize (GObject *object)
{
  SaysoApplication *self = SAYSO_APPLICATION (object);

  g_clear_handle_id (&self->remembering, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sayso_application_parent_class)->finalize (object);
}

static void
sayso_application_class_init (SaysoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sayso_application_finalize;
  application_class->dbus_register = sayso_application_dbus_register;
  application_class->dbus_unregister = sayso_application_dbus_unregister;
  application_class->startup = sayso_application_startup;
  application_class->activate = sayso_application_activate;
  application_class->open = sayso_application_open;
  application_class->command_line = sayso_application_command_line;
}

static void
sayso_application_init (SaysoApplication *self)
{
  static const GOptionEntry options[] = {
    { "new", 'n', 0, G_OPTION_ARG_NONE, NULL, N_ ("Start a new casebook"), NULL },
    { "casebook", 'c', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this casebook; make it if it does not exist"),
      N_ ("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample casebook"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Opens casebooks (*.sayso), and adds other files as articles to a new casebook.\n"
                               "With no file it goes on where you left off."));
}
