/* sayso-time-examples.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-time-grammar.h"

G_BEGIN_DECLS

gboolean sayso_time_example_check (const SaysoTimeGrammar *grammar, const SaysoTimeExample *example, GError **error);
gboolean sayso_time_examples_check (const SaysoTimeGrammar *grammar, GError **error);

G_END_DECLS
