/* sayso-library.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-library-private.h"

#include <glib/gi18n.h>

#include "sayso-import-bar.h"
#include "sayso-library-counts.h"
#include "sayso-list.h"

enum
{
  PROP_SESSION = 1,
  PROP_IMPORTER,
  PROP_MENU,
  N_PROPS,
};

/* In milliseconds: many changes in a row are counted once. */
#define COUNT_DELAY 100

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoLibrary, sayso_library, ADW_TYPE_BIN)

/* -- counts --------------------------------------------------------------------------------------- */

static void take_counts (SaysoLibrary *self);

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoLibrary) self = user_data;
  g_autofree guint *counts = sayso_library_count_finish (result);

  self->counting = FALSE;
  if (self->session != NULL && G_OBJECT (sayso_session_get_casebook (self->session)) == source && counts != NULL)
    {
      sayso_filter_button_set_count (self->anonymous, counts[SAYSO_COUNT_ANONYMOUS]);
      sayso_filter_button_set_count (self->disputed, counts[SAYSO_COUNT_DISPUTED]);
      sayso_filter_button_set_count (self->undisputed, counts[SAYSO_COUNT_UNDISPUTED]);
      sayso_filter_button_set_count (self->undated, counts[SAYSO_COUNT_UNDATED]);
      sayso_filter_button_set_count (self->to_review, counts[SAYSO_COUNT_TO_REVIEW]);
    }
  if (self->count_again)
    take_counts (self);
}

static void
count_now (gpointer user_data)
{
  SaysoLibrary *self = user_data;

  self->count_timeout = 0;
  if (self->session == NULL)
    return;

  self->counting = TRUE;
  sayso_library_count_async (sayso_session_get_casebook (self->session), &self->range, counted, g_object_ref (self));
}

static void
take_counts (SaysoLibrary *self)
{
  self->count_again = self->counting;
  if (self->drawn && !self->counting && self->count_timeout == 0)
    self->count_timeout = g_timeout_add_once (COUNT_DELAY, count_now, self);
}

/* -- articles ------------------------------------------------------------------------------------- */

/* A list view makes some hundred rows at once, which can wait until the window with the first ones is drawn. */
static gboolean
show_all (gpointer user_data)
{
  SaysoLibrary *self = user_data;

  self->waiting = 0;
  self->drawn = TRUE;
  gtk_slice_list_model_set_size (self->first, G_MAXUINT);
  take_counts (self);

  return G_SOURCE_REMOVE;
}

static void
on_map (SaysoLibrary *self)
{
  if (!self->drawn && self->waiting == 0)
    self->waiting = g_idle_add_full (G_PRIORITY_LOW, show_all, self, NULL);
}

/* Marks the open article in the list. */
static void
sync_selection (SaysoLibrary *self)
{
  GListModel *model = gtk_slice_list_model_get_model (self->first);
  gint64 article = self->session != NULL ? sayso_session_get_article (self->session) : 0;
  guint position = GTK_INVALID_LIST_POSITION;

  if (article != 0 && sayso_library_get_selected (self) == article)
    return;

  if (article != 0 && model != NULL)
    position = sayso_list_find (SAYSO_LIST (model), article);
  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (self->first))
    gtk_slice_list_model_set_size (self->first, G_MAXUINT);

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

static void
update_nothing (SaysoLibrary *self)
{
  GListModel *model = gtk_slice_list_model_get_model (self->first);
  gboolean searching = gtk_widget_get_visible (GTK_WIDGET (self->findings));
  gboolean empty = self->session != NULL && (model == NULL || g_list_model_get_n_items (model) == 0);
  g_autofree char *nothing = NULL;

  if (searching)
    g_object_get (self->findings, "nothing", &nothing, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), searching ? nothing != NULL : empty);
  gtk_label_set_label (self->nothing, searching                           ? nothing
                                      : sayso_bounds_known (&self->range) ? _ ("No articles in this range.")
                                                                          : _ ("No articles yet. Drop some here."));
}

static void
items_changed (GListModel *model, guint position, guint removed, guint added, SaysoLibrary *self)
{
  sync_selection (self);
  update_nothing (self);
}

static void
update_model (SaysoLibrary *self)
{
  g_autoptr (GListModel) model = NULL;

  if (self->session != NULL)
    {
      g_autoptr (SaysoFilter) filter = sayso_filter_new ();

      filter->range = self->range;
      model =
          sayso_casebook_list (sayso_session_get_casebook (self->session), SAYSO_ITEM_ARTICLE, filter, SAYSO_SORT_TEXT);
    }

  self->syncing = TRUE;
  gtk_slice_list_model_set_model (self->first, model);
  self->syncing = FALSE;
  g_signal_group_set_target (self->model_signals, model);
  sync_selection (self);
  update_nothing (self);
}

static void
on_selected (SaysoLibrary *self)
{
  gint64 article = sayso_library_get_selected (self);

  if (!self->syncing && self->session != NULL && article != 0)
    sayso_session_select (self->session, SAYSO_ITEM_ARTICLE, article, TRUE);
}

