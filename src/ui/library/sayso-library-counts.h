/* sayso-library-counts.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

/* How many items pass each of the library's filters. */
typedef enum
{
  SAYSO_COUNT_ANONYMOUS,
  SAYSO_COUNT_DISPUTED,
  SAYSO_COUNT_UNDISPUTED,
  SAYSO_COUNT_UNDATED,
  SAYSO_COUNT_TO_REVIEW,
  SAYSO_N_COUNTS,
} SaysoLibraryCount;

void sayso_library_count_async (SaysoCasebook *casebook, const SaysoBounds *range, GAsyncReadyCallback callback,
                                gpointer user_data);
guint *sayso_library_count_finish (GAsyncResult *result);

G_END_DECLS
