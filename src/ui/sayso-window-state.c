/* sayso-window-state.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is remembered of a window, from one start to the next: its panes, and what was open in it and where. */

#include "sayso-window-private.h"

#include "sayso-actors-view.h"
#include "sayso-article-view.h"
#include "sayso-timeline-view.h"

static void
add_layout (SaysoWindow *self, GVariantDict *state)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  g_autofree const char **views = (const char **) g_hash_table_get_keys_as_array (self->timeline_views, NULL);
  int width, height;

  sayso_window_note_timeline_height (self);
  /* Panes that lie over the view, because the window is small, say nothing of what the reader wants in a large one. */
  if (!adw_overlay_split_view_get_collapsed (self->library_split))
    self->library_wanted = adw_overlay_split_view_get_show_sidebar (self->library_split);
  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    self->inspector_wanted = adw_overlay_split_view_get_show_sidebar (self->inspector_split);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_variant_dict_insert (state, "size", "(ii)", width, height);
  g_variant_dict_insert (state, "maximized", "b", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_variant_dict_insert (state, "view", "s", view == NULL || g_str_equal (view, "timeline") ? "article" : view);
  g_variant_dict_insert (state, "library", "b", self->library_wanted);
  g_variant_dict_insert (state, "inspector", "b", self->inspector_wanted);
  g_variant_dict_insert (state, "timeline-height", "i", self->timeline_height);
  if (self->beside_view != NULL && gtk_widget_get_visible (self->beside_view))
    self->beside_position = gtk_paned_get_position (self->articles);
  g_variant_dict_insert (state, "beside-position", "i", self->beside_position);
  g_variant_dict_insert_value (state, "timeline-views", g_variant_new_strv (views, -1));
}

static void
add_place (SaysoWindow *self, GVariantDict *state)
{
  SaysoTimelineModel *timeline = sayso_timeline_view_get_model (SAYSO_TIMELINE_VIEW (self->timeline));
  g_autofree char *lanes = NULL;
  double middle, scale;

  g_variant_dict_insert (state, "article", "x", sayso_session_get_article (self->session));
  g_variant_dict_insert (state, "beside", "x", sayso_session_get_beside (self->session));
  g_variant_dict_insert (state, "place", "u", sayso_article_view_get_place (SAYSO_ARTICLE_VIEW (self->article_view)));
  g_variant_dict_insert (state, "selected", "(ix)", (int) sayso_session_get_selected_kind (self->session),
                         sayso_session_get_selected_id (self->session));
  g_object_get (self->timeline, "lanes", &lanes, NULL);
  g_variant_dict_insert (state, "lanes", "s", lanes);
  if (sayso_timeline_model_get_place (timeline, &middle, &scale))
    g_variant_dict_insert (state, "timeline", "(dd)", middle, scale);
  g_variant_dict_insert_value (state, "filter", sayso_filter_to_variant (sayso_session_get_filter (self->session)));
  if (self->actors_view != NULL)
    {
      g_clear_pointer (&self->actors_state, g_variant_unref);
      self->actors_state = g_variant_ref_sink (sayso_actors_view_get_state (SAYSO_ACTORS_VIEW (self->actors_view)));
    }
  if (self->actors_state != NULL)
    g_variant_dict_insert_value (state, "actors", self->actors_state);
}

/**
 * sayso_window_get_state:
 * @self: a window
 *
 * Returns: (transfer floating) (nullable): what to remember of it; %NULL where it has no casebook
 */
GVariant *
sayso_window_get_state (SaysoWindow *self)
{
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *uri = NULL;

  g_return_val_if_fail (SAYSO_IS_WINDOW (self), NULL);

  if (self->session == NULL)
    return NULL;

  uri = g_file_get_uri (sayso_window_get_file (self));
  g_variant_dict_insert (&state, "casebook", "s", uri);
  add_layout (self, &state);
  add_place (self, &state);

  return g_variant_dict_end (&state);
}

/**
 * sayso_window_set_layout:
 * @self: a window that was not shown yet
 * @state: what was remembered of a window
 *
 * Makes a window as large, and its panes as wide and open, as those of another.
 */
void
sayso_window_set_layout (SaysoWindow *self, GVariant *state)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (state);
  gboolean maximized;
  int width, height;
  g_auto (GStrv) views = NULL;

  g_return_if_fail (SAYSO_IS_WINDOW (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  if (g_variant_dict_lookup (&dict, "size", "(ii)", &width, &height))
    gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, 360), MAX (height, 294));
  if (g_variant_dict_lookup (&dict, "maximized", "b", &maximized) && maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  g_variant_dict_lookup (&dict, "library", "b", &self->library_wanted);
  g_variant_dict_lookup (&dict, "inspector", "b", &self->inspector_wanted);
  adw_overlay_split_view_set_show_sidebar (self->library_split, self->library_wanted);
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, self->inspector_wanted);
  g_variant_dict_lookup (&dict, "timeline-height", "i", &self->timeline_height);
  g_variant_dict_lookup (&dict, "beside-position", "i", &self->beside_position);
  if (g_variant_dict_lookup (&dict, "timeline-views", "^as", &views))
    sayso_window_set_timeline_views (self, (const char *const *) views);
}

