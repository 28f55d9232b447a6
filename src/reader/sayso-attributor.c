/* sayso-attributor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-attributor-private.h"

/* So many words that the network left out of a part are taken back into it where they stand between words of it. */
#define GAP 2

/* A passage without an empty line goes on for so many paragraphs at most. */
#define PASSAGE 4

/* How many of the words stand in the sentence of @token. */
static guint
count_in_sentence (const SaysoAttributor *self, const GArray *words, guint token)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += self->tree.sentence[g_array_index (words, guint, i)] == self->tree.sentence[token];

  return n;
}

static gboolean
has_quotation (const SaysoAttributor *self, const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (sayso_quotes_at (&self->quotes, g_array_index (words, guint, i)) != 0)
      return TRUE;

  return FALSE;
}

/* Whether the quotation that a word stands in is most of the word's sentence, and not a title in it. */
static gboolean
fills_sentence (const SaysoAttributor *self, guint word)
{
  SaysoRun quote = sayso_quotes_run (&self->quotes, sayso_quotes_at (&self->quotes, word));
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[word]);
  guint end = sentence->first + sentence->n_tokens;

  return (MIN (quote.last + 1, end) - MAX (quote.first, sentence->first)) * 2 > sentence->n_tokens;
}

/* Whether a word in another sentence than the cue's may belong to it: in a quotation, or else where most of its
 * sentence does and nothing is quoted. */
static gboolean
reaches (const SaysoAttributor *self, const GArray *words, guint word, const SaysoCue *cue)
{
  guint sentence = self->tree.sentence[word];

  if (sayso_attributor_is_owned (self, word, cue))
    return FALSE;
  if (sentence == self->tree.sentence[cue->first])
    return TRUE;
  if (sayso_reading_sentence (self->reading, sentence)->paragraph <
          sayso_reading_sentence (self->reading, self->tree.sentence[cue->first])->paragraph &&
      count_in_sentence (self, words, cue->first) > 0)
    return FALSE;
  if (sayso_quotes_at (&self->quotes, word) != 0)
    return fills_sentence (self, word);

  return !has_quotation (self, words) &&
         count_in_sentence (self, words, word) * 2 > sayso_reading_sentence (self->reading, sentence)->n_tokens;
}

/* The runs of a part: its words (element-type guint), ascending, with small gaps closed; not over those of the cue. */
static GArray *
find_runs (const SaysoAttributor *self, const GArray *words, const SaysoCue *cue)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (SaysoRun));
  SaysoRun run = { 1, 0 };

  for (guint i = 0; i < words->len; i++)
    {
      guint word = g_array_index (words, guint, i);

      if ((word >= cue->first && word < cue->first + cue->n_tokens) || !reaches (self, words, word, cue))
        continue;

      if (run.first <= run.last && word <= run.last + 1 + GAP && !(run.last < cue->first && word > cue->first))
        {
          run.last = word;
          continue;
        }
      if (run.first <= run.last)
        sayso_attributor_add_run (self, runs, run);
      run = (SaysoRun) { word, word };
    }
  if (run.first <= run.last)
    sayso_attributor_add_run (self, runs, run);

  return runs;
}

/* The word that governs the cue: its verb, or the one whose head lies outside. */
static guint
head_of (const SaysoAttributor *self, const SaysoCue *cue)
{
  guint end = cue->first + cue->n_tokens, head = cue->first;

  for (guint i = end; i-- > cue->first;)
    {
      const SaysoToken *token = sayso_tree_token (&self->tree, i);

      if (token->upos != SAYSO_UPOS_PUNCT && (token->head < (int) cue->first || token->head >= (int) end))
        head = i;
    }

  return head;
}

/* Whether a run is no more than the short object of the cue's verb. */
static gboolean
is_hearer (const SaysoAttributor *self, SaysoRun run, guint verb)
{
  int object = sayso_tree_child (&self->tree, verb, "obj iobj");

  return object >= 0 && run.last - run.first < 4 && run.first <= (guint) object && (guint) object <= run.last;
}

/* Where the network took the hearer and not what was told: the clause that hangs from the cue, or that it is put into.
 */
