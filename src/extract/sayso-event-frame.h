/* sayso-event-frame.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extractor-private.h"

G_BEGIN_DECLS

/* "accused the ministry | of hiding it", "kept them | from leaving": what the object of the verb above does. */
#define SAYSO_OF_OBJECT "of from with against for into over"

/*
 * SaysoFrame: what a verb tells, with passives, relative clauses, conjunction and control undone; tokens, -1 for none.
 * @verb: the verb
 * @over: the verb over it ("aimed" of "aimed to thwart")
 * @control: the verb that says what the text makes of it ("allowed him to pay"), whoever does it
 * @agent: who does it
 * @patient: to whom it is done
 * @last_object: the last object where the tree gives two, as for "sales pitches"
 * @passive: whether it is told in the passive
 * @factuality: what the text says of its being so
 * @supposed: whether it stands under a condition or in a question
 * @doubted: whether the author doubts it
 * @told: whether it is told at all; else it is only mentioned: orders, purposes, participles before a noun
 */
typedef struct
{
  guint verb;
  int over;
  int control;
  int agent;
  int patient;
  int last_object;
  gboolean passive;
  SaysoFactuality factuality;
  gboolean supposed;
  gboolean doubted;
  gboolean told;
} SaysoFrame;

gboolean sayso_frame_read (SaysoExtractor *extractor, guint verb, SaysoFrame *frame);
SaysoRun sayso_frame_get_verb_run (const SaysoExtractor *extractor, const SaysoFrame *frame);
int sayso_frame_named_by (const SaysoExtractor *self, int token);

G_END_DECLS
