/* analysis-fixture.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"
#include "sayso-extraction.h"

/* A casebook in a folder that goes with the test. */
typedef struct
{
  char *folder;
  SaysoCasebook *casebook;
} AnalysisFixture;

void analysis_fixture_set_up (AnalysisFixture *self, gconstpointer data);
void analysis_fixture_tear_down (AnalysisFixture *self, gconstpointer data);

/* Articles made by hand: of one sentence, with one claim that covers what follows its source, ... */
SaysoExtraction *analysis_fixture_extraction (SaysoText *text, const char *source);
gint64 analysis_fixture_add (AnalysisFixture *self, const char *outlet, const char *date, const char *source,
                             const char *told);

/* ... or of paragraphs, a line each, that claim nothing. */
gint64 analysis_fixture_add_paragraphs (AnalysisFixture *self, const char *outlet, const char *date,
                                        const char *paragraphs);
