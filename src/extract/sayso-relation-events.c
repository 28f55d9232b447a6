/* sayso-relation-events.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-relation-private.h"

/* Who acted on whom, and who reported on whom, from the events. */

static gboolean
has_agent (const SaysoExtractedEvent *event)
{
  for (guint i = 0; i < event->participants->len; i++)
    if (g_str_equal (g_array_index (event->participants, SaysoParticipant, i).role, "agent"))
      return TRUE;

  return FALSE;
}

/* The type of relation for a class of events: what attackers do is against somebody. */
static const char *
type_of_class (const char *class)
{
  const SaysoTable *table = sayso_extract_get_table ("relations.tsv");
  guint row;

  if (sayso_table_find (table, class, &row))
    for (; row < sayso_table_get_n_rows (table) && g_str_equal (sayso_table_get (table, row, 0), class); row++)
      if (g_str_equal (sayso_table_get (table, row, 1), "event"))
        return sayso_table_get (table, row, 3);

  return "acts-on";
}

char *
sayso_relations_words (const SaysoExtractor *self, const SaysoFrame *frame)
{
  SaysoRun run = { frame->verb, frame->verb };
  g_autofree char *words = NULL;

  if (frame->over >= 0)
    run = sayso_frame_get_verb_run (self, frame);
  else if (frame->verb + 1 < self->reading->tokens->len &&
           sayso_extractor_token (self, frame->verb + 1)->head == (int) frame->verb &&
           sayso_tree_deprel_is (&self->tree, frame->verb + 1, "compound:prt"))
    run.last++;
  words = sayso_extractor_text (self, run, 40);

  return g_utf8_strdown (words, -1);
}

static char *
make_label (SaysoExtractor *self, const SaysoExtractedEvent *event)
{
  SaysoRun run = sayso_extractor_run (self, event->trigger);
  g_autofree char *words = NULL;
  SaysoFrame frame;

  if (run.first <= run.last && sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_VERB &&
      sayso_frame_read (self, run.first, &frame))
    return sayso_relations_words (self, &frame);
  words = sayso_extractor_text (self, run, 40);

  return g_utf8_strdown (words, -1);
}

/* "Workers", "users": whoever. */
static gboolean
is_anybody (const SaysoExtractedActor *actor)
{
  return actor->unnamed && strchr (actor->name, ' ') == NULL;
}

/* Two that nobody names, one of them not even described, or something that is no actor: nothing to keep. */
static gboolean
is_idle (const SaysoExtractedActor *agent, const SaysoExtractedActor *other)
{
  return other->kind == SAYSO_NAME_OTHER ||
         (agent->unnamed && other->unnamed && (is_anybody (agent) || is_anybody (other)));
}

/* "called the mayor a liar", "called out the mayor" bring nobody together. */
static gboolean
is_meeting (const SaysoExtractor *self, const SaysoExtractedEvent *event, const SaysoParticipant *other)
{
  SaysoRun run = sayso_extractor_run (self, event->trigger);

  return g_str_equal (other->role, "patient") && run.first <= run.last &&
         sayso_tree_child (&self->tree, run.first, "xcomp compound:prt") < 0 &&
         !(run.last + 1 < self->reading->tokens->len && sayso_tree_lemma_in (&self->tree, run.last + 1, "on for out"));
}

