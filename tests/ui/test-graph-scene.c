/* test-graph-scene.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-graph-scene.h"
#include "sayso-ties.h"

#include <glib/gstdio.h>
#include <math.h>

#define LABEL_HEIGHT 16.0f

/* A tie between two actors by number, and how it is told. */
typedef struct
{
  guint subject;
  const char *type;
  guint object;
  guint n_evidence;
} Tie;

/* Both ways between 0 and 1, a star around 0, and a pair apart. */
static const Tie ties[] = {
  { 0, "acts-on", 1, 6 },       { 1, "acts-on", 0, 1 },    { 2, "part-of", 0, 2 },
  { 3, "attributed-to", 0, 1 }, { 4, "reports-on", 0, 3 }, { 5, "successor-of", 6, 1 },
};

static SaysoExtraction *
make_extraction (SaysoText *text, guint n_actors)
{
  g_autoptr (SaysoReading) reading = sayso_reading_new (text);
  SaysoExtraction *extraction = sayso_extraction_new (reading);

  for (guint i = 0; i < n_actors; i++)
    {
      SaysoExtractedActor actor = { g_strdup_printf ("Actor %u", i), SAYSO_NAME_ORGANIZATION, FALSE,
                                    g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (extraction->actors, actor);
      for (guint k = 0; k < n_actors - i; k++)
        {
          SaysoExtractedMention mention = { i, SAYSO_SPAN (2 * (i * n_actors + k), 2 * (i * n_actors + k) + 1),
                                            SAYSO_FORM_NAME };

          g_array_append_val (extraction->mentions, mention);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      SaysoExtractedRelation relation = { ties[i].subject, ties[i].type, g_strdup ("did something to"), ties[i].object,
                                          g_array_new (FALSE, FALSE, sizeof (SaysoEvidence)) };

      for (guint k = 0; k < ties[i].n_evidence; k++)
        {
          SaysoEvidence evidence = { SAYSO_SPAN (10 * k, 10 * k + 5), SAYSO_NONE, SAYSO_NONE };

          g_array_append_val (relation.evidence, evidence);
        }
      g_array_append_val (extraction->relations, relation);
    }

  return extraction;
}

/* A scene of what a casebook gives back. */
static SaysoGraphScene *
make_scene (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sayso-scene-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "scene.sayso", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("letters", 7);
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (GPtrArray) actors = NULL, relations = NULL;
  g_autoptr (GError) error = NULL;
  SaysoMetadata metadata = { 0 };
  gint64 id;

  for (guint i = 0; i < 200; i++)
    g_string_append (letters, "a ");
  text = sayso_text_new (letters->str, letters->len);
  document = sayso_document_new (bytes, "letters.txt", "text/plain", &metadata, text);
  extraction = make_extraction (text, 8);
  command = sayso_command_new_import (document, extraction);

  casebook = sayso_casebook_new (file, SAYSO_CASEBOOK_CREATE, NULL, &error);
  g_assert_no_error (error);
  sayso_casebook_submit (casebook, command, &id, &error);
  g_assert_no_error (error);
  sayso_casebook_get_graph (casebook, filter, 100, &actors, &relations, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (relations->len, ==, G_N_ELEMENTS (ties));
  sayso_casebook_close (casebook);
  g_clear_object (&casebook);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strconcat (path, (const char *[]) { "", "-wal", "-shm" }[i], NULL);

      g_remove (name);
    }
  g_rmdir (folder);

  return sayso_graph_scene_new (actors, relations);
}

static SaysoGraphScene *
make_layout (GHashTable *places)
{
  SaysoGraphScene *scene = make_scene ();
  g_autoptr (GError) error = NULL;
  g_autofree graphene_size_t *sizes = g_new (graphene_size_t, sayso_graph_scene_get_n_nodes (scene));

  g_assert_true (sayso_graph_scene_layout (scene, SAYSO_LAYOUT_FREE, places, 1.5, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (scene); i++)
    graphene_size_init (&sizes[i], 60 + 8 * i, LABEL_HEIGHT);
  sayso_graph_scene_place_labels (scene, sizes, 4);

  return scene;
}

static const SaysoSceneNode *
node_called (SaysoGraphScene *scene, const char *name, guint *index)
{
  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (scene); i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (scene, i);

      if (g_strcmp0 (sayso_item_get_title (SAYSO_ITEM (node->actor)), name) == 0)
        {
          if (index != NULL)
            *index = i;
          return node;
        }
    }
  g_assert_not_reached ();
}

static void
test_strength (void)
{
  g_autoptr (SaysoGraphScene) scene = make_layout (NULL);

  g_assert_cmpuint (sayso_graph_scene_get_n_edges (scene), ==, G_N_ELEMENTS (ties));
  for (guint i = 0; i < sayso_graph_scene_get_n_edges (scene); i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (scene, i);
      guint n = edge->relation->n_evidence;

      g_assert_cmpfloat (edge->width, ==, sayso_edge_width (1, n));
      g_assert_true (edge->head == sayso_edge_head_for_type (edge->relation->type));
    }
  g_assert_cmpfloat (node_called (scene, "Actor 0", NULL)->radius, ==, 21); /* 8 mentions */
  g_assert_cmpfloat (node_called (scene, "Actor 7", NULL)->radius, ==, 15); /* 1 */
}

static void
test_heads (void)
{
  g_assert_cmpint (sayso_edge_head_for_type ("acts-on"), ==, SAYSO_EDGE_HEAD_ACTS_ON);
  g_assert_cmpint (sayso_edge_head_for_type ("product-of"), ==, SAYSO_EDGE_HEAD_PART_OF);
  g_assert_cmpint (sayso_edge_head_for_type ("attributed-to"), ==, SAYSO_EDGE_HEAD_ATTRIBUTED);
  g_assert_cmpint (sayso_edge_head_for_type ("reports-on"), ==, SAYSO_EDGE_HEAD_REPORTS);
  g_assert_cmpint (sayso_edge_head_for_type ("what nobody knows yet"), ==, SAYSO_EDGE_HEAD_ACTS_ON);
}

static void
test_edges_touch_nodes (void)
{
  g_autoptr (SaysoGraphScene) scene = make_layout (NULL);

  for (guint i = 0; i < sayso_graph_scene_get_n_edges (scene); i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (scene, i);
      const SaysoSceneNode *from = sayso_graph_scene_get_node (scene, edge->from);
      const SaysoSceneNode *to = sayso_graph_scene_get_node (scene, edge->to);
      float leave = hypotf (edge->start.x - from->center.x, edge->start.y - from->center.y);
      float arrive = hypotf (edge->end.x - to->center.x, edge->end.y - to->center.y);

      g_assert_cmpfloat (leave, >=, from->radius);
      g_assert_cmpfloat (leave, <, from->radius + 8);
      g_assert_cmpfloat (arrive, >=, to->radius);
      g_assert_cmpfloat (arrive, <, to->radius + 8);
    }
}

static void
test_opposite_edges_are_apart (void)
{
  g_autoptr (SaysoGraphScene) scene = make_layout (NULL);
  const SaysoSceneEdge *there = NULL, *back = NULL;
  guint zero, one;

  node_called (scene, "Actor 0", &zero);
  node_called (scene, "Actor 1", &one);
  for (guint i = 0; i < sayso_graph_scene_get_n_edges (scene); i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (scene, i);

      if (edge->from == zero && edge->to == one)
        there = edge;
      if (edge->from == one && edge->to == zero)
        back = edge;
    }
  g_assert_nonnull (there);
  g_assert_nonnull (back);
  g_assert_cmpfloat (hypotf (there->start.x - back->end.x, there->start.y - back->end.y), >, 10);
  g_assert_cmpfloat (hypotf (there->end.x - back->start.x, there->end.y - back->start.y), >, 10);
}

static void
test_names_do_not_overlap (void)
{
  g_autoptr (SaysoGraphScene) scene = make_layout (NULL);

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (scene); i++)
    for (guint j = i + 1; j < sayso_graph_scene_get_n_nodes (scene); j++)
      g_assert_false (graphene_rect_intersection (&sayso_graph_scene_get_node (scene, i)->label,
                                                  &sayso_graph_scene_get_node (scene, j)->label, NULL));
}

static void
test_hits (void)
{
  g_autoptr (SaysoGraphScene) scene = make_layout (NULL);
  graphene_rect_t extent;
  guint found;

  for (guint i = 0; i < sayso_graph_scene_get_n_nodes (scene); i++)
    {
      const SaysoSceneNode *node = sayso_graph_scene_get_node (scene, i);
      graphene_point_t name = GRAPHENE_POINT_INIT (node->label.origin.x + 2, node->label.origin.y + 2);

      g_assert_true (sayso_graph_scene_node_at (scene, &node->center, &found));
      g_assert_cmpuint (found, ==, i);
      g_assert_true (sayso_graph_scene_node_at (scene, &name, &found));
      g_assert_cmpuint (found, ==, i);
      g_assert_true (sayso_graph_scene_find_node (scene, sayso_item_get_id (SAYSO_ITEM (node->actor)), &found));
      g_assert_cmpuint (found, ==, i);
    }
  for (guint i = 0; i < sayso_graph_scene_get_n_edges (scene); i++)
    {
      const SaysoSceneEdge *edge = sayso_graph_scene_get_edge (scene, i);
      graphene_point_t middle =
          GRAPHENE_POINT_INIT ((edge->start.x + edge->end.x) / 2, (edge->start.y + edge->end.y) / 2);

      g_assert_true (sayso_graph_scene_edge_at (scene, &middle, 5, &found));
      g_assert_cmpuint (found, ==, i);
      g_assert_true (sayso_graph_scene_find_edge (scene, sayso_item_get_id (SAYSO_ITEM (edge->relation)), &found));
      g_assert_cmpuint (found, ==, i);
    }

  sayso_graph_scene_get_extent (scene, &extent);
  g_assert_false (
      sayso_graph_scene_node_at (scene, &GRAPHENE_POINT_INIT (extent.origin.x - 10, extent.origin.y - 10), &found));
  g_assert_false (sayso_graph_scene_find_node (scene, 999, &found));
}

/* From every node, arrow keys lead to every other. */
static void
test_keys_reach_all (void)
{
  static const float ways[4][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  g_autoptr (SaysoGraphScene) scene = make_layout (NULL);
  guint n = sayso_graph_scene_get_n_nodes (scene), n_seen = 1, next;
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  g_autoptr (GQueue) queue = g_queue_new ();

  seen[0] = TRUE;
  g_queue_push_tail (queue, GUINT_TO_POINTER (0));
  while (!g_queue_is_empty (queue))
    {
      guint here = GPOINTER_TO_UINT (g_queue_pop_head (queue));

      for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
        if (sayso_graph_scene_neighbour (scene, here, ways[w][0], ways[w][1], &next) && !seen[next])
          {
            seen[next] = TRUE;
            n_seen++;
            g_queue_push_tail (queue, GUINT_TO_POINTER (next));
          }
    }
  g_assert_cmpuint (n_seen, ==, n);
}

/* What a reader put somewhere stays when everything is laid out anew. */
static void
test_moved_stays (void)
{
  g_autoptr (SaysoGraphScene) scene = make_layout (NULL), again = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  SaysoPlace place = { 0, -400, 250, TRUE };

  place.actor = sayso_item_get_id (SAYSO_ITEM (node_called (scene, "Actor 2", NULL)->actor));
  g_hash_table_insert (places, &place.actor, &place);
  again = make_layout (places);
  g_assert_cmpfloat_with_epsilon (node_called (again, "Actor 2", NULL)->center.x, -400, 0.01);
  g_assert_cmpfloat_with_epsilon (node_called (again, "Actor 2", NULL)->center.y, 250, 0.01);
}

/* More sources and more sentences never make a line thinner; sources count for more than repetitions. */
static void
test_width (void)
{
  for (guint sources = 1; sources < 20; sources++)
    for (guint sentences = sources; sentences < 30; sentences++)
      {
        g_assert_cmpfloat (sayso_edge_width (sources, sentences + 1), >=, sayso_edge_width (sources, sentences));
        g_assert_cmpfloat (sayso_edge_width (sources + 1, sentences + 1), >=, sayso_edge_width (sources, sentences));
        g_assert_cmpfloat (sayso_edge_width (sources, sentences), <, 6);
      }
  g_assert_cmpfloat (sayso_edge_width (1, 2), >, sayso_edge_width (1, 1));
  g_assert_cmpfloat (sayso_edge_width (3, 3), >, sayso_edge_width (1, 5));
}

/* Who is perhaps the same stands near, is no relation, and is copied with the rest. */
static void
test_doubts (void)
{
  g_autoptr (SaysoGraphScene) scene = make_scene (), copy = NULL;
  g_autoptr (GError) error = NULL;
  guint n = sayso_graph_scene_get_n_edges (scene), apart, among;
  const SaysoSceneDoubt *doubt;
  float distance;

  /* A star around 1, and a pair, 6 and 7. */
  g_assert_true (sayso_graph_scene_add_doubt (scene, 1, 6));
  g_assert_false (sayso_graph_scene_add_doubt (scene, 1, 1));
  g_assert_false (sayso_graph_scene_add_doubt (scene, 1, 4711));
  g_assert_cmpuint (sayso_graph_scene_get_n_edges (scene), ==, n);
  g_assert_true (sayso_graph_scene_layout (scene, SAYSO_LAYOUT_FREE, NULL, 1.5, NULL, &error));
  g_assert_no_error (error);

  copy = sayso_graph_scene_copy (scene);
  g_assert_cmpuint (sayso_graph_scene_get_doubts (copy)->len, ==, 1);
  doubt = &g_array_index (sayso_graph_scene_get_doubts (copy), SaysoSceneDoubt, 0);
  g_assert_true (sayso_graph_scene_find_node (copy, 1, &among) && sayso_graph_scene_find_node (copy, 6, &apart));
  g_assert_cmpuint (doubt->one, ==, among);
  g_assert_cmpuint (doubt->other, ==, apart);
  distance = graphene_point_distance (&sayso_graph_scene_get_node (copy, among)->center,
                                      &sayso_graph_scene_get_node (copy, apart)->center, NULL, NULL);
  g_assert_cmpfloat (distance, <, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-scene/strength", test_strength);
  g_test_add_func ("/graph-scene/heads", test_heads);
  g_test_add_func ("/graph-scene/edges-touch-nodes", test_edges_touch_nodes);
  g_test_add_func ("/graph-scene/opposite-edges-are-apart", test_opposite_edges_are_apart);
  g_test_add_func ("/graph-scene/names-do-not-overlap", test_names_do_not_overlap);
  g_test_add_func ("/graph-scene/hits", test_hits);
  g_test_add_func ("/graph-scene/keys-reach-all", test_keys_reach_all);
  g_test_add_func ("/graph-scene/moved-stays", test_moved_stays);
  g_test_add_func ("/graph-scene/width", test_width);
  g_test_add_func ("/graph-scene/doubts", test_doubts);

  return g_test_run ();
}
