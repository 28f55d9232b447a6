/* sayso-casebook.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-command.h"
#include "sayso-filter.h"
#include "sayso-item.h"

G_BEGIN_DECLS

/**
 * SaysoCasebookError:
 * @SAYSO_CASEBOOK_ERROR_FOREIGN: the file is no casebook
 * @SAYSO_CASEBOOK_ERROR_DAMAGED: the file is damaged
 * @SAYSO_CASEBOOK_ERROR_TOO_NEW: a newer Sayso made it
 * @SAYSO_CASEBOOK_ERROR_BUSY: another program holds it
 * @SAYSO_CASEBOOK_ERROR_FULL: there is no room on the disk
 * @SAYSO_CASEBOOK_ERROR_READ_ONLY: it may not be written to
 * @SAYSO_CASEBOOK_ERROR_DUPLICATE: the article is in the casebook already
 * @SAYSO_CASEBOOK_ERROR_NOT_FOUND: there is no such item
 * @SAYSO_CASEBOOK_ERROR_KINDS: the kinds of two actors exclude each other
 * @SAYSO_CASEBOOK_ERROR_QUERY: what is searched for cannot be understood
 * @SAYSO_CASEBOOK_ERROR_FAILED: anything else; the message says what
 */
typedef enum
{
  SAYSO_CASEBOOK_ERROR_FOREIGN,
  SAYSO_CASEBOOK_ERROR_DAMAGED,
  SAYSO_CASEBOOK_ERROR_TOO_NEW,
  SAYSO_CASEBOOK_ERROR_BUSY,
  SAYSO_CASEBOOK_ERROR_FULL,
  SAYSO_CASEBOOK_ERROR_READ_ONLY,
  SAYSO_CASEBOOK_ERROR_DUPLICATE,
  SAYSO_CASEBOOK_ERROR_NOT_FOUND,
  SAYSO_CASEBOOK_ERROR_KINDS,
  SAYSO_CASEBOOK_ERROR_QUERY,
  SAYSO_CASEBOOK_ERROR_FAILED,
} SaysoCasebookError;

#define SAYSO_CASEBOOK_ERROR (sayso_casebook_error_quark ())
GQuark sayso_casebook_error_quark (void);

/**
 * SaysoCasebookMode:
 * @SAYSO_CASEBOOK_OPEN: the file must exist
 * @SAYSO_CASEBOOK_CREATE: made when it does not exist
 */
typedef enum
{
  SAYSO_CASEBOOK_OPEN,
  SAYSO_CASEBOOK_CREATE,
} SaysoCasebookMode;

/**
 * SaysoCasebook:
 *
 * One investigation: one SQLite file. One writer thread makes all changes, each a [struct@SaysoCommand] in a
 * transaction of its own; readings take a connection from a pool and may be made on any thread.
 *
 * Signal `changed (generation)`: emitted in the main context the casebook was opened in, after changes, also by another
 * program, which is noticed within a second unless this one has the casebook open to read only.
 * Signal `derived`: likewise, after what is found over all articles was found anew; see sayso-derive.h.
 * Properties: `file`, `title` (its name to show), `undo-title` and `redo-title` (nullable: what undo would
 * take back, in words), `read-only`, all notified in that context.
 */
#define SAYSO_TYPE_CASEBOOK (sayso_casebook_get_type ())
G_DECLARE_FINAL_TYPE (SaysoCasebook, sayso_casebook, SAYSO, CASEBOOK, GObject)

SaysoCasebook *sayso_casebook_new (GFile *file, SaysoCasebookMode mode, GCancellable *cancellable, GError **error);
void sayso_casebook_new_async (GFile *file, SaysoCasebookMode mode, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
SaysoCasebook *sayso_casebook_new_finish (GAsyncResult *result, GError **error);
void sayso_casebook_close (SaysoCasebook *self);
GFile *sayso_casebook_get_file (SaysoCasebook *self);
const char *sayso_casebook_get_title (SaysoCasebook *self);
guint sayso_casebook_get_generation (SaysoCasebook *self);
void sayso_casebook_set_author (SaysoCasebook *self, const char *author);
void sayso_casebook_set_inside_max (SaysoCasebook *self, gsize bytes);

/* Changes. @id receives the new article's id; with %SAYSO_CASEBOOK_ERROR_DUPLICATE, that of the one there. */
gboolean sayso_casebook_submit (SaysoCasebook *self, SaysoCommand *command, gint64 *id, GError **error);
void sayso_casebook_submit_async (SaysoCasebook *self, SaysoCommand *command, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean sayso_casebook_submit_finish (SaysoCasebook *self, GAsyncResult *result, gint64 *id, GError **error);
const char *sayso_casebook_get_undo_title (SaysoCasebook *self);
const char *sayso_casebook_get_redo_title (SaysoCasebook *self);
gboolean sayso_casebook_undo (SaysoCasebook *self, GError **error);
gboolean sayso_casebook_redo (SaysoCasebook *self, GError **error);
void sayso_casebook_undo_async (SaysoCasebook *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
void sayso_casebook_redo_async (SaysoCasebook *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean sayso_casebook_step_finish (SaysoCasebook *self, GAsyncResult *result, GError **error);

/* Whether the file is whole. @problems: (element-type utf8): what is not, in words; empty when all is well. */
gboolean sayso_casebook_check (SaysoCasebook *self, GPtrArray **problems, GError **error);

G_END_DECLS
