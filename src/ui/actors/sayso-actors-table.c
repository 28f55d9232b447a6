/* sayso-actors-table.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actors-table.h"

#include <glib/gi18n.h>

#include "sayso-graph-draw.h"
#include "sayso-graph-swatch.h"

struct _SaysoActorsTable
{
  AdwBin parent_instance;

  SaysoSession *session;
  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *mentions_column;
  GtkSingleSelection *selection;
  SaysoSort sort;
  gboolean following; /* the selection is being set from the session */
};

G_DEFINE_FINAL_TYPE (SaysoActorsTable, sayso_actors_table, ADW_TYPE_BIN)

static void
find_selected (SaysoActorsTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection)), found = GTK_INVALID_LIST_POSITION;
  gint64 id = 0;

  if (self->session != NULL && sayso_session_get_selected_kind (self->session) == SAYSO_ITEM_ACTOR)
    id = sayso_session_get_selected_id (self->session);
  for (guint i = 0; id != 0 && i < n && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (SaysoItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item != NULL && sayso_item_get_id (item) == id)
        found = i;
    }

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->following = FALSE;
  if (found != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_column_view_scroll_to (self->view, found, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
reload (SaysoActorsTable *self)
{
  g_autoptr (GListModel) model = NULL;

  if (self->session != NULL)
    model = sayso_casebook_list (sayso_session_get_casebook (self->session), SAYSO_ITEM_ACTOR,
                                 sayso_session_get_filter (self->session), self->sort);
  self->following = TRUE;
  gtk_single_selection_set_model (self->selection, model);
  self->following = FALSE;
  find_selected (self);
}

static void
on_selected (SaysoActorsTable *self)
{
  SaysoItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && item != NULL)
    sayso_session_select (self->session, SAYSO_ITEM_ACTOR, sayso_item_get_id (item), FALSE);
}

static void
on_activate (SaysoActorsTable *self, guint position)
{
  g_autoptr (SaysoItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    sayso_session_select (self->session, SAYSO_ITEM_ACTOR, sayso_item_get_id (item), TRUE);
}

/* The casebook sorts: by name, or by mentions. */
static void
on_sorter_changed (SaysoActorsTable *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  SaysoSort sort = gtk_column_view_sorter_get_primary_sort_column (sorter) == self->name_column ? SAYSO_SORT_TITLE
                                                                                                : SAYSO_SORT_STRENGTH;

  if (sort == self->sort)
    return;
  self->sort = sort;
  reload (self);
}

static void
setup_name (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), sayso_graph_swatch_new_node (SAYSO_NAME_OTHER, FALSE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (cell, box);
}

static void
bind_name (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  SaysoActor *actor = gtk_list_item_get_item (cell);
  GtkWidget *swatch = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  GtkWidget *label = gtk_widget_get_next_sibling (swatch);

  sayso_graph_swatch_set_node (SAYSO_GRAPH_SWATCH (swatch), actor->kind, actor->unnamed);
  gtk_label_set_text (GTK_LABEL (label), sayso_item_get_title (SAYSO_ITEM (actor)));
  gtk_list_item_set_accessible_label (cell, sayso_item_get_title (SAYSO_ITEM (actor)));
}

static void
setup_label (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
}

static void
bind_kind (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  SaysoActor *actor = gtk_list_item_get_item (cell);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (cell)),
                      sayso_node_kind_to_words (actor->kind, actor->unnamed));
}

static void
bind_number (GtkListItem *cell, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (cell)), text);
}

static void
bind_mentions (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  bind_number (cell, SAYSO_ACTOR (gtk_list_item_get_item (cell))->n_mentions);
}

static void
bind_articles (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  bind_number (cell, SAYSO_ACTOR (gtk_list_item_get_item (cell))->n_articles);
}

static GtkColumnViewColumn *
add_column (SaysoActorsTable *self, const char *title, gpointer setup, gpointer bind, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);

  return column;
}

/**
 * sayso_actors_table_set_session:
 * @self: a table
 * @session: (nullable): whose actors to list
 */
void
sayso_actors_table_set_session (SaysoActorsTable *self, SaysoSession *session)
{
  g_return_if_fail (SAYSO_IS_ACTORS_TABLE (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (find_selected), self);
      g_signal_connect_swapped (session, "notify::filter", G_CALLBACK (reload), self);
    }
  reload (self);
}

static void
sayso_actors_table_dispose (GObject *object)
{
  SaysoActorsTable *self = SAYSO_ACTORS_TABLE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sayso_actors_table_parent_class)->dispose (object);
}

static void
sayso_actors_table_class_init (SaysoActorsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sayso_actors_table_dispose;
}

static void
sayso_actors_table_init (SaysoActorsTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkSorter) by_name = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  g_autoptr (GtkSorter) by_mentions = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  self->sort = SAYSO_SORT_STRENGTH;
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));

  self->name_column = add_column (self, _ ("Name"), setup_name, bind_name, TRUE);
  add_column (self, _ ("Kind"), setup_label, bind_kind, FALSE);
  self->mentions_column = add_column (self, _ ("Mentions"), setup_label, bind_mentions, FALSE);
  add_column (self, _ ("Articles"), setup_label, bind_articles, FALSE);
  gtk_column_view_column_set_sorter (self->name_column, by_name);
  gtk_column_view_column_set_sorter (self->mentions_column, by_mentions);

  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Actors"), -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}
