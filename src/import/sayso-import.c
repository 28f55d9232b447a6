/* sayso-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import.h"

#include <glib/gi18n-lib.h>

#include "sayso-apart.h"
#include "sayso-calendar.h"
#include "sayso-decode.h"
#include "sayso-html.h"
#include "sayso-mail.h"
#include "sayso-markdown.h"
#include "sayso-media-type.h"
#include "sayso-office.h"
#include "sayso-pdf.h"
#include "sayso-plain.h"
#include "sayso-rtf.h"
#include "sayso-warc.h"

#define CHUNK_BYTES (256 * 1024)

G_DEFINE_QUARK (sayso - import - error - quark, sayso_import_error)

/**
 * sayso_import_error_to_code:
 * @error: an error of an import
 *
 * Returns: the word for it in what sayso-cli prints; "failed" for an error of another domain
 */
const char *
sayso_import_error_to_code (const GError *error)
{
  static const char *const codes[] = {
    [SAYSO_IMPORT_ERROR_UNREADABLE] = "unreadable", [SAYSO_IMPORT_ERROR_EMPTY] = "empty",
    [SAYSO_IMPORT_ERROR_BINARY] = "binary",         [SAYSO_IMPORT_ERROR_TOO_LARGE] = "too-large",
    [SAYSO_IMPORT_ERROR_MISMATCH] = "mismatch",     [SAYSO_IMPORT_ERROR_UNSUPPORTED] = "unsupported",
    [SAYSO_IMPORT_ERROR_ENCODING] = "encoding",     [SAYSO_IMPORT_ERROR_LOCAL] = "local",
    [SAYSO_IMPORT_ERROR_CRASHED] = "crashed",
  };

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != SAYSO_IMPORT_ERROR || error->code < 0 || (guint) error->code >= G_N_ELEMENTS (codes))
    return "failed";

  return codes[error->code];
}

static char *
name_of_location (const char *location)
{
  g_autofree char *base = NULL;

  if (g_str_equal (location, "-"))
    return g_strdup (_ ("standard input"));
  base = g_path_get_basename (location);

  return g_filename_display_name (base);
}

static void
set_too_large (const char *name, guint64 limit, GError **error)
{
  g_autofree char *most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  /* TRANSLATORS: a file name and a size, as "32.0 MiB" */
  g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %s. Split it, and import the parts."), name, most);
}

static void
set_unreadable (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                 _ ("There is no file “%s”. Check its name and its folder."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” may not be read. Change its permissions, or ask its owner to."), name);
  else
    /* TRANSLATORS: a file name, and what the system says of it */
    g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” could not be read (%s). Check the disk or the connection that it is on."), name,
                 cause->message);
}

/* Reading a folder fails late and a pipe blocks, so what is no ordinary file is refused before it is opened. */
static gboolean
check_file (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is a link, not a file. Import it as one, or save the page as a file, and import that."),
                   name);
      return FALSE;
    }

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    {
      set_unreadable (name, cause, error);
      return FALSE;
    }

  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      break;
    case G_FILE_TYPE_DIRECTORY:
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                   _ ("“%s” is a folder. Import the files that are in it."), name);
      return FALSE;
    case G_FILE_TYPE_SYMBOLIC_LINK: /* links are followed, so this one leads nowhere */
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                   _ ("“%s” points to a file that is not there. Find that file, and import it."), name);
      return FALSE;
    default:
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_UNREADABLE,
                   _ ("“%s” is no ordinary file, but a device or a pipe. Save what it gives to a file, and import "
                      "that."),
                   name);
      return FALSE;
    }

  if (g_file_info_get_size (info) > SAYSO_IMPORT_MAX_BYTES)
    {
      set_too_large (name, SAYSO_IMPORT_MAX_BYTES, error);
      return FALSE;
    }

  return TRUE;
}

/* The first of the documents in a file; most files are one. */
static SaysoDocument *
take_first (GPtrArray *documents)
{
  g_autoptr (GPtrArray) all = documents;

  return all != NULL ? g_object_ref (g_ptr_array_index (all, 0)) : NULL;
}

