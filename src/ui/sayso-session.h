/* sayso-session.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sayso-queries.h"
#include "sayso-redaction.h"

G_BEGIN_DECLS

/**
 * SaysoSession:
 *
 * What all views of one window share: the casebook, the article that is open, one selection, one filter, and
 * the way for changes to get to the casebook. Views read it and listen to it; they know nothing of each other.
 *
 * Properties: `casebook`; `article` (id of the open article, 0 for none); `beside` (id of the article that is kept
 * open beside it, 0 for none); `filter` (boxed; replace it whole,
 * `notify::filter` tells); `selected-kind` and `selected-id` (set both by sayso_session_select(), which emits
 * `selection-changed` once).
 *
 * Signals: `selection-changed`; `reveal (kind, id)`: the reader asked to be taken to the item, so the article
 * pane scrolls there and the timeline and the graph centre it; `toast (AdwToast)`: for the window to show;
 * `reveal-passage (article, start, end)`: the reader asked to read a passage, so the article pane comes to the
 * front and scrolls to these code points.
 */
#define SAYSO_TYPE_SESSION (sayso_session_get_type ())
G_DECLARE_FINAL_TYPE (SaysoSession, sayso_session, SAYSO, SESSION, GObject)

SaysoSession *sayso_session_new (SaysoCasebook *casebook);
SaysoCasebook *sayso_session_get_casebook (SaysoSession *self);
gint64 sayso_session_get_article (SaysoSession *self);
void sayso_session_set_article (SaysoSession *self, gint64 article);
gint64 sayso_session_get_beside (SaysoSession *self);
void sayso_session_set_beside (SaysoSession *self, gint64 article);
const SaysoFilter *sayso_session_get_filter (SaysoSession *self);
void sayso_session_set_filter (SaysoSession *self, const SaysoFilter *filter);
SaysoRedaction *sayso_session_get_redaction (SaysoSession *self);
SaysoItemKind sayso_session_get_selected_kind (SaysoSession *self);
gint64 sayso_session_get_selected_id (SaysoSession *self);

/* Selects an item in every view; reveal: also takes the reader there, opening its article where needed. */
void sayso_session_select (SaysoSession *self, SaysoItemKind kind, gint64 id, gboolean reveal);

/* Takes the reader to a passage that what is selected rests on, opening its article. */
void sayso_session_reveal_passage (SaysoSession *self, gint64 article, SaysoSpan span);

/* Hands a command to the casebook's writer and says so in a toast with Undo, or says what went wrong.
 * message: (nullable): "Claim confirmed."; %NULL for no toast. */
void sayso_session_submit (SaysoSession *self, SaysoCommand *command, const char *message);
/* The same for what makes an item of a kind, which is then selected. */
void sayso_session_add (SaysoSession *self, SaysoCommand *command, SaysoItemKind kind, const char *message);

/* Tells the reader something in a toast. */
void sayso_session_say (SaysoSession *self, const char *message);
void sayso_session_show_error (SaysoSession *self, const GError *error);
void sayso_session_undo (SaysoSession *self);
void sayso_session_redo (SaysoSession *self);

G_END_DECLS
