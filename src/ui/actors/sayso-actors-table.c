/* sayso-actors-table.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actors-table.h"

#include <glib/gi18n.h>

#include "sayso-graph-draw.h"
#include "sayso-graph-swatch.h"

/* Of names, in pixels, at first. */
#define NAME_WIDTH 210

struct _SaysoActorsTable
{
  AdwBin parent_instance;

  /* Owned */
  SaysoSession *session;
  SaysoGraphData *data; /* nullable */
  SaysoGraphScope *scope;
  GListStore *actors;
  GListStore *relations;
  GtkFilter *actor_filter;
  GtkFilter *relation_filter;
  char *words; /* nullable; case folded */

  /* Borrowed */
  GtkColumnView *actor_view;
  GtkColumnView *relation_view;
  GtkSingleSelection *actor_selection;
  GtkSingleSelection *relation_selection;
  GtkLabel *heading;

  gboolean following; /* the selection is being set from the session */
};

G_DEFINE_FINAL_TYPE (SaysoActorsTable, sayso_actors_table, ADW_TYPE_BIN)

static gint64
selected_actor (SaysoActorsTable *self)
{
  SaysoItem *item = gtk_single_selection_get_selected_item (self->actor_selection);

  return item != NULL ? sayso_item_get_id (item) : 0;
}

/* -- what is let through --------------------------------------------------------------------------------- */

static gboolean
has_words (SaysoActorsTable *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return self->words == NULL || strstr (folded, self->words) != NULL;
}

static gboolean
passes_actor (gpointer item, gpointer user_data)
{
  SaysoActorsTable *self = user_data;
  SaysoActor *actor = item;

  return (self->scope == NULL || (self->scope->kinds & (actor->unnamed ? SAYSO_SCOPE_UNNAMED : 1u << actor->kind))) &&
         has_words (self, sayso_item_get_title (SAYSO_ITEM (actor)));
}

static gboolean
passes_relation (gpointer item, gpointer user_data)
{
  SaysoActorsTable *self = user_data;
  SaysoRelation *relation = item;
  gint64 actor = selected_actor (self);

  return actor == 0 || relation->subject == actor || relation->object == actor;
}

/* -- the selection --------------------------------------------------------------------------------------- */

