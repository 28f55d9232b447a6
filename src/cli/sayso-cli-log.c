/* sayso-cli-log.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "sayso-cli-table.h"
#include "sayso-history.h"

#define PAGE_CHANGES 1000

static char *
format_time (gint64 made)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (made / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static void
build_id (JsonBuilder *builder, const char *name, gint64 id)
{
  json_builder_set_member_name (builder, name);
  if (id != 0)
    json_builder_add_int_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

static gboolean
print_json (const SaysoChange *change)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) what = json_from_string (change->what, NULL);
  g_autofree char *made = format_time (change->made);

  json_builder_begin_object (builder);
  build_id (builder, "id", change->id);
  sayso_cli_build_string (builder, "made", made);
  sayso_cli_build_string (builder, "who", change->who);
  sayso_cli_build_string (builder, "version", change->version);
  sayso_cli_build_string (builder, "model", change->model);
  sayso_cli_build_string (builder, "command", change->command);
  sayso_cli_build_string (builder, "title", change->title);
  json_builder_set_member_name (builder, "undone");
  json_builder_add_boolean_value (builder, change->undone);
  build_id (builder, "group", change->group);
  build_id (builder, "about", change->about);
  json_builder_set_member_name (builder, "what");
  if (what != NULL)
    json_builder_add_value (builder, g_steal_pointer (&what));
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);

  return sayso_cli_print_json (builder);
}

static void
add_row (SaysoCliTable *table, const SaysoChange *change)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, change->id);
  g_autofree char *made = format_time (change->made);
  /* Translators: in the list of changes: this one does not stand any more */
  const char *state = change->undone ? _ ("undone") : "";

  sayso_cli_table_add (table, (const char *[]) { id, made, change->who, change->command, state, change->title });
}

static gboolean
print_log (SaysoCasebook *casebook, gboolean json, GError **error)
{
  const char *headings[] = { _ ("CHANGE"), _ ("MADE"), _ ("WHO"), _ ("COMMAND"), _ ("STATE"), _ ("WHAT"), NULL };
  g_autoptr (SaysoCliTable) table = sayso_cli_table_new (headings, 5);
  gint64 after = 0;

  for (;;)
    {
      g_autoptr (GArray) changes = sayso_casebook_get_log (casebook, after, PAGE_CHANGES, error);

      if (changes == NULL)
        return FALSE;
      for (guint i = 0; i < changes->len; i++)
        {
          const SaysoChange *change = &g_array_index (changes, SaysoChange, i);

          after = change->id;
          if (!json)
            add_row (table, change);
          else if (!print_json (change))
            return TRUE; /* told when the output is closed */
        }
      if (changes->len < PAGE_CHANGES)
        break;
    }
  if (!json)
    sayso_cli_table_print (table);

  return TRUE;
}

SaysoCliStatus
sayso_cli_log (int argc, char **argv)
{
  gboolean json = FALSE, done;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, one object a line"), NULL },
    { NULL },
  };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;

  if (!sayso_cli_parse (&argc, &argv, entries, _ ("CASEBOOK"),
                        _ ("Prints all changes that were made to a casebook, the first made first: when, by whom, and "
                           "what. Undoing is a change as well; what was undone says so."),
                        &status))
    return status;
  if (argc != 2)
    return sayso_cli_usage_error ("log", _ ("it takes one CASEBOOK"));

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  done = print_log (casebook, json, &error);
  sayso_casebook_close (casebook);
  if (!done)
    g_printerr ("sayso-cli log: %s\n", error->message);

  return done ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}

/* Compares what came of it with what it came from. */
static gboolean
replay (SaysoCasebook *casebook, GFile *file, GError **error)
{
  g_autoptr (SaysoCasebook) replayed = NULL;
  g_autofree char *digest = NULL, *again = NULL;

  if (!sayso_casebook_replay (casebook, file, NULL, error))
    return FALSE;
  replayed = sayso_casebook_new (file, SAYSO_CASEBOOK_OPEN, NULL, error);
  if (replayed == NULL)
    return FALSE;

  digest = sayso_casebook_digest (casebook, error);
  again = digest != NULL ? sayso_casebook_digest (replayed, error) : NULL;
  sayso_casebook_close (replayed);
  if (again == NULL)
    return FALSE;
  printf ("%s\n", again);
  if (g_str_equal (digest, again))
    return TRUE;

  g_set_error (error, SAYSO_CASEBOOK_ERROR, SAYSO_CASEBOOK_ERROR_FAILED,
               _ ("the new casebook differs: the digest of the old one is %s"), digest);

  return FALSE;
}

SaysoCliStatus
sayso_cli_replay (int argc, char **argv)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_autoptr (SaysoCasebook) casebook = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  SaysoCliStatus status;
  gboolean done;

  if (!sayso_cli_parse (&argc, &argv, entries, _ ("CASEBOOK NEW"),
                        _ ("Makes a new casebook by making all changes of a casebook's history once more, and prints "
                           "the digest of what they say. It is the same for both, or the exit status is 1."),
                        &status))
    return status;
  if (argc != 3)
    return sayso_cli_usage_error ("replay", _ ("it takes a CASEBOOK and a NEW one to make"));

  casebook = sayso_cli_open (argv[1], SAYSO_CASEBOOK_OPEN);
  if (casebook == NULL)
    return SAYSO_CLI_CASEBOOK;

  file = g_file_new_for_commandline_arg (argv[2]);
  done = replay (casebook, file, &error);
  sayso_casebook_close (casebook);
  if (!done)
    g_printerr ("sayso-cli replay: %s\n", error->message);

  return done ? SAYSO_CLI_OK : SAYSO_CLI_FAILED;
}
