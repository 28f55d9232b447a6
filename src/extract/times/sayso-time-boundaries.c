/* sayso-time-boundaries.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-time-boundaries.h"

#include <string.h>

#define MAX_ADDRESS 400

static gboolean
is_alnum_or (const char *utf8, gsize at, const char *others)
{
  guchar byte = utf8[at];

  return g_ascii_isalnum (byte) || byte == '_' || (byte != '\0' && strchr (others, byte) != NULL);
}

/* Part of an address, as far as one looks back. */
static gboolean
is_in_address (const char *utf8, gsize start)
{
  gsize at = start;

  while (at > 0 && start - at < MAX_ADDRESS && strchr (" \n\t<>\"", utf8[at - 1]) == NULL)
    {
      at--;
      if (utf8[at] == ':' && g_str_has_prefix (utf8 + at, "://"))
        return TRUE;
      if ((utf8[at] == 'w' || utf8[at] == 'W') && g_ascii_strncasecmp (utf8 + at, "www.", 4) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Numbers and words that are part of something longer are no times: "CVE-2015-0311", "v2015.2", "192.168.10.12". */
gboolean
sayso_time_stands_alone (SaysoText *text, const SaysoTimeToken *head, const SaysoTimeToken *tail)
{
  const char *utf8 = sayso_text_get_utf8 (text);
  gsize length = sayso_text_get_bytes (text);
  gsize start = head->start, stop = tail->end;

  if (is_in_address (utf8, start))
    return FALSE;

  if (start > 0)
    {
      guchar before = utf8[start - 1];

      if (g_ascii_isalnum (before) || strchr ("_@#$+=\\", before) != NULL)
        return FALSE;
      if (head->digits > 0 && start > 1)
        {
          if ((before == '/' || before == '.' || before == ':' || before == ',') && is_alnum_or (utf8, start - 2, "/"))
            return FALSE;
          if (before == '-' && (g_ascii_isdigit (utf8[start - 2]) || g_ascii_isupper (utf8[start - 2])))
            return FALSE;
        }
    }
  if (stop < length)
    {
      guchar after = utf8[stop];

      if (g_ascii_isalnum (after) || strchr ("_@+=\\", after) != NULL)
        return FALSE;
      if (tail->digits > 0 && stop + 1 < length &&
          (((after == '-' || after == ',' || after == ':') && g_ascii_isdigit (utf8[stop + 1])) ||
           ((after == '.' || after == '/') && g_ascii_isalnum (utf8[stop + 1])) || after == '%'))
        return FALSE;
    }

  return TRUE;
}

/* A block ends at an empty line, and at a line's end where the reader sees a sentence begin. */
guint8 *
sayso_time_find_breaks (GArray *tokens, SaysoReading *reading)
{
  guint8 *breaks = g_malloc0 (tokens->len + 1);
  GArray *sentences = reading->sentences;
  guint sentence = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const SaysoTimeToken *token = &g_array_index (tokens, SaysoTimeToken, i);

      breaks[i] = (token->flags & SAYSO_TIME_TOKEN_BLOCK) != 0;
      if (!(token->flags & SAYSO_TIME_TOKEN_LINE) || sentences->len == 0)
        continue;
      while (sentence + 1 < sentences->len &&
             sayso_text_to_byte (reading->text, sayso_reading_sentence (reading, sentence)->span.start) < token->start)
        sentence++;
      if (sayso_text_to_byte (reading->text, sayso_reading_sentence (reading, sentence)->span.start) == token->start)
        breaks[i] = 1;
    }

  return breaks;
}
