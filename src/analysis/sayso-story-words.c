/* sayso-story-words.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-stories.h"

#include <glib/gi18n-lib.h>

#include "sayso-date-words.h"

/* What was found, in words: plain, and on whose word. */

char *
sayso_told_outlet (const SaysoTold *self)
{
  return g_strdup (self->telling->outlet != NULL ? self->telling->outlet : self->title);
}

static char *
capitalised (const char *words)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words)), first);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/**
 * sayso_origin_to_words:
 * @self: an origin
 *
 * Returns: (transfer full): "Several U.S. officials, through CyberScoop only"
 */
char *
sayso_origin_to_words (const SaysoOrigin *self)
{
  g_autofree char *name = self->name != NULL ? capitalised (self->name) : NULL;

  if (name == NULL && self->via == NULL)
    return g_strdup (_ ("Nobody named"));
  if (name == NULL)
    /* Translators: %s is an outlet that does not say who told it */
    return g_strdup_printf (_ ("Nobody named; the chain stops at %s"), self->via);
  if (self->via != NULL)
    /* Translators: a source, and the outlet through which alone it is known */
    return g_strdup_printf (_ ("%s, through %s only"), name, self->via);

  return g_steal_pointer (&name);
}

static const SaysoTold *
find_told (const SaysoAccount *self, gint64 telling)
{
  for (guint i = 0; i < self->told->len; i++)
    {
      const SaysoTold *told = g_ptr_array_index (self->told, i);

      if (told->telling->id == telling)
        return told;
    }

  return NULL;
}

/* What describes somebody begins with a small letter inside a sentence. */
static char *
source_to_words (const SaysoSaid *said)
{
  char first[7] = { 0 };

  if (said->name == NULL)
    return g_strdup (_ ("somebody not named"));
  if (said->kind != SAYSO_SOURCE_ANONYMOUS || g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (said->name))))
    return g_strdup (said->name);

  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (said->name)), first);

  return g_strconcat (first, g_utf8_next_char (said->name), NULL);
}

/**
 * sayso_told_source:
 * @self: one who tells something
 *
 * Returns: (transfer full) (nullable): whom that is from, as it says: "three members of the board", an outlet; %NULL
 * where it does not say
 */
char *
sayso_told_source (const SaysoTold *self)
{
  const SaysoSaid *said = &self->telling->said;

  if (said->name != NULL)
    return source_to_words (said);

  return said->outlets->len > 0 ? g_strdup (g_ptr_array_index (said->outlets, 0)) : NULL;
}

/**
 * sayso_told_to_words:
 * @self: an account
 * @told: one who tells it
 *
 * Returns: (transfer full): where that has it from, a sentence
 */
char *
sayso_told_to_words (const SaysoAccount *self, const SaysoTold *told)
{
  const SaysoTold *to = told->step != NULL ? find_told (self, told->step->to) : NULL;
  g_autofree char *outlet = sayso_told_outlet (told);
  g_autofree char *other = to != NULL ? sayso_told_outlet (to) : NULL;
  g_autofree char *source = source_to_words (&told->telling->said);

  switch (told->step != NULL ? told->step->way : SAYSO_STEP_OPEN)
    {
    case SAYSO_STEP_SOURCE:
      /* Translators: %1$s is an outlet, %2$s whom it has it from, in its own words */
      return g_strdup_printf (_ ("%1$s has it from %2$s."), outlet, source);
    case SAYSO_STEP_CITES:
      return g_strdup_printf (_ ("%1$s cites %2$s."), outlet, other);
    case SAYSO_STEP_OUTSIDE:
      /* Translators: %2$s is an outlet whose article is not in the casebook */
      return g_strdup_printf (_ ("%1$s cites %2$s, whose article is not in the casebook."), outlet, told->step->outlet);
    case SAYSO_STEP_COPIES:
      return g_strdup_printf (_ ("%1$s repeats %2$s word for word."), outlet, other);
    case SAYSO_STEP_AGAIN:
      return g_strdup_printf (_ ("%1$s told it before."), outlet);
    case SAYSO_STEP_PRESS:
      return g_strdup_printf (_ ("%1$s says that others reported it; %2$s was the first here."), outlet, other);
    case SAYSO_STEP_REPEATS:
      return g_strdup_printf (_ ("%1$s gives no source, and came after %2$s."), outlet, other);
    case SAYSO_STEP_RULED:
      return g_strdup_printf (_ ("%1$s is independent, as you decided."), outlet);
    case SAYSO_STEP_OPEN:
    default:
      return g_strdup_printf (_ ("No source given. The chain stops at %1$s."), outlet);
    }
}

/**
 * sayso_account_is_open:
 * @self: an account
 *
 * Returns: whether its chain ends with nobody named
 */
gboolean
sayso_account_is_open (const SaysoAccount *self)
{
  const SaysoStory *story = self->story;

  for (guint i = 0; i < story->origins->len; i++)
    if (g_array_index (story->origins, SaysoOrigin, i).kind != SAYSO_SOURCE_UNKNOWN)
      return FALSE;

  return story->origins->len > 0 && story->n_origins == 1 && !story->ruled && story->most == 1;
}

/**
 * sayso_account_count_words:
 * @self: an account
 *
 * Returns: (transfer full): "4 articles, 1 origin", "3 articles, 1 to 2 origins"
 */
char *
sayso_account_count_words (const SaysoAccount *self)
{
  const SaysoStory *story = self->story;
  g_autofree char *articles =
      g_strdup_printf (ngettext ("%u article", "%u articles", story->n_articles), story->n_articles);
  g_autofree char *origins = NULL;

  if (sayso_account_is_open (self))
    origins = g_strdup (_ ("origin open"));
  else if (story->least < story->most)
    origins = g_strdup_printf (_ ("%u to %u origins"), story->least, story->most);
  else
    origins = g_strdup_printf (ngettext ("%u origin", "%u origins", story->n_origins), story->n_origins);

  /* Translators: "4 articles", "1 origin" */
  return g_strdup_printf (_ ("%s, %s"), articles, origins);
}

