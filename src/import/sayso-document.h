/* sayso-document.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoMetadata, sayso_metadata_clear)

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

G_END_DECLS
