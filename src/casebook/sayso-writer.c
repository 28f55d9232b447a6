/* sayso-writer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-writer.h"

#include "sayso-command-private.h"
#include "sayso-log.h"

/* How often to look whether another program changed the casebook, in microseconds. */
#define LOOK_AROUND G_USEC_PER_SEC

typedef struct
{
  SaysoJobType type;
  SaysoCommand *command; /* NULL for undo and redo */
  GTask *task;           /* NULL where somebody waits */
  SaysoDeriveFunc derive;
  gpointer derive_data;
  gint64 id;
  gboolean done;
  GError *error;
} Job;

struct _SaysoWriter
{
  gatomicrefcount ref_count; /* the casebook's and the thread's */
  GThread *thread;
  GAsyncQueue *jobs;
  SaysoConnection *db; /* the thread's own */
  gint64 version;      /* changes when another connection than this one changes the file */
  SaysoWriterFunc changed;
  gpointer data;
  GDestroyNotify destroy;

  GMutex lock;
  GCond done;
  SaysoHistory history;
  char *who; /* makes the changes */
};

/* Put in the queue to end the thread. */
static Job the_end;

void
sayso_history_clear (SaysoHistory *self)
{
  g_clear_pointer (&self->undo_title, g_free);
  g_clear_pointer (&self->redo_title, g_free);
}

static void
renew_history (SaysoWriter *self, guint increment)
{
  SaysoHistory history = { 0, sayso_log_step_title (self->db, SAYSO_STEP_UNDO),
                           sayso_log_step_title (self->db, SAYSO_STEP_REDO) };

  /* A history that cannot be read is told when somebody undoes; it is no reason to refuse the rest. */
  sayso_connection_finish (self->db, NULL);

  g_mutex_lock (&self->lock);
  history.generation = self->history.generation + increment;
  sayso_history_clear (&self->history);
  self->history = history;
  g_mutex_unlock (&self->lock);
}

/* The log's own words for who, when and with what. */
static gint64
do_job (SaysoWriter *self, Job *job)
{
  g_autofree char *who = NULL;
  SaysoStamp stamp = { g_get_real_time (), NULL, SAYSO_VERSION, NULL };

  g_mutex_lock (&self->lock);
  who = g_strdup (self->who);
  g_mutex_unlock (&self->lock);
  stamp.who = who;
  if (job->type != SAYSO_JOB_COMMAND)
    return sayso_log_step (self->db, job->type == SAYSO_JOB_UNDO ? SAYSO_STEP_UNDO : SAYSO_STEP_REDO, &stamp);

  return sayso_log_do (self->db, job->command, &stamp);
}

static void
make (SaysoWriter *self, Job *job)
{
  if (job->task != NULL && g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
    return;

  sayso_connection_begin (self->db, TRUE);
  if (!sayso_connection_failed (self->db) && job->type == SAYSO_JOB_DERIVE)
    job->derive (self->db, job->derive_data);
  else if (!sayso_connection_failed (self->db))
    job->id = do_job (self, job);
  if (!sayso_connection_end (self->db, &job->error) || job->type == SAYSO_JOB_DERIVE)
    return;

  renew_history (self, 1);
  self->changed (self->data);
}

static void
writer_unref (SaysoWriter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_async_queue_unref (self->jobs);
  sayso_connection_free (self->db);
  self->destroy (self->data);
  sayso_history_clear (&self->history);
  g_free (self->who);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);
  g_free (self);
}

/* Another program may have the casebook open as well: what it changed is told like a change of one's own. A file that
 * cannot be read just now is looked at again. */
static void
look_around (SaysoWriter *self)
{
  gint64 version =
      sayso_statement_run_int (sayso_connection_prepare (self->db, "casebook/data-version"), self->version);

  if (!sayso_connection_finish (self->db, NULL) || version == self->version)
    return;

  self->version = version;
  renew_history (self, 1);
  self->changed (self->data);
}

static gpointer
writer_thread (gpointer data)
{
  SaysoWriter *self = data;
  Job *job;

  while ((job = g_async_queue_timeout_pop (self->jobs, LOOK_AROUND)) != &the_end)
    {
      if (job == NULL)
        {
          look_around (self);
          continue;
        }
      make (self, job);
      if (job->task != NULL)
        {
          g_autoptr (GTask) task = job->task;

          if (job->error != NULL)
            g_task_return_error (task, g_steal_pointer (&job->error));
          else
            g_task_return_boolean (task, TRUE);
        }
      else
        {
          g_mutex_lock (&self->lock);
          job->done = TRUE;
          g_cond_broadcast (&self->done);
          g_mutex_unlock (&self->lock);
        }
      if (g_async_queue_length (self->jobs) <= 0)
        sayso_connection_tidy (self->db);
    }
  writer_unref (self);

  return NULL;
}

