/* sayso-attribution-edges.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-attributor-private.h"

/* Where what is said begins and ends: the network sees its words one by one, the tree and the quotation marks see it
 * whole. */

/* So many at most, where the tree ties them to the words on both sides. */
#define BRIDGE 8

/* So many words at most are added to the end of a part. */
#define ENDS 12

/* A piece of so many words may be one that is left over. */
#define LEFTOVER 8

/* Whether a run has a word that says something by itself: "on", "to the" do not. */
static gboolean
has_word (const SaysoAttributor *self, SaysoRun run)
{
  for (guint i = run.first; i <= run.last; i++)
    switch (sayso_tree_token (&self->tree, i)->upos)
      {
      case SAYSO_UPOS_PUNCT:
      case SAYSO_UPOS_ADP:
      case SAYSO_UPOS_SCONJ:
      case SAYSO_UPOS_CCONJ:
      case SAYSO_UPOS_PART:
        break;
      default:
        return TRUE;
      }

  return FALSE;
}

void
sayso_attributor_add_run (const SaysoAttributor *self, GArray *runs, SaysoRun run)
{
  run = sayso_tree_trim (&self->tree, run);
  if (run.first <= run.last && has_word (self, run))
    g_array_append_val (runs, run);
}

gboolean
sayso_attributor_has_verb (const SaysoAttributor *self, SaysoRun run)
{
  for (guint i = run.first; i <= run.last; i++)
    if (sayso_tree_token (&self->tree, i)->upos == SAYSO_UPOS_VERB ||
        sayso_tree_token (&self->tree, i)->upos == SAYSO_UPOS_AUX)
      return TRUE;

  return FALSE;
}

/* Words between two pieces of a sentence belong to them where all of them hang from words of the pieces. */
void
sayso_attributor_bridge_gaps (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  for (guint i = runs->len; i-- > 1;)
    {
      SaysoRun *left = &g_array_index (runs, SaysoRun, i - 1), *right = &g_array_index (runs, SaysoRun, i);
      gboolean bridged =
          left->last + 1 + BRIDGE >= right->first && !(left->last < cue->first && right->first > cue->first);

      for (guint t = left->last + 1; t < right->first && bridged; t++)
        {
          int head = sayso_tree_token (&self->tree, t)->head;

          bridged = head >= (int) left->first && head <= (int) right->last &&
                    self->tree.sentence[t] == self->tree.sentence[left->first];
        }
      if (bridged)
        {
          left->last = right->last;
          g_array_remove_index (runs, i);
        }
    }
}

/* The words that hang from a run belong to it where they are few beside it, and the cue is not among them. */
void
sayso_attributor_complete_phrases (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i), whole = *run;
      guint length = run->last + 1 - run->first;
      gboolean marked = sayso_tree_deprel_is (&self->tree, run->first, "mark");

      for (guint t = run->first; t <= run->last; t++)
        {
          SaysoRun phrase = { self->tree.left[t], self->tree.right[t] };

          if (marked)
            phrase.first = MAX (phrase.first, run->first);
          if (phrase.first > cue->first || phrase.last < cue->first)
            whole = (SaysoRun) { MIN (whole.first, phrase.first), MAX (whole.last, phrase.last) };
        }
      if ((whole.last + 1 - whole.first) * 2 <= length * 3 + 4 && (whole.first > cue->first || whole.last < cue->first))
        *run = sayso_tree_trim (&self->tree, whole);
    }
}

/* A run does not stop before the word that its last one leans on: "that the two | campaigns might overlap". */
void
sayso_attributor_complete_ends (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);
      guint next = i + 1 < runs->len ? g_array_index (runs, SaysoRun, i + 1).first : self->reading->tokens->len;
      int head = sayso_tree_token (&self->tree, run->last)->head;
      guint end;

      if (head <= (int) run->last ||
          (run->first < cue->first && !sayso_tree_deprel_is (&self->tree, run->last, "det case mark nmod:poss aux")) ||
          sayso_quotes_at (&self->quotes, run->last) != sayso_quotes_at (&self->quotes, head))
        continue;
      end = self->tree.right[head];
      if (end >= next || (run->last < cue->first && end >= cue->first) || end > run->last + ENDS)
        continue;
      run->last = end;
      *run = sayso_tree_trim (&self->tree, *run);
    }
}

/* Whether a word leans on the cue or on another piece of what is said. */
static gboolean
is_held (const SaysoAttributor *self, const GArray *runs, guint but, int head, const SaysoCue *cue)
{
  if (head >= (int) cue->first && head < (int) (cue->first + cue->n_tokens))
    return TRUE;
  for (guint k = 0; k < runs->len && head >= 0; k++)
    if (k != but && (int) g_array_index (runs, SaysoRun, k).first <= head &&
        head <= (int) g_array_index (runs, SaysoRun, k).last)
      return TRUE;

  return FALSE;
}

/* A run does not end with the beginning of what it leaves out: "… , but the | rest followed". */
void
sayso_attributor_trim_ends (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);

      for (guint n = 0; n < ENDS && run->last > run->first + 3; n++)
        {
          int head = sayso_tree_token (&self->tree, run->last)->head;

          if (head <= (int) run->last || is_held (self, runs, i, head, cue))
            break;
          run->last--;
          *run = sayso_tree_trim (&self->tree, *run);
        }
    }
}

