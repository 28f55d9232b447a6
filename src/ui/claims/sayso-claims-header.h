/* sayso-claims-header.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-session.h"

G_BEGIN_DECLS

/**
 * SaysoClaimsHeader:
 *
 * Stands above the claims of one source, one origin or one article: which, how well sourced the weakest of them is, and
 * how many there are.
 */
#define SAYSO_TYPE_CLAIMS_HEADER (sayso_claims_header_get_type ())
G_DECLARE_FINAL_TYPE (SaysoClaimsHeader, sayso_claims_header, SAYSO, CLAIMS_HEADER, AdwBin)

GtkWidget *sayso_claims_header_new (void);
void sayso_claims_header_show (SaysoClaimsHeader *self, SaysoSession *session, SaysoSort sort, SaysoClaim *first,
                               guint n_claims);

G_END_DECLS
