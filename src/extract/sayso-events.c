/* sayso-events.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-frame.h"

#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-times.h"

#define HOPS 8

typedef struct
{
  SaysoExtractor *extractor;
  GHashTable *time_of; /* token of a verb or noun to the number of its time and 1 */
} Events;

/* The verb or noun of action that a time expression leans on, by the tree; a dateline leans on the sentence's root. */
static void
attach_times (Events *self)
{
  SaysoExtractor *extractor = self->extractor;

  for (guint i = 0; i < extractor->extraction->times->len; i++)
    {
      const SaysoExtractedTime *time = &g_array_index (extractor->extraction->times, SaysoExtractedTime, i);
      SaysoRun run = sayso_extractor_run (extractor, time->span);
      int token;
      gpointer old;

      if (run.first > run.last || time->type == SAYSO_TIME_SET)
        continue;
      token = run.last;
      for (guint hops = 0; hops < HOPS && token >= (int) run.first && token <= (int) run.last; hops++)
        token = sayso_extractor_token (extractor, token)->head;
      for (guint hops = 0; hops < HOPS && token >= 0; hops++)
        {
          const SaysoToken *t = sayso_extractor_token (extractor, token);
          guint row;

          if (t->upos == SAYSO_UPOS_VERB || t->head < 0)
            break;
          if (t->upos == SAYSO_UPOS_NOUN && t->lemma != NULL &&
              sayso_table_find (sayso_extract_get_table ("triggers.tsv"), t->lemma, &row) &&
              sayso_extractor_token (extractor, token)->head >= 0 &&
              sayso_tree_deprel_is (&extractor->tree, token, "nsubj obj obl nmod") &&
              extractor->tree.left[token] <= run.first && run.last <= extractor->tree.right[token])
            break;
          token = t->head;
        }
      if (token < 0)
        continue;
      /* Of two, the date outweighs the duration. */
      old = g_hash_table_lookup (self->time_of, GUINT_TO_POINTER (token + 1));
      if (old != NULL && (time->type == SAYSO_TIME_DURATION || !sayso_bounds_known (&time->bounds)))
        continue;
      g_hash_table_insert (self->time_of, GUINT_TO_POINTER (token + 1), GUINT_TO_POINTER (i + 1));
    }
}

/* "@at": whether a phrase with that preposition leans on the verb. */
static gboolean
has_preposition (const SaysoExtractor *self, guint verb, const char *preposition)
{
  for (int child = self->tree.first_child[verb]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) verb && sayso_tree_deprel_is (&self->tree, child, "obl nmod") &&
        sayso_tree_child_word (&self->tree, child, "case", preposition) >= 0)
      return TRUE;

  return FALSE;
}

