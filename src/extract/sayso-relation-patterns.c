/* sayso-relation-patterns.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-relation-private.h"

#include "sayso-gazetteer.h"

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

/* "the vice president of", "its deputy head": who leads it is another. */
static gboolean
is_second (const SaysoExtractor *self, guint noun)
{
  return sayso_tree_child_word (&self->tree, noun, "compound amod", "vice deputy assistant associate") >= 0;
}

/* @words: (nullable): what the text says, for rows without a label. */
static void
add (SaysoExtractor *self, const SaysoTable *table, guint row, guint subject, guint object, guint token,
     const char *words)
{
  const char *label = sayso_table_get (table, row, LABEL);
  const char *type = sayso_table_get (table, row, TYPE);
  gboolean back = g_str_equal (sayso_table_get (table, row, DIRECTION), "back");

  if (subject == SAYSO_NONE || object == SAYSO_NONE ||
      !sayso_relations_is_kind (self, subject, sayso_table_get (table, row, SUBJECT)) ||
      !sayso_relations_is_kind (self, object, sayso_table_get (table, row, OBJECT)))
    return;
  if (g_str_equal (type, "leads") && is_second (self, token))
    {
      type = "employed-by";
      label = "works for";
    }
  sayso_relations_add (self, back ? object : subject, type, *label == '\0' && words != NULL ? words : label,
                       back ? subject : object, token);
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
      self->mention[noun] == SAYSO_NONE && sayso_tree_child (tree, noun, "cc cop") < 0 &&
      !sayso_tree_deprel_is (tree, noun, "nsubj nsubj:pass obj"))
    actor = sayso_relations_actor_at (self, first - 2);
  /* "Norway, as part of the alliance, …", "Norway works as part of the alliance" */
  if (actor == SAYSO_NONE && above >= 0 && sayso_tree_child_word (tree, noun, "case mark", "as") >= 0)
    {
      int subject =
          sayso_extractor_token (self, above)->upos == SAYSO_UPOS_VERB ? sayso_tree_subject (tree, above) : above;

      if (subject >= 0)
        actor = sayso_relations_known_at (self, subject);
    }
  if (actor == SAYSO_NONE)
    actor = sayso_relations_actor_at (self, noun);
  /* "a group of agency officials" */
  if (actor == SAYSO_NONE && above >= 0 && above < (int) noun && sayso_tree_deprel_is (tree, noun, "nmod") &&
      sayso_tree_child_word (tree, noun, "case", "of") >= 0 && self->mention[above] != SAYSO_NONE &&
      sayso_extractor_noun_gathers (self, above))
    actor = sayso_relations_actor_at (self, above);

  return actor;
}

static gboolean
takes (const char *slot, const char *what)
{
  return sayso_table_cell_has (slot, what);
}

/* Whether the preposition of a phrase is one of the slot's. */
static gboolean
takes_phrase (const SaysoExtractor *self, const char *slot, guint phrase)
{
  int preposition = sayso_tree_child (&self->tree, phrase, "case");
  g_autofree char *name = NULL;

  if (preposition < 0 || sayso_extractor_token (self, preposition)->lemma == NULL)
    return FALSE;
  name = g_strconcat ("@", sayso_extractor_token (self, preposition)->lemma, NULL);

  return takes (slot, name);
}

/* "the Norwegian president": the state, where the text names it as well; else nobody. */
static guint
find_state (const SaysoExtractor *self, guint token)
{
  g_autofree char *word = sayso_extractor_text (self, (SaysoRun) { token, token }, 40);
  const SaysoKnownName *known = sayso_gazetteer_find (word);

  if (known == NULL || !known->demonym)
    return SAYSO_NONE;
  for (guint i = 0; i < self->extraction->actors->len; i++)
    if (g_str_equal (sayso_extractor_actor (self, i)->name, known->name))
      return i;

  return SAYSO_NONE;
}

