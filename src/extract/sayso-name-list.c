/* sayso-name-list.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-name-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-enum.h"
#include "sayso-reader-enums.h"

struct _SaysoNameList
{
  gatomicrefcount ref_count;
  GHashTable *forms; /* as written, to SaysoKnownName */
  GHashTable *words; /* first words of forms */
  GStringChunk *strings;
};

G_DEFINE_QUARK (sayso - name - list - error - quark, sayso_name_list_error)

static gboolean
add_form (SaysoNameList *self, const char *name, const char *form, SaysoNameKind kind, guint row, GError **error)
{
  g_autofree char *first = g_strndup (form, strcspn (form, " '-."));
  SaysoKnownName *known;

  if (*form == '\0')
    return TRUE;
  known = g_hash_table_lookup (self->forms, form);
  if (known != NULL && strcmp (known->name, name) == 0)
    return TRUE;
  if (known != NULL)
    {
      g_set_error (error, SAYSO_NAME_LIST_ERROR, SAYSO_NAME_LIST_ERROR_TWICE,
                   _ ("Row %u: “%s” is a name of “%s” already. Keep it in one row only."), row, form, known->name);
      return FALSE;
    }
  known = g_new (SaysoKnownName, 1);
  *known = (SaysoKnownName) { name, g_string_chunk_insert (self->strings, form), kind, FALSE, FALSE };
  g_hash_table_insert (self->forms, (gpointer) known->form, known);
  g_hash_table_add (self->words, g_string_chunk_insert_const (self->strings, first));

  return TRUE;
}

static gboolean
add_row (SaysoNameList *self, char *line, guint row, GError **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_auto (GStrv) aliases = NULL;
  const char *name;
  int kind;

  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  if (g_strv_length (cells) < 2 || *cells[0] == '\0' || !sayso_enum_from_nick (SAYSO_TYPE_NAME_KIND, cells[1], &kind))
    {
      g_set_error (error, SAYSO_NAME_LIST_ERROR, SAYSO_NAME_LIST_ERROR_ROW,
                   _ ("Row %u does not say who it names. Write the name, a tab, one of person, organization, agency, "
                      "outlet, group, product, place or other, and, after another tab, other names between “|”."),
                   row);
      return FALSE;
    }
  name = g_string_chunk_insert (self->strings, cells[0]);
  if (!add_form (self, name, name, kind, row, error))
    return FALSE;
  aliases = g_strsplit (cells[2] != NULL ? cells[2] : "", "|", -1);
  for (guint i = 0; aliases[i] != NULL; i++)
    if (!add_form (self, name, g_strstrip (aliases[i]), kind, row, error))
      return FALSE;

  return TRUE;
}

/**
 * sayso_name_list_new:
 * @text: rows of a name, its kind and its other names; `#` before comments
 * @bytes: length of @text, or -1
 * @error: which row is wrong, and how to write it
 *
 * Reads a list of names. Cells stand between tabs, other names between `|`; kinds are those of `actors[].kind` in the
 * contract of sayso-cli. Names are found as they are written, capitals and all.
 *
 * Returns: (transfer full) (nullable): the list
 */
SaysoNameList *
sayso_name_list_new (const char *text, gssize bytes, GError **error)
{
  g_autoptr (SaysoNameList) self = NULL;
  g_autofree char *copy = NULL;
  char *line, *next;

  g_return_val_if_fail (text != NULL, NULL);

  if (bytes < 0)
    bytes = (gssize) strlen (text);
  if (!g_utf8_validate (text, bytes, NULL))
    {
      g_set_error (error, SAYSO_NAME_LIST_ERROR, SAYSO_NAME_LIST_ERROR_ENCODING,
                   _ ("The list of names is no UTF-8 text. Save it as UTF-8."));
      return NULL;
    }
  self = g_new0 (SaysoNameList, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);
  copy = g_strndup (text, bytes);
  line = g_str_has_prefix (copy, "\xef\xbb\xbf") ? copy + 3 : copy;
  for (guint row = 1; line != NULL; line = next, row++)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (*line == '#' || strspn (line, " \t\r") == strlen (line))
        continue;
      if (!add_row (self, line, row, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

SaysoNameList *
sayso_name_list_ref (SaysoNameList *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sayso_name_list_unref (SaysoNameList *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->words);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * sayso_name_list_find:
 * @self: a list
 * @form: a name as it stands in a text, with single spaces
 *
 * Returns: (transfer none) (nullable): what the list says of it
 */
const SaysoKnownName *
sayso_name_list_find (const SaysoNameList *self, const char *form)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->forms, form);
}

/**
 * sayso_name_list_begins:
 * @self: a list
 * @word: a word
 *
 * Returns: whether a name of the list begins with the word
 */
gboolean
sayso_name_list_begins (const SaysoNameList *self, const char *word)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->words, word);
}
