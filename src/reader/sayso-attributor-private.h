/* sayso-attributor-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-quotes.h"
#include "sayso-reader-private.h"

G_BEGIN_DECLS

/*
 * SaysoAttributor: what makes attributions of the cues and words that the network saw
 * @reading: where they go
 * @tree: its trees, turned round
 * @quotes: its quotations
 */
typedef struct
{
  SaysoReading *reading;
  SaysoTree tree;
  SaysoQuotes quotes;
} SaysoAttributor;

/* Adds a run (element-type SaysoRun) without the marks around it; nothing that says nothing. */
void sayso_attributor_add_run (const SaysoAttributor *self, GArray *runs, SaysoRun run);
gboolean sayso_attributor_has_verb (const SaysoAttributor *self, SaysoRun run);

/* Mend where the runs of a part begin and end; each says how where it stands. */
void sayso_attributor_bridge_gaps (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_complete_phrases (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_complete_ends (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_trim_ends (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_stay_in_quotation (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_drop_manner (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_drop_leftovers (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_begin_with_mark (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_widen_scope (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_leave_source_out (const SaysoAttributor *self, GArray *runs, const GArray *source);
void sayso_attributor_leave_dateline_out (const SaysoAttributor *self, GArray *runs);

G_END_DECLS
