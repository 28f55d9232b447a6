/* sayso-times.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-document.h"
#include "sayso-extraction.h"
#include "sayso-time-decision.h"

G_BEGIN_DECLS

GArray *sayso_times_find (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                          GCancellable *cancellable, GError **error);

GArray *sayso_times_find_decided (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                                  const SaysoTimeDecision *decisions, guint n_decisions, GCancellable *cancellable,
                                  GError **error);
void sayso_times_get_dated (const SaysoExtractedTime *time, SaysoBounds *bounds, char **edtf);
void sayso_times_get_range (const SaysoExtractedTime *first, const SaysoExtractedTime *last, gboolean lasting,
                            SaysoBounds *bounds, char **edtf);

G_END_DECLS
