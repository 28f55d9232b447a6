/* sayso-profile.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-profile.h"

#include <glib/gi18n-lib.h>

#include "sayso-derive.h"
#include "sayso-enum.h"
#include "sayso-extract-enums.h"
#include "sayso-telling.h"

typedef struct
{
  SaysoProfileBy by;
  const char *key;
  GPtrArray *profiles;
} Reading;

void
sayso_profile_free (SaysoProfile *self)
{
  g_free (self->name);
  g_free (self->key);
  g_free (self);
}

static void
read_profiles (SaysoConnection *db, gpointer data)
{
  static const char *const of_all[] = { [SAYSO_PROFILE_BY_OUTLET] = "profile/of-outlets",
                                        [SAYSO_PROFILE_BY_AUTHOR] = "profile/of-authors",
                                        [SAYSO_PROFILE_BY_ARTICLE] = "profile/of-articles" };
  static const char *const of_one[] = { [SAYSO_PROFILE_BY_OUTLET] = "profile/of-outlet",
                                        [SAYSO_PROFILE_BY_AUTHOR] = "profile/of-author",
                                        [SAYSO_PROFILE_BY_ARTICLE] = "profile/of-article" };
  Reading *self = data;
  SaysoStatement *row = sayso_connection_prepare (db, (self->key != NULL ? of_one : of_all)[self->by]);

  sayso_statement_bind_text (row, "key", self->key, -1);
  while (sayso_statement_next (row))
    {
      SaysoProfile *profile = g_new0 (SaysoProfile, 1);

      profile->name = sayso_statement_dup (row, "name");
      profile->key = sayso_statement_dup (row, "key");
      profile->n_articles = sayso_statement_int (row, "n_articles");
      profile->n_claims = sayso_statement_int (row, "n_claims");
      for (guint kind = 0; kind < SAYSO_N_SOURCE_KINDS; kind++)
        profile->n_by_kind[kind] = sayso_statement_int (row, sayso_enum_to_nick (SAYSO_TYPE_SOURCE_KIND, kind));
      profile->n_shared = sayso_statement_int (row, "n_shared");
      profile->n_single = sayso_statement_int (row, "n_single");
      profile->n_decided = sayso_statement_int (row, "n_decided");
      profile->n_corrected = sayso_statement_int (row, "n_corrected");
      g_ptr_array_add (self->profiles, profile);
    }
}

/**
 * sayso_profiles_read:
 * @casebook: a casebook
 * @by: whose
 * @key: (nullable): only this outlet or author (in whatever case), or the article with this id; %NULL for all
 * @error: return location
 *
 * Reads all claims there are of whom is asked for: for a worker thread. Origins are those that sayso_analysis_update()
 * found last.
 *
 * Returns: (transfer full) (nullable) (element-type SaysoProfile): the profiles, the one with the most claims first
 */
GPtrArray *
sayso_profiles_read (SaysoCasebook *casebook, SaysoProfileBy by, const char *key, GError **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) sayso_profile_free);
  Reading reading = { by, key, profiles };

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook), NULL);

  return sayso_casebook_read (casebook, read_profiles, &reading, error) ? g_steal_pointer (&profiles) : NULL;
}

typedef struct
{
  const char *const *names;
  char *outlet;
} Finding;

static void
find_outlet (SaysoConnection *db, gpointer data)
{
  Finding *self = data;
  SaysoStatement *row = sayso_connection_prepare (db, "telling/outlets");

  while (sayso_statement_next (row))
    {
      g_autofree char *outlet = sayso_statement_dup (row, "outlet");
      g_autofree char *key = sayso_outlet_key (outlet);

      for (guint i = 0; self->names[i] != NULL && self->outlet == NULL; i++)
        {
          g_autofree char *other = sayso_outlet_key (self->names[i]);

          if (g_str_equal (key, other))
            self->outlet = g_strdup (outlet);
        }
    }
}

/**
 * sayso_profile_of_outlet:
 * @casebook: a casebook
 * @names: (array zero-terminated=1): what the outlet is called
 * @error: return location
 *
 * Finds what an outlet published that texts may call by other names.
 *
 * Returns: (transfer full) (nullable): its profile; %NULL without an error where the casebook has no article of it
 */
SaysoProfile *
sayso_profile_of_outlet (SaysoCasebook *casebook, const char *const *names, GError **error)
{
  Finding finding = { names };
  g_autofree char *outlet = NULL;
  g_autoptr (GPtrArray) profiles = NULL;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (casebook) && names != NULL, NULL);

  if (!sayso_casebook_read (casebook, find_outlet, &finding, error))
    return NULL;
  outlet = finding.outlet;
  if (outlet != NULL)
    profiles = sayso_profiles_read (casebook, SAYSO_PROFILE_BY_OUTLET, outlet, error);

  return profiles != NULL && profiles->len > 0 ? g_ptr_array_steal_index (profiles, 0) : NULL;
}

/**
 * sayso_profile_kind_to_words:
 * @kind: a kind of source
 *
 * Returns: (transfer none): what a share of such claims is called
 */
const char *
sayso_profile_kind_to_words (SaysoSourceKind kind)
{
  switch (kind)
    {
    case SAYSO_SOURCE_NAMED:
      return _ ("Named sources");
    case SAYSO_SOURCE_ANONYMOUS:
      return _ ("Anonymous sources");
    case SAYSO_SOURCE_DOCUMENT:
      return _ ("Documents");
    case SAYSO_SOURCE_OUTLET:
      return _ ("Other outlets");
    case SAYSO_SOURCE_AUTHOR:
      return _ ("The author’s own word");
    case SAYSO_SOURCE_UNKNOWN:
    default:
      return _ ("No source given");
    }
}

/**
 * sayso_profile_share_to_words:
 * @self: a profile
 * @n: how many of its claims
 *
 * Returns: (transfer full): "6 of 18 claims (33 %)"
 */
char *
sayso_profile_share_to_words (const SaysoProfile *self, guint n)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: how many of how many claims, and that as a share */
  return g_strdup_printf (ngettext ("%u of %u claim (%u %%)", "%u of %u claims (%u %%)", self->n_claims), n,
                          self->n_claims, self->n_claims > 0 ? (100 * n + self->n_claims / 2) / self->n_claims : 0);
}
