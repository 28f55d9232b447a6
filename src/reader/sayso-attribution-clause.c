/* sayso-attribution-clause.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-attributor-private.h"

/* What the grammar around a cue says of where the content stands: beside a thing that is spoken of, around words that
 * are put into it, inside the phrase of a noun. */

/* So many words may stand between who says it and the comma that closes what is put in: ", Ann Lind said on Monday,".
 */
#define PUT_IN 8

/* A sentence of more words is none, and nothing looks at it whole, so that reading stays linear. */
#define LONG 400

static gboolean
is_long (const SaysoAttributor *self, guint token)
{
  return sayso_reading_sentence (self->reading, self->tree.sentence[token])->n_tokens > LONG;
}

/* The one who does what the cue's verb tells: of several subjects, as the tree has them, the nearest; or -1. */
int
sayso_attributor_speaker (const SaysoAttributor *self, guint head)
{
  int best = -1;

  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "nsubj") &&
        (best < 0 || ABS (child - (int) head) < ABS (best - (int) head)))
      best = child;

  return best;
}

static gboolean
has_quotation (const SaysoAttributor *self, guint token)
{
  for (guint t = self->tree.left[token]; t <= self->tree.right[token]; t++)
    if (sayso_quotes_at (&self->quotes, t) != 0)
      return TRUE;

  return FALSE;
}

/* Whether words after a comma only add to what stands before it: "the BBC, | which is large", "wants to win, | focusing
 * on the young". */
static gboolean
only_adds (const SaysoAttributor *self, guint token)
{
  if (!sayso_tree_is_mark (&self->tree, self->tree.left[token], ",") || has_quotation (self, token))
    return FALSE;
  if (sayso_tree_deprel_is (&self->tree, token, "acl:relcl appos acl"))
    return TRUE;

  return sayso_tree_deprel_is (&self->tree, token, "advcl") &&
         (sayso_tree_token (&self->tree, token)->morph & SAYSO_MORPH_GERUND) != 0 &&
         sayso_tree_child (&self->tree, token, "mark case nsubj") < 0;
}

/* The run that a token stands in, or %NULL. */
static SaysoRun *
find_run (GArray *runs, guint token)
{
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);

      if (run->first <= token && token <= run->last)
        return run;
    }

  return NULL;
}

/* "praised the plan | on Friday, calling it …", "the plan, | which came in May", "ruled against the plan, | dealing a
 * blow to …": of a thing that is spoken of, no more than what names it. */
void
sayso_attributor_drop_circumstances (const SaysoAttributor *self, GArray *runs, guint head)
{
  int object = sayso_tree_child (&self->tree, head, "obj");
  gboolean thing = object > (int) head && sayso_attributor_stands_in (runs, object);
  SaysoRun *run;

  if (sayso_tree_child (&self->tree, head, "ccomp") >= 0 || is_long (self, head))
    return;
  for (int child = self->tree.first_child[head]; child >= 0 && !thing && object < 0;
       child = self->tree.next_sibling[child])
    if (child > (int) head && sayso_tree_deprel_is (&self->tree, child, "obl xcomp") &&
        sayso_attributor_stands_in (runs, child))
      object = child;
  if (object < (int) head || !sayso_attributor_stands_in (runs, object))
    return;
  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    if (child > object && (sayso_attributor_is_circumstance (self, child) ||
                           (thing && sayso_tree_deprel_is (&self->tree, child, "conj"))))
      sayso_attributor_remove_run (self, runs, (SaysoRun) { self->tree.left[child], self->tree.right[child] });
  for (int child = self->tree.first_child[object]; child >= 0 && thing; child = self->tree.next_sibling[child])
    if (child > object && only_adds (self, child))
      sayso_attributor_remove_run (self, runs, (SaysoRun) { self->tree.left[child], self->tree.right[child] });
  run = find_run (runs, object);
  if (run == NULL)
    return;
  for (guint t = object + 1; t <= run->last; t++)
    if (only_adds (self, t) && self->tree.left[t] > (guint) object && self->tree.right[t] >= run->last)
      {
        run->last = self->tree.left[t] - 1;
        *run = sayso_tree_trim (&self->tree, *run);
        return;
      }
}

