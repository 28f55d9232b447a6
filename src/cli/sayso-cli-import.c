/* sayso-cli-import.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-adopt.h"
#include "sayso-cli-table.h"
#include "sayso-extract.h"
#include "sayso-history.h"
#include "sayso-names.h"
#include "sayso-queries.h"

/* Says on one line what came of a file, or of a document in it. */
static gboolean
tell (const char *shown, const GError *error)
{
  g_autofree char *message = NULL;

  if (error == NULL)
    {
      /* TRANSLATORS: a file's path; a word before it says what came of it */
      printf (_ ("imported       %s\n"), shown);
      return TRUE;
    }
  if (g_error_matches (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_DUPLICATE))
    {
      printf (_ ("already there  %s\n"), shown);
      return TRUE;
    }

  message = sayso_cli_tame (error->message);
  /* TRANSLATORS: a file's path, and what was wrong with it */
  printf (_ ("error          %s: %s\n"), shown, message);
  return FALSE;
}

static void
store (SaysoCasebook *casebook, SaysoDocument *document, gint64 *id, GError **error)
{
  g_autoptr (SaysoNameList) names = sayso_casebook_get_names (casebook, error);
  g_autoptr (SaysoExtraction) extraction = NULL;
  g_autoptr (SaysoCommand) command = NULL;

  if (names == NULL)
    return;
  extraction = sayso_extract_document (document, NULL, names, NULL, error);
  if (extraction == NULL)
    return;
  command = sayso_command_new_import (document, extraction);
  if (sayso_casebook_submit (casebook, command, id, error))
    return;
  *id = 0;
}

/* The same story from elsewhere is told, and stays an article of its own. */
static void
tell_near (SaysoCasebook *casebook, gint64 id)
{
  g_autoptr (GArray) near = id != 0 ? sayso_casebook_get_near (casebook, id, NULL) : NULL;

  for (guint i = 0; near != NULL && i < near->len; i++)
    {
      g_autoptr (SaysoItem) other =
          sayso_casebook_get (casebook, SAYSO_ITEM_ARTICLE, g_array_index (near, gint64, i), NULL);
      g_autofree char *title = other != NULL ? sayso_cli_tame (sayso_item_get_title (other)) : NULL;

      if (title != NULL)
        /* TRANSLATORS: an article's title */
        printf (_ ("               nearly the same as “%s”\n"), title);
    }
}

/* Reads one file into the casebook, and all documents in it. */
static gboolean
import_file (SaysoCasebook *casebook, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *shown = sayso_cli_tame (name);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) documents = sayso_cli_read (path, &cause);
  gboolean fine = TRUE;

  if (documents == NULL)
    return tell (shown, cause);

  for (guint i = 0; i < documents->len; i++)
    {
      SaysoDocument *document = g_ptr_array_index (documents, i);
      const char *title = sayso_document_get_metadata (document)->title;
      g_autofree char *tame = title != NULL ? sayso_cli_tame (title) : NULL;
      g_autofree char *line =
          documents->len > 1 && tame != NULL ? g_strdup_printf ("%s: %s", shown, tame) : g_strdup (shown);
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      store (casebook, document, &id, &error);
      fine &= tell (line, error);
      tell_near (casebook, id);
    }

  return fine;
}

/* Takes over another casebook, and says on one line each what came of it. */
static gboolean
import_casebook (SaysoCasebook *casebook, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *shown = sayso_cli_tame (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SaysoAdoption) adoption = sayso_casebook_adopt (casebook, file, NULL, &error);

  if (adoption == NULL)
    return tell (shown, error);

  tell (shown, NULL);
  /* TRANSLATORS: numbers of articles */
  printf (_ ("               %u articles came, %u were there\n"), adoption->n_new, adoption->n_known);
  /* TRANSLATORS: numbers of decisions, additions, tags, notes and links of the other casebook */
  printf (_ ("               %u decisions and notes came, %u were there or are decided here, %u have no place here\n"),
          adoption->n_taken, adoption->n_there, adoption->n_lost);
  for (guint i = 0; i < adoption->unread->len; i++)
    {
      g_autofree char *title = sayso_cli_tame (g_ptr_array_index (adoption->unread, i));

      /* TRANSLATORS: an article's title */
      printf (_ ("               “%s” did not come: import its original\n"), title);
    }
  for (guint i = 0; i < adoption->proposals->len; i++)
    {
      const SaysoProposal *proposal = &g_array_index (adoption->proposals, SaysoProposal, i);
      g_autoptr (SaysoItem) actor = sayso_casebook_get (casebook, SAYSO_ITEM_ACTOR, proposal->actor, NULL),
                            into = sayso_casebook_get (casebook, SAYSO_ITEM_ACTOR, proposal->into, NULL);
      g_autofree char *one = actor != NULL ? sayso_cli_tame (sayso_item_get_title (actor)) : NULL,
                      *other = into != NULL ? sayso_cli_tame (sayso_item_get_title (into)) : NULL;

      if (one != NULL && other != NULL)
        /* TRANSLATORS: two names */
        printf (_ ("               “%s” and “%s” are one there; merge them here if you agree\n"), one, other);
    }

  return adoption->unread->len == 0;
}

/* An export of everything becomes the casebook it was made of. */
static SaysoCliStatus
restore (const char *casebook, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (casebook), json = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *shown = sayso_cli_tame (name);
  g_autoptr (GError) error = NULL;

  sayso_history_restore (json, file, NULL, &error);

  return tell (shown, error) ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}

SaysoCliStatus
sayso_cli_import (int argc, char **argv)
{
  gint64 inside_max = -1;
  const GOptionEntry entries[] = {
    { "inside-max", 0, 0, G_OPTION_ARG_INT64, &inside_max,
      N_ ("Keep larger originals in a folder beside the casebook (all are kept in it)"), N_ ("BYTES") },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  SaysoCliStatus status = SAYSO_CLI_OK;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK FILE…"),
          _ ("Imports articles into a casebook, which is made where it does not exist, and prints a line for "
             "each FILE: imported, already there, or error with what was wrong. After an error the other "
             "files are still imported, and the exit status is 1. A FILE that was exported as “json” or “ndjson”, "
             "alone, makes a new casebook equal to the one it came from. A FILE that is a casebook is taken over: its "
             "articles, and what was decided on them and written beside."),
          &status))
    return status;
  if (argc < 3)
    return sayso_cli_usage_error ("import", _ ("it takes a CASEBOOK and at least one FILE"));

  if (argc == 3 && sayso_history_is_told (argv[2]))
    return restore (argv[1], argv[2]);

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_CREATE);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;
  if (inside_max >= 0)
    sayso_casebook_set_inside_max (casebook, inside_max);

  for (int i = 2; i < argc; i++)
    {
      if (!(g_str_has_suffix (argv[i], ".sayso") ? import_casebook (casebook, argv[i])
                                                 : import_file (casebook, argv[i])))
        status = SAYSO_CLI_FAILED;
      fflush (stdout);
    }
  sayso_casebook_close (casebook);

  return status;
}
