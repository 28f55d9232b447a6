/* sayso-event-frame.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-frame.h"

#include "sayso-enum.h"
#include "sayso-extract-enums.h"

/* So far up the tree a verb looks for its subject and for what it depends on. */
#define HOPS 4

static gboolean
find_control (const SaysoExtractor *self, guint verb, SaysoFactuality *factuality)
{
  const SaysoTable *control = sayso_extract_get_table ("control.tsv");
  const char *lemma = sayso_extractor_token (self, verb)->lemma;
  guint row;
  int value;

  if (lemma == NULL || !sayso_table_find (control, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (control) && g_str_equal (sayso_table_get (control, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (control, row, 1), "control") &&
        sayso_enum_from_nick (SAYSO_TYPE_FACTUALITY, sayso_table_get (control, row, 2), &value))
      {
        *factuality = value;
        return TRUE;
      }

  return FALSE;
}

/* The weaker of two: what is denied or imagined above is so below, and what is not even planned is denied. */
static SaysoFactuality
weaken (SaysoFactuality below, SaysoFactuality above)
{
  if (below == SAYSO_FACTUALITY_PLANNED && above == SAYSO_FACTUALITY_DENIED)
    return above;

  return below == SAYSO_FACTUALITY_ASSERTED ? above : below;
}

/* "did not pay", "paid nobody"; but "not before they paid" and "not only paid" deny no payment. */
static gboolean
is_negated (const SaysoExtractor *self, guint verb)
{
  int negation = sayso_tree_child_word (&self->tree, verb, "advmod", "not n't never");
  int object = sayso_tree_child (&self->tree, verb, "obj");
  int subject = sayso_tree_subject (&self->tree, verb);
  int longer = sayso_tree_child_word (&self->tree, verb, "advmod", "longer long");

  if (longer > 0 && sayso_tree_lemma_in (&self->tree, longer - 1, "no"))
    return TRUE;
  if (negation >= 0 && negation + 1 < (int) self->reading->tokens->len &&
      !sayso_tree_lemma_in (&self->tree, negation + 1, "before until only just merely because"))
    return TRUE;
  if (subject >= 0 && sayso_tree_lemma_in (&self->tree, self->tree.left[subject], "no none nothing nobody neither"))
    return TRUE;

  return object >= 0 && sayso_tree_lemma_in (&self->tree, sayso_tree_phrase (&self->tree, object).first,
                                             "no none nothing nobody neither");
}

/* "is going to pay" */
static gboolean
is_future (const SaysoExtractor *self, guint verb)
{
  return (sayso_extractor_token (self, verb)->morph & SAYSO_MORPH_GERUND) != 0 &&
         sayso_tree_lemma_in (&self->tree, verb, "go") && sayso_tree_child (&self->tree, verb, "xcomp") >= 0;
}

/* "could have paid": did not */
static gboolean
is_counterfactual (const SaysoExtractor *self, guint verb)
{
  return sayso_tree_child_word (&self->tree, verb, "aux", "have") >= 0 &&
         sayso_tree_child_word (&self->tree, verb, "aux", "could would should") >= 0;
}

/* "won or lost": nobody says which */
static gboolean
is_alternative (const SaysoExtractor *self, guint verb)
{
  if (sayso_tree_deprel_is (&self->tree, verb, "conj"))
    return sayso_tree_child_word (&self->tree, verb, "cc", "or") >= 0;
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "conj") &&
        sayso_extractor_token (self, child)->upos == SAYSO_UPOS_VERB &&
        sayso_tree_child_word (&self->tree, child, "cc", "or") >= 0)
      return TRUE;

  return FALSE;
}

/* "If the mayor resigns, the firm will sue": nobody plans it. */
static gboolean
has_condition (const SaysoExtractor *self, guint verb)
{
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "advcl") &&
        sayso_tree_child_word (&self->tree, child, "mark", "if unless") >= 0)
      return TRUE;

  return FALSE;
}