/**
 * sayso_writer_new:
 * @db: (transfer full): a connection that may write
 * @changed: called on the writer's thread after each change
 * @data: for @changed
 * @destroy: for @data, on any thread
 *
 * Returns: (transfer full): a writer; end it with sayso_writer_stop()
 */
SaysoWriter *
sayso_writer_new (SaysoConnection *db, SaysoWriterFunc changed, gpointer data, GDestroyNotify destroy)
{
  SaysoWriter *self = g_new0 (SaysoWriter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->jobs = g_async_queue_new ();
  self->db = db;
  self->changed = changed;
  self->data = data;
  self->destroy = destroy;
  g_mutex_init (&self->lock);
  g_cond_init (&self->done);
  sayso_writer_set_who (self, NULL);
  renew_history (self, 0);
  self->version = sayso_statement_run_int (sayso_connection_prepare (db, "casebook/data-version"), 0);
  sayso_connection_finish (db, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  self->thread = g_thread_new ("sayso-writer", writer_thread, self);

  return self;
}

/**
 * sayso_writer_stop:
 * @self: (transfer full): a writer
 *
 * Waits until all that was asked for is done, and ends.
 */
void
sayso_writer_stop (SaysoWriter *self)
{
  g_async_queue_push (self->jobs, &the_end);
  /* The last reference to a casebook may go on this very thread, with a task that was just returned. */
  if (g_thread_self () == self->thread)
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  writer_unref (self);
}

static gboolean
do_and_wait (SaysoWriter *self, Job *job, GError **error)
{
  g_async_queue_push (self->jobs, job);
  g_mutex_lock (&self->lock);
  while (!job->done)
    g_cond_wait (&self->done, &self->lock);
  g_mutex_unlock (&self->lock);

  if (job->error == NULL)
    return TRUE;

  g_propagate_error (error, job->error);
  return FALSE;
}

/* Waits for the outcome. */
gboolean
sayso_writer_do (SaysoWriter *self, SaysoJobType type, SaysoCommand *command, gint64 *id, GError **error)
{
  Job job = { type, command };
  gboolean ok = do_and_wait (self, &job, error);

  if (id != NULL)
    *id = job.id;

  return ok;
}

/* Likewise; it is no change. */
gboolean
sayso_writer_derive (SaysoWriter *self, SaysoDeriveFunc func, gpointer data, GError **error)
{
  Job job = { SAYSO_JOB_DERIVE, .derive = func, .derive_data = data };

  return do_and_wait (self, &job, error);
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->command, sayso_command_unref);
  g_clear_error (&job->error);
  g_free (job);
}

/* The task returns a boolean; its data belongs to the writer. */
void
sayso_writer_do_task (SaysoWriter *self, SaysoJobType type, SaysoCommand *command, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->type = type;
  job->command = command != NULL ? sayso_command_ref (command) : NULL;
  job->task = g_object_ref (task);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_async_queue_push (self->jobs, job);
}

gint64
sayso_writer_task_id (GTask *task)
{
  const Job *job = g_task_get_task_data (task);

  return job != NULL ? job->id : 0;
}

/* @history receives a copy. */
void
sayso_writer_get_history (SaysoWriter *self, SaysoHistory *history)
{
  g_mutex_lock (&self->lock);
  *history = (SaysoHistory) { self->history.generation, g_strdup (self->history.undo_title),
                              g_strdup (self->history.redo_title) };
  g_mutex_unlock (&self->lock);
}

/* See sayso_connection_set_inside_max(). */
void
sayso_writer_set_inside_max (SaysoWriter *self, gsize bytes)
{
  sayso_connection_set_inside_max (self->db, bytes);
}

/* Who makes the changes from now on; %NULL or empty: whom the system knows. */
void
sayso_writer_set_who (SaysoWriter *self, const char *who)
{
  const char *system = g_str_equal (g_get_real_name (), "Unknown") ? g_get_user_name () : g_get_real_name ();

  g_mutex_lock (&self->lock);
  g_set_str (&self->who, who != NULL && *who != '\0' ? who : system);
  g_mutex_unlock (&self->lock);
}
