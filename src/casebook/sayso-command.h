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
SaysoCommand *sayso_command_new_reread (gint64 article, SaysoExtraction *extraction, const char *model);
SaysoCommand *sayso_command_new_edit (SaysoItemKind kind, gint64 id, const char *field, const char *value);
SaysoCommand *sayso_command_new_tag (SaysoItemKind kind, gint64 id, const char *tag);
SaysoCommand *sayso_command_new_note (SaysoItemKind kind, gint64 id, const char *text);
SaysoCommand *sayso_command_new_note_on (gint64 article, SaysoSpan span, const char *text);
SaysoCommand *sayso_command_new_link (SaysoItemKind kind, gint64 id, const char *type, SaysoItemKind other_kind,
                                      gint64 other, const char *text);
SaysoCommand *sayso_command_new_reword (gint64 remark, const char *text);
SaysoCommand *sayso_command_new_erase (gint64 remark);
SaysoCommand *sayso_command_new_merge (gint64 actor, gint64 into, gboolean force);
SaysoCommand *sayso_command_new_separate (const gint64 *actors, guint n_actors);
SaysoCommand *sayso_command_new_discard (gint64 evidence);
SaysoCommand *sayso_command_new_split (gint64 actor, const gint64 *mentions, guint n_mentions, gint64 into,
                                       const char *name);
SaysoCommand *sayso_command_new_add_relation (gint64 article, SaysoSpan evidence, gint64 subject, const char *type,
                                              const char *label, gint64 object);
SaysoCommand *sayso_command_new_extent (gint64 article, SaysoItemKind kind, gint64 id, SaysoMarkPart part,
                                        SaysoSpan was, SaysoSpan becomes);
SaysoCommand *sayso_command_new_add_event (gint64 article, SaysoSpan trigger, const char *title, const char *edtf);
SaysoCommand *sayso_command_new_add_claim (gint64 article, SaysoSpan content, const char *title, SaysoSourceKind kind,
                                           const char *source);
SaysoCommand *sayso_command_new_add_actor (gint64 article, SaysoSpan span, SaysoNameKind kind, const char *name);
SaysoCommand *sayso_command_new_add_time (gint64 article, SaysoSpan span, const char *words, const char *edtf);
SaysoCommand *sayso_command_new_names (const char *text);
SaysoCommand *sayso_command_new_group (const char *title, SaysoCommand *const *commands, guint n_commands);
SaysoCommand *sayso_command_ref (SaysoCommand *self);
void sayso_command_unref (SaysoCommand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaysoCommand, sayso_command_unref)

G_END_DECLS
