/* sayso-time-surroundings.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"
#include "sayso-time-match.h"
#include "sayso-time-resolve.h"

G_BEGIN_DECLS

/**
 * SaysoTimeSurroundings:
 * @published: when the article was published
 * @tense: of the verb that the expression visited last stands with
 * @new_block: whether it is the first of its block
 * @heads: whether it dates what follows: "FEBRUARY 2015 — …", "June 3, 2015:", a year on a line of its own
 * @new_section: whether it is the first of its block, under a heading on a line of its own
 * @under_heading: whether its block stands under a heading of its own line
 *
 * What stands around the expressions of an article, visited in their order.
 */
typedef struct
{
  SaysoTimeReference published;
  SaysoTimeTense tense;
  gboolean new_block;
  gboolean heads;
  gboolean new_section;
  gboolean under_heading;

  /*< private >*/
  const SaysoTimeGrammar *grammar;
  SaysoReading *reading;
  GArray *tokens;
  guint16 *cues; /* by word */
  guint block;   /* first token of the block visited last */
  guint visited; /* first token of the expression visited last */
  SaysoTimeOrder order;
} SaysoTimeSurroundings;

void sayso_time_surroundings_init (SaysoTimeSurroundings *self, const SaysoTimeGrammar *grammar, SaysoReading *reading,
                                   GArray *tokens, const SaysoMetadata *metadata, const char *published);
void sayso_time_surroundings_clear (SaysoTimeSurroundings *self);
void sayso_time_surroundings_visit (SaysoTimeSurroundings *self, const SaysoTimeMatch *match);
void sayso_time_surroundings_find_published (SaysoTimeSurroundings *self, GArray *matches);
SaysoTimeOrder sayso_time_surroundings_get_order (SaysoTimeSurroundings *self, GArray *matches);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoTimeSurroundings, sayso_time_surroundings_clear)

G_END_DECLS
