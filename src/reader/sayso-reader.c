/* sayso-reader.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reader.h"

#include "sayso-reader-private.h"
#include "sayso-reader-resources.h"

G_DEFINE_QUARK (sayso - reader - error - quark, sayso_reader_error)

static gint n_threads = 0;

/**
 * sayso_reader_set_threads:
 * @n: how many threads a reading may take; 0 for one a processor, which is the default
 *
 * How many there are makes no difference to what is read.
 */
void
sayso_reader_set_threads (guint n)
{
  g_atomic_int_set (&n_threads, (gint) n);
}

/* The network, loaded when a text is first read. One that could not be loaded is tried again. */
static SaysoNetwork *
get_network (GError **error)
{
  static GMutex lock;
  static SaysoNetwork *network = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (network == NULL)
    {
      const char *path = g_getenv ("SAYSO_MODEL");

      network = sayso_network_new (path != NULL ? path : SAYSO_PKGDATADIR "/reader/en.onnx", error);
    }

  return network;
}

static gboolean
analyse (SaysoReading *reading, gboolean split, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) cues = NULL;
  SaysoNetwork *network;
  guint n = (guint) g_atomic_int_get (&n_threads);

  network = get_network (error);
  if (network == NULL)
    return FALSE;
  g_set_str (&reading->model, sayso_network_get_name (network));
  cues = sayso_reader_encode (reading, network, split, n > 0 ? n : g_get_num_processors (), cancellable, error);
  if (cues == NULL)
    return FALSE;
  sayso_reader_lemmatize (reading);
  sayso_reader_find_names (reading);
  sayso_reader_find_attributions (reading, cues);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * sayso_reader_analyse:
 * @reading: a reading that has tokens and sentences, and no more
 * @cancellable: (nullable): to stop early
 * @error: why it was not analysed
 *
 * Adds tags, trees, base forms, names and attributions. The sentences stay as they are.
 *
 * Returns: whether all was done; not when cancelled
 */
gboolean
sayso_reader_analyse (SaysoReading *reading, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (reading != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return analyse (reading, FALSE, cancellable, error);
}

/**
 * sayso_reader_read:
 * @text: an article's text
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * Reads a text: tokens, sentences, blocks, tags, trees, base forms, names and attributions. Takes time and
 * memory in proportion to the text, whatever it is. The same text gives the same reading.
 *
 * Returns: (transfer full) (nullable): the reading; %NULL when cancelled
 */
SaysoReading *
sayso_reader_read (SaysoText *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (GByteArray) gaps = g_byte_array_new ();

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reading = sayso_reading_new (text);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  sayso_reader_tokenize (reading, gaps);
  sayso_reader_split (reading, gaps);

  return analyse (reading, TRUE, cancellable, error) ? g_steal_pointer (&reading) : NULL;
}

/* The tables of this layer, each loaded when first asked for. */
const SaysoTable *
sayso_reader_get_table (const char *name)
{
  return sayso_table_get_shared (sayso_reader_get_resource (), name);
}
