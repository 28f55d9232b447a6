/* sayso-pdf-notes.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pdf-private.h"

#include <string.h>

/* Notes are set in letters smaller than the text's, by this share at least. */
#define NOTE_SHARE 0.9

static SaysoPdfLine *
line_at (GArray *lines, guint index)
{
  return &g_array_index (lines, SaysoPdfLine, index);
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const SaysoPdfLine *first = *(const SaysoPdfLine *const *) a, *second = *(const SaysoPdfLine *const *) b;

  return (first->size > second->size) - (first->size < second->size);
}

/* The height of the letters that most of the text is set in. */
static double
common_size (GArray *lines)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  gsize all = 0, seen = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_ptr_array_add (sorted, line_at (lines, i));
      all += strlen (line_at (lines, i)->text);
    }
  g_ptr_array_sort (sorted, compare_size);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SaysoPdfLine *line = g_ptr_array_index (sorted, i);

      seen += strlen (line->text);
      if (seen * 2 >= all)
        return line->size;
    }

  return 0;
}

/* "12 Interview, 4 March", "* Not her real name" */
static gboolean
has_mark (const char *text)
{
  static GRegex *mark;

  if (g_once_init_enter_pointer (&mark))
    g_once_init_leave_pointer (&mark, g_regex_new ("^(?:\\[?\\d{1,3}[\\]).]?|[*†‡§¹²³⁴-⁹]+)\\s*[\\p{L}“\"‘(]",
                                                   G_REGEX_OPTIMIZE, 0, NULL));

  return g_regex_match (mark, text, 0, NULL);
}

/* How many lines from @first on are notes: small ones with a mark, at the foot of a column. */
static guint
count_notes (GArray *lines, guint first, double size)
{
  const SaysoPdfLine *line = line_at (lines, first);
  guint end = first;

  if (line->size > NOTE_SHARE * size || !has_mark (line->text))
    return 0;
  while (end < lines->len && line_at (lines, end)->page == line->page &&
         line_at (lines, end)->size <= NOTE_SHARE * size &&
         (end == first || line_at (lines, end)->y1 >= line_at (lines, end - 1)->y1))
    end++;

  return end == lines->len || line_at (lines, end)->page != line->page ||
                 line_at (lines, end)->y1 < line_at (lines, end - 1)->y1
             ? end - first
             : 0;
}

/* Where notes of @page that stand before line @at can be put in without parting a paragraph: further down on their
 * page, else further up on it, else where they are. */
static guint
find_place (GArray *text, guint at, guint page)
{
  if (at == 0 || at >= text->len || sayso_pdf_is_break (text, at - 1))
    return at;
  for (guint i = at; i < text->len && line_at (text, i)->page == page; i++)
    if (i + 1 == text->len || sayso_pdf_is_break (text, i))
      return i + 1;
  for (guint i = at - 1; i > 0 && line_at (text, i - 1)->page == page; i--)
    if (sayso_pdf_is_break (text, i - 1))
      return i;

  return at;
}

/**
 * sayso_pdf_move_notes:
 * @lines: (element-type SaysoPdfLine): a document's lines, in the order of reading
 *
 * Moves the notes at the foot of a column to where a paragraph of their page ends, so that a sentence that goes on in
 * the next column or on the next page goes on in the text as well.
 */
void
sayso_pdf_move_notes (GArray *lines)
{
  g_autoptr (GArray) text = g_array_new (FALSE, FALSE, sizeof (SaysoPdfLine));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (SaysoPdfLine));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint)); /* where in the text each note stands */
  double size = common_size (lines);
  guint next = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      guint n = count_notes (lines, i, size);

      if (n == 0)
        {
          g_array_append_val (text, *line_at (lines, i));
          continue;
        }
      for (guint k = 0; k < n; k++)
        {
          g_array_append_val (notes, *line_at (lines, i + k));
          g_array_append_val (places, text->len);
        }
      i += n - 1;
    }
  if (notes->len == 0)
    return;

  for (guint i = 0; i < notes->len; i++)
    {
      guint *place = &g_array_index (places, guint, i);
      guint least = i > 0 ? place[-1] : 0;

      *place = MAX (find_place (text, *place, line_at (notes, i)->page), least);
    }
  for (guint i = 0, out = 0; out < lines->len;)
    {
      if (next < notes->len && g_array_index (places, guint, next) <= i)
        *line_at (lines, out++) = *line_at (notes, next++);
      else
        *line_at (lines, out++) = *line_at (text, i++);
    }
}
