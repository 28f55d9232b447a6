/* sayso-event-participants.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

/* So many nouns joined by "and" take part. */
#define JOINED_MAX 12

static gboolean
takes_part (const SaysoExtractedEvent *event, const SaysoParticipant *participant)
{
  for (guint i = 0; i < event->participants->len; i++)
    {
      const SaysoParticipant *old = &g_array_index (event->participants, SaysoParticipant, i);

      if (participant->actor != SAYSO_NONE ? old->actor == participant->actor
                                           : old->span.start == participant->span.start)
        return TRUE;
    }

  return FALSE;
}

/* "Velar's network" is Velar's, and who breaches it breaches Velar; but "the Oslo trial" is not Oslo. */
static guint
find_owner (SaysoExtractor *self, guint noun)
{
  guint owner = sayso_extractor_owner_of (self, noun);
  const char *kind = sayso_extractor_noun_kind (self, noun);
  SaysoTrigger trigger;

  /* "Velar's rivals" are not Velar. */
  if (owner == SAYSO_NONE || g_strcmp0 (kind, "person") == 0 ||
      (sayso_tree_child (&self->tree, noun, "nmod:poss") < 0 &&
       (sayso_extractor_actor (self, owner)->kind == SAYSO_NAME_PLACE ||
        sayso_event_find_trigger (self, noun, "noun", -1, &trigger) ||
        sayso_extractor_noun_is (self, noun, "document"))))
    return SAYSO_NONE;

  return owner;
}

/* "The first to leave, Jan Oduya": the name that stands in apposition to a noun; else the noun. */
guint
sayso_event_find_named (const SaysoExtractor *self, guint noun)
{
  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (&self->tree, child, "appos") &&
        self->mention[child] != SAYSO_NONE && sayso_extractor_token (self, child)->upos == SAYSO_UPOS_PROPN)
      return child;

  return noun;
}

/*
 * Who or what takes part. What is no actor, as data or money, is a participant without one. Of what is told in
 * passing, only those actors that are actors anyway.
 */
static void
add_participant (SaysoExtractor *self, SaysoExtractedEvent *event, const char *role, guint token)
{
  SaysoParticipant participant = { role, SAYSO_NONE, { 0, 0 } };
  const SaysoToken *t;

  if (self->mention[token] == SAYSO_NONE)
    token = sayso_event_find_named (self, token);
  t = sayso_extractor_token (self, token);
  if (event->salience == SAYSO_SALIENCE_HIGH || self->mention[token] != SAYSO_NONE || t->upos == SAYSO_UPOS_PRON)
    participant.actor = sayso_extractor_actor_of (self, token, &participant.span);
  if (participant.actor == SAYSO_NONE)
    {
      guint named = sayso_frame_named_by (self, token);

      participant.actor = find_owner (self, token);
      participant.span = sayso_tree_span (&self->tree, sayso_tree_phrase (&self->tree, named));
      t = sayso_extractor_token (self, named);
      if (participant.actor == SAYSO_NONE && sayso_tree_lemma_in (&self->tree, named, "what which who whom that"))
        return;
      if (participant.actor == SAYSO_NONE && t->upos != SAYSO_UPOS_NOUN && t->upos != SAYSO_UPOS_PROPN &&
          t->upos != SAYSO_UPOS_PRON && t->upos != SAYSO_UPOS_NUM && t->upos != SAYSO_UPOS_SYM)
        return;
    }
  if (!takes_part (event, &participant))
    g_array_append_val (event->participants, participant);
}

/* A noun with what is joined to it by "and", and the examples that "including" gives. */
void
sayso_event_add_participants (SaysoExtractor *self, SaysoExtractedEvent *event, const char *role, int token)
{
  guint n = 0;

  if (token < 0)
    return;
  add_participant (self, event, role, token);
  for (int child = self->tree.first_child[token]; child >= 0 && n < JOINED_MAX; child = self->tree.next_sibling[child])
    if (child > token && (sayso_tree_deprel_is (&self->tree, child, "conj") ||
                          sayso_tree_child_word (&self->tree, child, "case", "include") >= 0))
      {
        sayso_event_add_participants (self, event, role, child);
        n++;
      }
}

static gboolean
is_place (const SaysoExtractor *self, guint actor)
{
  return actor != SAYSO_NONE && sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_PLACE;
}

