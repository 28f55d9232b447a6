/* sayso-same-source.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-same-source.h"

#include <string.h>

#include "sayso-likeness.h"
#include "sayso-vocabulary.h"

/* Whether two articles rest on one source, by what they call it. Who has a name is known by it. Who is only described
 * ("two officials", "the company", "a study") is taken for the one that another article describes alike, or names,
 * where neither says more than whose voice it is; that is a guess, and the bounds count it. */

/* What describes somebody in so many words says no more than whose voice it is. */
#define MAX_BARE 2

static gboolean
is_person_like (SaysoSourceKind kind)
{
  return kind == SAYSO_SOURCE_ANONYMOUS || kind == SAYSO_SOURCE_NAMED;
}

/* "Kest's army", "the army of Kest". */
static gboolean
is_reordered (const char *name, const char *other)
{
  return strchr (name, ' ') != NULL && strchr (other, ' ') != NULL && sayso_vocabulary_likeness (name, other) == 1;
}

/* "the company": no name stands in it. */
static gboolean
is_described (const char *name)
{
  for (const char *p = *name != '\0' ? g_utf8_next_char (name) : name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;

  return strchr (name, ' ') != NULL || !g_unichar_isupper (g_utf8_get_char (name));
}

/* Whose voice it is: "police", "science"; %NULL where that is not known. @n: how many words say who it is */
static const char *
role_of (const char *name, guint *n)
{
  g_autoptr (GArray) tokens = sayso_vocabulary_split (name, 0);
  const char *role = NULL;

  *n = 0;
  for (guint i = 0; i < tokens->len; i++)
    {
      const char *key = g_array_index (tokens, SaysoVocable, i).key;

      if (role == NULL)
        role = sayso_vocabulary_get ("role", key);
      *n += !sayso_vocabulary_is ("filler", key);
    }

  return role;
}

static gboolean
share_role (const char *name, const char *other)
{
  guint n = 0, n_other = 0;
  const char *role = role_of (name, &n), *other_role = role_of (other, &n_other);

  return role != NULL && g_strcmp0 (role, other_role) == 0 &&
         ((is_described (name) && n <= MAX_BARE) || (is_described (other) && n_other <= MAX_BARE));
}

/* What is named, and what only describes: the name stands in the description, or the description fits. */
static gboolean
fits (const char *named, const char *described, gboolean *doubtful)
{
  g_autofree char *whole = sayso_outlet_key (described), *part = sayso_outlet_key (named);

  if (*part != '\0' && strstr (whole, part) != NULL)
    return TRUE;
  *doubtful = TRUE;

  return share_role (named, described) ||
         (is_described (described) && sayso_vocabulary_likeness (named, described) >= SAYSO_LIKENESS_SPEAKER);
}

/* Whoever a court heard may be anybody that it heard. */
static gboolean
are_heard (const SaysoTelling *first, const SaysoSaid *said)
{
  if (first == NULL || !first->said.heard || !said->heard)
    return FALSE;

  return sayso_vocabulary_has ("venue", first->said.name) || sayso_vocabulary_has ("venue", said->name);
}

/**
 * sayso_same_source:
 * @origin: an origin
 * @first: (nullable): the telling it is known from
 * @said: on whose word another telling is
 * @doubtful: (out): whether that is only a guess
 *
 * Returns: whether the source is that origin
 */
gboolean
sayso_same_source (const SaysoOrigin *origin, const SaysoTelling *first, const SaysoSaid *said, gboolean *doubtful)
{
  const char *office = first != NULL ? first->said.office : NULL;
  g_autofree char *key = NULL, *origin_key = NULL;

  *doubtful = FALSE;
  if (origin->name == NULL || said->name == NULL || origin->kind == SAYSO_SOURCE_UNKNOWN)
    return FALSE;
  if (origin->actor != 0 && origin->actor == said->actor)
    return TRUE;
  key = sayso_outlet_key (said->name);
  origin_key = sayso_outlet_key (origin->name);
  /* A firm and whoever speaks for it are one; so are a report by it and what it says. */
  if (said->office != NULL && origin->kind == SAYSO_SOURCE_NAMED && sayso_outlet_is (said->office, origin_key))
    return TRUE;
  if (office != NULL && said->kind == SAYSO_SOURCE_NAMED && sayso_outlet_is (key, office))
    return TRUE;
  if (are_heard (first, said))
    {
      *doubtful = TRUE;
      return TRUE;
    }
  if (origin->kind == SAYSO_SOURCE_NAMED && said->kind == SAYSO_SOURCE_NAMED)
    {
      if (sayso_outlet_is (key, origin_key) || is_reordered (said->name, origin->name))
        return TRUE;
      if (is_described (said->name) == is_described (origin->name))
        return FALSE;
      return is_described (said->name) ? fits (origin->name, said->name, doubtful)
                                       : fits (said->name, origin->name, doubtful);
    }
  if (said->kind == SAYSO_SOURCE_NAMED)
    return fits (said->name, origin->name, doubtful);
  if (origin->kind == SAYSO_SOURCE_NAMED)
    return fits (origin->name, said->name, doubtful);
  *doubtful = is_person_like (said->kind) || said->kind != origin->kind;

  return share_role (origin->name, said->name) ||
         (said->kind == origin->kind && sayso_vocabulary_likeness (origin->name, said->name) >= SAYSO_LIKENESS_SPEAKER);
}