static SaysoFactuality
own_factuality (const SaysoExtractor *self, guint verb)
{
  if (is_negated (self, verb))
    return SAYSO_FACTUALITY_DENIED;
  if (sayso_tree_child_word (&self->tree, verb, "mark", "if unless whether") >= 0 || is_counterfactual (self, verb) ||
      sayso_tree_child_word (&self->tree, verb, "aux", "would should must") >= 0 ||
      ((sayso_extractor_token (self, verb)->morph & SAYSO_MORPH_INFINITIVE) != 0 &&
       sayso_tree_child_word (&self->tree, verb, "aux", "'d ’d d") >= 0))
    return SAYSO_FACTUALITY_HYPOTHETICAL;
  if (sayso_tree_child_word (&self->tree, verb, "aux", "will shall 'll") >= 0 || is_future (self, verb))
    return has_condition (self, verb) ? SAYSO_FACTUALITY_HYPOTHETICAL : SAYSO_FACTUALITY_PLANNED;
  /* "is to resume trade on Monday" */
  if (sayso_tree_child_word (&self->tree, verb, "aux cop", "be") >= 0 &&
      (sayso_extractor_token (self, verb)->morph & SAYSO_MORPH_INFINITIVE) != 0 &&
      sayso_tree_child_word (&self->tree, verb, "mark", "to") >= 0)
    return SAYSO_FACTUALITY_PLANNED;
  if (sayso_tree_child_word (&self->tree, verb, "aux", "may might could can") >= 0 ||
      sayso_tree_child_word (&self->tree, verb, "advmod", "possibly perhaps maybe allegedly reportedly apparently") >=
          0)
    return SAYSO_FACTUALITY_POSSIBLE;

  return SAYSO_FACTUALITY_ASSERTED;
}

/* See SAYSO_OF_OBJECT. */
static gboolean
is_of_object (const SaysoExtractor *self, guint verb)
{
  return sayso_tree_deprel_is (&self->tree, verb, "advcl") &&
         (sayso_extractor_token (self, verb)->morph & SAYSO_MORPH_GERUND) != 0 &&
         sayso_tree_child_word (&self->tree, verb, "mark case", SAYSO_OF_OBJECT) >= 0;
}

/* Who does what the verb over this one leaves open. */
static int
borrowed_subject (const SaysoExtractor *self, guint verb, SaysoFrame *frame)
{
  SaysoFactuality *factuality = &frame->factuality;
  const SaysoToken *token = sayso_extractor_token (self, verb);
  SaysoFactuality controlled;
  int subject;

  for (guint hops = 0; hops < HOPS && token->head >= 0; hops++)
    {
      guint head = token->head;

      if (sayso_tree_deprel_is (&self->tree, verb, "acl"))
        {
          int above = sayso_extractor_token (self, head)->head;

          /* "allowed the team to look", where the tree hangs what is allowed on the team */
          if ((sayso_extractor_token (self, verb)->morph & SAYSO_MORPH_INFINITIVE) != 0 && above >= 0 &&
              sayso_tree_deprel_is (&self->tree, head, "obj") && find_control (self, above, &controlled))
            {
              *factuality = weaken (*factuality, controlled);
              frame->control = above;
            }
          return head;
        }
      if (!sayso_tree_deprel_is (&self->tree, verb, "conj advcl xcomp"))
        return -1;
      /* "was able to regain control" */
      if (sayso_extractor_token (self, head)->upos == SAYSO_UPOS_ADJ &&
          sayso_tree_lemma_in (&self->tree, head, "able unable likely set due ready"))
        {
          frame->control = head;
          if (frame->over < 0 && hops == 0 && !sayso_tree_lemma_in (&self->tree, head, "likely"))
            frame->over = head;
          if (!sayso_tree_lemma_in (&self->tree, head, "able"))
            *factuality =
                weaken (*factuality, sayso_tree_lemma_in (&self->tree, head, "unable") ? SAYSO_FACTUALITY_DENIED
                                                                                       : SAYSO_FACTUALITY_PLANNED);
          *factuality = weaken (*factuality, own_factuality (self, head));
          subject = sayso_tree_subject (&self->tree, head);
          if (subject < 0 && sayso_tree_deprel_is (&self->tree, head, "conj") &&
              sayso_extractor_token (self, head)->head >= 0)
            subject = sayso_tree_subject (&self->tree, sayso_extractor_token (self, head)->head);
          return subject;
        }
      if (sayso_extractor_token (self, head)->upos != SAYSO_UPOS_VERB)
        return -1;
      if (sayso_tree_deprel_is (&self->tree, verb, "xcomp") || is_of_object (self, verb) ||
          (sayso_extractor_token (self, verb)->morph & SAYSO_MORPH_INFINITIVE) != 0)
        {
          if (find_control (self, head, &controlled))
            {
              if (frame->over < 0 && hops == 0)
                frame->over = head;
              *factuality = weaken (*factuality, controlled);
              frame->control = head;
            }
          subject = sayso_tree_child (&self->tree, head, "obj iobj");
          if (subject >= 0 && subject < (int) verb)
            {
              *factuality = weaken (*factuality, own_factuality (self, head));
              return subject;
            }
        }
      /* "refused, after learning of it, to pay": it was learned */
      if (!sayso_tree_deprel_is (&self->tree, verb, "advcl") || !is_negated (self, head))
        *factuality = weaken (*factuality, own_factuality (self, head));
      subject = sayso_tree_subject (&self->tree, head);
      if (subject >= 0)
        return subject;
      verb = head;
      token = sayso_extractor_token (self, verb);
    }

  return -1;
}

