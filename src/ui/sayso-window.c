/* sayso-window.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-window-private.h"

#include <glib/gi18n.h>

#include "sayso-application.h"
#include "sayso-article-view.h"
#include "sayso-import-bar.h"
#include "sayso-inspector.h"
#include "sayso-storage.h"
#include "sayso-timeline-view.h"

enum
{
  PROP_SESSION = 1,
  PROP_IMPORTER,
  PROP_VIEW,
  PROP_LIBRARY_SHOWN,
  PROP_INSPECTOR_SHOWN,
  PROP_TIMELINE_SHOWN,
  PROP_TIMELINE_FULL,
  PROP_WATCHING,
  N_PROPS,
};

/* Loading the model takes a processor for a while, which is wanted for the window first. */
#define MODEL_SECONDS 2

static GParamSpec *properties[N_PROPS];
static guint place_changed;

G_DEFINE_FINAL_TYPE (SaysoWindow, sayso_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * sayso_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with no casebook
 */
SaysoWindow *
sayso_window_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (SAYSO_TYPE_WINDOW, "application", application, NULL);
}

/* Says something in a toast. button and action: (nullable): what can be done about it; then it stays until it is
 * dismissed. */
void
sayso_window_add_toast (SaysoWindow *self, const char *title, const char *button, const char *action)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_timeout (toast, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_toast (SaysoSession *session, AdwToast *toast, SaysoWindow *self)
{
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
}

/* The narrow window has no room for the switcher in the header: it names the article instead. */
static void
update_title (SaysoWindow *self)
{
  SaysoCasebook *casebook = self->session != NULL ? sayso_session_get_casebook (self->session) : NULL;
  const char *title = casebook != NULL ? sayso_casebook_get_title (casebook) : _ ("Sayso");
  gint64 article = self->session != NULL ? sayso_session_get_article (self->session) : 0;
  g_autoptr (SaysoItem) item = NULL;

  gtk_window_set_title (GTK_WINDOW (self), title);
  if (article != 0)
    item = sayso_casebook_get (casebook, SAYSO_ITEM_ARTICLE, article, NULL);
  adw_window_title_set_title (self->narrow_title, item != NULL ? sayso_item_get_title (item) : title);
}

static void
article_changed (SaysoWindow *self)
{
  update_title (self);
  g_signal_emit (self, place_changed, 0);
}

static void
show_inspector (gpointer user_data)
{
  SaysoWindow *self = user_data;

  self->inspector_timeout = 0;
  if (!sayso_article_view_has_selection (SAYSO_ARTICLE_VIEW (self->article_view)))
    sayso_window_set_inspector_shown (self, TRUE);
}

/* Where the inspector has no place of its own it comes when there is something to see; but not between the clicks that
 * select a word, which it would hide. */
static void
selection_changed (SaysoWindow *self)
{
  SaysoItemKind kind = sayso_session_get_selected_kind (self->session);

  guint patience;

  sayso_window_update_export (self);
  g_clear_handle_id (&self->inspector_timeout, g_source_remove);
  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    return;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &patience, NULL);
  if (kind == SAYSO_ITEM_NONE)
    sayso_window_set_inspector_shown (self, FALSE);
  else if (kind != SAYSO_ITEM_ARTICLE)
    self->inspector_timeout = g_timeout_add_once (patience, show_inspector, self);
}

/* An item was asked for: the reader must see the article it stands in. */
static void
reveal (SaysoWindow *self, SaysoItemKind kind, gint64 id)
{
  if (self->narrow && g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "timeline") == 0 &&
      kind == SAYSO_ITEM_ARTICLE)
    adw_view_stack_set_visible_child_name (self->views, "article");
}

/* A passage is read in the article, and in a narrow window the sheet would hide it. */
static void
reveal_passage (SaysoWindow *self)
{
  adw_view_stack_set_visible_child_name (self->views, "article");
  if (self->narrow)
    sayso_window_set_inspector_shown (self, FALSE);
}

/* Puts the reader where the keys of the view are. */
void
sayso_window_focus_view (SaysoWindow *self)
{
  gtk_widget_grab_focus (sayso_window_get_view (self));
}

void
sayso_window_set_session (SaysoWindow *self, SaysoSession *session)
{
  SaysoCasebook *casebook = session != NULL ? sayso_session_get_casebook (session) : NULL;

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->casebook_signals, casebook);
  sayso_importer_set_casebook (self->importer, casebook);
  if (session == NULL)
    g_object_set (self->inspector, "session", NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  update_title (self);
  sayso_window_update_actions (self);
  sayso_window_beside_changed (self);
  sayso_window_update_watch (self);
  g_signal_emit (self, place_changed, 0);
}

GFile *
sayso_window_get_file (SaysoWindow *self)
{
  g_return_val_if_fail (SAYSO_IS_WINDOW (self), NULL);

  return self->session != NULL ? sayso_casebook_get_file (sayso_session_get_casebook (self->session)) : NULL;
}

/**
 * sayso_window_is_empty:
 * @self: a window
 *
 * Returns: whether it has no casebook and none is on its way
 */
