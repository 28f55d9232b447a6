/* sayso-events.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

static void
start_event (const SaysoExtractor *self, SaysoExtractedEvent *event, guint token)
{
  *event = (SaysoExtractedEvent) {
    .time = SAYSO_NONE,
    .place = SAYSO_NONE,
    .type = "other",
    .bounds = SAYSO_BOUNDS_UNKNOWN,
    .salience = SAYSO_SALIENCE_LOW,
    .same = SAYSO_NONE,
  };
  event->trigger = sayso_extractor_token (self, token)->span;
  event->span = sayso_reading_sentence (self->reading, self->tree.sentence[token])->span;
  event->participants = g_array_new (FALSE, FALSE, sizeof (SaysoParticipant));
  event->claim = sayso_extractor_claim_at (self, token);
}

static void
keep_event (SaysoExtractor *self, SaysoExtractedEvent *event)
{
  if (event->claim != SAYSO_NONE)
    {
      const SaysoExtractedClaim *claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, event->claim);

      event->doubted |= claim->doubted;
      if (event->factuality == SAYSO_FACTUALITY_ASSERTED && claim->certainty == SAYSO_CERTAINTY_DENIED)
        event->factuality = SAYSO_FACTUALITY_DENIED;
      else if (event->factuality == SAYSO_FACTUALITY_ASSERTED &&
               (claim->certainty == SAYSO_CERTAINTY_POSSIBLE || claim->certainty == SAYSO_CERTAINTY_DOUBTFUL))
        event->factuality = SAYSO_FACTUALITY_POSSIBLE;
    }
  g_array_append_val (self->extraction->events, *event);
}

/* SAYSO_DEBUG=extract tells by which row a word is an event, who takes part, what dates it, and why views pass it over.
 */
static void
tell (const SaysoExtractor *self, const SaysoExtractedEvent *event, const SaysoTrigger *trigger, const char *fault)
{
  g_autoptr (GString) line = NULL;
  g_autofree char *word = NULL;

  if (!sayso_extract_is_telling ())
    return;
  word = sayso_extractor_text (self, sayso_extractor_run (self, event->trigger), 40);
  line = g_string_new (NULL);
  g_string_append_printf (line, "“%s” at %u is an event, %s", word, event->trigger.start, event->type);
  if (trigger->when != NULL && *trigger->when != '\0')
    g_string_append_printf (line, " by “%s”", trigger->when);
  for (guint i = 0; i < event->participants->len; i++)
    {
      const SaysoParticipant *participant = &g_array_index (event->participants, SaysoParticipant, i);
      g_autofree char *who = sayso_extractor_text (self, sayso_extractor_run (self, participant->span), 40);

      g_string_append_printf (line, "; %s: %s", participant->role, who);
    }
  if (event->time != SAYSO_NONE)
    {
      SaysoSpan span = g_array_index (self->extraction->times, SaysoExtractedTime, event->time).span;
      g_autofree char *time = sayso_extractor_text (self, sayso_extractor_run (self, span), 40);

      g_string_append_printf (line, "; dated by “%s”", time);
    }
  g_printerr ("extract: %s; %s%s\n", line->str, fault == NULL ? "shown" : "passed over: ", fault == NULL ? "" : fault);
}

/* In "made a pitch", "was delivered as a protest" the noun that tells what kind of thing was done; else -1. */
static int
find_light_noun (const SaysoExtractor *self, guint verb, SaysoTrigger *trigger, const char **subject_role)
{
  /* "took the offer to mean", "made the offer public" */
  if (!sayso_event_has_part (self, verb, "light", subject_role) || sayso_tree_child (&self->tree, verb, "xcomp") >= 0)
    return -1;
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    if ((sayso_tree_deprel_is (&self->tree, child, "obj nsubj:pass") ||
         (sayso_tree_deprel_is (&self->tree, child, "obl") &&
          sayso_tree_child_word (&self->tree, child, "case", "as") >= 0)) &&
        sayso_event_find_trigger (self, child, "noun", -1, trigger) &&
        !sayso_table_cell_has ("other say", trigger->type))
      return child;

  return -1;
}

