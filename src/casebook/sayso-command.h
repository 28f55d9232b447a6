/* sayso-command.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-document.h"
#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoCommand:
 *
 * One change to a casebook: undoable and logged. Immutable and reference counted.
 */
typedef struct _SaysoCommand SaysoCommand;

#define SAYSO_TYPE_COMMAND (sayso_command_get_type ())

GType sayso_command_get_type (void) G_GNUC_CONST;
SaysoCommand *sayso_command_new_import (SaysoDocument *document, SaysoExtraction *extraction);
SaysoCommand *sayso_command_new_remove (gint64 article);
SaysoCommand *sayso_command_new_restore (gint64 article);
SaysoCommand *sayso_command_new_decide (SaysoItemKind kind, gint64 id, SaysoStanding standing);
SaysoCommand *sayso_command_new_rename (SaysoItemKind kind, gint64 id, const char *title);
SaysoCommand *sayso_command_new_published (gint64 article, const char *published, SaysoExtraction *extraction);
SaysoCommand *sayso_command_new_redate (gint64 time, const char *chosen, SaysoExtraction *extraction);
SaysoCommand *sayso_command_ref (SaysoCommand *self);
void sayso_command_unref (SaysoCommand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoCommand, sayso_command_unref)

G_END_DECLS
