/* sayso-actors-view-actions.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "sayso-actors-merge.h"
#include "sayso-actors-view-private.h"

static void
add_all (GHashTable *set, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    sayso_id_set_add (set, *(gint64 *) id);
}

static void
remove_all (GHashTable *set, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (set, id);
}

/* Shows these and no others; takes them. */
static void
show_only (SaysoActorsView *self, GHashTable *ids)
{
  g_clear_pointer (&self->scope->only, g_hash_table_unref);
  self->scope->only = ids;
  remove_all (self->scope->hidden, ids);
  self->anew = TRUE;
  sayso_actors_view_arrange (self);
}

static void
focus (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  GHashTable *ids = sayso_graph_data_get_neighbours (self->data, self->selected);

  sayso_id_set_add (ids, self->selected);
  show_only (self, ids);
}

static void
expand (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  g_autoptr (GHashTable) ids = sayso_graph_data_get_neighbours (self->data, self->selected);

  add_all (self->scope->more, ids);
  remove_all (self->scope->hidden, ids);
  if (self->scope->only != NULL)
    add_all (self->scope->only, ids);
  sayso_actors_view_arrange (self);
}

/* Hides those that nothing but this actor ties to the others. */
static void
collapse (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  SaysoGraphScene *scene = sayso_graph_canvas_get_scene (self->canvas);
  guint n = sayso_graph_scene_get_n_nodes (scene), center;
  g_autofree gboolean *near = g_new0 (gboolean, n + 1), *elsewhere = g_new0 (gboolean, n + 1);

  if (!sayso_graph_scene_find_node (scene, self->selected, &center))
    return;
  for (guint i = 0; i < sayso_graph_scene_get_n_edges (scene); i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (scene, i);

      if (edge->from == center || edge->to == center)
        near[edge->from == center ? edge->to : edge->from] = TRUE;
      else
        elsewhere[edge->from] = elsewhere[edge->to] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    if (near[i] && !elsewhere[i])
      sayso_id_set_add (self->scope->hidden,
                        sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (scene, i)->actor)));
  sayso_actors_view_arrange (self);
}

static void
hide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  sayso_id_set_add (self->scope->hidden, self->selected);
  sayso_actors_view_arrange (self);
}

static void
show_paths (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  GHashTable *ids = sayso_graph_data_get_paths (self->data, self->before, self->selected);

  if (g_hash_table_size (ids) > 0)
    {
      show_only (self, ids);
      return;
    }
  g_hash_table_unref (ids);
  sayso_session_say (self->session, _ ("No relations lead from one to the other."));
}

static void
show_common (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  g_autoptr (GHashTable) others = sayso_graph_data_get_neighbours (self->data, self->before);
  GHashTable *ids = sayso_graph_data_get_neighbours (self->data, self->selected);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (others, id))
      g_hash_table_iter_remove (&iter);
  if (g_hash_table_size (ids) == 0)
    {
      g_hash_table_unref (ids);
      sayso_session_say (self->session, _ ("They are tied to nobody in common."));
      return;
    }
  sayso_id_set_add (ids, self->selected);
  sayso_id_set_add (ids, self->before);
  show_only (self, ids);
}

static void
show_community (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  GHashTable *ids = sayso_id_set_new ();
  guint index;

  if (sayso_graph_data_find (self->data, self->selected, &index))
    for (guint i = 0; i < self->data->actors->len; i++)
      if (self->data->measures[i].group == self->data->measures[index].group)
        sayso_id_set_add (ids, sayso_item_get_id (g_ptr_array_index (self->data->actors, i)));
  show_only (self, ids);
}

static void
reset (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  g_clear_pointer (&self->scope, sayso_graph_scope_free);
  self->scope = sayso_graph_scope_new ();
  sayso_actors_view_reset_choices (self);
  self->anew = TRUE;
  sayso_actors_view_arrange (self);
}

static void
show_more (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  self->scope->most *= 3;
  self->anew = TRUE;
  sayso_actors_view_arrange (self);
}

static void
lay_out_anew (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  sayso_actors_view_forget_places (self);
  self->anew = TRUE;
  sayso_actors_view_arrange (self);
}

static void
release (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  SaysoPlace *place = self->places != NULL ? g_hash_table_lookup (self->places, &self->selected) : NULL;
  guint node;

  if (place == NULL ||
      !sayso_graph_scene_find_node (sayso_graph_canvas_get_scene (self->canvas), self->selected, &node))
    return;
  sayso_actors_view_keep_place (self, node, FALSE);
  sayso_actors_view_arrange (self);
}

static void
merge (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  sayso_actors_ask_merge (widget, self->session, self->data, self->selected, self->before);
}