/* To whom: "of the agency", "the agency's", "agency spokesman", "Norwegian president". */
static guint
find_owner (SaysoExtractor *self, guint noun, guint holder, const char *slot)
{
  const SaysoTree *tree = &self->tree;

  for (int child = tree->first_child[noun]; child >= 0; child = tree->next_sibling[child])
    {
      guint actor = SAYSO_NONE;

      if (*slot != '\0')
        actor = sayso_tree_deprel_is (tree, child, "nmod obl") && takes_phrase (self, slot, child)
                    ? sayso_relations_known_at (self, child)
                    : SAYSO_NONE;
      else if (sayso_tree_deprel_is (tree, child, "nmod:poss"))
        actor = sayso_relations_known_at (self, child);
      else if (sayso_tree_deprel_is (tree, child, "compound nmod:desc") && child < (int) noun)
        actor = sayso_relations_actor_at (self, child);
      else if (sayso_tree_deprel_is (tree, child, "amod") && child < (int) noun)
        actor = find_state (self, child);
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
      guint row = SAYSO_NONE, holder;

      if (token->lemma == NULL || (token->upos != SAYSO_UPOS_NOUN && token->upos != SAYSO_UPOS_PROPN))
        continue;
      word = g_utf8_strdown (token->lemma, -1);
      if (!next_row (table, word, "noun", &row))
        continue;
      holder = find_holder (self, i);
      if (holder == SAYSO_NONE)
        continue;
      for (; next_row (table, word, "noun", &row); row++)
        add (self, table, row, holder, find_owner (self, i, holder, sayso_table_get (table, row, SLOT)), i, NULL);
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
      if (child != frame->patient && takes (slot, "object") && !frame->passive &&
          sayso_tree_deprel_is (&self->tree, child, "iobj obj"))
        add_joined (self, table, row, subject, child, verb, words);
      if (sayso_tree_deprel_is (&self->tree, child, "obl nmod") && takes_phrase (self, slot, child))
        {
          int preposition = sayso_tree_child (&self->tree, child, "case");
          g_autofree char *with = g_strconcat (words, " ", sayso_extractor_token (self, preposition)->lemma, NULL);

          add_joined (self, table, row, subject, child, verb, with);
        }
    }
}

/* What somebody is at. */
#define SAYSO_RELATION_EFFORTS "effort attempt bid campaign determination plan strategy resolve drive push commitment"

/* The actors of a noun phrase and of what is joined to it by "and", at most @most of them. */
static guint
collect_joined (SaysoExtractor *self, int token, guint *actors, guint most)
{
  guint n = 0, actor = sayso_relations_known_at (self, token);

  if (actor != SAYSO_NONE)
    actors[n++] = actor;
  for (int child = self->tree.first_child[token]; child >= 0 && n < most; child = self->tree.next_sibling[child])
    if (child > token && sayso_tree_deprel_is (&self->tree, child, "conj"))
      {
        actor = sayso_relations_known_at (self, child);
        if (actor != SAYSO_NONE)
          actors[n++] = actor;
      }

  return n;
}

/*
 * "to defeat the gang", "committed to defeating the gang": who does it stands above, and for "its effort to weaken and
 * defeat the gang" before the effort.
 */