/* "his claim that it rains, | there would be …": what a noun tells stays in the noun's phrase. */
void
sayso_attributor_stay_in_phrase (const SaysoAttributor *self, GArray *runs, guint head)
{
  guint end = self->tree.right[head];

  if (sayso_tree_token (&self->tree, head)->upos != SAYSO_UPOS_NOUN)
    return;
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);

      if (run->first <= head || run->first > end || run->last <= end || sayso_quotes_at (&self->quotes, end + 1) != 0)
        continue;
      run->last = end;
      *run = sayso_tree_trim (&self->tree, *run);
    }
}

/* "said that it would pay | and warned of fires": what goes on in the past tense behind "would" goes on after "said";
 * and so does "… | but declined to discuss it". */
void
sayso_attributor_drop_shifted (const SaysoAttributor *self, GArray *runs, guint head)
{
  int clause = sayso_tree_child (&self->tree, head, "ccomp");
  gboolean shifted;

  if (clause < (int) head || (sayso_tree_token (&self->tree, head)->morph & SAYSO_MORPH_PAST) == 0)
    return;
  shifted = sayso_tree_child_word (&self->tree, clause, "aux", "will would can could may might must should") >= 0;
  for (int child = self->tree.first_child[clause]; child >= 0; child = self->tree.next_sibling[child])
    if (child > clause && sayso_tree_deprel_is (&self->tree, child, "conj") &&
        (shifted || sayso_tree_lemma_in (&self->tree, child, "decline refuse")) &&
        (sayso_tree_token (&self->tree, child)->morph & SAYSO_MORPH_PAST) != 0 &&
        sayso_tree_child (&self->tree, child, "aux nsubj nsubj:pass mark") < 0)
      sayso_attributor_remove_run (self, runs, (SaysoRun) { self->tree.left[child], self->tree.right[child] });
}

/* Whether a noun is what something is said in, and not what is said: "in a statement", "during an interview". */
static gboolean
is_medium (const SaysoAttributor *self, guint token)
{
  return sayso_tree_lemma_in (&self->tree, token,
                              "statement interview speech tweet post letter email memo filing briefing release "
                              "conference op-ed testimony message call column editorial video appearance stop") &&
         sayso_tree_child_word (&self->tree, token, "case", "in during at on via") >= 0 &&
         sayso_tree_child_word (&self->tree, token, "det", "a an") >= 0;
}

/* "called for more money | in a statement on Thursday": what it was said in, at the end of what is spoken of. */
void
sayso_attributor_drop_medium (const SaysoAttributor *self, GArray *runs, guint head)
{
  SaysoRun *run = runs->len > 0 ? &g_array_index (runs, SaysoRun, runs->len - 1) : NULL;
  guint object;

  if (run == NULL || run->first < head || is_long (self, head) || sayso_tree_child (&self->tree, head, "ccomp") >= 0)
    return;
  for (object = run->first; object < run->last; object++)
    if (sayso_tree_token (&self->tree, object)->head == (int) head &&
        sayso_tree_deprel_is (&self->tree, object, "obj obl"))
      break;
  for (guint t = object + 1; t <= run->last; t++)
    {
      int above = sayso_tree_token (&self->tree, t)->head;

      if (is_medium (self, t) && (above == (int) head || above == (int) object) && self->tree.left[t] > object &&
          self->tree.right[t] + PUT_IN > run->last && sayso_quotes_at (&self->quotes, run->last) == 0)
        {
          run->last = self->tree.left[t] - 1;
          *run = sayso_tree_trim (&self->tree, *run);
          return;
        }
    }
}

/* Whether a piece of a sentence says something: "however" does not. */
static gboolean
tells_something (const SaysoAttributor *self, SaysoRun run)
{
  for (guint t = run.first; t <= run.last; t++)
    switch (sayso_tree_token (&self->tree, t)->upos)
      {
      case SAYSO_UPOS_NOUN:
      case SAYSO_UPOS_PROPN:
      case SAYSO_UPOS_PRON:
      case SAYSO_UPOS_NUM:
      case SAYSO_UPOS_VERB:
        return TRUE;
      default:
        break;
      }

  return FALSE;
}

