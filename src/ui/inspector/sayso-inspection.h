/* sayso-inspection.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-chain.h"
#include "sayso-dates.h"
#include "sayso-history.h"
#include "sayso-profile.h"
#include "sayso-remarks.h"

G_BEGIN_DECLS

/**
 * SaysoInspection:
 * @item: the item itself
 * @article: (nullable): the article it stands in; %NULL for articles and for what stands in many
 * @links: (nullable) (element-type SaysoLink): claims, events and relations: on whose say-so
 * @level: the sourcing meter of @links
 * @content: (nullable): claims: what is claimed, in the words of the text
 * @actors: (element-type SaysoActor): events: who took part, in the order of its roles; relations: both ends
 * @place: (nullable): events: where
 * @dates: (nullable): events and claims: when it happened, was reported and was found out
 * @time: (nullable): events: the time that dates it
 * @anchor: (nullable): times: the time it counts from; events: the time theirs counts from
 * @before: (nullable) (element-type SaysoTime): times and events: dated times before it in the text that the time could
 *   count from, the nearest first
 * @events: (element-type SaysoEvent): claims and relations: what is told there
 * @around: (element-type SaysoEvent): events and claims: what else happened to the same actors within 60 days
 * @relations: (element-type SaysoRelation): actors: the strongest ones
 * @passages: (element-type SaysoPassage): what it rests on
 * @remarks: (element-type SaysoRemark): what a person wrote beside it
 * @edits: (element-type utf8 utf8): what a person set on it, see sayso_casebook_get_edits()
 * @history: (element-type SaysoChange): what a person did to it, the last first
 * @provenance: (nullable): articles: how it came
 * @profile: (nullable): articles and outlets: how it is sourced
 * @authors: (element-type SaysoProfile): articles: how those who wrote it source what they write, where the casebook
 *   has more of theirs than this; persons: how one who writes does
 * @near: (element-type SaysoArticle): articles: those that say nearly the same in the same words
 * @more: whether it rests on more passages than were asked for
 *
 * All that the inspector shows of one item, read at once. A value: nobody changes it.
 */
typedef struct
{
  SaysoItem *item;
  SaysoArticle *article;
  GArray *links;
  guint level;
  char *content;
  GPtrArray *actors;
  SaysoActor *place;
  SaysoDates *dates;
  SaysoTime *time;
  SaysoTime *anchor;
  GPtrArray *before;
  GPtrArray *events;
  GPtrArray *around;
  GPtrArray *relations;
  GArray *passages;
  GArray *remarks;
  GHashTable *edits;
  GArray *history;
  SaysoProvenance *provenance;
  SaysoProfile *profile;
  GPtrArray *authors;
  GPtrArray *near;
  gboolean more;
} SaysoInspection;

SaysoInspection *sayso_inspection_load (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint max_passages,
                                        GError **error);
void sayso_inspection_load_async (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, guint max_passages,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
SaysoInspection *sayso_inspection_load_finish (GAsyncResult *result, GError **error);
void sayso_inspection_free (SaysoInspection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoInspection, sayso_inspection_free)

G_END_DECLS