static void
find_verb_event (SaysoEventFinder *self, guint verb, GHashTable *told)
{
  SaysoExtractor *extractor = self->extractor;
  SaysoTrigger trigger = { "other", SAYSO_EVENT_OCCURRED, "", "" };
  const char *subject_role = "", *fault;
  SaysoExtractedEvent event;
  SaysoFrame frame;
  int object = sayso_tree_child (&extractor->tree, verb, "obj nsubj:pass"), noun;
  gboolean light;

  /* "according to", "including": prepositions */
  if (sayso_tree_deprel_is (&extractor->tree, verb, "case mark fixed aux aux:pass cop") ||
      sayso_tree_lemma_in (&extractor->tree, verb, "be have"))
    return;
  start_event (extractor, &event, verb);
  sayso_frame_read (extractor, verb, &frame);
  /* "the speech delivered by" */
  if (object < 0 && frame.passive)
    object = frame.patient;
  sayso_event_find_trigger (extractor, verb, "verb", object, &trigger);
  noun = find_light_noun (extractor, verb, &trigger, &subject_role);
  light = noun >= 0;
  event.type = trigger.type;
  event.kind = trigger.kind;
  sayso_event_set_time (self, &event, verb);
  if (event.time == SAYSO_NONE && frame.over >= 0)
    sayso_event_set_time (self, &event, frame.over);
  if (event.time == SAYSO_NONE)
    sayso_event_share_time (self, &event, verb);
  fault = sayso_event_find_fault (self, &event, &trigger, &frame, light);
  if (fault == NULL)
    event.salience = SAYSO_SALIENCE_HIGH;

  if (!light || *subject_role == '\0')
    subject_role = sayso_event_get_role (&trigger, "subject", "agent");
  /* "The shop closed", but "The firm closed the shop" */
  if (g_str_equal (subject_role, "patient") && !frame.passive && frame.patient >= 0 && !light)
    subject_role = "agent";
  sayso_event_add_participants (extractor, &event, subject_role, frame.agent);
  if (!light || noun != frame.patient)
    sayso_event_add_participants (extractor, &event, sayso_event_get_role (&trigger, "object", "patient"),
                                  frame.patient);
  sayso_event_add_obliques (self, &event, &trigger, verb, &frame);
  if (frame.patient >= 0 && !frame.passive && sayso_extractor_token (extractor, frame.patient)->upos == SAYSO_UPOS_NOUN)
    sayso_event_add_obliques (self, &event, &trigger, frame.patient, &frame);
  if (event.kind == SAYSO_EVENT_REPORTED)
    sayso_event_add_topics (extractor, &event, frame.patient);
  if (light)
    {
      sayso_event_add_subject_matter (self, &event, noun, noun);
      if (noun > (int) verb)
        sayso_event_add_subject_matter (self, &event, verb, noun);
      if (noun != frame.patient)
        sayso_event_add_obliques (self, &event, &trigger, noun, &frame);
      frame.last_object = noun;
      event.trigger = sayso_extractor_token (extractor, noun)->span;
      g_hash_table_add (told, GINT_TO_POINTER (noun));
    }
  if (event.time == SAYSO_NONE && light)
    sayso_event_set_time (self, &event, noun);
  /* "would open in May" was planned then, and is dated */
  if (frame.factuality == SAYSO_FACTUALITY_HYPOTHETICAL && !frame.supposed && event.time != SAYSO_NONE)
    frame.factuality = SAYSO_FACTUALITY_PLANNED;
  if (fault == NULL)
    fault = sayso_event_find_fault_of_participants (self, &event, &trigger, &frame, light);
  if (fault != NULL)
    event.salience = SAYSO_SALIENCE_LOW;
  event.factuality = frame.factuality;
  event.doubted = frame.doubted;
  event.title = sayso_frame_make_title (self, &frame);
  tell (extractor, &event, &trigger, fault);
  keep_event (extractor, &event);
}

/* The verb by which it is said that what the noun names took place, or -1. */
static int
find_occurring (const SaysoExtractor *self, guint noun)
{
  int head = sayso_extractor_token (self, noun)->head;

  if (head >= 0 && sayso_tree_deprel_is (&self->tree, noun, "nsubj") &&
      sayso_tree_lemma_in (&self->tree, head, SAYSO_EVENT_OCCURS) &&
      sayso_extractor_token (self, head)->upos == SAYSO_UPOS_VERB)
    return head;
  /* "that the meeting took place", read as the meeting that took place */
  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "acl acl:relcl") &&
        sayso_tree_lemma_in (&self->tree, child, "take occur happen"))
      return child;

  return -1;
}

/* "his speech": of somebody whom the text does not name */
static gboolean
is_of_unnamed (const SaysoExtractor *self, guint noun)
{
  int owner = sayso_tree_child (&self->tree, noun, "nmod:poss");
  const SaysoExtractedMention *mention = owner >= 0 ? sayso_extractor_mention_at (self, owner) : NULL;

  return owner >= 0 && sayso_extractor_token (self, owner)->upos == SAYSO_UPOS_PRON &&
         (mention == NULL || sayso_extractor_actor (self, mention->actor)->unnamed);
}

/*
 * "the murder of Ann Lind", "attacks on the Oslo embassy": a crime against somebody with a name needs no date to be
 * news. But a fear or a plan of it did not happen.
 */
