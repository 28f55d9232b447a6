/* sayso-actor-kinds.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actor-private.h"

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

/*
 * What a name is. The reader guesses each time anew; here the whole article is heard: what the lists, the words of the
 * name, its appositions and the words around it say, in points.
 */

/* So many points settle a kind. */
#define SETTLED 4
#define LIST 40

/* Points for a kind that a table names, or for none. */
static void
add_sign (SaysoForm *form, const char *kind, int points)
{
  int value;

  /* What "officials" or "the government" belong to: a state where it is one word, else a service. */
  if (g_str_equal (kind, "state"))
    kind = form->n_words == 1 && !sayso_actors_is_caps (form->text) ? "place" : "agency";
  if (sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, kind, &value))
    form->signs[value] += points;
}

/* The noun that a name is called by: what kind-signs.tsv says of it, else the kind of nominals.tsv. */
static void
add_called (const SaysoActors *self, SaysoForm *form, int noun, const char *kind, int more)
{
  const SaysoTable *signs = sayso_extract_get_table ("kind-signs.tsv");
  const char *lemma = sayso_extractor_token (self->extractor, noun)->lemma;
  guint row;

  if (lemma != NULL && sayso_table_find (signs, lemma, &row))
    for (; row < sayso_table_get_n_rows (signs) && g_str_equal (sayso_table_get (signs, row, 0), lemma); row++)
      if (g_str_equal (sayso_table_get (signs, row, 1), "is"))
        {
          add_sign (form, sayso_table_get (signs, row, 2), atoi (sayso_table_get (signs, row, 3)) + more);
          return;
        }
  add_sign (form, kind, 5 + more);
}

/* The kind of somebody or something that a common noun speaks of, or %NULL. */
static const char *
get_noun_kind (const SaysoActors *self, int token)
{
  const char *kind;

  if (token < 0 || sayso_extractor_token (self->extractor, token)->upos != SAYSO_UPOS_NOUN)
    return NULL;
  kind = sayso_extractor_noun_kind (self->extractor, token);

  return kind == NULL || *kind == '\0' || g_str_equal (kind, "document") ? NULL : kind;
}

/* The token of a name that leans on a word outside it. */
static guint
head_of_name (const SaysoActors *self, const SaysoName *name)
{
  for (guint i = name->first; i < name->first + name->n_tokens; i++)
    {
      int head = sayso_extractor_token (self->extractor, i)->head;

      if ((head < (int) name->first || head >= (int) (name->first + name->n_tokens)) &&
          sayso_extractor_token (self->extractor, i)->upos != SAYSO_UPOS_PUNCT)
        return i;
    }

  return name->first;
}

static gboolean
same_sentence (const SaysoActors *self, guint a, guint b)
{
  return b < self->extractor->reading->tokens->len &&
         self->extractor->tree.sentence[a] == self->extractor->tree.sentence[b];
}

/* "Velar, a privately held company", "an anti-virus program, Velar Guard,": by commas, whatever the tree makes of them.
 */
int
sayso_actors_find_apposed_noun (const SaysoActors *self, const SaysoName *name)
{
  const SaysoTree *tree = &self->extractor->tree;
  guint after = name->first + name->n_tokens;

  if (same_sentence (self, name->first, after + 1) && sayso_tree_is_mark (tree, after, ",") &&
      sayso_tree_lemma_in (tree, after + 1, "a an the"))
    for (guint i = after + 2; i < after + 10 && same_sentence (self, name->first, i) &&
                              sayso_extractor_token (self->extractor, i)->upos != SAYSO_UPOS_ADP;
         i++)
      if (sayso_extractor_token (self->extractor, i)->upos == SAYSO_UPOS_NOUN &&
          (int) (after + 1) == sayso_tree_child (tree, i, "det"))
        return i;
  if (name->first >= 3 && same_sentence (self, name->first, name->first - 3) &&
      sayso_tree_is_mark (tree, name->first - 1, ",") &&
      (!same_sentence (self, name->first, after) || sayso_tree_is_mark (tree, after, ",.;:)")))
    {
      int det = sayso_tree_child (tree, name->first - 2, "det");

      if (det >= 0 && sayso_tree_lemma_in (tree, det, "a an another"))
        return name->first - 2;
    }

  return -1;
}