/* The verb or its first auxiliary has a past form. */
static gboolean
is_past (const SaysoExtractor *self, guint verb)
{
  int aux = sayso_tree_child (&self->tree, verb, "aux aux:pass");

  return (sayso_extractor_token (self, aux >= 0 ? (guint) aux : verb)->morph & SAYSO_MORPH_PAST) != 0;
}

/* What stands above in the tree: conditions, assumptions. */
static void
look_above (const SaysoExtractor *self, SaysoFrame *frame)
{
  guint token = frame->verb;

  for (guint hops = 0; hops < HOPS; hops++)
    {
      int head = sayso_extractor_token (self, token)->head;

      if (sayso_tree_child_word (&self->tree, token, "mark", "if unless whether") >= 0)
        {
          frame->supposed = TRUE;
          frame->factuality = weaken (frame->factuality, SAYSO_FACTUALITY_HYPOTHETICAL);
        }
      if (head < 0)
        return;
      /* "alleging that the firm paid"; "will be sold after the board has met" */
      if (token == frame->verb && sayso_tree_deprel_is (&self->tree, token, "ccomp") &&
          sayso_tree_lemma_in (&self->tree, head, "allege suspect believe think"))
        frame->factuality = weaken (frame->factuality, SAYSO_FACTUALITY_POSSIBLE);
      if (sayso_tree_deprel_is (&self->tree, token, "advcl") &&
          sayso_tree_child_word (&self->tree, token, "mark advmod", "after when once until before") >= 0 &&
          !is_past (self, token) && own_factuality (self, head) == SAYSO_FACTUALITY_PLANNED)
        frame->factuality = weaken (frame->factuality, SAYSO_FACTUALITY_PLANNED);
      if (sayso_tree_deprel_is (&self->tree, token, "ccomp obj") &&
          sayso_tree_lemma_in (&self->tree, head, "assume suppose imagine") &&
          sayso_tree_subject (&self->tree, head) < 0)
        frame->doubted = TRUE;
      token = head;
    }
}

static gboolean
is_question (const SaysoExtractor *self, guint token)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[token]);
  guint last = sentence->first + sentence->n_tokens - 1;

  while (last > token && sayso_tree_is_mark (&self->tree, last, "\"”’')"))
    last--;

  return sayso_tree_is_mark (&self->tree, last, "?");
}

static gboolean
is_aside (const SaysoExtractor *self, guint verb)
{
  for (guint hops = 0; hops < HOPS; hops++)
    {
      const SaysoToken *token = sayso_extractor_token (self, verb);

      /* "looked forward to visiting" */
      if ((token->morph & SAYSO_MORPH_GERUND) != 0 && token->head >= 0 &&
          sayso_tree_lemma_in (&self->tree, token->head, "look") &&
          sayso_tree_child_word (&self->tree, verb, "mark case", "to") >= 0)
        return TRUE;
      if ((token->morph & SAYSO_MORPH_INFINITIVE) == 0 &&
          sayso_tree_child_word (&self->tree, verb, "mark case", "for without as than like instead from about in") >= 0)
        return TRUE;
      if (!sayso_tree_deprel_is (&self->tree, verb, "conj") || token->head < 0)
        return FALSE;
      verb = token->head;
    }

  return FALSE;
}

/* "by Friday", "by 2019", "by sea" */
static gboolean
is_no_agent (const SaysoExtractor *self, guint token)
{
  return sayso_extractor_token (self, token)->upos == SAYSO_UPOS_NUM ||
         sayso_tree_lemma_in (
             &self->tree, token,
             "Monday Tuesday Wednesday Thursday Friday Saturday Sunday monday tuesday wednesday thursday "
             "friday saturday sunday now then noon midnight night morning evening time end sea air land road rail mail "
             "post phone "
             "telephone email e-mail hand foot accident mistake default far virtue means way force surprise name law");
}

/* By whom it is done: "breached for a year by the firm", where the tree may hang the firm on the year. */
static int
find_agent (const SaysoExtractor *self, guint verb)
{
  int agent = sayso_tree_child (&self->tree, verb, "obl:agent");

  if (agent >= 0 && is_no_agent (self, agent))
    agent = -1;
  for (int child = self->tree.first_child[verb]; child >= 0 && agent < 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "obl nmod"))
      {
        if (sayso_tree_child_word (&self->tree, child, "case", "by") >= 0 && !is_no_agent (self, child))
          agent = child;
        for (int part = self->tree.first_child[child]; part >= 0 && agent < 0; part = self->tree.next_sibling[part])
          if (part > child && sayso_tree_deprel_is (&self->tree, part, "nmod") &&
              sayso_tree_child_word (&self->tree, part, "case", "by") >= 0)
            agent = part;
      }

  return agent;
}

