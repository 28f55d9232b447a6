/* sayso-edtf.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-bounds.h"

G_BEGIN_DECLS

#define SAYSO_EDTF_ERROR (sayso_edtf_error_quark ())

/**
 * SaysoEdtfError:
 * @SAYSO_EDTF_ERROR_SYNTAX: it is not written as the standard has it
 * @SAYSO_EDTF_ERROR_DATE: there is no such date
 *
 * Why a string is no EDTF.
 */
typedef enum
{
  SAYSO_EDTF_ERROR_SYNTAX,
  SAYSO_EDTF_ERROR_DATE,
} SaysoEdtfError;

typedef enum
{
  SAYSO_EDTF_DATE,
  SAYSO_EDTF_INTERVAL,
  SAYSO_EDTF_ONE_OF,
  SAYSO_EDTF_ALL_OF,
} SaysoEdtfKind;

/**
 * SaysoEdtf:
 *
 * A date, an interval or a set of dates in the Extended Date/Time Format, Level 2 (ISO 8601-2:2019). Never changes once
 * made.
 */
typedef struct _SaysoEdtf SaysoEdtf;

GQuark sayso_edtf_error_quark (void);
SaysoEdtf *sayso_edtf_parse (const char *text, GError **error);
void sayso_edtf_free (SaysoEdtf *self);
char *sayso_edtf_format (const SaysoEdtf *self);
SaysoEdtfKind sayso_edtf_get_kind (const SaysoEdtf *self);
gboolean sayso_edtf_is_uncertain (const SaysoEdtf *self);
gboolean sayso_edtf_is_approximate (const SaysoEdtf *self);
void sayso_edtf_get_bounds (const SaysoEdtf *self, SaysoBounds *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoEdtf, sayso_edtf_free)

G_END_DECLS
