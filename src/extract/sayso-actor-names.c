/* sayso-actor-names.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actor-private.h"

/* Which of the reader's names name somebody, and how far they go. */

char *
sayso_actors_name_text (const SaysoActors *self, guint first, guint n)
{
  g_autofree char *text = sayso_extractor_text (self->extractor, (SaysoRun) { first, first + n - 1 }, 400);
  g_autoptr (GString) straight = g_string_new (text);

  g_string_replace (straight, "’", "'", 0);

  return g_string_free (g_steal_pointer (&straight), FALSE);
}

/* "Velar AV software": a name that the text also knows without its last word is the maker's, not the thing's. */
static void
trim_names (SaysoActors *self)
{
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->names, SaysoName, i);

      g_hash_table_add (whole, sayso_actors_name_text (self, name->first, name->n_tokens));
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      SaysoName *name = &g_array_index (self->names, SaysoName, i);
      guint next = name->first + name->n_tokens;
      g_autofree char *shorter = NULL;

      if (name->n_tokens < 2 || next >= self->extractor->reading->tokens->len ||
          self->extractor->tree.sentence[next] != self->extractor->tree.sentence[next - 1] ||
          !sayso_extractor_noun_is (self->extractor, next, "product"))
        continue;
      shorter = sayso_actors_name_text (self, name->first, name->n_tokens - 1);
      if (g_hash_table_contains (whole, shorter))
        name->n_tokens--;
    }
}

/* "Ramsvik Mayor Jan Oduya": an office and what it is over are no part of the name. */
static void
trim_titles (SaysoActors *self)
{
  const SaysoTable *titles = sayso_extract_get_table ("titles.tsv");

  for (guint i = 0; i < self->names->len; i++)
    {
      SaysoName *name = &g_array_index (self->names, SaysoName, i);
      guint skip = 0;

      if (name->kind != SAYSO_NAME_PERSON || name->n_tokens < 3)
        continue;
      for (guint k = 0; k + 2 < name->n_tokens; k++)
        {
          g_autofree char *word = sayso_actors_name_text (self, name->first + k, 1);
          g_autofree char *lower = g_utf8_strdown (word, -1);
          g_autofree char *next = sayso_actors_name_text (self, name->first + k + 1, 1);

          if (sayso_table_find (titles, lower, NULL) && g_unichar_isupper (g_utf8_get_char (next)))
            skip = k + 1;
        }
      name->first += skip;
      name->n_tokens -= skip;
    }
}

/* The word in lower case and without accents. */
static char *
fold_word (const char *word)
{
  g_autofree char *ascii = g_str_to_ascii (word, "C");

  return g_ascii_strdown (ascii, -1);
}

/* Common nouns of the text that stand in lower case. */
static GHashTable *
collect_common (const SaysoActors *self)
{
  GHashTable *common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const SaysoReading *reading = self->extractor->reading;
  const char *text = sayso_text_get_utf8 (reading->text);

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, i);

      if (token->upos == SAYSO_UPOS_NOUN && token->end - token->start < 40 &&
          g_unichar_islower (g_utf8_get_char (text + token->start)))
        {
          g_autofree char *word = g_strndup (text + token->start, token->end - token->start);

          g_hash_table_add (common, fold_word (word));
        }
    }

  return common;
}

static gboolean
is_time (const SaysoActors *self, const SaysoName *name, guint *time)
{
  const GArray *times = self->extractor->extraction->times;
  SaysoSpan span =
      sayso_tree_span (&self->extractor->tree, (SaysoRun) { name->first, name->first + name->n_tokens - 1 });

  while (*time < times->len && g_array_index (times, SaysoExtractedTime, *time).span.end <= span.start)
    (*time)++;

  return *time < times->len && name->n_tokens == 1 &&
         sayso_span_contains (g_array_index (times, SaysoExtractedTime, *time).span, span);
}

/* Whether the word or what it is the plural of is a noun for persons or things. */
static gboolean
is_nominal (const char *word)
{
  const SaysoTable *nominals = sayso_extract_get_table ("nominals.tsv");
  g_autofree char *one = g_str_has_suffix (word, "s") ? g_strndup (word, strlen (word) - 1) : NULL;

  return sayso_table_find (nominals, word, NULL) || (one != NULL && sayso_table_find (nominals, one, NULL));
}

/*
 * One unknown word that is a common noun all the same: a kind of person or thing at the head of a sentence
 * ("Officers"), one that the text also has in lower case ("a Demarche" beside "the démarche").
 */