/**
 * sayso_window_restore:
 * @self: a window with no casebook, that was not shown yet
 * @state: what was remembered of a window
 *
 * Opens the casebook that was open in it, and goes on where the reader left off.
 *
 * Returns: whether there is a casebook to open
 */
gboolean
sayso_window_restore (SaysoWindow *self, GVariant *state)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (state);
  g_autoptr (GFile) file = NULL;
  const char *uri, *view;

  g_return_val_if_fail (SAYSO_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT), FALSE);

  if (!g_variant_dict_lookup (&dict, "casebook", "&s", &uri))
    return FALSE;
  file = g_file_new_for_uri (uri);
  if (!g_file_query_exists (file, NULL))
    return FALSE;

  sayso_window_set_layout (self, state);
  g_clear_pointer (&self->actors_state, g_variant_unref);
  g_variant_dict_lookup (&dict, "actors", "@a{sv}", &self->actors_state);
  if (g_variant_dict_lookup (&dict, "view", "&s", &view) &&
      adw_view_stack_get_child_by_name (self->views, view) != NULL)
    g_object_set (self, "view", view, NULL);
  g_clear_pointer (&self->restoring, g_variant_unref);
  self->restoring = g_variant_ref (state);
  sayso_window_open (self, file, SAYSO_CASEBOOK_OPEN);

  return TRUE;
}

static gboolean
exists (SaysoWindow *self, SaysoItemKind kind, gint64 id)
{
  g_autoptr (SaysoItem) item = NULL;

  if (kind < SAYSO_ITEM_ARTICLE || kind > SAYSO_ITEM_RELATION || id == 0)
    return FALSE;
  item = sayso_casebook_get (sayso_session_get_casebook (self->session), kind, id, NULL);

  return item != NULL;
}

static void
restore_filter (SaysoWindow *self, GVariant *kept)
{
  g_autoptr (SaysoFilter) filter = sayso_filter_new_from_variant (kept);

  if (filter->article != 0 && !exists (self, SAYSO_ITEM_ARTICLE, filter->article))
    filter->article = 0;
  if (filter->actor != 0 && !exists (self, SAYSO_ITEM_ACTOR, filter->actor))
    filter->actor = 0;
  if (filter->claim != 0 && !exists (self, SAYSO_ITEM_CLAIM, filter->claim))
    filter->claim = 0;
  sayso_session_set_filter (self->session, filter);
}

/* The casebook is open: the article that was, where the reader was in it, what was selected, the article beside it,
 * the filter and the range of time. What is no more is left out. Returns whether there is an article. */
gboolean
sayso_window_restore_place (SaysoWindow *self)
{
  g_autoptr (GVariant) state = g_steal_pointer (&self->restoring);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (state);
  gint64 article = 0, beside = 0, id;
  guint place = 0;
  int kind;
  const char *lanes;
  double middle, scale;
  g_autoptr (GVariant) kept = NULL;

  if (state == NULL)
    return FALSE;

  if (g_variant_dict_lookup (&dict, "filter", "@a{sv}", &kept))
    restore_filter (self, kept);
  if (g_variant_dict_lookup (&dict, "lanes", "&s", &lanes))
    gtk_widget_activate_action (self->timeline, "timeline.lanes", "s", lanes);
  if (g_variant_dict_lookup (&dict, "timeline", "(dd)", &middle, &scale))
    sayso_timeline_model_set_place (sayso_timeline_view_get_model (SAYSO_TIMELINE_VIEW (self->timeline)), middle,
                                    scale);
  g_variant_dict_lookup (&dict, "article", "x", &article);
  if (!exists (self, SAYSO_ITEM_ARTICLE, article))
    return FALSE;

  if (g_variant_dict_lookup (&dict, "selected", "(ix)", &kind, &id) && exists (self, kind, id))
    sayso_session_select (self->session, kind, id, FALSE);
  if (g_variant_dict_lookup (&dict, "place", "u", &place))
    sayso_article_view_set_place (SAYSO_ARTICLE_VIEW (self->article_view), place);
  if (g_variant_dict_lookup (&dict, "beside", "x", &beside) && exists (self, SAYSO_ITEM_ARTICLE, beside))
    sayso_session_set_beside (self->session, beside);
  sayso_session_set_article (self->session, article);

  return TRUE;
}
