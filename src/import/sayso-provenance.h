/* sayso-provenance.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SaysoProvenance:
 *
 * How a document came here, as facts with names: by which way, from where, when, and what the sender said. Kept with
 * the article as JSON. The names: `way` (file, link, clipboard, drop, mailbox, archive, page), `from`, `url`,
 * `fetched` (ISO 8601), `status`, `headers`, `page`, `importer`.
 */
typedef struct _SaysoProvenance SaysoProvenance;

SaysoProvenance *sayso_provenance_new (const char *way);
SaysoProvenance *sayso_provenance_ref (SaysoProvenance *self);
void sayso_provenance_unref (SaysoProvenance *self);
void sayso_provenance_set (SaysoProvenance *self, const char *name, const char *value);
const char *sayso_provenance_get (SaysoProvenance *self, const char *name);
char *sayso_provenance_to_json (SaysoProvenance *self);
SaysoProvenance *sayso_provenance_from_json (const char *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoProvenance, sayso_provenance_unref)

G_END_DECLS
