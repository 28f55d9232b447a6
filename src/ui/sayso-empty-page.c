/* sayso-empty-page.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-empty-page.h"

#include "sayso-example.h"
#include "sayso-import-bar.h"

struct _SaysoEmptyPage
{
  AdwBin parent_instance;

  /* Template */
  GMenu *recent;

  /* Owned */
  SaysoImporter *importer;
};

enum
{
  PROP_IMPORTER = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoEmptyPage, sayso_empty_page, ADW_TYPE_BIN)

static void
sayso_empty_page_dispose (GObject *object)
{
  SaysoEmptyPage *self = SAYSO_EMPTY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_EMPTY_PAGE);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (sayso_empty_page_parent_class)->dispose (object);
}

static void
sayso_empty_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoEmptyPage *self = SAYSO_EMPTY_PAGE (object);

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
sayso_empty_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoEmptyPage *self = SAYSO_EMPTY_PAGE (object);

  switch (id)
    {
    case PROP_IMPORTER:
      if (g_set_object (&self->importer, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_empty_page_class_init (SaysoEmptyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_empty_page_dispose;
  object_class->get_property = sayso_empty_page_get_property;
  object_class->set_property = sayso_empty_page_set_property;

  properties[PROP_IMPORTER] =
      g_param_spec_object ("importer", NULL, NULL, SAYSO_TYPE_IMPORTER,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_EXAMPLE);
  g_type_ensure (SAYSO_TYPE_IMPORT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoEmptyPage, recent);
}

static void
sayso_empty_page_init (SaysoEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_empty_page_get_recent_menu:
 * @self: an empty page
 *
 * Returns: (transfer none): the submenu that lists recent casebooks, for the window to fill
 */
GMenu *
sayso_empty_page_get_recent_menu (SaysoEmptyPage *self)
{
  g_return_val_if_fail (SAYSO_IS_EMPTY_PAGE (self), NULL);

  return self->recent;
}
