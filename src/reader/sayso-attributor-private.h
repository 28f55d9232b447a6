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
 * @owner: for each token the first token of the cue beside it that gives it and 1, or 0
 */
typedef struct
{
  SaysoReading *reading;
  SaysoTree tree;
  SaysoQuotes quotes;
  guint *owner;
} SaysoAttributor;

/* Adds a run (element-type SaysoRun) without the marks around it; nothing that says nothing. */
void sayso_attributor_add_run (const SaysoAttributor *self, GArray *runs, SaysoRun run);
int sayso_attributor_compare_runs (gconstpointer a, gconstpointer b);
gboolean sayso_attributor_has_verb (const SaysoAttributor *self, SaysoRun run);
gboolean sayso_attributor_stands_in (const GArray *runs, guint token);
void sayso_attributor_remove_run (const SaysoAttributor *self, GArray *runs, SaysoRun out);

/* Which words belong to which cue, before parts are made of them. */
void sayso_attributor_fold_cues (const SaysoAttributor *self, GArray *cues);
void sayso_attributor_find_owners (SaysoAttributor *self, const GArray *cues);
gboolean sayso_attributor_is_owned (const SaysoAttributor *self, guint word, const SaysoCue *cue);

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
void sayso_attributor_find_subject (const SaysoAttributor *self, GArray *runs, guint head);
void sayso_attributor_trim_source (const SaysoAttributor *self, GArray *runs, guint head);
gboolean sayso_attributor_cites (const SaysoAttributor *self, guint verb, SaysoRun *who);
void sayso_attributor_leave_cited_out (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
gboolean sayso_attributor_is_told (const SaysoAttributor *self, const GArray *runs, guint head);
void sayso_attributor_take_all_before (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, guint head);
void sayso_attributor_stay_in_clause (const SaysoAttributor *self, GArray *runs, guint head);
void sayso_attributor_drop_tail (const SaysoAttributor *self, GArray *runs, guint head);
void sayso_attributor_take_clause (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, guint head);
void sayso_attributor_leave_cue_out (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue);
void sayso_attributor_drop_joined (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, const GArray *cues);
void sayso_attributor_leave_source_out (const SaysoAttributor *self, GArray *runs, const GArray *source);
void sayso_attributor_leave_dateline_out (const SaysoAttributor *self, GArray *runs);

/* What the grammar around the cue tells of where the content stands. */
int sayso_attributor_speaker (const SaysoAttributor *self, guint head);
gboolean sayso_attributor_is_circumstance (const SaysoAttributor *self, guint child);
void sayso_attributor_drop_circumstances (const SaysoAttributor *self, GArray *runs, guint head);
void sayso_attributor_drop_medium (const SaysoAttributor *self, GArray *runs, guint head);
void sayso_attributor_drop_shifted (const SaysoAttributor *self, GArray *runs, guint head);
void sayso_attributor_stay_in_phrase (const SaysoAttributor *self, GArray *runs, guint head);
void sayso_attributor_take_around (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, guint head);

G_END_DECLS