/**
 * sayso_import_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Imports a file; of one that holds many documents, the first. Blocks while it reads; larger files than
 * %SAYSO_IMPORT_MAX_BYTES are refused unread.
 *
 * Returns: (transfer full): the document
 */
SaysoDocument *
sayso_import_file (GFile *file, GCancellable *cancellable, GError **error)
{
  return take_first (sayso_import_file_all (file, cancellable, error));
}

/**
 * sayso_import_file_all:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Imports all documents in a file: a mailbox and a web archive hold many. Blocks while it reads; larger files than
 * %SAYSO_IMPORT_MAX_BYTES are refused unread.
 *
 * Returns: (transfer full) (element-type SaysoDocument): the documents, one at least
 */
GPtrArray *
sayso_import_file_all (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *location = NULL, *name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  location = g_file_get_path (file);
  if (location == NULL)
    location = g_file_get_uri (file);
  name = name_of_location (location);

  if (!check_file (file, name, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      set_unreadable (name, cause, error);
      return NULL;
    }

  return sayso_import_stream_all (G_INPUT_STREAM (stream), location, NULL, cancellable, error);
}

/**
 * sayso_import_stream:
 * @stream: where the bytes come from
 * @location: where that is: a path, a URI or "-"
 * @media_type: (nullable): what its sender calls it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Imports all that a stream gives, as sayso_import_bytes().
 *
 * Returns: (transfer full): the document
 */
SaysoDocument *
sayso_import_stream (GInputStream *stream, const char *location, const char *media_type, GCancellable *cancellable,
                     GError **error)
{
  return take_first (sayso_import_stream_all (stream, location, media_type, cancellable, error));
}

/**
 * sayso_import_stream_all:
 * @stream: where the bytes come from
 * @location: where that is: a path, a URI or "-"
 * @media_type: (nullable): what its sender calls it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Imports all that a stream gives, and gives up when that is more than %SAYSO_IMPORT_MAX_BYTES.
 *
 * Returns: (transfer full) (element-type SaysoDocument): the documents, one at least
 */
GPtrArray *
sayso_import_stream_all (GInputStream *stream, const char *location, const char *media_type, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GByteArray) all = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && location != NULL, NULL);

  all = g_byte_array_new ();
  for (gssize n = 1; n > 0;)
    {
      g_autoptr (GError) cause = NULL;
      guint size = all->len;

      g_byte_array_set_size (all, size + CHUNK_BYTES);
      n = g_input_stream_read (stream, all->data + size, CHUNK_BYTES, cancellable, &cause);
      g_byte_array_set_size (all, size + MAX (n, 0));
      if (n < 0 || all->len > SAYSO_IMPORT_MAX_BYTES)
        {
          g_autofree char *name = name_of_location (location);

          if (n < 0)
            set_unreadable (name, cause, error);
          else
            set_too_large (name, SAYSO_IMPORT_MAX_BYTES, error);
          return NULL;
        }
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));

  return sayso_import_bytes_all (bytes, location, media_type, cancellable, error);
}

/* Browsers that save a page write its address, and when, at its top. */
static void
read_saved_from (const char *utf8, SaysoMetadata *metadata, SaysoProvenance *provenance)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "<!--\\s*(?:saved from url=\\(\\d+\\)|Page saved with SingleFile\\s+url:\\s*)(https?://[^\\s>]{1,4000})"
      "(?:\\s+saved date:\\s*([^\\n]{10,60}))?",
      0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = g_utf8_substring (utf8, 0, MIN (g_utf8_strlen (utf8, 8192), 4096));
  g_autofree char *address = NULL, *saved = NULL, *date = NULL;

  if (!g_regex_match (regex, head, 0, &match))
    return;
  address = g_match_info_fetch (match, 1);
  saved = g_match_info_fetch (match, 2);
  date = saved != NULL ? sayso_calendar_find (saved, SAYSO_CALENDAR_UNKNOWN, NULL, NULL) : NULL;
  sayso_provenance_set (provenance, "url", address);
  sayso_provenance_set (provenance, "fetched", date);
  if (metadata->url == NULL)
    metadata->url = g_steal_pointer (&address);
}