/* What the tree says that it is: "Velar is a company", "the trojan Velar", "a group that it calls Velar". */
static void
weigh_naming (const SaysoActors *self, SaysoForm *form, guint head)
{
  const SaysoTree *tree = &self->extractor->tree;
  int above = sayso_extractor_token (self->extractor, head)->head;
  const char *kind;

  for (int child = tree->first_child[head]; child >= 0; child = tree->next_sibling[child])
    if (sayso_tree_deprel_is (tree, child, child > (int) head ? "appos" : "nmod:desc") &&
        (kind = get_noun_kind (self, child)) != NULL)
      add_called (self, form, child, kind, 0);
  if (above < 0)
    return;
  if (above < (int) head && sayso_tree_deprel_is (tree, head, "appos flat nmod:desc") &&
      (kind = get_noun_kind (self, above)) != NULL)
    add_called (self, form, above, kind, 0);
  if (sayso_tree_deprel_is (tree, head, "nsubj") && sayso_tree_child (tree, above, "cop") >= 0 &&
      sayso_tree_child_word (tree, above, "det", "a an") >= 0 && (kind = get_noun_kind (self, above)) != NULL)
    add_called (self, form, above, kind, 0);
  if (sayso_tree_deprel_is (tree, head, "obj xcomp obl") &&
      sayso_tree_lemma_in (tree, above, "call name dub nickname track know codename") &&
      sayso_tree_deprel_is (tree, above, "acl acl:relcl") &&
      (kind = get_noun_kind (self, sayso_extractor_token (self->extractor, above)->head)) != NULL)
    add_called (self, form, sayso_extractor_token (self->extractor, above)->head, kind, 3);
}

static void
weigh_word (const SaysoActors *self, SaysoForm *form, guint word, const char *how)
{
  const SaysoTable *signs = sayso_extract_get_table ("kind-signs.tsv");
  const char *lemma = sayso_extractor_token (self->extractor, word)->lemma;
  guint row;

  if (lemma == NULL || !sayso_table_find (signs, lemma, &row))
    return;
  for (; row < sayso_table_get_n_rows (signs) && g_str_equal (sayso_table_get (signs, row, 0), lemma); row++)
    if (sayso_table_cell_has (sayso_table_get (signs, row, 1), how))
      add_sign (form, sayso_table_get (signs, row, 2), atoi (sayso_table_get (signs, row, 3)));
}

/* What it has, does and is done to: "Velar's customers", "the Lantern team", "Velar hired". */
static void
weigh_surroundings (const SaysoActors *self, SaysoForm *form, const SaysoName *name, guint head)
{
  const SaysoTree *tree = &self->extractor->tree;
  int above = sayso_extractor_token (self->extractor, head)->head;

  if (above > (int) head && sayso_tree_deprel_is (tree, head, "nmod:poss"))
    weigh_word (self, form, above, "own");
  else if (above > (int) head && sayso_tree_deprel_is (tree, head, "compound amod nmod") &&
           (sayso_extractor_token (self->extractor, above)->upos == SAYSO_UPOS_NOUN ||
            self->extractor->mention[above] == SAYSO_NONE))
    weigh_word (self, form, above, "before");
  else if (above >= 0 && sayso_tree_deprel_is (tree, head, "nsubj obl:agent"))
    weigh_word (self, form, above, "does");
  /* "employees of Velar" are Velar's. */
  else if (above >= 0 && above < (int) head && sayso_tree_deprel_is (tree, head, "nmod") &&
           sayso_tree_child_word (tree, head, "case", "of") >= 0)
    weigh_word (self, form, above, "own");
  /* What happens "in" it happens to nobody. */
  if (above >= 0 && form->n_words == 1 && sayso_tree_deprel_is (tree, head, "obl nmod") &&
      sayso_tree_child_word (tree, head, "case", "in near") >= 0 && name->n_tokens == 1)
    add_sign (form, "person", -3);
  /* "the Maid of Orrin" is no maid, nor is the Standard anybody. */
  if (name->first > 0 && same_sentence (self, name->first, name->first - 1) &&
      sayso_tree_lemma_in (tree, name->first - 1, "the") &&
      sayso_extractor_token (self->extractor, name->first - 1)->upos == SAYSO_UPOS_DET &&
      sayso_extractor_token (self->extractor, name->first - 1)->head == (int) head)
    add_sign (form, "person", -4);
  for (int child = tree->first_child[head]; child >= 0; child = tree->next_sibling[child])
    if (child > (int) head && sayso_tree_deprel_is (tree, child, "acl:relcl") && child < (int) head + 12)
      {
        if (sayso_tree_child_word (tree, child, "nsubj nsubj:pass", "who") >= 0)
          add_sign (form, "person", 4);
        else if (sayso_tree_child_word (tree, child, "nsubj nsubj:pass", "which") >= 0)
          add_sign (form, "person", -4);
      }
  if (name->first > 0 && same_sentence (self, name->first, name->first - 1))
    {
      const SaysoToken *before = sayso_extractor_token (self->extractor, name->first - 1);
      g_autofree char *word =
          sayso_extractor_text (self->extractor, (SaysoRun) { name->first - 1, name->first - 1 }, 24);
      g_autofree char *lower = g_utf8_strdown (word, -1);

      if (((before->head >= (int) name->first && before->head < (int) (name->first + name->n_tokens)) ||
           above == (int) name->first - 1) &&
          (before->upos == SAYSO_UPOS_NOUN || before->upos == SAYSO_UPOS_PROPN) &&
          sayso_table_find (sayso_extract_get_table ("titles.tsv"), lower, NULL))
        add_sign (form, "person", 5);
    }
}

