/* sayso-pronouns.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

/*
 * To whom pronouns and definite nouns point: only where one actor fits what the text has said shortly before. Each
 * answer says why; where two could be meant, none is.
 */

/* So far back "the company" may look for its name, "the minister" for who was called one, "he" for a name. */
#define SENTENCES_BACK 4
#define DESCRIBED_BACK 12
#define PERSON_BACK 2
#define NAMES_BACK 40
#define HOPS 5

static const SaysoExtractedMention *
get_name (const SaysoExtractor *self, guint i)
{
  return &g_array_index (self->extraction->mentions, SaysoExtractedMention, i);
}

static guint
sentence_of (const SaysoExtractor *self, SaysoSpan span)
{
  return self->tree.sentence[sayso_extractor_run (self, span).first];
}

/* The last name before a token, as a number of mentions. */
static guint
names_before (const SaysoExtractor *self, guint token)
{
  guint start = sayso_extractor_token (self, token)->span.start, low = 0, high = self->n_names;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_name (self, middle)->span.start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* -- who was called what ------------------------------------------------------------------------------ */

static void
describe (SaysoExtractor *self, const char *noun, guint token, guint actor)
{
  SaysoDescription description = { token, actor };
  GArray *list = g_hash_table_lookup (self->described, noun);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (SaysoDescription));
      g_hash_table_insert (self->described, g_strdup (noun), list);
    }
  g_array_append_val (list, description);
}

static void
describe_by_noun (SaysoExtractor *self, int noun, guint token, guint actor)
{
  const SaysoToken *t = noun >= 0 ? sayso_extractor_token (self, noun) : NULL;

  if (t != NULL && t->lemma != NULL && (t->upos == SAYSO_UPOS_NOUN || t->upos == SAYSO_UPOS_PROPN) &&
      self->mention[noun] == SAYSO_NONE)
    {
      g_autofree char *lower = g_utf8_strdown (t->lemma, -1);

      describe (self, lower, token, actor);
    }
}

/* "Ms. Oduya", "the chairman, Jan Oduya" */
static void
note_sex (SaysoExtractor *self, guint title, guint actor)
{
  const SaysoTable *titles = sayso_extract_get_table ("titles.tsv");
  g_autofree char *text = sayso_extractor_text (self, (SaysoRun) { title, title }, 24);
  g_autofree char *lower = g_utf8_strdown (text, -1);
  guint row;

  if (sayso_table_find (titles, lower, &row) && *sayso_table_get (titles, row, 1) != '\0')
    g_hash_table_insert (self->sexes, GUINT_TO_POINTER (actor + 1),
                         GINT_TO_POINTER (sayso_table_get (titles, row, 1)[0]));
}

/* The nouns of its kind that stand in its names: "bureau" of the Federal Bureau of Roads. */
static GPtrArray *
nouns_of_names (const SaysoExtractedActor *actor)
{
  const SaysoTable *nominals = sayso_extract_get_table ("nominals.tsv");
  const char *kind = sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, actor->kind);
  GPtrArray *nouns = g_ptr_array_new_with_free_func (g_free);

  if (actor->kind == SAYSO_NAME_PERSON || actor->kind == SAYSO_NAME_PLACE || actor->kind == SAYSO_NAME_OTHER)
    return nouns;
  for (guint i = 0; i <= actor->aliases->len; i++)
    {
      g_autofree char *lower = g_utf8_strdown (i == 0 ? actor->name : g_ptr_array_index (actor->aliases, i - 1), -1);
      g_auto (GStrv) words = g_strsplit (lower, " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          guint row;

          if (sayso_table_find (nominals, words[k], &row) && g_str_equal (sayso_table_get (nominals, row, 1), kind) &&
              !g_ptr_array_find_with_equal_func (nouns, words[k], g_str_equal, NULL))
            g_ptr_array_add (nouns, g_strdup (words[k]));
        }
    }

  return nouns;
}

/* Notes by which nouns the names of the text are called: titles before them, appositions, words of their own. */
void
sayso_extractor_describe_names (SaysoExtractor *self)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint a = 0; a < self->extraction->actors->len; a++)
    g_ptr_array_add (own, nouns_of_names (sayso_extractor_actor (self, a)));
  for (guint m = 0; m < self->n_names; m++)
    {
      const SaysoExtractedMention *mention = get_name (self, m);
      SaysoRun run = sayso_extractor_run (self, mention->span);
      const GPtrArray *nouns = g_ptr_array_index (own, mention->actor);
      int above = -1;
      guint head = run.first;

      for (guint i = run.first; i <= run.last; i++)
        {
          above = sayso_extractor_token (self, i)->head;
          head = i;
          if (above < (int) run.first || above > (int) run.last)
            break;
        }
      for (guint i = 0; i < nouns->len; i++)
        describe (self, g_ptr_array_index (nouns, i), run.first, mention->actor);
      if (run.first > 0 && self->tree.sentence[run.first - 1] == self->tree.sentence[run.first])
        {
          int before = run.first - 1, over = sayso_extractor_token (self, before)->head;

          if ((over >= (int) run.first && over <= (int) run.last) || above == before)
            {
              describe_by_noun (self, before, run.first, mention->actor);
              note_sex (self, before, mention->actor);
            }
        }
      for (int child = self->tree.first_child[head]; child >= 0; child = self->tree.next_sibling[child])
        if (sayso_tree_deprel_is (&self->tree, child, "appos"))
          {
            describe_by_noun (self, child, child, mention->actor);
            note_sex (self, child, mention->actor);
          }
      if (above >= 0 && sayso_tree_deprel_is (&self->tree, head, "appos"))
        {
          describe_by_noun (self, above, run.first, mention->actor);
          note_sex (self, above, mention->actor);
        }
    }
}

