/* sayso-excerpt.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-excerpt.h"

#include <string.h>

#define ELLIPSIS "… "
#define ELLIPSIS_CHARS 2

/* The nearest place at or after @from where a word begins, or @from where none is within reach. */
static glong
next_word (const char *text, glong from, glong limit)
{
  const char *p = g_utf8_offset_to_pointer (text, from);

  for (glong i = from; i < limit; i++, p = g_utf8_next_char (p))
    if (i > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))) && !g_unichar_isspace (g_utf8_get_char (p)))
      return i;

  return from;
}

/* The nearest place at or before @from where a word ends. */
static glong
previous_end (const char *text, glong from, glong limit)
{
  const char *p = g_utf8_offset_to_pointer (text, from);

  for (glong i = from; i > limit; i--, p = g_utf8_prev_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
      return i;

  return from;
}

/**
 * sayso_excerpt:
 * @sentence: a sentence
 * @span: (inout): what matters in it, in code points of @sentence; comes back in those of the excerpt, cut
 *   where the excerpt ends before it does
 * @max_chars: how long the excerpt may be, in code points
 *
 * Shortens a sentence to what fits, around what matters in it: cut between words, each cut shown by an
 * ellipsis, line breaks made spaces.
 *
 * Returns: (transfer full): the excerpt
 */
char *
sayso_excerpt (const char *sentence, SaysoSpan *span, guint max_chars)
{
  g_autofree char *flat = NULL;
  g_autofree char *slice = NULL;
  glong length = 0;
  glong start = 0;
  glong end = 0;
  glong spare = 0;

  g_return_val_if_fail (sentence != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);
  g_return_val_if_fail (max_chars > 2 * ELLIPSIS_CHARS, NULL);

  flat = g_strdelimit (g_strdup (sentence), "\n\r\t", ' ');
  length = g_utf8_strlen (flat, -1);
  span->end = MIN (span->end, length);
  span->start = MIN (span->start, span->end);
  if (length <= max_chars)
    return g_steal_pointer (&flat);

  /* A third of what is to spare goes before the span: what follows it tells more. */
  spare = (glong) max_chars - 2 * ELLIPSIS_CHARS - (span->end - span->start);
  start = CLAMP (span->start - MAX (spare, 0) / 3, 0, length);
  end = MIN (start + (glong) max_chars - 2 * ELLIPSIS_CHARS, length);
  if (end == length)
    start = MAX (0, length - (glong) max_chars + ELLIPSIS_CHARS);
  if (start > 0)
    start = next_word (flat, start, MAX (start, (glong) span->start + 1));
  if (end < length)
    end = previous_end (flat, end, (glong) span->end <= end ? (glong) span->end : start);

  slice = g_utf8_substring (flat, start, end);
  span->start = span->start - start + (start > 0 ? ELLIPSIS_CHARS : 0);
  span->end = MIN ((glong) span->end, end) - start + (start > 0 ? ELLIPSIS_CHARS : 0);

  return g_strconcat (start > 0 ? ELLIPSIS : "", slice, end < length ? " …" : "", NULL);
}