static void
update_heading (SaysoActorsTable *self)
{
  SaysoItem *actor = gtk_single_selection_get_selected_item (self->actor_selection);
  g_autofree char *text = actor != NULL
                              /* Translators: followed by the name of an actor */
                              ? g_strdup_printf (_ ("Relations of %s"), sayso_item_get_title (actor))
                              : g_strdup (_ ("All Relations"));

  gtk_label_set_text (self->heading, text);
  gtk_filter_changed (self->relation_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
find_selected (GtkSingleSelection *selection, GtkColumnView *view, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (selection)), found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; id != 0 && i < n && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (SaysoItem) item = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (sayso_item_get_id (item) == id)
        found = i;
    }
  gtk_single_selection_set_selected (selection, found);
  if (found != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (view)))
    gtk_column_view_scroll_to (view, found, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
follow (SaysoActorsTable *self)
{
  SaysoItemKind kind = self->session != NULL ? sayso_session_get_selected_kind (self->session) : SAYSO_ITEM_NONE;
  gint64 id = self->session != NULL ? sayso_session_get_selected_id (self->session) : 0;

  self->following = TRUE;
  if (kind == SAYSO_ITEM_ACTOR)
    {
      find_selected (self->actor_selection, self->actor_view, id);
      update_heading (self);
    }
  find_selected (self->relation_selection, self->relation_view, kind == SAYSO_ITEM_RELATION ? id : 0);
  self->following = FALSE;
}

static void
on_selected (SaysoActorsTable *self, GParamSpec *pspec, GtkSingleSelection *selection)
{
  SaysoItem *item = gtk_single_selection_get_selected_item (selection);

  if (self->following || item == NULL || self->session == NULL)
    return;
  if (SAYSO_IS_ACTOR (item))
    {
      self->following = TRUE;
      update_heading (self);
      self->following = FALSE;
    }
  sayso_session_select (self->session, sayso_item_get_kind (item), sayso_item_get_id (item), FALSE);
}

static void
on_activate (SaysoActorsTable *self, guint position, GtkColumnView *view)
{
  g_autoptr (SaysoItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  if (item != NULL && self->session != NULL)
    sayso_session_select (self->session, sayso_item_get_kind (item), sayso_item_get_id (item), TRUE);
}

static void
on_words (SaysoActorsTable *self, GtkSearchEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_clear_pointer (&self->words, g_free);
  if (*text != '\0')
    self->words = g_utf8_casefold (text, -1);
  gtk_filter_changed (self->actor_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* -- cells ----------------------------------------------------------------------------------------------- */

static const SaysoMeasure *
measure_of (SaysoActorsTable *self, SaysoItem *item)
{
  static const SaysoMeasure none;
  guint index;

  return self->data != NULL && sayso_graph_data_find (self->data, sayso_item_get_id (item), &index)
             ? &self->data->measures[index]
             : &none;
}

static guint
sources_of (SaysoActorsTable *self, SaysoItem *item)
{
  const SaysoTie *tie = self->data != NULL ? sayso_graph_data_get_tie (self->data, sayso_item_get_id (item)) : NULL;

  return tie != NULL ? tie->n_sources : 0;
}

static const char *
voice_words (SaysoVoice voice)
{
  return voice == SAYSO_VOICE_SAID           ? _ ("said by the author")
         : voice == SAYSO_VOICE_CLAIMED      ? _ ("claimed")
         : voice == SAYSO_VOICE_HYPOTHETICAL ? _ ("supposed")
                                             : _ ("denied");
}

typedef char *(*CellFunc) (SaysoActorsTable *self, SaysoItem *item);

static char *
number (guint n)
{
  return g_strdup_printf ("%u", n);
}

static char *
cell_kind (SaysoActorsTable *self, SaysoItem *item)
{
  return g_strdup (sayso_node_kind_to_words (SAYSO_ACTOR (item)->kind, SAYSO_ACTOR (item)->unnamed));
}

static char *
cell_mentions (SaysoActorsTable *self, SaysoItem *item)
{
  return number (SAYSO_ACTOR (item)->n_mentions);
}

static char *
cell_articles (SaysoActorsTable *self, SaysoItem *item)
{
  return number (SAYSO_ACTOR (item)->n_articles);
}

static char *
cell_tied (SaysoActorsTable *self, SaysoItem *item)
{
  return number (measure_of (self, item)->n_neighbours);
}

static char *
cell_position (SaysoActorsTable *self, SaysoItem *item)
{
  return g_strdup (self->data != NULL ? sayso_graph_data_get_role (self->data, sayso_item_get_id (item)) : "");
}

static char *
cell_subject (SaysoActorsTable *self, SaysoItem *item)
{
  return g_strdup (SAYSO_RELATION (item)->subject_name);
}

static char *
cell_label (SaysoActorsTable *self, SaysoItem *item)
{
  return g_strdup (SAYSO_RELATION (item)->label);
}

static char *
cell_object (SaysoActorsTable *self, SaysoItem *item)
{
  return g_strdup (SAYSO_RELATION (item)->object_name);
}

static char *
cell_voice (SaysoActorsTable *self, SaysoItem *item)
{
  return g_strdup (voice_words (SAYSO_RELATION (item)->voice));
}

static char *
cell_sentences (SaysoActorsTable *self, SaysoItem *item)
{
  return number (SAYSO_RELATION (item)->n_evidence);
}

static char *
cell_sources (SaysoActorsTable *self, SaysoItem *item)
{
  return number (sources_of (self, item));
}

static void
setup_label (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
}

static void
bind_label (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  SaysoActorsTable *self = g_object_get_data (G_OBJECT (factory), "table");
  CellFunc func = (CellFunc) g_object_get_data (G_OBJECT (factory), "cell");
  g_autofree char *text = func (self, gtk_list_item_get_item (cell));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (cell)), text != NULL ? text : "");
}

/* A name can be dragged out, as text. */
static GdkContentProvider *
prepare_drag (GtkDragSource *source, double x, double y, GtkListItem *cell)
{
  SaysoItem *item = gtk_list_item_get_item (cell);

  return item != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, sayso_item_get_title (item)) : NULL;
}

static void
setup_name (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), sayso_graph_swatch_new_node (SAYSO_NAME_OTHER, FALSE));
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_drag), cell);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (drag));
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

