/* sayso-actors.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gazetteer.h"
#include "sayso-extractor-private.h"

/* One way in which the text writes a name. Forms of one actor are joined by their parent. */
typedef struct
{
  char *text;
  char **words;
  guint n_words;
  guint n_mentions;
  SaysoNameKind kind;
  const SaysoKnownName *known;
  guint parent;
  guint whole; /* the form of what this is a branch of, or SAYSO_NONE */
  guint actor;
} Form;

typedef struct
{
  SaysoExtractor *extractor;
  GArray *names;   /* SaysoName, as this layer sees them */
  GArray *form_of; /* the form of each name */
  GArray *forms;
  GHashTable *by_text;
} Actors;

static void
form_clear (Form *form)
{
  g_free (form->text);
  g_strfreev (form->words);
}

static Form *
get_form (const Actors *self, guint i)
{
  return &g_array_index (self->forms, Form, i);
}

static guint
root_of (const Actors *self, guint form)
{
  while (get_form (self, form)->parent != form)
    form = get_form (self, form)->parent;

  return form;
}

static void
join (const Actors *self, guint form, guint into)
{
  get_form (self, root_of (self, form))->parent = root_of (self, into);
}

static gboolean
is_caps (const char *text)
{
  return g_utf8_strlen (text, -1) > 1 && strcspn (text, "abcdefghijklmnopqrstuvwxyz") == strlen (text);
}

static guint
intern_form (Actors *self, const char *text, SaysoNameKind kind)
{
  g_autofree char *straight = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *key = g_utf8_casefold (straight, -1);
  gpointer value;
  Form form = { .kind = kind, .n_mentions = 1, .parent = self->forms->len };

  if (g_hash_table_lookup_extended (self->by_text, key, NULL, &value))
    {
      Form *old = get_form (self, GPOINTER_TO_UINT (value));

      old->n_mentions++;
      if (old->kind == SAYSO_NAME_OTHER)
        old->kind = kind;
      if (is_caps (old->text) && !is_caps (straight))
        {
          g_free (old->text);
          old->text = g_steal_pointer (&straight);
        }
      return GPOINTER_TO_UINT (value);
    }

  form.known = sayso_gazetteer_find (straight);
  if (form.known != NULL && form.known->demonym)
    form.known = NULL;
  form.words = g_strsplit (straight, " ", -1);
  form.n_words = g_strv_length (form.words);
  form.text = g_steal_pointer (&straight);
  g_hash_table_insert (self->by_text, g_steal_pointer (&key), GUINT_TO_POINTER (self->forms->len));
  g_array_append_val (self->forms, form);

  return self->forms->len - 1;
}

static char *
name_text (const Actors *self, guint first, guint n)
{
  g_autofree char *text = sayso_extractor_text (self->extractor, (SaysoRun) { first, first + n - 1 }, 400);
  g_autoptr (GString) straight = g_string_new (text);

  g_string_replace (straight, "’", "'", 0);

  return g_string_free (g_steal_pointer (&straight), FALSE);
}

/* "Velar AV software": a name that the text also knows without its last word is the maker's, not the thing's. */
static void
trim_names (Actors *self)
{
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->names, SaysoName, i);

      g_hash_table_add (whole, name_text (self, name->first, name->n_tokens));
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      SaysoName *name = &g_array_index (self->names, SaysoName, i);
      guint next = name->first + name->n_tokens;
      g_autofree char *shorter = NULL;

      if (name->n_tokens < 2 || next >= self->extractor->reading->tokens->len ||
          self->extractor->tree.sentence[next] != self->extractor->tree.sentence[next - 1] ||
          !sayso_extractor_noun_is (self->extractor, next, "product"))
        continue;
      shorter = name_text (self, name->first, name->n_tokens - 1);
      if (g_hash_table_contains (whole, shorter))
        name->n_tokens--;
    }
}

