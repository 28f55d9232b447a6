/* sayso-same-source.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-story.h"
#include "sayso-telling.h"

G_BEGIN_DECLS

gboolean sayso_same_source (const SaysoOrigin *origin, const SaysoTelling *first, const SaysoSaid *said,
                            gboolean *doubtful);

G_END_DECLS
