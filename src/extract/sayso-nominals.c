/* sayso-nominals.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-enum.h"
#include "sayso-gazetteer.h"
#include "sayso-reader-enums.h"

/* So many noun phrases may lean on each other. */
#define DEPTH_MAX 6

static const char *
noun_kind (const SaysoExtractor *self, guint token, gboolean *gathers)
{
  const SaysoTable *nominals = sayso_extract_get_table ("nominals.tsv");
  const SaysoToken *t = sayso_extractor_token (self, token);
  guint row;

  if (t->lemma == NULL || (t->upos != SAYSO_UPOS_NOUN && t->upos != SAYSO_UPOS_PROPN && t->upos != SAYSO_UPOS_NUM) ||
      !sayso_table_find (nominals, t->lemma, &row))
    return NULL;
  if (gathers != NULL)
    *gathers = *sayso_table_get (nominals, row, 2) != '\0';

  return sayso_table_get (nominals, row, 1);
}

gboolean
sayso_extractor_noun_is (const SaysoExtractor *self, guint token, const char *kind)
{
  return g_strcmp0 (noun_kind (self, token, NULL), kind) == 0;
}

const char *
sayso_extractor_noun_kind (const SaysoExtractor *self, guint token)
{
  return noun_kind (self, token, NULL);
}

gboolean
sayso_extractor_noun_gathers (const SaysoExtractor *self, guint token)
{
  gboolean gathers = FALSE;

  return noun_kind (self, token, &gathers) != NULL && gathers;
}

guint
sayso_extractor_add_actor (SaysoExtractor *self, const char *name, SaysoNameKind kind, gboolean unnamed)
{
  SaysoExtractedActor actor = { g_strdup (name), kind, unnamed, g_ptr_array_new_with_free_func (g_free) };

  g_array_append_val (self->extraction->actors, actor);

  return self->extraction->actors->len - 1;
}

guint
sayso_extractor_add_mention (SaysoExtractor *self, guint actor, SaysoRun run, guint head, SaysoMentionForm form,
                             const char *reason)
{
  SaysoExtractedMention mention = { actor, sayso_tree_span (&self->tree, run), form, reason };
  guint index = self->extraction->mentions->len;

  g_array_append_val (self->extraction->mentions, mention);
  if (form == SAYSO_FORM_NAME)
    for (guint i = run.first; i <= run.last; i++)
      self->mention[i] = index;
  else
    self->mention[head] = index;

  return index;
}

const SaysoExtractedMention *
sayso_extractor_mention_at (const SaysoExtractor *self, guint token)
{
  guint index = self->mention[token];

  return index == SAYSO_NONE ? NULL : &g_array_index (self->extraction->mentions, SaysoExtractedMention, index);
}

/* "users", "people" with nothing that tells which; "a bank's or credit union's" without a word that makes it one. */
static gboolean
is_anybody (const SaysoExtractor *self, guint token)
{
  const SaysoTable *nominals = sayso_extract_get_table ("nominals.tsv");
  const SaysoToken *t = sayso_extractor_token (self, token);
  guint row;

  if (t->lemma == NULL || t->upos != SAYSO_UPOS_NOUN ||
      sayso_reading_sentence (self->reading, self->tree.sentence[token])->block == SAYSO_BLOCK_HEADING ||
      sayso_tree_child (&self->tree, token, "det nmod:poss nummod amod compound nmod acl acl:relcl flat appos") >= 0 ||
      !sayso_table_find (nominals, t->lemma, &row))
    return FALSE;

  return *sayso_table_get (nominals, row, 4) != '\0' || sayso_tree_deprel_is (&self->tree, token, "compound");
}

