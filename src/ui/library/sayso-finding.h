/* sayso-finding.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-hits.h"

G_BEGIN_DECLS

#define SAYSO_TYPE_FINDING (sayso_finding_get_type ())
G_DECLARE_FINAL_TYPE (SaysoFinding, sayso_finding, SAYSO, FINDING, GObject)

/**
 * SaysoFinding:
 * @hit: what was found
 * @n_all: how many of its kind there are, of which the list has the first
 *
 * A hit of a search as a row of a list. A value: nobody changes it.
 */
struct _SaysoFinding
{
  GObject parent_instance;
  const SaysoHit *hit;
  guint n_all;
  GPtrArray *hits; /* whose @hit is */
};

void sayso_findings_search_async (SaysoCasebook *casebook, const char *text, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
GListModel *sayso_findings_search_finish (GAsyncResult *result, GError **error);

G_END_DECLS
