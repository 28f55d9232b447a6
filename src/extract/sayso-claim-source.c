/* sayso-claim-source.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-claim-private.h"

/* The head of a run: the token whose own head lies outside, a noun rather than another. */
guint
sayso_claims_head_of (const SaysoExtractor *self, SaysoRun run)
{
  for (guint i = run.first; i <= run.last; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);

      if ((token->head < (int) run.first || token->head > (int) run.last) &&
          (token->upos == SAYSO_UPOS_NOUN || token->upos == SAYSO_UPOS_PROPN || token->upos == SAYSO_UPOS_PRON ||
           token->upos == SAYSO_UPOS_VERB))
        return i;
    }
  for (guint i = run.first; i <= run.last; i++)
    {
      int head = sayso_extractor_token (self, i)->head;

      if ((head < (int) run.first || head > (int) run.last) &&
          sayso_extractor_token (self, i)->upos != SAYSO_UPOS_PUNCT)
        return i;
    }

  return run.first;
}

int
sayso_claims_antecedent (const SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);

  if (t->lemma == NULL || t->head < 0 || !sayso_table_cell_has ("who which that", t->lemma) ||
      !sayso_tree_deprel_is (&self->tree, t->head, "acl:relcl"))
    return -1;

  return sayso_extractor_token (self, t->head)->head;
}

static gboolean
is_several (const SaysoExtractor *self, guint head)
{
  const SaysoToken *token = sayso_extractor_token (self, head);

  if (((token->morph & SAYSO_MORPH_PLURAL) != 0 && token->upos != SAYSO_UPOS_PROPN) ||
      sayso_tree_child (&self->tree, head, "conj") >= 0 ||
      sayso_tree_lemma_in (&self->tree, head,
                           "they some many most several few people others critic number group team dozen"))
    return TRUE;

  return FALSE;
}

/*
 * Whether it speaks of somebody who was named before, though the text leaves open whom: "he", "the company". A name
 * that the reader did not see as one is a name as well.
 */
static gboolean
stands_for_somebody (SaysoExtractor *self, guint head)
{
  const SaysoToken *token = sayso_extractor_token (self, head);
  const char *form = sayso_text_get_utf8 (self->reading->text) + token->start;
  int the = sayso_tree_child_word (&self->tree, head, "det", "the");

  if (token->upos == SAYSO_UPOS_PRON)
    return sayso_tree_lemma_in (&self->tree, head, "he she");
  if ((token->morph & SAYSO_MORPH_PLURAL) != 0)
    return FALSE;
  /* "the hospital's director" is one person, and one who is known. */
  if (sayso_tree_child (&self->tree, head, "nmod:poss") >= 0 && token->upos == SAYSO_UPOS_NOUN)
    return TRUE;
  /* "the president", "Velar chief", "the head of Velar", "the Oduya campaign" */
  if (sayso_tree_child_word (&self->tree, head, "det nummod", "a an one another") < 0 && token->lemma != NULL &&
      (the >= 0 || sayso_extractor_owner_of (self, head) != SAYSO_NONE) &&
      sayso_table_find (sayso_extract_get_table ("titles.tsv"), token->lemma, NULL))
    return TRUE;
  if (the >= 0 && sayso_tree_child (&self->tree, head, "nmod") >= 0 &&
      sayso_tree_lemma_in (&self->tree, head, "head chief leader boss founder author owner"))
    return TRUE;
  if (the >= 0 && !sayso_extractor_noun_is (self, head, "person") &&
      sayso_extractor_owner_of (self, head) != SAYSO_NONE)
    return TRUE;
  if (the >= 0)
    return sayso_extractor_noun_is (self, head, "organization") || sayso_extractor_noun_is (self, head, "agency");

  return g_unichar_isupper (g_utf8_get_char (form)) && sayso_extractor_noun_kind (self, head) == NULL &&
         token->upos == SAYSO_UPOS_NOUN && sayso_tree_child (&self->tree, head, "det amod nmod:poss") < 0;
}

/* The person whose name stands in a source before its first comma, and before its first preposition unless a title goes
 * before that: "police lieutenant Ann Lind", "vice president for news Ann Lind". */
static guint
find_named_person (const SaysoExtractor *self, SaysoRun run, guint head)
{
  const char *lemma = sayso_extractor_token (self, head)->lemma;
  gboolean titled = lemma != NULL && sayso_table_find (sayso_extract_get_table ("titles.tsv"), lemma, NULL);

  for (guint t = run.first; t <= run.last; t++)
    {
      const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, t);

      if ((sayso_extractor_token (self, t)->upos == SAYSO_UPOS_ADP && !titled) ||
          sayso_extractor_token (self, t)->upos == SAYSO_UPOS_PART || sayso_tree_is_mark (&self->tree, t, ","))
        return SAYSO_NONE;
      if (mention != NULL && mention->form == SAYSO_FORM_NAME &&
          sayso_extractor_actor (self, mention->actor)->kind == SAYSO_NAME_PERSON)
        {
          SaysoRun name = sayso_extractor_run (self, mention->span);

          return name.last == run.last || sayso_tree_is_mark (&self->tree, name.last + 1, ",") ? mention->actor
                                                                                               : SAYSO_NONE;
        }
    }

  return SAYSO_NONE;
}