static void
on_row_activated (SaysoLibrary *self, guint position)
{
  g_autoptr (SaysoItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    sayso_session_select (self->session, SAYSO_ITEM_ARTICLE, sayso_item_get_id (item), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-article", NULL);
}

/* -- filter --------------------------------------------------------------------------------------- */

static void
on_search_changed (SaysoLibrary *self)
{
  g_autoptr (SaysoFilter) filter = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL || self->syncing)
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  g_set_str (&filter->text, *text != '\0' ? text : NULL);
  sayso_session_set_filter (self->session, filter);
}

static void
on_stop_search (SaysoLibrary *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_filter_toggled (SaysoLibrary *self)
{
  g_autoptr (SaysoFilter) filter = NULL;

  if (self->session == NULL || self->syncing)
    return;

  filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  filter->anonymous = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->anonymous));
  filter->doubted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->disputed));
  filter->undisputed = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->undisputed));
  filter->undated = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->undated));
  filter->to_review = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->to_review));
  sayso_session_set_filter (self->session, filter);
}

/* Nothing is both. */
static void
on_disputed_toggled (SaysoLibrary *self, GtkToggleButton *button)
{
  GtkWidget *other = GTK_WIDGET (GTK_TOGGLE_BUTTON (self->disputed) == button ? self->undisputed : self->disputed);

  if (gtk_toggle_button_get_active (button) && !self->syncing)
    {
      self->syncing = TRUE;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
      self->syncing = FALSE;
    }
  on_filter_toggled (self);
}

/* While something is searched for, what is found stands in place of the articles. */
static void
sync_findings (SaysoLibrary *self)
{
  const char *text = self->session != NULL ? sayso_session_get_filter (self->session)->text : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->findings), text != NULL);
  sayso_finding_list_search (self->findings, self->session, text);
  update_nothing (self);
}

static void
sync_filter (SaysoLibrary *self)
{
  const SaysoFilter *filter = sayso_session_get_filter (self->session);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  self->syncing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->anonymous), filter->anonymous);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->disputed), filter->doubted);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->undisputed), filter->undisputed);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->undated), filter->undated);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->to_review), filter->to_review);
  if (g_strcmp0 (text, filter->text != NULL ? filter->text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), filter->text != NULL ? filter->text : "");
  self->syncing = FALSE;

  if (g_set_str (&self->searched, filter->text))
    sync_findings (self);
  if (self->range.earliest == filter->range.earliest && self->range.latest == filter->range.latest)
    return;

  self->range = filter->range;
  update_model (self);
  take_counts (self);
}

static void
set_session (SaysoLibrary *self, SaysoSession *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->casebook_signals, session != NULL ? sayso_session_get_casebook (session) : NULL);
  g_clear_pointer (&self->searched, g_free);
  self->range = session != NULL ? sayso_session_get_filter (session)->range : SAYSO_BOUNDS_UNKNOWN;
  if (session != NULL)
    sync_filter (self);
  sync_findings (self);
  update_model (self);
  take_counts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* -- class ---------------------------------------------------------------------------------------- */

static void
sayso_library_dispose (GObject *object)
{
  SaysoLibrary *self = SAYSO_LIBRARY (object);

  g_clear_handle_id (&self->count_timeout, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->casebook_signals, NULL);
  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_LIBRARY);
  g_clear_object (&self->session);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (sayso_library_parent_class)->dispose (object);
}

static void
sayso_library_finalize (GObject *object)
{
  SaysoLibrary *self = SAYSO_LIBRARY (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->model_signals);
  g_free (self->searched);

  G_OBJECT_CLASS (sayso_library_parent_class)->finalize (object);
}

static void
sayso_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoLibrary *self = SAYSO_LIBRARY (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IMPORTER:
      g_value_set_object (value, self->importer);
      break;
    case PROP_MENU:
      g_value_set_object (value, self->main_menu);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_library_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoLibrary *self = SAYSO_LIBRARY (object);

  switch (id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_IMPORTER:
      if (g_set_object (&self->importer, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_library_class_init (SaysoLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_library_dispose;
  object_class->finalize = sayso_library_finalize;
  object_class->get_property = sayso_library_get_property;
  object_class->set_property = sayso_library_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IMPORTER] =
      g_param_spec_object ("importer", NULL, NULL, SAYSO_TYPE_IMPORTER,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU] =
      g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_CASEBOOK);
  g_type_ensure (SAYSO_TYPE_FILTER_BUTTON);
  g_type_ensure (SAYSO_TYPE_FINDING_LIST);
  g_type_ensure (SAYSO_TYPE_IMPORT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-library.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, search);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, list);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, selection);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, first);
  sayso_library_install_rows (widget_class);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, nothing);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, anonymous);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, disputed);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, undisputed);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, findings);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, undated);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, to_review);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, article_menu);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, main_menu);
  gtk_widget_class_bind_template_child (widget_class, SaysoLibrary, recent);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_disputed_toggled);
  gtk_widget_class_bind_template_callback (widget_class, update_nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sayso_library_init (SaysoLibrary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (SAYSO_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::article", G_CALLBACK (sync_selection), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::filter", G_CALLBACK (sync_filter), self);
  self->casebook_signals = g_signal_group_new (SAYSO_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (take_counts), self);
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect (self->model_signals, "items-changed", G_CALLBACK (items_changed), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
}

/**
 * sayso_library_focus_search:
 * @self: a library
 *
 * Puts the focus into the search entry, and selects what is there.
 */
void
sayso_library_focus_search (SaysoLibrary *self)
{
  g_return_if_fail (SAYSO_IS_LIBRARY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * sayso_library_get_recent_menu:
 * @self: a library
 *
 * Returns: (transfer none): the submenu that lists recent casebooks, for the window to fill
 */
GMenu *
sayso_library_get_recent_menu (SaysoLibrary *self)
{
  g_return_val_if_fail (SAYSO_IS_LIBRARY (self), NULL);

  return self->recent;
}
