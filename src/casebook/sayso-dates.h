/* sayso-dates.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/**
 * SaysoDates:
 * @occurred: when it happened
 * @reported: when it was first reported; %SAYSO_BOUNDS_UNKNOWN where that is not known, as the others
 * @learned: when somebody found it out
 * @occurred_event: the event that @occurred is the date of, or 0
 * @reported_event: the event that says when it was reported, or 0: then @reported is the date of publication of
 *   @article, or not known
 * @learned_event: the event that says when it was found out, or 0
 * @article: the first article that tells it, by its date of publication, or 0
 * @outlet: (nullable): who published that
 *
 * The three dates of an event or a claim, which are kept apart: when it happened, when that was reported, and when
 * somebody learned of it.
 */
typedef struct
{
  SaysoBounds occurred;
  SaysoBounds reported;
  SaysoBounds learned;
  gint64 occurred_event;
  gint64 reported_event;
  gint64 learned_event;
  gint64 article;
  char *outlet;
} SaysoDates;

SaysoDates *sayso_casebook_get_dates (SaysoCasebook *self, SaysoItemKind kind, gint64 id, GError **error);
void sayso_dates_free (SaysoDates *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoDates, sayso_dates_free)

G_END_DECLS
