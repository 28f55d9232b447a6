/* sayso-pdf-order.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-pdf-private.h"

/* A page with more lines than this is a table or a map: it stays in the order it has. */
#define MAX_LINES 1500

/* Columns of text have so many lines, are this wide (in heights of a letter), and this far from each other. */
#define MIN_COLUMN_LINES 3
#define MIN_COLUMN_WIDTH 8
#define MIN_GUTTER 0.7

#define MAX_DEPTH 12

static const SaysoPdfLine *
at (GPtrArray *lines, guint index)
{
  return g_ptr_array_index (lines, index);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const SaysoPdfLine *first = *(const SaysoPdfLine *const *) a, *second = *(const SaysoPdfLine *const *) b;

  return (first->x1 > second->x1) - (first->x1 < second->x1);
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const SaysoPdfLine *first = *(const SaysoPdfLine *const *) a, *second = *(const SaysoPdfLine *const *) b;

  /* What stands on one line goes from left to right. */
  if (MIN (first->y2, second->y2) - MAX (first->y1, second->y1) > 0.5 * MIN (first->size, second->size))
    return compare_x (a, b);

  return (first->y1 > second->y1) - (first->y1 < second->y1);
}

static gboolean
is_column (GPtrArray *lines, guint from, guint to)
{
  guint wide = 0;

  for (guint i = from; i < to; i++)
    wide += at (lines, i)->x2 - at (lines, i)->x1 > MIN_COLUMN_WIDTH * at (lines, i)->size;

  return to - from >= MIN_COLUMN_LINES && wide * 2 >= to - from;
}

/* How many of the lines, sorted by their left edge, stand left of a gutter; 0 where there is none. */
static guint
find_gutter (GPtrArray *lines)
{
  double edge = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0 && at (lines, i)->x1 - edge > MIN_GUTTER * at (lines, i)->size && is_column (lines, 0, i) &&
          is_column (lines, i, lines->len))
        return i;
      edge = MAX (edge, at (lines, i)->x2);
    }

  return 0;
}

static GPtrArray *
slice (GPtrArray *lines, guint from, guint to)
{
  GPtrArray *part = g_ptr_array_new ();

  for (guint i = from; i < to; i++)
    g_ptr_array_add (part, g_ptr_array_index (lines, i));

  return part;
}

static void order (GPtrArray *lines, GPtrArray *out, guint depth);

static gboolean
split_by_columns (GPtrArray *lines, GPtrArray *out, guint depth)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) right = NULL;
  guint n;

  g_ptr_array_sort (lines, compare_x);
  n = find_gutter (lines);
  if (n == 0)
    return FALSE;
  left = slice (lines, 0, n);
  right = slice (lines, n, lines->len);
  order (left, out, depth + 1);
  order (right, out, depth + 1);

  return TRUE;
}

/* A headline over columns: as few lines as can be are taken off above or below so that columns are left. */
static gboolean
split_by_rows (GPtrArray *lines, GPtrArray *out, guint depth)
{
  g_ptr_array_sort (lines, compare_y);
  for (guint n = 1; n < lines->len; n++)
    for (guint side = 0; side < 2; side++)
      {
        guint cut = side == 0 ? n : lines->len - n;
        g_autoptr (GPtrArray) above = slice (lines, 0, cut);
        g_autoptr (GPtrArray) below = slice (lines, cut, lines->len);
        g_autoptr (GPtrArray) columns = side == 0 ? slice (lines, cut, lines->len) : slice (lines, 0, cut);

        g_ptr_array_sort (columns, compare_x);
        if (find_gutter (columns) == 0)
          continue;
        order (above, out, depth + 1);
        order (below, out, depth + 1);
        return TRUE;
      }

  return FALSE;
}

static void
order (GPtrArray *lines, GPtrArray *out, guint depth)
{
  if (depth < MAX_DEPTH && lines->len >= 2 * MIN_COLUMN_LINES &&
      (split_by_columns (lines, out, depth) || split_by_rows (lines, out, depth)))
    return;

  g_ptr_array_sort (lines, compare_y);
  g_ptr_array_extend (out, lines, NULL, NULL);
}

/**
 * sayso_pdf_order_page:
 * @lines: (element-type SaysoPdfLine): a document's lines, those of one page at its end
 * @first: the first of these
 *
 * Brings the lines of a page into the order of reading: what is above columns, then the columns one after the other,
 * then what is below (a recursive cut at white space, after Nagy and Seth 1984).
 */
void
sayso_pdf_order_page (GArray *lines, guint first)
{
  guint n = lines->len - first;
  g_autoptr (GPtrArray) unordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autofree SaysoPdfLine *copy = NULL;

  if (n < 2 * MIN_COLUMN_LINES || n > MAX_LINES)
    return;
  copy = g_memdup2 (&g_array_index (lines, SaysoPdfLine, first), n * sizeof (SaysoPdfLine));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (unordered, &copy[i]);
  order (unordered, ordered, 0);
  for (guint i = 0; i < n; i++)
    g_array_index (lines, SaysoPdfLine, first + i) = *(SaysoPdfLine *) g_ptr_array_index (ordered, i);
}