/* "stolen letters", "a growing port": the noun that a participle stands before. */
static void
read_attribute (const SaysoExtractor *self, SaysoFrame *frame)
{
  const SaysoToken *token = sayso_extractor_token (self, frame->verb);

  frame->passive = (token->morph & SAYSO_MORPH_GERUND) == 0;
  if (token->head < 0 || !sayso_tree_deprel_is (&self->tree, frame->verb, "amod"))
    return;
  if (frame->passive)
    frame->patient = token->head;
  else
    frame->agent = token->head;
}

/* "the letters the firm stole": what a relative clause without an object of its own is about; else -1. */
static int
find_relative_object (const SaysoExtractor *self, guint verb, int subject)
{
  int head = sayso_extractor_token (self, verb)->head;

  if (head < 0 || head > (int) verb || subject < 0 || subject <= head || subject > (int) verb ||
      !sayso_tree_deprel_is (&self->tree, verb, "acl:relcl") || sayso_frame_named_by (self, subject) != subject ||
      sayso_tree_child (&self->tree, verb, "ccomp xcomp obl:unmarked") >= 0 ||
      sayso_tree_child_word (&self->tree, verb, "advmod", "when where why how") >= 0 ||
      sayso_tree_lemma_in (&self->tree, head, "time day year month week moment reason way place point where when") ||
      (sayso_extractor_token (self, head)->upos != SAYSO_UPOS_NOUN &&
       sayso_extractor_token (self, head)->upos != SAYSO_UPOS_PROPN))
    return -1;
  /* "the bank in which he works" */
  for (int child = self->tree.first_child[verb]; child >= 0 && child < subject; child = self->tree.next_sibling[child])
    if (sayso_tree_child (&self->tree, child, "case") >= 0)
      return -1;

  return head;
}

/*
 * Reads the frame of a verb. Returns whether it is told. It is not, but only mentioned, where the verb tells of nothing
 * that happened or was said to: orders, bare infinitives, participles before a noun.
 */
