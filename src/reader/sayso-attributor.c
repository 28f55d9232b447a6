/* sayso-attributor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-attributor-private.h"

/* What may stand before the head of a noun phrase inside it. */
#define IN_PHRASE                                                                                                      \
  "det det:predet amod compound nummod nmod:poss nmod:desc nmod flat nmod:unmarked obl:unmarked goeswith"

/* The noun phrase of a source, without its preposition and without @hole, a clause that hangs on it. */
SaysoRun
sayso_attributor_source_phrase (const SaysoAttributor *self, guint head, int hole)
{
  SaysoRun run = sayso_attributor_subtree (self, head);

  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    {
      if (child < (int) head && !sayso_tree_deprel_is (&self->tree, child, IN_PHRASE))
        run.first = self->tree.right[child] + 1;
      if (hole >= 0 && child > (int) head && self->tree.left[child] <= (guint) hole &&
          (guint) hole <= self->tree.right[child])
        run.last = self->tree.left[child] - 1;
    }
  run.first = MIN (run.first, head);
  run.last = MAX (run.last, head);
  /* A name is not cut in two. */
  while (run.first > 0 && self->tree.sentence[run.first - 1] == self->tree.sentence[head] &&
         (sayso_tree_token (&self->tree, run.first)->upos == SAYSO_UPOS_PROPN ||
          sayso_tree_token (&self->tree, run.first - 1)->head == (int) run.first) &&
         sayso_tree_token (&self->tree, run.first - 1)->upos == SAYSO_UPOS_PROPN)
    run.first--;

  return sayso_tree_trim (&self->tree, run);
}

/* The verb with its auxiliaries, negation and particle. */
static SaysoRun
cue_run (const SaysoAttributor *self, guint verb)
{
  SaysoRun run = { verb, verb };

  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    {
      if (sayso_tree_deprel_is (&self->tree, child, "compound:prt") && child == (int) verb + 1)
        run.last = child;
      else if (child < (int) verb && child + 4 > (int) verb &&
               (sayso_tree_deprel_is (&self->tree, child, "aux aux:pass") ||
                (sayso_tree_deprel_is (&self->tree, child, "advmod") &&
                 sayso_tree_lemma_in (&self->tree, child, "not n't never"))))
        run.first = MIN (run.first, (guint) child);
    }
  /* Auxiliaries before the subject are no part of one run. */
  for (guint i = run.first; i < verb; i++)
    if (!(sayso_tree_token (&self->tree, i)->head == (int) verb &&
          sayso_tree_deprel_is (&self->tree, i, "aux aux:pass advmod")))
      run.first = i + 1;

  return run;
}

/* Whether the text only imagines that this is said: "if he says", "to say", "could say". */
static gboolean
is_imagined (const SaysoAttributor *self, guint verb)
{
  const SaysoToken *token = sayso_tree_token (&self->tree, verb);

  if (sayso_tree_child_word (&self->tree, verb, "mark", "if unless whether") >= 0 ||
      sayso_tree_child_word (&self->tree, verb, "aux", "would could should might must may can will") >= 0)
    return TRUE;
  if ((token->morph & SAYSO_MORPH_INFINITIVE) != 0 && sayso_tree_child_word (&self->tree, verb, "aux", "do") < 0)
    return TRUE;

  if (verb == self->tree.left[verb] && (token->morph & SAYSO_MORPH_GERUND) != 0 &&
      sayso_tree_lemma_in (&self->tree, verb, "assume suppose imagine grant"))
    return TRUE;

  /* An imperative ("Note that"), a question. */
  return token->head < 0 && (token->morph & SAYSO_MORPH_PRESENT) != 0 && verb == self->tree.left[verb] &&
         sayso_tree_child (&self->tree, verb, "nsubj nsubj:pass csubj") < 0 &&
         sayso_quotes_at (&self->quotes, verb) == 0;
}