static gboolean
read_purpose (SaysoExtractor *self, guint verb, SaysoFrame *frame)
{
  guint told = verb;
  int above, joined = sayso_tree_child (&self->tree, verb, "conj");

  if (sayso_tree_deprel_is (&self->tree, verb, "conj") && sayso_tree_subject (&self->tree, verb) < 0)
    verb = sayso_extractor_token (self, verb)->head;
  above = sayso_extractor_token (self, verb)->head;

  if (above < 0 || !sayso_tree_deprel_is (&self->tree, verb, "advcl xcomp acl conj") ||
      (sayso_extractor_token (self, verb)->morph & (SAYSO_MORPH_INFINITIVE | SAYSO_MORPH_GERUND)) == 0 ||
      sayso_tree_child_word (&self->tree, verb, "mark case advmod", "if unless without not never instead") >= 0 ||
      sayso_tree_child_word (&self->tree, above, "advmod", "not never n't") >= 0 ||
      sayso_tree_lemma_in (&self->tree, above,
                           "hesitancy hesitation reluctance refusal failure inability unwillingness reluctant unable "
                           "unwilling fail refuse decline hesitate"))
    return FALSE;
  *frame = (SaysoFrame) { .verb = told, .over = -1, .agent = -1, .patient = -1, .last_object = -1 };
  if (sayso_tree_lemma_in (&self->tree, above, SAYSO_RELATION_EFFORTS))
    frame->agent = sayso_tree_child (&self->tree, above, "nmod:poss");
  else
    frame->agent = sayso_tree_subject (&self->tree, above);
  frame->patient = sayso_tree_child (&self->tree, told, "obj");
  if (frame->patient < 0)
    frame->patient = sayso_tree_child (&self->tree, verb, "obj");
  if (frame->patient < 0 && joined >= 0)
    frame->patient = sayso_tree_child (&self->tree, joined, "obj");

  return frame->agent >= 0 && frame->patient >= 0 && frame->agent < (int) verb;
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

      if (token->upos != SAYSO_UPOS_VERB || !next_row (table, token->lemma, "verb", &row))
        continue;
      if (!sayso_frame_read (self, i, &frame) || (frame.agent < 0 && frame.patient < 0))
        {
          if (!read_purpose (self, i, &frame))
            continue;
        }
      if (frame.factuality == SAYSO_FACTUALITY_DENIED || frame.factuality == SAYSO_FACTUALITY_HYPOTHETICAL)
        continue;
      for (; next_row (table, token->lemma, "verb", &row); row++)
        {
          const char *slot = sayso_table_get (table, row, SLOT);
          /* What is based somewhere is the subject, of the passive as well. */
          int who = !takes (slot, "object") && frame.agent < 0 ? frame.patient : frame.agent;
          guint subjects[8], n = 0;

          /* "linked the group to the agency": from what is linked. */
          if (frame.patient >= 0 && g_str_equal (sayso_table_get (table, row, TYPE), "attributed-to") &&
              !takes (slot, "object"))
            who = frame.patient;
          if (who >= 0)
            n = collect_joined (self, who, subjects, G_N_ELEMENTS (subjects));
          for (guint k = 0; k < n; k++)
            if (!takes (slot, "@and"))
              find_slots (self, table, row, &frame, subjects[k], i);
            else if (k > 0)
              {
                g_autofree char *words = sayso_relations_words (self, &frame);

                add (self, table, row, subjects[0], subjects[k], i, words);
              }
        }
    }
}

/* -- deeds -------------------------------------------------------------------------------------------- */

/* Whose deed it is: "Norway's war", "the Norway talks", "the war by Norway", "Norway began a war". */
static guint
find_doer (SaysoExtractor *self, guint noun)
{
  int above = sayso_extractor_token (self, noun)->head;

  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    {
      guint actor = SAYSO_NONE;

      if (sayso_tree_deprel_is (&self->tree, child, "nmod:poss") ||
          (sayso_tree_deprel_is (&self->tree, child, "nmod") &&
           sayso_tree_child_word (&self->tree, child, "case", "by") >= 0))
        actor = sayso_relations_known_at (self, child);
      else if (child < (int) noun && sayso_tree_deprel_is (&self->tree, child, "compound"))
        actor = sayso_relations_actor_at (self, child);
      /* "the Oslo talks" are in Oslo */
      if (actor != SAYSO_NONE &&
          !(sayso_tree_deprel_is (&self->tree, child, "compound") && sayso_relations_is_kind (self, actor, "place")))
        return actor;
    }
  /* "support for Norway in the fight against" */
  if (above >= 0 && sayso_tree_child_word (&self->tree, noun, "case", "in") >= 0 &&
      sayso_tree_child_word (&self->tree, noun, "det", "the") >= 0 &&
      sayso_tree_deprel_is (&self->tree, noun, "nmod obl"))
    {
      int in = sayso_tree_child_word (&self->tree, noun, "case", "in"), name = in - 1;

      while (name >= 0 && sayso_tree_deprel_is (&self->tree, name, "flat"))
        name = sayso_extractor_token (self, name)->head;
      if (name >= 0 && self->mention[name] != SAYSO_NONE &&
          !sayso_tree_deprel_is (&self->tree, name, "nsubj nsubj:pass"))
        return sayso_relations_actor_at (self, name);
    }
  if (above >= 0 && sayso_tree_deprel_is (&self->tree, noun, "obj obl") &&
      sayso_extractor_token (self, above)->upos == SAYSO_UPOS_VERB)
    {
      SaysoFrame frame;

      if (sayso_frame_read (self, above, &frame) && frame.agent >= 0 && frame.factuality != SAYSO_FACTUALITY_DENIED &&
          frame.factuality != SAYSO_FACTUALITY_HYPOTHETICAL &&
          (sayso_tree_deprel_is (&self->tree, noun, "obj") ||
           sayso_tree_lemma_in (&self->tree, above, "enter join lead remain continue stand unite participate")))
        return sayso_relations_known_at (self, frame.agent);
    }

  return SAYSO_NONE;
}

