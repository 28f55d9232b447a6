/* sayso-reader.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-reading.h"

G_BEGIN_DECLS

/**
 * SaysoReaderError:
 * @SAYSO_READER_ERROR_MODEL: the model's file is missing, damaged or not of this version
 *
 * Why a text could not be read. It can still be shown, and worked on by hand.
 */
typedef enum
{
  SAYSO_READER_ERROR_MODEL,
} SaysoReaderError;

#define SAYSO_READER_ERROR (sayso_reader_error_quark ())

GQuark sayso_reader_error_quark (void);
void sayso_reader_set_threads (guint n_threads);
gboolean sayso_reader_analyse (SaysoReading *reading, GCancellable *cancellable, GError **error);
SaysoReading *sayso_reader_read (SaysoText *text, GCancellable *cancellable, GError **error);

G_END_DECLS
