/* sayso-export-put.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-export-private.h"

#include <string.h>

/* Keeps what went wrong if it is the first. Takes @error. */
void
sayso_export_fail (SaysoExport *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);
}

void
sayso_export_put_data (SaysoExport *self, const char *data, gsize length)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, &self->error);
}

void
sayso_export_put (SaysoExport *self, const char *text)
{
  sayso_export_put_data (self, text, strlen (text));
}

void
sayso_export_printf (SaysoExport *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sayso_export_put (self, text);
}

/* Text for XML and HTML, in elements and in quotes. Characters that XML forbids are left out. */
void
sayso_export_put_markup (SaysoExport *self, const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '&':
          g_string_append (escaped, "&amp;");
          break;
        case '<':
          g_string_append (escaped, "&lt;");
          break;
        case '>':
          g_string_append (escaped, "&gt;");
          break;
        case '"':
          g_string_append (escaped, "&quot;");
          break;
        default:
          if ((c >= 0x20 && !(c >= 0x7f && c < 0xa0) && (c & 0xfffe) != 0xfffe) || c == '\n' || c == '\t')
            g_string_append_unichar (escaped, c);
        }
    }
  sayso_export_put_data (self, escaped->str, escaped->len);
}

void
sayso_export_put_built (SaysoExport *self, JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  sayso_export_put_data (self, text, length);
}

void
sayso_export_add (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
sayso_export_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* -- where it comes from ------------------------------------------------------------------------------ */

char *
sayso_export_dup_title (SaysoExport *self)
{
  const char *title = sayso_casebook_get_title (self->casebook);

  return self->redaction != NULL ? sayso_redaction_apply (self->redaction, title, -1, NULL, NULL) : g_strdup (title);
}

/* When the casebook last changed: the time an export is of. The clock would make each export another. */
char *
sayso_export_dup_time (SaysoExport *self)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (self->changed / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/* What of the casebook it is. */
char *
sayso_export_dup_scope (SaysoExport *self)
{
  const char *what = self->filter != NULL ? "a selection" : "all";

  return g_strconcat (what, self->redaction != NULL ? ", redacted" : "", NULL);
}

/* A UUID of an item (RFC 9562, version 5), the same in every export of the casebook and in no other casebook. Names are
 * no part of it, so that nobody finds them out by trying. */
char *
sayso_export_uuid (SaysoExport *self, const char *kind, gint64 id, gint64 more)
{
  static const guint8 namespace[] = { 0x6b, 0x1d, 0x0e, 0x52, 0x7f, 0x3a, 0x4c, 0x84,
                                      0x9a, 0x2e, 0x53, 0x61, 0x79, 0x73, 0x6f, 0x21 };
  g_autofree char *name =
      g_strdup_printf ("%" G_GINT64_FORMAT ":%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, self->made, kind, id, more);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize length = sizeof b;

  g_checksum_update (checksum, namespace, sizeof namespace);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, b, &length);
  b[6] = (b[6] & 0x0f) | 0x50;
  b[8] = (b[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2],
                          b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

/* -- dates -------------------------------------------------------------------------------------------- */

/* The day a second lies in: "2015-06-30", or "20150630". */
char *
sayso_export_day (gint64 seconds, gboolean compact)
{
  int year, month, day;

  sayso_date_from_seconds (seconds, &year, &month, &day);

  return g_strdup_printf (compact ? "%s%04d%02d%02d" : "%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day);
}

/* When something was, as it is known: EDTF where there is one, else its bounds as an EDTF interval; "" for unknown. */
char *
sayso_export_dates (const SaysoBounds *bounds, const char *edtf)
{
  g_autofree char *earliest = NULL, *latest = NULL;

  if (edtf != NULL && *edtf != '\0')
    return g_strdup (edtf);
  if (!sayso_bounds_known (bounds))
    return g_strdup ("");
  earliest = sayso_bounds_format_earliest (bounds);
  latest = sayso_bounds_format_latest (bounds);
  if (g_strcmp0 (earliest, latest) == 0)
    return g_steal_pointer (&earliest);

  return g_strdup_printf ("%s/%s", earliest != NULL ? earliest : "..", latest != NULL ? latest : "..");
}