static GString *
read_text (SaysoMediaType kind, GBytes *bytes, const char *charset, const char *name, SaysoMetadata *metadata,
           SaysoProvenance *provenance, GCancellable *cancellable, GError **error)
{
  g_autofree char *utf8 = NULL;
  gsize length;
  GString *text;

  if (g_bytes_get_size (bytes) > SAYSO_IMPORT_MAX_TEXT_BYTES)
    {
      set_too_large (name, SAYSO_IMPORT_MAX_TEXT_BYTES, error);
      return NULL;
    }
  utf8 = sayso_decode (bytes, charset, name, &length, error);
  if (utf8 == NULL)
    return NULL;

  if (kind == SAYSO_MEDIA_TEXT)
    return sayso_plain_import (utf8, length, metadata);
  if (kind == SAYSO_MEDIA_MARKDOWN)
    return sayso_markdown_import (utf8, length, metadata);

  text = sayso_html_import (utf8, length, name, metadata, cancellable, error);
  if (text != NULL)
    read_saved_from (utf8, metadata, provenance);

  return text;
}

/* What a document is dated is more than when its file was made. */
static void
prefer_written_date (SaysoMetadata *metadata, const char *text)
{
  char *written = sayso_plain_find_published (text);

  if (written == NULL)
    return;
  g_free (metadata->published);
  metadata->published = written;
}

/* A kind of file that is one document. */
static SaysoDocument *
read_one (SaysoMediaType kind, GBytes *bytes, const char *location, const char *name, const char *given,
          GCancellable *cancellable, GError **error)
{
  g_autofree char *charset = NULL, *fact = NULL;
  g_autoptr (GString) plain = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_autoptr (SaysoProvenance) provenance = sayso_provenance_new ("file");
  g_auto (SaysoMetadata) metadata = { 0 };
  const char *media_type = "text/plain";
  SaysoDocument *document;

  switch (kind)
    {
    case SAYSO_MEDIA_PDF:
      media_type = "application/pdf";
      plain = sayso_pdf_import (bytes, name, &metadata, &fact, cancellable, error);
      sayso_provenance_set (provenance, "pages", fact);
      break;
    case SAYSO_MEDIA_OFFICE:
      plain = sayso_office_import (bytes, name, &media_type, &metadata, cancellable, error);
      break;
    case SAYSO_MEDIA_RTF:
      media_type = "application/rtf";
      plain = sayso_rtf_import (bytes, &metadata);
      break;
    case SAYSO_MEDIA_MHTML:
      media_type = "multipart/related";
      plain = sayso_mail_import_page (bytes, name, &metadata, &fact, cancellable, error);
      sayso_provenance_set (provenance, "fetched", fact);
      sayso_provenance_set (provenance, "url", metadata.url);
      break;
    default:
      if (kind == SAYSO_MEDIA_HTML)
        media_type = "text/html";
      else if (kind == SAYSO_MEDIA_MARKDOWN)
        media_type = "text/markdown";
      charset = sayso_media_type_get_charset (given);
      if (charset == NULL && kind == SAYSO_MEDIA_HTML)
        charset = sayso_html_find_charset (bytes);
      plain = read_text (kind, bytes, charset, name, &metadata, provenance, cancellable, error);
    }
  if (plain == NULL)
    return NULL;
  if (plain->len == 0)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                   _ ("There is no text in “%s”. Check that it is the right file, and that it was saved completely."),
                   name);
      return NULL;
    }

  if (kind == SAYSO_MEDIA_OFFICE || kind == SAYSO_MEDIA_RTF || kind == SAYSO_MEDIA_PDF)
    prefer_written_date (&metadata, plain->str);
  text = sayso_text_new (plain->str, plain->len);
  document = sayso_document_new (bytes, location, media_type, &metadata, text);
  sayso_document_set_provenance (document, provenance);

  return document;
}