/* -- definite nouns ----------------------------------------------------------------------------------- */

/* Who was last called by this noun; none where shortly before it two were. */
static guint
find_described (const SaysoExtractor *self, guint token)
{
  g_autofree char *noun = g_utf8_strdown (sayso_extractor_token (self, token)->lemma, -1);
  const GArray *list = g_hash_table_lookup (self->described, noun);
  guint low = 0, high = list != NULL ? list->len : 0, sentence = self->tree.sentence[token];
  const SaysoDescription *last, *other;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (list, SaysoDescription, middle).token < token)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return SAYSO_NONE;
  last = &g_array_index (list, SaysoDescription, low - 1);
  if (self->tree.sentence[last->token] + DESCRIBED_BACK < sentence)
    return SAYSO_NONE;
  for (guint i = low - 1; i > 0 && low - i < NAMES_BACK; i--)
    {
      other = &g_array_index (list, SaysoDescription, i - 1);
      if (self->tree.sentence[other->token] < self->tree.sentence[last->token])
        break;
      if (other->actor != last->actor)
        return SAYSO_NONE;
    }

  return last->actor;
}

/* "The group" may be any body; other nouns say of what kind they are. */
static gboolean
may_be (const SaysoExtractor *self, guint token, SaysoNameKind kind, SaysoNameKind noun)
{
  return kind == noun || (noun == SAYSO_NAME_GROUP && kind == SAYSO_NAME_ORGANIZATION &&
                          sayso_tree_lemma_in (&self->tree, token, "group organization organisation"));
}

/* "The company" and no more: "the Norwegian company", "the company of his father" may be another one. */
static gboolean
is_bare (const SaysoExtractor *self, guint token)
{
  return sayso_tree_child (&self->tree, token, "amod compound nmod nmod:poss nummod acl acl:relcl appos nmod:desc") < 0;
}

guint
sayso_extractor_resolve_definite (const SaysoExtractor *self, guint token, SaysoNameKind kind, const char **reason)
{
  gboolean bare = is_bare (self, token);
  guint end = names_before (self, token), found = SAYSO_NONE;

  if (sayso_extractor_token (self, token)->lemma != NULL &&
      sayso_tree_child_word (&self->tree, token, "det", "the") >= 0 && (bare || kind == SAYSO_NAME_AGENCY))
    found = find_described (self, token);

  if (found != SAYSO_NONE)
    {
      *reason = "called so before";
      return found;
    }
  if (!bare || (kind != SAYSO_NAME_ORGANIZATION && kind != SAYSO_NAME_OUTLET && kind != SAYSO_NAME_GROUP))
    return SAYSO_NONE;
  /* "The campaign" may be anybody's, and "the school" no company. */
  if (!sayso_tree_lemma_in (
          &self->tree, token,
          "company firm corporation business enterprise startup newspaper paper outlet broadcaster "
          "publication group gang collective crew cartel syndicate militia organization organisation"))
    return SAYSO_NONE;
  *reason = "only one of its kind before";
  for (guint i = end; i > 0 && end - i < NAMES_BACK; i--)
    {
      const SaysoExtractedMention *mention = get_name (self, i - 1);

      if (sentence_of (self, mention->span) + SENTENCES_BACK < self->tree.sentence[token])
        break;
      if (!may_be (self, token, sayso_extractor_actor (self, mention->actor)->kind, kind))
        continue;
      if (found != SAYSO_NONE && found != mention->actor)
        return SAYSO_NONE;
      found = mention->actor;
    }

  return found;
}

/* -- pronouns ----------------------------------------------------------------------------------------- */

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
  guint end = names_before (self, token), found = SAYSO_NONE, found_sentence = 0;
  gboolean prominent = FALSE;

  for (guint i = end; i > 0 && end - i < NAMES_BACK; i--)
    {
      const SaysoExtractedMention *mention = get_name (self, i - 1);
      guint sentence = sentence_of (self, mention->span);

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

guint
sayso_extractor_resolve_pronoun (SaysoExtractor *self, guint token, const char **reason)
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
    }
  else if (sayso_table_cell_has ("it its they their them", lemma))
    {
      actor = resolve_by_subject (self, token);
      if (actor != SAYSO_NONE && sayso_table_cell_has ("it its", lemma) &&
          sayso_extractor_actor (self, actor)->kind == SAYSO_NAME_PERSON)
        actor = SAYSO_NONE;
    }

  return actor;
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