static void
add_sentence (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

static gboolean
is_ruled (const SaysoStory *story, const SaysoOrigin *origin)
{
  const SaysoStep *step = sayso_story_get_step (story, origin->telling);

  return story->ruled || (step != NULL && step->way == SAYSO_STEP_RULED);
}

static void
explain_bounds (const SaysoAccount *self, GPtrArray *reasons)
{
  const SaysoStory *story = self->story;

  for (guint i = 0; i < story->origins->len; i++)
    {
      const SaysoOrigin *origin = &g_array_index (story->origins, SaysoOrigin, i);
      g_autofree char *words = sayso_origin_to_words (origin);

      if (origin->merged > 0)
        /* Translators: %s describes somebody who is not named */
        add_sentence (reasons, g_strdup_printf (_ ("“%s”: described alike, so they are taken for the same; they may be "
                                                   "different people."),
                                                words));
      if (origin->apart && !is_ruled (story, origin))
        add_sentence (reasons, g_strdup_printf (_ ("“%s”: the article says that this is another source."), words));
    }
  if (story->most > story->n_origins)
    add_sentence (reasons,
                  g_strdup_printf (_ ("There may be as many as %u origins: some give no source."), story->most));
  if (story->least < story->n_origins)
    add_sentence (reasons, g_strdup_printf (_ ("There may be as few as %u: who is not named may be one and the same."),
                                            story->least));
}

/**
 * sayso_account_reasons:
 * @self: an account
 *
 * Returns: (transfer full) (element-type utf8): why it has as many origins, a sentence each
 */
GPtrArray *
sayso_account_reasons (const SaysoAccount *self)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->told->len; i++)
    {
      g_autofree char *words = sayso_told_to_words (self, g_ptr_array_index (self->told, i));

      if (!g_ptr_array_find_with_equal_func (reasons, words, g_str_equal, NULL))
        add_sentence (reasons, g_steal_pointer (&words));
    }
  if (self->story->ruled)
    add_sentence (reasons, g_strdup (_ ("You counted the origins.")));
  else
    explain_bounds (self, reasons);

  return reasons;
}

const char *
sayso_conflict_class_to_words (SaysoConflictClass class)
{
  switch (class)
    {
    case SAYSO_CONFLICT_CLASS_SUPERSEDED:
      return _ ("Superseded");
    case SAYSO_CONFLICT_CLASS_OTHER:
      return _ ("Another thing");
    case SAYSO_CONFLICT_CLASS_UNSURE:
      return _ ("Unsure");
    case SAYSO_CONFLICT_CLASS_CONTRADICTION:
    default:
      return _ ("Contradiction");
    }
}

/**
 * sayso_clash_class:
 * @self: a conflict
 *
 * Returns: what a person takes it for; else what the program does
 */
SaysoConflictClass
sayso_clash_class (const SaysoClash *self)
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

  for (guint i = 0; self->ruled != NULL && i < G_N_ELEMENTS (rulings); i++)
    if (g_str_equal (rulings[i].type, self->ruled))
      return rulings[i].class;

  return self->class;
}

/**
 * sayso_clash_to_words:
 * @self: a conflict
 *
 * Returns: (transfer full): what does not fit together, a sentence
 */
char *
sayso_clash_to_words (const SaysoClash *self)
{
  g_autofree char *first = self->first != NULL ? sayso_told_outlet (self->first) : g_strdup ("");
  g_autofree char *second = self->second != NULL ? sayso_told_outlet (self->second) : g_strdup ("");
  g_autofree char *one = NULL, *other = NULL;

  switch (self->sort)
    {
    case SAYSO_CONFLICT_DATES:
      one = sayso_bounds_to_words (&self->first->telling->bounds);
      other = sayso_bounds_to_words (&self->second->telling->bounds);
      /* Translators: two outlets, each with the date it gives */
      return g_strdup_printf (_ ("Two dates: %1$s (%2$s), %3$s (%4$s)."), first, one, second, other);
    case SAYSO_CONFLICT_NUMBER:
      return g_strdup_printf (_ ("%1$s and %2$s give different numbers."), first, second);
    case SAYSO_CONFLICT_DENIAL:
      return self->first->telling->denied ? g_strdup_printf (_ ("%2$s says it; %1$s has it denied."), first, second)
                                          : g_strdup_printf (_ ("%1$s says it; %2$s has it denied."), first, second);
    case SAYSO_CONFLICT_ACTOR:
      return g_strdup_printf (_ ("%1$s and %2$s lay one act to different actors."), first, second);
    case SAYSO_CONFLICT_PRODUCT:
      return g_strdup_printf (_ ("%1$s and %2$s: one tells it of a product, the other of its company."), first, second);
    case SAYSO_CONFLICT_ORDER:
      if (self->effect == NULL)
        return g_strdup_printf (_ ("%1$s tells an effect that was over before what it names as the cause (%2$s)."),
                                first, second);
      one = sayso_bounds_to_words (&self->effect->telling->bounds);
      other = sayso_bounds_to_words (&self->second->telling->bounds);
      /* Translators: %1$s is an outlet, %2$s and %3$s are dates */
      return g_strdup_printf (_ ("%1$s tells an effect (%2$s) that was over before what it names as the cause (%3$s)."),
                              first, one, other);
    case SAYSO_CONFLICT_NONE:
    default:
      return g_strdup ("");
    }
}
