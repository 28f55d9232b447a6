/* sayso-import-bar.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import-bar.h"

#include <glib/gi18n.h>

struct _SaysoImportBar
{
  AdwBin parent_instance;

  /* Template */
  GtkProgressBar *progress;
  GtkToggleButton *pause;

  /* Owned */
  SaysoImporter *importer;
  GSignalGroup *signals;
};

enum
{
  PROP_IMPORTER = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoImportBar, sayso_import_bar, ADW_TYPE_BIN)

static void
sayso_import_bar_dispose (GObject *object)
{
  SaysoImportBar *self = SAYSO_IMPORT_BAR (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_IMPORT_BAR);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (sayso_import_bar_parent_class)->dispose (object);
}

static void
sayso_import_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoImportBar *self = SAYSO_IMPORT_BAR (object);

  switch (id)
    {
    case PROP_IMPORTER:
      g_value_set_object (value, self->importer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_import_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoImportBar *self = SAYSO_IMPORT_BAR (object);

  switch (id)
    {
    case PROP_IMPORTER:
      if (g_set_object (&self->importer, g_value_get_object (value)))
        {
          g_signal_group_set_target (self->signals, self->importer);
          if (self->importer != NULL)
            g_object_bind_property (self->importer, "paused", self->pause, "active",
                                    G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static char *
describe (SaysoImportBar *self, guint n_done, guint n_total)
{
  if (n_total <= 1)
    return g_strdup (_ ("Adding the article…"));

  /* Translators: the first number is how many are done, the second how many there are. */
  return g_strdup_printf (ngettext ("Adding articles: %u of %u", "Adding articles: %u of %u", n_total), n_done,
                          n_total);
}

static void
update_progress (SaysoImportBar *self)
{
  guint n_done = 0, n_total = 0;

  if (self->importer != NULL)
    g_object_get (self->importer, "n-done", &n_done, "n-total", &n_total, NULL);
  gtk_progress_bar_set_fraction (self->progress, n_total > 0 ? (double) n_done / n_total : 0);
}

static void
sayso_import_bar_class_init (SaysoImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_import_bar_dispose;
  object_class->get_property = sayso_import_bar_get_property;
  object_class->set_property = sayso_import_bar_set_property;

  properties[PROP_IMPORTER] =
      g_param_spec_object ("importer", NULL, NULL, SAYSO_TYPE_IMPORTER,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-import-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, describe);
  gtk_widget_class_bind_template_child (widget_class, SaysoImportBar, progress);
  gtk_widget_class_bind_template_child (widget_class, SaysoImportBar, pause);
}

static void
sayso_import_bar_init (SaysoImportBar *self)
{
  self->signals = g_signal_group_new (SAYSO_TYPE_IMPORTER);
  g_signal_group_connect_swapped (self->signals, "notify::n-done", G_CALLBACK (update_progress), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-total", G_CALLBACK (update_progress), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}
