/* sayso-apart-pack.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-apart.h"

#include "sayso-apart-private.h"
#include "sayso-import.h"

static void
add_string (GVariantDict *dict, const char *key, const char *value)
{
  if (value != NULL)
    g_variant_dict_insert (dict, key, "s", value);
}

static GVariant *
pack_document (SaysoDocument *document, GBytes *bytes, const char *location)
{
  const SaysoMetadata *metadata = sayso_document_get_metadata (document);
  GPtrArray *attachments = sayso_document_get_attachments (document);
  GBytes *original = sayso_document_get_original (document);
  g_autofree char *provenance = sayso_provenance_to_json (sayso_document_get_provenance (document));
  GVariantBuilder along = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssay)"));
  GVariantDict dict = G_VARIANT_DICT_INIT (NULL);

  if (!g_str_equal (sayso_document_get_location (document), location))
    add_string (&dict, "location", sayso_document_get_location (document));
  add_string (&dict, "media-type", sayso_document_get_media_type (document));
  add_string (&dict, "title", metadata->title);
  add_string (&dict, "publisher", metadata->publisher);
  add_string (&dict, "url", metadata->url);
  add_string (&dict, "published", metadata->published);
  add_string (&dict, "language", metadata->language);
  add_string (&dict, "provenance", provenance);
  add_string (&dict, "text", sayso_text_get_utf8 (sayso_document_get_text (document)));
  if (metadata->byline != NULL)
    g_variant_dict_insert (&dict, "byline", "^as", metadata->byline);
  /* Mostly the very bytes that were sent here. */
  if (!g_bytes_equal (original, bytes))
    g_variant_dict_insert_value (&dict, "original",
                                 g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, original, TRUE));
  for (guint i = 0; i < attachments->len; i++)
    {
      const SaysoAttachment *attachment = g_ptr_array_index (attachments, i);

      g_variant_builder_add (&along, "(ss@ay)", attachment->name, attachment->media_type,
                             g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, attachment->bytes, TRUE));
    }
  g_variant_dict_insert_value (&dict, "attachments", g_variant_builder_end (&along));

  return g_variant_dict_end (&dict);
}

/**
 * sayso_apart_pack:
 * @documents: (nullable) (element-type SaysoDocument): what was read
 * @bytes: of what
 * @location: where that came from
 * @error: (nullable): why not
 *
 * Returns: (transfer floating): the answer to a request
 */
GVariant *
sayso_apart_pack (GPtrArray *documents, GBytes *bytes, const char *location, const GError *error)
{
  GVariantBuilder all = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    g_variant_builder_add_value (&all, pack_document (g_ptr_array_index (documents, i), bytes, location));

  return g_variant_new ("(isaa{sv})", error != NULL && error->domain == SAYSO_IMPORT_ERROR ? error->code : -1,
                        error != NULL ? error->message : "", &all);
}

static char *
take_string (GVariantDict *dict, const char *key)
{
  char *value = NULL;

  return g_variant_dict_lookup (dict, key, "s", &value) ? value : NULL;
}

static void
unpack_attachments (SaysoDocument *document, GVariantDict *dict)
{
  g_autoptr (GVariant) along = g_variant_dict_lookup_value (dict, "attachments", G_VARIANT_TYPE ("a(ssay)"));

  for (gsize i = 0; along != NULL && i < g_variant_n_children (along); i++)
    {
      g_autoptr (GVariant) data = NULL;
      g_autoptr (GBytes) bytes = NULL;
      const char *name, *media_type;
      g_autoptr (GVariant) child = g_variant_get_child_value (along, i);

      g_variant_get (child, "(&s&s@ay)", &name, &media_type, &data);
      bytes = g_variant_get_data_as_bytes (data);
      sayso_document_add_attachment (document, name, media_type, bytes);
    }
}

static SaysoDocument *
unpack_document (GVariant *packed, GBytes *bytes, const char *location)
{
  GVariantDict dict = G_VARIANT_DICT_INIT (packed);
  g_autoptr (GVariant) data = g_variant_dict_lookup_value (&dict, "original", G_VARIANT_TYPE_BYTESTRING);
  g_autoptr (GBytes) original = data != NULL ? g_variant_get_data_as_bytes (data) : g_bytes_ref (bytes);
  g_autofree char *words = take_string (&dict, "text"), *media_type = take_string (&dict, "media-type");
  g_autofree char *where = take_string (&dict, "location"), *json = take_string (&dict, "provenance");
  g_autoptr (SaysoProvenance) provenance = json != NULL ? sayso_provenance_from_json (json) : NULL;
  g_autoptr (SaysoText) text = words != NULL && *words != '\0' ? sayso_text_new (words, -1) : NULL;
  g_auto (SaysoMetadata) metadata = { .title = take_string (&dict, "title"),
                                      .publisher = take_string (&dict, "publisher"),
                                      .url = take_string (&dict, "url"),
                                      .published = take_string (&dict, "published"),
                                      .language = take_string (&dict, "language") };
  SaysoDocument *document = NULL;

  g_variant_dict_lookup (&dict, "byline", "^as", &metadata.byline);
  if (text != NULL && media_type != NULL)
    {
      document = sayso_document_new (original, where != NULL ? where : location, media_type, &metadata, text);
      if (provenance != NULL)
        sayso_document_set_provenance (document, provenance);
      unpack_attachments (document, &dict);
    }
  g_variant_dict_clear (&dict);

  return document;
}

/* What a worker answered; an empty list where that makes no sense. */
GPtrArray *
sayso_apart_unpack (GVariant *answer, GBytes *bytes, const char *location, GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GVariant) all = NULL;
  const char *message;
  int code;

  g_variant_get (answer, "(i&s@aa{sv})", &code, &message, &all);
  if (*message != '\0')
    {
      g_set_error_literal (error, SAYSO_IMPORT_ERROR,
                           code >= 0 && code <= SAYSO_IMPORT_ERROR_CRASHED ? code : SAYSO_IMPORT_ERROR_CRASHED,
                           message);
      return NULL;
    }
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) packed = g_variant_get_child_value (all, i);
      SaysoDocument *document = unpack_document (packed, bytes, location);

      if (document != NULL)
        g_ptr_array_add (documents, document);
    }

  return g_steal_pointer (&documents);
}
