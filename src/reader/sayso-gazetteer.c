/* sayso-gazetteer.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-gazetteer.h"

#include "sayso-reader-private.h"

static void
add (GHashTable *known, const char *name, const char *form, SaysoNameKind kind, gboolean demonym, gboolean state)
{
  SaysoKnownName *entry;
  g_autofree char *key = g_utf8_casefold (form, -1);

  if (*form == '\0' || g_hash_table_contains (known, key))
    return;

  entry = g_new (SaysoKnownName, 1);
  *entry = (SaysoKnownName) { name, g_intern_string (form), kind, demonym, state };
  g_hash_table_insert (known, g_steal_pointer (&key), entry);
}

static void
add_all (GHashTable *known, const char *name, const char *forms, SaysoNameKind kind, gboolean demonym, gboolean state)
{
  g_auto (GStrv) list = g_strsplit (forms, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    add (known, name, list[i], kind, demonym, state);
}

static gpointer
load (gpointer unused)
{
  static const struct
  {
    const char *table;
    SaysoNameKind kind;
  } lists[] = {
    { "places.tsv", SAYSO_NAME_PLACE },     { "agencies.tsv", SAYSO_NAME_AGENCY }, { "outlets.tsv", SAYSO_NAME_OUTLET },
    { "software.tsv", SAYSO_NAME_PRODUCT }, { "groups.tsv", SAYSO_NAME_GROUP },
  };
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const SaysoTable *table = sayso_reader_get_table (lists[i].table);
      gboolean places = lists[i].kind == SAYSO_NAME_PLACE;

      for (guint row = 0; row < sayso_table_get_n_rows (table); row++)
        {
          const char *name = sayso_table_get (table, row, 0);
          gboolean state = places && g_str_equal (sayso_table_get (table, row, 1), "state");

          add (known, name, name, lists[i].kind, FALSE, state);
          add_all (known, name, sayso_table_get (table, row, places ? 2 : 1), lists[i].kind, FALSE, state);
          if (places)
            add_all (known, name, sayso_table_get (table, row, 3), lists[i].kind, TRUE, state);
        }
    }

  return known;
}

/**
 * sayso_gazetteer_find:
 * @form: a name as it stands in a text, with single spaces
 *
 * Short acronyms must be written as the lists write them, anything else in whatever case.
 *
 * Returns: (transfer none) (nullable): what the lists know under this form
 */
const SaysoKnownName *
sayso_gazetteer_find (const char *form)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *known = g_once (&once, load, NULL);
  g_autofree char *key = NULL;
  const SaysoKnownName *entry;

  g_return_val_if_fail (form != NULL, NULL);

  key = g_utf8_casefold (form, -1);
  entry = g_hash_table_lookup (known, key);
  if (entry == NULL)
    return NULL;
  if (strlen (form) <= 6 && strcmp (form, entry->form) != 0 && !g_ascii_isupper (form[0]))
    return NULL;
  if (strlen (form) <= 5 && strcmp (form, entry->form) != 0 &&
      strcspn (entry->form, "abcdefghijklmnopqrstuvwxyz") == strlen (entry->form))
    return NULL;

  return entry;
}
