/* sayso-attributor-content.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-attributor-private.h"

/* A sentence has no more quotations than this that matter. */
#define QUOTES_MAX 32

void
sayso_attributor_add_run (const SaysoAttributor *self, GArray *spans, SaysoRun run)
{
  SaysoSpan span;

  run = sayso_tree_trim (&self->tree, run);
  if (!sayso_attributor_is_run (run))
    return;
  span = sayso_tree_span (&self->tree, run);
  g_array_append_val (spans, span);
}

/* Adds what is in @whole and not in @hole, which lies inside it. */
void
sayso_attributor_add_around (const SaysoAttributor *self, GArray *spans, SaysoRun whole, SaysoRun hole)
{
  if (hole.first > whole.first)
    sayso_attributor_add_run (self, spans, (SaysoRun) { whole.first, MIN (hole.first - 1, whole.last) });
  if (hole.last < whole.last)
    sayso_attributor_add_run (self, spans, (SaysoRun) { MAX (hole.last + 1, whole.first), whole.last });
}

/* Content takes in the quotation marks around it. */
static SaysoRun
with_quotes (const SaysoAttributor *self, SaysoRun run)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[run.first]);
  guint end = sentence->first + sentence->n_tokens;
  guint opened = sayso_quotes_at (&self->quotes, run.first);

  if (run.first > sentence->first && sayso_quotes_opens (&self->quotes, run.first - 1))
    run.first--;
  if (opened != 0 || sayso_quotes_opens (&self->quotes, run.first))
    {
      guint stop = run.last;

      for (guint i = 0; i < 2 && stop + 1 < end && !sayso_quotes_closes (&self->quotes, stop); i++)
        stop++;
      if (sayso_quotes_closes (&self->quotes, stop))
        run.last = stop;
    }

  return run;
}

/* Quotations that belong to this verb: in its sentence and outside itself, and those that go on from there. */
static gboolean
add_quotes (const SaysoAttributor *self, GArray *content, guint verb)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[verb]);
  guint end = sentence->first + sentence->n_tokens, last = 0;

  if (sayso_quotes_at (&self->quotes, verb) != 0)
    return FALSE;
  for (guint id = sayso_quotes_first (&self->quotes, sentence->first), n = 0; id != 0 && n < QUOTES_MAX; n++)
    {
      SaysoRun run = sayso_quotes_run (&self->quotes, id);

      id = run.first < end ? id + 1 : 0;
      if (id == 0)
        break;
      if (id == sayso_quotes_count (&self->quotes))
        id = 0;
      if (run.last - run.first < 4)
        continue;
      /* A quotation inside a phrase is that phrase's wording, one beside a clause is what was said. */
      if (run.first > sentence->first && !sayso_tree_is_mark (&self->tree, run.first - 1, ",:—–") &&
          !sayso_tree_lemma_in (&self->tree, run.first - 1, "that") && run.first != verb + 1)
        continue;
      last = sayso_quotes_at (&self->quotes, run.first);
      sayso_attributor_add_run (self, content, run);
    }
  if (last != 0)
    for (guint next = sayso_quotes_continued (&self->quotes, self->tree.sentence[verb], last); next != 0;
         next = sayso_quotes_continued (&self->quotes, self->tree.sentence[sayso_quotes_run (&self->quotes, next).last],
                                        next))
      sayso_attributor_add_run (self, content, sayso_quotes_run (&self->quotes, next));

  return last != 0;
}

static guint
first_of_next_sentence (const SaysoAttributor *self, guint token)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[token]);

  return sentence->first + sentence->n_tokens;
}

