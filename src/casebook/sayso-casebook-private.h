/* sayso-casebook-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-begins.h"
#include "sayso-casebook.h"
#include "sayso-connection.h"
#include "sayso-writer.h"

G_BEGIN_DECLS

SaysoBegins *sayso_casebook_get_begins (SaysoCasebook *self);
SaysoConnection *sayso_casebook_connect (SaysoCasebook *self, GError **error);
SaysoWriter *sayso_casebook_get_writer (SaysoCasebook *self, GError **error);

/* A connection for reading, in a transaction: everything read until it is given back is of one state. */
SaysoConnection *sayso_casebook_borrow (SaysoCasebook *self, GError **error);
gboolean sayso_casebook_give_back (SaysoCasebook *self, SaysoConnection *db, GError **error);

G_END_DECLS
