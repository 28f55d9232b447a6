/* sayso-mime-decode.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-mime-private.h"

#include <string.h>

/* Bytes in some encoding as UTF-8, whatever is wrong with them. */
static char *
to_utf8 (const char *data, gsize size, const char *charset)
{
  g_autofree char *text = NULL;

  if (charset != NULL && g_ascii_strcasecmp (charset, "utf-8") != 0)
    text = g_convert_with_fallback (data, size, "UTF-8", charset, "\xef\xbf\xbd", NULL, NULL, NULL);
  if (text == NULL && !g_utf8_validate_len (data, size, NULL))
    text = g_convert (data, size, "UTF-8", "CP1252", NULL, NULL, NULL);

  return text != NULL ? g_utf8_make_valid (text, -1) : g_utf8_make_valid (data, size);
}

static void
unquote (GByteArray *out, const char *p, gsize size, gboolean header)
{
  for (const char *end = p + size; p < end; p++)
    {
      guint8 byte = *p;

      if (header && byte == '_')
        byte = ' ';
      else if (byte == '=' && end - p >= 3 && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          byte = g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2]);
          p += 2;
        }
      else if (byte == '=' && !header)
        {
          const char *q = p + 1;

          /* A line's end behind it is none. */
          while (q < end && (*q == ' ' || *q == '\t' || *q == '\r'))
            q++;
          if (q == end || *q == '\n')
            {
              p = MIN (q, end - 1);
              continue;
            }
        }
      g_byte_array_append (out, &byte, 1);
    }
}

static GBytes *
decode_base64 (const char *data, gsize size)
{
  g_autofree guchar *out = g_malloc (size / 4 * 3 + 6);
  int state = 0;
  guint save = 0;
  gsize length = g_base64_decode_step (data, size, out, &state, &save);

  return g_bytes_new (out, length);
}

/**
 * sayso_mime_decode_body:
 * @data: the body of a part
 * @size: its bytes
 * @encoding: (nullable): how it was encoded for the way
 *
 * Returns: (transfer full): the body as it was
 */
GBytes *
sayso_mime_decode_body (const char *data, gsize size, const char *encoding)
{
  if (encoding != NULL && g_ascii_strncasecmp (encoding, "base64", strlen ("base64")) == 0)
    return decode_base64 (data, size);
  if (encoding != NULL && g_ascii_strncasecmp (encoding, "quoted-printable", strlen ("quoted-printable")) == 0)
    {
      GByteArray *out = g_byte_array_sized_new (size + 1);

      unquote (out, data, size, FALSE);
      return g_byte_array_free_to_bytes (out);
    }

  return g_bytes_new (data, size);
}

/* An encoded word at @p ("=?utf-8?q?Gr=C3=B6=C3=9Fau?="); returns what follows it, or NULL where there is none. */
static const char *
decode_word (const char *p, GString *text)
{
  const char *charset = p + 2, *encoding, *data, *stop;
  g_autofree char *name = NULL, *utf8 = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_has_prefix (p, "=?") || (encoding = strchr (charset, '?')) == NULL || encoding[1] == '\0' ||
      encoding[2] != '?')
    return NULL;
  data = encoding + 3;
  stop = strstr (data, "?=");
  if (stop == NULL)
    return NULL;

  name = g_strndup (charset, strcspn (charset, "*?"));
  if ((encoding[1] | 0x20) == 'b')
    bytes = decode_base64 (data, stop - data);
  else
    {
      GByteArray *out = g_byte_array_new ();

      unquote (out, data, stop - data, TRUE);
      bytes = g_byte_array_free_to_bytes (out);
    }
  utf8 = to_utf8 (g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "", g_bytes_get_size (bytes), name);
  g_string_append (text, utf8);

  return stop + 2;
}

/**
 * sayso_mime_decode_words:
 * @value: a header field's value
 *
 * Returns: (transfer full): the value with its encoded words (RFC 2047) decoded; valid UTF-8
 */
char *
sayso_mime_decode_words (const char *value)
{
  g_autofree char *plain = to_utf8 (value, strlen (value), NULL);
  GString *text = g_string_new (NULL);

  for (const char *p = plain; *p != '\0';)
    {
      const char *next = decode_word (p, text);

      if (next != NULL)
        {
          const char *after = next + strspn (next, " \t");

          /* White space between two encoded words is none. */
          p = g_str_has_prefix (after, "=?") ? after : next;
        }
      else
        g_string_append_c (text, *p++);
    }

  return g_string_free (text, FALSE);
}

/**
 * sayso_mime_get_parameter:
 * @value: (nullable): a header field's value, as `text/plain; charset="utf-8"`
 * @name: a parameter
 *
 * Returns: (transfer full) (nullable): the parameter's value; also where it is written as RFC 2231 says
 */
char *
sayso_mime_get_parameter (const char *value, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = value != NULL ? strchr (value, ';') : NULL; p != NULL; p = strchr (p, ';'))
    {
      gboolean extended = FALSE;
      g_autofree char *word = NULL;

      p += 1 + strspn (p + 1, " \t");
      if (g_ascii_strncasecmp (p, name, length) != 0)
        continue;
      p += length;
      if (g_str_has_prefix (p, "*0"))
        p += 2;
      if (*p == '*')
        {
          extended = TRUE;
          p++;
        }
      p += strspn (p, " \t");
      if (*p != '=')
        continue;
      p += 1 + strspn (p + 1, " \t");
      if (*p == '"')
        word = g_strndup (p + 1, strcspn (p + 1, "\""));
      else
        word = g_strndup (p, strcspn (p, "; \t"));
      if (extended)
        {
          const char *first = strchr (word, '\''), *second = first != NULL ? strchr (first + 1, '\'') : NULL;
          g_autofree char *plain = second != NULL ? g_uri_unescape_string (second + 1, NULL) : NULL;
          g_autofree char *charset = first != NULL ? g_strndup (word, first - word) : NULL;

          if (plain != NULL)
            return to_utf8 (plain, strlen (plain), charset);
        }
      return g_steal_pointer (&word);
    }

  return NULL;
}
