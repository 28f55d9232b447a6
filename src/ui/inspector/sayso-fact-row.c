/* sayso-fact-row.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-fact-row.h"

#include <glib/gi18n.h>

struct _SaysoFactRow
{
  AdwActionRow parent_instance;

  SaysoItemKind kind;
  gint64 id;
  char *copy;
};

G_DEFINE_FINAL_TYPE (SaysoFactRow, sayso_fact_row, ADW_TYPE_ACTION_ROW)

static void
sayso_fact_row_finalize (GObject *object)
{
  g_free (SAYSO_FACT_ROW (object)->copy);

  G_OBJECT_CLASS (sayso_fact_row_parent_class)->finalize (object);
}

static void
sayso_fact_row_class_init (SaysoFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_fact_row_finalize;
}

static void
sayso_fact_row_init (SaysoFactRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fact");
}

/**
 * sayso_fact_row_new:
 * @icon_name: (nullable): an icon
 * @name: what it is
 * @value: the value
 */
GtkWidget *
sayso_fact_row_new (const char *icon_name, const char *name, const char *value)
{
  GtkWidget *self = g_object_new (SAYSO_TYPE_FACT_ROW, NULL);

  /* Not while it is made: until then its labels have not heard that text is no markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), value);

  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (icon, "sayso-secondary");
      adw_action_row_add_prefix (ADW_ACTION_ROW (self), icon);
    }

  return self;
}

/**
 * sayso_fact_row_set_target:
 * @self: a fact row, without a target yet
 * @kind: the kind of item it leads to
 * @id: the item
 */
void
sayso_fact_row_set_target (SaysoFactRow *self, SaysoItemKind kind, gint64 id)
{
  GtkWidget *chevron = NULL;

  g_return_if_fail (SAYSO_IS_FACT_ROW (self));
  g_return_if_fail (kind != SAYSO_ITEM_NONE);

  self->kind = kind;
  self->id = id;
  chevron = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (chevron, "sayso-secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), chevron);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

SaysoItemKind
sayso_fact_row_get_target (SaysoFactRow *self, gint64 *id)
{
  g_return_val_if_fail (SAYSO_IS_FACT_ROW (self), SAYSO_ITEM_NONE);

  *id = self->id;

  return self->kind;
}

static void
copy (SaysoFactRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->copy);
}

/**
 * sayso_fact_row_set_copy:
 * @self: a fact row
 * @text: what its button copies: the whole of a value that is shown shortened
 */
void
sayso_fact_row_set_copy (SaysoFactRow *self, const char *text)
{
  GtkWidget *button = NULL;

  g_return_if_fail (SAYSO_IS_FACT_ROW (self));
  g_return_if_fail (self->copy == NULL);

  self->copy = g_strdup (text);
  button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Copy"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}
