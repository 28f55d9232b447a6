/* sayso-dispute.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-dispute.h"

#include <glib/gi18n-lib.h>

#include "sayso-date-words.h"

/* Each sentence of one story may clash with each of another; a reader is told once, with both sides. */

void
sayso_dispute_free (SaysoDispute *self)
{
  g_ptr_array_unref (self->clashes);
  g_ptr_array_unref (self->first);
  g_ptr_array_unref (self->second);
  g_ptr_array_unref (self->all);
  g_free (self);
}

static gint64
side_key (const SaysoTold *told)
{
  return told->telling->story != 0 ? told->telling->story : -told->telling->id;
}

static gboolean
is_told_by (const SaysoAccount *account, const SaysoTold *told)
{
  for (guint i = 0; account != NULL && i < account->told->len; i++)
    if (((SaysoTold *) g_ptr_array_index (account->told, i))->telling->id == told->telling->id)
      return TRUE;

  return FALSE;
}

static int
compare_told (gconstpointer a, gconstpointer b)
{
  const SaysoTold *first = *(SaysoTold *const *) a, *second = *(SaysoTold *const *) b;

  if (first->telling->date != second->telling->date)
    return first->telling->date < second->telling->date ? -1 : 1;

  return first->telling->id < second->telling->id ? -1 : first->telling->id > second->telling->id;
}

static void
add_side (GPtrArray *side, SaysoTold *told)
{
  for (guint i = 0; i < side->len; i++)
    if (((SaysoTold *) g_ptr_array_index (side, i))->telling->id == told->telling->id)
      return;

  g_ptr_array_add (side, told);
}

/* What is said comes before what is denied, an effect before its cause; else it is one order for all clashes of two. */
static gboolean
is_turned (const SaysoClash *clash)
{
  if (clash->sort == SAYSO_CONFLICT_ORDER)
    return FALSE;
  if (clash->first->telling->denied != clash->second->telling->denied)
    return clash->first->telling->denied;

  return side_key (clash->first) > side_key (clash->second);
}

static void
take_ruling (SaysoDispute *self, const char *ruled)
{
  static const struct
  {
    const char *type;
    SaysoConflictClass class;
  } rulings[] = {
    { "contradicts", SAYSO_CONFLICT_CLASS_CONTRADICTION },
    { "superseded", SAYSO_CONFLICT_CLASS_SUPERSEDED },
    { "other-thing", SAYSO_CONFLICT_CLASS_OTHER },
    { "unsure", SAYSO_CONFLICT_CLASS_UNSURE },
  };

  self->ruled = ruled != NULL;
  self->dismissed = g_strcmp0 (ruled, "no-conflict") == 0;
  for (guint i = 0; ruled != NULL && i < G_N_ELEMENTS (rulings); i++)
    if (g_str_equal (rulings[i].type, ruled))
      self->class = rulings[i].class;
}

static SaysoDispute *
find (GPtrArray *disputes, GPtrArray *clashes, const SaysoClash *clash, gint64 a, gint64 b)
{
  SaysoDispute *self;

  for (guint i = 0; i < disputes->len; i++)
    {
      self = g_ptr_array_index (disputes, i);
      if (self->sort == clash->sort && side_key (g_ptr_array_index (self->first, 0)) == a &&
          side_key (g_ptr_array_index (self->second, 0)) == b)
        return self;
    }

  self = g_new0 (SaysoDispute, 1);
  self->sort = clash->sort;
  self->class = clash->class;
  self->clashes = g_ptr_array_new ();
  self->first = g_ptr_array_new ();
  self->second = g_ptr_array_new ();
  self->all = g_ptr_array_ref (clashes);
  take_ruling (self, clash->ruled);
  g_ptr_array_add (disputes, self);

  return self;
}

/**
 * sayso_disputes_of:
 * @clashes: (element-type SaysoClash): conflicts, as sayso_stories_conflicts() gives them; they are kept
 * @account: (nullable): the story that they are shown beside: its side is the first
 *
 * Puts together what is one dispute: clashes of one sort between the same two stories.
 *
 * Returns: (transfer full) (element-type SaysoDispute): the disputes, in the order of their first clash
 */
GPtrArray *
sayso_disputes_of (GPtrArray *clashes, const SaysoAccount *account)
{
  GPtrArray *disputes = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_dispute_free);

  g_return_val_if_fail (clashes != NULL, disputes);

  for (guint i = 0; i < clashes->len; i++)
    {
      SaysoClash *clash = g_ptr_array_index (clashes, i);
      SaysoTold *first = clash->first, *second = clash->second;
      SaysoDispute *self;

      if (first == NULL || second == NULL)
        continue;
      if (account != NULL ? !is_told_by (account, first) && is_told_by (account, second) : is_turned (clash))
        {
          first = clash->second;
          second = clash->first;
        }
      self = find (disputes, clashes, clash, side_key (first), side_key (second));
      g_ptr_array_add (self->clashes, clash);
      add_side (self->first, first);
      add_side (self->second, second);
      /* What was found since has not been ruled on. */
      if (clash->ruled == NULL)
        take_ruling (self, NULL);
    }
  for (guint i = 0; i < disputes->len; i++)
    {
      SaysoDispute *self = g_ptr_array_index (disputes, i);

      g_ptr_array_sort (self->first, compare_told);
      g_ptr_array_sort (self->second, compare_told);
    }

  return disputes;
}

