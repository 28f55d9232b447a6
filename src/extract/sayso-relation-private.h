/* sayso-relation-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-event-frame.h"
#include "sayso-extractor-private.h"

G_BEGIN_DECLS

/* The actor of the name or described actor that a token heads, or %SAYSO_NONE. */
guint sayso_relations_actor_at (const SaysoExtractor *self, guint token);
/* The same, and of pronouns and of "the company"; adds nobody new. */
guint sayso_relations_known_at (SaysoExtractor *self, guint token);
gboolean sayso_relations_is_body (const SaysoExtractor *self, guint actor);
gboolean sayso_relations_is_kind (const SaysoExtractor *self, guint actor, const char *kinds);
/* A relation that rests on the sentence of @token. */
void sayso_relations_add (SaysoExtractor *self, guint subject, const char *type, const char *label, guint object,
                          guint token);
/* What is done, in the words of the text: the verb with its auxiliaries and the verb over it. */
char *sayso_relations_words (const SaysoExtractor *self, const SaysoFrame *frame);
const char *sayso_relations_type_of_verb (const SaysoExtractor *self, guint verb);

void sayso_relations_find_by_nouns (SaysoExtractor *self);
void sayso_relations_find_by_verbs (SaysoExtractor *self);
void sayso_relations_find_by_deeds (SaysoExtractor *self);
void sayso_relations_find_places (SaysoExtractor *self);
void sayso_relations_find_by_events (SaysoExtractor *self);

G_END_DECLS
