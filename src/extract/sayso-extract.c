/* sayso-extract.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extract.h"

#include "sayso-extractor-private.h"
#include "sayso-reader.h"
#include "sayso-times.h"

static void
extractor_clear (SaysoExtractor *self)
{
  sayso_tree_clear (&self->tree);
  g_free (self->mention);
  g_free (self->claim_at);
  g_free (self->antecedent);
  g_clear_pointer (&self->actors_by_key, g_hash_table_unref);
  g_clear_pointer (&self->described, g_hash_table_unref);
  g_clear_pointer (&self->sexes, g_hash_table_unref);
  g_clear_pointer (&self->relations_by_key, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaysoExtractor, extractor_clear)

static int
by_position (gconstpointer a, gconstpointer b)
{
  const SaysoExtractedMention *left = a, *right = b;

  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;

  return left->span.end < right->span.end ? -1 : left->span.end > right->span.end;
}

/**
 * sayso_extract_with_names:
 * @reading: a reading of an article
 * @metadata: (nullable): what the article says of itself
 * @published: (nullable): ISO 8601 date that relative times count from
 * @decisions: (nullable) (element-type SaysoTimeDecision): what a person decided about times of the article
 * @names: (nullable): names that a person keeps
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * Finds what an article says, and on whose word. A pure function: the same arguments give the same extraction,
 * and it may run in several threads at once. Takes time and memory in proportion to the text.
 *
 * Returns: (transfer full) (nullable): the extraction; %NULL when cancelled
 */
SaysoExtraction *
sayso_extract_with_names (SaysoReading *reading, const SaysoMetadata *metadata, const char *published,
                          GArray *decisions, const SaysoNameList *names, GCancellable *cancellable, GError **error)
{
  static void (*const steps[]) (SaysoExtractor *) = {
    sayso_extractor_find_actors, sayso_extractor_find_antecedents, sayso_extractor_find_claims,
    sayso_extractor_find_events, sayso_extractor_find_relations,   sayso_extractor_resolve_rest,
  };
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (GArray) times = NULL;
  g_auto (SaysoExtractor)
      extractor = { .reading = reading, .metadata = metadata, .published = published, .names = names };

  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  extraction = sayso_extraction_new (reading);
  extractor.extraction = extraction;
  times = sayso_times_find_decided (reading, metadata, published,
                                    decisions != NULL ? (const SaysoTimeDecision *) decisions->data : NULL,
                                    decisions != NULL ? decisions->len : 0, cancellable, error);
  if (times == NULL)
    return NULL;
  g_array_unref (extraction->times);
  extraction->times = g_steal_pointer (&times);
  sayso_tree_init (&extractor.tree, reading);
  extractor.mention = g_new (guint, reading->tokens->len + 1);
  extractor.claim_at = g_new (guint, reading->tokens->len + 1);
  extractor.antecedent = g_new (guint, reading->tokens->len + 1);
  for (guint i = 0; i <= reading->tokens->len; i++)
    extractor.mention[i] = extractor.claim_at[i] = extractor.antecedent[i] = SAYSO_NONE;
  extractor.actors_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  extractor.described = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  extractor.sexes = g_hash_table_new (NULL, NULL);
  extractor.relations_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      steps[i](&extractor);
    }

  g_array_sort (extraction->mentions, by_position);

  return g_steal_pointer (&extraction);
}

/**
 * sayso_extract_decided:
 * @reading: a reading of an article
 * @metadata: (nullable): what the article says of itself
 * @published: (nullable): ISO 8601 date that relative times count from
 * @decisions: (nullable) (element-type SaysoTimeDecision): what a person decided about times of the article
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * [func@extract_with_names] where nobody keeps names.
 *
 * Returns: (transfer full) (nullable): the extraction; %NULL when cancelled
 */
SaysoExtraction *
sayso_extract_decided (SaysoReading *reading, const SaysoMetadata *metadata, const char *published, GArray *decisions,
                       GCancellable *cancellable, GError **error)
{
  return sayso_extract_with_names (reading, metadata, published, decisions, NULL, cancellable, error);
}

/**
 * sayso_extract:
 * @reading: a reading of an article
 * @metadata: (nullable): what the article says of itself
 * @published: (nullable): ISO 8601 date that relative times count from
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * [func@extract_decided] where nobody decided anything.
 *
 * Returns: (transfer full) (nullable): the extraction; %NULL when cancelled
 */
SaysoExtraction *
sayso_extract (SaysoReading *reading, const SaysoMetadata *metadata, const char *published, GCancellable *cancellable,
               GError **error)
{
  return sayso_extract_decided (reading, metadata, published, NULL, cancellable, error);
}

/**
 * sayso_extract_document:
 * @document: an imported article
 * @published: (nullable): ISO 8601 date that relative times count from; %NULL for the one that the document names
 * @names: (nullable): names that the reader keeps
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * The way from a document to what it says: reads its text and extracts from the reading. As pure as sayso_extract().
 *
 * Returns: (transfer full) (nullable): the extraction; %NULL when cancelled
 */
SaysoExtraction *
sayso_extract_document (SaysoDocument *document, const char *published, const SaysoNameList *names,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoReading) reading = NULL;
  const SaysoMetadata *metadata;

  g_return_val_if_fail (SAYSO_IS_DOCUMENT (document), NULL);

  metadata = sayso_document_get_metadata (document);
  reading = sayso_reader_read (sayso_document_get_text (document), cancellable, error);
  if (reading == NULL)
    return NULL;

  return sayso_extract_with_names (reading, metadata, published != NULL ? published : metadata->published, NULL, names,
                                   cancellable, error);
}
