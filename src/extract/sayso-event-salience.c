/* sayso-event-salience.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

/* What is news whoever or whatever does it. */
#define CRIMES "breach disaster patch extort phish steal attack spy"

static const SaysoSentence *
sentence_of (const SaysoExtractor *self, guint token)
{
  return sayso_reading_sentence (self->reading, self->tree.sentence[token]);
}

/* "Any firm that", "no one": nobody in particular, so nothing that happened. */
static gboolean
is_generic (const SaysoExtractor *self, int token)
{
  if (token < 0)
    return FALSE;
  token = sayso_frame_named_by (self, token);

  return sayso_tree_lemma_in (&self->tree, sayso_tree_phrase (&self->tree, token).first,
                              "any no every each all most anyone everyone nobody");
}

/* "urged the board to meet": the urging is what happened. */
static gboolean
urges (const SaysoExtractor *self, guint verb)
{
  const char *factuality = "";

  return sayso_event_has_part (self, verb, "control", &factuality) &&
         sayso_table_cell_has ("planned denied", factuality) && sayso_tree_child (&self->tree, verb, "obj iobj") >= 0;
}

static gboolean
has_gerund (const SaysoExtractor *self, guint verb)
{
  int clause = sayso_tree_child (&self->tree, verb, "advcl");

  return clause > (int) verb && (sayso_extractor_token (self, clause)->morph & SAYSO_MORPH_GERUND) != 0;
}

/* "stopped using it" is told by "stopped"; "began to pay", "succeeded in paying" by what was begun; "The trial began"
 * by the trial. */
static gboolean
is_told_elsewhere (const SaysoExtractor *self, guint verb)
{
  int head = sayso_extractor_token (self, verb)->head, subject = sayso_tree_subject (&self->tree, verb);
  SaysoTrigger trigger;

  return (subject >= 0 && sayso_tree_lemma_in (&self->tree, verb, SAYSO_EVENT_OCCURS) &&
          sayso_extractor_token (self, subject)->upos == SAYSO_UPOS_NOUN &&
          sayso_event_find_trigger (self, subject, "noun", -1, &trigger)) ||
         (sayso_event_has_part (self, verb, "control", NULL) && !urges (self, verb) &&
          sayso_tree_child (&self->tree, verb, "xcomp") >= 0) ||
         (sayso_tree_lemma_in (&self->tree, verb, "succeed") && has_gerund (self, verb)) ||
         (head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "xcomp") && urges (self, head)) ||
         (head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "xcomp") &&
          sayso_tree_lemma_in (&self->tree, head, "stop cease quit"));
}

/* "Thieves steal cars": what is the rule, not what happened once. A heading tells so of what is news. */
static gboolean
is_habitual (const SaysoExtractor *self, guint verb)
{
  SaysoMorph morph = sayso_extractor_token (self, verb)->morph;
  int aux = sayso_tree_child (&self->tree, verb, "aux:pass"), head = sayso_extractor_token (self, verb)->head;

  /* "it opens the letter, enabling them to read it" */
  if ((morph & SAYSO_MORPH_GERUND) != 0 && head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "advcl") &&
      sayso_tree_child (&self->tree, verb, "aux") < 0 && sayso_extractor_token (self, head)->upos == SAYSO_UPOS_VERB &&
      (sayso_extractor_token (self, head)->morph & SAYSO_MORPH_GERUND) == 0)
    return is_habitual (self, head);
  /* "by building it, they are able to save" */
  if ((morph & SAYSO_MORPH_GERUND) != 0 && head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "advcl") &&
      sayso_extractor_token (self, head)->upos == SAYSO_UPOS_ADJ && sayso_tree_child (&self->tree, head, "cop") >= 0)
    return (sayso_extractor_token (self, sayso_tree_child (&self->tree, head, "cop"))->morph & SAYSO_MORPH_PRESENT) !=
           0;
  if (sayso_tree_child (&self->tree, verb, "aux") >= 0)
    return FALSE;
  if (aux >= 0)
    return (sayso_extractor_token (self, aux)->morph & SAYSO_MORPH_PRESENT) != 0;

  return (morph & SAYSO_MORPH_PRESENT) != 0 && (morph & SAYSO_MORPH_PAST) == 0;
}

/* What is the rule today has no date in the past: the date is of something else. */
static gboolean
is_before_publication (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  SaysoBounds published = SAYSO_BOUNDS_UNKNOWN;
  g_autofree char *day = NULL;

  if (self->published == NULL)
    return FALSE;
  day = g_strndup (self->published, strlen ("YYYY-MM-DD"));

  return sayso_bounds_parse (day, day, &published) && event->bounds.latest < published.earliest;
}

