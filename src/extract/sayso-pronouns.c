/* sayso-pronouns.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

/*
 * To whom pronouns point: only where one actor fits what the text has said shortly before. Each
 * answer says why; where two could be meant, none is.
 */

/* So far back "he" may look for a name. */
#define PERSON_BACK 2
#define NAMES_BACK 40
#define HOPS 5

/* Over so many sentences one subject goes on as a pronoun. */
#define TOPIC_HOPS 6

static guint resolve (SaysoExtractor *self, guint token, guint hops, const char **reason);

/* The last name before a token, as a number of mentions. */
guint
sayso_extractor_names_before (const SaysoExtractor *self, guint token)
{
  guint start = sayso_extractor_token (self, token)->span.start, low = 0, high = self->n_names;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sayso_extractor_mention (self, middle)->span.start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* 'f' or 'm' where the given name, or a title before the name, tells; else 0. */
static char
sex_of (const SaysoExtractor *self, guint actor)
{
  const SaysoExtractedActor *person = sayso_extractor_actor (self, actor);
  const SaysoTable *given = sayso_extract_get_table ("given-names.tsv");

  for (guint i = 0; i <= person->aliases->len; i++)
    {
      const char *name = i == 0 ? person->name : g_ptr_array_index (person->aliases, i - 1);
      g_auto (GStrv) words = g_strsplit (name, " ", -1);
      guint row;

      for (guint k = 0; words[k] != NULL && words[k + 1] != NULL; k++)
        if (sayso_table_find (given, words[k], &row) && *sayso_table_get (given, row, 1) != '\0')
          return sayso_table_get (given, row, 1)[0];
    }
  if (person->unnamed)
    {
      g_autofree char *lower = g_utf8_strdown (person->name, -1);
      g_auto (GStrv) words = g_strsplit (lower, " ", -1);
      const SaysoTable *nominals = sayso_extract_get_table ("nominals.tsv");
      guint row;

      for (guint i = 0; words[i] != NULL; i++)
        if (sayso_table_find (nominals, words[i], &row) && *sayso_table_get (nominals, row, 1) != '\0')
          return sayso_table_get (nominals, row, 3)[0];
    }

  return (char) GPOINTER_TO_INT (g_hash_table_lookup (self->sexes, GUINT_TO_POINTER (actor + 1)));
}

static gboolean
agrees (const SaysoExtractor *self, guint actor, const char *pronoun)
{
  char sex = sex_of (self, actor);

  return sex == 0 || (sex == 'f') == (sayso_table_cell_has ("she her hers herself", pronoun) != FALSE);
}

/* Inside a prepositional phrase ("under the care of Dr. Oduya, he grew") a name is seldom what is spoken of. */
static gboolean
is_prominent (const SaysoExtractor *self, SaysoSpan span)
{
  SaysoRun run = sayso_extractor_run (self, span);

  for (guint i = run.first; i <= run.last; i++)
    {
      int head = sayso_extractor_token (self, i)->head;

      if (head < (int) run.first || head > (int) run.last)
        return !sayso_tree_deprel_is (&self->tree, i, "nmod obl nmod:poss compound obl:unmarked nmod:unmarked");
    }

  return FALSE;
}

/* In "Oduya asked him" he is somebody else. */
static gboolean
is_subject_of_same (const SaysoExtractor *self, SaysoSpan span, guint token)
{
  int verb = sayso_extractor_token (self, token)->head;
  int subject = verb >= 0 && sayso_tree_deprel_is (&self->tree, token, "obj iobj obl")
                    ? sayso_tree_subject (&self->tree, verb)
                    : -1;

  return subject >= 0 && sayso_span_contains (span, sayso_extractor_token (self, subject)->span);
}

/* "He", "she": the only person named in this sentence before, or else in the last one. */
static guint
resolve_person (const SaysoExtractor *self, guint token)
{
  guint end = sayso_extractor_names_before (self, token), found = SAYSO_NONE, found_sentence = 0;
  gboolean prominent = FALSE;

  for (guint i = end; i > 0 && end - i < NAMES_BACK; i--)
    {
      const SaysoExtractedMention *mention = sayso_extractor_mention (self, i - 1);
      guint sentence = sayso_extractor_sentence_of (self, mention->span);

      if (sentence + PERSON_BACK < self->tree.sentence[token] || (found != SAYSO_NONE && sentence < found_sentence))
        break;
      if (sayso_extractor_actor (self, mention->actor)->kind != SAYSO_NAME_PERSON ||
          !agrees (self, mention->actor, sayso_extractor_token (self, token)->lemma))
        continue;
      if (is_subject_of_same (self, mention->span, token))
        continue;
      if (found != SAYSO_NONE && found != mention->actor)
        return SAYSO_NONE;
      found = mention->actor;
      found_sentence = sentence;
      prominent |= is_prominent (self, mention->span);
    }

  return prominent ? found : SAYSO_NONE;
}

/* Neither "he" nor "it" is several; "they" is no single person. */
static gboolean
agrees_in_number (const SaysoExtractor *self, guint subject, guint pronoun)
{
  const char *lemma = sayso_extractor_token (self, pronoun)->lemma;
  gboolean several = (sayso_extractor_token (self, subject)->morph & SAYSO_MORPH_PLURAL) != 0;
  guint actor = sayso_extractor_mention_at (self, subject) != NULL ? sayso_extractor_mention_at (self, subject)->actor
                                                                   : SAYSO_NONE;

  /* "Velar Labs" is one. */
  if (actor != SAYSO_NONE && !sayso_extractor_actor (self, actor)->unnamed)
    several = FALSE;
  if (sayso_tree_child (&self->tree, subject, "conj") >= 0)
    return FALSE;
  if (sayso_table_cell_has ("they their them", lemma))
    return several || actor == SAYSO_NONE || sayso_extractor_actor (self, actor)->kind != SAYSO_NAME_PERSON ||
           sayso_extractor_actor (self, actor)->unnamed;

  return !several;
}

/*
 * In "the firm said it would pay" the pronoun is the subject of the verb above; in "the firm sold its ships" what it
 * possesses stands below the verb whose subject it is.
 */
static guint
resolve_by_subject (SaysoExtractor *self, guint token)
{
  gboolean possessive = sayso_tree_deprel_is (&self->tree, token, "nmod:poss");
  int below = token, verb = sayso_extractor_token (self, token)->head;

  for (guint hops = 0; verb >= 0 && hops < HOPS; hops++)
    {
      int above = sayso_extractor_token (self, verb)->head, subject = -1;
      SaysoSpan span;

      if (possessive && sayso_extractor_token (self, verb)->upos == SAYSO_UPOS_VERB &&
          !sayso_tree_deprel_is (&self->tree, below, "nsubj nsubj:pass csubj"))
        subject = sayso_tree_subject (&self->tree, verb);
      /* What a verb without a subject of its own does, its borrowed subject does not do to itself. */
      if (subject < 0 && above >= 0 && sayso_tree_deprel_is (&self->tree, verb, "ccomp advcl xcomp") &&
          (possessive || hops > 0 || sayso_tree_deprel_is (&self->tree, token, "nsubj nsubj:pass") ||
           sayso_tree_subject (&self->tree, verb) >= 0))
        {
          int object = sayso_tree_child (&self->tree, above, "obj iobj");

          /* "asked the firm to sell its ships" */
          subject = object >= 0 && object < verb && sayso_tree_deprel_is (&self->tree, verb, "xcomp")
                        ? object
                        : sayso_tree_subject (&self->tree, above);
        }
      if (subject >= 0 && subject < (int) token && self->tree.right[subject] < token &&
          agrees_in_number (self, subject, token))
        return sayso_extractor_actor_of (self, subject, &span);
      below = verb;
      verb = above;
    }

  return SAYSO_NONE;
}

/*
 * The actor that the main clause of the sentence before is about, where it names or describes one, not several. A
 * pronoun there points farther back.
 */
guint
sayso_extractor_find_topic (SaysoExtractor *self, guint token, guint hops)
{
  guint sentence = self->tree.sentence[token];
  const SaysoSentence *before;
  const SaysoExtractedMention *mention;
  const char *reason;

  if (sentence == 0)
    return SAYSO_NONE;
  before = sayso_reading_sentence (self->reading, sentence - 1);
  if (before->block == SAYSO_BLOCK_HEADING)
    return SAYSO_NONE;
  for (guint i = before->first; i < before->first + before->n_tokens; i++)
    {
      int head = sayso_extractor_token (self, i)->head;

      if (!sayso_tree_deprel_is (&self->tree, i, "nsubj nsubj:pass") || head < 0 ||
          !sayso_tree_deprel_is (&self->tree, head, "root"))
        continue;
      if (sayso_tree_child (&self->tree, i, "conj") >= 0)
        return SAYSO_NONE;
      /* What somebody says is about others. */
      if (self->claim_at[i] != self->claim_at[token])
        return SAYSO_NONE;
      mention = sayso_extractor_mention_at (self, i);
      if (mention == NULL && sayso_extractor_token (self, i)->upos == SAYSO_UPOS_PRON && hops < TOPIC_HOPS)
        return resolve (self, i, hops + 1, &reason);

      return mention != NULL ? mention->actor : SAYSO_NONE;
    }

  return SAYSO_NONE;
}

/* Whether it is the subject of its sentence, or possesses that. */
static gboolean
is_main_subject (const SaysoExtractor *self, guint token)
{
  int head = sayso_extractor_token (self, token)->head;

  if (head >= 0 && sayso_tree_deprel_is (&self->tree, token, "nmod:poss"))
    {
      token = head;
      head = sayso_extractor_token (self, token)->head;
    }

  return head >= 0 && sayso_tree_deprel_is (&self->tree, token, "nsubj nsubj:pass") &&
         sayso_tree_deprel_is (&self->tree, head, "root");
}

/* Who is spoken of on and on: the subject of the sentence before, where this sentence names nobody before the pronoun.
 */
static guint
resolve_topic (SaysoExtractor *self, guint token, guint hops)
{
  guint sentence = self->tree.sentence[token], end = sayso_extractor_names_before (self, token);

  if (!is_main_subject (self, token) ||
      (end > 0 && sayso_extractor_sentence_of (self, sayso_extractor_mention (self, end - 1)->span) == sentence))
    return SAYSO_NONE;

  return sayso_extractor_find_topic (self, token, hops);
}

/* Who says "I": the source of the words in which it stands, where that is one person. */
static guint
resolve_speaker (const SaysoExtractor *self, guint token)
{
  const SaysoExtractedClaim *claim;

  if (self->claim_at[token] == SAYSO_NONE || self->extraction->claims->len == 0)
    return SAYSO_NONE;
  claim = &g_array_index (self->extraction->claims, SaysoExtractedClaim, self->claim_at[token]);
  if (claim->source_actor == SAYSO_NONE || claim->several || claim->mode == SAYSO_MODE_INDIRECT ||
      sayso_extractor_actor (self, claim->source_actor)->kind != SAYSO_NAME_PERSON)
    return SAYSO_NONE;

  return claim->source_actor;
}

static guint
resolve (SaysoExtractor *self, guint token, guint hops, const char **reason)
{
  const char *lemma = sayso_extractor_token (self, token)->lemma;
  guint actor = SAYSO_NONE;

  if (lemma == NULL || sayso_tree_deprel_is (&self->tree, token, "expl"))
    return SAYSO_NONE;
  if (sayso_table_cell_has ("i me my", lemma))
    {
      *reason = "speaker";
      return resolve_speaker (self, token);
    }
  *reason = "subject above";
  if (sayso_table_cell_has ("he she him her his", lemma))
    {
      actor = resolve_by_subject (self, token);
      if (actor != SAYSO_NONE &&
          (sayso_extractor_actor (self, actor)->kind != SAYSO_NAME_PERSON || !agrees (self, actor, lemma)))
        actor = SAYSO_NONE;
      if (actor == SAYSO_NONE)
        {
          *reason = "only person before";
          actor = resolve_person (self, token);
        }
      if (actor == SAYSO_NONE)
        {
          *reason = "subject before";
          actor = resolve_topic (self, token, hops);
          if (actor != SAYSO_NONE &&
              (sayso_extractor_actor (self, actor)->kind != SAYSO_NAME_PERSON || !agrees (self, actor, lemma)))
            actor = SAYSO_NONE;
        }
    }
  else if (sayso_table_cell_has ("it its they their them", lemma))
    {
      actor = resolve_by_subject (self, token);
      if (actor != SAYSO_NONE && sayso_table_cell_has ("it its", lemma) &&
          sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_PERSON)
        actor = SAYSO_NONE;
      if (actor == SAYSO_NONE && sayso_table_cell_has ("it its they their", lemma))
        {
          *reason = "subject before";
          actor = resolve_topic (self, token, hops);
          if (actor != SAYSO_NONE && sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_PERSON)
            actor = SAYSO_NONE;
        }
    }

  return actor;
}

guint
sayso_extractor_resolve_pronoun (SaysoExtractor *self, guint token, const char **reason)
{
  return resolve (self, token, 0, reason);
}

/* Mentions of named actors that no claim, event or relation asked for. */
void
sayso_extractor_resolve_rest (SaysoExtractor *self)
{
  self->only_known = TRUE;
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);
      const char *reason = NULL, *kind_name;
      guint actor = SAYSO_NONE;
      int kind;

      if (self->mention[i] != SAYSO_NONE)
        continue;
      if (token->upos == SAYSO_UPOS_PRON)
        {
          actor = sayso_extractor_resolve_pronoun (self, i, &reason);
          if (actor != SAYSO_NONE && self->mention[i] == SAYSO_NONE)
            sayso_extractor_add_mention (self, actor, (SaysoRun) { i, i }, i, SAYSO_FORM_PRONOUN, reason);
        }
      else if ((token->upos == SAYSO_UPOS_NOUN || token->upos == SAYSO_UPOS_PROPN) &&
               (token->morph & SAYSO_MORPH_PLURAL) == 0 &&
               sayso_tree_child_word (&self->tree, i, "det", "the this that") >= 0 &&
               (kind_name = sayso_extractor_noun_kind (self, i)) != NULL &&
               sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, kind_name, &kind))
        {
          actor = sayso_extractor_resolve_definite (self, i, kind, &reason);
          if (actor != SAYSO_NONE)
            sayso_extractor_add_mention (self, actor, (SaysoRun) { sayso_tree_phrase (&self->tree, i).first, i }, i,
                                         SAYSO_FORM_NOMINAL, reason);
        }
    }
}