/* After a colon that ends the sentence: the quotation that follows, or the passage up to the next empty line. */
gboolean
sayso_attributor_add_passage (const SaysoAttributor *self, GArray *content, guint verb)
{
  guint s = self->tree.sentence[verb], first = first_of_next_sentence (self, verb), last = first;
  guint id;

  if (s + 1 >= self->reading->sentences->len || !sayso_tree_is_mark (&self->tree, first - 1, ":"))
    return FALSE;

  id = sayso_quotes_at (&self->quotes, first);
  if (id != 0)
    {
      for (; id != 0; id = sayso_quotes_continued (&self->quotes,
                                                   self->tree.sentence[sayso_quotes_run (&self->quotes, id).last], id))
        sayso_attributor_add_run (self, content, sayso_quotes_run (&self->quotes, id));
      return TRUE;
    }
  if (sayso_reading_sentence (self->reading, s)->paragraph == sayso_reading_sentence (self->reading, s + 1)->paragraph)
    return FALSE;

  for (s++; s < self->reading->sentences->len; s++)
    {
      const SaysoSentence *sentence = sayso_reading_sentence (self->reading, s);

      if (sentence->first > first && sayso_reader_has_empty_line (self->reading, sentence->first))
        break;
      last = sentence->first + sentence->n_tokens - 1;
    }
  sayso_attributor_add_run (self, content, (SaysoRun) { first, last });

  return TRUE;
}

/* Whether there is a verb, as in all that can be said; without one the tree is mistaken. */
static gboolean
has_verb (const SaysoAttributor *self, SaysoRun run)
{
  for (guint i = run.first; i <= MIN (run.last, run.first + 60); i++)
    if (sayso_tree_token (&self->tree, i)->upos == SAYSO_UPOS_VERB ||
        sayso_tree_token (&self->tree, i)->upos == SAYSO_UPOS_AUX)
      return TRUE;

  return FALSE;
}

/* By whom, as the tree has it or not. */
static int
by_agent (const SaysoAttributor *self, guint verb)
{
  int agent = sayso_tree_child (&self->tree, verb, "obl:agent");

  for (int child = self->tree.first_child[verb]; child >= 0 && agent < 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "obl nmod") &&
        sayso_tree_child_word (&self->tree, child, "case", "by") >= 0)
      agent = child;

  return agent;
}

/* "called it a theft", "dismissed it as theft". */
static gboolean
has_view (const SaysoAttributor *self, guint verb)
{
  if (sayso_tree_child (&self->tree, verb, "xcomp") >= 0)
    return TRUE;
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) verb && sayso_tree_deprel_is (&self->tree, child, "obl advcl") &&
        sayso_tree_child_word (&self->tree, child, "case mark", "as") >= 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_nominal (const SaysoAttributor *self, guint token)
{
  switch (sayso_tree_token (&self->tree, token)->upos)
    {
    case SAYSO_UPOS_ADJ:
    case SAYSO_UPOS_ADP:
    case SAYSO_UPOS_CCONJ:
    case SAYSO_UPOS_DET:
    case SAYSO_UPOS_NOUN:
    case SAYSO_UPOS_NUM:
    case SAYSO_UPOS_PART:
    case SAYSO_UPOS_PRON:
    case SAYSO_UPOS_PROPN:
      return TRUE;
    case SAYSO_UPOS_UNKNOWN:
    case SAYSO_UPOS_ADV:
    case SAYSO_UPOS_AUX:
    case SAYSO_UPOS_INTJ:
    case SAYSO_UPOS_PUNCT:
    case SAYSO_UPOS_SCONJ:
    case SAYSO_UPOS_SYM:
    case SAYSO_UPOS_VERB:
    case SAYSO_UPOS_X:
    default:
      return sayso_tree_is_mark (&self->tree, token, "-");
    }
}

/*
 * "…, officials told the panel": a clause of speech that closes the sentence, after a comma or a quotation. Told by its
 * words alone, since trees often have it wrong.
 */
static gboolean
add_clause_before (const SaysoAttributor *self, GArray *content, guint verb, SaysoRun *source)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[verb]);
  guint start = verb, end = sentence->first + sentence->n_tokens - 1;
  SaysoUpos last;

  while (start > sentence->first && verb - start < 16 && is_nominal (self, start - 1))
    start--;
  if (start == verb || start < sentence->first + 3 || end > verb + 14 ||
      !sayso_tree_is_mark (&self->tree, start - 1, ",”\""))
    return FALSE;
  last = sayso_tree_token (&self->tree, verb - 1)->upos;
  if (last != SAYSO_UPOS_NOUN && last != SAYSO_UPOS_PROPN && last != SAYSO_UPOS_PRON)
    return FALSE;
  if (sayso_tree_token (&self->tree, start)->upos == SAYSO_UPOS_CCONJ ||
      sayso_tree_token (&self->tree, start)->upos == SAYSO_UPOS_ADP ||
      sayso_tree_lemma_in (&self->tree, start, "who which that"))
    return FALSE;
  for (guint i = verb + 1; i < end; i++)
    if (sayso_tree_token (&self->tree, i)->upos == SAYSO_UPOS_VERB || sayso_tree_is_mark (&self->tree, i, ","))
      return FALSE;
  if (!has_verb (self, (SaysoRun) { sentence->first, start - 1 }))
    return FALSE;
  sayso_attributor_add_run (self, content, (SaysoRun) { sentence->first, start - 1 });
  *source = (SaysoRun) { start, verb - 1 };

  return content->len > 0;
}