/* Unknown acronyms that only ever qualify a common noun ("AV software") name nobody. */
static void
drop_qualifiers (Actors *self)
{
  g_autoptr (GHashTable) free_standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (SaysoName));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->names->len; i++)
      {
        const SaysoName *name = &g_array_index (self->names, SaysoName, i);
        g_autofree char *text = name_text (self, name->first, name->n_tokens);
        const SaysoToken *token = sayso_extractor_token (self->extractor, name->first);
        gboolean doubtful = name->n_tokens == 1 && is_caps (text) && sayso_gazetteer_find (text) == NULL;

        if (pass == 0 && doubtful &&
            !(sayso_tree_deprel_is (&self->extractor->tree, name->first, "compound amod") &&
              token->head > (int) name->first &&
              sayso_extractor_token (self->extractor, token->head)->upos == SAYSO_UPOS_NOUN))
          g_hash_table_add (free_standing, g_steal_pointer (&text));
        else if (pass == 1 && (!doubtful || g_hash_table_contains (free_standing, text)))
          g_array_append_val (kept, *name);
      }
  g_array_unref (self->names);
  self->names = g_steal_pointer (&kept);
}

/* Whether the acronym's letters are the initials of the name's words, small words counting or not. */
static gboolean
is_acronym_of (const char *acronym, const Form *form)
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
forget (const Actors *self, guint acronym, guint form)
{
  const SaysoKnownName *known = get_form (self, form)->known;

  if (known == NULL || get_form (self, acronym)->known == NULL ||
      g_strcmp0 (known->name, get_form (self, acronym)->known->name) != 0)
    get_form (self, acronym)->known = NULL;
}

/* "National Roads Agency (NRA)", "NRA (National Roads Agency)". */
static void
join_acronyms (Actors *self)
{
  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      const SaysoName *left = &g_array_index (self->names, SaysoName, i);
      const SaysoName *right = &g_array_index (self->names, SaysoName, i + 1);
      guint open = left->first + left->n_tokens, a = g_array_index (self->form_of, guint, i);
      guint b = g_array_index (self->form_of, guint, i + 1);

      if (right->first != open + 1 || !sayso_tree_is_mark (&self->extractor->tree, open, "("))
        continue;
      if (get_form (self, b)->n_words == 1 && is_acronym_of (get_form (self, b)->text, get_form (self, a)))
        {
          join (self, b, a);
          forget (self, b, a);
        }
      else if (get_form (self, a)->n_words == 1 && is_acronym_of (get_form (self, a)->text, get_form (self, b)))
        {
          join (self, a, b);
          forget (self, a, b);
        }
    }
}

static void
remember (GHashTable *words, const char *word, guint form)
{
  gpointer value;

  /* 0: more than one has it. */
  if (g_hash_table_lookup_extended (words, word, NULL, &value))
    {
      if (GPOINTER_TO_UINT (value) != form + 1)
        g_hash_table_insert (words, g_strdup (word), GUINT_TO_POINTER (0));
    }
  else
    g_hash_table_insert (words, g_strdup (word), GUINT_TO_POINTER (form + 1));
}

/* Forms of one name in the lists; then surnames and the short names of organisations, where only one has them. */
static void
join_forms (Actors *self)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->forms->len; i++)
    {
      Form *form = get_form (self, i);
      gpointer value;

      if (form->known == NULL)
        continue;
      if (g_hash_table_lookup_extended (listed, form->known->name, NULL, &value))
        join (self, i, GPOINTER_TO_UINT (value));
      else
        g_hash_table_insert (listed, (gpointer) form->known->name, GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < self->forms->len; i++)
    {
      const Form *form = get_form (self, i);

      if (form->n_words < 2 || form->known != NULL || form->whole != SAYSO_NONE)
        continue;
      if (form->kind == SAYSO_NAME_PERSON)
        remember (shorts, form->words[form->n_words - 1], root_of (self, i));
      else if (form->kind == SAYSO_NAME_ORGANIZATION || form->kind == SAYSO_NAME_OTHER ||
               form->kind == SAYSO_NAME_GROUP)
        for (guint n = 1; n < form->n_words && n <= 3; n++)
          {
            char *rest = form->words[n];
            g_autofree char *head = NULL;

            form->words[n] = NULL;
            head = g_strjoinv (" ", form->words);
            form->words[n] = rest;
            remember (shorts, head, root_of (self, i));
          }
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      Form *form = get_form (self, i);
      guint target;

      if (form->known != NULL || form->n_words > 3)
        continue;
      target = GPOINTER_TO_UINT (g_hash_table_lookup (shorts, form->text));
      if (target == 0 || root_of (self, target - 1) == root_of (self, i))
        continue;
      join (self, i, target - 1);
    }
}