/* A phrase that leans on the noun of a deed, or on what it was: "the pact with Norway", "the pact reached between". */
static void
relate_deed (SaysoExtractor *self, const SaysoTable *table, guint row, guint noun, int phrase)
{
  guint actors[8], n, doer;
  g_autofree char *words = NULL;
  int preposition = sayso_tree_child (&self->tree, phrase, "case");
  gboolean between = sayso_tree_child_word (&self->tree, phrase, "case", "between") >= 0;

  if (phrase < (int) noun || !sayso_tree_deprel_is (&self->tree, phrase, "nmod obl obl:agent") ||
      !takes_phrase (self, sayso_table_get (table, row, SLOT), phrase))
    return;
  words = g_strdup_printf ("%s %s", sayso_extractor_token (self, noun)->lemma,
                           sayso_extractor_token (self, preposition)->lemma);
  n = collect_joined (self, phrase, actors, G_N_ELEMENTS (actors));
  doer = n > 0 && !between ? find_doer (self, noun) : SAYSO_NONE;
  for (guint k = between ? 1 : 0; k < n; k++)
    add (self, table, row, between ? actors[0] : doer, actors[k], noun, words);
}

void
sayso_relations_find_by_deeds (SaysoExtractor *self)
{
  const SaysoTable *table = sayso_extract_get_table ("relations.tsv");
  const SaysoTree *tree = &self->tree;

  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);
      guint row = SAYSO_NONE;

      if (token->upos != SAYSO_UPOS_NOUN || !next_row (table, token->lemma, "deed", &row))
        continue;
      for (; next_row (table, token->lemma, "deed", &row); row++)
        for (int child = tree->first_child[i]; child >= 0; child = tree->next_sibling[child])
          {
            relate_deed (self, table, row, i, child);
            if (child > (int) i && sayso_tree_deprel_is (tree, child, "acl"))
              for (int part = tree->first_child[child]; part >= 0; part = tree->next_sibling[part])
                if (sayso_tree_child_word (tree, part, "case", "between") >= 0)
                  relate_deed (self, table, row, i, part);
          }
    }
}

/* The type that the table gives for what is done to the object of a verb, or by a deed, or %NULL. */
const char *
sayso_relations_type_of_verb (const SaysoExtractor *self, guint verb)
{
  const SaysoTable *table = sayso_extract_get_table ("relations.tsv");
  guint row = SAYSO_NONE;

  if (sayso_extractor_token (self, verb)->upos == SAYSO_UPOS_NOUN)
    return next_row (table, sayso_extractor_token (self, verb)->lemma, "deed", &row)
               ? sayso_table_get (table, row, TYPE)
               : NULL;

  for (; next_row (table, sayso_extractor_token (self, verb)->lemma, "verb", &row); row++)
    if (takes (sayso_table_get (table, row, SLOT), "object") &&
        g_str_equal (sayso_table_get (table, row, DIRECTION), "forward") &&
        g_str_equal (sayso_table_get (table, row, LABEL), ""))
      return sayso_table_get (table, row, TYPE);

  return NULL;
}
