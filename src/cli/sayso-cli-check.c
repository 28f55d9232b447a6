/* sayso-cli-check.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-cli-table.h"
#include "sayso-queries.h"

/* Prints what is wrong, a line each, or that nothing is. */
static gboolean
check (SaysoCasebook *casebook, gboolean *whole, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  guint n_articles;

  if (!sayso_casebook_check (casebook, &problems, error) ||
      !sayso_casebook_count (casebook, SAYSO_ITEM_ARTICLE, NULL, &n_articles, error))
    return FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *problem = sayso_cli_tame (g_ptr_array_index (problems, i));

      printf ("%s\n", problem);
    }
  *whole = problems->len == 0;
  if (*whole)
    printf (ngettext ("undamaged, %u article\n", "undamaged, %u articles\n", n_articles), n_articles);

  return TRUE;
}

SaysoCliStatus
sayso_cli_check (int argc, char **argv)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;
  gboolean whole = FALSE;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK"),
          _ ("Checks that a casebook is undamaged, and that the original of each article is, byte for byte, "
             "what was imported. Prints what is wrong, a line each; then the exit status is 1."),
          &status))
    return status;
  if (argc != 2)
    return sayso_cli_usage_error ("check", _ ("it takes one CASEBOOK"));

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  if (!check (casebook, &whole, &error))
    g_printerr ("sayso-cli check: %s\n", error->message);
  sayso_casebook_close (casebook);

  return whole ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}
