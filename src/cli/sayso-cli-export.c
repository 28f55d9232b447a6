/* sayso-cli-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "sayso-export-csv.h"
#include "sayso-export-json.h"
#include "sayso-export.h"

/* Writes the casebook as JSON where @table is %NULL, else that table as CSV. */
static gboolean
write_export (SaysoCasebook *casebook, GOutputStream *stream, gconstpointer table, GCancellable *cancellable,
              GError **error)
{
  if (table == NULL)
    return sayso_export_json (casebook, stream, cancellable, error);

  return sayso_export_csv (casebook, table, stream, cancellable, error);
}

static gboolean
export_to_stdout (SaysoCasebook *casebook, const char *table, GError **error)
{
  g_autoptr (GOutputStream) base = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GOutputStream) stream = g_buffered_output_stream_new_sized (base, 64 * 1024);

  return write_export (casebook, stream, table, NULL, error) && g_output_stream_close (stream, NULL, error);
}

SaysoCliStatus
sayso_cli_export (int argc, char **argv)
{
  g_autofree char *format = NULL, *table = NULL, *output = NULL, *tables = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("json or csv"), N_ ("FORMAT") },
    { "table", 't', 0, G_OPTION_ARG_STRING, &table, N_ ("With csv: only this table"), N_ ("TABLE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write to this file; with csv and no TABLE to a folder of files"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;
  gboolean csv, done;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("CASEBOOK --format FORMAT"),
          _ ("Writes what is in a casebook to standard output or a file, which appears whole or not at all. "
             "json: everything, one object. csv: a table of each kind: articles, actors, mentions, times, "
             "events, claims, relations, evidence."),
          &status))
    return status;
  tables = g_strjoinv (", ", (char **) sayso_export_csv_tables ());
  csv = g_strcmp0 (format, "csv") == 0;
  if (argc != 2)
    return sayso_cli_usage_error ("export", _ ("it takes one CASEBOOK"));
  if (!csv && g_strcmp0 (format, "json") != 0)
    return sayso_cli_usage_error ("export", _ ("it takes --format json or --format csv"));
  if (!csv && table != NULL)
    return sayso_cli_usage_error ("export", _ ("--table goes with --format csv"));
  if (csv && table == NULL && output == NULL)
    return sayso_cli_usage_error ("export", _ ("--format csv takes --output FOLDER, or --table with one of: %s"),
                                  tables);
  if (table != NULL && !g_strv_contains (sayso_export_csv_tables (), table))
    return sayso_cli_usage_error ("export", _ ("there is no table “%s”, but: %s"), table, tables);

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
  if (file == NULL)
    done = export_to_stdout (casebook, table, &error);
  else if (csv && table == NULL)
    done = sayso_export_csv_folder (casebook, file, NULL, &error);
  else
    done = sayso_export_to_file (casebook, file, write_export, table, NULL, &error);
  sayso_casebook_close (casebook);

  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_printerr (_ ("sayso-cli export: %s\n"), error->message);

  return done ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}
