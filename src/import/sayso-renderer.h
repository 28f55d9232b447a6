/* sayso-renderer.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What goes before the next word. The larger wins. */
typedef enum
{
  SAYSO_SPACING_NONE,
  SAYSO_SPACING_SPACE,
  SAYSO_SPACING_TAB,
  SAYSO_SPACING_LINE,
  SAYSO_SPACING_PARAGRAPH,
} SaysoSpacing;

/**
 * SaysoRenderer:
 * @text: what is written so far
 * @spacing: what goes before the next word
 * @pre: in how many elements that keep their line ends
 * @bullet: whether the next word begins an item of a list
 * @quotes: in how many quotations of an earlier message; each gives its lines a sign
 * @one_line: whether all goes on one line
 *
 * Writes marked-up text as plain text: paragraphs are parted by an empty line, items of lists and rows of tables
 * stand on lines of their own, cells are parted by tabs, and other white space is folded.
 */
typedef struct
{
  GString *text;
  SaysoSpacing spacing;
  guint pre;
  gboolean bullet;
  guint quotes;
  gboolean one_line;
} SaysoRenderer;

void sayso_renderer_put (SaysoRenderer *self, const char *utf8);
void sayso_renderer_widen (SaysoRenderer *self, SaysoSpacing spacing);

G_END_DECLS
