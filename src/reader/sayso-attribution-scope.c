/* sayso-attribution-scope.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-attributor-private.h"

/* How far what is said reaches: what the cue's own sentence says of it, and what another cue has a better right to. */

/* Whom or what a report cites as its source; anything else that is "cited" is a reason. */
#define CITED                                                                                                          \
  "person people source official officer analyst expert executive lawyer diplomat witness employee staffer aide "      \
  "spokesman spokeswoman spokesperson researcher scientist doctor resident relative minister one two three some "      \
  "several report document record file filing memo email letter statement interview article story paper book study "   \
  "survey poll census data database figure statistics website site post tweet blog complaint lawsuit indictment "      \
  "affidavit transcript testimony authority agency ministry government police military company newspaper magazine "    \
  "media"

/* A sentence of more words is none, and nothing looks at it whole, so that reading stays linear. */
#define LONG 400

/* So many words at most stand between the pieces of one cue. */
#define CUE_GAP 2

static gboolean
is_in_cue (const SaysoCue *cue, int token)
{
  return token >= (int) cue->first && token < (int) (cue->first + cue->n_tokens);
}

static gboolean
has_word (const GArray *words, guint word)
{
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, guint, i) == word)
      return TRUE;

  return FALSE;
}

/* Whether @token hangs from @head, or is it. */
static gboolean
hangs_from (const SaysoAttributor *self, guint token, guint head)
{
  for (int at = (int) token; at >= 0; at = sayso_tree_token (&self->tree, at)->head)
    if (at == (int) head)
      return TRUE;

  return FALSE;
}

static gboolean
is_adverb (const SaysoAttributor *self, const SaysoCue *cue)
{
  SaysoUpos upos = sayso_tree_token (&self->tree, cue->first)->upos;

  return cue->n_tokens == 1 &&
         (upos == SAYSO_UPOS_ADV || upos == SAYSO_UPOS_AUX || upos == SAYSO_UPOS_PART || upos == SAYSO_UPOS_ADP);
}

/* "told the young | woman": what only begins a phrase is no part of the cue; "has also | responded": a cue has its
 * verb, unless another cue begins before it. */
static void
mend_cue (const SaysoAttributor *self, SaysoCue *cue, guint next)
{
  guint last = cue->first + cue->n_tokens - 1;
  int head, noun = -1;

  for (; last > cue->first && sayso_tree_deprel_is (&self->tree, last, "det amod nmod:poss compound nummod") &&
         sayso_tree_token (&self->tree, last)->head > (int) last;
       last--)
    noun = sayso_tree_token (&self->tree, last)->head;
  /* "said in a | statement" */
  if (noun >= 0 && last > cue->first && sayso_tree_deprel_is (&self->tree, last, "case") &&
      sayso_tree_token (&self->tree, last)->head == noun && !has_word (cue->content, (guint) noun))
    last--;
  cue->n_tokens = last + 1 - cue->first;
  head = sayso_tree_token (&self->tree, last)->head;
  if (sayso_tree_deprel_is (&self->tree, last, "aux aux:pass") && head > (int) last &&
      head <= (int) (last + 1 + CUE_GAP) && head < (int) next &&
      sayso_tree_token (&self->tree, head)->upos == SAYSO_UPOS_VERB)
    cue->n_tokens = head + 1 - cue->first;
}

/* "still | disapproves": the adverb is part of the cue that it leans on, and attributes nothing by itself. */
void
sayso_attributor_fold_cues (const SaysoAttributor *self, GArray *cues)
{
  for (guint i = cues->len; i-- > 1;)
    {
      SaysoCue *cue = &g_array_index (cues, SaysoCue, i), *before = &g_array_index (cues, SaysoCue, i - 1);

      if (cue->first > before->first + before->n_tokens + CUE_GAP || !is_adverb (self, before) ||
          !is_in_cue (cue, sayso_tree_token (&self->tree, before->first)->head))
        continue;
      cue->n_tokens += cue->first - before->first;
      cue->first = before->first;
      g_array_remove_index (cues, i - 1);
    }
  for (guint i = 0; i < cues->len; i++)
    mend_cue (self, &g_array_index (cues, SaysoCue, i),
              i + 1 < cues->len ? g_array_index (cues, SaysoCue, i + 1).first : self->reading->tokens->len);
}

