/* sayso-pdf-numbers.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pdf-private.h"

#include <stdlib.h>
#include <string.h>

/* A page of a pleading or a transcript has about 25 numbered lines; a table or a list of that many is numbered from its
 * own start, and not from that of each page. */
#define MIN_NUMBERS 15

static SaysoPdfLine *
line_at (GArray *lines, guint index)
{
  return &g_array_index (lines, SaysoPdfLine, index);
}

/* The number at the start of a line, with a gap or nothing behind it; 0 where there is none. */
static guint
number_of (const char *text, const char **rest)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits > 2 || (text[digits] != '\0' && !g_ascii_isspace (text[digits])))
    return 0;
  *rest = text + digits + (text[digits] != '\0');

  return (guint) atoi (text);
}

/* Whether the lines of a page are numbered from 1 on, all of them. */
static gboolean
is_numbered (GArray *lines, guint first, guint end)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const char *rest;
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      guint number = number_of (line_at (lines, i)->text, &rest);

      if (number > 0 && g_hash_table_add (seen, GUINT_TO_POINTER (number)))
        n++;
    }
  for (guint i = 1; i <= n; i++)
    if (!g_hash_table_contains (seen, GUINT_TO_POINTER (i)))
      return FALSE;

  return n >= MIN_NUMBERS;
}

/**
 * sayso_pdf_drop_line_numbers:
 * @lines: (element-type SaysoPdfLine): a document's lines
 *
 * Takes away the numbers that the lines of pleadings and transcripts have in the margin, on each page from 1 on.
 */
void
sayso_pdf_drop_line_numbers (GArray *lines)
{
  for (guint first = 0, end; first < lines->len; first = end)
    {
      const char *rest;

      for (end = first; end < lines->len && line_at (lines, end)->page == line_at (lines, first)->page;)
        end++;
      if (!is_numbered (lines, first, end))
        continue;
      for (guint i = end; i-- > first;)
        {
          SaysoPdfLine *line = line_at (lines, i);
          char *words;

          if (number_of (line->text, &rest) == 0)
            continue;
          if (*rest == '\0')
            {
              g_array_remove_index (lines, i);
              end--;
              continue;
            }
          words = g_strdup (rest);
          g_free (line->text);
          line->text = words;
        }
    }
}
