/* sayso-extract-unread.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extract.h"

#include "sayso-times.h"

static void
add_line (SaysoReading *reading, guint start, guint end, guint paragraph)
{
  const SaysoSentence sentence = { SAYSO_SPAN (start, end), 0, 0, SAYSO_BLOCK_PARAGRAPH, paragraph };

  g_array_append_val (reading->sentences, sentence);
}

/* A paragraph is a line that is not blank; each counts as one sentence. */
static void
add_paragraphs (SaysoReading *reading)
{
  const char *utf8 = sayso_text_get_utf8 (reading->text), *end = utf8 + sayso_text_get_bytes (reading->text);
  guint offset = 0, first = 0, last = 0, paragraph = 0;

  for (const char *p = utf8; p <= end; p = g_utf8_next_char (p), offset++)
    {
      if (p == end || *p == '\n')
        {
          if (first < last)
            add_line (reading, first, last, paragraph++);
          first = last = offset + 1;
        }
      else if (!g_unichar_isspace (g_utf8_get_char (p)))
        {
          first = first < last ? first : offset;
          last = offset + 1;
        }
    }
}

/**
 * sayso_extract_unread:
 * @text: an article's text
 * @metadata: (nullable): what the article says of itself
 * @published: (nullable): ISO 8601 date that relative times count from
 * @decisions: (nullable) (element-type SaysoTimeDecision): what a person decided about times of the article
 * @cancellable: (nullable): to stop early
 * @error: why nothing came back
 *
 * What is left where the reader's model is missing: the article's paragraphs, for a person to work on, and the times
 * that the grammar finds in bare text. Takes time and memory in proportion to the text.
 *
 * Returns: (transfer full) (nullable): the extraction; %NULL when cancelled
 */
SaysoExtraction *
sayso_extract_unread (SaysoText *text, const SaysoMetadata *metadata, const char *published, GArray *decisions,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (SaysoReading) reading = NULL;
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (GArray) times = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reading = sayso_reading_new (text);
  times = sayso_times_find_decided (reading, metadata, published,
                                    decisions != NULL ? (const SaysoTimeDecision *) decisions->data : NULL,
                                    decisions != NULL ? decisions->len : 0, cancellable, error);
  if (times == NULL)
    return NULL;

  add_paragraphs (reading);
  extraction = sayso_extraction_new (reading);
  g_array_unref (extraction->times);
  extraction->times = g_steal_pointer (&times);

  return g_steal_pointer (&extraction);
}
