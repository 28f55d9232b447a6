/* sayso-attributor.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-quotes.h"
#include "sayso-reader-private.h"
#include "sayso-tree.h"

typedef struct
{
  SaysoReading *reading;
  const SaysoTable *cues;
  SaysoTree tree;
  SaysoQuotes quotes;
} Attributor;

/* What may stand before the head of a noun phrase inside it. */
#define IN_PHRASE                                                                                                      \
  "det det:predet amod compound nummod nmod:poss nmod:desc nmod flat nmod:unmarked obl:unmarked goeswith"

/* A sentence has no more quotations than this that matter. */
#define QUOTES_MAX 32

#define NO_RUN ((SaysoRun) { 1, 0 })

static gboolean
is_run (SaysoRun run)
{
  return run.first <= run.last;
}

static void
add_run (const Attributor *self, GArray *spans, SaysoRun run)
{
  SaysoSpan span;

  run = sayso_tree_trim (&self->tree, run);
  if (!is_run (run))
    return;
  span = sayso_tree_span (&self->tree, run);
  g_array_append_val (spans, span);
}

static SaysoRun
subtree (const Attributor *self, guint token)
{
  return (SaysoRun) { self->tree.left[token], self->tree.right[token] };
}

/* Adds what is in @whole and not in @hole, which lies inside it. */
static void
add_around (const Attributor *self, GArray *spans, SaysoRun whole, SaysoRun hole)
{
  if (hole.first > whole.first)
    add_run (self, spans, (SaysoRun) { whole.first, MIN (hole.first - 1, whole.last) });
  if (hole.last < whole.last)
    add_run (self, spans, (SaysoRun) { MAX (hole.last + 1, whole.first), whole.last });
}

/* Content takes in the quotation marks around it. */
static SaysoRun
with_quotes (const Attributor *self, SaysoRun run)
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

/* The noun phrase of a source, without its preposition and without @hole, a clause that hangs on it. */
static SaysoRun
source_phrase (const Attributor *self, guint head, int hole)
{
  SaysoRun run = subtree (self, head);

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
cue_run (const Attributor *self, guint verb)
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
is_imagined (const Attributor *self, guint verb)
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
verb_source (const Attributor *self, guint verb)
{
  const SaysoToken *token = sayso_tree_token (&self->tree, verb);
  int source;

  if (sayso_tree_is_passive (&self->tree, verb))
    {
      source = sayso_tree_child (&self->tree, verb, "obl:agent");
      return source >= 0 ? source_phrase (self, source, -1) : NO_RUN;
    }
  source = sayso_tree_subject (&self->tree, verb);
  if (source >= 0)
    {
      if (sayso_tree_token (&self->tree, source)->upos == SAYSO_UPOS_PRON && token->head >= 0 &&
          sayso_tree_lemma_in (&self->tree, source, "who which that") &&
          sayso_tree_deprel_is (&self->tree, verb, "acl:relcl"))
        return source_phrase (self, token->head, verb);
      return source_phrase (self, source, verb);
    }
  /* "…, said Jan Oduya": right behind the verb, whatever the tree calls it. */
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    if (self->tree.left[child] == verb + 1 &&
        (sayso_tree_token (&self->tree, child)->upos == SAYSO_UPOS_PROPN ||
         sayso_tree_token (&self->tree, child)->upos == SAYSO_UPOS_NOUN) &&
        sayso_tree_deprel_is (&self->tree, child, "obj iobj nsubj obl xcomp ccomp dep parataxis appos") &&
        sayso_tree_child (&self->tree, child, "case") < 0 && verb > 1 &&
        sayso_tree_is_mark (&self->tree, verb - 1, ",”\""))
      return source_phrase (self, child, verb);
  for (guint hops = 0; hops < 3 && token->head >= 0; hops++)
    {
      guint head = token->head;

      if (sayso_tree_deprel_is (&self->tree, verb, "acl") && verb == self->tree.left[verb] &&
          ((sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_PAST) != 0 ||
           sayso_tree_lemma_in (&self->tree, verb + 1, "they he she we i")))
        return source_phrase (self, head, verb);
      if (sayso_tree_deprel_is (&self->tree, verb, "acl") &&
          (sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_GERUND) != 0)
        return source_phrase (self, head, verb);
      if (!sayso_tree_deprel_is (&self->tree, verb, "conj advcl xcomp"))
        break;
      if (sayso_tree_token (&self->tree, head)->upos != SAYSO_UPOS_VERB || sayso_tree_is_passive (&self->tree, head))
        break;
      source = sayso_tree_subject (&self->tree, head);
      if (source >= 0)
        {
          if (sayso_tree_lemma_in (&self->tree, source, "who which that") &&
              sayso_tree_token (&self->tree, head)->head >= 0 && sayso_tree_deprel_is (&self->tree, head, "acl:relcl"))
            return source_phrase (self, sayso_tree_token (&self->tree, head)->head, head);
          return source_phrase (self, source, verb);
        }
      verb = head;
      token = sayso_tree_token (&self->tree, verb);
    }

  return NO_RUN;
}

/* Quotations that belong to this verb: in its sentence and outside itself, and those that go on from there. */
static gboolean
add_quotes (const Attributor *self, GArray *content, guint verb)
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
      add_run (self, content, run);
    }
  if (last != 0)
    for (guint next = sayso_quotes_continued (&self->quotes, self->tree.sentence[verb], last); next != 0;
         next = sayso_quotes_continued (&self->quotes, self->tree.sentence[sayso_quotes_run (&self->quotes, next).last],
                                        next))
      add_run (self, content, sayso_quotes_run (&self->quotes, next));

  return last != 0;
}

