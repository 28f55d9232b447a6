/* sayso-analysis.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/* Brings what is found over all articles up to date: which tellings are of one story, where stories come from, what
 * conflicts. Work on a thread of its own. */

typedef void (*SaysoAnalysisFunc) (guint n_left, gpointer data);

gboolean sayso_analysis_update (SaysoCasebook *casebook, SaysoAnalysisFunc progress, gpointer data,
                                GCancellable *cancellable, GError **error);
gboolean sayso_analysis_rebuild (SaysoCasebook *casebook, SaysoAnalysisFunc progress, gpointer data,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