/* "the flaw allows attackers to look": what can happen whenever, as what stands over it is habitual. */
static gboolean
is_ability (const SaysoExtractor *self, const SaysoFrame *frame)
{
  return (frame->control >= 0 && frame->factuality == SAYSO_FACTUALITY_ASSERTED &&
          is_habitual (self, frame->control)) ||
         sayso_tree_child_word (&self->tree, frame->verb, "aux", "can could") >= 0;
}

/* "the quarter ended March 31": which quarter, not what happened */
static gboolean
ends_period (const SaysoEventFinder *finder, const SaysoFrame *frame)
{
  const SaysoExtractor *self = finder->extractor;
  int before = (int) frame->verb - 1, what = frame->passive ? frame->patient : frame->agent;

  if (!sayso_tree_lemma_in (&self->tree, frame->verb, "end begin start close"))
    return FALSE;

  return (before >= 0 && finder->in_time[before]) ||
         sayso_tree_lemma_in (&self->tree, before, "quarter year month week period half season") ||
         (what >= 0 && sayso_tree_lemma_in (&self->tree, what, "quarter year month week period half season"));
}

/* "malware found in shops": what any such thing is, as nothing says which. */
static gboolean
is_of_some (const SaysoExtractor *self, guint noun)
{
  return self->mention[noun] == SAYSO_NONE && sayso_tree_child (&self->tree, noun, "det nmod:poss nummod") < 0;
}

static gboolean
is_name (const SaysoExtractor *self, guint token)
{
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);

  return mention != NULL && mention->form == SAYSO_FORM_NAME;
}

/* "a group backing the mayor", "is a reporter who wrote for": what somebody is like more than what happened. */
static gboolean
is_attribute (const SaysoExtractor *self, const SaysoFrame *frame)
{
  gboolean gerund = (sayso_extractor_token (self, frame->verb)->morph & SAYSO_MORPH_GERUND) != 0;
  int head = sayso_extractor_token (self, frame->verb)->head;

  if (gerund && sayso_tree_child (&self->tree, frame->verb, "aux") < 0 &&
      !sayso_tree_deprel_is (&self->tree, frame->verb, "advcl conj xcomp ccomp"))
    return TRUE;
  if (head < 0)
    return FALSE;
  /* "the study of the law, reported by": of which, nobody knows */
  if (sayso_tree_deprel_is (&self->tree, frame->verb, "acl") && sayso_tree_is_mark (&self->tree, frame->verb - 1, ","))
    return TRUE;
  /* "the actors linked to it", "the version installed": which, not what happened; but "the letter sent by the mayor" */
  if (sayso_tree_deprel_is (&self->tree, frame->verb, "acl"))
    return gerund || (frame->passive && (frame->agent < 0 || is_of_some (self, head)) && !is_name (self, head));

  return sayso_tree_deprel_is (&self->tree, frame->verb, "acl:relcl") &&
         sayso_tree_child (&self->tree, head, "cop") >= 0 && sayso_tree_child_word (&self->tree, head, "det", "a") >= 0;
}

/* Not "$9 million", nor what is read as a verb. */
static gboolean
is_noun (const SaysoExtractor *self, int token)
{
  SaysoUpos upos = sayso_extractor_token (self, sayso_frame_named_by (self, token))->upos;

  return upos == SAYSO_UPOS_NOUN || upos == SAYSO_UPOS_PROPN || upos == SAYSO_UPOS_PRON || upos == SAYSO_UPOS_NUM;
}

/* Whether anything stands behind the verb but its time: whom, what, where, that something. */
static gboolean
says_more (const SaysoEventFinder *finder, const SaysoFrame *frame)
{
  const SaysoTree *tree = &finder->extractor->tree;

  if (frame->passive || frame->patient >= 0)
    return TRUE;
  for (int child = tree->first_child[frame->verb]; child >= 0; child = tree->next_sibling[child])
    if (!finder->in_time[child] && (child > (int) frame->verb || sayso_tree_deprel_is (tree, child, "xcomp ccomp")) &&
        sayso_tree_deprel_is (tree, child, "obl xcomp ccomp iobj advcl") &&
        sayso_extractor_token (finder->extractor, child)->upos != SAYSO_UPOS_PRON)
      return TRUE;

  return FALSE;
}