static guint
first_of_next_sentence (const Attributor *self, guint token)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[token]);

  return sentence->first + sentence->n_tokens;
}

/* After a colon that ends the sentence: the quotation that follows, or the passage up to the next empty line. */
static gboolean
add_passage (const Attributor *self, GArray *content, guint verb)
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
        add_run (self, content, sayso_quotes_run (&self->quotes, id));
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
  add_run (self, content, (SaysoRun) { first, last });

  return TRUE;
}

/* Whether there is a verb, as in all that can be said; without one the tree is mistaken. */
static gboolean
has_verb (const Attributor *self, SaysoRun run)
{
  for (guint i = run.first; i <= MIN (run.last, run.first + 60); i++)
    if (sayso_tree_token (&self->tree, i)->upos == SAYSO_UPOS_VERB ||
        sayso_tree_token (&self->tree, i)->upos == SAYSO_UPOS_AUX)
      return TRUE;

  return FALSE;
}

/* By whom, as the tree has it or not. */
static int
by_agent (const Attributor *self, guint verb)
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
has_view (const Attributor *self, guint verb)
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
is_nominal (const Attributor *self, guint token)
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
add_clause_before (const Attributor *self, GArray *content, guint verb, SaysoRun *source)
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
  add_run (self, content, (SaysoRun) { sentence->first, start - 1 });
  *source = (SaysoRun) { start, verb - 1 };

  return content->len > 0;
}

/* "officials said they knew": what begins with a subject's pronoun right behind the verb is what is said. */
static gboolean
add_clause_behind (const Attributor *self, GArray *content, guint verb)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[verb]);
  guint end = sentence->first + sentence->n_tokens - 1;

  if (verb + 2 > end || (sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_PAST) == 0 ||
      !sayso_tree_lemma_in (&self->tree, verb + 1, "they he she we i"))
    return FALSE;
  add_run (self, content, (SaysoRun) { verb + 1, end });

  return content->len > 0;
}

