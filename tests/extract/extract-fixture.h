/* extract-fixture.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-extract.h"
#include "sayso-extractor-private.h"

/* Extracts from a text that was published on 1 March 2016. */
SaysoExtraction *extract (const char *utf8);
const SaysoExtractedActor *actor (SaysoExtraction *self, guint i);
guint find_actor (SaysoExtraction *self, const char *name);
void assert_kind (SaysoExtraction *self, const char *name, SaysoNameKind kind);
gboolean has_relation (SaysoExtraction *self, const char *subject, const char *type, const char *object);
/* The first event that views show. */
const SaysoExtractedEvent *first_event (SaysoExtraction *self);
guint count_events (SaysoExtraction *self);
const SaysoExtractedEvent *find_event (SaysoExtraction *self, const char *trigger);
gboolean takes_part (SaysoExtraction *self, const SaysoExtractedEvent *event, const char *role, const char *name);