gboolean
sayso_window_is_empty (SaysoWindow *self)
{
  g_return_val_if_fail (SAYSO_IS_WINDOW (self), FALSE);

  return self->session == NULL && self->opening == NULL && !sayso_importer_get_running (self->importer);
}

/**
 * sayso_window_leave:
 * @self: a window that is about to go
 *
 * Closes the casebook.
 */
void
sayso_window_leave (SaysoWindow *self)
{
  g_return_if_fail (SAYSO_IS_WINDOW (self));

  sayso_window_leave_casebook (self);
}

static gboolean
sayso_window_close_request (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  if (application != NULL)
    sayso_application_remember_windows (SAYSO_APPLICATION (application), window);
  sayso_window_leave (SAYSO_WINDOW (window));

  return GTK_WINDOW_CLASS (sayso_window_parent_class)->close_request (window);
}

static void
fill_recent (SaysoWindow *self)
{
  sayso_storage_fill_menu (self->settings, sayso_library_get_recent_menu (self->library));
  if (self->empty_page != NULL)
    sayso_storage_fill_menu (self->settings, sayso_empty_page_get_recent_menu (self->empty_page));
}

/* A window that opens with a casebook may never show the page that stands for none. */
static void
on_empty (SaysoWindow *self)
{
  if (self->empty_page != NULL)
    return;

  self->empty_page = g_object_new (SAYSO_TYPE_EMPTY_PAGE, "importer", self->importer, NULL);
  adw_bin_set_child (self->empty_bin, GTK_WIDGET (self->empty_page));
  fill_recent (self);
}

static void
on_article_shown (SaysoWindow *self)
{
  if (self->session != NULL && sayso_session_get_article (self->session) != 0)
    sayso_window_come (self);
}

static void
on_view_changed (SaysoWindow *self)
{
  sayso_window_view_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
  if (self->narrow)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE_SHOWN]);
}

static void
on_library_shown (SaysoWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY_SHOWN]);
}

static void
on_inspector_shown (SaysoWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR_SHOWN]);
}

static void
on_timeline_collapsed (SaysoWindow *self)
{
  sayso_window_timeline_collapsed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE_SHOWN]);
}

static void
on_timeline_maximised (SaysoWindow *self)
{
  sayso_window_timeline_maximised (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE_FULL]);
}

/* Where the library lies over the view there is no room for two articles. */
static void
on_library_collapsed (SaysoWindow *self)
{
  sayso_window_beside_changed (self);
}

static void
on_narrow (SaysoWindow *self)
{
  sayso_window_set_narrow (self, TRUE);
}

static void
on_wide (SaysoWindow *self)
{
  sayso_window_set_narrow (self, FALSE);
}

static void
sayso_window_dispose (GObject *object)
{
  SaysoWindow *self = SAYSO_WINDOW (object);

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_handle_id (&self->inspector_timeout, g_source_remove);
  g_clear_handle_id (&self->model_timeout, g_source_remove);
  g_clear_handle_id (&self->inspect_idle, g_source_remove);
  g_clear_handle_id (&self->backup_timeout, g_source_remove);
  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->casebook_signals, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->source, g_free);
  g_clear_object (&self->importer);
  g_clear_object (&self->settings);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->restoring, g_variant_unref);
  g_clear_pointer (&self->actors_state, g_variant_unref);

  G_OBJECT_CLASS (sayso_window_parent_class)->dispose (object);
}

static void
sayso_window_finalize (GObject *object)
{
  SaysoWindow *self = SAYSO_WINDOW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->casebook_signals);
  g_clear_pointer (&self->timeline_views, g_hash_table_unref);

  G_OBJECT_CLASS (sayso_window_parent_class)->finalize (object);
}

