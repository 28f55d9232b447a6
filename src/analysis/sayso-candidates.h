/* sayso-candidates.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-telling.h"

G_BEGIN_DECLS

GArray *sayso_candidates_find (SaysoConnection *db, GPtrArray *stems, guint least);
GArray *sayso_candidates_articles (SaysoConnection *db, GPtrArray *tellings);
GArray *sayso_candidates_of (SaysoConnection *db, const SaysoTelling *telling);

G_END_DECLS
