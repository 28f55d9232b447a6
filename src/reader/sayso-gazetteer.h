/* sayso-gazetteer.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reading.h"

G_BEGIN_DECLS

/**
 * SaysoKnownName:
 * @name: the name under which lists keep it
 * @form: the form that was found
 * @kind: what it is
 * @demonym: whether @form says what belongs to @name ("Norwegian") and does not name it
 * @state: whether it is a state
 *
 * A name from the lists of `data/rules/en`.
 */
typedef struct
{
  const char *name;
  const char *form;
  SaysoNameKind kind;
  gboolean demonym;
  gboolean state;
} SaysoKnownName;

/* No known name has more tokens. */
#define SAYSO_KNOWN_NAME_MAX 9

const SaysoKnownName *sayso_gazetteer_find (const char *form);

G_END_DECLS