static void
add_alias (SaysoExtractedActor *actor, const char *alias)
{
  if (g_strcmp0 (actor->name, alias) != 0 &&
      !g_ptr_array_find_with_equal_func (actor->aliases, alias, g_str_equal, NULL))
    g_ptr_array_add (actor->aliases, g_strdup (alias));
}

/* "Velar Labs Norway" beside "Velar Labs": a branch of it, and no person. */
static void
find_branches (Actors *self)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      Form *form = get_form (self, i);
      g_autofree char *whole = NULL, *key = NULL;
      const SaysoKnownName *place;
      gpointer value;

      form->whole = SAYSO_NONE;
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
          form->kind = get_form (self, form->whole)->kind;
        }
    }
}

static void
relate_branches (Actors *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->names, SaysoName, i);
      const Form *form = get_form (self, g_array_index (self->form_of, guint, i));
      SaysoRun run = { name->first, name->first + name->n_tokens - 1 };

      if (form->whole != SAYSO_NONE)
        sayso_extractor_relate (self->extractor, form->actor, "part-of", "part of", get_form (self, form->whole)->actor,
                                sayso_tree_span (&self->extractor->tree, run), SAYSO_NONE, SAYSO_NONE);
    }
}

/* Actors from the joined forms, in the order in which the text first names them. */
static void
make_actors (Actors *self)
{
  SaysoExtractor *extractor = self->extractor;

  for (guint i = 0; i < self->forms->len; i++)
    {
      Form *root = get_form (self, root_of (self, i)), *form = get_form (self, i);

      if (form->kind != SAYSO_NAME_OTHER && (root->kind == SAYSO_NAME_OTHER))
        root->kind = form->kind;
      if (form->known != NULL)
        root->kind = form->known->kind;
      form->actor = SAYSO_NONE;
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      Form *root = get_form (self, root_of (self, i)), *form = get_form (self, i);
      SaysoExtractedActor *actor;

      if (root->actor == SAYSO_NONE)
        root->actor = sayso_extractor_add_actor (extractor, form->text, root->kind, FALSE);
      form->actor = root->actor;
      actor = sayso_extractor_actor (extractor, root->actor);
      /* The fullest form is the name to show; of a place, the one the lists have. */
      if (form->known != NULL && form->known->kind == SAYSO_NAME_PLACE &&
          g_strcmp0 (actor->name, form->known->name) != 0)
        {
          g_autofree char *old = g_steal_pointer (&actor->name);

          actor->name = g_strdup (form->known->name);
          add_alias (actor, old);
        }
      else if (g_utf8_strlen (form->text, -1) > g_utf8_strlen (actor->name, -1) && actor->kind != SAYSO_NAME_PLACE)
        {
          g_autofree char *old = g_steal_pointer (&actor->name);

          actor->name = g_strdup (form->text);
          add_alias (actor, old);
        }
      add_alias (actor, form->text);
      if (form->known != NULL)
        add_alias (actor, form->known->name);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->names, SaysoName, i);
      const Form *form = get_form (self, g_array_index (self->form_of, guint, i));

      sayso_extractor_add_mention (extractor, form->actor, (SaysoRun) { name->first, name->first + name->n_tokens - 1 },
                                   name->first, SAYSO_FORM_NAME);
    }
}