/* Nobody in particular: "any company", "no official", "such firms". */
static gboolean
is_generic (const SaysoExtractor *self, guint token)
{
  /* "the energy source" is no source of news */
  if (sayso_tree_lemma_in (&self->tree, token, "source") && sayso_tree_child (&self->tree, token, "compound") >= 0)
    return TRUE;

  /* nor do those who join forces raise any */
  if (sayso_tree_lemma_in (&self->tree, token, "force") &&
      sayso_tree_child (&self->tree, token, "compound amod nmod:poss det") < 0)
    return TRUE;

  if (sayso_tree_child_word (
          &self->tree, token, "det amod det:predet",
          "any no every each such what which whatever whichever most enough neither either few fewer "
          "potential typical average would-be") >= 0)
    return TRUE;

  return is_anybody (self, token);
}

/*
 * The words that describe somebody: the noun with what stands before it, and the phrases behind it that tell whose or
 * which ("officials from the bureau"), without clauses, examples and comparisons.
 */
static SaysoRun
description_run (const SaysoExtractor *self, guint token)
{
  SaysoRun run = sayso_tree_phrase (&self->tree, token);
  int det = sayso_tree_child (&self->tree, token, "det nmod:poss");
  guint last = token;

  /* "for example, | the brigade" */
  if (det > (int) run.first && det < (int) token && self->tree.left[det] > run.first &&
      sayso_tree_is_mark (&self->tree, self->tree.left[det] - 1, ","))
    run.first = self->tree.left[det];
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) token)
      {
        guint end = last + 1;

        /* "people familiar with the matter": what unnamed sources are known by */
        if (self->tree.left[child] == last + 1 && self->tree.right[child] <= token + 10 &&
            sayso_tree_deprel_is (&self->tree, child, "amod acl") &&
            sayso_tree_lemma_in (&self->tree, child, "familiar close brief involve acquaint privy aware") &&
            sayso_tree_child (&self->tree, child, "obl xcomp") >= 0)
          {
            last = self->tree.right[child];
            break;
          }

        if (self->tree.left[child] != last + 1 || !sayso_tree_deprel_is (&self->tree, child, "nmod flat compound") ||
            (sayso_tree_deprel_is (&self->tree, child, "nmod") &&
             sayso_tree_child_word (&self->tree, child, "case", "of from at in for with on") < 0))
          break;
        while (end <= self->tree.right[child] && end < token + 12 && !sayso_tree_is_mark (&self->tree, end, ",;:(–—") &&
               !sayso_tree_deprel_is (&self->tree, end, "acl acl:relcl advcl") &&
               !sayso_tree_lemma_in (&self->tree, end, "that who which including such than"))
          end++;
        if (end <= self->tree.right[child])
          {
            if (end - 1 > last + 1)
              last = end - 1;
            break;
          }
        last = self->tree.right[child];
      }
  run.last = last;

  return run;
}

/* "Velar, a company": whose apposition the noun is, by the tree or by the comma before it. */
static guint
apposed_to (const SaysoExtractor *self, guint token, guint first, SaysoNameKind kind)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  const SaysoExtractedMention *mention = NULL;
  const SaysoExtractedActor *actor;

  if (t->head >= 0 && t->head < (int) token && sayso_tree_deprel_is (&self->tree, token, "appos"))
    mention = sayso_extractor_mention_at (self, t->head);
  if (mention == NULL && first >= 2 && sayso_tree_is_mark (&self->tree, first - 1, ",") &&
      sayso_tree_lemma_in (&self->tree, first, "a an the") &&
      sayso_tree_deprel_is (&self->tree, token, "appos nsubj root dep parataxis nmod obl conj") &&
      sayso_tree_child (&self->tree, token, "cc") < 0)
    mention = sayso_extractor_mention_at (self, first - 2);
  if (mention == NULL || mention->form != SAYSO_FORM_NAME)
    return SAYSO_NONE;
  actor = sayso_extractor_actor (self, mention->actor);
  if (actor->kind != kind && !(actor->kind == SAYSO_NAME_OTHER) &&
      !(kind != SAYSO_NAME_PERSON && kind != SAYSO_NAME_PRODUCT && actor->kind != SAYSO_NAME_PERSON &&
        actor->kind != SAYSO_NAME_PRODUCT && actor->kind != SAYSO_NAME_PLACE))
    return SAYSO_NONE;

  return mention->actor;
}

