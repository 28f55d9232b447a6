/* bench-articles.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-articles.h"

#include <math.h>
#include <string.h>

#define MAX_ACTORS 14

/* Of 100,000 such there are 1,000,000 events, 500,000 claims and 2,000,000 mentions. */
const Shape usual = { 260, 8, 8, 20, 10, 5, 4 };
/* What is timed: 1,000 words with 40 events. */
const Shape large = { 1000, 20, MAX_ACTORS, 50, 40, 14, 12 };

guint n_actors_all;

char *
invent_word (GRand *rand)
{
  static const char *syllables[] = { "ba",  "ko",  "ri", "ven", "tal", "mo", "su",
                                     "lin", "dar", "pe", "gro", "ash", "ul", "ne" };
  GString *word = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    g_string_append (word, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);

  return g_string_free_and_steal (word);
}

/* Few are in the news often, many seldom. */
guint
draw (GRand *rand, guint n)
{
  return MIN ((guint) (exp (g_rand_double (rand) * log (n)) - 1), n - 1);
}

static SaysoSpan
somewhere (GRand *rand, SaysoReading *reading, guint words)
{
  guint at = g_rand_int_range (rand, 0, reading->tokens->len - words);

  return SAYSO_SPAN (sayso_reading_token (reading, at)->span.start,
                     sayso_reading_token (reading, at + words - 1)->span.end);
}

static GArray *
one_span (SaysoSpan span)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));

  g_array_append_val (spans, span);

  return spans;
}

static SaysoBounds
some_month (GRand *rand)
{
  int year = g_rand_int_range (rand, 1990, 2026), month = g_rand_int_range (rand, 1, 12);

  return (SaysoBounds) { sayso_date_to_seconds (year, month, 1), sayso_date_to_seconds (year, month + 1, 1) - 1 };
}

static SaysoReading *
invent_reading (GRand *rand, GPtrArray *words, const Shape *shape)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (SaysoToken));
  g_autoptr (SaysoText) text = NULL;
  SaysoReading *reading;

  for (guint i = 0; i < shape->words; i++)
    {
      const char *word = g_ptr_array_index (words, draw (rand, words->len));
      SaysoToken token = { utf8->len, utf8->len + strlen (word), SAYSO_SPAN (utf8->len, utf8->len + strlen (word)) };

      g_array_append_val (tokens, token);
      g_string_append (utf8, word);
      g_string_append (utf8, i % 100 == 99 ? ".\n\n" : i % 20 == 19 ? ". " : " ");
    }
  text = sayso_text_new (utf8->str, utf8->len);
  reading = sayso_reading_new (text);
  g_array_append_vals (reading->tokens, tokens->data, tokens->len);
  for (guint i = 0; i < shape->words / 20; i++)
    {
      SaysoSentence sentence = { SAYSO_SPAN (sayso_reading_token (reading, i * 20)->span.start,
                                             sayso_reading_token (reading, i * 20 + 19)->span.end + 1),
                                 i * 20, 20, SAYSO_BLOCK_PARAGRAPH, i / 5 };

      g_array_append_val (reading->sentences, sentence);
    }

  return reading;
}

static char *
title_at (SaysoReading *reading, SaysoSpan span)
{
  return sayso_text_slice (reading->text, span);
}

