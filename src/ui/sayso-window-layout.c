/* sayso-window-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

/* In pixels at the usual size of text: its bar, its axis and a lane. */
#define MIN_TIMELINE_HEIGHT 140

gboolean
sayso_window_get_timeline_shown (SaysoWindow *self)
{
  gboolean collapsed;

  g_object_get (self->timeline, "collapsed", &collapsed, NULL);

  return !collapsed;
}

static gboolean
is_full (SaysoWindow *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self->library_split));
}

static int
get_min_timeline_height (SaysoWindow *self)
{
  return (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, MIN_TIMELINE_HEIGHT,
                                      gtk_widget_get_settings (GTK_WIDGET (self)));
}

static gboolean
settle_dock (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SaysoWindow *self = user_data;
  int wanted, height = gtk_widget_get_height (GTK_WIDGET (self->timeline_dock));

  gtk_widget_get_size_request (GTK_WIDGET (self->timeline_dock), NULL, &wanted);
  if ((height == 0 || height < wanted) && !self->narrow)
    return G_SOURCE_CONTINUE;

  self->settle_id = 0;
  if (!self->narrow && !is_full (self) && sayso_window_get_timeline_shown (self))
    {
      gtk_paned_set_position (self->dock, gtk_paned_get_position (self->dock));
      gtk_widget_set_size_request (GTK_WIDGET (self->timeline_dock), -1, get_min_timeline_height (self));
    }

  return G_SOURCE_REMOVE;
}

/* The timeline gets its height by asking for it once; after that the handle is the reader's. Folded to a strip it
 * asks for nothing. */
static void
fit_dock (SaysoWindow *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline_dock), -1,
                               sayso_window_get_timeline_shown (self)
                                   ? MAX (self->timeline_height, get_min_timeline_height (self))
                                   : -1);
  g_object_set (self->dock, "position-set", FALSE, NULL);
  if (self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->dock), settle_dock, self, NULL);
}

static void
note_timeline_height (SaysoWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->timeline_dock));

  if (height >= get_min_timeline_height (self) && self->settle_id == 0 && !self->narrow && !is_full (self))
    self->timeline_height = height;
}

/* Each view keeps the timeline as the reader left it there: by the article unfolded, elsewhere a strip. */
void
sayso_window_view_changed (SaysoWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  if (self->timeline_views != NULL && !self->narrow && view != NULL)
    g_object_set (self, "timeline-shown", g_hash_table_contains (self->timeline_views, view), NULL);
}

void
sayso_window_timeline_collapsed (SaysoWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  note_timeline_height (self);
  if (self->timeline_views != NULL && !self->narrow && view != NULL)
    {
      if (sayso_window_get_timeline_shown (self))
        g_hash_table_add (self->timeline_views, g_strdup (view));
      else
        g_hash_table_remove (self->timeline_views, view);
    }
  fit_dock (self);
}

void
sayso_window_timeline_maximised (SaysoWindow *self)
{
  gboolean maximised;

  g_object_get (self->timeline, "maximised", &maximised, NULL);
  if (maximised)
    note_timeline_height (self);
  gtk_widget_set_visible (GTK_WIDGET (self->library_split), !maximised);
  if (!maximised)
    fit_dock (self);
}

/* Dragging the strip up unfolds the timeline. */
void
sayso_window_dock_moved (SaysoWindow *self)
{
  gboolean set;
  int position, most;

  g_object_get (self->dock, "position-set", &set, "position", &position, "max-position", &most, NULL);
  if (set && position < most && !self->narrow && !sayso_window_get_timeline_shown (self))
    g_object_set (self, "timeline-shown", TRUE, NULL);
}

gboolean
sayso_window_get_inspector_shown (SaysoWindow *self)
{
  if (self->narrow)
    return adw_bottom_sheet_get_open (self->sheet);

  return adw_overlay_split_view_get_show_sidebar (self->inspector_split);
}

