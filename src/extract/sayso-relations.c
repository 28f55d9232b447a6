/* sayso-relations.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-relation-private.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

guint
sayso_relations_actor_at (const SaysoExtractor *self, guint token)
{
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);

  return mention != NULL ? mention->actor : SAYSO_NONE;
}

guint
sayso_relations_known_at (SaysoExtractor *self, guint token)
{
  gboolean before = self->only_known;
  SaysoSpan span;
  guint actor;

  self->only_known = TRUE;
  actor = sayso_extractor_actor_of (self, token, &span);
  self->only_known = before;

  return actor;
}

gboolean
sayso_relations_is_body (const SaysoExtractor *self, guint actor)
{
  return sayso_relations_is_kind (self, actor, "body");
}

gboolean
sayso_relations_is_kind (const SaysoExtractor *self, guint actor, const char *kinds)
{
  SaysoNameKind kind = sayso_extractor_actor (self, actor)->kind;

  if (sayso_table_cell_has (kinds, sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, kind)))
    return TRUE;

  return sayso_table_cell_has (kinds, "body") && (kind == SAYSO_NAME_ORGANIZATION || kind == SAYSO_NAME_AGENCY ||
                                                  kind == SAYSO_NAME_OUTLET || kind == SAYSO_NAME_GROUP);
}

void
sayso_relations_add (SaysoExtractor *self, guint subject, const char *type, const char *label, guint object,
                     guint token)
{
  sayso_extractor_relate (self, subject, type, label, object,
                          sayso_reading_sentence (self->reading, self->tree.sentence[token])->span, SAYSO_NONE,
                          sayso_extractor_claim_at (self, token));
}

static SaysoExtractedActor *
actor_at (const SaysoExtractor *self, guint token, guint *actor)
{
  *actor = sayso_relations_actor_at (self, token);

  return *actor != SAYSO_NONE ? sayso_extractor_actor (self, *actor) : NULL;
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
  if (!sayso_relations_is_body (self, whole))
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
  if (!owned->unnamed && (sayso_relations_is_body (self, part) || owned->kind == SAYSO_NAME_OTHER))
    sayso_relations_add (self, part, "part-of", "part of", whole, token);
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
        sayso_relations_add (self, left->actor, "attributed-to", "attributed to", right->actor, a.first);
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
  sayso_relations_add (self, reverse ? b : a, "successor-of", "successor of", reverse ? a : b, noun);
}

/* Who tells an outlet something is a source for it. */
static void
relate_sources (SaysoExtractor *self)
{
  for (guint c = 0; c < self->extraction->claims->len; c++)
    {
      const SaysoExtractedClaim *claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, c);
      guint cue = claim->cue_head, outlet;

      if (claim->source_actor == SAYSO_NONE || cue == SAYSO_NONE)
        continue;
      for (int child = self->tree.first_child[cue]; child >= 0; child = self->tree.next_sibling[child])
        if (sayso_tree_deprel_is (&self->tree, child, "obj iobj") && actor_at (self, child, &outlet) != NULL &&
            sayso_extractor_actor (self, outlet)->kind == SAYSO_NAME_OUTLET)
          sayso_relations_add (self, claim->source_actor, "source-for", "told", outlet, cue);
    }
}

/* Finds how actors stand to each other: by what they did, and by how the text joins their names. */
void
sayso_extractor_find_relations (SaysoExtractor *self)
{
  sayso_relations_find_by_events (self);
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      relate_parts (self, i);
      if (sayso_extractor_token (self, i)->upos == SAYSO_UPOS_NOUN)
        relate_successors (self, i);
    }
  relate_attributed (self);
  sayso_relations_find_by_nouns (self);
  sayso_relations_find_by_verbs (self);
  sayso_relations_find_by_deeds (self);
  sayso_relations_find_places (self);
  relate_sources (self);
}
