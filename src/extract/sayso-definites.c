/* sayso-definites.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-extractor-private.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

/* To whom "the company" and "the minister" point: to who was called so, or to the only one of its kind. */

/* So far back "the company" may look for its name, "the minister" for who was called one. */
#define SENTENCES_BACK 4
#define DESCRIBED_BACK 12
#define NAMES_BACK 40

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
      const SaysoExtractedMention *mention = sayso_extractor_mention (self, m);
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

/* Who was last called by this noun: shortly before, or ever where it was never anybody else; none where two were. */
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
    for (guint i = 0; i + 1 < low; i++)
      if (g_array_index (list, SaysoDescription, i).actor != last->actor)
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

/* Of two, the one that the sentence before is about and was the last to be named, where it names no other. */
static gboolean
is_only_topic (SaysoExtractor *self, guint token, SaysoNameKind kind, guint actor)
{
  guint sentence = self->tree.sentence[token];

  if (sayso_extractor_find_topic (self, token) != actor)
    return FALSE;
  for (guint i = sayso_extractor_names_before (self, token); i > 0; i--)
    {
      const SaysoExtractedMention *mention = sayso_extractor_mention (self, i - 1);

      if (sayso_extractor_sentence_of (self, mention->span) + 1 < sentence)
        return TRUE;
      if (mention->actor != actor && may_be (self, token, sayso_extractor_actor (self, mention->actor)->kind, kind))
        return FALSE;
    }

  return TRUE;
}

guint
sayso_extractor_resolve_definite (SaysoExtractor *self, guint token, SaysoNameKind kind, const char **reason)
{
  gboolean bare = is_bare (self, token), plain;
  guint end = sayso_extractor_names_before (self, token), found = SAYSO_NONE, topic;

  /* "The campaign" may be anybody's, and "the school" no company. */
  plain = bare && (kind == SAYSO_NAME_ORGANIZATION || kind == SAYSO_NAME_OUTLET || kind == SAYSO_NAME_GROUP) &&
          sayso_tree_lemma_in (&self->tree, token,
                               "company firm corporation business enterprise startup newspaper paper outlet "
                               "broadcaster publication group gang collective crew cartel syndicate militia "
                               "organization organisation");
  if (sayso_extractor_token (self, token)->lemma != NULL &&
      sayso_tree_child_word (&self->tree, token, "det", "the") >= 0 && (bare || kind == SAYSO_NAME_AGENCY))
    found = find_described (self, token);

  if (found != SAYSO_NONE)
    {
      topic = plain ? sayso_extractor_find_topic (self, token) : SAYSO_NONE;
      /* "Velar, which bought it from the company Ortel, denied this. The company …" is Velar. */
      if (topic != SAYSO_NONE && topic != found &&
          may_be (self, token, sayso_extractor_actor (self, topic)->kind, kind))
        {
          *reason = "subject before";
          return topic;
        }
      *reason = "called so before";
      return found;
    }
  if (!plain)
    return SAYSO_NONE;
  *reason = "only one of its kind before";
  for (guint i = end; i > 0 && end - i < NAMES_BACK; i--)
    {
      const SaysoExtractedMention *mention = sayso_extractor_mention (self, i - 1);

      if (sayso_extractor_sentence_of (self, mention->span) + SENTENCES_BACK < self->tree.sentence[token])
        break;
      if (!may_be (self, token, sayso_extractor_actor (self, mention->actor)->kind, kind))
        continue;
      if (found != SAYSO_NONE && found != mention->actor)
        {
          *reason = "subject before";
          return is_only_topic (self, token, kind, found) ? found : SAYSO_NONE;
        }
      found = mention->actor;
    }

  return found;
}
