/* sayso-conllu.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-conllu.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

#define N_COLUMNS 10

enum
{
  ID = 0,
  FORM = 1,
  LEMMA = 2,
  UPOS = 3,
  HEAD = 6,
  DEPREL = 7,
  MISC = 9,
};

G_DEFINE_QUARK (sayso - conllu - error - quark, sayso_conllu_error)

static gboolean
is_number (const char *id)
{
  return *id != '\0' && strspn (id, "0123456789") == strlen (id);
}

static void
add_token (SaysoReading *reading, GString *text, guint *n_chars, const char *form)
{
  SaysoToken token = { .start = text->len, .head = -2 };

  token.span.start = *n_chars;
  g_string_append (text, form);
  *n_chars += g_utf8_strlen (form, -1);
  token.span.end = *n_chars;
  token.end = text->len;
  g_array_append_val (reading->tokens, token);
}

static void
end_sentence (SaysoReading *reading, guint first)
{
  SaysoSentence sentence = { .first = first,
                             .n_tokens = reading->tokens->len - first,
                             .paragraph = reading->sentences->len };

  if (sentence.n_tokens == 0)
    return;
  sentence.span.start = sayso_reading_token (reading, first)->span.start;
  sentence.span.end = sayso_reading_token (reading, reading->tokens->len - 1)->span.end;
  g_array_append_val (reading->sentences, sentence);
}

/**
 * sayso_conllu_read:
 * @conllu: CoNLL-U, in UTF-8
 * @error: why it could not be read
 *
 * Makes a reading that has CoNLL-U's words and sentences, and nothing else yet.
 *
 * Returns: (transfer full) (nullable): the reading
 */
SaysoReading *
sayso_conllu_read (const char *conllu, GError **error)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SaysoText) nothing = sayso_text_new ("", 0);
  g_autoptr (SaysoReading) reading = sayso_reading_new (nothing);
  guint first = 0, n_chars = 0;

  g_return_val_if_fail (conllu != NULL, NULL);

  lines = g_strsplit (conllu, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      g_strchomp (lines[i]);
      if (*lines[i] == '#')
        continue;
      if (*lines[i] == '\0')
        {
          end_sentence (reading, first);
          first = reading->tokens->len;
          continue;
        }
      columns = g_strsplit (lines[i], "\t", N_COLUMNS);
      if (g_strv_length (columns) != N_COLUMNS)
        {
          g_set_error (error, SAYSO_CONLLU_ERROR, SAYSO_CONLLU_ERROR_SYNTAX,
                       _ ("Line %u has not the ten columns of CoNLL-U."), i + 1);
          return NULL;
        }
      if (!is_number (columns[ID]))
        continue;
      add_token (reading, text, &n_chars, columns[FORM]);
      if (strstr (columns[MISC], "SpaceAfter=No") == NULL)
        {
          g_string_append_c (text, ' ');
          n_chars++;
        }
    }
  end_sentence (reading, first);

  sayso_text_unref (reading->text);
  reading->text = sayso_text_new (text->str, text->len);

  return g_steal_pointer (&reading);
}

static char *
upos_of (const SaysoToken *token)
{
  return token->upos == SAYSO_UPOS_UNKNOWN ? g_strdup ("_")
                                           : g_ascii_strup (sayso_enum_to_nick (SAYSO_TYPE_UPOS, token->upos), -1);
}

/* CoNLL-U keeps the case of names, and has the form itself where there is nothing to reduce. */
static char *
lemma_of (const SaysoReading *reading, const SaysoToken *token)
{
  if (token->lemma != NULL && token->upos != SAYSO_UPOS_PROPN)
    return g_strdup (token->lemma);

  return g_strndup (sayso_text_get_utf8 (reading->text) + token->start, token->end - token->start);
}

static guint
head_of (const SaysoToken *token, const SaysoSentence *sentence)
{
  return token->head < 0 ? 0 : (guint) token->head - sentence->first + 1;
}

