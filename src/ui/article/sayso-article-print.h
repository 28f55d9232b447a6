/* sayso-article-print.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-sheets.h"

G_BEGIN_DECLS

/* What is printed: an article, which of its marks, and whether its claims are listed. */
typedef struct
{
  SaysoCasebook *casebook;
  gint64 article;
  SaysoMarkSet shown;
  gboolean claims;
  char *family; /* nullable; the typeface */
} SaysoPrintout;

SaysoPrintout *sayso_printout_new (SaysoCasebook *casebook, gint64 article, SaysoMarkSet shown, gboolean claims);
void sayso_printout_free (SaysoPrintout *self);
SaysoSheets *sayso_printout_set (SaysoPrintout *self, double width, double height, GError **error);
gboolean sayso_printout_save (SaysoPrintout *self, GFile *file, GCancellable *cancellable, GError **error);
void sayso_printout_save_async (SaysoPrintout *self, GFile *file, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean sayso_printout_save_finish (GAsyncResult *result, GError **error);
gboolean sayso_printout_run (SaysoPrintout *self, GtkWindow *parent, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoPrintout, sayso_printout_free)

G_END_DECLS
