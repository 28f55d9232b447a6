/* sayso-relation-patterns.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-relation-private.h"

/* Relations that a noun or a verb of relations.tsv tells. */

enum
{
  WORD,
  PART,
  SLOT,
  TYPE,
  DIRECTION,
  LABEL,
  SUBJECT,
  OBJECT,
};

/* The next row of the word after @row, or its first where @row is %SAYSO_NONE. */
static gboolean
next_row (const SaysoTable *table, const char *word, const char *part, guint *row)
{
  if (word == NULL || (*row == SAYSO_NONE && !sayso_table_find (table, word, row)))
    return FALSE;
  for (; *row < sayso_table_get_n_rows (table) && g_str_equal (sayso_table_get (table, *row, WORD), word); (*row)++)
    if (g_str_equal (sayso_table_get (table, *row, PART), part))
      return TRUE;

  return FALSE;
}

/* @words: (nullable): what the text says, for rows without a label. */
static void
add (SaysoExtractor *self, const SaysoTable *table, guint row, guint subject, guint object, guint token,
     const char *words)
{
  const char *label = sayso_table_get (table, row, LABEL);
  gboolean back = g_str_equal (sayso_table_get (table, row, DIRECTION), "back");

  if (subject == SAYSO_NONE || object == SAYSO_NONE ||
      !sayso_relations_is_kind (self, subject, sayso_table_get (table, row, SUBJECT)) ||
      !sayso_relations_is_kind (self, object, sayso_table_get (table, row, OBJECT)))
    return;
  sayso_relations_add (self, back ? object : subject, sayso_table_get (table, row, TYPE),
                       *label == '\0' && words != NULL ? words : label, back ? subject : object, token);
}

/* -- nouns -------------------------------------------------------------------------------------------- */

/* Of whom the noun is said: "the head of …, Jan Oduya", "spokesman Jan Oduya", "Oduya is the head of …". */
static guint
find_holder (SaysoExtractor *self, guint noun)
{
  const SaysoTree *tree = &self->tree;
  int above = sayso_extractor_token (self, noun)->head;
  guint first = sayso_tree_phrase (tree, noun).first, actor = SAYSO_NONE;

  for (int child = tree->first_child[noun]; child >= 0 && actor == SAYSO_NONE; child = tree->next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (tree, child, "appos flat nmod:desc"))
      actor = sayso_relations_actor_at (self, child);
    else if (sayso_tree_deprel_is (tree, child, "nsubj") && sayso_tree_child (tree, noun, "cop") >= 0 &&
             sayso_tree_child_word (tree, noun, "advmod", "not never n't") < 0)
      actor = sayso_relations_known_at (self, child);
  if (actor == SAYSO_NONE && above >= 0 && sayso_tree_deprel_is (tree, noun, "appos nmod:desc flat"))
    actor = sayso_relations_actor_at (self, above);
  /* "Oduya, the head of …": by the comma, whatever the tree makes of it. */
  if (actor == SAYSO_NONE && first >= 2 && sayso_tree_is_mark (tree, first - 1, ",") &&
      tree->sentence[first - 2] == tree->sentence[noun] && self->mention[first - 2] != SAYSO_NONE &&
      sayso_tree_child (tree, noun, "cc cop") < 0 && !sayso_tree_deprel_is (tree, noun, "nsubj nsubj:pass obj"))
    actor = sayso_relations_actor_at (self, first - 2);
  if (actor == SAYSO_NONE)
    actor = sayso_relations_actor_at (self, noun);
  /* "a group of agency officials" */
  if (actor == SAYSO_NONE && above >= 0 && above < (int) noun && sayso_tree_deprel_is (tree, noun, "nmod") &&
      sayso_tree_child_word (tree, noun, "case", "of") >= 0 && self->mention[above] != SAYSO_NONE &&
      sayso_extractor_noun_gathers (self, above))
    actor = sayso_relations_actor_at (self, above);

  return actor;
}

/* To whom: "of the agency", "the agency's", "agency spokesman". */
static guint
find_owner (SaysoExtractor *self, guint noun, guint holder)
{
  const SaysoTree *tree = &self->tree;

  for (int child = tree->first_child[noun]; child >= 0; child = tree->next_sibling[child])
    {
      guint actor = SAYSO_NONE;

      if (sayso_tree_deprel_is (tree, child, "nmod:poss"))
        actor = sayso_relations_known_at (self, child);
      else if (sayso_tree_deprel_is (tree, child, "compound nmod:desc") && child < (int) noun)
        actor = sayso_relations_actor_at (self, child);
      else if (sayso_tree_deprel_is (tree, child, "nmod") &&
               sayso_tree_child_word (tree, child, "case", "of for at from with in") >= 0)
        actor = sayso_relations_known_at (self, child);
      if (actor != SAYSO_NONE && actor != holder)
        return actor;
    }

  return SAYSO_NONE;
}