/* The source without what only comes after: "Velar Corp., which is large", "Ann Lind on Monday". */
static SaysoRun
trim_source (const SaysoExtractor *self, SaysoRun run, guint head)
{
  const GArray *times = self->extraction->times;

  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) head && self->tree.right[child] >= run.last && self->tree.left[child] > head &&
        self->tree.left[child] <= run.last && sayso_tree_deprel_is (&self->tree, child, "acl:relcl acl advcl") &&
        sayso_tree_is_mark (&self->tree, self->tree.left[child], ","))
      run.last = self->tree.left[child] - 1;
  run = sayso_tree_trim (&self->tree, run);
  for (guint i = 0; i < times->len; i++)
    {
      SaysoRun time = sayso_extractor_run (self, g_array_index (times, SaysoExtractedTime, i).span);

      if (time.first <= time.last && time.last == run.last && time.first > head + 1 &&
          sayso_extractor_token (self, time.first - 1)->upos == SAYSO_UPOS_ADP &&
          sayso_tree_lemma_in (&self->tree, time.first - 1, "on in"))
        run.last = time.first - 2;
    }

  return run;
}

/* What kind of source a noun phrase is, and who. */
/* "he", who was "a former engineer" before: no more is known of him than that. */
static gboolean
is_spoken_of_as_anybody (const SaysoExtractor *self, guint pronoun, const SaysoExtractedActor *actor)
{
  g_autofree char *first = g_strndup (actor->name, strcspn (actor->name, " "));
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return actor->unnamed && sayso_extractor_token (self, pronoun)->upos == SAYSO_UPOS_PRON &&
         sayso_table_cell_has ("a an one another", lower);
}

static void
judge_kind (SaysoExtractor *self, SaysoExtractedClaim *claim, SaysoRun run, guint head, const char *seen)
{
  const SaysoToken *token = sayso_extractor_token (self, head);
  SaysoSpan span;

  claim->description = sayso_extractor_text (self, run, 200);
  claim->several = is_several (self, head);

  /* "Bill Oduya" is no bill. */
  if (sayso_extractor_noun_is (self, head, "document") && find_named_person (self, run, head) == SAYSO_NONE)
    {
      guint owner = sayso_extractor_owner_of (self, head);

      /* "the Herald's article" is the Herald speaking. */
      if (owner != SAYSO_NONE && sayso_extractor_actor (self, owner)->kind == SAYSO_NAME_OUTLET)
        {
          claim->source_kind = SAYSO_SOURCE_OUTLET;
          claim->source_actor = owner;
        }
      else
        claim->source_kind = SAYSO_SOURCE_DOCUMENT;
      claim->several = FALSE;
      return;
    }
  if (sayso_extractor_noun_is (self, head, "outlet"))
    {
      guint owner = sayso_extractor_owner_of (self, head);

      claim->source_kind = SAYSO_SOURCE_OUTLET;
      claim->source_actor = owner != SAYSO_NONE ? owner : sayso_extractor_actor_of (self, head, &span);
      return;
    }

  claim->source_actor = sayso_extractor_actor_of (self, head, &span);
  if (claim->source_actor == SAYSO_NONE || sayso_extractor_actor (self, claim->source_actor)->unnamed)
    {
      guint person = find_named_person (self, run, head);

      if (person != SAYSO_NONE)
        claim->source_actor = person;
    }
  if (claim->source_actor == SAYSO_NONE)
    {
      if (token->upos == SAYSO_UPOS_PRON && token->lemma != NULL && sayso_table_cell_has ("i we my our", token->lemma))
        claim->source_kind = SAYSO_SOURCE_AUTHOR;
      else if (token->upos == SAYSO_UPOS_PRON && token->lemma != NULL &&
               sayso_table_cell_has ("it they this that which", token->lemma))
        claim->source_kind = SAYSO_SOURCE_UNKNOWN;
      else if (stands_for_somebody (self, head))
        claim->source_kind = SAYSO_SOURCE_NAMED;
      else if (token->upos == SAYSO_UPOS_PROPN)
        claim->source_kind = SAYSO_SOURCE_NAMED;
      else if (g_strcmp0 (seen, "document") == 0)
        claim->source_kind = SAYSO_SOURCE_DOCUMENT;
      else
        claim->source_kind = SAYSO_SOURCE_ANONYMOUS;
      return;
    }
  else
    {
      const SaysoExtractedActor *actor = sayso_extractor_actor (self, claim->source_actor);

      if (actor->kind == SAYSO_NAME_OUTLET)
        claim->source_kind = SAYSO_SOURCE_OUTLET;
      else if (is_spoken_of_as_anybody (self, head, actor))
        claim->source_kind = SAYSO_SOURCE_ANONYMOUS;
      else if (!actor->unnamed || stands_for_somebody (self, head) ||
               (sayso_tree_lemma_in (&self->tree, head, "representative spokesman spokeswoman spokesperson") &&
                sayso_extractor_owner_of (self, head) != SAYSO_NONE))
        claim->source_kind = SAYSO_SOURCE_NAMED;
      else
        claim->source_kind = SAYSO_SOURCE_ANONYMOUS;
    }
}

/* Who the source of a claim is, of what kind, how many, and how they know. */
void
sayso_claims_judge_source (SaysoExtractor *self, SaysoExtractedClaim *claim, const char *seen)
{
  SaysoRun run;
  guint head;

  if (claim->source->len == 0)
    return;
  run = sayso_extractor_run (self, g_array_index (claim->source, SaysoSpan, 0));
  if (run.first > run.last)
    return;
  head = sayso_claims_head_of (self, run);
  if (run.first == run.last && sayso_claims_antecedent (self, head) >= 0)
    {
      head = sayso_claims_antecedent (self, head);
      run = sayso_tree_phrase (&self->tree, head);
    }
  run = trim_source (self, run, head);
  judge_kind (self, claim, run, head, seen);
  sayso_claims_judge_unnamed (self, claim, run, head);
}