/* -- sorting --------------------------------------------------------------------------------------------- */

/* By what a cell says: numbers by size, words in the order of the locale. */
static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SaysoActorsTable *self = g_object_get_data (user_data, "table");
  CellFunc func = (CellFunc) g_object_get_data (user_data, "cell");
  g_autofree char *first = func (self, (SaysoItem *) a), *second = func (self, (SaysoItem *) b);
  gint64 x, y;

  if (first != NULL && second != NULL && g_ascii_string_to_signed (first, 10, 0, G_MAXUINT, &x, NULL) &&
      g_ascii_string_to_signed (second, 10, 0, G_MAXUINT, &y, NULL))
    return x < y ? -1 : x > y;

  return g_utf8_collate (first != NULL ? first : "", second != NULL ? second : "");
}

static char *
cell_name (SaysoActorsTable *self, SaysoItem *item)
{
  return g_strdup (sayso_item_get_title (item));
}

static GtkColumnViewColumn *
add_column (SaysoActorsTable *self, GtkColumnView *view, const char *title, CellFunc func, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_object_set_data (G_OBJECT (factory), "cell", (gpointer) func);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, factory, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  g_signal_connect (factory, "setup", G_CALLBACK (func == cell_name ? setup_name : setup_label), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (func == cell_name ? bind_name : bind_label), NULL);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);

  return column;
}

/* -- making it ------------------------------------------------------------------------------------------- */

/**
 * sayso_actors_table_set_data:
 * @self: a table
 * @data: (nullable): what to list
 * @scope: the choice of kinds to list it through
 */
void
sayso_actors_table_set_data (SaysoActorsTable *self, SaysoGraphData *data, const SaysoGraphScope *scope)
{
  g_return_if_fail (SAYSO_IS_ACTORS_TABLE (self));

  self->following = TRUE;
  g_clear_pointer (&self->scope, sayso_graph_scope_free);
  self->scope = scope != NULL ? sayso_graph_scope_copy (scope) : NULL;
  if (self->data != data)
    {
      g_clear_pointer (&self->data, sayso_graph_data_unref);
      self->data = data != NULL ? g_atomic_rc_box_acquire (data) : NULL;
      g_list_store_splice (self->actors, 0, g_list_model_get_n_items (G_LIST_MODEL (self->actors)),
                           data != NULL ? data->actors->pdata : NULL, data != NULL ? data->actors->len : 0);
      g_list_store_splice (self->relations, 0, g_list_model_get_n_items (G_LIST_MODEL (self->relations)),
                           data != NULL ? data->relations->pdata : NULL, data != NULL ? data->relations->len : 0);
    }
  gtk_filter_changed (self->actor_filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  follow (self);
}

/**
 * sayso_actors_table_set_session:
 * @self: a table
 * @session: (nullable): whose selection to show and to set
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
    g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (follow), self);
  sayso_actors_table_set_data (self, NULL, NULL);
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
sayso_actors_table_finalize (GObject *object)
{
  SaysoActorsTable *self = SAYSO_ACTORS_TABLE (object);

  g_clear_pointer (&self->data, sayso_graph_data_unref);
  g_clear_pointer (&self->scope, sayso_graph_scope_free);
  g_clear_pointer (&self->words, g_free);
  g_object_unref (self->actors);
  g_object_unref (self->relations);
  g_object_unref (self->actor_filter);
  g_object_unref (self->relation_filter);

  G_OBJECT_CLASS (sayso_actors_table_parent_class)->finalize (object);
}

static void
sayso_actors_table_class_init (SaysoActorsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sayso_actors_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = sayso_actors_table_finalize;
}

/* A view of what passes a filter, in the order of the column that is chosen. */
static GtkColumnView *
make_view (SaysoActorsTable *self, GListStore *store, GtkFilter *filter, const char *label,
           GtkSingleSelection **selection)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  GListModel *passing =
      G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (store)), g_object_ref (filter)));
  GListModel *sorted =
      G_LIST_MODEL (gtk_sort_list_model_new (passing, g_object_ref (gtk_column_view_get_sorter (view))));

  *selection = gtk_single_selection_new (sorted);
  gtk_single_selection_set_autoselect (*selection, FALSE);
  gtk_single_selection_set_can_unselect (*selection, TRUE);
  gtk_single_selection_set_selected (*selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (*selection));
  g_signal_connect_object (*selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_unref (*selection);

  return view;
}