/* Who says it: the subject, the agent of a passive, or the subject of the verb that this one leans on. */
static SaysoRun
verb_source (const SaysoAttributor *self, guint verb)
{
  const SaysoToken *token = sayso_tree_token (&self->tree, verb);
  int source;

  if (sayso_tree_is_passive (&self->tree, verb))
    {
      source = sayso_tree_child (&self->tree, verb, "obl:agent");
      return source >= 0 ? sayso_attributor_source_phrase (self, source, -1) : SAYSO_NO_RUN;
    }
  source = sayso_tree_subject (&self->tree, verb);
  if (source >= 0)
    {
      if (sayso_tree_token (&self->tree, source)->upos == SAYSO_UPOS_PRON && token->head >= 0 &&
          sayso_tree_lemma_in (&self->tree, source, "who which that") &&
          sayso_tree_deprel_is (&self->tree, verb, "acl:relcl"))
        return sayso_attributor_source_phrase (self, token->head, verb);
      return sayso_attributor_source_phrase (self, source, verb);
    }
  /* "…, said Jan Oduya": right behind the verb, whatever the tree calls it. */
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    if (self->tree.left[child] == verb + 1 &&
        (sayso_tree_token (&self->tree, child)->upos == SAYSO_UPOS_PROPN ||
         sayso_tree_token (&self->tree, child)->upos == SAYSO_UPOS_NOUN) &&
        sayso_tree_deprel_is (&self->tree, child, "obj iobj nsubj obl xcomp ccomp dep parataxis appos") &&
        sayso_tree_child (&self->tree, child, "case") < 0 && verb > 1 &&
        sayso_tree_is_mark (&self->tree, verb - 1, ",”\""))
      return sayso_attributor_source_phrase (self, child, verb);
  for (guint hops = 0; hops < 3 && token->head >= 0; hops++)
    {
      guint head = token->head;

      if (sayso_tree_deprel_is (&self->tree, verb, "acl") && verb == self->tree.left[verb] &&
          ((sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_PAST) != 0 ||
           sayso_tree_lemma_in (&self->tree, verb + 1, "they he she we i")))
        return sayso_attributor_source_phrase (self, head, verb);
      if (sayso_tree_deprel_is (&self->tree, verb, "acl") &&
          (sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_GERUND) != 0)
        return sayso_attributor_source_phrase (self, head, verb);
      if (!sayso_tree_deprel_is (&self->tree, verb, "conj advcl xcomp"))
        break;
      if (sayso_tree_token (&self->tree, head)->upos != SAYSO_UPOS_VERB || sayso_tree_is_passive (&self->tree, head))
        break;
      source = sayso_tree_subject (&self->tree, head);
      if (source >= 0)
        {
          if (sayso_tree_lemma_in (&self->tree, source, "who which that") &&
              sayso_tree_token (&self->tree, head)->head >= 0 && sayso_tree_deprel_is (&self->tree, head, "acl:relcl"))
            return sayso_attributor_source_phrase (self, sayso_tree_token (&self->tree, head)->head, head);
          return sayso_attributor_source_phrase (self, source, verb);
        }
      verb = head;
      token = sayso_tree_token (&self->tree, verb);
    }

  return SAYSO_NO_RUN;
}

static void
add_attribution (SaysoAttributor *self, guint head, SaysoRun source, SaysoRun cue, GArray *content)
{
  SaysoAttribution attribution = { .cue_head = head, .content = content };

  attribution.source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  attribution.cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  if (sayso_attributor_is_run (source))
    sayso_attributor_add_run (self, attribution.source, source);
  sayso_attributor_add_run (self, attribution.cue, cue);
  g_array_append_val (self->reading->attributions, attribution);
}

static void
attribute_by_verb (SaysoAttributor *self, guint verb, const char *takes)
{
  g_autoptr (GArray) content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  SaysoRun source = SAYSO_NO_RUN;

  if (is_imagined (self, verb))
    return;
  sayso_attributor_find_content (self, verb, takes, content, &source);
  if (content->len == 0)
    return;
  if (!sayso_attributor_is_run (source))
    source = verb_source (self, verb);
  /* "Assuming that …": nobody's word. */
  if (sayso_attributor_is_run (source) || (sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_GERUND) == 0)
    add_attribution (self, verb, source, cue_run (self, verb), g_steal_pointer (&content));
}

/* The clause that a phrase or adverb stands in. */
static int
clause_of (const SaysoAttributor *self, guint token)
{
  int head = sayso_tree_token (&self->tree, token)->head;

  for (guint hops = 0; head >= 0 && hops < 8; hops++)
    {
      const SaysoToken *t = sayso_tree_token (&self->tree, head);

      if (t->upos == SAYSO_UPOS_VERB || t->head < 0 || sayso_tree_child (&self->tree, head, "cop nsubj") >= 0)
        return head;
      head = t->head;
    }

  return head;
}

static void
attribute_by_preposition (SaysoAttributor *self, guint token)
{
  g_autoptr (GArray) content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  int source = sayso_tree_token (&self->tree, token)->head, clause;
  SaysoRun cue = { token, token + 1 }, hole;
  const SaysoSentence *sentence;

  if (source < (int) token || !sayso_tree_deprel_is (&self->tree, token, "case"))
    return;
  clause = clause_of (self, source);
  if (clause < 0 || clause == source)
    return;
  /* Behind a comma or at the beginning it speaks of the whole sentence. */
  sentence = sayso_reading_sentence (self->reading, self->tree.sentence[token]);
  if (token == sentence->first || sayso_tree_is_mark (&self->tree, token - 1, ",—–”"))
    while (sayso_tree_token (&self->tree, clause)->head >= 0 && sayso_quotes_at (&self->quotes, token) == 0)
      clause = sayso_tree_token (&self->tree, clause)->head;
  hole = sayso_attributor_subtree (self, source);
  sayso_attributor_add_around (self, content, sayso_attributor_subtree (self, clause), hole);
  if (content->len > 0)
    {
      SaysoRun phrase = sayso_attributor_source_phrase (self, source, -1);

      phrase.first = MAX (phrase.first, token + 2);
      add_attribution (self, token, phrase, cue, g_steal_pointer (&content));
    }
}

