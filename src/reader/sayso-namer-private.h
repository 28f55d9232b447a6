/* sayso-namer-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reader-private.h"

G_BEGIN_DECLS

typedef struct
{
  SaysoReading *reading;
  const SaysoTable *heads, *titles, *none, *given;
  GHashTable *lower; /* words that also stand in lower case */
  GHashTable *found; /* names of running text by their form, with their kind */
  GArray *later;     /* sentences in which capitals say nothing */
  guint8 *hints;     /* for each token, the kind of the name that the network sees there, from 1; 0 for none */
  GArray *seen;      /* SaysoName: those names */
  GArray *guessed;   /* numbers of the names whose kind no list and no head tells */
} SaysoNamer;

gunichar sayso_namer_first_char (const SaysoNamer *self, guint i);
gboolean sayso_namer_has_capital (const SaysoNamer *self, guint i);
gboolean sayso_namer_is_shouted (const SaysoNamer *self, guint i);
const char *sayso_namer_head_kind (const SaysoNamer *self, guint i);
gboolean sayso_namer_joined (const SaysoNamer *self, guint left, guint right);
SaysoNameKind sayso_namer_guess_kind (const SaysoNamer *self, guint first, guint n, gboolean titled, guint start,
                                      guint end);

G_END_DECLS
