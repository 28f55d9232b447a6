/* sayso-extract.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-document.h"
#include "sayso-extraction.h"
#include "sayso-name-list.h"

G_BEGIN_DECLS

SaysoExtraction *sayso_extract (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                                GCancellable *cancellable, GError **error);
SaysoExtraction *sayso_extract_decided (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                                        GArray *decisions, GCancellable *cancellable, GError **error);
SaysoExtraction *sayso_extract_with_names (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                                           GArray *decisions, const SaysoNameList *names, GCancellable *cancellable,
                                           GError **error);
SaysoExtraction *sayso_extract_document (SaysoDocument *document, const char *published, const SaysoNameList *names,
                                         GCancellable *cancellable, GError **error);
SaysoExtraction *sayso_extract_unread (SaysoText *text, const SaysoMetadata *metadata, const char *published,
                                       GArray *decisions, GCancellable *cancellable, GError **error);

G_END_DECLS
