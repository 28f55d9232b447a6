/* sayso-names.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sayso-act-private.h"
#include "sayso-casebook-private.h"

/* -- the list in the casebook ----------------------------------------------------------------------------- */

/**
 * sayso_casebook_get_names_text:
 * @self: a casebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the list of names as text, empty where there is none
 */
char *
sayso_casebook_get_names_text (SaysoCasebook *self, GError **error)
{
  g_autofree char *text = NULL;
  SaysoConnection *db;
  SaysoStatement *row;

  g_return_val_if_fail (SAYSO_IS_CASEBOOK (self), NULL);

  db = sayso_casebook_borrow (self, error);
  if (db == NULL)
    return NULL;
  row = sayso_connection_prepare (db, "names/last");
  if (sayso_statement_next (row))
    {
      text = sayso_statement_dup (row, "text");
      sayso_statement_run (row);
    }
  if (!sayso_casebook_give_back (self, db, error))
    return NULL;

  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

/**
 * sayso_casebook_get_names:
 * @self: a casebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the list of names, for sayso_extract_with_names()
 */
SaysoNameList *
sayso_casebook_get_names (SaysoCasebook *self, GError **error)
{
  g_autofree char *text = sayso_casebook_get_names_text (self, error);

  return text != NULL ? sayso_name_list_new (text, -1, error) : NULL;
}

/* -- the command ------------------------------------------------------------------------------------------ */

/**
 * sayso_command_new_names:
 * @text: rows of a name, its kind and its other names, see sayso_name_list_new()
 *
 * Sets the names that are known in articles that are imported or read anew from now on. What was found before stays.
 *
 * Returns: (transfer full): a command
 */
SaysoCommand *
sayso_command_new_names (const char *text)
{
  SaysoCommand *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = sayso_command_alloc (SAYSO_COMMAND_NAMES, SAYSO_ITEM_NONE, 0);
  self->value = g_strdup (text);

  return self;
}

gint64
sayso_names_apply (SaysoConnection *db, const SaysoCommand *command, gint64 entry, JsonObject *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoNameList) list = sayso_name_list_new (command->value, -1, &error);

  if (list == NULL)
    {
      sayso_connection_fail (db, SAYSO_CASEBOOK_ERROR_FAILED, "%s", error->message);
      return 0;
    }
  json_object_set_string_member (what, "text", command->value);

  return 0;
}

/* The list is what the log says last, so there is nothing to take back. */
void
sayso_names_step (SaysoConnection *db, gint64 entry, JsonObject *what)
{
}

/* -- rows ------------------------------------------------------------------------------------------------- */

static gboolean
is_of (const char *line, const char *name)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 2);

  return *line != '#' && cells[0] != NULL && g_str_equal (g_strstrip (cells[0]), name);
}

/* The rows but those of @name; whether there was one. */
static char *
without (const char *text, const char *name, gboolean *found)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  *found = FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_of (lines[i], name))
      *found = TRUE;
    else if (*lines[i] != '\0')
      g_string_append_printf (rest, "%s\n", lines[i]);

  return g_strdup (rest->str);
}

static char *
checked (char *text, GError **error)
{
  g_autofree char *owned = text;
  g_autoptr (SaysoNameList) list = sayso_name_list_new (text, -1, error);

  return list != NULL ? g_steal_pointer (&owned) : NULL;
}

/**
 * sayso_names_add:
 * @text: a list
 * @name: a name, as articles write it
 * @kind: one of the kinds of actors
 * @aliases: (nullable) (array zero-terminated=1): other names
 * @error: why the list would be none
 *
 * Adds a name, or writes its row anew.
 *
 * Returns: (transfer full) (nullable): the new list
 */
char *
sayso_names_add (const char *text, const char *name, const char *kind, const char *const *aliases, GError **error)
{
  g_autofree char *own = NULL, *rest = NULL, *others = NULL;
  gboolean found;

  g_return_val_if_fail (text != NULL && name != NULL && kind != NULL, NULL);

  own = g_strstrip (g_strdelimit (g_strdup (name), "\t\r\n", ' '));
  rest = without (text, own, &found);
  others = aliases != NULL ? g_strjoinv ("|", (char **) aliases) : g_strdup ("");
  g_strdelimit (others, "\t\r\n", ' ');

  return checked (g_strdup_printf ("%s%s%s\t%s%s%s\n", rest, *own == '#' ? " " : "", own, kind,
                                   *others != '\0' ? "\t" : "", others),
                  error);
}

/**
 * sayso_names_remove:
 * @text: a list
 * @name: the name of one of its rows
 * @error: set when there is no such row
 *
 * Returns: (transfer full) (nullable): the list without it
 */
char *
sayso_names_remove (const char *text, const char *name, GError **error)
{
  g_autofree char *own = NULL, *rest = NULL;
  gboolean found;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  own = g_strstrip (g_strdup (name));
  rest = without (text, own, &found);
  if (!found)
    {
      g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_NOT_FOUND,
                   _ ("The list has no name “%s”. Names are written as in its rows, capitals and all."), own);
      return NULL;
    }

  return g_steal_pointer (&rest);
}

/**
 * sayso_names_join:
 * @text: a list
 * @more: another, whose rows go before those of the same names
 * @error: which row is wrong
 *
 * Returns: (transfer full) (nullable): both in one
 */
char *
sayso_names_join (const char *text, const char *more, GError **error)
{
  g_autoptr (SaysoNameList) list = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL && more != NULL, NULL);

  list = sayso_name_list_new (more, -1, error);
  if (list == NULL)
    return NULL;
  if (g_str_has_prefix (more, "\xef\xbb\xbf"))
    more += 3;
  joined = g_strdup (text);
  lines = g_strsplit (more, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), "\t", 2);
      g_autofree char *rest = NULL;
      gboolean found;

      if (*lines[i] == '\0')
        continue;
      rest = *lines[i] == '#' ? g_strdup (joined) : without (joined, g_strstrip (cells[0]), &found);
      g_free (joined);
      joined = g_strconcat (rest, *rest != '\0' && !g_str_has_suffix (rest, "\n") ? "\n" : "", lines[i], "\n", NULL);
    }

  return checked (g_steal_pointer (&joined), error);
}

/* Adds a row; one with which the list would be none is left out. */
static gboolean
add_row (GString *whole, const char *row)
{
  gsize length = whole->len;
  g_autoptr (SaysoNameList) list = NULL;

  if (whole->len > 0 && whole->str[whole->len - 1] != '\n')
    g_string_append_c (whole, '\n');
  g_string_append_printf (whole, "%s\n", row);
  list = sayso_name_list_new (whole->str, -1, NULL);
  if (list == NULL)
    g_string_truncate (whole, length);

  return list != NULL;
}

/**
 * sayso_names_complete:
 * @text: a list
 * @more: another
 * @n_refused: (inout): grows by the rows that do not go with the list
 *
 * Returns: (transfer full): the first, with those rows of the other whose names it has not
 */
char *
sayso_names_complete (const char *text, const char *more, guint *n_refused)
{
  GString *whole = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL && more != NULL && n_refused != NULL, NULL);

  whole = g_string_new (text);
  lines = g_strsplit (more, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), "\t", 2);
      g_autofree char *rest = NULL;
      gboolean found = TRUE;

      if (*lines[i] != '\0' && *lines[i] != '#')
        rest = without (text, g_strstrip (cells[0]), &found);
      if (!found)
        *n_refused += !add_row (whole, lines[i]);
    }

  return g_string_free_and_steal (whole);
}
