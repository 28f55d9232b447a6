/* sayso-importer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-importer.h"

#include "sayso-import-job.h"
#include "sayso-import.h"

/* How many articles are read at once, or wait read for the writer: as many as there are processors, and a few more so
 * that a slow one holds up none; bounds the memory. */
#define EXTRA_AHEAD 3
#define MAX_AHEAD 32

struct _SaysoImporter
{
  GObject parent_instance;

  SaysoCasebook *casebook;
  GCancellable *cancellable;
  GQueue jobs; /* in the order they came in; the first is the next to be handed over */
  gboolean running;
  gboolean paused;
  SaysoImportJob *submitting; /* with the writer; no longer in the queue when cancelled meanwhile */
  gboolean casebook_asked;
  guint n_done;
  guint n_total;
  guint n_added;
  guint n_duplicates;
  gint64 duplicate;
  GPtrArray *failures;
  GPtrArray *attachments; /* of what was added in this run */
};

enum
{
  PROP_CASEBOOK = 1,
  PROP_RUNNING,
  PROP_PAUSED,
  PROP_N_DONE,
  PROP_N_TOTAL,
  N_PROPS,
};

enum
{
  CASEBOOK_NEEDED,
  ADDED,
  FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void pump (SaysoImporter *self);

G_DEFINE_FINAL_TYPE (SaysoImporter, sayso_importer, G_TYPE_OBJECT)

/**
 * sayso_importer_new:
 *
 * Returns: (transfer full): an importer with nothing to do
 */
SaysoImporter *
sayso_importer_new (void)
{
  return g_object_new (SAYSO_TYPE_IMPORTER, NULL);
}

static void
failure_free (gpointer data)
{
  SaysoImportFailure *failure = data;

  g_free (failure->name);
  g_free (failure->message);
  g_free (failure->local);
  sayso_import_job_unref (failure->job);
  g_free (failure);
}

static void
sayso_importer_dispose (GObject *object)
{
  SaysoImporter *self = SAYSO_IMPORTER (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->jobs, (GDestroyNotify) sayso_import_job_unref);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (sayso_importer_parent_class)->dispose (object);
}

static void
sayso_importer_finalize (GObject *object)
{
  SaysoImporter *self = SAYSO_IMPORTER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);

  G_OBJECT_CLASS (sayso_importer_parent_class)->finalize (object);
}

static void
sayso_importer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SaysoImporter *self = SAYSO_IMPORTER (object);

  switch (id)
    {
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_importer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SaysoImporter *self = SAYSO_IMPORTER (object);

  switch (id)
    {
    case PROP_CASEBOOK:
      sayso_importer_set_casebook (self, g_value_get_object (value));
      break;
    case PROP_PAUSED:
      if (self->paused != g_value_get_boolean (value))
        {
          self->paused = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
          pump (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sayso_importer_class_init (SaysoImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sayso_importer_dispose;
  object_class->finalize = sayso_importer_finalize;
  object_class->get_property = sayso_importer_get_property;
  object_class->set_property = sayso_importer_set_property;

  properties[PROP_CASEBOOK] =
      g_param_spec_object ("casebook", NULL, NULL, SAYSO_TYPE_CASEBOOK,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] =
      g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_DONE] =
      g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_TOTAL] =
      g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CASEBOOK_NEEDED] = g_signal_new ("casebook-needed", SAYSO_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ADDED] =
      g_signal_new ("added", SAYSO_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FINISHED] =
      g_signal_new ("finished", SAYSO_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sayso_importer_init (SaysoImporter *self)
{
  g_queue_init (&self->jobs);
  self->cancellable = g_cancellable_new ();
  self->failures = g_ptr_array_new_with_free_func (failure_free);
  self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_import_job_unref);
}

static void
fail (SaysoImporter *self, SaysoImportJob *job, const GError *error)
{
  SaysoImportFailure *failure;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  failure = g_new0 (SaysoImportFailure, 1);
  failure->name = g_strdup (job->name);
  failure->message = g_strdup (error->message);
  failure->job = sayso_import_job_copy (job);
  if (g_error_matches (error, SAYSO_IMPORT_ERROR, SAYSO_IMPORT_ERROR_LOCAL))
    failure->local = g_strdup (job->address);
  g_ptr_array_add (self->failures, failure);
}

static void
notify_progress (SaysoImporter *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
}

static void
drop_job (SaysoImporter *self, SaysoImportJob *job)
{
  if (!g_queue_remove (&self->jobs, job))
    return;

  sayso_import_job_unref (job);
  self->n_done++;
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SaysoImporter *self = SAYSO_IMPORTER (source);
  SaysoImportJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GList *link = g_queue_find (&self->jobs, job);

  if (link == NULL) /* cancelled meanwhile */
    return;

  job->state = SAYSO_JOB_READY;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (self, job, error);
      drop_job (self, job);
    }
  else if (job->children != NULL)
    {
      /* A folder stands for what lies in it, in its place. */
      for (guint i = job->children->len; i > 0; i--)
        g_queue_insert_after (&self->jobs, link, sayso_import_job_ref (g_ptr_array_index (job->children, i - 1)));
      self->n_total += job->children->len - 1;
      g_queue_delete_link (&self->jobs, link);
      sayso_import_job_unref (job);
    }

  notify_progress (self);
  pump (self);
}

/* What was sent along is offered, not added. */
static void
keep_attachments (SaysoImporter *self, SaysoImportJob *job)
{
  for (guint i = 0; job->attachments != NULL && i < job->attachments->len; i++)
    {
      const SaysoAttachment *attachment = g_ptr_array_index (job->attachments, i);

      g_ptr_array_add (self->attachments,
                       sayso_import_job_new (NULL, attachment->bytes, attachment->name, attachment->media_type));
    }
}

static void
submit_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaysoImporter) self = user_data;
  SaysoImportJob *job = g_steal_pointer (&self->submitting);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (sayso_casebook_submit_finish (SAYSO_CASEBOOK (source), result, &id, &error))
    {
      self->n_added++;
      keep_attachments (self, job);
      g_signal_emit (self, signals[ADDED], 0, id);
    }
  else if (g_error_matches (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DUPLICATE))
    {
      self->n_duplicates++;
      self->duplicate = id;
    }
  else
    {
      fail (self, job, error);
    }

  drop_job (self, job);
  sayso_import_job_unref (job);
  notify_progress (self);
  pump (self);
}