/* @object: what the verb is done to, or -1: some verbs tell of one thing or another by it. */
static gboolean
find_trigger (const SaysoExtractor *self, guint token, const char *part, int object, SaysoExtractedEvent *event)
{
  const SaysoTable *triggers = sayso_extract_get_table ("triggers.tsv");
  const char *lemma = sayso_extractor_token (self, token)->lemma;
  guint row;
  int kind;

  if (lemma == NULL || !sayso_table_find (triggers, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (triggers) && g_str_equal (sayso_table_get (triggers, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (triggers, row, 1), part))
      {
        const char *with = sayso_table_get (triggers, row, 4);

        if (*with == '@')
          {
            if (!has_preposition (self, token, with + 1))
              continue;
          }
        else if (*with != '\0' && (object < 0 || !sayso_extractor_noun_is (self, object, with)))
          continue;
        event->type = sayso_table_get (triggers, row, 2);
        if (sayso_enum_from_nick (SAYSO_TYPE_EVENT_KIND, sayso_table_get (triggers, row, 3), &kind))
          event->kind = kind;
        return TRUE;
      }

  return FALSE;
}

static gboolean
has_part (const SaysoExtractor *self, guint verb, const char *part)
{
  const SaysoTable *control = sayso_extract_get_table ("control.tsv");
  const char *lemma = sayso_extractor_token (self, verb)->lemma;
  guint row;

  if (lemma == NULL || !sayso_table_find (control, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (control) && g_str_equal (sayso_table_get (control, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (control, row, 1), part))
      return TRUE;

  return FALSE;
}

static gboolean
is_light (const SaysoExtractor *self, guint verb)
{
  return has_part (self, verb, "light");
}

static void
add_participant (SaysoExtractor *self, SaysoExtractedEvent *event, const char *role, guint token)
{
  SaysoParticipant participant = { role, SAYSO_NONE, { 0, 0 } };

  participant.actor = sayso_extractor_actor_of (self, token, &participant.span);
  if (participant.actor == SAYSO_NONE)
    {
      participant.actor = sayso_extractor_owner_of (self, token);
      participant.span = sayso_tree_span (&self->tree, sayso_tree_phrase (&self->tree, token));
    }
  if (participant.actor == SAYSO_NONE)
    return;
  for (guint i = 0; i < event->participants->len; i++)
    if (g_array_index (event->participants, SaysoParticipant, i).actor == participant.actor)
      return;
  g_array_append_val (event->participants, participant);
}

/* A noun with what is joined to it by "and", and the examples that "including" gives. */
static void
add_participants (SaysoExtractor *self, SaysoExtractedEvent *event, const char *role, int token)
{
  guint n = 0;

  if (token < 0)
    return;
  add_participant (self, event, role, token);
  for (int child = self->tree.first_child[token]; child >= 0 && n < 12; child = self->tree.next_sibling[child])
    if (child > token && (sayso_tree_deprel_is (&self->tree, child, "conj") ||
                          sayso_tree_child_word (&self->tree, child, "case", "include") >= 0))
      {
        add_participants (self, event, role, child);
        n++;
      }
}

static gboolean
is_place (const SaysoExtractor *self, guint actor)
{
  return actor != SAYSO_NONE && sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_PLACE;
}

/* Whether those whom "with" adds take part as equals. */
static gboolean
is_mutual (const SaysoExtractedEvent *event)
{
  return sayso_table_cell_has ("meet agree trade attack other", event->type);
}

/* Phrases behind the verb: to whom, with whom, where. */
static void
add_obliques (SaysoExtractor *self, SaysoExtractedEvent *event, guint head, const SaysoFrame *frame)
{
  for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
    {
      SaysoSpan span;
      guint actor;

      if (child == frame->agent || child == frame->patient ||
          !sayso_tree_deprel_is (&self->tree, child, "obl nmod iobj"))
        continue;
      actor = self->mention[child] != SAYSO_NONE || sayso_extractor_noun_is (self, child, "outlet")
                  ? sayso_extractor_actor_of (self, child, &span)
                  : SAYSO_NONE;
      /* "looked at the firm" */
      if (g_str_equal (event->type, "investigate") && frame->patient < 0 &&
          sayso_tree_child_word (&self->tree, child, "case", "at into") >= 0)
        add_participants (self, event, "patient", child);
      else if (sayso_tree_child_word (&self->tree, child, "case", "in at near into inside outside around across") >= 0)
        {
          if (is_place (self, actor) && event->place == SAYSO_NONE)
            event->place = actor;
          else
            for (int part = self->tree.first_child[child]; part >= 0 && event->place == SAYSO_NONE;
                 part = self->tree.next_sibling[part])
              if (sayso_tree_deprel_is (&self->tree, part, "compound nmod:poss amod") &&
                  self->mention[part] != SAYSO_NONE && is_place (self, sayso_extractor_actor_of (self, part, &span)))
                event->place = sayso_extractor_actor_of (self, part, &span);
        }
      else if (sayso_tree_deprel_is (&self->tree, child, "iobj") ||
               sayso_tree_child_word (&self->tree, child, "case", "to") >= 0)
        add_participants (self, event, "recipient", child);
      else if (actor != SAYSO_NONE && event->kind == SAYSO_EVENT_REPORTED &&
               sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_OUTLET)
        add_participants (self, event, "agent", child);
      else if (sayso_tree_child_word (&self->tree, child, "case", "against on") >= 0)
        add_participants (self, event, "patient", child);
      else if (sayso_tree_child_word (&self->tree, child, "case", "with between") >= 0 && is_mutual (event))
        add_participants (self, event, "partner", child);
      /* "a meeting with officials" */
      if (sayso_extractor_token (self, child)->upos == SAYSO_UPOS_NOUN)
        for (int part = self->tree.first_child[child]; part >= 0; part = self->tree.next_sibling[part])
          if (sayso_tree_deprel_is (&self->tree, part, "nmod") &&
              sayso_tree_child_word (&self->tree, part, "case", "with") >= 0)
            add_participants (self, event, "partner", part);
    }
}

/* What a publication is about: the actors named inside the noun phrase of what was published. */
static void
add_topics (SaysoExtractor *self, SaysoExtractedEvent *event, int object)
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
        gboolean there = mention->form != SAYSO_FORM_NAME;

        for (guint k = 0; k < event->participants->len && !there; k++)
          there = g_array_index (event->participants, SaysoParticipant, k).actor == mention->actor;
        if (there || kind == SAYSO_NAME_PLACE || kind == SAYSO_NAME_OTHER)
          continue;
        g_array_append_val (event->participants, participant);
        n++;
      }
}

/* "did a study of the bank's errors": the actor that owns or does what the noun is about. */
static void
add_subject_matter (SaysoExtractor *self, SaysoExtractedEvent *event, int noun)
{
  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (child > noun && sayso_tree_deprel_is (&self->tree, child, "nmod acl") &&
        sayso_tree_child_word (&self->tree, child, "case mark", "on of into about against") >= 0)
      {
        guint before = event->participants->len;

        add_participants (self, event, "patient", child);
        for (int part = self->tree.first_child[child]; part >= 0 && event->participants->len == before;
             part = self->tree.next_sibling[part])
          if (sayso_tree_deprel_is (&self->tree, part, "acl acl:relcl"))
            {
              int subject = sayso_tree_child (&self->tree, part, "nsubj");

              if (subject >= 0)
                add_participants (self, event, "patient", subject);
            }
      }
}

static void
set_time (Events *self, SaysoExtractedEvent *event, guint token)
{
  guint time = GPOINTER_TO_UINT (g_hash_table_lookup (self->time_of, GUINT_TO_POINTER (token + 1)));
  const SaysoExtractedTime *found;

  if (time == 0)
    return;
  found = &g_array_index (self->extractor->extraction->times, SaysoExtractedTime, time - 1);
  event->time = time - 1;
  sayso_times_get_dated (found, &event->bounds, &event->edtf);
}

static void
start_event (const SaysoExtractor *self, SaysoExtractedEvent *event, guint token)
{
  const SaysoSentence *sentence = sayso_reading_sentence (self->reading, self->tree.sentence[token]);

  *event = (SaysoExtractedEvent) {
    .time = SAYSO_NONE, .place = SAYSO_NONE, .type = "other", .bounds = SAYSO_BOUNDS_UNKNOWN
  };
  event->trigger = sayso_extractor_token (self, token)->span;
  event->span = sentence->span;
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

static void
drop_event (SaysoExtractedEvent *event)
{
  g_free (event->title);
  g_free (event->edtf);
  g_array_unref (event->participants);
}

static gboolean
is_control (const SaysoExtractor *self, guint verb)
{
  return has_part (self, verb, "control");
}

/* "Any firm that", "no one": nobody in particular, so nothing that happened. */
static gboolean
is_generic (const SaysoExtractor *self, int token)
{
  if (token < 0)
    return FALSE;
  token = sayso_frame_named_by (self, token);

  return sayso_tree_lemma_in (&self->tree, sayso_tree_phrase (&self->tree, token).first,
                              "any no every each anyone everyone nobody");
}

/* "stopped using it" is told by "stopped". */
static gboolean
is_told_above (const SaysoExtractor *self, guint verb)
{
  int head = sayso_extractor_token (self, verb)->head;

  return head >= 0 && sayso_tree_deprel_is (&self->tree, verb, "xcomp") &&
         sayso_tree_lemma_in (&self->tree, head, "stop cease quit");
}

static void
find_verb_event (Events *self, guint verb)
{
  SaysoExtractor *extractor = self->extractor;
  SaysoExtractedEvent event;
  SaysoFrame frame;
  gboolean timed = g_hash_table_contains (self->time_of, GUINT_TO_POINTER (verb + 1)), listed, light = FALSE;
  int object;

  if (sayso_reading_sentence (extractor->reading, extractor->tree.sentence[verb])->block == SAYSO_BLOCK_HEADING)
    return;
  start_event (extractor, &event, verb);
  object = sayso_tree_child (&extractor->tree, verb, "obj nsubj:pass");
  listed = find_trigger (extractor, verb, "verb", object, &event);
  /* "made a pitch": the noun tells what kind of thing was done. */
  for (int more = object; more >= 0; more = extractor->tree.next_sibling[more])
    if (sayso_tree_deprel_is (&extractor->tree, more, "obj nsubj:pass") && is_light (extractor, verb) &&
        find_trigger (extractor, more, "noun", -1, &event))
      {
        light = TRUE;
        object = more;
      }
  /* "began to pay" is told by what was begun. */
  if ((!listed && !light && !timed) ||
      (is_control (extractor, verb) && sayso_tree_child (&extractor->tree, verb, "xcomp") >= 0) ||
      is_told_above (extractor, verb) || !sayso_frame_read (extractor, verb, &frame) ||
      is_generic (extractor, frame.passive ? frame.patient : frame.agent))
    {
      drop_event (&event);
      return;
    }

  add_participants (extractor, &event, "agent", frame.agent);
  add_participants (extractor, &event, "patient", frame.patient);
  add_obliques (extractor, &event, verb, &frame);
  if (frame.patient >= 0 && !frame.passive && sayso_extractor_token (extractor, frame.patient)->upos == SAYSO_UPOS_NOUN)
    add_obliques (extractor, &event, frame.patient, &frame);
  if (event.kind == SAYSO_EVENT_REPORTED)
    add_topics (extractor, &event, frame.patient);
  if (light)
    {
      add_subject_matter (extractor, &event, object);
      if (object != frame.patient)
        add_obliques (extractor, &event, object, &frame);
      frame.last_object = object;
      event.trigger = sayso_extractor_token (extractor, object)->span;
    }
  set_time (self, &event, verb);
  if (event.time == SAYSO_NONE && frame.over >= 0)
    set_time (self, &event, frame.over);
  if (event.participants->len == 0 || (frame.passive ? frame.patient : frame.agent) < 0)
    {
      drop_event (&event);
      return;
    }
  event.factuality = frame.factuality;
  event.doubted = frame.doubted;
  event.title = sayso_frame_make_title (extractor, &frame);
  keep_event (extractor, &event);
}

/* A noun of action with a time of its own, or of which it is said that it took place. */
static void
find_noun_event (Events *self, guint noun)
{
  SaysoExtractor *extractor = self->extractor;
  const SaysoToken *token = sayso_extractor_token (extractor, noun);
  SaysoExtractedEvent event;
  SaysoFrame frame = { .agent = -1, .patient = -1 };
  gboolean timed = g_hash_table_contains (self->time_of, GUINT_TO_POINTER (noun + 1)), took_place;
  int occurs;

  occurs = token->head;
  took_place = token->head >= 0 && sayso_tree_deprel_is (&extractor->tree, noun, "nsubj") &&
               sayso_tree_lemma_in (&extractor->tree, token->head, "take occur happen begin follow") &&
               sayso_extractor_token (extractor, token->head)->upos == SAYSO_UPOS_VERB;
  /* "that the meeting took place", read as the meeting that took place */
  for (int child = extractor->tree.first_child[noun]; child >= 0 && !took_place;
       child = extractor->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&extractor->tree, child, "acl acl:relcl") &&
        sayso_tree_lemma_in (&extractor->tree, child, "take occur happen"))
      {
        occurs = child;
        took_place = TRUE;
      }
  if (!timed && !took_place)
    return;
  start_event (extractor, &event, noun);
  if (!find_trigger (extractor, noun, "noun", -1, &event))
    {
      drop_event (&event);
      return;
    }
  for (int child = extractor->tree.first_child[noun]; child >= 0; child = extractor->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&extractor->tree, child, "nmod:poss"))
      add_participants (extractor, &event, "agent", child);
    else if (sayso_tree_deprel_is (&extractor->tree, child, "compound") && extractor->mention[child] != SAYSO_NONE)
      add_participants (extractor, &event, "participant", child);
    else if (sayso_tree_deprel_is (&extractor->tree, child, "nmod") &&
             sayso_tree_child_word (&extractor->tree, child, "case", "by") >= 0)
      add_participants (extractor, &event, "agent", child);
    else if (sayso_tree_deprel_is (&extractor->tree, child, "nmod") &&
             sayso_tree_child_word (&extractor->tree, child, "case", "of") >= 0)
      add_participants (extractor, &event, "patient", child);
  add_obliques (extractor, &event, noun, &frame);
  set_time (self, &event, noun);
  if (took_place)
    {
      add_obliques (extractor, &event, occurs, &frame);
      if (event.time == SAYSO_NONE)
        set_time (self, &event, occurs);
    }
  if (event.participants->len == 0 && event.place == SAYSO_NONE)
    {
      drop_event (&event);
      return;
    }
  if (took_place && sayso_frame_read (extractor, occurs, &frame))
    {
      event.factuality = frame.factuality;
      event.doubted = frame.doubted;
    }
  event.title = sayso_frame_make_noun_title (extractor, noun);
  keep_event (extractor, &event);
}

static gboolean
share_actor (const SaysoExtractedEvent *a, const SaysoExtractedEvent *b)
{
  if (a->place != SAYSO_NONE && a->place == b->place)
    return TRUE;
  for (guint i = 0; i < a->participants->len; i++)
    for (guint k = 0; k < b->participants->len; k++)
      if (g_array_index (a->participants, SaysoParticipant, i).actor ==
          g_array_index (b->participants, SaysoParticipant, k).actor)
        return TRUE;

  return FALSE;
}

/* "Assuming that the meeting took place …": the author doubts the meeting of which a passage before told. */
static void
spread_doubt (SaysoExtractor *self)
{
  GArray *events = self->extraction->events;

  for (guint i = 0; i < events->len; i++)
    {
      const SaysoExtractedEvent *doubt = &g_array_index (events, SaysoExtractedEvent, i);

      if (!doubt->doubted || doubt->claim != SAYSO_NONE)
        continue;
      for (guint k = i; k > 0 && i - k < 24; k--)
        {
          SaysoExtractedEvent *earlier = &g_array_index (events, SaysoExtractedEvent, k - 1);

          if (g_str_equal (earlier->type, doubt->type) && share_actor (earlier, doubt))
            {
              earlier->doubted = TRUE;
              break;
            }
        }
    }
}

/* Finds what happened, or is said to have: by verbs and nouns of action, who took part, when and where. */
void
sayso_extractor_find_events (SaysoExtractor *self)
{
  Events events = { .extractor = self };

  events.time_of = g_hash_table_new (NULL, NULL);
  attach_times (&events);
  for (guint i = 0; i < self->reading->tokens->len; i++)
    switch (sayso_extractor_token (self, i)->upos)
      {
      case SAYSO_UPOS_VERB:
        find_verb_event (&events, i);
        break;
      case SAYSO_UPOS_NOUN:
        find_noun_event (&events, i);
        break;
      case SAYSO_UPOS_UNKNOWN:
      case SAYSO_UPOS_ADJ:
      case SAYSO_UPOS_ADP:
      case SAYSO_UPOS_ADV:
      case SAYSO_UPOS_AUX:
      case SAYSO_UPOS_CCONJ:
      case SAYSO_UPOS_DET:
      case SAYSO_UPOS_INTJ:
      case SAYSO_UPOS_NUM:
      case SAYSO_UPOS_PART:
      case SAYSO_UPOS_PRON:
      case SAYSO_UPOS_PROPN:
      case SAYSO_UPOS_PUNCT:
      case SAYSO_UPOS_SCONJ:
      case SAYSO_UPOS_SYM:
      case SAYSO_UPOS_X:
      default:
        break;
      }
  spread_doubt (self);
  g_hash_table_unref (events.time_of);
}
