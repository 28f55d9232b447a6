/* sayso-pronouns.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

/* Whom pronouns speak of, and who a sentence is about. */

/* The last name before a token, as a number of mentions. */
guint
sayso_extractor_names_before (const SaysoExtractor *self, guint token)
{
  guint start = sayso_extractor_token (self, token)->span.start, low = 0, high = self->n_names;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sayso_extractor_mention (self, middle)->span.start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* 'f' or 'm' where the given name, or a title before the name, tells; else 0. */
char
sayso_extractor_sex_of (const SaysoExtractor *self, guint actor)
{
  const SaysoExtractedActor *person = sayso_extractor_actor (self, actor);
  const SaysoTable *given = sayso_extract_get_table ("given-names.tsv");

  for (guint i = 0; i <= person->aliases->len; i++)
    {
      const char *name = i == 0 ? person->name : g_ptr_array_index (person->aliases, i - 1);
      g_auto (GStrv) words = g_strsplit (name, " ", -1);
      guint row;

      for (guint k = 0; words[k] != NULL && words[k + 1] != NULL; k++)
        if (sayso_table_find (given, words[k], &row) && *sayso_table_get (given, row, 1) != '\0')
          return sayso_table_get (given, row, 1)[0];
    }
  if (person->unnamed)
    {
      g_autofree char *lower = g_utf8_strdown (person->name, -1);
      g_auto (GStrv) words = g_strsplit (lower, " ", -1);
      const SaysoTable *nominals = sayso_extract_get_table ("nominals.tsv");
      guint row;

      for (guint i = 0; words[i] != NULL; i++)
        if (sayso_table_find (nominals, words[i], &row) && *sayso_table_get (nominals, row, 1) != '\0')
          return sayso_table_get (nominals, row, 3)[0];
    }

  return (char) GPOINTER_TO_INT (g_hash_table_lookup (self->sexes, GUINT_TO_POINTER (actor + 1)));
}

/*
 * The actor that the main clause of the sentence before is about, where it names or describes one, not several. A
 * pronoun there points farther back.
 */
guint
sayso_extractor_find_topic (SaysoExtractor *self, guint token)
{
  guint sentence = self->tree.sentence[token];
  const SaysoSentence *before;
  const SaysoExtractedMention *mention;
  const char *reason;

  if (sentence == 0)
    return SAYSO_NONE;
  before = sayso_reading_sentence (self->reading, sentence - 1);
  if (before->block == SAYSO_BLOCK_HEADING)
    return SAYSO_NONE;
  for (guint i = before->first; i < before->first + before->n_tokens; i++)
    {
      int head = sayso_extractor_token (self, i)->head;

      if (!sayso_tree_deprel_is (&self->tree, i, "nsubj nsubj:pass") || head < 0 ||
          !sayso_tree_deprel_is (&self->tree, head, "root"))
        continue;
      if (sayso_tree_child (&self->tree, i, "conj") >= 0)
        return SAYSO_NONE;
      /* What somebody says is about others. */
      if (self->claim_at[i] != self->claim_at[token])
        return SAYSO_NONE;
      mention = sayso_extractor_mention_at (self, i);
      if (mention == NULL && sayso_extractor_token (self, i)->upos == SAYSO_UPOS_PRON)
        return sayso_extractor_resolve_pronoun (self, i, &reason);

      return mention != NULL ? mention->actor : SAYSO_NONE;
    }

  return SAYSO_NONE;
}

/* Who says "I": the source of the words in which it stands, where that is one person. */
static guint
resolve_speaker (const SaysoExtractor *self, guint token)
{
  const SaysoExtractedClaim *claim;

  if (self->claim_at[token] == SAYSO_NONE || self->extraction->claims->len == 0)
    return SAYSO_NONE;
  claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, self->claim_at[token]);
  if (claim->source_actor == SAYSO_NONE || claim->several || claim->mode == SAYSO_MODE_INDIRECT ||
      sayso_extractor_actor (self, claim->source_actor)->kind != SAYSO_NAME_PERSON)
    return SAYSO_NONE;

  return claim->source_actor;
}

guint
sayso_extractor_resolve_pronoun (SaysoExtractor *self, guint token, const char **reason)
{
  const char *lemma = sayso_extractor_token (self, token)->lemma;
  guint sentence = self->tree.sentence[token];
  SaysoSpan span;

  if (lemma == NULL || sayso_tree_deprel_is (&self->tree, token, "expl"))
    return SAYSO_NONE;
  if (sayso_table_cell_has ("i me my", lemma))
    {
      *reason = "speaker";
      return resolve_speaker (self, token);
    }
  if (self->antecedent[token] == SAYSO_NONE)
    return SAYSO_NONE;
  token = self->antecedent[token];
  if (sayso_extractor_token (self, token)->upos == SAYSO_UPOS_PRON)
    return SAYSO_NONE;
  *reason = self->tree.sentence[token] == sentence ? "in the same sentence" : "spoken of before";

  return sayso_extractor_actor_of (self, token, &span);
}

/* Mentions of named actors that no claim, event or relation asked for. */
void
sayso_extractor_resolve_rest (SaysoExtractor *self)
{
  self->only_known = TRUE;
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);
      const char *reason = NULL, *kind_name;
      guint actor = SAYSO_NONE;
      int kind;

      if (self->mention[i] != SAYSO_NONE)
        continue;
      if (token->upos == SAYSO_UPOS_PRON)
        {
          actor = sayso_extractor_resolve_pronoun (self, i, &reason);
          if (actor != SAYSO_NONE && self->mention[i] == SAYSO_NONE)
            sayso_extractor_add_mention (self, actor, (SaysoRun) { i, i }, i, SAYSO_FORM_PRONOUN, reason);
        }
      else if ((token->upos == SAYSO_UPOS_NOUN || token->upos == SAYSO_UPOS_PROPN) &&
               (token->morph & SAYSO_MORPH_PLURAL) == 0 &&
               sayso_tree_child_word (&self->tree, i, "det", "the this that") >= 0 &&
               (kind_name = sayso_extractor_noun_kind (self, i)) != NULL &&
               sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, kind_name, &kind))
        {
          actor = sayso_extractor_resolve_definite (self, i, kind, &reason);
          if (actor != SAYSO_NONE)
            sayso_extractor_add_mention (self, actor, (SaysoRun) { sayso_tree_phrase (&self->tree, i).first, i }, i,
                                         SAYSO_FORM_NOMINAL, reason);
        }
    }
}
