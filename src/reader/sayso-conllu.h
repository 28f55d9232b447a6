/* sayso-conllu.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reading.h"

G_BEGIN_DECLS

/**
 * SaysoConlluError:
 * @SAYSO_CONLLU_ERROR_SYNTAX: a line is not as the format has it
 *
 * Why CoNLL-U could not be read.
 */
typedef enum
{
  SAYSO_CONLLU_ERROR_SYNTAX,
} SaysoConlluError;

#define SAYSO_CONLLU_ERROR (sayso_conllu_error_quark ())

GQuark sayso_conllu_error_quark (void);
SaysoReading *sayso_conllu_read (const char *conllu, GError **error);
char *sayso_conllu_write (const SaysoReading *reading);
char *sayso_conllu_fill (const char *conllu, const SaysoReading *reading);

G_END_DECLS
