/* sayso-window-actions.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

/* Where no library stands beside the view, it opens over it. */
static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);

  g_object_set (self, "library-shown", TRUE, NULL);
  sayso_library_focus_search (self->library);
}

/* In the article, its own words; elsewhere there is nothing but the casebook to search. */
static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);
  g_autofree char *action = g_strconcat ("article.", name + strlen ("win."), NULL);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "article") != 0 ||
      !gtk_widget_activate_action (self->article_view, action, NULL))
    search (widget, name, parameter);
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (SAYSO_WINDOW (widget)->article_view, "article.print", NULL);
}

/* The open article stays beside, or goes. */
static void
beside (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoSession *session = SAYSO_WINDOW (widget)->session;

  sayso_session_set_beside (session, sayso_session_get_beside (session) == 0 ? sayso_session_get_article (session) : 0);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sayso_session_undo (SAYSO_WINDOW (widget)->session);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sayso_session_redo (SAYSO_WINDOW (widget)->session);
}

/* An article was chosen in the library: shows it, and takes away what lies over it. */
static void
show_article (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, "article");
  if (adw_overlay_split_view_get_collapsed (self->library_split))
    g_object_set (self, "library-shown", FALSE, NULL);
}

static void
cancel_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sayso_importer_cancel (SAYSO_WINDOW (widget)->importer);
}

/* Escape: leaves the full timeline, or what lies over the view. */
static void
escape (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoWindow *self = SAYSO_WINDOW (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->library_split)))
    g_object_set (self, "timeline-full", FALSE, NULL);
  else if (adw_overlay_split_view_get_collapsed (self->inspector_split) && sayso_window_get_inspector_shown (self))
    sayso_window_set_inspector_shown (self, FALSE);
}

void
sayso_window_install_actions (SaysoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const views[] = { "article", "claims", "actors" };

  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.beside", NULL, beside);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.show-article", NULL, show_article);
  gtk_widget_class_install_action (widget_class, "win.cancel-import", NULL, cancel_import);
  gtk_widget_class_install_action (widget_class, "win.escape", NULL, escape);
  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
  gtk_widget_class_install_property_action (widget_class, "win.library", "library-shown");
  gtk_widget_class_install_property_action (widget_class, "win.inspector", "inspector-shown");
  gtk_widget_class_install_property_action (widget_class, "win.timeline", "timeline-shown");
  gtk_widget_class_install_property_action (widget_class, "win.timeline-full", "timeline-full");
  gtk_widget_class_install_property_action (widget_class, "win.watch-folder", "watching");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK,
                                       "win.watch-folder", NULL);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "win.beside", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "win.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.find-previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.library", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "win.inspector", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "win.timeline", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, GDK_SHIFT_MASK, "win.timeline-full", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.escape", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK, "win.view", "s", views[i]);
}

/* What can be undone says so in the button's tooltip; what cannot be done says why. */
void
sayso_window_update_actions (SaysoWindow *self)
{
  SaysoCasebook *casebook = self->session != NULL ? sayso_session_get_casebook (self->session) : NULL;
  const char *undo_title = casebook != NULL ? sayso_casebook_get_undo_title (casebook) : NULL;
  const char *redo_title = casebook != NULL ? sayso_casebook_get_redo_title (casebook) : NULL;
  /* Translators: what undoing takes back, "Remove article" for example */
  g_autofree char *tooltip =
      undo_title != NULL ? g_strdup_printf (_ ("Undo: %s"), undo_title) : g_strdup (_ ("Nothing to undo"));
  static const char *const with_casebook[] = { "win.beside",    "win.print",         "win.search",
                                               "win.find",      "win.find-next",     "win.find-previous",
                                               "win.view",      "win.library",       "win.inspector",
                                               "win.export",    "win.timeline",      "win.timeline-full",
                                               "win.save-copy", "win.choose-format", "win.watch-folder" };

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo_title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo_title != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (with_casebook); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_casebook[i], casebook != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, tooltip);
}