static void
find_content (const Attributor *self, guint verb, const char *takes, GArray *content, SaysoRun *source)
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
          SaysoRun run = with_quotes (self, subtree (self, child));
          SaysoSpan span = sayso_tree_span (&self->tree, run);

          if (sayso_span_overlaps (span, g_array_index (content, SaysoSpan, 0)) &&
              (run.last < verb || run.first > verb))
            {
              SaysoRun quote = sayso_quotes_run (&self->quotes, sayso_quotes_first (&self->quotes, run.first));

              g_array_set_size (content, 0);
              run.last = quote.last;
              add_run (self, content, run);
            }
        }
      return;
    }

  child = sayso_tree_child (&self->tree, verb, "ccomp");
  if (child >= 0 && (clause || sayso_table_cell_has (takes, "infinitive")) && has_verb (self, subtree (self, child)))
    {
      SaysoRun run = subtree (self, child);

      if (run.first < verb && verb < run.last)
        run = (guint) child < verb ? (SaysoRun) { run.first, verb - 1 } : (SaysoRun) { verb + 1, run.last };
      add_run (self, content, with_quotes (self, run));
      return;
    }
  if (passive && sayso_table_cell_has (takes, "passive"))
    {
      int subject = sayso_tree_child (&self->tree, verb, "nsubj:pass nsubj");

      child = sayso_tree_child (&self->tree, verb, "xcomp ccomp");
      if (child >= 0 && subject >= 0)
        {
          add_run (self, content, subtree (self, subject));
          add_run (self, content, subtree (self, child));
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
      if (child >= 0 && add_passage (self, content, verb))
        *source = source_phrase (self, child, -1);
      return;
    }
  /* "what was described by an official as a theft" */
  if (passive && sayso_table_cell_has (takes, "object"))
    for (child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
      if (child > (int) verb && sayso_tree_deprel_is (&self->tree, child, "obl xcomp advcl nmod") &&
          sayso_tree_child_word (&self->tree, child, "case mark", "as") >= 0 && by_agent (self, verb) >= 0)
        {
          SaysoRun run = subtree (self, child);

          run.first = MIN (run.first + 1, (guint) child);
          if (sayso_quotes_at (&self->quotes, child) != 0)
            run = sayso_quotes_run (&self->quotes, sayso_quotes_at (&self->quotes, child));
          add_run (self, content, run);
          *source = source_phrase (self, by_agent (self, verb), -1);
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
          add_run (self, content, with_quotes (self, (SaysoRun) { i, self->tree.right[verb] }));
          return;
        }
  if (clause && token->head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "parataxis") &&
      sayso_tree_child (&self->tree, verb, "nsubj") >= 0 &&
      (sayso_table_cell_has (takes, "hearer") || sayso_tree_child (&self->tree, verb, "obj") < 0))
    {
      add_around (self, content, subtree (self, token->head), subtree (self, verb));
      return;
    }
  if (sayso_table_cell_has (takes, "infinitive") && (child = sayso_tree_child (&self->tree, verb, "xcomp")) >= 0)
    {
      int object = sayso_tree_child (&self->tree, verb, "obj iobj");

      add_run (self, content,
               (SaysoRun) { object >= 0 ? MIN (self->tree.left[object], self->tree.left[child])
                                        : self->tree.left[child],
                            self->tree.right[child] });
      return;
    }
  if (sayso_table_cell_has (takes, "object") && (!sayso_table_cell_has (takes, "as") || has_view (self, verb)) &&
      (child = sayso_tree_child (&self->tree, verb, passive ? "nsubj:pass" : "obj")) >= 0)
    {
      SaysoRun run = subtree (self, child);

      if (passive)
        {
          add_run (self, content, run);
          for (int more = self->tree.first_child[verb]; more >= 0; more = self->tree.next_sibling[more])
            if (more > (int) verb && sayso_tree_deprel_is (&self->tree, more, "obl advcl") &&
                sayso_tree_child_word (&self->tree, more, "case mark", "of for") >= 0)
              add_run (self, content, subtree (self, more));
          return;
        }
      for (int more = self->tree.next_sibling[child]; more >= 0; more = self->tree.next_sibling[more])
        if (sayso_tree_deprel_is (&self->tree, more, "xcomp advcl obl") &&
            sayso_tree_child_word (&self->tree, more, "case mark", "of for as") >= 0)
          run.last = MAX (run.last, self->tree.right[more]);
        else if (sayso_tree_deprel_is (&self->tree, more, "xcomp"))
          run.last = MAX (run.last, self->tree.right[more]);
      add_run (self, content, with_quotes (self, run));
      return;
    }
  if (sayso_table_cell_has (takes, "passage"))
    add_passage (self, content, verb);
  else if (clause && !passive && !add_passage (self, content, verb) && !add_clause_before (self, content, verb, source))
    add_clause_behind (self, content, verb);
}

