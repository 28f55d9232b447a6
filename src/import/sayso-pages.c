/* sayso-pages.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pages.h"

#include <string.h>

static void
page_clear (gpointer data)
{
  g_free (((SaysoPage *) data)->label);
}

/**
 * sayso_pages_parse:
 * @list: (nullable): fact `pages` of a document's provenance: `label:offset`, parted by spaces
 *
 * What cannot be read is left out.
 *
 * Returns: (transfer full) (element-type SaysoPage): where pages begin, in order; those without text begin where the
 * next one does
 */
GArray *
sayso_pages_parse (const char *list)
{
  g_auto (GStrv) items = g_strsplit (list != NULL ? list : "", " ", 0);
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (SaysoPage));

  g_array_set_clear_func (pages, page_clear);
  for (guint i = 0; items[i] != NULL; i++)
    {
      char *colon = strrchr (items[i], ':');
      SaysoPage page;
      guint64 start;

      if (colon == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 0, G_MAXUINT, &start, NULL) ||
          (pages->len > 0 && start < g_array_index (pages, SaysoPage, pages->len - 1).start))
        continue;
      *colon = '\0';
      page = (SaysoPage) { (guint) start, g_uri_unescape_string (items[i], NULL) };
      if (page.label != NULL)
        g_array_append_val (pages, page);
    }

  return pages;
}

/**
 * sayso_pages_find:
 * @pages: (element-type SaysoPage): pages, in order
 * @offset: a place in the text, in code points
 *
 * Returns: (transfer none) (nullable): the label of the page it is on
 */
const char *
sayso_pages_find (GArray *pages, guint offset)
{
  guint first = 0, end;

  g_return_val_if_fail (pages != NULL, NULL);

  /* The last that begins at or before it. */
  end = pages->len;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (pages, SaysoPage, middle).start <= offset)
        first = middle + 1;
      else
        end = middle;
    }

  return first > 0 ? g_array_index (pages, SaysoPage, first - 1).label : NULL;
}

/**
 * sayso_pages_to_words:
 * @pages: (element-type SaysoPage): pages, in order
 *
 * Returns: (transfer full) (nullable): the first and the last, "iv–17"; %NULL where there are none
 */
char *
sayso_pages_to_words (GArray *pages)
{
  const char *first, *last;

  g_return_val_if_fail (pages != NULL, NULL);

  if (pages->len == 0)
    return NULL;
  first = g_array_index (pages, SaysoPage, 0).label;
  last = g_array_index (pages, SaysoPage, pages->len - 1).label;

  return pages->len == 1 ? g_strdup (first) : g_strdup_printf ("%s–%s", first, last);
}
