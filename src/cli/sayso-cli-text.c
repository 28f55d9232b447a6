/* sayso-cli-text.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>

#include "sayso-import.h"

static const GOptionEntry entries[] = { { NULL } };

SaysoCliStatus
sayso_cli_text (int argc, char **argv)
{
  SaysoCliStatus status = SAYSO_CLI_OK;

  if (!sayso_cli_parse (
          &argc, &argv, entries, _ ("FILE…"),
          _ ("Prints one JSON object a line for each FILE: path, title, byline, publisher, url, published, "
             "language and text. A mailbox or a web archive gives a line for each message or page."),
          &status))
    return status;
  if (argc < 2)
    return sayso_cli_usage_error ("text", _ ("it takes at least one FILE"));

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) documents = sayso_cli_read (argv[i], &error);
      g_autofree char *path = g_filename_display_name (argv[i]);
      guint n = documents != NULL ? documents->len : 1;
      gboolean written = TRUE;

      for (guint k = 0; k < n && written; k++)
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();

          json_builder_begin_object (builder);
          sayso_cli_build_string (builder, "path", path);
          if (documents != NULL)
            sayso_cli_build_metadata (builder, g_ptr_array_index (documents, k), NULL);
          else
            {
              sayso_cli_build_error (builder, sayso_import_error_to_code (error), error->message);
              status = SAYSO_CLI_FAILED;
            }
          json_builder_end_object (builder);
          written = sayso_cli_print_json (builder);
        }
      if (!written)
        break;
    }

  return status;
}
