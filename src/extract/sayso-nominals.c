/* sayso-nominals.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-enum.h"
#include "sayso-gazetteer.h"
#include "sayso-reader-enums.h"

/* So far back "the company" may look for its name. */
#define SENTENCES_BACK 4
#define NAMES_BACK 40
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

guint
sayso_extractor_add_actor (SaysoExtractor *self, const char *name, SaysoNameKind kind, gboolean unnamed)
{
  SaysoExtractedActor actor = { g_strdup (name), kind, unnamed, g_ptr_array_new_with_free_func (g_free) };

  g_array_append_val (self->extraction->actors, actor);

  return self->extraction->actors->len - 1;
}

guint
sayso_extractor_add_mention (SaysoExtractor *self, guint actor, SaysoRun run, guint head, SaysoMentionForm form)
{
  SaysoExtractedMention mention = { actor, sayso_tree_span (&self->tree, run), form };
  guint index = self->extraction->mentions->len;

  g_array_append_val (self->extraction->mentions, mention);
  if (form == SAYSO_FORM_NAME)
    for (guint i = run.first; i <= run.last; i++)
      self->mention[i] = index;
  else
    self->mention[head] = index;

  return index;
}

static const SaysoExtractedMention *
mention_at (const SaysoExtractor *self, guint token)
{
  guint index = self->mention[token];

  return index == SAYSO_NONE ? NULL : &g_array_index (self->extraction->mentions, SaysoExtractedMention, index);
}

/* The last name before a token, as a number of mentions. */
static guint
names_before (const SaysoExtractor *self, guint token)
{
  guint start = sayso_extractor_token (self, token)->span.start, low = 0, high = self->n_names;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->extraction->mentions, SaysoExtractedMention, middle).span.start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
name_has_word (const SaysoExtractedActor *actor, const char *word)
{
  for (guint i = 0; i <= actor->aliases->len; i++)
    {
      const char *name = i == 0 ? actor->name : g_ptr_array_index (actor->aliases, i - 1);
      g_autofree char *lower = g_ascii_strdown (name, -1);

      if (sayso_table_cell_has (lower, word))
        return TRUE;
    }

  return FALSE;
}

/*
 * "The company", "the bureau": the one actor of its kind named shortly before. An agency must have the noun in its
 * name. Where two could be meant, none is.
 */
static guint
resolve_definite (const SaysoExtractor *self, guint token, SaysoNameKind kind)
{
  const char *lemma = sayso_extractor_token (self, token)->lemma;
  guint end = names_before (self, token), found = SAYSO_NONE, found_sentence = 0;

  if (kind != SAYSO_NAME_ORGANIZATION && kind != SAYSO_NAME_AGENCY && kind != SAYSO_NAME_OUTLET)
    return SAYSO_NONE;

  for (guint i = end; i > 0 && end - i < NAMES_BACK; i--)
    {
      const SaysoExtractedMention *mention = &g_array_index (self->extraction->mentions, SaysoExtractedMention, i - 1);
      const SaysoExtractedActor *actor = sayso_extractor_actor (self, mention->actor);
      guint sentence = self->tree.sentence[sayso_extractor_run (self, mention->span).first];

      if (sentence + SENTENCES_BACK < self->tree.sentence[token])
        break;
      /* For agencies the nearest sentence decides, as their nouns are words of their names. */
      if (found != SAYSO_NONE && kind == SAYSO_NAME_AGENCY && sentence < found_sentence)
        break;
      if (actor->kind != kind || (kind == SAYSO_NAME_AGENCY && !name_has_word (actor, lemma)))
        continue;
      if (found != SAYSO_NONE && found != mention->actor)
        return SAYSO_NONE;
      found = mention->actor;
      found_sentence = sentence;
    }

  return found;
}

/* "He", "she": the only person named in this sentence before, or else in the last one. */
static guint
resolve_person (const SaysoExtractor *self, guint token)
{
  guint end = names_before (self, token), found = SAYSO_NONE, found_sentence = 0;

  for (guint i = end; i > 0 && end - i < NAMES_BACK; i--)
    {
      const SaysoExtractedMention *mention = &g_array_index (self->extraction->mentions, SaysoExtractedMention, i - 1);
      guint sentence = self->tree.sentence[sayso_extractor_run (self, mention->span).first];

      if (sentence + 2 < self->tree.sentence[token] || (found != SAYSO_NONE && sentence < found_sentence))
        break;
      if (sayso_extractor_actor (self, mention->actor)->kind != SAYSO_NAME_PERSON)
        continue;
      if (found != SAYSO_NONE && found != mention->actor)
        return SAYSO_NONE;
      found = mention->actor;
      found_sentence = sentence;
    }

  return found;
}

