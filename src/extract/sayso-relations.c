/* sayso-relations.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

static SaysoExtractedActor *
actor_at (const SaysoExtractor *self, guint token, guint *actor)
{
  if (self->mention[token] == SAYSO_NONE)
    return NULL;
  *actor = g_array_index (self->extraction->mentions, SaysoExtractedMention, self->mention[token]).actor;

  return sayso_extractor_actor (self, *actor);
}

static SaysoSpan
sentence_span (const SaysoExtractor *self, guint token)
{
  return sayso_reading_sentence (self->reading, self->tree.sentence[token])->span;
}

static gboolean
is_body (const SaysoExtractedActor *actor)
{
  return actor->kind == SAYSO_NAME_ORGANIZATION || actor->kind == SAYSO_NAME_AGENCY ||
         actor->kind == SAYSO_NAME_OUTLET || actor->kind == SAYSO_NAME_GROUP;
}

static void
relate_tokens (SaysoExtractor *self, guint subject, const char *type, const char *label, guint object, guint token)
{
  sayso_extractor_relate (self, subject, type, label, object, sentence_span (self, token), SAYSO_NONE,
                          sayso_extractor_claim_at (self, token));
}

static gboolean
has_agent (const SaysoExtractedEvent *event)
{
  for (guint i = 0; i < event->participants->len; i++)
    if (g_str_equal (g_array_index (event->participants, SaysoParticipant, i).role, "agent"))
      return TRUE;

  return FALSE;
}

/* Who acted on whom, and who reported on whom, from the events. */
static void
relate_by_events (SaysoExtractor *self)
{
  for (guint e = 0; e < self->extraction->events->len; e++)
    {
      const SaysoExtractedEvent *event = &g_array_index (self->extraction->events, SaysoExtractedEvent, e);
      SaysoRun trigger = sayso_extractor_run (self, event->trigger);
      g_autofree char *word = sayso_extractor_text (self, trigger, 40);
      g_autofree char *label = g_utf8_strdown (word, -1);

      if (event->factuality == SAYSO_FACTUALITY_DENIED || event->factuality == SAYSO_FACTUALITY_HYPOTHETICAL)
        continue;
      for (guint a = 0; a < event->participants->len; a++)
        for (guint b = 0; b < event->participants->len; b++)
          {
            const SaysoParticipant *agent = &g_array_index (event->participants, SaysoParticipant, a);
            const SaysoParticipant *other = &g_array_index (event->participants, SaysoParticipant, b);
            const char *type = NULL;

            /* "The envoys were called to a meeting with the mayor." */
            if (g_str_equal (agent->role, "patient") && g_str_equal (other->role, "partner") && !has_agent (event))
              sayso_extractor_relate (self, agent->actor, "meets", label, other->actor, event->span, e, event->claim);
            if (!g_str_equal (agent->role, "agent") ||
                sayso_extractor_actor (self, other->actor)->kind == SAYSO_NAME_PLACE)
              continue;
            if (g_str_equal (other->role, "patient") || g_str_equal (other->role, "recipient"))
              type = event->kind == SAYSO_EVENT_REPORTED && g_str_equal (other->role, "patient") ? "reports-on"
                                                                                                 : "acts-on";
            else if (g_str_equal (other->role, "topic"))
              type = "reports-on";
            else if (g_str_equal (other->role, "partner"))
              type = "meets";
            if (type != NULL && g_str_equal (other->role, "recipient"))
              {
                g_autofree char *to = g_strconcat (label, " to", NULL);

                sayso_extractor_relate (self, agent->actor, type, to, other->actor, event->span, e, event->claim);
              }
            else if (type != NULL)
              sayso_extractor_relate (self, agent->actor, type, label, other->actor, event->span, e, event->claim);
          }
    }
}

/* "the bank's audit team", "Velar's Roads Division": what a body has with a name of its own is part of it. */
static void
relate_parts (SaysoExtractor *self, guint token)
{
  guint whole, part;
  const SaysoExtractedActor *owner, *owned;
  int head = sayso_extractor_token (self, token)->head;
  int own;

  if (head < 0 || !sayso_tree_deprel_is (&self->tree, token, "nmod:poss"))
    return;
  owner = actor_at (self, token, &whole);
  if (owner == NULL)
    {
      SaysoSpan span;

      whole = sayso_extractor_token (self, token)->upos == SAYSO_UPOS_PRON
                  ? sayso_extractor_actor_of (self, token, &span)
                  : SAYSO_NONE;
      if (whole == SAYSO_NONE)
        return;
      owner = sayso_extractor_actor (self, whole);
    }
  if (!is_body (owner))
    return;
  owned = actor_at (self, head, &part);
  if (owned == NULL)
    {
      /* "Velar's RAID team" */
      if (!sayso_tree_lemma_in (&self->tree, head,
                                "team unit division lab laboratory group department arm subsidiary branch office"))
        return;
      own = -1;
      for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
        if (child != (int) token && sayso_tree_deprel_is (&self->tree, child, "compound amod appos flat") &&
            actor_at (self, child, &part) != NULL)
          own = child;
      if (own < 0)
        return;
      owned = actor_at (self, own, &part);
      if (owned->kind == SAYSO_NAME_OTHER || owned->kind == SAYSO_NAME_PERSON)
        sayso_extractor_actor (self, part)->kind = SAYSO_NAME_ORGANIZATION;
    }
  if (!owned->unnamed && (is_body (owned) || owned->kind == SAYSO_NAME_OTHER))
    relate_tokens (self, part, "part-of", "part of", whole, token);
}

