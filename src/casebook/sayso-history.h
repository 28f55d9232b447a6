/* sayso-history.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "sayso-queries.h"

G_BEGIN_DECLS

/**
 * SaysoChange:
 * @id: number in the log, from 1
 * @made: when, microseconds since 1970, UTC
 * @who: who made it
 * @version: with which program
 * @model: (nullable): with which model a text was read
 * @command: the type of command; undo and redo too
 * @title: what it was, in words
 * @what: the details, JSON
 * @group: the group it was made in, or 0
 * @about: of undo and redo: what was undone or redone, else 0
 * @undone: whether it is undone now
 *
 * An entry of a casebook's log.
 */
typedef struct
{
  gint64 id;
  gint64 made;
  char *who;
  char *version;
  char *model;
  char *command;
  char *title;
  char *what;
  gint64 group;
  gint64 about;
  gboolean undone;
} SaysoChange;

/* (element-type SaysoChange): the log in the order it was written, after entry @after, @limit at most. */
GArray *sayso_casebook_get_log (SaysoCasebook *self, gint64 after, guint limit, GError **error);
/* (element-type SaysoChange): what stands of what a person did to an item, the last first. */
GArray *sayso_casebook_get_history (SaysoCasebook *self, SaysoItemKind kind, gint64 id, guint limit, GError **error);
SaysoCommand *sayso_change_take_back (const SaysoChange *change);
char *sayso_casebook_digest (SaysoCasebook *self, GError **error);
gboolean sayso_casebook_replay (SaysoCasebook *self, GFile *file, GCancellable *cancellable, GError **error);

/* Gets one object, a "document" of "documents" or a "change" of "changes". Returns: whether to go on. */
typedef gboolean (*SaysoHistoryFunc) (const char *section, const char *item, JsonNode *node, gpointer data);

gboolean sayso_casebook_tell_history (SaysoCasebook *self, SaysoHistoryFunc func, gpointer data, GError **error);
gboolean sayso_history_is_told (const char *path);
gboolean sayso_history_restore (GFile *json, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
