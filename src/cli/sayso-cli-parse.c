/* sayso-cli-parse.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-conllu.h"
#include "sayso-import.h"
#include "sayso-reader.h"

static gboolean conllu;

static const GOptionEntry entries[] = {
  { "conllu", 0, 0, G_OPTION_ARG_NONE, &conllu, N_ ("FILE is CoNLL-U; keep its sentences and words"), NULL }, { NULL }
};

static char *
parse_conllu (const char *path, GError **error)
{
  g_autofree char *text = sayso_cli_read_all (path, error);
  g_autoptr (SaysoReading) reading = text != NULL ? sayso_conllu_read (text, error) : NULL;

  if (reading == NULL || !sayso_reader_analyse (reading, NULL, error))
    return NULL;

  return sayso_conllu_fill (text, reading);
}

static char *
parse_text (const char *path, GError **error)
{
  g_autoptr (GPtrArray) documents = sayso_cli_read (path, error);
  g_autoptr (SaysoReading) reading = NULL;

  if (documents == NULL)
    return NULL;
  reading = sayso_reader_read (sayso_document_get_text (g_ptr_array_index (documents, 0)), NULL, error);

  return reading != NULL ? sayso_conllu_write (reading) : NULL;
}

SaysoCliStatus
sayso_cli_parse_file (int argc, char **argv)
{
  SaysoCliStatus status = SAYSO_CLI_OK;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;

  if (!sayso_cli_parse (&argc, &argv, entries, _ ("FILE"),
                        _ ("Prints the sentences and words of FILE as CoNLL-U, with their tags and trees."), &status))
    return status;
  if (argc != 2)
    return sayso_cli_usage_error ("parse", _ ("it takes one FILE"));

  out = conllu ? parse_conllu (argv[1], &error) : parse_text (argv[1], &error);
  if (out == NULL)
    {
      g_printerr ("sayso-cli parse: %s: %s\n", argv[1], error->message);
      return SAYSO_CLI_FAILED;
    }
  fputs (out, stdout);

  return SAYSO_CLI_OK;
}
