/* sayso-warc.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-warc.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "sayso-archive.h"
#include "sayso-import.h"
#include "sayso-mime.h"
#include "sayso-provenance.h"

#define MAX_RECORDS 1000000

/* A page with less text than this, among others, is a frame or a counter. */
#define MIN_CHARS 200

/* Fields of a record's head or of a response, from a line on; @body receives what follows the empty line. */
static GHashTable *
read_fields (const char *p, const char *end, const char **body)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  *body = end;
  while (p < end)
    {
      const char *newline = memchr (p, '\n', end - p), *next = newline != NULL ? newline + 1 : end;
      const char *colon = memchr (p, ':', next - p);

      if (*p == '\n' || (*p == '\r' && p + 1 < end && p[1] == '\n'))
        {
          *body = next;
          break;
        }
      if (colon != NULL && colon > p)
        {
          g_autofree char *raw = g_strndup (p, colon - p);
          char *value = g_strndup (colon + 1, next - colon - 1);

          g_hash_table_replace (fields, g_ascii_strdown (g_strstrip (raw), -1), g_strstrip (value));
        }
      p = next;
    }

  return fields;
}

/* A body that was sent in pieces, each with its length before it (RFC 9112, 7.1). */
static GBytes *
join_chunks (const char *p, const char *end)
{
  GByteArray *all = g_byte_array_new ();

  while (p < end)
    {
      const char *newline = memchr (p, '\n', end - p);
      g_autofree char *line = newline != NULL ? g_strndup (p, newline - p) : NULL;
      guint64 length = line != NULL ? g_ascii_strtoull (line, NULL, 16) : 0;

      if (newline == NULL || length == 0 || length > (gsize) (end - newline - 1))
        break;
      g_byte_array_append (all, (const guint8 *) newline + 1, length);
      p = newline + 1 + length;
      while (p < end && (*p == '\r' || *p == '\n'))
        p++;
    }

  return g_byte_array_free_to_bytes (all);
}

/* The body of a response as a browser would have it. NULL where that cannot be. */
static GBytes *
read_body (GHashTable *fields, const char *body, const char *end, const char *name, GCancellable *cancellable)
{
  const char *transfer = g_hash_table_lookup (fields, "transfer-encoding");
  const char *encoding = g_hash_table_lookup (fields, "content-encoding");
  g_autoptr (GBytes) bytes = NULL;

  if (transfer != NULL && g_ascii_strcasecmp (transfer, "chunked") == 0)
    bytes = join_chunks (body, end);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = g_bytes_new (body, end - body);
    }
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "gzip") == 0)
    return sayso_archive_gunzip (bytes, name, cancellable, NULL);
  if (encoding != NULL && *encoding != '\0' && g_ascii_strcasecmp (encoding, "identity") != 0)
    return NULL;

  return g_steal_pointer (&bytes);
}

static gboolean
is_page (const char *type)
{
  return type != NULL && (g_ascii_strncasecmp (type, "text/html", strlen ("text/html")) == 0 ||
                          g_ascii_strncasecmp (type, "application/xhtml+xml", strlen ("application/xhtml+xml")) == 0 ||
                          g_ascii_strncasecmp (type, "application/pdf", strlen ("application/pdf")) == 0);
}