/* The time is no more than "now". */
gboolean
sayso_event_is_now (const SaysoEventFinder *self, const SaysoExtractedEvent *event)
{
  return event->time != SAYSO_NONE &&
         g_strcmp0 (g_array_index (self->extractor->extraction->times, SaysoExtractedTime, event->time).value,
                    "PRESENT_REF") == 0;
}

static gboolean
has_behind (const SaysoTree *tree, guint verb, const char *deprels)
{
  for (int child = tree->first_child[verb]; child >= 0; child = tree->next_sibling[child])
    if (child > (int) verb && sayso_tree_deprel_is (tree, child, deprels))
      return TRUE;

  return FALSE;
}

/*
 * What a verb of its class tells by itself: "The mayor resigned." Others need more ("CNBC reported"), and what is
 * reported without an object is told by claims.
 */
static gboolean
is_whole (const SaysoEventFinder *finder, const SaysoExtractedEvent *event, const SaysoFrame *frame)
{
  int clause;

  if (event->kind == SAYSO_EVENT_REPORTED && !frame->passive && frame->patient < 0)
    return has_behind (&finder->extractor->tree, frame->verb, "ccomp xcomp obl advcl") &&
           sayso_tree_lemma_in (&finder->extractor->tree, frame->verb,
                                "announce disclose reveal publish warn alert inform notify complain");

  if (event->kind == SAYSO_EVENT_LEARNED && !frame->passive && frame->patient < 0)
    return sayso_tree_child (&finder->extractor->tree, frame->verb, "ccomp xcomp") >= 0 || says_more (finder, frame);

  /* "“It is late,” the mayor insisted": told by the claim */
  if (!frame->passive && frame->patient < 0 &&
      (clause = sayso_tree_child (&finder->extractor->tree, frame->verb, "ccomp")) >= 0 && clause < (int) frame->verb &&
      !has_behind (&finder->extractor->tree, frame->verb, "ccomp xcomp"))
    return FALSE;

  return says_more (finder, frame) ||
         sayso_table_cell_has ("disaster move resign election change protest meet legal attack agree launch",
                               event->type);
}

static gboolean
is_named (const SaysoExtractor *self, guint actor)
{
  return actor != SAYSO_NONE && !sayso_extractor_actor (self, actor)->unnamed;
}

static gboolean
has_named_actor (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  for (guint i = 0; i < event->participants->len; i++)
    if (is_named (self, g_array_index (event->participants, SaysoParticipant, i).actor))
      return TRUE;

  return FALSE;
}

/* What officers and crowds without a name do once is news too. */
static gboolean
is_public_act (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  return event->factuality == SAYSO_FACTUALITY_ASSERTED &&
         sayso_table_cell_has ("arrest investigate legal protest thwart mobilize coerce discover", event->type) &&
         sayso_event_is_past (self, sayso_extractor_run (self, event->trigger).first);
}

/* "Candidates raised money": whoever does it, and nobody whom the text names. But "Spies broke into it" is news. */
static gboolean
is_of_anybody (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  guint actor =
      event->participants->len > 0 ? g_array_index (event->participants, SaysoParticipant, 0).actor : SAYSO_NONE;

  return actor != SAYSO_NONE && !is_named (self, actor) && !sayso_table_cell_has (CRIMES, event->type) &&
         !is_public_act (self, event) && strchr (sayso_extractor_actor (self, actor)->name, ' ') == NULL &&
         !has_named_actor (self, event);
}

/*
 * "They met him", where nobody knows whom the pronoun means: nothing that a title could tell. Nor could one tell of
 * @whose mother it is that died.
 */
static gboolean
is_open (const SaysoExtractor *self, int token, gboolean whose)
{
  guint named;
  int owner;

  if (token < 0)
    return FALSE;
  named = sayso_frame_named_by (self, token);
  owner = sayso_tree_child (&self->tree, named, "nmod:poss");
  /* "the firm, whose head" */
  if (owner >= 0 && sayso_tree_lemma_in (&self->tree, owner, "whose who"))
    return TRUE;
  /* "his mother", but "his mother Ann Lind" */
  if (whose && owner >= 0 && sayso_extractor_token (self, owner)->upos == SAYSO_UPOS_PRON &&
      self->mention[owner] == SAYSO_NONE &&
      (self->mention[named] == SAYSO_NONE ||
       sayso_extractor_actor (self, sayso_extractor_mention_at (self, named)->actor)->unnamed) &&
      sayso_event_find_named (self, named) == named)
    return TRUE;

  return self->mention[named] == SAYSO_NONE && (sayso_extractor_token (self, named)->upos == SAYSO_UPOS_PRON ||
                                                sayso_tree_lemma_in (&self->tree, named, "one other"));
}

