/* sayso-cli-recover.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-copies.h"

SaysoCliStatus
sayso_cli_recover (int argc, char **argv)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_autoptr (GFile) damaged = NULL, file = NULL;
  g_autoptr (GPtrArray) report = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;

  if (!sayso_cli_parse (&argc, &argv, entries, _ ("DAMAGED NEW"),
                        _ ("Makes a new casebook of all that can be read of a damaged one, which is only read, and "
                           "prints what came back."),
                        &status))
    return status;
  if (argc != 3)
    return sayso_cli_usage_error ("recover", _ ("it takes a DAMAGED casebook and a NEW one to make"));

  damaged = g_file_new_for_commandline_arg (argv[1]);
  file = g_file_new_for_commandline_arg (argv[2]);
  if (!sayso_casebook_recover (damaged, file, &report, &error))
    {
      g_printerr ("sayso-cli recover: %s\n", error->message);
      return SAYSO_CLI_CASEBOOK;
    }
  for (guint i = 0; i < report->len; i++)
    printf ("%s\n", (char *) g_ptr_array_index (report, i));

  return SAYSO_CLI_OK;
}
