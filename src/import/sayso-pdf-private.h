/* sayso-pdf-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SaysoPdfLine:
 * @text: its words; a tab parts cells of a table
 * @page: on which page, from 0
 * @x1: left edge, in points from the left
 * @x2: right edge
 * @y1: upper edge, in points from above
 * @y2: lower edge
 * @size: median height of its characters, in points
 * @edge: whether it stands where running heads and page numbers stand
 *
 * A line of a page, in the order of reading.
 */
typedef struct
{
  char *text;
  guint page;
  double x1;
  double x2;
  double y1;
  double y2;
  double size;
  gboolean edge;
} SaysoPdfLine;

void sayso_pdf_order_page (GArray *lines, guint first);
void sayso_pdf_drop_line_numbers (GArray *lines);
void sayso_pdf_drop_running_heads (GArray *lines, guint n_pages);
void sayso_pdf_move_notes (GArray *lines);
gboolean sayso_pdf_is_break (GArray *lines, guint index);
GString *sayso_pdf_join_lines (GArray *lines, guint n_pages, guint *starts);
char *sayso_pdf_find_title (GArray *lines);

G_END_DECLS
