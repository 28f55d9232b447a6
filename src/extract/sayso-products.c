/* sayso-products.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-actor-private.h"

#include "sayso-event-frame.h"

/* A thing that somebody makes or sells is an actor beside its maker, and two things of one maker are two. */

typedef struct
{
  guint owner;
  guint actor;
  char *head;
  GPtrArray *words; /* those that tell it from other products, in lower case */
} Product;

static void
product_clear (Product *product)
{
  g_free (product->head);
  g_ptr_array_unref (product->words);
}

static const char *
get_part (const char *word, const char **other)
{
  const SaysoTable *table = sayso_extract_get_table ("product-words.tsv");
  guint row;

  if (!sayso_table_find (table, word, &row))
    return "";
  *other = sayso_table_get (table, row, 2);

  return sayso_table_get (table, row, 1);
}

static gboolean
is_any_head (const char *head)
{
  const char *other;

  return g_str_equal (get_part (head, &other), "head");
}

/* "Its ferry" is a ferry, and no product of its own. */
static gboolean
is_vehicle (const SaysoExtractor *self, guint noun)
{
  const char *lemma = sayso_extractor_token (self, noun)->lemma, *other;

  return lemma != NULL && g_str_equal (get_part (lemma, &other), "vehicle");
}

static gboolean
share_word (const Product *a, const Product *b)
{
  for (guint i = 0; i < a->words->len; i++)
    if (g_ptr_array_find_with_equal_func (b->words, g_ptr_array_index (a->words, i), g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

static gboolean
is_same (const Product *a, const Product *b)
{
  if (a->owner != b->owner || !(g_str_equal (a->head, b->head) || (is_any_head (a->head) && is_any_head (b->head))))
    return FALSE;

  return a->words->len == 0 || b->words->len == 0 || share_word (a, b);
}

/* Who makes, has or sells it: by "Velar's", "Velar", or as what sells, offers or lends the thing. */
static guint
find_maker (SaysoExtractor *self, guint noun)
{
  const SaysoToken *token = sayso_extractor_token (self, noun);
  guint maker = SAYSO_NONE;
  SaysoSpan span;

  for (int child = self->tree.first_child[noun]; child >= 0 && child < (int) noun && maker == SAYSO_NONE;
       child = self->tree.next_sibling[child])
    if (self->mention[child] != SAYSO_NONE && sayso_tree_deprel_is (&self->tree, child, "compound nmod:poss nmod"))
      maker = sayso_extractor_mention_at (self, child)->actor;
    else if (sayso_tree_deprel_is (&self->tree, child, "nmod:poss") &&
             sayso_extractor_token (self, child)->upos == SAYSO_UPOS_PRON)
      {
        maker = sayso_extractor_actor_of (self, child, &span);
        if (maker != SAYSO_NONE && sayso_extractor_actor (self, maker)->unnamed)
          {
            guint row = self->mention[child];
            SaysoRun run =
                sayso_extractor_run (self, g_array_index (self->extraction->mentions, SaysoExtractedMention, row).span);

            maker = sayso_extractor_body_of (self, run.last);
          }
      }
  if (maker == SAYSO_NONE && token->head >= 0)
    {
      gboolean sold = sayso_tree_deprel_is (&self->tree, noun, "obj") &&
                      sayso_tree_lemma_in (&self->tree, token->head,
                                           "sell offer release launch develop make market publish build design");
      gboolean lent = sayso_tree_deprel_is (&self->tree, noun, "obl") &&
                      sayso_tree_child_word (&self->tree, noun, "case", "with") >= 0 &&
                      sayso_tree_lemma_in (&self->tree, token->head, "assist provide supply equip help");
      SaysoFrame frame;

      if ((sold || lent) && sayso_frame_read (self, token->head, &frame) && frame.agent >= 0 &&
          sayso_extractor_mention_at (self, frame.agent) != NULL)
        maker = sayso_extractor_mention_at (self, frame.agent)->actor;
    }

  return maker;
}

static gboolean
can_make (const SaysoExtractor *self, guint actor)
{
  SaysoNameKind kind = sayso_extractor_actor (self, actor)->kind;

  return !sayso_extractor_actor (self, actor)->unnamed &&
         (kind == SAYSO_NAME_ORGANIZATION || kind == SAYSO_NAME_OTHER || kind == SAYSO_NAME_GROUP);
}

/* What the words before the noun say of which product it is; @first is set to where the phrase begins. */
static void
read_words (const SaysoExtractor *self, guint noun, Product *product, guint *first)
{
  SaysoRun phrase = sayso_tree_phrase (&self->tree, noun);

  *first = phrase.first;
  product->head = g_strdup (sayso_extractor_token (self, noun)->lemma);
  product->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = phrase.first; i < noun; i++)
    {
      const SaysoToken *token = sayso_extractor_token (self, i);
      g_autofree char *text = NULL, *lower = NULL;
      const char *other = NULL, *part;

      if (self->mention[i] != SAYSO_NONE ||
          (token->upos != SAYSO_UPOS_NOUN && token->upos != SAYSO_UPOS_ADJ && token->upos != SAYSO_UPOS_PROPN))
        continue;
      text = sayso_extractor_text (self, (SaysoRun) { i, i }, 40);
      lower = g_utf8_strdown (text, -1);
      part = get_part (lower, &other);
      if (g_str_equal (part, "plain") || g_str_equal (part, "head"))
        continue;
      g_ptr_array_add (product->words, g_strdup (g_str_equal (part, "same") ? other : lower));
    }
}

static void
add_alias (SaysoExtractedActor *actor, const char *alias)
{
  if (g_strcmp0 (actor->name, alias) != 0 &&
      !g_ptr_array_find_with_equal_func (actor->aliases, alias, g_str_equal, NULL))
    g_ptr_array_add (actor->aliases, g_strdup (alias));
}

static void
add_product (SaysoExtractor *self, GArray *products, guint noun, guint maker)
{
  Product product = { .owner = maker, .actor = SAYSO_NONE };
  g_autofree char *text = NULL, *plain = NULL;
  Product *same = NULL;
  guint first, n_of_maker = 0;

  read_words (self, noun, &product, &first);
  for (guint i = 0; i < products->len; i++)
    {
      Product *old = &g_array_index (products, Product, i);

      n_of_maker += old->owner == maker;
      if (same == NULL && is_same (&product, old))
        same = old;
    }
  /* "Their product": which, only where there is but one. */
  if (same == NULL && product.words->len == 0 && g_str_equal (product.head, "product"))
    {
      product_clear (&product);
      return;
    }
  plain = g_strdup_printf ("%s %s", sayso_extractor_actor (self, maker)->name, product.head);
  if (same != NULL)
    product.actor = same->actor;
  else
    {
      g_autoptr (GString) name = g_string_new (sayso_extractor_actor (self, maker)->name);

      for (guint i = 0; i < product.words->len; i++)
        g_string_append_printf (name, " %s", (char *) g_ptr_array_index (product.words, i));
      g_string_append_printf (name, " %s", product.head);
      product.actor = sayso_extractor_add_actor (self, name->str, SAYSO_NAME_PRODUCT, FALSE);
      sayso_extractor_actor (self, product.actor)->settled = TRUE;
    }
  text = sayso_extractor_text (self, (SaysoRun) { first, noun }, 160);
  add_alias (sayso_extractor_actor (self, product.actor), text);
  if (n_of_maker == 0)
    add_alias (sayso_extractor_actor (self, product.actor), plain);
  sayso_extractor_add_mention (self, product.actor, (SaysoRun) { first, noun }, noun, SAYSO_FORM_NOMINAL,
                               "maker's name");
  sayso_extractor_relate (self, product.actor, "product-of", "product of", maker,
                          sayso_tree_span (&self->tree, (SaysoRun) { first, noun }), SAYSO_NONE, SAYSO_NONE);
  if (same == NULL)
    {
      g_array_append_val (products, product);
      return;
    }
  /* What "Velar's software" is, its next name may tell. */
  if (same->words->len == 0)
    {
      g_ptr_array_unref (same->words);
      same->words = g_ptr_array_ref (product.words);
    }
  product_clear (&product);
}

/* "Velar Guard" is a product of Velar, where the text names both. */
static void
relate_named (SaysoExtractor *self)
{
  g_autoptr (GHashTable) bodies = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint a = 0; a < self->extraction->actors->len; a++)
    {
      const SaysoExtractedActor *actor = sayso_extractor_actor (self, a);

      if (!can_make (self, a) || actor->kind == SAYSO_NAME_OTHER)
        continue;
      g_hash_table_insert (bodies, actor->name, GUINT_TO_POINTER (a + 1));
      for (guint i = 0; i < actor->aliases->len; i++)
        g_hash_table_insert (bodies, g_ptr_array_index (actor->aliases, i), GUINT_TO_POINTER (a + 1));
    }
  for (guint m = 0; m < self->n_names; m++)
    {
      const SaysoExtractedMention *mention = &g_array_index (self->extraction->mentions, SaysoExtractedMention, m);
      const SaysoExtractedActor *actor = sayso_extractor_actor (self, mention->actor);
      const char *space = strchr (actor->name, ' ');
      guint maker = 0;

      if (actor->kind != SAYSO_NAME_PRODUCT)
        continue;
      for (; space != NULL && maker == 0; space = strchr (space + 1, ' '))
        {
          g_autofree char *start = g_strndup (actor->name, space - actor->name);

          maker = GPOINTER_TO_UINT (g_hash_table_lookup (bodies, start));
        }
      if (maker != 0)
        sayso_extractor_relate (self, mention->actor, "product-of", "product of", maker - 1, mention->span, SAYSO_NONE,
                                SAYSO_NONE);
    }
}

/* Finds the things with a maker ("Velar's backup software"): actors beside their makers. */
void
sayso_extractor_find_products (SaysoExtractor *self)
{
  g_autoptr (GArray) products = g_array_new (FALSE, FALSE, sizeof (Product));

  g_array_set_clear_func (products, (GDestroyNotify) product_clear);
  relate_named (self);
  for (guint i = 0; i < self->reading->tokens->len; i++)
    {
      guint maker;

      if (self->mention[i] != SAYSO_NONE || !sayso_extractor_noun_is (self, i, "product") ||
          sayso_extractor_token (self, i)->upos != SAYSO_UPOS_NOUN || is_vehicle (self, i))
        continue;
      maker = find_maker (self, i);
      if (maker != SAYSO_NONE && can_make (self, maker))
        add_product (self, products, i, maker);
    }
}
