/* sayso-importer.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"
#include "sayso-link.h"
#include "sayso-provenance.h"

G_BEGIN_DECLS

/**
 * SaysoImportFailure:
 * @name: the file, or what was dropped
 * @message: why it could not be added, and what to do
 * @local: (nullable): the address of a link that leads to this computer or the local network
 * @job: what to try again
 */
typedef struct
{
  char *name;
  char *message;
  char *local;
  gpointer job;
} SaysoImportFailure;

/**
 * SaysoImporter:
 *
 * Brings files, folders and pieces of text into a casebook: read and extracted on worker threads, a few at a
 * time, and handed to the casebook in the order they came in. What fails is written down and the rest goes on.
 *
 * Properties: `casebook`; `running`; `paused`; `n-done` and `n-total`, of this run.
 *
 * Signals: `casebook-needed (title)`: the first article is ready and there is no casebook to put it in; answer,
 * now or later, with sayso_importer_set_casebook() or sayso_importer_cancel(). `added (id)`: an article is in the
 * casebook. `finished`: nothing is left to do; the counts below are those of the run until the next one starts.
 */
#define SAYSO_TYPE_IMPORTER (sayso_importer_get_type ())
G_DECLARE_FINAL_TYPE (SaysoImporter, sayso_importer, SAYSO, IMPORTER, GObject)

SaysoImporter *sayso_importer_new (void);
void sayso_importer_set_casebook (SaysoImporter *self, SaysoCasebook *casebook);
void sayso_importer_add_file (SaysoImporter *self, GFile *file);
void sayso_importer_add_link (SaysoImporter *self, const char *address, SaysoLinkFlags flags);
void sayso_importer_retry (SaysoImporter *self);
void sayso_importer_add_attachments (SaysoImporter *self);
guint sayso_importer_get_n_attachments (SaysoImporter *self);
void sayso_importer_add_text (SaysoImporter *self, GBytes *bytes, const char *name, const char *media_type,
                              SaysoProvenance *provenance);
void sayso_importer_cancel (SaysoImporter *self);
gboolean sayso_importer_get_running (SaysoImporter *self);
guint sayso_importer_get_n_added (SaysoImporter *self);
guint sayso_importer_get_n_duplicates (SaysoImporter *self);
gint64 sayso_importer_get_duplicate (SaysoImporter *self);
gboolean sayso_importer_get_cancelled (SaysoImporter *self);
GPtrArray *sayso_importer_get_failures (SaysoImporter *self);

G_END_DECLS
