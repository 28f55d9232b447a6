/* sayso-cli-common.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "sayso-import.h"
#include "sayso-link.h"

/**
 * sayso_cli_parse:
 * @argc: (inout): as main() got it, from the command's name on
 * @argv: (inout): likewise; options are taken out, "--" too
 * @entries: the options
 * @usage: what else follows, for --help
 * @summary: what the command does, for --help
 * @status: (out): how to end when there is nothing left to do
 *
 * Returns: whether to go on; not after --help, nor after a wrong option, which is told on standard error
 */
gboolean
sayso_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *usage, const char *summary,
                 SaysoCliStatus *status)
{
  static gboolean help;
  static const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Tell how this command is used"), NULL }, { NULL }
  };
  g_autofree char *command = g_strdup ((*argv)[0]);
  g_autofree char *prgname = g_strdup_printf ("sayso-cli %s", command);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_set_prgname (prgname);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = sayso_cli_usage_error (command, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      fputs (text, stdout);
      *status = SAYSO_CLI_OK;
      return FALSE;
    }
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)++;
      (*argc)--;
    }

  return TRUE;
}

SaysoCliStatus
sayso_cli_usage_error (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("sayso-cli %s: %s\n", command, message);
  g_printerr (_ ("“sayso-cli %s --help” tells how it is used.\n"), command);

  return SAYSO_CLI_USAGE;
}

/* All that was printed must have arrived, or the status tells so. A reader who has gone had enough. */
SaysoCliStatus
sayso_cli_finish (SaysoCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  if (errno != EPIPE)
    g_printerr (_ ("sayso-cli: the output could not be written: %s\n"), g_strerror (errno));

  return status == SAYSO_CLI_OK ? SAYSO_CLI_FAILED : status;
}

/* Prints what was built as one line; returns whether it could be written. */
gboolean
sayso_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = NULL;
  gsize length;

  json_generator_set_root (generator, root);
  line = json_generator_to_data (generator, &length);

  return fwrite (line, 1, length, stdout) == length && putchar ('\n') != EOF && fflush (stdout) == 0;
}

/* All of a file, or of standard input for "-": valid UTF-8. */
char *
sayso_cli_read_all (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autofree char *data = NULL;

  in = g_str_equal (path, "-") ? g_unix_input_stream_new (STDIN_FILENO, FALSE)
                               : G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (in == NULL || g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0 ||
      !g_output_stream_write_all (out, "", 1, NULL, NULL, error) || !g_output_stream_close (out, NULL, error))
    return NULL;
  data = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (out));

  return g_utf8_make_valid (data, -1);
}

/* Reads the documents of a file, or of standard input for "-". */
GPtrArray *
sayso_cli_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      return sayso_import_stream_all (stream, path, NULL, NULL, error);
    }
  /* Who writes an address here asks for it. */
  if (sayso_link_is_link (path))
    return sayso_link_import (path, SAYSO_LINK_NONE, NULL, NULL, error);

  file = g_file_new_for_commandline_arg (path);
  return sayso_import_file_all (file, NULL, error);
}

/* Opens a casebook, or tells on standard error why it cannot be. */
SaysoCasebook *
sayso_cli_open (const char *path, SaysoCasebookMode mode)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  SaysoCasebook *casebook = sayso_casebook_new (file, mode, NULL, &error);

  if (casebook == NULL)
    g_printerr ("%s: %s\n", g_get_prgname (), error->message);

  return casebook;
}

void
sayso_cli_build_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* The members from title to text; @published stands where the document names no date. */
void
sayso_cli_build_metadata (JsonBuilder *builder, SaysoDocument *document, const char *published)
{
  const SaysoMetadata *metadata = sayso_document_get_metadata (document);

  sayso_cli_build_string (builder, "title", metadata->title);
  json_builder_set_member_name (builder, "byline");
  json_builder_begin_array (builder);
  for (guint i = 0; metadata->byline != NULL && metadata->byline[i] != NULL; i++)
    json_builder_add_string_value (builder, metadata->byline[i]);
  json_builder_end_array (builder);
  sayso_cli_build_string (builder, "publisher", metadata->publisher);
  sayso_cli_build_string (builder, "url", metadata->url);
  sayso_cli_build_string (builder, "published", published != NULL ? published : metadata->published);
  sayso_cli_build_string (builder, "language", metadata->language);
  sayso_cli_build_string (builder, "text", sayso_text_get_utf8 (sayso_document_get_text (document)));
}

void
sayso_cli_build_error (JsonBuilder *builder, const char *code, const char *message)
{
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  sayso_cli_build_string (builder, "code", code);
  sayso_cli_build_string (builder, "message", message);
  json_builder_end_object (builder);
}
