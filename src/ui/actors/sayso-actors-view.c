/* sayso-actors-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actors-view.h"

#include <glib/gi18n.h>

#include "sayso-actors-table.h"
#include "sayso-graph-canvas.h"
#include "sayso-graph-draw.h"
#include "sayso-graph-swatch.h"

/* Beyond this, a drawing shows nothing any more; the table has the rest. */
#define MAX_ACTORS 150

struct _SaysoActorsView
{
  AdwBin parent_instance;

  SaysoSession *session;
  GCancellable *loading;
  gboolean stale; /* something changed while the view was hidden */

  AdwToggleGroup *modes;
  GtkBox *heads;
  GtkStack *pages;
  AdwStatusPage *empty_page;
  SaysoGraphCanvas *canvas;
  SaysoActorsTable *table;
  GtkWidget *legend;
  GtkFlowBox *legend_items;
  GtkLabel *left_out;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaysoActorsView, sayso_actors_view, ADW_TYPE_BIN)

/* What one loading takes and gives. */
typedef struct
{
  SaysoCasebook *casebook;
  SaysoFilter *filter;
  SaysoGraphScene *before; /* nullable */
  double ratio;
  SaysoGraphScene *scene;
  guint n_actors;
  guint n_tied;
} Load;

GtkWidget *
sayso_actors_view_new (void)
{
  return g_object_new (SAYSO_TYPE_ACTORS_VIEW, NULL);
}

static void
load_free (Load *load)
{
  g_object_unref (load->casebook);
  sayso_filter_free (load->filter);
  g_clear_pointer (&load->before, sayso_graph_scene_unref);
  g_clear_pointer (&load->scene, sayso_graph_scene_unref);
  g_free (load);
}

/* Actors that nothing ties to another say nothing in a graph; they are left to the table. */
static GPtrArray *
keep_tied (GPtrArray *actors, GPtrArray *relations)
{
  g_autoptr (GHashTable) tied = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < relations->len; i++)
    {
      SaysoRelation *relation = g_ptr_array_index (relations, i);

      g_hash_table_add (tied, &relation->subject);
      g_hash_table_add (tied, &relation->object);
    }
  for (guint i = 0; i < actors->len; i++)
    {
      SaysoItem *actor = g_ptr_array_index (actors, i);
      gint64 id = sayso_item_get_id (actor);

      if (g_hash_table_contains (tied, &id))
        g_ptr_array_add (kept, g_object_ref (actor));
    }

  return kept;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (GPtrArray) actors = NULL, relations = NULL, tied = NULL;
  GError *error = NULL;

  if (!sayso_casebook_count (load->casebook, SAYSO_ITEM_ACTOR, load->filter, &load->n_actors, &error) ||
      !sayso_casebook_get_graph (load->casebook, load->filter, MAX_ACTORS, &actors, &relations, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  tied = keep_tied (actors, relations);
  load->n_tied = tied->len;
  load->scene = sayso_graph_scene_new (tied, relations);
  if (!sayso_graph_scene_layout (load->scene, load->before, load->ratio, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
update_page (SaysoActorsView *self)
{
  SaysoGraphScene *scene = sayso_graph_canvas_get_scene (self->canvas);
  gboolean table = g_strcmp0 (adw_toggle_group_get_active_name (self->modes), "table") == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->heads), !table);
  if (table)
    gtk_stack_set_visible_child_name (self->pages, "table");
  else if (scene == NULL || sayso_graph_scene_get_n_nodes (scene) == 0)
    gtk_stack_set_visible_child_name (self->pages, "empty");
  else
    gtk_stack_set_visible_child_name (self->pages, "graph");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (source);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      sayso_graph_canvas_set_scene (self->canvas, NULL);
      adw_status_page_set_title (self->empty_page, _ ("Actors Could Not Be Read"));
      adw_status_page_set_description (self->empty_page, error->message);
      update_page (self);
      return;
    }

  if (load->n_actors == 0)
    {
      adw_status_page_set_title (self->empty_page, _ ("No Actors"));
      adw_status_page_set_description (self->empty_page, _ ("Nothing that the filters let through names anybody."));
    }
  else
    {
      adw_status_page_set_title (self->empty_page, _ ("No Relations"));
      adw_status_page_set_description (self->empty_page,
                                       _ ("No sentence ties these actors to each other. The table lists them."));
    }

  sayso_graph_canvas_set_covered (self->canvas, self->legend);
  sayso_graph_canvas_set_scene (self->canvas, load->scene);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), load->n_tied < load->n_actors);
  if (load->n_tied < load->n_actors)
    {
      guint n = load->n_actors - load->n_tied;
      g_autofree char *text = g_strdup_printf (ngettext ("%u actor without a relation here is in the table only",
                                                         "%u actors without a relation here are in the table only", n),
                                               n);

      gtk_label_set_text (self->left_out, text);
    }
  update_page (self);
}