/**
 * sayso_import_bytes:
 * @bytes: a document as it came
 * @location: where it came from: a path, a URI or "-"
 * @media_type: (nullable): what its sender calls it, with its charset where that is known
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * As sayso_import_bytes_all(); of many documents, the first.
 *
 * Returns: (transfer full): the document
 */
SaysoDocument *
sayso_import_bytes (GBytes *bytes, const char *location, const char *media_type, GCancellable *cancellable,
                    GError **error)
{
  return take_first (sayso_import_bytes_all (bytes, location, media_type, cancellable, error));
}

static gboolean
check_size (GBytes *bytes, const char *name, GError **error)
{
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                   _ ("“%s” is empty. Check that it was saved completely, and get it again."), name);
      return FALSE;
    }
  if (g_bytes_get_size (bytes) > SAYSO_IMPORT_MAX_BYTES)
    {
      set_too_large (name, SAYSO_IMPORT_MAX_BYTES, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * sayso_import_bytes_all:
 * @bytes: a document as it came, or a container of documents
 * @location: where it came from: a path, a URI or "-"
 * @media_type: (nullable): what its sender calls it, with its charset where that is known
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Makes documents of bytes: finds out what they are, decodes them, and takes text and metadata from them. The same
 * bytes give the same documents. Nothing else is opened or loaded. What is more than text is read in a process apart,
 * where the program for that is installed.
 *
 * Returns: (transfer full) (element-type SaysoDocument): the documents, one at least
 */
GPtrArray *
sayso_import_bytes_all (GBytes *bytes, const char *location, const char *media_type, GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *name = NULL;
  SaysoMediaType kind;

  g_return_val_if_fail (bytes != NULL && location != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  name = name_of_location (location);
  if (!check_size (bytes, name, error) || !sayso_media_type_choose (bytes, location, name, media_type, &kind, error))
    return NULL;
  if (kind != SAYSO_MEDIA_TEXT && kind != SAYSO_MEDIA_MARKDOWN && sayso_apart_is_possible ())
    return sayso_apart_import (bytes, location, media_type, name, cancellable, error);

  return sayso_import_bytes_here (bytes, location, media_type, cancellable, error);
}

/**
 * sayso_import_bytes_here:
 * @bytes: a document as it came, or a container of documents
 * @location: where it came from: a path, a URI or "-"
 * @media_type: (nullable): what its sender calls it, with its charset where that is known
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * As sayso_import_bytes_all(), in this very process.
 *
 * Returns: (transfer full) (element-type SaysoDocument): the documents, one at least
 */
GPtrArray *
sayso_import_bytes_here (GBytes *bytes, const char *location, const char *media_type, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;
  SaysoDocument *document;
  SaysoMediaType kind;

  g_return_val_if_fail (bytes != NULL && location != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  name = name_of_location (location);
  if (!check_size (bytes, name, error))
    return NULL;
  if (!sayso_media_type_choose (bytes, location, name, media_type, &kind, error))
    return NULL;

  if (kind == SAYSO_MEDIA_WARC || kind == SAYSO_MEDIA_MAILBOX)
    {
      gboolean any = kind == SAYSO_MEDIA_WARC
                         ? sayso_warc_import (bytes, location, name, documents, cancellable, error)
                         : sayso_mail_import_box (bytes, location, name, documents, cancellable, error);

      return any ? g_steal_pointer (&documents) : NULL;
    }
  document = kind == SAYSO_MEDIA_MAIL ? sayso_mail_import (bytes, location, name, cancellable, error)
                                      : read_one (kind, bytes, location, name, media_type, cancellable, error);
  if (document == NULL)
    return NULL;
  g_ptr_array_add (documents, document);

  return g_steal_pointer (&documents);
}
