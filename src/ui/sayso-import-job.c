/* sayso-import-job.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-import-job.h"

#include "sayso-extract.h"
#include "sayso-import.h"
#include "sayso-names.h"
#include "sayso-reader.h"
#include "sayso-saved-page.h"

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
sayso_import_job_new_link (const char *address, SaysoLinkFlags flags)
{
  SaysoImportJob *job = sayso_import_job_new (NULL, NULL, address, NULL);

  job->address = g_strdup (address);
  job->flags = flags;

  return job;
}

/* The same thing again, as nobody has looked at it yet. */
SaysoImportJob *
sayso_import_job_copy (const SaysoImportJob *job)
{
  SaysoImportJob *copy = sayso_import_job_new (job->file, job->bytes, job->name, job->media_type);

  copy->provenance = job->provenance != NULL ? sayso_provenance_ref (job->provenance) : NULL;
  copy->address = g_strdup (job->address);
  copy->flags = job->flags;
  g_set_object (&copy->document, job->document);

  return copy;
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
  g_clear_object (&job->document);
  g_clear_object (&job->casebook);
  g_clear_pointer (&job->children, g_ptr_array_unref);
  g_clear_pointer (&job->attachments, g_ptr_array_unref);
  g_clear_pointer (&job->command, sayso_command_unref);
  g_clear_pointer (&job->provenance, sayso_provenance_unref);
  g_free (job->name);
  g_free (job->media_type);
  g_free (job->title);
  g_free (job->address);
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

/* Folders that belong to saved pages hold pictures and scripts, and no articles. */
static void
drop_companions (GPtrArray *children)
{
  for (guint i = children->len; i-- > 0;)
    {
      const SaysoImportJob *folder = g_ptr_array_index (children, i);
      gboolean owned = FALSE;

      if (folder->media_type == NULL) /* set on folders only, while they are listed */
        continue;
      for (guint k = 0; k < children->len && !owned; k++)
        owned = sayso_saved_page_owns (((SaysoImportJob *) g_ptr_array_index (children, k))->name, folder->name);
      if (owned)
        g_ptr_array_remove_index (children, i);
      else
        g_clear_pointer (&((SaysoImportJob *) folder)->media_type, g_free);
    }
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
          drop_companions (children);
          g_ptr_array_sort (children, compare_names);
          return g_steal_pointer (&children);
        }

      type = g_file_info_get_file_type (info);
      if (!g_file_info_get_is_hidden (info) && (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_DIRECTORY))
        g_ptr_array_add (children, sayso_import_job_new (child, NULL, g_file_info_get_display_name (info),
                                                         type == G_FILE_TYPE_DIRECTORY ? "inode/directory" : NULL));
    }

  return NULL;
}

static SaysoDocument *
read_text (SaysoImportJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoDocument) document = NULL;
  g_auto (SaysoMetadata) metadata = { 0 };
  SaysoDocument *named;

  document = sayso_import_bytes (job->bytes, job->name, job->media_type, cancellable, error);
  if (document == NULL)
    return NULL;

  sayso_metadata_copy (sayso_document_get_metadata (document), &metadata);
  /* A piece of text has no title of its own: its first words stand for one. */
  if (metadata.title == NULL || g_str_equal (job->media_type, "text/plain"))
    {
      g_free (metadata.title);
      metadata.title = g_strdup (job->name);
    }
  if (metadata.url == NULL && job->provenance != NULL)
    metadata.url = g_strdup (sayso_provenance_get (job->provenance, "url"));
  named = sayso_document_new (job->bytes, job->name, job->media_type, &metadata, sayso_document_get_text (document));
  sayso_document_set_provenance (named,
                                 job->provenance != NULL ? job->provenance : sayso_document_get_provenance (document));

  return named;
}

/* The documents of a job; of most it is one. */
static GPtrArray *
read_documents (SaysoImportJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  SaysoDocument *document;

  if (job->address != NULL)
    return sayso_link_import (job->address, job->flags, NULL, cancellable, error);
  if (job->file != NULL)
    return sayso_import_file_all (job->file, cancellable, error);

  document = job->document != NULL ? g_object_ref (job->document) : read_text (job, cancellable, error);
  if (document == NULL)
    return NULL;
  documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (documents, document);

  return g_steal_pointer (&documents);
}

/* Each of many documents is a job of its own. */
static GPtrArray *
split (const SaysoImportJob *job, GPtrArray *documents)
{
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_import_job_unref);

  for (guint i = 0; i < documents->len; i++)
    {
      SaysoDocument *document = g_ptr_array_index (documents, i);
      const char *title = sayso_document_get_metadata (document)->title;
      SaysoImportJob *child = sayso_import_job_new (NULL, NULL, title != NULL ? title : job->name, NULL);

      child->document = g_object_ref (document);
      g_ptr_array_add (children, child);
    }

  return children;
}

/* Where the reader's model is missing the article is taken all the same, to be worked on by hand. */
static SaysoExtraction *
extract (SaysoCasebook *casebook, SaysoDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoNameList) names = casebook != NULL ? sayso_casebook_get_names (casebook, error) : NULL;
  const SaysoMetadata *metadata = sayso_document_get_metadata (document);
  g_autoptr (GError) local_error = NULL;
  SaysoExtraction *extraction;

  if (casebook != NULL && names == NULL)
    return NULL;
  extraction = sayso_extract_document (document, NULL, names, cancellable, &local_error);

  if (g_error_matches (local_error, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL))
    return sayso_extract_unread (sayso_document_get_text (document), metadata, metadata->published, NULL, cancellable,
                                 error);
  if (extraction == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return extraction;
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
  g_autoptr (GPtrArray) documents = NULL;
  SaysoDocument *document = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;

  if (job->file != NULL && g_file_query_file_type (job->file, 0, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      job->children = list_folder (job->file, cancellable, &error);
    }
  else if ((documents = read_documents (job, cancellable, &error)) != NULL && documents->len > 1)
    {
      job->children = split (job, documents);
    }
  else if (documents != NULL && (document = g_ptr_array_index (documents, 0)) != NULL &&
           (extraction = extract (job->casebook, document, cancellable, &error)) != NULL)
    {
      const char *title = sayso_document_get_metadata (document)->title;

      job->attachments = g_ptr_array_ref (sayso_document_get_attachments (document));
      job->title = g_strdup (title != NULL ? title : job->name);
      job->command = sayso_command_new_import (document, extraction);
    }

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}
