/* sayso-relation-places.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gazetteer.h"
#include "sayso-relation-private.h"

#include "sayso-event-frame.h"

/* Who and what is where. */

static gboolean
is_place (const SaysoExtractor *self, guint actor)
{
  return actor != SAYSO_NONE && sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_PLACE;
}

static gboolean
is_state (const SaysoExtractor *self, guint actor)
{
  const SaysoKnownName *known = sayso_gazetteer_find (sayso_extractor_actor (self, actor)->name);

  return known != NULL && known->state;
}

/* "Ramsvik, Norway", "Ramsvik (Norway)"; but neither "Norway, Sweden" nor "Oslo, Bergen and Ramsvik". */
static void
relate_neighbours (SaysoExtractor *self)
{
  for (guint i = 0; i + 1 < self->n_names; i++)
    {
      const SaysoExtractedMention *left = &g_array_index (self->extraction->mentions, SaysoExtractedMention, i);
      const SaysoExtractedMention *right = &g_array_index (self->extraction->mentions, SaysoExtractedMention, i + 1);
      SaysoRun a, b;

      if (!is_place (self, left->actor) || !is_place (self, right->actor) || left->actor == right->actor ||
          is_state (self, left->actor) || !is_state (self, right->actor))
        continue;
      a = sayso_extractor_run (self, left->span);
      b = sayso_extractor_run (self, right->span);
      if (b.first != a.last + 2 || !sayso_tree_is_mark (&self->tree, a.last + 1, ",(") ||
          sayso_tree_child (&self->tree, b.first, "cc") >= 0)
        continue;
      if (i + 2 < self->n_names)
        {
          /* a list goes on */
          const SaysoExtractedMention *next = &g_array_index (self->extraction->mentions, SaysoExtractedMention, i + 2);
          guint third = sayso_extractor_run (self, next->span).first;

          if (third <= b.last + 3 && is_place (self, next->actor) && sayso_tree_child (&self->tree, third, "cc") >= 0 &&
              is_state (self, next->actor))
            continue;
        }
      sayso_relations_add (self, left->actor, "located-in", "in", right->actor, a.first);
    }
}

static gboolean
is_inside (const SaysoExtractor *self, guint token)
{
  return sayso_tree_child_word (&self->tree, token, "case", "in inside within across") >= 0 &&
         sayso_tree_child_word (&self->tree, token, "case mark", "than as") < 0;
}

/* The place that a common noun only classes: "the town of Ramsvik". */
static guint
classed_place (const SaysoExtractor *self, guint noun)
{
  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) noun && sayso_tree_deprel_is (&self->tree, child, "nmod appos flat") &&
        is_place (self, sayso_relations_actor_at (self, child)))
      return sayso_relations_actor_at (self, child);

  return SAYSO_NONE;
}

/* "the office in Ramsvik", "the town of Ramsvik in Norway": a phrase that leans on who or what is there. */
static void
relate_phrase (SaysoExtractor *self, guint token, guint place)
{
  int head = sayso_extractor_token (self, token)->head;
  guint actor;

  if (head < 0 || !sayso_tree_deprel_is (&self->tree, token, "nmod"))
    return;
  actor = sayso_relations_actor_at (self, head);
  if (actor == SAYSO_NONE && is_inside (self, token) && sayso_extractor_token (self, head)->upos == SAYSO_UPOS_NOUN)
    actor = classed_place (self, head);
  if (actor == SAYSO_NONE || actor == place || (is_place (self, actor) && is_state (self, actor)) ||
      (is_place (self, actor) && sayso_tree_child (&self->tree, token, "case") > head + 3))
    return;
  if (is_inside (self, token) ||
      (is_place (self, actor) && sayso_tree_child_word (&self->tree, token, "case", "of") >= 0))
    sayso_relations_add (self, actor, "located-in", "in", place, token);
}

