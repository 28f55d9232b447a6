/* sayso-casebook-changes.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-casebook-private.h"
#include "sayso-writer.h"

static gboolean
do_and_wait (SaysoCasebook *self, SaysoJobType type, SaysoCommand *command, gint64 *id, GError **error)
{
  SaysoWriter *writer = sayso_casebook_get_writer (self, error);

  return writer != NULL && sayso_writer_do (writer, type, command, id, error);
}

static void
ask (SaysoCasebook *self, SaysoJobType type, SaysoCommand *command, GCancellable *cancellable,
     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  SaysoWriter *writer = sayso_casebook_get_writer (self, &error);

  /* What was done is done, and must be told so. */
  g_task_set_check_cancellable (task, FALSE);
  if (writer != NULL)
    sayso_writer_do_task (writer, type, command, task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * sayso_casebook_submit:
 * @self: a casebook
 * @command: a change
 * @id: (out) (optional): the item it is about: the new article, or with %SAYSO_CASEBOOK_ERROR_DUPLICATE the one there
 * @error: return location
 *
 * Makes a change, after all that were asked for before, and waits for it. When this returns %TRUE it is on the disk.
 *
 * Returns: whether it was made
 */
gboolean
sayso_casebook_submit (SaysoCasebook *self, SaysoCommand *command, gint64 *id, GError **error)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self) && command != NULL, FALSE);

  if (id != NULL)
    *id = 0;

  return do_and_wait (self, SAYSO_JOB_COMMAND, command, id, error);
}

/**
 * sayso_casebook_submit_async:
 * @self: a casebook
 * @command: a change
 * @cancellable: (nullable): to give up while it waits in the queue
 * @callback: called when it was made
 * @user_data: for @callback
 *
 * The same without waiting.
 */
void
sayso_casebook_submit_async (SaysoCasebook *self, SaysoCommand *command, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SAYSO_IS_CASEBOOK (self) && command != NULL);

  ask (self, SAYSO_JOB_COMMAND, command, cancellable, callback, user_data);
}

gboolean
sayso_casebook_submit_finish (SaysoCasebook *self, GAsyncResult *result, gint64 *id, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (id != NULL)
    *id = sayso_writer_task_id (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sayso_casebook_undo:
 * @self: a casebook
 * @error: return location
 *
 * Takes the last change back that stands, also of an earlier session, and waits for it.
 *
 * Returns: whether it was taken back; %SAYSO_CASEBOOK_ERROR_NOT_FOUND if there is none
 */
gboolean
sayso_casebook_undo (SaysoCasebook *self, GError **error)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), FALSE);

  return do_and_wait (self, SAYSO_JOB_UNDO, NULL, NULL, error);
}

/**
 * sayso_casebook_redo:
 * @self: a casebook
 * @error: return location
 *
 * Makes the change again that was undone last, and waits for it.
 *
 * Returns: whether it was made; %SAYSO_CASEBOOK_ERROR_NOT_FOUND if there is none
 */
gboolean
sayso_casebook_redo (SaysoCasebook *self, GError **error)
{
  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), FALSE);

  return do_and_wait (self, SAYSO_JOB_REDO, NULL, NULL, error);
}

void
sayso_casebook_undo_async (SaysoCasebook *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (SAYSO_IS_CASEBOOK (self));

  ask (self, SAYSO_JOB_UNDO, NULL, cancellable, callback, user_data);
}

void
sayso_casebook_redo_async (SaysoCasebook *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (SAYSO_IS_CASEBOOK (self));

  ask (self, SAYSO_JOB_REDO, NULL, cancellable, callback, user_data);
}

gboolean
sayso_casebook_step_finish (SaysoCasebook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
