/* sayso-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import.h"

#include <glib/gi18n-lib.h>

#include "sayso-decode.h"
#include "sayso-html.h"
#include "sayso-media-type.h"
#include "sayso-plain.h"

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
    [SAYSO_IMPORT_ERROR_ENCODING] = "encoding",
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
set_too_large (const char *name, GError **error)
{
  g_autofree char *most = g_format_size_full (SAYSO_IMPORT_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

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
                   _ ("“%s” is a link, which Sayso does not fetch. Save the page as a file, and import that."), name);
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
      set_too_large (name, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * sayso_import_file:
 * @file: a file on this machine
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Imports a file. Blocks while it reads; larger files than %SAYSO_IMPORT_MAX_BYTES are refused unread.
 *
 * Returns: (transfer full): the document
 */
SaysoDocument *
sayso_import_file (GFile *file, GCancellable *cancellable, GError **error)
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

  return sayso_import_stream (G_INPUT_STREAM (stream), location, NULL, cancellable, error);
}

/**
 * sayso_import_stream:
 * @stream: where the bytes come from
 * @location: where that is: a path, a URI or "-"
 * @media_type: (nullable): what its sender calls it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Imports all that a stream gives, and gives up when that is more than %SAYSO_IMPORT_MAX_BYTES.
 *
 * Returns: (transfer full): the document
 */
SaysoDocument *
sayso_import_stream (GInputStream *stream, const char *location, const char *media_type, GCancellable *cancellable,
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
            set_too_large (name, error);
          return NULL;
        }
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));

  return sayso_import_bytes (bytes, location, media_type, cancellable, error);
}

/**
 * sayso_import_bytes:
 * @bytes: a document as it came
 * @location: where it came from: a path, a URI or "-"
 * @media_type: (nullable): what its sender calls it, with its charset where that is known
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %SAYSO_IMPORT_ERROR
 *
 * Makes a document of bytes: finds out what they are, decodes them, and takes text and metadata from them. The same
 * bytes give the same document. Nothing else is opened or loaded.
 *
 * Returns: (transfer full): the document
 */
SaysoDocument *
sayso_import_bytes (GBytes *bytes, const char *location, const char *media_type, GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *name = NULL, *charset = NULL, *utf8 = NULL;
  g_autoptr (GString) plain = NULL;
  g_autoptr (SaysoText) text = NULL;
  g_auto (SaysoMetadata) metadata = { 0 };
  SaysoMediaType kind;
  gsize length;

  g_return_val_if_fail (bytes != NULL && location != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  name = name_of_location (location);
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                   _ ("“%s” is empty. Check that it was saved completely, and get it again."), name);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > SAYSO_IMPORT_MAX_BYTES)
    {
      set_too_large (name, error);
      return NULL;
    }

  if (!sayso_media_type_choose (bytes, location, name, media_type, &kind, error))
    return NULL;
  charset = sayso_media_type_get_charset (media_type);
  if (charset == NULL && kind == SAYSO_MEDIA_HTML)
    charset = sayso_html_find_charset (bytes);
  utf8 = sayso_decode (bytes, charset, name, &length, error);
  if (utf8 == NULL)
    return NULL;

  if (kind == SAYSO_MEDIA_HTML)
    plain = sayso_html_import (utf8, length, name, &metadata, cancellable, error);
  else
    plain = sayso_plain_import (utf8, length, &metadata);
  if (plain == NULL)
    return NULL;
  if (plain->len == 0)
    {
      g_set_error (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_EMPTY,
                   _ ("There is no text in “%s”. Check that it is the right file, and that it was saved completely."),
                   name);
      return NULL;
    }

  text = sayso_text_new (plain->str, plain->len);

  return sayso_document_new (bytes, location, kind == SAYSO_MEDIA_HTML ? "text/html" : "text/plain", &metadata, text);
}
