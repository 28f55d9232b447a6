/* sayso-help.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-help.h"

#include <glib/gi18n.h>

#include "sayso-help-pages.h"

struct _SaysoHelp
{
  AdwDialog parent_instance;

  /* Template */
  AdwNavigationSplitView *split;
  AdwNavigationPage *content;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkBox *parts;
};

G_DEFINE_FINAL_TYPE (SaysoHelp, sayso_help, ADW_TYPE_DIALOG)

static GtkWidget *
paragraph_new (const char *text, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), !heading);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_margin_top (label, heading ? 18 : 3);
  if (heading)
    gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
show_page (SaysoHelp *self, const SaysoHelpPage *page)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  for (guint i = 0; i < SAYSO_HELP_MAX_PARTS && page->parts[i].heading != NULL; i++)
    {
      gtk_box_append (self->parts, paragraph_new (_ (page->parts[i].heading), TRUE));
      gtk_box_append (self->parts, paragraph_new (_ (page->parts[i].text), FALSE));
    }
  adw_navigation_page_set_title (self->content, _ (page->title));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_row (SaysoHelp *self, GtkListBoxRow *row)
{
  guint n_pages;
  const SaysoHelpPage *pages = sayso_help_pages_get (&n_pages);

  show_page (self, &pages[gtk_list_box_row_get_index (row)]);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static GtkWidget *
row_new (const SaysoHelpPage *page)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (page->icon_name);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ (page->title)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (page->title), -1);

  return row;
}

static void
sayso_help_dispose (GObject *object)
{
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SAYSO_TYPE_HELP);

  G_OBJECT_CLASS (sayso_help_parent_class)->dispose (object);
}

static void
sayso_help_class_init (SaysoHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sayso_help_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-help.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoHelp, split);
  gtk_widget_class_bind_template_child (widget_class, SaysoHelp, content);
  gtk_widget_class_bind_template_child (widget_class, SaysoHelp, list);
  gtk_widget_class_bind_template_child (widget_class, SaysoHelp, scroller);
  gtk_widget_class_bind_template_child (widget_class, SaysoHelp, parts);
  gtk_widget_class_bind_template_callback (widget_class, show_row);
}

static void
sayso_help_init (SaysoHelp *self)
{
  guint n_pages;
  const SaysoHelpPage *pages = sayso_help_pages_get (&n_pages);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->list, row_new (&pages[i]));
}

/**
 * sayso_help_new:
 * @page: (nullable): the view that help is wanted for; %NULL for first steps
 *
 * Returns: (transfer floating): the help, open at a page
 */
AdwDialog *
sayso_help_new (const char *page)
{
  SaysoHelp *self = g_object_new (SAYSO_TYPE_HELP, NULL);
  guint n_pages, found = 0;
  const SaysoHelpPage *pages = sayso_help_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      found = i;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, found));
  show_page (self, &pages[found]);
  if (found > 0)
    adw_navigation_split_view_set_show_content (self->split, TRUE);

  return ADW_DIALOG (self);
}