/* In "the firm said it would pay" the pronoun is the subject of the verb above it. */
static guint
resolve_by_subject (SaysoExtractor *self, guint token)
{
  int verb = sayso_extractor_token (self, token)->head;

  for (guint hops = 0; verb >= 0 && hops < 4; hops++)
    {
      int above = sayso_extractor_token (self, verb)->head, subject;
      SaysoSpan span;

      if (above < 0)
        return SAYSO_NONE;
      if (sayso_tree_deprel_is (&self->tree, verb, "ccomp advcl xcomp"))
        {
          subject = sayso_tree_subject (&self->tree, above);
          if (subject >= 0 && subject < (int) token)
            return sayso_extractor_actor_of (self, subject, &span);
        }
      verb = above;
    }

  return SAYSO_NONE;
}

static guint
resolve_pronoun (SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  guint actor = SAYSO_NONE;

  if (t->lemma == NULL || sayso_tree_deprel_is (&self->tree, token, "expl"))
    return SAYSO_NONE;
  if (sayso_table_cell_has ("he she him her his", t->lemma))
    {
      actor = resolve_by_subject (self, token);
      if (actor != SAYSO_NONE && sayso_extractor_actor (self, actor)->kind != SAYSO_NAME_PERSON)
        actor = SAYSO_NONE;
      if (actor == SAYSO_NONE)
        actor = resolve_person (self, token);
    }
  else if (sayso_table_cell_has ("it its they their them", t->lemma))
    {
      actor = resolve_by_subject (self, token);
      if (actor != SAYSO_NONE && sayso_table_cell_has ("it its", t->lemma) &&
          sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_PERSON)
        actor = SAYSO_NONE;
    }

  return actor;
}

static guint
actor_of_noun (SaysoExtractor *self, guint token, SaysoRun phrase, const char *kind_name)
{
  const int determiner = sayso_tree_child (&self->tree, token, "det");
  gboolean definite = determiner >= 0 && sayso_tree_lemma_in (&self->tree, determiner, "the this that these those");
  g_autofree char *text = NULL;
  SaysoNameKind kind;
  guint actor;
  int value;

  if (!sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, kind_name, &value))
    return SAYSO_NONE;
  kind = value;
  if (definite && (sayso_extractor_token (self, token)->morph & SAYSO_MORPH_PLURAL) == 0)
    {
      actor = resolve_definite (self, token, kind);
      if (actor != SAYSO_NONE)
        {
          sayso_extractor_add_mention (self, actor, phrase, token, SAYSO_FORM_NOMINAL);
          return actor;
        }
    }
  /* Bare "the company" that points to nobody, "a product": no actor. */
  if (kind == SAYSO_NAME_PRODUCT || kind == SAYSO_NAME_PLACE || (definite && phrase.last - phrase.first < 2))
    return SAYSO_NONE;

  text = sayso_extractor_text (self, phrase, SAYSO_TITLE_MAX);
  actor = sayso_extractor_add_actor (self, text, kind, TRUE);
  sayso_extractor_add_mention (self, actor, phrase, token, SAYSO_FORM_NOMINAL);

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
  if (known == NULL || !known->state)
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
  sayso_extractor_add_mention (self, actor, (SaysoRun) { token - 1, token }, token, SAYSO_FORM_NOMINAL);

  return actor;
}

static guint
look_up (SaysoExtractor *self, guint token, SaysoSpan *span)
{
  const SaysoToken *t = sayso_extractor_token (self, token);
  const SaysoExtractedMention *mention = mention_at (self, token);
  SaysoRun phrase = sayso_tree_phrase (&self->tree, token);
  gboolean gathers = FALSE;
  const char *kind;
  guint actor;

  if (mention != NULL)
    {
      *span = mention->span;
      return mention->actor;
    }
  /* "a spokesman, Jan Oduya"; "spokesman Jan Oduya" */
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    {
      const SaysoExtractedMention *name = mention_at (self, child);

      if (name != NULL && name->form == SAYSO_FORM_NAME &&
          sayso_tree_deprel_is (&self->tree, child, "appos flat nmod:desc") &&
          (sayso_extractor_actor (self, name->actor)->kind == SAYSO_NAME_PERSON || t->upos == SAYSO_UPOS_PROPN))
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
      actor = resolve_pronoun (self, token);
      if (actor != SAYSO_NONE)
        {
          sayso_extractor_add_mention (self, actor, (SaysoRun) { token, token }, token, SAYSO_FORM_PRONOUN);
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

  return actor_of_noun (self, token, phrase, kind);
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
      else if (sayso_tree_deprel_is (&self->tree, child, "compound") && mention_at (self, child) != NULL)
        actor = mention_at (self, child)->actor;
      if (actor != SAYSO_NONE)
        return actor;
    }

  return SAYSO_NONE;
}