static void
attribute_by_adverb (SaysoAttributor *self, guint token)
{
  g_autoptr (GArray) content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  int clause = clause_of (self, token);

  /* "a supposedly honest man" says nothing of the clause. */
  if (clause < 0 || sayso_tree_token (&self->tree, token)->head != clause ||
      (token + 1 < self->reading->tokens->len && (int) token + 1 != clause &&
       sayso_tree_token (&self->tree, token + 1)->upos == SAYSO_UPOS_ADJ))
    return;
  sayso_attributor_add_around (self, content, sayso_attributor_subtree (self, clause), (SaysoRun) { token, token });
  if (content->len > 0)
    add_attribution (self, token, SAYSO_NO_RUN, (SaysoRun) { token, token }, g_steal_pointer (&content));
}

static void
attribute_by_noun (SaysoAttributor *self, guint noun)
{
  g_autoptr (GArray) content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  SaysoRun source = SAYSO_NO_RUN;
  int clause = -1, by;

  for (int child = self->tree.first_child[noun]; child >= 0 && clause < 0; child = self->tree.next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (&self->tree, child, "acl ccomp") &&
        sayso_tree_child_word (&self->tree, child, "mark", "that") >= 0)
      clause = child;
  by = sayso_tree_child (&self->tree, noun, "nmod:poss");
  if (by < 0)
    for (int child = self->tree.first_child[noun]; child >= 0 && by < 0; child = self->tree.next_sibling[child])
      if (sayso_tree_deprel_is (&self->tree, child, "nmod") &&
          sayso_tree_child_word (&self->tree, child, "case", "by from") >= 0)
        by = child;
  /* "The claim in the Herald was absurd:" and a passage. */
  if (clause < 0)
    {
      for (int child = self->tree.first_child[noun]; child >= 0 && by < 0; child = self->tree.next_sibling[child])
        if (sayso_tree_deprel_is (&self->tree, child, "nmod") &&
            sayso_tree_child_word (&self->tree, child, "case", "in of on") >= 0)
          by = child;
      if (!sayso_tree_deprel_is (&self->tree, noun, "nsubj nsubj:pass root") ||
          !sayso_attributor_add_passage (self, content, noun))
        return;
    }
  if (by >= 0)
    source = sayso_attributor_source_phrase (self, by, -1);
  while (sayso_attributor_is_run (source) && source.last > source.first &&
         sayso_tree_token (&self->tree, source.last)->upos == SAYSO_UPOS_PART)
    source.last--;
  if (clause >= 0)
    sayso_attributor_add_run (self, content, sayso_attributor_subtree (self, clause));
  if (content->len > 0)
    add_attribution (self, noun, source, (SaysoRun) { noun, noun }, g_steal_pointer (&content));
}

/*
 * Finds who is said to say what, by the table of cues and the trees. What is only imagined, asked for or ordered to
 * be said is left out.
 */
void
sayso_reader_find_attributions (SaysoReading *reading)
{
  SaysoAttributor self = { .reading = reading, .cues = sayso_reader_get_table ("cues.tsv") };

  sayso_tree_init (&self.tree, reading);
  sayso_quotes_init (&self.quotes, &self.tree);

  for (guint i = 0; i < reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_reading_token (reading, i);
      guint row;

      if (token->lemma == NULL)
        continue;
      if (sayso_token_is (reading, token, "according") || sayso_token_is (reading, token, "According"))
        {
          if (i + 1 < reading->tokens->len && sayso_tree_lemma_in (&self.tree, i + 1, "to"))
            attribute_by_preposition (&self, i);
          continue;
        }
      if (!sayso_table_find (self.cues, token->lemma, &row))
        continue;
      /* A word may stand there once for each kind, one row below the other. */
      for (;
           row < sayso_table_get_n_rows (self.cues) && g_str_equal (sayso_table_get (self.cues, row, 0), token->lemma);
           row++)
        {
          const char *kind = sayso_table_get (self.cues, row, 1);

          if (token->upos == SAYSO_UPOS_VERB && g_str_equal (kind, "verb"))
            attribute_by_verb (&self, i, sayso_table_get (self.cues, row, 2));
          else if (token->upos == SAYSO_UPOS_NOUN && g_str_equal (kind, "noun"))
            attribute_by_noun (&self, i);
          else if (token->upos == SAYSO_UPOS_ADV && g_str_equal (kind, "adverb"))
            attribute_by_adverb (&self, i);
        }
    }

  sayso_quotes_clear (&self.quotes);
  sayso_tree_clear (&self.tree);
}
