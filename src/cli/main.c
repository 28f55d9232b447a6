/* main.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "sayso-cli.h"
#include "sayso-locale.h"

static const struct
{
  const char *name;
  SaysoCliStatus (*run) (int argc, char **argv);
  const char *arguments;
  const char *summary;
} commands[] = {
  { "extract", sayso_cli_extract, "FILE...", N_ ("print what articles say, and on whose word, as JSON lines") },
  { "text", sayso_cli_text, "FILE...", N_ ("print the text and the metadata of articles, as JSON lines") },
  { "parse", sayso_cli_parse_file, "FILE", N_ ("print sentences, words, tags and trees as CoNLL-U") },
  { "import", sayso_cli_import, "CASEBOOK FILE...", N_ ("import articles into a casebook") },
  { "list", sayso_cli_list, "CASEBOOK articles|events|claims|actors", N_ ("list what is in a casebook") },
  { "names", sayso_cli_names, "CASEBOOK [add|remove|import ...]", N_ ("print or change the names a casebook knows") },
  { "origins", sayso_cli_origins, "CASEBOOK [CLAIM]",
    N_ ("print from how many independent origins claims come, and why") },
  { "conflicts", sayso_cli_conflicts, "CASEBOOK", N_ ("print what does not fit together") },
  { "profile", sayso_cli_profile, "CASEBOOK [NAME]", N_ ("print how outlets, authors and articles are sourced") },
  { "export", sayso_cli_export, "CASEBOOK --format FORMAT", N_ ("write a casebook in a format of other tools") },
  { "log", sayso_cli_log, "CASEBOOK", N_ ("list all changes that were made to a casebook") },
  { "replay", sayso_cli_replay, "CASEBOOK NEW", N_ ("make a casebook anew from its history") },
  { "verify", sayso_cli_verify, "CASEBOOK", N_ ("prove that the originals of articles are as they were imported") },
  { "check", sayso_cli_check, "CASEBOOK", N_ ("check that a casebook is undamaged") },
  { "recover", sayso_cli_recover, "DAMAGED NEW", N_ ("save what can be read of a damaged casebook") },
};

static void
print_help (void)
{
  printf (_ ("Usage: sayso-cli COMMAND [OPTION...] [ARGUMENT...]\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-9s %-38s %s\n", commands[i].name, commands[i].arguments, _ (commands[i].summary));
  printf (_ ("\n“sayso-cli COMMAND --help” tells more of a command; “sayso-cli --version” tells the version.\n"
             "A FILE “-” is standard input.\n\n"
             "Exit status: 0 all went well; 1 something failed and was named, the rest was done;\n"
             "2 wrong usage; 3 the casebook could not be opened.\n"));
}

/* Whoever starts us without the three streams must not get a casebook for standard output. */
static void
open_missing_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) == -1 && open ("/dev/null", fd == STDIN_FILENO ? O_RDONLY : O_WRONLY) != fd)
      _exit (SAYSO_CLI_FAILED);
}

int
main (int argc, char **argv)
{
  open_missing_streams ();
  signal (SIGPIPE, SIG_IGN);
  sayso_locale_set_up ();
  g_set_prgname ("sayso-cli");

  if (argc < 2)
    {
      g_printerr (_ ("sayso-cli: it takes a command. “sayso-cli --help” lists them.\n"));
      return SAYSO_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return sayso_cli_finish (SAYSO_CLI_OK);
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("sayso-cli %s\n", SAYSO_VERSION);
      return sayso_cli_finish (SAYSO_CLI_OK);
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return sayso_cli_finish (commands[i].run (argc - 1, argv + 1));

  g_printerr (_ ("sayso-cli: there is no command “%s”. “sayso-cli --help” lists them.\n"), argv[1]);
  return SAYSO_CLI_USAGE;
}
