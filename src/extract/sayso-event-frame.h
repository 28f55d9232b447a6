/* sayso-event-frame.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extractor-private.h"

G_BEGIN_DECLS

/*
 * SaysoFrame: what a verb tells, with passives, relative clauses, conjunction and control undone; tokens, -1 for none.
 * @verb: the verb
 * @over: the verb over it ("aimed" of "aimed to thwart")
 * @agent: who does it
 * @patient: to whom it is done
 * @last_object: the last object where the tree gives two, as for "sales pitches"
 * @passive: whether it is told in the passive
 * @factuality: what the text says of its being so
 * @doubted: whether the author doubts it
 */
typedef struct
{
  guint verb;
  int over;
  int agent;
  int patient;
  int last_object;
  gboolean passive;
  SaysoFactuality factuality;
  gboolean doubted;
} SaysoFrame;

gboolean sayso_frame_read (SaysoExtractor *extractor, guint verb, SaysoFrame *frame);
SaysoRun sayso_frame_get_verb_run (const SaysoExtractor *extractor, const SaysoFrame *frame);
/* What it tells, as the text has it, on one short line. */
int sayso_frame_named_by (const SaysoExtractor *self, int token);
char *sayso_frame_make_title (SaysoExtractor *extractor, const SaysoFrame *frame);
char *sayso_frame_make_noun_title (const SaysoExtractor *extractor, guint noun);

G_END_DECLS