/* The place that a phrase names, itself ("in Oslo") or by its first words ("into an Oslo meeting"). */
static guint
place_of (SaysoExtractor *self, guint phrase)
{
  SaysoSpan span;
  guint actor;

  if (self->mention[phrase] != SAYSO_NONE)
    {
      actor = sayso_extractor_actor_of (self, phrase, &span);
      if (is_place (self, actor))
        return actor;
    }
  for (int part = self->tree.first_child[phrase]; part >= 0; part = self->tree.next_sibling[part])
    if (sayso_tree_deprel_is (&self->tree, part, "compound nmod:poss amod") && self->mention[part] != SAYSO_NONE)
      {
        actor = sayso_extractor_actor_of (self, part, &span);
        if (is_place (self, actor))
          return actor;
      }

  return SAYSO_NONE;
}

static gboolean
is_outlet (SaysoExtractor *self, guint token)
{
  SaysoSpan span;
  guint actor;

  if (self->mention[token] == SAYSO_NONE && !sayso_extractor_noun_is (self, token, "outlet"))
    return FALSE;
  actor = sayso_extractor_actor_of (self, token, &span);

  return actor != SAYSO_NONE && sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_OUTLET;
}

/* "a meeting with officials" */
static void
add_partners (SaysoExtractor *self, SaysoExtractedEvent *event, guint noun)
{
  for (int part = self->tree.first_child[noun]; part >= 0; part = self->tree.next_sibling[part])
    if (sayso_tree_deprel_is (&self->tree, part, "nmod") &&
        sayso_tree_child_word (&self->tree, part, "case", "with") >= 0)
      sayso_event_add_participants (self, event, "partner", part);
}

/* Phrases that lean on the word: to whom, with whom, by what, where. */
void
sayso_event_add_obliques (SaysoEventFinder *finder, SaysoExtractedEvent *event, const SaysoTrigger *trigger, guint head,
                          const SaysoFrame *frame)
{
  SaysoExtractor *self = finder->extractor;

  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    {
      const char *role = NULL;

      if (child == frame->agent || child == frame->patient || finder->in_time[child])
        continue;
      if (sayso_tree_deprel_is (&self->tree, child, "iobj"))
        {
          sayso_event_add_participants (self, event, "recipient", child);
          continue;
        }
      /* "took it, using a forged key" */
      if (sayso_tree_deprel_is (&self->tree, child, "advcl acl") && sayso_tree_lemma_in (&self->tree, child, "use") &&
          (sayso_extractor_token (self, child)->morph & SAYSO_MORPH_GERUND) != 0)
        {
          sayso_event_add_participants (self, event, "instrument", sayso_tree_child (&self->tree, child, "obj"));
          continue;
        }
      /* "was found thanks to a camera" */
      if (sayso_tree_lemma_in (&self->tree, child, "thanks"))
        {
          sayso_event_add_participants (self, event, "instrument", sayso_tree_child (&self->tree, child, "nmod obl"));
          continue;
        }
      if (!sayso_tree_deprel_is (&self->tree, child, "obl obl:agent nmod"))
        continue;
      role = sayso_event_find_role (self, event, trigger, child);
      if (role == NULL)
        continue;
      if (g_str_equal (role, "setting"))
        {
          guint place = place_of (self, child);

          if (place != SAYSO_NONE && event->place == SAYSO_NONE)
            {
              event->place = place;
              if (self->mention[child] != SAYSO_NONE)
                continue;
            }
        }
      /* "It was published on the Herald's website." */
      if (event->kind == SAYSO_EVENT_REPORTED &&
          sayso_tree_child_word (&self->tree, child, "case", "on in by at") >= 0 && is_outlet (self, child))
        role = "agent";
      sayso_event_add_participants (self, event, role, child);
      if (sayso_extractor_token (self, child)->upos == SAYSO_UPOS_NOUN)
        add_partners (self, event, child);
    }
}