/* A thing with a maker's name before it ("Velar's backup software", "Velar software") is an actor beside its maker. */
static void
find_products (SaysoExtractor *self)
{
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      guint owner = SAYSO_NONE, actor;
      SaysoRun phrase;
      g_autofree char *key = NULL, *name = NULL;
      gpointer value;

      if (self->mention[i] != SAYSO_NONE || !sayso_extractor_noun_is (self, i, "product"))
        continue;
      for (int child = self->tree.first_child[i]; child >= 0 && child < (int) i && owner == SAYSO_NONE;
           child = self->tree.next_sibling[child])
        if (self->mention[child] != SAYSO_NONE && sayso_tree_deprel_is (&self->tree, child, "compound nmod:poss nmod"))
          owner = g_array_index (self->extraction->mentions, SaysoExtractedMention, self->mention[child]).actor;
      if (owner == SAYSO_NONE || (sayso_extractor_actor (self, owner)->kind != SAYSO_NAME_ORGANIZATION &&
                                  sayso_extractor_actor (self, owner)->kind != SAYSO_NAME_OTHER &&
                                  sayso_extractor_actor (self, owner)->kind != SAYSO_NAME_GROUP))
        continue;

      phrase = sayso_tree_phrase (&self->tree, i);
      key = g_strdup_printf ("product %u %s", owner, sayso_extractor_token (self, i)->lemma);
      if (g_hash_table_lookup_extended (self->actors_by_key, key, NULL, &value))
        actor = GPOINTER_TO_UINT (value);
      else
        {
          name = g_strdup_printf ("%s %s", sayso_extractor_actor (self, owner)->name,
                                  sayso_extractor_token (self, i)->lemma);
          actor = sayso_extractor_add_actor (self, name, SAYSO_NAME_PRODUCT, FALSE);
          g_hash_table_insert (self->actors_by_key, g_steal_pointer (&key), GUINT_TO_POINTER (actor));
        }
      g_free (name);
      name = sayso_extractor_text (self, (SaysoRun) { phrase.first, i }, 160);
      add_alias (sayso_extractor_actor (self, actor), name);
      sayso_extractor_add_mention (self, actor, (SaysoRun) { phrase.first, i }, i, SAYSO_FORM_NOMINAL);
      sayso_extractor_relate (self, actor, "product-of", "product of", owner,
                              sayso_tree_span (&self->tree, (SaysoRun) { phrase.first, i }), SAYSO_NONE, SAYSO_NONE);
    }
}

/* Finds the actors that the text names, with their names brought together, and their products. */
void
sayso_extractor_find_actors (SaysoExtractor *self)
{
  Actors actors = { .extractor = self };

  actors.names = g_array_copy (self->reading->names);
  actors.form_of = g_array_new (FALSE, FALSE, sizeof (guint));
  actors.forms = g_array_new (FALSE, FALSE, sizeof (Form));
  g_array_set_clear_func (actors.forms, (GDestroyNotify) form_clear);
  actors.by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  trim_names (&actors);
  drop_qualifiers (&actors);
  for (guint i = 0; i < actors.names->len; i++)
    {
      const SaysoName *name = &g_array_index (actors.names, SaysoName, i);
      g_autofree char *text = name_text (&actors, name->first, name->n_tokens);
      guint form = intern_form (&actors, text, name->kind);

      g_array_append_val (actors.form_of, form);
    }
  join_acronyms (&actors);
  find_branches (&actors);
  join_forms (&actors);
  make_actors (&actors);
  relate_branches (&actors);
  self->n_names = self->extraction->mentions->len;
  find_products (self);

  g_array_unref (actors.names);
  g_array_unref (actors.form_of);
  g_array_unref (actors.forms);
  g_hash_table_unref (actors.by_text);
}
