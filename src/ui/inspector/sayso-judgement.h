/* sayso-judgement.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-inspection.h"
#include "sayso-session.h"

G_BEGIN_DECLS

GPtrArray *sayso_judgement_rows (SaysoSession *session, const SaysoInspection *inspection);

G_END_DECLS
