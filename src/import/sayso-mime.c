/* sayso-mime.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mime.h"

#include <string.h>

#include "sayso-mime-private.h"

/* Beyond these no message goes that somebody wrote. */
#define MAX_DEPTH 20
#define MAX_PARTS 5000
#define MAX_HEADERS 2000
#define MAX_HEADER_BYTES (64 * 1024)

typedef struct
{
  guint n_parts;
} Budget;

/**
 * sayso_mime_part_free:
 * @self: a part
 */
void
sayso_mime_part_free (SaysoMimePart *self)
{
  g_free (self->type);
  g_free (self->charset);
  g_free (self->file_name);
  g_free (self->location);
  g_free (self->id);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_free (self);
}

/**
 * sayso_mime_part_header:
 * @self: a part
 * @name: a header field, in small letters
 *
 * Returns: (nullable): its value, decoded; of many the first
 */
const char *
sayso_mime_part_header (const SaysoMimePart *self, const char *name)
{
  return g_hash_table_lookup (self->headers, name);
}

static const char *
line_end (const char *p, const char *end)
{
  const char *newline = memchr (p, '\n', end - p);

  return newline != NULL ? newline : end;
}

/* Reads the header fields; returns the start of the body. */
static const char *
read_headers (SaysoMimePart *self, const char *p, const char *end)
{
  guint n_headers = 0;

  while (p < end)
    {
      g_autoptr (GString) field = g_string_new (NULL);
      const char *colon, *next = line_end (p, end);
      gsize length = next - p;

      if (length == 0 || (length == 1 && *p == '\r'))
        return MIN (next + 1, end);
      g_string_append_len (field, p, MIN (length, MAX_HEADER_BYTES));
      p = MIN (next + 1, end);
      /* A line that begins with white space goes on with the field before. */
      while (p < end && (*p == ' ' || *p == '\t'))
        {
          next = line_end (p, end);
          if (field->len < MAX_HEADER_BYTES)
            g_string_append_len (field, p, next - p);
          p = MIN (next + 1, end);
        }
      g_strdelimit (field->str, "\r\n\t", ' ');

      colon = strchr (field->str, ':');
      if (colon != NULL && colon > field->str && ++n_headers <= MAX_HEADERS)
        {
          g_autofree char *raw_name = g_strndup (field->str, colon - field->str);
          g_autofree char *name = g_ascii_strdown (g_strstrip (raw_name), -1);

          if (!g_hash_table_contains (self->headers, name))
            {
              char *value = sayso_mime_decode_words (colon + 1);

              g_hash_table_replace (self->headers, g_steal_pointer (&name), g_strstrip (value));
            }
        }
    }

  return end;
}

static void
describe (SaysoMimePart *self)
{
  const char *type = sayso_mime_part_header (self, "content-type");
  const char *disposition = sayso_mime_part_header (self, "content-disposition");
  const char *location = sayso_mime_part_header (self, "content-location");
  const char *id = sayso_mime_part_header (self, "content-id");

  self->type = type != NULL ? g_ascii_strdown (type, strcspn (type, "; \t")) : g_strdup ("text/plain");
  self->charset = sayso_mime_get_parameter (type, "charset");
  self->file_name = sayso_mime_get_parameter (disposition, "filename");
  if (self->file_name == NULL)
    self->file_name = sayso_mime_get_parameter (type, "name");
  self->attached = disposition != NULL && g_ascii_strncasecmp (disposition, "attachment", strlen ("attachment")) == 0;
  self->location = g_strdup (location);
  if (id != NULL)
    self->id = g_strndup (id + (*id == '<'), strcspn (id + (*id == '<'), ">"));
}

static SaysoMimePart *parse_part (const char *data, const char *end, guint depth, Budget *budget);

/* The parts stand between lines that begin with "--" and the boundary. */
static void
split (SaysoMimePart *self, const char *boundary, const char *p, const char *end, guint depth, Budget *budget)
{
  g_autofree char *mark = g_strconcat ("--", boundary, NULL);
  gsize length = strlen (mark);
  const char *start = NULL;

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_mime_part_free);
  for (const char *line = p; line < end;)
    {
      const char *next = MIN (line_end (line, end) + 1, end);

      if ((gsize) (end - line) >= length && memcmp (line, mark, length) == 0)
        {
          if (start != NULL)
            {
              const char *stop = line;

              /* The line end before the mark belongs to the mark. */
              stop -= stop > start && stop[-1] == '\n';
              stop -= stop > start && stop[-1] == '\r';
              if (++budget->n_parts <= MAX_PARTS)
                g_ptr_array_add (self->parts, parse_part (start, stop, depth + 1, budget));
            }
          start = next;
          if ((gsize) (end - line) >= length + 2 && memcmp (line + length, "--", 2) == 0)
            return;
        }
      line = next;
    }
  /* Cut off: what there is of the last part counts. */
  if (start != NULL && start < end && ++budget->n_parts <= MAX_PARTS)
    g_ptr_array_add (self->parts, parse_part (start, end, depth + 1, budget));
}

static SaysoMimePart *
parse_part (const char *data, const char *end, guint depth, Budget *budget)
{
  SaysoMimePart *self = g_new0 (SaysoMimePart, 1);
  g_autofree char *boundary = NULL;
  const char *body;

  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  body = read_headers (self, data, end);
  describe (self);
  if (g_str_has_prefix (self->type, "multipart/"))
    boundary = sayso_mime_get_parameter (sayso_mime_part_header (self, "content-type"), "boundary");
  if (boundary != NULL && *boundary != '\0' && depth < MAX_DEPTH)
    split (self, boundary, body, end, depth, budget);
  else
    self->content =
        sayso_mime_decode_body (body, end - body, sayso_mime_part_header (self, "content-transfer-encoding"));

  return self;
}

/**
 * sayso_mime_parse:
 * @data: a message
 * @size: its bytes
 *
 * Parses a message with all its parts. What is not as it should be is read as far as it goes.
 *
 * Returns: (transfer full): the message
 */
SaysoMimePart *
sayso_mime_parse (const char *data, gsize size)
{
  Budget budget = { 0 };

  g_return_val_if_fail (data != NULL, NULL);

  return parse_part (data, data + size, 0, &budget);
}

/**
 * sayso_mime_looks_like:
 * @data: a file's content
 * @size: its bytes
 *
 * Returns: whether it begins with header fields as only a message has
 */
gboolean
sayso_mime_looks_like (const char *data, gsize size)
{
  static const char *const names[] = { "from",       "to",          "subject",      "date",         "received",
                                       "message-id", "return-path", "mime-version", "content-type", "delivered-to" };
  const char *end = data + MIN (size, 16384);
  guint known = 0, n_lines = 0;

  for (const char *p = data; p < end && n_lines < 60; n_lines++)
    {
      const char *next = line_end (p, end), *colon = memchr (p, ':', next - p);

      if (next == p || *p == '\r')
        break;
      if (*p != ' ' && *p != '\t' && !(n_lines == 0 && end - p > 5 && memcmp (p, "From ", 5) == 0))
        {
          if (colon == NULL || colon == p)
            return FALSE;
          for (const char *q = p; q < colon; q++)
            if (!g_ascii_isalnum (*q) && *q != '-' && *q != '_')
              return FALSE;
          for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            known += (gsize) (colon - p) == strlen (names[i]) && g_ascii_strncasecmp (p, names[i], colon - p) == 0;
        }
      p = MIN (next + 1, end);
    }

  return known >= 3;
}
