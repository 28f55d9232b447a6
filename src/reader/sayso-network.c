/* sayso-network.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-network.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <onnxruntime_c_api.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sayso-reader.h"

/* Outputs in the order they are asked for. */
enum
{
  UPOS,
  MORPH,
  NAMES,
  ARCS,
  RELATIONS,
  N_OUTPUTS,
};

static const char *const input_names[] = { "ids", "shapes", "first", "sentence" };
static const char *const output_names[] = { "upos", "morph", "names", "arcs", "rels" };

struct _SaysoNetwork
{
  GMappedFile *file;
  OrtEnv *environment;
  OrtSession *session;
  OrtMemoryInfo *memory;
  SaysoPieces *pieces;
  SaysoLabels labels;
};

static const OrtApi *
get_api (void)
{
  return OrtGetApiBase ()->GetApi (ORT_API_VERSION);
}

/* Debian's build of ONNX Runtime registers its operators twice when it starts, and writes some 570 lines on that to
 * standard error, past its own logging. The only way to keep them from the reader's terminal is to turn standard error
 * away for that moment. Returns what to give to end_silence(). */
static int
begin_silence (void)
{
  int kept, nowhere;

  fflush (stderr);
  kept = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  if (nowhere >= 0)
    close (nowhere);

  return kept;
}

static void
end_silence (int kept)
{
  if (kept < 0)
    return;
  dup2 (kept, STDERR_FILENO);
  close (kept);
}

/* Turns a status into an error; whether all was well. */
static gboolean
check (OrtStatus *status, GError **error)
{
  if (status == NULL)
    return TRUE;

  g_set_error (error, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL, _ ("The reader's model does not work: %s"),
               get_api ()->GetErrorMessage (status));
  get_api ()->ReleaseStatus (status);

  return FALSE;
}

/* A list in the model's metadata, one entry a line. */
static char *
get_metadata (OrtModelMetadata *metadata, const char *key)
{
  OrtAllocator *allocator;
  char *value = NULL, *copy;

  if (!check (get_api ()->GetAllocatorWithDefaultOptions (&allocator), NULL) ||
      !check (get_api ()->ModelMetadataLookupCustomMetadataMap (metadata, allocator, key, &value), NULL) ||
      value == NULL)
    return NULL;

  copy = g_strdup (value);
  allocator->Free (allocator, value);

  return copy;
}

static gboolean
read_metadata (SaysoNetwork *self)
{
  const struct
  {
    const char *key;
    char ***list;
  } lists[] = {
    { "upos", &self->labels.upos },
    { "morphs", &self->labels.morphs },
    { "rels", &self->labels.relations },
    { "names", &self->labels.names },
  };
  g_autofree char *vocabulary = NULL;
  OrtModelMetadata *metadata = NULL;

  if (!check (get_api ()->SessionGetModelMetadata (self->session, &metadata), NULL))
    return FALSE;

  vocabulary = get_metadata (metadata, "vocabulary");
  if (vocabulary != NULL)
    self->pieces = sayso_pieces_new (vocabulary);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *list = get_metadata (metadata, lists[i].key);

      *lists[i].list = list != NULL ? g_strsplit (list, "\n", -1) : NULL;
    }
  get_api ()->ReleaseModelMetadata (metadata);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (*lists[i].list == NULL)
      return FALSE;

  return self->pieces != NULL;
}

static gboolean
open_session (SaysoNetwork *self, GError **error)
{
  OrtSessionOptions *options = NULL;
  int silence = begin_silence ();
  gboolean opened;

  /* The reader runs windows side by side, so a run itself takes one thread. */
  opened = check (get_api ()->CreateEnv (ORT_LOGGING_LEVEL_FATAL, "sayso", &self->environment), error) &&
           check (get_api ()->CreateSessionOptions (&options), error) &&
           check (get_api ()->SetIntraOpNumThreads (options, 1), error) &&
           check (get_api ()->SetInterOpNumThreads (options, 1), error) &&
           check (get_api ()->CreateSessionFromArray (self->environment, g_mapped_file_get_contents (self->file),
                                                      g_mapped_file_get_length (self->file), options, &self->session),
                  error) &&
           check (get_api ()->CreateCpuMemoryInfo (OrtArenaAllocator, OrtMemTypeDefault, &self->memory), error);
  if (options != NULL)
    get_api ()->ReleaseSessionOptions (options);
  end_silence (silence);

  return opened;
}

/**
 * sayso_network_new:
 * @path: the model's file
 * @error: why it cannot be used
 *
 * Returns: (transfer full) (nullable): the network
 */
