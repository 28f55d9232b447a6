/* sayso-date-editor.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SaysoDateEditor:
 *
 * An entry for a date as a person writes it, with a button that sets it and a note below. Properties: `heading` and
 * `placeholder`.
 *
 * Signals: `typed ()`: the text changed; `apply ()`: the reader wants it set.
 */
#define SAYSO_TYPE_DATE_EDITOR (sayso_date_editor_get_type ())
G_DECLARE_FINAL_TYPE (SaysoDateEditor, sayso_date_editor, SAYSO, DATE_EDITOR, AdwBin)

void sayso_date_editor_start (SaysoDateEditor *self, const char *text);
const char *sayso_date_editor_get_text (SaysoDateEditor *self);
void sayso_date_editor_set_note (SaysoDateEditor *self, const char *note);
void sayso_date_editor_show_error (SaysoDateEditor *self, const char *message);
void sayso_date_editor_set_ready (SaysoDateEditor *self, gboolean ready);

G_END_DECLS