/* "officials said they knew": what begins with a subject's pronoun right behind the verb is what is said. */
static gboolean
add_clause_behind (const SaysoAttributor *self, GArray *content, guint verb)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[verb]);
  guint end = sentence->first + sentence->n_tokens - 1;

  if (verb + 2 > end || (sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_PAST) == 0 ||
      !sayso_tree_lemma_in (&self->tree, verb + 1, "they he she we i"))
    return FALSE;
  sayso_attributor_add_run (self, content, (SaysoRun) { verb + 1, end });

  return content->len > 0;
}

void
sayso_attributor_find_content (const SaysoAttributor *self, guint verb, const char *takes, GArray *content,
                               SaysoRun *source)
{
  const SaysoToken *token = sayso_tree_token (&self->tree, verb);
  gboolean passive = sayso_tree_is_passive (&self->tree, verb), clause = sayso_table_cell_has (takes, "clause");
  int child;

  if (clause && !passive && add_quotes (self, content, verb))
    {
      /* Words before the quotation belong to it: that the seal "was broken by the firm". */
      child = sayso_tree_child (&self->tree, verb, "ccomp");
      if (child >= 0 && content->len == 1)
        {
          SaysoRun run = with_quotes (self, sayso_attributor_subtree (self, child));
          SaysoSpan span = sayso_tree_span (&self->tree, run);

          if (sayso_span_overlaps (span, g_array_index (content, SaysoSpan, 0)) &&
              (run.last < verb || run.first > verb))
            {
              SaysoRun quote = sayso_quotes_run (&self->quotes, sayso_quotes_first (&self->quotes, run.first));

              g_array_set_size (content, 0);
              run.last = quote.last;
              sayso_attributor_add_run (self, content, run);
            }
        }
      return;
    }

  child = sayso_tree_child (&self->tree, verb, "ccomp");
  if (child >= 0 && (clause || sayso_table_cell_has (takes, "infinitive")) &&
      has_verb (self, sayso_attributor_subtree (self, child)))
    {
      SaysoRun run = sayso_attributor_subtree (self, child);

      if (run.first < verb && verb < run.last)
        run = (guint) child < verb ? (SaysoRun) { run.first, verb - 1 } : (SaysoRun) { verb + 1, run.last };
      sayso_attributor_add_run (self, content, with_quotes (self, run));
      return;
    }
  if (passive && sayso_table_cell_has (takes, "passive"))
    {
      int subject = sayso_tree_child (&self->tree, verb, "nsubj:pass nsubj");

      child = sayso_tree_child (&self->tree, verb, "xcomp ccomp");
      if (child >= 0 && subject >= 0)
        {
          sayso_attributor_add_run (self, content, sayso_attributor_subtree (self, subject));
          sayso_attributor_add_run (self, content, sayso_attributor_subtree (self, child));
          return;
        }
    }
  /* "was published in the Herald:" */
  if (passive && sayso_table_cell_has (takes, "passage"))
    {
      child = sayso_tree_child (&self->tree, verb, "obl obl:agent");
      while (child >= 0 && sayso_tree_child_word (&self->tree, child, "case", "on in by") < 0)
        for (child = self->tree.next_sibling[child];
             child >= 0 && !sayso_tree_deprel_is (&self->tree, child, "obl obl:agent");)
          child = self->tree.next_sibling[child];
      if (child >= 0 && sayso_attributor_add_passage (self, content, verb))
        *source = sayso_attributor_source_phrase (self, child, -1);
      return;
    }
  /* "what was described by an official as a theft" */
  if (passive && sayso_table_cell_has (takes, "object"))
    for (child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
      if (child > (int) verb && sayso_tree_deprel_is (&self->tree, child, "obl xcomp advcl nmod") &&
          sayso_tree_child_word (&self->tree, child, "case mark", "as") >= 0 && by_agent (self, verb) >= 0)
        {
          SaysoRun run = sayso_attributor_subtree (self, child);

          run.first = MIN (run.first + 1, (guint) child);
          if (sayso_quotes_at (&self->quotes, child) != 0)
            run = sayso_quotes_run (&self->quotes, sayso_quotes_at (&self->quotes, child));
          sayso_attributor_add_run (self, content, run);
          *source = sayso_attributor_source_phrase (self, by_agent (self, verb), -1);
          return;
        }
  if (passive && (!sayso_table_cell_has (takes, "object") || sayso_tree_child (&self->tree, verb, "obl:agent") < 0))
    return;
  /* "said on Monday that …", where the tree hangs the clause on the day */
  if (clause && !passive)
    for (guint i = verb + 1; i <= MIN (self->tree.right[verb], verb + 8) && !sayso_tree_is_mark (&self->tree, i, ",;:");
         i++)
      if (sayso_tree_deprel_is (&self->tree, i, "mark") && sayso_tree_lemma_in (&self->tree, i, "that"))
        {
          sayso_attributor_add_run (self, content, with_quotes (self, (SaysoRun) { i, self->tree.right[verb] }));
          return;
        }
  if (clause && token->head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "parataxis") &&
      sayso_tree_child (&self->tree, verb, "nsubj") >= 0 &&
      (sayso_table_cell_has (takes, "hearer") || sayso_tree_child (&self->tree, verb, "obj") < 0))
    {
      sayso_attributor_add_around (self, content, sayso_attributor_subtree (self, token->head),
                                   sayso_attributor_subtree (self, verb));
      return;
    }
  if (sayso_table_cell_has (takes, "infinitive") && (child = sayso_tree_child (&self->tree, verb, "xcomp")) >= 0)
    {
      int object = sayso_tree_child (&self->tree, verb, "obj iobj");

      sayso_attributor_add_run (self, content,
                                (SaysoRun) { object >= 0 ? MIN (self->tree.left[object], self->tree.left[child])
                                                         : self->tree.left[child],
                                             self->tree.right[child] });
      return;
    }
  if (sayso_table_cell_has (takes, "object") && (!sayso_table_cell_has (takes, "as") || has_view (self, verb)) &&
      (child = sayso_tree_child (&self->tree, verb, passive ? "nsubj:pass" : "obj")) >= 0)
    {
      SaysoRun run = sayso_attributor_subtree (self, child);

      if (passive)
        {
          sayso_attributor_add_run (self, content, run);
          for (int more = self->tree.first_child[verb]; more >= 0; more = self->tree.next_sibling[more])
            if (more > (int) verb && sayso_tree_deprel_is (&self->tree, more, "obl advcl") &&
                sayso_tree_child_word (&self->tree, more, "case mark", "of for") >= 0)
              sayso_attributor_add_run (self, content, sayso_attributor_subtree (self, more));
          return;
        }
      for (int more = self->tree.next_sibling[child]; more >= 0; more = self->tree.next_sibling[more])
        if (sayso_tree_deprel_is (&self->tree, more, "xcomp advcl obl") &&
            sayso_tree_child_word (&self->tree, more, "case mark", "of for as") >= 0)
          run.last = MAX (run.last, self->tree.right[more]);
        else if (sayso_tree_deprel_is (&self->tree, more, "xcomp"))
          run.last = MAX (run.last, self->tree.right[more]);
      sayso_attributor_add_run (self, content, with_quotes (self, run));
      return;
    }
  if (sayso_table_cell_has (takes, "passage"))
    sayso_attributor_add_passage (self, content, verb);
  else if (clause && !passive && !sayso_attributor_add_passage (self, content, verb) &&
           !add_clause_before (self, content, verb, source))
    add_clause_behind (self, content, verb);
}
