/* sayso-cli.h
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "sayso-casebook.h"
#include "sayso-document.h"

G_BEGIN_DECLS

/**
 * SaysoCliStatus:
 * @SAYSO_CLI_OK: all went well
 * @SAYSO_CLI_FAILED: something failed and was named; the rest was done
 * @SAYSO_CLI_USAGE: the command was called wrongly; nothing was done
 * @SAYSO_CLI_CASEBOOK: the casebook could not be opened; nothing was done
 *
 * How sayso-cli ends.
 */
typedef enum
{
  SAYSO_CLI_OK = 0,
  SAYSO_CLI_FAILED = 1,
  SAYSO_CLI_USAGE = 2,
  SAYSO_CLI_CASEBOOK = 3,
} SaysoCliStatus;

/* Commands: @argv[0] is the command's name. */
SaysoCliStatus sayso_cli_extract (int argc, char **argv);
SaysoCliStatus sayso_cli_parse_file (int argc, char **argv);
SaysoCliStatus sayso_cli_text (int argc, char **argv);
SaysoCliStatus sayso_cli_import (int argc, char **argv);
SaysoCliStatus sayso_cli_list (int argc, char **argv);
SaysoCliStatus sayso_cli_export (int argc, char **argv);
SaysoCliStatus sayso_cli_check (int argc, char **argv);
SaysoCliStatus sayso_cli_verify (int argc, char **argv);
SaysoCliStatus sayso_cli_recover (int argc, char **argv);
SaysoCliStatus sayso_cli_log (int argc, char **argv);
SaysoCliStatus sayso_cli_names (int argc, char **argv);
SaysoCliStatus sayso_cli_origins (int argc, char **argv);
SaysoCliStatus sayso_cli_conflicts (int argc, char **argv);
SaysoCliStatus sayso_cli_profile (int argc, char **argv);
SaysoCliStatus sayso_cli_replay (int argc, char **argv);

/* What commands share. */
gboolean sayso_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *usage, const char *summary,
                          SaysoCliStatus *status);
SaysoCliStatus sayso_cli_usage_error (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
SaysoCliStatus sayso_cli_finish (SaysoCliStatus status);
gboolean sayso_cli_print_json (JsonBuilder *builder);
SaysoCasebook *sayso_cli_open (const char *path, SaysoCasebookMode mode);
char *sayso_cli_read_all (const char *path, GError **error);
GPtrArray *sayso_cli_read (const char *path, GError **error);
void sayso_cli_build_string (JsonBuilder *builder, const char *name, const char *value);
void sayso_cli_build_metadata (JsonBuilder *builder, SaysoDocument *document, const char *published);
void sayso_cli_build_error (JsonBuilder *builder, const char *code, const char *message);

G_END_DECLS
