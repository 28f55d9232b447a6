/* sayso-import.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"

G_BEGIN_DECLS

/**
 * SaysoImportError:
 * @SAYSO_IMPORT_ERROR_UNREADABLE: the file is missing, or may not be read
 * @SAYSO_IMPORT_ERROR_EMPTY: there is no text in it
 * @SAYSO_IMPORT_ERROR_BINARY: it is no text
 * @SAYSO_IMPORT_ERROR_TOO_LARGE: it is larger than %SAYSO_IMPORT_MAX_BYTES
 * @SAYSO_IMPORT_ERROR_MISMATCH: its content is not what its name or media type says
 * @SAYSO_IMPORT_ERROR_UNSUPPORTED: it is of a kind that is not imported
 * @SAYSO_IMPORT_ERROR_ENCODING: its characters cannot be decoded
 * @SAYSO_IMPORT_ERROR_LOCAL: the link leads to this machine or the local network
 * @SAYSO_IMPORT_ERROR_CRASHED: reading it broke down, or took too long
 *
 * Why a file could not be imported. The message names the file and says what to do.
 */
typedef enum
{
  SAYSO_IMPORT_ERROR_UNREADABLE,
  SAYSO_IMPORT_ERROR_EMPTY,
  SAYSO_IMPORT_ERROR_BINARY,
  SAYSO_IMPORT_ERROR_TOO_LARGE,
  SAYSO_IMPORT_ERROR_MISMATCH,
  SAYSO_IMPORT_ERROR_UNSUPPORTED,
  SAYSO_IMPORT_ERROR_ENCODING,
  SAYSO_IMPORT_ERROR_LOCAL,
  SAYSO_IMPORT_ERROR_CRASHED,
} SaysoImportError;

#define SAYSO_IMPORT_ERROR (sayso_import_error_quark ())

/* Of a file, and of a text or page, whose parsers take many times their size. */
#define SAYSO_IMPORT_MAX_BYTES (128 * 1024 * 1024)
#define SAYSO_IMPORT_MAX_TEXT_BYTES (32 * 1024 * 1024)

GQuark sayso_import_error_quark (void);
const char *sayso_import_error_to_code (const GError *error);
GPtrArray *sayso_import_file_all (GFile *file, GCancellable *cancellable, GError **error);
GPtrArray *sayso_import_stream_all (GInputStream *stream, const char *location, const char *media_type,
                                    GCancellable *cancellable, GError **error);
GPtrArray *sayso_import_bytes_all (GBytes *bytes, const char *location, const char *media_type,
                                   GCancellable *cancellable, GError **error);
GPtrArray *sayso_import_bytes_here (GBytes *bytes, const char *location, const char *media_type,
                                    GCancellable *cancellable, GError **error);
SaysoDocument *sayso_import_file (GFile *file, GCancellable *cancellable, GError **error);
SaysoDocument *sayso_import_stream (GInputStream *stream, const char *location, const char *media_type,
                                    GCancellable *cancellable, GError **error);
SaysoDocument *sayso_import_bytes (GBytes *bytes, const char *location, const char *media_type,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
