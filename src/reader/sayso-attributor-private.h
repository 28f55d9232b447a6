/* sayso-attributor-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-quotes.h"
#include "sayso-reader-private.h"
#include "sayso-tree.h"

G_BEGIN_DECLS

typedef struct
{
  SaysoReading *reading;
  const SaysoTable *cues;
  SaysoTree tree;
  SaysoQuotes quotes;
} SaysoAttributor;

#define SAYSO_NO_RUN ((SaysoRun) { 1, 0 })

static inline gboolean
sayso_attributor_is_run (SaysoRun run)
{
  return run.first <= run.last;
}

static inline SaysoRun
sayso_attributor_subtree (const SaysoAttributor *self, guint token)
{
  return (SaysoRun) { self->tree.left[token], self->tree.right[token] };
}

SaysoRun sayso_attributor_source_phrase (const SaysoAttributor *self, guint head, int hole);
void sayso_attributor_add_run (const SaysoAttributor *self, GArray *spans, SaysoRun run);
void sayso_attributor_add_around (const SaysoAttributor *self, GArray *spans, SaysoRun whole, SaysoRun hole);
gboolean sayso_attributor_add_passage (const SaysoAttributor *self, GArray *content, guint verb);
void sayso_attributor_find_content (const SaysoAttributor *self, guint verb, const char *takes, GArray *content,
                                    SaysoRun *source);

G_END_DECLS