/* Starts what may be read now, and hands over the first article once it is ready. */
static void
pump (SaysoImporter *self)
{
  guint ahead = 0, most = MIN (g_get_num_processors () + EXTRA_AHEAD, MAX_AHEAD);
  SaysoImportJob *head;

  for (GList *l = self->jobs.head; l != NULL && ahead < most && !self->paused; l = l->next, ahead++)
    {
      SaysoImportJob *job = l->data;
      g_autoptr (GTask) task = NULL;

      if (job->state != SAYSO_JOB_WAITING)
        continue;

      job->state = SAYSO_JOB_READING;
      g_set_object (&job->casebook, self->casebook);
      task = g_task_new (self, self->cancellable, read_done, NULL);
      g_task_set_task_data (task, sayso_import_job_ref (job), (GDestroyNotify) sayso_import_job_unref);
      g_task_run_in_thread (task, sayso_import_job_run);
    }

  head = g_queue_peek_head (&self->jobs);
  if (head == NULL)
    {
      if (self->running && self->submitting == NULL)
        {
          self->running = FALSE;
          self->casebook_asked = FALSE;
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
          g_signal_emit (self, signals[FINISHED], 0);
        }
      return;
    }

  if (head->state != SAYSO_JOB_READY || self->submitting != NULL || self->paused)
    return;

  if (self->casebook == NULL)
    {
      if (!self->casebook_asked)
        {
          self->casebook_asked = TRUE;
          g_signal_emit (self, signals[CASEBOOK_NEEDED], 0, head->title);
        }
      return;
    }

  self->submitting = sayso_import_job_ref (head);
  sayso_casebook_submit_async (self->casebook, head->command, self->cancellable, submit_done, g_object_ref (self));
}

static void
add_job (SaysoImporter *self, SaysoImportJob *job)
{
  if (!self->running)
    {
      self->n_done = self->n_total = self->n_added = self->n_duplicates = 0;
      self->duplicate = 0;
      g_ptr_array_set_size (self->failures, 0);
      g_ptr_array_set_size (self->attachments, 0);
      self->running = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
    }

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
    }

  g_queue_push_tail (&self->jobs, job);
  self->n_total++;
  notify_progress (self);
  pump (self);
}

/**
 * sayso_importer_set_casebook:
 * @self: an importer
 * @casebook: (nullable): where the articles go
 */
void
sayso_importer_set_casebook (SaysoImporter *self, SaysoCasebook *casebook)
{
  g_return_if_fail (SAYSO_IS_IMPORTER (self));
  g_return_if_fail (casebook == NULL || SAYSO_IS_CASEBOOK (casebook));

  if (!g_set_object (&self->casebook, casebook))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CASEBOOK]);
  pump (self);
}

/**
 * sayso_importer_add_file:
 * @self: an importer
 * @file: a file, or a folder: then all that lies in it and below
 */
