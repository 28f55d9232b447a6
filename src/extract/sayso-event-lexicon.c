/* sayso-event-lexicon.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-event-private.h"

#include "sayso-enum.h"
#include "sayso-extract-enums.h"

/* Whether a phrase with one of the prepositions leans on the word. */
static gboolean
has_preposition (const SaysoExtractor *self, guint token, const char *prepositions)
{
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) token && sayso_tree_deprel_is (&self->tree, child, "obl nmod advcl") &&
        sayso_tree_child_word (&self->tree, child, "case mark", prepositions) >= 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_modifier (const SaysoExtractor *self, guint noun, const char *words)
{
  const char *text = sayso_text_get_utf8 (self->reading->text);

  for (int child = self->tree.first_child[noun]; child >= 0; child = self->tree.next_sibling[child])
    if (child < (int) noun && sayso_tree_deprel_is (&self->tree, child, "compound amod nmod:poss"))
      {
        const SaysoToken *token = sayso_extractor_token (self, child);
        g_autofree char *form = g_utf8_strdown (text + token->start, token->end - token->start);

        if (sayso_tree_lemma_in (&self->tree, child, words) || sayso_table_cell_has (words, form) ||
            has_modifier (self, child, words))
          return TRUE;
      }

  return FALSE;
}

/* The object or something joined to it is one of the nouns. */
static gboolean
has_object (const SaysoExtractor *self, int object, const char *nouns)
{
  if (object < 0)
    return FALSE;
  object = sayso_frame_named_by (self, object);

  return sayso_tree_lemma_in (&self->tree, object, nouns) ||
         sayso_tree_child_word (&self->tree, object, "conj compound", nouns) >= 0;
}

/* A phrase of one of the nouns leans on the word. */
static gboolean
has_phrase (const SaysoExtractor *self, guint token, const char *nouns)
{
  for (int child = self->tree.first_child[token]; child >= 0; child = self->tree.next_sibling[child])
    if (child > (int) token && sayso_tree_deprel_is (&self->tree, child, "obl nmod") &&
        sayso_tree_lemma_in (&self->tree, child, nouns))
      return TRUE;

  return FALSE;
}

/* "carried out", "pulled out of", where the tree may take the particle for a preposition */
static gboolean
has_particle (const SaysoExtractor *self, guint verb, const char *words)
{
  return sayso_tree_child_word (&self->tree, verb, "compound:prt advmod xcomp", words) >= 0 ||
         (verb + 1 < self->reading->tokens->len && sayso_extractor_token (self, verb + 1)->upos == SAYSO_UPOS_ADP &&
          sayso_tree_lemma_in (&self->tree, verb + 1, "out off up down away over") &&
          sayso_tree_lemma_in (&self->tree, verb + 1, words));
}

/* See the head of triggers.tsv for what may stand there. */
static gboolean
is_one_met (const SaysoExtractor *self, guint token, int object, const char *condition)
{
  switch (*condition)
    {
    case '\0':
      return TRUE;
    case '@':
      return has_preposition (self, token, condition + 1);
    case '+':
      return has_particle (self, token, condition + 1);
    case '<':
      return sayso_tree_subject (&self->tree, token) >= 0 &&
             sayso_tree_lemma_in (&self->tree, sayso_tree_subject (&self->tree, token), condition + 1);
    case '=':
      return has_object (self, object, condition + 1);
    case '~':
      return has_modifier (self, token, condition + 1) || (object >= 0 && has_modifier (self, object, condition + 1));
    case '>':
      return has_phrase (self, token, condition + 1);
    case ':':
      return sayso_tree_child (&self->tree, token, condition + 1) >= 0;
    default:
      return object >= 0 && sayso_extractor_noun_is (self, object, condition);
    }
}

/* Each of the conditions that "&" joins. */
static gboolean
is_met (const SaysoExtractor *self, guint token, int object, const char *condition)
{
  const char *next = strchr (condition, '&');
  g_autofree char *first = NULL;

  if (next == NULL)
    return is_one_met (self, token, object, condition);
  first = g_strndup (condition, next - condition);

  return is_one_met (self, token, object, first) && is_met (self, token, object, next + 1);
}