/* The words that are put into a sentence between two commas to tell who says it, with the commas: ", Ann Lind said on
 * Monday,". FALSE where they are none. */
static gboolean
find_put_in (const SaysoAttributor *self, const SaysoCue *cue, guint head, SaysoRun *put)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[head]);
  guint end = sentence->first + sentence->n_tokens, last = cue->first + cue->n_tokens - 1;
  int subject = sayso_attributor_speaker (self, head);

  if (subject < 0 || sayso_tree_token (&self->tree, head)->upos != SAYSO_UPOS_VERB ||
      (sayso_tree_child (&self->tree, head, "obj") >= 0 &&
       !sayso_tree_lemma_in (&self->tree, head, "tell remind assure inform")))
    return FALSE;
  *put = (SaysoRun) { MIN (cue->first, self->tree.left[subject]), last };
  if (subject > (int) head)
    put->last = MAX (last, self->tree.right[subject]);
  if ((subject < (int) head && self->tree.right[subject] + 3 < cue->first) ||
      (subject > (int) head && self->tree.left[subject] > last + 1) || put->first < sentence->first + 2 ||
      !sayso_tree_is_mark (&self->tree, put->first - 1, ","))
    return FALSE;
  put->first--;
  for (guint n = 0; put->last + 1 < end && n < PUT_IN; n++)
    {
      put->last++;
      if (sayso_tree_is_mark (&self->tree, put->last, ","))
        return put->last + 2 < end;
      if (sayso_tree_token (&self->tree, put->last)->upos == SAYSO_UPOS_VERB ||
          sayso_tree_token (&self->tree, put->last)->upos == SAYSO_UPOS_AUX ||
          sayso_tree_token (&self->tree, put->last)->upos == SAYSO_UPOS_PUNCT ||
          sayso_tree_lemma_in (&self->tree, put->last, "that"))
        return FALSE;
    }

  return FALSE;
}

/* Whether the words before what is put in belong to the sentence that it is put into, and do not tell when or where it
 * was said: "The mill, | …", and not "Asked about it, | …", "In Oslo, | …". */
static gboolean
is_torn_off (const SaysoAttributor *self, SaysoRun before, guint head)
{
  for (guint t = before.first; t <= before.last; t++)
    {
      int above = sayso_tree_token (&self->tree, t)->head;

      if (sayso_tree_deprel_is (&self->tree, t, "punct") || (above >= (int) before.first && above <= (int) before.last))
        continue;
      if (above == (int) head && sayso_tree_deprel_is (&self->tree, t, "obl obl:unmarked advcl advmod"))
        return FALSE;
    }

  return TRUE;
}

/* "The mill, | Ann Lind said, | would burn": all around the words that are put in is said. */
void
sayso_attributor_take_around (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, guint head)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[head]);
  SaysoRun put, before, after;
  int clause = sayso_tree_child (&self->tree, head, "ccomp");

  if (is_long (self, head) || sayso_quotes_at (&self->quotes, cue->first) != 0 || !find_put_in (self, cue, head, &put))
    return;
  before = (SaysoRun) { sentence->first, put.first - 1 };
  after = (SaysoRun) { put.last + 1, sentence->first + sentence->n_tokens - 1 };
  if (sayso_quotes_at (&self->quotes, before.last) != 0 || !tells_something (self, before) ||
      !is_torn_off (self, before, head) || sayso_tree_token (&self->tree, before.last)->upos == SAYSO_UPOS_CCONJ ||
      sayso_tree_lemma_in (&self->tree, before.last, "that who which") ||
      (sayso_tree_token (&self->tree, after.first)->morph & SAYSO_MORPH_GERUND) != 0 ||
      sayso_tree_lemma_in (&self->tree, after.first, "who which according that where when") ||
      (clause >= 0 && sayso_tree_child_word (&self->tree, clause, "mark", "that") >= 0))
    return;
  for (guint i = runs->len; i-- > 0;)
    if (self->tree.sentence[g_array_index (runs, SaysoRun, i).first] == self->tree.sentence[head])
      g_array_remove_index (runs, i);
  sayso_attributor_add_run (self, runs, before);
  sayso_attributor_add_run (self, runs, after);
  g_array_sort (runs, sayso_attributor_compare_runs);
}