/* What its own words say: "Velar Agency", "Jan Velar". */
static void
weigh_own_words (SaysoForm *form)
{
  const SaysoTable *heads = sayso_extract_get_table ("name-heads.tsv");
  guint last = form->n_words - 1, row;

  if (form->n_words < 2)
    return;
  if (strstr (form->text, " & ") != NULL)
    add_sign (form, "organization", 5);
  for (guint i = 1; i < form->n_words; i++)
    if (g_str_equal (form->words[i], "of") || g_str_equal (form->words[i], "for"))
      {
        last = i - 1;
        break;
      }
  if (last == form->n_words - 1 && g_ascii_isdigit (form->words[last][0]))
    last--;
  {
    g_autofree char *head = g_utf8_strdown (form->words[last], -1);

    if (sayso_table_find (heads, head, &row))
      add_sign (form, sayso_table_get (heads, row, 1), 5);
    else if (form->n_words <= 4 && sayso_table_find (sayso_extract_get_table ("given-names.tsv"), form->words[0], NULL))
      add_sign (form, "person", form->n_words == 2 || strchr (form->words[1], '.') != NULL ? 5 : 1);
  }
}

/* "The Orva Courier" is "the Courier" in its own pages. */
static gboolean
is_publisher (const SaysoForm *form, const char *publisher)
{
  gsize length = strlen (publisher), own = strlen (form->text);

  return own <= length && g_ascii_strcasecmp (publisher + length - own, form->text) == 0 &&
         (own == length || publisher[length - own - 1] == ' ');
}

static void
weigh_metadata (const SaysoActors *self, SaysoForm *form)
{
  const SaysoMetadata *metadata = self->extractor->metadata;

  if (metadata == NULL)
    return;
  if (metadata->publisher != NULL && is_publisher (form, metadata->publisher))
    add_sign (form, "outlet", LIST);
  if (metadata->byline != NULL && g_strv_contains ((const char *const *) metadata->byline, form->text))
    add_sign (form, "person", LIST);
}

/* Counts what speaks for each kind of each form. */
void
sayso_actors_weigh_kinds (SaysoActors *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const SaysoName *name = &g_array_index (self->names, SaysoName, i);
      SaysoForm *form = sayso_actors_form (self, g_array_index (self->form_of, guint, i));
      guint head = head_of_name (self, name);
      int apposed;

      if (form->known != NULL)
        continue;
      apposed = sayso_actors_find_apposed_noun (self, name);
      if (apposed >= 0 && get_noun_kind (self, apposed) != NULL)
        add_called (self, form, apposed, get_noun_kind (self, apposed), 0);
      weigh_naming (self, form, head);
      weigh_surroundings (self, form, name, head);
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      SaysoForm *form = sayso_actors_form (self, i);

      if (form->known != NULL)
        {
          form->signs[form->known->kind] += LIST;
          continue;
        }
      weigh_own_words (form);
      weigh_metadata (self, form);
    }
}

/* The kind for which most speaks, of each form by itself or of all that are joined. */
void
sayso_actors_judge (SaysoActors *self)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      SaysoForm *form = sayso_actors_form (self, i);
      int best = G_MININT;

      if (form->whole != SAYSO_NONE)
        continue;
      for (guint kind = 0; kind < SAYSO_N_NAME_KINDS; kind++)
        {
          /* A guess that is made often weighs more, but never what three signs do. */
          int points = form->signs[kind] * 2 + MIN (form->hints[kind], 3);

          if (points > best)
            {
              best = points;
              form->kind = kind;
              form->settled = form->signs[kind] >= SETTLED;
            }
        }
    }
}