void
sayso_importer_add_file (SaysoImporter *self, GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SAYSO_IS_IMPORTER (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_parse_name (file);
  name = g_path_get_basename (path);
  add_job (self, sayso_import_job_new (file, NULL, name, NULL));
}

/**
 * sayso_importer_add_link:
 * @self: an importer
 * @address: the address of a page that the reader asks for
 * @flags: from where it may be fetched
 */
void
sayso_importer_add_link (SaysoImporter *self, const char *address, SaysoLinkFlags flags)
{
  g_return_if_fail (SAYSO_IS_IMPORTER (self));
  g_return_if_fail (address != NULL);

  add_job (self, sayso_import_job_new_link (address, flags));
}

/* Adds all of a list, which is emptied: a new run empties the importer's own. */
static void
add_all (SaysoImporter *self, GPtrArray *jobs)
{
  for (guint i = 0; i < jobs->len; i++)
    add_job (self, sayso_import_job_ref (g_ptr_array_index (jobs, i)));
}

/**
 * sayso_importer_retry:
 * @self: an importer
 *
 * Tries once more what could not be added in this run.
 */
void
sayso_importer_retry (SaysoImporter *self)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_import_job_unref);

  g_return_if_fail (SAYSO_IS_IMPORTER (self));

  for (guint i = 0; i < self->failures->len; i++)
    g_ptr_array_add (jobs, sayso_import_job_ref (((SaysoImportFailure *) g_ptr_array_index (self->failures, i))->job));
  g_ptr_array_set_size (self->failures, 0);
  add_all (self, jobs);
}

/**
 * sayso_importer_add_attachments:
 * @self: an importer
 *
 * Adds what was sent along with the messages of this run.
 */
void
sayso_importer_add_attachments (SaysoImporter *self)
{
  g_autoptr (GPtrArray) jobs = NULL;

  g_return_if_fail (SAYSO_IS_IMPORTER (self));

  jobs = g_steal_pointer (&self->attachments);
  self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_import_job_unref);
  add_all (self, jobs);
}

guint
sayso_importer_get_n_attachments (SaysoImporter *self)
{
  g_return_val_if_fail (SAYSO_IS_IMPORTER (self), 0);

  return self->attachments->len;
}

/**
 * sayso_importer_add_text:
 * @self: an importer
 * @bytes: a text
 * @name: what it is called, where it has no title of its own
 * @media_type: `text/plain` or `text/html`
 * @provenance: (nullable): how it came
 */
void
sayso_importer_add_text (SaysoImporter *self, GBytes *bytes, const char *name, const char *media_type,
                         SaysoProvenance *provenance)
{
  SaysoImportJob *job;

  g_return_if_fail (SAYSO_IS_IMPORTER (self));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (media_type != NULL);

  job = sayso_import_job_new (NULL, bytes, name, media_type);
  job->provenance = provenance != NULL ? sayso_provenance_ref (provenance) : NULL;
  add_job (self, job);
}

/**
 * sayso_importer_cancel:
 * @self: an importer
 *
 * Stops. Articles that are in the casebook stay there; nothing is left half-made.
 */
void
sayso_importer_cancel (SaysoImporter *self)
{
  g_return_if_fail (SAYSO_IS_IMPORTER (self));

  if (!self->running)
    return;

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->jobs, (GDestroyNotify) sayso_import_job_unref);
  g_object_set (self, "paused", FALSE, NULL);
  pump (self);
}

gboolean
sayso_importer_get_running (SaysoImporter *self)
{
  g_return_val_if_fail (SAYSO_IS_IMPORTER (self), FALSE);

  return self->running;
}

guint
sayso_importer_get_n_added (SaysoImporter *self)
{
  g_return_val_if_fail (SAYSO_IS_IMPORTER (self), 0);

  return self->n_added;
}

guint
sayso_importer_get_n_duplicates (SaysoImporter *self)
{
  g_return_val_if_fail (SAYSO_IS_IMPORTER (self), 0);

  return self->n_duplicates;
}

/**
 * sayso_importer_get_duplicate:
 * @self: an importer
 *
 * Returns: id of the article that the last duplicate of this run repeats, 0 for none
 */
gint64
sayso_importer_get_duplicate (SaysoImporter *self)
{
  g_return_val_if_fail (SAYSO_IS_IMPORTER (self), 0);

  return self->duplicate;
}

gboolean
sayso_importer_get_cancelled (SaysoImporter *self)
{
  g_return_val_if_fail (SAYSO_IS_IMPORTER (self), FALSE);

  return g_cancellable_is_cancelled (self->cancellable);
}

/**
 * sayso_importer_get_failures:
 * @self: an importer
 *
 * Returns: (transfer none) (element-type SaysoImportFailure): what could not be added in this run
 */
GPtrArray *
sayso_importer_get_failures (SaysoImporter *self)
{
  g_return_val_if_fail (SAYSO_IS_IMPORTER (self), NULL);

  return self->failures;
}
