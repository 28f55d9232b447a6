/* sayso-inspector-page.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-inspection.h"
#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoInspectorPage:
 *
 * What is known of one item, in groups: how well it is sourced, its chain, facts, who took part, evidence.
 * Rows lead to the items they name.
 *
 * Signal `more ()`: the reader asked for more of the evidence than the inspection holds.
 */
#define SAYSO_TYPE_INSPECTOR_PAGE (sayso_inspector_page_get_type ())
G_DECLARE_FINAL_TYPE (SaysoInspectorPage, sayso_inspector_page, SAYSO, INSPECTOR_PAGE, AdwBin)

void sayso_inspector_page_show (SaysoInspectorPage *self, SaysoSession *session, const SaysoInspection *inspection);

G_END_DECLS
