/* sayso-analyst.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"

G_BEGIN_DECLS

/**
 * SaysoAnalyst:
 *
 * Keeps what is found over all articles of a casebook up to date while it is open: after each change it compares what
 * changed, on a thread of its own. What it finds arrives as any other change of the casebook.
 */
#define SAYSO_TYPE_ANALYST (sayso_analyst_get_type ())
G_DECLARE_FINAL_TYPE (SaysoAnalyst, sayso_analyst, SAYSO, ANALYST, GObject)

SaysoAnalyst *sayso_analyst_new (SaysoCasebook *casebook);
void sayso_analyst_stop (SaysoAnalyst *self);

G_END_DECLS
