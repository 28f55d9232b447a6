/* sayso-example.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SaysoExample:
 *
 * The card of the empty page: a sentence as the article pane marks it, and its chain.
 */
#define SAYSO_TYPE_EXAMPLE (sayso_example_get_type ())
G_DECLARE_FINAL_TYPE (SaysoExample, sayso_example, SAYSO, EXAMPLE, AdwBin)

G_END_DECLS
