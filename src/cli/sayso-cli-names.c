/* sayso-cli-names.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "sayso-command.h"
#include "sayso-names.h"

/* The list that the action makes of @text, or %NULL. */
static char *
change (const char *text, int argc, char **argv, GError **error)
{
  g_autofree char *more = NULL;

  if (g_str_equal (argv[2], "add"))
    return sayso_names_add (text, argv[3], argv[4], (const char *const *) argv + 5, error);
  if (g_str_equal (argv[2], "remove"))
    return sayso_names_remove (text, argv[3], error);

  return g_file_get_contents (argv[3], &more, NULL, error) ? sayso_names_join (text, more, error) : NULL;
}

static gboolean
is_used_well (int argc, char **argv)
{
  if (argc < 3 || g_str_equal (argv[2], "print"))
    return argc == 2 || argc == 3;
  if (g_str_equal (argv[2], "add"))
    return argc >= 5;

  return argc == 4 && (g_str_equal (argv[2], "remove") || g_str_equal (argv[2], "import"));
}

SaysoCliStatus
sayso_cli_names (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (SaysoCommand) command = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *changed = NULL;
  gboolean prints;
  SaysoCliStatus status;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK [print | add NAME KIND [ALIAS…] | remove NAME | import FILE]"),
          _ ("Prints or changes the names that a casebook knows: they are found in articles that are imported or read "
             "anew from then on, as they are written, and go before the program's own lists. KIND is one of person, "
             "organization, agency, outlet, group, product, place and other. A FILE has rows of a name, its kind and "
             "its "
             "other names between “|”, with tabs between them. A change can be undone in the application."),
          &status))
    return status;
  if (argc < 2 || !is_used_well (argc, argv))
    return sayso_cli_usage_error ("names",
                                  _ ("it takes a CASEBOOK, then nothing, print, add NAME KIND [ALIAS…], remove NAME "
                                     "or import FILE"));

  prints = argc == 2 || g_str_equal (argv[2], "print");
  casebook = sayso_cli_open (argv[1], prints ? SAYSO_CASEBOOK_OPEN : SAYSO_CASEBOOK_CREATE);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;
  text = sayso_casebook_get_names_text (casebook, &error);
  if (text != NULL && prints)
    {
      fputs (text, stdout);
      return SAYSO_CLI_OK;
    }
  changed = text != NULL ? change (text, argc, argv, &error) : NULL;
  if (changed != NULL && !g_str_equal (changed, text))
    {
      command = sayso_command_new_names (changed);
      sayso_casebook_submit (casebook, command, NULL, &error);
    }
  if (error != NULL)
    {
      g_printerr ("sayso-cli: %s\n", error->message);
      return SAYSO_CLI_FAILED;
    }

  return SAYSO_CLI_OK;
}