/* "The wall collapsed", not "That changed". */
static gboolean
names_something (const SaysoExtractor *self, const SaysoFrame *frame)
{
  int first = frame->passive ? frame->patient : frame->agent;

  return first >= 0 && (sayso_extractor_token (self, first)->upos == SAYSO_UPOS_NOUN ||
                        sayso_extractor_token (self, first)->upos == SAYSO_UPOS_PROPN);
}

/*
 * "The board rebuked the mayor", "The ship was towed to Oslo": told as past, of something or somebody. Whatever the
 * verb, it is a deed where an actor with a name does or suffers it.
 */
static gboolean
is_deed (const SaysoEventFinder *finder, const SaysoFrame *frame)
{
  const SaysoExtractor *self = finder->extractor;

  /* "leaving the gang weaker" goes on from another deed, and "made", "got" tell none by themselves. */
  return frame->factuality == SAYSO_FACTUALITY_ASSERTED && frame->control < 0 && says_more (finder, frame) &&
         (sayso_extractor_token (self, frame->verb)->morph & SAYSO_MORPH_GERUND) == 0 &&
         !sayso_tree_lemma_in (&self->tree, frame->verb, "get show make use have") &&
         (frame->passive || frame->patient >= 0) && (frame->patient < 0 || is_noun (self, frame->patient)) &&
         sayso_tree_deprel_is (&self->tree, frame->verb, "root conj ccomp parataxis advcl") &&
         sayso_event_is_past (self, frame->verb);
}

/*
 * Why views should not show what a verb tells, or %NULL: they show what has a class and somebody who does it or suffers
 * it, or a date. What is said is told by claims.
 */
const char *
sayso_event_find_fault (SaysoEventFinder *finder, const SaysoExtractedEvent *event, const SaysoTrigger *trigger,
                        const SaysoFrame *frame, gboolean light)
{
  SaysoExtractor *self = finder->extractor;
  gboolean timed = event->time != SAYSO_NONE && !sayso_event_is_now (finder, event) &&
                   !(is_habitual (self, frame->verb) && is_before_publication (self, event));
  gboolean classed = !g_str_equal (event->type, "other");
  gboolean is_agent = !frame->passive && g_str_equal (sayso_event_get_role (trigger, "subject", "agent"), "agent");
  int first = frame->passive ? frame->patient : frame->agent;

  if (!frame->told)
    return "mentioned, not told";
  if (frame->supposed)
    return "supposed";
  if (sayso_table_cell_has ("say state", event->type))
    return "a saying or a state";
  if (sentence_of (self, frame->verb)->block == SAYSO_BLOCK_HEADING)
    return "in a heading";
  if (is_generic (self, first))
    return "of nobody in particular";
  if (is_agent && first >= 0 && !is_noun (self, first))
    return "its subject is no noun";
  if (first >= 0 && finder->in_time[first] && self->mention[first] == SAYSO_NONE)
    return "its subject is a time";
  if (is_told_elsewhere (self, frame->verb))
    return "told by another word";
  if (ends_period (finder, frame))
    return "the bounds of a time";
  if (!timed && is_habitual (self, frame->verb))
    return "the rule, without a date";
  if (!timed && is_ability (self, frame))
    return "what can happen, without a date";
  if (!timed && is_attribute (self, frame))
    return "what somebody is like, without a date";
  if (!timed && frame->factuality == SAYSO_FACTUALITY_HYPOTHETICAL)
    return "imagined, without a date";
  if (first < 0)
    return "of nobody";
  if (light)
    return NULL;
  if (!is_whole (finder, event, frame))
    return "it says not enough";
  if (!classed && !(timed && sayso_bounds_known (&event->bounds)) && !is_deed (finder, frame))
    return "of no class, without a date";

  return NULL;
}

