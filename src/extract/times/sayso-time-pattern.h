/* sayso-time-pattern.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-time-grammar-private.h"

G_BEGIN_DECLS

gboolean sayso_time_pattern_compile (SaysoTimeGrammar *grammar, const char *pattern, Rule *rule, GError **error);
gboolean sayso_time_assignments_compile (SaysoTimeGrammar *grammar, const char *text, Rule *rule, GError **error);
guint sayso_time_grammar_intern_symbol (SaysoTimeGrammar *self, const char *name, gsize length);

G_END_DECLS
