/* sayso-redate.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-queries.h"

G_BEGIN_DECLS

char *sayso_date_read (const char *words, GError **error);
char *sayso_time_from_words (const char *words, SaysoBounds *bounds, GError **error);
SaysoCommand *sayso_redate (SaysoCasebook *casebook, gint64 article, const char *words, GCancellable *cancellable,
                            GError **error);
SaysoCommand *sayso_redate_time (SaysoCasebook *casebook, gint64 time, const char *chosen, GCancellable *cancellable,
                                 GError **error);
void sayso_redate_async (SaysoCasebook *casebook, gint64 article, const char *words, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
void sayso_redate_time_async (SaysoCasebook *casebook, gint64 time, const char *chosen, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
SaysoCommand *sayso_redate_finish (GAsyncResult *result, GError **error);

G_END_DECLS
