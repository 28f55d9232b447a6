/* sayso-import-job.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import-job.h"

#include "sayso-extract.h"
#include "sayso-import.h"

SaysoImportJob *
sayso_import_job_new (GFile *file, GBytes *bytes, const char *name, const char *media_type)
{
  SaysoImportJob *job = g_new0 (SaysoImportJob, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->name = g_strdup (name);
  job->media_type = g_strdup (media_type);

  return job;
}

SaysoImportJob *
sayso_import_job_ref (SaysoImportJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);

  return job;
}

void
sayso_import_job_unref (SaysoImportJob *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;

  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->children, g_ptr_array_unref);
  g_clear_pointer (&job->command, sayso_command_unref);
  g_free (job->name);
  g_free (job->media_type);
  g_free (job->title);
  g_free (job);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const SaysoImportJob *first = *(SaysoImportJob *const *) a;
  const SaysoImportJob *second = *(SaysoImportJob *const *) b;

  g_autofree char *first_key = g_utf8_collate_key_for_filename (first->name, -1);
  g_autofree char *second_key = g_utf8_collate_key_for_filename (second->name, -1);

  return strcmp (first_key, second_key);
}

/* What lies in a folder, in the order that file managers show. Links are not followed: they may lead in circles. */
static GPtrArray *
list_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_import_job_unref);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info;
  GFile *child;

  enumerator = g_file_enumerate_children (folder,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME
                                                                         "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                                         "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (enumerator == NULL)
    return NULL;

  while (g_file_enumerator_iterate (enumerator, &info, &child, cancellable, error))
    {
      GFileType type;

      if (info == NULL)
        {
          g_ptr_array_sort (children, compare_names);
          return g_steal_pointer (&children);
        }

      type = g_file_info_get_file_type (info);
      if (!g_file_info_get_is_hidden (info) && (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_DIRECTORY))
        g_ptr_array_add (children, sayso_import_job_new (child, NULL, g_file_info_get_display_name (info), NULL));
    }

  return NULL;
}

static SaysoDocument *
read_document (SaysoImportJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoDocument) document = NULL;
  g_auto (SaysoMetadata) metadata = { 0 };
  const SaysoMetadata *own;

  if (job->file != NULL)
    return sayso_import_file (job->file, cancellable, error);

  document = sayso_import_bytes (job->bytes, job->name, job->media_type, cancellable, error);
  if (document == NULL)
    return NULL;

  own = sayso_document_get_metadata (document);
  if (own->title != NULL && !g_str_equal (job->media_type, "text/plain"))
    return g_steal_pointer (&document);

  /* A piece of text has no title of its own: its first words stand for one. */
  metadata.title = g_strdup (job->name);
  metadata.byline = g_strdupv (own->byline);
  metadata.publisher = g_strdup (own->publisher);
  metadata.url = g_strdup (own->url);
  metadata.published = g_strdup (own->published);
  metadata.language = g_strdup (own->language);

  return sayso_document_new (job->bytes, job->name, job->media_type, &metadata, sayso_document_get_text (document));
}

/**
 * sayso_import_job_run:
 * @task: a task with a job for its data
 * @source: what the task belongs to
 * @task_data: the job
 * @cancellable: (nullable): a cancellable
 *
 * Does a job, on a worker thread: lists a folder, or reads an article and takes from it what it says.
 */
void
sayso_import_job_run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaysoImportJob *job = task_data;
  g_autoptr (SaysoDocument) document = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;

  if (job->file != NULL && g_file_query_file_type (job->file, 0, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      job->children = list_folder (job->file, cancellable, &error);
    }
  else if ((document = read_document (job, cancellable, &error)) != NULL &&
           (extraction = sayso_extract_document (document, NULL, cancellable, &error)) != NULL)
    {
      const char *title = sayso_document_get_metadata (document)->title;

      job->title = g_strdup (title != NULL ? title : job->name);
      job->command = sayso_command_new_import (document, extraction);
    }

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}
