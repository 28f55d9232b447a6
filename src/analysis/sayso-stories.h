/* sayso-stories.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-conflict.h"
#include "sayso-queries.h"
#include "sayso-story.h"

G_BEGIN_DECLS

/* Readings of what sayso_analysis_update() found. All block for milliseconds and may be called on any thread. */

/**
 * SaysoTold:
 * @telling: the telling
 * @title: title of the article
 * @published: (nullable): its date
 * @paragraph: number of the paragraph, from 1
 * @quote: the sentence
 * @step: where it has it from; owned by the story
 *
 * A telling as it is shown.
 */
typedef struct
{
  SaysoTelling *telling;
  char *title;
  char *published;
  guint paragraph;
  char *quote;
  const SaysoStep *step;
} SaysoTold;

/**
 * SaysoAccount:
 * @story: the story; its id is 0 where only one article tells it
 * @title: what it tells, in a line
 * @told: (element-type SaysoTold): who tells it, in the order of publication
 *
 * A story as it is shown.
 */
typedef struct
{
  SaysoStory *story;
  char *title;
  GPtrArray *told;
} SaysoAccount;

/**
 * SaysoClash:
 * @id: its id
 * @sort: what does not fit together
 * @class: what it is taken for
 * @ruled: (nullable): what a person takes it for, a type of link
 * @first: (element-type SaysoTold): one side
 * @second: the other
 * @effect: (nullable): of an effect before its cause, what dates the effect: the first side only says what it is owed
 * to
 *
 * A conflict as it is shown.
 */
typedef struct
{
  gint64 id;
  SaysoConflictSort sort;
  SaysoConflictClass class;
  char *ruled;
  SaysoTold *first;
  SaysoTold *second;
  SaysoTold *effect;
} SaysoClash;

SaysoAccount *sayso_stories_of_item (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, GError **error);
GPtrArray *sayso_stories_list (SaysoCasebook *casebook, guint offset, guint limit, GError **error);
GPtrArray *sayso_stories_conflicts (SaysoCasebook *casebook, SaysoItemKind kind, gint64 id, GError **error);
GPtrArray *sayso_stories_conflicts_within (SaysoCasebook *casebook, const SaysoFilter *filter, GError **error);
void sayso_account_free (SaysoAccount *self);
void sayso_clash_free (SaysoClash *self);

gboolean sayso_account_is_open (const SaysoAccount *self);
char *sayso_account_count_words (const SaysoAccount *self);
GPtrArray *sayso_account_reasons (const SaysoAccount *self);
char *sayso_origin_to_words (const SaysoOrigin *self);
char *sayso_told_to_words (const SaysoAccount *self, const SaysoTold *told);
char *sayso_told_outlet (const SaysoTold *self);
char *sayso_told_source (const SaysoTold *self);
SaysoConflictClass sayso_clash_class (const SaysoClash *self);
char *sayso_clash_to_words (const SaysoClash *self);
const char *sayso_conflict_class_to_words (SaysoConflictClass class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoAccount, sayso_account_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoClash, sayso_clash_free)

G_END_DECLS
