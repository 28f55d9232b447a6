/* casebook-fixture.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

/* A folder that goes with the test, and a casebook in it. */
typedef struct
{
  char *folder;
  char *path;
  SaysoCasebook *casebook;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_reopen (Fixture *self);
char *fixture_path (Fixture *self, const char *name);
void fixture_settle (void);

/* An article of an invented affair, its extraction made by hand. @number makes the bytes differ; the actors stay. */
SaysoDocument *fixture_document (guint number);
SaysoExtraction *fixture_extraction (SaysoDocument *document, gboolean with_date);
gint64 fixture_import (SaysoCasebook *casebook, guint number);
SaysoSpan fixture_find (SaysoText *text, const char *words);

GPtrArray *fixture_query (SaysoCasebook *casebook, SaysoItemKind kind, const SaysoFilter *filter, SaysoSort sort);
gint64 fixture_id (SaysoCasebook *casebook, SaysoItemKind kind, const char *title);
guint fixture_count (SaysoCasebook *casebook, SaysoItemKind kind);
char *fixture_dump (SaysoCasebook *casebook);
