/* sayso-tree.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-tree.h"

#include "sayso-table.h"

/**
 * sayso_tree_init:
 * @self: (out caller-allocates): what is made
 * @reading: a reading with trees; must outlive @self
 *
 * Takes time in proportion to the reading. Free with [func@tree_clear].
 */
void
sayso_tree_init (SaysoTree *self, const SaysoReading *reading)
{
  guint n = reading->tokens->len;

  self->reading = reading;
  self->first_child = g_new (int, n + 1);
  self->next_sibling = g_new (int, n + 1);
  self->left = g_new (guint, n + 1);
  self->right = g_new (guint, n + 1);
  self->sentence = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->first_child[i] = self->next_sibling[i] = -1;
      self->left[i] = self->right[i] = i;
    }
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (reading, s);

      for (guint i = sentence->first; i < sentence->first + sentence->n_tokens; i++)
        self->sentence[i] = s;
    }
  for (guint i = n; i-- > 0;)
    {
      int head = sayso_tree_token (self, i)->head;

      if (head < 0)
        continue;
      self->next_sibling[i] = self->first_child[head];
      self->first_child[head] = i;
    }

  /* No arcs cross: what lies left of a head is complete when the head is reached from the left. */
  for (guint i = 0; i < n; i++)
    {
      int head = sayso_tree_token (self, i)->head;

      if (head > (int) i)
        self->left[head] = MIN (self->left[head], self->left[i]);
    }
  for (guint i = n; i-- > 0;)
    {
      int head = sayso_tree_token (self, i)->head;

      if (head >= 0 && head < (int) i)
        self->right[head] = MAX (self->right[head], self->right[i]);
    }
}

void
sayso_tree_clear (SaysoTree *self)
{
  g_clear_pointer (&self->first_child, g_free);
  g_clear_pointer (&self->next_sibling, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->right, g_free);
  g_clear_pointer (&self->sentence, g_free);
}

/**
 * sayso_tree_deprel_is:
 * @self: a tree
 * @token: a token
 * @deprels: relations between single spaces; one without a subtype stands for itself alone
 *
 * Returns: whether the token's relation to its head is one of them
 */
gboolean
sayso_tree_deprel_is (const SaysoTree *self, guint token, const char *deprels)
{
  const char *deprel = sayso_tree_token (self, token)->deprel;

  return deprel != NULL && sayso_table_cell_has (deprels, deprel);
}

/**
 * sayso_tree_lemma_in:
 * @self: a tree
 * @token: a token
 * @lemmas: words between single spaces
 *
 * Returns: whether the token's base form is one of them
 */
gboolean
sayso_tree_lemma_in (const SaysoTree *self, guint token, const char *lemmas)
{
  const char *lemma = sayso_tree_token (self, token)->lemma;

  return lemma != NULL && sayso_table_cell_has (lemmas, lemma);
}

/**
 * sayso_tree_child:
 * @self: a tree
 * @token: a token
 * @deprels: as for [func@tree_deprel_is]
 *
 * Returns: the first dependant with one of these relations, or -1
 */
int
sayso_tree_child (const SaysoTree *self, guint token, const char *deprels)
{
  for (int child = self->first_child[token]; child >= 0; child = self->next_sibling[child])
    if (sayso_tree_deprel_is (self, child, deprels))
      return child;

  return -1;
}

/**
 * sayso_tree_child_word:
 * @self: a tree
 * @token: a token
 * @deprels: as for [func@tree_deprel_is]
 * @lemmas: as for [func@tree_lemma_in]
 *
 * Returns: the first dependant with one of these relations that is one of these words, or -1
 */
int
sayso_tree_child_word (const SaysoTree *self, guint token, const char *deprels, const char *lemmas)
{
  for (int child = self->first_child[token]; child >= 0; child = self->next_sibling[child])
    if (sayso_tree_deprel_is (self, child, deprels) && sayso_tree_lemma_in (self, child, lemmas))
      return child;

  return -1;
}

gboolean
sayso_tree_is_passive (const SaysoTree *self, guint verb)
{
  return sayso_tree_child (self, verb, "aux:pass nsubj:pass") >= 0;
}

static gboolean
is_noun (const SaysoTree *self, guint token)
{
  SaysoUpos upos = sayso_tree_token (self, token)->upos;

  return upos == SAYSO_UPOS_NOUN || upos == SAYSO_UPOS_PROPN || upos == SAYSO_UPOS_PRON;
}

/* The head of the noun phrase that ends right before a finite verb to which the tree gives no dependant there. */
static int
adjacent_subject (const SaysoTree *self, guint verb)
{
  const SaysoToken *token = sayso_tree_token (self, verb);
  guint start = sayso_reading_sentence (self->reading, self->sentence[verb])->first;
  int noun = (int) verb - 1;

  if (((token->morph & (SAYSO_MORPH_PAST | SAYSO_MORPH_PRESENT)) == 0 &&
       (token->head >= 0 || sayso_tree_child (self, verb, "aux aux:pass") >= 0)) ||
      !sayso_tree_deprel_is (self, verb, "root conj ccomp parataxis advcl"))
    return -1;
  if (noun < (int) start || !is_noun (self, noun))
    return -1;
  for (guint hops = 0; hops < 4; hops++)
    {
      int head = sayso_tree_token (self, noun)->head;

      if (head < (int) start || head >= noun || !is_noun (self, head) ||
          !sayso_tree_deprel_is (self, noun, "nmod compound flat conj appos nmod:unmarked") ||
          sayso_tree_is_mark (self, self->left[noun] > 0 ? self->left[noun] - 1 : 0, ","))
        break;
      noun = head;
    }

  return sayso_tree_child (self, noun, "case") < 0 ? noun : -1;
}

