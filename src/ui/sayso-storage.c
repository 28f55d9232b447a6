/* sayso-storage.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-storage.h"

#include <glib/gi18n.h>

#define MAX_RECENT 10
#define MAX_NAME_CHARS 60
#define EXTENSION ".sayso"

/* What is noted of the windows: a version, and a dictionary for each. Another version's is not read. */
#define WINDOWS_VERSION 1
#define WINDOWS_TYPE G_VARIANT_TYPE ("(uaa{sv})")

/**
 * sayso_storage_get_folder:
 *
 * Returns: (transfer full): the folder for casebooks that the reader gave no place; it need not exist yet
 */
GFile *
sayso_storage_get_folder (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "sayso", "casebooks", NULL);

  return g_file_new_for_path (path);
}

/**
 * sayso_storage_is_casebook:
 * @file: a file
 *
 * Returns: whether it is one to open, by its name, and no article to import
 */
gboolean
sayso_storage_is_casebook (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, EXTENSION);
}

/* A title as the name of a file: no separators, no control characters, no leading dot, not too long. */
static char *
name_of_title (const char *title)
{
  g_autofree char *short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_NAME_CHARS));
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = short_title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '/' || c == '\\' || c == ':' || g_unichar_iscntrl (c))
        g_string_append_c (name, ' ');
      else if (c != '.' || name->len > 0)
        g_string_append_unichar (name, c);
    }

  g_strstrip (name->str);

  return g_strdup (*name->str != '\0' ? name->str : _ ("Untitled"));
}

/**
 * sayso_storage_choose_file:
 * @title: (nullable): what the casebook is about
 *
 * Chooses a place for a new casebook: a readable name that is not taken. Blocks for a few file queries.
 *
 * Returns: (transfer full): a file that does not exist, in a folder that does if it could be made
 */
GFile *
sayso_storage_choose_file (const char *title)
{
  g_autoptr (GFile) folder = sayso_storage_get_folder ();
  g_autofree char *base = name_of_title (title != NULL ? title : "");

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  for (guint i = 1;; i++)
    {
      g_autofree char *name =
          i == 1 ? g_strconcat (base, EXTENSION, NULL) : g_strdup_printf ("%s %u" EXTENSION, base, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }
}

/**
 * sayso_storage_get_sample:
 *
 * Returns: (transfer full): where the sample casebook lies, or will
 */
GFile *
sayso_storage_get_sample (void)
{
  g_autoptr (GFile) folder = sayso_storage_get_folder ();
  /* Translators: the name of the sample casebook's file */
  g_autofree char *name = g_strconcat (_ ("Sample"), EXTENSION, NULL);

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);

  return g_file_get_child (folder, name);
}

/**
 * sayso_storage_note_recent:
 * @settings: the application's settings
 * @file: a casebook that was opened
 */
void
sayso_storage_note_recent (GSettings *settings, GFile *file)
{
  g_autofree char *uri = NULL;
  g_auto (GStrv) recent = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) next = NULL;
  guint n_kept = 1;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  recent = g_settings_get_strv (settings, "recent");
  g_strv_builder_add (builder, uri);
  for (guint i = 0; recent[i] != NULL && n_kept < MAX_RECENT; i++)
    if (!g_str_equal (recent[i], uri))
      {
        g_strv_builder_add (builder, recent[i]);
        n_kept++;
      }
  next = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent", (const char *const *) next);
}

/**
 * sayso_storage_fill_menu:
 * @settings: the application's settings
 * @menu: a menu, emptied first
 *
 * Lists the recent casebooks in a menu, each with the action `app.open-recent`.
 */
void
sayso_storage_fill_menu (GSettings *settings, GMenu *menu)
{
  g_auto (GStrv) recent = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_MENU (menu));

  g_menu_remove_all (menu);
  recent = g_settings_get_strv (settings, "recent");
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (recent[i]);
      g_autofree char *path = g_file_get_parse_name (file);
      g_autofree char *name = g_path_get_basename (path);
      g_autoptr (GString) label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (g_str_has_suffix (name, EXTENSION))
        name[strlen (name) - strlen (EXTENSION)] = '\0';
      /* One underscore alone would be a mnemonic. */
      label = g_string_new (name);
      g_string_replace (label, "_", "__", 0);
      item = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", recent[i]);
      g_menu_append_item (menu, item);
    }
}

static char *
get_windows_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "sayso", "windows", NULL);
}

/**
 * sayso_storage_load_windows:
 *
 * Returns: (transfer full): what was noted of the windows, an array of dictionaries; empty where there is nothing of
 * use
 */
GVariant *
sayso_storage_load_windows (void)
{
  g_autofree char *path = get_windows_path ();
  char *bytes = NULL;
  gsize size = 0;

  if (g_file_get_contents (path, &bytes, &size, NULL))
    {
      g_autoptr (GVariant) noted =
          g_variant_ref_sink (g_variant_new_from_data (WINDOWS_TYPE, bytes, size, FALSE, g_free, bytes));
      g_autoptr (GVariant) version = g_variant_get_child_value (noted, 0);

      if (g_variant_is_normal_form (noted) && g_variant_get_uint32 (version) == WINDOWS_VERSION)
        return g_variant_get_child_value (noted, 1);
    }

  return g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE_VARDICT, NULL, 0));
}

/**
 * sayso_storage_save_windows:
 * @states: an array of dictionaries, one for each window
 * @error: return location for an error
 *
 * Notes what is open, in place of what was noted before.
 *
 * Returns: whether it could be written
 */
gboolean
sayso_storage_save_windows (GVariant *states, GError **error)
{
  g_autofree char *path = get_windows_path (), *folder = g_path_get_dirname (path);
  g_autoptr (GVariant) noted = NULL;

  g_return_val_if_fail (g_variant_is_of_type (states, G_VARIANT_TYPE ("aa{sv}")), FALSE);

  noted = g_variant_ref_sink (g_variant_new ("(u@aa{sv})", WINDOWS_VERSION, states));
  g_mkdir_with_parents (folder, 0700);

  return g_file_set_contents_full (path, g_variant_get_data (noted), g_variant_get_size (noted),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
