/* sayso-import-job.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-link.h"
#include "sayso-casebook.h"
#include "sayso-command.h"

G_BEGIN_DECLS

typedef enum
{
  SAYSO_JOB_WAITING,
  SAYSO_JOB_READING,
  SAYSO_JOB_READY,
} SaysoImportJobState;

/**
 * SaysoImportJob:
 * @state: how far it is; the main thread's
 * @file: (nullable): a file or a folder
 * @bytes: (nullable): else a piece of text
 * @name: what it is called
 * @media_type: (nullable): of @bytes
 * @provenance: (nullable): how @bytes came
 * @address: (nullable): else a link
 * @flags: from where it may be fetched
 * @document: (nullable): else one of many documents of a file, read already
 * @casebook: (nullable): whose list of names is known
 * @children: (nullable) (element-type SaysoImportJob): what its worker found, for a folder or a file of many documents
 * @command: (nullable): else what puts the article into a casebook
 * @title: (nullable): the article's title
 * @attachments: (nullable) (element-type SaysoAttachment): what was sent along with it
 *
 * One thing to be imported, and what its worker makes of it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  SaysoImportJobState state;
  GFile *file;
  GBytes *bytes;
  char *name;
  char *media_type;
  SaysoProvenance *provenance;
  char *address;
  SaysoLinkFlags flags;
  SaysoDocument *document;
  SaysoCasebook *casebook;
  GPtrArray *children;
  SaysoCommand *command;
  char *title;
  GPtrArray *attachments;
} SaysoImportJob;

SaysoImportJob *sayso_import_job_new (GFile *file, GBytes *bytes, const char *name, const char *media_type);
SaysoImportJob *sayso_import_job_new_link (const char *address, SaysoLinkFlags flags);
SaysoImportJob *sayso_import_job_copy (const SaysoImportJob *self);
SaysoImportJob *sayso_import_job_ref (SaysoImportJob *self);
void sayso_import_job_unref (SaysoImportJob *self);
void sayso_import_job_run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable);

G_END_DECLS