static SaysoExtraction *
invent_extraction (GRand *rand, GPtrArray *words, const Shape *shape)
{
  g_autoptr (SaysoReading) reading = invent_reading (rand, words, shape);
  SaysoExtraction *x = sayso_extraction_new (reading);

  for (guint i = 0; i < shape->times; i++)
    {
      SaysoExtractedTime time = { .span = somewhere (rand, reading, 2),
                                  .value = g_strdup ("2015-07"),
                                  .edtf = g_strdup ("2015-07"),
                                  .bounds = some_month (rand),
                                  .anchor_time = SAYSO_NONE };

      g_array_append_val (x->times, time);
    }
  for (guint i = 0; i < shape->actors; i++)
    {
      guint who = draw (rand, n_actors_all);
      SaysoExtractedActor actor = { g_strdup_printf ("%s %s %u", (char *) g_ptr_array_index (words, who % words->len),
                                                     (char *) g_ptr_array_index (words, who * 7 % words->len), who),
                                    who % 8, i == 0, g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (x->actors, actor);
    }
  for (guint i = 0; i < shape->mentions; i++)
    {
      SaysoExtractedMention mention = { i % shape->actors, somewhere (rand, reading, 2), SAYSO_FORM_NAME };

      g_array_append_val (x->mentions, mention);
    }
  for (guint i = 0; i < shape->claims; i++)
    {
      SaysoSpan content = somewhere (rand, reading, 15);
      SaysoExtractedClaim claim = { .source = one_span (somewhere (rand, reading, 2)),
                                    .cue = one_span (somewhere (rand, reading, 1)),
                                    .content = one_span (content),
                                    .source_kind = g_rand_int_range (rand, 0, 6),
                                    .several = i % 2,
                                    .source_actor = i % 3 == 0 ? i % shape->actors : SAYSO_NONE,
                                    .description = g_strdup ("somebody"),
                                    .title = title_at (reading, content),
                                    .parent = i % 4 == 3 ? i - 1 : SAYSO_NONE,
                                    .doubted = i % 7 == 0 };

      g_array_append_val (x->claims, claim);
    }
  for (guint i = 0; i < shape->events; i++)
    {
      SaysoSpan trigger = somewhere (rand, reading, 1), span = somewhere (rand, reading, 20);
      SaysoExtractedEvent event = { .trigger = trigger,
                                    .span = span,
                                    .title = title_at (reading, somewhere (rand, reading, 4)),
                                    .type = "act",
                                    .time = i % 3 == 0 ? i % shape->times : SAYSO_NONE,
                                    .bounds = SAYSO_BOUNDS_UNKNOWN,
                                    .place = SAYSO_NONE,
                                    .participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant)),
                                    .factuality = i % 5 == 0 ? SAYSO_FACTUALITY_DENIED : SAYSO_FACTUALITY_ASSERTED,
                                    .claim = i % 2 ? i % shape->claims : SAYSO_NONE };
      SaysoParticipant participants[] = { { "agent", i % shape->actors, trigger },
                                          { "patient", (i + 3) % shape->actors, trigger } };

      if (event.time != SAYSO_NONE)
        event.bounds = g_array_index (x->times, SaysoExtractedTime, event.time).bounds;
      g_array_append_vals (event.participants, participants, 2);
      g_array_append_val (x->events, event);
    }
  for (guint i = 0; i < shape->relations; i++)
    {
      SaysoExtractedRelation relation = { i % shape->actors, "acts-on", g_strdup (g_ptr_array_index (words, i)),
                                          (i + 1) % shape->actors, g_array_new (FALSE, FALSE, sizeof (SaysoEvidence)) };
      SaysoEvidence evidence = { somewhere (rand, reading, 20), i, i % 2 ? i % shape->claims : SAYSO_NONE };

      g_array_append_val (relation.evidence, evidence);
      g_array_append_val (x->relations, relation);
    }

  return x;
}

SaysoCommand *
invent_import (guint number, GPtrArray *words, const Shape *shape)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autoptr (SaysoExtraction) x = invent_extraction (rand, words, shape);
  g_autofree char *original = g_strdup_printf ("%u\n%s", number, sayso_text_get_utf8 (x->reading->text));
  g_autoptr (GBytes) bytes = g_bytes_new (original, strlen (original));
  SaysoMetadata metadata = { .title = title_at (x->reading, somewhere (rand, x->reading, 6)),
                             .publisher = g_strdup_printf ("The %s", (char *) g_ptr_array_index (words, number % 40)),
                             .published =
                                 g_strdup_printf ("20%02u-0%u-1%u", number % 25, number % 9 + 1, number % 10) };
  g_autoptr (SaysoDocument) document =
      sayso_document_new (bytes, "/tmp/bench.txt", "text/plain", &metadata, x->reading->text);

  return sayso_command_new_import (document, x);
}
