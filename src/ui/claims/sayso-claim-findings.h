/* sayso-claim-findings.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-stories.h"

G_BEGIN_DECLS

/**
 * SaysoClaimFindings:
 * @account: (nullable): what the claim is a telling of
 * @disputes: (element-type SaysoDispute): what does not fit it
 * @ties: (element-type SaysoClaimTie): the links that persons made
 * @key: the same for the same disputes and links
 *
 * What is known of a claim beyond its article.
 */
typedef struct
{
  SaysoAccount *account;
  GPtrArray *disputes;
  GPtrArray *ties;
  char *key;
} SaysoClaimFindings;

void sayso_claim_findings_load_async (SaysoCasebook *casebook, gint64 claim, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
SaysoClaimFindings *sayso_claim_findings_load_finish (GAsyncResult *result, GError **error);
void sayso_claim_findings_free (SaysoClaimFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoClaimFindings, sayso_claim_findings_free)

G_END_DECLS
