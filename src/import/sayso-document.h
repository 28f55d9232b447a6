/* sayso-document.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-provenance.h"
#include "sayso-text.h"

G_BEGIN_DECLS

/**
 * SaysoMetadata:
 * @title: (nullable): the title
 * @byline: (nullable): the authors' names, %NULL-terminated
 * @publisher: (nullable): the outlet
 * @url: (nullable): where the article was published
 * @published: (nullable): publication date, ISO 8601, as precise as the source gives it
 * @language: (nullable): BCP 47 language tag
 *
 * What an article says of itself.
 */
typedef struct
{
  char *title;
  char **byline;
  char *publisher;
  char *url;
  char *published;
  char *language;
} SaysoMetadata;

void sayso_metadata_clear (SaysoMetadata *self);
void sayso_metadata_copy (const SaysoMetadata *self, SaysoMetadata *copy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoMetadata, sayso_metadata_clear)

/**
 * SaysoAttachment:
 * @name: what its sender calls it
 * @media_type: what its sender says it is
 * @bytes: it
 *
 * Something sent along with a document that may be a document itself.
 */
typedef struct
{
  char *name;
  char *media_type;
  GBytes *bytes;
} SaysoAttachment;

#define SAYSO_TYPE_DOCUMENT (sayso_document_get_type ())

G_DECLARE_FINAL_TYPE (SaysoDocument, sayso_document, SAYSO, DOCUMENT, GObject)

SaysoDocument *sayso_document_new (GBytes *original, const char *location, const char *media_type,
                                   SaysoMetadata *metadata, SaysoText *text);
GBytes *sayso_document_get_original (SaysoDocument *self);
const char *sayso_document_get_sha256 (SaysoDocument *self);
const char *sayso_document_get_location (SaysoDocument *self);
const char *sayso_document_get_media_type (SaysoDocument *self);
const SaysoMetadata *sayso_document_get_metadata (SaysoDocument *self);
SaysoText *sayso_document_get_text (SaysoDocument *self);
void sayso_document_set_provenance (SaysoDocument *self, SaysoProvenance *provenance);
SaysoProvenance *sayso_document_get_provenance (SaysoDocument *self);
void sayso_document_add_attachment (SaysoDocument *self, const char *name, const char *media_type, GBytes *bytes);
GPtrArray *sayso_document_get_attachments (SaysoDocument *self);

G_END_DECLS
