/* sayso-sheets.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sayso-article-content.h"

G_BEGIN_DECLS

/**
 * SaysoSheetClaim:
 * @title: the claim in a line
 * @source: who says it, and how well it is sourced
 * @quote: the words that are claimed
 */
typedef struct
{
  char *title;
  char *source;
  char *quote;
} SaysoSheetClaim;

/**
 * SaysoSheets:
 *
 * An article set on pages of paper, with its marks where they are wanted, and after it a list of its claims and their
 * sources. Shows nothing, but GTK must have been initialised; one thread at a time.
 */
typedef struct _SaysoSheets SaysoSheets;

SaysoSheets *sayso_sheets_new (SaysoArticleContent *content, SaysoMarkSet shown, GPtrArray *claims, const char *family,
                               double width, double height);
void sayso_sheets_free (SaysoSheets *self);
guint sayso_sheets_get_n_pages (SaysoSheets *self);
double sayso_sheets_get_filled (SaysoSheets *self);
void sayso_sheets_draw (SaysoSheets *self, guint page, cairo_t *cr);
void sayso_sheet_claim_free (SaysoSheetClaim *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoSheets, sayso_sheets_free)

G_END_DECLS
