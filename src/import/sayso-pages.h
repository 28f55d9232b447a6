/* sayso-pages.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SaysoPage:
 * @start: where in the text it begins, in code points
 * @label: what is printed on it: "4", "iv"
 *
 * A page of the document that a text was taken from.
 */
typedef struct
{
  guint start;
  char *label;
} SaysoPage;

GArray *sayso_pages_parse (const char *list);
const char *sayso_pages_find (GArray *pages, guint offset);
char *sayso_pages_to_words (GArray *pages);

G_END_DECLS
