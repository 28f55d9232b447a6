/* sayso-writer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-writer.h"

#include <glib/gi18n-lib.h>

#include "sayso-command-private.h"

typedef struct
{
  SaysoJobType type;
  SaysoCommand *command; /* NULL for undo and redo */
  GTask *task;           /* NULL where somebody waits */
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
  SaysoWriterFunc changed;
  gpointer data;
  GDestroyNotify destroy;

  GMutex lock;
  GCond done;
  SaysoHistory history;
};

/* Put in the queue to end the thread. */
static Job the_end;

void
sayso_history_clear (SaysoHistory *self)
{
  g_clear_pointer (&self->undo_title, g_free);
  g_clear_pointer (&self->redo_title, g_free);
}

static JsonObject *
read_what (SaysoConnection *db, const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);

  sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_DAMAGED,
                         _ ("The casebook's history is damaged, so nothing can be undone or redone."));

  return NULL;
}

/* The entry that undo or redo is about; 0 for none. */
static gint64
find_step (SaysoConnection *db, SaysoJobType type, char **word, JsonObject **what)
{
  SaysoStatement *row = sayso_connection_prepare (db, type == SAYSO_JOB_UNDO ? "casebook/undo" : "casebook/redo");
  gint64 entry = 0;

  if (sayso_statement_next (row))
    {
      *what = read_what (db, sayso_statement_text (row, "what", NULL));
      if (*what != NULL)
        {
          entry = sayso_statement_int (row, "id");
          *word = sayso_statement_dup (row, "command");
        }
      sayso_statement_run (row);
    }

  return entry;
}

static char *
step_title (SaysoConnection *db, SaysoJobType type)
{
  g_autoptr (JsonObject) what = NULL;
  g_autofree char *word = NULL;

  return find_step (db, type, &word, &what) != 0 ? sayso_command_words (word, what) : NULL;
}

static void
renew_history (SaysoWriter *self, guint increment)
{
  SaysoHistory history = { 0, step_title (self->db, SAYSO_JOB_UNDO), step_title (self->db, SAYSO_JOB_REDO) };

  /* A history that cannot be read is told when somebody undoes; it is no reason to refuse the rest. */
  sayso_connection_finish (self->db, NULL);

  g_mutex_lock (&self->lock);
  history.generation = self->history.generation + increment;
  sayso_history_clear (&self->history);
  self->history = history;
  g_mutex_unlock (&self->lock);
}

static void
write_log (SaysoConnection *db, gint64 id, const char *word, JsonObject *what, gint64 about)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *text = NULL;
  SaysoStatement *row = sayso_connection_prepare (db, "casebook/log");
  const char *who = g_get_real_name ();

  json_node_init_object (node, what);
  text = json_to_string (node, FALSE);
  sayso_statement_bind_int (row, "id", id);
  sayso_statement_bind_int (row, "made", g_get_real_time ());
  sayso_statement_bind_text (row, "who", g_str_equal (who, "Unknown") ? g_get_user_name () : who, -1);
  sayso_statement_bind_text (row, "version", SAYSO_VERSION, -1);
  sayso_statement_bind_text (row, "command", word, -1);
  sayso_statement_bind_text (row, "what", text, -1);
  sayso_statement_bind_id (row, "entry", about);
  sayso_statement_run (row);
}

static gint64
do_command (SaysoConnection *db, SaysoCommand *command)
{
  const SaysoAct *act = sayso_act_of_type (command->type);
  g_autoptr (JsonObject) what = json_object_new ();
  gint64 entry = sayso_statement_run_int (sayso_connection_prepare (db, "casebook/next"), 1);
  gint64 id = act->apply (db, command, entry, what);

  if (!sayso_connection_failed (db))
    {
      sayso_connection_run (db, "casebook/forget");
      write_log (db, entry, act->word, what, 0);
    }

  return id;
}

static gint64
do_step (SaysoConnection *db, SaysoJobType type)
{
  g_autoptr (JsonObject) what = NULL, about = json_object_new ();
  g_autofree char *word = NULL;
  gint64 entry = find_step (db, type, &word, &what);
  const SaysoAct *act = word != NULL ? sayso_act_of_word (word) : NULL;
  SaysoStatement *mark = sayso_connection_prepare (db, "casebook/mark");
  gint64 next;

  if (entry == 0)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
                           type == SAYSO_JOB_UNDO ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
  else if (act == NULL)
    sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_TOO_NEW,
                           _ ("A newer Sayso made this change. Update Sayso to undo or redo it."));
  if (sayso_connection_failed (db))
    return 0;

  (type == SAYSO_JOB_UNDO ? act->undo : act->redo) (db, entry, what);
  sayso_statement_bind_int (mark, "id", entry);
  sayso_statement_bind_int (mark, "undone", type == SAYSO_JOB_UNDO);
  sayso_statement_run (mark);
  next = sayso_statement_run_int (sayso_connection_prepare (db, "casebook/next"), 1);
  write_log (db, next, type == SAYSO_JOB_UNDO ? "undo" : "redo", about, entry);

  return json_object_get_int_member_with_default (what, "article", 0);
}

static void
make (SaysoWriter *self, Job *job)
{
  if (job->task != NULL && g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
    return;

  sayso_connection_begin (self->db, TRUE);
  if (!sayso_connection_failed (self->db))
    job->id = job->type == SAYSO_JOB_COMMAND ? do_command (self->db, job->command) : do_step (self->db, job->type);
  if (!sayso_connection_end (self->db, &job->error))
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
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);
  g_free (self);
}

static gpointer
writer_thread (gpointer data)
{
  SaysoWriter *self = data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs)) != &the_end)
    {
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
  renew_history (self, 0);
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

/* Waits for the outcome. */
gboolean
sayso_writer_do (SaysoWriter *self, SaysoJobType type, SaysoCommand *command, gint64 *id, GError **error)
{
  Job job = { type, command };

  g_async_queue_push (self->jobs, &job);
  g_mutex_lock (&self->lock);
  while (!job.done)
    g_cond_wait (&self->done, &self->lock);
  g_mutex_unlock (&self->lock);

  if (id != NULL)
    *id = job.id;
  if (job.error == NULL)
    return TRUE;

  g_propagate_error (error, job.error);
  return FALSE;
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
