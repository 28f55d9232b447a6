/* sayso-actor-forms.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actor-private.h"

/* So many words stand between two names of one actor at most. */
#define BETWEEN_MAX 9

/* Which forms are names of one actor. Each link says why; where two could be meant, none is made. */

static void
join (const SaysoActors *self, guint form, guint into, const char *reason)
{
  guint root = sayso_actors_root (self, form), target = sayso_actors_root (self, into);
  SaysoForm *from = sayso_actors_form (self, root), *to = sayso_actors_form (self, target);

  if (root == target)
    return;
  from->parent = target;
  sayso_actors_form (self, form)->reason = reason;
  for (guint kind = 0; kind < SAYSO_N_NAME_KINDS; kind++)
    {
      to->hints[kind] += from->hints[kind];
      to->signs[kind] += from->signs[kind];
    }
}

/* Whether the acronym's letters are the initials of the name's words, small words counting or not. */
static gboolean
is_acronym_of (const char *acronym, const SaysoForm *form)
{
  const char *strict = acronym, *loose = acronym;

  for (guint i = 0; i < form->n_words; i++)
    {
      gunichar initial = g_unichar_toupper (g_utf8_get_char (form->words[i]));
      gboolean small = g_unichar_islower (g_utf8_get_char (form->words[i]));

      if (*loose != '\0' && g_utf8_get_char (loose) == initial && !small)
        loose = g_utf8_next_char (loose);
      else if (!small)
        loose = "?";
      if (*strict != '\0' && g_utf8_get_char (strict) == initial)
        strict = g_utf8_next_char (strict);
      else
        strict = "?";
    }

  return form->n_words > 1 && (*strict == '\0' || *loose == '\0');
}

/* An acronym that the text itself spells out is not the one the lists know, unless they know it as this. */
static void
join_acronym (const SaysoActors *self, guint acronym, guint form, const char *reason)
{
  const SaysoKnownName *known = sayso_actors_form (self, form)->known;
  SaysoForm *a = sayso_actors_form (self, acronym);

  if (known == NULL || a->known == NULL || g_strcmp0 (known->name, a->known->name) != 0)
    a->known = NULL;
  join (self, acronym, form, reason);
}

/* "National Roads Agency (NRA)", "NRA (National Roads Agency)". */
static void
join_bracketed (SaysoActors *self)
{
  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      const SaysoName *left = &g_array_index (self->names, SaysoName, i);
      const SaysoName *right = &g_array_index (self->names, SaysoName, i + 1);
      guint open = left->first + left->n_tokens, a = g_array_index (self->form_of, guint, i);
      guint b = g_array_index (self->form_of, guint, i + 1);

      if (right->first != open + 1 || !sayso_tree_is_mark (&self->extractor->tree, open, "("))
        continue;
      if (sayso_actors_form (self, b)->n_words == 1 &&
          is_acronym_of (sayso_actors_form (self, b)->text, sayso_actors_form (self, a)))
        join_acronym (self, b, a, "acronym");
      else if (sayso_actors_form (self, a)->n_words == 1 &&
               is_acronym_of (sayso_actors_form (self, a)->text, sayso_actors_form (self, b)))
        join_acronym (self, a, b, "acronym");
    }
}

/* The words from one token up to another, small and without marks; %NULL where they are many or there are none. */
static char *
words_between (const SaysoActors *self, guint first, guint end)
{
  const char *text = sayso_text_get_utf8 (self->extractor->reading->text);
  g_autoptr (GString) words = g_string_new (NULL);

  if (end <= first || end - first > BETWEEN_MAX)
    return NULL;
  for (guint i = first; i < end; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self->extractor, i);
      g_autofree char *word = g_utf8_strdown (text + token->start, token->end - token->start);

      if (sayso_tree_is_mark (&self->extractor->tree, i, ",(“\"‘'"))
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, word);
    }

  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

/* The lists know them as two, or one is surely a person and the other none. */
static gboolean
are_two (const SaysoForm *a, const SaysoForm *b)
{
  if (a->known != NULL && b->known != NULL)
    return !g_str_equal (a->known->name, b->known->name);

  return (a->kind == SAYSO_NAME_PERSON) != (b->kind == SAYSO_NAME_PERSON) &&
         (a->kind == SAYSO_NAME_PERSON ? a : b)->settled;
}

/* Whether the words from a name to another say that both are one: also behind ", a group", "a group also tracked as".
 */
static gboolean
is_called (const SaysoActors *self, const SaysoTable *table, const SaysoName *left, const SaysoName *right)
{
  g_autofree char *words = words_between (self, left->first + left->n_tokens, right->first);
  int apposed = sayso_actors_find_apposed_noun (self, left);

  if (words != NULL && sayso_table_find (table, words, NULL))
    return TRUE;
  g_clear_pointer (&words, g_free);
  if (apposed > (int) left->first)
    words = words_between (self, apposed + 1, right->first);

  return words != NULL && sayso_table_find (table, words, NULL);
}