/* What is said inside a quotation stays inside it. */
void
sayso_attributor_stay_in_quotation (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  guint id = sayso_quotes_at (&self->quotes, cue->first);
  SaysoRun quote;

  if (id == 0)
    return;
  quote = sayso_quotes_run (&self->quotes, id);
  for (guint i = runs->len; i-- > 0;)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, i);

      g_array_remove_index (runs, i);
      run = (SaysoRun) { MAX (run.first, quote.first + 1), MIN (run.last, quote.last) };
      if (run.last == quote.last)
        run.last--;
      if (run.first <= run.last)
        sayso_attributor_add_run (self, runs, run);
    }
}

/* “…,” she said, angry that …: what follows a quotation in the sentence and is not quoted is told of the speaker. */
void
sayso_attributor_drop_manner (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  guint sentence = self->tree.sentence[cue->first];

  if (runs->len < 2 || g_array_index (runs, SaysoRun, 0).last >= cue->first ||
      sayso_quotes_at (&self->quotes, g_array_index (runs, SaysoRun, 0).last) == 0)
    return;
  for (guint i = runs->len; i-- > 1;)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);

      if (run->first < cue->first || self->tree.sentence[run->first] != sentence)
        continue;
      while (run->first <= run->last && sayso_quotes_at (&self->quotes, run->first) == 0)
        run->first++;
      if (run->first > run->last)
        g_array_remove_index (runs, i);
    }
}

/* Few words without a verb, away from the rest, which lean on nothing that is said, are left over. */
void
sayso_attributor_drop_leftovers (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  gboolean told = FALSE;

  for (guint i = 0; i < runs->len; i++)
    told |= sayso_attributor_has_verb (self, g_array_index (runs, SaysoRun, i));
  for (guint i = runs->len; i-- > 0 && told;)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, i);
      gboolean leans = FALSE;

      if (run.last - run.first >= LEFTOVER || sayso_attributor_has_verb (self, run) ||
          (run.last > run.first + 2 && sayso_quotes_at (&self->quotes, run.first) != 0 &&
           sayso_quotes_run (&self->quotes, sayso_quotes_at (&self->quotes, run.first)).first >= run.first))
        continue;
      for (guint t = run.first; t <= run.last; t++)
        leans = leans || is_held (self, runs, i, sayso_tree_token (&self->tree, t)->head, cue);
      if (!leans)
        g_array_remove_index (runs, i);
    }
}

/* "said last week | that …": the clause begins with its "that". */
void
sayso_attributor_begin_with_mark (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);

      for (guint t = run->first; t < run->last && t < run->first + 5 && run->first > cue->first; t++)
        if (sayso_tree_deprel_is (&self->tree, t, "mark") && sayso_tree_lemma_in (&self->tree, t, "that"))
          {
            run->first = t;
            break;
          }
        else if (sayso_tree_token (&self->tree, t)->upos == SAYSO_UPOS_VERB)
          break;
    }
}

/* "…, according to X" at the end of a sentence speaks for all of it, and not only for the clause before the comma. */
void
sayso_attributor_widen_scope (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  SaysoRun *run = runs->len > 0 ? &g_array_index (runs, SaysoRun, 0) : NULL;
  guint first;

  if (run == NULL || run->last >= cue->first || !sayso_tree_lemma_in (&self->tree, cue->first, "accord") ||
      !sayso_tree_is_mark (&self->tree, cue->first - 1, ",") ||
      self->tree.sentence[run->first] != self->tree.sentence[cue->first])
    return;
  first = sayso_reading_sentence (self->reading, self->tree.sentence[cue->first])->first;
  if (!sayso_tree_deprel_is (&self->tree, run->first, "mark"))
    for (guint i = run->first; i <= run->last; i++)
      if (sayso_tree_token (&self->tree, i)->head < (int) run->first ||
          sayso_tree_token (&self->tree, i)->head > (int) run->last)
        {
          first = MIN (run->first, self->tree.left[i]);
          break;
        }
  run->first = first;
  run->last = cue->first - 1;
  *run = sayso_tree_trim (&self->tree, *run);
  g_array_set_size (runs, 1);
}

/* The words of the source are no part of what it says, where they stand at an edge of it. */
void
sayso_attributor_leave_source_out (const SaysoAttributor *self, GArray *runs, const GArray *source)
{
  SaysoRun who;

  if (source->len == 0)
    return;
  who = g_array_index (source, SaysoRun, 0);
  for (guint i = runs->len; i-- > 0;)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, i);

      if (who.first > run.last || who.last < run.first || (who.first > run.first && who.last < run.last))
        continue;
      g_array_remove_index (runs, i);
      if (run.first < who.first)
        sayso_attributor_add_run (self, runs, (SaysoRun) { run.first, who.first - 1 });
      if (run.last > who.last)
        sayso_attributor_add_run (self, runs, (SaysoRun) { who.last + 1, run.last });
    }
}

/* "OSLO (Reuters) - Rain is coming": the dateline is the paper's. */
void
sayso_attributor_leave_dateline_out (const SaysoAttributor *self, GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);
      const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[run->first]);
      guint length;

      if (run->first != sentence->first)
        continue;
      length = sayso_reader_dateline_length (self->reading, sentence);
      if (length > 0 && run->first + length < run->last)
        {
          run->first += length;
          *run = sayso_tree_trim (&self->tree, *run);
        }
    }
}
