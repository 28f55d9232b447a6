/* sayso-link-box.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-link-box.h"

#include <glib/gi18n.h>

#define COMPACT_CHARS 14

struct _SaysoLinkBox
{
  GtkButton parent_instance;

  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *badge;
  SaysoItemKind kind;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (SaysoLinkBox, sayso_link_box, GTK_TYPE_BUTTON)

/**
 * sayso_source_icon:
 * @kind: a kind of source
 *
 * Returns: (transfer none): the icon that stands for it
 */
const char *
sayso_source_icon (SaysoSourceKind kind)
{
  switch (kind)
    {
    case SAYSO_SOURCE_NAMED:
      return "sayso-person-symbolic";
    case SAYSO_SOURCE_ANONYMOUS:
      return "sayso-unnamed-symbolic";
    case SAYSO_SOURCE_DOCUMENT:
      return "sayso-document-symbolic";
    case SAYSO_SOURCE_OUTLET:
      return "sayso-outlet-symbolic";
    case SAYSO_SOURCE_AUTHOR:
      return "sayso-author-symbolic";
    case SAYSO_SOURCE_UNKNOWN:
    default:
      return "sayso-nobody-symbolic";
    }
}

static void
sayso_link_box_class_init (SaysoLinkBoxClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "linkbox");
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
sayso_link_box_init (SaysoLinkBox *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->icon = gtk_image_new ();
  self->title = label_new ("heading");
  self->note = label_new ("caption");
  gtk_widget_add_css_class (self->note, "sayso-secondary");
  self->badge = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->badge, "sayso-pill");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->note);
  gtk_box_append (GTK_BOX (row), self->icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), self->badge);
  gtk_button_set_child (GTK_BUTTON (self), row);
}

static void
set_words (SaysoLinkBox *self, const char *icon_name, const char *title, const char *note, const char *badge)
{
  g_autofree char *words = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_label_set_label (GTK_LABEL (self->badge), badge != NULL ? badge : "");
  gtk_widget_set_visible (self->badge, badge != NULL);

  words = g_strjoin (", ", title, note != NULL ? note : badge, note != NULL ? badge : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  sayso_link_box_set_target (self, SAYSO_ITEM_NONE, 0);
}

GtkWidget *
sayso_link_box_new (const char *icon_name, const char *title, const char *note)
{
  SaysoLinkBox *self = g_object_new (SAYSO_TYPE_LINK_BOX, NULL);

  set_words (self, icon_name, title, note, NULL);

  return GTK_WIDGET (self);
}

/**
 * sayso_link_box_new_for_link:
 * @link: a link of a chain
 * @origin: whether it is the far end
 */
GtkWidget *
sayso_link_box_new_for_link (const SaysoLink *link, gboolean origin)
{
  SaysoLinkBox *self = g_object_new (SAYSO_TYPE_LINK_BOX, NULL);
  gboolean nobody = link->name == NULL || *link->name == '\0';
  g_autofree char *title = sayso_link_to_words (link);
  const char *badge = NULL;

  if (origin && nobody)
    badge = _ ("Open end");
  else if (origin && link->kind != SAYSO_SOURCE_AUTHOR)
    badge = _ ("Origin");

  set_words (self, sayso_source_icon (link->kind), title, link->note, badge);

  if (nobody)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nobody");
  else if (link->kind == SAYSO_SOURCE_ANONYMOUS)
    gtk_widget_add_css_class (GTK_WIDGET (self), "anonymous");

  if (link->actor != 0)
    sayso_link_box_set_target (self, SAYSO_ITEM_ACTOR, link->actor);
  else if (link->claim != 0)
    sayso_link_box_set_target (self, SAYSO_ITEM_CLAIM, link->claim);

  return GTK_WIDGET (self);
}

/**
 * sayso_link_box_set_compact:
 * @self: a box
 *
 * Makes it stand in a row with others: as narrow as two lines of title allow, its badge told by its place.
 */
void
sayso_link_box_set_compact (SaysoLinkBox *self)
{
  g_return_if_fail (SAYSO_IS_LINK_BOX (self));

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "nobody"))
    gtk_label_set_label (GTK_LABEL (self->note), gtk_label_get_label (GTK_LABEL (self->badge)));
  gtk_widget_set_visible (self->badge, FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), COMPACT_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->note), COMPACT_CHARS);
}

/**
 * sayso_link_box_set_target:
 * @self: a box
 * @kind: the kind of item it leads to; %SAYSO_ITEM_NONE: nowhere, then it takes no focus and no clicks
 * @id: the item
 */
void
sayso_link_box_set_target (SaysoLinkBox *self, SaysoItemKind kind, gint64 id)
{
  g_return_if_fail (SAYSO_IS_LINK_BOX (self));

  self->kind = kind;
  self->id = id;
  gtk_widget_set_can_target (GTK_WIDGET (self), kind != SAYSO_ITEM_NONE);
  gtk_widget_set_focusable (GTK_WIDGET (self), kind != SAYSO_ITEM_NONE);
}

SaysoItemKind
sayso_link_box_get_target (SaysoLinkBox *self, gint64 *id)
{
  g_return_val_if_fail (SAYSO_IS_LINK_BOX (self), SAYSO_ITEM_NONE);

  *id = self->id;

  return self->kind;
}