/* What a publication is about: the actors named inside the noun phrase of what was published. */
void
sayso_event_add_topics (SaysoExtractor *self, SaysoExtractedEvent *event, int object)
{
  guint n = 0, last;

  if (object < 0 || !sayso_extractor_noun_is (self, object, "document"))
    return;
  last = MIN (self->tree.right[object], (guint) object + 60);
  /* "a report on how …", whatever the tree hangs the clause on */
  if (last == (guint) object && (guint) object + 2 < self->reading->tokens->len &&
      sayso_tree_lemma_in (&self->tree, object + 1, "on about into of"))
    {
      const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[object]);

      last = MIN (sentence->first + sentence->n_tokens - 1, (guint) object + 40);
    }
  for (guint i = object + 1; i <= last && n < 4; i++)
    if (self->mention[i] != SAYSO_NONE)
      {
        const SaysoExtractedMention *mention =
            &g_array_index (self->extraction->mentions, SaysoExtractedMention, self->mention[i]);
        SaysoNameKind kind = sayso_extractor_actor (self, mention->actor)->kind;
        SaysoParticipant participant = { "topic", mention->actor, mention->span };

        if (mention->form != SAYSO_FORM_NAME || kind == SAYSO_NAME_PLACE || kind == SAYSO_NAME_OTHER ||
            takes_part (event, &participant))
          continue;
        g_array_append_val (event->participants, participant);
        n++;
      }
}

/* "did a study of the bank's errors": the actor that owns or does what the noun is about. */
void
sayso_event_add_subject_matter (SaysoEventFinder *finder, SaysoExtractedEvent *event, int head, int noun)
{
  SaysoExtractor *self = finder->extractor;

  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    if (child > noun && !finder->in_time[child] && sayso_tree_deprel_is (&self->tree, child, "nmod acl obl") &&
        sayso_tree_child_word (&self->tree, child, "case mark", "on of into about against") >= 0)
      {
        guint before = event->participants->len;

        sayso_event_add_participants (self, event, "patient", child);
        for (guint i = before; i < event->participants->len; i++)
          if (g_array_index (event->participants, SaysoParticipant, i).actor != SAYSO_NONE)
            return;
        for (int part = self->tree.first_child[child]; part >= 0; part = self->tree.next_sibling[part])
          if (sayso_tree_deprel_is (&self->tree, part, "acl acl:relcl"))
            sayso_event_add_participants (self, event, "patient", sayso_tree_child (&self->tree, part, "nsubj"));
      }
}

/* What a noun of action shares with the verb it is subject or object of: "The breach exposed letters." */
static void
add_from_verb (SaysoEventFinder *finder, SaysoExtractedEvent *event, guint noun)
{
  SaysoExtractor *self = finder->extractor;
  int verb = sayso_extractor_token (self, noun)->head;
  SaysoFrame frame;

  if (verb < 0 || sayso_extractor_token (self, verb)->upos != SAYSO_UPOS_VERB)
    return;
  sayso_frame_read (self, verb, &frame);
  if (frame.agent == (int) noun)
    sayso_event_add_participants (self, event, "patient", frame.patient);
  else if (frame.patient == (int) noun)
    sayso_event_add_participants (self, event, "participant", frame.agent);
  else if (sayso_tree_deprel_is (&self->tree, noun, "obl"))
    {
      sayso_event_add_participants (self, event, "participant", frame.patient);
      sayso_event_add_participants (self, event, "participant", frame.agent);
    }
}

/* Who takes part in what a noun tells: "Velar's attack on the port", "the port attack by Velar". */
void
sayso_event_add_noun_participants (SaysoEventFinder *finder, SaysoExtractedEvent *event, const SaysoTrigger *trigger,
                                   guint noun)
{
  SaysoExtractor *self = finder->extractor;
  SaysoFrame frame = { .agent = -1, .patient = -1 };

  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (finder->in_time[child])
      continue;
    else if (sayso_tree_deprel_is (&self->tree, child, "nmod:poss"))
      sayso_event_add_participants (self, event, sayso_event_get_role (trigger, "owner", "agent"), child);
    else if (sayso_tree_deprel_is (&self->tree, child, "compound amod") && self->mention[child] != SAYSO_NONE)
      sayso_event_add_participants (self, event, "participant", child);
    else if (sayso_tree_deprel_is (&self->tree, child, "nmod") &&
             sayso_tree_child_word (&self->tree, child, "case", "of") >= 0)
      sayso_event_add_participants (self, event, "patient", child);
  sayso_event_add_obliques (finder, event, trigger, noun, &frame);
  if (event->salience == SAYSO_SALIENCE_LOW)
    add_from_verb (finder, event, noun);
}

gboolean
sayso_event_has_actor (const SaysoExtractedEvent *event)
{
  for (guint i = 0; i < event->participants->len; i++)
    if (g_array_index (event->participants, SaysoParticipant, i).actor != SAYSO_NONE)
      return TRUE;

  return FALSE;
}