static const char *
type_between (const SaysoExtractor *self, const SaysoExtractedEvent *event, const SaysoParticipant *other,
              SaysoNameKind kind)
{
  SaysoRun run = sayso_extractor_run (self, event->trigger);
  const char *of_word = run.first <= run.last ? sayso_relations_type_of_verb (self, run.first) : NULL;

  /* A condemnation is made public, and is more than a report all the same; "complained to", "told" */
  if (event->kind == SAYSO_EVENT_REPORTED && of_word == NULL)
    {
      if (g_str_equal (other->role, "recipient"))
        return "speaks-to";
      if (sayso_table_cell_has ("topic patient", other->role) &&
          (g_str_equal (other->role, "topic") || g_str_equal (type_of_class (event->type), "acts-on")))
        return "reports-on";
    }
  if (g_str_equal (event->type, "meet") && !g_str_equal (other->role, "partner") && !is_meeting (self, event, other))
    return NULL;
  /* Who moves to a place is there: the verbs of relations.tsv say so. */
  if (kind == SAYSO_NAME_PLACE && g_str_equal (event->type, "move"))
    return NULL;
  if (g_str_equal (other->role, "patient") || g_str_equal (other->role, "recipient"))
    return of_word != NULL ? of_word : type_of_class (event->type);
  /* "met with"; "agreed with" is for somebody, "clashed with" against; what else is done with somebody may be anything.
   */
  if (g_str_equal (other->role, "partner") && kind != SAYSO_NAME_PRODUCT)
    {
      const char *type = of_word != NULL ? of_word : type_of_class (event->type);

      /* "held a call with" controls nobody. */
      return sayso_table_cell_has ("acts-on controls owned-by", type) ? NULL : type;
    }

  return NULL;
}

static gboolean
is_noun (const SaysoExtractor *self, SaysoSpan trigger)
{
  SaysoRun run = sayso_extractor_run (self, trigger);

  return run.first <= run.last && sayso_extractor_token (self, run.first)->upos == SAYSO_UPOS_NOUN;
}

/* "warned the officials", "sent it to the officials" */
static gboolean
has_to (const SaysoExtractor *self, SaysoSpan span)
{
  SaysoRun run = sayso_extractor_run (self, span);

  for (guint i = run.first; i <= run.last; i++)
    if (sayso_tree_child_word (&self->tree, i, "case", "to") >= 0)
      return TRUE;

  return FALSE;
}

static void
relate_event (SaysoExtractor *self, guint number)
{
  const SaysoExtractedEvent *event = &g_array_index (self->extraction->events, SaysoExtractedEvent, number);
  g_autofree char *label = make_label (self, event);

  for (guint a = 0; a < event->participants->len; a++)
    for (guint b = 0; b < event->participants->len; b++)
      {
        const SaysoParticipant *agent = &g_array_index (event->participants, SaysoParticipant, a);
        const SaysoParticipant *other = &g_array_index (event->participants, SaysoParticipant, b);
        const char *type;

        if (agent->actor == SAYSO_NONE || other->actor == SAYSO_NONE)
          continue;
        /* "The envoys were called to a meeting with the mayor." */
        if (g_str_equal (agent->role, "patient") && g_str_equal (other->role, "partner") && !has_agent (event) &&
            g_str_equal (event->type, "meet"))
          sayso_extractor_relate (self, agent->actor, "meets", label, other->actor, event->span, number, event->claim);
        if (!g_str_equal (agent->role, "agent") ||
            is_idle (sayso_extractor_actor (self, agent->actor), sayso_extractor_actor (self, other->actor)))
          continue;
        type = type_between (self, event, other, sayso_extractor_actor (self, other->actor)->kind);
        if (type != NULL && g_str_equal (other->role, "recipient") &&
            (is_noun (self, event->trigger) || has_to (self, other->span)))
          {
            g_autofree char *to = g_strconcat (label, " to", NULL);

            sayso_extractor_relate (self, agent->actor, type, to, other->actor, event->span, number, event->claim);
          }
        else if (type != NULL)
          sayso_extractor_relate (self, agent->actor, type, label, other->actor, event->span, number, event->claim);
      }
}

void
sayso_relations_find_by_events (SaysoExtractor *self)
{
  for (guint e = 0; e < self->extraction->events->len; e++)
    {
      const SaysoExtractedEvent *event = &g_array_index (self->extraction->events, SaysoExtractedEvent, e);

      /* What is told again is evidence again; what is only mentioned is none. */
      if (event->factuality != SAYSO_FACTUALITY_DENIED && event->factuality != SAYSO_FACTUALITY_HYPOTHETICAL &&
          (event->salience == SAYSO_SALIENCE_HIGH || event->same != SAYSO_NONE))
        relate_event (self, e);
    }
}