/* Whether a token goes on with letters where the one before it ends with one: "do" "n't", "Oduya" "'s", "can" "not". */
static gboolean
is_grown_together (const SaysoReading *reading, const SaysoToken *token, const SaysoToken *next)
{
  const char *utf8 = sayso_text_get_utf8 (reading->text), *at = utf8 + next->start;
  gunichar c = g_utf8_get_char (at);

  if (token->end != next->start || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (utf8 + token->end))))
    return FALSE;
  if (c == '\'' || c == 0x2019)
    c = g_utf8_next_char (at) < utf8 + next->end ? g_utf8_get_char (g_utf8_next_char (at)) : 0;

  return g_unichar_isalpha (c);
}

/* How many tokens from @i on, at most up to @end, are written as one word. */
static guint
count_grown_together (const SaysoReading *reading, guint i, guint end)
{
  guint n = 1;

  while (i + n < end &&
         is_grown_together (reading, sayso_reading_token (reading, i + n - 1), sayso_reading_token (reading, i + n)))
    n++;

  return n;
}

static const char *
space_after (const SaysoReading *reading, guint i)
{
  gboolean last = i + 1 == reading->tokens->len;

  return !last && sayso_reading_token (reading, i + 1)->start == sayso_reading_token (reading, i)->end ? "SpaceAfter=No"
                                                                                                       : "_";
}

/**
 * sayso_conllu_write:
 * @reading: a reading
 *
 * Returns: (transfer full): its sentences, words, tags and trees as CoNLL-U
 */
char *
sayso_conllu_write (const SaysoReading *reading)
{
  GString *out = g_string_new (NULL);
  const char *utf8 = sayso_text_get_utf8 (reading->text);

  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);
      g_autofree char *text = sayso_text_slice (reading->text, sentence->span);

      g_string_append_printf (out, "# sent_id = %u\n# text = %s\n", s + 1, g_strdelimit (text, "\t\n\r\v\f", ' '));
      for (guint i = 0, together = 0; i < sentence->n_tokens; i++)
        {
          guint at = sentence->first + i;
          const SaysoToken *token = sayso_reading_token (reading, at);
          g_autofree char *upos = upos_of (token), *lemma = lemma_of (reading, token);
          guint n = i >= together ? count_grown_together (reading, at, sentence->first + sentence->n_tokens) : 1;

          if (n > 1)
            {
              const SaysoToken *last = sayso_reading_token (reading, at + n - 1);

              g_string_append_printf (out, "%u-%u\t%.*s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i + 1, i + n,
                                      (int) (last->end - token->start), utf8 + token->start,
                                      space_after (reading, at + n - 1));
              together = i + n;
            }
          g_string_append_printf (out, "%u\t%.*s\t%s\t%s\t_\t_\t%u\t%s\t_\t%s\n", i + 1,
                                  (int) (token->end - token->start), utf8 + token->start, lemma, upos,
                                  head_of (token, sentence), token->deprel != NULL ? token->deprel : "_",
                                  i < together ? "_" : space_after (reading, at));
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free_and_steal (out);
}

/**
 * sayso_conllu_fill:
 * @conllu: what sayso_conllu_read() read
 * @reading: what it gave, with tags and trees
 *
 * Returns: (transfer full): the same lines, with the lemma, tag, head and relation of each word
 */
char *
sayso_conllu_fill (const char *conllu, const SaysoReading *reading)
{
  g_auto (GStrv) lines = g_strsplit (conllu, "\n", -1);
  GString *out = g_string_new (NULL);
  guint at = 0, s = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      g_strchomp (lines[i]);
      columns = g_strsplit (lines[i], "\t", N_COLUMNS);
      if (*lines[i] != '#' && g_strv_length (columns) == N_COLUMNS && is_number (columns[ID]))
        {
          const SaysoToken *token = sayso_reading_token (reading, at++);
          g_autofree char *upos = upos_of (token), *lemma = lemma_of (reading, token);

          while (sayso_reading_sentence (reading, s)->first + sayso_reading_sentence (reading, s)->n_tokens < at)
            s++;
          g_string_append_printf (out, "%s\t%s\t%s\t%s\t_\t_\t%u\t%s\t_\t%s\n", columns[ID], columns[FORM], lemma, upos,
                                  head_of (token, sayso_reading_sentence (reading, s)),
                                  token->deprel != NULL ? token->deprel : "_", columns[MISC]);
        }
      else if (*lines[i] != '\0' || lines[i + 1] != NULL)
        g_string_append_printf (out, "%s\n", lines[i]);
    }

  return g_string_free_and_steal (out);
}
