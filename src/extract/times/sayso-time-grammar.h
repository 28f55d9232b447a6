/* sayso-time-grammar.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-time-tokens.h"

G_BEGIN_DECLS

#define SAYSO_TIME_GRAMMAR_ERROR (sayso_time_grammar_error_quark ())

/**
 * SaysoTimeGrammarError:
 * @SAYSO_TIME_GRAMMAR_ERROR_SYNTAX: a rule cannot be read
 * @SAYSO_TIME_GRAMMAR_ERROR_EXAMPLE: an example does not give what stands beside it
 *
 * What can be wrong with rule tables.
 */
typedef enum
{
  SAYSO_TIME_GRAMMAR_ERROR_SYNTAX,
  SAYSO_TIME_GRAMMAR_ERROR_EXAMPLE,
} SaysoTimeGrammarError;

/**
 * SaysoTimeGrammar:
 *
 * The rule tables, compiled: which words make a time expression, and what it says. Never changes once made, and is
 * safe to share between threads.
 */
typedef struct _SaysoTimeGrammar SaysoTimeGrammar;

GQuark sayso_time_grammar_error_quark (void);
SaysoTimeGrammar *sayso_time_grammar_new (const char *const *names, const char *const *tables, GError **error);
void sayso_time_grammar_free (SaysoTimeGrammar *self);
const SaysoTimeGrammar *sayso_time_grammar_get_default (void);
const SaysoTimeVocabulary *sayso_time_grammar_get_vocabulary (const SaysoTimeGrammar *self);
GPtrArray *sayso_time_grammar_get_examples (const SaysoTimeGrammar *self);
const guint8 *sayso_time_grammar_get_first (const SaysoTimeGrammar *self, const char *symbol);
guint sayso_time_grammar_get_n_rules (const SaysoTimeGrammar *self);

/**
 * SaysoTimeExample:
 * @place: file and line
 * @text: the sentence, with braces around the expressions
 * @timex: "TYPE VALUE [MOD]" of each expression, with ";" between
 * @edtf: EDTF of each, "-" where it has none
 * @bounds: (nullable): earliest and latest of each, with a space between, "-" where open
 *
 * What stands beside a rule to show what it does.
 */
typedef struct
{
  char *place;
  char *text;
  char *timex;
  char *edtf;
  char *bounds;
} SaysoTimeExample;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoTimeGrammar, sayso_time_grammar_free)

G_END_DECLS
