/* sayso-event-title-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-event-private.h"

G_BEGIN_DECLS

/* A title is about so long, and a phrase at its end so many words. */
#define TITLE_CHARS 100
#define TAIL_WORDS 10
/* Of these, the subject takes no more than so many where it can be cut. */
#define SUBJECT_CHARS 48

/*
 * SaysoTitle: a title while it is made.
 * @extractor: the extraction
 * @in_time: whether each token belongs to a time expression
 * @line: what there is of it
 * @cut: where the line may end if it grows too long, or 0
 * @keep: up to this token it may not
 * @told: actors that it has named
 * @actor: who is its subject, or %SAYSO_NONE
 * @named: whether a name stands where the text has a pronoun for its subject
 * @full: whether it has all it can hold
 */
typedef struct
{
  SaysoExtractor *extractor;
  const guint8 *in_time;
  GString *line;
  gsize cut;
  guint keep;
  guint told[8];
  guint n_told;
  guint actor;
  gboolean named;
  gboolean full;
} SaysoTitle;

void sayso_title_append_text (SaysoTitle *self, const char *text, gboolean space);
const char *sayso_title_find_name (const SaysoTitle *self, guint token);
void sayso_title_append_token (SaysoTitle *self, guint token, gboolean space);
void sayso_title_append_auxiliary (SaysoTitle *self, guint token);
void sayso_title_append_words (SaysoTitle *self, SaysoRun run, guint timeless);
void sayso_title_append_run (SaysoTitle *self, SaysoRun run);
gboolean sayso_title_may_end_before (const SaysoTitle *self, guint token);
SaysoRun sayso_title_find_phrase (const SaysoTitle *self, guint noun);
void sayso_title_append_joined (SaysoTitle *self, guint noun);
void sayso_title_append_noun (SaysoTitle *self, int token, gboolean is_subject);
gboolean sayso_title_is_plural (const SaysoExtractor *self, int token);

G_END_DECLS
