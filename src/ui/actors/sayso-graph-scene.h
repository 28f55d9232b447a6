/* sayso-graph-scene.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <graphene.h>

#include "sayso-graph-layout.h"
#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoEdgeHead:
 * @SAYSO_EDGE_HEAD_ACTS_ON: filled triangle
 * @SAYSO_EDGE_HEAD_PART_OF: open diamond: part of, product of, successor of
 * @SAYSO_EDGE_HEAD_ATTRIBUTED: open chevron
 * @SAYSO_EDGE_HEAD_REPORTS: open circle
 *
 * The families of relation types, each with an arrow head of its own.
 */
typedef enum
{
  SAYSO_EDGE_HEAD_ACTS_ON,
  SAYSO_EDGE_HEAD_PART_OF,
  SAYSO_EDGE_HEAD_ATTRIBUTED,
  SAYSO_EDGE_HEAD_REPORTS,
} SaysoEdgeHead;

#define SAYSO_EDGE_HEADS (SAYSO_EDGE_HEAD_REPORTS + 1)

/**
 * SaysoSceneNode:
 * @actor: the actor
 * @center: where it is, in pixels at zoom 1
 * @radius: half its size
 * @group: what it stands together with on a circle
 * @time: what it is sorted by through time; %G_MAXINT64: none
 * @label: where its name stands, from the top left; empty where there is no room for it
 */
typedef struct
{
  SaysoActor *actor;
  graphene_point_t center;
  float radius;
  guint group;
  gint64 time;
  graphene_rect_t label;
} SaysoSceneNode;

/**
 * SaysoSceneEdge:
 * @relation: the relation
 * @from: index of the subject's node
 * @to: index of the object's node
 * @start: where the line leaves the subject
 * @end: where the arrow's tip touches the object
 * @head: what stands at its end
 * @width: of its line, by the evidence there is
 * @shift: how far it lies to the side of the line between both, in pixels, for those parallel to it
 */
typedef struct
{
  SaysoRelation *relation;
  guint from;
  guint to;
  graphene_point_t start;
  graphene_point_t end;
  SaysoEdgeHead head;
  float width;
  float shift;
} SaysoSceneEdge;

/* Two nodes of which it is disputed whether they are one actor. */
typedef struct
{
  guint one;
  guint other;
} SaysoSceneDoubt;

/**
 * SaysoGraphScene:
 *
 * A drawing of actors and relations: where everything stands, and what stands at a point. Knows no widget.
 */
typedef struct _SaysoGraphScene SaysoGraphScene;

#define SAYSO_TYPE_GRAPH_SCENE (sayso_graph_scene_get_type ())

GType sayso_graph_scene_get_type (void) G_GNUC_CONST;
SaysoGraphScene *sayso_graph_scene_new (GPtrArray *actors, GPtrArray *relations);
SaysoGraphScene *sayso_graph_scene_ref (SaysoGraphScene *self);
void sayso_graph_scene_unref (SaysoGraphScene *self);
void sayso_graph_scene_set_order (SaysoGraphScene *self, guint node, guint group, gint64 time);
void sayso_graph_scene_set_sources (SaysoGraphScene *self, guint edge, guint n_sources);
gboolean sayso_graph_scene_layout (SaysoGraphScene *self, SaysoLayoutForm form, GHashTable *places, double ratio,
                                   GCancellable *cancellable, GError **error);
SaysoGraphScene *sayso_graph_scene_copy (SaysoGraphScene *self);
void sayso_graph_scene_place_labels (SaysoGraphScene *self, const graphene_size_t *sizes, float gap);
void sayso_graph_scene_take_labels (SaysoGraphScene *self, SaysoGraphScene *other);
void sayso_graph_scene_move_node (SaysoGraphScene *self, guint node, const graphene_point_t *center);
gboolean sayso_graph_scene_add_doubt (SaysoGraphScene *self, gint64 one, gint64 other);
const GArray *sayso_graph_scene_get_doubts (SaysoGraphScene *self);
guint sayso_graph_scene_get_n_nodes (SaysoGraphScene *self);
guint sayso_graph_scene_get_n_edges (SaysoGraphScene *self);
const SaysoSceneNode *sayso_graph_scene_get_node (SaysoGraphScene *self, guint index);
const SaysoSceneEdge *sayso_graph_scene_get_edge (SaysoGraphScene *self, guint index);
gboolean sayso_graph_scene_find_node (SaysoGraphScene *self, gint64 actor, guint *index);
gboolean sayso_graph_scene_find_edge (SaysoGraphScene *self, gint64 relation, guint *index);
gboolean sayso_graph_scene_node_at (SaysoGraphScene *self, const graphene_point_t *point, guint *index);
gboolean sayso_graph_scene_edge_at (SaysoGraphScene *self, const graphene_point_t *point, float tolerance,
                                    guint *index);
gboolean sayso_graph_scene_node_under (SaysoGraphScene *self, guint node, guint *index);
gboolean sayso_graph_scene_neighbour (SaysoGraphScene *self, guint node, float dx, float dy, guint *index);
void sayso_graph_scene_get_extent (SaysoGraphScene *self, graphene_rect_t *extent);
float sayso_edge_width (guint n_sources, guint n_sentences);
SaysoEdgeHead sayso_edge_head_for_type (const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoGraphScene, sayso_graph_scene_unref)

G_END_DECLS