static GtkWidget *
in_scroller (GtkColumnView *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
sayso_actors_table_init (SaysoActorsTable *self)
{
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL), *entry = gtk_search_entry_new ();

  self->actors = g_list_store_new (SAYSO_TYPE_ACTOR);
  self->relations = g_list_store_new (SAYSO_TYPE_RELATION);
  self->actor_filter = GTK_FILTER (gtk_custom_filter_new (passes_actor, self, NULL));
  self->relation_filter = GTK_FILTER (gtk_custom_filter_new (passes_relation, self, NULL));
  self->actor_view = make_view (self, self->actors, self->actor_filter, _ ("Actors"), &self->actor_selection);
  self->relation_view =
      make_view (self, self->relations, self->relation_filter, _ ("Relations"), &self->relation_selection);

  gtk_column_view_column_set_fixed_width (add_column (self, self->actor_view, _ ("Name"), cell_name, TRUE), NAME_WIDTH);
  add_column (self, self->actor_view, _ ("Kind"), cell_kind, FALSE);
  add_column (self, self->actor_view, _ ("Mentions"), cell_mentions, FALSE);
  add_column (self, self->actor_view, _ ("Articles"), cell_articles, FALSE);
  add_column (self, self->actor_view, _ ("Tied To"), cell_tied, FALSE);
  add_column (self, self->actor_view, _ ("Among the Others"), cell_position, TRUE);
  add_column (self, self->relation_view, _ ("From"), cell_subject, TRUE);
  add_column (self, self->relation_view, _ ("Relation"), cell_label, TRUE);
  add_column (self, self->relation_view, _ ("To"), cell_object, TRUE);
  add_column (self, self->relation_view, _ ("As Told"), cell_voice, FALSE);
  add_column (self, self->relation_view, _ ("Sentences"), cell_sentences, FALSE);
  add_column (self, self->relation_view, _ ("Sources"), cell_sources, FALSE);

  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Filter by Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter by Name"), -1);
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  gtk_widget_set_margin_top (entry, 6);
  gtk_widget_set_margin_bottom (entry, 6);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_words), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (above), entry);
  gtk_box_append (GTK_BOX (above), in_scroller (self->actor_view));

  self->heading = GTK_LABEL (gtk_label_new (_ ("All Relations")));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_ellipsize (self->heading, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_margin_start (GTK_WIDGET (self->heading), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->heading), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->heading), 6);
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (below), in_scroller (self->relation_view));

  gtk_paned_set_start_child (GTK_PANED (paned), above);
  gtk_paned_set_end_child (GTK_PANED (paned), below);
  gtk_paned_set_position (GTK_PANED (paned), 320);
  adw_bin_set_child (ADW_BIN (self), paned);
}