/* "Oduya met them in Oslo": persons and groups are where they do what they do. */
static void
relate_clause (SaysoExtractor *self, guint token, guint place)
{
  int verb = sayso_extractor_token (self, token)->head;
  SaysoFrame frame;
  guint actor;

  if (verb < 0 || !sayso_tree_deprel_is (&self->tree, token, "obl") || !is_inside (self, token) ||
      sayso_extractor_token (self, verb)->upos != SAYSO_UPOS_VERB || !sayso_frame_read (self, verb, &frame) ||
      (frame.factuality != SAYSO_FACTUALITY_ASSERTED && frame.factuality != SAYSO_FACTUALITY_POSSIBLE))
    return;
  /* "bought two hotels in Oslo": the hotels are there */
  if (!frame.passive && frame.patient >= 0 && frame.patient < (int) token &&
      sayso_tree_child (&self->tree, token, "case") == (int) self->tree.right[frame.patient] + 1)
    {
      actor = sayso_relations_known_at (self, frame.patient);
      if (actor == SAYSO_NONE || !sayso_relations_is_kind (self, actor, "person group"))
        return;
    }
  actor = frame.agent >= 0 ? sayso_relations_known_at (self, frame.agent) : SAYSO_NONE;
  if (actor == SAYSO_NONE && frame.patient >= 0)
    actor = sayso_relations_known_at (self, frame.patient);
  if (actor != SAYSO_NONE && sayso_relations_is_kind (self, actor, "person group"))
    {
      g_autofree char *word = sayso_extractor_text (self, (SaysoRun) { verb, verb }, 40);
      g_autofree char *label = g_strconcat (word, " in", NULL);

      sayso_relations_add (self, actor, "located-in", label, place, token);
    }
}

/* "strikes against the gang in Ramsvik": whatever the phrase leans on, it says where those right before it are. */
static void
relate_adjacent (SaysoExtractor *self, guint token, guint place)
{
  int preposition = sayso_tree_child (&self->tree, token, "case");
  guint actor;

  if (preposition < 1 || !is_inside (self, token) ||
      self->tree.sentence[preposition - 1] != self->tree.sentence[token] ||
      self->mention[preposition - 1] == SAYSO_NONE)
    return;
  actor = sayso_relations_actor_at (self, preposition - 1);
  if (actor != place && sayso_relations_is_kind (self, actor, "person group organization") &&
      !sayso_tree_deprel_is (&self->tree, preposition - 1, "nmod:poss"))
    sayso_relations_add (self, actor, "located-in", "in", place, token);
}

/* "Oslo-based Wexmoor", "the Oslo suburb of Ramsvik", "Norway's Tern Collective"; but Norway's army is no firm in
 * Norway. */
static void
relate_before (SaysoExtractor *self, guint token, guint place)
{
  int head = sayso_extractor_token (self, token)->head;
  guint actor = SAYSO_NONE;

  if (head <= (int) token || head > (int) token + 6)
    return;
  if (sayso_tree_deprel_is (&self->tree, token, "nmod:poss"))
    {
      const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, head);

      if (mention != NULL && mention->form == SAYSO_FORM_NAME &&
          sayso_relations_is_kind (self, mention->actor, "organization outlet group place"))
        actor = mention->actor;
    }
  if (sayso_tree_lemma_in (&self->tree, head, "base") && sayso_extractor_token (self, head)->head > head)
    {
      head = sayso_extractor_token (self, head)->head;
      actor = sayso_relations_actor_at (self, head);
    }
  else if (sayso_tree_lemma_in (&self->tree, head, "suburb district neighborhood neighbourhood area province region"))
    for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
      if (child > head && actor == SAYSO_NONE && sayso_tree_child_word (&self->tree, child, "case", "of") >= 0 &&
          is_place (self, sayso_relations_actor_at (self, child)))
        actor = sayso_relations_actor_at (self, child);
  if (actor != SAYSO_NONE && actor != place)
    sayso_relations_add (self, actor, "located-in", "in", place, token);
}

void
sayso_relations_find_places (SaysoExtractor *self)
{
  guint n = self->n_names;

  relate_neighbours (self);
  for (guint m = 0; m < n; m++)
    {
      guint place = g_array_index (self->extraction->mentions, SaysoExtractedMention, m).actor;
      SaysoRun run;

      if (!is_place (self, place))
        continue;
      run = sayso_extractor_run (self, g_array_index (self->extraction->mentions, SaysoExtractedMention, m).span);
      for (guint i = run.first; i <= run.last; i++)
        {
          int head = sayso_extractor_token (self, i)->head;

          if (head >= (int) run.first && head <= (int) run.last)
            continue;
          /* "the gang in Ramsvik and Oslo": who is in the first is in the second. */
          if (head >= 0 && sayso_tree_deprel_is (&self->tree, i, "conj") &&
              is_place (self, sayso_relations_actor_at (self, head)))
            i = head;
          else
            {
              relate_phrase (self, i, place);
              relate_before (self, i, place);
            }
          relate_clause (self, i, place);
          relate_adjacent (self, i, place);
          break;
        }
    }
}
