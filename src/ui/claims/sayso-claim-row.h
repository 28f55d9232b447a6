/* sayso-claim-row.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoClaimRow:
 *
 * A claim in the list: how well it is sourced, what is claimed, and its chain in one line. Expanded it shows
 * the chain as boxes, when, and the words of the text. The chain is read on a worker thread.
 *
 * Properties: `session`; `claim` (nullable); `expanded`; `narrow`: there is little room across.
 */
#define SAYSO_TYPE_CLAIM_ROW (sayso_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (SaysoClaimRow, sayso_claim_row, SAYSO, CLAIM_ROW, AdwBin)

G_END_DECLS