gboolean
sayso_frame_read (SaysoExtractor *self, guint verb, SaysoFrame *frame)
{
  const SaysoToken *token = sayso_extractor_token (self, verb);
  SaysoMorph morph = token->morph;
  int subject = sayso_tree_subject (&self->tree, verb), object = sayso_tree_child (&self->tree, verb, "obj");
  gboolean bare = subject < 0;

  /* "the theory that the firm carried out the attack", where the tree takes "that" for an object as well */
  for (int child = self->tree.first_child[verb]; child >= 0 && object >= 0 && object < (int) verb;
       child = self->tree.next_sibling[child])
    if (child > (int) verb && sayso_tree_deprel_is (&self->tree, child, "obj") &&
        sayso_tree_lemma_in (&self->tree, object, "that which"))
      object = child;
  /* "will succeed Mr. Oduya", where the tree takes him for a phrase with a preposition */
  if (object < 0 && verb + 1 < self->reading->tokens->len)
    {
      int rest = sayso_tree_child (&self->tree, verb, "obl");

      if (rest > (int) verb && self->tree.left[rest] == verb + 1 && sayso_tree_child (&self->tree, rest, "case") < 0 &&
          sayso_extractor_token (self, rest)->upos == SAYSO_UPOS_PROPN && self->mention[rest] != SAYSO_NONE)
        object = rest;
    }
  *frame = (SaysoFrame) {
    .verb = verb, .over = -1, .control = -1, .agent = -1, .patient = -1, .last_object = -1, .told = TRUE
  };
  frame->passive =
      sayso_tree_is_passive (&self->tree, verb) ||
      ((morph & SAYSO_MORPH_PARTICIPLE) != 0 && sayso_tree_deprel_is (&self->tree, verb, "acl acl:relcl") &&
       sayso_tree_child (&self->tree, verb, "aux nsubj") < 0);
  /* "was freed and paid" */
  if (!frame->passive && bare && token->head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "conj") &&
      (morph & SAYSO_MORPH_PARTICIPLE) != 0 && sayso_tree_child (&self->tree, verb, "aux obj") < 0)
    frame->passive = sayso_tree_is_passive (&self->tree, token->head);
  frame->factuality = own_factuality (self, verb);
  if (sayso_tree_deprel_is (&self->tree, verb, "amod compound case mark fixed advmod csubj"))
    {
      frame->told = FALSE;
      if (bare)
        read_attribute (self, frame);
      else
        frame->agent = subject;
      if (object >= 0)
        frame->patient = object;
      return FALSE;
    }
  /* "for reporting", "as reported": what such a thing is for or like, not that it happened */
  if (bare && is_aside (self, verb))
    frame->told = FALSE;
  if (bare)
    subject = borrowed_subject (self, verb, frame);
  /* "was fined for failing to check it" */
  if (frame->control >= 0 && (sayso_extractor_token (self, frame->control)->morph & SAYSO_MORPH_GERUND) != 0 &&
      is_aside (self, frame->control))
    frame->told = FALSE;
  /* "almost met", but "almost doubled its price" */
  if (sayso_tree_child_word (&self->tree, verb, "advmod", "almost nearly") >= 0 && object < 0)
    frame->told = FALSE;
  /* "insisted that the child be returned" */
  if (frame->passive && sayso_tree_deprel_is (&self->tree, verb, "ccomp") &&
      sayso_tree_child (&self->tree, verb, "aux") < 0)
    {
      int be = sayso_tree_child (&self->tree, verb, "aux:pass");

      if (be >= 0 && (sayso_extractor_token (self, be)->morph & SAYSO_MORPH_INFINITIVE) != 0)
        frame->told = FALSE;
    }
  /* "keep their sites patched" */
  if (frame->passive && token->head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "xcomp ccomp") &&
      sayso_tree_child (&self->tree, verb, "aux:pass aux") < 0 &&
      sayso_tree_lemma_in (&self->tree, token->head, "keep leave want need like get"))
    frame->told = FALSE;
  /* "wrote to sell it": a purpose */
  if (bare && (morph & SAYSO_MORPH_INFINITIVE) != 0 && frame->control < 0 &&
      sayso_tree_child (&self->tree, verb, "aux") < 0)
    {
      frame->told = FALSE;
      frame->factuality = weaken (frame->factuality, SAYSO_FACTUALITY_PLANNED);
    }
  /* "a chance for the bank to sell", "asks for payment to be made" */
  if ((!bare || frame->passive) && frame->control < 0 && sayso_tree_child_word (&self->tree, verb, "mark", "to") >= 0)
    frame->told = FALSE;
  /* "supports raising it": not that it was raised */
  if (bare && (morph & SAYSO_MORPH_GERUND) != 0 && frame->control < 0 &&
      sayso_tree_deprel_is (&self->tree, verb, "xcomp ccomp obj") && sayso_tree_child (&self->tree, verb, "aux") < 0)
    frame->told = FALSE;
  if (bare && subject < 0 && (morph & (SAYSO_MORPH_PRESENT | SAYSO_MORPH_INFINITIVE)) != 0)
    frame->told = FALSE;

  if (frame->passive)
    {
      frame->patient = subject;
      frame->agent = find_agent (self, verb);
    }
  else
    {
      frame->agent = subject;
      frame->patient = object >= 0 ? object : find_relative_object (self, verb, subject);
    }

  look_above (self, frame);
  frame->supposed |= is_counterfactual (self, verb) || is_alternative (self, verb);
  if (is_question (self, verb))
    {
      frame->supposed = TRUE;
      frame->factuality = weaken (frame->factuality, SAYSO_FACTUALITY_POSSIBLE);
    }

  return frame->told;
}

/* The verb with its auxiliaries, its negation and the verb over it. */
SaysoRun
sayso_frame_get_verb_run (const SaysoExtractor *self, const SaysoFrame *frame)
{
  guint top = frame->over >= 0 && frame->over < (int) frame->verb && frame->over + 4 > (int) frame->verb
                  ? (guint) frame->over
                  : frame->verb;
  SaysoRun run = { top, frame->verb };

  for (int child = self->tree.first_child[top]; child >= 0; child = self->tree.next_sibling[child])
    if (child < (int) top && child + 5 > (int) top && sayso_tree_deprel_is (&self->tree, child, "aux aux:pass"))
      {
        run.first = child;
        break;
      }
  for (guint i = run.first; i < top; i++)
    if (!sayso_tree_deprel_is (&self->tree, i, "aux aux:pass advmod") ||
        sayso_extractor_token (self, i)->head != (int) top)
      run.first = i + 1;
  if (run.last + 1 < self->reading->tokens->len &&
      sayso_extractor_token (self, run.last + 1)->head == (int) frame->verb &&
      sayso_tree_deprel_is (&self->tree, run.last + 1, "compound:prt"))
    run.last++;

  return run;
}
