/* sayso-export.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-redaction.h"

G_BEGIN_DECLS

/**
 * SaysoExportError:
 * @SAYSO_EXPORT_ERROR_CHANGED: the casebook changed while it was being exported
 * @SAYSO_EXPORT_ERROR_NO_CLAIM: the claim that a dossier is of does not go out
 *
 * What keeps an export from being made, beside errors of the casebook and of the file it goes to.
 */
typedef enum
{
  SAYSO_EXPORT_ERROR_CHANGED,
  SAYSO_EXPORT_ERROR_NO_CLAIM,
} SaysoExportError;

#define SAYSO_EXPORT_ERROR (sayso_export_error_quark ())
GQuark sayso_export_error_quark (void);

/**
 * SaysoExport:
 *
 * What goes out of a casebook: all of it or what passes a filter, and without what is withheld. One after another it
 * is written in as many formats as wanted. Use it on one thread at a time; writing blocks, for a worker thread.
 */
#define SAYSO_TYPE_EXPORT (sayso_export_get_type ())
G_DECLARE_FINAL_TYPE (SaysoExport, sayso_export, SAYSO, EXPORT, GObject)

/**
 * SaysoExportFormat:
 * @name: how the command line calls it
 * @title: its name to show, to be translated
 * @suffix: how names of its files end, with the dot; %NULL for a folder of files
 * @media_type: what its files are
 * @parts: (nullable): names of the files in the folder
 * @everything: whether it holds also what a person rejected
 * @write: writes it
 * @group: formats that stand together in lists have the same
 * @dossier: whether it is of one claim, see sayso_export_set_claim()
 *
 * A format to export in. The same casebook gives the same bytes.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *suffix;
  const char *media_type;
  const char *const *parts;
  gboolean everything;
  void (*write) (SaysoExport *self);
  guint group;
  gboolean dossier;
} SaysoExportFormat;

const SaysoExportFormat *sayso_export_get_formats (guint *n_formats);
const SaysoExportFormat *sayso_export_get_dossiers (guint *n_formats);
const SaysoExportFormat *sayso_export_find_format (const char *name);
char *sayso_export_format_dup_file_name (const SaysoExportFormat *format, const char *title);

SaysoExport *sayso_export_new (SaysoCasebook *casebook, const SaysoFilter *filter, const SaysoRedaction *redaction);
gboolean sayso_export_is_filtered (SaysoExport *self);
void sayso_export_set_claim (SaysoExport *self, gint64 claim);
void sayso_export_set_only (SaysoExport *self, SaysoItemKind kind, GArray *ids);
gboolean sayso_export_to_stream (SaysoExport *self, const SaysoExportFormat *format, const char *part,
                                 GOutputStream *stream, GCancellable *cancellable, GError **error);
gboolean sayso_export_to_file (SaysoExport *self, const SaysoExportFormat *format, const char *part, GFile *file,
                               GCancellable *cancellable, GError **error);
char **sayso_export_get_losses (SaysoExport *self);

G_END_DECLS