/* Whether the cue stands in the sentence of a word, or beside the quotation that the word is in. */
static gboolean
is_beside (const SaysoAttributor *self, const SaysoCue *cue, guint word)
{
  guint sentence = self->tree.sentence[cue->first], id = sayso_quotes_at (&self->quotes, word);
  SaysoRun quote;

  if (self->tree.sentence[word] == sentence || id == 0)
    return self->tree.sentence[word] == sentence;
  quote = sayso_quotes_run (&self->quotes, id);

  return self->tree.sentence[quote.first] == sentence || self->tree.sentence[quote.last] == sentence;
}

static guint
distance (SaysoRun run, guint token)
{
  return token < run.first ? run.first - token : token > run.last ? token - run.last : 0;
}

/* The word and, where it is quoted, all of its quotation: of two cues beside it, the nearer one's. */
static void
own (SaysoAttributor *self, guint word, guint owner)
{
  guint id = sayso_quotes_at (&self->quotes, word);
  SaysoRun run = id != 0 ? sayso_quotes_run (&self->quotes, id) : (SaysoRun) { word, word };

  if (self->owner[run.first] == owner && self->owner[run.last] == owner)
    return;
  if (id != 0 && self->owner[run.first] != 0 && distance (run, self->owner[run.first] - 1) <= distance (run, owner - 1))
    return;
  for (guint t = run.first; t <= run.last; t++)
    self->owner[t] = owner;
}

/* For each word the cue of its own sentence, outside the words that it gives, that gives it; or none. */
void
sayso_attributor_find_owners (SaysoAttributor *self, const GArray *cues)
{
  self->owner = g_new0 (guint, self->reading->tokens->len + 1);
  for (guint i = 0; i < cues->len; i++)
    {
      const SaysoCue *cue = &g_array_index (cues, SaysoCue, i);

      for (guint k = 0; k < cue->content->len; k++)
        {
          guint word = g_array_index (cue->content, guint, k);

          if (is_beside (self, cue, word) && cue->stance == SAYSO_STANCE_STATEMENT && !cue->faint &&
              (sayso_quotes_at (&self->quotes, cue->first) == 0 ||
               sayso_quotes_at (&self->quotes, cue->first) != sayso_quotes_at (&self->quotes, word)))
            own (self, word, cue->first + 1);
        }
    }
}

/* Whether a word of another sentence than the cue's, or of a quotation, is what a nearer cue gives, and that cue is not
 * told by this one. */
gboolean
sayso_attributor_is_owned (const SaysoAttributor *self, guint word, const SaysoCue *cue)
{
  guint owner = self->owner[word];

  if (owner == 0 || owner - 1 == cue->first || has_word (cue->content, owner - 1))
    return FALSE;

  return self->tree.sentence[word] != self->tree.sentence[cue->first] ||
         (sayso_quotes_at (&self->quotes, word) != 0 && owner - 1 > cue->first && owner - 1 < word);
}

gboolean
sayso_attributor_stands_in (const GArray *runs, guint token)
{
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, SaysoRun, i).first <= token && token <= g_array_index (runs, SaysoRun, i).last)
      return TRUE;

  return FALSE;
}

/* Whether what hangs from the cue's verb tells how or when it was said, or what the source told or did besides. */
gboolean
sayso_attributor_is_circumstance (const SaysoAttributor *self, guint child)
{
  if (sayso_tree_deprel_is (&self->tree, child, "obl:unmarked"))
    return TRUE;
  if (sayso_tree_deprel_is (&self->tree, child, "advcl"))
    return (sayso_tree_is_mark (&self->tree, self->tree.left[child], ",") &&
            sayso_tree_child_word (&self->tree, child, "mark case advmod", "as for of if because") < 0 &&
            (sayso_tree_child_word (&self->tree, child, "mark case", "with") < 0 ||
             sayso_tree_child (&self->tree, child, "nsubj nsubj:pass") >= 0)) ||
           sayso_tree_child_word (&self->tree, child, "mark advmod",
                                  "when before after while since until though although") >= 0;

  return sayso_tree_deprel_is (&self->tree, child, "obl") &&
         sayso_tree_child_word (&self->tree, child, "case", "during after before since") >= 0;
}

/* Whether a word of the cue's sentence belongs to such a circumstance. */
static gboolean
is_circumstantial (const SaysoAttributor *self, guint token, guint head)
{
  int below = -1;

  for (int at = (int) token; at >= 0 && at != (int) head; at = sayso_tree_token (&self->tree, at)->head)
    below = at;

  return below > (int) head && sayso_tree_token (&self->tree, below)->head == (int) head &&
         sayso_attributor_is_circumstance (self, below);
}

