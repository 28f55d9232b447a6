/* sayso-preferences.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-preferences.h"

#include "sayso-storage.h"

struct _SaysoPreferences
{
  AdwPreferencesDialog parent_instance;

  /* Template */
  AdwSwitchRow *reopen;
  AdwComboRow *style;
  AdwActionRow *folder;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (SaysoPreferences, sayso_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static const char *const styles[] = { "default", "light", "dark" };

AdwDialog *
sayso_preferences_new (void)
{
  return g_object_new (SAYSO_TYPE_PREFERENCES, NULL);
}

static gboolean
get_style (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), styles[i]))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_style (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint style = g_value_get_uint (value);

  return g_variant_new_string (style < G_N_ELEMENTS (styles) ? styles[style] : styles[0]);
}

static void
open_folder (SaysoPreferences *self)
{
  g_autoptr (GFile) folder = sayso_storage_get_folder ();
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
sayso_preferences_dispose (GObject *object)
{
  SaysoPreferences *self = SAYSO_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_PREFERENCES);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sayso_preferences_parent_class)->dispose (object);
}

static void
sayso_preferences_class_init (SaysoPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, reopen);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, folder);
  gtk_widget_class_bind_template_callback (widget_class, open_folder);
}

static void
sayso_preferences_init (SaysoPreferences *self)
{
  g_autoptr (GFile) folder = sayso_storage_get_folder ();

  gtk_widget_init_template (GTK_WIDGET (self));

  adw_action_row_set_subtitle (self->folder, g_file_peek_path (folder));
  self->settings = g_settings_new (SAYSO_APP_ID);
  g_settings_bind (self->settings, "reopen", self->reopen, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "style", self->style, "selected", G_SETTINGS_BIND_DEFAULT, get_style,
                                set_style, NULL, NULL);
}