void
sayso_window_set_inspector_shown (SaysoWindow *self, gboolean shown)
{
  if (self->narrow)
    adw_bottom_sheet_set_open (self->sheet, shown);
  else
    adw_overlay_split_view_set_show_sidebar (self->inspector_split, shown);
}

/* Two articles are seen beside each other where there is room for both; else the one that was kept is let go of. */
void
sayso_window_beside_changed (SaysoWindow *self)
{
  gboolean wanted = self->session != NULL && sayso_session_get_beside (self->session) != 0;

  if (wanted && adw_overlay_split_view_get_collapsed (self->library_split))
    sayso_session_set_beside (self->session, 0);
  else
    gtk_widget_set_visible (self->beside_view, wanted);
}

static void
move_child (AdwBin *from, AdwBin *to, GtkWidget *child)
{
  g_object_ref (child);
  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, child);
  g_object_unref (child);
}

/* Narrow: the inspector is a sheet from below, and the timeline a page of its own. */
void
sayso_window_set_narrow (SaysoWindow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  note_timeline_height (self);
  self->narrow = narrow;
  if (narrow)
    {
      g_object_set (self, "timeline-full", FALSE, "timeline-shown", TRUE, NULL);
      move_child (self->inspector_pane, self->inspector_sheet, self->inspector);
      move_child (self->timeline_dock, self->timeline_narrow, self->timeline);
      gtk_widget_set_size_request (GTK_WIDGET (self->inspector_sheet), -1, 300);
      adw_overlay_split_view_set_show_sidebar (self->inspector_split, FALSE);
    }
  else
    {
      if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "timeline") == 0)
        adw_view_stack_set_visible_child_name (self->views, "article");
      adw_bottom_sheet_set_open (self->sheet, FALSE);
      move_child (self->inspector_sheet, self->inspector_pane, self->inspector);
      move_child (self->timeline_narrow, self->timeline_dock, self->timeline);
      gtk_widget_set_size_request (GTK_WIDGET (self->inspector_sheet), -1, -1);
      sayso_window_view_changed (self);
      fit_dock (self);
    }

  adw_view_stack_page_set_visible (self->timeline_page, narrow);
  gtk_widget_set_visible (self->timeline_area, !narrow);
  g_object_notify (G_OBJECT (self), "inspector-shown");
}

void
sayso_window_init_layout (SaysoWindow *self)
{
  g_auto (GStrv) views = NULL;
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, 360), MAX (height, 294));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  adw_overlay_split_view_set_show_sidebar (self->library_split,
                                           g_settings_get_boolean (self->settings, "library-shown"));
  adw_overlay_split_view_set_show_sidebar (self->inspector_split,
                                           g_settings_get_boolean (self->settings, "inspector-shown"));
  self->timeline_height = g_settings_get_int (self->settings, "timeline-height");
  views = g_settings_get_strv (self->settings, "timeline-views");
  self->timeline_views = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; views[i] != NULL; i++)
    g_hash_table_add (self->timeline_views, g_strdup (views[i]));
  sayso_window_view_changed (self);
  fit_dock (self);
}

/* Panes that lie over the view, because the window is small, say nothing of what the reader wants in a large one. */
void
sayso_window_save_layout (SaysoWindow *self)
{
  int width, height;
  g_autofree const char **views = NULL;
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->session == NULL)
    return;

  note_timeline_height (self);
  g_settings_set_int (self->settings, "timeline-height",
                      CLAMP (self->timeline_height, get_min_timeline_height (self), 4000));
  views = (const char **) g_hash_table_get_keys_as_array (self->timeline_views, NULL);
  g_settings_set_strv (self->settings, "timeline-views", views);
  g_settings_set_string (self->settings, "last-view",
                         self->narrow && g_strcmp0 (view, "timeline") == 0 ? "article" : view);
  if (!adw_overlay_split_view_get_collapsed (self->library_split))
    g_settings_set_boolean (self->settings, "library-shown",
                            adw_overlay_split_view_get_show_sidebar (self->library_split));
  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    g_settings_set_boolean (self->settings, "inspector-shown",
                            adw_overlay_split_view_get_show_sidebar (self->inspector_split));
}
