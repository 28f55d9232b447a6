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
  BEGINS,
  UPOS,
  MORPH,
  NAMES,
  ARCS,
  RELATIONS,
  CUES,
  KINDS,
  PARTS,
  N_OUTPUTS,
};

static const char *const input_names[] = { "ids", "shapes", "first", "begin" };
static const char *const output_names[] = {
  "begins", "upos", "morph", "names", "arcs", "rels", "cues", "kinds", "parts"
};

struct _SaysoNetwork
{
  char *name;
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

/* The file's name and the beginning of a sum over parts of it: training changes the weights everywhere. */
static char *
name_file (const char *path, GMappedFile *file)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const guchar *bytes = (const guchar *) g_mapped_file_get_contents (file);
  gsize length = g_mapped_file_get_length (file), part = 4096, n = 64;
  g_autofree char *name = g_path_get_basename (path);

  for (gsize i = 0; i < n; i++)
    {
      gsize at = length / n * i;

      g_checksum_update (sum, bytes + at, MIN (part, length - at));
    }

  return g_strdup_printf ("%s %.12s", name, g_checksum_get_string (sum));
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
    { "classes", &self->labels.stances },
    { "source_kinds", &self->labels.source_kinds },
    { "certainties", &self->labels.certainties },
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

  self->name = name_file (path, self->file);

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
  g_strfreev (self->labels.stances);
  g_strfreev (self->labels.source_kinds);
  g_strfreev (self->labels.certainties);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self->name);
  g_free (self);
}

/* Another for each version of the network. */
const char *
sayso_network_get_name (const SaysoNetwork *self)
{
  return self->name;
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

/* Numbers of labels, each @stride after the last, brought into the labels' range. */
static void
take_numbers (const gint64 *data, guint n, guint stride, char **labels, guint16 *numbers)
{
  gint64 last = (gint64) g_strv_length (labels) - 1;

  for (guint i = 0; i < n; i++)
    numbers[i] = CLAMP (data[(gsize) i * stride], 0, last);
}

static guint
best_of (const float *scores, guint n)
{
  guint best = 0;

  for (guint k = 1; k < n; k++)
    if (scores[k] > scores[best])
      best = k;

  return best;
}

/* A word that the network takes for no cue, but with so small a lead, in nats, is a faint one: four to one. */
#define FAINT_LEAD 1.39f

/* The tag of a word among the cues, and whether it is only a faint one. */
static guint8
cue_of (const float *scores, guint8 before, gboolean *faint)
{
  guint best = best_of (scores, 3);

  *faint = best == SAYSO_CUE_NONE && before == SAYSO_CUE_NONE &&
           scores[SAYSO_CUE_NONE] - scores[SAYSO_CUE_BEGIN] < FAINT_LEAD;

  return *faint ? SAYSO_CUE_BEGIN : best;
}

static void
take_findings (const SaysoNetwork *self, void *data[N_OUTPUTS], guint n, SaysoFindings *findings)
{
  const SaysoLabels *labels = &self->labels;
  guint n_names = g_strv_length (labels->names);
  const gint64 *kinds = data[KINDS];
  const float *parts = data[PARTS];

  take_numbers (data[UPOS], n, 1, labels->upos, findings->upos);
  take_numbers (data[MORPH], n, 1, labels->morphs, findings->morph);
  take_numbers (data[RELATIONS], n, 1, labels->relations, findings->relation);
  take_numbers (kinds, n, 3, labels->stances, findings->stance);
  take_numbers (kinds + 1, n, 3, labels->source_kinds, findings->source_kind);
  take_numbers (kinds + 2, n, 3, labels->certainties, findings->certainty);
  for (guint i = 0; i < n; i++)
    {
      findings->begins[i] = ((const gint64 *) data[BEGINS])[i] != 0;
      findings->name[i] = best_of ((const float *) data[NAMES] + (gsize) i * n_names, n_names);
      findings->cue[i] = cue_of ((const float *) data[CUES] + (gsize) i * 3,
                                 i > 0 ? findings->cue[i - 1] : SAYSO_CUE_NONE, &findings->faint[i]);
      memcpy (findings->arcs[i], (const float *) data[ARCS] + (gsize) i * (n + 1), (n + 1) * sizeof (float));
      for (guint k = 0; k < n; k++)
        {
          findings->in_source[i][k] = parts[(gsize) i * n + k] > 0;
          findings->in_content[i][k] = parts[(gsize) n * n + (gsize) i * n + k] > 0;
        }
    }
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
  const gint64 *data[] = { window->ids, window->shapes, window->first, window->begin };
  guint sizes[] = { window->n_pieces, window->n_pieces, window->n_words, window->n_words };
  OrtValue *inputs[G_N_ELEMENTS (data)] = { NULL }, *outputs[N_OUTPUTS] = { NULL };
  void *found[N_OUTPUTS];
  guint n = window->n_words;
  gboolean ran = TRUE;

  g_return_val_if_fail (n > 0 && n <= SAYSO_NETWORK_WINDOW, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (data) && ran; i++)
    ran = check (api->CreateTensorWithDataAsOrtValue (self->memory, (void *) data[i], sizes[i] * sizeof (gint64),
                                                      (const gint64[]) { 1, sizes[i] }, 2,
                                                      ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64, &inputs[i]),
                 error);
  ran = ran && check (api->Run (self->session, NULL, input_names, (const OrtValue *const *) inputs,
                                G_N_ELEMENTS (inputs), output_names, N_OUTPUTS, outputs),
                      error);
  for (guint i = 0; i < N_OUTPUTS && ran; i++)
    ran = check (api->GetTensorMutableData (outputs[i], &found[i]), error);
  if (ran)
    take_findings (self, found, n, findings);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (inputs[i] != NULL)
      api->ReleaseValue (inputs[i]);
  for (guint i = 0; i < N_OUTPUTS; i++)
    if (outputs[i] != NULL)
      api->ReleaseValue (outputs[i]);

  return ran;
}