static SaysoDocument *
read_record (GHashTable *head, const char *block, const char *end, const char *name, GCancellable *cancellable)
{
  const char *kind = g_hash_table_lookup (head, "warc-type"), *type = g_hash_table_lookup (head, "content-type");
  g_autofree char *address = g_strdup (g_hash_table_lookup (head, "warc-target-uri"));
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  SaysoDocument *page;
  g_autoptr (SaysoProvenance) provenance = NULL;
  g_auto (SaysoMetadata) metadata = { 0 };
  const SaysoMetadata *own;
  const char *body = block;

  if (kind == NULL || address == NULL)
    return NULL;
  if (g_str_equal (kind, "response"))
    {
      if (end - block < 12 || memcmp (block, "HTTP/", 5) != 0 || memcmp (block + 8, " 200", 4) != 0)
        return NULL;
      fields = read_fields (block, end, &body);
      type = g_hash_table_lookup (fields, "content-type");
      if (is_page (type))
        bytes = read_body (fields, body, end, name, cancellable);
    }
  else if (g_str_equal (kind, "resource") && is_page (type))
    bytes = g_bytes_new (block, end - block);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return NULL;

  /* Some writers put the address between angle brackets. */
  g_strdelimit (address, "<>", ' ');
  g_strstrip (address);
  pages = sayso_import_bytes_here (bytes, address, type, cancellable, NULL);
  if (pages == NULL)
    return NULL;
  page = g_ptr_array_index (pages, 0);
  own = sayso_document_get_metadata (page);
  sayso_metadata_copy (own, &metadata);
  if (metadata.url == NULL)
    metadata.url = g_strdup (address);
  provenance = sayso_provenance_new ("archive");
  sayso_provenance_set (provenance, "url", address);
  sayso_provenance_set (provenance, "from", name);
  sayso_provenance_set (provenance, "fetched", g_hash_table_lookup (head, "warc-date"));
  if (fields != NULL)
    {
      g_autofree char *headers = g_strndup (block, body - block);

      sayso_provenance_set (provenance, "headers", headers);
    }

  {
    SaysoDocument *document = sayso_document_new (bytes, address, sayso_document_get_media_type (page), &metadata,
                                                  sayso_document_get_text (page));

    sayso_document_set_provenance (document, provenance);
    return document;
  }
}

/**
 * sayso_warc_import:
 * @bytes: a web archive (ISO 28500), packed with gzip or not
 * @location: where it came from
 * @name: what messages call it
 * @documents: (element-type SaysoDocument): receives a document for each page that is an article
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Takes the pages out of a web archive, with their addresses and when they were fetched. Their originals are the bytes
 * that the server sent, unpacked. Frames and pages with hardly a text are left out where there are others.
 *
 * Returns: whether there was any
 */
gboolean
sayso_warc_import (GBytes *bytes, const char *location, const char *name, GPtrArray *documents,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (SaysoDocument) small = NULL;
  const char *p, *end;
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL && documents != NULL, FALSE);

  p = g_bytes_get_data (bytes, &size);
  plain = size > 2 && memcmp (p, "\x1f\x8b", 2) == 0 ? sayso_archive_gunzip (bytes, name, cancellable, error)
                                                     : g_bytes_ref (bytes);
  if (plain == NULL)
    return FALSE;
  p = g_bytes_get_data (plain, &size);
  end = p + size;

  for (guint i = 0; i < MAX_RECORDS && end - p > 5; i++)
    {
      g_autoptr (GHashTable) head = NULL;
      g_autoptr (SaysoDocument) document = NULL;
      const char *block, *value;
      guint64 length;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      while (p < end && (*p == '\r' || *p == '\n'))
        p++;
      if (end - p < 5 || memcmp (p, "WARC/", 5) != 0)
        break;
      head = read_fields (p, end, &block);
      value = g_hash_table_lookup (head, "content-length");
      length = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 0;
      length = MIN (length, (guint64) (end - block));
      document = read_record (head, block, block + length, name, cancellable);
      p = block + length;
      if (document == NULL)
        continue;
      if (sayso_text_get_chars (sayso_document_get_text (document)) >= MIN_CHARS)
        g_ptr_array_add (documents, g_steal_pointer (&document));
      else if (small == NULL)
        small = g_steal_pointer (&document);
    }
  if (documents->len == 0 && small != NULL)
    g_ptr_array_add (documents, g_steal_pointer (&small));
  if (documents->len > 0)
    return TRUE;

  g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
               _ ("There are no pages with text in “%s”. Check that it is the right archive, and that it was saved "
                  "completely."),
               name);
  return FALSE;
}