/*
 * What makes two descriptions one: a body that somebody named has ("Oduya's campaign"), or the same definite words
 * ("the Norwegian prime minister"). Others, "two officials" above all, stay apart. %NULL for those.
 */
static char *
key_of_description (const SaysoExtractor *self, guint token, const char *text, gboolean definite)
{
  const SaysoToken *t = sayso_extractor_token (self, token);

  if ((t->morph & SAYSO_MORPH_PLURAL) != 0)
    return NULL;
  for (int child = self->tree.first_child[token]; child >= 0 && child < (int) token;
       child = self->tree.next_sibling[child])
    {
      const SaysoExtractedMention *owner = sayso_extractor_mention_at (self, child);

      if (owner != NULL && sayso_tree_deprel_is (&self->tree, child, "nmod:poss") &&
          sayso_tree_child (&self->tree, token, "amod nmod acl acl:relcl") < 0)
        return g_strdup_printf ("of %u %s", owner->actor, t->lemma);
    }
  if (definite)
    {
      g_autofree char *folded = g_utf8_casefold (text, -1);

      return g_strconcat ("words ", folded, NULL);
    }

  return NULL;
}

static guint
actor_of_noun (SaysoExtractor *self, guint token, const char *kind_name)
{
  const int determiner = sayso_tree_child (&self->tree, token, "det");
  gboolean definite = determiner >= 0 && sayso_tree_lemma_in (&self->tree, determiner, "the this that these those");
  SaysoRun phrase = description_run (self, token);
  const char *reason = NULL;
  g_autofree char *text = NULL, *key = NULL;
  SaysoNameKind kind;
  gpointer known;
  guint actor;
  int value;

  if (!sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, kind_name, &value) || is_generic (self, token))
    return SAYSO_NONE;
  kind = value;
  actor = apposed_to (self, token, phrase.first, kind);
  if (actor != SAYSO_NONE)
    {
      sayso_extractor_add_mention (self, actor, phrase, token, SAYSO_FORM_NOMINAL, "apposition");
      return actor;
    }
  if (definite && (sayso_extractor_token (self, token)->morph & SAYSO_MORPH_PLURAL) == 0)
    {
      actor = sayso_extractor_resolve_definite (self, token, kind, &reason);
      if (actor != SAYSO_NONE)
        {
          sayso_extractor_add_mention (self, actor, phrase, token, SAYSO_FORM_NOMINAL, reason);
          return actor;
        }
    }
  /* Bare "the company" that points to nobody, "a product": no actor. */
  if (self->only_known || kind == SAYSO_NAME_PRODUCT || kind == SAYSO_NAME_PLACE ||
      (definite && phrase.last - phrase.first < 2))
    return SAYSO_NONE;

  phrase = sayso_tree_trim (&self->tree, phrase);
  text = sayso_extractor_text (self, phrase, SAYSO_TITLE_MAX);
  key = key_of_description (self, token, text, definite && phrase.last - phrase.first >= 2);
  if (key != NULL && g_hash_table_lookup_extended (self->actors_by_key, key, NULL, &known))
    {
      actor = GPOINTER_TO_UINT (known);
      sayso_extractor_add_mention (self, actor, phrase, token, SAYSO_FORM_NOMINAL, "same description");
      return actor;
    }
  actor = sayso_extractor_add_actor (self, text, kind, TRUE);
  if (key != NULL)
    g_hash_table_insert (self->actors_by_key, g_steal_pointer (&key), GUINT_TO_POINTER (actor));
  sayso_extractor_add_mention (self, actor, phrase, token, SAYSO_FORM_NOMINAL, NULL);

  return actor;
}

