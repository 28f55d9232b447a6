/* sayso-paragraph-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-paragraph.h"

G_BEGIN_DECLS

/* A line of a paragraph: its code points, and the edges of its type. */
typedef struct
{
  SaysoSpan span;
  float top;
  float bottom;
} SaysoDisplayLine;

SaysoParagraph *sayso_paragraph_alloc (float height);
void sayso_paragraph_add_bracket (SaysoParagraph *self, GArray *display, const SaysoMark *mark, SaysoSpan paragraph);
void sayso_paragraph_layout_brackets (SaysoParagraph *self);

G_END_DECLS
