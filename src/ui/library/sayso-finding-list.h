/* sayso-finding-list.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoFindingList:
 *
 * What a search found, by kind, each with a piece of its text; opens at the hit. Property: `nothing` (nullable), why
 * the list is empty.
 */
#define SAYSO_TYPE_FINDING_LIST (sayso_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (SaysoFindingList, sayso_finding_list, SAYSO, FINDING_LIST, AdwBin)

void sayso_finding_list_search (SaysoFindingList *self, SaysoSession *session, const char *text);

G_END_DECLS
