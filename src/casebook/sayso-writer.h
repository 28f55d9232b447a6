/* sayso-writer.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sayso-command.h"
#include "sayso-connection.h"
#include "sayso-derive.h"

G_BEGIN_DECLS

/**
 * SaysoHistory:
 * @generation: how often the casebook was changed since it was opened
 * @undo_title: (nullable): what undo would take back, in words
 * @redo_title: (nullable): what redo would make again
 */
typedef struct
{
  guint generation;
  char *undo_title;
  char *redo_title;
} SaysoHistory;

/**
 * SaysoWriter:
 *
 * The one thread that changes a casebook. It takes jobs from a queue, in order, and makes each in a transaction of
 * its own, with its entry in the log. When a job is done, its change is on the disk.
 */
typedef struct _SaysoWriter SaysoWriter;

typedef enum
{
  SAYSO_JOB_COMMAND,
  SAYSO_JOB_UNDO,
  SAYSO_JOB_REDO,
  SAYSO_JOB_DERIVE,
} SaysoJobType;

/* Called on the writer's thread after each change. */
typedef void (*SaysoWriterFunc) (gpointer data);

SaysoWriter *sayso_writer_new (SaysoConnection *db, SaysoWriterFunc changed, gpointer data, GDestroyNotify destroy);
void sayso_writer_stop (SaysoWriter *self);
gboolean sayso_writer_do (SaysoWriter *self, SaysoJobType type, SaysoCommand *command, gint64 *id, GError **error);
void sayso_writer_do_task (SaysoWriter *self, SaysoJobType type, SaysoCommand *command, GTask *task);
gboolean sayso_writer_derive (SaysoWriter *self, SaysoDeriveFunc func, gpointer data, GError **error);
gint64 sayso_writer_task_id (GTask *task);
void sayso_writer_get_history (SaysoWriter *self, SaysoHistory *history);
void sayso_writer_set_inside_max (SaysoWriter *self, gsize bytes);
void sayso_writer_set_who (SaysoWriter *self, const char *who);
void sayso_history_clear (SaysoHistory *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoHistory, sayso_history_clear)

G_END_DECLS