void
sayso_relations_find_by_nouns (SaysoExtractor *self)
{
  const SaysoTable *table = sayso_extract_get_table ("relations.tsv");

  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);
      g_autofree char *word = NULL;
      guint row = SAYSO_NONE, holder, owner;

      if (token->lemma == NULL || (token->upos != SAYSO_UPOS_NOUN && token->upos != SAYSO_UPOS_PROPN))
        continue;
      word = g_utf8_strdown (token->lemma, -1);
      if (!next_row (table, word, "noun", &row))
        continue;
      holder = find_holder (self, i);
      if (holder == SAYSO_NONE)
        continue;
      owner = find_owner (self, i, holder);
      for (; owner != SAYSO_NONE && next_row (table, word, "noun", &row); row++)
        add (self, table, row, holder, owner, i, NULL);
    }
}

/* -- verbs -------------------------------------------------------------------------------------------- */

/* A noun phrase and what is joined to it by "and". */
static void
add_joined (SaysoExtractor *self, const SaysoTable *table, guint row, guint subject, int object, guint verb,
            const char *words)
{
  guint n = 0;

  add (self, table, row, subject, sayso_relations_known_at (self, object), verb, words);
  for (int child = self->tree.first_child[object]; child >= 0 && n < 8; child = self->tree.next_sibling[child])
    if (child > object && sayso_tree_deprel_is (&self->tree, child, "conj"))
      {
        add (self, table, row, subject, sayso_relations_known_at (self, child), verb, words);
        n++;
      }
}

static gboolean
takes (const char *slot, const char *what)
{
  return sayso_table_cell_has (slot, what);
}

static void
find_slots (SaysoExtractor *self, const SaysoTable *table, guint row, const SaysoFrame *frame, guint subject,
            guint verb)
{
  const char *slot = sayso_table_get (table, row, SLOT);
  g_autofree char *words = sayso_relations_words (self, frame);

  if (takes (slot, "object") && frame->patient >= 0)
    add_joined (self, table, row, subject, frame->patient, verb, words);
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    {
      int preposition;
      g_autofree char *name = NULL;

      if (child != frame->patient && takes (slot, "object") && !frame->passive &&
          sayso_tree_deprel_is (&self->tree, child, "iobj obj"))
        add_joined (self, table, row, subject, child, verb, words);
      if (!sayso_tree_deprel_is (&self->tree, child, "obl nmod"))
        continue;
      preposition = sayso_tree_child (&self->tree, child, "case");
      if (preposition < 0 || sayso_extractor_token (self, preposition)->lemma == NULL)
        continue;
      name = g_strconcat ("@", sayso_extractor_token (self, preposition)->lemma, NULL);
      if (takes (slot, name))
        {
          g_autofree char *with = g_strconcat (words, " ", name + 1, NULL);

          add_joined (self, table, row, subject, child, verb, with);
        }
    }
}

void
sayso_relations_find_by_verbs (SaysoExtractor *self)
{
  const SaysoTable *table = sayso_extract_get_table ("relations.tsv");

  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);
      guint row = SAYSO_NONE;
      SaysoFrame frame;

      if (token->upos != SAYSO_UPOS_VERB || !next_row (table, token->lemma, "verb", &row) ||
          !sayso_frame_read (self, i, &frame) || frame.factuality == SAYSO_FACTUALITY_DENIED ||
          frame.factuality == SAYSO_FACTUALITY_HYPOTHETICAL)
        continue;
      for (; next_row (table, token->lemma, "verb", &row); row++)
        {
          const char *slot = sayso_table_get (table, row, SLOT);
          /* What is based somewhere is the subject, of the passive as well. */
          int who = !takes (slot, "object") && frame.agent < 0 ? frame.patient : frame.agent;
          guint subject = who >= 0 ? sayso_relations_known_at (self, who) : SAYSO_NONE;

          /* "linked the group to the agency": from what is linked. */
          if (frame.patient >= 0 && g_str_equal (sayso_table_get (table, row, TYPE), "attributed-to") &&
              !takes (slot, "object"))
            subject = sayso_relations_known_at (self, frame.patient);
          if (subject != SAYSO_NONE)
            find_slots (self, table, row, &frame, subject, i);
        }
    }
}

/* The type that the table gives for what is done to the object of a verb, or %NULL. */
const char *
sayso_relations_type_of_verb (const SaysoExtractor *self, guint verb)
{
  const SaysoTable *table = sayso_extract_get_table ("relations.tsv");
  guint row = SAYSO_NONE;

  for (; next_row (table, sayso_extractor_token (self, verb)->lemma, "verb", &row); row++)
    if (takes (sayso_table_get (table, row, SLOT), "object") &&
        g_str_equal (sayso_table_get (table, row, DIRECTION), "forward") &&
        g_str_equal (sayso_table_get (table, row, LABEL), ""))
      return sayso_table_get (table, row, TYPE);

  return NULL;
}