/* "Boreas (NRA)": behind a group or a program, the service that is said to be behind it. */
static void
relate_attributed (SaysoExtractor *self)
{
  for (guint i = 0; i + 1 < self->n_names; i++)
    {
      const SaysoExtractedMention *left = &g_array_index (self->extraction->mentions, SaysoExtractedMention, i);
      const SaysoExtractedMention *right = &g_array_index (self->extraction->mentions, SaysoExtractedMention, i + 1);
      SaysoNameKind kind = sayso_extractor_actor (self, left->actor)->kind;
      SaysoRun a = sayso_extractor_run (self, left->span), b = sayso_extractor_run (self, right->span);

      if ((kind != SAYSO_NAME_PRODUCT && kind != SAYSO_NAME_GROUP) ||
          sayso_extractor_actor (self, right->actor)->kind != SAYSO_NAME_AGENCY)
        continue;
      if (b.first == a.last + 2 && b.last + 1 < self->reading->tokens->len &&
          sayso_tree_is_mark (&self->tree, a.last + 1, "(") && sayso_tree_is_mark (&self->tree, b.last + 1, ")"))
        relate_tokens (self, left->actor, "attributed-to", "attributed to", right->actor, a.first);
    }
}

/* "the FSB, the successor to the KGB" */
static void
relate_successors (SaysoExtractor *self, guint noun)
{
  int later = -1, earlier = -1, name = sayso_extractor_token (self, noun)->head;
  guint a, b;
  guint first = sayso_tree_phrase (&self->tree, noun).first;
  gboolean reverse = sayso_tree_lemma_in (&self->tree, noun, "predecessor");

  if (!reverse && !sayso_tree_lemma_in (&self->tree, noun, "successor"))
    return;
  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (sayso_tree_deprel_is (&self->tree, child, "nmod obl") &&
        sayso_tree_child_word (&self->tree, child, "case", "to of") >= 0)
      earlier = child;
    else if (sayso_tree_deprel_is (&self->tree, child, "nmod:poss"))
      earlier = child;
    else if (sayso_tree_deprel_is (&self->tree, child, "nsubj"))
      later = child;
  /* An apposition explains what it stands behind: in "officials from the bureau, the successor to the office", the
   * bureau, whichever of the two the tree hangs it from. */
  if (later < 0 && first >= 2 && sayso_tree_is_mark (&self->tree, first - 1, ",") &&
      self->mention[first - 2] != SAYSO_NONE)
    later = first - 2;
  if (later < 0 && name >= 0 && sayso_tree_deprel_is (&self->tree, noun, "appos"))
    later = name;
  if (later < 0 || earlier < 0 || actor_at (self, later, &a) == NULL || actor_at (self, earlier, &b) == NULL)
    return;
  relate_tokens (self, reverse ? b : a, "successor-of", "successor of", reverse ? a : b, noun);
}

/* "officials from the FSB", "Velar engineers": people who are only described, and whose they are. */
static void
relate_members (SaysoExtractor *self)
{
  for (guint m = self->n_names; m < self->extraction->mentions->len; m++)
    {
      const SaysoExtractedMention *mention = &g_array_index (self->extraction->mentions, SaysoExtractedMention, m);
      const SaysoExtractedActor *actor = sayso_extractor_actor (self, mention->actor);
      SaysoRun run;
      guint body;

      if (!actor->unnamed || actor->kind != SAYSO_NAME_PERSON || mention->form != SAYSO_FORM_NOMINAL)
        continue;
      run = sayso_extractor_run (self, mention->span);
      for (guint i = run.first; i <= run.last && i < run.first + 24; i++)
        {
          int head = sayso_extractor_token (self, i)->head;
          const SaysoExtractedActor *owner = actor_at (self, i, &body);

          if (owner == NULL || !is_body (owner) || owner->unnamed || head < (int) run.first || head > (int) run.last)
            continue;
          if (sayso_tree_deprel_is (&self->tree, i, "compound nmod:poss") ||
              (sayso_tree_deprel_is (&self->tree, i, "nmod") &&
               sayso_tree_child_word (&self->tree, i, "case", "from of at with for") >= 0))
            {
              relate_tokens (self, mention->actor, "member-of", "of", body, i);
              break;
            }
        }
    }
}

/* Who tells an outlet something is a source for it. */
static void
relate_sources (SaysoExtractor *self)
{
  for (guint c = 0; c < self->reading->attributions->len; c++)
    {
      const SaysoExtractedClaim *claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, c);
      guint cue = g_array_index (self->reading->attributions, SaysoAttribution, c).cue_head, outlet;

      if (claim->source_actor == SAYSO_NONE)
        continue;
      for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
        if (sayso_tree_deprel_is (&self->tree, child, "obj iobj") && actor_at (self, child, &outlet) != NULL &&
            sayso_extractor_actor (self, outlet)->kind == SAYSO_NAME_OUTLET)
          relate_tokens (self, claim->source_actor, "source-for", "told", outlet, cue);
    }
}

/* Finds how actors stand to each other: by what they did, and by how the text joins their names. */
void
sayso_extractor_find_relations (SaysoExtractor *self)
{
  relate_by_events (self);
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      relate_parts (self, i);
      if (sayso_extractor_token (self, i)->upos == SAYSO_UPOS_NOUN)
        relate_successors (self, i);
    }
  relate_attributed (self);
  relate_members (self);
  relate_sources (self);
}