static void
reload (SaysoActorsView *self)
{
  g_autoptr (GTask) task = NULL;
  SaysoGraphScene *before = sayso_graph_canvas_get_scene (self->canvas);
  Load *load;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->session == NULL)
    sayso_graph_canvas_set_scene (self->canvas, NULL);
  if (self->session == NULL || self->stale)
    return;

  load = g_new0 (Load, 1);
  load->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  load->filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  load->before = before != NULL ? sayso_graph_scene_ref (before) : NULL;
  load->ratio = sayso_graph_canvas_get_ratio (self->canvas);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, on_loaded, NULL);
  g_task_set_source_tag (task, reload);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
on_map (SaysoActorsView *self)
{
  if (self->stale)
    reload (self);
}

static void
on_zoom_in (SaysoActorsView *self)
{
  sayso_graph_canvas_zoom (self->canvas, 1.25);
}

static void
on_zoom_out (SaysoActorsView *self)
{
  sayso_graph_canvas_zoom (self->canvas, 0.8);
}

static void
on_fit (SaysoActorsView *self)
{
  sayso_graph_canvas_fit (self->canvas, TRUE);
}

static void
on_head_toggled (GtkToggleButton *button, SaysoActorsView *self)
{
  SaysoEdgeHead head = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "head"));

  sayso_graph_canvas_set_head_shown (self->canvas, head, gtk_toggle_button_get_active (button));
}

static GtkWidget *
labelled_swatch (GtkWidget *swatch, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));

  return box;
}

static void
add_heads (SaysoActorsView *self)
{
  const char *words[SAYSO_EDGE_HEADS] = { _ ("Acts on"), _ ("Part of"), _ ("Attributed to"), _ ("Reports") };

  for (guint head = 0; head < SAYSO_EDGE_HEADS; head++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), labelled_swatch (sayso_graph_swatch_new_edge (head), words[head]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      gtk_widget_add_css_class (button, "sayso-mark-pill");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words[head], -1);
      g_object_set_data (G_OBJECT (button), "head", GUINT_TO_POINTER (head));
      g_signal_connect (button, "toggled", G_CALLBACK (on_head_toggled), self);
      gtk_box_append (self->heads, button);
    }
}

static void
add_legend (SaysoActorsView *self)
{
  static const SaysoNameKind kinds[] = { SAYSO_NAME_ORGANIZATION, SAYSO_NAME_AGENCY, SAYSO_NAME_OUTLET,
                                         SAYSO_NAME_GROUP,        SAYSO_NAME_PERSON, SAYSO_NAME_PRODUCT,
                                         SAYSO_NAME_PLACE,        SAYSO_NAME_OTHER };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean unnamed = kinds[i] == SAYSO_NAME_OTHER; /* the last place is that of the unnamed */
      GtkWidget *item = labelled_swatch (sayso_graph_swatch_new_node (kinds[i], unnamed),
                                         sayso_node_kind_to_words (kinds[i], unnamed));

      gtk_widget_add_css_class (item, "caption");
      gtk_flow_box_append (self->legend_items, item);
      gtk_widget_set_focusable (gtk_widget_get_parent (item), FALSE);
    }
}

static void
set_session (SaysoActorsView *self, SaysoSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (sayso_session_get_casebook (self->session), self);
    }
  g_set_object (&self->session, session);
  sayso_graph_canvas_set_scene (self->canvas, NULL);
  sayso_graph_canvas_set_session (self->canvas, session);
  sayso_actors_table_set_session (self->table, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::filter", G_CALLBACK (reload), self);
      g_signal_connect_swapped (sayso_session_get_casebook (session), "changed", G_CALLBACK (reload), self);
    }
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
sayso_actors_view_dispose (GObject *object)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (object);

  if (self->session != NULL)
    set_session (self, NULL);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_ACTORS_VIEW);

  G_OBJECT_CLASS (sayso_actors_view_parent_class)->dispose (object);
}

static void
sayso_actors_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_actors_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_actors_view_class_init (SaysoActorsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sayso_actors_view_dispose;
  object_class->get_property = sayso_actors_view_get_property;
  object_class->set_property = sayso_actors_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_GRAPH_CANVAS);
  g_type_ensure (SAYSO_TYPE_ACTORS_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-actors-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, modes);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, heads);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, pages);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, canvas);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, table);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, legend);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, legend_items);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, left_out);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
}

static void
sayso_actors_view_init (SaysoActorsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_heads (self);
  add_legend (self);
  g_signal_connect_object (self->modes, "notify::active-name", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  update_page (self);
}
