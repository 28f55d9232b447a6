/* sayso-graph-scope.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-graph-measures.h"
#include "sayso-graph-scene.h"
#include "sayso-ties.h"

G_BEGIN_DECLS

/**
 * SaysoGraphData:
 * @actors: (element-type SaysoActor): all that may be shown, the strongest first
 * @relations: (element-type SaysoRelation): the relations among them
 * @ties: (element-type SaysoTie): of each relation, in the same order
 * @measures: (array): of each actor
 * @index: actor's id → index + 1
 * @tie_index: relation's id → index + 1
 * @most_neighbours: to how many others anybody is tied at most
 *
 * What there is to choose from. Never changed, so that any thread can read it.
 */
typedef struct
{
  GPtrArray *actors;
  GPtrArray *relations;
  GArray *ties;
  SaysoMeasure *measures;
  GHashTable *index;
  GHashTable *tie_index;
  guint most_neighbours;
} SaysoGraphData;

SaysoGraphData *sayso_graph_data_new (GPtrArray *actors, GPtrArray *relations, GArray *ties, GCancellable *cancellable,
                                      GError **error);
void sayso_graph_data_unref (SaysoGraphData *self);
gboolean sayso_graph_data_find (SaysoGraphData *self, gint64 actor, guint *index);
GHashTable *sayso_graph_data_get_neighbours (SaysoGraphData *self, gint64 actor);
GHashTable *sayso_graph_data_get_paths (SaysoGraphData *self, gint64 from, gint64 to);
const SaysoTie *sayso_graph_data_get_tie (SaysoGraphData *self, gint64 relation);
const char *sayso_graph_data_get_role (SaysoGraphData *self, gint64 actor);
char *sayso_graph_data_describe (SaysoGraphData *self, gint64 actor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoGraphData, sayso_graph_data_unref)

/* A set of kinds, with one more bit for the unnamed; and of everything that an enumeration has. */
#define SAYSO_SCOPE_UNNAMED (1u << (SAYSO_NAME_PLACE + 1))
#define SAYSO_SCOPE_ALL (~0u)

/**
 * SaysoGraphScope:
 * @most: how many actors to show by themselves: the strongest that have relations
 * @only: (nullable): show these actors and no others
 * @more: show these beside the strongest
 * @hidden: show none of these
 * @kinds: bits of SaysoNameKind, and %SAYSO_SCOPE_UNNAMED
 * @heads: bits of SaysoEdgeHead
 * @voices: bits of SaysoVoice
 * @min_sources: relations known from at least so many independent sources
 * @until: relations up to this time, in seconds since 1970; %G_MAXINT64: all, also those without one
 * @by_known: whether that is when they became known, and not when they happened
 *
 * Which part of the data the graph shows. Sets hold ids of actors.
 */
typedef struct
{
  guint most;
  GHashTable *only;
  GHashTable *more;
  GHashTable *hidden;
  guint kinds;
  guint heads;
  guint voices;
  guint min_sources;
  gint64 until;
  gboolean by_known;
} SaysoGraphScope;

SaysoGraphScope *sayso_graph_scope_new (void);
SaysoGraphScope *sayso_graph_scope_copy (const SaysoGraphScope *self);
void sayso_graph_scope_free (SaysoGraphScope *self);
gboolean sayso_graph_scope_is_plain (const SaysoGraphScope *self);
void sayso_graph_scope_choose (const SaysoGraphScope *self, SaysoGraphData *data, GPtrArray **actors,
                               GPtrArray **relations);
gboolean sayso_graph_scope_get_times (const SaysoGraphScope *self, SaysoGraphData *data, gint64 *first, gint64 *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoGraphScope, sayso_graph_scope_free)

GHashTable *sayso_id_set_new (void);
void sayso_id_set_add (GHashTable *set, gint64 id);
gboolean sayso_id_set_has (GHashTable *set, gint64 id);

G_END_DECLS
