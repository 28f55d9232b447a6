/* sayso-names.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-casebook.h"
#include "sayso-name-list.h"

G_BEGIN_DECLS

/*
 * The names that the readers of a casebook keep, as text: see sayso_name_list_new() for its rows. It is what the last
 * command of sayso_command_new_names() in the history set, so undoing that brings the list before it back.
 */
char *sayso_casebook_get_names_text (SaysoCasebook *self, GError **error);
SaysoNameList *sayso_casebook_get_names (SaysoCasebook *self, GError **error);

char *sayso_names_add (const char *text, const char *name, const char *kind, const char *const *aliases,
                       GError **error);
char *sayso_names_remove (const char *text, const char *name, GError **error);
char *sayso_names_complete (const char *text, const char *more, guint *n_refused);
char *sayso_names_join (const char *text, const char *more, GError **error);

G_END_DECLS
