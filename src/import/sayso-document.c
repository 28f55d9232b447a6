/* sayso-document.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-document.h"

/**
 * SaysoDocument:
 *
 * One imported document: its original bytes with their hash, what it says of itself, and its plain text.
 * Immutable, and safe to share between threads.
 */
struct _SaysoDocument
{
  GObject parent_instance;

  GBytes *original;
  char *sha256;
  char *location;
  char *media_type;
  SaysoMetadata metadata;
  SaysoText *text;
};

G_DEFINE_FINAL_TYPE (SaysoDocument, sayso_document, G_TYPE_OBJECT)

void
sayso_metadata_clear (SaysoMetadata *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->byline, g_strfreev);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->language, g_free);
}

/**
 * sayso_document_new:
 * @original: the bytes as they came
 * @location: where they came from: a path, a URI or "-"
 * @media_type: what they are
 * @metadata: (transfer full) (inout): what the document says of itself; left cleared
 * @text: its plain text
 *
 * Returns: (transfer full): a document
 */
SaysoDocument *
sayso_document_new (GBytes *original, const char *location, const char *media_type, SaysoMetadata *metadata,
                    SaysoText *text)
{
  SaysoDocument *self;

  g_return_val_if_fail (original != NULL && location != NULL && media_type != NULL, NULL);
  g_return_val_if_fail (metadata != NULL && text != NULL, NULL);

  self = g_object_new (SAYSO_TYPE_DOCUMENT, NULL);
  self->original = g_bytes_ref (original);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  self->location = g_strdup (location);
  self->media_type = g_strdup (media_type);
  self->metadata = *metadata;
  *metadata = (SaysoMetadata) { 0 };
  self->text = sayso_text_ref (text);

  return self;
}

static void
sayso_document_finalize (GObject *object)
{
  SaysoDocument *self = SAYSO_DOCUMENT (object);

  g_bytes_unref (self->original);
  g_free (self->sha256);
  g_free (self->location);
  g_free (self->media_type);
  sayso_metadata_clear (&self->metadata);
  sayso_text_unref (self->text);

  G_OBJECT_CLASS (sayso_document_parent_class)->finalize (object);
}

static void
sayso_document_class_init (SaysoDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_document_finalize;
}

static void
sayso_document_init (SaysoDocument *self)
{
}

/**
 * sayso_document_get_original:
 * @self: a document
 *
 * Returns: (transfer none): the bytes as they came
 */
GBytes *
sayso_document_get_original (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return self->original;
}

/**
 * sayso_document_get_sha256:
 * @self: a document
 *
 * Returns: SHA-256 of the original bytes, in lower-case hexadecimal
 */
const char *
sayso_document_get_sha256 (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return self->sha256;
}

const char *
sayso_document_get_location (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return self->location;
}

const char *
sayso_document_get_media_type (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return self->media_type;
}

const SaysoMetadata *
sayso_document_get_metadata (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return &self->metadata;
}

SaysoText *
sayso_document_get_text (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return self->text;
}