/* "Velar, formerly known as Ortel", "Boreas (also known as Nightjar and Grey Heron)". */
static void
join_called (SaysoActors *self)
{
  const SaysoTable *table = sayso_extract_get_table ("also-known.tsv");

  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      const SaysoName *left = &g_array_index (self->names, SaysoName, i);
      guint form = g_array_index (self->form_of, guint, i), end = left->first + left->n_tokens;

      for (guint k = i + 1; k < self->names->len; k++)
        {
          const SaysoName *right = &g_array_index (self->names, SaysoName, k);
          g_autofree char *words = words_between (self, end, right->first);
          guint other = g_array_index (self->form_of, guint, k);

          if (!(k == i + 1 ? is_called (self, table, left, right)
                           : g_strcmp0 (words, "and") == 0 || g_strcmp0 (words, "or") == 0) ||
              self->extractor->tree.sentence[left->first] != self->extractor->tree.sentence[right->first])
            break;
          if (!are_two (sayso_actors_form (self, form), sayso_actors_form (self, other)))
            join (self, other, form, "also known as");
          end = right->first + right->n_tokens;
        }
    }
}

static void
remember_initials (GHashTable *initials, const SaysoForm *form, guint number, gboolean with_small)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  gpointer value;

  for (guint i = 0; i < form->n_words; i++)
    if (with_small || !g_unichar_islower (g_utf8_get_char (form->words[i])))
      g_string_append_unichar (letters, g_unichar_toupper (g_utf8_get_char (form->words[i])));
  /* 0: the initials of more than one. */
  if (g_hash_table_lookup_extended (initials, letters->str, NULL, &value) && GPOINTER_TO_UINT (value) != number + 1)
    number = SAYSO_NONE;
  g_hash_table_replace (initials, g_strdup (letters->str), GUINT_TO_POINTER (number + 1));
}

/* Elsewhere three letters or more must be the initials of one name only. */
static void
join_initials (SaysoActors *self)
{
  g_autoptr (GHashTable) initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->forms->len; i++)
    {
      const SaysoForm *form = sayso_actors_form (self, i);

      if (form->n_words < 3 || form->kind == SAYSO_NAME_PERSON)
        continue;
      remember_initials (initials, form, i, TRUE);
      remember_initials (initials, form, i, FALSE);
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      const SaysoForm *form = sayso_actors_form (self, i);
      guint found;

      if (form->parent != i || form->n_words != 1 || !sayso_actors_is_caps (form->text) ||
          g_utf8_strlen (form->text, -1) < 3)
        continue;
      found = GPOINTER_TO_UINT (g_hash_table_lookup (initials, form->text));
      if (found != 0)
        join_acronym (self, i, found - 1, "initials");
    }
}

static void
join_listed (SaysoActors *self)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->forms->len; i++)
    {
      SaysoForm *form = sayso_actors_form (self, i);
      gpointer value;

      if (form->known == NULL)
        continue;
      if (g_hash_table_lookup_extended (listed, form->known->name, NULL, &value))
        join (self, i, GPOINTER_TO_UINT (value), "list");
      else
        g_hash_table_insert (listed, (gpointer) form->known->name, GUINT_TO_POINTER (i));
    }
}

/* "Labs", "Ltd.": a word that a body may leave out of its name. */
static gboolean
is_body_word (const char *word)
{
  const SaysoTable *heads = sayso_extract_get_table ("name-heads.tsv");
  g_autofree char *lower = g_utf8_strdown (word, -1);
  guint row;

  return sayso_table_find (heads, lower, &row) && g_str_equal (sayso_table_get (heads, row, 1), "organization");
}

/* "Velar Labs Norway" beside "Velar Labs": a branch of it, and no person. */
static void
find_branches (SaysoActors *self)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      SaysoForm *form = sayso_actors_form (self, i);
      g_autofree char *whole = NULL, *key = NULL;
      const SaysoKnownName *place;
      gpointer value;

      if (form->known != NULL || form->n_words < 3)
        continue;
      place = sayso_gazetteer_find (form->words[form->n_words - 1]);
      if (place == NULL || place->kind != SAYSO_NAME_PLACE || place->demonym)
        continue;
      whole = g_strndup (form->text, strlen (form->text) - strlen (form->words[form->n_words - 1]) - 1);
      key = g_utf8_casefold (whole, -1);
      if (g_hash_table_lookup_extended (self->by_text, key, NULL, &value))
        {
          form->whole = GPOINTER_TO_UINT (value);
          form->kind = sayso_actors_form (self, form->whole)->kind;
        }
    }
}

static gboolean
is_body_kind (SaysoNameKind kind)
{
  return kind == SAYSO_NAME_ORGANIZATION || kind == SAYSO_NAME_GROUP || kind == SAYSO_NAME_OTHER;
}

