/* sayso-act-private.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-command-private.h"

G_BEGIN_DECLS

void sayso_act_move (SaysoConnection *db, gint64 article, gboolean whole, gint64 was, gint64 becomes);
void sayso_act_fail_no_item (SaysoConnection *db);
gboolean sayso_act_find_article (SaysoConnection *db, gint64 article, gint64 *gone, JsonObject *what,
                                 const char *published);

gint64 sayso_reread_published (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
gint64 sayso_reread_redate (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
gint64 sayso_reread_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_reread_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_reread_redo (SaysoConnection *db, gint64 entry, JsonObject *what);

gint64 sayso_edit_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_edit_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_edit_redo (SaysoConnection *db, gint64 entry, JsonObject *what);

gint64 sayso_remark_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_remark_hide (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_remark_show (SaysoConnection *db, gint64 entry, JsonObject *what);
gint64 sayso_reword_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_reword_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_reword_redo (SaysoConnection *db, gint64 entry, JsonObject *what);
gint64 sayso_erase_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);

gboolean sayso_merge_find (SaysoConnection *db, gint64 id, JsonObject *what, const char *title);
gint64 sayso_merge_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_merge_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_merge_redo (SaysoConnection *db, gint64 entry, JsonObject *what);
gint64 sayso_separate_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_separate_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_separate_redo (SaysoConnection *db, gint64 entry, JsonObject *what);

gint64 sayso_discard_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_discard_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_discard_redo (SaysoConnection *db, gint64 entry, JsonObject *what);

gint64 sayso_extent_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_extent_carry (SaysoConnection *db, SaysoItemKind kind, gint64 old, gint64 now);

gint64 sayso_split_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_split_redirect (SaysoConnection *db, gint64 article, gint64 from, gint64 to, SaysoSpan span,
                           JsonArray *states);

gint64 sayso_add_relation (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
gint64 sayso_add_event (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
gint64 sayso_add_claim (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
gint64 sayso_add_actor (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
gint64 sayso_add_time (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_add_undo (SaysoConnection *db, gint64 entry, JsonObject *what);
void sayso_add_redo (SaysoConnection *db, gint64 entry, JsonObject *what);

gint64 sayso_names_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what);
void sayso_names_step (SaysoConnection *db, gint64 entry, JsonObject *what);

G_END_DECLS