/* What is no actor does little that is news, but attacks and programs do. */
static gboolean
is_idle_thing (const SaysoEventFinder *finder, const SaysoExtractedEvent *event, const SaysoTrigger *trigger,
               const SaysoFrame *frame)
{
  const SaysoExtractor *self = finder->extractor;
  const SaysoParticipant *first;
  SaysoTrigger other;
  guint noun;

  /* A flaw exposes letters, and a fire destroys a port. */
  if (frame->passive || frame->agent < 0 || event->participants->len == 0 ||
      sayso_table_cell_has (CRIMES, event->type) ||
      !g_str_equal (sayso_event_get_role (trigger, "subject", "agent"), "agent"))
    return FALSE;
  first = &g_array_index (event->participants, SaysoParticipant, 0);
  noun = sayso_frame_named_by (self, frame->agent);

  return first->actor == SAYSO_NONE && sayso_extractor_token (self, noun)->upos == SAYSO_UPOS_NOUN &&
         !sayso_event_find_trigger (self, noun, "noun", -1, &other) && sayso_extractor_noun_kind (self, noun) == NULL;
}

/* "is trying to win them over", "have sought to": what somebody is at these days. */
static gboolean
is_still_trying (const SaysoExtractor *self, guint verb)
{
  int aux = sayso_tree_child (&self->tree, verb, "aux");

  return sayso_tree_lemma_in (&self->tree, verb, "try seek look aim struggle want hope need") &&
         (sayso_extractor_token (self, aux >= 0 ? (guint) aux : verb)->morph & SAYSO_MORPH_PRESENT) != 0;
}

/* "Attackers try to", "the program looks to": any of them, whenever it runs. */
static gboolean
is_any_such (const SaysoExtractor *self, int token)
{
  const SaysoExtractedMention *mention;

  if (token < 0)
    return FALSE;
  mention = sayso_extractor_mention_at (self, token);
  if (mention != NULL && sayso_extractor_actor (self, mention->actor)->kind == SAYSO_NAME_PRODUCT)
    return TRUE;

  return (mention == NULL || mention->form != SAYSO_FORM_NAME) &&
         (sayso_extractor_token (self, token)->morph & SAYSO_MORPH_PLURAL) != 0 &&
         sayso_tree_child (&self->tree, token, "det nmod:poss nummod amod") < 0;
}

/*
 * "The mayor is moving up", "will be tearing it down": what is so these days or is expected, by somebody. What a body
 * is at or plans is news, and so is who is to be appointed or tried.
 */
static gboolean
is_untold_as_past (const SaysoExtractor *self, const SaysoExtractedEvent *event, const SaysoFrame *frame)
{
  guint actor =
      event->participants->len > 0 ? g_array_index (event->participants, SaysoParticipant, 0).actor : SAYSO_NONE;
  SaysoNameKind kind;

  /* "allowed thieves to steal letters" */
  if (event->time == SAYSO_NONE && frame->factuality == SAYSO_FACTUALITY_POSSIBLE && frame->control >= 0 &&
      !is_named (self, actor))
    return TRUE;
  if (event->time != SAYSO_NONE || frame->factuality == SAYSO_FACTUALITY_DENIED ||
      sayso_event_is_past (self, frame->verb) ||
      ((sayso_extractor_token (self, frame->verb)->morph &
        (SAYSO_MORPH_PRESENT | SAYSO_MORPH_GERUND | SAYSO_MORPH_INFINITIVE)) == 0 &&
       frame->factuality == SAYSO_FACTUALITY_ASSERTED) ||
      (frame->factuality == SAYSO_FACTUALITY_ASSERTED && sayso_table_cell_has (CRIMES, event->type)))
    return FALSE;
  if (frame->factuality == SAYSO_FACTUALITY_PLANNED && has_named_actor (self, event) &&
      sayso_table_cell_has ("appoint resign legal arrest meet publish", event->type))
    return FALSE;
  if (!is_named (self, actor))
    return TRUE;
  kind = sayso_extractor_actor (self, actor)->kind;
  /* "is launching a fund" */
  if (frame->factuality == SAYSO_FACTUALITY_ASSERTED && sayso_table_cell_has ("launch legal demand", event->type) &&
      (sayso_extractor_token (self, frame->verb)->morph & SAYSO_MORPH_GERUND) != 0)
    return FALSE;

  return kind != SAYSO_NAME_ORGANIZATION && kind != SAYSO_NAME_AGENCY && kind != SAYSO_NAME_GROUP &&
         kind != SAYSO_NAME_PLACE;
}

/*
 * "Ann Lind did not visit it", "The virus checked three folders": what nobody refused, failed or denied to do is as
 * little news as what programs do all day.
 */
