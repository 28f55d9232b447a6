/* sayso-preferences.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-preferences.h"

#include <glib/gi18n.h>

#include "sayso-storage.h"

struct _SaysoPreferences
{
  AdwPreferencesDialog parent_instance;

  /* Template */
  AdwEntryRow *author;
  AdwSwitchRow *reopen;
  AdwComboRow *style;
  AdwActionRow *folder;
  AdwActionRow *family;
  GtkWidget *usual_family;
  AdwSpinRow *size;
  AdwSpinRow *line_length;
  AdwSpinRow *line_height;
  AdwSpinRow *originals;

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

static gboolean
get_family (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *family = g_variant_get_string (variant, NULL);

  g_value_set_string (value, *family != '\0' ? family : _ ("That of the interface"));

  return TRUE;
}

static gboolean
has_family (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_boolean (value, *g_variant_get_string (variant, NULL) != '\0');

  return TRUE;
}

static void
family_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoPreferences) self = user_data;
  g_autoptr (PangoFontFamily) family = gtk_font_dialog_choose_family_finish (GTK_FONT_DIALOG (source), result, NULL);

  if (family != NULL && self->settings != NULL)
    g_settings_set_string (self->settings, "article-family", pango_font_family_get_name (family));
}

static void
choose_family (SaysoPreferences *self)
{
  g_autoptr (GtkFontDialog) dialog = gtk_font_dialog_new ();

  gtk_font_dialog_set_title (dialog, _ ("Typeface of Articles"));
  gtk_font_dialog_choose_family (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL,
                                 family_chosen, g_object_ref (self));
}

static void
reset_family (SaysoPreferences *self)
{
  g_settings_reset (self->settings, "article-family");
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
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, reopen);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, folder);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, family);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, usual_family);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, size);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, line_length);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, line_height);
  gtk_widget_class_bind_template_child (widget_class, SaysoPreferences, originals);
  gtk_widget_class_bind_template_callback (widget_class, choose_family);
  gtk_widget_class_bind_template_callback (widget_class, reset_family);
  gtk_widget_class_bind_template_callback (widget_class, open_folder);
}

static void
sayso_preferences_init (SaysoPreferences *self)
{
  g_autoptr (GFile) folder = sayso_storage_get_folder ();

  gtk_widget_init_template (GTK_WIDGET (self));

  adw_action_row_set_subtitle (self->folder, g_file_peek_path (folder));
  self->settings = g_settings_new (SAYSO_APP_ID);
  g_settings_bind (self->settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "originals-inside", self->originals, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "reopen", self->reopen, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "style", self->style, "selected", G_SETTINGS_BIND_DEFAULT, get_style,
                                set_style, NULL, NULL);
  g_settings_bind (self->settings, "article-size", self->size, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "article-line-length", self->line_length, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "article-line-height", self->line_height, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "article-family", self->family, "subtitle", G_SETTINGS_BIND_GET,
                                get_family, NULL, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "article-family", self->usual_family, "sensitive", G_SETTINGS_BIND_GET,
                                has_family, NULL, NULL, NULL);
}
