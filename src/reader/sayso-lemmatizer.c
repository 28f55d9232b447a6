/* sayso-lemmatizer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-reader-private.h"

/* What is left of a verb when "-ed" or "-ing" is cut off, and takes an "e" again. */
static const char *with_e = "v z u c dg rg lg rs ns ls ps bl cl dl fl gl kl pl tl yp yz iz as is us os es ys";
static const char *with_e_after_consonant = "at ut id od ib ub ir ur ik ok ak ud ul um ol ag";

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL;
}

static gboolean
ends_in_one_of (const char *stem, gsize length, const char *endings)
{
  for (gsize n = 1; n <= 2 && n <= length; n++)
    {
      char ending[3] = { 0 };

      memcpy (ending, stem + length - n, n);
      if (sayso_table_cell_has (endings, ending))
        return TRUE;
    }

  return FALSE;
}

static void
mend_stem (char *stem)
{
  gsize n = strlen (stem);
  gboolean short_, consonant = n >= 3 && !is_vowel (stem[n - 3]);

  if (n >= 3 && stem[n - 1] == stem[n - 2] && strchr ("bdgmnprt", stem[n - 1]) != NULL)
    {
      stem[n - 1] = '\0';
      return;
    }
  short_ = n == 3 || (n == 4 && !is_vowel (stem[0]) && !is_vowel (stem[1]));
  if (ends_in_one_of (stem, n, with_e) || (consonant && ends_in_one_of (stem, n, with_e_after_consonant)) ||
      (consonant && short_ && strchr ("bdgklmnprt", stem[n - 1]) != NULL && is_vowel (stem[n - 2])))
    memcpy (stem + n, "e", 2);
}

/* "-s", "-es", "-ies" of verbs and of nouns. */
static gboolean
cut_s (char *form, gsize n)
{
  static const char *es[] = { "sses", "shes", "ches", "xes", "zzes" };

  if (n > 4 && g_str_has_suffix (form, "ies"))
    {
      memcpy (form + n - 3, "y", 2);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (es); i++)
    if (g_str_has_suffix (form, es[i]))
      {
        form[n - 2] = '\0';
        return TRUE;
      }
  if (n < 3 || form[n - 1] != 's' || strchr ("sui", form[n - 2]) != NULL)
    return FALSE;
  form[n - 1] = '\0';

  return TRUE;
}

static void
cut_verb (char *form)
{
  gsize n = strlen (form);

  if (n > 4 && g_str_has_suffix (form, "ied"))
    memcpy (form + n - 3, "y", 2);
  else if (n > 3 && g_str_has_suffix (form, "oes"))
    form[n - 2] = '\0';
  else if (cut_s (form, n) || g_str_has_suffix (form, "eed"))
    return;
  else if (n > 3 && g_str_has_suffix (form, "ed"))
    {
      form[n - 2] = '\0';
      mend_stem (form);
    }
  else if (n > 4 && g_str_has_suffix (form, "ing"))
    {
      form[n - 3] = '\0';
      mend_stem (form);
    }
}

static void
cut_noun (char *form)
{
  gsize n = strlen (form);

  if (n > 3 && g_str_has_suffix (form, "men"))
    form[n - 2] = 'a';
  else
    cut_s (form, n);
}

/* Gives every word its base form, by rule and by the table of exceptions. */
void
sayso_reader_lemmatize (SaysoReading *reading)
{
  const SaysoTable *table = sayso_reader_get_table ("lemmas.tsv");

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      SaysoToken *token = &g_array_index (reading->tokens, SaysoToken, i);
      gboolean verb = token->upos == SAYSO_UPOS_VERB || token->upos == SAYSO_UPOS_AUX;
      char form[SAYSO_WORD_MAX + 4];
      guint row;

      if (token->upos == SAYSO_UPOS_PUNCT || !sayso_token_copy (reading, token, TRUE, form))
        continue;
      if (sayso_table_find (table, form, &row))
        {
          /* A form may stand there once for each tag, one below the other. */
          for (; row < sayso_table_get_n_rows (table) && g_str_equal (sayso_table_get (table, row, 0), form); row++)
            if (verb ? g_str_equal (sayso_table_get (table, row, 1), "verb")
                     : token->upos == SAYSO_UPOS_NOUN && g_str_equal (sayso_table_get (table, row, 1), "noun"))
              {
                token->lemma = sayso_table_get (table, row, 2);
                break;
              }
          if (token->lemma != NULL)
            continue;
        }
      if (verb)
        cut_verb (form);
      else if (token->upos == SAYSO_UPOS_NOUN && (token->morph & SAYSO_MORPH_PLURAL) != 0)
        cut_noun (form);
      token->lemma = g_string_chunk_insert_const (reading->strings, form);
    }
}
