/* sayso-dateline.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reader-private.h"

static gboolean
is_shouted_or_number (const SaysoReading *reading, guint i)
{
  const SaysoToken *token = sayso_reading_token (reading, i);
  const char *text = sayso_token_text (reading, token);
  gsize bytes = sayso_token_bytes (token);

  for (gsize k = 0; k < bytes; k++)
    if (g_ascii_islower (text[k]))
      return FALSE;

  return TRUE;
}

static gboolean
is_lower (const SaysoReading *reading, guint i)
{
  return g_unichar_islower (g_utf8_get_char (sayso_token_text (reading, sayso_reading_token (reading, i))));
}

/*
 * How many tokens of a dateline lead the sentence, its dash among them ("JUNE 2015 —", "OSLO (Velar News) -"): they
 * are no part of the grammar of what follows.
 */
guint
sayso_reader_dateline_length (const SaysoReading *reading, const SaysoSentence *sentence)
{
  gboolean words = FALSE, bracket = FALSE;

  for (guint i = 0; i + 3 < sentence->n_tokens && i < 12; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, sentence->first + i);
      const char *text = sayso_token_text (reading, token);

      if (g_str_has_prefix (text, "—") || g_str_has_prefix (text, "–") || *text == '-')
        return words && !bracket && !is_lower (reading, sentence->first + i + 1) ? i + 1 : 0;
      if (*text == '(')
        bracket = TRUE;
      else if (*text == ')')
        bracket = FALSE;
      /* "OSLO, 14 March 2016 —" */
      else if (!bracket && !is_shouted_or_number (reading, sentence->first + i) && !(words && g_ascii_isupper (*text)))
        return 0;
      words |= g_ascii_isupper (*text) && sayso_token_bytes (token) > 2;
    }

  return 0;
}
