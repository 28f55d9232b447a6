/* sayso-actors-view-load.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <math.h>

#include "sayso-actors-view-private.h"
#include "sayso-remarks.h"

/* More than anybody draws; the table has the rest. */
#define MAX_ACTORS 5000

/* What one loading takes and gives. */
typedef struct
{
  SaysoCasebook *casebook;
  SaysoFilter *filter;
  SaysoGraphData *data; /* nullable: to be read */
  SaysoGraphScope *scope;
  GHashTable *places; /* nullable: to be read */
  SaysoLayoutForm form;
  double ratio;
  guint generation;
  SaysoGraphScene *scene;
  guint n_actors;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->casebook);
  sayso_filter_free (load->filter);
  g_clear_pointer (&load->data, sayso_graph_data_unref);
  g_clear_pointer (&load->scope, sayso_graph_scope_free);
  g_clear_pointer (&load->places, g_hash_table_unref);
  g_clear_pointer (&load->scene, sayso_graph_scene_unref);
  g_free (load);
}

static GHashTable *
places_new (const SaysoPlace *places, guint n)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < n; i++)
    {
      SaysoPlace *place = g_memdup2 (&places[i], sizeof *place);

      g_hash_table_insert (table, &place->actor, place);
    }

  return table;
}

static GHashTable *
places_copy (GHashTable *places)
{
  GHashTable *table = places_new (NULL, 0);
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    {
      SaysoPlace *copy = g_memdup2 (place, sizeof *copy);

      g_hash_table_insert (table, &copy->actor, copy);
    }

  return table;
}

static gboolean
read_data (Load *load, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64)), ties = NULL;

  if (!sayso_casebook_count (load->casebook, SAYSO_ITEM_ACTOR, load->filter, &load->n_actors, error) ||
      !sayso_casebook_get_graph (load->casebook, load->filter, MAX_ACTORS, &actors, &relations, error))
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    {
      gint64 id = sayso_item_get_id (g_ptr_array_index (relations, i));

      g_array_append_val (ids, id);
    }
  ties = sayso_casebook_get_ties (load->casebook, (const gint64 *) ids->data, ids->len, error);
  if (ties == NULL)
    return FALSE;
  load->data = sayso_graph_data_new (actors, relations, ties, cancellable, error);

  return load->data != NULL;
}

/* Groups and times, for the layouts that go by them; and how many sources relations have. */
static void
set_orders (Load *load)
{
  g_autoptr (GHashTable) times = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = sayso_graph_scene_get_n_nodes (load->scene);
  g_autofree gint64 *first = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    first[i] = G_MAXINT64;
  for (guint i = 0; i < load->data->ties->len; i++)
    {
      const SaysoTie *tie = &g_array_index (load->data->ties, SaysoTie, i);
      guint edge;

      if (!sayso_graph_scene_find_edge (load->scene, tie->relation, &edge))
        continue;
      sayso_graph_scene_set_sources (load->scene, edge, tie->n_sources);
      if (tie->happened != G_MAXINT64)
        {
          const SaysoSceneEdge *found = sayso_graph_scene_get_edge (load->scene, edge);

          first[found->from] = MIN (first[found->from], tie->happened);
          first[found->to] = MIN (first[found->to], tie->happened);
        }
    }
  for (guint i = 0; i < n; i++)
    {
      guint index;

      if (sayso_graph_data_find (load->data,
                                 sayso_item_get_id (SAYSO_ITEM (sayso_graph_scene_get_node (load->scene, i)->actor)),
                                 &index))
        sayso_graph_scene_set_order (load->scene, i, load->data->measures[index].group, first[i]);
    }
}

