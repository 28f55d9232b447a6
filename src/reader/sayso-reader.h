/* sayso-reader.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-reading.h"

G_BEGIN_DECLS

gboolean sayso_reader_analyse (SaysoReading *reading, GCancellable *cancellable, GError **error);
SaysoReading *sayso_reader_read (SaysoText *text, GCancellable *cancellable, GError **error);

G_END_DECLS
