/* sayso-export.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/**
 * SaysoExportError:
 * @SAYSO_EXPORT_ERROR_CHANGED: the casebook changed while it was being exported
 *
 * What keeps an export from being made, beside errors of the casebook and of the file it goes to.
 */
typedef enum
{
  SAYSO_EXPORT_ERROR_CHANGED,
} SaysoExportError;

#define SAYSO_EXPORT_ERROR (sayso_export_error_quark ())
GQuark sayso_export_error_quark (void);

/**
 * SaysoExportFunc:
 * @casebook: what to export
 * @stream: where to
 * @data: the exporter's own
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes a casebook to a stream.
 *
 * Returns: whether all was written
 */
typedef gboolean (*SaysoExportFunc) (SaysoCasebook *casebook, GOutputStream *stream, gconstpointer data,
                                     GCancellable *cancellable, GError **error);

gboolean sayso_export_to_file (SaysoCasebook *casebook, GFile *file, SaysoExportFunc func, gconstpointer data,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