/* "The Norwegian government": a body named by its state, one actor wherever the text names it so. */
static guint
state_body (SaysoExtractor *self, guint token, SaysoRun phrase)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  g_autofree char *word = NULL, *name = NULL, *key = NULL;
  const SaysoKnownName *known;
  gpointer value;
  guint actor;

  if (token == 0 || phrase.first >= token || (t->morph & SAYSO_MORPH_PLURAL) != 0 ||
      !sayso_tree_lemma_in (&self->tree, token, "government military army parliament police regime"))
    return SAYSO_NONE;
  word = sayso_extractor_text (self, (SaysoRun) { token - 1, token - 1 }, 40);
  known = sayso_gazetteer_find (word);
  if (known == NULL || (!known->state && (known->kind != SAYSO_NAME_PLACE || known->demonym)))
    return SAYSO_NONE;
  name = sayso_extractor_text (self, (SaysoRun) { token - 1, token }, 80);
  key = g_strdup_printf ("body %s %s", known->name, t->lemma);
  if (g_hash_table_lookup_extended (self->actors_by_key, key, NULL, &value))
    actor = GPOINTER_TO_UINT (value);
  else
    {
      actor = sayso_extractor_add_actor (self, name, SAYSO_NAME_AGENCY, FALSE);
      g_hash_table_insert (self->actors_by_key, g_steal_pointer (&key), GUINT_TO_POINTER (actor));
    }
  sayso_extractor_add_mention (self, actor, (SaysoRun) { token - 1, token }, token, SAYSO_FORM_NOMINAL, NULL);

  return actor;
}

/* "The Velar malware", "the Lantern team": a noun that only says what the name before it is. */
static guint
named_by_compound (const SaysoExtractor *self, guint token, const char *kind)
{
  const SaysoExtractedMention *name = token > 0 ? sayso_extractor_mention_at (self, token - 1) : NULL;
  SaysoNameKind named;

  if (name == NULL || name->form != SAYSO_FORM_NAME || !sayso_tree_deprel_is (&self->tree, token - 1, "compound") ||
      sayso_extractor_token (self, token - 1)->head != (int) token)
    return SAYSO_NONE;
  named = sayso_extractor_actor (self, name->actor)->kind;
  if ((named == SAYSO_NAME_PRODUCT && g_str_equal (kind, "product")) ||
      (named == SAYSO_NAME_GROUP && g_str_equal (kind, "group")) ||
      (named == SAYSO_NAME_ORGANIZATION && sayso_tree_lemma_in (&self->tree, token, "team lab group")))
    return name->actor;

  return SAYSO_NONE;
}

