/* mixture.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

/* All that a reader does with a casebook, one after the other: what must hold when a disk fails or the program is
 * killed must hold in the midst of any of it. @number tells one round from another: it makes the articles differ.
 *
 * Copies and backups go beside the casebook; "colleague.sayso" there is taken over. */

guint mixture_get_n_steps (void);
const char *mixture_get_name (guint step);
gboolean mixture_step (SaysoCasebook *casebook, guint step, guint number, GError **error);
GFile *mixture_file (SaysoCasebook *casebook, const char *name);
void mixture_make_colleague (const char *folder);
