/* sayso-window-layout.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include "sayso-actors-view.h"
#include "sayso-article-view.h"
#include "sayso-claims-view.h"

/* In pixels at the usual size of text: its bar, its axis and a lane. */
#define MIN_TIMELINE_HEIGHT 140

/* Until the reader chooses another, in pixels. */
#define TIMELINE_HEIGHT 258

gboolean
sayso_window_get_timeline_shown (SaysoWindow *self)
{
  gboolean collapsed;

  if (self->narrow)
    return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "timeline") == 0;

  g_object_get (self->timeline, "collapsed", &collapsed, NULL);

  return !collapsed;
}

/* In a narrow window it is a page of its own. */
void
sayso_window_set_timeline_shown (SaysoWindow *self, gboolean shown)
{
  if (self->narrow)
    adw_view_stack_set_visible_child_name (self->views, shown ? "timeline" : "article");
  else
    g_object_set (self->timeline, "collapsed", !shown, NULL);
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

void
sayso_window_note_timeline_height (SaysoWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->timeline_dock));

  if (height >= get_min_timeline_height (self) && self->settle_id == 0 && !self->narrow && !is_full (self))
    self->timeline_height = height;
}

/* The view that the reader is in; the claims and the actors are made when they are first asked for. */
GtkWidget *
sayso_window_get_view (SaysoWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->views);
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  GtkWidget *view;
  GType type;

  if (page == GTK_WIDGET (self->articles))
    return self->article_view;
  if (page == GTK_WIDGET (self->timeline_narrow))
    return self->timeline;

  view = adw_bin_get_child (ADW_BIN (page));
  if (view != NULL)
    return view;

  type = g_str_equal (name, "claims") ? SAYSO_TYPE_CLAIMS_VIEW : SAYSO_TYPE_ACTORS_VIEW;
  view = g_object_new (type, NULL);
  g_object_bind_property (self, "session", view, "session", G_BINDING_SYNC_CREATE);
  if (type == SAYSO_TYPE_ACTORS_VIEW)
    {
      self->actors_view = view;
      if (self->actors_state != NULL)
        sayso_actors_view_set_state (SAYSO_ACTORS_VIEW (view), self->actors_state);
    }
  adw_bin_set_child (ADW_BIN (page), view);

  return view;
}

/* Each view keeps the timeline as the reader left it there: by the article unfolded, elsewhere a strip. */
void
sayso_window_view_changed (SaysoWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  if (self->timeline_views != NULL && !self->narrow && view != NULL)
    g_object_set (self, "timeline-shown", g_hash_table_contains (self->timeline_views, view), NULL);
  if (self->session != NULL)
    sayso_window_get_view (self);
}

void
sayso_window_timeline_collapsed (SaysoWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  sayso_window_note_timeline_height (self);
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
    sayso_window_note_timeline_height (self);
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
    {
      sayso_session_set_beside (self->session, 0);
      return;
    }

  if (wanted && self->beside_view == NULL)
    {
      self->beside_view = g_object_new (SAYSO_TYPE_ARTICLE_VIEW, "beside", TRUE, NULL);
      gtk_paned_set_end_child (self->articles, self->beside_view);
      if (self->beside_position > 0)
        gtk_paned_set_position (self->articles, self->beside_position);
      g_object_bind_property (self, "session", self->beside_view, "session", G_BINDING_SYNC_CREATE);
    }
  if (self->beside_view != NULL)
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

  sayso_window_note_timeline_height (self);
  self->narrow = narrow;
  if (narrow)
    {
      g_object_set (self->timeline, "maximised", FALSE, "collapsed", FALSE, NULL);
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
sayso_window_set_timeline_views (SaysoWindow *self, const char *const *views)
{
  g_hash_table_remove_all (self->timeline_views);
  for (guint i = 0; views[i] != NULL; i++)
    g_hash_table_add (self->timeline_views, g_strdup (views[i]));
  sayso_window_view_changed (self);
  fit_dock (self);
}

void
sayso_window_init_layout (SaysoWindow *self)
{
  static const char *const views[] = { "article", NULL };

  self->library_wanted = self->inspector_wanted = TRUE;
  self->timeline_height = TIMELINE_HEIGHT;
  self->timeline_views = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sayso_window_set_timeline_views (self, views);
}