static gboolean
is_unlikely_news (const SaysoExtractor *self, const SaysoExtractedEvent *event, const SaysoFrame *frame)
{
  guint actor =
      event->participants->len > 0 ? g_array_index (event->participants, SaysoParticipant, 0).actor : SAYSO_NONE;
  SaysoNameKind kind = actor != SAYSO_NONE ? sayso_extractor_actor (self, actor)->kind : SAYSO_NAME_PERSON;

  if (event->time != SAYSO_NONE)
    return FALSE;
  if (frame->factuality == SAYSO_FACTUALITY_DENIED && frame->over < 0 && frame->control < 0 &&
      event->claim == SAYSO_NONE && !sayso_table_cell_has (CRIMES, event->type))
    return TRUE;

  return (kind == SAYSO_NAME_PRODUCT || kind == SAYSO_NAME_OTHER) &&
         !sayso_table_cell_has (CRIMES " launch publish trade", event->type);
}

/* "Norlund's lawyers", "about 30 Norwegian sailors": described by a name. */
static gboolean
is_described_by_name (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  guint actor =
      event->participants->len > 0 ? g_array_index (event->participants, SaysoParticipant, 0).actor : SAYSO_NONE;
  const char *name = actor != SAYSO_NONE ? g_utf8_next_char (sayso_extractor_actor (self, actor)->name) : "";

  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (g_unichar_isupper (g_utf8_get_char (name)))
      return TRUE;

  return FALSE;
}

/* "Candidates asked for money": an event is of somebody with a name, or crimes, discoveries and the like. */
static gboolean
is_of_unnamed (const SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  return event->time == SAYSO_NONE && event->place == SAYSO_NONE && !has_named_actor (self, event) &&
         !is_described_by_name (self, event) &&
         !sayso_table_cell_has (CRIMES " discover legal publish reject accuse arrest investigate protest resign thwart "
                                       "mobilize coerce",
                                event->type);
}

/* Why views should not show it with those who took part, or %NULL: an event of nobody, or of "it", tells nothing. */
const char *
sayso_event_find_fault_of_participants (SaysoEventFinder *finder, const SaysoExtractedEvent *event,
                                        const SaysoTrigger *trigger, const SaysoFrame *frame, gboolean light)
{
  const SaysoExtractor *self = finder->extractor;
  int first = frame->passive ? frame->patient : frame->agent;

  if (is_idle_thing (finder, event, trigger, frame))
    return "done by a thing";
  if (is_of_anybody (self, event))
    return "done by anybody";
  /* "uses it to win": what somebody is after by what is told */
  if (frame->factuality == SAYSO_FACTUALITY_PLANNED && frame->control >= 0 && frame->over < 0)
    return "what another act is for";
  if (frame->over >= 0 && event->time == SAYSO_NONE &&
      ((is_habitual (self, frame->over) && is_any_such (self, first)) || is_still_trying (self, frame->over)))
    return "the rule, without a date";
  if (is_untold_as_past (self, event, frame))
    return "told as present or to come, without a date, and of no body with a name";
  if (is_unlikely_news (self, event, frame))
    return "what did not happen, or what a program or a thing does, without a date";
  if (is_of_unnamed (self, event))
    return "done by somebody without a name, to nobody with one";
  if (is_open (self, first, TRUE) ||
      (event->time == SAYSO_NONE && !frame->passive && is_open (self, frame->patient, FALSE)))
    return "of somebody whom a pronoun leaves open";
  if (frame->factuality != SAYSO_FACTUALITY_ASSERTED && !has_named_actor (self, event) &&
      !(frame->factuality == SAYSO_FACTUALITY_PLANNED && frame->over >= 0 && sayso_event_has_actor (event)))
    return "not asserted, and of nobody with a name";
  if (event->place != SAYSO_NONE && light)
    return NULL;
  if (g_str_equal (event->type, "other") && event->time == SAYSO_NONE && !light &&
      (event->participants->len == 0 ||
       !is_named (self, g_array_index (event->participants, SaysoParticipant, 0).actor)))
    return "of no class, and of nobody with a name";
  if (sayso_event_has_actor (event) || (light && event->time != SAYSO_NONE) ||
      (event->time != SAYSO_NONE && !g_str_equal (event->type, "other") && names_something (self, frame)))
    return NULL;

  /* "The hacker demanded ten coins" */
  if (first >= 0 && (sayso_table_cell_has (CRIMES, event->type) || is_public_act (self, event)) &&
      names_something (self, frame) && sayso_extractor_noun_kind (self, first) != NULL &&
      (frame->passive || frame->patient >= 0) && sayso_event_is_past (self, frame->verb))
    return NULL;

  return "no actor takes part";
}