static void
sayso_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoWindow *self = SAYSO_WINDOW (object);

  /* Actions ask while the template is being made, before its children are there. */
  if (self->views == NULL && id != PROP_SESSION && id != PROP_IMPORTER)
    return;

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IMPORTER:
      g_value_set_object (value, self->importer);
      break;
    case PROP_VIEW:
      g_value_set_string (value, adw_view_stack_get_visible_child_name (self->views));
      break;
    case PROP_LIBRARY_SHOWN:
      g_value_set_boolean (value, adw_overlay_split_view_get_show_sidebar (self->library_split));
      break;
    case PROP_INSPECTOR_SHOWN:
      g_value_set_boolean (value, sayso_window_get_inspector_shown (self));
      break;
    case PROP_TIMELINE_SHOWN:
      g_value_set_boolean (value, sayso_window_get_timeline_shown (self));
      break;
    case PROP_TIMELINE_FULL:
      g_value_set_boolean (value, !gtk_widget_get_visible (GTK_WIDGET (self->library_split)));
      break;
    case PROP_WATCHING:
      g_value_set_boolean (value, sayso_window_get_watching (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoWindow *self = SAYSO_WINDOW (object);

  switch (id)
    {
    case PROP_VIEW:
      adw_view_stack_set_visible_child_name (self->views, g_value_get_string (value));
      sayso_window_focus_view (self);
      break;
    case PROP_LIBRARY_SHOWN:
      adw_overlay_split_view_set_show_sidebar (self->library_split, g_value_get_boolean (value));
      break;
    case PROP_INSPECTOR_SHOWN:
      sayso_window_set_inspector_shown (self, g_value_get_boolean (value));
      break;
    case PROP_TIMELINE_SHOWN:
      sayso_window_set_timeline_shown (self, g_value_get_boolean (value));
      break;
    case PROP_TIMELINE_FULL:
      if (self->narrow)
        sayso_window_set_timeline_shown (self, g_value_get_boolean (value));
      else
        g_object_set (self->timeline, "maximised", g_value_get_boolean (value), NULL);
      break;
    case PROP_WATCHING:
      sayso_window_set_watching (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_window_class_init (SaysoWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags toggle = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sayso_window_dispose;
  object_class->finalize = sayso_window_finalize;
  object_class->get_property = sayso_window_get_property;
  object_class->set_property = sayso_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = sayso_window_close_request;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IMPORTER] =
      g_param_spec_object ("importer", NULL, NULL, SAYSO_TYPE_IMPORTER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "article", toggle);
  properties[PROP_LIBRARY_SHOWN] = g_param_spec_boolean ("library-shown", NULL, NULL, TRUE, toggle);
  properties[PROP_INSPECTOR_SHOWN] = g_param_spec_boolean ("inspector-shown", NULL, NULL, TRUE, toggle);
  properties[PROP_TIMELINE_SHOWN] = g_param_spec_boolean ("timeline-shown", NULL, NULL, TRUE, toggle);
  properties[PROP_TIMELINE_FULL] = g_param_spec_boolean ("timeline-full", NULL, NULL, FALSE, toggle);
  properties[PROP_WATCHING] = g_param_spec_boolean ("watching", NULL, NULL, FALSE, toggle);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another casebook or article: there is something new to remember. */
  place_changed =
      g_signal_new ("place-changed", SAYSO_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SAYSO_TYPE_ARTICLE_VIEW);
  g_type_ensure (SAYSO_TYPE_CASEBOOK);
  g_type_ensure (SAYSO_TYPE_IMPORT_BAR);
  g_type_ensure (SAYSO_TYPE_INSPECTOR);
  g_type_ensure (SAYSO_TYPE_LIBRARY);
  g_type_ensure (SAYSO_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, drop_words);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, inspector_sheet);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, inspector_pane);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, dock);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, library_split);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, inspector_split);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, library);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, views);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, timeline_page);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, timeline_narrow);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, timeline_area);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, timeline_dock);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, narrow_title);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, model_banner);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, articles);
  gtk_widget_class_bind_template_child (widget_class, SaysoWindow, article_view);
  gtk_widget_class_bind_template_callback (widget_class, on_empty);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_library_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_inspector_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_timeline_collapsed);
  gtk_widget_class_bind_template_callback (widget_class, on_timeline_maximised);
  gtk_widget_class_bind_template_callback (widget_class, on_library_collapsed);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_wide);
  gtk_widget_class_bind_template_callback (widget_class, on_article_shown);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_dock_moved", G_CALLBACK (sayso_window_dock_moved));
  gtk_widget_class_bind_template_callback_full (widget_class, "look_for_model",
                                                G_CALLBACK (sayso_window_look_for_model));

  sayso_window_install_actions (klass);
  sayso_window_install_casebook (klass);
  sayso_window_install_export (klass);
  sayso_window_install_choose (klass);
  sayso_window_install_import (klass);
}

static void
look_for_model (gpointer user_data)
{
  SaysoWindow *self = user_data;

  self->model_timeout = 0;
  sayso_window_look_for_model (self);
}

static void
sayso_window_init (SaysoWindow *self)
{
  self->settings = g_settings_new (SAYSO_APP_ID);
  self->importer = sayso_importer_new ();
  self->session_signals = g_signal_group_new (SAYSO_TYPE_SESSION);
  g_signal_group_connect (self->session_signals, "toast", G_CALLBACK (show_toast), self);
  g_signal_group_connect_swapped (self->session_signals, "selection-changed", G_CALLBACK (selection_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "reveal", G_CALLBACK (reveal), self);
  g_signal_group_connect_swapped (self->session_signals, "reveal-passage", G_CALLBACK (reveal_passage), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::article", G_CALLBACK (article_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::beside", G_CALLBACK (sayso_window_beside_changed),
                                  self);
  self->casebook_signals = g_signal_group_new (SAYSO_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "notify::undo-title",
                                  G_CALLBACK (sayso_window_update_actions), self);
  g_signal_group_connect_swapped (self->casebook_signals, "notify::redo-title",
                                  G_CALLBACK (sayso_window_update_actions), self);
  g_signal_group_connect_swapped (self->casebook_signals, "notify::title", G_CALLBACK (update_title), self);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (update_title), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->settings, "changed::recent", G_CALLBACK (fill_recent), self, G_CONNECT_SWAPPED);
  fill_recent (self);
  sayso_window_init_layout (self);
  sayso_window_init_import (self);
  self->model_timeout = g_timeout_add_seconds_once (MODEL_SECONDS, look_for_model, self);
  sayso_window_update_actions (self);
  sayso_window_update_export (self);
}