static void
complete_clause (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  guint head = head_of (self, cue);
  int clause = sayso_tree_child (&self->tree, head, "ccomp");
  SaysoRun run;

  if (sayso_tree_token (&self->tree, head)->upos != SAYSO_UPOS_VERB || cue->stance != SAYSO_STANCE_STATEMENT ||
      runs->len != 1 || !is_hearer (self, g_array_index (runs, SaysoRun, 0), head))
    return;
  if (clause < 0)
    {
      if (!sayso_tree_deprel_is (&self->tree, head, "parataxis") || sayso_tree_child (&self->tree, head, "nsubj") < 0)
        return;
      clause = sayso_tree_token (&self->tree, head)->head;
    }
  run = (SaysoRun) { self->tree.left[clause], self->tree.right[clause] };
  if (run.first < head && run.last > head)
    run.last = self->tree.left[head] - 1;
  if (run.first > run.last || (run.first <= head && head <= run.last))
    return;
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, SaysoRun, i).first <= run.last && g_array_index (runs, SaysoRun, i).last >= run.first)
      return;
  g_array_set_size (runs, 0);
  sayso_attributor_add_run (self, runs, run);
}

/* "I think …" inside a quotation adds nobody to those who say so. */
static gboolean
speaks_of_itself (const SaysoAttributor *self, const SaysoCue *cue)
{
  return sayso_quotes_at (&self->quotes, cue->first) != 0 && cue->source->len == 1 &&
         sayso_tree_lemma_in (&self->tree, g_array_index (cue->source, guint, 0), "i we you");
}

/* The quotation with which the speech goes on after a sentence, and which no other cue gives; or 0. */
static guint
find_continuation (const SaysoAttributor *self, guint sentence, guint id, const SaysoCue *cue)
{
  guint next = sayso_quotes_continued (&self->quotes, sentence, id);

  return next != 0 && !sayso_attributor_is_owned (self, sayso_quotes_run (&self->quotes, next).first + 1, cue) ? next
                                                                                                               : 0;
}

/* Whether the cue is the main verb of its sentence, and somebody speaks. */
static gboolean
is_main (const SaysoAttributor *self, const SaysoCue *cue)
{
  return cue->stance == SAYSO_STANCE_STATEMENT && cue->source->len > 0 &&
         sayso_quotes_at (&self->quotes, cue->first) == 0 &&
         sayso_tree_token (&self->tree, head_of (self, cue))->upos == SAYSO_UPOS_VERB &&
         sayso_tree_deprel_is (&self->tree, head_of (self, cue), "root");
}

/* A quotation belongs to the content wholly where half of it does, and so do those in which the same speech goes on. */
static void
complete_quotes (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  guint last = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun *run = &g_array_index (runs, SaysoRun, i);
      guint ids[] = { sayso_quotes_at (&self->quotes, run->first), sayso_quotes_at (&self->quotes, run->last) };

      for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
        {
          SaysoRun quote;
          guint inside;

          if (ids[k] == 0)
            continue;
          quote = sayso_quotes_run (&self->quotes, ids[k]);
          inside = MIN (quote.last, run->last) + 1 - MAX (quote.first, run->first);
          if ((inside * 2 < quote.last + 1 - quote.first && run->last + 1 < quote.last &&
               run->first > quote.first + 1) ||
              (quote.first <= cue->first && cue->first <= quote.last))
            continue;
          run->first = MIN (run->first, quote.first);
          run->last = MAX (run->last, quote.last);
          last = ids[k];
        }
    }
  for (gboolean began = FALSE; last != 0 || (!began && runs->len > 0 && is_main (self, cue)); began = TRUE)
    {
      guint sentence = self->tree.sentence[last != 0 ? sayso_quotes_run (&self->quotes, last).last : cue->first];

      last = find_continuation (self, sentence, last, cue);
      if (last != 0)
        sayso_attributor_add_run (self, runs, sayso_quotes_run (&self->quotes, last));
    }
}

/* A passage that follows is what is said; "one of them" before it only points to it. */
static void
set_passage (const SaysoAttributor *self, GArray *runs, SaysoRun passage)
{
  for (guint i = runs->len; i-- > 0;)
    if (!sayso_attributor_has_verb (self, g_array_index (runs, SaysoRun, i)))
      g_array_remove_index (runs, i);
  sayso_attributor_add_run (self, runs, passage);
}

