/* sayso-extractor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-extract-resources.h"

char *
sayso_extractor_text (const SaysoExtractor *self, SaysoRun run, guint most)
{
  const char *text = sayso_text_get_utf8 (self->reading->text);
  g_autoptr (GString) line = g_string_new (NULL);
  guint chars = 0;

  for (guint i = run.first; i <= run.last; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);
      gboolean space = i > run.first && sayso_extractor_token (self, i - 1)->end < token->start;

      chars += token->span.end - token->span.start + space;
      if (chars > most && i > run.first)
        {
          while (line->len > 0 && strchr (" ,;:-", line->str[line->len - 1]) != NULL)
            g_string_truncate (line, line->len - 1);
          g_string_append (line, "…");
          break;
        }
      if (space)
        g_string_append_c (line, ' ');
      g_string_append_len (line, text + token->start, MIN (token->end - token->start, 256));
    }
  /* A single huge word may have been cut inside a character. */
  if (!g_utf8_validate (line->str, line->len, NULL))
    return g_utf8_make_valid (line->str, line->len);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* The tokens that a span covers. */
SaysoRun
sayso_extractor_run (const SaysoExtractor *self, SaysoSpan span)
{
  const GArray *tokens = self->reading->tokens;
  guint low = 0, high = tokens->len;
  SaysoRun run;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sayso_extractor_token (self, middle)->span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  run.first = low;
  high = tokens->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sayso_extractor_token (self, middle)->span.start < span.end)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == run.first)
    return (SaysoRun) { 1, 0 };
  run.last = low - 1;

  return run;
}

guint
sayso_extractor_sentence_of (const SaysoExtractor *self, SaysoSpan span)
{
  return self->tree.sentence[sayso_extractor_run (self, span).first];
}

/* SAYSO_DEBUG=extract tells which words join two actors, and on what that rests. */
static void
tell_relation (const SaysoExtractor *self, const SaysoExtractedRelation *relation, const char *label,
               const SaysoEvidence *evidence)
{
  g_autofree char *words = sayso_extractor_text (self, sayso_extractor_run (self, evidence->span), 60);

  g_printerr ("extract: “%s” %s “%s” by “%s”, %s, in “%s” at %u\n",
              sayso_extractor_actor (self, relation->subject)->name, relation->type,
              sayso_extractor_actor (self, relation->object)->name, label != NULL ? label : "",
              evidence->event != SAYSO_NONE ? "an event" : "a row of relations.tsv or the structure", words,
              evidence->span.start);
}

void
sayso_extractor_relate (SaysoExtractor *self, guint subject, const char *type, const char *label, guint object,
                        SaysoSpan span, guint event, guint claim)
{
  g_autofree char *key = g_strdup_printf ("%u %s %u", subject, type, object);
  SaysoEvidence evidence = { span, event, claim };
  SaysoExtractedRelation relation = { subject, type, NULL, object, NULL };
  gpointer value;

  if (subject == object)
    return;
  if (sayso_extract_is_telling ())
    tell_relation (self, &relation, label, &evidence);
  if (g_hash_table_lookup_extended (self->relations_by_key, key, NULL, &value))
    {
      SaysoExtractedRelation *old =
          &g_array_index (self->extraction->relations, SaysoExtractedRelation, GPOINTER_TO_UINT (value));

      /* Evidence comes in the order of the text, so the same sentence can only be the last. */
      if (g_array_index (old->evidence, SaysoEvidence, old->evidence->len - 1).span.start == span.start)
        return;
      g_array_append_val (old->evidence, evidence);
      return;
    }

  relation.label = g_strdup (label);
  relation.evidence = g_array_new (FALSE, FALSE, sizeof (SaysoEvidence));
  g_array_append_val (relation.evidence, evidence);
  g_hash_table_insert (self->relations_by_key, g_steal_pointer (&key),
                       GUINT_TO_POINTER (self->extraction->relations->len));
  g_array_append_val (self->extraction->relations, relation);
}

guint
sayso_extractor_claim_at (const SaysoExtractor *self, guint token)
{
  return self->claim_at[token];
}

/* Whether the token stands in a time of the text. */
gboolean
sayso_extractor_is_time (const SaysoExtractor *self, guint token)
{
  const GArray *times = self->extraction->times;
  SaysoSpan span = sayso_extractor_token (self, token)->span;
  guint low = 0, high = times->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (times, SaysoExtractedTime, middle).span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }

  return low < times->len && g_array_index (times, SaysoExtractedTime, low).span.start < span.end;
}

const SaysoTable *
sayso_extract_get_table (const char *name)
{
  return sayso_table_get_shared (sayso_extract_get_resource (), name);
}

gboolean
sayso_extract_is_telling (void)
{
  const char *keywords = g_getenv ("SAYSO_DEBUG");

  return keywords != NULL && strstr (keywords, "extract") != NULL;
}
