/* sayso-type.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-type.h"

struct _SaysoType
{
  GObject parent_instance;

  char *family;
  double size;
  double line_length;
  double line_height;
  GtkCssProvider *provider; /* nullable; the same for the style sheet */
};

enum
{
  PROP_FAMILY = 1,
  PROP_SIZE,
  PROP_LINE_LENGTH,
  PROP_LINE_HEIGHT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoType, sayso_type, G_TYPE_OBJECT)

/**
 * sayso_type_get_default:
 *
 * Returns: (transfer none): the type of all windows
 */
SaysoType *
sayso_type_get_default (void)
{
  static SaysoType *type = NULL;

  if (type == NULL)
    type = g_object_new (SAYSO_TYPE_TYPE, NULL);

  return type;
}

/* A family's name as a string of CSS: what could end the string is escaped. */
static char *
quote_family (const char *family)
{
  g_autoptr (GString) quoted = g_string_new ("\"");

  for (const char *p = family; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        continue;
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');

  return g_string_free_and_steal (g_steal_pointer (&quoted));
}

static void
update_provider (SaysoType *self)
{
  g_autofree char *family = *self->family != '\0' ? quote_family (self->family) : g_strdup ("inherit");
  g_autofree char *css = NULL;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->provider == NULL)
    return;

  g_ascii_formatd (size, sizeof size, "%.2f", self->size);
  css = g_strdup_printf (".sayso-article { font-family: %s; font-size: %spt; }", family, size);
  gtk_css_provider_load_from_string (self->provider, css);
}

static void
sayso_type_finalize (GObject *object)
{
  SaysoType *self = SAYSO_TYPE (object);

  g_free (self->family);
  g_clear_object (&self->provider);

  G_OBJECT_CLASS (sayso_type_parent_class)->finalize (object);
}

static void
sayso_type_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoType *self = SAYSO_TYPE (object);

  switch (id)
    {
    case PROP_FAMILY:
      g_value_set_string (value, self->family);
      break;
    case PROP_SIZE:
      g_value_set_double (value, self->size);
      break;
    case PROP_LINE_LENGTH:
      g_value_set_double (value, self->line_length);
      break;
    case PROP_LINE_HEIGHT:
      g_value_set_double (value, self->line_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_type_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoType *self = SAYSO_TYPE (object);

  switch (id)
    {
    case PROP_FAMILY:
      g_set_str (&self->family, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      update_provider (self);
      break;
    case PROP_SIZE:
      self->size = g_value_get_double (value);
      update_provider (self);
      break;
    case PROP_LINE_LENGTH:
      self->line_length = g_value_get_double (value);
      break;
    case PROP_LINE_HEIGHT:
      self->line_height = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_type_class_init (SaysoTypeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sayso_type_finalize;
  object_class->get_property = sayso_type_get_property;
  object_class->set_property = sayso_type_set_property;

  properties[PROP_FAMILY] = g_param_spec_string ("family", NULL, NULL, "", flags);
  properties[PROP_SIZE] =
      g_param_spec_double ("size", NULL, NULL, SAYSO_TYPE_MIN_SIZE, SAYSO_TYPE_MAX_SIZE, SAYSO_TYPE_SIZE, flags);
  properties[PROP_LINE_LENGTH] = g_param_spec_double ("line-length", NULL, NULL, 40, 120, 70, flags);
  properties[PROP_LINE_HEIGHT] = g_param_spec_double ("line-height", NULL, NULL, 1.2, 2.4, 1.56, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sayso_type_init (SaysoType *self)
{
}

double
sayso_type_get_line_length (SaysoType *self)
{
  g_return_val_if_fail (SAYSO_IS_TYPE (self), 70);

  return self->line_length;
}

double
sayso_type_get_line_height (SaysoType *self)
{
  g_return_val_if_fail (SAYSO_IS_TYPE (self), 1.56);

  return self->line_height;
}

/**
 * sayso_type_install:
 * @self: a type
 * @display: the display
 * @settings: where the reader's choice is kept
 *
 * Sets the articles of a display as the settings say, and follows both.
 */
void
sayso_type_install (SaysoType *self, GdkDisplay *display, GSettings *settings)
{
  static const char *const names[] = { "family", "size", "line-length", "line-height" };

  g_return_if_fail (SAYSO_IS_TYPE (self));
  g_return_if_fail (GDK_IS_DISPLAY (display));
  g_return_if_fail (G_IS_SETTINGS (settings));

  if (self->provider == NULL)
    self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = g_strconcat ("article-", names[i], NULL);

      g_settings_bind (settings, key, self, names[i], G_SETTINGS_BIND_DEFAULT);
    }
  update_provider (self);
}

/**
 * sayso_type_step_size:
 * @self: a type
 * @step: 1 for larger, -1 for smaller, 0 for the usual size
 */
void
sayso_type_step_size (SaysoType *self, int step)
{
  double size;

  g_return_if_fail (SAYSO_IS_TYPE (self));

  size = step == 0 ? SAYSO_TYPE_SIZE : self->size + step;
  g_object_set (self, "size", CLAMP (size, SAYSO_TYPE_MIN_SIZE, SAYSO_TYPE_MAX_SIZE), NULL);
}