static void
add_attribution (Attributor *self, guint head, SaysoRun source, SaysoRun cue, GArray *content)
{
  SaysoAttribution attribution = { .cue_head = head, .content = content };

  attribution.source = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  attribution.cue = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  if (is_run (source))
    add_run (self, attribution.source, source);
  add_run (self, attribution.cue, cue);
  g_array_append_val (self->reading->attributions, attribution);
}

static void
attribute_by_verb (Attributor *self, guint verb, const char *takes)
{
  g_autoptr (GArray) content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  SaysoRun source = NO_RUN;

  if (is_imagined (self, verb))
    return;
  find_content (self, verb, takes, content, &source);
  if (content->len == 0)
    return;
  if (!is_run (source))
    source = verb_source (self, verb);
  /* "Assuming that …": nobody's word. */
  if (is_run (source) || (sayso_tree_token (&self->tree, verb)->morph & SAYSO_MORPH_GERUND) == 0)
    add_attribution (self, verb, source, cue_run (self, verb), g_steal_pointer (&content));
}

/* The clause that a phrase or adverb stands in. */
static int
clause_of (const Attributor *self, guint token)
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
attribute_by_preposition (Attributor *self, guint token)
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
  hole = subtree (self, source);
  add_around (self, content, subtree (self, clause), hole);
  if (content->len > 0)
    {
      SaysoRun phrase = source_phrase (self, source, -1);

      phrase.first = MAX (phrase.first, token + 2);
      add_attribution (self, token, phrase, cue, g_steal_pointer (&content));
    }
}

static void
attribute_by_adverb (Attributor *self, guint token)
{
  g_autoptr (GArray) content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  int clause = clause_of (self, token);

  /* "a supposedly honest man" says nothing of the clause. */
  if (clause < 0 || sayso_tree_token (&self->tree, token)->head != clause ||
      (token + 1 < self->reading->tokens->len && (int) token + 1 != clause &&
       sayso_tree_token (&self->tree, token + 1)->upos == SAYSO_UPOS_ADJ))
    return;
  add_around (self, content, subtree (self, clause), (SaysoRun) { token, token });
  if (content->len > 0)
    add_attribution (self, token, NO_RUN, (SaysoRun) { token, token }, g_steal_pointer (&content));
}

static void
attribute_by_noun (Attributor *self, guint noun)
{
  g_autoptr (GArray) content = g_array_new (FALSE, FALSE, sizeof (SaysoSpan));
  SaysoRun source = NO_RUN;
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
      if (!sayso_tree_deprel_is (&self->tree, noun, "nsubj nsubj:pass root") || !add_passage (self, content, noun))
        return;
    }
  if (by >= 0)
    source = source_phrase (self, by, -1);
  while (is_run (source) && source.last > source.first &&
         sayso_tree_token (&self->tree, source.last)->upos == SAYSO_UPOS_PART)
    source.last--;
  if (clause >= 0)
    add_run (self, content, subtree (self, clause));
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
  Attributor self = { .reading = reading, .cues = sayso_reader_get_table ("cues.tsv") };

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