static guint
look_up (SaysoExtractor *self, guint token, SaysoSpan *span)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, token);
  SaysoRun phrase = sayso_tree_phrase (&self->tree, token);
  gboolean gathers = FALSE;
  const char *kind, *reason = NULL;
  guint actor;

  if (mention != NULL)
    {
      *span = mention->span;
      return mention->actor;
    }
  /* "a spokesman, Jan Oduya"; "spokesman Jan Oduya" */
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    {
      const SaysoExtractedMention *name = sayso_extractor_mention_at (self, child);

      if (name != NULL && name->form == SAYSO_FORM_NAME &&
          sayso_tree_deprel_is (&self->tree, child, "appos flat nmod:desc") &&
          (sayso_extractor_actor (self, name->actor)->kind == SAYSO_NAME_PERSON || t->upos == SAYSO_UPOS_PROPN))
        {
          *span = name->span;
          return name->actor;
        }
    }
  /* "Velar's RAID team" is RAID. */
  if (sayso_tree_child (&self->tree, token, "nmod:poss") >= 0 &&
      sayso_tree_lemma_in (&self->tree, token, "team unit division lab laboratory group department arm subsidiary"))
    for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
      {
        const SaysoExtractedMention *name = sayso_extractor_mention_at (self, child);

        if (name != NULL && name->form == SAYSO_FORM_NAME && child < (int) token &&
            sayso_tree_deprel_is (&self->tree, child, "compound amod") &&
            sayso_extractor_actor (self, name->actor)->kind != SAYSO_NAME_PLACE)
          {
            *span = name->span;
            return name->actor;
          }
      }
  if (t->upos == SAYSO_UPOS_PRON || t->upos == SAYSO_UPOS_DET)
    {
      if (t->lemma != NULL && sayso_table_cell_has ("who which that", t->lemma) && t->head >= 0 &&
          sayso_tree_deprel_is (&self->tree, t->head, "acl:relcl") && sayso_extractor_token (self, t->head)->head >= 0)
        return sayso_extractor_actor_of (self, sayso_extractor_token (self, t->head)->head, span);
      actor = sayso_extractor_resolve_pronoun (self, token, &reason);
      if (actor != SAYSO_NONE)
        {
          sayso_extractor_add_mention (self, actor, (SaysoRun) { token, token }, token, SAYSO_FORM_PRONOUN, reason);
          *span = t->span;
        }
      return actor;
    }

  kind = noun_kind (self, token, &gathers);
  if (kind == NULL || g_str_equal (kind, "document"))
    return SAYSO_NONE;
  if (gathers)
    {
      int inner = -1;

      for (int child = self->tree.first_child[token]; child >= 0 && inner < 0; child = self->tree.next_sibling[child])
        if (sayso_tree_deprel_is (&self->tree, child, "nmod") &&
            sayso_tree_child_word (&self->tree, child, "case", "of") >= 0)
          inner = child;
      if (inner >= 0)
        kind = noun_kind (self, inner, NULL);
      if (kind == NULL || *kind == '\0' || g_str_equal (kind, "document"))
        return SAYSO_NONE;
    }
  if (*kind == '\0')
    return SAYSO_NONE;
  actor = named_by_compound (self, token, kind);
  if (actor != SAYSO_NONE)
    {
      *span = sayso_tree_span (&self->tree, phrase);
      return actor;
    }
  *span = sayso_tree_span (&self->tree, phrase);
  if (g_str_equal (kind, "outlet"))
    {
      /* "the Herald's website" is the Herald. */
      actor = sayso_extractor_owner_of (self, token);
      if (actor != SAYSO_NONE && sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_OUTLET)
        return actor;
    }
  if (g_str_equal (kind, "agency"))
    {
      actor = state_body (self, token, phrase);
      if (actor != SAYSO_NONE)
        return actor;
    }

  return actor_of_noun (self, token, kind);
}

guint
sayso_extractor_actor_of (SaysoExtractor *self, guint token, SaysoSpan *span)
{
  guint actor = SAYSO_NONE;

  if (self->depth < DEPTH_MAX)
    {
      self->depth++;
      actor = look_up (self, token, span);
      self->depth--;
    }

  return actor;
}

guint
sayso_extractor_owner_of (SaysoExtractor *self, guint token)
{
  for (int child = self->tree.first_child[token]; child >= 0 && child < (int) token;
       child = self->tree.next_sibling[child])
    {
      SaysoSpan span;
      guint actor = SAYSO_NONE;

      if (sayso_tree_deprel_is (&self->tree, child, "nmod:poss"))
        actor = sayso_extractor_actor_of (self, child, &span);
      else if (sayso_tree_deprel_is (&self->tree, child, "compound") &&
               sayso_extractor_mention_at (self, child) != NULL)
        actor = sayso_extractor_mention_at (self, child)->actor;
      if (actor != SAYSO_NONE)
        return actor;
    }

  return SAYSO_NONE;
}

guint
sayso_extractor_body_of (SaysoExtractor *self, guint noun)
{
  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    {
      const SaysoExtractedMention *mention = sayso_extractor_mention_at (self, child);
      const SaysoExtractedActor *actor = mention != NULL ? sayso_extractor_actor (self, mention->actor) : NULL;

      if (actor == NULL || actor->unnamed || actor->kind == SAYSO_NAME_PERSON || actor->kind == SAYSO_NAME_PLACE ||
          actor->kind == SAYSO_NAME_PRODUCT)
        continue;
      if (sayso_tree_deprel_is (&self->tree, child, "compound nmod:poss") ||
          (sayso_tree_deprel_is (&self->tree, child, "nmod") &&
           sayso_tree_child_word (&self->tree, child, "case", "of from at for with") >= 0))
        return mention->actor;
    }

  return SAYSO_NONE;
}
