/* sayso-export-report.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-export-private.h"

G_BEGIN_DECLS

/**
 * SaysoReportWriter:
 * @heading: a heading; level 1 is the title of all
 * @paragraph: running text
 * @quote: words of an article, and where they stand
 * @begin_table: a table with these column titles
 * @row: a row of it
 * @end_table: ends it
 * @note: small print
 *
 * How a report is written in one format. All text is plain; articles are cited as "[3]", and @anchor (nullable) names
 * what a heading or row can be reached by.
 */
typedef struct
{
  void (*heading) (SaysoExport *self, guint level, const char *text, const char *anchor);
  void (*paragraph) (SaysoExport *self, const char *text);
  void (*quote) (SaysoExport *self, const char *text, const char *where, const char *anchor);
  void (*begin_table) (SaysoExport *self, const char *const *titles);
  void (*row) (SaysoExport *self, const char *const *cells, const char *anchor);
  void (*end_table) (SaysoExport *self);
  void (*note) (SaysoExport *self, const char *text);
} SaysoReportWriter;

void sayso_report_write (SaysoExport *self, const SaysoReportWriter *writer);
void sayso_report_write_dossier (SaysoExport *export, const SaysoReportWriter *writer);
void sayso_report_put_head (SaysoExport *self, const SaysoReportWriter *writer, const char *title);
void sayso_report_put_article (SaysoExport *self, const SaysoReportWriter *writer, SaysoArticle *article, guint number);

G_END_DECLS
