/* sayso-library-rows.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-library-private.h"

#include <glib/gi18n.h>

#include "sayso-article-drag.h"
#include "sayso-article-row.h"

gint64
sayso_library_get_selected (SaysoLibrary *self)
{
  SaysoItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? sayso_item_get_id (item) : 0;
}

static void
show_menu (SaysoLibrary *self, GtkWidget *widget, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (x, y);

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self), &point, &point))
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->article_menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_row_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  SaysoLibrary *self = SAYSO_LIBRARY (gtk_widget_get_ancestor (row, SAYSO_TYPE_LIBRARY));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  show_menu (self, row, x, y);
}

static GdkContentProvider *
on_row_drag (GtkDragSource *source, double x, double y, GtkListItem *list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  SaysoLibrary *self = SAYSO_LIBRARY (gtk_widget_get_ancestor (row, SAYSO_TYPE_LIBRARY));

  return self->session == NULL
             ? NULL
             : sayso_article_drag_new (sayso_session_get_casebook (self->session), gtk_list_item_get_item (list_item));
}

static void
on_row_setup (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = sayso_article_row_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (on_row_pressed), list_item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect_object (drag, "prepare", G_CALLBACK (on_row_drag), list_item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  gtk_list_item_set_child (list_item, row);
}

static void
on_row_bind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  SaysoArticle *article = gtk_list_item_get_item (list_item);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", article->n_claims), article->n_claims);
  g_autofree char *description = sayso_article_describe (article);

  g_autofree char *facts = g_strdup_printf ("%s, %s", description, claims);

  sayso_article_row_set_article (SAYSO_ARTICLE_ROW (gtk_list_item_get_child (list_item)), article);
  gtk_list_item_set_accessible_label (list_item, sayso_item_get_title (SAYSO_ITEM (article)));
  gtk_list_item_set_accessible_description (list_item, facts);
}

static void
on_row_unbind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  sayso_article_row_set_article (SAYSO_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoLibrary *self = SAYSO_LIBRARY (widget);
  g_autoptr (SaysoCommand) command = NULL;
  g_autofree char *message = NULL;
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  SaysoItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL)
    return;

  /* Translators: the title of an article */
  message = g_strdup_printf (_ ("“%s” removed."), sayso_item_get_title (item));
  command = sayso_command_new_remove (sayso_item_get_id (item));
  if (sayso_item_get_id (item) == sayso_session_get_article (self->session))
    {
      guint neighbour = position + 1 < n_items ? position + 1 : position - 1;
      g_autoptr (SaysoItem) next =
          n_items > 1 ? g_list_model_get_item (G_LIST_MODEL (self->selection), neighbour) : NULL;

      sayso_session_select (self->session, SAYSO_ITEM_NONE, 0, FALSE);
      sayso_session_set_article (self->session, next != NULL ? sayso_item_get_id (next) : 0);
    }
  sayso_session_submit (self->session, command, message);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoLibrary *self = SAYSO_LIBRARY (widget);
  gint64 article = sayso_library_get_selected (self);

  if (article != 0)
    sayso_session_select (self->session, SAYSO_ITEM_ARTICLE, article, TRUE);
  gtk_widget_activate_action (widget, "win.show-article", NULL);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoLibrary *self = SAYSO_LIBRARY (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (sayso_library_get_selected (self) != 0 && focus != NULL)
    show_menu (self, focus, 12, gtk_widget_get_height (focus) / 2.0);
}

void
sayso_library_install_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_install_action (widget_class, "library.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "library.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "library.menu", NULL, menu_action);
}