SaysoNetwork *
sayso_network_new (const char *path, GError **error)
{
  g_autoptr (SaysoNetwork) self = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (SaysoNetwork, 1);
  self->file = g_mapped_file_new (path, FALSE, &local);
  if (self->file == NULL)
    {
      g_set_error (error, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL,
                   _ ("The reader's model is missing (%s). Install Sayso anew, or set SAYSO_MODEL to the file."),
                   local->message);
      return NULL;
    }
  if (g_mapped_file_get_length (self->file) == 0 || !open_session (self, &local) || !read_metadata (self))
    {
      g_set_error (error, SAYSO_READER_ERROR, SAYSO_READER_ERROR_MODEL,
                   _ ("“%s” is no model of this version of Sayso, or it is damaged. Install Sayso anew."), path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
sayso_network_free (SaysoNetwork *self)
{
  if (self->session != NULL)
    get_api ()->ReleaseSession (self->session);
  if (self->memory != NULL)
    get_api ()->ReleaseMemoryInfo (self->memory);
  if (self->environment != NULL)
    get_api ()->ReleaseEnv (self->environment);
  g_clear_pointer (&self->pieces, sayso_pieces_free);
  g_strfreev (self->labels.upos);
  g_strfreev (self->labels.morphs);
  g_strfreev (self->labels.relations);
  g_strfreev (self->labels.names);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

const SaysoPieces *
sayso_network_get_pieces (const SaysoNetwork *self)
{
  return self->pieces;
}

const SaysoLabels *
sayso_network_get_labels (const SaysoNetwork *self)
{
  return &self->labels;
}

static guint16
number_of (gint64 value, char **labels)
{
  return CLAMP (value, 0, (gint64) g_strv_length (labels) - 1);
}

static gboolean
take_numbers (OrtValue *value, guint n, char **labels, guint16 *numbers, GError **error)
{
  void *data;

  if (!check (get_api ()->GetTensorMutableData (value, &data), error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    numbers[i] = number_of (((const gint64 *) data)[i], labels);

  return TRUE;
}

/* The best name tag of each word; "I-" only where the name goes on. */
static gboolean
take_names (OrtValue *value, guint n, char **labels, guint16 *numbers, GError **error)
{
  guint n_labels = g_strv_length (labels);
  void *data;

  if (!check (get_api ()->GetTensorMutableData (value, &data), error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const float *scores = (const float *) data + (gsize) i * n_labels;

      numbers[i] = 0;
      for (guint k = 1; k < n_labels; k++)
        if (scores[k] > scores[numbers[i]])
          numbers[i] = k;
    }

  return TRUE;
}

static gboolean
take_arcs (OrtValue *value, guint n, SaysoFindings *findings, GError **error)
{
  void *data;

  if (!check (get_api ()->GetTensorMutableData (value, &data), error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    memcpy (findings->arcs[i], (const float *) data + (gsize) i * (n + 1), (n + 1) * sizeof (float));

  return TRUE;
}

/**
 * sayso_network_run:
 * @self: a network
 * @window: what to look at; it has a word
 * @findings: (out caller-allocates): what it sees
 * @error: why it did not run
 *
 * May be called on any thread.
 *
 * Returns: whether it ran
 */
gboolean
sayso_network_run (SaysoNetwork *self, const SaysoWindow *window, SaysoFindings *findings, GError **error)
{
  const OrtApi *api = get_api ();
  const gint64 *data[] = { window->ids, window->shapes, window->first, window->sentence };
  guint sizes[] = { window->n_pieces, window->n_pieces, window->n_words, window->n_words };
  OrtValue *inputs[G_N_ELEMENTS (data)] = { NULL }, *outputs[N_OUTPUTS] = { NULL };
  guint n = window->n_words;
  gboolean ran = TRUE;

  g_return_val_if_fail (n > 0 && n <= SAYSO_NETWORK_WINDOW, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (data) && ran; i++)
    ran = check (api->CreateTensorWithDataAsOrtValue (self->memory, (void *) data[i], sizes[i] * sizeof (gint64),
                                                      (const gint64[]) { 1, sizes[i] }, 2,
                                                      ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64, &inputs[i]),
                 error);
  ran = ran &&
        check (api->Run (self->session, NULL, input_names, (const OrtValue *const *) inputs, G_N_ELEMENTS (inputs),
                         output_names, N_OUTPUTS, outputs),
               error) &&
        take_numbers (outputs[UPOS], n, self->labels.upos, findings->upos, error) &&
        take_numbers (outputs[MORPH], n, self->labels.morphs, findings->morph, error) &&
        take_numbers (outputs[RELATIONS], n, self->labels.relations, findings->relation, error) &&
        take_names (outputs[NAMES], n, self->labels.names, findings->name, error) &&
        take_arcs (outputs[ARCS], n, findings, error);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (inputs[i] != NULL)
      api->ReleaseValue (inputs[i]);
  for (guint i = 0; i < N_OUTPUTS; i++)
    if (outputs[i] != NULL)
      api->ReleaseValue (outputs[i]);

  return ran;
}