/* "…, as the paper reported" */
static gboolean
is_said_so (const SaysoAttributor *self, guint head)
{
  return sayso_tree_deprel_is (&self->tree, head, "advcl") && sayso_tree_token (&self->tree, head)->head < (int) head &&
         sayso_tree_child_word (&self->tree, head, "mark advmod", "as") >= 0 &&
         sayso_tree_child (&self->tree, head, "nsubj") >= 0 &&
         sayso_tree_child (&self->tree, head, "obj ccomp xcomp") < 0 &&
         sayso_tree_is_mark (&self->tree, self->tree.left[head], ",");
}

/* The head of the clause that is said: the cue's complement ("continues to insist | that …"), or the clause that the
 * cue is put into; or -1. */
static int
find_clause (const SaysoAttributor *self, const GArray *runs, const SaysoCue *cue, guint head)
{
  int best = sayso_tree_child (&self->tree, head, "ccomp");

  for (int verb = (int) head; best < 0;)
    {
      verb = sayso_tree_child (&self->tree, verb, "xcomp");
      if (verb < 0 || !is_in_cue (cue, verb))
        break;
      best = sayso_tree_child (&self->tree, verb, "ccomp");
    }
  if (best < 0 && sayso_tree_deprel_is (&self->tree, head, "parataxis") &&
      sayso_tree_child (&self->tree, head, "nsubj") >= 0)
    best = sayso_tree_token (&self->tree, head)->head;
  /* "…, as the paper reported": the clause that it is said of */
  if (best < 0 && is_said_so (self, head))
    return sayso_tree_token (&self->tree, head)->head;
  if (best < 0)
    return -1;

  return sayso_attributor_stands_in (runs, best) ? best : -1;
}

/* What the tree says is said: the clause with all that hangs from it, without the cue and what hangs from that. */
static void
mark_clause (const SaysoAttributor *self, guint clause, const SaysoCue *cue, guint head, guint first, gboolean *said)
{
  gboolean inside = hangs_from (self, head, clause);
  guint id = sayso_quotes_at (&self->quotes, clause);
  guint end = self->tree.right[clause];

  if (id != 0 && clause < cue->first)
    end = MIN (end, sayso_quotes_run (&self->quotes, id).last);
  for (guint t = self->tree.left[clause]; t <= end; t++)
    said[t - first] = hangs_from (self, t, clause) && !(inside && hangs_from (self, t, head));
}

/*
 * Where the tree has the clause that is said, and the network saw most of it, the tree knows best where it begins and
 * ends in the cue's sentence: "said in May that the mill was sold, adding that …".
 */
void
sayso_attributor_take_clause (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, guint head)
{
  int clause = find_clause (self, runs, cue, head);
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[head]);
  guint end = sentence->first + sentence->n_tokens, ours = 0, shared = 0;
  g_autofree gboolean *said = NULL, *seen = NULL;

  if (clause < 0 || sentence->n_tokens > LONG || self->tree.left[clause] < sentence->first ||
      self->tree.right[clause] >= end)
    return;
  said = g_new0 (gboolean, sentence->n_tokens + 1);
  seen = g_new0 (gboolean, sentence->n_tokens + 1);
  mark_clause (self, clause, cue, head, sentence->first, said);
  for (guint t = sentence->first; t < end; t++)
    {
      guint i = t - sentence->first;

      seen[i] = sayso_attributor_stands_in (runs, t);
      ours += said[i];
      shared += said[i] && seen[i];
      said[i] = (said[i] || (seen[i] && !is_circumstantial (self, t, head))) && !is_in_cue (cue, t);
    }
  if (shared * 2 < ours && !is_said_so (self, head))
    return;
  /* "said last week in Oslo | that …": nothing stands before its "that". */
  if (clause > (int) head && sayso_tree_child_word (&self->tree, clause, "mark", "that") >= 0)
    for (guint t = sentence->first; t < self->tree.left[clause]; t++)
      said[t - sentence->first] = FALSE;
  for (guint i = runs->len; i-- > 0;)
    if (self->tree.sentence[g_array_index (runs, SaysoRun, i).first] == self->tree.sentence[head])
      g_array_remove_index (runs, i);
  for (guint t = sentence->first, from; t < end; t++)
    if (said[t - sentence->first])
      {
        for (from = t; t + 1 < end && said[t + 1 - sentence->first];)
          t++;
        sayso_attributor_add_run (self, runs, (SaysoRun) { from, t });
      }
  g_array_sort (runs, sayso_attributor_compare_runs);
}

