/* sayso-claim-unnamed.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-private.h"

/* Sources without a name: how many they are, and how they know what they say. */

/* So many words of a sentence at most are looked at for each source in it, so that the time stays linear. */
#define LONG 400

static const char *
find_word (const SaysoExtractor *self, guint token, const char *part)
{
  const SaysoTable *table = sayso_extract_get_table ("bases.tsv");
  const char *lemma = sayso_extractor_token (self, token)->lemma;
  guint row;

  return lemma != NULL && sayso_table_find (table, lemma, &row) && g_str_equal (sayso_table_get (table, row, 1), part)
             ? sayso_table_get (table, row, 2)
             : NULL;
}

/* What a word counts: "three", "dozen", "12"; or 0. */
static guint
value_of (const SaysoExtractor *self, guint token)
{
  const char *value = find_word (self, token, "number"), *lemma = sayso_extractor_token (self, token)->lemma;
  guint64 number = 0;

  if (value == NULL && sayso_extractor_token (self, token)->upos == SAYSO_UPOS_NUM && lemma != NULL)
    value = lemma;
  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 1, 1000000, &number, NULL))
    return 0;

  return (guint) number;
}

/* How many they are; 0 where it is not told. */
static guint
count_sources (const SaysoExtractor *self, const SaysoExtractedClaim *claim, SaysoRun run, guint head)
{
  guint found = 0;

  for (guint t = run.first; t <= MIN (head, run.last); t++)
    {
      guint value = value_of (self, t);

      /* "dozens of officials", "more than one" tell no number. */
      if (value > 0 && ((sayso_extractor_token (self, t)->morph & SAYSO_MORPH_PLURAL) != 0 ||
                        (value == 1 && t > run.first && sayso_tree_lemma_in (&self->tree, t - 1, "than"))))
        return 0;
      if (value > 0 && found == 0)
        found = value;
    }
  if (found > 0 || claim->several ||
      sayso_tree_lemma_in (&self->tree, head, "they who which that it this these those") ||
      sayso_extractor_noun_is (self, head, "organization") || sayso_extractor_noun_is (self, head, "agency"))
    return found;

  return (sayso_extractor_token (self, head)->morph & SAYSO_MORPH_PLURAL) == 0 ? 1 : 0;
}

/* "who has | seen the report |, and …": without the words that only join it to the source, and what comes after. */
static SaysoRun
trim_basis (const SaysoExtractor *self, SaysoRun run, guint word)
{
  while (run.first < word && (sayso_tree_deprel_is (&self->tree, run.first, "case mark aux aux:pass cop punct") ||
                              sayso_tree_lemma_in (&self->tree, run.first, "who that which")))
    run.first++;
  /* "familiar | with his thinking", where the tree ties the rest to the source itself */
  if (run.last == word && sayso_tree_deprel_is (&self->tree, word + 1, "case") &&
      sayso_extractor_token (self, word + 1)->head > (int) word)
    run.last = self->tree.right[sayso_extractor_token (self, word + 1)->head];
  for (guint t = word + 1; t <= run.last; t++)
    if (sayso_tree_is_mark (&self->tree, t, ",") ||
        (sayso_extractor_token (self, t)->upos == SAYSO_UPOS_CCONJ &&
         sayso_extractor_token (self, sayso_extractor_token (self, t)->head)->upos == SAYSO_UPOS_VERB))
      run.last = t - 1;

  return sayso_tree_trim (&self->tree, run);
}

/* How they know it: the phrase that hangs from the source around a word of knowing. */
static char *
find_basis (const SaysoExtractor *self, guint head)
{
  guint end = MIN (self->tree.right[head], head + 60);

  for (guint t = head + 1; t <= end; t++)
    {
      guint top = t;

      const char *joint = find_word (self, t, "basis");

      /* "who see it as a risk", "who work | for the company": no more than what they think and where they work */
      if (joint == NULL || (*joint == '\0' && (sayso_extractor_token (self, t)->morph & SAYSO_MORPH_PRESENT) != 0) ||
          sayso_extractor_token (self, t)->upos == SAYSO_UPOS_PROPN ||
          (*joint != '\0' && (t >= end || !sayso_tree_lemma_in (&self->tree, t + 1, joint))))
        continue;
      for (int above = sayso_extractor_token (self, t)->head; above > (int) head;
           above = sayso_extractor_token (self, top)->head)
        {
          /* "the sale that workers | saw": what others know. */
          if (!sayso_tree_deprel_is (&self->tree, top, "conj xcomp") &&
              sayso_extractor_token (self, above)->upos != SAYSO_UPOS_NOUN)
            break;
          top = (guint) above;
        }
      if (sayso_tree_deprel_is (&self->tree, t, "acl acl:relcl amod nmod xcomp conj obl") &&
          sayso_tree_deprel_is (&self->tree, top, "acl acl:relcl amod nmod"))
        return sayso_extractor_text (self,
                                     trim_basis (self, (SaysoRun) { self->tree.left[top], self->tree.right[top] }, t),
                                     200);
    }

  return NULL;
}

/* Whether a word asks that no name be told: "on condition of anonymity", "not to be named". */
gboolean
sayso_claims_hides_name (const SaysoExtractor *self, guint token)
{
  return sayso_tree_lemma_in (&self->tree, token, "anonymity anonymously") ||
         (sayso_tree_lemma_in (&self->tree, token, "name identify quote") &&
          sayso_tree_child_word (&self->tree, token, "advmod", "not") >= 0 &&
          sayso_tree_child_word (&self->tree, token, "mark", "to") >= 0);
}

/* Whether somebody speaks on condition that no name is told. */
static gboolean
asks_for_no_name (const SaysoExtractor *self, guint head, guint cue)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[cue]);

  for (guint t = sentence->first; t < sentence->first + MIN (sentence->n_tokens, LONG); t++)
    if (sayso_claims_hides_name (self, t))
      for (int at = (int) t, n = 0; at >= 0 && n < 12; at = sayso_extractor_token (self, at)->head, n++)
        if (at == (int) head || at == (int) cue)
          return TRUE;

  return FALSE;
}

/* Tells of a source that is @head in @run, and of no actor with a name, what the text does. */
void
sayso_claims_judge_unnamed (const SaysoExtractor *self, SaysoExtractedClaim *claim, SaysoRun run, guint head)
{
  gboolean unnamed = claim->source_actor == SAYSO_NONE || sayso_extractor_actor (self, claim->source_actor)->unnamed;

  g_autofree char *basis = NULL;

  if (unnamed && claim->source_kind == SAYSO_SOURCE_NAMED && claim->cue_head != SAYSO_NONE &&
      asks_for_no_name (self, head, claim->cue_head))
    claim->source_kind = SAYSO_SOURCE_ANONYMOUS;
  if (claim->source_kind != SAYSO_SOURCE_ANONYMOUS && claim->source_kind != SAYSO_SOURCE_DOCUMENT)
    return;
  basis = find_basis (self, head);
  /* Who was present is no document, whatever the reader took the word for. */
  if (basis != NULL && unnamed && !sayso_extractor_noun_is (self, head, "document"))
    claim->source_kind = SAYSO_SOURCE_ANONYMOUS;
  if (claim->source_kind != SAYSO_SOURCE_ANONYMOUS)
    return;
  claim->number = count_sources (self, claim, run, head);
  if (claim->number > 0)
    claim->several = claim->number > 1;
  claim->basis = g_steal_pointer (&basis);
}
