/* sayso-telling-recall.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-telling-private.h"

#include <string.h>

#include "sayso-vocabulary.h"

/* Who a source is that is only pointed at: "she", "the official", "a second employee", "the court". */

/* "She added": whoever spoke last. */
static void
recall_speaker (SaysoMaking *self, SaysoSaid *said)
{
  for (guint i = self->before->len; i-- > 0;)
    {
      const SaysoSaid *before = &((const SaysoTelling *) g_ptr_array_index (self->before, i))->said;

      if (before->kind != SAYSO_SOURCE_ANONYMOUS && before->kind != SAYSO_SOURCE_NAMED)
        continue;
      said->kind = before->kind;
      said->several = before->several;
      said->actor = before->actor;
      said->loose = TRUE;
      g_set_str (&said->name, before->name);
      g_set_str (&said->office, before->office);
      return;
    }
}

static gboolean
is_only_described (const char *name)
{
  if (!g_str_has_prefix (name, "the ") && !g_str_has_prefix (name, "The "))
    return FALSE;
  for (const char *p = g_utf8_next_char (name); *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* "The firm writes": that which the article cited or quoted last. */
static void
recall_named (SaysoMaking *self, SaysoSaid *said)
{
  for (guint i = self->before->len; i-- > 0;)
    {
      const SaysoSaid *before = &((const SaysoTelling *) g_ptr_array_index (self->before, i))->said;

      for (guint k = 0; k < before->outlets->len; k++)
        sayso_making_add_outlet (self, said, g_ptr_array_index (before->outlets, k));
      if (before->outlets->len > 0)
        return;
    }
}

/* "The official", "the report": who or what the article described in full before. */
static void
recall (SaysoMaking *self, SaysoSaid *said)
{
  if (said->name != NULL && sayso_vocabulary_is ("pronoun", said->name))
    {
      recall_speaker (self, said);
      return;
    }
  if (said->kind == SAYSO_SOURCE_NAMED && said->actor == 0 && is_only_described (said->name))
    {
      said->loose = TRUE;
      recall_named (self, said);
      return;
    }
  if (said->kind != SAYSO_SOURCE_ANONYMOUS && said->kind != SAYSO_SOURCE_DOCUMENT)
    return;
  for (guint i = self->before->len; i-- > 0;)
    {
      const SaysoSaid *before = &((const SaysoTelling *) g_ptr_array_index (self->before, i))->said;

      if (before->kind != said->kind || strlen (before->name) <= strlen (said->name) || before->outlets->len > 0 ||
          sayso_vocabulary_likeness (before->name, said->name) < 1)
        continue;
      g_set_str (&said->name, before->name);
      g_set_str (&said->office, before->office);
      said->several = before->several;
      return;
    }
}

/* "A second employee", "two other officials". */
static gboolean
is_another (const char *words)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (words, 0);

  for (guint i = 0; i < tokens->len; i++)
    {
      const char *key = g_array_index (tokens, SaysoVocable, i).key;

      if (sayso_vocabulary_is ("independent", key) ||
          (i > 0 && sayso_vocabulary_is ("other", key) &&
           sayso_vocabulary_is ("number", g_array_index (tokens, SaysoVocable, i - 1).key)))
        return TRUE;
    }

  return FALSE;
}

/* "The court was told", "she told the jury", "according to the evidence". */
static gboolean
is_heard (SaysoMaking *self, SaysoSpan sentence, const SaysoSaid *said)
{
  g_autofree char *words = NULL;
  g_autoptr (GArray) tokens = NULL;

  if (said->name != NULL && sayso_vocabulary_has ("venue", said->name))
    return TRUE;
  words = sayso_text_slice (self->text, sentence);
  tokens = sayso_vocabulary_split (words, 0);
  for (guint i = 0; i + 2 < tokens->len; i++)
    if (sayso_vocabulary_is ("hear", g_array_index (tokens, SaysoVocable, i).key) &&
        (sayso_vocabulary_is ("venue", g_array_index (tokens, SaysoVocable, i + 1).key) ||
         sayso_vocabulary_is ("venue", g_array_index (tokens, SaysoVocable, i + 2).key)))
      return TRUE;

  return FALSE;
}

/* Completes what a sentence says of its source by what the article said before. */
void
sayso_making_recall_source (SaysoMaking *self, SaysoSpan sentence, SaysoSaid *said)
{
  recall (self, said);
  said->heard = is_heard (self, sentence, said);
  if (said->kind == SAYSO_SOURCE_ANONYMOUS || said->kind == SAYSO_SOURCE_NAMED)
    said->apart = said->name != NULL && is_another (said->name);
}