void
sayso_attributor_remove_run (const SaysoAttributor *self, GArray *runs, SaysoRun out)
{
  for (guint i = runs->len; i-- > 0;)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, i);

      if (out.first > run.last || out.last < run.first)
        continue;
      g_array_remove_index (runs, i);
      if (run.last > out.last)
        sayso_attributor_add_run (self, runs, (SaysoRun) { out.last + 1, run.last });
      if (run.first < out.first)
        sayso_attributor_add_run (self, runs, (SaysoRun) { run.first, out.first - 1 });
    }
  g_array_sort (runs, sayso_attributor_compare_runs);
}

void
sayso_attributor_leave_cue_out (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  sayso_attributor_remove_run (self, runs, (SaysoRun) { cue->first, cue->first + cue->n_tokens - 1 });
}

/* Whether the words of one source are among those of the other. */
static gboolean
is_same_source (const GArray *left, const GArray *right)
{
  const GArray *few = left->len < right->len ? left : right, *many = few == left ? right : left;

  for (guint i = 0; i < few->len; i++)
    if (!has_word (many, g_array_index (few, guint, i)))
      return FALSE;

  return few->len > 0;
}

/* So many words behind its verb another verb may go on telling, so that a sentence without end costs little. */
#define JOINED_MAX 200

/* "says that it rains | but argues that …": what the same source tells by another verb of the sentence is told apart.
 */
void
sayso_attributor_drop_joined (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, const GArray *cues)
{
  const SaysoCue *end = &g_array_index (cues, SaysoCue, cues->len);

  /* The cues are in the order of the text. */
  for (const SaysoCue *other = cue + 1; other < end && other->first < cue->first + JOINED_MAX &&
                                        self->tree.sentence[other->first] == self->tree.sentence[cue->first];
       other++)
    {
      guint verb;

      if (other->first <= cue->first || (other->source->len > 0 && !is_same_source (cue->source, other->source)) ||
          !sayso_attributor_stands_in (runs, other->first))
        continue;
      for (verb = other->first;
           verb + 1 < other->first + other->n_tokens && sayso_tree_token (&self->tree, verb)->upos != SAYSO_UPOS_VERB;)
        verb++;
      if (sayso_tree_deprel_is (&self->tree, verb, other->source->len > 0 ? "conj advcl" : "advcl") &&
          sayso_tree_child (&self->tree, verb, "mark") < 0)
        sayso_attributor_remove_run (self, runs, (SaysoRun) { self->tree.left[verb], self->tree.right[verb] });
    }
}

/* So many verbs are climbed to find whose subject a verb shares. */
#define CLIMB 3

/* All that belongs to a noun, without ", who asked not to be named" and what follows that. */
static SaysoRun
without_relative (const SaysoAttributor *self, guint noun)
{
  SaysoRun run = { self->tree.left[noun], self->tree.right[noun] };

  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (&self->tree, child, "acl:relcl") &&
        sayso_tree_is_mark (&self->tree, self->tree.left[child] - 1, ","))
      run.last = MIN (run.last, self->tree.left[child] - 1);

  return run;
}

/* "Ann Lind left and | said that …", "…, | adding that …": where the network saw nobody, the one who does what the
 * verb before does. */