static gboolean
is_crime_against (const SaysoExtractor *self, const SaysoExtractedEvent *event, guint noun)
{
  const SaysoTree *tree = &self->tree;
  int head = sayso_extractor_token (self, noun)->head;

  if (!sayso_table_cell_has ("attack breach steal spy", event->type) ||
      sayso_tree_child_word (tree, noun, "det", "a any no such") >= 0 ||
      sayso_tree_child_word (tree, noun, "case", "without against for before") >= 0 ||
      (head >= 0 && sayso_tree_lemma_in (tree, head,
                                         "threat risk fear possibility plan attempt allegation charge accusation "
                                         "suspicion warning anniversary plot conspiracy danger prevent avoid stop plan "
                                         "threaten fear deny claim allege warn urge call")))
    return FALSE;
  for (int child = tree->first_child[noun]; child >= 0; child = tree->next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (tree, child, "nmod") &&
        sayso_tree_child_word (tree, child, "case", "of on against") >= 0)
      {
        const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, child);

        if (mention != NULL && mention->form == SAYSO_FORM_NAME &&
            sayso_extractor_actor (self, mention->actor)->kind != SAYSO_NAME_OTHER)
          return TRUE;
      }

  return FALSE;
}

/* A noun of action: shown with a time of its own, or where it is said that it took place. */
static void
find_noun_event (SaysoEventFinder *self, guint noun)
{
  SaysoExtractor *extractor = self->extractor;
  SaysoFrame frame = { .agent = -1, .patient = -1 };
  SaysoExtractedEvent event;
  SaysoTrigger trigger;
  const char *fault = NULL;
  int occurs;

  if (!sayso_event_find_trigger (extractor, noun, "noun", -1, &trigger) ||
      sayso_tree_deprel_is (&extractor->tree, noun, "compound"))
    return;
  start_event (extractor, &event, noun);
  event.type = trigger.type;
  event.kind = trigger.kind;
  occurs = find_occurring (extractor, noun);
  sayso_event_set_time (self, &event, noun);
  if ((event.time == SAYSO_NONE || sayso_event_is_now (self, &event)) && occurs < 0 &&
      !is_crime_against (extractor, &event, noun))
    fault = "a noun without a time of its own";
  else if (g_str_equal (event.type, "say"))
    fault = "a saying";
  else if (sayso_extractor_token (extractor, noun)->upos != SAYSO_UPOS_NOUN)
    fault = "part of a name";
  else if (sayso_reading_sentence (extractor->reading, extractor->tree.sentence[noun])->block == SAYSO_BLOCK_HEADING)
    fault = "in a heading";
  else
    event.salience = SAYSO_SALIENCE_HIGH;
  sayso_event_add_noun_participants (self, &event, &trigger, noun);
  if (occurs >= 0)
    {
      sayso_event_add_obliques (self, &event, &trigger, occurs, &frame);
      if (event.time == SAYSO_NONE)
        sayso_event_set_time (self, &event, occurs);
      sayso_frame_read (extractor, occurs, &frame);
      event.factuality = frame.factuality;
      event.doubted = frame.doubted;
    }
  if (fault == NULL && !sayso_event_has_actor (&event) && event.place == SAYSO_NONE)
    fault = "no actor takes part";
  else if (fault == NULL && is_of_unnamed (extractor, noun))
    fault = "of somebody whom a pronoun leaves open";
  else if (fault == NULL && event.factuality != SAYSO_FACTUALITY_ASSERTED && event.time == SAYSO_NONE)
    fault = "not asserted, without a date";
  if (fault != NULL)
    event.salience = SAYSO_SALIENCE_LOW;
  event.title = sayso_frame_make_noun_title (self, noun, occurs);
  tell (extractor, &event, &trigger, fault);
  keep_event (extractor, &event);
}

static int
by_trigger (gconstpointer a, gconstpointer b)
{
  const SaysoExtractedEvent *left = a, *right = b;

  if (left->trigger.start != right->trigger.start)
    return left->trigger.start < right->trigger.start ? -1 : 1;

  return 0;
}

/* Finds what happened, or is said to have: by verbs and nouns of action, who took part, when and where. */
void
sayso_extractor_find_events (SaysoExtractor *self)
{
  SaysoEventFinder finder = { .extractor = self };
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  finder.time_of = g_hash_table_new (NULL, NULL);
  finder.in_time = g_new0 (guint8, self->reading->tokens->len + 1);
  sayso_event_attach_times (&finder);
  for (guint i = 0; i < self->reading->tokens->len; i++)
    if (sayso_extractor_token (self, i)->upos == SAYSO_UPOS_VERB)
      find_verb_event (&finder, i, told);
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      SaysoUpos upos = sayso_extractor_token (self, i)->upos;

      if ((upos == SAYSO_UPOS_NOUN || (upos == SAYSO_UPOS_PROPN && self->mention[i] == SAYSO_NONE)) &&
          !g_hash_table_contains (told, GINT_TO_POINTER (i)))
        find_noun_event (&finder, i);
    }
  g_array_sort (self->extraction->events, by_trigger);
  sayso_event_join (self);
  sayso_event_count_from_events (self);
  sayso_event_date_by_narrative (self);
  g_hash_table_unref (finder.time_of);
  g_free (finder.in_time);
}
