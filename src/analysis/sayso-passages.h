/* sayso-passages.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-connection.h"

G_BEGIN_DECLS

/* Of an article that is a copy of another, or the other way round, so much is in both. */
#define SAYSO_PASSAGES_COPY 0.5

void sayso_passages_update (SaysoConnection *db, gint64 article);
double sayso_passages_share (SaysoConnection *db, gint64 article, gint64 other);

G_END_DECLS