void
sayso_attributor_find_subject (const SaysoAttributor *self, GArray *runs, guint head)
{
  guint at = head;

  /* "when asked about it": somebody else did */
  if (runs->len > 0 || sayso_tree_token (&self->tree, head)->upos != SAYSO_UPOS_VERB ||
      sayso_tree_is_passive (&self->tree, head) ||
      ((sayso_tree_token (&self->tree, head)->morph & SAYSO_MORPH_PARTICIPLE) != 0 &&
       sayso_tree_deprel_is (&self->tree, head, "advcl acl") && sayso_tree_child (&self->tree, head, "aux") < 0))
    return;
  for (guint n = 0; n < CLIMB; n++)
    {
      int subject = sayso_tree_child (&self->tree, at, "nsubj"), outer = sayso_tree_token (&self->tree, at)->head;

      /* "said | that the army fled and accused …": whoever said it accuses. */
      if (at != head && sayso_tree_deprel_is (&self->tree, at, "ccomp") && outer >= 0 &&
          sayso_tree_child (&self->tree, outer, "nsubj") >= 0)
        subject = sayso_tree_child (&self->tree, outer, "nsubj");
      if (subject >= 0 && at == head && sayso_tree_child (&self->tree, head, "xcomp") >= 0)
        return;
      if (subject >= 0)
        {
          if (self->tree.right[subject] < head)
            sayso_attributor_add_run (self, runs, without_relative (self, subject));
          return;
        }
      if (sayso_tree_token (&self->tree, at)->head < 0 || !sayso_tree_deprel_is (&self->tree, at, "conj advcl xcomp") ||
          sayso_tree_child (&self->tree, at, "mark nsubj:pass csubj expl") >= 0)
        return;
      at = sayso_tree_token (&self->tree, at)->head;
    }
}

/*
 * Whether what was taken for a source is none: it stands inside the clause that it is said to say ("declined to comment
 * but said | the board would"), or is a clause ("two men, who were not named | because they had no leave to speak,
 * said").
 */
gboolean
sayso_attributor_is_told (const SaysoAttributor *self, const GArray *runs, guint head)
{
  int clause = sayso_tree_child (&self->tree, head, "ccomp");

  if (runs->len > 0 &&
      sayso_tree_token (&self->tree, g_array_index (runs, SaysoRun, 0).first)->upos == SAYSO_UPOS_SCONJ)
    return TRUE;

  return runs->len > 0 && clause > (int) head && g_array_index (runs, SaysoRun, 0).first > head &&
         hangs_from (self, g_array_index (runs, SaysoRun, 0).last, clause);
}

/* "It rains and it pours, | records show": of a sentence that is broken off by who says it, all before that is said. */
void
sayso_attributor_take_all_before (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue, guint head)
{
  guint first = sayso_reading_sentence (self->reading, self->tree.sentence[head])->first, comma = cue->first;
  int subject = sayso_attributor_speaker (self, head);

  if (subject < 0 || sayso_tree_token (&self->tree, head)->upos != SAYSO_UPOS_VERB ||
      sayso_quotes_at (&self->quotes, cue->first) != 0)
    return;
  if (subject < (int) head)
    comma = self->tree.left[subject];
  if (comma < first + 3 || comma > first + LONG || !sayso_tree_is_mark (&self->tree, comma - 1, ","))
    return;
  for (guint t = first; t < comma; t++)
    if (sayso_quotes_at (&self->quotes, t) != 0)
      return;
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);

      if (self->tree.sentence[run->first] != self->tree.sentence[head] || run->last + 2 != comma)
        continue;
      run->first = first;
      *run = sayso_tree_trim (&self->tree, *run);
      for (guint k = runs->len; k-- > 0;)
        if (k != i && g_array_index (runs, SaysoRun, k).first < comma &&
            g_array_index (runs, SaysoRun, k).last >= first)
          g_array_remove_index (runs, k);
      return;
    }
}

/* "since Velar says that it paid, | it is believed …": what follows a clause is not said by its verb. */
void
sayso_attributor_stay_in_clause (const SaysoAttributor *self, GArray *runs, guint head)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[head]);
  SaysoRun after = { self->tree.right[head] + 1, sentence->first + sentence->n_tokens - 1 };

  if (sayso_tree_token (&self->tree, head)->upos == SAYSO_UPOS_VERB && after.first <= after.last &&
      (sayso_tree_deprel_is (&self->tree, head, "acl:relcl") ||
       (sayso_tree_deprel_is (&self->tree, head, "advcl") &&
        sayso_tree_child_word (&self->tree, head, "mark advmod",
                               "since because although though while when if before after") >= 0)))
    sayso_attributor_remove_run (self, runs, after);
}

