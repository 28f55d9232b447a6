/* sayso-actors-view.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "sayso-actors-merge.h"
#include "sayso-actors-view-private.h"

enum
{
  PROP_SESSION = 1,
  PROP_LAYOUT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const layouts[] = {
  [SAYSO_LAYOUT_FREE] = "free",
  [SAYSO_LAYOUT_LEVELS] = "levels",
  [SAYSO_LAYOUT_CIRCLE] = "circle",
  [SAYSO_LAYOUT_TIMES] = "times",
};

G_DEFINE_FINAL_TYPE (SaysoActorsView, sayso_actors_view, ADW_TYPE_BIN)

GtkWidget *
sayso_actors_view_new (void)
{
  return g_object_new (SAYSO_TYPE_ACTORS_VIEW, NULL);
}

static void
on_map (SaysoActorsView *self)
{
  if (self->stale)
    sayso_actors_view_arrange (self);
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
on_moved (SaysoActorsView *self, guint node)
{
  sayso_actors_view_keep_place (self, node, TRUE);
}

static void
on_dropped (SaysoActorsView *self, gint64 actor, gint64 onto)
{
  sayso_actors_ask_merge (GTK_WIDGET (self), self->session, self->data, actor, onto);
}

static void
on_menu (SaysoActorsView *self, double x, double y)
{
  sayso_actors_view_show_menu (self, x, y);
}

/* What is selected now, and what was before: many things are done with both. */
static void
on_selection_changed (SaysoActorsView *self)
{
  gint64 id = sayso_session_get_selected_id (self->session);

  if (sayso_session_get_selected_kind (self->session) != SAYSO_ITEM_ACTOR || id == self->selected)
    return;
  self->before = self->selected;
  self->selected = id;
  sayso_actors_view_update_actions (self);
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
  self->selected = self->before = 0;
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->data, sayso_graph_data_unref);
  g_clear_pointer (&self->scope, sayso_graph_scope_free);
  self->scope = sayso_graph_scope_new ();
  sayso_actors_view_reset_choices (self);
  sayso_graph_canvas_set_scene (self->canvas, NULL, NULL);
  sayso_graph_canvas_set_session (self->canvas, session);
  sayso_actors_table_set_session (self->table, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::filter", G_CALLBACK (sayso_actors_view_reload), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (on_selection_changed), self);
      g_signal_connect_swapped (sayso_session_get_casebook (session), "changed", G_CALLBACK (sayso_actors_view_reload),
                                self);
    }
  sayso_actors_view_reload (self);
  sayso_actors_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
set_layout (SaysoActorsView *self, const char *name)
{
  for (guint form = 0; form < G_N_ELEMENTS (layouts); form++)
    if (g_strcmp0 (layouts[form], name) == 0 && self->form != form)
      {
        self->form = form;
        self->anew = TRUE;
        sayso_actors_view_arrange (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
      }
}

/**
 * sayso_actors_view_get_state:
 * @self: a view
 *
 * Returns: (transfer floating): how the reader left it, as `a{sv}`: graph or table, layout, and what of the graph is
 * seen
 */
GVariant *
sayso_actors_view_get_state (SaysoActorsView *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  double x, y, scale;

  g_return_val_if_fail (SAYSO_IS_ACTORS_VIEW (self), NULL);

  g_variant_dict_insert (&dict, "form", "s", adw_toggle_group_get_active_name (self->modes));
  g_variant_dict_insert (&dict, "layout", "s", layouts[self->form]);
  if (sayso_graph_canvas_get_place (self->canvas, &x, &y, &scale))
    g_variant_dict_insert (&dict, "place", "(ddd)", x, y, scale);

  return g_variant_dict_end (&dict);
}

/**
 * sayso_actors_view_set_state:
 * @self: a view that was not shown yet
 * @state: how the reader left another
 */
void
sayso_actors_view_set_state (SaysoActorsView *self, GVariant *state)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (state);
  const char *name;
  double x, y, scale;

  g_return_if_fail (SAYSO_IS_ACTORS_VIEW (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  if (g_variant_dict_lookup (&dict, "form", "&s", &name) && g_str_equal (name, "table"))
    adw_toggle_group_set_active_name (self->modes, name);
  if (g_variant_dict_lookup (&dict, "layout", "&s", &name))
    set_layout (self, name);
  if (g_variant_dict_lookup (&dict, "place", "(ddd)", &x, &y, &scale))
    {
      self->anew = FALSE;
      sayso_graph_canvas_set_place (self->canvas, x, y, scale);
    }
}

static void
sayso_actors_view_dispose (GObject *object)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (object);

  if (self->session != NULL)
    set_session (self, NULL);
  g_clear_handle_id (&self->playing, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAYSO_TYPE_ACTORS_VIEW);

  G_OBJECT_CLASS (sayso_actors_view_parent_class)->dispose (object);
}

static void
sayso_actors_view_finalize (GObject *object)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (object);

  g_clear_pointer (&self->data, sayso_graph_data_unref);
  g_clear_pointer (&self->scope, sayso_graph_scope_free);
  g_clear_pointer (&self->places, g_hash_table_unref);

  G_OBJECT_CLASS (sayso_actors_view_parent_class)->finalize (object);
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
    case PROP_LAYOUT:
      g_value_set_string (value, layouts[self->form]);
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
    case PROP_LAYOUT:
      set_layout (self, g_value_get_string (value));
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
  object_class->finalize = sayso_actors_view_finalize;
  object_class->get_property = sayso_actors_view_get_property;
  object_class->set_property = sayso_actors_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SAYSO_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, layouts[SAYSO_LAYOUT_FREE],
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SAYSO_TYPE_GRAPH_CANVAS);
  g_type_ensure (SAYSO_TYPE_ACTORS_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sayso/Sayso/ui/sayso-actors-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, modes);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, heads);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, show);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, kinds);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, voices);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, min_sources);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, pages);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, canvas);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, table);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, legend);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, legend_items);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, status);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, show_more);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, show_all);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, player);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, play);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, when);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, when_label);
  gtk_widget_class_bind_template_child (widget_class, SaysoActorsView, which_time);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  sayso_actors_view_install_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "actors.layout", "layout");
}

static void
sayso_actors_view_init (SaysoActorsView *self)
{
  self->scope = sayso_graph_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  sayso_actors_view_add_choices (self);
  g_signal_connect_object (self->modes, "notify::active-name", G_CALLBACK (sayso_actors_view_update_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  sayso_actors_view_update_status (self);
  sayso_actors_view_update_actions (self);
}
