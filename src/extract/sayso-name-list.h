/* sayso-name-list.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-gazetteer.h"

G_BEGIN_DECLS

#define SAYSO_NAME_LIST_ERROR (sayso_name_list_error_quark ())

typedef enum
{
  SAYSO_NAME_LIST_ERROR_ENCODING,
  SAYSO_NAME_LIST_ERROR_ROW,
  SAYSO_NAME_LIST_ERROR_TWICE,
} SaysoNameListError;

GQuark sayso_name_list_error_quark (void);

/**
 * SaysoNameList:
 *
 * Names that a reader of articles keeps: they are found wherever they stand, and go before the lists of the program.
 */
typedef struct _SaysoNameList SaysoNameList;

SaysoNameList *sayso_name_list_new (const char *text, gssize bytes, GError **error);
SaysoNameList *sayso_name_list_ref (SaysoNameList *self);
void sayso_name_list_unref (SaysoNameList *self);
const SaysoKnownName *sayso_name_list_find (const SaysoNameList *self, const char *form);
gboolean sayso_name_list_begins (const SaysoNameList *self, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoNameList, sayso_name_list_unref)

G_END_DECLS
