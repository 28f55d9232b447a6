/* sayso-actor-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extractor-private.h"
#include "sayso-gazetteer.h"

G_BEGIN_DECLS

#define SAYSO_N_NAME_KINDS (SAYSO_NAME_PLACE + 1)

/*
 * SaysoForm: one way in which the text writes a name. Forms of one actor are joined by their parent.
 * @words: its words; @n_words of them
 * @first: where it stands first
 * @known: (nullable): what the lists know of it
 * @hints: how often the reader took it for each kind
 * @signs: what the words around it say for each kind, in points
 * @kind: what it is, see sayso_actors_judge()
 * @settled: whether more than the reader's guess says so
 * @parent: the form it is joined to, or itself
 * @reason: (nullable): why it is joined to it
 * @whole: the form of what this is a branch of, or %SAYSO_NONE
 * @actor: the actor it becomes
 */
typedef struct
{
  char *text;
  char **words;
  guint n_words;
  guint first;
  const SaysoKnownName *known;
  int hints[SAYSO_N_NAME_KINDS];
  int signs[SAYSO_N_NAME_KINDS];
  SaysoNameKind kind;
  gboolean settled;
  guint parent;
  const char *reason;
  guint whole;
  guint actor;
} SaysoForm;

/*
 * SaysoActors: what is at hand while names become actors.
 * @names: (element-type SaysoName): as this layer sees them
 * @form_of: (element-type guint): the form of each name
 */
typedef struct
{
  SaysoExtractor *extractor;
  GArray *names;
  GArray *form_of;
  GArray *forms;
  GHashTable *by_text;
} SaysoActors;

static inline SaysoForm *
sayso_actors_form (const SaysoActors *self, guint i)
{
  return &g_array_index (self->forms, SaysoForm, i);
}

guint sayso_actors_root (const SaysoActors *self, guint form);
gboolean sayso_actors_is_caps (const char *text);
char *sayso_actors_name_text (const SaysoActors *self, guint first, guint n);

void sayso_actors_clean_names (SaysoActors *self);
int sayso_actors_find_apposed_noun (const SaysoActors *self, const SaysoName *name);
void sayso_actors_weigh_kinds (SaysoActors *self);
void sayso_actors_judge (SaysoActors *self);
void sayso_actors_join (SaysoActors *self);
void sayso_extractor_find_products (SaysoExtractor *self);

G_END_DECLS