/**
 * sayso_disputes_standing:
 * @disputes: (transfer full) (element-type SaysoDispute): disputes
 *
 * Returns: (transfer full) (element-type SaysoDispute): the same without what a person dismissed
 */
GPtrArray *
sayso_disputes_standing (GPtrArray *disputes)
{
  for (guint i = disputes->len; i-- > 0;)
    if (((SaysoDispute *) g_ptr_array_index (disputes, i))->dismissed)
      g_ptr_array_remove_index (disputes, i);

  return disputes;
}

/* -- in words ----------------------------------------------------------------------------------------- */

static const char *
sort_to_words (SaysoConflictSort sort)
{
  switch (sort)
    {
    case SAYSO_CONFLICT_DATES:
      return _ ("two dates");
    case SAYSO_CONFLICT_NUMBER:
      return _ ("two numbers");
    case SAYSO_CONFLICT_DENIAL:
      return _ ("said and denied");
    case SAYSO_CONFLICT_ACTOR:
      return _ ("one act, two actors");
    case SAYSO_CONFLICT_PRODUCT:
      return _ ("a product or its company");
    case SAYSO_CONFLICT_ORDER:
      return _ ("an effect before its cause");
    case SAYSO_CONFLICT_NONE:
    default:
      return _ ("two accounts");
    }
}

/**
 * sayso_dispute_to_words:
 * @self: a dispute
 *
 * Returns: (transfer full): "Contradiction: said and denied"
 */
char *
sayso_dispute_to_words (const SaysoDispute *self)
{
  const char *class = sayso_conflict_class_to_words (self->class), *sort = sort_to_words (self->sort);

  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: %1$s is what a conflict is taken for ("Contradiction"), %2$s what it is about ("two dates") */
  return self->ruled ? g_strdup_printf (_ ("%1$s, as you decided: %2$s"), class, sort)
                     /* Translators: as above */
                     : g_strdup_printf (_ ("%1$s: %2$s"), class, sort);
}

static const SaysoTold *
first_of (const SaysoDispute *self, gboolean second)
{
  return g_ptr_array_index (second ? self->second : self->first, 0);
}

/**
 * sayso_dispute_side_title:
 * @self: a dispute
 * @second: the second side
 *
 * Returns: (transfer full) (nullable): what that side says, in a word or two: "Denied", "14 March 2028"
 */
char *
sayso_dispute_side_title (const SaysoDispute *self, gboolean second)
{
  const SaysoTold *told;
  /* The clashes have the effect first, whichever side is shown first. */
  gboolean effect;

  g_return_val_if_fail (self != NULL, NULL);

  told = first_of (self, second);
  effect = ((SaysoClash *) g_ptr_array_index (self->clashes, 0))->first == told;
  switch (self->sort)
    {
    case SAYSO_CONFLICT_DATES:
      return sayso_bounds_to_long_words (&told->telling->bounds);
    case SAYSO_CONFLICT_DENIAL:
      return g_strdup (told->telling->denied ? _ ("Denied") : _ ("Said"));
    case SAYSO_CONFLICT_ORDER:
      return g_strdup (effect ? _ ("The effect") : _ ("What is named as its cause"));
    case SAYSO_CONFLICT_NUMBER:
    case SAYSO_CONFLICT_ACTOR:
    case SAYSO_CONFLICT_PRODUCT:
    case SAYSO_CONFLICT_NONE:
    default:
      return NULL;
    }
}

/* How many articles are on a side. */
static guint
n_articles (const GPtrArray *side)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < side->len; i++)
    g_hash_table_add (articles, &((SaysoTold *) g_ptr_array_index (side, i))->telling->article);

  return g_hash_table_size (articles);
}

/**
 * sayso_dispute_side_words:
 * @self: a dispute
 * @second: the second side
 *
 * Returns: (transfer full): who tells that side, when, and on whose word: "Ironworks Tribune, 2 Sep 2029, from three
 * members of the union's board; 1 more article"
 */
char *
sayso_dispute_side_words (const SaysoDispute *self, gboolean second)
{
  const SaysoTold *told;
  g_autofree char *outlet = NULL, *source = NULL;
  GString *words;
  guint more;

  g_return_val_if_fail (self != NULL, NULL);

  told = first_of (self, second);
  outlet = sayso_told_outlet (told);
  source = sayso_told_source (told);
  words = g_string_new (outlet);
  more = n_articles (second ? self->second : self->first) - 1;
  if (told->published != NULL)
    {
      g_autofree char *date = sayso_iso_to_words (told->published);

      g_string_append_printf (words, _ (", %s"), date);
    }
  if (source != NULL)
    /* Translators: follows an outlet and a date: whom it has it from */
    g_string_append_printf (words, _ (", from %s"), source);
  else if (told->telling->said.kind == SAYSO_SOURCE_UNKNOWN)
    g_string_append (words, _ (", no source given"));
  if (more > 0)
    g_string_append_printf (words, ngettext ("; %u more article", "; %u more articles", more), more);

  return g_string_free_and_steal (words);
}