/* The base form; of a word in capitals that is no name, as it stands in a table. */
static char *
dup_lemma (const SaysoExtractor *self, guint token)
{
  const SaysoToken *t = sayso_extractor_token (self, token);

  if (t->lemma == NULL)
    return NULL;

  return g_utf8_strdown (t->lemma, -1);
}

gboolean
sayso_event_find_trigger (const SaysoExtractor *self, guint token, const char *part, int object, SaysoTrigger *trigger)
{
  const SaysoTable *triggers = sayso_extract_get_table ("triggers.tsv");
  g_autofree char *lemma = dup_lemma (self, token);
  guint row;
  int kind;

  if (lemma == NULL || !sayso_table_find (triggers, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (triggers) && g_str_equal (sayso_table_get (triggers, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (triggers, row, 1), part) &&
        is_met (self, token, object, sayso_table_get (triggers, row, 4)))
      {
        trigger->type = sayso_table_get (triggers, row, 2);
        trigger->kind = SAYSO_EVENT_OCCURRED;
        if (sayso_enum_from_nick (SAYSO_TYPE_EVENT_KIND, sayso_table_get (triggers, row, 3), &kind))
          trigger->kind = kind;
        trigger->roles = sayso_table_get (triggers, row, 5);
        trigger->when = sayso_table_get (triggers, row, 4);
        return TRUE;
      }

  return FALSE;
}

/* The role that "slot=role" gives, interned; else @otherwise. */
const char *
sayso_event_get_role (const SaysoTrigger *trigger, const char *slot, const char *otherwise)
{
  gsize length = strlen (slot);

  for (const char *p = trigger->roles; p != NULL && *p != '\0'; p = strchr (p, ' '))
    {
      while (*p == ' ')
        p++;
      if (strncmp (p, slot, length) == 0 && p[length] == '=')
        {
          const char *role = p + length + 1;
          g_autofree char *word = g_strndup (role, strcspn (role, " "));

          return g_intern_string (word);
        }
    }

  return otherwise;
}

/* What somebody in a phrase with a preposition is in the event, or %NULL where the preposition says nothing of it. */
const char *
sayso_event_find_role (const SaysoExtractor *self, const SaysoExtractedEvent *event, const SaysoTrigger *trigger,
                       guint phrase)
{
  const SaysoTable *roles = sayso_extract_get_table ("event-roles.tsv");

  for (int child = self->tree.first_child[phrase]; child >= 0; child = self->tree.next_sibling[child])
    {
      const char *word = sayso_extractor_token (self, child)->lemma, *role;
      guint row;

      if (word == NULL || !sayso_tree_deprel_is (&self->tree, child, "case mark"))
        continue;
      role = sayso_event_get_role (trigger, word, NULL);
      if (role != NULL)
        return role;
      if (!sayso_table_find (roles, word, &row))
        continue;
      for (; row < sayso_table_get_n_rows (roles) && g_str_equal (sayso_table_get (roles, row, 0), word); row++)
        {
          const char *classes = sayso_table_get (roles, row, 2);

          if (*classes == '\0' || sayso_table_cell_has (classes, event->type))
            return sayso_table_get (roles, row, 1);
        }
    }

  return NULL;
}

/* Whether control.tsv gives the verb that part; @value is what stands beside it there. */
gboolean
sayso_event_has_part (const SaysoExtractor *self, guint verb, const char *part, const char **value)
{
  const SaysoTable *control = sayso_extract_get_table ("control.tsv");
  const char *lemma = sayso_extractor_token (self, verb)->lemma;
  guint row;

  if (lemma == NULL || !sayso_table_find (control, lemma, &row))
    return FALSE;
  for (; row < sayso_table_get_n_rows (control) && g_str_equal (sayso_table_get (control, row, 0), lemma); row++)
    if (g_str_equal (sayso_table_get (control, row, 1), part))
      {
        if (value != NULL)
          *value = sayso_table_get (control, row, 2);
        return TRUE;
      }

  return FALSE;
}