/* After a colon that ends the cue's sentence: the quotation that follows, or the passage up to the next empty line. */
static void
add_passage (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  guint s = self->tree.sentence[cue->first], first, last, id, paragraph;
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, s);

  first = last = sentence->first + sentence->n_tokens;
  if (cue->stance != SAYSO_STANCE_STATEMENT || s + 1 >= self->reading->sentences->len ||
      !sayso_tree_is_mark (&self->tree, first - 1, ":"))
    return;
  id = sayso_quotes_at (&self->quotes, first);
  if (id != 0 && sayso_quotes_run (&self->quotes, id).first == first)
    {
      for (guint i = runs->len; i-- > 0;)
        if (sayso_quotes_at (&self->quotes, g_array_index (runs, SaysoRun, i).first) == id)
          g_array_remove_index (runs, i);
      set_passage (self, runs, sayso_quotes_run (&self->quotes, id));
      return;
    }
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, SaysoRun, i).last >= first)
      return;
  if (sentence->paragraph == sayso_reading_sentence (self->reading, s + 1)->paragraph)
    return;
  paragraph = sentence->paragraph;
  for (s++; s < self->reading->sentences->len; s++)
    {
      sentence = sayso_reading_sentence (self->reading, s);
      if (sentence->first > first && sayso_reader_has_empty_line (self->reading, sentence->first))
        break;
      if (sentence->paragraph > paragraph + PASSAGE)
        return;
      last = sentence->first + sentence->n_tokens - 1;
    }
  set_passage (self, runs, (SaysoRun) { first, last });
}

/* A source is one phrase: the run with the words nearest to the cue, and the rest of the phrase around them. */
static void
choose_source (const SaysoAttributor *self, GArray *runs, const SaysoCue *cue)
{
  guint best = 0, nearest = G_MAXUINT;

  for (guint i = 0; i < runs->len; i++)
    {
      const SaysoRun *run = &g_array_index (runs, SaysoRun, i);
      guint distance = run->first > cue->first ? run->first - cue->first : cue->first - run->last;

      if (distance < nearest)
        {
          nearest = distance;
          best = i;
        }
    }
  if (runs->len > 1)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, best);

      g_array_set_size (runs, 0);
      g_array_append_val (runs, run);
    }
  sayso_attributor_complete_phrases (self, runs, cue);
  /* "on the website": without its preposition. */
  if (runs->len > 0)
    for (SaysoRun *run = &g_array_index (runs, SaysoRun, 0);
         run->first < run->last && sayso_tree_deprel_is (&self->tree, run->first, "case");)
      run->first++;
}

int
sayso_attributor_compare_runs (gconstpointer a, gconstpointer b)
{
  const SaysoRun *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

/* The runs as spans, those that meet or overlap as one. */
static GArray *
to_spans (const SaysoAttributor *self, GArray *runs)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  guint last = 0;

  g_array_sort (runs, sayso_attributor_compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      SaysoRun run = g_array_index (runs, SaysoRun, i);
      SaysoSpan span = sayso_tree_span (&self->tree, run);

      if (spans->len > 0 && run.first <= last)
        {
          SaysoSpan *before = &g_array_index (spans, SaysoSpan, spans->len - 1);

          before->end = MAX (before->end, span.end);
        }
      else
        g_array_append_val (spans, span);
      last = MAX (last, run.last);
    }

  return spans;
}

/* The attribution before a cue in its sentence, or %NULL. */
static const SaysoAttribution *
find_report (const SaysoAttributor *self, const SaysoCue *cue)
{
  const GArray *made = self->reading->attributions;
  const SaysoAttribution *last = made->len > 0 ? &g_array_index (made, SaysoAttribution, made->len - 1) : NULL;

  return last != NULL && last->stance == SAYSO_STANCE_STATEMENT &&
                 self->tree.sentence[last->cue_head] == self->tree.sentence[cue->first]
             ? last
             : NULL;
}

