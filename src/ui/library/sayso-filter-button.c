/* sayso-filter-button.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-filter-button.h"

#include <glib/gi18n.h>

struct _SaysoFilterButton
{
  GtkToggleButton parent_instance;

  /* Template */
  GtkImage *image;
  GtkLabel *name;
  GtkLabel *count_label;

  /* Owned */
  guint count;
};

enum
{
  PROP_TITLE = 1,
  PROP_SYMBOL,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoFilterButton, sayso_filter_button, GTK_TYPE_TOGGLE_BUTTON)

static void
sayso_filter_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_FILTER_BUTTON);

  G_OBJECT_CLASS (sayso_filter_button_parent_class)->dispose (object);
}

static void
sayso_filter_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoFilterButton *self = SAYSO_FILTER_BUTTON (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->name));
      break;
    case PROP_SYMBOL:
      g_value_set_string (value, gtk_image_get_icon_name (self->image));
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
update (SaysoFilterButton *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->count);
  /* Translators: a filter and the number of items that pass it, for screen readers */
  g_autofree char *words = g_strdup_printf (C_ ("filter", "%s, %u"), gtk_label_get_label (self->name), self->count);

  gtk_label_set_label (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
sayso_filter_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoFilterButton *self = SAYSO_FILTER_BUTTON (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->name, g_value_get_string (value));
      update (self);
      break;
    case PROP_SYMBOL:
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;
    case PROP_COUNT:
      sayso_filter_button_set_count (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_filter_button_class_init (SaysoFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_filter_button_dispose;
  object_class->get_property = sayso_filter_button_get_property;
  object_class->set_property = sayso_filter_button_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SYMBOL] =
      g_param_spec_string ("symbol", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoFilterButton, image);
  gtk_widget_class_bind_template_child (widget_class, SaysoFilterButton, name);
  gtk_widget_class_bind_template_child (widget_class, SaysoFilterButton, count_label);
}

static void
sayso_filter_button_init (SaysoFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sayso_filter_button_set_count:
 * @self: a filter
 * @count: how many items pass it
 */
void
sayso_filter_button_set_count (SaysoFilterButton *self, guint count)
{
  g_return_if_fail (SAYSO_IS_FILTER_BUTTON (self));

  self->count = count;
  update (self);
}
