/* sayso-conflict.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-likeness.h"

G_BEGIN_DECLS

/**
 * SaysoConflictSort:
 * @SAYSO_CONFLICT_NONE: there is none
 * @SAYSO_CONFLICT_DATES: one event, two datings that cannot both hold
 * @SAYSO_CONFLICT_NUMBER: two numbers for one thing
 * @SAYSO_CONFLICT_DENIAL: one says it was so, the other that it was not
 * @SAYSO_CONFLICT_ACTOR: one act of two different actors
 * @SAYSO_CONFLICT_PRODUCT: what is told of a product is told of its company
 * @SAYSO_CONFLICT_ORDER: an effect before its cause
 */
typedef enum
{
  SAYSO_CONFLICT_NONE,
  SAYSO_CONFLICT_DATES,
  SAYSO_CONFLICT_NUMBER,
  SAYSO_CONFLICT_DENIAL,
  SAYSO_CONFLICT_ACTOR,
  SAYSO_CONFLICT_PRODUCT,
  SAYSO_CONFLICT_ORDER,
} SaysoConflictSort;

/**
 * SaysoConflictClass:
 *
 * What a conflict is taken for.
 */
typedef enum
{
  SAYSO_CONFLICT_CLASS_CONTRADICTION,
  SAYSO_CONFLICT_CLASS_SUPERSEDED,
  SAYSO_CONFLICT_CLASS_OTHER,
  SAYSO_CONFLICT_CLASS_UNSURE,
} SaysoConflictClass;

SaysoConflictSort sayso_conflict_of (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b,
                                     const SaysoLikeness *likeness);
gboolean sayso_conflict_of_product (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b);
SaysoConflictClass sayso_conflict_classify (SaysoConflictSort sort, const SaysoTelling *a, const SaysoTelling *b,
                                            const SaysoLikeness *likeness);
void sayso_conflict_add (SaysoConnection *db, const SaysoTelling *a, const SaysoTelling *b, SaysoConflictSort sort,
                         SaysoConflictClass class, const char *why);
char *sayso_conflict_ruling (SaysoConnection *db, gint64 a, gint64 b);
void sayso_conflict_find_order (SaysoConnection *db, const SaysoTelling *telling);

G_END_DECLS
