/* sayso-analyst.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-analyst.h"

#include "sayso-analysis.h"

struct _SaysoAnalyst
{
  GObject parent_instance;

  SaysoCasebook *casebook;
  GCancellable *cancellable;
  gboolean running;
  gboolean again; /* something changed while it was at work */
};

G_DEFINE_FINAL_TYPE (SaysoAnalyst, sayso_analyst, G_TYPE_OBJECT)

static void start (SaysoAnalyst *self);

static void
update_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (sayso_analysis_update (task_data, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
updated (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SaysoAnalyst *self = SAYSO_ANALYST (object);
  g_autoptr (GError) error = NULL;

  self->running = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* The rest of the program does without. */
      g_debug ("Articles are not compared: %s", error->message);
      return;
    }
  if (self->again)
    start (self);
}

static void
start (SaysoAnalyst *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->running;
  if (self->running || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->running = TRUE;
  task = g_task_new (self, self->cancellable, updated, NULL);
  g_task_set_task_data (task, g_object_ref (self->casebook), g_object_unref);
  g_task_run_in_thread (task, update_in_thread);
}

/* Stops after what is being compared just now. */
void
sayso_analyst_stop (SaysoAnalyst *self)
{
  g_return_if_fail (SAYSO_IS_ANALYST (self));

  g_cancellable_cancel (self->cancellable);
}

static void
sayso_analyst_finalize (GObject *object)
{
  SaysoAnalyst *self = SAYSO_ANALYST (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (sayso_analyst_parent_class)->finalize (object);
}

static void
sayso_analyst_class_init (SaysoAnalystClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sayso_analyst_finalize;
}

static void
sayso_analyst_init (SaysoAnalyst *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * sayso_analyst_new:
 * @casebook: a casebook
 *
 * Returns: (transfer full): an analyst at work
 */
SaysoAnalyst *
sayso_analyst_new (SaysoCasebook *casebook)
{
  SaysoAnalyst *self = g_object_new (SAYSO_TYPE_ANALYST, NULL);

  self->casebook = g_object_ref (casebook);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  start (self);

  return self;
}