/**
 * sayso_tree_subject:
 * @self: a tree
 * @verb: a verb
 *
 * The subject by the tree, of passives as well; where the tree has none, the noun that ends right before the verb and
 * its auxiliaries and leans on the verb without a preposition.
 *
 * Returns: the subject, or -1
 */
int
sayso_tree_subject (const SaysoTree *self, guint verb)
{
  int subject = sayso_tree_child (self, verb, "nsubj nsubj:pass nsubj:outer csubj"), last = -1;

  /* Behind the verb only right behind it ("said Oduya"). */
  if (subject >= 0 && self->left[subject] <= verb + 2)
    return subject;
  for (int child = self->first_child[verb]; child >= 0 && child < (int) verb; child = self->next_sibling[child])
    if (!sayso_tree_deprel_is (self, child, "aux aux:pass advmod"))
      last = child;
  subject = adjacent_subject (self, verb);
  if (subject >= 0 || last < 0)
    return subject;
  if (sayso_tree_child (self, last, "case mark") >= 0)
    return -1;
  switch (sayso_tree_token (self, last)->upos)
    {
    case SAYSO_UPOS_NOUN:
    case SAYSO_UPOS_PRON:
    case SAYSO_UPOS_PROPN:
      return sayso_tree_deprel_is (
                 self, last, "obl obj iobj dep nmod parataxis vocative dislocated conj root compound amod flat appos")
                 ? last
                 : -1;
    case SAYSO_UPOS_UNKNOWN:
    case SAYSO_UPOS_ADJ:
    case SAYSO_UPOS_ADP:
    case SAYSO_UPOS_ADV:
    case SAYSO_UPOS_AUX:
    case SAYSO_UPOS_CCONJ:
    case SAYSO_UPOS_DET:
    case SAYSO_UPOS_INTJ:
    case SAYSO_UPOS_NUM:
    case SAYSO_UPOS_PART:
    case SAYSO_UPOS_PUNCT:
    case SAYSO_UPOS_SCONJ:
    case SAYSO_UPOS_SYM:
    case SAYSO_UPOS_VERB:
    case SAYSO_UPOS_X:
    default:
      return -1;
    }
}

/**
 * sayso_tree_phrase:
 * @self: a tree
 * @head: a noun
 *
 * Returns: the noun's phrase without its preposition, and without relative clauses, appositions and what is joined to
 *   it by "and"
 */
SaysoRun
sayso_tree_phrase (const SaysoTree *self, guint head)
{
  SaysoRun run = { self->left[head], head };
  gboolean begun = FALSE;

  for (int child = self->first_child[head]; child >= 0; child = self->next_sibling[child])
    if (child < (int) head)
      {
        if (sayso_tree_deprel_is (self, child,
                                  "det det:predet amod compound nummod nmod:poss nmod:desc nmod flat nmod:unmarked "
                                  "obl:unmarked goeswith"))
          begun = TRUE;
        /* "a mini-port", "the big, old port", "the Voters Abroad vote" */
        else if (!begun || !sayso_tree_deprel_is (self, child, "punct advmod dep"))
          run.first = self->right[child] + 1;
      }
    /* Not "including some" of "hundreds left, including some", which stands apart. */
    else if (self->left[child] <= run.last + 1 &&
             sayso_tree_deprel_is (self, child, "flat compound nmod nummod fixed goeswith nmod:unmarked amod"))
      run.last = MAX (run.last, self->right[child]);
    else
      break;
  run.first = MIN (run.first, head);

  return run;
}

/**
 * sayso_tree_is_mark:
 * @self: a tree
 * @token: a token
 * @marks: characters
 *
 * Returns: whether the token is one of these characters
 */
gboolean
sayso_tree_is_mark (const SaysoTree *self, guint token, const char *marks)
{
  const SaysoToken *t = sayso_tree_token (self, token);

  return t->span.end - t->span.start == 1 &&
         g_utf8_strchr (marks, -1, g_utf8_get_char (sayso_text_get_utf8 (self->reading->text) + t->start)) != NULL;
}

/**
 * sayso_tree_trim:
 * @self: a tree
 * @run: tokens
 *
 * Returns: the tokens without commas, colons, stops and dashes at either end
 */
SaysoRun
sayso_tree_trim (const SaysoTree *self, SaysoRun run)
{
  while (run.first <= run.last && sayso_tree_is_mark (self, run.first, ",;:.-–—)"))
    run.first++;
  while (run.last > run.first && sayso_tree_is_mark (self, run.last, ",;:.-–—("))
    run.last--;

  return run;
}

SaysoSpan
sayso_tree_span (const SaysoTree *self, SaysoRun run)
{
  return SAYSO_SPAN (sayso_tree_token (self, run.first)->span.start, sayso_tree_token (self, run.last)->span.end);
}