/*
 * How well the short form stands for the long one: 0 not at all; 2 a surname, an outlet's last word, or a body's name
 * without a word such as "Labs"; 1 the first words of a body's name. "Velar" is not the product "Velar Guard".
 */
static int
fits (const SaysoForm *shorter, const SaysoForm *longer)
{
  if (longer->whole != SAYSO_NONE || longer->n_words <= shorter->n_words)
    return 0;
  /* "the Herald", of the Saltmarsh Herald */
  if (longer->kind == SAYSO_NAME_OUTLET)
    return shorter->n_words == 1 && longer->first < shorter->first &&
                   g_str_equal (shorter->text, longer->words[longer->n_words - 1]) &&
                   (!shorter->settled || shorter->kind == SAYSO_NAME_OUTLET)
               ? 2
               : 0;
  if (longer->known != NULL)
    return 0;
  if (longer->kind == SAYSO_NAME_PERSON)
    return shorter->n_words == 1 && g_str_equal (shorter->text, longer->words[longer->n_words - 1]) &&
                   (!shorter->settled || shorter->kind == SAYSO_NAME_PERSON)
               ? 2
               : 0;
  if (!is_body_kind (longer->kind) || (shorter->settled && shorter->kind != longer->kind &&
                                       !(is_body_kind (shorter->kind) && is_body_kind (longer->kind))))
    return 0;
  for (guint i = 0; i < shorter->n_words; i++)
    if (!g_str_equal (shorter->words[i], longer->words[i]))
      return 0;
  for (guint i = shorter->n_words; i < longer->n_words; i++)
    if (!is_body_word (longer->words[i]))
      return longer->kind == SAYSO_NAME_OTHER || shorter->first < longer->first ? 0 : 1;

  return 2;
}

static void
remember (GHashTable *forms, const char *word, guint form)
{
  GArray *list = g_hash_table_lookup (forms, word);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (forms, g_strdup (word), list);
    }
  if (list->len < 64)
    g_array_append_val (list, form);
}

/* Surnames and the short names of bodies, where only one has them. */
static void
join_shorts (SaysoActors *self)
{
  g_autoptr (GHashTable) by_word =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->forms->len; i++)
    {
      const SaysoForm *form = sayso_actors_form (self, i);

      if (form->n_words < 2)
        continue;
      remember (by_word, form->words[0], i);
      if (g_strcmp0 (form->words[0], form->words[form->n_words - 1]) != 0)
        remember (by_word, form->words[form->n_words - 1], i);
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      const SaysoForm *form = sayso_actors_form (self, i);
      const GArray *list = form->known == NULL && form->n_words <= 3 && form->parent == i && form->whole == SAYSO_NONE
                               ? g_hash_table_lookup (by_word, form->words[0])
                               : NULL;
      guint best = SAYSO_NONE;
      int best_fit = 0;
      gboolean ambiguous = FALSE;

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          guint candidate = g_array_index (list, guint, k);
          int fit = candidate != i ? fits (form, sayso_actors_form (self, candidate)) : 0;

          if (fit > best_fit)
            {
              best = candidate;
              best_fit = fit;
              ambiguous = FALSE;
            }
          else if (fit > 0 && fit == best_fit && sayso_actors_root (self, candidate) != sayso_actors_root (self, best))
            ambiguous = TRUE;
        }
      if (best != SAYSO_NONE && !ambiguous)
        join (self, i, best, sayso_actors_form (self, best)->kind == SAYSO_NAME_PERSON ? "surname" : "short name");
    }
}

/* "Spokesman Jan Oduya", "Oslo Mayor Jan Oduya" beside "Jan Oduya": the longer holds the shorter at its end. */
static void
join_fuller (SaysoActors *self)
{
  g_autoptr (GHashTable) persons = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->forms->len; i++)
    {
      const SaysoForm *form = sayso_actors_form (self, i);

      if (form->kind == SAYSO_NAME_PERSON && form->n_words >= 2)
        g_hash_table_insert (persons, form->text, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      const SaysoForm *form = sayso_actors_form (self, i);
      const char *rest = form->text;

      if (form->kind != SAYSO_NAME_PERSON || form->n_words < 3 || form->parent != i)
        continue;
      while ((rest = strchr (rest, ' ')) != NULL && strchr (++rest, ' ') != NULL)
        {
          guint shorter = GPOINTER_TO_UINT (g_hash_table_lookup (persons, rest));

          if (shorter != 0)
            {
              join (self, i, shorter - 1, "fuller name");
              break;
            }
        }
    }
}

/* Brings the forms together; their kinds must have been weighed. */
void
sayso_actors_join (SaysoActors *self)
{
  sayso_actors_judge (self);
  find_branches (self);
  join_bracketed (self);
  join_called (self);
  join_initials (self);
  join_listed (self);
  join_fuller (self);
  join_shorts (self);
  sayso_actors_judge (self);
}