/* What a person noted of who is perhaps one. */
static void
add_doubts (Load *load)
{
  g_autoptr (GArray) disputes = sayso_casebook_get_disputed_identities (load->casebook, NULL);

  for (guint i = 0; disputes != NULL && i < disputes->len; i++)
    {
      const SaysoLookalike *dispute = &g_array_index (disputes, SaysoLookalike, i);

      sayso_graph_scene_add_doubt (load->scene, dispute->one, dispute->other);
    }
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;
  GError *error = NULL;

  if (load->data == NULL && !read_data (load, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (load->places == NULL)
    {
      g_autoptr (GArray) places = sayso_casebook_get_places (load->casebook, NULL);

      load->places =
          places_new (places != NULL ? (const SaysoPlace *) places->data : NULL, places != NULL ? places->len : 0);
    }

  sayso_graph_scope_choose (load->scope, load->data, &actors, &relations);
  load->scene = sayso_graph_scene_new (actors, relations);
  set_orders (load);
  add_doubts (load);
  if (!sayso_graph_scene_layout (load->scene, load->form, load->places, load->ratio, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  /* A casebook that cannot be written forgets them. */
  sayso_casebook_keep_places (source, task_data, NULL);
  g_task_return_boolean (task, TRUE);
}

/* @places: (transfer full) */
static void
keep (SaysoActorsView *self, GArray *places)
{
  g_autoptr (GTask) task = g_task_new (sayso_session_get_casebook (self->session), NULL, NULL, NULL);

  g_task_set_source_tag (task, keep);
  g_task_set_task_data (task, places, (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, keep_in_thread);
}

/* Remembers where all stand, in this window and in the casebook. */
static void
keep_places (SaysoActorsView *self, SaysoGraphScene *scene)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (SaysoPlace));

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (scene); i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (scene, i);
      SaysoPlace place = { sayso_item_get_id (SAYSO_ITEM (node->actor)), lrintf (node->center.x),
                           lrintf (node->center.y), FALSE };
      SaysoPlace *old = g_hash_table_lookup (self->places, &place.actor);

      if (old != NULL && old->x == place.x && old->y == place.y)
        continue;
      place.pinned = old != NULL && old->pinned;
      old = g_memdup2 (&place, sizeof place);
      g_hash_table_replace (self->places, &old->actor, old);
      g_array_append_val (changed, place);
    }
  if (changed->len > 0)
    keep (self, g_steal_pointer (&changed));
}

/**
 * sayso_actors_view_keep_place:
 * @self: a view
 * @node: index of a node in the canvas's scene
 * @pinned: whether it stays there whatever happens
 */
void
sayso_actors_view_keep_place (SaysoActorsView *self, guint node, gboolean pinned)
{
  const SaysoSceneNode *moved = sayso_graph_scene_get_node (sayso_graph_canvas_get_scene (self->canvas), node);
  SaysoPlace place = { sayso_item_get_id (SAYSO_ITEM (moved->actor)), lrintf (moved->center.x),
                       lrintf (moved->center.y), pinned };
  SaysoPlace *copy = g_memdup2 (&place, sizeof place);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SaysoPlace));

  if (self->places == NULL || self->form != SAYSO_LAYOUT_FREE)
    {
      g_free (copy);
      g_array_unref (places);
      return;
    }
  g_hash_table_replace (self->places, &copy->actor, copy);
  g_array_append_val (places, place);
  keep (self, places);
}

/* Of all that were not put where they are by hand. */
void
sayso_actors_view_forget_places (SaysoActorsView *self)
{
  GHashTableIter iter;
  gpointer place;

  if (self->places == NULL)
    return;
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    if (!((SaysoPlace *) place)->pinned)
      g_hash_table_iter_remove (&iter);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoActorsView *self = SAYSO_ACTORS_VIEW (source);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (load->generation != self->generation || self->session == NULL)
    return;
  g_clear_object (&self->loading);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      sayso_graph_canvas_set_scene (self->canvas, NULL, NULL);
      adw_status_page_set_title (self->empty_page, _ ("Actors Could Not Be Read"));
      adw_status_page_set_description (self->empty_page, error->message);
      sayso_actors_view_update_status (self);
      return;
    }

  if (self->data != load->data)
    {
      g_clear_pointer (&self->data, sayso_graph_data_unref);
      self->data = g_atomic_rc_box_acquire (load->data);
      self->n_actors = load->n_actors;
    }
  sayso_actors_table_set_data (self->table, self->data, self->scope);
  if (self->places == NULL)
    self->places = g_hash_table_ref (load->places);
  if (load->form == SAYSO_LAYOUT_FREE)
    keep_places (self, load->scene);

  sayso_graph_canvas_set_covered (self->canvas, GTK_WIDGET (self->status), self->legend);
  sayso_graph_canvas_set_scene (self->canvas, load->scene, self->data);
  sayso_actors_view_update_status (self); /* before the graph is fitted below it */
  if (self->anew)
    sayso_graph_canvas_fit (self->canvas, TRUE);
  self->anew = FALSE;
  sayso_actors_view_update_actions (self);
}

/**
 * sayso_actors_view_arrange:
 * @self: a view
 *
 * Shows what the scope chooses, reading what there is to choose from where that is not known. What was asked for
 * before is dropped.
 */
void
sayso_actors_view_arrange (SaysoActorsView *self)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->generation++;
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->session == NULL || self->stale)
    return;

  load = g_new0 (Load, 1);
  load->casebook = g_object_ref (sayso_session_get_casebook (self->session));
  load->filter = sayso_filter_copy (sayso_session_get_filter (self->session));
  load->data = self->data != NULL ? g_atomic_rc_box_acquire (self->data) : NULL;
  load->scope = sayso_graph_scope_copy (self->scope);
  load->places = self->places != NULL ? places_copy (self->places) : NULL;
  load->form = self->form;
  load->ratio = sayso_graph_canvas_get_ratio (self->canvas);
  load->generation = self->generation;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, on_loaded, NULL);
  g_task_set_source_tag (task, sayso_actors_view_arrange);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_in_thread);
}

/* The same after a change of the casebook or of the filter. */
void
sayso_actors_view_reload (SaysoActorsView *self)
{
  g_clear_pointer (&self->data, sayso_graph_data_unref);
  sayso_actors_view_arrange (self);
}