/* "reported, citing two people, that …": the two people say what is reported. */
static gboolean
add_citation (const SaysoAttributor *self, const SaysoCue *cue)
{
  const SaysoAttribution *report = find_report (self, cue);
  SaysoAttribution attribution = {
    .stance = cue->stance, .source_kind = cue->source_kind, .certainty = cue->certainty, .cue_head = head_of (self, cue)
  };
  SaysoSpan span;
  SaysoRun who;

  if (report == NULL || !sayso_attributor_cites (self, attribution.cue_head, &who))
    return FALSE;
  attribution.source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  span = sayso_tree_span (&self->tree, who);
  g_array_append_val (attribution.source, span);
  attribution.cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  span = sayso_tree_token (&self->tree, attribution.cue_head)->span;
  g_array_append_val (attribution.cue, span);
  attribution.content = g_array_copy (report->content);
  g_array_append_val (self->reading->attributions, attribution);

  return TRUE;
}

static void
add_attribution (const SaysoAttributor *self, const SaysoCue *cue, const GArray *cues)
{
  g_autoptr (GArray) source = find_runs (self, cue->source, cue), content = find_runs (self, cue->content, cue);
  SaysoAttribution attribution = { .stance = cue->stance,
                                   .faint = cue->faint,
                                   .source_kind = cue->source_kind,
                                   .certainty = cue->certainty,
                                   .cue_head = head_of (self, cue) };
  SaysoSpan span = sayso_tree_span (&self->tree, (SaysoRun) { cue->first, cue->first + cue->n_tokens - 1 });

  choose_source (self, source, cue);
  sayso_attributor_trim_source (self, source, attribution.cue_head);
  if (sayso_attributor_is_told (self, source, attribution.cue_head))
    g_array_set_size (source, 0);
  if (cue->stance == SAYSO_STANCE_STATEMENT)
    sayso_attributor_find_subject (self, source, attribution.cue_head);
  sayso_attributor_bridge_gaps (self, content, cue);
  sayso_attributor_leave_source_out (self, content, source);
  complete_clause (self, content, cue);
  sayso_attributor_complete_phrases (self, content, cue);
  sayso_attributor_complete_ends (self, content, cue);
  sayso_attributor_drop_leftovers (self, content, cue);
  sayso_attributor_drop_manner (self, content, cue);
  sayso_attributor_trim_ends (self, content, cue);
  sayso_attributor_begin_with_mark (self, content, cue);
  sayso_attributor_take_clause (self, content, cue, attribution.cue_head);
  sayso_attributor_drop_circumstances (self, content, attribution.cue_head);
  sayso_attributor_drop_medium (self, content, attribution.cue_head);
  sayso_attributor_drop_shifted (self, content, attribution.cue_head);
  sayso_attributor_stay_in_phrase (self, content, attribution.cue_head);
  sayso_attributor_drop_joined (self, content, cue, cues);
  sayso_attributor_drop_tail (self, content, attribution.cue_head);
  sayso_attributor_stay_in_clause (self, content, attribution.cue_head);
  sayso_attributor_take_all_before (self, content, cue, attribution.cue_head);
  sayso_attributor_take_around (self, content, cue, attribution.cue_head);
  sayso_attributor_leave_cited_out (self, content, cue);
  sayso_attributor_leave_cue_out (self, content, cue);
  sayso_attributor_widen_scope (self, content, cue);
  add_passage (self, content, cue);
  complete_quotes (self, content, cue);
  sayso_attributor_stay_in_quotation (self, content, cue);
  sayso_attributor_leave_dateline_out (self, content);
  if (content->len == 0 || speaks_of_itself (self, cue))
    return;
  attribution.source = to_spans (self, source);
  attribution.cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  g_array_append_val (attribution.cue, span);
  attribution.content = to_spans (self, content);
  g_array_append_val (self->reading->attributions, attribution);
}

/*
 * Makes attributions of the cues that the network saw (element-type SaysoCue), with whole quotations and clean edges.
 */
void
sayso_reader_find_attributions (SaysoReading *reading, GArray *cues)
{
  SaysoAttributor self = { .reading = reading };

  sayso_tree_init (&self.tree, reading);
  sayso_quotes_init (&self.quotes, &self.tree);
  sayso_attributor_fold_cues (&self, cues);
  sayso_attributor_find_owners (&self, cues);
  for (guint i = 0; i < cues->len; i++)
    if (!add_citation (&self, &g_array_index (cues, SaysoCue, i)))
      add_attribution (&self, &g_array_index (cues, SaysoCue, i), cues);
  g_clear_pointer (&self.owner, g_free);
  sayso_quotes_clear (&self.quotes);
  sayso_tree_clear (&self.tree);
}
