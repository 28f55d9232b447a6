/* sayso-date-editor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-date-editor.h"

struct _SaysoDateEditor
{
  AdwBin parent_instance;

  /* Template */
  GtkEntry *entry;
  GtkWidget *set;
  GtkLabel *note;

  char *heading;
  char *placeholder;
};

enum
{
  PROP_HEADING = 1,
  PROP_PLACEHOLDER,
  N_PROPS,
};

enum
{
  TYPED,
  APPLY,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SaysoDateEditor, sayso_date_editor, ADW_TYPE_BIN)

/**
 * sayso_date_editor_start:
 * @self: an editor
 * @text: what there is to edit
 *
 * Begins anew, with the focus in the entry.
 */
void
sayso_date_editor_start (SaysoDateEditor *self, const char *text)
{
  g_return_if_fail (SAYSO_IS_DATE_EDITOR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  g_signal_emit (self, signals[TYPED], 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

const char *
sayso_date_editor_get_text (SaysoDateEditor *self)
{
  g_return_val_if_fail (SAYSO_IS_DATE_EDITOR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
sayso_date_editor_set_note (SaysoDateEditor *self, const char *note)
{
  g_return_if_fail (SAYSO_IS_DATE_EDITOR (self));

  gtk_label_set_text (self->note, note);
}

/**
 * sayso_date_editor_show_error:
 * @self: an editor
 * @message: what is wrong, and what to do
 *
 * Says, and tells those who cannot see it, that the text cannot be set.
 */
void
sayso_date_editor_show_error (SaysoDateEditor *self, const char *message)
{
  g_return_if_fail (SAYSO_IS_DATE_EDITOR (self));

  gtk_label_set_text (self->note, message);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * sayso_date_editor_set_ready:
 * @self: an editor
 * @ready: whether the button can be used
 */
void
sayso_date_editor_set_ready (SaysoDateEditor *self, gboolean ready)
{
  g_return_if_fail (SAYSO_IS_DATE_EDITOR (self));

  gtk_widget_set_sensitive (self->set, ready);
}

static void
typed (SaysoDateEditor *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  g_signal_emit (self, signals[TYPED], 0);
}

static void
apply (SaysoDateEditor *self)
{
  g_signal_emit (self, signals[APPLY], 0);
}

static void
sayso_date_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoDateEditor *self = SAYSO_DATE_EDITOR (object);

  switch (id)
    {
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_date_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoDateEditor *self = SAYSO_DATE_EDITOR (object);

  switch (id)
    {
    case PROP_HEADING:
      if (g_set_str (&self->heading, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PLACEHOLDER:
      if (g_set_str (&self->placeholder, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_date_editor_dispose (GObject *object)
{
  /* A template lets go of a child it bound without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_DATE_EDITOR);

  G_OBJECT_CLASS (sayso_date_editor_parent_class)->dispose (object);
}

static void
sayso_date_editor_finalize (GObject *object)
{
  SaysoDateEditor *self = SAYSO_DATE_EDITOR (object);

  g_free (self->heading);
  g_free (self->placeholder);

  G_OBJECT_CLASS (sayso_date_editor_parent_class)->finalize (object);
}

static void
sayso_date_editor_class_init (SaysoDateEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_date_editor_dispose;
  object_class->finalize = sayso_date_editor_finalize;
  object_class->get_property = sayso_date_editor_get_property;
  object_class->set_property = sayso_date_editor_set_property;

  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
      g_param_spec_string ("placeholder", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TYPED] =
      g_signal_new ("typed", SAYSO_TYPE_DATE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[APPLY] =
      g_signal_new ("apply", SAYSO_TYPE_DATE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-date-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoDateEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, SaysoDateEditor, set);
  gtk_widget_class_bind_template_child (widget_class, SaysoDateEditor, note);
  gtk_widget_class_bind_template_callback (widget_class, typed);
  gtk_widget_class_bind_template_callback (widget_class, apply);
}

static void
sayso_date_editor_init (SaysoDateEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
