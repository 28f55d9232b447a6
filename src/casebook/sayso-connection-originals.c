/* sayso-connection-originals.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "sayso-connection-private.h"
#include "sayso-originals.h"

/* original (stored, sha256): the deflated original: what is stored, or, where that is nothing, what lies beside the
 * casebook; null where it is missing or has changed. */
static void
original (sqlite3_context *context, int n, sqlite3_value **values)
{
  SaysoConnection *self = sqlite3_user_data (context);
  const char *sha256 = (const char *) sqlite3_value_text (values[1]);
  g_autoptr (GBytes) bytes = NULL, deflated = NULL;
  g_autoptr (GZlibCompressor) deflate = NULL;

  if (sqlite3_value_bytes (values[0]) > 0 || sha256 == NULL)
    {
      sqlite3_result_value (context, values[0]);
      return;
    }
  bytes = sayso_originals_get (self->path, sha256);
  if (bytes == NULL)
    return;
  deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  deflated = g_converter_convert_bytes (G_CONVERTER (deflate), bytes, NULL);
  if (deflated != NULL)
    sqlite3_result_blob64 (context, g_bytes_get_data (deflated, NULL), g_bytes_get_size (deflated), SQLITE_TRANSIENT);
}

/* Gives a connection the function. */
void
sayso_connection_add_originals (SaysoConnection *self)
{
  sqlite3_create_function (self->db, "original", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, self, original, NULL, NULL);
}

const char *
sayso_connection_get_path (SaysoConnection *self)
{
  return self->path;
}

/**
 * sayso_connection_set_inside_max:
 * @self: a connection
 * @bytes: originals up to this size are stored in the casebook, larger ones beside it; at first all are
 *
 * May be called on any thread.
 */
void
sayso_connection_set_inside_max (SaysoConnection *self, gsize bytes)
{
  g_atomic_pointer_set (&self->inside_max, bytes);
}

gsize
sayso_connection_get_inside_max (SaysoConnection *self)
{
  return (gsize) g_atomic_pointer_get (&self->inside_max);
}
