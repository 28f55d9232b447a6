/* sayso-namer-kind.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-namer-private.h"

gunichar
sayso_namer_first_char (const SaysoNamer *self, guint i)
{
  return g_utf8_get_char (sayso_token_text (self->reading, sayso_reading_token (self->reading, i)));
}

/* "Velar", "VELAR", "iVelar", "9Velar". */
gboolean
sayso_namer_has_capital (const SaysoNamer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *text = sayso_token_text (self->reading, token);
  gsize bytes = MIN (sayso_token_bytes (token), SAYSO_WORD_MAX);

  if (g_unichar_isupper (g_utf8_get_char (text)))
    return TRUE;
  for (gsize k = 1; k < bytes; k++)
    if (g_ascii_isupper (text[k]))
      return g_ascii_isalnum (text[0]);

  return FALSE;
}

gboolean
sayso_namer_is_shouted (const SaysoNamer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *text = sayso_token_text (self->reading, token);
  gsize bytes = sayso_token_bytes (token);

  if (bytes < 2 || bytes > SAYSO_WORD_MAX)
    return FALSE;
  for (gsize k = 0; k < bytes; k++)
    if (!g_ascii_isupper (text[k]))
      return FALSE;

  return TRUE;
}

const char *
sayso_namer_head_kind (const SaysoNamer *self, guint i)
{
  char form[SAYSO_WORD_MAX + 1];
  guint row;

  if (!sayso_token_copy (self->reading, sayso_reading_token (self->reading, i), TRUE, form) ||
      !sayso_table_find (self->heads, form, &row))
    return NULL;

  return sayso_table_get (self->heads, row, 1);
}

gboolean
sayso_namer_joined (const SaysoNamer *self, guint left, guint right)
{
  return sayso_reading_token (self->reading, left)->end == sayso_reading_token (self->reading, right)->start;
}

static SaysoNameKind
kind_from_word (const char *word)
{
  static const struct
  {
    const char *word;
    SaysoNameKind kind;
  } kinds[] = {
    { "organization", SAYSO_NAME_ORGANIZATION },
    { "agency", SAYSO_NAME_AGENCY },
    { "outlet", SAYSO_NAME_OUTLET },
    { "product", SAYSO_NAME_PRODUCT },
    { "group", SAYSO_NAME_GROUP },
    { "place", SAYSO_NAME_PLACE },
    { "person", SAYSO_NAME_PERSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (word, kinds[i].word))
      return kinds[i].kind;

  return SAYSO_NAME_OTHER;
}

static gboolean
is_alphabetic (const SaysoNamer *self, guint i)
{
  const SaysoToken *token = sayso_reading_token (self->reading, i);
  const char *text = sayso_token_text (self->reading, token);

  for (gsize k = 0; k < sayso_token_bytes (token); k++)
    if ((text[k] & 0x80) == 0 && !g_ascii_isalpha (text[k]) && strchr ("'.-", text[k]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_actor (const SaysoNamer *self, guint i)
{
  const char *deprel = sayso_reading_token (self->reading, i)->deprel;

  return deprel != NULL && sayso_table_cell_has ("nsubj nsubj:pass nmod:poss obl:agent", deprel);
}

/* What a name is, by its own words and by those beside it. */
SaysoNameKind
sayso_namer_guess_kind (const SaysoNamer *self, guint first, guint n, gboolean titled, guint start, guint end)
{
  const char *head = NULL;
  char form[SAYSO_WORD_MAX + 1];
  guint last = first + n - 1;

  for (guint i = first + 1; i < first + n && head == NULL; i++)
    if (sayso_token_is (self->reading, sayso_reading_token (self->reading, i), "of") ||
        sayso_token_is (self->reading, sayso_reading_token (self->reading, i), "for"))
      head = sayso_namer_head_kind (self, i - 1);
  if (head == NULL && n > 1)
    head = sayso_namer_head_kind (self, last);
  if (head == NULL && n > 1 && g_unichar_isdigit (sayso_namer_first_char (self, last)))
    head = sayso_namer_head_kind (self, last - 1);
  if (head != NULL && !titled)
    return kind_from_word (head);
  if (titled)
    return SAYSO_NAME_PERSON;
  if (self->hints[last] != 0)
    return self->hints[last] - 1;
  if (n > 1 && n <= 4 && sayso_token_copy (self->reading, sayso_reading_token (self->reading, first), FALSE, form) &&
      sayso_table_find (self->given, form, NULL))
    return SAYSO_NAME_PERSON;
  /* "J. Oduya". */
  if (n > 1 && n <= 4)
    for (guint i = first; i < last; i++)
      if (sayso_token_bytes (sayso_reading_token (self->reading, i)) == 2 &&
          sayso_token_text (self->reading, sayso_reading_token (self->reading, i))[1] == '.')
        return SAYSO_NAME_PERSON;
  if (last + 1 < end && !sayso_namer_joined (self, last, last + 1))
    {
      const char *next = sayso_namer_head_kind (self, last + 1);

      if (next != NULL && !sayso_namer_has_capital (self, last + 1) &&
          sayso_token_copy (self->reading, sayso_reading_token (self->reading, last + 1), TRUE, form) &&
          sayso_table_cell_has (
              "malware ransomware trojan backdoor worm virus botnet spyware rootkit wiper keylogger gang "
              "collective cartel syndicate",
              form))
        return kind_from_word (next);
    }
  /* An unknown acronym that does something or owns something is a body. */
  if (n == 1 && sayso_namer_is_shouted (self, first))
    return is_actor (self, first) ? SAYSO_NAME_ORGANIZATION : SAYSO_NAME_OTHER;
  if (n == 1 && sayso_token_copy (self->reading, sayso_reading_token (self->reading, first), FALSE, form) &&
      sayso_table_find (self->given, form, NULL))
    return SAYSO_NAME_PERSON;
  if (first > start && sayso_token_copy (self->reading, sayso_reading_token (self->reading, first - 1), TRUE, form) &&
      sayso_table_cell_has ("in near", form) && sayso_reading_token (self->reading, first - 1)->upos == SAYSO_UPOS_ADP)
    return SAYSO_NAME_PLACE;
  if (n >= 2 && n <= 3)
    {
      for (guint i = first; i <= last; i++)
        if (!is_alphabetic (self, i) || sayso_namer_is_shouted (self, i))
          return SAYSO_NAME_ORGANIZATION;
      return SAYSO_NAME_OTHER;
    }

  return SAYSO_NAME_OTHER;
}
