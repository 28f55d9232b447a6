/* sayso-chain-line.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-chain-line.h"

#include <glib/gi18n.h>

struct _SaysoChainLine
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SaysoChainLine, sayso_chain_line, GTK_TYPE_WIDGET)

static void
clear (SaysoChainLine *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
append (SaysoChainLine *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
sayso_chain_line_dispose (GObject *object)
{
  clear (SAYSO_CHAIN_LINE (object));

  G_OBJECT_CLASS (sayso_chain_line_parent_class)->dispose (object);
}

static void
sayso_chain_line_class_init (SaysoChainLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_chain_line_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, ADW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chainline");
}

static void
sayso_chain_line_init (SaysoChainLine *self)
{
  adw_wrap_layout_set_child_spacing (ADW_WRAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

/**
 * sayso_chain_line_set_links:
 * @self: a chain line
 * @links: (nullable) (element-type SaysoLink): the chain; %NULL while it is not known
 * @outlet: (nullable): whose article it is; it stands for the author
 */
void
sayso_chain_line_set_links (SaysoChainLine *self, GArray *links, const char *outlet)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *words = NULL;

  g_return_if_fail (SAYSO_IS_CHAIN_LINE (self));

  clear (self);
  if (links == NULL)
    {
      append (self, "", "link"); /* keeps the row's height */
      return;
    }

  for (guint i = 0; i < links->len; i++)
    {
      const SaysoLink *link = &g_array_index (links, SaysoLink, i);

      if (i > 0)
        append (self, rtl ? "→" : "←", "arrow");

      if (link->name == NULL)
        append (self, _ ("nobody named"), "nobody");
      else if (link->kind == SAYSO_SOURCE_AUTHOR)
        append (self, outlet != NULL ? outlet : _ ("author"), "link");
      else
        append (self, link->name, link->kind == SAYSO_SOURCE_ANONYMOUS ? "anonymous" : "link");
    }

  words = sayso_chain_describe (links);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
