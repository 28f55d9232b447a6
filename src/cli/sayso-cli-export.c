/* sayso-cli-export.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "sayso-analysis.h"
#include "sayso-export.h"

static gboolean
export_to_stdout (SaysoExport *export, const SaysoExportFormat *format, const char *part, GError **error)
{
  g_autoptr (GOutputStream) base = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GOutputStream) stream = g_buffered_output_stream_new_sized (base, 64 * 1024);

  return sayso_export_to_stream (export, format, part, stream, NULL, error) &&
         g_output_stream_close (stream, NULL, error);
}

static char *
list_formats (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n;
  const SaysoExportFormat *formats = sayso_export_get_formats (&n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, formats[i].name);
  g_strv_builder_add_many (names, "dossier", "dossier-markdown", NULL);
  list = g_strv_builder_end (names);

  return g_strjoinv (", ", list);
}

/* "actor:12" or "article:3". */
static gboolean
withhold (SaysoRedaction *redaction, char **items, SaysoWithhold how)
{
  for (; items != NULL && *items != NULL; items++)
    {
      SaysoItemKind kind = g_str_has_prefix (*items, "actor:")     ? SAYSO_ITEM_ACTOR
                           : g_str_has_prefix (*items, "article:") ? SAYSO_ITEM_ARTICLE
                                                                   : SAYSO_ITEM_NONE;
      const char *number = strchr (*items, ':');
      gint64 id = 0;

      if (kind == SAYSO_ITEM_NONE || !g_ascii_string_to_signed (number + 1, 10, 1, G_MAXINT64, &id, NULL))
        {
          sayso_cli_usage_error ("export", _ ("“%s” is no item to withhold; it takes actor:ID or article:ID"), *items);
          return FALSE;
        }
      sayso_redaction_withhold (redaction, kind, id, how);
    }

  return TRUE;
}

static void
print_report (SaysoExport *export)
{
  g_auto (GStrv) losses = sayso_export_get_losses (export);

  if (*losses == NULL)
    g_printerr (_ ("The format could hold everything.\n"));
  for (char **loss = losses; *loss != NULL; loss++)
    g_printerr ("%s\n", *loss);
}

SaysoCliStatus
sayso_cli_export (int argc, char **argv)
{
  g_autofree char *format_name = NULL, *table = NULL, *output = NULL, *query = NULL, *formats = list_formats ();
  g_auto (GStrv) omit = NULL, hide = NULL;
  gboolean report = FALSE;
  gint64 claim = 0;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_ ("The format to write, see above"), N_ ("FORMAT") },
    { "query", 'q', 0, G_OPTION_ARG_STRING, &query, N_ ("Only what has these words, and what that refers to"),
      N_ ("WORDS") },
    { "claim", 'c', 0, G_OPTION_ARG_INT64, &claim,
      N_ ("With dossier: the number of the claim, as “list --json” prints it"), N_ ("CLAIM") },
    { "omit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &omit, N_ ("Leave this actor:ID or article:ID out"), N_ ("ITEM") },
    { "hide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &hide, N_ ("Write a pseudonym for this actor:ID or article:ID"),
      N_ ("ITEM") },
    { "report", 'r', 0, G_OPTION_ARG_NONE, &report, N_ ("Say on standard error what the format could not hold"), NULL },
    { "table", 't', 0, G_OPTION_ARG_STRING, &table, N_ ("With csv: only this table"), N_ ("TABLE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write to this file; with csv and no TABLE to a folder of files"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (SaysoExport) export = NULL;
  g_autoptr (SaysoFilter) filter = sayso_filter_new ();
  g_autoptr (SaysoRedaction) redaction = sayso_redaction_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *about = NULL;
  const SaysoExportFormat *format;
  SaysoCliStatus status;
  gboolean done;

  about =
      g_strdup_printf (_ ("Writes what is in a casebook to standard output or a file, which appears whole or not at "
                          "all. Formats: %s."),
                       formats);
  if (!sayso_cli_parse (&argc, &argv, entries, _ ("CASEBOOK --format FORMAT"), about, &status))
    return status;
  format = sayso_export_find_format (format_name);
  if (argc != 2)
    return sayso_cli_usage_error ("export", _ ("it takes one CASEBOOK"));
  if (format == NULL)
    return sayso_cli_usage_error ("export", _ ("it takes --format with one of: %s"), formats);
  if (format->dossier != (claim != 0))
    return sayso_cli_usage_error ("export", format->dossier ? _ ("--format dossier takes --claim with a number")
                                                            : _ ("--claim goes with --format dossier"));
  if (format->parts == NULL && table != NULL)
    return sayso_cli_usage_error ("export", _ ("--table goes with --format csv"));
  if (format->parts != NULL && table == NULL ? output == NULL
                                             : table != NULL && !g_strv_contains (format->parts, table))
    {
      g_autofree char *tables = g_strjoinv (", ", (char **) format->parts);

      return table == NULL
                 ? sayso_cli_usage_error ("export",
                                          _ ("--format csv takes --output FOLDER, or --table with one of: %s"), tables)
                 : sayso_cli_usage_error ("export", _ ("there is no table “%s”, but: %s"), table, tables);
    }
  if (!withhold (redaction, omit, SAYSO_WITHHOLD_ITEM) || !withhold (redaction, hide, SAYSO_WITHHOLD_NAME))
    return SAYSO_CLI_USAGE;

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  filter->text = g_steal_pointer (&query);
  export = sayso_export_new (casebook, format->dossier ? NULL : filter, redaction);
  sayso_export_set_claim (export, claim);
  file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
  if (format->dossier && !sayso_analysis_update (casebook, NULL, NULL, NULL, &error))
    done = FALSE;
  else if (file == NULL)
    done = export_to_stdout (export, format, table, &error);
  else
    done = sayso_export_to_file (export, format, table, file, NULL, &error);
  sayso_casebook_close (casebook);

  if (done && report)
    print_report (export);
  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_printerr (_ ("sayso-cli export: %s\n"), error->message);

  return done ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}
