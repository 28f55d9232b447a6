/* test-reading.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sayso-reader.h"

static inline SaysoReading *
read_bytes (const char *utf8, gssize length)
{
  g_autoptr (SaysoText) text = sayso_text_new (utf8, length);
  g_autoptr (GError) error = NULL;
  SaysoReading *reading = sayso_reader_read (text, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);

  return reading;
}

/* Tokens in order inside the text; in each sentence one root, and no way that goes round. */
static inline void
check_reading (const SaysoReading *reading)
{
  gsize end = 0;

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, i);

      g_assert_cmpuint (token->start, >=, end);
      g_assert_cmpuint (token->end, >, token->start);
      end = token->end;
    }
  g_assert_cmpuint (end, <=, sayso_text_get_bytes (reading->text));

  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      guint roots = 0;

      for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
        {
          int at = (int) i;

          roots += sayso_reading_token (reading, i)->head == -1;
          for (guint steps = 0; at != -1; steps++)
            {
              g_assert_cmpuint (steps, <=, sentence->n_tokens);
              at = sayso_reading_token (reading, (guint) at)->head;
              g_assert_true (at == -1 ||
                             (at >= (int) sentence->first && at < (int) (sentence->first + sentence->n_tokens)));
            }
        }
      g_assert_cmpuint (roots, ==, 1);
    }
}
