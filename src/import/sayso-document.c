/* sayso-document.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-document.h"

#include <string.h>

/**
 * SaysoDocument:
 *
 * One imported document: its original bytes with their hash, what it says of itself, and its plain text.
 * Immutable once it is shared, and then safe to use from any thread.
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
  SaysoProvenance *provenance;
  GPtrArray *attachments;
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
 * sayso_metadata_copy:
 * @self: what a document says of itself
 * @copy: (out caller-allocates): receives the same; was clear before
 */
void
sayso_metadata_copy (const SaysoMetadata *self, SaysoMetadata *copy)
{
  g_return_if_fail (self != NULL && copy != NULL);

  copy->title = g_strdup (self->title);
  copy->byline = g_strdupv (self->byline);
  copy->publisher = g_strdup (self->publisher);
  copy->url = g_strdup (self->url);
  copy->published = g_strdup (self->published);
  copy->language = g_strdup (self->language);
}

static void
attachment_free (gpointer data)
{
  SaysoAttachment *attachment = data;

  g_free (attachment->name);
  g_free (attachment->media_type);
  g_bytes_unref (attachment->bytes);
  g_free (attachment);
}

static void
make_valid (char **value)
{
  g_autofree char *given = *value;

  *value = given != NULL ? g_utf8_make_valid (given, -1) : NULL;
}

/* (transfer full): the text, with what is no UTF-8 in it replaced. A zero is, and ends a piece. */
static SaysoText *
text_make_valid (SaysoText *text)
{
  const char *utf8 = sayso_text_get_utf8 (text), *end = utf8 + sayso_text_get_bytes (text);
  g_autoptr (GString) valid = NULL;
  gboolean whole = TRUE;

  for (const char *p = utf8; p < end && whole; p += strlen (p) + 1)
    whole = g_utf8_validate (p, -1, NULL);
  if (whole)
    return sayso_text_ref (text);

  valid = g_string_new (NULL);
  for (const char *p = utf8; p < end; p += strlen (p) + 1)
    {
      g_autofree char *piece = g_utf8_make_valid (p, -1);

      if (p > utf8)
        g_string_append_c (valid, '\0');
      g_string_append (valid, piece);
    }

  return sayso_text_new (valid->str, (gssize) valid->len);
}

/**
 * sayso_document_new:
 * @original: the bytes as they came
 * @location: where they came from: a path, a URI or "-"
 * @media_type: what they are
 * @metadata: (transfer full) (inout): what the document says of itself; left cleared
 * @text: its plain text
 *
 * What decoders and parsers left of broken input is no UTF-8 at times: here it becomes U+FFFD.
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
  make_valid (&self->metadata.title);
  for (guint i = 0; self->metadata.byline != NULL && self->metadata.byline[i] != NULL; i++)
    make_valid (&self->metadata.byline[i]);
  make_valid (&self->metadata.publisher);
  make_valid (&self->metadata.url);
  make_valid (&self->metadata.published);
  make_valid (&self->metadata.language);
  self->text = text_make_valid (text);

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
  sayso_provenance_unref (self->provenance);
  g_ptr_array_unref (self->attachments);

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
  self->provenance = sayso_provenance_new ("file");
  self->attachments = g_ptr_array_new_with_free_func (attachment_free);
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

/**
 * sayso_document_set_provenance:
 * @self: a document that is not shared yet
 * @provenance: how it came here
 */
void
sayso_document_set_provenance (SaysoDocument *self, SaysoProvenance *provenance)
{
  g_return_if_fail (SAYSO_IS_DOCUMENT (self) && provenance != NULL);

  sayso_provenance_ref (provenance);
  sayso_provenance_unref (self->provenance);
  self->provenance = provenance;
}

/**
 * sayso_document_get_provenance:
 * @self: a document
 *
 * Returns: (transfer none): how it came here
 */
SaysoProvenance *
sayso_document_get_provenance (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return self->provenance;
}

/**
 * sayso_document_add_attachment:
 * @self: a document that is not shared yet
 * @name: what its sender calls it
 * @media_type: what its sender says it is
 * @bytes: what was sent along
 */
void
sayso_document_add_attachment (SaysoDocument *self, const char *name, const char *media_type, GBytes *bytes)
{
  SaysoAttachment *attachment;

  g_return_if_fail (SAYSO_IS_DOCUMENT (self) && name != NULL && media_type != NULL && bytes != NULL);

  attachment = g_new0 (SaysoAttachment, 1);
  attachment->name = g_utf8_make_valid (name, -1);
  attachment->media_type = g_utf8_make_valid (media_type, -1);
  attachment->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->attachments, attachment);
}

/**
 * sayso_document_get_attachments:
 * @self: a document
 *
 * Returns: (transfer none) (element-type SaysoAttachment): what was sent along
 */
GPtrArray *
sayso_document_get_attachments (SaysoDocument *self)
{
  g_return_val_if_fail (SAYSO_IS_DOCUMENT (self), NULL);

  return self->attachments;
}