static gboolean
is_common (const SaysoActors *self, const SaysoName *name, const char *text, GHashTable *common)
{
  SaysoExtractor *extractor = self->extractor;
  const SaysoSentence *sentence = sayso_reading_sentence (extractor->reading, extractor->tree.sentence[name->first]);
  g_autofree char *word = NULL;

  if (name->n_tokens != 1 || sayso_gazetteer_find (text) != NULL || sayso_actors_is_caps (text) ||
      sayso_table_find (sayso_extract_get_table ("given-names.tsv"), text, NULL))
    return FALSE;
  word = fold_word (text);
  if (name->first <= sentence->first + 1 && is_nominal (word))
    return TRUE;

  return g_hash_table_contains (common, word) &&
         (sayso_extractor_token (extractor, name->first)->upos == SAYSO_UPOS_NOUN ||
          sayso_tree_child_word (&extractor->tree, name->first, "det", "a an any every no this that") >= 0);
}

/* Unknown acronyms that only ever qualify a common noun ("AV software") name nobody, nor do times and common nouns. */
static void
drop_names (SaysoActors *self)
{
  const SaysoExtractor *extractor = self->extractor;
  g_autoptr (GHashTable) free_standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) common = collect_common (self);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (SaysoName));
  guint time = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->names->len; i++)
      {
        const SaysoName *name = &g_array_index (self->names, SaysoName, i);
        g_autofree char *text = sayso_actors_name_text (self, name->first, name->n_tokens);
        const SaysoToken *token = sayso_extractor_token (extractor, name->first);
        gboolean doubtful = name->n_tokens == 1 && sayso_actors_is_caps (text) && sayso_gazetteer_find (text) == NULL;

        if (pass == 0 && doubtful &&
            !(sayso_tree_deprel_is (&extractor->tree, name->first, "compound amod") &&
              token->head > (int) name->first &&
              sayso_extractor_token (extractor, token->head)->upos == SAYSO_UPOS_NOUN))
          g_hash_table_add (free_standing, g_steal_pointer (&text));
        else if (pass == 1 && (!doubtful || g_hash_table_contains (free_standing, text)) &&
                 !is_time (self, name, &time) && !is_common (self, name, text, common))
          g_array_append_val (kept, *name);
      }
  g_array_unref (self->names);
  self->names = g_steal_pointer (&kept);
}

/* The longest name of the reader's own list that begins at a token, as a number of tokens. */
static guint
listed_at (const SaysoActors *self, guint token)
{
  const SaysoNameList *list = self->extractor->names;
  guint last = MIN (token + SAYSO_KNOWN_NAME_MAX, self->extractor->reading->tokens->len);
  g_autofree char *word = sayso_actors_name_text (self, token, 1);
  g_autofree char *first = g_strndup (word, strcspn (word, " '-."));

  if (!sayso_name_list_begins (list, first))
    return 0;
  for (guint end = last; end > token; end--)
    {
      g_autofree char *text = NULL;

      if (self->extractor->tree.sentence[end - 1] != self->extractor->tree.sentence[token])
        continue;
      text = sayso_actors_name_text (self, token, end - token);
      if (sayso_name_list_find (list, text) != NULL)
        return end - token;
    }

  return 0;
}

/* Names of the reader's own list are names wherever they stand, and go before what overlaps them. */
static void
take_listed (SaysoActors *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SaysoName));
  guint next = 0;

  for (guint i = 0; i < self->extractor->reading->tokens->len;)
    {
      SaysoName name = { i, listed_at (self, i), SAYSO_NAME_OTHER };
      const SaysoName *seen = NULL;

      while (next < self->names->len && (seen = &g_array_index (self->names, SaysoName, next))->first < i)
        next++;
      seen = next < self->names->len ? &g_array_index (self->names, SaysoName, next) : NULL;
      if (name.n_tokens == 0 && seen != NULL && seen->first == i)
        {
          gboolean overlaps = FALSE;

          for (guint k = i + 1; k < i + seen->n_tokens && !overlaps; k++)
            overlaps = listed_at (self, k) > 0;
          name = overlaps ? name : *seen;
        }
      if (name.n_tokens > 0)
        g_array_append_val (all, name);
      i += MAX (name.n_tokens, 1);
    }
  g_array_unref (self->names);
  self->names = g_steal_pointer (&all);
}

void
sayso_actors_clean_names (SaysoActors *self)
{
  trim_names (self);
  trim_titles (self);
  drop_names (self);
  if (self->extractor->names != NULL)
    take_listed (self);
}