static void
split (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  sayso_actors_ask_split (widget, self->session, self->selected);
}

static void
keep_apart (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  sayso_actors_keep_apart (self->session, self->selected, self->before);
}

static void
copy_name (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);
  g_autoptr (SaysoItem) actor =
      sayso_casebook_get (sayso_session_get_casebook (self->session), SAYSO_ITEM_ACTOR, self->selected, NULL);

  if (actor != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), sayso_item_get_title (actor));
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sayso_actors_view_save (SAYSO_ACTORS_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
play (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (widget);

  sayso_actors_view_start_player (self, !gtk_revealer_get_reveal_child (self->player));
}

/* Only for the selected actor, or also for the one before it. */
static const char *const of_one[] = { "actors.focus",     "actors.expand",  "actors.collapse", "actors.hide",
                                      "actors.community", "actors.release", "actors.split",    "actors.copy-name" };
static const char *const of_two[] = { "actors.paths", "actors.common", "actors.merge", "actors.keep-apart" };

void
sayso_actors_view_update_actions (SaysoActorsView *self)
{
  gboolean one = self->session != NULL && self->data != NULL && self->selected != 0;
  gboolean two = one && self->before != 0 && self->before != self->selected;
  guint n = self->data != NULL && sayso_graph_canvas_get_scene (self->canvas) != NULL
                ? sayso_graph_scene_get_n_nodes (sayso_graph_canvas_get_scene (self->canvas))
                : 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_one); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_one[i], one);
  for (guint i = 0; i < G_N_ELEMENTS (of_two); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_two[i], two);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actors.save", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actors.play", self->data != NULL);
}

static void
append (GMenu *section, const char *label, const char *action)
{
  g_menu_append (section, label, action);
}

/* @label: (transfer full) */
static void
append_about (GMenu *section, char *label, const char *action)
{
  g_menu_append (section, label, action);
  g_free (label);
}

/**
 * sayso_actors_view_show_menu:
 * @self: a view
 * @x: where, on its canvas
 * @y: likewise
 *
 * Shows what can be done with the selected actor, by itself and with the one selected before it.
 */
void
sayso_actors_view_show_menu (SaysoActorsView *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new (), look = g_menu_new (), identity = g_menu_new ();
  g_autoptr (SaysoItem) before = NULL;
  graphene_point_t point = GRAPHENE_POINT_INIT (x, y);

  if (self->selected == 0 || self->session == NULL)
    return;

  append (look, _ ("_Focus"), "actors.focus");
  append (look, _ ("_Expand"), "actors.expand");
  append (look, _ ("_Collapse"), "actors.collapse");
  append (look, _ ("_Hide"), "actors.hide");
  append (look, _ ("Show Its C_ommunity"), "actors.community");
  append (look, _ ("_Release"), "actors.release");
  append (identity, _ ("_Split…"), "actors.split");
  append (identity, _ ("Copy _Name"), "actors.copy-name");
  if (self->before != 0 && self->before != self->selected)
    before = sayso_casebook_get (sayso_session_get_casebook (self->session), SAYSO_ITEM_ACTOR, self->before, NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  if (before != NULL)
    {
      g_autoptr (GMenu) both = g_menu_new ();
      const char *title = sayso_item_get_title (before);

      /* Translators: these are followed by the name of an actor */
      append_about (both, g_strdup_printf (_ ("_Paths from %s"), title), "actors.paths");
      append_about (both, g_strdup_printf (_ ("_In Common with %s"), title), "actors.common");
      append_about (both, g_strdup_printf (_ ("_Merge into %s…"), title), "actors.merge");
      append_about (both, g_strdup_printf (_ ("Not the S_ame as %s"), title), "actors.keep-apart");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (both));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (identity));

  if (!gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self), &point, &point))
    return;
  gtk_popover_menu_set_menu_model (self->menu, G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
sayso_actors_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "actors.focus", NULL, focus },
    { "actors.expand", NULL, expand },
    { "actors.collapse", NULL, collapse },
    { "actors.hide", NULL, hide },
    { "actors.community", NULL, show_community },
    { "actors.paths", NULL, show_paths },
    { "actors.common", NULL, show_common },
    { "actors.merge", NULL, merge },
    { "actors.keep-apart", NULL, keep_apart },
    { "actors.split", NULL, split },
    { "actors.release", NULL, release },
    { "actors.copy-name", NULL, copy_name },
    { "actors.reset", NULL, reset },
    { "actors.show-more", NULL, show_more },
    { "actors.lay-out-anew", NULL, lay_out_anew },
    { "actors.play", NULL, play },
    { "actors.save", "s", save },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].func);
}
