/* sayso-story.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-telling.h"

G_BEGIN_DECLS

/**
 * SaysoStepWay:
 * @SAYSO_STEP_SOURCE: it has it from a source of its own
 * @SAYSO_STEP_CITES: it cites an article that the casebook holds
 * @SAYSO_STEP_OUTSIDE: it cites an outlet whose article the casebook does not hold
 * @SAYSO_STEP_COPIES: it repeats another word for word
 * @SAYSO_STEP_AGAIN: the same outlet told it before
 * @SAYSO_STEP_PRESS: it says that others reported it, without their names
 * @SAYSO_STEP_REPEATS: it gives no source, and came after another
 * @SAYSO_STEP_OPEN: it gives no source, and nobody told it before
 * @SAYSO_STEP_RULED: a person says that it is independent
 *
 * Where a telling has from what it tells.
 */
typedef enum
{
  SAYSO_STEP_SOURCE,
  SAYSO_STEP_CITES,
  SAYSO_STEP_OUTSIDE,
  SAYSO_STEP_COPIES,
  SAYSO_STEP_AGAIN,
  SAYSO_STEP_PRESS,
  SAYSO_STEP_REPEATS,
  SAYSO_STEP_OPEN,
  SAYSO_STEP_RULED,
} SaysoStepWay;

/**
 * SaysoStep:
 * @telling: the telling
 * @way: how
 * @to: the telling it is taken from, or 0
 * @origin: index of the origin it leads to
 * @outlet: (nullable): the outlet it names
 */
typedef struct
{
  gint64 telling;
  SaysoStepWay way;
  gint64 to;
  guint origin;
  char *outlet;
} SaysoStep;

/**
 * SaysoOrigin:
 * @kind: what it is; %SAYSO_SOURCE_UNKNOWN: nobody is named, the chain ends there
 * @several: more than one person
 * @name: (nullable): who, or what describes them
 * @via: (nullable): the outlet through which it is known only
 * @actor: the actor, or 0
 * @apart: a text says that it is another than the others
 * @merged: how many sources that may be others are taken for it, for they are described alike
 * @telling: the first telling that has it from there
 *
 * Where a story comes from.
 */
typedef struct
{
  SaysoSourceKind kind;
  gboolean several;
  char *name;
  char *via;
  gint64 actor;
  gboolean apart;
  guint merged;
  gint64 telling;
} SaysoOrigin;

/**
 * SaysoStory:
 * @id: its id
 * @lead: the telling that stands for all
 * @n_articles: how many articles tell it
 * @n_origins: from how many independent origins
 * @least: at least
 * @most: at most
 * @level: the sourcing meter, 0 to 4, of the best origin
 * @ruled: a person counted, not the program
 * @origins: (element-type SaysoOrigin)
 * @steps: (element-type SaysoStep): one for each telling, in the order of publication
 *
 * What several articles tell, and where they have it from.
 */
typedef struct
{
  gint64 id;
  gint64 lead;
  guint n_articles;
  guint n_origins;
  guint least;
  guint most;
  guint level;
  gboolean ruled;
  GArray *origins;
  GArray *steps;
} SaysoStory;

SaysoStory *sayso_story_new (void);
void sayso_story_free (SaysoStory *self);
SaysoStory *sayso_story_trace (SaysoConnection *db, GPtrArray *tellings);
void sayso_story_store (SaysoConnection *db, SaysoStory *self);
SaysoStory *sayso_story_load (SaysoConnection *db, gint64 id);
const SaysoStep *sayso_story_get_step (const SaysoStory *self, gint64 telling);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoStory, sayso_story_free)

G_END_DECLS
