/* sayso-derive.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"
#include "sayso-connection.h"

G_BEGIN_DECLS

/* For what is found from the rest of a casebook and kept in it, so that views need not find it again: no change of a
 * person, so no entry in the history. */

typedef void (*SaysoDeriveFunc) (SaysoConnection *db, gpointer data);

gboolean sayso_casebook_derive (SaysoCasebook *self, SaysoDeriveFunc func, gpointer data, GError **error);
void sayso_casebook_announce_derived (SaysoCasebook *self);
gboolean sayso_casebook_read (SaysoCasebook *self, SaysoDeriveFunc func, gpointer data, GError **error);

G_END_DECLS
