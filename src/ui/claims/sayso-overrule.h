/* sayso-overrule.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"
#include "sayso-stories.h"

G_BEGIN_DECLS

/**
 * SaysoOverrule:
 *
 * Asks where a person sees the origins of a story otherwise: which article is independent, which tells something else,
 * how many origins there are. All of it is one command, with a note.
 */
#define SAYSO_TYPE_OVERRULE (sayso_overrule_get_type ())
G_DECLARE_FINAL_TYPE (SaysoOverrule, sayso_overrule, SAYSO, OVERRULE, AdwDialog)

AdwDialog *sayso_overrule_new (SaysoSession *session, const SaysoAccount *account);

G_END_DECLS