/* "…, the Herald reports", "…, according to police": who passes on the claim is no part of it. */
void
sayso_attributor_drop_tail (const SaysoAttributor *self, GArray *runs, guint head)
{
  for (guint i = runs->len; i-- > 0;)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, i);

      for (guint t = run.first + 3; t <= run.last && !sayso_tree_lemma_in (&self->tree, head, "accord"); t++)
        if (sayso_tree_lemma_in (&self->tree, t, "accord") && sayso_tree_is_mark (&self->tree, t - 1, ",") &&
            sayso_quotes_at (&self->quotes, t) == 0)
          {
            sayso_attributor_remove_run (self, runs, (SaysoRun) { t - 1, run.last });
            break;
          }
    }
  for (guint i = runs->len; i-- > 0;)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, i);
      guint verb = run.last;
      int subject = sayso_tree_child (&self->tree, verb, "nsubj");

      if (verb != head && sayso_tree_token (&self->tree, verb)->upos == SAYSO_UPOS_VERB && subject >= 0 &&
          sayso_tree_deprel_is (&self->tree, verb, "parataxis") && self->tree.left[verb] > run.first &&
          sayso_tree_is_mark (&self->tree, self->tree.left[verb], ",") && sayso_quotes_at (&self->quotes, verb) == 0)
        sayso_attributor_remove_run (self, runs, (SaysoRun) { self->tree.left[verb], verb });
    }
}

/* "a lawyer, who asked not to be | named |, said": words that name and describe nobody are no source. */
static gboolean
is_somebody (const SaysoAttributor *self, SaysoRun run)
{
  for (guint t = run.first; t <= run.last; t++)
    {
      SaysoUpos upos = sayso_tree_token (&self->tree, t)->upos;

      if (upos == SAYSO_UPOS_NOUN || upos == SAYSO_UPOS_PROPN || upos == SAYSO_UPOS_PRON || upos == SAYSO_UPOS_X ||
          sayso_tree_deprel_is (&self->tree, t, "nsubj nsubj:pass obl obl:agent nmod:poss"))
        return TRUE;
    }

  return FALSE;
}

/* The source without what does not hang from the one who does what the cue tells, or only begins beside it: "in
 * Washington, | spokesman Jan Oduya", "Velar Corp. | , rumored". */
void
sayso_attributor_trim_source (const SaysoAttributor *self, GArray *runs, guint head)
{
  int subject = sayso_tree_child (&self->tree, head, "nsubj obl:agent");
  SaysoRun *run = runs->len > 0 ? &g_array_index (runs, SaysoRun, 0) : NULL;

  if (run != NULL && subject >= 0 && !is_somebody (self, *run))
    g_array_set_size (runs, 0);
  if (runs->len == 0 || subject < (int) run->first || subject > (int) run->last)
    return;
  run->first = MAX (run->first, self->tree.left[subject]);
  run->last = MIN (run->last, self->tree.right[subject]);
  for (int child = self->tree.first_child[subject]; child >= 0; child = self->tree.next_sibling[child])
    if (self->tree.left[child] > (guint) subject && self->tree.left[child] <= run->last &&
        self->tree.right[child] > run->last && sayso_tree_is_mark (&self->tree, self->tree.left[child], ","))
      run->last = self->tree.left[child] - 1;
  *run = sayso_tree_trim (&self->tree, *run);
}

/* Whether a verb tells whom a report cites ("reported, citing two people, that …"), and who that is; not "closed the
 * mill, citing its age". */
gboolean
sayso_attributor_cites (const SaysoAttributor *self, guint verb, SaysoRun *who)
{
  int object = sayso_tree_child (&self->tree, verb, "obj");
  SaysoUpos upos = object >= 0 ? sayso_tree_token (&self->tree, object)->upos : SAYSO_UPOS_X;

  if ((upos != SAYSO_UPOS_PROPN && upos != SAYSO_UPOS_PRON &&
       !(object >= 0 && sayso_tree_lemma_in (&self->tree, object, CITED))) ||
      !sayso_tree_lemma_in (&self->tree, verb, "cite") || !sayso_tree_deprel_is (&self->tree, verb, "advcl acl") ||
      sayso_tree_is_passive (&self->tree, verb) || object < (int) verb)
    return FALSE;
  *who = (SaysoRun) { self->tree.left[object], object };
  while (who->last < self->tree.right[object] && !sayso_tree_is_mark (&self->tree, who->last + 1, ","))
    who->last++;

  return TRUE;
}

/* Whom a report cites is no part of what it says. */
void
sayso_attributor_leave_cited_out (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[cue->first]);
  SaysoRun who;

  for (guint t = cue->first + cue->n_tokens; t < sentence->first + sentence->n_tokens && t < cue->first + LONG; t++)
    if (sayso_attributor_cites (self, t, &who))
      sayso_attributor_remove_run (self, runs, (SaysoRun) { t, who.last });
}
