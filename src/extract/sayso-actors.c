/* sayso-actors.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actor-private.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

static void
form_clear (SaysoForm *form)
{
  g_free (form->text);
  g_strfreev (form->words);
}

guint
sayso_actors_root (const SaysoActors *self, guint form)
{
  while (sayso_actors_form (self, form)->parent != form)
    form = sayso_actors_form (self, form)->parent;

  return form;
}

gboolean
sayso_actors_is_caps (const char *text)
{
  return g_utf8_strlen (text, -1) > 1 && strcspn (text, "abcdefghijklmnopqrstuvwxyz") == strlen (text);
}

/* What two writings of one form have in common: neither case nor an article before it tells names apart. */
static char *
make_key (const char *text)
{
  g_autofree char *key = g_utf8_casefold (text, -1);

  return g_strdup (g_str_has_prefix (key, "the ") ? key + 4 : key);
}

static guint
intern_form (SaysoActors *self, const char *text, const SaysoName *name)
{
  g_autofree char *straight = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *key = make_key (straight);
  gpointer value;
  SaysoForm form = { .parent = self->forms->len, .first = name->first, .whole = SAYSO_NONE, .actor = SAYSO_NONE };

  if (g_hash_table_lookup_extended (self->by_text, key, NULL, &value))
    {
      SaysoForm *old = sayso_actors_form (self, GPOINTER_TO_UINT (value));

      old->hints[name->kind]++;
      if (sayso_actors_is_caps (old->text) && !sayso_actors_is_caps (straight))
        {
          g_free (old->text);
          old->text = g_steal_pointer (&straight);
        }
      return GPOINTER_TO_UINT (value);
    }

  form.known = self->extractor->names != NULL ? sayso_name_list_find (self->extractor->names, straight) : NULL;
  if (form.known == NULL)
    form.known = sayso_gazetteer_find (straight);
  if (form.known != NULL && form.known->demonym)
    form.known = NULL;
  form.hints[name->kind] = 1;
  form.words = g_strsplit (straight, " ", -1);
  form.n_words = g_strv_length (form.words);
  form.text = g_steal_pointer (&straight);
  g_hash_table_insert (self->by_text, g_steal_pointer (&key), GUINT_TO_POINTER (self->forms->len));
  g_array_append_val (self->forms, form);

  return self->forms->len - 1;
}

static void
add_alias (SaysoExtractedActor *actor, const char *alias)
{
  if (g_strcmp0 (actor->name, alias) != 0 &&
      !g_ptr_array_find_with_equal_func (actor->aliases, alias, g_str_equal, NULL))
    g_ptr_array_add (actor->aliases, g_strdup (alias));
}

static void
rename_actor (SaysoExtractedActor *actor, const char *name)
{
  g_autofree char *old = g_steal_pointer (&actor->name);

  actor->name = g_strdup (name);
  add_alias (actor, old);
}

/* Actors from the joined forms, in the order in which the text first names them. */
static void
make_actors (SaysoActors *self)
{
  SaysoExtractor *extractor = self->extractor;

  for (guint i = 0; i < self->forms->len; i++)
    {
      SaysoForm *root = sayso_actors_form (self, sayso_actors_root (self, i)), *form = sayso_actors_form (self, i);
      SaysoExtractedActor *actor;

      if (root->actor == SAYSO_NONE)
        {
          root->actor = sayso_extractor_add_actor (extractor, form->text, root->kind, FALSE);
          sayso_extractor_actor (extractor, root->actor)->settled = root->settled;
        }
      form->actor = root->actor;
      actor = sayso_extractor_actor (extractor, root->actor);
      /* The fullest form is the name to show; of a place, the one the lists have. */
      if (form->known != NULL && form->known->kind == SAYSO_NAME_PLACE && actor->kind == SAYSO_NAME_PLACE)
        {
          if (g_strcmp0 (actor->name, form->known->name) != 0)
            rename_actor (actor, form->known->name);
        }
      else if (g_utf8_strlen (form->text, -1) > g_utf8_strlen (actor->name, -1) && actor->kind != SAYSO_NAME_PLACE)
        rename_actor (actor, form->text);
      add_alias (actor, form->text);
      if (form->known != NULL)
        add_alias (actor, form->known->name);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->names, SaysoName, i);
      const SaysoForm *form = sayso_actors_form (self, g_array_index (self->form_of, guint, i));

      sayso_extractor_add_mention (extractor, form->actor, (SaysoRun) { name->first, name->first + name->n_tokens - 1 },
                                   name->first, SAYSO_FORM_NAME, form->reason);
    }
}

/* SAYSO_DEBUG=extract tells what each form of a name is taken for, and why. */
static void
tell (const SaysoActors *self)
{
  if (!sayso_extract_is_telling ())
    return;
  for (guint i = 0; i < self->forms->len; i++)
    {
      const SaysoForm *form = sayso_actors_form (self, i);
      const SaysoForm *root = sayso_actors_form (self, sayso_actors_root (self, i));

      g_printerr ("extract: “%s” is %s%s", form->text, sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, root->kind),
                  root->settled ? "" : ", a guess");
      for (guint kind = 0; kind < SAYSO_N_NAME_KINDS; kind++)
        if (form->signs[kind] != 0 || form->hints[kind] != 0)
          g_printerr ("; %s: %d points, seen %d times", sayso_enum_to_nick (SAYSO_TYPE_NAME_KIND, kind),
                      form->signs[kind], form->hints[kind]);
      if (form != root)
        g_printerr ("; the same as “%s”: %s", root->text,
                    form->reason != NULL ? form->reason : "joined through another");
      g_printerr ("\n");
    }
}

static void
relate_branches (SaysoActors *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->names, SaysoName, i);
      const SaysoForm *form = sayso_actors_form (self, g_array_index (self->form_of, guint, i));
      SaysoRun run = { name->first, name->first + name->n_tokens - 1 };

      if (form->whole != SAYSO_NONE)
        sayso_extractor_relate (self->extractor, form->actor, "part-of", "part of",
                                sayso_actors_form (self, form->whole)->actor,
                                sayso_tree_span (&self->extractor->tree, run), SAYSO_NONE, SAYSO_NONE);
    }
}

/* Finds the actors that the text names, with their names brought together, and their products. */
void
sayso_extractor_find_actors (SaysoExtractor *self)
{
  SaysoActors actors = { .extractor = self };

  actors.names = g_array_copy (self->reading->names);
  actors.form_of = g_array_new (FALSE, FALSE, sizeof (guint));
  actors.forms = g_array_new (FALSE, FALSE, sizeof (SaysoForm));
  g_array_set_clear_func (actors.forms, (GDestroyNotify) form_clear);
  actors.by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  sayso_actors_clean_names (&actors);
  for (guint i = 0; i < actors.names->len; i++)
    {
      const SaysoName *name = &g_array_index (actors.names, SaysoName, i);
      g_autofree char *text = sayso_actors_name_text (&actors, name->first, name->n_tokens);
      guint form = intern_form (&actors, text, name);

      g_array_append_val (actors.form_of, form);
    }
  sayso_actors_weigh_kinds (&actors);
  sayso_actors_join (&actors);
  tell (&actors);
  make_actors (&actors);
  relate_branches (&actors);
  self->n_names = self->extraction->mentions->len;
  sayso_extractor_describe_names (self);
  sayso_extractor_find_products (self);

  g_array_unref (actors.names);
  g_array_unref (actors.form_of);
  g_array_unref (actors.forms);
  g_hash_table_unref (actors.by_text);
}
